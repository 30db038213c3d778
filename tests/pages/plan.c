/* The plan's pages, as each reader gets them; versions side by side; the family's home. SE-03 SE-05 SE-17 SD-18 SA-16 SA-18 */
#include "plan_reading.h"

#include "acts/people/address_recorded_act.h"
#include "acts/people/sign_in_given_act.h"
#include "pages/family.h"
#include "pages/own_children.h"
#include "pages/family/own_home.h"
#include "pages/plan/compare.h"
#include "pages/plan/meeting.h"
#include "pages/plan/visit.h"
#include "pages/work.h"
#include "store/options_sql.h"

static void what_changed_is_marked_in_whole_words(void **state)
{
    (void)state;
    struct compare_pair pair = compare_words(T("Mend the boiler, by 17 December"), T("Mend the boiler, by 15 January"));
    assert_false(pair.same);
    assert_true(text_equal_string(pair.was.before, "Mend the boiler, by ") && text_equal_string(pair.was.changed, "17 December"));
    assert_true(text_equal_string(pair.is.changed, "15 January") && text_is_empty(pair.is.after));
    pair = compare_words(T("warm rooms"), T("warmer rooms"));
    assert_true(text_equal_string(pair.was.changed, "warm") && text_equal_string(pair.is.changed, "warmer"));
    assert_true(text_equal_string(pair.is.after, " rooms"));
    pair = compare_words(T("The rooms are warm"), T("The rooms are always warm"));
    assert_true(text_is_empty(text_trim(pair.was.changed)) && text_equal_string(text_trim(pair.is.changed), "always"));
    assert_true(compare_words(T("Same"), T("Same")).same);
    assert_true(text_equal_string(compare_words(TEXT_NONE, T("New")).is.changed, "New"));
}

/* SE-03, SE-17, SA-18: who reads the whole reads the draft, each action's owner, date and measure, and both versions side by side in words. */
static void the_whole_plan_with_its_versions(void **state)
{
    struct setting *s = *state;
    struct request_ids ids = a_full_plan(s);
    WORLD_ACT(parent_view_recorded, PARENT_VIEW_RECORDED, view);
    view.person = s->mother;
    view.asked = on_day(6);
    view.answer = ASKED_ANSWER_ASKED_YES;
    view.words = T("I do not want it to be a plan");
    done(s, &PARENT_VIEW_RECORDED_ACT, s->plans.at[0].n, 6, &view);
    Text page = page_of(s, plan_page, s->worker, DUTY_SOCIAL_WORKER, 7, ids, OK);
    assert_has(page, "version 3");
    assert_has(page, "draft");
    assert_has(page, "Breakfast club each day");
    assert_has(page, "Hollow Lane Primary School");
    assert_has(page, "The register says so");
    assert_has(page, "Not in Darren");
    assert_has(page, "Words of safety");
    assert_has(page, "<td data-l=\"Is\"><div>New</div></td>");
    assert_has(page, "<div>Changed</div>");
    assert_has(page, "<div>Same</div>");
    assert_has(page, "<ins><span class=\"mark\">Added:</span>");
    assert_has(page, "The core group asked for it");
    assert_has(page, "I do not want it to be a plan");
    assert_has(page, "/do/publish-plan");
}

/* SE-05, SD-14: an agency reads its own actions and what is shared, of the plan as published. */
static void an_agency_reads_its_part(void **state)
{
    struct setting *s = *state;
    struct request_ids ids = a_full_plan(s);
    Text page = page_of(s, plan_page, s->teacher, DUTY_PARTNER, 7, ids, OK);
    assert_has(page, "Breakfast club each day");
    assert_has(page, "Words of contingency");
    assert_lacks(page, "Read with Maja at night");
    assert_lacks(page, "New lock on the door");
    assert_lacks(page, "A draft nobody agreed");
    assert_lacks(page, "Words of parent_needs");
    assert_lacks(page, "Words of safety");
    assert_lacks(page, "Words of support and more of it");
    assert_lacks(page, "publish-plan");
    (void)page_of(s, plan_page, s->nurse, DUTY_PARTNER, 7, ids, NOT_FOUND);
}

