/* What another nation's and another authority's profile does on the real record: events that only their rows ask for, and practice that the acts
 * go by. England's record is the same as ever. */
#include "acts/act_kind.h"
#include "acts/conference/conference_not_held_act.h"
#include "acts/form_view.h"
#include "acts/plan/visit_recorded_act.h"
#include "rules/practice.h"
#include "rules/profile_words.h"
#include "store/case_sql.h"
#include "world_conference.h"

static struct world_case *open_case(const char *profile, const char *children)
{
    struct world_case *in = calloc(1, sizeof *in);
    world_profile = profile;
    world_case_open(in, children);
    world_profile = "england";
    return in;
}

static void close_case(struct world_case *in)
{
    world_whole(&in->world, in->arena);
    world_case_end(in);
    free(in);
}

static size_t due_of(struct world_case *in, ChildId child, enum obligation_kind kind, struct case_obligations *ret_row)
{
    struct case_obligations_rows rows;
    size_t count = 0;
    Read *read = world_read(&in->world, in->arena, PERSON_SYSTEM, 0);
    must(case_obligations(read, child, &rows));
    store_read_end(read);
    for (size_t i = 0; i < rows.count; i++) {
        if (rows.at[i].kind != kind)
            continue;
        *ret_row = rows.at[i];
        count++;
    }
    return count;
}

/* One limit of that kind, due that day, standing so. */
static void assert_due(struct world_case *in, ChildId child, enum obligation_kind kind, const char *due, enum obligation_state state)
{
    struct case_obligations row;
    assert_int_equal(due_of(in, child, kind, &row), 1);
    assert_string_equal(text_string(in->arena, date_iso(in->arena, row.due)), due);
    assert_string_equal(obligation_state_code(row.state), obligation_state_code(state));
}

static void assert_nothing_due(struct world_case *in, ChildId child, enum obligation_kind kind)
{
    struct case_obligations row;
    assert_int_equal(due_of(in, child, kind, &row), 0);
}

static size_t happened(struct world_case *in, ChildId child, enum event event, Date *ret_day)
{
    struct case_events_rows rows;
    size_t count = 0;
    Read *read = world_read(&in->world, in->arena, PERSON_SYSTEM, 0);
    must(case_events(read, child, &rows));
    store_read_end(read);
    for (size_t i = 0; i < rows.count; i++) {
        if (rows.at[i].event == event) {
            *ret_day = rows.at[i].happened;
            count++;
        }
    }
    return count;
}

/* Scotland: 28 days from the day the referral came; in England 15 working days from the discussion, whenever the concern came. SD-01 */
static void the_concern_counts_where_its_row_is(void **state)
{
    (void)state;
    Date day;
    struct world_case *in = open_case("scotland", "Ada");
    world_to_enquiry(&in->world, in->arena, in->front_door, in->manager, in->worker, &in->family, in->mother);
    assert_int_equal(happened(in, in->family.children[0], EVENT_CONCERN_RAISED, &day), 1);
    assert_true(date_equal(day, world_date(0)));
    assert_due(in, in->family.children[0], OBLIGATION_KIND_INITIAL_CONFERENCE, "2026-04-17", OBLIGATION_STATE_WAITING);
    assert_nothing_due(in, in->family.children[0], OBLIGATION_KIND_ASSESSMENT);
    close_case(in);
    in = open_case("england", "Ada");
    world_to_enquiry(&in->world, in->arena, in->front_door, in->manager, in->worker, &in->family, in->mother);
    assert_due(in, in->family.children[0], OBLIGATION_KIND_INITIAL_CONFERENCE, "2026-04-14", OBLIGATION_STATE_WAITING);
    assert_nothing_due(in, in->family.children[0], OBLIGATION_KIND_PRE_BIRTH_CONFERENCE);
    close_case(in);
}

