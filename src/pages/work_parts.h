/* The parts of My work beside what is due. Each fills its own fields of the page. For work.c alone. */
#ifndef PAGES_WORK_PARTS_H
#define PAGES_WORK_PARTS_H

#include "pages/work.h"
#include "store/moved_sql.h"

/* A partner's list is a copy, as their part of the plan is: *ret_left_out says that the words hold a protected address that they may not read. */
Err work_left_out(struct request *request, Read *read, FamilyId family, Text words, bool *ret_left_out);
/* What is late, due this week and after; a manager without a case of their own sees the team's. After the meetings, which it names. */
Err work_due_of(struct request *request, Read *read, bool manages, struct work_page *page);
/* Meetings today, and those of the next four weeks. */
Err work_meetings_of(struct request *request, Read *read, struct work_page *page);
/* What others recorded about one's children since the last day one looked. */
Err work_unread_of(struct request *request, Read *read, struct work_page *page);
/* work_actions.c: actions of plans that are one's own; and of one's children's plans those that are late and nobody else here sees. After what is late. */
Err work_actions_of(struct request *request, Read *read, struct work_page *page);
/* work_legal.c: a legal adviser's meetings to come, and what is owed after them. */
Err work_legal_of(struct request *request, Read *read, struct work_page *page);
/* Emergency openings that the reader was told of at once, and what children of theirs said, of the last days. */
Err work_told_of(struct request *request, Read *read, struct work_page *page);
/* work_rebooked.c: meetings to come that others moved in the last days, for whoever takes part. After work_told_of: they stand in the same list. */
Err work_rebooked_of(struct request *request, Read *read, struct work_page *page);
/* work_post.c: messages about conferences that did not arrive, to who arranges those. After work_told_of. */
Err work_post_of(struct request *request, Read *read, struct work_page *page);
/* Reports that are wanted from a partner's agency. */
Err work_reports_owed_of(struct request *request, Read *read, struct work_page *page);
/* A partner's children. */
Err work_children_of(struct request *request, Read *read, struct work_page *page);
/* Contacts that the front door has to decide on. */
Err work_contacts_of(struct request *request, Read *read, struct work_page *page);
/* What waits for a manager's decision, and who of the team holds how much. */
Err work_team_of(struct request *request, Read *read, struct work_page *page);
/* How many children are allocated to the reader themselves. */
Err work_load_of(struct request *request, Read *read, struct work_page *page);
/* work_known.c: to who keeps the service, that the holidays are known for less than a year, and how much is due after them. */
Err work_known_of(struct request *request, Read *read, struct work_page *page);
/* work_moved.c: days that became others since an entry, of the reader's children: one line for each time, the last first. */
struct moved_lines {
    struct work_line *at;
    EntryNumber *entries; /* of each line */
    size_t count;
};
Err work_moved_of(struct request *request, Read *read, int64_t after, struct moved_lines *ret_lines);
/* The last of these moves of one limit, as a sentence; empty: its day never moved. */
Text work_moved_words(Arena *arena, const struct moved_news_rows *rows, ChildId child, enum obligation_kind kind, Date start);
/* Forms that were begun. */
Err work_drafts_of(struct request *request, Read *read, struct work_page *page);
/* Acts on the organisation that this duty may do. */
Err work_organisation_of(struct request *request, Read *read, struct work_page *page);

#endif
