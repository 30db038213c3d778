#include "acts/consequences.h"

#include <string.h>

#include "acts/inside.h"
#include "rules/own_day.h"
#include "store/case/moving.h"
#include "store/case_sql.h"
#include "store/moved_sql.h"

enum {
    CONSEQUENCES_MOST = 200,  /* rows of one kind in one act */
    DUE_MOST = 6000,          /* of what is due, and of what is not due any more: an act can be about every child who has a booking */
    OBLIGATIONS_MOST = 400,   /* obligations of one child over its life */
    GROWS_FROM = 8,           /* rows a list has room for at first; a power of two */
};

/* ---- as they stand in the body: rows of struct fields, read and written by acts/fields.h ---- */

#define ID(list, field) {.name = #field, .type = FIELD_ID, .offset = offsetof(struct list, field), .called = "", .left = ""}
#define CODE(list, field, set) {.name = #field, .type = FIELD_CODE, .offset = offsetof(struct list, field), .codes = &set, .called = "", .left = ""}
#define DATE(list, field) {.name = #field, .type = FIELD_DATE, .offset = offsetof(struct list, field), .called = "", .left = ""}
#define LIST(field, row, most)                                                                                         \
    {.name = #field, .type = FIELD_LIST, .offset = offsetof(struct consequences, field), .max = (most), .called = "", .left = "", \
     .fields = row##_fields, .field_count = sizeof row##_fields / sizeof row##_fields[0], .row_size = sizeof(struct row)}

static const struct field case_opened_fields[] = {ID(case_opened, episode), ID(case_opened, child), ID(case_opened, family)};
static const struct field case_moved_fields[] = {ID(case_moved, episode), CODE(case_moved, stage, STAGE_LIST),
                                                 DATE(case_moved, closed), CODE(case_moved, reason, CLOSURE_REASON_LIST)};
static const struct field case_happened_fields[] = {ID(case_happened, child), CODE(case_happened, event, EVENT_LIST),
                                                    DATE(case_happened, on)};
static const struct field case_due_fields[] = {
    ID(case_due, child), CODE(case_due, kind, OBLIGATION_KIND_LIST), DATE(case_due, start), DATE(case_due, due),
    DATE(case_due, warn), DATE(case_due, met), CODE(case_due, met_by, EVENT_LIST), DATE(case_due, stopped), CODE(case_due, stopped_by, EVENT_LIST),
    CODE(case_due, state, OBLIGATION_STATE_LIST),
    {.name = "profile", .type = FIELD_LINE, .offset = offsetof(struct case_due, profile), .max = 100, .called = "", .left = ""}};
static const struct field case_gone_fields[] = {ID(case_gone, child), CODE(case_gone, kind, OBLIGATION_KIND_LIST), DATE(case_gone, start)};
static const struct field case_redated_fields[] = {
    ID(case_redated, child), CODE(case_redated, kind, OBLIGATION_KIND_LIST), DATE(case_redated, start), DATE(case_redated, was),
    DATE(case_redated, now), DATE(case_redated, warn), CODE(case_redated, why, MOVED_WHY_LIST)};
static const struct field case_granted_fields[] = {
    ID(case_granted, holder), ID(case_granted, child), CODE(case_granted, role, ROLE_LIST),
    {.name = "ends", .type = FIELD_INSTANT, .offset = offsetof(struct case_granted, ends), .called = "", .left = ""}};
static const struct field case_ended_fields[] = {ID(case_ended, holder), ID(case_ended, child), CODE(case_ended, role, ROLE_LIST)};

const struct field CONSEQUENCE_FIELDS[] = {
    LIST(opened, case_opened, CONSEQUENCES_MOST),   LIST(moved, case_moved, CONSEQUENCES_MOST), LIST(happened, case_happened, CONSEQUENCES_MOST),
    LIST(redated, case_redated, DATES_MOVED_MOST),  LIST(due, case_due, DUE_MOST),              LIST(gone, case_gone, DUE_MOST),
    LIST(granted, case_granted, CONSEQUENCES_MOST), LIST(ended, case_ended, CONSEQUENCES_MOST),
};
const size_t CONSEQUENCE_FIELD_COUNT = sizeof CONSEQUENCE_FIELDS / sizeof CONSEQUENCE_FIELDS[0];

bool consequences_are_empty(const struct consequences *of)
{
    return of->opened.count + of->moved.count + of->happened.count + of->redated.count + of->due.count + of->gone.count + of->granted.count +
               of->ended.count == 0;
}

/* Room for one more row at the end of a list, from the act's arena: twice as much when it is full. */
static void *with_room(Arena *arena, void *at, size_t count, size_t size)
{
    bool is_full = count == 0 || (count >= GROWS_FROM && (count & (count - 1)) == 0);
    if (!is_full)
        return at;
    void *more = arena_take_many(arena, count == 0 ? GROWS_FROM : 2 * count, size);
    if (count > 0)
        memcpy(more, at, count * size);
    return more;
}

#define ADD_UP_TO(run, list, most, ...)                                                                                \
    do {                                                                                                               \
        if ((list).count == (most))                                                                                    \
            return err(BROKEN, "an act has more consequences than an entry can hold");                                 \
        (list).at = with_room((run)->arena, (list).at, (list).count, sizeof *(list).at);                               \
        (list).at[(list).count++] = (__typeof__(*(list).at))__VA_ARGS__;                                               \
    } while (0)
#define ADD(run, list, ...) ADD_UP_TO(run, list, CONSEQUENCES_MOST, __VA_ARGS__)

/* ---- while deciding ---- */

/* The child's episode, with the moves this act already made. closed: none is open. */
struct case_now {
    EpisodeId episode;
    enum stage stage;
    bool open;
};

static bool ends_episode(enum stage stage) { return stage == STAGE_CLOSED || stage == STAGE_EARLY_HELP; }

static Err stands_now(struct act_run *run, ChildId child, struct case_now *ret_now)
{
    const struct consequences *of = run->inside->consequences;
    struct case_now now = {.stage = STAGE_NONE};
    struct episode_of_child row;
    bool found;
    TRY(episode_of_child(run->read, child, &row, &found));
    if (found)
        now = (struct case_now){row.id, row.stage, date_is_none(row.closed)};
    for (size_t i = 0; i < of->opened.count; i++)
        if (of->opened.at[i].child.n == child.n)
            now = (struct case_now){of->opened.at[i].episode, STAGE_NONE, true};
    for (size_t i = 0; i < of->moved.count; i++)
        if (of->moved.at[i].episode.n == now.episode.n)
            now = (struct case_now){now.episode, of->moved.at[i].stage, date_is_none(of->moved.at[i].closed)};
    *ret_now = now;
    return ok();
}

Err act_stage(struct act_run *run, ChildId child, enum stage *ret_stage)
{
    struct case_now now;
    TRY(stands_now(run, child, &now));
    *ret_stage = now.open ? now.stage : STAGE_NONE;
    return ok();
}

static Err family_of(struct act_run *run, ChildId child, FamilyId *ret_family)
{
    if (id_entry(child.n).n == run->number.n) { /* made by this very act: not in the tables yet */
        *ret_family = run->family;
        return ok();
    }
    struct family_of_child row;
    TRY(family_of_child(run->read, child, &row));
    *ret_family = row.family;
    return ok();
}

Err act_move(struct act_run *run, ChildId child, enum move move, enum closure_reason reason)
{
    struct consequences *of = run->inside->consequences;
    struct case_now now;
    enum stage to;
    TRY(stands_now(run, child, &now));
    if (!move_check(now.stage, move, &to)) {
        shut_gates_add(run->shut, (struct shut_gate){MOVE_IS_OPEN, move_refusal(run->arena, now.stage, move), false, false});
        return ok();
    }
    if (to == now.stage) /* also where none is open: a birth, a death known of without a case */
        return ok();
    if (!now.open && ends_episode(to)) /* nothing was open and nothing opens */
        return ok();
    if (!now.open) {
        FamilyId family;
        TRY(family_of(run, child, &family));
        now.episode = (EpisodeId){act_new_id(run)};
        ADD(run, of->opened, {now.episode, child, family});
    }
    Date closed = ends_episode(to) ? run->today : DATE_NONE;
    ADD(run, of->moved, {now.episode, to, closed, reason});
    if (ends_episode(to)) {
        TRY(act_happened(run, child, EVENT_EPISODE_CLOSED, run->today));
        for (size_t i = 0; i < ROLES_THAT_END_COUNT; i++)
            TRY(act_end_access(run, 0, child, ROLES_THAT_END[i]));
    }
    return ok();
}

Err act_happened(struct act_run *run, ChildId child, enum event event, Date on)
{
    struct consequences *of = run->inside->consequences;
    ADD(run, of->happened, {child, event, on});
    return ok();
}

Err act_review_by(struct act_run *run, ChildId child, Date by)
{
    struct consequences *of = run->inside->consequences;
    ADD(run, of->due_by, {child, OBLIGATION_KIND_FIRST_REVIEW, DATE_NONE, by});
    ADD(run, of->due_by, {child, OBLIGATION_KIND_NEXT_REVIEW, DATE_NONE, by});
    ADD(run, of->due_by, {child, OBLIGATION_KIND_PRE_BIRTH_REVIEW, DATE_NONE, by});
    return ok();
}

Err act_order_until(struct act_run *run, ChildId child, enum obligation_kind kind, Date start, Date by)
{
    struct consequences *of = run->inside->consequences;
    ADD(run, of->due_by, {child, kind, start, by});
    return ok();
}

Err act_redate(struct act_run *run, const struct date_moving *moving, enum moved_why why)
{
    struct consequences *of = run->inside->consequences;
    ADD_UP_TO(run, of->redated, DATES_MOVED_MOST, {moving->child, moving->kind, moving->start, moving->was, moving->now, moving->warn, why});
    return ok();
}

Err act_count_anew(struct act_run *run, ChildId child, enum moved_why why)
{
    struct consequences *of = run->inside->consequences;
    of->why = why;
    ADD_UP_TO(run, of->anew, DUE_MOST, {child});
    return ok();
}

void act_practice_becomes(struct act_run *run, const struct practice *practice) { run->inside->consequences->practice = *practice; }

Err act_grant(struct act_run *run, int64_t holder, ChildId child, enum role role, Instant ends)
{
    struct consequences *of = run->inside->consequences;
    for (size_t i = 0; i < of->granted.count; i++)
        if (of->granted.at[i].holder.n == holder && of->granted.at[i].child.n == child.n && of->granted.at[i].role == role)
            return ok();
    ADD(run, of->granted, {{holder}, child, role, ends});
    return ok();
}

Err act_end_access(struct act_run *run, int64_t holder, ChildId child, enum role role)
{
    struct consequences *of = run->inside->consequences;
    ADD(run, of->ended, {{holder}, child, role});
    return ok();
}

struct consequences *consequences_new(Arena *arena) { return ARENA_NEW(arena, struct consequences); }

/* Whether a day has come is for whoever looks; what is kept doesn't change by waiting. */
static enum obligation_state kept_state(enum obligation_state state)
{
    return state == OBLIGATION_STATE_LATE ? OBLIGATION_STATE_WAITING : state;
}

static bool same_due(const struct case_obligations *row, const struct obligation *due)
{
    return row->kind == due->row->kind && date_equal(row->start, due->start);
}

static bool is_meant(const struct case_due_by *by, ChildId child, const struct obligation *due)
{
    if (by->child.n != child.n || by->kind != due->row->kind)
        return false;
    return date_is_none(by->start) ? kept_state(due->state) == OBLIGATION_STATE_WAITING : date_equal(by->start, due->start);
}

/* A day that was set before stands; what this act says holds what it means. */
static void set_days_of_their_own(struct act_run *run, const struct case_obligations_rows *kept, ChildId child, struct obligation *due, size_t count)
{
    const struct consequences *of = run->inside->consequences;
    for (size_t i = 0; i < count; i++) {
        if (!has_day_of_its_own(due[i].row->kind))
            continue;
        for (size_t k = 0; k < kept->count; k++)
            if (same_due(&kept->at[k], &due[i]))
                own_day_set(&due[i], kept->at[k].due, run->today);
        for (size_t k = 0; k < of->due_by.count; k++)
            if (is_meant(&of->due_by.at[k], child, &due[i]))
                own_day_set(&due[i], of->due_by.at[k].by, run->today);
    }
}

static bool is_answered(enum obligation_state state) { return kept_state(state) != OBLIGATION_STATE_WAITING; }

/* What was met, stopped or missed keeps the day it was due then: a holiday that is made later doesn't say anew whether it was in time. */
static void keep_answered(const struct case_obligations_rows *kept, struct obligation *due, size_t count, Date today)
{
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < kept->count; k++)
            if (same_due(&kept->at[k], &due[i]) && is_answered(kept->at[k].state) && is_answered(due[i].state))
                own_day_put(&due[i], kept->at[k].due, today);
}

