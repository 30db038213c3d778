#include "acts/act_kind.h"
#include "pages/family_record.h"
#include "pages/steps.h"
#include "web/url.h"

enum { SOON_DAYS = 7 }; /* a booked conference comes before what is not late when it is so near */

/* What the process asks for next where a child's episode stands. */
static const struct {
    enum stage stage;
    const char *acts[NEXT_ACTS + 1]; /* addresses; the one done most comes first */
} NEXT[] = {
    {STAGE_CONTACT, {"decide-contact", NULL}},
    {STAGE_REFERRAL, {"decide-referral", NULL}},
    {STAGE_ASSESSMENT, {"finish-assessment", "strategy-discussion", "allocate", NULL}},
    {STAGE_STRATEGY, {"strategy-discussion", "parents-told", NULL}},
    {STAGE_ENQUIRY, {"child-seen", "parents-told", "conclude-enquiry", NULL}},
    {STAGE_ENQUIRY_RISK, {"call-conference", "safety-plan", "child-seen", NULL}},
    {STAGE_TRANSFER_IN, {"call-conference", NULL}},
    {STAGE_CONFERENCE_CALLED, {"child-seen", "visit", NULL}},
    {STAGE_ON_A_PLAN, {"visit", "call-conference", "bring-review-forward", NULL}},
    {STAGE_CHILD_IN_NEED, {"child-in-need-plan", "visit", "close", NULL}},
    {STAGE_EARLY_HELP, {"close", NULL}},
};

/* What is often done there besides. */
static const struct {
    enum stage stage;
    const char *acts[LIKELY_ACTS + 1];
} LIKELY[] = {
    {STAGE_NONE, {"contact", "police-notification", "transfer", "add-adult", "relationship", "household", "record-address", NULL}},
    {STAGE_CONTACT, {"contact", "police-notification", "protection", "add-adult", "relationship", "safe-contact", NULL}},
    {STAGE_REFERRAL, {"contact", "allocate", "strategy-discussion", "protection", "add-adult", "safe-contact", NULL}},
    {STAGE_ASSESSMENT, {"visit", "child-seen", "parents-told", "contact", "protection", "safe-contact", NULL}},
    {STAGE_STRATEGY, {"protection", "child-seen", "safety-plan", "police-notification", "safe-contact", NULL}},
    {STAGE_ENQUIRY, {"visit", "safety-plan", "strategy-discussion", "protection", "police-notification", "safe-contact", NULL}},
    {STAGE_ENQUIRY_RISK, {"visit", "parents-told", "protection", "safe-contact", NULL}},
    {STAGE_TRANSFER_IN, {"visit", "add-adult", "record-address", "protection", NULL}},
    {STAGE_CONFERENCE_CALLED, {"safety-plan", "parents-told", "protection", "contact", "safe-contact", NULL}},
    {STAGE_ON_A_PLAN, {"child-seen", "contact", "strategy-discussion", "protection", "safe-contact", "call-legal-planning", NULL}},
    {STAGE_CHILD_IN_NEED, {"child-seen", "contact", "strategy-discussion", "protection", "safe-contact", NULL}},
    {STAGE_EARLY_HELP, {"contact", "protection", "safe-contact", NULL}},
};

static const char *const *none_of(void)
{
    static const char *const none[] = {NULL};
    return none;
}

const char *const *likely_acts(enum stage stage)
{
    for (size_t i = 0; i < sizeof LIKELY / sizeof LIKELY[0]; i++)
        if (LIKELY[i].stage == stage)
            return LIKELY[i].acts;
    return none_of();
}

const char *const *next_acts(enum stage stage)
{
    for (size_t i = 0; i < sizeof NEXT / sizeof NEXT[0]; i++)
        if (NEXT[i].stage == stage)
            return NEXT[i].acts;
    return none_of();
}

/* A child was protected at once, and nobody has met about it yet. */
static bool waits_for_discussion(const struct family_record *record)
{
    bool waits = record->protections.count > 0;
    for (size_t i = 0; i < record->stages.count; i++)
        waits &= record->stages.at[i].stage == STAGE_CONTACT || record->stages.at[i].stage == STAGE_REFERRAL || record->stages.at[i].stage == STAGE_ASSESSMENT ||
                 record->stages.at[i].stage == STAGE_CHILD_IN_NEED || record->stages.at[i].stage == STAGE_EARLY_HELP;
    return waits;
}

