#include "pages/family_timeline.h"

#include "pages/entry_answers.h"
#include "pages/family_timeline_html.h"
#include "pages/options.h"
#include "pages/timeline_seen.h"
#include "store/ledger.h"
#include "store/ledger_sql.h"
#include "store/signed_in_sql.h"
#include "web/url.h"

enum { ENTRIES_ON_PAGE = 25 };

/* What both pieces of the ledger give. */
struct line {
    EntryNumber number;
    Instant recorded_at;
    PersonId recorded_by;
    Text act;
    int64_t version;
    Text body;
};

static Err read_lines(Read *read, FamilyId family, ChildId child, int64_t before, struct line *ret_lines, size_t *ret_count)
{
#define COPY_LINES(rows)                                                                                               \
    for (size_t i = 0; i < (rows).count; i++)                                                                          \
        ret_lines[i] = (struct line){(rows).at[i].number, (rows).at[i].recorded_at, (rows).at[i].recorded_by, (rows).at[i].act, \
                                     (rows).at[i].version, (rows).at[i].body};                                         \
    *ret_count = (rows).count
    if (child.n != 0) {
        struct ledger_of_child_rows rows;
        TRY(ledger_of_child(read, child, before, ENTRIES_ON_PAGE + 1, &rows));
        COPY_LINES(rows);
    } else {
        struct ledger_of_family_rows rows;
        TRY(ledger_of_family(read, family, before, ENTRIES_ON_PAGE + 1, &rows));
        COPY_LINES(rows);
    }
#undef COPY_LINES
    return ok();
}

/* An act may keep a protected address in its answers: those stand on the address's own page alone. */
static bool answers_may_show(const struct act_kind *kind)
{
    for (size_t i = 0; i < kind->field_count; i++)
        if (text_equal_string(text_of(kind->fields[i].name), "protected"))
            return false;
    return kind->seen != READ_PROTECTED;
}

static Err entry_of(struct request *request, Read *read, const struct line *line, const struct entry_shown *shown, struct timeline_entry *entry)
{
    Arena *arena = request->arena;
    struct name_of who;
    bool found;
    TRY(name_of(read, line->recorded_by.n, &who, &found));
    *entry = (struct timeline_entry){.id = text_format(arena, "entry-%lld", (long long)line->number.n), .says = shown->says,
                                     .when = date_long(arena, instant_london_date(line->recorded_at))};
    Text time = minutes_words(arena, instant_london_minutes(line->recorded_at));
    entry->who = text_format(arena, "%.*s · %.*s", TEXT_ARGS(found ? name_words(arena, who.given, who.family_name) : T("Hearth")), TEXT_ARGS(time));
    entry->passed.at = ARENA_MANY(arena, shown->gate_count, struct passed_gate);
    for (size_t i = 0; i < shown->gate_count; i++) {
        enum gate gate;
        if (gate_of(shown->gates[i].gate, &gate))
            entry->passed.at[entry->passed.count++] = (struct passed_gate){text_of(gate_row(gate)->says), shown->gates[i].reason};
    }
    if (answers_may_show(shown->kind))
        TRY(entry_answers(read, shown, &entry->answers));
    entry->has_answers = entry->answers.count > 0;
    return ok();
}

Err timeline_of(struct request *request, Read *read, const struct family_record *record, ChildId child, int64_t before, struct timeline_entries *ret_entries, int64_t *ret_before)
{
    struct line *lines = ARENA_MANY(request->arena, ENTRIES_ON_PAGE + 1, struct line);
    size_t count;
    TRY(read_lines(read, record->family, child, before, lines, &count));
    struct timeline_entries entries = {ARENA_MANY(request->arena, ENTRIES_ON_PAGE, struct timeline_entry), 0};
    for (size_t i = 0; i < count && i < ENTRIES_ON_PAGE; i++) {
        struct entry_shown shown;
        TRY(entry_shown_of(request, read, lines[i].number, lines[i].act, lines[i].version, lines[i].body, &shown));
        if (!shown.is_shown)
            continue;
        struct timeline_entry *entry = &entries.at[entries.count++];
        TRY(entry_of(request, read, &lines[i], &shown, entry));
        if (child.n == 0)
            entry->whom = children_words(request->arena, record, shown.children, shown.child_count);
    }
    *ret_entries = entries;
    *ret_before = count > ENTRIES_ON_PAGE ? lines[ENTRIES_ON_PAGE - 1].number.n : 0;
    return ok();
}

Err family_timeline_page(struct request *request, struct response *response)
{
    Read *read;
    struct family_record record;
    struct family_timeline_page page = {0};
    int64_t before, next;
    if (!text_to_int(form_get(&request->query, T("before")), &before) || before <= 0)
        before = INT64_MAX;
    TRY(request_read(request, &read));
    TRY(family_record_of(read, request->ids.family, &record));
    family_record_shows(request, &record);
    page.band = family_band_of(request->arena, &record, TAB_TIMELINE, request->today);
    TRY(frame_of(request, text_join(request->arena, T("Timeline – "), page.band.name), FRAME_FAMILIES, &page.frame));
    page.frame.full_width = page.frame.looks_recorded = true;
    TRY(timeline_of(request, read, &record, (ChildId){0}, before, &page.entries, &next));
    page.has_more = next != 0;
    if (page.has_more)
        page.more = url_asking(request->arena, url_family_timeline(request->arena, record.family), "before", text_format(request->arena, "%lld", (long long)next));
    page.asks_day = rights_have(record.rights, READ_RECORD);
    if (page.asks_day)
        page.then = url_family_then(request->arena, record.family, T("day"));
    family_timeline_html(&response->body, &page);
    return ok();
}