/* What was answered stays as it was answered, by whichever profile. */
static bool is_as_kept(const struct case_obligations *kept, const struct obligation *due)
{
    return date_equal(kept->due, due->due) && date_equal(kept->met, due->met) && kept->met_by == due->met_by &&
           date_equal(kept->stopped, due->stopped) && kept->stopped_by == due->stopped_by && kept->state == kept_state(due->state) && (is_answered(kept->state) || text_equal_string(kept->profile, due->profile->name));
}

/* Why what waited is due on another day than it was: the act's own reason, an earlier day that people set, or rules that this program has now. */
static enum moved_why moved_because(const struct consequences *of, const struct case_obligations *kept, const struct obligation *due)
{
    if (of->why != MOVED_WHY_NONE)
        return of->why;
    return has_day_of_its_own(kept->kind) && date_before(due->due, kept->due) ? MOVED_WHY_EARLIER_DAY : MOVED_WHY_COUNTED_ANEW;
}

/* One obligation goes on when it differs from what is kept; when it waited and its day moved, with what it was. */
static Err add_due(struct act_run *run, ChildId child, const struct case_obligations_rows *kept, const struct obligation *due)
{
    struct consequences *of = run->inside->consequences;
    for (size_t k = 0; k < kept->count; k++) {
        const struct case_obligations *row = &kept->at[k];
        if (!same_due(row, due))
            continue;
        if (is_as_kept(row, due))
            return ok();
        struct date_moving moving = {child, row->kind, row->start, row->due, due->due, due->warn};
        if (!is_answered(row->state) && !date_equal(row->due, due->due))
            TRY(act_redate(run, &moving, moved_because(of, row, due)));
    }
    ADD_UP_TO(run, of->due, DUE_MOST, {child, due->row->kind, due->start, due->due, due->warn, due->met, due->met_by, due->stopped,
                                      due->stopped_by, kept_state(due->state), text_of(due->profile->name)});
    return ok();
}

