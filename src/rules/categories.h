/* Each category's signs, and its meaning in plain words for the family: they stand where a category is chosen and where it is read (SB-20).
 * The meaning for staff is category_meaning(). */
#ifndef RULES_CATEGORIES_H
#define RULES_CATEGORIES_H

#include "rules/codes.h"

enum { SIGNS_MAX = 8 };

struct category_row {
    const char *signs[SIGNS_MAX]; /* those after the last are NULL */
    const char *plain;            /* one or two sentences, for a parent or young person */
    const char *census;           /* the code in the children in need census */
    const char *source;
};

/* The row of a category; an empty one for CATEGORY_NONE. */
const struct category_row *category_row(enum category category);
/* The census code of a set of categories (bits 1 << category): 'MUL' for two or more, '' for none. */
const char *categories_census(uint64_t categories);

#endif
