/* Holidays that an authority adds or takes back, and a change of its time limits: what waits moves and says why, what was answered stays, one entry holds it all.
 * SE-01 SE-02 SE-04 SC-15 SD-11 */
#include "plan_setting.h"

#include "acts/body.h"
#include "acts/people/dates_counted_anew_act.h"
#include "acts/people/holiday.h"
#include "acts/people/holiday_added_act.h"
#include "acts/people/holiday_withdrawn_act.h"
#include "acts/people/profile_changed_act.h"
#include "acts/review/review_brought_forward_act.h"
#include "rules/own_day.h"
#include "store/ledger_sql.h"
#include "store/moved_sql.h"

static PersonId administrator(struct setting *s)
{
    return world_worker_of(&s->world, s->arena, "Wilder", DUTY_ADMINISTRATOR, (TeamId){0}, (PersonId){0});
}

static Date day_of(int year, int month, int day)
{
    Date date;
    assert_true(date_of(year, month, day, &date));
    return date;
}

static struct holiday_added holiday_act(Date day)
{
    WORLD_ACT(holiday_added, HOLIDAY_ADDED, act);
    act.day = day;
    act.name = T("Founders' Day");
    act.source = T("Proclamation of 1 April 2026, invented for a test");
    return act;
}

static HolidayId add(struct setting *s, Date day, int on)
{
    struct holiday_added act = holiday_act(day);
    world_do(&s->world, s->arena, &HOLIDAY_ADDED_ACT, PERSON_SYSTEM, 0, PLAN_DAY + on, &act);
    return act.holiday;
}

static void take_back(struct setting *s, HolidayId holiday, int on)
{
    WORLD_ACT(holiday_withdrawn, HOLIDAY_WITHDRAWN, act);
    act.holiday = holiday;
    act.why = T("Only the council's offices are shut");
    world_do(&s->world, s->arena, &HOLIDAY_WITHDRAWN_ACT, PERSON_SYSTEM, 0, PLAN_DAY + on, &act);
}

static struct act_result refuses(struct setting *s, const struct act_kind *kind, PersonId who, void *act, enum err_kind as)
{
    struct act_result result = {0};
    assert_int_equal(world_try(&s->world, s->arena, kind, who, 0, PLAN_DAY + 1, act, &result).kind, as);
    return result;
}

static struct case_obligations_rows obligations(struct setting *s, ChildId child)
{
    struct case_obligations_rows rows;
    Read *read = reading(s, s->worker, 0);
    must(case_obligations(read, child, &rows));
    store_read_end(read);
    return rows;
}

static struct moved_of_rows moves(struct setting *s, ChildId child, enum obligation_kind kind, Date start, int on)
{
    struct moved_of_rows rows;
    Read *read = reading(s, s->worker, on);
    must(moved_of(read, child, kind, start, &rows));
    store_read_end(read);
    return rows;
}

/* Every limit of the child as it stands is what the rules say; what was answered before is as it was. Returns how many moved. */
static size_t moved_as_the_rules_say(struct setting *s, ChildId child, const struct case_obligations_rows *before)
{
    struct practice practice = practice_now(s);
    struct case_obligations_rows now = obligations(s, child);
    size_t moved = 0;
    assert_int_equal(now.count, before->count);
    for (size_t i = 0; i < now.count; i++) {
        const struct case_obligations *a = &before->at[i], *b = &now.at[i];
        const struct obligation_row *row = practice_row(&practice, b->kind, b->start);
        assert_int_equal(a->kind, b->kind);
        assert_int_equal(a->state, b->state);
        assert_true(date_equal(a->start, b->start) && date_equal(a->met, b->met));
        if (a->state != OBLIGATION_STATE_WAITING || row->unit != WORKING_DAYS) {
            assert_true(date_equal(a->due, b->due));
            continue;
        }
        assert_true(date_equal(b->due, obligation_due(row, b->start, practice.holidays, NULL)));
        moved += !date_equal(a->due, b->due);
    }
    return moved;
}

