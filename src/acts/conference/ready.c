#include "acts/conference/ready.h"

#include "acts/conference/apart.h"
#include "rules/profile.h"
#include "store/report_sql.h"

const struct readiness_of *ready_answer(const struct readiness_of_rows *rows, int64_t about, enum readiness_question question)
{
    const struct readiness_of *newest = NULL;
    for (size_t i = 0; i < rows->count; i++)
        if (rows->at[i].about.n == about && rows->at[i].question == question)
            newest = &rows->at[i];
    return newest;
}

bool ready_answered(const struct readiness_of_rows *rows, int64_t about, enum readiness_question question)
{
    const struct readiness_of *row = ready_answer(rows, about, question);
    return row != NULL && !row->again && asked_is_answered(row->answer);
}

/* What the counting goes through, and what it says is missing. */
struct counting {
    struct act_run *run;
    const struct at_conference *at;
    struct readiness_of_rows rows;
    struct facts *facts;
    struct gate_words *words;
};

/* Says beside a gate what of it is missing: one thing after the other. */
static void say_missing(struct counting *count, enum gate gate, Text what)
{
    Text *words = &count->words->of[gate];
    *words = text_is_empty(*words) ? text_join(count->run->arena, T("Missing: "), what) : text_join(count->run->arena, *words, text_join(count->run->arena, T(", "), what));
}

/* One of those whom a gate asks about: counted when there, named when missing. */
static Err count_person(struct counting *count, enum gate gate, PersonId person, bool there, int *fact)
{
    struct contact_name name;
    *fact += there;
    if (there)
        return ok();
    TRY(contact_name(count->run->read, person, &name));
    Text words = text_trim(text_format(count->run->arena, "%.*s %.*s", TEXT_ARGS(name.given), TEXT_ARGS(name.family_name)));
    say_missing(count, gate, text_is_empty(words) ? T("the unborn baby") : words);
    return ok();
}

static bool is_invited(const struct invitations_of *row) { return row->invited == YES_NO_UNKNOWN_YES; }

/* Whom the profile always invites besides the three that no reason passes, and who isn't: named for the child. */
static Err count_always_for(struct counting *count, const struct conference_children_of *child, uint64_t kinds)
{
    const struct practice *practice;
    struct contact_name name;
    TRY(act_practice(count->run, &practice));
    const struct profile *profile = practice_on(practice, count->run->today);
    const uint64_t three = UINT64_C(1) << AGENCY_KIND_SOCIAL_CARE | UINT64_C(1) << AGENCY_KIND_HEALTH | UINT64_C(1) << AGENCY_KIND_POLICE;
    uint64_t missing = profile_set(profile, PRACTICE_KIND_INVITED) & ~three & ~kinds;
    if (child->unborn)
        missing |= profile_set(profile, PRACTICE_KIND_INVITED_UNBORN) & ~kinds;
    count->facts->children_invited_as_here += missing == 0;
    if (missing == 0)
        return ok();
    Out who = out_new(count->run->arena);
    TRY(contact_name(count->run->read, child_person(child->child), &name));
    for (int kind = AGENCY_KIND_NONE + 1; kind < AGENCY_KIND_COUNT; kind++) {
        if ((missing >> kind & 1) == 0)
            continue;
        out_string(&who, who.len == 0 ? "" : ", ");
        out_string(&who, agency_kind_words((enum agency_kind)kind));
    }
    Text named = out_all(&who);
    say_missing(count, ALWAYS_INVITED_HERE, text_format(count->run->arena, "for %.*s: %.*s", TEXT_ARGS(text_is_empty(name.given) ? T("the unborn baby") : name.given),
                                                        TEXT_ARGS(named)));
    return ok();
}

/* Which agencies are invited for one child (SD-03, SA-05). */
static Err count_agencies_for(struct counting *count, const struct conference_children_of *child)
{
    const struct at_conference *at = count->at;
    struct facts *facts = count->facts;
    struct contact_name name;
    uint64_t kinds = 0;
    bool social_care = false, health = false, police = false, knows = false;
    for (size_t i = 0; i < at->invitations.count; i++) {
        const struct invitations_of *row = &at->invitations.at[i];
        if (!is_invited(row) || row->agency.n == 0 || !at_is_for(at, row->invitation, child->child))
            continue;
        kinds |= UINT64_C(1) << row->agency_kind;
        social_care |= row->agency_kind == AGENCY_KIND_SOCIAL_CARE;
        health |= agency_is_health(row->agency_kind);
        police |= row->agency_kind == AGENCY_KIND_POLICE;
        knows |= row->knows || row->agency.n == child->school.n;
    }
    facts->children_social_care_invited += social_care;
    facts->children_health_invited += health;
    facts->children_police_invited += police;
    if (!social_care || !health || !police) {
        TRY(contact_name(count->run->read, child_person(child->child), &name));
        say_missing(count, THREE_AGENCIES_INVITED, text_format(count->run->arena, "for %.*s%s%s%s", TEXT_ARGS(text_is_empty(name.given) ? T("the unborn baby") : name.given),
                    social_care ? "" : " social care", health ? "" : " health", police ? "" : " the police"));
    }
    TRY(count_always_for(count, child, kinds));
    return count_person(count, KNOWING_AGENCY_INVITED, child_person(child->child), knows, &facts->children_knowing_agency_invited);
}

