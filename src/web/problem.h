/* What is said when a request can't be answered: plain words, what to do next, no blame, and a reference when it was our fault. */
#ifndef WEB_PROBLEM_H
#define WEB_PROBLEM_H

#include "base/out.h"

struct problem_words {
    int status;
    const char *title;
    const char *says;   /* one or two sentences */
    Text reference;     /* empty unless it helps whoever mends it */
};

/* The words for a status; those of 500 for one without words of its own. */
struct problem_words problem_words(int status, Text reference);
/* The same as plain text: title, sentence, reference, a line each. Takes little memory and can't fail. */
void problem_plain(Out *out, const struct problem_words *words);

#endif
