#include "acts/conference/apart.h"

#include "acts/conference/ready.h"
#include "rules/quorum.h"
#include "store/report_sql.h"

enum { PAIRS_MOST = 2 * CONFERENCE_ADULTS_MOST };

struct pair {
    PersonId one, other;
    Text how; /* how they are kept apart; empty: nobody has said */
};
struct pairs {
    struct pair at[PAIRS_MOST];
    size_t count;
};

static void add_pair(struct pairs *pairs, PersonId one, PersonId other, Text how)
{
    for (size_t i = 0; i < pairs->count; i++) {
        struct pair *pair = &pairs->at[i];
        if ((pair->one.n == one.n && pair->other.n == other.n) || (pair->one.n == other.n && pair->other.n == one.n)) {
            if (text_is_empty(pair->how))
                pair->how = how;
            return;
        }
    }
    if (pairs->count < PAIRS_MOST)
        pairs->at[pairs->count++] = (struct pair){one, other, how};
}

/* On the conference's list, and not kept out of the whole of it. */
static bool may_be_there(const struct at_conference *at, PersonId person)
{
    const struct invitations_of *row = at_family_member(at, person);
    return row != NULL && !at_is_excluded(row);
}

static Text how_of(const struct readiness_of_rows *rows, PersonId person)
{
    const struct readiness_of *said = ready_answer(rows, person.n, READINESS_QUESTION_APART);
    return said != NULL && said->answer == ASKED_ANSWER_ASKED_YES ? text_trim(said->detail) : TEXT_NONE;
}

/* What people said, of whoever was asked, and what courts and the police have ordered. */
static Err find_pairs(struct act_run *run, const struct at_conference *at, struct pairs *ret_pairs)
{
    struct readiness_of_rows rows;
    struct orders_apart_rows orders;
    *ret_pairs = (struct pairs){.count = 0};
    TRY(readiness_of(run->read, at->id, &rows));
    TRY(orders_apart(run->read, at->now.family, &orders));
    for (size_t i = 0; i < at->invitations.count; i++) {
        PersonId person = at->invitations.at[i].person;
        const struct readiness_of *said = ready_answer(&rows, person.n, READINESS_QUESTION_APART);
        if (person.n != 0 && at->invitations.at[i].agency.n == 0 && said != NULL && said->answer == ASKED_ANSWER_ASKED_YES)
            add_pair(ret_pairs, person, said->other, text_trim(said->detail));
    }
    for (size_t i = 0; i < orders.count; i++) {
        PersonId about = orders.at[i].about, against = orders.at[i].against;
        if (may_be_there(at, about) && may_be_there(at, against)) {
            Text how = how_of(&rows, about);
            add_pair(ret_pairs, about, against, text_is_empty(how) ? how_of(&rows, against) : how);
        }
    }
    return ok();
}

/* 'Ada Lane and Ben Lane'; only the first name when the other is not known. */
static Err pair_words(struct act_run *run, const struct pair *pair, Text *ret_words)
{
    struct contact_name one, other;
    TRY(contact_name(run->read, pair->one, &one));
    *ret_words = text_format(run->arena, "%.*s %.*s", TEXT_ARGS(one.given), TEXT_ARGS(one.family_name));
    if (pair->other.n == 0)
        return ok();
    TRY(contact_name(run->read, pair->other, &other));
    *ret_words = text_format(run->arena, "%.*s and %.*s %.*s", TEXT_ARGS(*ret_words), TEXT_ARGS(other.given), TEXT_ARGS(other.family_name));
    return ok();
}

Err apart_arranged(struct act_run *run, const struct at_conference *at, struct facts *facts, struct gate_words *words)
{
    struct pairs *pairs = ARENA_NEW(run->arena, struct pairs);
    TRY(find_pairs(run, at, pairs));
    for (size_t i = 0; i < pairs->count; i++) {
        facts->people_kept_apart++;
        facts->people_kept_apart_arranged += !text_is_empty(pairs->at[i].how);
        if (text_is_empty(pairs->at[i].how)) {
            Text who, *said = &words->of[KEPT_APART_ARRANGED];
            TRY(pair_words(run, &pairs->at[i], &who));
            *said = text_format(run->arena, "%.*s%sSay how %.*s %s kept apart.", TEXT_ARGS(*said), text_is_empty(*said) ? "" : ". ", TEXT_ARGS(who),
                                pairs->at[i].other.n == 0 ? "is" : "are");
        }
    }
    return ok();
}

static enum attendance came_as(const struct at_conference *at, const struct conference_opened *act, PersonId person)
{
    const struct invitations_of *row = at_family_member(at, person);
    for (size_t i = 0; row != NULL && i < act->attendance.count; i++)
        if (act->attendance.at[i].invitation.n == row->invitation.n)
            return act->attendance.at[i].attendance;
    return ATTENDANCE_NONE;
}

Err apart_who_meet(struct act_run *run, const struct at_conference *at, const struct conference_opened *act, struct facts *facts, Text *ret_words)
{
    struct pairs *pairs = ARENA_NEW(run->arena, struct pairs);
    Out words = out_new(run->arena);
    TRY(find_pairs(run, at, pairs));
    for (size_t i = 0; i < pairs->count; i++) {
        PersonId one = pairs->at[i].one, other = pairs->at[i].other;
        Text who;
        if (other.n == 0 || !attendances_meet(came_as(at, act, one), came_as(at, act, other)))
            continue;
        facts->people_who_would_meet++;
        TRY(pair_words(run, &pairs->at[i], &who));
        out_text(&words, text_format(run->arena, "%s%.*s must not meet.", words.len > 0 ? " " : "", TEXT_ARGS(who)));
        if (!text_is_empty(pairs->at[i].how))
            out_text(&words, text_join(run->arena, T(" It was arranged: "), pairs->at[i].how));
    }
    *ret_words = out_all(&words);
    return ok();
}

static enum room_session session_of(const struct apart_place *places, size_t count, PersonId person)
{
    for (size_t i = 0; i < count; i++)
        if (places[i].person.n == person.n)
            return places[i].session;
    return ROOM_SESSION_NONE;
}

Err apart_in_sessions(struct act_run *run, const struct at_conference *at, const struct apart_place *places, size_t count, struct facts *facts, Text *ret_words)
{
    struct pairs *pairs = ARENA_NEW(run->arena, struct pairs);
    Out words = out_new(run->arena);
    TRY(find_pairs(run, at, pairs));
    for (size_t i = 0; i < pairs->count; i++) {
        enum room_session one = session_of(places, count, pairs->at[i].one), other = session_of(places, count, pairs->at[i].other);
        bool together = one == other || one == ROOM_SESSION_BOTH || other == ROOM_SESSION_BOTH;
        Text who;
        if (pairs->at[i].other.n == 0 || one == ROOM_SESSION_NONE || other == ROOM_SESSION_NONE || !together)
            continue;
        facts->people_who_would_meet++;
        TRY(pair_words(run, &pairs->at[i], &who));
        out_text(&words, text_format(run->arena, "%s%.*s must not meet: open the room with two sessions.", words.len > 0 ? " " : "", TEXT_ARGS(who)));
    }
    *ret_words = out_all(&words);
    return ok();
}
