/* Which act tells whom what: the table at the end. */
#include "acts/body.h"
#include "acts/conference/conference_moved_act.h"
#include "acts/conference/conference_not_held_act.h"
#include "acts/conference/mail_decided_act.h"
#include "acts/conference/people_invited_act.h"
#include "acts/conference/readiness_answered_act.h"
#include "acts/conference/report_shared_act.h"
#include "acts/conference/summary_sent_act.h"
#include "jobs/outbox.h"
#include "store/invitation_sql.h"

/* What one entry tells. */
struct telling {
    Tx *tx;
    const struct entry *entry;
    int64_t count; /* of messages so far */
    bool has_server;
};

static Err add(struct telling *telling, InvitationId invitation, PersonId person, enum mail_cause cause, enum mail_box box, enum mail_why why)
{
    if (++telling->count >= IDS_OF_ONE_ENTRY)
        return err(BROKEN, "one entry tells more than it has numbers for");
    enum mail_state state = why == MAIL_WHY_NONE ? MAIL_STATE_WAITING : why == MAIL_WHY_LOSS ? MAIL_STATE_STOPPED : MAIL_STATE_BY_POST;
    MailId id = {telling->entry->number.n * IDS_OF_ONE_ENTRY + telling->count};
    return outbox_add(telling->tx, id, (ConferenceId){telling->entry->target}, telling->entry->family, invitation, person, cause, box, state, why,
                      state == MAIL_STATE_WAITING ? telling->tx->read->now : INSTANT_NONE);
}

static Err add_box(struct telling *telling, InvitationId invitation, const struct mail_reach *reach, enum mail_cause cause, enum mail_box box)
{
    Text address;
    enum mail_why why = outbox_why_not(reach, cause, box, &address);
    return add(telling, invitation, reach->person, cause, box, why == MAIL_WHY_NONE && !telling->has_server ? MAIL_WHY_NO_SERVER : why);
}

/* To both who read an agency's mail, or to the one address there is. */
static Err tell(struct telling *telling, InvitationId invitation, enum mail_cause cause)
{
    struct mail_reach reach;
    bool found;
    TRY(mail_reach(telling->tx->read, invitation, &reach, &found));
    if (!found)
        return ok();
    if (reach.is_as != INVITED_AS_AGENCY || text_is_empty(reach.lead))
        return add_box(telling, invitation, &reach, cause, MAIL_BOX_OWN);
    TRY(add_box(telling, invitation, &reach, cause, MAIL_BOX_LEAD));
    return text_is_empty(reach.deputy) ? ok() : add_box(telling, invitation, &reach, cause, MAIL_BOX_DEPUTY);
}

/* Somebody of the family; who is not on the list has no way that is known. */
static Err tell_person(struct telling *telling, PersonId person, enum mail_cause cause)
{
    struct invitations_of_rows rows;
    TRY(invitations_of(telling->tx->read, (ConferenceId){telling->entry->target}, &rows));
    for (size_t i = 0; i < rows.count; i++)
        if (rows.at[i].person.n == person.n && rows.at[i].agency.n == 0)
            return tell(telling, rows.at[i].invitation, cause);
    return add(telling, (InvitationId){0}, person, cause, MAIL_BOX_OWN, MAIL_WHY_NO_ADDRESS);
}

/* Recording the list again, with one more on it, tells the others nothing new. */
static Err tell_invited(struct telling *telling, InvitationId invitation, bool excluded)
{
    struct outbox_last_told last;
    bool found;
    enum mail_cause cause = excluded ? MAIL_CAUSE_EXCLUDED : MAIL_CAUSE_INVITED;
    TRY(outbox_last_told(telling->tx->read, invitation, &last, &found));
    if (found && (last.cause == cause || (last.cause == MAIL_CAUSE_MOVED && !excluded)))
        return ok();
    return tell(telling, invitation, cause);
}

static Err invited(struct telling *telling, const void *given)
{
    const struct people_invited *act = given;
    for (size_t i = 0; i < act->invitations.count; i++) {
        const struct people_invited_invitations *row = &act->invitations.at[i];
        bool excluded = row->exclusion == EXCLUSION_EXTENT_WHOLE || row->exclusion == EXCLUSION_EXTENT_PART;
        if (excluded)
            TRY(tell_invited(telling, row->invitation, true));
        if (row->invited == YESNO_YES && !excluded)
            TRY(tell_invited(telling, row->invitation, false));
    }
    for (size_t i = 0; i < act->made.count; i++)
        TRY(tell_invited(telling, act->made.at[i].invitation, false));
    return ok();
}

