/* What the two pages of 'What if it moved?' are made from. For what_if.c and what_if_answer.c alone. */
#ifndef PAGES_WHAT_IF_PARTS_H
#define PAGES_WHAT_IF_PARTS_H

#include "acts/another_day.h"
#include "pages/what_if.h"

/* A child of the meeting whom the reader may know in this. */
struct what_if_child {
    ChildId child;
    Text name;
};

/* What is weighed. */
struct weighed {
    struct request *request;
    Read *read;
    struct another_day_what what;
    struct another_day moving;
    const struct what_if_child *children;
    size_t count;
    bool is_planned_only;   /* called for that day, not booked */
    bool reads_plan;        /* core groups may be named */
    Date to;
    int64_t time;           /* minutes; TIME_NONE: none is known */
    Text time_typed;        /* as it goes on to the next address */
    Date reports_by;        /* a conference: the last day on which reports reach the parents in time; DATE_NONE: no limit */
};

struct weighed what_if_new(struct request *request, Read *read);
/* Fills the form, which begins with weighed->time, and reads what was asked into `to`, `time` and `time_typed`: *ret_asked says that there is a day to weigh.
 * What can't be read stands among the page's problems. */
void what_if_question(struct weighed *weighed, struct what_if_page *page, bool *ret_asked);
/* The children's numbers; their names, 'Ada, Ben'. */
ChildId *what_if_children(const struct weighed *weighed);
Text what_if_names(const struct weighed *weighed);
/* The day with its time, when it has one. */
Text what_if_when(Arena *arena, Date day, Instant starts);
/* The form that does it, at `form`, with the day and time that were weighed in its fields of those names; not for who may not do that act, nor for the day on
 * which it is booked already. */
void what_if_move(const struct weighed *weighed, const struct act_kind *kind, const char *words, Rights rights, Url form, const char *day_field, const char *time_field,
                  struct what_if_page *page);

/* Fills everything of the page that is said of the day, but what is a conference's or a core group's alone: people, reports, clashes. */
Err what_if_answer(const struct weighed *weighed, struct what_if_page *page);
/* The address with that day, and the time that was typed, as answers of those fields. */
Url what_if_about(const struct weighed *weighed, Url url, Date day, const char *day_field, const char *time_field);
/* Says by what the chair or the room is taken at that time of that day; empty: by nothing, or no time is known. */
typedef Err what_if_clash(const struct weighed *weighed, Date day, Text *ret_words);
/* Adds the three nearest days that break nothing, or the fewest; those on which `clash` finds something are left out. NULL: nothing can clash. */
Err what_if_nearest_days(const struct weighed *weighed, what_if_clash *clash, struct what_if_page *page);

#endif
