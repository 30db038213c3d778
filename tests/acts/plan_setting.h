/* Two sisters on a plan since PLAN_DAY, 9 April 2026, their parents and the people round them: what the tests of the plan begin with. */
#ifndef TESTS_ACTS_PLAN_SETTING_H
#define TESTS_ACTS_PLAN_SETTING_H

#include "acts/people/address_recorded_act.h"
#include "acts/plan/action_set_act.h"
#include "acts/plan/core_group_held_act.h"
#include "acts/plan/core_group_planned_act.h"
#include "acts/plan/core_group_set_act.h"
#include "acts/plan/parent_view_recorded_act.h"
#include "acts/plan/plan_published_act.h"
#include "acts/plan/plan_written_act.h"
#include "acts/plan/visit_recorded_act.h"
#include "store/case_sql.h"
#include "store/core_group_sql.h"
#include "store/plan_action_sql.h"
#include "store/plan_sql.h"
#include "store/plan_version_sql.h"
#include "store/practice.h"
#include "store/visit_sql.h"
#include "world_conference.h"

enum { PLAN_DAY = 20 /* of the conference, from WORLD_DAY on */ };

struct setting {
    struct world_case in; /* the case that led to the plan */
    struct world world;
    Arena *arena;
    PersonId manager, worker, nurse, teacher, mother, father;
    AgencyId school;
    struct world_family family;
    struct {
        PlanId at[WORLD_CHILDREN];
    } plans;
};

static inline PersonId professional(struct setting *s, const char *given, AgencyId agency)
{
    struct worker_added act = world_worker(given, DUTY_PARTNER);
    act.agency = agency;
    world_do(&s->world, s->arena, &WORKER_ADDED_ACT, PERSON_SYSTEM, 0, PLAN_DAY, &act);
    return act.worker;
}

static inline int set_up(void **state)
{
    struct setting *s = calloc(1, sizeof *s);
    struct world_case *in = &s->in;
    world_case_open(in, "Maja Lena");
    world_case_at_risk(in);
    world_initial_conference(in, CONFERENCE_DECISION_PLAN);
    s->world = in->world;
    s->arena = in->arena;
    s->manager = in->manager;
    s->worker = in->worker;
    s->teacher = in->teacher;
    s->school = in->school;
    s->mother = in->mother;
    s->family = in->family;
    s->father = world_adult(&s->world, s->arena, s->worker, &s->family, "Darren", RELATIONSHIP_KIND_FATHER);
    s->nurse = professional(s, "Imre", world_agency(&s->world, s->arena, "Community nursing", AGENCY_KIND_HEALTH));
    for (size_t i = 0; i < 2; i++) {
        struct plan_open_of row;
        bool found;
        Read *read = world_read(&s->world, s->arena, s->worker, PLAN_DAY);
        must(plan_open_of(read, s->family.children[i], &row, &found));
        store_read_end(read);
        assert_true(found);
        s->plans.at[i] = row.plan;
    }
    *state = s;
    return 0;
}

static inline int take_down(void **state)
{
    struct setting *s = *state;
    world_whole(&s->world, s->arena); /* the ledger alone makes the same tables */
    s->in.world = s->world;
    world_case_end(&s->in);
    free(s);
    return 0;
}

static inline Read *reading(struct setting *s, PersonId who, int day) { return world_read(&s->world, s->arena, who, PLAN_DAY + day); }
static inline void done(struct setting *s, const struct act_kind *kind, int64_t target, int day, void *act)
{
    world_do(&s->world, s->arena, kind, s->worker, target, PLAN_DAY + day, act);
}
static inline struct act_result refused(struct setting *s, const struct act_kind *kind, int64_t target, int day, void *act, enum err_kind as)
{
    struct act_result result = {0};
    assert_int_equal(world_try(&s->world, s->arena, kind, s->worker, target, PLAN_DAY + day, act, &result).kind, as);
    return result;
}
static inline bool is_shut(const struct act_result *result, enum gate gate, const char *detail)
{
    for (size_t i = 0; i < result->shut.count; i++)
        if (result->shut.at[i].gate == gate && !result->shut.at[i].warns)
            return text_contains(result->shut.at[i].detail, text_of(detail));
    return false;
}
static inline bool has_problem(const struct act_result *result, const char *field, const char *sentence)
{
    for (size_t i = 0; i < result->problems.count; i++)
        if (text_equal_string(result->problems.at[i].field, field) && text_contains(result->problems.at[i].sentence, text_of(sentence)))
            return true;
    return false;
}
static inline Date on_day(int day) { return date_plus_days(instant_london_date(WORLD_DAY), PLAN_DAY + day); }

