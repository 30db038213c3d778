/* Actions, visits, core groups and the versions of a plan. Each test works on two sisters with a plan of 9 April 2026.
 * SA-16 SA-18 SB-13 SB-16 SB-19 SB-23 SB-24 SA-23 SC-15 SE-02 SE-03 SE-04 SE-05 SE-06 SE-17 */
#include "plan_setting.h"
#include "store/meeting_page_sql.h"

/* ---- visits ---- */

static struct visit_recorded a_visit(struct setting *s, int day, struct visit_recorded_children *rows)
{
    WORLD_ACT(visit_recorded, VISIT_RECORDED, act);
    act.made = on_day(day);
    act.at = 15 * 60 + 45;
    act.kind = VISIT_KIND_UNANNOUNCED;
    act.place = T("At home");
    act.took_place = YESNO_YES;
    act.home_seen = YESNO_YES;
    act.home = T("Warm, food in the kitchen");
    for (size_t i = 0; i < s->family.count; i++)
        rows[i] = (struct visit_recorded_children){.child = s->family.children[i], .how = SEEN_HOW_ALONE, .where_seen = T("In the kitchen"),
            .bedroom = YESNO_YES, .bedroom_words = T("A bed each"), .words = T("I like it when it is warm")};
    act.children.at = rows;
    act.children.count = s->family.count;
    return act;
}

/* SB-13, SB-24: one entry for sisters, announced or not, who was seen, alone or not, the home; only who was seen was visited. */
static void a_visit_counts_for_the_children_who_were_seen(void **state)
{
    struct setting *s = *state;
    struct visit_recorded_children rows[2];
    struct visit_recorded act = a_visit(s, 3, rows);
    Date due;
    rows[1] = (struct visit_recorded_children){.child = s->family.children[1], .how = SEEN_HOW_NOT_SEEN, .why_not_seen = T("At her grandmother's")};
    done(s, &VISIT_RECORDED_ACT, s->family.family.n, 3, &act);
    assert_true(date_equal(last_event(s, s->family.children[0], EVENT_VISIT), on_day(3)));
    assert_true(date_is_none(last_event(s, s->family.children[1], EVENT_VISIT)));
    assert_int_equal(due_state(s, s->family.children[1], OBLIGATION_KIND_VISIT, &due), OBLIGATION_STATE_WAITING);
    Read *read = reading(s, s->worker, 3);
    struct visit_read visit;
    struct visit_children_rows parts;
    must(visit_read(read, act.visit, &visit));
    must(visit_children(read, act.visit, &parts));
    assert_int_equal(visit.kind, VISIT_KIND_UNANNOUNCED);
    assert_int_equal(visit.at_minutes, 15 * 60 + 45);
    assert_true(visit.home_seen && text_equal_string(visit.home, "Warm, food in the kitchen") && !visit.failed);
    assert_int_equal(parts.count, 2);
    assert_int_equal(parts.at[0].how, SEEN_HOW_ALONE);
    assert_true(text_equal_string(parts.at[0].words, "I like it when it is warm") && text_equal_string(parts.at[0].bedroom, "A bed each"));
    assert_int_equal(parts.at[1].how, SEEN_HOW_NOT_SEEN);
    assert_true(text_equal_string(parts.at[1].why, "At her grandmother's"));
    store_read_end(read);
}

/* SB-13: a visit that failed asks nothing of each child, and leaves the next one due; each child was not seen, and why. */
static void a_failed_visit_visits_nobody(void **state)
{
    struct setting *s = *state;
    struct visit_recorded_children rows[2];
    struct visit_recorded act = a_visit(s, 3, rows);
    act.took_place = YESNO_NO;
    act.failed_why = T("Nobody answered the door");
    act.children.count = 0;
    done(s, &VISIT_RECORDED_ACT, s->family.family.n, 3, &act);
    struct visit_children_rows parts;
    Read *read = reading(s, s->worker, 3);
    must(visit_children(read, act.visit, &parts));
    assert_int_equal(parts.count, 2);
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(parts.at[i].how, SEEN_HOW_NOT_SEEN);
        assert_true(text_equal_string(parts.at[i].why, "Nobody answered the door"));
    }
    store_read_end(read);
    for (size_t i = 0; i < 2; i++)
        assert_true(date_is_none(last_event(s, s->family.children[i], EVENT_VISIT)));
}

