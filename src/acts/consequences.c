#include "acts/consequences.h"

#include "acts/inside.h"
#include "store/case_sql.h"

enum {
    CONSEQUENCES_MOST = 200,  /* rows of one kind in one act */
    OBLIGATIONS_MOST = 400,   /* obligations of one child over its life */
};

/* ---- as they stand in the body: rows of struct fields, read and written by acts/fields.h ---- */

#define ID(list, field) {.name = #field, .type = FIELD_ID, .offset = offsetof(struct list, field), .called = "", .left = ""}
#define CODE(list, field, set) {.name = #field, .type = FIELD_CODE, .offset = offsetof(struct list, field), .codes = &set, .called = "", .left = ""}
#define DATE(list, field) {.name = #field, .type = FIELD_DATE, .offset = offsetof(struct list, field), .called = "", .left = ""}
#define LIST(field, row)                                                                                               \
    {.name = #field, .type = FIELD_LIST, .offset = offsetof(struct consequences, field), .max = CONSEQUENCES_MOST, .called = "", .left = "", \
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
static const struct field case_granted_fields[] = {
    ID(case_granted, holder), ID(case_granted, child), CODE(case_granted, role, ROLE_LIST),
    {.name = "ends", .type = FIELD_INSTANT, .offset = offsetof(struct case_granted, ends), .called = "", .left = ""}};
static const struct field case_ended_fields[] = {ID(case_ended, holder), ID(case_ended, child), CODE(case_ended, role, ROLE_LIST)};

const struct field CONSEQUENCE_FIELDS[] = {
    LIST(opened, case_opened), LIST(moved, case_moved), LIST(happened, case_happened), LIST(due, case_due), LIST(gone, case_gone),
    LIST(granted, case_granted), LIST(ended, case_ended),
};
const size_t CONSEQUENCE_FIELD_COUNT = sizeof CONSEQUENCE_FIELDS / sizeof CONSEQUENCE_FIELDS[0];

bool consequences_are_empty(const struct consequences *of)
{
    return of->opened.count + of->moved.count + of->happened.count + of->due.count + of->granted.count + of->ended.count == 0;
}

/* Room for one more row at the end of a list, from the act's arena. */
#define ADD(run, list, ...)                                                                                            \
    do {                                                                                                               \
        if ((list).count == CONSEQUENCES_MOST)                                                                         \
            return err(BROKEN, "an act has more consequences than an entry can hold");                                 \
        if ((list).at == NULL)                                                                                         \
            (list).at = arena_take_many((run)->arena, CONSEQUENCES_MOST, sizeof *(list).at);                           \
        (list).at[(list).count++] = (__typeof__(*(list).at))__VA_ARGS__;                                               \
    } while (0)

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
    return ok();
}

Err act_order_until(struct act_run *run, ChildId child, enum obligation_kind kind, Date start, Date by)
{
    struct consequences *of = run->inside->consequences;
    ADD(run, of->due_by, {child, kind, start, by});
    return ok();
}

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

static bool is_changed(const struct case_obligations *row, const struct obligation *due)
{
    return !date_equal(row->due, due->due) || !date_equal(row->met, due->met) || row->met_by != due->met_by ||
           !date_equal(row->stopped, due->stopped) || row->stopped_by != due->stopped_by || row->state != kept_state(due->state);
}

/* People or a court can set its day; every other day comes from the row alone. */
static bool has_day_of_its_own(enum obligation_kind kind)
{
    return kind == OBLIGATION_KIND_FIRST_REVIEW || kind == OBLIGATION_KIND_NEXT_REVIEW || kind == OBLIGATION_KIND_EMERGENCY_ORDER_ENDS ||
           kind == OBLIGATION_KIND_EMERGENCY_EXTENSION_ENDS;
}

static bool is_meant(const struct case_due_by *by, ChildId child, const struct obligation *due)
{
    if (by->child.n != child.n || by->kind != due->row->kind)
        return false;
    return date_is_none(by->start) ? kept_state(due->state) == OBLIGATION_STATE_WAITING : date_equal(by->start, due->start);
}

/* An earlier day than the row's: it is late, or met late, by that one. */
static void bring_forward(struct obligation *due, Date by, Date today)
{
    if (date_is_none(by) || !date_before(by, due->due))
        return;
    due->warn = date_plus_days(due->warn, -date_days_between(by, due->due));
    due->due = by;
    if (due->state == OBLIGATION_STATE_MET && date_before(by, due->met))
        due->state = OBLIGATION_STATE_MET_LATE;
    if (due->state == OBLIGATION_STATE_WAITING && date_before(by, today))
        due->state = OBLIGATION_STATE_LATE;
    if (due->state == OBLIGATION_STATE_NOT_NEEDED && date_before(by, due->stopped))
        due->state = OBLIGATION_STATE_MISSED;
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
                bring_forward(&due[i], kept->at[k].due, run->today);
        for (size_t k = 0; k < of->due_by.count; k++)
            if (is_meant(&of->due_by.at[k], child, &due[i]))
                bring_forward(&due[i], of->due_by.at[k].by, run->today);
    }
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
    struct obligation *due = ARENA_MANY(run->arena, OBLIGATIONS_MOST, struct obligation);
    size_t found = practice_obligations(practice, events, count, run->today, due, OBLIGATIONS_MOST);
    if (found > OBLIGATIONS_MOST)
        return err(BROKEN, "a child has more obligations than can be kept");
    set_days_of_their_own(run, &kept, child, due, found);
    for (size_t i = 0; i < found; i++) {
        bool changed = true;
        for (size_t k = 0; k < kept.count; k++)
            if (same_due(&kept.at[k], &due[i]))
                changed = is_changed(&kept.at[k], &due[i]);
        if (changed)
            ADD(run, of->due, {child, due[i].row->kind, due[i].start, due[i].due, due[i].warn, due[i].met, due[i].met_by, due[i].stopped,
                              due[i].stopped_by, kept_state(due[i].state), text_of(due[i].profile->name)});
    }
    for (size_t k = 0; k < kept.count; k++) {
        bool still = false;
        for (size_t i = 0; i < found; i++)
            still |= same_due(&kept.at[k], &due[i]);
        if (!still)
            ADD(run, of->gone, {child, kept.at[k].kind, kept.at[k].start});
    }
    return ok();
}

Err act_practice(struct act_run *run, const struct practice **ret_practice)
{
    struct consequences *of = run->inside->consequences;
    if (of->practice.count == 0)
        TRY(practice_read(run->read, &of->practice));
    *ret_practice = &of->practice;
    return ok();
}

Err consequences_settle(struct act_run *run)
{
    struct consequences *of = run->inside->consequences;
    if (of->happened.count + of->due_by.count == 0)
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