/* Wednesday 15 April 2026, while the first core group, a visit and the notes wait until 23 April. The initial conference was met. */
static void a_holiday_moves_what_waits_and_says_why(void **state)
{
    struct setting *s = *state;
    ChildId child = s->family.children[0];
    Date due, start = on_day(0), holiday = day_of(2026, 4, 15);
    assert_int_equal(due_state(s, child, OBLIGATION_KIND_FIRST_CORE_GROUP, &due), OBLIGATION_STATE_WAITING);
    assert_true(date_equal(due, day_of(2026, 4, 23)));
    struct case_obligations_rows before[2] = {obligations(s, child), obligations(s, s->family.children[1])};
    HolidayId id = add(s, holiday, 1);
    assert_true(id.n != 0);
    for (size_t i = 0; i < 2; i++)
        assert_true(moved_as_the_rules_say(s, s->family.children[i], &before[i]) >= 3);
    (void)due_state(s, child, OBLIGATION_KIND_FIRST_CORE_GROUP, &due);
    assert_true(date_equal(due, day_of(2026, 4, 24)));
    struct moved_of_rows rows = moves(s, child, OBLIGATION_KIND_FIRST_CORE_GROUP, start, 1);
    assert_int_equal(rows.count, 1);
    assert_true(date_equal(rows.at[0].was, day_of(2026, 4, 23)) && date_equal(rows.at[0].now, day_of(2026, 4, 24)));
    assert_true(date_equal(rows.at[0].holiday, holiday) && date_equal(rows.at[0].moved_on, on_day(1)));
    assert_int_equal(rows.at[0].why, MOVED_WHY_HOLIDAY_ADDED);
    assert_true(text_equal_string(rows.at[0].holiday_name, "Founders' Day"));
    assert_int_equal(moves(s, child, OBLIGATION_KIND_INITIAL_CONFERENCE, world_date(1), 1).count, 0);
}

/* It is one entry about the whole organisation, which holds every date; who may not read the record is told none. */
static void one_entry_holds_every_date(void **state)
{
    struct setting *s = *state;
    PersonId keeper = administrator(s);
    struct ledger_entries entries;
    struct entry_gates gates;
    struct consequences kept;
    struct moved_of_rows rows;
    struct chain_head head;
    void *act;
    (void)add(s, day_of(2026, 4, 15), 1);
    Read *read = reading(s, keeper, 1);
    must(ledger_head(read, &head));
    must(ledger_after(read, head.number - 1, &entries));
    must(moved_of(read, s->family.children[0], OBLIGATION_KIND_FIRST_CORE_GROUP, on_day(0), &rows));
    store_read_end(read);
    assert_int_equal(rows.count, 0);
    assert_int_equal(entries.count, 1);
    const struct ledger_entry *entry = &entries.at[0];
    assert_true(text_equal_string(entry->header.act, "HOLIDAY_ADDED"));
    assert_int_equal(entry->header.family.n, 0);
    assert_int_equal(entry->header.children.count, 0);
    must(body_read(&HOLIDAY_ADDED_ACT, 1, entry->body, s->arena, &act, &gates, &kept));
    assert_true(kept.redated.count >= 6);
    assert_int_equal(kept.due.count + kept.gone.count + kept.happened.count, 0);
    for (size_t i = 0; i < kept.redated.count; i++)
        assert_true(date_before(kept.redated.at[i].was, kept.redated.at[i].now));
}

