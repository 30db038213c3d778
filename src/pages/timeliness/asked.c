#include "pages/timeliness/asked.h"

#include "web/url.h"

void period_of(enum asked_period period, Date today, Date *ret_since, Date *ret_until)
{
    int year, month, day;
    Date since = today;
    date_parts(today, &year, &month, &day);
    if (period == PERIOD_YEAR) {
        (void)date_of(month < 4 ? year - 1 : year, 4, 1, &since);
        *ret_since = since;
        *ret_until = today;
        return;
    }
    int months = period == PERIOD_MONTH ? 1 : 3;
    (void)date_of(year, (month - 1) / months * months + 1, 1, &since);
    *ret_since = since;
    *ret_until = date_plus_days(date_plus_months(since, months), -1);
}

Text period_words(Arena *arena, Date since, Date until)
{
    int year[2], month[2], day[2];
    if (date_equal(since, until))
        return date_full(arena, since);
    date_parts(since, &year[0], &month[0], &day[0]);
    date_parts(until, &year[1], &month[1], &day[1]);
    Text from = date_long(arena, since), to = date_long(arena, until);
    if (year[0] == year[1] && month[0] == month[1])
        from = text_format(arena, "%d", day[0]);
    else if (year[0] == year[1])
        from.len -= 5; /* the year stands behind the other day */
    return text_format(arena, "%.*s to %.*s", TEXT_ARGS(from), TEXT_ARGS(to));
}

static Text asked_for(struct request *request, const char *name) { return text_trim(form_get(&request->query, text_of(name))); }

static Text part_typed(struct request *request, const char *prefix, const char *part, bool *any)
{
    Text typed = text_trim(form_get(&request->query, text_format(request->arena, "%s-%s", prefix, part)));
    *any |= !text_is_empty(typed);
    return typed;
}

/* 'from-day', 'from-month', 'from-year'. False: they are no day. None of them: DATE_NONE. */
static bool read_typed(struct request *request, const char *prefix, struct typed_day *typed, Date *ret_date)
{
    int64_t day, month, year;
    bool any = false;
    *ret_date = DATE_NONE;
    *typed = (struct typed_day){.day = part_typed(request, prefix, "day", &any), .month = part_typed(request, prefix, "month", &any),
                                .year = part_typed(request, prefix, "year", &any)};
    if (!any)
        return true;
    bool numbers = text_to_int(typed->day, &day) && text_to_int(typed->month, &month) && text_to_int(typed->year, &year);
    return numbers && day > 0 && day < 32 && month > 0 && month < 13 && year > 0 && year < 10000 && date_of((int)year, (int)month, (int)day, ret_date);
}

static void say_typed(Arena *arena, Date date, struct typed_day *typed)
{
    int year, month, day;
    date_parts(date, &year, &month, &day);
    *typed = (struct typed_day){text_format(arena, "%d", day), text_format(arena, "%d", month), text_format(arena, "%d", year), TEXT_NONE};
}

bool asked_days_wrong(const struct asked_days *days) { return !text_is_empty(days->from.error) || !text_is_empty(days->to.error); }

/* A period of one's own: typed in the form, or as a link says it. False: there is none. */
static bool read_days(struct request *request, struct asked_days *days, Date *since, Date *until)
{
    Date from = DATE_NONE, to = DATE_NONE;
    if (date_read(asked_for(request, "from"), &from) && date_read(asked_for(request, "to"), &to) && !date_before(to, from)) {
        *since = from;
        *until = to;
        return true;
    }
    if (days == NULL)
        return false;
    bool from_good = read_typed(request, "from", &days->from, &from), to_good = read_typed(request, "to", &days->to, &to);
    if (from_good && to_good && date_is_none(from) && date_is_none(to))
        return false;
    if (date_is_none(from))
        days->from.error = T("Enter the first day, such as 1 4 2026");
    if (date_is_none(to))
        days->to.error = T("Enter the last day, such as 30 6 2026");
    else if (!date_is_none(from) && date_before(to, from))
        days->to.error = T("Enter a last day that is not before the first");
    if (asked_days_wrong(days))
        return false;
    *since = from;
    *until = to;
    return true;
}

