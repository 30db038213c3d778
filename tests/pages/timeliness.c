/* How time limits are kept, and what is overdue: the numbers of a scenario counted by hand, each number as long as its list for each reader, names
 * only for who may read the record. SB-13 SE-02 SD-13 */
#include "asking.h"

#include "acts/people/late_explained_act.h"
#include "store/audit_sql.h"

enum { TODAY = 42 /* 1 May 2026, from WORLD_DAY on */ };

static struct visit_recorded visit_of(const struct world_family *family, int day, size_t seen, struct visit_recorded_children *rows)
{
    WORLD_ACT(visit_recorded, VISIT_RECORDED, act);
    act.made = date_plus_days(instant_london_date(WORLD_DAY), day);
    act.at = TIME_NONE;
    act.kind = VISIT_KIND_ANNOUNCED;
    act.place = T("At home");
    act.took_place = YESNO_YES;
    act.home_seen = YESNO_YES;
    act.home = T("Warm");
    for (size_t i = 0; i < family->count; i++)
        rows[i] = i < seen ? (struct visit_recorded_children){.child = family->children[i], .how = SEEN_HOW_ALONE, .where_seen = T("In the kitchen"),
                                 .bedroom = YESNO_YES, .bedroom_words = T("A bed"), .words = T("I like it when it is warm")}
                           : (struct visit_recorded_children){.child = family->children[i], .how = SEEN_HOW_NOT_SEEN, .why_not_seen = T("Away")};
    act.children.at = rows;
    act.children.count = family->count;
    return act;
}

static void visit(struct asking *asking, PersonId worker, const struct world_family *family, int day, size_t seen)
{
    struct visit_recorded_children rows[WORLD_CHILDREN];
    struct visit_recorded act = visit_of(family, day, seen, rows);
    world_do(&asking->setting.world, asking->arena, &VISIT_RECORDED_ACT, worker, family->family.n, day, &act);
}

/* Three plans of 20 March 2026. Visits: both Hazelwick children on 30 March, in time; on 19 April Juniper, four days late, and Linden, twelve days
 * late. The unborn child has not been visited again, no core group has been held. It is 1 May. */
static int start(void **state)
{
    start_asking(state);
    struct asking *asking = *state;
    struct setting *s = &asking->setting;
    world_plans(&s->world, asking->arena, s->worker, &asking->hazel);
    world_plans(&s->world, asking->arena, asking->other_worker, &asking->sorrel);
    visit(asking, s->worker, &asking->hazel, 10, 2);
    visit(asking, s->worker, &asking->hazel, 30, 1);
    visit(asking, asking->other_worker, &asking->sorrel, 30, 1);
    asking->later = TODAY * DAY_US;
    return 0;
}

static const char *within(const struct asking *asking, Text body, const char *from, const char *to)
{
    const char *at = strstr(text_string(asking->arena, body), from), *end = at == NULL ? NULL : strstr(at, to);
    assert_non_null(end);
    return text_string(asking->arena, (Text){at, (size_t)(end - at)});
}

/* The cells of the row with that heading, as their words alone with a bar between: 'Visit the child|7|2|…'. */
static const char *row(const struct asking *asking, struct came came, const char *table, const char *heading)
{
    const char *section = within(asking, came.body, table, "</table>");
    char begins[200];
    snprintf(begins, sizeof begins, "<th scope=\"row\">%s", heading);
    const char *at = strstr(section, begins);
    assert_non_null(at);
    Out words = out_new(asking->arena);
    bool tag = false;
    for (const char *end = strstr(at, "</tr>"); at < end; at++) {
        if (strncmp(at, "<td", 3) == 0 || strncmp(at, "<div class=\"meta\"", 17) == 0)
            out_char(&words, at[1] == 't' ? '|' : ' ');
        tag = *at == '<' || (tag && *at != '>');
        if (!tag && *at != '>' && *at != '\n')
            out_char(&words, *at);
    }
    return text_string(asking->arena, out_all(&words));
}