/* What is due to one child from all that ever happened to it and what this act adds; only what differs from the tables goes on. */
static Err settle_child(struct act_run *run, const struct practice *practice, ChildId child)
{
    struct consequences *of = run->inside->consequences;
    struct case_events_rows before = {0};
    struct case_obligations_rows kept = {0};
    if (id_entry(child.n).n != run->number.n) {
        TRY(case_events(run->read, child, &before));
        TRY(case_obligations(run->read, child, &kept));
    }
    struct happening *events = ARENA_MANY(run->arena, before.count + of->happened.count, struct happening);
    size_t count = 0;
    for (size_t i = 0; i < before.count; i++)
        events[count++] = (struct happening){before.at[i].event, before.at[i].happened};
    for (size_t i = 0; i < of->happened.count; i++)
        if (of->happened.at[i].child.n == child.n)
            events[count++] = (struct happening){of->happened.at[i].event, of->happened.at[i].on};
    if (of->room == NULL)
        of->room = ARENA_MANY(run->arena, OBLIGATIONS_MOST, struct obligation);
    struct obligation *due = of->room;
    size_t found = practice_obligations(practice, events, count, run->today, due, OBLIGATIONS_MOST);
    if (found > OBLIGATIONS_MOST)
        return err(BROKEN, "a child has more obligations than can be kept");
    set_days_of_their_own(run, &kept, child, due, found);
    keep_answered(&kept, due, found, run->today);
    for (size_t i = 0; i < found; i++)
        TRY(add_due(run, child, &kept, &due[i]));
    for (size_t k = 0; k < kept.count; k++) {
        bool still = false;
        for (size_t i = 0; i < found; i++)
            still |= same_due(&kept.at[k], &due[i]);
        if (!still)
            ADD_UP_TO(run, of->gone, DUE_MOST, {child, kept.at[k].kind, kept.at[k].start});
    }
    return ok();
}

