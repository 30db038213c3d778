#include "acts/conference/sharing.h"

#include "acts/conference/ready.h"
#include "store/report_sql.h"

/* Whether this person had the report by that day. */
static bool had(const struct sharings_of_rows *rows, ReportId report, PersonId person, Date by)
{
    for (size_t i = 0; i < rows->count; i++)
        if (rows->at[i].report.n == report.n && rows->at[i].person.n == person.n && (date_is_none(by) || !date_before(by, rows->at[i].shared_on)))
            return true;
    return false;
}

Err sharing_in_time(struct act_run *run, const struct at_conference *at, struct facts *facts)
{
    struct reports_of_rows reports;
    struct sharings_of_rows sharings;
    Date by;
    size_t released = 0;
    TRY(reports_of(run->read, at->id, &reports));
    TRY(sharings_of(run->read, at->id, &sharings));
    TRY(at_reports_by(run, at->now.kind, at->now.held_on, &by));
    for (size_t i = 0; i < reports.count; i++)
        released += !date_is_none(reports.at[i].released);
    for (size_t p = 0; p < at->parent_count; p++) {
        bool all = released > 0;
        for (size_t i = 0; i < reports.count; i++)
            all &= date_is_none(reports.at[i].released) || had(&sharings, reports.at[i].report, at->parents[p], by);
        facts->parents_reports_in_time += all;
    }
    return ok();
}

/* The ways a child said are safe, asked before the conference. */
static Err ways_of_child(struct act_run *run, const struct at_conference *at, PersonId person, struct safe_contact_of *ret_contact)
{
    struct readiness_of_rows rows;
    TRY(readiness_of(run->read, at->id, &rows));
    const struct readiness_of *said = ready_answer(&rows, person.n, READINESS_QUESTION_CONTACT);
    *ret_contact = (struct safe_contact_of){TEXT_NONE, TEXT_NONE};
    if (said != NULL && said->answer == ASKED_ANSWER_ASKED_YES)
        *ret_contact = (struct safe_contact_of){said->ways, said->detail};
    return ok();
}

Err sharing_is_safe(struct act_run *run, const struct at_conference *at, PersonId person, enum sharing_how how, struct facts *facts, struct gate_words *words)
{
    struct safe_contact_of contact;
    struct contact_name name;
    bool found;
    if (how != SHARING_HOW_POST && how != SHARING_HOW_EMAIL)
        return ok();
    TRY(safe_contact_of(run->read, person, run->family, &contact, &found));
    if (!found)
        TRY(ways_of_child(run, at, person, &contact));
    if (code_set_has(&SAFE_WAY_LIST, contact.ways, how == SHARING_HOW_POST ? SAFE_WAY_POST : SAFE_WAY_EMAIL))
        return ok();
    facts->safe_contact_obeyed = 0;
    TRY(contact_name(run->read, person, &name));
    Text known = text_is_empty(contact.how) ? T("not asked yet, alone, how contact is safe") : contact.how;
    Text *said = &words->of[SAFE_CONTACT_OBEYED];
    *said = text_format(run->arena, "%.*s%s%.*s %.*s: %s is not said to be safe. Known: %.*s.", TEXT_ARGS(*said), text_is_empty(*said) ? "" : " ",
                        TEXT_ARGS(name.given), TEXT_ARGS(name.family_name), how == SHARING_HOW_POST ? "post" : "email", TEXT_ARGS(known));
    return ok();
}

static bool gets_now(const struct report_shared *act, ReportId report, PersonId person)
{
    bool this_report = false, this_person = false;
    for (size_t i = 0; i < act->reports.count; i++)
        this_report |= act->reports.at[i].n == report.n;
    for (size_t i = 0; i < act->people.count; i++)
        this_person |= act->people.at[i].person.n == person.n;
    return this_report && this_person;
}

Err sharing_completes(struct act_run *run, const struct at_conference *at, const struct report_shared *act)
{
    struct reports_of_rows reports;
    struct sharings_of_rows sharings;
    bool all = true;
    TRY(reports_of(run->read, at->id, &reports));
    TRY(sharings_of(run->read, at->id, &sharings));
    for (size_t p = 0; p < at->parent_count; p++)
        for (size_t i = 0; i < reports.count; i++)
            all &= date_is_none(reports.at[i].released) || had(&sharings, reports.at[i].report, at->parents[p], DATE_NONE) ||
                   gets_now(act, reports.at[i].report, at->parents[p]);
    for (size_t i = 0; all && i < at->children.count; i++)
        TRY(act_happened(run, at->children.at[i].child, EVENT_REPORTS_SHARED, act->shared_on));
    return ok();
}