/* What the form says of the concern's day goes before the referral's; a day after the discussion is none. No enquiry, no concern that starts a limit. */
static void the_day_of_the_concern_can_be_said(void **state)
{
    (void)state;
    Date day;
    struct act_result result;
    struct world_case *in = open_case("scotland", "Ada");
    ContactId contact = world_contact(&in->world, in->arena, in->front_door, &in->family, 0);
    world_contact_decided(&in->world, in->arena, in->front_door, &in->family, contact, CONTACT_DECISION_REFERRAL, 0);
    world_referral_decided(&in->world, in->arena, in->manager, &in->family, REFERRAL_DECISION_ASSESSMENT, in->worker, 0);
    struct strategy_discussion act = world_strategy_act(in->arena, &in->family, STRATEGY_OUTCOME_S47_SINGLE, 8);
    struct strategy_discussion_parents told = {.person = in->mother, .told = YESNO_YES, .told_on = world_date(8), .said = T("We said what was seen.")};
    act.parents.at = &told;
    act.parents.count = 1;
    act.concern_on = world_date(9);
    assert_int_equal(world_try(&in->world, in->arena, &STRATEGY_DISCUSSION_ACT, in->worker, in->family.family.n, 9, &act, &result).kind, NOT_VALID);
    assert_true(text_equal(result.problems.at[0].field, T("concern_on")));
    act.concern_on = world_date(6);
    world_do(&in->world, in->arena, &STRATEGY_DISCUSSION_ACT, in->worker, in->family.family.n, 9, &act);
    assert_int_equal(happened(in, in->family.children[0], EVENT_CONCERN_RAISED, &day), 1);
    assert_true(date_equal(day, world_date(6)));
    assert_due(in, in->family.children[0], OBLIGATION_KIND_INITIAL_CONFERENCE, "2026-04-23", OBLIGATION_STATE_WAITING);
    close_case(in);
    in = open_case("scotland", "Ada"); /* a case that is open: the day of the discussion, when nothing is said */
    contact = world_contact(&in->world, in->arena, in->front_door, &in->family, 0);
    world_contact_decided(&in->world, in->arena, in->front_door, &in->family, contact, CONTACT_DECISION_REFERRAL, 0);
    world_referral_decided(&in->world, in->arena, in->manager, &in->family, REFERRAL_DECISION_ASSESSMENT, in->worker, 0);
    world_strategy(&in->world, in->arena, in->worker, &in->family, STRATEGY_OUTCOME_ASSESSMENT, in->mother, 4);
    assert_int_equal(happened(in, in->family.children[0], EVENT_CONCERN_RAISED, &day), 0);
    world_strategy(&in->world, in->arena, in->worker, &in->family, STRATEGY_OUTCOME_S47_SINGLE, in->mother, 7);
    assert_int_equal(happened(in, in->family.children[0], EVENT_CONCERN_RAISED, &day), 1);
    assert_true(date_equal(day, world_date(7)));
    close_case(in);
}

/* Five days' notice is met by the invitations; a meeting that was not held is reconvened in ten working days. */
static void notice_and_reconvening(void **state)
{
    (void)state;
    Date day;
    struct case_obligations row;
    struct world_case *in = open_case("scotland", "Ada");
    ChildId ada = in->family.children[0];
    world_case_at_risk(in);
    world_called(in, CONFERENCE_KIND_INITIAL, 10, 20);
    world_chair(in, 10);
    world_booked(in, 11, 20);
    assert_due(in, ada, OBLIGATION_KIND_NOTICE_OF_MEETING, "2026-04-03", OBLIGATION_STATE_WAITING);
    world_invited(in, 12);
    assert_int_equal(happened(in, ada, EVENT_NOTICE_SENT, &day), 1);
    assert_true(date_equal(day, world_date(12)));
    assert_due(in, ada, OBLIGATION_KIND_NOTICE_OF_MEETING, "2026-04-03", OBLIGATION_STATE_MET);
    assert_int_equal(due_of(in, ada, OBLIGATION_KIND_NOTICE_OF_MEETING, &row), 1);
    assert_nothing_due(in, ada, OBLIGATION_KIND_RECONVENE);
    WORLD_ACT(conference_not_held, CONFERENCE_NOT_HELD, act);
    act.what = NOT_HELD_INQUORATE;
    act.why = T("Health and police did not come.");
    world_do(&in->world, in->arena, &CONFERENCE_NOT_HELD_ACT, in->admin, in->conference.n, 20, &act);
    assert_due(in, ada, OBLIGATION_KIND_RECONVENE, "2026-04-23", OBLIGATION_STATE_WAITING);
    close_case(in);
    in = open_case("england", "Ada");
    world_case_at_risk(in);
    world_called(in, CONFERENCE_KIND_INITIAL, 10, 20);
    world_chair(in, 10);
    world_booked(in, 11, 20);
    world_invited(in, 11);
    world_do(&in->world, in->arena, &CONFERENCE_NOT_HELD_ACT, in->admin, in->conference.n, 20, &act);
    assert_nothing_due(in, in->family.children[0], OBLIGATION_KIND_NOTICE_OF_MEETING);
    assert_nothing_due(in, in->family.children[0], OBLIGATION_KIND_RECONVENE);
    close_case(in);
}

