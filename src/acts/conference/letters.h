/* Letters about a conference: who is owed one, and what stands in it. A letter is built for its one reader from what everybody may know: when, where (unless the
 * words hold a protected address), whom to ask; never who else comes, by which door, or when others are heard. In a family's words (SC-03, SD-08,
 * SA-13, SC-10, SC-11, SD-23). */
#ifndef ACTS_CONFERENCE_LETTERS_H
#define ACTS_CONFERENCE_LETTERS_H

#include "acts/conference/at_conference.h"
#include "rules/profile.h"
#include "store/letters_sql.h"

enum { LETTERS_MOST = 100 /* that one act makes */ };

struct letter_due {
    const struct letter_readers *reader;
    Text name; /* of the reader, as it stands on the cover */
    enum letter_kind kind;
    enum sharing_how how; /* POST when that is safe and an address is known; else BY_HAND */
};
struct letters_due {
    struct letter_meeting meeting;
    struct letter_due *at;
    size_t count;
    bool stopped; /* a child of the family has died or a pregnancy was lost: no letter is made */
};

/* Who is owed a letter now: not yet told of the invitation, exclusion, move or end that holds. The caller has asked permission. */
Err letters_due_of(Read *read, ConferenceId conference, struct letters_due *ret_due);

/* The letter's words: paragraphs with an empty line between them; the first is the cover (name and address, a line each), one that begins with '# ' is a
 * heading. In read->arena. */
Err letter_words(Read *read, const struct letters_due *due, const struct letter_due *letter, const struct practice *practice, Text *ret_words);

#endif