/* Each parent has their own copy: what the other may not read, professionals' own words and drafts are not in it. */
static void a_parent_reads_their_own_copy(void **state)
{
    struct setting *s = *state;
    struct request_ids ids = a_full_plan(s);
    Text mother = page_of(s, plan_page, s->mother, DUTY_PARENT, 7, ids, OK), father = page_of(s, plan_page, s->father, DUTY_PARENT, 7, ids, OK);
    assert_has(mother, "<h1>Our plan</h1>");
    assert_has(mother, "What you do");
    assert_has(mother, "Read with Maja at night");
    assert_has(mother, "New lock on the door");
    assert_has(mother, "Exit this page");
    assert_has(mother, "tel:999");
    assert_has(father, "Read with Maja at night");
    assert_lacks(father, "New lock on the door");
    assert_lacks(father, "What you do");
    const Text copies[] = {mother, father};
    for (size_t i = 0; i < 2; i++) {
        assert_lacks(copies[i], "Police share what they know");
        assert_lacks(copies[i], "A draft nobody agreed");
        assert_lacks(copies[i], "Words of parent_needs");
        assert_lacks(copies[i], "Words of safety");
        assert_lacks(copies[i], "more of it");
        assert_lacks(copies[i], "protection");
        assert_lacks(copies[i], "Okafor-Lane");
    }
    (void)page_of(s, plan_page, s->mother, DUTY_PARENT, 7, (struct request_ids){.plan = s->plans.at[1]}, NOT_FOUND); /* not given */
}

/* SD-18: the next meeting, the own copies, and whom to talk to: social worker, chair, somebody independent, a solicitor, at night. */
static void home_says_what_is_next_and_whom_to_talk_to(void **state)
{
    struct setting *s = *state;
    (void)world_agency(&s->world, s->arena, "Northmoor Advice", AGENCY_KIND_ADVOCACY);
    (void)a_full_plan(s);
    Text before = page_of(s, own_home_page, s->mother, DUTY_PARENT, 7, (struct request_ids){0}, OK);
    assert_has(before, "There is no meeting planned");
    WORLD_ACT(core_group_planned, CORE_GROUP_PLANNED, plan);
    plan.planned = on_day(10);
    plan.at = 16 * 60;
    plan.place = T("Elmfield Centre");
    done(s, &CORE_GROUP_PLANNED_ACT, s->plans.at[0].n, 7, &plan);
    Text page = page_of(s, own_home_page, s->mother, DUTY_PARENT, 9, (struct request_ids){0}, OK);
    assert_has(page, "Hello, Chidinma");
    assert_has(page, "That is tomorrow.");
    assert_has(page, "4:00pm");
    assert_has(page, "Elmfield Centre");
    assert_has(page, "The plan for Maja");
    assert_has(page, "your social worker");
    assert_has(page, "01632 960300");
    assert_has(page, "who runs the meeting");
    assert_has(page, "Northmoor Advice");
    assert_has(page, "A solicitor");
    assert_has(page, "Night or weekend?");
    assert_has(page, "Exit this page");
    assert_lacks(page, "protection");
    assert_lacks(page, "Darren");
    assert_lacks(page, "Lena"); /* not given to this account */
    Text father = page_of(s, own_home_page, s->father, DUTY_PARENT, 9, (struct request_ids){0}, OK);
    assert_has(father, "There is no meeting planned"); /* not a member of the core group */
    assert_lacks(father, "Elmfield");
}

/* SE-05, SB-16: a core group's page has each member's own list, who came, and what the family thinks. */
static void a_core_group_gives_each_member_their_list(void **state)
{
    struct setting *s = *state;
    (void)a_full_plan(s);
    WORLD_ACT(core_group_planned, CORE_GROUP_PLANNED, plan);
    plan.planned = on_day(10);
    plan.at = 16 * 60;
    plan.place = T("Elmfield Centre");
    done(s, &CORE_GROUP_PLANNED_ACT, s->plans.at[0].n, 7, &plan);
    struct request_ids ids = {.meeting = plan.meeting};
    Text page = page_of(s, meeting_page, s->worker, DUTY_SOCIAL_WORKER, 8, ids, OK), school = page_of(s, meeting_page, s->teacher, DUTY_PARTNER, 8, ids, OK);
    assert_has(page, "Core group");
    assert_has(page, "Chidinma");
    assert_has(page, "Breakfast club each day");
    assert_has(page, "Read with Maja at night");
    assert_lacks(page, "A draft nobody agreed");
    assert_has(school, "Breakfast club each day");
    assert_lacks(school, "Read with Maja at night");
    (void)page_of(s, meeting_page, s->nurse, DUTY_PARTNER, 8, ids, NOT_FOUND);
    (void)page_of(s, meeting_page, s->mother, DUTY_PARENT, 8, ids, NOT_ALLOWED);
    /* What is recorded as held is chosen among the meetings of this plan, never a brother's or sister's. */
    struct option_meetings_rows rows;
    Read *read = reading(s, s->worker, 8);
    assert_int_equal(option_meetings(read, s->plans.at[0], &rows).kind, OK);
    assert_true(rows.count == 1 && rows.at[0].id == plan.meeting.n);
    assert_int_equal(option_meetings(read, s->plans.at[1], &rows).kind, OK);
    assert_int_equal(rows.count, 0);
    store_read_end(read);
}

