/* What changed between two texts, for a page that shows both side by side: the words that stayed at both ends, and those between. */
#ifndef PAGES_PLAN_COMPARE_H
#define PAGES_PLAN_COMPARE_H

#include "base/arena.h"
#include "base/text.h"

struct compare_side {
    Text before, changed, after; /* together: the text; changed is empty when nothing was taken away (or added) here */
};

struct compare_pair {
    bool same;
    struct compare_side was, is;
};

/* Cut at spaces, so that a word is marked whole. */
struct compare_pair compare_words(Text was, Text is);

#endif
