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
/* The section a code means, and its title in the copy of a child who reads about themselves; PLAN_SECTION_NONE and "" for none. */
enum plan_section plan_section_of(enum own_section code);
const char *plan_section_child_title(enum plan_section section);
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
    /* An address of the family is kept from them (or from whom they stand beside), or an order stands against them. The general words can give
     * away where somebody is safe: such a reader's own copy has only the sections that were written for them, and only their own actions. */
    bool kept_apart;
    PersonId words_of; /* for whom words of a section were written that this reader reads: themselves, or whom they stand beside */
};

/* What stands in a section of a reader's copy. */
enum plan_text {
    PLAN_TEXT_NOTHING,
    PLAN_TEXT_GENERAL, /* the words for everybody */
    PLAN_TEXT_OWN,     /* the words written for this reader; the general ones are not in the copy */
};

/* Whose action it is, and who may read it. */
struct plan_action_for {
    PersonId owner;
    AgencyId owner_agency;
    enum audience audience;
    PersonId not_to;
};

/* `own`: what was written for reader->words_of in this section; OWN_WORDS_NONE: nothing. Only an own copy has words of its own. */
enum plan_text plan_copy_text(const struct plan_reader *reader, enum plan_section section, enum own_words own);
bool plan_copy_shows_action(const struct plan_reader *reader, const struct plan_action_for *action);
/* Versions that were never published, and what changed from one to the next. */
bool plan_copy_shows_drafts(const struct plan_reader *reader);

#endif