/* A visit to a child without an open case is no visit of ours. */
static void a_visit_needs_an_open_case(void **state)
{
    struct setting *s = *state;
    struct world_family other = world_family(&s->world, s->arena, s->worker, "Tarn-Whitlock", "Bo");
    struct visit_recorded_children rows[2];
    struct visit_recorded act = a_visit(s, 3, rows);
    rows[0].child = other.children[0];
    act.children.count = 1;
    struct act_result result = refused(s, &VISIT_RECORDED_ACT, other.family.n, 3, &act, NOT_NOW);
    assert_true(is_shut(&result, MOVE_IS_OPEN, "Record a visit: not possible without an open episode"));
    (void)refused(s, &VISIT_RECORDED_ACT, s->family.family.n, 3, &act, NOT_FOUND); /* a child of another family */
}

/* ---- actions ---- */

static struct action_set an_action(struct setting *s, const char *what)
{
    WORLD_ACT(action_set, ACTION_SET, act);
    act.change = ACTION_CHANGE_NEW;
    act.what = text_of(what);
    act.owner = ACTION_OWNER_PROFESSIONAL;
    act.owner_person = s->teacher;
    act.by_when = on_day(20);
    act.measure = T("20 degrees in each room");
    act.aim = PLAN_AIM_SAFE;
    return act;
}
static struct plan_actions_newest_rows actions_of(struct setting *s, PlanId plan)
{
    struct plan_actions_newest_rows rows;
    Read *read = reading(s, s->worker, 0);
    must(plan_actions_newest(read, plan, &rows));
    store_read_end(read);
    return rows;
}
static struct plan_version_newest newest_of(struct setting *s, PlanId plan)
{
    struct plan_version_newest row;
    Read *read = reading(s, s->worker, 0);
    must(plan_version_newest(read, plan, &row));
    store_read_end(read);
    return row;
}

/* SA-16, SA-18, SB-19: what, who, by when, how we know, which aim; written once, it stands in both sisters' plans. The outline is still
 * being written on its own day. */
static void an_action_is_written_once_for_sisters(void **state)
{
    struct setting *s = *state;
    struct action_set act = an_action(s, "Mend the boiler");
    act.also.at = &s->plans.at[1];
    act.also.count = 1;
    done(s, &ACTION_SET_ACT, s->plans.at[0].n, 0, &act);
    for (size_t i = 0; i < 2; i++) {
        struct plan_actions_newest_rows rows = actions_of(s, s->plans.at[i]);
        assert_int_equal(rows.count, 1);
        assert_true(text_equal_string(rows.at[0].what, "Mend the boiler") && date_equal(rows.at[0].by_when, on_day(20)));
        assert_int_equal(rows.at[0].owner_person.n, s->teacher.n);
        assert_int_equal(rows.at[0].aim, PLAN_AIM_SAFE);
        assert_int_equal(rows.at[0].together.n, act.together.n);
        assert_int_equal(newest_of(s, s->plans.at[i]).version, 1);
    }
    act = an_action(s, "Breakfast club");
    done(s, &ACTION_SET_ACT, s->plans.at[0].n, 2, &act);
    assert_int_equal(newest_of(s, s->plans.at[0]).version, 2); /* a change of the outline is a new version */
    assert_int_equal(newest_of(s, s->plans.at[1]).version, 1);
    assert_int_equal(actions_of(s, s->plans.at[0]).count, 2);
}

/* SB-19: no action without the aim it serves; the form's words are the page. */
static void an_action_serves_an_aim(void **state)
{
    struct setting *s = *state;
    struct action_set act;
    struct problems problems = problems_new(s->arena);
    struct field_options options = {0};
    struct form_value pairs[] = {{T("change"), T("NEW")}, {T("what"), T("Mend the boiler")}};
    struct form form = {pairs, 2};
    struct form_reading reading = {s->arena, on_day(0), WORLD_DAY, &options, &problems};
    assert_int_equal(fields_read_form(ACTION_SET_ACT.fields, ACTION_SET_ACT.field_count, &form, &reading, &act).kind, NOT_VALID);
    assert_true(text_equal_string(problems_of(&problems, T("aim")), "Choose the aim it serves"));
}

