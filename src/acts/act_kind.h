/* What an act is: one row per NAME.act, written by tools/act_to_c, beside its two hand-written functions. */
#ifndef ACTS_ACT_KIND_H
#define ACTS_ACT_KIND_H

#include "acts/fields.h"
#include "base/err.h"
#include "rules/gates.h"
#include "rules/ids.h"
#include "rules/roles.h"
#include "store/store.h"

struct act_run;
struct entry;

/* What an act is done to: the number in its address. */
enum act_target {
    ON_ORGANISATION,
    ON_FAMILY,
    ON_CHILD,
    ON_CONFERENCE,
    ON_PLAN,
    ON_PERSON,
    ON_COUNT
};

/* What a form is opened on, for the function that says what stands there now. */
struct act_now {
    Read *read;
    int64_t target;
    FamilyId family; /* of whatever the act is done to; none where there is none */
};

/* What the form of an act shows beside it: what its reader must have read before they answer. */
enum act_beside {
    BESIDE_NOTHING,
    BESIDE_CONTACTS,  /* the family's contacts that nobody has decided on */
    BESIDE_REFERRALS, /* the contacts whose referral nobody has decided on */
    BESIDE_VIEWS,     /* what each agency says about each child, counted */
    BESIDE_DATES,     /* how many dates become others, once the answers are there: the form is sent twice, and saves the second time */
};

struct act_kind {
    const char *name; /* "STRATEGY_DISCUSSION" */
    int version;      /* of the body */
    const char *doc;  /* the comment the .act file begins with */
    const char *title, *button, *address, *says;
    enum act_target on;
    enum act_beside beside;
    enum permission may;  /* who does it */
    enum permission seen; /* who sees it on a timeline */
    const enum gate *gates;
    size_t gate_count;
    const struct field *fields; /* on the form first, then the decided ones */
    size_t field_count;
    size_t size; /* of its struct */
    const char *const *guidance;
    size_t guidance_count;
    /* Reads, checks, fills the decided fields, adds problems and shut gates. */
    Err (*decide)(struct act_run *run, void *act);
    /* 'shows': fills what is so now into an act that holds what the address brought (a chosen action), so that a form of a change begins with
     * what it changes. It reads as the form's reader. NULL: the form begins empty. */
    Err (*now)(const struct act_now *now, void *act);
    bool sends_changes; /* 'shows changes': what comes back as it was counts as left empty; what is left empty stays */
    /* Writes the tables, from the decoded body and the entry alone. */
    Err (*apply)(Tx *tx, const struct entry *entry, const void *act);
};

/* Every act, sorted by name. Generated. */
extern const struct act_kind *const ACT_KINDS[];
extern const size_t ACT_KIND_COUNT;

/* Whether somebody with these rights on a child sees the act's entries there. What a meeting shares, who reads the conference reads too. */
static inline bool act_seen_by(const struct act_kind *kind, Rights rights)
{
    return rights_have(rights, kind->seen) || (kind->seen == READ_SHARED && rights_have(rights, READ_CONFERENCE));
}

/* What people do on the page of a conference's room, again and again: no list of acts offers it, and no other's timeline is filled with it. */
static inline bool act_in_room(const struct act_kind *kind) { return kind->seen == RECORD_CONFERENCE; }

/* The act of that name or address; NULL when there is none. */
const struct act_kind *act_kind_named(Text name);
const struct act_kind *act_kind_at(Text address);

#endif