static void add_unborn(struct world_case *in, int expected)
{
    WORLD_ACT(child_added, CHILD_ADDED, act);
    act.family_name = T("Okafor-Lane");
    act.unborn = YESNO_YES;
    act.expected = world_date(expected);
    world_do(&in->world, in->arena, &CHILD_ADDED_ACT, in->front_door, in->family.family.n, 0, &act);
    in->family.children[in->family.count++] = act.child;
}

/* Twelve weeks before the birth is expected, once there is a concern; the review within three months, for the plan that began before birth alone. */
static void before_birth_in_scotland(void **state)
{
    (void)state;
    struct world_case *in = open_case("scotland", "Ada");
    add_unborn(in, 150); /* Monday 17 August 2026 */
    ChildId ada = in->family.children[0], unborn = in->family.children[1];
    Date day;
    assert_int_equal(happened(in, unborn, EVENT_BIRTH_EXPECTED, &day), 1);
    assert_nothing_due(in, unborn, OBLIGATION_KIND_PRE_BIRTH_CONFERENCE);
    world_case_at_risk(in);
    assert_due(in, unborn, OBLIGATION_KIND_PRE_BIRTH_CONFERENCE, "2026-05-25", OBLIGATION_STATE_WAITING);
    assert_due(in, unborn, OBLIGATION_KIND_INITIAL_CONFERENCE, "2026-04-17", OBLIGATION_STATE_WAITING);
    assert_nothing_due(in, ada, OBLIGATION_KIND_PRE_BIRTH_CONFERENCE);
    world_to_meeting(in);
    world_views(in, AGENCY_VIEW_PLAN, 20);
    static const enum gate HEARD[] = {FAMILY_HEARD};
    struct conference_decided decided = world_decided_act(in, CONFERENCE_DECISION_PLAN, 20);
    decided.children.at[0].review_on = decided.children.at[1].review_on = DATE_NONE;
    world_past(in, &CONFERENCE_DECIDED_ACT, in->chair, 20, &decided, HEARD, 1);
    assert_due(in, unborn, OBLIGATION_KIND_PRE_BIRTH_CONFERENCE, "2026-05-25", OBLIGATION_STATE_MET);
    assert_due(in, ada, OBLIGATION_KIND_FIRST_REVIEW, "2026-10-09", OBLIGATION_STATE_WAITING);
    assert_due(in, unborn, OBLIGATION_KIND_PRE_BIRTH_REVIEW, "2026-07-09", OBLIGATION_STATE_WAITING);
    assert_nothing_due(in, ada, OBLIGATION_KIND_PRE_BIRTH_REVIEW);
    for (size_t i = 0; i < decided.plans.count; i++)
        assert_true(date_equal(decided.plans.at[i].review_by, date_plus_months(world_date(20), decided.plans.at[i].child.n == unborn.n ? 3 : 6)));
    assert_due(in, ada, OBLIGATION_KIND_FIRST_CORE_GROUP, "2026-04-30", OBLIGATION_STATE_WAITING); /* 15 working days; Easter Monday is past */
    close_case(in);
}

/* A visit on which the child was not seen is told, and meets nothing. SB-13 */
static void a_child_who_was_not_seen(void **state)
{
    (void)state;
    Date day;
    struct world_case *in = open_case("england", "Ada Ben");
    world_case_at_risk(in);
    WORLD_ACT(visit_recorded, VISIT_RECORDED, act);
    struct visit_recorded_children rows[2] = {
        {.child = in->family.children[0], .how = SEEN_HOW_ALONE},
        {.child = in->family.children[1], .how = SEEN_HOW_NOT_SEEN, .why_not_seen = T("At her grandmother's.")},
    };
    act.made = world_date(10);
    act.kind = VISIT_KIND_ANNOUNCED;
    act.place = T("At home");
    act.took_place = YESNO_YES;
    act.children.at = rows;
    act.children.count = 2;
    world_do(&in->world, in->arena, &VISIT_RECORDED_ACT, in->worker, in->family.family.n, 10, &act);
    assert_int_equal(happened(in, in->family.children[0], EVENT_VISIT, &day), 1);
    assert_int_equal(happened(in, in->family.children[0], EVENT_VISIT_NOT_SEEN, &day), 0);
    assert_int_equal(happened(in, in->family.children[1], EVENT_VISIT, &day), 0);
    assert_int_equal(happened(in, in->family.children[1], EVENT_VISIT_NOT_SEEN, &day), 1);
    close_case(in);
}