Err act_practice(struct act_run *run, const struct practice **ret_practice)
{
    if (run->inside == NULL) { /* a page asks what an act would */
        struct practice *practice = ARENA_NEW(run->arena, struct practice);
        TRY(practice_read(run->read, practice));
        *ret_practice = practice;
        return ok();
    }
    struct consequences *of = run->inside->consequences;
    if (of->practice.count == 0)
        TRY(practice_read(run->read, &of->practice));
    *ret_practice = &of->practice;
    return ok();
}

Err consequences_settle(struct act_run *run)
{
    struct consequences *of = run->inside->consequences;
    if (of->happened.count + of->due_by.count + of->anew.count == 0)
        return ok();
    const struct practice *practice;
    TRY(act_practice(run, &practice));
    for (size_t i = 0; i < of->happened.count; i++) {
        ChildId child = of->happened.at[i].child;
        bool first = true;
        for (size_t k = 0; k < i; k++)
            first &= of->happened.at[k].child.n != child.n;
        if (first)
            TRY(settle_child(run, practice, child));
    }
    for (size_t i = 0; i < of->due_by.count; i++) {
        ChildId child = of->due_by.at[i].child;
        bool settled = false;
        for (size_t k = 0; k < of->happened.count; k++)
            settled |= of->happened.at[k].child.n == child.n;
        for (size_t k = 0; k < i; k++)
            settled |= of->due_by.at[k].child.n == child.n;
        if (!settled)
            TRY(settle_child(run, practice, child));
    }
    for (size_t i = 0; i < of->anew.count; i++)
        TRY(settle_child(run, practice, of->anew.at[i].child));
    return ok();
}