static void another_holiday_and_one_taken_back(void **state)
{
    struct setting *s = *state;
    ChildId child = s->family.children[0];
    Date due, start = on_day(0);
    HolidayId first = add(s, day_of(2026, 4, 15), 1);
    (void)add(s, day_of(2026, 4, 24), 1); /* the very day it is due now */
    (void)due_state(s, child, OBLIGATION_KIND_FIRST_CORE_GROUP, &due);
    assert_true(date_equal(due, day_of(2026, 4, 27)));
    struct case_obligations_rows before = obligations(s, child);
    take_back(s, first, 2);
    assert_true(moved_as_the_rules_say(s, child, &before) >= 3);
    (void)due_state(s, child, OBLIGATION_KIND_FIRST_CORE_GROUP, &due);
    assert_true(date_equal(due, day_of(2026, 4, 23)));
    struct moved_of_rows rows = moves(s, child, OBLIGATION_KIND_FIRST_CORE_GROUP, start, 2);
    assert_int_equal(rows.count, 3);
    assert_int_equal(rows.at[0].why, MOVED_WHY_HOLIDAY_WITHDRAWN); /* the last time first */
    assert_true(date_equal(rows.at[0].holiday, day_of(2026, 4, 15)) && date_equal(rows.at[0].now, day_of(2026, 4, 23)));
    WORLD_ACT(holiday_withdrawn, HOLIDAY_WITHDRAWN, again);
    again.holiday = first;
    again.why = T("Twice");
    struct act_result result = refuses(s, &HOLIDAY_WITHDRAWN_ACT, PERSON_SYSTEM, &again, NOT_VALID);
    assert_true(has_problem(&result, "holiday", "not taken back"));
    again.holiday = (HolidayId){5};
    result = refuses(s, &HOLIDAY_WITHDRAWN_ACT, PERSON_SYSTEM, &again, NOT_VALID);
    assert_true(has_problem(&result, "holiday", "added here"));
    (void)add(s, day_of(2026, 4, 15), 3); /* it can be added once more */
}

static void days_that_are_refused(void **state)
{
    struct setting *s = *state;
    PersonId keeper = administrator(s);
    static const struct {
        int year, month, day;
        const char *sentence;
    } days[] = {
        {2026, 4, 18, "Saturday"}, {2026, 4, 19, "Sunday"}, {2026, 5, 4, "a holiday already: Early May bank holiday"},
        {2025, 4, 8, "must be from 9 April 2025"}, {2031, 4, 11, "to 10 April 2031"}, {2026, 4, 15, "a holiday already: Founders' Day"},
    };
    (void)add(s, day_of(2026, 4, 15), 1);
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        struct holiday_added act = holiday_act(day_of(days[i].year, days[i].month, days[i].day));
        struct act_result result = refuses(s, &HOLIDAY_ADDED_ACT, keeper, &act, NOT_VALID);
        if (!has_problem(&result, "day", days[i].sentence))
            fail_msg("'%s' was not said", days[i].sentence);
    }
    struct holiday_added act = holiday_act(day_of(2026, 4, 16));
    (void)refuses(s, &HOLIDAY_ADDED_ACT, s->worker, &act, NOT_ALLOWED);
    (void)refuses(s, &HOLIDAY_ADDED_ACT, s->manager, &act, NOT_ALLOWED);
    act = holiday_act(day_of(2025, 4, 10)); /* the first day of the range: HOLIDAY_BACK_DAYS ago */
    world_do(&s->world, s->arena, &HOLIDAY_ADDED_ACT, keeper, 0, PLAN_DAY + 1, &act);
}

/* The visit was made a day late. A day in between is made a holiday afterwards: it stays late, also when the next visit counts everything anew. */
static void what_was_answered_keeps_its_day(void **state)
{
    struct setting *s = *state;
    ChildId child = s->family.children[0];
    visit(s, 15, 2); /* Friday 24 April */
    struct case_obligations_rows before = obligations(s, child);
    (void)add(s, day_of(2026, 4, 16), 16);
    for (size_t i = 0; i < before.count; i++)
        if (before.at[i].kind == OBLIGATION_KIND_VISIT && date_equal(before.at[i].start, on_day(0)))
            assert_int_equal(before.at[i].state, OBLIGATION_STATE_MET_LATE);
    (void)moved_as_the_rules_say(s, child, &before);
    assert_int_equal(moves(s, child, OBLIGATION_KIND_VISIT, on_day(0), 16).count, 0);
    assert_int_equal(moves(s, child, OBLIGATION_KIND_FIRST_CORE_GROUP, on_day(0), 16).count, 1); /* late already, and not done */
    visit(s, 26, 2);
    struct case_obligations_rows after = obligations(s, child);
    for (size_t i = 0; i < after.count; i++)
        if (after.at[i].kind == OBLIGATION_KIND_VISIT && date_equal(after.at[i].start, on_day(0))) {
            assert_int_equal(after.at[i].state, OBLIGATION_STATE_MET_LATE);
            assert_true(date_equal(after.at[i].due, day_of(2026, 4, 23)));
        }
}

