/* Finding people before anybody is written down twice: by any name, alias or sound, date of birth, NHS number, or words of an address that
 * is not protected. What a searcher is told of whom:
 *   a child, or an adult of a family, that they may know: who they are
 *   others, by a duty that searches (SEARCH_PEOPLE): name, date of birth, whom to ring
 *   people of a restricted family: that one matched, and which team to ring; never by an address, and never who
 *   families they have said they know (barred): nothing */
#ifndef STORE_PEOPLE_SEARCH_H
#define STORE_PEOPLE_SEARCH_H

#include "store/store.h"

enum {
    SEARCH_WORDS_MOST = 6, /* words of one search that count; more are passed over */
    SEARCH_PAGE = 20,      /* people on one page */
};

/* Where a page begins: behind this one. All zero: at the best. */
struct search_place {
    int64_t points;
    Text sort_key;
    PersonId person;
    FamilyId family;
};

struct search_found {
    PersonId person;
    FamilyId family;
    bool is_child;
    bool seen; /* the searcher may know them beyond this answer */
    Text given, family_name, known_as;
    Date born;
    Text ring_name, ring_telephone;
    struct search_place place;
};

/* Somebody of a restricted family matched. */
struct search_hidden {
    FamilyId family; /* for an emergency: GLASS_BROKEN is done on it */
    Text ring_name, ring_telephone;
};

struct search_result {
    struct search_found *at;
    size_t count;
    bool more;        /* the next page begins behind the last of these */
    struct search_hidden *hidden;
    size_t hidden_count;
    bool no_such_day; /* what looked like a date is none (31 2 2019): it was passed over */
};

/* NOT_VALID when there is nothing to search by: no word, date or number. `after` may be NULL. The hidden stand on the first page alone. */
Err search_for_people(Read *read, Text query, const struct search_place *after, struct search_result *ret_result);

/* Somebody who may be the one that is about to be written down. */
struct search_twin {
    PersonId person;  /* 0 when hidden */
    Text given, family_name;
    Date born;
    Text ring_name, ring_telephone;
    bool hidden;
};
struct search_twins {
    struct search_twin *at;
    size_t count;
};
/* Who may be the same person as one with this name, birthday (or DATE_NONE) and NHS number (ten digits, or empty). `besides`: the family that
 * the new person joins, where a brother or sister of the same day is no surprise; or none. */
Err likely_duplicates(Read *read, Text given, Text family_name, Date born, Text nhs_number, FamilyId besides, struct search_twins *ret_twins);

#endif