static Err moved(struct telling *telling, const void *given)
{
    const struct conference_moved *act = given;
    for (size_t i = 0; i < act->told.count; i++)
        TRY(tell(telling, act->told.at[i].invitation, MAIL_CAUSE_MOVED));
    return ok();
}

/* Whoever was told to come. */
static Err not_held(struct telling *telling, const void *given)
{
    struct invitations_of_rows rows;
    (void)given;
    TRY(invitations_of(telling->tx->read, (ConferenceId){telling->entry->target}, &rows));
    for (size_t i = 0; i < rows.count; i++)
        if (rows.at[i].invited == YES_NO_UNKNOWN_YES)
            TRY(tell(telling, rows.at[i].invitation, MAIL_CAUSE_CALLED_OFF));
    return ok();
}

/* Each time it is recorded that a report was asked for, it is asked for. */
static Err report_wanted(struct telling *telling, const void *given)
{
    const struct readiness_answered *act = given;
    for (size_t i = 0; i < act->answers.count; i++)
        if (act->answers.at[i].question == READINESS_QUESTION_REPORT && act->answers.at[i].answer == ASKED_ANSWER_ASKED_YES)
            TRY(tell(telling, (InvitationId){act->answers.at[i].about.n}, MAIL_CAUSE_REPORT_WANTED));
    return ok();
}

/* Who is told by email that something waits for them; every other way tells by itself. */
static Err ready_for(struct telling *telling, PersonId person, enum sharing_how how)
{
    return how == SHARING_HOW_EMAIL ? tell_person(telling, person, MAIL_CAUSE_COPY_READY) : ok();
}

static Err summary_ready(struct telling *telling, const void *given)
{
    const struct summary_sent *act = given;
    for (size_t i = 0; i < act->people.count; i++)
        TRY(ready_for(telling, act->people.at[i].person, act->people.at[i].how));
    for (size_t i = 0; i < act->children.count; i++)
        TRY(ready_for(telling, child_person(act->children.at[i].child), act->children.at[i].how));
    return ok();
}

static Err report_ready(struct telling *telling, const void *given)
{
    const struct report_shared *act = given;
    for (size_t i = 0; i < act->people.count; i++)
        TRY(ready_for(telling, act->people.at[i].person, act->people.at[i].how));
    for (size_t i = 0; i < act->children.count; i++)
        TRY(ready_for(telling, child_person(act->children.at[i].child), act->children.at[i].how));
    return ok();
}

/* What waits or did not arrive is sent again, or goes by post. What is just being sent goes its way. */
static Err decided(struct telling *telling, const void *given)
{
    const struct mail_decided *act = given;
    bool again = act->choice == MAIL_CHOICE_AGAIN;
    for (size_t i = 0; i < act->mails.count; i++) {
        TRY(outbox_obey(telling->tx, act->mails.at[i], again ? MAIL_STATE_WAITING : MAIL_STATE_BY_POST, again ? MAIL_WHY_NONE : MAIL_WHY_CHOSEN,
                        again ? telling->tx->read->now : INSTANT_NONE, telling->entry->number));
        TRY(outbox_chosen(telling->tx, act->mails.at[i], telling->entry->number));
    }
    return ok();
}

static const struct {
    const struct act_kind *kind;
    Err (*tells)(struct telling *telling, const void *act);
} CAUSES[] = {
    {&PEOPLE_INVITED_ACT, invited},
    {&CONFERENCE_MOVED_ACT, moved},
    {&CONFERENCE_NOT_HELD_ACT, not_held},
    {&READINESS_ANSWERED_ACT, report_wanted},
    {&SUMMARY_SENT_ACT, summary_ready},
    {&REPORT_SHARED_ACT, report_ready},
    {&MAIL_DECIDED_ACT, decided},
};

Err outbox_tell(Tx *tx, const struct ledger_entry *entry, bool has_server)
{
    struct telling telling = {.tx = tx, .entry = &entry->header, .has_server = has_server};
    for (size_t i = 0; i < sizeof CAUSES / sizeof CAUSES[0]; i++) {
        void *act;
        struct entry_gates gates;
        struct consequences consequences;
        if (!text_equal_string(entry->header.act, CAUSES[i].kind->name))
            continue;
        if (!entry->has_body)
            return err(BROKEN, "an entry has no body");
        TRY(body_read(CAUSES[i].kind, entry->header.version, entry->body, tx->read->arena, &act, &gates, &consequences));
        return CAUSES[i].tells(&telling, act);
    }
    return ok();
}