/* A review that was brought forward says so, and a holiday before it doesn't move it. */
static void a_day_that_was_set_says_so(void **state)
{
    struct setting *s = *state;
    ChildId child = s->family.children[0];
    Date due;
    assert_true(has_day_of_its_own(OBLIGATION_KIND_FIRST_REVIEW) && !has_day_of_its_own(OBLIGATION_KIND_VISIT));
    WORLD_ACT(review_brought_forward, REVIEW_BROUGHT_FORWARD, act);
    act.children.at = s->family.children;
    act.children.count = 2;
    act.review_by = on_day(14);
    act.why = T("Joanna's partner came back");
    done(s, &REVIEW_BROUGHT_FORWARD_ACT, s->family.family.n, 5, &act);
    struct moved_of_rows rows = moves(s, child, OBLIGATION_KIND_FIRST_REVIEW, on_day(0), 5);
    assert_int_equal(rows.count, 1);
    assert_int_equal(rows.at[0].why, MOVED_WHY_EARLIER_DAY);
    assert_true(date_equal(rows.at[0].now, on_day(14)) && date_is_none(rows.at[0].holiday));
    (void)add(s, day_of(2026, 4, 16), 5);
    (void)due_state(s, child, OBLIGATION_KIND_FIRST_REVIEW, &due);
    assert_true(date_equal(due, on_day(14)));
    assert_int_equal(moves(s, child, OBLIGATION_KIND_FIRST_REVIEW, on_day(0), 5).count, 1);
}

/* What counts back from a meeting becomes earlier by a holiday, and later when it is taken back. England counts reports in days: here by a profile of a test. */
static void a_limit_before_a_meeting_moves_the_other_way(void **state)
{
    (void)state;
    struct world_case in = {0};
    struct dates_moving moving;
    world_case_open(&in, "Ada Ben");
    world_case_at_risk(&in);
    (void)world_called(&in, CONFERENCE_KIND_INITIAL, 9, 25);
    world_chair(&in, 9);
    world_booked(&in, 10, 25); /* Tuesday 14 April 2026 */
    struct obligation_row back = {.kind = OBLIGATION_KIND_REPORTS_INITIAL, .starts = EVENT_BIT(EVENT_CONFERENCE_BOOKED), .number = 2, .unit = WORKING_DAYS, .before = true,
                                  .warn_days = 3, .until = DATE_NONE, .source = "invented for a test"};
    const struct profile profile = {.name = "back", .title = "Back", .division = ENGLAND_AND_WALES, .rows = &back, .count = 1};
    struct practice_period period = {DATE_NONE, &profile};
    struct practice before = {&period, 1, &HOLIDAYS[ENGLAND_AND_WALES]};
    struct practice after = practice_with_holiday(in.arena, &before, day_of(2026, 4, 13), T("Founders' Day"));
    Read *read = world_read(&in.world, in.arena, in.worker, 11);
    must(dates_moving(read, &before, &after, day_of(2026, 4, 13), &moving));
    store_read_end(read);
    assert_int_equal(moving.count, 2);
    assert_true(date_equal(moving.at[0].now, day_of(2026, 4, 8))); /* two whole working days lie between: 9 and 10 April */
    assert_true(date_equal(obligation_due(&back, day_of(2026, 4, 14), before.holidays, NULL), day_of(2026, 4, 9)));
    struct practice again = practice_without_holiday(in.arena, &after, day_of(2026, 4, 13));
    assert_true(date_equal(obligation_due(&back, day_of(2026, 4, 14), again.holidays, NULL), day_of(2026, 4, 9)));
    /* and the conference that was called says the day that its children's limit says */
    struct conference_now conference;
    struct holiday_added act = holiday_act(day_of(2026, 4, 13));
    world_do(&in.world, in.arena, &HOLIDAY_ADDED_ACT, PERSON_SYSTEM, 0, 11, &act);
    read = world_read(&in.world, in.arena, in.worker, 11);
    must(conference_now(read, in.conference, &conference));
    store_read_end(read);
    assert_true(date_equal(conference.due, day_of(2026, 4, 15))); /* 21 March to 14 April: fifteen working days; one more */
    world_whole(&in.world, in.arena);
    world_case_end(&in);
}

