/* All that this reader can do for a family now: on the family, on each child, on each plan and conference, by what kind of work it is. */
#ifndef PAGES_FAMILY_ACTS_H
#define PAGES_FAMILY_ACTS_H

#include "acts/act_kind.h"
#include "pages/family_record.h"
#include "web/response.h"

struct act_line {
    Text words;
    Url address;
};
struct act_lines {
    struct act_line *at;
    size_t count;
};

struct act_group {
    Text title, about; /* "Record"; "Maja" for acts on one child */
    struct act_lines lines;
    bool has_last;        /* one that stands apart, after all others */
    struct act_line last;
};
struct act_groups {
    struct act_group *at;
    size_t count;
};

struct family_acts_page {
    struct frame frame;
    struct family_band band;
    struct act_lines likely;         /* what is next and what is often done now; the rest is folded away */
    struct act_groups family, others; /* on the whole family; on one child, plan or conference */
};

/* GET /family/:family/acts. */
Err family_acts_page(struct request *request, struct response *response);
/* The form of an act on a thing of that kind. */
Url act_url(Arena *arena, enum act_target on, int64_t target, Text act);
/* What most likely comes next for the children of a family, by where each one's case stands, as far as these rights allow; none for a family that the
 * reader does not know. */
Err family_next_acts(struct request *request, Read *read, FamilyId family, struct act_lines *ret_lines);
/* The acts on one child, plan or conference that these rights allow. */
struct act_lines act_lines_of(Arena *arena, enum act_target on, int64_t target, Rights rights);
/* What may be done about one child: a birth only of one who is not born. */
struct act_lines act_lines_of_child(Arena *arena, const struct family_children *child, Rights rights);

#endif
