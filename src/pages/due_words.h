/* A row of a profile, and how a time limit stands, in words: for the working under a date, for the page of the whole working, for lists. */
#ifndef PAGES_DUE_WORDS_H
#define PAGES_DUE_WORDS_H

#include "base/out.h"
#include "rules/practice.h"

/* A state of something: a shape, words, and a colour third. look: late, wait, done, info, none, stop (assets/_staff_pages.scss, .st). */
struct status_tag {
    Text look, words;
};

struct status_tags {
    struct status_tag *at;
    size_t count;
};

/* How far a day is from today: '1 day late', 'today', 'tomorrow', 'in 3 days'. */
struct status_tag due_tag(Arena *arena, Date due, Date today);
/* '15 working days', '1 month'. */
void out_amount(Out *out, const struct obligation_row *row);
/* 'Plan started, or: Child seen on a visit': the events of a set. Nothing for an empty set. */
void out_events(Out *out, uint64_t set);
/* 'National guidance', 'Local practice', 'A lead, not verified'. */
Text row_standing_words(const struct obligation_row *row);

#endif
