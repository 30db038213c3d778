/* What a reader's copy of a plan shows: the whole, an agency's part, or a family member's own copy. Pure. */
#ifndef RULES_PLAN_COPY_H
#define RULES_PLAN_COPY_H

#include "base/text.h"
#include "rules/codes.h"
#include "rules/ids.h"
#include "rules/roles.h"

enum plan_section {
    PLAN_SECTION_NONE,
#define SECTION(name, title, own_title, part, needed, source) PLAN_SECTION_##name,
#include "rules/plan_sections.def"
#undef SECTION
    PLAN_SECTION_COUNT
};

struct plan_section_row {
    const char *name;      /* of the column and the field */
    const char *title;     /* for staff */
    const char *own_title; /* in the family's copy; "" when it does not stand there */
    bool part, needed;     /* shared with an agency; needed before the full plan is published */
    const char *source;
};
/* The row of a section; an empty one for PLAN_SECTION_NONE. */
const struct plan_section_row *plan_section_row(enum plan_section section);

/* What was written in each section. */
struct plan_words {
#define SECTION(name, title, own_title, part, needed, source) Text name;
#include "rules/plan_sections.def"
#undef SECTION
};
/* The words of one section. */
Text plan_section_words(const struct plan_words *words, enum plan_section section);

enum plan_copy {
    PLAN_COPY_NONE,  /* nothing, not even that there is a plan */
    PLAN_COPY_OWN,   /* what was published, in the family's titles, without what is not for them */
    PLAN_COPY_PART,  /* what was published: shared sections, and this agency's own actions */
    PLAN_COPY_WHOLE, /* everything, drafts and versions too */
};
/* The widest copy these rights on the child give. */
enum plan_copy plan_copy_of(Rights rights);

struct plan_reader {
    enum plan_copy copy;
    PersonId person;
    AgencyId agency; /* whose professional it is; 0: none */
    bool is_child;   /* reads the plan about themselves */
    /* An address of the family is kept from them, or an order stands against them. Sections have one text for everybody: such a reader's own
     * copy has none of them, and of the actions only their own, until somebody writes a copy for them. */
    bool kept_apart;
};

/* Whose action it is, and who may read it. */
struct plan_action_for {
    PersonId owner;
    AgencyId owner_agency;
    enum audience audience;
    PersonId not_to;
};

bool plan_copy_shows_section(const struct plan_reader *reader, enum plan_section section);
bool plan_copy_shows_action(const struct plan_reader *reader, const struct plan_action_for *action);
/* Versions that were never published, and what changed from one to the next. */
bool plan_copy_shows_drafts(const struct plan_reader *reader);

#endif
