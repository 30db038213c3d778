#include "acts/another_day.h"

#include "rules/own_day.h"
#include "store/case_sql.h"
#include "store/conference_sql.h"
#include "store/also_booked_sql.h"

static enum what_if_meeting meeting_of(const struct another_day_what *what, bool unborn)
{
    switch (what->kind) {
    case CONFERENCE_KIND_INITIAL: return unborn ? WHAT_IF_PRE_BIRTH : WHAT_IF_INITIAL;
    case CONFERENCE_KIND_PRE_BIRTH: return WHAT_IF_PRE_BIRTH;
    case CONFERENCE_KIND_TRANSFER_IN: return WHAT_IF_TRANSFER_IN;
    case CONFERENCE_KIND_REVIEW: return WHAT_IF_REVIEW;
    case CONFERENCE_KIND_NONE:
    case CONFERENCE_KIND_COUNT: break;
    }
    return WHAT_IF_CORE_GROUP;
}

enum event another_day_held(const struct another_day_booked *booked)
{
    switch (booked->kind) {
    case CONFERENCE_KIND_INITIAL: return EVENT_INITIAL_CONFERENCE;
    case CONFERENCE_KIND_PRE_BIRTH: return EVENT_PRE_BIRTH_CONFERENCE;
    case CONFERENCE_KIND_TRANSFER_IN: return EVENT_TRANSFER_IN_CONFERENCE;
    case CONFERENCE_KIND_REVIEW: return EVENT_REVIEW_CONFERENCE;
    case CONFERENCE_KIND_NONE:
    case CONFERENCE_KIND_COUNT: break;
    }
    return EVENT_CORE_GROUP;
}

/* The child's other meetings to come. */
static Err read_booked(Read *read, const struct another_day_what *what, ChildId child, struct another_day *moving, struct what_if *ask)
{
    struct also_booked_core_groups_rows groups;
    struct also_booked_conferences_rows conferences;
    TRY(also_booked_core_groups(read, child, what->meeting, &groups));
    TRY(also_booked_conferences(read, child, what->conference, &conferences));
    size_t count = 0, before = moving->booked.count, room = before + groups.count + conferences.count;
    struct happening *booked = ARENA_MANY(read->arena, groups.count + conferences.count, struct happening);
    struct another_day_booked *at = ARENA_MANY(read->arena, room, struct another_day_booked);
    for (size_t i = 0; i < before; i++)
        at[i] = moving->booked.at[i];
    for (size_t i = 0; i < groups.count; i++)
        at[before + count++] = (struct another_day_booked){.child = child, .meeting = groups.at[i].meeting, .day = groups.at[i].planned, .starts = groups.at[i].starts};
    for (size_t i = 0; i < conferences.count; i++)
        at[before + count++] = (struct another_day_booked){.child = child, .conference = conferences.at[i].conference, .kind = conferences.at[i].kind,
                                                      .day = conferences.at[i].held_on, .starts = conferences.at[i].starts};
    for (size_t i = 0; i < count; i++)
        booked[i] = (struct happening){another_day_held(&at[before + i]), at[before + i].day};
    ask->booked = booked;
    ask->booked_count = count;
    moving->booked.at = at;
    moving->booked.count = room;
    return ok();
}

static Err read_child(Read *read, const struct another_day_what *what, ChildId child, struct another_day *moving, struct what_if *ask)
{
    struct conference_child_facts facts;
    struct case_events_rows events;
    struct case_obligations_rows kept;
    TRY(conference_child_facts(read, child, &facts));
    TRY(case_events(read, child, &events));
    TRY(case_obligations(read, child, &kept));
    *ask = (struct what_if){.practice = moving->practice, .count = events.count, .meeting = meeting_of(what, facts.unborn), .from = what->from,
                            .to = what->from, .today = read->today};
    struct happening *happened = ARENA_MANY(read->arena, events.count, struct happening);
    struct what_if_day *days = ARENA_MANY(read->arena, kept.count, struct what_if_day);
    for (size_t i = 0; i < events.count; i++)
        happened[i] = (struct happening){events.at[i].event, events.at[i].happened};
    for (size_t i = 0; i < kept.count; i++)
        if (has_day_of_its_own(kept.at[i].kind))
            days[ask->day_count++] = (struct what_if_day){kept.at[i].kind, kept.at[i].start, kept.at[i].due};
    ask->events = happened;
    ask->days = days;
    return read_booked(read, what, child, moving, ask);
}