/* SB-23: no action says that a service ends a relationship, unless somebody says why these words stay. */
static void no_action_promises_an_end_of_a_relationship(void **state)
{
    struct setting *s = *state;
    struct act_reason reason = {NO_SEPARATION_PROMISED, T("Joanna's own words, in quotation marks")};
    struct action_set act = an_action(s, "The service ends the relationship of Joanna and Darren");
    struct act_result result = refused(s, &ACTION_SET_ACT, s->plans.at[0].n, 0, &act, NOT_NOW);
    assert_true(is_shut(&result, NO_SEPARATION_PROMISED, ""));
    struct act_request request = world_request(s->worker);
    request.target = s->plans.at[0].n;
    request.now.us += PLAN_DAY * DAY_US;
    request.reasons = &reason;
    request.reason_count = 1;
    must(act_do(s->world.acts, &ACTION_SET_ACT, &request, &act, s->arena, &result));
    act = an_action(s, "Carol talks with Joanna about staying safe, whatever Joanna decides");
    done(s, &ACTION_SET_ACT, s->plans.at[0].n, 0, &act);
}

/* ---- core groups ---- */

static void set_core_group(struct setting *s, int day)
{
    WORLD_ACT(core_group_set, CORE_GROUP_SET, act);
    act.lead = s->worker;
    PersonId both[] = {s->teacher, s->nurse};
    act.professionals.at = both;
    act.professionals.count = 2;
    act.family.at = &s->mother;
    act.family.count = 1;
    act.begins = on_day(day);
    act.also.at = &s->plans.at[1];
    act.also.count = 1;
    done(s, &CORE_GROUP_SET_ACT, s->plans.at[0].n, day, &act);
}

/* SE-04: lead social worker, professionals, family; without family it says why. Who is in it may read their part, who left may not. */
static void a_core_group_has_its_members(void **state)
{
    struct setting *s = *state;
    struct core_members_of_rows members;
    set_core_group(s, 1);
    Read *read = reading(s, s->nurse, 1);
    assert_int_equal(may(read, READ_PLAN_PART, s->family.children[0]).kind, OK);
    must(core_members_of(read, s->plans.at[1], &members));
    store_read_end(read);
    assert_int_equal(members.count, 4);
    assert_int_equal(members.at[0].is_as, CORE_ROLE_LEAD);
    assert_int_equal(members.at[1].agency.n, s->school.n);
    assert_int_equal(members.at[3].person.n, s->mother.n);
    WORLD_ACT(core_group_set, CORE_GROUP_SET, act);
    act.lead = s->worker;
    act.begins = on_day(2);
    struct act_result result = refused(s, &CORE_GROUP_SET_ACT, s->plans.at[0].n, 2, &act, NOT_VALID);
    assert_true(has_problem(&result, "professionals", "at least one") && has_problem(&result, "why_no_family", "Say why"));
    act.professionals.at = &s->teacher;
    act.professionals.count = 1;
    act.why_no_family = T("Both asked, both said no");
    done(s, &CORE_GROUP_SET_ACT, s->plans.at[0].n, 2, &act);
    read = reading(s, s->nurse, 3);
    assert_int_equal(may(read, READ_PLAN_PART, s->family.children[0]).kind, NOT_FOUND);
    assert_int_equal(may(read, READ_PLAN_PART, s->family.children[1]).kind, OK);
    store_read_end(read);
}

struct held {
    struct core_group_held act;
    struct core_group_held_attendance came[4];
    struct core_group_held_actions actions[4];
    struct core_group_held_views views[1];
};

