/* The whole working of one day on which something is due: what it rests on and which entries of the ledger say so, each day that was counted or
 * passed over and why, the row of the profile and its source, what met it, moved it or ended it. A page of its own, and made for paper. */
#ifndef PAGES_PROOF_H
#define PAGES_PROOF_H

#include "pages/frame.h"
#include "pages/why.h"
#include "web/response.h"

/* An entry of the ledger, as its reader may see it, and where it stands on the timeline. */
struct proof_entry {
    Text says;     /* "Enquiry begins: Maja"; empty: none is known */
    Text recorded; /* "Entry 812, recorded on 20 March 2026 at 3:10pm by Ngozi Farrell" */
    Text id;       /* "entry-812" */
    Url timeline;  /* the page that begins with it; URL_NONE: not for this reader */
};

struct proof_line {
    Text label, words;
    struct proof_entry entry;
};
struct proof_lines {
    struct proof_line *at;
    size_t count;
};

/* One day of the count. */
struct proof_day {
    Text day;    /* "Mon 23 Mar" */
    Text number; /* "1"; empty: it was not counted */
    Text why;    /* "weekend", "Good Friday", "due" */
    bool due;
};
struct proof_days {
    struct proof_day *at;
    size_t count;
};

struct proof_child {
    Text before; /* ", ", " and " */
    Text name;
    Url address;
};
struct proof_children {
    struct proof_child *at;
    size_t count;
};

struct proof_page {
    struct frame frame;
    Text title;               /* "Why 14 April 2026?" */
    Text what, child, age;    /* "Hold the initial conference", "Maja Hallam", "13, born …" */
    Url child_address;
    struct status_tag state;
    Text sentence;            /* how the day came about, in words */
    Text differs;             /* counted today the day would be another one */
    Text beyond;              /* the holidays of a year in between are not loaded */
    struct proof_lines story; /* start, what set another day, what met or ended it, why it is late */
    struct proof_lines rule;
    struct proof_lines steps; /* of days, weeks and months: what was added to what */
    struct proof_days days;   /* of working days: each of them */
    struct why_calendar calendar;
    struct proof_children alike; /* for whom the same is due on the same day */
    Text printed;             /* on paper alone: of whose record, when, for whom */
};

/* GET /child/:child/due/:kind/:start, for readers of the child's record. NOT_FOUND when nothing of that kind counts from that day. */
Err proof_page(struct request *request, struct response *response);

/* proof_story.c: what the limit rests on. For proof.c alone. */
struct due_of_child;
struct proof_of_day {
    struct request *request;
    Read *read;
    struct due_ref ref;
    const struct due_of_child *limit;
    const struct obligation_row *row; /* NULL: no profile has it any more */
    const struct working *working;    /* by the row; of no use without one */
};
/* People or a court set a day before the last one the row allows (acts/consequences.h). */
bool proof_has_own_day(const struct proof_of_day *of);
/* Fills the lines, and the event with which it began (EVENT_NONE: the record doesn't say). */
Err proof_story(const struct proof_of_day *of, struct proof_lines *ret_story, enum event *ret_began);

#endif