/* SB-13, SB-24: a visit's page; not for the family or partners. */
static void a_visit_has_its_page(void **state)
{
    struct setting *s = *state;
    (void)a_full_plan(s);
    WORLD_ACT(visit_recorded, VISIT_RECORDED, act);
    struct visit_recorded_children rows[2] = {{.child = s->family.children[0], .how = SEEN_HOW_ALONE, .words = T("I like it warm")},
                                              {.child = s->family.children[1], .how = SEEN_HOW_NOT_SEEN, .why_not_seen = T("At school")}};
    act.made = on_day(3);
    act.kind = VISIT_KIND_UNANNOUNCED;
    act.place = T("At home");
    act.took_place = act.home_seen = YESNO_YES;
    act.home = T("Warm, with food");
    act.children.at = rows;
    act.children.count = 2;
    done(s, &VISIT_RECORDED_ACT, s->family.family.n, 7, &act);
    struct request_ids ids = {.visit = act.visit};
    Text page = page_of(s, visit_page, s->worker, DUTY_SOCIAL_WORKER, 8, ids, OK);
    assert_has(page, "Unannounced");
    assert_has(page, "Seen alone");
    assert_has(page, "I like it warm");
    assert_has(page, "Not seen");
    assert_has(page, "Warm, with food");
    /* The plan over time: drawn twice, each child's row, and every date in words. */
    struct request_ids family = {.family = s->family.family};
    page = page_of(s, family_page, s->worker, DUTY_SOCIAL_WORKER, 8, family, OK);
    assert_has(page, "aria-labelledby=\"chart-wide\"");
    assert_has(page, "aria-labelledby=\"chart-narrow\"");
    assert_has(page, "class=\"chart__done\"");
    assert_has(page, "Child protection plan</text>");
    assert_has(page, " seen alone</text>");
    assert_has(page, "The drawing in words");
    assert_lacks(page, "style=");
    (void)page_of(s, visit_page, s->mother, DUTY_PARENT, 8, ids, NOT_ALLOWED);
    (void)page_of(s, visit_page, s->nurse, DUTY_PARTNER, 8, ids, NOT_FOUND);
}

/* From now on this address is a secret, above all from the father. */
static void a_secret_address(struct setting *s, const char *lines, int day)
{
    WORLD_ACT(address_recorded, ADDRESS_RECORDED, home);
    home.adults.at = &s->mother;
    home.adults.count = 1;
    home.kind = ADDRESS_KIND_REFUGE;
    home.lines = text_of(lines);
    home.postcode = T("ZZ1 4QT");
    home.protected = YESNO_YES;
    home.not_to = s->father;
    home.since = on_day(0);
    done(s, &ADDRESS_RECORDED_ACT, s->family.family.n, day, &home);
}

/* SC-12, SA-03: words published before an address was protected are asked again when a copy is built. A section or an action that holds it is left
 * out whole, for the family and each agency; who reads the whole plan is told so, and where to mend it. */
