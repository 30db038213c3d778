/* My work: the first page of everybody who works here or with us. What is late, what is due, who is met today, what others did since, and what
 * was begun. Each duty sees the parts it has. */
#ifndef PAGES_WORK_H
#define PAGES_WORK_H

#include "pages/frame.h"
#include "pages/steps.h"
#include "pages/why.h"
#include "rules/codes.h"
#include "web/request.h"
#include "web/response.h"

struct work_item {
    Text day, what, family, more;
    Text moved; /* the last time the day became another, and why */
    Url address;
    struct status_tag tag;
    bool has_why;
    struct why_view why;
    struct step_view steps;
};
struct work_items {
    struct work_item *at;
    size_t count;
};

struct work_meeting {
    Text time, what, place;
    Url address;
    Date day;
    FamilyId family;
    Text family_name;
    bool is_conference, is_core_group;
};
struct work_meetings {
    struct work_meeting *at;
    size_t count;
};

/* One week of the next four, as numbers. */
struct work_week {
    Text week, worth;
    int64_t visits, meetings, reports, others;
};
struct work_weeks {
    struct work_week *at;
    size_t count;
};

struct work_line {
    Text words, meta;
    Url address;
    bool has_address;
    bool has_tag;
    struct status_tag tag; /* "3 days late" */
};
struct work_lines {
    struct work_line *at;
    size_t count;
};

struct work_bar {
    Text words;
    int64_t count, width; /* width of 100 */
};
struct work_bars {
    struct work_bar *at;
    size_t count;
};

struct work_member {
    Text name;
    int64_t families, children, plans, late;
    bool has_late;
};
struct work_members {
    struct work_member *at;
    size_t count;
};

struct work_child {
    Text name, age, plan;
    struct due_day review; /* by when it must be held */
    Url address;
    bool has_plan;
};
struct work_children_list {
    struct work_child *at;
    size_t count;
};

struct work_page {
    struct frame frame;
    Text today, last_look;
    bool has_counts;
    size_t late_count, week_count, meeting_count, unread_count, draft_count;
    struct work_meetings meetings;
    struct work_items late, week, later, to_book;
    bool has_due, holds_cases;
    bool late_is_more; /* than was counted */
    bool late_is_of_team; /* whose manager reads, without a case of their own */
    bool late_is_cut;  /* more is late than stands here */
    Text late_more;    /* 'All 14', 'The next 60' */
    Url late_all;
    struct work_weeks weeks;
    struct work_lines late_actions; /* of plans of the reader's children, late, of people who don't sign in here */
    struct work_lines legal;        /* a legal adviser's meetings to come, and what is owed after them */
    bool advises;
    struct work_lines unread, drafts, approvals, actions, organisation;
    bool has_unread, has_approvals, unread_is_cut;
    Text since;
    struct work_bars load;
    Text load_words;
    struct work_members team;
    Url all_overdue, timeliness; /* of a manager's teams */
    struct work_lines told; /* what somebody must know at once: a record opened in an emergency, what a child said */
    struct work_lines owed; /* reports that are wanted from a partner's agency */
    struct work_children_list children;
    bool is_partner, books, sees_no_case;
    bool begins; /* this duty begins cases: what can be begun stands first */
    struct work_meetings coming;
};

/* GET /; '?late=all' and '?late=DAY' show what is late from there on, more of it. */
Err work_page(struct request *request, struct response *response);

#endif
