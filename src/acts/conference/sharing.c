#include "acts/conference/sharing.h"

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
