#include "pages/options.h"
#include "pages/work_parts.h"
#include "store/rebooked_sql.h"
#include "web/url.h"

enum { MOVED_DAYS = 14 /* for how long a move is told */ };

/* 'The initial conference of the Okafor-Lane family moved to Tuesday 21 April 2026, 10:00am'; below it, from when and by whom. */
struct moved_line {
    const char *kind;
    Text family_name, by;
    Date day, from;
    Instant starts, at;
    Url address;
};

static struct work_line line_of(Arena *arena, const struct moved_line *moved)
{
    Text day = date_full(arena, moved->day);
    if (moved->starts.us != INSTANT_NONE.us)
        day = text_format(arena, "%.*s, %.*s", TEXT_ARGS(day), TEXT_ARGS(minutes_words(arena, instant_london_minutes(moved->starts))));
    return (struct work_line){.words = text_format(arena, "%s moved to %.*s", moved->kind, TEXT_ARGS(day)), .has_address = true, .address = moved->address,
                              .meta = text_format(arena, "%.*s family · it was %.*s · moved by %.*s on %.*s", TEXT_ARGS(name_apart(arena, moved->family_name)),
                                                  TEXT_ARGS(date_full(arena, moved->from)), TEXT_ARGS(moved->by), TEXT_ARGS(instant_words(arena, moved->at)))};
}

Err work_rebooked_of(struct request *request, Read *read, struct work_page *page)
{
    Arena *arena = request->arena;
    struct work_conferences_moved_rows conferences;
    struct work_meetings_moved_rows meetings;
    Instant since = instant_of_london(date_plus_days(request->today, -MOVED_DAYS), 0, 0);
    TRY(work_conferences_moved(read, since, &conferences));
    TRY(work_meetings_moved(read, since, &meetings));
    struct work_lines told = {ARENA_MANY(arena, page->told.count + conferences.count + meetings.count, struct work_line), 0};
    for (size_t i = 0; i < page->told.count; i++)
        told.at[told.count++] = page->told.at[i];
    for (size_t i = 0; i < conferences.count; i++) {
        const struct work_conferences_moved *row = &conferences.at[i];
        told.at[told.count++] = line_of(arena, &(struct moved_line){.kind = conference_kind_words(row->kind), .family_name = row->family_name,
            .by = name_words(arena, row->given, row->name), .day = row->held_on, .from = row->moved_from, .starts = row->starts, .at = row->at,
            .address = frame_conference(request, row->conference)});
    }
    for (size_t i = 0; i < meetings.count; i++) {
        const struct work_meetings_moved *row = &meetings.at[i];
        told.at[told.count++] = line_of(arena, &(struct moved_line){.kind = meeting_kind_words(row->kind), .family_name = row->family_name,
            .by = name_words(arena, row->given, row->name), .day = row->planned, .from = row->moved_from, .starts = row->starts, .at = row->at,
            .address = url_meeting(arena, row->meeting)});
    }
    page->told = told;
    return ok();
}
