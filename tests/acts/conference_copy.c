/* A copy for each reader: what of one report each of them finds in theirs, through the store as pages read it. SC-17 SD-14 */
#include "acts/people/sign_in_given_act.h"
#include "store/conference/copy.h"
#include "store/copy_sql.h"
#include "world_conference.h"

/* What a report holds: a paragraph for each audience; the words say which. */
static ReportId mixed_report(struct world_case *in)
{
    struct report_written act = world_report_act(in);
    for (size_t i = 0, next = 1; i < act.paragraphs.count; i++) {
        struct report_written_paragraphs *row = &act.paragraphs.at[i];
        if (row->place == REPORT_PLACE_CHILD_VIEWS)
            continue;
        row->audience = next < AUDIENCE_COUNT ? (enum audience)next++ : AUDIENCE_EVERYONE;
        row->words = text_of(audience_code(row->audience));
        row->not_to = row->audience == AUDIENCE_NOT_TO_PERSON ? in->mother : (PersonId){0};
    }
    world_do(&in->world, in->arena, &REPORT_WRITTEN_ACT, in->worker, in->conference.n, 13, &act);
    return act.report;
}

static struct copy copy_for(struct world_case *in, PersonId who, int day)
{
    struct copy copy;
    Read *read = world_read(&in->world, in->arena, who, day);
    must(copy_of_papers(read, in->conference, &copy));
    store_read_end(read);
    return copy;
}

static bool holds(const struct copy *copy, enum audience audience)
{
    for (size_t i = 0; i < copy->count; i++)
        if (copy->at[i].audience == audience)
            return true;
    return false;
}

static void each_reader_has_their_own_copy(void **state)
{
    (void)state;
    struct world_case in;
    world_case_open(&in, "Ada Ben");
    world_case_at_risk(&in);
    world_called(&in, CONFERENCE_KIND_INITIAL, 10, 20);
    world_chair(&in, 10);
    world_booked(&in, 11, 20);
    world_invited(&in, 11);
    ReportId report = mixed_report(&in);
    assert_int_equal(copy_for(&in, in.teacher, 13).count, 0); /* not released yet */
    WORLD_ACT(report_released, REPORT_RELEASED, released);
    released.report = report;
    world_do(&in.world, in.arena, &REPORT_RELEASED_ACT, in.manager, in.conference.n, 13, &released);
    struct {
        PersonId who;
        const char *sees; /* EVERYONE, PROFESSIONALS, NOT_TO_PERSON, AUTHOR_TEAM, CHILD_ONLY */
    } readers[] = {{in.worker, "yyyny"}, {in.manager, "yyyyy"}, {in.chair, "yyynn"}, {in.admin, "yyynn"}, {in.teacher, "yyynn"}, {in.officer, "yyynn"}};
    readers[0].sees = "yyyyy"; /* its author */
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        struct copy copy = copy_for(&in, readers[i].who, 14);
        for (int audience = AUDIENCE_NONE + 1; audience < AUDIENCE_COUNT; audience++)
            if (holds(&copy, (enum audience)audience) != (readers[i].sees[audience - 1] == 'y'))
                fail_msg("reader %d and %s", (int)i, audience_code((enum audience)audience));
    }
    PersonId stranger = world_worker_of(&in.world, in.arena, "Orla", DUTY_SOCIAL_WORKER, in.chairs, in.manager);
    assert_int_equal(copy_for(&in, stranger, 14).count, 0);
    WORLD_ACT(sign_in_given, SIGN_IN_GIVEN, account);
    account.kind = FAMILY_ACCOUNT_PARENT;
    account.adult = in.mother;
    account.children.at = in.family.children;
    account.children.count = in.family.count;
    world_do(&in.world, in.arena, &SIGN_IN_GIVEN_ACT, in.manager, in.family.family.n, 14, &account);
    assert_int_equal(copy_for(&in, in.mother, 14).count, 0); /* not shared with her yet */
    world_shared(&in, report, 14);
    struct copy hers = copy_for(&in, in.mother, 15);
    assert_true(holds(&hers, AUDIENCE_EVERYONE));
    assert_false(holds(&hers, AUDIENCE_PROFESSIONALS));
    assert_false(holds(&hers, AUDIENCE_NOT_TO_PERSON)); /* it is she who may not read it */
    assert_false(holds(&hers, AUDIENCE_AUTHOR_TEAM));
    assert_false(holds(&hers, AUDIENCE_CHILD_ONLY));
    WORLD_ACT(report_shared, REPORT_SHARED, kept);
    struct report_shared_people row = {.person = in.mother, .how = SHARING_HOW_WITHHELD, .withheld_why = T("A witness would be in danger.")};
    kept.reports.at = &report;
    kept.reports.count = 1;
    kept.shared_on = world_date(15);
    kept.people.at = &row;
    kept.people.count = 1;
    world_do(&in.world, in.arena, &REPORT_SHARED_ACT, in.chair, in.conference.n, 15, &kept);
    assert_int_equal(copy_for(&in, in.mother, 16).count, 0); /* SC-17: kept back on the chair's ground */
    world_whole(&in.world, in.arena);
    world_end(&in.world);
    arena_free(in.arena);
}

static struct copy_decisions_rows decisions_for(struct world_case *in, PersonId who, int day)
{
    struct copy_decisions_rows rows;
    Read *read = world_read(&in->world, in->arena, who, day);
    must(copy_decisions(read, in->conference, &rows));
    store_read_end(read);
    return rows;
}

/* The reasoning of a decision has no audience: the chair reads it; a mother reads what was decided, and not a word that nobody released. */
static void a_parent_reads_the_decision_not_its_unreleased_reasons(void **state)
{
    (void)state;
    struct world_case in;
    world_case_open(&in, "Ada");
    world_case_at_risk(&in);
    world_initial_conference(&in, CONFERENCE_DECISION_PLAN);
    WORLD_ACT(sign_in_given, SIGN_IN_GIVEN, account);
    account.kind = FAMILY_ACCOUNT_PARENT;
    account.adult = in.mother;
    account.children.at = in.family.children;
    account.children.count = in.family.count;
    world_do(&in.world, in.arena, &SIGN_IN_GIVEN_ACT, in.manager, in.family.family.n, 40, &account);
    struct copy_decisions_rows hers = decisions_for(&in, in.mother, 41), chairs = decisions_for(&in, in.chair, 41);
    assert_int_equal(chairs.count, 1);
    assert_false(text_is_empty(chairs.at[0].reason));
    assert_int_equal(hers.count, 1);
    assert_int_equal(hers.at[0].decision, CONFERENCE_DECISION_PLAN);
    assert_true(text_is_empty(hers.at[0].reason));
    assert_true(text_is_empty(hers.at[0].cause));
    world_case_end(&in);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_reader_has_their_own_copy),
        cmocka_unit_test(a_parent_reads_the_decision_not_its_unreleased_reasons),
    };
    RUN_ON_BOTH(tests);
}
