/* From what is due to the act that does it: every kind of obligation leads to a form or a page, for whoever may do it; to others it says who
 * does it. One table for My work, the family's page and the child's. */
#ifndef PAGES_STEPS_H
#define PAGES_STEPS_H

#include "rules/codes.h"
#include "rules/roles.h"
#include "web/html.h"
#include "web/request.h"

struct step_line {
    Text words;
    Url address;
};
struct step_lines {
    struct step_line *at;
    size_t count;
};

/* What can be done about one thing that is due. `who` is for those who may do nothing of it: 'a manager'; empty when there are lines. `late`: why
 * it is late and what happens now, once somebody has said it. */
struct step_view {
    struct step_lines lines;
    Text who, late;
};

/* What is due: to which child of which family, counted from which day. */
struct step_of {
    FamilyId family;
    ChildId child;
    enum obligation_kind kind;
    Date start, due;
};

/* Remembers what it has read of each family while one page is made. */
struct steps;
struct steps *steps_new(struct request *request, Read *read);
/* The steps for one obligation, for this request's reader. */
Err steps_find(struct steps *steps, struct step_of due, struct step_view *ret_step);

enum { STEP_ACTS = 2 };
/* The names of the acts that satisfy a kind, for tests: NULL past the last. */
const char *step_act(enum obligation_kind kind, int place);

#endif