static void the_numbers_are_those_counted_by_hand(void **state)
{
    struct asking *asking = *state;
    struct setting *s = &asking->setting;
    struct came came = get_as(asking, s->service, "/timeliness");
    assert_int_equal(came.status, 200);
    HAS(came, "Northmoor Council, 1 April to 30 June 2026");
    /* due, in time, late, late now, missed, not needed, to come, kept, median */
    assert_string_equal(row(asking, came, "id=\"kinds\"", "All limits"), "All limits|13|2|2|4 longest 24 days|0|0|5|25% 2 of 8|20");
    assert_string_equal(row(asking, came, "id=\"kinds\"", "Visit the child"), "Visit the child|7|2|2|1 longest 16 days|0|0|2|40% 2 of 5|12");
    assert_string_equal(row(asking, came, "id=\"kinds\"", "Hold the first core group"),
                        "Hold the first core group|3|0|0|3 longest 24 days|0|0|0|0 of 3 too few for a percentage|24");
    assert_string_equal(row(asking, came, "id=\"kinds\"", "Hold the first review"), "Hold the first review|3|0|0|0|0|0|3|– none to judge|–");
    HAS(came, "25% kept in time: 2 of 8.");
    came = get_as(asking, s->service, "/timeliness?period=month");
    HAS(came, "Northmoor Council, 1 to 31 May 2026");
    assert_string_equal(row(asking, came, "id=\"kinds\"", "Visit the child"), "Visit the child|2|0|0|0|0|0|2|– none to judge|–");
    came = get_as(asking, s->service, "/timeliness?period=year");
    HAS(came, "Northmoor Council, 1 April to 1 May 2026");
    came = get_as(asking, s->service, "/timeliness?from=2026-04-08&to=2026-04-15");
    assert_string_equal(row(asking, came, "id=\"kinds\"", "Visit the child"), "Visit the child|2|0|1|1 longest 16 days|0|0|0|0 of 2 too few for a percentage|10");
    came = get_as(asking, s->service, "/timeliness?from=2020-01-01&to=2020-02-01");
    HAS(came, "No limit was due in this period");
}

static void a_team_is_counted_alone(void **state)
{
    struct asking *asking = *state;
    struct setting *s = &asking->setting;
    struct came came = get_as(asking, s->service, "/timeliness");
    HAS(came, ">East</a>");
    HAS(came, ">West</a>");
    came = get_as(asking, s->service, text_string(asking->arena, text_format(asking->arena, "/timeliness?team=%lld", (long long)s->east.n)));
    HAS(came, "East, 1 April to 30 June 2026");
    assert_string_equal(row(asking, came, "id=\"kinds\"", "Visit the child"), "Visit the child|5|2|1|1 longest 16 days|0|0|1|2 of 4 too few for a percentage|10");
    LACKS(came, "id=\"teams\"");
    /* their manager counts the same children; another team is not theirs to ask about */
    came = get_as(asking, s->manager, "/timeliness");
    HAS(came, "Your teams, 1 April to 30 June 2026");
    assert_string_equal(row(asking, came, "id=\"kinds\"", "Visit the child"), "Visit the child|5|2|1|1 longest 16 days|0|0|1|2 of 4 too few for a percentage|10");
    LACKS(came, "West");
    char west[60];
    struct came other = get_as(asking, asking->other_manager, "/timeliness");
    assert_string_equal(row(asking, other, "id=\"kinds\"", "Visit the child"), "Visit the child|2|0|1|0|0|0|1|0 of 1 too few for a percentage|12");
    const char *at = strstr(within(asking, other.body, "id=\"team\"", "</select>"), "<option value=\"");
    at = strstr(at + 1, "<option value=\"");
    snprintf(west, sizeof west, "/timeliness?team=%d", atoi(at + strlen("<option value=\"")));
    assert_int_equal(get_as(asking, asking->other_manager, west).status, 200);
    assert_int_equal(get_as(asking, s->manager, west).status, 404);
    snprintf(west, sizeof west, "/timeliness/list?team=%d", atoi(at + strlen("<option value=\"")));
    assert_int_equal(get_as(asking, s->manager, west).status, 404);
}