static bool is_of(enum conference_kind kind, enum obligation_kind due)
{
    switch (due) {
    case OBLIGATION_KIND_INITIAL_CONFERENCE: return kind == CONFERENCE_KIND_INITIAL;
    case OBLIGATION_KIND_PRE_BIRTH_CONFERENCE: return kind == CONFERENCE_KIND_PRE_BIRTH;
    case OBLIGATION_KIND_TRANSFER_IN_CONFERENCE: return kind == CONFERENCE_KIND_TRANSFER_IN;
    case OBLIGATION_KIND_FIRST_REVIEW:
    case OBLIGATION_KIND_NEXT_REVIEW:
    case OBLIGATION_KIND_PRE_BIRTH_REVIEW: return kind == CONFERENCE_KIND_REVIEW;
    case OBLIGATION_KIND_RECONVENE: return true;
    default: return false;
    }
}

static bool is_booked(const struct family_conferences *conference, Date today)
{
    bool open = conference->state == CONFERENCE_STATE_BOOKED || conference->state == CONFERENCE_STATE_CONFIRMED || conference->state == CONFERENCE_STATE_OPEN;
    return open && !date_is_none(conference->held_on) && !date_before(conference->held_on, today);
}

const struct family_conferences *booked_conference(const struct family_record *record, enum obligation_kind kind, Date today)
{
    for (size_t i = 0; i < record->conferences.count; i++)
        if (is_booked(&record->conferences.at[i], today) && is_of(record->conferences.at[i].kind, kind))
            return &record->conferences.at[i];
    return NULL;
}

/* NULL unless it is an act on a family that this reader may do. */
static const struct act_kind *allowed(const struct family_record *record, const char *address)
{
    const struct act_kind *kind = act_kind_at(text_of(address));
    return kind != NULL && kind->on == ON_FAMILY && rights_have(record->rights | record->duty_rights, kind->may) ? kind : NULL;
}

static bool is_next(const struct family_record *record, const char *address)
{
    for (size_t i = 0; i < record->stages.count; i++)
        for (const char *const *act = next_acts(record->stages.at[i].stage); *act != NULL; act++)
            if (text_equal_string(text_of(*act), address))
                return true;
    return false;
}

static struct family_step step_of(Arena *arena, const struct family_record *record, const struct act_kind *kind)
{
    return (struct family_step){text_of(kind->title), url_family_act(arena, record->family, text_of(kind->address))};
}

/* Of what comes next here, what is late or due first: a conference that is booked, or the act that does it. */
static struct family_step due_first(Arena *arena, const struct family_record *record, Date today)
{
    struct family_step step = {0};
    Date first = DATE_NONE;
    for (size_t i = 0; i < record->due.count; i++) {
        const struct family_due *due = &record->due.at[i];
        const struct family_conferences *conference = booked_conference(record, due->kind, today);
        const char *name = step_act(due->kind, 0);
        const struct act_kind *does = name == NULL ? NULL : act_kind_named(text_of(name));
        const struct act_kind *kind = does == NULL || !is_next(record, does->address) ? NULL : allowed(record, does->address);
        Date day = conference != NULL ? conference->held_on : due->due;
        bool counts = conference != NULL ? date_days_between(today, day) <= SOON_DAYS : kind != NULL;
        if (!counts || (!date_is_none(first) && !date_before(day, first)))
            continue;
        first = day;
        if (conference == NULL)
            step = step_of(arena, record, kind);
        else
            step = (struct family_step){text_of(conference_kind_words(conference->kind)),
                                        rights_have(record->rights, READ_CONFERENCE) ? url_conference(arena, conference->conference) : url_conference_papers(arena, conference->conference)};
    }
    return step;
}

struct family_step family_step_of(Arena *arena, const struct family_record *record, Date today)
{
    const struct act_kind *discussion = allowed(record, "strategy-discussion"), *contact = allowed(record, "contact");
    if (discussion != NULL && waits_for_discussion(record))
        return step_of(arena, record, discussion);
    struct family_step due = due_first(arena, record, today);
    if (!text_is_empty(due.words))
        return due;
    for (size_t i = 0; i < record->stages.count; i++)
        for (const char *const *act = next_acts(record->stages.at[i].stage); *act != NULL; act++) {
            const struct act_kind *kind = allowed(record, *act);
            if (kind != NULL)
                return step_of(arena, record, kind);
        }
    /* Nothing is open: a record just opened waits for its contact, one that was closed for the next. */
    return record->stages.count == 0 && contact != NULL && rights_have(record->rights, READ_RECORD) ? step_of(arena, record, contact) : (struct family_step){0};
}
