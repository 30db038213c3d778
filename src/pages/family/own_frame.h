/* What stands around the family's pages: no name, no role, no word that gives away what they are about. */
#ifndef PAGES_FAMILY_OWN_FRAME_H
#define PAGES_FAMILY_OWN_FRAME_H

#include "pages/frame.h"

enum own_part { OWN_NOWHERE, OWN_HOME };

/* An account of a parent or carer, a young person or an advocate: their pages are the family's. */
bool is_family_duty(enum duty duty);
struct frame_family own_frame(struct request *request, Text title, enum own_part part);

#endif
