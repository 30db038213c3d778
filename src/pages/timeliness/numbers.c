#include "pages/timeliness/numbers.h"

bool asks_of_all(const struct asked_limits *asked) { return asked->whole && asked->team <= 0; }

/* Both pieces of a pair give rows of one shape: the second's are copied into the first's. */
#define COPY_ROWS(arena, to, from, type, ...)                                                                          \
    do {                                                                                                               \
        (to)->at = ARENA_MANY(arena, (from).count, struct type);                                                       \
        (to)->count = (from).count;                                                                                    \
        for (size_t copied = 0; copied < (from).count; copied++)                                                       \
            (to)->at[copied] = (struct type){__VA_ARGS__};                                                             \
    } while (0)

static Err read_kinds(Read *read, const struct asked_limits *asked, struct timely_kinds_all_rows *ret_rows)
{
    struct timely_kinds_some_rows some;
    if (asks_of_all(asked))
        return timely_kinds_all(read, asked->team, asked->since, asked->until, ret_rows);
    TRY(timely_kinds_some(read, asked->whole, asked->team, asked->since, asked->until, &some));
    COPY_ROWS(read->arena, ret_rows, some, timely_kinds_all, some.at[copied].kind, some.at[copied].state, some.at[copied].cases, some.at[copied].first);
    return ok();
}

static Err read_days(Read *read, const struct asked_limits *asked, enum obligation_kind kind, struct timely_days_all_rows *ret_rows)
{
    struct timely_days_some_rows some;
    if (asks_of_all(asked))
        return timely_days_all(read, kind, asked->team, asked->since, asked->until, ret_rows);
    TRY(timely_days_some(read, kind, asked->whole, asked->team, asked->since, asked->until, &some));
    COPY_ROWS(read->arena, ret_rows, some, timely_days_all, some.at[copied].days, some.at[copied].since, some.at[copied].cases);
    return ok();
}

static void count_in(struct limit_numbers *numbers, enum obligation_state state, int64_t cases, Date first)
{
    numbers->counts.cases[state] += cases;
    if (state == OBLIGATION_STATE_LATE && (date_is_none(numbers->late_since) || date_before(first, numbers->late_since)))
        numbers->late_since = first;
}

static bool has_late(const struct limit_numbers *numbers)
{
    const int64_t *cases = numbers->counts.cases;
    return cases[OBLIGATION_STATE_MET_LATE] + cases[OBLIGATION_STATE_LATE] + cases[OBLIGATION_STATE_MISSED] > 0;
}

/* Days late of every kind together, as they are read. */
struct days {
    struct days_late *at;
    size_t count, room;
};

static void days_add(Arena *arena, struct days *days, struct days_late row)
{
    if (days->count == days->room) {
        size_t room = days->room == 0 ? 64 : days->room * 2;
        struct days_late *at = ARENA_MANY(arena, room, struct days_late);
        for (size_t i = 0; i < days->count; i++)
            at[i] = days->at[i];
        days->at = at;
        days->room = room;
    }
    days->at[days->count++] = row;
}

static Err find_median(Read *read, const struct asked_limits *asked, struct limit_numbers *kind, struct days *all)
{
    struct timely_days_all_rows rows;
    size_t first = all->count;
    if (!has_late(kind))
        return ok();
    TRY(read_days(read, asked, kind->kind, &rows));
    for (size_t i = 0; i < rows.count; i++) {
        const struct timely_days_all *row = &rows.at[i];
        int32_t days = date_is_none(row->since) ? (int32_t)row->days : date_days_between(row->since, read->today);
        days_add(read->arena, all, (struct days_late){days, row->cases});
    }
    kind->median_twice = days_late_median_twice(all->at + first, all->count - first);
    return ok();
}