/* Rows of a list, over all its pages. */
static int list_length(struct asking *asking, PersonId reader, const char *address)
{
    int length = 0;
    for (int pages = 0; address != NULL; pages++) {
        assert_true(pages < 10);
        struct came came = get_as(asking, reader, address);
        assert_int_equal(came.status, 200);
        const char *body = text_string(asking->arena, came.body);
        for (const char *at = body; (at = strstr(at, "<th scope=\"row\">")) != NULL; at++)
            length++;
        const char *next = strstr(body, "<p class=\"after\"><a href=\"");
        address = NULL;
        if (next != NULL) {
            Out plain = out_new(asking->arena);
            for (next += strlen("<p class=\"after\"><a href=\""); *next != '"'; next++) {
                out_char(&plain, *next);
                next += strncmp(next, "&amp;", 5) == 0 ? 4 : 0;
            }
            address = text_string(asking->arena, out_all(&plain));
        }
    }
    return length;
}

/* Every number on the page that is a link is as long as the list behind it. Returns how many numbers there were. */
static int each_number_is_its_list(struct asking *asking, PersonId reader, const char *page)
{
    static const char begins[] = "<a href=\"/timeliness/list?";
    struct came came = get_as(asking, reader, page);
    int numbers = 0;
    assert_int_equal(came.status, 200);
    for (const char *at = text_string(asking->arena, came.body); (at = strstr(at, begins)) != NULL; numbers++) {
        Out plain = out_new(asking->arena);
        for (at += strlen("<a href=\""); *at != '"'; at++) {
            out_char(&plain, *at);
            at += strncmp(at, "&amp;", 5) == 0 ? 4 : 0;
        }
        const char *address = text_string(asking->arena, out_all(&plain));
        int said = atoi(strchr(at, '>') + 1);
        if (list_length(asking, reader, address) != said)
            fail_msg("%s says %d: %s", page, said, address);
    }
    return numbers;
}

static void each_number_is_as_long_as_its_list(void **state)
{
    struct asking *asking = *state;
    struct setting *s = &asking->setting;
    static const char *const PAGES[] = {"/timeliness", "/timeliness?period=month", "/timeliness?from=2026-01-01&to=2029-01-01"};
    for (int i = 0; i < 4; i++) { /* so many that a list has more than one page */
        struct world_family family = world_family(&s->world, asking->arena, s->worker, "Thornaby", "Ash Elm Oak");
        world_allocate(&s->world, asking->arena, s->manager, &family, s->worker);
        world_plans(&s->world, asking->arena, s->worker, &family);
    }
    const PersonId readers[] = {s->service, s->manager, asking->data_officer};
    for (size_t i = 0; i < 3; i++)
        for (size_t k = 0; k < 3; k++)
            assert_true(each_number_is_its_list(asking, readers[i], PAGES[k]) > 3);
    assert_true(each_number_is_its_list(asking, asking->other_manager, PAGES[0]) > 3);
    assert_true(list_length(asking, s->service, "/timeliness/list?from=2026-01-01&to=2029-01-01") > 80);
}

static void explain(struct asking *asking)
{
    WORLD_ACT(late_explained, LATE_EXPLAINED, act);
    act.kind = OBLIGATION_KIND_FIRST_CORE_GROUP;
    act.children.at = asking->hazel.children;
    act.children.count = 1;
    act.why = T("Two members were ill in the same week");
    act.next = T("A date is booked and everybody has it");
    world_do(&asking->setting.world, asking->arena, &LATE_EXPLAINED_ACT, asking->setting.worker, asking->hazel.family.n, TODAY, &act);
}