/* ---- while applying ---- */

/* Days after the due day on which it was done, or stopped being needed undone. */
static int64_t days_late(const struct case_due *row)
{
    if (row->state == OBLIGATION_STATE_MET_LATE)
        return date_days_between(row->due, row->met);
    return row->state == OBLIGATION_STATE_MISSED ? date_days_between(row->due, row->stopped) : 0;
}

static bool is_conference(enum obligation_kind kind)
{
    return kind == OBLIGATION_KIND_INITIAL_CONFERENCE || kind == OBLIGATION_KIND_PRE_BIRTH_CONFERENCE || kind == OBLIGATION_KIND_TRANSFER_IN_CONFERENCE ||
           kind == OBLIGATION_KIND_FIRST_REVIEW || kind == OBLIGATION_KIND_NEXT_REVIEW;
}

/* Days that became other days, and then what says the same day elsewhere: a conference's is the first of its children's, so it comes after all. */
static Err apply_redated(Tx *tx, const struct entry *entry, const struct consequences *of)
{
    for (size_t i = 0; i < of->redated.count; i++) {
        const struct case_redated *row = &of->redated.at[i];
        TRY(obligation_moved_add(tx, row->child, row->kind, row->start, entry->number, row->was, row->now, row->why));
        TRY(obligation_move(tx, row->child, row->kind, row->start, row->now, row->warn, entry->number));
    }
    for (size_t i = 0; i < of->redated.count; i++) {
        const struct case_redated *row = &of->redated.at[i];
        if (!is_conference(row->kind))
            continue;
        TRY(conference_due_again(tx, row->child));
        if (row->kind == OBLIGATION_KIND_FIRST_REVIEW || row->kind == OBLIGATION_KIND_NEXT_REVIEW)
            TRY(plan_review_move(tx, row->child, row->was, row->now));
    }
    return ok();
}

static Err apply_due(Tx *tx, const struct entry *entry, const struct consequences *of)
{
    for (size_t i = 0; i < of->happened.count; i++) {
        const struct case_happened *row = &of->happened.at[i];
        TRY(case_event_add(tx, row->child, entry->number, (int64_t)i + 1, row->event, row->on));
    }
    for (size_t i = 0; i < of->gone.count; i++)
        TRY(obligation_remove(tx, of->gone.at[i].child, of->gone.at[i].kind, of->gone.at[i].start));
    for (size_t i = 0; i < of->due.count; i++) {
        const struct case_due *row = &of->due.at[i];
        TRY(obligation_set(tx, row->child, row->kind, row->start, row->due, row->warn, row->met, row->met_by, row->stopped, row->stopped_by, days_late(row),
                           row->state, row->profile, entry->number));
    }
    return ok();
}

Err consequences_apply(Tx *tx, const struct entry *entry, const struct consequences *of)
{
    Date day = instant_london_date(entry->recorded_at);
    for (size_t i = 0; i < of->opened.count; i++) {
        const struct case_opened *row = &of->opened.at[i];
        TRY(episode_open(tx, row->episode, row->child, row->family, STAGE_CONTACT, day));
    }
    for (size_t i = 0; i < of->moved.count; i++) {
        const struct case_moved *row = &of->moved.at[i];
        if (date_is_none(row->closed))
            TRY(episode_move(tx, row->episode, row->stage));
        else
            TRY(episode_close(tx, row->episode, row->stage, row->closed, row->reason));
    }
    TRY(apply_redated(tx, entry, of));
    TRY(apply_due(tx, entry, of));
    for (size_t i = 0; i < of->ended.count; i++) { /* first what ends, then what begins: an act can pass a case on */
        const struct case_ended *row = &of->ended.at[i];
        if (row->holder.n == 0)
            TRY(access_end_role(tx, row->child, row->role, entry->recorded_at));
        else
            TRY(access_end(tx, row->holder.n, row->child, row->role, entry->recorded_at));
    }
    for (size_t i = 0; i < of->granted.count; i++) {
        const struct case_granted *row = &of->granted.at[i];
        TRY(access_grant(tx, row->holder.n, row->child, row->role, entry->recorded_at, row->ends, entry->number));
    }
    return ok();
}
