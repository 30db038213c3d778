/* Words that can stand in somebody's copy hold no protected address, whatever act records them, and no act can forget to ask. SC-12 SA-03 */
#include "plan_setting.h"

#include "acts/conference/family_view_given_act.h"
#include "acts/people/address_recorded_act.h"
#include "acts/people/order_recorded_act.h"
#include "acts/review/family_looked_back_act.h"
#include "acts/review/review_brought_forward_act.h"
#include "acts/review/support_after_offered_act.h"

#define SECRET "41 Tanyard Way"

/* The mother's address, which the father must not learn, from a day on. */
static void keep_secret(struct world_case *in, int day)
{
    WORLD_ACT(address_recorded, ADDRESS_RECORDED, home);
    home.adults.at = &in->mother;
    home.adults.count = 1;
    home.kind = ADDRESS_KIND_HOME;
    home.lines = T("Flat 6, " SECRET ", Marlow");
    home.postcode = T("ZZ1 4QT");
    home.protected = YESNO_YES;
    home.since = world_date(0);
    world_do(&in->world, in->arena, &ADDRESS_RECORDED_ACT, in->worker, in->family.family.n, day, &home);
}

/* The act is refused with what was found, though its .act need not name the gate; nobody passes with a reason. */
static void is_refused(struct world_case *in, const struct act_kind *kind, PersonId who, int64_t target, int day, void *act)
{
    static const struct act_reason REASON = {NO_PROTECTED_ADDRESS, {"It must be said.", 16}};
    struct act_request request = world_request(who);
    struct act_result result = {0};
    request.target = target;
    request.now.us += day * DAY_US;
    request.reasons = &REASON;
    request.reason_count = 1;
    Err end = act_do(in->world.acts, kind, &request, act, in->arena, &result);
    if (end.kind != NOT_NOW || !is_shut(&result, NO_PROTECTED_ADDRESS, "Found: " SECRET))
        fail_msg("%s: %s", kind->name, err_kind_name(end.kind));
    for (size_t i = 0; i < result.shut.count; i++)
        assert_false(result.shut.at[i].gate == NO_PROTECTED_ADDRESS && result.shut.at[i].with_reason);
}

static void around_a_conference(void **state)
{
    (void)state;
    struct world_case one = {0}, *in = &one;
    world_case_open(in, "Ada Ben");
    world_case_at_risk(in);
    keep_secret(in, 9);
    struct conference_called called = world_called_act(in, CONFERENCE_KIND_INITIAL, 20);
    called.why = T("Hurt again at " SECRET ".");
    is_refused(in, &CONFERENCE_CALLED_ACT, in->manager, in->family.family.n, 10, &called);
    world_called(in, CONFERENCE_KIND_INITIAL, 10, 20);
    world_chair(in, 10);
    WORLD_ACT(conference_booked, CONFERENCE_BOOKED, booked);
    booked.held_on = world_date(20);
    booked.time = 10 * 60;
    const Text good = T("Elmfield Centre"), bad = T("By video from " SECRET);
    for (int i = 0; i < 3; i++) {
        booked.place = i == 0 ? bad : good;
        booked.room = i == 1 ? bad : TEXT_NONE;
        booked.link = i == 2 ? bad : TEXT_NONE;
        is_refused(in, &CONFERENCE_BOOKED_ACT, in->admin, in->conference.n, 11, &booked);
    }
    world_booked(in, 11, 20); /* without it, the same act is done */
    struct people_invited invited = world_invited_act(in, 11);
    for (size_t i = 0; i < invited.invitations.count; i++)
        if (invited.invitations.at[i].invitation.n == world_invitation_of(in, in->mother.n).n) {
            invited.invitations.at[i].exclusion = EXCLUSION_EXTENT_PART;
            invited.invitations.at[i].exclusion_why = T("He found her at " SECRET " before.");
            invited.invitations.at[i].other_way = T("By letter");
        }
    is_refused(in, &PEOPLE_INVITED_ACT, in->chair, in->conference.n, 11, &invited);
    world_invited(in, 11);
    world_ready(in, 12, 15);
    world_confirmed(in, 13);
    struct report_written report = world_report_act(in);
    report.paragraphs.at[report.paragraphs.count - 1].words = T("The flat at " SECRET " is warm.");
    is_refused(in, &REPORT_WRITTEN_ACT, in->worker, in->conference.n, 13, &report);
    report.paragraphs.at[report.paragraphs.count - 1].audience = AUDIENCE_AUTHOR_TEAM; /* nobody outside reads it */
    world_do(&in->world, in->arena, &REPORT_WRITTEN_ACT, in->worker, in->conference.n, 13, &report);
    WORLD_ACT(report_released, REPORT_RELEASED, released);
    released.report = report.report;
    world_do(&in->world, in->arena, &REPORT_RELEASED_ACT, in->manager, in->conference.n, 13, &released);
    WORLD_ACT(family_view_given, FAMILY_VIEW_GIVEN, said);
    struct family_view_given_children childs = {.child = in->family.children[0], .how = HEARD_HOW_SAID, .words = T("I live at " SECRET ".")};
    said.children.at = &childs;
    said.children.count = 1;
    is_refused(in, &FAMILY_VIEW_GIVEN_ACT, in->admin, in->conference.n, 14, &said);
    childs.words = T("I live with Mum.");
    world_do(&in->world, in->arena, &FAMILY_VIEW_GIVEN_ACT, in->admin, in->conference.n, 14, &said);
    world_opened(in, 20);
    WORLD_ACT(view_given, VIEW_GIVEN, view);
    struct view_given_children row = {.child = in->family.children[0], .opinion = AGENCY_VIEW_NO_VIEW, .reason = T("Not been to " SECRET ".")};
    view.invitation = world_invitation_of(in, in->school.n);
    view.children.at = &row;
    view.children.count = 1;
    is_refused(in, &VIEW_GIVEN_ACT, in->teacher, in->conference.n, 20, &view);
    world_views(in, AGENCY_VIEW_PLAN, 20);
    struct conference_decided decided = world_decided_act(in, CONFERENCE_DECISION_PLAN, 20); /* the outline of a plan begins with these words */
    Text *const outline[] = {&decided.children.at[1].reason, &decided.children.at[1].harm, &decided.children.at[1].cause,
                             &decided.children.at[1].cared_for, &decided.children.at[1].contingency};
    for (size_t i = 0; i < sizeof outline / sizeof outline[0]; i++) {
        Text was = *outline[i];
        *outline[i] = T("At home, flat 6, 41 tanyard way.");
        struct act_result result = {0};
        assert_int_equal(world_try(&in->world, in->arena, &CONFERENCE_DECIDED_ACT, in->chair, in->conference.n, 20, &decided, &result).kind, NOT_NOW);
        assert_true(is_shut(&result, NO_PROTECTED_ADDRESS, "Found: 41 tanyard way"));
        *outline[i] = was;
    }
    static const struct act_reason HEARD = {FAMILY_HEARD, {"They are at " SECRET ".", sizeof "They are at " SECRET "." - 1}};
    struct act_request request = world_request(in->chair); /* a reason prints on later copies */
    struct act_result result = {0};
    request.target = in->conference.n;
    request.now.us += 20 * DAY_US;
    request.reasons = &HEARD;
    request.reason_count = 1;
    assert_int_equal(act_do(in->world.acts, &CONFERENCE_DECIDED_ACT, &request, &decided, in->arena, &result).kind, NOT_NOW);
    assert_true(is_shut(&result, NO_PROTECTED_ADDRESS, "Found: " SECRET));
    world_decided(in, CONFERENCE_DECISION_PLAN, 20);
    world_whole(&in->world, in->arena);
    world_case_end(in);
}

