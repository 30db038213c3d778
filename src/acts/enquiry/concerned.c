#include "acts/enquiry/concerned.h"

#include "store/assessment_sql.h"
#include "store/worker_sql.h"

Err concerned_child_read(struct act_run *run, ChildId child)
{
    TRY(may(run->read, READ_RECORD, child));
    return family_child_concerned(run, child);
}

void concerned_nobody(struct act_run *run, size_t count, const char *field, const char *sentence)
{
    if (count == 0)
        act_problem(run, field, sentence);
}

Err concerned_duty(struct act_run *run, PersonId person, enum duty *ret_duty)
{
    struct worker_of row;
    bool found;
    TRY(worker_of(run->read, person, &row, &found));
    bool now = found && !date_before(run->today, row.begins) && (date_is_none(row.ends) || date_before(run->today, row.ends));
    *ret_duty = now ? row.duty : DUTY_NONE;
    return ok();
}

Err concerned_manager(struct act_run *run, PersonId person, bool *ret_manager)
{
    enum duty duty;
    TRY(concerned_duty(run, person, &duty));
    *ret_manager = duty == DUTY_TEAM_MANAGER || duty == DUTY_SERVICE_MANAGER;
    return ok();
}

Err concerned_stage(struct act_run *run, ChildId child, uint64_t stages, const char *field, const char *what, bool *ret_fits)
{
    enum stage stage;
    TRY(act_stage(run, child, &stage));
    bool fits = (stages & (UINT64_C(1) << stage)) != 0;
    if (!fits)
        act_problem(run, field,
                    text_string(run->arena, text_format(run->arena, "%s: not possible at this stage, %s", what,
                                                        stage == STAGE_NONE ? "without an open episode" : stage_words(stage))));
    *ret_fits = fits;
    return ok();
}

Err concerned_assessment_finished(struct act_run *run, ChildId child, const char *field)
{
    struct assessment_running row;
    bool found;
    TRY(assessment_running(run->read, child, &row, &found));
    if (found)
        act_problem(run, field, "Finish the assessment first");
    return ok();
}

Err concerned_longest(struct act_run *run, enum obligation_kind kind, Instant begins, struct concerned_longest *ret_longest)
{
    const struct practice *practice;
    TRY(act_practice(run, &practice));
    const struct obligation_row *row = practice_row(practice, kind, instant_london_date(begins));
    *ret_longest = (struct concerned_longest){INSTANT_NONE, 0};
    if (row == NULL)
        return ok();
    if (row->unit != DAYS)
        return err(BROKEN, "immediate protection is limited in days");
    *ret_longest = (struct concerned_longest){{begins.us + row->number * DAY_US}, row->number};
    return ok();
}