/* '2026-04-01.17.VISIT.2026-03-18'. */
static struct limit_key read_key(Text words)
{
    struct limit_key key = {.due = DATE_NONE}, none = key;
    int64_t child;
    Text due = text_cut(&words, '.'), number = text_cut(&words, '.'), kind = text_cut(&words, '.');
    if (!date_read(due, &key.due) || !text_to_int(number, &child) || child <= 0 || !obligation_kind_of(kind, &key.kind) || !date_read(words, &key.start))
        return none;
    key.child.n = child;
    return key;
}

static int64_t read_team(Text words)
{
    int64_t team;
    if (text_equal(words, T("none")))
        return TEAM_NONE;
    return text_to_int(words, &team) && team > 0 ? team : TEAM_EVERY;
}

struct asked_limits asked_limits_of(struct request *request, enum asked_period *ret_period, struct asked_days *days)
{
    static const char *const PERIODS[] = {"month", "quarter", "year"};
    struct asked_limits asked = {.whole = rights_have(rights_of_duty(request->duty), READ_TIMELINESS_OF_ALL), .team = read_team(asked_for(request, "team")),
                                 .after = read_key(asked_for(request, "after"))};
    int64_t worker;
    *ret_period = PERIOD_QUARTER;
    for (int i = PERIOD_MONTH; i <= PERIOD_YEAR; i++)
        if (text_equal_string(asked_for(request, "period"), PERIODS[i]))
            *ret_period = (enum asked_period)i;
    if (read_days(request, days, &asked.since, &asked.until))
        *ret_period = PERIOD_DAYS;
    else
        period_of(*ret_period, request->today, &asked.since, &asked.until);
    if (days != NULL && !asked_days_wrong(days)) {
        say_typed(request->arena, asked.since, &days->from);
        say_typed(request->arena, asked.until, &days->to);
    }
    (void)obligation_kind_of(asked_for(request, "kind"), &asked.kind);
    (void)obligation_state_of(asked_for(request, "stands"), &asked.state);
    if (text_to_int(asked_for(request, "worker"), &worker) && worker > 0 && (!asked.whole || asked.team > 0))
        asked.worker.n = worker;
    return asked;
}

Url asked_url(Arena *arena, Url page, const struct asked_limits *asked)
{
    if (!date_is_none(asked->since)) {
        page = url_asking(arena, page, "from", date_iso(arena, asked->since));
        page = url_asking(arena, page, "to", date_iso(arena, asked->until));
    }
    if (asked->team != TEAM_EVERY)
        page = url_asking(arena, page, "team", asked->team == TEAM_NONE ? T("none") : text_format(arena, "%lld", (long long)asked->team));
    if (asked->worker.n != 0)
        page = url_asking(arena, page, "worker", text_format(arena, "%lld", (long long)asked->worker.n));
    if (asked->kind != OBLIGATION_KIND_NONE)
        page = url_asking(arena, page, "kind", text_of(obligation_kind_code(asked->kind)));
    if (asked->state != OBLIGATION_STATE_NONE)
        page = url_asking(arena, page, "stands", text_of(obligation_state_code(asked->state)));
    return page;
}

Url asked_url_after(Arena *arena, Url page, const struct asked_limits *asked, const struct limit_key *key)
{
    Text after = text_format(arena, "%.*s.%lld.%s.%.*s", TEXT_ARGS(date_iso(arena, key->due)), (long long)key->child.n, obligation_kind_code(key->kind),
                             TEXT_ARGS(date_iso(arena, key->start)));
    return url_asking(arena, asked_url(arena, page, asked), "after", after);
}