/* An unborn child is asked nothing. */
static Err count_child(struct counting *count, const struct conference_children_of *child)
{
    PersonId person = child_person(child->child);
    const struct {
        enum gate gate;
        enum readiness_question question;
        int *fact;
    } asked[] = {{CHILDREN_ASKED_AND_TOLD, READINESS_QUESTION_TOLD, &count->facts->children_asked_and_told},
                 {CHILDREN_OFFERED_ADVOCATE, READINESS_QUESTION_ADVOCATE, &count->facts->children_advocate_answered},
                 {CHILDREN_COME_OR_HEARD, READINESS_QUESTION_COMES, &count->facts->children_heard}};
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++)
        TRY(count_person(count, asked[i].gate, person, child->unborn || ready_answered(&count->rows, person.n, asked[i].question), asked[i].fact));
    return ok();
}

/* Whoever is excluded from the whole conference needs nothing there, but is asked about safe contact and whom not to meet. */
static Err count_parent(struct counting *count, PersonId parent)
{
    const struct readiness_of_rows *rows = &count->rows;
    const struct invitations_of *row = at_family_member(count->at, parent);
    bool excluded = row != NULL && at_is_excluded(row) && !text_is_empty(row->exclusion_why) && !text_is_empty(row->other_way);
    int asked = 0;
    TRY(count_person(count, PARENTS_INVITED_OR_EXCLUDED, parent, row != NULL && (is_invited(row) || excluded), &count->facts->parents_invited_or_excluded));
    TRY(count_person(count, PARENTS_NEEDS_ASKED, parent, excluded || ready_answered(rows, parent.n, READINESS_QUESTION_NEEDS), &count->facts->parents_needs_answered));
    TRY(count_person(count, PARENTS_SUPPORTER_ASKED, parent, excluded || ready_answered(rows, parent.n, READINESS_QUESTION_SUPPORTER),
                     &count->facts->parents_supporter_answered));
    TRY(count_person(count, KEPT_APART_ARRANGED, parent, ready_answered(rows, parent.n, READINESS_QUESTION_APART), &asked));
    count->facts->orders_asked &= asked;
    return ok();
}

/* Each parent, and everybody of the family who is invited, is asked alone how contact is safe. */
static Err count_contact(struct counting *count)
{
    const struct at_conference *at = count->at;
    int *answered = &count->facts->adults_safe_contact_answered;
    count->facts->adults = (int)at->parent_count;
    for (size_t i = 0; i < at->parent_count; i++)
        TRY(count_person(count, SAFE_CONTACT_ASKED, at->parents[i], ready_answered(&count->rows, at->parents[i].n, READINESS_QUESTION_CONTACT), answered));
    for (size_t i = 0; i < at->invitations.count; i++) {
        const struct invitations_of *row = &at->invitations.at[i];
        if (row->agency.n != 0 || row->person.n == 0 || !is_invited(row) || at_is_parent(at, row->person))
            continue;
        count->facts->adults++;
        TRY(count_person(count, SAFE_CONTACT_ASKED, row->person, ready_answered(&count->rows, row->person.n, READINESS_QUESTION_CONTACT), answered));
    }
    return ok();
}

static void count_reports(struct counting *count)
{
    for (size_t i = 0; i < count->at->invitations.count; i++) {
        const struct invitations_of *row = &count->at->invitations.at[i];
        if (row->agency.n == 0 || !is_invited(row))
            continue;
        bool asked = ready_answered(&count->rows, row->invitation.n, READINESS_QUESTION_REPORT);
        count->facts->agencies_invited++;
        count->facts->reports_requested += asked;
        if (!asked)
            say_missing(count, REPORTS_REQUESTED, row->agency_name);
    }
}

/* Everybody who was invited before it moved is told the new day, time and place. */
static Err count_told_again(struct counting *count)
{
    for (size_t i = 0; i < count->at->invitations.count; i++) {
        const struct invitations_of *row = &count->at->invitations.at[i];
        if (!is_invited(row) || !row->to_tell)
            continue;
        count->facts->people_to_tell_again++;
        if (row->agency.n == 0 && row->person.n != 0) {
            int told = 0;
            TRY(count_person(count, EVERYONE_TOLD_IT_MOVED, row->person, false, &told));
        } else {
            say_missing(count, EVERYONE_TOLD_IT_MOVED, row->agency.n != 0 ? row->agency_name : row->name);
        }
    }
    return ok();
}

Err ready_facts(struct act_run *run, const struct at_conference *at, struct facts *facts, struct gate_words *ret_words)
{
    struct counting count = {.run = run, .at = at, .facts = facts, .words = ret_words};
    Date by;
    *ret_words = (struct gate_words){0};
    TRY(readiness_of(run->read, at->id, &count.rows));
    TRY(at_reports_by(run, at->now.kind, at->now.held_on, &by));
    facts->orders_asked = 1;
    for (size_t i = 0; i < at->children.count; i++) {
        TRY(count_agencies_for(&count, &at->children.at[i]));
        TRY(count_child(&count, &at->children.at[i]));
    }
    for (size_t i = 0; i < at->parent_count; i++)
        TRY(count_parent(&count, at->parents[i]));
    TRY(count_contact(&count));
    TRY(apart_arranged(run, at, facts, ret_words));
    count_reports(&count);
    TRY(count_told_again(&count));
    facts->sharing_planned = !date_is_none(at->now.sharing_on) && (date_is_none(by) || !date_before(by, at->now.sharing_on));
    if (facts->sharing_planned || date_is_none(by))
        return ok();
    ret_words->of[SHARING_PLANNED] = text_format(run->arena, "By %.*s at the latest.", TEXT_ARGS(date_long(run->arena, by)));
    if (at->children.count > 0)
        ret_words->limit[SHARING_PLANNED] = (struct gate_limit){at->children.at[0].child,
            at->now.kind == CONFERENCE_KIND_REVIEW ? OBLIGATION_KIND_REPORTS_REVIEW : OBLIGATION_KIND_REPORTS_INITIAL, at->now.held_on, by};
    return ok();
}
