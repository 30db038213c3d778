/* Who may read a paragraph. Every copy given to anybody is built from what its reader sees by this one question. Pure.
 * Source: docs, 'Who may see what'; SD-14, SC-17; a child's own words are for professionals until the child agreed to more. */
#ifndef RULES_READERS_H
#define RULES_READERS_H

#include <stdbool.h>
#include <stdint.h>

#include "rules/codes.h"

enum reader_kind {
    READER_NOBODY,
    READER_SOCIAL_CARE, /* who works the case for social care, or manages or audits it */
    READER_CHAIR,
    READER_ADMINISTRATOR,
    READER_PARTNER,     /* a professional of another agency in the conference */
    READER_FAMILY,      /* a parent or carer, or who stands beside one */
    READER_CHILD,
    READER_KIND_COUNT
};

struct reader {
    enum reader_kind kind;
    int64_t person;
    bool of_authors_team; /* the same team or agency as the author */
};

struct readable {
    enum audience audience;
    int64_t author;
    int64_t not_to; /* NOT_TO_PERSON: who; 0: it isn't said, then nobody of the family */
    int64_t child;  /* the child it is about; 0: all of them */
};

/* True when the reader may see it. An author sees their own words. */
bool reader_sees(const struct readable *paragraph, const struct reader *reader);
/* Whether anybody outside the case's own staff can read words of this audience: false for the author's own team alone. What nobody outside reads may
 * name a protected address. */
bool audience_leaves(enum audience audience);
/* What kind of reader somebody is by what their account is for. */
enum reader_kind reader_kind_of(enum duty duty);

#endif
