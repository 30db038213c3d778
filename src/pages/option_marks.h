/* What stands beside a choice so that people choose well: what somebody holds already, and why somebody can't be chosen at all. */
#ifndef PAGES_OPTION_MARKS_H
#define PAGES_OPTION_MARKS_H

#include "pages/options.h"

/* Completes hint and why_not of a source's choices, for a form about this place. Sources that have nothing to say stay as they are. */
Err option_marks(Read *read, enum source source, const struct options_place *place, struct option *at, size_t count);

#endif