/* ---- whose time limits hold ---- */

static struct profile_changed profile_act(const char *profile, Date since)
{
    WORLD_ACT(profile_changed, PROFILE_CHANGED, act);
    act.profile = text_of(profile);
    act.since = since;
    act.why = T("The partnership decided it on 2 March 2026");
    return act;
}

/* Another profile that counts by the same holidays; NULL: this program has none. */
static const struct profile *another(enum division division, bool same)
{
    for (size_t i = 0; i < PROFILE_COUNT; i++)
        if (strcmp(PROFILES[i]->name, "england") != 0 && (PROFILES[i]->division == division) == same)
            return PROFILES[i];
    return NULL;
}

static void a_change_of_profile_is_refused(void **state)
{
    struct setting *s = *state;
    const struct {
        const char *profile;
        Date since;
        const char *field, *sentence;
    } refused[] = {
        {"atlantis", on_day(2), "profile", "no profile of that name"},
        {"england", on_day(2), "profile", "hold on that day already"},
        {"england", on_day(0), "since", "today or later"},
        {"england", on_day(1000), "since", "within two years"},
    };
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        struct profile_changed act = profile_act(refused[i].profile, refused[i].since);
        struct act_result result = refuses(s, &PROFILE_CHANGED_ACT, PERSON_SYSTEM, &act, NOT_VALID);
        if (!has_problem(&result, refused[i].field, refused[i].sentence))
            fail_msg("'%s' was not said", refused[i].sentence);
    }
    const struct profile *abroad = another(ENGLAND_AND_WALES, false);
    if (abroad == NULL)
        return;
    struct profile_changed act = profile_act(abroad->name, on_day(2));
    struct act_result result = refuses(s, &PROFILE_CHANGED_ACT, PERSON_SYSTEM, &act, NOT_VALID);
    assert_true(has_problem(&result, "profile", "another nation"));
}

/* What began before keeps its profile, also when something happens later; what begins after takes the new one. */
static void what_began_before_keeps_its_profile(void **state)
{
    struct setting *s = *state;
    const struct profile *other = another(ENGLAND_AND_WALES, true);
    ChildId child = s->family.children[0];
    if (other == NULL)
        skip();
    struct case_obligations_rows before = obligations(s, child);
    struct profile_changed act = profile_act(other->name, on_day(3));
    world_do(&s->world, s->arena, &PROFILE_CHANGED_ACT, PERSON_SYSTEM, 0, PLAN_DAY + 1, &act);
    struct case_obligations_rows now = obligations(s, child);
    assert_int_equal(now.count, before.count); /* nothing is booked after it */
    visit(s, 5, 2);
    struct practice practice = practice_now(s);
    size_t begun_after = 0;
    now = obligations(s, child);
    for (size_t i = 0; i < now.count; i++) {
        bool is_after = !date_before(now.at[i].start, act.since);
        begun_after += is_after;
        assert_true(text_equal_string(now.at[i].profile, is_after ? other->name : "england"));
        assert_true(text_equal_string(now.at[i].profile, practice_on(&practice, now.at[i].start)->name));
    }
    assert_true(begun_after > 0 || practice_row(&practice, OBLIGATION_KIND_VISIT, on_day(5)) == NULL);
}

/* ---- the rules themselves ---- */