Err numbers_by_kind(Read *read, const struct asked_limits *asked, struct numbers_rows *ret_kinds, struct limit_numbers *ret_all)
{
    struct timely_kinds_all_rows rows;
    struct days days = {NULL, 0, 0};
    struct limit_numbers all = {.team = asked->team, .late_since = DATE_NONE}, *by_kind = ARENA_MANY(read->arena, OBLIGATION_KIND_COUNT, struct limit_numbers);
    struct numbers_rows kinds = {ARENA_MANY(read->arena, OBLIGATION_KIND_COUNT, struct limit_numbers), 0};
    TRY(read_kinds(read, asked, &rows));
    for (int i = 0; i < OBLIGATION_KIND_COUNT; i++)
        by_kind[i] = (struct limit_numbers){.kind = (enum obligation_kind)i, .team = asked->team, .late_since = DATE_NONE};
    for (size_t i = 0; i < rows.count; i++) {
        count_in(&by_kind[rows.at[i].kind], rows.at[i].state, rows.at[i].cases, rows.at[i].first);
        count_in(&all, rows.at[i].state, rows.at[i].cases, rows.at[i].first);
    }
    for (int i = OBLIGATION_KIND_NONE + 1; i < OBLIGATION_KIND_COUNT; i++) {
        if (timeliness_due(&by_kind[i].counts) == 0)
            continue;
        TRY(find_median(read, asked, &by_kind[i], &days));
        kinds.at[kinds.count++] = by_kind[i];
    }
    all.median_twice = days_late_median_twice(days.at, days.count);
    *ret_kinds = kinds;
    *ret_all = all;
    return ok();
}

Err numbers_by_team(Read *read, const struct asked_limits *asked, struct numbers_rows *ret_teams)
{
    struct timely_teams_all_rows rows;
    struct timely_teams_some_rows some;
    if (asked->whole) {
        TRY(timely_teams_all(read, asked->since, asked->until, &rows));
    } else {
        TRY(timely_teams_some(read, asked->whole, TEAM_EVERY, asked->since, asked->until, &some));
        COPY_ROWS(read->arena, &rows, some, timely_teams_all, some.at[copied].team, some.at[copied].state, some.at[copied].cases, some.at[copied].first);
    }
    struct numbers_rows teams = {ARENA_MANY(read->arena, rows.count + 1, struct limit_numbers), 0};
    for (int none = 0; none < 2; none++) /* the rows come by team, TEAM_NONE first */
        for (size_t i = 0; i < rows.count; i++) {
            if ((rows.at[i].team == TEAM_NONE) != (none == 1))
                continue;
            if (teams.count == 0 || teams.at[teams.count - 1].team != rows.at[i].team)
                teams.at[teams.count++] = (struct limit_numbers){.team = rows.at[i].team, .late_since = DATE_NONE};
            count_in(&teams.at[teams.count - 1], rows.at[i].state, rows.at[i].cases, rows.at[i].first);
        }
    *ret_teams = teams;
    return ok();
}

Err numbers_late_now(Read *read, const struct asked_limits *asked, int64_t *ret_cases, Date *ret_since)
{
    struct late_now_all all;
    struct late_now_some some;
    if (asks_of_all(asked)) {
        TRY(late_now_all(read, asked->kind, asked->team, &all));
        *ret_cases = all.cases;
        *ret_since = all.first;
        return ok();
    }
    TRY(late_now_some(read, asked->whole, asked->team, asked->worker, asked->kind, &some));
    *ret_cases = some.cases;
    *ret_since = some.first;
    return ok();
}

Err numbers_teams(Read *read, bool whole, struct timely_teams_named_rows *ret_teams)
{
    struct timely_teams_mine_rows mine;
    if (whole)
        return timely_teams_named(read, ret_teams);
    TRY(timely_teams_mine(read, &mine));
    COPY_ROWS(read->arena, ret_teams, mine, timely_teams_named, mine.at[copied].team, mine.at[copied].name);
    return ok();
}

Err numbers_workers(Read *read, const struct asked_limits *asked, struct timely_workers_rows *ret_workers)
{
    struct timely_workers_mine_rows mine;
    *ret_workers = (struct timely_workers_rows){NULL, 0};
    if (asked->whole)
        return asked->team > 0 ? timely_workers(read, asked->team, ret_workers) : ok();
    TRY(timely_workers_mine(read, asked->team, &mine));
    COPY_ROWS(read->arena, ret_workers, mine, timely_workers, mine.at[copied].worker, mine.at[copied].given, mine.at[copied].family_name);
    return ok();
}

Text team_words(const struct timely_teams_named_rows *teams, int64_t team)
{
    for (size_t i = 0; i < teams->count; i++)
        if (teams->at[i].team == team)
            return teams->at[i].name;
    return team == TEAM_NONE ? T("No team") : TEXT_NONE;
}
