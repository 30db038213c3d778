/* What waits for a decision, whole: the worry itself, so that nobody decides on what they can't read. */
#ifndef PAGES_WAITING_H
#define PAGES_WAITING_H

#include "acts/act_kind.h"
#include "base/text.h"
#include "store/store.h"

struct worry_fact {
    Text label, words;
};
struct worry_facts {
    struct worry_fact *at;
    size_t count;
};

/* One contact: who was worried about whom, when, in what words. */
struct worry_view {
    Text id, title, about; /* "Contact from school, received on 26 November 2026"; "About Maja and Oskar" */
    Text waits;            /* "Nobody has decided on it yet." */
    struct worry_facts facts;
};
struct worry_views {
    struct worry_view *at;
    size_t count;
};

/* What the act's form shows beside it (its `beside`); nothing for an act that names nothing, and for a form on no family. */
Err waiting_beside(Read *read, const struct act_kind *kind, FamilyId family, struct worry_views *ret_worries);
/* All that waits in a family: contacts, and referrals. */
Err waiting_of_family(Read *read, FamilyId family, struct worry_views *ret_worries);

#endif