static void a_core_group(struct setting *s, int day, struct held *held)
{
    fields_clear(CORE_GROUP_HELD_ACT.fields, CORE_GROUP_HELD_ACT.field_count, &held->act);
    held->act.held_on = on_day(day);
    held->came[0] = (struct core_group_held_attendance){s->worker, ATTENDANCE_PRESENT, TEXT_NONE};
    held->came[1] = (struct core_group_held_attendance){s->teacher, ATTENDANCE_APOLOGIES, T("Ofsted is in")};
    held->came[2] = (struct core_group_held_attendance){s->mother, ATTENDANCE_PRESENT, TEXT_NONE};
    held->views[0] = (struct core_group_held_views){s->mother, ASKED_ANSWER_ASKED_YES, T("The mornings are a good idea"), T("A lift to the group")};
    held->act.attendance.at = held->came;
    held->came[3] = (struct core_group_held_attendance){s->nurse, ATTENDANCE_PRESENT, TEXT_NONE};
    held->act.attendance.count = 4;
    held->act.views.at = held->views;
    held->act.views.count = 1;
    held->act.actions.at = held->actions;
    held->act.family_group = ASKED_ANSWER_ASKED_YES;
    held->act.also.at = &s->plans.at[1];
    held->act.also.count = 1;
}

/* SA-23, SB-16, SE-06, SE-02, SC-15: every action is looked at, what was written once is answered once; each member came or not; the first
 * meets what is due and the next is due six weeks on; an action put off is counted. */
static void a_core_group_looks_at_every_action(void **state)
{
    struct setting *s = *state;
    struct held held = {0};
    Date due;
    struct action_set both = an_action(s, "Mend the boiler"), one = an_action(s, "Breakfast club for Maja");
    both.by_when = on_day(5);
    both.also.at = &s->plans.at[1];
    both.also.count = 1;
    done(s, &ACTION_SET_ACT, s->plans.at[0].n, 0, &both);
    done(s, &ACTION_SET_ACT, s->plans.at[0].n, 0, &one);
    a_core_group(s, 10, &held);
    struct act_result result = refused(s, &CORE_GROUP_HELD_ACT, s->plans.at[0].n, 10, &held.act, NOT_VALID);
    assert_true(has_problem(&result, "actions", "Mend the boiler") && has_problem(&result, "actions", "Breakfast club for Maja"));
    set_core_group(s, 1);
    held.actions[0] = (struct core_group_held_actions){both.plans.at[0].action, ACTION_PROGRESS_NOT_STARTED, T("No answer from housing")};
    held.actions[1] = (struct core_group_held_actions){one.plans.at[0].action, ACTION_PROGRESS_DONE, TEXT_NONE};
    held.act.actions.count = 2;
    held.act.attendance.count = 2;
    result = refused(s, &CORE_GROUP_HELD_ACT, s->plans.at[0].n, 10, &held.act, NOT_VALID);
    assert_true(has_problem(&result, "attendance", "Say for each member"));
    held.act.attendance.count = 4;
    done(s, &CORE_GROUP_HELD_ACT, s->plans.at[0].n, 10, &held.act);
    for (size_t i = 0; i < 2; i++) {
        struct plan_actions_newest_rows rows = actions_of(s, s->plans.at[i]);
        assert_int_equal(rows.at[0].rolled, 1);
        assert_int_equal(rows.at[0].progress, ACTION_PROGRESS_NOT_STARTED);
        assert_int_equal(due_state(s, s->family.children[i], OBLIGATION_KIND_FIRST_CORE_GROUP, &due), OBLIGATION_STATE_MET);
        assert_int_equal(due_state(s, s->family.children[i], OBLIGATION_KIND_NEXT_CORE_GROUP, &due), OBLIGATION_STATE_WAITING);
        assert_true(date_equal(due, on_day(10 + 42)));
    }
    assert_int_equal(actions_of(s, s->plans.at[0]).at[1].progress, ACTION_PROGRESS_DONE);
    struct meeting_said_rows said;
    struct meeting_members_rows members;
    struct meeting_head head;
    bool apologies = false;
    Read *read = reading(s, s->worker, 11);
    must(meeting_head(read, held.act.number, &head));
    must(meeting_said(read, held.act.number, &said));
    must(meeting_members(read, held.act.number, &members));
    store_read_end(read);
    assert_int_equal(head.family_group, ASKED_ANSWER_ASKED_YES);
    assert_true(said.count == 1 && text_equal_string(said.at[0].words, "The mornings are a good idea") && text_equal_string(said.at[0].ideas, "A lift to the group"));
    for (size_t i = 0; i < members.count; i++)
        apologies |= members.at[i].person.n == s->teacher.n && members.at[i].came == ATTENDANCE_APOLOGIES && text_equal_string(members.at[i].why, "Ofsted is in");
    assert_true(apologies);
}

