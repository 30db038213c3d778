/* The plan's pages, as each reader gets them; versions side by side; the family's home. SE-03 SE-05 SE-17 SD-18 SA-16 SA-18 */
#include "../acts/plan_setting.h"

#include "acts/people/sign_in_given_act.h"
#include "pages/family.h"
#include "pages/family/own_home.h"
#include "pages/plan/compare.h"
#include "pages/plan/meeting.h"
#include "pages/plan/plan.h"
#include "pages/plan/visit.h"
#include "store/options_sql.h"
#include "web/site.h"

#define assert_has(text, part) do { if (!text_contains((text), T(part))) fail_msg("'%s' is not on the page", (part)); } while (0)
#define assert_lacks(text, part) do { if (text_contains((text), T(part))) fail_msg("'%s' is on the page", (part)); } while (0)

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

/* What somebody with that account is shown at the handler's address. */
static Text page_of(struct setting *s, handler *shows, PersonId person, enum duty duty, int day,
                    struct request_ids ids, enum err_kind expected)
{
    struct site site = {.authority_name = T("Northmoor Council"), .authority = WORLD_AUTHORITY, .store = s->world.store};
    Read *read = reading(s, person, day);
    struct request request = {.arena = s->arena, .site = &site, .ids = ids, .authority = WORLD_AUTHORITY, .person = person, .duty = duty,
                              .now = read->now, .today = read->today, .read = read, .session = {.token = T("00"), .hash = T("00")}};
    struct response response = {.body = out_new(s->arena)};
    Err end = shows(&request, &response);
    store_read_end(read);
    if (end.kind != expected)
        fail_msg("%s: %s", err_kind_name(end.kind), end.why);
    return out_all(&response.body);
}

static void give_sign_in(struct setting *s, enum family_account kind, PersonId who)
{
    WORLD_ACT(sign_in_given, SIGN_IN_GIVEN, act);
    act.kind = kind;
    if (kind == FAMILY_ACCOUNT_PARENT)
        act.adult = who;
    else
        act.child = person_child(who);
    act.children.at = s->family.children;
    act.children.count = 1;
    world_do(&s->world, s->arena, &SIGN_IN_GIVEN_ACT, s->manager, s->family.family.n, PLAN_DAY, &act);
}

static void set_action(struct setting *s, const char *what, PersonId owner, enum action_owner kind, enum audience audience, int day)
{
    WORLD_ACT(action_set, ACTION_SET, act);
    act.change = ACTION_CHANGE_NEW;
    act.what = text_of(what);
    act.owner = kind;
    act.owner_person = owner;
    act.by_when = on_day(30);
    act.measure = T("The register says so");
    act.notices = T("I sleep well");
    act.aim = PLAN_AIM_SAFE;
    act.audience = audience;
    if (audience == AUDIENCE_NOT_TO_PERSON)
        act.not_to = s->father;
    done(s, &ACTION_SET_ACT, s->plans.at[0].n, day, &act);
}

static void publish(struct setting *s, int day)
{
    WORLD_ACT(plan_published, PLAN_PUBLISHED, act);
    act.agreed_on = on_day(day);
    done(s, &PLAN_PUBLISHED_ACT, s->plans.at[0].n, day, &act);
}

/* A full plan with one action for each kind of reader, published on day 5, and a draft of the next version. */
static struct request_ids a_full_plan(struct setting *s)
{
    WORLD_ACT(plan_written, PLAN_WRITTEN, words);
#define SECTION(name, title, own_title, part, needed, source) words.name = T("Words of " #name);
#include "rules/plan_sections.def"
#undef SECTION
    give_sign_in(s, FAMILY_ACCOUNT_PARENT, s->mother);
    give_sign_in(s, FAMILY_ACCOUNT_PARENT, s->father);
    done(s, &PLAN_WRITTEN_ACT, s->plans.at[0].n, 1, &words);
    set_action(s, "Breakfast club each day", s->teacher, ACTION_OWNER_PROFESSIONAL, AUDIENCE_EVERYONE, 1);
    set_action(s, "Read with Maja at night", s->mother, ACTION_OWNER_FAMILY, AUDIENCE_EVERYONE, 1);
    set_action(s, "New lock on the door", s->worker, ACTION_OWNER_PROFESSIONAL, AUDIENCE_NOT_TO_PERSON, 1);
    set_action(s, "Police share what they know", s->worker, ACTION_OWNER_PROFESSIONAL, AUDIENCE_PROFESSIONALS, 1);
    publish(s, 5);
    WORLD_ACT(plan_written, PLAN_WRITTEN, more);
    more.support = T("Words of support and more of it");
    more.because = T("The core group asked for it");
    done(s, &PLAN_WRITTEN_ACT, s->plans.at[0].n, 6, &more);
    set_action(s, "A draft nobody agreed", s->worker, ACTION_OWNER_PROFESSIONAL, AUDIENCE_EVERYONE, 6);
    return (struct request_ids){.plan = s->plans.at[0]};
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
                                              {.child = s->family.children[1], .how = SEEN_HOW_NOT_SEEN, .why = T("At school")}};
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_changed_is_marked_in_whole_words), CASE(the_whole_plan_with_its_versions), CASE(an_agency_reads_its_part),
        CASE(a_parent_reads_their_own_copy), CASE(home_says_what_is_next_and_whom_to_talk_to), CASE(a_core_group_gives_each_member_their_list),
        CASE(a_visit_has_its_page),
    };
    RUN_ON_BOTH(tests);
}