static void around_a_plan(void **state)
{
    struct setting *s = *state;
    struct world_case *in = &s->in;
    int64_t plan = s->plans.at[0].n;
    int day = PLAN_DAY + 5;
    in->world = s->world;
    keep_secret(in, PLAN_DAY);
    WORLD_ACT(core_group_planned, CORE_GROUP_PLANNED, planned);
    planned.planned = on_day(10);
    planned.at = 16 * 60;
    planned.place = T(SECRET);
    is_refused(in, &CORE_GROUP_PLANNED_ACT, s->worker, plan, day, &planned);
    planned.place = T("At school");
    done(s, &CORE_GROUP_PLANNED_ACT, plan, 5, &planned);
    WORLD_ACT(action_set, ACTION_SET, action);
    action.change = ACTION_CHANGE_NEW;
    action.what = T("Mend the boiler");
    action.aim = PLAN_AIM_SAFE;
    Text *const of_action[] = {&action.what, &action.owner_words, &action.how_often, &action.measure, &action.notices};
    for (size_t i = 0; i < sizeof of_action / sizeof of_action[0]; i++) {
        Text was = *of_action[i];
        *of_action[i] = T("Warm rooms at " SECRET);
        is_refused(in, &ACTION_SET_ACT, s->worker, plan, day, &action);
        *of_action[i] = was;
    }
    done(s, &ACTION_SET_ACT, plan, 5, &action);
    WORLD_ACT(parent_view_recorded, PARENT_VIEW_RECORDED, view);
    view.person = s->mother;
    view.asked = on_day(5);
    view.answer = ASKED_ANSWER_ASKED_YES;
    view.words = T("He must not know " SECRET);
    is_refused(in, &PARENT_VIEW_RECORDED_ACT, s->worker, plan, day, &view);
    view.words = T("He must not know where I live");
    done(s, &PARENT_VIEW_RECORDED_ACT, plan, 5, &view);
    WORLD_ACT(support_after_offered, SUPPORT_AFTER_OFFERED, support);
    struct support_after_offered_children row = {.child = s->family.children[0], .what = T("A visit to " SECRET), .answer = SUPPORT_ANSWER_NO_ANSWER,
                                                 .next_steps = T("A call in May")};
    support.offered = on_day(5);
    support.asked_for = YESNO_NO;
    support.children.at = &row;
    support.children.count = 1;
    is_refused(in, &SUPPORT_AFTER_OFFERED_ACT, s->worker, s->family.family.n, day, &support);
    WORLD_ACT(review_brought_forward, REVIEW_BROUGHT_FORWARD, forward);
    forward.children.at = s->family.children;
    forward.children.count = 1;
    forward.review_by = on_day(20);
    forward.why = T("He was seen near " SECRET);
    is_refused(in, &REVIEW_BROUGHT_FORWARD_ACT, s->worker, s->family.family.n, day, &forward);
    WORLD_ACT(family_looked_back, FAMILY_LOOKED_BACK, back);
    back.asked = on_day(5);
    back.plan_works = T("Better since " SECRET);
    back.family_works = back.worry = T("Less");
    back.child_answer = ASKED_ANSWER_ASKED_NO;
    struct family_looked_back_adults mothers = {.person = s->mother, .answer = ASKED_ANSWER_ASKED_NO_ANSWER};
    back.adults.at = &mothers;
    back.adults.count = 1;
    is_refused(in, &FAMILY_LOOKED_BACK_ACT, s->worker, plan, day, &back);
    /* What stands in no copy may say it: the record of an order, of a visit. */
    WORLD_ACT(order_recorded, ORDER_RECORDED, order);
    order.kind = ORDER_KIND_NON_MOLESTATION;
    order.adults.at = &s->mother;
    order.adults.count = 1;
    order.against = s->father;
    order.made = on_day(4);
    order.terms = T("He must not go within 100 metres of " SECRET ".");
    done(s, &ORDER_RECORDED_ACT, s->family.family.n, 5, &order);
    WORLD_ACT(visit_recorded, VISIT_RECORDED, visit);
    struct visit_recorded_children seen[2] = {{.child = s->family.children[0], .how = SEEN_HOW_ALONE}, {.child = s->family.children[1], .how = SEEN_HOW_ALONE}};
    visit.made = on_day(5);
    visit.kind = VISIT_KIND_ANNOUNCED;
    visit.place = T(SECRET);
    visit.took_place = YESNO_YES;
    visit.children.at = seen;
    visit.children.count = 2;
    done(s, &VISIT_RECORDED_ACT, s->family.family.n, 5, &visit);
}

