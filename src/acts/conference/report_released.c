#include "acts/conference/report_released_act.h"

#include "acts/conference/at_conference.h"
#include "rules/readers.h"
#include "rules/scan.h"
#include "rules/sounds.h"
#include "store/people/protected.h"
#include "store/report_sql.h"

/* What was found, as words for the gate's detail. */
struct found {
    struct act_run *run;
    const struct report_released *act;
    struct facts *facts;
    Out words;
};

/* Something found twice is one finding. A name may be kept with a reason; an address or telephone never. */
static void add_finding(struct found *found, Text what, bool may_stay)
{
    if (text_contains(out_all(&found->words), what))
        return;
    bool kept = false;
    for (size_t i = 0; may_stay && i < found->act->kept.count; i++)
        kept |= text_equal(fold(found->run->arena, found->act->kept.at[i].what), fold(found->run->arena, what));
    found->facts->scan_findings++;
    found->facts->scan_findings_decided += kept;
    if (kept)
        return;
    out_string(&found->words, found->words.len > 0 ? "; " : "Found: ");
    out_text(&found->words, what);
}

static void add_protected(void *given, Text hit) { add_finding(given, hit, false); }

static Err scan_names_in(struct found *found, Text words)
{
    size_t offset = 0;
    Text first, second;
    while (scan_next_name(words, &offset, &first, &second)) {
        struct scan_name row;
        TRY(scan_name(found->run->read, fold(found->run->arena, first), fold(found->run->arena, second), found->run->family, &row));
        if (row.times > 0)
            add_finding(found, (Text){first.at, (size_t)(second.at - first.at) + second.len}, true);
    }
    return ok();
}

static Err scan_report(struct found *found, ReportId report)
{
    struct report_words_rows paragraphs;
    struct protected_words protected_words;
    TRY(report_words(found->run->read, report.n, &paragraphs));
    TRY(protected_of_family(found->run->read, found->run->family, &protected_words));
    for (size_t i = 0; i < paragraphs.count; i++) {
        if (audience_leaves(paragraphs.at[i].audience))
            protected_find(&protected_words, paragraphs.at[i].words, add_protected, found);
        TRY(scan_names_in(found, paragraphs.at[i].words));
    }
    return ok();
}

Err report_released_decide(struct act_run *run, struct report_released *act)
{
    struct facts facts = {0};
    struct at_conference at;
    struct reports_of_rows reports;
    const struct reports_of *report = NULL;
    TRY(at_conference(run, &facts, &at));
    TRY(reports_of(run->read, at.id, &reports));
    for (size_t i = 0; i < reports.count; i++)
        if (reports.at[i].report.n == act->report.n)
            report = &reports.at[i];
    if (report == NULL)
        return err(NOT_FOUND, "a report of another conference");
    if (!date_is_none(report->released))
        act_problem(run, "report", "This report is released already");
    facts.released_by_author = report->author.n == run->request->actor.n;
    facts.released_in_room = at.now.state == CONFERENCE_STATE_OPEN && rights_have(run->rights, RECORD_CONFERENCE);
    struct found found = {run, act, &facts, out_new(run->arena)};
    TRY(scan_report(&found, act->report));
    facts.rights = run->rights;
    if (gate_ask(SCAN_DECIDED, &facts) != GATE_ANSWER_OPEN)
        TRY(act_gate(run, SCAN_DECIDED, out_all(&found.words)));
    facts.scan_findings = facts.scan_findings_decided = 0; /* said above, with what was found */
    return act_gates(run, &facts);
}

Err report_released_apply(Tx *tx, const struct entry *entry, const struct report_released *act)
{
    return report_release(tx, act->report, instant_london_date(entry->recorded_at));
}