/* The last day on which an event of that kind happened to a child; DATE_NONE: never. */
static inline Date last_event(struct setting *s, ChildId child, enum event event)
{
    struct case_events_rows rows;
    Date last = DATE_NONE;
    Read *read = reading(s, s->worker, 0);
    must(case_events(read, child, &rows));
    store_read_end(read);
    for (size_t i = 0; i < rows.count; i++)
        if (rows.at[i].event == event)
            last = rows.at[i].happened;
    return last;
}
static inline enum obligation_state due_state(struct setting *s, ChildId child, enum obligation_kind kind, Date *ret_due)
{
    struct case_obligations_rows rows;
    enum obligation_state state = OBLIGATION_STATE_NONE;
    *ret_due = DATE_NONE;
    Read *read = reading(s, s->worker, 0);
    must(case_obligations(read, child, &rows));
    store_read_end(read);
    for (size_t i = 0; i < rows.count; i++)
        if (rows.at[i].kind == kind) {
            state = rows.at[i].state;
            *ret_due = rows.at[i].due;
        }
    return state;
}

static inline Date the(int year, int month, int day)
{
    Date date;
    assert_true(date_of(year, month, day, &date));
    return date;
}

/* The child's limit of a kind that began on a day; it must be there. */
static inline struct case_obligations limit(struct setting *s, ChildId child, enum obligation_kind kind, Date start)
{
    struct case_obligations_rows rows;
    Read *read = reading(s, s->worker, 0);
    must(case_obligations(read, child, &rows));
    store_read_end(read);
    for (size_t i = 0; i < rows.count; i++)
        if (rows.at[i].kind == kind && date_equal(rows.at[i].start, start))
            return rows.at[i];
    fail_msg("no %s of that day", obligation_kind_code(kind));
    return rows.at[0];
}

/* Whose rules hold, as the record says. */
static inline struct practice practice_now(struct setting *s)
{
    struct practice practice;
    Read *read = reading(s, s->worker, 0);
    must(practice_read(read, &practice));
    store_read_end(read);
    return practice;
}

/* seen: how many of the sisters. None: nobody answered the door. */
static inline void visit(struct setting *s, int day, size_t seen)
{
    struct visit_recorded_children rows[2];
    WORLD_ACT(visit_recorded, VISIT_RECORDED, act);
    act.made = on_day(day);
    act.at = TIME_NONE;
    act.kind = VISIT_KIND_ANNOUNCED;
    act.place = T("At home");
    act.took_place = seen > 0 ? YESNO_YES : YESNO_NO;
    act.failed_why = seen > 0 ? TEXT_NONE : T("Nobody answered the door");
    act.home_seen = seen > 0 ? YESNO_YES : YESNO_NONE;
    act.home = seen > 0 ? T("Warm") : TEXT_NONE;
    for (size_t i = 0; i < 2; i++)
        rows[i] = i < seen ? (struct visit_recorded_children){.child = s->family.children[i], .how = SEEN_HOW_ALONE, .where_seen = T("In the kitchen"),
                                 .bedroom = YESNO_YES, .bedroom_words = T("A bed each"), .words = T("I like it when it is warm")}
                           : (struct visit_recorded_children){.child = s->family.children[i], .how = SEEN_HOW_NOT_SEEN, .why_not_seen = T("At her grandmother's")};
    act.children.at = rows;
    act.children.count = seen > 0 ? 2 : 0;
    done(s, &VISIT_RECORDED_ACT, s->family.family.n, day, &act);
}

/* Darren must not learn where the family lives. */
static inline void keep_father_apart(struct setting *s)
{
    WORLD_ACT(address_recorded, ADDRESS_RECORDED, home);
    home.children.at = s->family.children;
    home.children.count = 2;
    home.kind = ADDRESS_KIND_HOME;
    home.lines = T("Flat 6, 41 Tanyard Way");
    home.postcode = T("ZZ1 4QT");
    home.protected = YESNO_YES;
    home.not_to = s->father;
    home.since = on_day(0);
    done(s, &ADDRESS_RECORDED_ACT, s->family.family.n, 1, &home);
}

/* One row of 'Words for one reader'. */
static inline struct plan_written_readers row_of(PersonId reader, enum own_section section, enum own_words standing, const char *words)
{
    return (struct plan_written_readers){.reader = reader, .section = section, .standing = standing, .words = text_of(words)};
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, set_up, take_down)

#endif