Err another_day_of(Read *read, const struct another_day_what *what, const ChildId *children, size_t count, struct another_day *ret_moving)
{
    struct another_day moving = {.from = what->from, .children = children, .count = count};
    struct practice *practice = ARENA_NEW(read->arena, struct practice);
    size_t most = 0;
    TRY(practice_read(read, practice));
    moving.practice = practice;
    moving.asks = ARENA_MANY(read->arena, count, struct what_if);
    for (size_t i = 0; i < count; i++) {
        TRY(read_child(read, what, children[i], &moving, &moving.asks[i]));
        size_t events = moving.asks[i].count + moving.asks[i].booked_count;
        most = events > most ? events : most;
        if (events + WHAT_IF_MORE > HAPPENINGS_MOST)
            return err(BROKEN, "more happened to a child than limits can be counted from");
    }
    moving.room = (struct what_if_room){ARENA_MANY(read->arena, most + WHAT_IF_MORE, struct happening), ARENA_MANY(read->arena, ANOTHER_DAY_DUE_MOST, struct obligation),
                                        ARENA_MANY(read->arena, ANOTHER_DAY_DUE_MOST, struct obligation), ANOTHER_DAY_DUE_MOST};
    *ret_moving = moving;
    return ok();
}

static bool same_side(bool is, const struct obligation *a, const struct obligation *b)
{
    return !is || (date_equal(a->start, b->start) && date_equal(a->due, b->due) && date_equal(a->met, b->met) && a->state == b->state);
}

static bool same_change(const struct what_if_change *a, const struct what_if_change *b)
{
    return a->kind == b->kind && a->effect == b->effect && a->is_before == b->is_before && a->is_after == b->is_after &&
           same_side(a->is_before, &a->before, &b->before) && same_side(a->is_after, &a->after, &b->after);
}

static void add_change(Arena *arena, struct another_day_changes *changes, size_t children, ChildId child, const struct what_if_change *change)
{
    for (size_t i = 0; i < changes->count; i++) {
        struct another_day_change *known = &changes->at[i];
        if (same_change(&known->is, change)) {
            known->children[known->count++] = child;
            return;
        }
    }
    size_t place = changes->count++;
    for (; place > 0 && what_if_comes_before(change, &changes->at[place - 1].is); place--)
        changes->at[place] = changes->at[place - 1];
    changes->at[place] = (struct another_day_change){*change, ARENA_MANY(arena, children, ChildId), 1};
    changes->at[place].children[0] = child;
}

void another_day_weigh(const struct another_day *moving, Arena *arena, Date to, struct another_day_changes *ret_changes)
{
    struct what_if_change *found = ARENA_MANY(arena, ANOTHER_DAY_CHANGES_MOST, struct what_if_change);
    struct another_day_changes changes = {ARENA_MANY(arena, ANOTHER_DAY_CHANGES_MOST * moving->count, struct another_day_change), 0};
    for (size_t i = 0; i < moving->count; i++) {
        moving->asks[i].to = to;
        size_t count = what_if(&moving->asks[i], &moving->room, found, ANOTHER_DAY_CHANGES_MOST);
        for (size_t k = 0; k < count && k < ANOTHER_DAY_CHANGES_MOST; k++)
            add_change(arena, &changes, moving->count, moving->children[i], &found[k]);
    }
    *ret_changes = changes;
}

Text another_day_limit_words(Arena *arena, const struct what_if_change *change)
{
    Text words = text_of(obligation_kind_words(change->kind)), due = date_long(arena, what_if_due(change)), hold = T("Hold ");
    if (text_begins(words, hold))
        return text_format(arena, "%.*s is due by %.*s", (int)(words.len - hold.len), words.at + hold.len, TEXT_ARGS(due));
    if (text_begins(words, T("Reports")))
        return text_format(arena, "r%.*s are due by %.*s", (int)words.len - 1, words.at + 1, TEXT_ARGS(due));
    return text_format(arena, "‘%.*s’ is due by %.*s", TEXT_ARGS(words), TEXT_ARGS(due));
}

Text another_day_broken_words(Arena *arena, const struct another_day_changes *changes, enum what_if_effect effect)
{
    Out out = out_new(arena);
    for (size_t i = 0; i < changes->count; i++) {
        if (changes->at[i].is.effect != effect)
            continue;
        out_string(&out, out.len > 0 ? "; " : "");
        out_text(&out, another_day_limit_words(arena, &changes->at[i].is));
    }
    return out_all(&out);
}

void another_day_gate(const struct another_day *moving, Arena *arena, Date to, struct facts *facts, struct gate_words *words)
{
    struct another_day_changes changes;
    another_day_weigh(moving, arena, to, &changes);
    Text breaks = another_day_broken_words(arena, &changes, WHAT_IF_BREAKS), stays = another_day_broken_words(arena, &changes, WHAT_IF_STAYS_BROKEN);
    facts->inside_the_days = text_is_empty(breaks) && text_is_empty(stays);
    if (!text_is_empty(breaks))
        words->of[INSIDE_THE_DAYS] = text_format(arena, "This day breaks a limit: %.*s.", TEXT_ARGS(breaks));
    if (!text_is_empty(stays))
        words->of[INSIDE_THE_DAYS] = text_format(arena, "%.*s%sBroken already, and still: %.*s.", TEXT_ARGS(words->of[INSIDE_THE_DAYS]), text_is_empty(breaks) ? "" : " ",
                                                 TEXT_ARGS(stays));
}