/* A name, a worker and why it was late stand there only for who may read the record; of a restricted child for nobody else, whatever they manage. */
static void names_stand_only_for_who_may_read(void **state)
{
    struct asking *asking = *state;
    struct setting *s = &asking->setting;
    static const char *const LISTS[] = {"/timeliness/list?stands=LATE", "/overdue"};
    explain(asking);
    for (size_t i = 0; i < 2; i++) {
        struct came came = get_as(asking, s->manager, LISTS[i]);
        HAS(came, "Juniper Hazelwick");
        HAS(came, "Rowan Larkfield-Osei, East");
        HAS(came, "Two members were ill in the same week");
        HAS(came, "Now: A date is booked and everybody has it");
        LACKS(came, "Linden");
        came = get_as(asking, s->service, LISTS[i]);
        HAS(came, "Juniper Hazelwick");
        HAS(came, "A child of West"); /* Sable answers to nobody */
        LACKS(came, "Linden");
        LACKS(came, "Tansy");
        came = get_as(asking, asking->data_officer, LISTS[i]);
        HAS(came, "A child of East");
        HAS(came, "In the record");
        LACKS(came, "Juniper");
        LACKS(came, "Hazelwick");
        LACKS(came, "Rowan");
        LACKS(came, "Two members");
    }
    WORLD_ACT(family_restricted, FAMILY_RESTRICTED, act);
    act.people.at = &s->manager;
    act.people.count = 1;
    act.why = T("A worker of the council is a relative");
    world_do(&s->world, asking->arena, &FAMILY_RESTRICTED_ACT, s->manager, asking->hazel.family.n, TODAY, &act);
    for (size_t i = 0; i < 2; i++) {
        struct came came = get_as(asking, s->service, LISTS[i]);
        HAS(came, "A child of East");
        LACKS(came, "Juniper");
        LACKS(came, "Two members");
        came = get_as(asking, s->manager, LISTS[i]);
        HAS(came, "Juniper Hazelwick");
        /* Nor who works with the child, by asking for one worker after another. */
        const char *of_one = text_string(asking->arena, text_format(asking->arena, "%s%cteam=%lld&worker=%lld", LISTS[i], i == 0 ? '&' : '?', (long long)s->east.n, (long long)s->worker.n));
        LACKS(get_as(asking, s->service, of_one), "A child of East");
        HAS(get_as(asking, s->manager, of_one), "Juniper Hazelwick");
    }
    const PersonId readers[] = {s->service, s->manager, asking->data_officer};
    for (size_t i = 0; i < 3; i++)
        assert_true(each_number_is_its_list(asking, readers[i], "/timeliness") > 3);
}

static void what_is_overdue_stands_longest_first(void **state)
{
    struct asking *asking = *state;
    struct setting *s = &asking->setting;
    struct came came = get_as(asking, s->service, "/overdue");
    assert_int_equal(came.status, 200);
    HAS(came, "4 late, the first for 24 days");
    assert_int_equal(list_length(asking, s->service, "/overdue"), 4);
    const char *body = text_string(asking->arena, came.body), *first = strstr(body, "24 days late"), *last = strstr(body, "16 days late");
    assert_true(first != NULL && last != NULL && first < last);
    HAS(get_as(asking, s->service, "/overdue?kind=VISIT"), "1 late, the first for 16 days");
    HAS(get_as(asking, s->manager, "/overdue"), "3 late, the first for 24 days");
    HAS(get_as(asking, asking->other_manager, "/overdue"), "1 late, the first for 24 days");
    HAS(get_as(asking, asking->other_manager, "/overdue?kind=VISIT"), "Nothing is late");
    const char *narrowed = text_string(asking->arena, text_format(asking->arena, "/overdue?team=%lld&worker=%lld", (long long)s->east.n, (long long)s->worker.n));
    HAS(get_as(asking, s->service, narrowed), "3 late");
    assert_int_equal(list_length(asking, s->service, narrowed), 3);
    narrowed = text_string(asking->arena, text_format(asking->arena, "/overdue?worker=%lld", (long long)s->manager.n));
    HAS(get_as(asking, s->service, narrowed), "4 late"); /* of everybody: a worker is asked for within a team */
    narrowed = text_string(asking->arena, text_format(asking->arena, "/overdue?worker=%lld", (long long)asking->other_worker.n));
    HAS(get_as(asking, s->manager, narrowed), "3 late"); /* nobody of theirs */
    HAS(get_as(asking, s->service, "/overdue?team=none"), "Nothing is late");
}