/* ---- practice ---- */

static bool is_shut(const struct act_result *result, enum gate gate, const char *detail)
{
    for (size_t i = 0; i < result->shut.count; i++)
        if (result->shut.at[i].gate == gate)
            return text_contains(result->shut.at[i].detail, text_of(detail));
    return false;
}

/* For an unborn child midwifery and health visiting are invited in England, or the chair says why not. Where the profile says nothing, nobody asks. */
static void who_is_invited_for_an_unborn_child(void **state)
{
    (void)state;
    static const enum gate MIDWIFE[] = {ALWAYS_INVITED_HERE};
    static const char *const PROFILES_OF[] = {"england", "wales"};
    for (size_t i = 0; i < 2; i++) {
        struct act_result result = {0};
        struct world_case *in = open_case(PROFILES_OF[i], "Ada");
        add_unborn(in, 150);
        world_case_at_risk(in);
        world_called(in, CONFERENCE_KIND_INITIAL, 10, 20);
        world_chair(in, 10);
        world_booked(in, 11, 20);
        world_invited(in, 11);
        world_ready(in, 12, 15);
        WORLD_ACT(conference_confirmed, CONFERENCE_CONFIRMED, act);
        act.told = YESNO_YES;
        if (i == 0) {
            assert_int_equal(world_try_past(in, &CONFERENCE_CONFIRMED_ACT, in->chair, 13, &act, NULL, 0, &result).kind, NOT_NOW);
            assert_true(is_shut(&result, ALWAYS_INVITED_HERE, "Midwifery"));
            assert_int_equal(result.shut.count, 1);
        }
        world_past(in, &CONFERENCE_CONFIRMED_ACT, in->chair, 13, &act, MIDWIFE, i == 0 ? 1 : 0);
        close_case(in);
    }
}

/* A midwifery service that the authority knows is thought of by itself, for the unborn child and for no other. SA-05 SD-03 */
static void midwifery_is_thought_of(void **state)
{
    (void)state;
    struct world_case *in = open_case("england", "Ada");
    AgencyId midwives = world_agency(&in->world, in->arena, "Northmoor midwives", AGENCY_KIND_MIDWIFERY);
    add_unborn(in, 150);
    world_case_at_risk(in);
    world_called(in, CONFERENCE_KIND_INITIAL, 10, 20);
    InvitationId invitation = world_invitation_of(in, midwives.n);
    assert_true(invitation.n != 0);
    struct invitation_children_of_rows reach;
    Read *read = world_read(&in->world, in->arena, PERSON_SYSTEM, 0);
    must(invitation_children_of(read, in->conference, &reach));
    store_read_end(read);
    size_t children = 0;
    for (size_t i = 0; i < reach.count; i++) {
        if (reach.at[i].invitation.n != invitation.n)
            continue;
        assert_true(reach.at[i].child.n == in->family.children[1].n);
        children++;
    }
    assert_int_equal(children, 1);
    close_case(in);
}

/* SD-07: where one adult may come with a parent, a second needs a reason; where nobody says how many, nobody counts. */
static void how_many_a_parent_brings(void **state)
{
    (void)state;
    static const enum gate MANY[] = {SUPPORTERS_AS_MANY_AS_HERE};
    static const char *const PROFILES_OF[] = {"SD", "england"};
    for (size_t i = 0; i < 2; i++) {
        struct act_result result = {0};
        struct world_case *in = open_case(PROFILES_OF[i], "Ada");
        world_case_at_risk(in);
        world_called(in, CONFERENCE_KIND_INITIAL, 10, 20);
        struct people_invited act = world_invited_act(in, 11);
        struct people_invited_others others[2] = {{.is_as = INVITED_AS_SUPPORTER, .name = T("Blessing Oduya"), .supports = in->mother},
                                                  {.is_as = INVITED_AS_SOLICITOR, .name = T("Tam Whitlow"), .supports = in->mother}};
        act.others.at = others;
        act.others.count = 2;
        if (i == 0) {
            assert_int_equal(world_try_past(in, &PEOPLE_INVITED_ACT, in->admin, 11, &act, NULL, 0, &result).kind, NOT_NOW);
            assert_true(is_shut(&result, SUPPORTERS_AS_MANY_AS_HERE, ""));
            act.others.count = 1;
            world_do(&in->world, in->arena, &PEOPLE_INVITED_ACT, in->admin, in->conference.n, 11, &act);
            act.others.at++; /* the second, later: the first counts */
            act.invitations.count = act.professionals.count = 0;
            assert_int_equal(world_try_past(in, &PEOPLE_INVITED_ACT, in->admin, 11, &act, NULL, 0, &result).kind, NOT_NOW);
        }
        world_past(in, &PEOPLE_INVITED_ACT, in->admin, 11, &act, MANY, i == 0 ? 1 : 0);
        close_case(in);
    }
}

