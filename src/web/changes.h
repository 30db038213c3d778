/* That something changed about a conference, told by whoever changed it to whoever's page shows it, inside this one program. Only that: what a page then
 * shows, it asks for itself, as its own reader. */
#ifndef WEB_CHANGES_H
#define WEB_CHANGES_H

#include <stdbool.h>
#include <stdint.h>

#include "rules/ids.h"

/* Streams are under way from here on (server_start), and until here: every changes_wait comes back with false (server_stop). */
void changes_begin(void);
void changes_stop(void);
/* Something changed. Never waits. */
void changes_tell(ConferenceId conference);
/* How often something was told, of this conference or of one that shares its place; for changes_wait. */
uint64_t changes_told(ConferenceId conference);
/* Waits until something is told after `seen`, or so long. False: the server stops. */
bool changes_wait(ConferenceId conference, uint64_t seen, int milliseconds);
/* One more stream; false: SERVER_STREAMS are open, and the page asks again by itself. Each true is ended by changes_leave. */
bool changes_enter(void);
void changes_leave(void);

#endif