/* SE-02: a planned core group is recorded once, as the meeting it was. */
static void a_planned_core_group_is_held_once(void **state)
{
    struct setting *s = *state;
    struct held held = {0};
    WORLD_ACT(core_group_planned, CORE_GROUP_PLANNED, plan);
    set_core_group(s, 1);
    plan.planned = on_day(10);
    plan.at = 16 * 60;
    plan.place = T("Fernhill Academy");
    done(s, &CORE_GROUP_PLANNED_ACT, s->plans.at[0].n, 1, &plan);
    a_core_group(s, 10, &held);
    held.act.meeting = plan.meeting;
    done(s, &CORE_GROUP_HELD_ACT, s->plans.at[0].n, 10, &held.act);
    assert_int_equal(held.act.number.n, plan.meeting.n);
    struct act_result result = refused(s, &CORE_GROUP_HELD_ACT, s->plans.at[0].n, 11, &held.act, NOT_VALID);
    assert_true(has_problem(&result, "meeting", "This core group has been recorded"));
}

/* ---- the plan's words and versions ---- */

static struct plan_written whole_plan(void)
{
    WORLD_ACT(plan_written, PLAN_WRITTEN, act);
#define SECTION(name, title, own_title, part, needed, source) act.name = T("Words of the " #name);
#include "rules/plan_sections.def"
#undef SECTION
    return act;
}
static struct plan_published publishing(int day)
{
    WORLD_ACT(plan_published, PLAN_PUBLISHED, act);
    act.agreed_on = on_day(day);
    return act;
}

/* SA-15 SC-18 SA-17 SA-19 SA-20 SA-21 SB-11 SC-14: each section that is missing is named, and only then the plan is published. */
static void a_plan_is_published_when_all_of_it_is_there(void **state)
{
    struct setting *s = *state;
    static const char *const needed[] = {"Why the work is needed", "What the child needs", "What the parents need", "When the social worker sees",
                                         "How child and family are supported", "Goals for the next weeks", "Goals in the long run", "the court"};
    struct plan_published publish = publishing(5);
    struct act_result result = refused(s, &PLAN_PUBLISHED_ACT, s->plans.at[0].n, 5, &publish, NOT_VALID);
    assert_true(has_problem(&result, "agreed_on", "Nothing has been written"));
    struct action_set vague = an_action(s, "Engage with family support");
    vague.by_when = DATE_NONE;
    vague.measure = TEXT_NONE;
    done(s, &ACTION_SET_ACT, s->plans.at[0].n, 1, &vague);
    result = refused(s, &PLAN_PUBLISHED_ACT, s->plans.at[0].n, 5, &publish, NOT_NOW);
    for (size_t i = 0; i < sizeof needed / sizeof needed[0]; i++)
        assert_true(is_shut(&result, PLAN_SECTIONS_THERE, needed[i]));
    assert_false(is_shut(&result, PLAN_SECTIONS_THERE, "The harm")); /* the outline names it */
    assert_true(is_shut(&result, ACTIONS_COMPLETE, "Engage with family support") && is_shut(&result, REMARKS_ANSWERED, "Engage with"));
    struct plan_written words = whole_plan();
    done(s, &PLAN_WRITTEN_ACT, s->plans.at[0].n, 2, &words);
    struct action_set clear = an_action(s, "Joanna goes to the group on Tuesdays");
    clear.change = ACTION_CHANGE_CHANGE;
    clear.action = vague.plans.at[0].action;
    clear.by_when = DATE_NONE;
    clear.repeats = ACTION_REPEAT_WEEKLY;
    done(s, &ACTION_SET_ACT, s->plans.at[0].n, 3, &clear);
    done(s, &PLAN_PUBLISHED_ACT, s->plans.at[0].n, 5, &publish);
    struct plan_version_newest newest = newest_of(s, s->plans.at[0]);
    assert_true(newest.version == 2 && newest.in_force == 2 && date_equal(newest.published, on_day(5)));
    assert_int_equal(actions_of(s, s->plans.at[0]).count, 1);
}

