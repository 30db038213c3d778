/* The only place that reads the clock (house.md, Time). Each request, command and job asks once and carries the answer along. */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include "base/date.h"

/* The instant now. Aborts while an entry is applied. Safe from several threads. */
Instant clock_now(void);
/* From now on clock_now() gives this instant, until it is set again; INSTANT_NONE goes back to the real clock. For tests and the
 * demo, whose invented families live on invented days. */
void clock_set_for_tests(Instant now);

/* From now on the clock runs this many days ahead of the real one. Only for a record that is for practice (app/command_serve.c). */
void clock_set_ahead(int64_t days);

#endif
