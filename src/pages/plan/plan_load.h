/* A plan as one reader may see it. What is not for them is taken out here, once: whoever writes a page from it cannot show it by mistake. */
#ifndef PAGES_PLAN_PLAN_LOAD_H
#define PAGES_PLAN_PLAN_LOAD_H

#include "rules/plan_copy.h"
#include "store/plan_page_sql.h"
#include "store/plan_readers_sql.h"
#include "store/store.h"

struct plan_loaded {
    PlanId plan;
    Date today;
    struct plan_reader reader;
    Rights rights;
    struct plan_head head;
    struct plan_versions_rows versions;      /* newest first; without drafts, and without sections, that this reader doesn't see */
    struct plan_page_actions_rows actions;   /* of all those versions; without actions, and words about them, that this reader doesn't see */
    struct plan_views_rows views;            /* what the family says; nothing unless the copy is whole */
    struct plan_readers_rows readers;        /* who of the family can have a copy; the reader alone unless the copy is whole */
    struct plan_reader_words_rows own_words; /* what was written for one reader: for this one, or for all when the copy is whole */
};

/* NOT_FOUND when the reader may not know the child; NOT_ALLOWED when they have no copy of the plan. */
Err plan_load(Read *read, PlanId plan, struct plan_loaded *ret_loaded);
/* The copy that a member of the family would have of that version (0 or unknown: the newest), published or not: what plan_load gives them, for
 * somebody who reads the whole. NOT_ALLOWED to anybody else; NOT_FOUND when that person can have no copy. */
Err plan_load_as(Read *read, PlanId plan, PersonId person, int64_t version, struct plan_loaded *ret_loaded);
/* How somebody would read an own copy: whose words, and whether they are kept apart. `row` is of loaded->readers. */
Err plan_reader_like(Read *read, const struct plan_loaded *loaded, const struct plan_readers *row, struct plan_reader *ret_reader);
/* What was written for one person in that section of that version, or NULL. */
const struct plan_reader_words *plan_words_for(const struct plan_loaded *loaded, PersonId person, int64_t version, enum plan_section section);
/* What stands in that section of the reader's copy of that version. */
enum plan_text plan_text_for(const struct plan_loaded *loaded, const struct plan_reader *reader, int64_t version, enum plan_section section);
/* The words of a version by section. */
struct plan_words plan_version_sections(const struct plan_versions *version);
/* The version of that number, or NULL. */
const struct plan_versions *plan_version_numbered(const struct plan_loaded *loaded, int64_t number);
/* The newest version the reader sees, the one before another; NULL: none. */
const struct plan_versions *plan_version_before(const struct plan_loaded *loaded, const struct plan_versions *version);
/* Whether an action stands in a version. */
bool plan_action_stands(const struct plan_page_actions *action, int64_t version);
/* "Jill Larkfield-Osei, Fernhill Academy"; "you" for the reader's own in their own copy; the words when there is no person. Empty: nobody yet. */
Text plan_action_who(Arena *arena, const struct plan_loaded *loaded, const struct plan_page_actions *action);
/* "Friday 15 January 2027", "every week", both, or as written. Empty: no day yet. */
Text plan_action_when(Arena *arena, const struct plan_page_actions *action);

#endif
