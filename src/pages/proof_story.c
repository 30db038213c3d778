#include "acts/act_kind.h"
#include "pages/options.h"
#include "pages/practice/moved.h"
#include "pages/proof.h"
#include "pages/timeline_seen.h"
#include "rules/own_day.h"
#include "store/due_sql.h"
#include "web/url.h"

/* As many as there can be: what began it, an earlier day, its moves (moved_of), its end, reasons (due_late_reasons). */
enum { MOVES_MOST = 50, REASONS_MOST = 20, LINES_MOST = 1 + 1 + MOVES_MOST + 1 + REASONS_MOST };

/* An entry as each piece gives it. */
struct recorded {
    EntryNumber number;
    Text act;
    int64_t version;
    Instant recorded_at;
    Text given, family_name, body;
};
#define RECORDED(row) ((struct recorded){(row)->number, (row)->act, (row)->version, (row)->recorded_at, (row)->given, (row)->family_name, (row)->body})

static Text who_words(Arena *arena, const struct recorded *row)
{
    return text_is_empty(row->given) && text_is_empty(row->family_name) ? T("Hearth") : name_words(arena, row->given, row->family_name);
}

static Text recorded_words(Arena *arena, const struct recorded *row)
{
    Text when = instant_words(arena, row->recorded_at), who = who_words(arena, row);
    return text_format(arena, "Entry %lld, recorded on %.*s by %.*s", (long long)row->number.n, TEXT_ARGS(when), TEXT_ARGS(who));
}

/* What the timeline shows of it, no more. */
static Err entry_of(const struct proof_of_day *of, struct recorded row, struct proof_entry *ret_entry)
{
    Arena *arena = of->read->arena;
    struct entry_shown shown;
    Text when = instant_words(arena, row.recorded_at);
    TRY(entry_shown_of(of->request, of->read, row.number, row.act, row.version, row.body, &shown));
    if (!shown.is_shown) {
        *ret_entry = (struct proof_entry){.says = T("An entry that you may not read"), .recorded = text_join(arena, T("Recorded on "), when)};
        return ok();
    }
    *ret_entry = (struct proof_entry){
        .says = shown.says,
        .recorded = recorded_words(arena, &row),
        .id = text_format(arena, "entry-%lld", (long long)row.number.n),
        .timeline = url_asking(arena, url_family_timeline(arena, of->limit->family), "before", text_format(arena, "%lld", (long long)row.number.n + 1))};
    return ok();
}

static struct proof_line *line(struct proof_lines *lines, const char *label, Text words)
{
    struct proof_line *made = &lines->at[lines->count++];
    *made = (struct proof_line){.label = text_of(label), .words = words};
    return made;
}

/* 'Section 47 enquiry started: Friday 20 March 2026' */
static Text event_on(Arena *arena, enum event event, Date day)
{
    return text_format(arena, "%s: %.*s", event_words(event), TEXT_ARGS(date_full(arena, day)));
}

/* Of the events of that day the one that began it: the last, as the day begins it once (rules/obligations.h). NULL: none. */
static const struct due_events *began_with(const struct proof_of_day *of, const struct due_events_rows *events)
{
    const struct due_events *found = NULL;
    for (size_t i = 0; i < events->count && of->row != NULL; i++)
        if (date_equal(events->at[i].happened, of->ref.start) && (of->row->starts & EVENT_BIT(events->at[i].event)) != 0)
            found = &events->at[i];
    return found;
}

/* The event that met or ended it on that day: the first that was recorded, after what began it when that was the same day. NULL: none. */
static const struct due_events *ended_with(const struct due_events_rows *events, const struct due_events *began, enum event event, Date day)
{
    for (size_t i = 0; i < events->count; i++)
        if (events->at[i].event == event && date_equal(events->at[i].happened, day) &&
            (began == NULL || !date_equal(began->happened, day) || &events->at[i] > began))
            return &events->at[i];
    return NULL;
}

static Err add_start(const struct proof_of_day *of, const struct due_events *began, struct proof_lines *lines)
{
    Arena *arena = of->read->arena;
    const char *label = of->row != NULL && of->row->before ? "It is counted back from" : "It is counted from";
    if (began == NULL) {
        line(lines, label, date_full(arena, of->ref.start));
        return ok();
    }
    return entry_of(of, RECORDED(began), &line(lines, label, event_on(arena, began->event, began->happened))->entry);
}

bool proof_has_own_day(const struct proof_of_day *of)
{
    return of->row != NULL && has_day_of_its_own(of->ref.kind) && date_before(of->ref.due, of->working->due);
}

static Err add_own_day(const struct proof_of_day *of, const struct due_events *began, struct proof_lines *lines)
{
    Arena *arena = of->read->arena;
    struct due_brought_forward forward;
    bool is_forward = false, by_court = of->ref.kind == OBLIGATION_KIND_EMERGENCY_ORDER_ENDS || of->ref.kind == OBLIGATION_KIND_EMERGENCY_EXTENSION_ENDS;
    if (!proof_has_own_day(of))
        return ok();
    Text day = date_full(arena, of->ref.due), last = date_full(arena, of->working->due);
    if (!by_court)
        TRY(due_brought_forward(of->read, of->ref.child, of->ref.due, &forward, &is_forward));
    if (is_forward) {
        Text words = text_format(arena, "Brought forward to %.*s. Without that it would be %.*s. Why: %.*s", TEXT_ARGS(day), TEXT_ARGS(last), TEXT_ARGS(forward.why));
        return entry_of(of, RECORDED(&forward), &line(lines, "An earlier day was set", words)->entry);
    }
    struct proof_line *made = line(lines, "An earlier day was set", text_format(arena, "%s %.*s. Without that it would be %.*s.",
        by_court ? "The court said until" : "The conference said by", TEXT_ARGS(day), TEXT_ARGS(last)));
    return began == NULL ? ok() : entry_of(of, RECORDED(began), &made->entry);
}