/* A holiday never makes a limit that counts forward earlier, nor one that counts back later; without it all is as before. */
static void a_holiday_never_makes_a_date_earlier(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    struct practice_period period = {DATE_NONE, PROFILES[0]};
    uint64_t seed = 20260415;
    for (int division = 0; division < DIVISION_COUNT; division++)
        for (int i = 0; i < 4000; i++) {
            struct practice before = {&period, 1, &HOLIDAYS[division]};
            seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
            Date start = date_plus_days(day_of(2021, 1, 1), (int32_t)(seed >> 33 & 0xffff) % 2600);
            int number = 1 + (int)(seed >> 20 & 63);
            Date day = date_plus_days(start, (int32_t)(seed >> 40 & 0xffff) % 120 - 60);
            if (!is_working_day(before.holidays, day))
                continue;
            struct practice after = practice_with_holiday(arena, &before, day, T("Invented"));
            assert_false(date_before(working_days_from(after.holidays, start, number, NULL), working_days_from(before.holidays, start, number, NULL)));
            assert_false(date_before(working_days_from(before.holidays, start, -number, NULL), working_days_from(after.holidays, start, -number, NULL)));
            assert_int_equal(after.holidays->count, before.holidays->count + 1);
            for (size_t k = 1; k < after.holidays->count; k++)
                assert_true(date_before(after.holidays->at[k - 1].date, after.holidays->at[k].date));
            arena_reset(arena);
        }
    arena_free(arena);
}

/* ---- many ---- */

enum { MANY = 20000 - 20 };

/* Rows as a large authority has them, in the table alone: what the act reads. */
static void put_due(struct setting *s, size_t count, Date due)
{
    Tx *tx;
    Arena *arena = arena_new(0);
    struct writer *writer = acts_writer(s->world.acts);
    must(writer_enter(writer));
    must(store_savepoint(s->world.store, arena, WORLD_AUTHORITY, PERSON_SYSTEM, WORLD_DAY, TABLE_REPLAYED, &tx));
    for (size_t i = 0; i < count; i++)
        must(obligation_set(tx, (ChildId){(int64_t)(1u << 24) + (int64_t)i}, OBLIGATION_KIND_VISIT, on_day(0), due, day_of(2026, 4, 20), DATE_NONE, EVENT_NONE,
                            DATE_NONE, EVENT_NONE, 0, OBLIGATION_STATE_WAITING, T("england"), (EntryNumber){1}));
    must(store_release(tx));
    must(writer_leave(writer, false));
    arena_free(arena);
}

static void put_many(struct setting *s, size_t count) { put_due(s, count, day_of(2026, 4, 23)); }

static void take_down_alone(struct setting *s)
{
    s->in.world = s->world;
    world_case_end(&s->in);
    free(s);
}

static int without_replay(void **state) /* rows were put that no entry made */
{
    take_down_alone(*state);
    return 0;
}

static void a_whole_authority_moves_in_one_entry(void **state)
{
    struct setting *s = *state;
    struct dates_moving back;
    struct practice practice;
    Date day = day_of(2026, 4, 15);
    put_many(s, MANY);
    Arena *arena = arena_new(0); /* as a request has it: 32 MB */
    struct holiday_added act = holiday_act(day);
    world_do(&s->world, arena, &HOLIDAY_ADDED_ACT, PERSON_SYSTEM, 0, PLAN_DAY + 1, &act);
    assert_false(arena_over(arena));
    arena_reset(arena);
    Read *read = world_read(&s->world, arena, PERSON_SYSTEM, PLAN_DAY + 1);
    must(practice_read(read, &practice));
    struct practice without = practice_without_holiday(arena, &practice, day);
    must(dates_moving(read, &practice, &without, day, &back)); /* what moved would move back, and nothing else */
    store_read_end(read);
    assert_false(back.too_many);
    assert_in_range(back.count, MANY + 6, MANY + 20);
    for (size_t i = 0; i < back.count; i++)
        assert_true(date_before(back.at[i].now, back.at[i].was));
    arena_free(arena);
}