static void a_copy_holds_no_address_that_became_a_secret(void **state)
{
    struct setting *s = *state;
    WORLD_ACT(plan_written, PLAN_WRITTEN, words);
    words.support = T("A family worker comes to 41 Tanyard Way on Mondays");
    words.strengths = T("Gran helps on most days");
    done(s, &PLAN_WRITTEN_ACT, s->plans.at[0].n, 1, &words);
    set_action(s, "Walk from 41, Tanyard Way to school", s->teacher, ACTION_OWNER_PROFESSIONAL, AUDIENCE_EVERYONE, 1);
    set_action(s, "Bring Maja back to zz14qt", s->father, ACTION_OWNER_FAMILY, AUDIENCE_EVERYONE, 1);
    set_action(s, "Breakfast club each day", s->teacher, ACTION_OWNER_PROFESSIONAL, AUDIENCE_EVERYONE, 1);
    struct request_ids ids = a_full_plan(s);
    words = (struct plan_written){.support = T("A family worker comes to 41 Tanyard Way on Mondays")};
    done(s, &PLAN_WRITTEN_ACT, s->plans.at[0].n, 6, &words);
    publish(s, 6);
    WORLD_ACT(core_group_planned, CORE_GROUP_PLANNED, plan);
    plan.planned = on_day(10);
    plan.place = T("At 41 Tanyard Way");
    done(s, &CORE_GROUP_PLANNED_ACT, s->plans.at[0].n, 6, &plan);
    const struct {
        PersonId who;
        enum duty duty;
    } readers[] = {{s->mother, DUTY_PARENT}, {s->father, DUTY_PARENT}, {s->teacher, DUTY_PARTNER}};
    for (size_t i = 0; i < 3; i++) {
        Text before = page_of(s, plan_page, readers[i].who, readers[i].duty, 7, ids, OK);
        assert_has(before, "Tanyard Way");
    }
    assert_lacks(page_of(s, plan_page, s->worker, DUTY_SOCIAL_WORKER, 7, ids, OK), "left out of copies");
    assert_has(page_of(s, own_home_page, s->mother, DUTY_PARENT, 9, (struct request_ids){0}, OK), "Tanyard");
    Text work = page_of(s, work_page, s->teacher, DUTY_PARTNER, 9, (struct request_ids){0}, OK);
    assert_has(work, "Walk from 41, Tanyard Way to school");
    assert_has(work, "At 41 Tanyard Way");
    a_secret_address(s, "Flat 6, 41 Tanyard Way, Marlow", 7);
    for (size_t i = 0; i < 3; i++) {
        Text copy = page_of(s, plan_page, readers[i].who, readers[i].duty, 8, ids, OK);
        assert_lacks(copy, "Tanyard");
        assert_lacks(copy, "zz14qt");
        assert_lacks(copy, "on Mondays"); /* whole: what stands round it would let somebody guess */
        assert_lacks(copy, "to school");
        assert_lacks(copy, "Bring Maja back");
        assert_lacks(copy, "left out");
    }
    Text mothers = page_of(s, plan_page, s->mother, DUTY_PARENT, 8, ids, OK), schools = page_of(s, plan_page, s->teacher, DUTY_PARTNER, 8, ids, OK);
    assert_has(mothers, "Words of strengths");
    assert_has(mothers, "Breakfast club each day");
    assert_has(schools, "Breakfast club each day");
    Text whole = page_of(s, plan_page, s->worker, DUTY_SOCIAL_WORKER, 8, ids, OK);
    assert_has(whole, "3 pieces are left out of copies: they hold a protected address");
    assert_has(whole, "<li>How child and family are supported</li>");
    assert_has(whole, "<li>Bring Maja back to zz14qt</li>");
    assert_has(whole, "/do/write-plan");
    Text home = page_of(s, own_home_page, s->mother, DUTY_PARENT, 9, (struct request_ids){0}, OK);
    assert_lacks(home, "Tanyard");
    assert_has(home, "Ask your social worker where it is.");
    struct request_ids meeting = {.meeting = plan.meeting};
    assert_lacks(page_of(s, meeting_page, s->teacher, DUTY_PARTNER, 8, meeting, OK), "Tanyard");
    assert_lacks(page_of(s, children_page, s->teacher, DUTY_PARTNER, 8, (struct request_ids){0}, OK), "Tanyard");
    work = page_of(s, work_page, s->teacher, DUTY_PARTNER, 9, (struct request_ids){0}, OK);
    assert_lacks(work, "Tanyard");
    assert_has(work, "Breakfast club each day");
    whole = page_of(s, meeting_page, s->worker, DUTY_SOCIAL_WORKER, 8, meeting, OK);
    assert_has(whole, "At 41 Tanyard Way");
    assert_has(whole, "The place is left out of copies.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_changed_is_marked_in_whole_words), CASE(the_whole_plan_with_its_versions), CASE(an_agency_reads_its_part),
        CASE(a_parent_reads_their_own_copy), CASE(home_says_what_is_next_and_whom_to_talk_to), CASE(a_core_group_gives_each_member_their_list),
        CASE(a_visit_has_its_page), CASE(a_copy_holds_no_address_that_became_a_secret),
    };
    RUN_ON_BOTH(tests);
}