/* A conference lasts as long as the profile plans for: 120 minutes in England, and without a word as long. SB-08 */
static void a_chair_is_taken_as_long_as_it_lasts(void **state)
{
    (void)state;
    static const char *const PROFILES_OF[] = {"england", "scotland"};
    for (size_t i = 0; i < 2; i++) {
        struct act_result result = {0};
        struct world_case *in = open_case(PROFILES_OF[i], "Ada Ben");
        world_case_at_risk(in);
        size_t count = in->family.count;
        in->family.count = 1;
        world_called(in, CONFERENCE_KIND_INITIAL, 10, 20);
        world_chair(in, 10);
        world_booked(in, 11, 20);
        in->family.children[0] = in->family.children[1];
        world_called(in, CONFERENCE_KIND_INITIAL, 10, 20);
        world_chair(in, 10);
        WORLD_ACT(conference_booked, CONFERENCE_BOOKED, act);
        act.held_on = world_date(20);
        act.time = 11 * 60 + 45;
        act.place = T("Elmfield Centre");
        assert_int_equal(world_try_past(in, &CONFERENCE_BOOKED_ACT, in->admin, 11, &act, NULL, 0, &result).kind, NOT_NOW);
        assert_true(is_shut(&result, CHAIR_AND_ROOM_FREE, "chairs another conference then"));
        act.time = 12 * 60;
        world_do(&in->world, in->arena, &CONFERENCE_BOOKED_ACT, in->admin, in->conference.n, 11, &act);
        in->family.count = count;
        close_case(in);
    }
}

/* Every number in the guidance of a form comes from the profile: England's has them all but those it has no row for. */
static void guidance_is_filled(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    const struct practice_period period = {DATE_NONE, profile_named(T("england"))};
    const struct practice practice = {&period, 1, &HOLIDAYS[ENGLAND_AND_WALES]};
    const struct field_options options = {.practice = &practice, .today = world_date(0)};
    const struct form form = {NULL, 0};
    size_t left_out = 0;
    for (size_t k = 0; k < ACT_KIND_COUNT; k++) {
        struct form_view view = form_view(ACT_KINDS[k], &form, &options, NULL, arena), bare = form_view(ACT_KINDS[k], &form, NULL, NULL, arena);
        for (size_t i = 0; i < view.guidance.count; i++)
            assert_false(text_contains(view.guidance.at[i].words, T("{")));
        for (size_t i = 0; i < bare.guidance.count; i++)
            assert_false(text_contains(bare.guidance.at[i].words, T("{")));
        left_out += ACT_KINDS[k]->guidance_count - view.guidance.count;
    }
    assert_int_equal(left_out, 3); /* how many a parent may bring, notice of a meeting, reconvening: England has no such rows */
    struct form_view view = form_view(&STRATEGY_DISCUSSION_ACT, &form, &options, NULL, arena);
    bool said = false;
    for (size_t i = 0; i < view.guidance.count; i++)
        said |= text_equal(view.guidance.at[i].words, T("The initial conference is due within 15 working days, counted from ‘Section 47 enquiry started’."));
    assert_true(said);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_concern_counts_where_its_row_is),
        cmocka_unit_test(the_day_of_the_concern_can_be_said),
        cmocka_unit_test(notice_and_reconvening),
        cmocka_unit_test(before_birth_in_scotland),
        cmocka_unit_test(a_child_who_was_not_seen),
        cmocka_unit_test(who_is_invited_for_an_unborn_child),
        cmocka_unit_test(midwifery_is_thought_of),
        cmocka_unit_test(how_many_a_parent_brings),
        cmocka_unit_test(a_chair_is_taken_as_long_as_it_lasts),
        cmocka_unit_test(guidance_is_filled),
    };
    RUN_ON_BOTH(tests);
}
