/* The parts the family page is put together from, each in a file of its own; family.c alone calls them. */
#ifndef PAGES_FAMILY_PARTS_H
#define PAGES_FAMILY_PARTS_H

#include "pages/family.h"

/* What the children's columns and the list of people both look into: read once. */
struct columns {
    Arena *arena;
    const struct family_record *record;
    struct family_seen_rows seen;
    struct family_relations_rows relations;
    struct family_lives_rows lives;
    Date today;
};
Err read_columns(Read *read, struct columns *columns);

/* family_children.c: blocks of at most three columns, a child each. */
void add_columns(const struct columns *columns, bool reads_record, struct child_blocks *blocks);
/* family_contact.c: before you ring, write or knock; who is who. */
void add_warnings(Arena *arena, const struct family_record *record, struct warning_views *warnings);
Err add_people(Read *read, const struct columns *columns, struct family_page *page);
/* family_limits.c: what was due and when, the newest first, and what followed what; steps: NULL when nothing can be done. */
Err add_limits(Read *read, const struct family_record *record, struct steps *steps, struct family_page *page);
/* family.c: everything but the frame and the band's as_of, from a record of today or of an earlier day (steps: NULL). */
Err summary_of(Read *read, const struct family_record *record, struct steps *steps, struct family_page *page);

#endif
