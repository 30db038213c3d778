#include "acts/people/limit_set_act.h"

#include "acts/people/holiday.h"
#include "rules/limit_tightens.h"
#include "rules/profile_words.h"
#include "store/limit_sql.h"

enum { WORKING_DAYS_MOST = 100 /* of a limit: its working shows each day (rules/workdays.h, WORKING_MAX) */ };

/* What is asked: the limit, and the program's profile in whose place it comes. */
struct asked {
    struct act_run *run;
    const struct practice *practice;
    const struct profile *profile;
    struct own_limit limit;
};

static void loosens(const struct asked *asked, const struct obligation_row *own, const struct obligation_row *law, const struct profile *whose,
                    const struct limit_loosened *day)
{
    Arena *arena = asked->run->arena;
    Text words = text_format(arena,
        "%.*s would loosen the %.*s that %s statutory in %s: started on %.*s it would be due on %.*s, not by %.*s. You may make this limit stricter, not looser.",
        TEXT_ARGS(row_amount(arena, own)), TEXT_ARGS(row_amount(arena, law)), law->number == 1 ? "is" : "are", whose->title,
        TEXT_ARGS(date_long(arena, day->start)), TEXT_ARGS(date_long(arena, day->own)), TEXT_ARGS(date_long(arena, day->allowed)));
    act_problem(asked->run, "number", text_string(arena, words));
}

/* Asked of the days from its own on; then of every day whose holidays are known, for few of those may be left. */
static bool ask_law(const struct asked *asked, const struct obligation_row *row, const struct obligation_row *law, const struct profile *whose)
{
    const struct holidays *holidays = &HOLIDAYS[whose->division];
    struct limit_loosened day;
    struct obligation_row own = *row;
    own.number = asked->limit.number;
    own.unit = asked->limit.unit;
    own.until = DATE_NONE; /* it is laid over the rows that follow too */
    own.since = date_before(row->since, asked->limit.since) ? asked->limit.since : row->since;
    bool is_looser = limit_loosens(&own, law, holidays, &day);
    own.since = law->since;
    is_looser = is_looser || limit_loosens(&own, law, holidays, &day);
    if (is_looser)
        loosens(asked, &own, law, whose, &day);
    return is_looser;
}

/* Every statutory row of that kind in the profile, and in the nation's that it is like. The first that would be loosened is said. */
static void ask_laws(const struct asked *asked, const struct obligation_row *row)
{
    const struct profile *whose[] = {asked->profile, profile_named(text_of(asked->profile->like))};
    for (size_t i = 0; i < sizeof whose / sizeof *whose && whose[i] != NULL; i++)
        for (size_t k = 0; k < whose[i]->count; k++) {
            const struct obligation_row *law = &whose[i]->rows[k];
            if (law->kind == row->kind && law->statutory && (date_is_none(law->until) || date_before(asked->limit.since, law->until)) &&
                ask_law(asked, row, law, whose[i]))
                return;
        }
}

static void ask_limit(const struct asked *asked)
{
    const struct own_limit *limit = &asked->limit;
    const struct obligation_row *row = obligation_row_on(asked->profile, limit->kind, limit->since);
    const struct obligation_row *holds = practice_row(asked->practice, limit->kind, limit->since);
    if (row == NULL)
        act_problem(asked->run, "kind", "The time limits that hold on that day have none of that kind");
    else if (limit->unit == WORKING_DAYS && limit->number > WORKING_DAYS_MOST)
        act_problem(asked->run, "number", "A limit of more than 100 working days must be in weeks or months");
    else if (holds->number == limit->number && holds->unit == limit->unit)
        act_problem(asked->run, "number", "That limit holds already on that day");
    else
        ask_laws(asked, row);
}

Err limit_set_decide(struct act_run *run, struct limit_set *act)
{
    struct asked asked = {.run = run};
    struct limits_set_rows rows;
    struct practice after;
    TRY(act_practice(run, &asked.practice));
    TRY(limits_set(run->read, &rows));
    asked.profile = profile_beneath(practice_on(asked.practice, act->since));
    act->profile = text_of(asked.profile->name);
    asked.limit = (struct own_limit){act->since, act->kind, (int)act->number, due_unit_of(act->unit), act->profile, act->source};
    ask_since(run, act->since);
    ask_limit(&asked);
    if (rows.count >= OWN_LIMITS_MOST)
        act_problem(run, "kind", "This authority has set as many time limits of its own as can be kept");
    if (run->problems->count > 0)
        return ok();
    TRY(practice_with_limit(run->read, &asked.limit, &after));
    return booked_count_anew(run, &after, act->since, MOVED_WHY_LIMIT_SET);
}

Err limit_set_apply(Tx *tx, const struct entry *entry, const struct limit_set *act)
{
    return limit_begin(tx, act->since, act->kind, act->number, act->unit, act->profile, act->source, entry->number);
}
