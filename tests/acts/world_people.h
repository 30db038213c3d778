/* A team, its people and a family in a store for tests: what most acts need before they begin. */
#ifndef TESTS_ACTS_WORLD_PEOPLE_H
#define TESTS_ACTS_WORLD_PEOPLE_H

#include "acts/body.h"
#include "acts/people/agency_added_act.h"
#include "acts/people/adult_added_act.h"
#include "acts/people/allocated_act.h"
#include "acts/people/authority_opened_act.h"
#include "acts/people/child_added_act.h"
#include "acts/people/family_opened_act.h"
#include "acts/people/team_added_act.h"
#include "world.h"

/* An empty act of this kind: WORLD_ACT(team_added, TEAM_ADDED). */
#define WORLD_ACT(type, name, variable)                                                                                \
    struct type variable;                                                                                              \
    fields_clear(name##_ACT.fields, name##_ACT.field_count, &(variable))

/* Does an act on a target, at WORLD_DAY plus `day` days. */
__attribute__((unused)) static Err world_try(struct world *world, Arena *arena, const struct act_kind *kind, PersonId actor, int64_t target,
                                             int day, void *act, struct act_result *ret_result)
{
    struct act_request request = world_request(actor);
    request.target = target;
    request.now.us += day * DAY_US;
    return act_do(world->acts, kind, &request, act, arena, ret_result);
}

/* The same, and it must be done; every problem and shut gate is said when it isn't. */
__attribute__((unused)) static void world_do(struct world *world, Arena *arena, const struct act_kind *kind, PersonId actor, int64_t target,
                                             int day, void *act)
{
    struct act_result result = {0};
    Err done = world_try(world, arena, kind, actor, target, day, act, &result);
    for (size_t i = 0; done.kind == NOT_VALID && i < result.problems.count; i++)
        print_error("%s: %.*s: %.*s\n", kind->name, TEXT_ARGS(result.problems.at[i].field), TEXT_ARGS(result.problems.at[i].sentence));
    for (size_t i = 0; done.kind == NOT_NOW && i < result.shut.count; i++)
        print_error("%s: %s %.*s\n", kind->name, gate_row(result.shut.at[i].gate)->name, TEXT_ARGS(result.shut.at[i].detail));
    must(done);
}

/* One entry as the end of retention leaves it. */
static inline void apply_erased(Store *into, Arena *arena, const struct ledger_entry *entry)
{
    const struct act_kind *kind = act_kind_named(entry->header.act);
    struct entry_gates gates;
    struct consequences consequences;
    void *act;
    Tx *tx;
    must(body_read(kind, entry->header.version, entry->body, arena, &act, &gates, &consequences));
    fields_erase(kind->fields, kind->field_count, act);
    must(store_savepoint(into, arena, entry->header.authority, entry->header.actor, entry->header.recorded_at, 0, &tx));
    Err applied = body_apply_as(tx, kind, &entry->header, body_write(kind, act, &gates, &consequences, arena));
    if (applied.kind != OK)
        fail_msg("%s of entry %lld, erased, can't be applied: %s", kind->name, (long long)entry->header.number.n, applied.why);
    must(store_release(tx));
}

/* When retention has ended for everybody: each act without what was personal in it still makes its rows, so the record can be rebuilt. */
__attribute__((unused)) static void world_erased(struct world *world)
{
    Arena *arena = arena_new(0);
    Store *into;
    must(store_open(STORE_MEMORY, &into));
    must(store_write_begin(into));
    Read *read;
    must(store_read_begin(world->store, arena, WORLD_AUTHORITY, PERSON_SYSTEM, WORLD_DAY, &read));
    int64_t after = 0;
    for (bool end = false; !end;) {
        struct ledger_entries entries;
        must(ledger_after(read, after, &entries));
        for (size_t i = 0; i < entries.count; i++) {
            apply_erased(into, arena, &entries.at[i]);
            after = entries.at[i].header.number.n;
        }
        end = entries.count == 0;
    }
    store_read_end(read);
    must(store_write_commit(into));
    store_close(into);
    arena_free(arena);
}

/* The record must be whole, and a replay make the same tables. */
__attribute__((unused)) static void world_whole(struct world *world, Arena *arena)
{
    Read *read;
    struct verify_report report;
    must(store_read_begin(world->store, arena, WORLD_AUTHORITY, PERSON_SYSTEM, WORLD_DAY, &read));
    must(verify_store(read, &report));
    store_read_end(read);
    if (report.table != NULL)
        print_error("differs: %s\n", report.table);
    assert_true(verify_is_whole(&report));
    world_erased(world);
}

/* A read for somebody, at WORLD_DAY plus `day` days. */
__attribute__((unused)) static Read *world_read(struct world *world, Arena *arena, PersonId actor, int day)
{
    Read *read;
    must(store_read_begin(world->store, arena, WORLD_AUTHORITY, actor, (Instant){WORLD_DAY.us + day * DAY_US}, &read));
    return read;
}

/* Whose time limits and practice hold in the worlds that are made next. */
__attribute__((unused)) static const char *world_profile = "england";

__attribute__((unused)) static void world_authority(struct world *world, Arena *arena)
{
    WORLD_ACT(authority_opened, AUTHORITY_OPENED, act);
    act.name = T("Northmoor Council");
    act.profile = text_of(world_profile);
    act.telephone = T("01632 960001");
    act.urgent_telephone = T("01632 960002");
    world_do(world, arena, &AUTHORITY_OPENED_ACT, PERSON_SYSTEM, 0, 0, &act);
}

__attribute__((unused)) static TeamId world_team(struct world *world, Arena *arena, const char *name, enum duty duty)
{
    WORLD_ACT(team_added, TEAM_ADDED, act);
    act.name = text_of(name);
    act.telephone = T("01632 960100");
    act.duty = duty;
    world_do(world, arena, &TEAM_ADDED_ACT, PERSON_SYSTEM, 0, 0, &act);
    return act.team;
}

__attribute__((unused)) static AgencyId world_agency(struct world *world, Arena *arena, const char *name, enum agency_kind kind)
{
    WORLD_ACT(agency_added, AGENCY_ADDED, act);
    act.kind = kind;
    act.name = text_of(name);
    act.telephone = T("01632 960200");
    world_do(world, arena, &AGENCY_ADDED_ACT, PERSON_SYSTEM, 0, 0, &act);
    return act.agency;
}

/* A worker of a team, with a manager or without ((PersonId){0}). */
__attribute__((unused)) static PersonId world_worker_of(struct world *world, Arena *arena, const char *given, enum duty duty, TeamId team,
                                                        PersonId manager)
{
    struct worker_added act = world_worker(given, duty);
    act.team = team;
    act.manager = manager;
    act.telephone = T("01632 960300");
    world_do(world, arena, &WORKER_ADDED_ACT, PERSON_SYSTEM, 0, 0, &act);
    return act.worker;
}

enum { WORLD_CHILDREN = 4 };

struct world_family {
    FamilyId family;
    ChildId children[WORLD_CHILDREN];
    size_t count;
};

/* Opens the record of a family called `name`. `given`: the children's names, separated by spaces; a name that begins with '?' is of an unborn
 * child. Born on 28 February 2019, or expected on 1 June 2026. */
__attribute__((unused)) static struct world_family world_family(struct world *world, Arena *arena, PersonId opener, const char *name,
                                                                const char *given)
{
    WORLD_ACT(family_opened, FAMILY_OPENED, act);
    struct family_opened_children rows[WORLD_CHILDREN] = {0};
    struct world_family made = {0};
    Text rest = text_of(given);
    act.name = text_of(name);
    while (!text_is_empty(rest)) {
        struct family_opened_children *row = &rows[made.count++];
        Text word = text_cut(&rest, ' ');
        row->born = row->expected = DATE_NONE;
        row->family_name = act.name;
        row->unborn = word.at[0] == '?' ? YESNO_YES : YESNO_NO;
        if (row->unborn == YESNO_YES)
            (void)date_of(2026, 6, 1, &row->expected);
        else
            (void)date_of(2019, 2, 28, &row->born);
        if (row->unborn == YESNO_NO)
            row->given = word;
    }
    act.children.at = rows;
    act.children.count = made.count;
    struct act_reason alike = {NOT_WRITTEN_DOWN_TWICE, T("Invented for a test: none of these")};
    struct act_request request = world_request(opener);
    struct act_result result;
    request.reasons = &alike;
    request.reason_count = 1;
    must(act_do(world->acts, &FAMILY_OPENED_ACT, &request, &act, arena, &result));
    made.family = act.family;
    for (size_t i = 0; i < made.count; i++)
        made.children[i] = act.made.at[i].child;
    return made;
}

/* Passes the whole family's case to a worker. */
__attribute__((unused)) static void world_allocate(struct world *world, Arena *arena, PersonId manager, struct world_family *family,
                                                   PersonId worker)
{
    WORLD_ACT(allocated, ALLOCATED, act);
    act.children.at = family->children;
    act.children.count = family->count;
    act.worker = worker;
    world_do(world, arena, &ALLOCATED_ACT, manager, family->family.n, 0, &act);
}

/* An adult of the family, with the same relationship to each child and parental responsibility. */
__attribute__((unused)) static PersonId world_adult(struct world *world, Arena *arena, PersonId worker, struct world_family *family,
                                                    const char *given, enum relationship_kind kind)
{
    WORLD_ACT(adult_added, ADULT_ADDED, act);
    struct adult_added_children rows[WORLD_CHILDREN] = {0};
    act.given = text_of(given);
    act.family_name = T("Fennimore-Adeyemi");
    act.is_known_as = text_of(given);
    for (size_t i = 0; i < family->count; i++)
        rows[i] = (struct adult_added_children){.child = family->children[i], .kind = kind, .parental_responsibility = YES_NO_UNKNOWN_YES};
    act.children.at = rows;
    act.children.count = family->count;
    world_do(world, arena, &ADULT_ADDED_ACT, worker, family->family.n, 0, &act);
    return act.adult;
}

#endif