/* Days that are none are asked for again; whoever has no such duty learns nothing; every child of a list is in the look. */
static void who_may_ask_and_how(void **state)
{
    struct asking *asking = *state;
    struct setting *s = &asking->setting;
    struct came came = get_as(asking, s->service, "/timeliness?from-day=31&from-month=2&from-year=2026&to-day=1&to-month=6&to-year=2026");
    assert_int_equal(came.status, 422);
    HAS(came, "Enter the first day");
    HAS(came, "value=\"31\"");
    came = get_as(asking, s->service, "/timeliness?from-day=2&from-month=6&from-year=2026&to-day=1&to-month=6&to-year=2026");
    assert_int_equal(came.status, 422);
    HAS(came, "not before the first");
    came = get_as(asking, s->service, "/timeliness?from-day=2&from-month=6&from-year=2026");
    assert_int_equal(came.status, 422);
    HAS(came, "Enter the last day");
    came = get_as(asking, s->service, "/timeliness?from-day=8&from-month=4&from-year=2026&to-day=15&to-month=4&to-year=2026");
    assert_int_equal(came.status, 200);
    HAS(came, "8 to 15 April 2026");
    static const char *const PATHS[] = {"/timeliness", "/timeliness/list", "/overdue"};
    const PersonId others[] = {s->worker, s->door, asking->chair, asking->auditor, asking->administrator, asking->partner, asking->legal};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        for (size_t k = 0; k < 3; k++)
            assert_int_equal(get_as(asking, others[i], PATHS[k]).status, 403);
    assert_int_equal(get_as(asking, s->service, "/overdue?team=999999").status, 404);
    assert_int_equal(get_as(asking, s->service, "/overdue?team=x&kind=NOTHING&stands=UP&after=2026-04-01.x&worker=-3").status, 200);
    struct look_last last;
    struct looks looks;
    bool found;
    (void)get_as(asking, asking->data_officer, "/overdue?kind=VISIT");
    Read *read = world_read(&s->world, asking->arena, PERSON_SYSTEM, TODAY);
    must(look_last(read, &last, &found));
    must(look_after(read, last.number - 1, &looks));
    store_read_end(read);
    assert_true(text_equal_string(looks.at[0].route, "overdue"));
    assert_int_equal(looks.at[0].children.count, 1);
    assert_int_equal(looks.at[0].children.at[0].n, asking->hazel.children[1].n);
}

/* On the dates of the family: by what it was done, how late, and why; what follows what. */
static void the_dates_say_by_what_and_why(void **state)
{
    struct asking *asking = *state;
    struct setting *s = &asking->setting;
    char family[60];
    snprintf(family, sizeof family, "/family/%lld", (long long)asking->hazel.family.n);
    explain(asking);
    struct came came = get_as(asking, s->worker, family);
    HAS(came, "done in time");
    HAS(came, "Child seen on a visit, 30 March 2026");
    HAS(came, "done 4 days late");
    HAS(came, "Child seen on a visit, 19 April 2026");
    HAS(came, "Two members were ill in the same week");
    HAS(came, "What follows what");
    const char *chain = within(asking, came.body, "<h4>Visits: Juniper</h4>", "</ol>");
    const char *first = strstr(chain, "due 7 April 2026"), *second = strstr(chain, "due 15 April 2026"), *third = strstr(chain, "due 1 May 2026");
    assert_true(first != NULL && second != NULL && third != NULL && first < second && second < third);
    assert_null(strstr(within(asking, came.body, "<h4>Visits: Unborn child</h4>", "</ol>"), "due 1 May 2026"));
}

#define TIMELY_TEST(test) cmocka_unit_test_setup_teardown(test, start, stop_asking)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TIMELY_TEST(the_numbers_are_those_counted_by_hand),
        TIMELY_TEST(a_team_is_counted_alone),
        TIMELY_TEST(each_number_is_as_long_as_its_list),
        TIMELY_TEST(names_stand_only_for_who_may_read),
        TIMELY_TEST(what_is_overdue_stands_longest_first),
        TIMELY_TEST(who_may_ask_and_how),
        TIMELY_TEST(the_dates_say_by_what_and_why),
    };
    RUN_ON_BOTH(tests);
}
