/* A conference: is it ready, what stops it, who was asked what, where the reports are, what each agency says. */
#ifndef PAGES_CONFERENCE_CONFERENCE_H
#define PAGES_CONFERENCE_CONFERENCE_H

#include "pages/conference/conference_after.h"
#include "pages/conference/conference_views.h"
#include "pages/frame.h"
#include "pages/sheet.h"
#include "web/response.h"

struct conference_page {
    struct frame frame;
    Text title, line, why, moved; /* moved: 'It moved from …'; empty: it did not */
    struct status_tag state;
    Url family, papers;
    Url post, letters, calendar; /* what went out; calendar: URL_NONE without a time */
    bool has_next;
    struct frame_link next;  /* the one next step */
    struct frame_links acts; /* what else this reader may record */
    Url what_if;             /* another day, weighed; URL_NONE: it can't move */
    Url room; /* while it meets */
    Url diary;               /* when its chair and room are free; URL_NONE: it isn't booked or moved any more */
    bool is_coming;          /* not yet decided: what stops it stands first */
    Text left_out; /* how many pieces copies leave out, for they hold a protected address; empty: none */
    bool reasons_left_out; /* the reasons of a decision are among them */
    struct frame_links mend;
    bool has_support;        /* a review: a plan can end only when support after it was offered (SE-12) */
    Text support;
    struct frame_link offer; /* to who may record the offer; no words: nobody */
    bool is_decided;         /* then what was decided stands first */
    struct frame_links amend; /* to put words of the decision right, for who may */
    struct sheet decided, heard;
    struct sheet dates; /* by when it must be held, and what is due before and after it */
    struct sheet shut, children, parents, agencies;
    struct conference_views views;
    struct conference_after after;
};

/* What still stops a conference being confirmed, as a number: 0 when it is ready. For who may read it. */
Err conference_missing(Read *read, ConferenceId conference, size_t *ret_missing);

/* GET /conference/:conference: who may read its papers and invitations. */
Err conference_page(struct request *request, struct response *response);

#endif
