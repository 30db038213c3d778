#include "acts/conference/report_written_act.h"

#include "acts/conference/ready.h"
#include "store/report_sql.h"

enum { PARAGRAPHS_MOST = 40 /* as many as the .act's list holds */ };

/* SA-06, SD-05, SB-06: what social care's report says. */
static void ask_places(struct act_run *run, const struct report_written *act)
{
    uint64_t there = 0;
    for (size_t i = 0; i < act->paragraphs.count; i++)
        there |= UINT64_C(1) << act->paragraphs.at[i].place;
    Out missing = out_new(run->arena);
    for (int place = REPORT_PLACE_NONE + 1; place < REPORT_PLACE_COUNT; place++)
        if ((there >> place & 1) == 0) {
            out_string(&missing, missing.len > 0 ? "; " : "Say also: ");
            out_string(&missing, report_place_words((enum report_place)place));
        }
    if (missing.len > 0)
        problems_add(run->problems, T("paragraphs"), out_all(&missing));
}

/* Who may read a paragraph: what it says itself, else what the report says. */
static enum audience readers_of(const struct report_written *act, const struct report_written_paragraphs *row)
{
    return row->audience != AUDIENCE_NONE ? row->audience : act->audience;
}

static PersonId kept_from(const struct report_written *act, const struct report_written_paragraphs *row)
{
    return row->audience != AUDIENCE_NONE ? row->not_to : act->not_to;
}

/* A child's own words are for professionals until the child has agreed to more. */
static Err ask_words(struct act_run *run, const struct at_conference *at, const struct report_written *act)
{
    struct readiness_of_rows rows;
    TRY(readiness_of(run->read, at->id, &rows));
    for (size_t i = 0; i < act->paragraphs.count; i++) {
        const struct report_written_paragraphs *row = &act->paragraphs.at[i];
        if (row->child.n != 0 && at_child(at, row->child) == NULL)
            return err(NOT_FOUND, "a child the conference isn't about");
        if (readers_of(act, row) == AUDIENCE_NONE)
            problems_add(run->problems, text_format(run->arena, "paragraphs-%d-audience", (int)i), T("Say who may read this paragraph, or the whole report"));
        if (row->place != REPORT_PLACE_CHILD_VIEWS || (readers_of(act, row) != AUDIENCE_EVERYONE && readers_of(act, row) != AUDIENCE_NOT_TO_PERSON))
            continue;
        for (size_t k = 0; k < at->children.count; k++) {
            const struct readiness_of *said = ready_answer(&rows, at->children.at[k].child.n, READINESS_QUESTION_WORDS);
            bool about = row->child.n == 0 || row->child.n == at->children.at[k].child.n;
            if (about && !at->children.at[k].unborn && (said == NULL || said->answer != ASKED_ANSWER_ASKED_YES)) {
                problems_add(run->problems, text_format(run->arena, "paragraphs-%d-audience", (int)i),
                             T("A child's own words are for professionals until the child has said who may read them"));
                break;
            }
        }
    }
    return ok();
}

Err report_written_decide(struct act_run *run, struct report_written *act)
{
    struct facts facts = {0};
    struct at_conference at;
    struct reports_of_rows reports;
    TRY(at_conference(run, &facts, &at));
    const struct invitations_of *row = at_invitation(&at, act->invitation);
    if (row == NULL)
        return err(NOT_FOUND, "an invitation of another conference");
    if (row->agency.n == 0) {
        act_problem(run, "invitation", "Choose an agency: a parent's or child's own words are recorded as theirs");
        return act_gates(run, &facts);
    }
    TRY(at_speaks_for(run, row));
    if (row->agency_kind == AGENCY_KIND_SOCIAL_CARE)
        ask_places(run, act);
    TRY(ask_words(run, &at, act));
    act->agency = row->agency;
    act->again = YESNO_NO;
    TRY(reports_of(run->read, at.id, &reports));
    for (size_t i = 0; i < reports.count; i++)
        if (reports.at[i].agency.n == row->agency.n && date_is_none(reports.at[i].released)) {
            act->report = reports.at[i].report;
            act->again = YESNO_YES;
        }
    if (act->again == YESNO_NO)
        act->report = (ReportId){act_new_id(run)};
    act->made.at = ARENA_MANY(run->arena, PARAGRAPHS_MOST, struct report_written_made);
    act->made.count = act->paragraphs.count;
    for (size_t i = 0; i < act->made.count; i++)
        act->made.at[i] = (struct report_written_made){{act_new_id(run)}};
    return act_gates(run, &facts);
}

Err report_written_apply(Tx *tx, const struct entry *entry, const struct report_written *act)
{
    Date today = instant_london_date(entry->recorded_at);
    if (act->again == YESNO_YES) {
        TRY(report_paragraphs_clear(tx, act->report.n));
        TRY(report_rewritten(tx, act->report, today));
    } else {
        TRY(report_add(tx, act->report, (ConferenceId){entry->target}, entry->family, act->agency, today));
    }
    for (size_t i = 0; i < act->paragraphs.count; i++) {
        const struct report_written_paragraphs *row = &act->paragraphs.at[i];
        TRY(paragraph_add(tx, act->made.at[i].paragraph, entry->family, row->child, act->report.n, text_of(report_place_code(row->place)),
                          readers_of(act, row), kept_from(act, row), row->words, entry->number));
    }
    return ok();
}