/* A refuge stays secret when she has left it; an address that is nobody's any more, and one that is open, do not. */
static void only_what_is_secret_is_looked_for(void **state)
{
    struct setting *s = *state;
    WORLD_ACT(address_recorded, ADDRESS_RECORDED, home);
    home.adults.at = &s->mother;
    home.adults.count = 1;
    const struct {
        const char *lines;
        enum address_kind kind;
        enum yesno secret;
        bool ended;
    } homes[] = {{"1 Alder Row", ADDRESS_KIND_HOME, YESNO_NO, false}, {"2 Birch Row", ADDRESS_KIND_TEMPORARY, YESNO_YES, true}, {"3 Cedar Row", ADDRESS_KIND_REFUGE, YESNO_YES, true}};
    for (size_t i = 0; i < 3; i++) {
        home.lines = text_of(homes[i].lines);
        home.kind = homes[i].kind;
        home.protected = homes[i].secret;
        home.since = on_day(0);
        home.until = homes[i].ended ? on_day(2) : DATE_NONE;
        done(s, &ADDRESS_RECORDED_ACT, s->family.family.n, 3, &home);
    }
    WORLD_ACT(core_group_planned, CORE_GROUP_PLANNED, planned);
    planned.planned = on_day(10);
    planned.at = 16 * 60;
    for (size_t i = 0; i < 2; i++) {
        planned.place = text_of(homes[i].lines);
        done(s, &CORE_GROUP_PLANNED_ACT, s->plans.at[0].n, 5, &planned);
    }
    planned.place = text_of(homes[2].lines);
    struct act_result result = refused(s, &CORE_GROUP_PLANNED_ACT, s->plans.at[0].n, 5, &planned, NOT_NOW);
    assert_true(is_shut(&result, NO_PROTECTED_ADDRESS, "Found: 3 Cedar Row"));
    /* She is an adult of another family too, and her address is recorded there alone. */
    struct world_family other = world_family(&s->world, s->arena, s->worker, "Brindle", "Ivo");
    WORLD_ACT(adult_added, ADULT_ADDED, added);
    added.person = s->mother;
    added.is_known_as = T("Mum");
    done(s, &ADULT_ADDED_ACT, other.family.n, 4, &added);
    home.lines = T("4 Dogwood Row");
    home.kind = ADDRESS_KIND_HOME;
    home.until = DATE_NONE;
    done(s, &ADDRESS_RECORDED_ACT, other.family.n, 4, &home);
    planned.place = home.lines;
    result = refused(s, &CORE_GROUP_PLANNED_ACT, s->plans.at[0].n, 5, &planned, NOT_NOW);
    assert_true(is_shut(&result, NO_PROTECTED_ADDRESS, "Found: 4 Dogwood Row"));
    (void)world_agency(&s->world, s->arena, "3 Cedar Row", AGENCY_KIND_HEALTH); /* an act on the organisation has no family */
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(around_a_conference), CASE(around_a_plan), CASE(only_what_is_secret_is_looked_for)};
    RUN_ON_BOTH(tests);
}