/* Each time its day became another. That an earlier day was set, and which, stands above with its reason. What the whole service decided names no
 * child: everybody may read that it was decided. */
static Err add_moves(const struct proof_of_day *of, struct proof_lines *lines)
{
    Arena *arena = of->read->arena;
    struct moved_of_rows rows;
    TRY(moved_of(of->read, of->ref.child, of->ref.kind, of->ref.start, &rows));
    for (size_t i = rows.count < MOVES_MOST ? rows.count : MOVES_MOST; i-- > 0;) { /* the first time first */
        const struct moved_of *row = &rows.at[i];
        struct recorded recorded = RECORDED(row);
        const struct act_kind *kind = act_kind_named(row->act);
        if (row->why == MOVED_WHY_EARLIER_DAY && date_equal(row->now, of->ref.due))
            continue;
        struct proof_line *made = line(lines, "The day moved", moved_sentence(arena, row->was, row->now, row->why, row->holiday, row->holiday_name, row->moved_on));
        if (kind != NULL && kind->on == ON_ORGANISATION)
            made->entry = (struct proof_entry){.says = text_of(kind->title), .recorded = recorded_words(arena, &recorded)};
        else
            TRY(entry_of(of, recorded, &made->entry));
    }
    return ok();
}

static Text lateness(Arena *arena, Date due, Date done)
{
    int32_t days = date_days_between(due, done);
    return days <= 0 ? T(", in time") : text_format(arena, ", %d day%s late", (int)days, days == 1 ? "" : "s");
}

static Err add_end(const struct proof_of_day *of, const struct due_events_rows *events, const struct due_events *began, struct proof_lines *lines)
{
    Arena *arena = of->read->arena;
    const struct due_of_child *limit = of->limit;
    bool met = !date_is_none(limit->met), stopped = !met && !date_is_none(limit->stopped);
    if (!met && !stopped) {
        bool late = date_before(of->ref.due, of->read->today);
        line(lines, "Met", late ? T("Not yet. It is late.") : T("Not yet."));
        return ok();
    }
    enum event event = met ? limit->met_by : limit->stopped_by;
    Date day = met ? limit->met : limit->stopped;
    Text words = event == EVENT_NONE ? date_full(arena, day) : event_on(arena, event, day);
    struct proof_line *made = line(lines, met ? "Met" : "No longer needed", TEXT_NONE);
    if (met)
        made->words = text_join(arena, words, lateness(arena, of->ref.due, day));
    else
        made->words = limit->state == OBLIGATION_STATE_MISSED ? text_join(arena, words, T(". It was late then, and was never done.")) : words;
    const struct due_events *found = ended_with(events, began, event, day);
    return found == NULL ? ok() : entry_of(of, RECORDED(found), &made->entry);
}

static Err add_late_reasons(const struct proof_of_day *of, struct proof_lines *lines)
{
    Arena *arena = of->read->arena;
    struct due_late_reasons_rows rows;
    TRY(due_late_reasons(of->read, of->ref.child, of->ref.kind, of->ref.start, &rows));
    for (size_t i = 0; i < rows.count && i < REASONS_MOST; i++) {
        const struct due_late_reasons *row = &rows.at[i];
        struct proof_line *made = line(lines, "Why it is late", text_format(arena, "%.*s Now: %.*s", TEXT_ARGS(row->why), TEXT_ARGS(row->next)));
        if (!date_is_none(row->done_by))
            made->words = text_format(arena, "%.*s By %.*s.", TEXT_ARGS(made->words), TEXT_ARGS(date_long(arena, row->done_by)));
        made->words = text_format(arena, "%.*s (%.*s, %.*s)", TEXT_ARGS(made->words), TEXT_ARGS(name_words(arena, row->given, row->family_name)),
                                  TEXT_ARGS(date_long(arena, row->said_on)));
    }
    return ok();
}

Err proof_story(const struct proof_of_day *of, struct proof_lines *ret_story, enum event *ret_began)
{
    struct due_events_rows events;
    struct proof_lines lines = {ARENA_MANY(of->read->arena, LINES_MOST, struct proof_line), 0};
    TRY(due_events(of->read, of->ref.child, of->ref.start, of->limit->met, of->limit->stopped, &events));
    const struct due_events *began = began_with(of, &events);
    TRY(add_start(of, began, &lines));
    TRY(add_own_day(of, began, &lines));
    TRY(add_moves(of, &lines));
    TRY(add_end(of, &events, began, &lines));
    TRY(add_late_reasons(of, &lines));
    *ret_began = began == NULL ? EVENT_NONE : began->event;
    *ret_story = lines;
    return ok();
}
