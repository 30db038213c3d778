/* The plan: what is being written or in force, every action on a line, what changed from version to version. */
#ifndef PAGES_PLAN_PLAN_H
#define PAGES_PLAN_PLAN_H

#include "pages/family_acts.h"
#include "pages/family_record.h"
#include "pages/plan/compare.h"
#include "pages/plan/plan_load.h"
#include "web/response.h"

struct plan_text_view {
    Text title, words;
};
struct plan_text_views {
    struct plan_text_view *at;
    size_t count;
};

/* What is missing in an action, remarked on, or kept as it is. */
struct plan_remark_view {
    Text title, words;
    bool kept;
};
struct plan_remark_views {
    struct plan_remark_view *at;
    size_t count;
};

struct plan_action_view {
    Text number, what, who, when, measure, notices, note;
    bool has_tag, is_late;
    struct status_tag tag, late; /* late: "12 days late" */
    Text hidden_from; /* "Not in Darren's copy"; empty: in every copy */
    struct plan_remark_views remarks;
    bool may_change;
    Url change; /* the form, with what stands here */
};
struct plan_action_views {
    struct plan_action_view *at;
    size_t count;
};

/* The actions that serve one aim. */
struct plan_goal_view {
    Text id, title;
    struct plan_action_views actions;
};
struct plan_goal_views {
    struct plan_goal_view *at;
    size_t count;
};

struct plan_share_view {
    Text who;
    int64_t actions;
};
struct plan_share_views {
    struct plan_share_view *at;
    size_t count;
};

/* One person's own copy: what is different in it. */
struct plan_copy_view {
    Text who, what, words; /* 'Darren Hallam', '3 sections left out, 2 in words of their own', 'Read as Darren would' */
    Url read;
    bool kept_apart;
    Text remark; /* they are kept apart and nothing is written for them; empty: all is well */
};
struct plan_copy_views {
    struct plan_copy_view *at;
    size_t count;
};

/* One row of 'what changed'. */
struct plan_change_view {
    Text what, is, because;
    struct compare_side was, now;
    bool has_was, has_now, same;
};
struct plan_change_views {
    struct plan_change_view *at;
    size_t count;
};

struct plan_choice_view {
    Text value, words;
    bool chosen;
};
struct plan_choice_views {
    struct plan_choice_view *at;
    size_t count;
};

struct plan_page {
    struct frame frame;
    struct family_band band;
    bool has_band; /* the reader sees the family's pages */
    Text child, title, line, empty;
    struct due_day review; /* "Review by 14 July 2026" */
    struct status_tag state;
    Text why, contingency;
    bool is_draft, is_whole;
    bool may_publish;
    Url publish;
    struct plan_text_views sections;
    struct plan_goal_views goals;
    bool has_goals;
    Text no_goals; /* what is said when there are none */
    struct plan_remark_views remarks; /* of the whole plan */
    Text remarks_title;
    struct plan_share_views shares;
    struct plan_copy_views copies;
    bool has_changes;
    Text changes_title, was_title, now_title;
    struct plan_change_views changes;
    struct plan_text_views views;
    struct plan_choice_views choices;
    Url self;
    struct act_lines acts;
    struct plan_text_views left_out; /* pieces that copies leave out */
    Text left_out_title;
    bool may_mend;
    Url write_plan, set_action;
};

/* GET /plan/:plan; '?version=3' shows another version, '?with=2' compares with it. A reader of the family gets their own copy, as a family
 * page. */
Err plan_page(struct request *request, struct response *response);

#endif
