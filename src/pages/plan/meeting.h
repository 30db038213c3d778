/* A core group: who came, how each action is going, and each member's own list of what they do and by when (SE-05). */
#ifndef PAGES_PLAN_MEETING_H
#define PAGES_PLAN_MEETING_H

#include "pages/family_record.h"
#include "pages/plan/plan.h"
#include "web/response.h"

struct meeting_member_view {
    Text name, is, why;
    struct status_tag came;
};
struct meeting_member_views {
    struct meeting_member_view *at;
    size_t count;
};
struct meeting_action_view {
    Text what, when, know, children;
};
struct meeting_action_views {
    struct meeting_action_view *at;
    size_t count;
};
/* What one member does. */
struct meeting_list_view {
    Text id, who;
    struct meeting_action_views actions;
};
struct meeting_list_views {
    struct meeting_list_view *at;
    size_t count;
};

struct meeting_page {
    struct frame frame;
    Text title, line, notes, family_group, moved; /* moved: 'It moved: …'; empty: it did not */
    Url what_if; /* another day, weighed; URL_NONE: not for this reader, or it was held */
    Url family;
    Text family_words;
    struct status_tag state;
    struct meeting_member_views members;
    struct plan_text_views progress, said;
    struct meeting_list_views lists;
    bool is_whole;
    bool place_left_out; /* who reads the whole is told: nobody else sees this place */
};

/* GET /meeting/:meeting. */
Err meeting_page(struct request *request, struct response *response);

#endif