/* Rows that an older program counted in another way: found, and counted anew in one entry, with their reason; a second time there is nothing to do. */
static void what_an_older_program_counted_is_counted_anew(void **state)
{
    struct setting *s = *state;
    struct dates_moving stale;
    struct practice practice = practice_now(s);
    WORLD_ACT(dates_counted_anew, DATES_COUNTED_ANEW, act);
    struct act_result result = refuses(s, &DATES_COUNTED_ANEW_ACT, PERSON_SYSTEM, &act, NOT_VALID);
    assert_true(has_problem(&result, "why", "nothing to count anew"));
    put_due(s, 30, day_of(2026, 4, 22));
    Read *read = reading(s, s->worker, 1);
    must(dates_stale(read, &practice, &stale));
    store_read_end(read);
    assert_int_equal(stale.count, 30);
    assert_true(date_equal(stale.at[0].was, day_of(2026, 4, 22)) && date_equal(stale.at[0].now, day_of(2026, 4, 23)));
    world_do(&s->world, s->arena, &DATES_COUNTED_ANEW_ACT, PERSON_SYSTEM, 0, PLAN_DAY + 1, &act);
    read = reading(s, s->worker, 1);
    must(dates_stale(read, &practice, &stale));
    store_read_end(read);
    assert_int_equal(stale.count, 0);
    (void)refuses(s, &DATES_COUNTED_ANEW_ACT, PERSON_SYSTEM, &act, NOT_VALID);
}

/* More than one entry holds: the act says so and changes nothing. */
static void too_many_are_refused_whole(void **state)
{
    struct setting *s = *state;
    put_many(s, DATES_MOVED_MOST); /* and the two sisters' own */
    Arena *arena = arena_new(0);
    struct act_result result = {0};
    struct holiday_added act = holiday_act(day_of(2026, 4, 15));
    assert_int_equal(world_try(&s->world, arena, &HOLIDAY_ADDED_ACT, PERSON_SYSTEM, 0, PLAN_DAY + 1, &act, &result).kind, NOT_VALID);
    assert_true(has_problem(&result, "day", "More dates would move than one entry can hold: 20000"));
    arena_free(arena);
    assert_int_equal(moves(s, s->family.children[0], OBLIGATION_KIND_VISIT, on_day(0), 1).count, 0);
}

/* ---- what would be, without doing it ---- */

static void what_would_move_is_told_and_not_kept(void **state)
{
    struct setting *s = *state;
    struct act_result result;
    const struct consequences *would;
    struct chain_head before, after;
    struct case_obligations_rows kept = obligations(s, s->family.children[0]);
    struct holiday_added act = holiday_act(day_of(2026, 4, 15));
    struct act_request request = world_request(PERSON_SYSTEM);
    request.now.us += (PLAN_DAY + 1) * DAY_US;
    Read *read = reading(s, PERSON_SYSTEM, 1);
    must(ledger_head(read, &before));
    must(act_would(read, &HOLIDAY_ADDED_ACT, &request, &act, &result, &would));
    must(ledger_head(read, &after));
    assert_true(would->redated.count >= 6);
    act.day = day_of(2026, 4, 18);
    assert_int_equal(act_would(read, &HOLIDAY_ADDED_ACT, &request, &act, &result, &would).kind, NOT_VALID);
    assert_true(has_problem(&result, "day", "Saturday"));
    store_read_end(read);
    read = reading(s, s->worker, 1);
    assert_int_equal(act_would(read, &HOLIDAY_ADDED_ACT, &request, &act, &result, &would).kind, NOT_ALLOWED);
    store_read_end(read);
    assert_int_equal(before.number, after.number);
    assert_int_equal(moved_as_the_rules_say(s, s->family.children[0], &kept), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(a_holiday_moves_what_waits_and_says_why),
        CASE(one_entry_holds_every_date),
        CASE(another_holiday_and_one_taken_back),
        CASE(days_that_are_refused),
        CASE(what_was_answered_keeps_its_day),
        CASE(a_day_that_was_set_says_so),
        cmocka_unit_test(a_limit_before_a_meeting_moves_the_other_way),
        CASE(a_change_of_profile_is_refused),
        CASE(what_began_before_keeps_its_profile),
        cmocka_unit_test(a_holiday_never_makes_a_date_earlier),
        cmocka_unit_test_setup_teardown(a_whole_authority_moves_in_one_entry, set_up, without_replay),
        cmocka_unit_test_setup_teardown(what_an_older_program_counted_is_counted_anew, set_up, without_replay),
        cmocka_unit_test_setup_teardown(too_many_are_refused_whole, set_up, without_replay),
        CASE(what_would_move_is_told_and_not_kept),
    };
    RUN_ON_BOTH(tests);
}
