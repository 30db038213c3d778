/* A calendar file (iCalendar, RFC 5545) of one meeting for one reader. It says 'Meeting' and when, in UTC: no name, no place, no kind of meeting,
 * since a calendar is read over a shoulder and shared with others. Where it is, its reader finds after signing in (SA-03). */
#ifndef DOCUMENTS_CALENDAR_H
#define DOCUMENTS_CALENDAR_H

#include "rules/ids.h"
#include "store/store.h"
#include "web/request.h"
#include "web/response.h"

struct calendar_meeting {
    Text uid;        /* the same for one reader in every file about this meeting; says nothing */
    Instant starts;
    int minutes;     /* that it lasts */
    int sequence;    /* 0 at first, one more with each change that its reader is told */
    bool cancelled;
    Instant stamped; /* when the file was made */
};

/* The file, with METHOD:PUBLISH, or METHOD:CANCEL. In the arena; BROKEN when memory is short. */
Err calendar_file(Arena *arena, const struct calendar_meeting *meeting, Text *ret_file);

/* The same of a conference for one reader (a person, or an invitation's number: whoever the file goes to). `comes_early`: for the family, who are
 * asked to come before it begins (SA-13). Without a time: *ret_file is empty. The caller has asked whether the reader may know of it. */
Err calendar_of_conference(Read *read, ConferenceId conference, int64_t reader, bool comes_early, Text *ret_file);

#define CALENDAR_NAME "meeting.ics" /* of the file: the same for every meeting */

/* GET /conference/:conference/calendar: who reads the conference, takes part in it, or is asked to it as family. Others, and before it has
 * a time: 303 to the papers. */
Err calendar_answer(struct request *request, struct response *response);

#endif