/* SA-18: each of owner, date or recurrence, and measure is asked for; nobody passes that gate. */
static void every_action_says_who_when_and_how_we_know(void **state)
{
    struct setting *s = *state;
    struct plan_written words = whole_plan();
    struct plan_published publish = publishing(5);
    done(s, &PLAN_WRITTEN_ACT, s->plans.at[0].n, 2, &words);
    struct act_result result = refused(s, &PLAN_PUBLISHED_ACT, s->plans.at[0].n, 5, &publish, NOT_NOW);
    assert_true(is_shut(&result, ACTIONS_COMPLETE, "There is no action yet"));
    for (int missing = 0; missing < 3; missing++) {
        struct action_set act = an_action(s, "Mend the boiler");
        act.owner = missing == 0 ? ACTION_OWNER_NONE : act.owner;
        act.by_when = missing == 1 ? DATE_NONE : act.by_when;
        act.measure = missing == 2 ? TEXT_NONE : act.measure;
        done(s, &ACTION_SET_ACT, s->plans.at[0].n, 3, &act);
        result = refused(s, &PLAN_PUBLISHED_ACT, s->plans.at[0].n, 5, &publish, NOT_NOW);
        assert_true(is_shut(&result, ACTIONS_COMPLETE, "Mend the boiler"));
        WORLD_ACT(action_set, ACTION_SET, drop);
        drop.change = ACTION_CHANGE_DROP;
        drop.action = act.plans.at[0].action;
        done(s, &ACTION_SET_ACT, s->plans.at[0].n, 3, &drop);
    }
    struct action_set act = an_action(s, "Mend the boiler");
    done(s, &ACTION_SET_ACT, s->plans.at[0].n, 3, &act);
    done(s, &PLAN_PUBLISHED_ACT, s->plans.at[0].n, 5, &publish);
}

/* SC-12, SA-03: each parent has a copy of the plan. A protected address or telephone stands in no part of it; among the safety arrangements,
 * of which nobody has a copy, it may. */
static void a_protected_address_stays_out_of_every_copy(void **state)
{
    struct setting *s = *state;
    struct plan_written words = whole_plan();
    struct plan_published publish = publishing(5);
    words.safety = T("They live at Flat 6, 41 Tanyard Way, ZZ1 4QT.");
    words.cared_for = T("By their mother, in zz1-4qt.");
    done(s, &PLAN_WRITTEN_ACT, s->plans.at[0].n, 2, &words);
    struct action_set act = an_action(s, "Mend the boiler of 41 tanyard way"), own = an_action(s, "Ask at 41 Tanyard Way");
    done(s, &ACTION_SET_ACT, s->plans.at[0].n, 2, &act);
    keep_father_apart(s); /* known as a secret only now: the plan is written already */
    struct act_result result = refused(s, &PLAN_PUBLISHED_ACT, s->plans.at[0].n, 5, &publish, NOT_NOW);
    assert_true(is_shut(&result, NO_PROTECTED_ADDRESS, "zz1-4qt") && is_shut(&result, NO_PROTECTED_ADDRESS, "tanyard way"));
    result = refused(s, &PLAN_WRITTEN_ACT, s->plans.at[0].n, 3, &words, NOT_NOW); /* from now on it is not written a second time, */
    assert_true(is_shut(&result, NO_PROTECTED_ADDRESS, "Found: zz1-4qt"));
    assert_false(is_shut(&result, NO_PROTECTED_ADDRESS, "Tanyard")); /* but among the safety arrangements, */
    own.audience = AUDIENCE_PROFESSIONALS;
    result = refused(s, &ACTION_SET_ACT, s->plans.at[0].n, 3, &own, NOT_NOW);
    assert_true(is_shut(&result, NO_PROTECTED_ADDRESS, "Found: 41 Tanyard Way"));
    own.audience = AUDIENCE_AUTHOR_TEAM; /* or where the author's own team alone reads it */
    done(s, &ACTION_SET_ACT, s->plans.at[0].n, 3, &own);
    words = (struct plan_written){.cared_for = T("By their mother.")};
    done(s, &PLAN_WRITTEN_ACT, s->plans.at[0].n, 3, &words);
    WORLD_ACT(action_set, ACTION_SET, drop);
    drop.change = ACTION_CHANGE_DROP;
    drop.action = act.plans.at[0].action;
    done(s, &ACTION_SET_ACT, s->plans.at[0].n, 3, &drop);
    act = an_action(s, "Mend the boiler");
    done(s, &ACTION_SET_ACT, s->plans.at[0].n, 3, &act);
    done(s, &PLAN_PUBLISHED_ACT, s->plans.at[0].n, 5, &publish); /* though it stands among the safety arrangements */
}

