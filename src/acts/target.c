#include "acts/target.h"

#include "store/room_seat_sql.h"
#include "store/target_sql.h"
#include "store/worker_sql.h"

/* The children an act could be about. */
struct reach {
    ChildId *children;
    size_t count;
    FamilyId family; /* none when they are of several */
};

/* Permissions from SIGN_IN on are without a child (rules/permissions.def). One that was added behind them by mistake gives nobody anything:
 * no duty has it. */
static bool without_child(enum permission permission) { return permission >= SIGN_IN; }

/* A seat speaks of the children it is for. */
static Err seat_may(const struct act_run *run, ChildId child)
{
    struct seat_children_rows children;
    TRY(seat_children(run->read, run->request->seat, &children));
    for (size_t i = 0; i < children.count; i++)
        if (children.at[i].child.n == child.n)
            return ok();
    return err(NOT_FOUND, "a child that this seat is not for");
}

Err target_may(const struct act_run *run, ChildId child)
{
    if (run->request->seat.n != 0)
        return seat_may(run, child);
    if (without_child(run->kind->may))
        return may_duty(run->read, run->kind->may);
    return may(run->read, run->kind->may, child);
}

/* Copies the rows of any target piece: they all have the same two columns. */
#define REACH(piece, id)                                                                                               \
    do {                                                                                                               \
        struct piece##_rows rows;                                                                                      \
        TRY(piece(run->read, (id), &rows));                                                                            \
        reach->children = ARENA_MANY(run->arena, rows.count, ChildId);                                                 \
        reach->count = rows.count;                                                                                     \
        for (size_t i = 0; i < rows.count; i++) {                                                                      \
            reach->children[i] = rows.at[i].child;                                                                     \
            reach->family = i == 0 || reach->family.n == rows.at[i].family.n ? rows.at[i].family : (FamilyId){0};      \
        }                                                                                                              \
        return ok();                                                                                                   \
    } while (0)

static Err find_reach(const struct act_run *run, struct reach *reach)
{
    switch (run->kind->on) {
    case ON_ORGANISATION: return ok();
    case ON_FAMILY: REACH(target_family, (FamilyId){run->target});
    case ON_CHILD: REACH(target_child, (ChildId){run->target});
    case ON_PERSON: REACH(target_person, (PersonId){run->target});
    case ON_CONFERENCE: REACH(target_conference, (ConferenceId){run->target});
    case ON_PLAN: REACH(target_plan, (PlanId){run->target});
    case ON_COUNT: break;
    }
    return err(BROKEN, "an act on something that has no table");
}

/* What the actor may do to the children together, and by their duty. */
static Err find_rights(const struct act_run *run, const struct reach *reach, Rights *ret_on_children, Rights *ret_by_duty)
{
    enum duty duty;
    TRY(duty_of_reader(run->read, &duty));
    Rights on_children = 0;
    for (size_t i = 0; i < reach->count; i++) {
        Rights rights;
        TRY(rights_on_child(run->read, reach->children[i], &rights));
        on_children |= rights;
    }
    *ret_on_children = on_children;
    *ret_by_duty = rights_of_duty(duty);
    return ok();
}

/* What a duty does to a person, it does to somebody with an account. */
static Err target_worker(const struct act_run *run)
{
    struct worker_of worker;
    bool found;
    TRY(worker_of(run->read, (PersonId){run->target}, &worker, &found));
    return found ? ok() : err(NOT_FOUND, "nobody with this number has an account");
}

/* Who acts from a seat in a conference's room has that one right there, and no other: whatever else the same person may do, they do signed in. */
static Err target_seat(struct act_run *run)
{
    struct seat_to_act seat;
    bool found;
    if (run->kind->on != ON_CONFERENCE || run->kind->may != TAKE_SEAT)
        return err(NOT_ALLOWED, "not from a seat");
    TRY(seat_to_act(run->read, (ConferenceId){run->target}, run->request->seat, &seat, &found));
    if (!found || seat.person.n != run->request->actor.n)
        return err(NOT_FOUND, "no such seat, or its room is closed");
    run->rights = RIGHT(TAKE_SEAT);
    run->family = seat.family;
    return ok();
}

Err target_find(struct act_run *run)
{
    if (run->request->seat.n != 0)
        return target_seat(run);
    struct reach reach = {0};
    Rights on_children, by_duty;
    TRY(find_reach(run, &reach));
    TRY(find_rights(run, &reach, &on_children, &by_duty));
    if (without_child(run->kind->may) || run->kind->on == ON_ORGANISATION) {
        bool hidden = run->kind->on != ON_ORGANISATION && rights_have(by_duty, READ_OWN_PAGES); /* families don't learn that it is there */
        if (!rights_have(by_duty, run->kind->may))
            return err(hidden ? NOT_FOUND : NOT_ALLOWED, "no duty of this person gives this right");
    } else if (on_children == 0) {
        return err(NOT_FOUND, "the target has no child that this person may know of");
    } else if (!rights_have(on_children, run->kind->may)) {
        return err(NOT_ALLOWED, "no role of this person gives this right on the target");
    }
    if (run->kind->on == ON_PERSON && without_child(run->kind->may))
        TRY(target_worker(run));
    else if (run->kind->on != ON_ORGANISATION && reach.count == 0)
        return err(NOT_FOUND, "the target is not there");
    run->rights = on_children | by_duty;
    run->family = reach.family;
    if (run->kind->on == ON_PERSON)
        run->person = (PersonId){run->target};
    if (reach.count == 1 && run->kind->on != ON_FAMILY && run->kind->on != ON_PERSON) {
        run->child = reach.children[0];
        return act_concerns(run, run->child);
    }
    return ok();
}
