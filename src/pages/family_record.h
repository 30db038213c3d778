/* What the family's pages and the child's file have in common: who the family is, in what state, and the band at the top of each page.
 * Everything is read through one Read, so that a family replayed to an earlier day shows on the same pages. */
#ifndef PAGES_FAMILY_RECORD_H
#define PAGES_FAMILY_RECORD_H

#include "pages/frame.h"
#include "pages/practice/moved.h"
#include "pages/why.h"
#include "store/family_page_sql.h"
#include "store/protection_sql.h"
#include "store/store.h"

struct family_record {
    FamilyId family;
    Rights rights; /* what the reader may do to at least one of the children */
    struct family_head head;
    struct family_children_rows children;
    struct family_stages_rows stages;
    struct family_plans_now_rows plans;
    struct family_adults_rows adults;
    struct family_orders_rows orders;
    struct family_protected_rows protected_people;
    struct protections_open_rows protections; /* immediate ones, that have not ended */
    struct family_due_rows due;               /* what is due and not done, the first day first */
    struct family_conferences_rows conferences;
    Rights duty_rights; /* what the reader's account is for, without a child */
    struct practice practice;
    struct moves moves; /* days that became others, of what is or was due */
};

/* NOT_FOUND when the reader may know none of the children. */
Err family_record_of(Read *read, FamilyId family, struct family_record *ret_record);
/* Names each child of it for the look. */
void family_record_shows(struct request *request, const struct family_record *record);

enum family_tab { TAB_SUMMARY, TAB_TIMELINE, TAB_PEOPLE, TAB_PLAN, TAB_CONFERENCES, TAB_VISITS, TAB_DOCUMENTS, TAB_ACCESS, TAB_NONE };

struct family_band {
    Text name, line;
    Text telephone;         /* of the lead social worker; empty: not known */
    Text as_of;             /* 'As it stood on 5 March 2026'; empty: today's */
    struct status_tags badges;
    bool has_step;
    Text step_words;        /* the one thing done most, as a green button */
    Url step;
    Url acts;               /* all that can be done */
    bool has_acts;
    struct frame_links tabs;
};

struct family_band family_band_of(Arena *arena, const struct family_record *record, enum family_tab tab, Date today);

/* family_next.c: the one thing to do next; without words: nothing that this reader may do. */
struct family_step {
    Text words;
    Url address;
};
struct family_step family_step_of(Arena *arena, const struct family_record *record, Date today);
/* The conference that is booked, today or later, for what is due; NULL: none, or no conference is due. */
const struct family_conferences *booked_conference(const struct family_record *record, enum obligation_kind kind, Date today);

/* What the process asks for next where a child's episode stands: addresses of acts, at most NEXT_ACTS, the one done most first; NULL ends them. */
enum { NEXT_ACTS = 3 };
const char *const *next_acts(enum stage stage);
/* What is often done there besides, at most LIKELY_ACTS; STAGE_NONE: where nothing is open. */
enum { LIKELY_ACTS = 7 };
const char *const *likely_acts(enum stage stage);

/* 'Neglect, emotional abuse' of the codes 'NEGLECT EMOTIONAL' as a plan keeps them; in small letters but for the first. */
Text categories_words(Arena *arena, Text codes);
/* A column of codes of a list, as it stands inside a sentence: 'neglect, emotional abuse'. Empty for none. */
Text code_set_words(Arena *arena, const struct code_list *list, Text codes);
/* 'Maja', 'Maja and Oskar', 'all three children': those of these children's numbers. */
Text children_words(Arena *arena, const struct family_record *record, const ChildId *children, size_t count);
/* Given name, or 'the unborn baby'. */
Text first_name(const struct family_children *child);

#endif