/* SA-21, SC-11: the contingency speaks of the court, and promises nothing that only a court can order. */
static void the_contingency_leaves_to_the_court_what_is_the_courts(void **state)
{
    struct setting *s = *state;
    struct plan_written words = whole_plan();
    words.proceedings = T("The children will be removed");
    struct act_result result = refused(s, &PLAN_WRITTEN_ACT, s->plans.at[0].n, 2, &words, NOT_NOW);
    assert_true(is_shut(&result, COURT_ALONE_DECIDES, ""));
    words.proceedings = T("The manager takes legal advice. We may apply to the court; only a court can decide that a child lives elsewhere");
    done(s, &PLAN_WRITTEN_ACT, s->plans.at[0].n, 2, &words);
}

/* SE-03, SE-17: the outline stays beside every later version, section by section, and the parents' views beside the version they are of. */
static void every_version_stays(void **state)
{
    struct setting *s = *state;
    struct plan_written words = whole_plan();
    struct action_set act = an_action(s, "Mend the boiler");
    struct plan_published publish = publishing(5);
    struct plan_version_words before, after;
    done(s, &ACTION_SET_ACT, s->plans.at[0].n, 0, &act);
    done(s, &PLAN_WRITTEN_ACT, s->plans.at[0].n, 2, &words);
    WORLD_ACT(parent_view_recorded, PARENT_VIEW_RECORDED, view);
    view.person = s->father;
    view.asked = on_day(3);
    view.answer = ASKED_ANSWER_ASKED_NO_ANSWER;
    done(s, &PARENT_VIEW_RECORDED_ACT, s->plans.at[0].n, 3, &view);
    assert_int_equal(view.version, 2);
    done(s, &PLAN_PUBLISHED_ACT, s->plans.at[0].n, 5, &publish);
    Read *read = reading(s, s->worker, 6);
    must(plan_version_words(read, s->plans.at[0], 1, &before));
    must(plan_version_words(read, s->plans.at[0], 2, &after));
    store_read_end(read);
    assert_true(text_equal_string(before.harm, "Bruises; likely again while nothing changes.") && text_is_empty(before.support));
    assert_true(text_equal_string(after.harm, "Words of the harm") && text_equal_string(after.cause, "Words of the cause"));
    WORLD_ACT(plan_written, PLAN_WRITTEN, more);
    more.support = T("Carol comes on Mondays");
    done(s, &PLAN_WRITTEN_ACT, s->plans.at[0].n, 7, &more);
    read = reading(s, s->worker, 8);
    must(plan_version_words(read, s->plans.at[0], 2, &before));
    must(plan_version_words(read, s->plans.at[0], 3, &after));
    store_read_end(read);
    assert_true(text_equal_string(before.support, "Words of the support") && text_equal_string(after.support, "Carol comes on Mondays"));
    assert_true(text_equal_string(after.harm, "Words of the harm"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(a_visit_counts_for_the_children_who_were_seen), CASE(a_failed_visit_visits_nobody), CASE(a_visit_needs_an_open_case),
        CASE(an_action_is_written_once_for_sisters), CASE(an_action_serves_an_aim), CASE(no_action_promises_an_end_of_a_relationship),
        CASE(a_core_group_has_its_members), CASE(a_core_group_looks_at_every_action), CASE(a_planned_core_group_is_held_once),
        CASE(a_plan_is_published_when_all_of_it_is_there), CASE(every_action_says_who_when_and_how_we_know),
        CASE(a_protected_address_stays_out_of_every_copy),
        CASE(the_contingency_leaves_to_the_court_what_is_the_courts), CASE(every_version_stays),
    };
    RUN_ON_BOTH(tests);
}
