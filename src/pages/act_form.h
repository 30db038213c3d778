/* The form of any act: GET shows it, POST does it (docs/decisions/0004). Draft, double click, two people at once, closed gates, mistakes
 * beside their field: kept here once, for every act. */
#ifndef PAGES_ACT_FORM_H
#define PAGES_ACT_FORM_H

#include "acts/form_answers.h"
#include "pages/act_whose.h"
#include "pages/conference/conference_views.h"
#include "pages/conference/to_release.h"
#include "pages/family_acts.h"
#include "pages/frame.h"
#include "pages/practice/moving.h"
#include "pages/waiting.h"
#include "pages/why.h"
#include "web/request.h"
#include "web/response.h"

/* A gate that is shut, or that warns, or past which somebody goes with a reason. */
struct gate_view {
    Text says, detail, source;
    struct due_day due;     /* the detail, when it names a day on which something is due */
    Text who;               /* who may go on with a reason: "a manager"; empty: nobody */
    bool with_reason;       /* this person may: a box for it */
    Text name, id, value;   /* of the box: "reason-THREE_AGENCIES_TOOK_PART" */
};

struct gate_views {
    struct gate_view *at;
    size_t count;
};

struct act_form_page {
    struct frame frame;
    struct frame_problems problems;
    struct act_whose whose; /* for somebody without a part in the record */
    struct form_view form;
    struct form_keys keys;
    struct gate_views gates, warnings;
    bool has_gates, has_warnings;
    Text gates_title;
    bool is_laid_over; /* answers of the address stand in the place of the draft's */
    Url action;
    Text subject;         /* "Maja Hallam": whom of the family it is about; empty: not one alone */
    Url back;             /* what it is done to */
    Text back_words;      /* "Hallam and Wilk family"; empty for an act on the organisation */
    struct act_lines next; /* a move that isn't open: what can be done instead */
    struct release_parts reports; /* what is to be released, to be read first */
    struct worry_views beside; /* what must be read before this is answered */
    struct conference_views views; /* what the agencies say, before it is decided */
    struct moving_view moving; /* which dates would move; shown before it is saved */
    bool has_draft;
    Text draft_saved;     /* when what stands here was last kept */
    bool has_newer;       /* somebody else saved the same first */
    bool has_before;      /* this same form was sent before, with other words */
    Text newer_who, saved_when;
    struct answer_views saved_lines; /* what was saved first */
    Text button;
};

/* GET and POST of every act's address. */
Err act_form_page(struct request *request, struct response *response);
Err act_form_send(struct request *request, struct response *response);
/* For struct site: may this person do the act in the address to what the address names? */
Err act_form_may(struct request *request);

#endif
