#include "acts/conference/readiness_answered_act.h"

#include "acts/conference/at_conference.h"
#include "acts/people/whole_family.h"
#include "store/circle_sql.h"
#include "store/readiness_sql.h"

enum { ANSWERS_MOST = 200 /* as many as the .act's list holds */ };

/* An answer about one person or invitation; nothing was said when there is none. */
static Err answered(struct readiness_answered *act, int64_t about, enum readiness_question question, enum asked_answer answer,
                    struct readiness_answered_answers more)
{
    if (answer == ASKED_ANSWER_NONE)
        return ok();
    if (act->answers.count == ANSWERS_MOST)
        return err(BROKEN, "more answers than an act can hold");
    more.about = (PersonId){about};
    more.question = question;
    more.answer = answer;
    act->answers.at[act->answers.count++] = more;
    return ok();
}

#define NOTHING_MORE ((struct readiness_answered_answers){0})

static Err of_child(struct readiness_answered *act, const struct readiness_answered_children *row)
{
    TRY(answered(act, row->child.n, READINESS_QUESTION_TOLD, row->told, NOTHING_MORE));
    TRY(answered(act, row->child.n, READINESS_QUESTION_ADVOCATE, row->advocate, NOTHING_MORE));
    TRY(answered(act, row->child.n, READINESS_QUESTION_COMES, row->comes, (struct readiness_answered_answers){.detail = row->comes_how}));
    TRY(answered(act, row->child.n, READINESS_QUESTION_WORDS, row->words, NOTHING_MORE));
    return answered(act, row->child.n, READINESS_QUESTION_CONTACT, row->contact,
                    (struct readiness_answered_answers){.detail = row->contact_how, .ways = row->contact_ways});
}

static Err of_adult(struct readiness_answered *act, const struct readiness_answered_adults *row)
{
    TRY(answered(act, row->person.n, READINESS_QUESTION_TOLD, row->told, NOTHING_MORE));
    TRY(answered(act, row->person.n, READINESS_QUESTION_ADVOCATE, row->advocate, NOTHING_MORE));
    TRY(answered(act, row->person.n, READINESS_QUESTION_NEEDS, row->needs,
                 (struct readiness_answered_answers){.detail = row->needs_how, .needs = row->need_kinds, .confirmed = row->needs_confirmed}));
    TRY(answered(act, row->person.n, READINESS_QUESTION_SUPPORTER, row->supporter, (struct readiness_answered_answers){.detail = row->supporter_who}));
    TRY(answered(act, row->person.n, READINESS_QUESTION_CONTACT, row->contact,
                 (struct readiness_answered_answers){.detail = row->contact_how, .ways = row->contact_ways}));
    TRY(answered(act, row->person.n, READINESS_QUESTION_APART, row->apart,
                 (struct readiness_answered_answers){.detail = row->apart_how, .other = row->apart_from}));
    return answered(act, row->person.n, READINESS_QUESTION_CHAIR_MEETS, row->chair_meets, NOTHING_MORE);
}

Err readiness_answered_decide(struct act_run *run, struct readiness_answered *act)
{
    struct facts facts = {0};
    struct at_conference at;
    TRY(at_conference(run, &facts, &at));
    act->answers.at = ARENA_MANY(run->arena, ANSWERS_MOST, struct readiness_answered_answers);
    act->answers.count = 0;
    for (size_t i = 0; i < act->children.count; i++) {
        if (at_child(&at, act->children.at[i].child) == NULL)
            return err(NOT_FOUND, "a child the conference isn't about");
        TRY(of_child(act, &act->children.at[i]));
    }
    for (size_t i = 0; i < act->adults.count; i++) {
        TRY(family_person_known(run, act->adults.at[i].person));
        TRY(of_adult(act, &act->adults.at[i]));
    }
    for (size_t i = 0; i < act->invitations.count; i++) {
        if (at_invitation(&at, act->invitations.at[i].invitation) == NULL)
            return err(NOT_FOUND, "an invitation of another conference");
        TRY(answered(act, act->invitations.at[i].invitation.n, READINESS_QUESTION_REPORT, act->invitations.at[i].report, NOTHING_MORE));
    }
    if (act->answers.count == 0 && date_is_none(act->sharing_on))
        act_problem(run, "asked", "Record at least one answer");
    return act_gates(run, &facts);
}

/* What an adult said about safe contact holds wherever the family is contacted, not for this conference alone: the same as SAFE_CONTACT_SET. */
static Err keep_safe_contact(Tx *tx, const struct entry *entry, const struct readiness_answered *act, const struct readiness_answered_adults *row)
{
    Arena *arena = tx->read->arena;
    Text asked = text_format(arena, "Asked alone on %.*s: ", TEXT_ARGS(date_long(arena, act->asked)));
    Text ways = code_set_text(arena, &SAFE_WAY_LIST, row->contact_ways);
    switch (row->contact) {
    case ASKED_ANSWER_ASKED_YES: {
        Out how = out_new(arena);
        for (int way = SAFE_WAY_NONE + 1; way < SAFE_WAY_COUNT; way++)
            if ((row->contact_ways >> way & 1) != 0) {
                out_string(&how, how.len > 0 ? ", " : "Safe: ");
                out_string(&how, safe_way_words((enum safe_way)way));
            }
        out_string(&how, how.len > 0 && !text_is_empty(row->contact_how) ? ". " : "");
        out_text(&how, row->contact_how);
        return adult_safe_contact(tx, row->person, entry->family, false, ways, how.len > 0 ? out_all(&how) : text_join(arena, asked, T("a way is safe")));
    }
    case ASKED_ANSWER_ASKED_NO:
        return adult_safe_contact(tx, row->person, entry->family, false, TEXT_NONE, text_join(arena, asked, T("no way is safe")));
    case ASKED_ANSWER_ASKED_NO_ANSWER:
    case ASKED_ANSWER_REFUSED:
        return adult_contact_unanswered(tx, row->person, entry->family, text_join(arena, asked, T("no answer. Treat every way as unsafe")));
    case ASKED_ANSWER_NOT_NEEDED:
    case ASKED_ANSWER_NOT_YET:
    case ASKED_ANSWER_NONE:
    case ASKED_ANSWER_COUNT: break;
    }
    return ok();
}

Err readiness_answered_apply(Tx *tx, const struct entry *entry, const struct readiness_answered *act)
{
    ConferenceId conference = {entry->target};
    for (size_t i = 0; i < act->answers.count; i++) {
        const struct readiness_answered_answers *row = &act->answers.at[i];
        TRY(readiness_add(tx, conference, entry->family, row->about, row->question, row->answer, row->detail,
                          code_set_text(tx->read->arena, &NEED_KIND_LIST, row->needs),
                          code_set_text(tx->read->arena, &SAFE_WAY_LIST, row->ways), row->other, row->confirmed == YESNO_YES, act->asked,
                          entry->number));
    }
    for (size_t i = 0; i < act->adults.count; i++)
        TRY(keep_safe_contact(tx, entry, act, &act->adults.at[i]));
    return date_is_none(act->sharing_on) ? ok() : conference_share_on(tx, conference, act->sharing_on);
}
