#include "pages/room/room_view.h"

#include "base/clock.h"
#include "pages/options.h"
#include "pages/room/room_parts.h"
#include "store/room_page_sql.h"

enum { BAR = 420 };

Text room_names(Arena *arena, const Text *names, size_t count)
{
    Out out = out_new(arena);
    for (size_t i = 0; i < count; i++) {
        out_string(&out, i == 0 ? "" : i + 1 == count ? " and " : ", ");
        out_text(&out, names[i]);
    }
    return out_all(&out);
}

Text room_minutes_words(Arena *arena, int64_t minutes)
{
    int64_t hours = minutes / 60, rest = minutes % 60;
    Text of_hours = hours == 0 ? TEXT_NONE : text_format(arena, hours == 1 ? "%lld hour" : "%lld hours", (long long)hours);
    Text of_rest = rest == 0 && hours > 0 ? TEXT_NONE : text_format(arena, rest == 1 ? "%lld minute" : "%lld minutes", (long long)rest);
    return text_trim(text_format(arena, "%.*s %.*s", TEXT_ARGS(of_hours), TEXT_ARGS(of_rest)));
}

static Text time_words(Arena *arena, Instant at) { return minutes_words(arena, instant_london_minutes(at)); }

/* The two hours: how much is left, as a sentence and as a bar. */
static void fill_clock(Arena *arena, Instant now, const struct room_head *head, const struct room_part_of *part, struct room_view *view)
{
    view->clock = time_words(arena, now);
    view->of = room_minutes_words(arena, head->lasts);
    view->began = part->began.us != INSTANT_NONE.us;
    if (!view->began)
        return;
    int64_t gone = (now.us - part->began.us) / MINUTE_US, left = head->lasts - gone;
    view->over = left < 0;
    view->left = text_join(arena, room_minutes_words(arena, left < 0 ? -left : left), left < 0 ? T(" over") : T(" left"));
    view->starts = time_words(arena, part->began);
    view->ends = time_words(arena, (Instant){part->began.us + head->lasts * MINUTE_US});
    view->used = gone <= 0 ? 0 : gone >= head->lasts ? BAR : BAR * gone / head->lasts;
}

static void fill_steps(Arena *arena, const struct room_part_of *part, struct room_view *view)
{
    view->steps.at = ARENA_MANY(arena, AGENDA_ITEM_COUNT, struct room_step);
    for (int i = AGENDA_ITEM_NONE + 1; i < AGENDA_ITEM_COUNT; i++) {
        enum agenda_item item = (enum agenda_item)i;
        view->steps.at[view->steps.count++] = (struct room_step){.number = text_format(arena, "%d", i), .words = text_of(agenda_item_words(item)),
            .code = text_of(agenda_item_code(item)), .done = item < part->item, .now = item == part->item};
    }
    view->step = part->item;
    view->step_count = AGENDA_ITEM_COUNT - 1;
    if (part->item != AGENDA_ITEM_NONE) {
        const struct code *code = code_list_at(&AGENDA_ITEM_LIST, (int)part->item);
        view->item_words = text_of(code->words);
        view->item_means = text_of(code->meaning);
        view->item_code = text_of(code->code);
    }
    if (part->item + 1 < AGENDA_ITEM_COUNT) {
        view->next_words = text_of(agenda_item_words((enum agenda_item)(part->item + 1)));
        view->next_code = text_of(agenda_item_code((enum agenda_item)(part->item + 1)));
    }
    view->on_break = part->break_since.us != INSTANT_NONE.us;
    view->break_since = view->on_break ? time_words(arena, part->break_since) : TEXT_NONE;
}

static Err fill_title(Arena *arena, Read *read, const struct room_head *head, struct room_view *view)
{
    struct room_children_rows children;
    TRY(room_children(read, view->conference, &children));
    Text *names = ARENA_MANY(arena, children.count, Text);
    for (size_t i = 0; i < children.count; i++)
        names[i] = name_words(arena, children.at[i].given, TEXT_NONE);
    view->title = text_join(arena, T("Meeting about "), room_names(arena, names, children.count));
    view->line = text_join(arena, date_full(arena, date_is_none(head->held_on) ? read->today : head->held_on),
                           T(" · what is said here stays here, unless a child must be protected"));
    view->kind = text_of(conference_kind_words(head->kind));
    return ok();
}

Err room_view_of(struct request *request, Read *read, ConferenceId conference, enum room_session session, enum room_eyes eyes, InvitationId me,
                 struct room_view *ret_view)
{
    Arena *arena = request->arena;
    struct room_head head;
    struct room_part_of part;
    struct room_people_of_rows people;
    bool found;
    struct room_view *view = ret_view;
    *view = (struct room_view){.conference = conference, .session = session};
    TRY(room_head(read, conference, &head, &found));
    if (!found)
        return err(NOT_FOUND, "no room that this reader may see");
    view->split = head.split;
    if (!view->split)
        view->session = session = ROOM_SESSION_ONE;
    TRY(room_part_of(read, conference, session, &part, &found));
    if (!found)
        return err(NOT_FOUND, "no session that this reader may see");
    view->closed = head.closed.us != INSTANT_NONE.us;
    view->quiet = head.quiet;
    view->changes = part.changes;
    view->session_code = text_of(room_session_code(session));
    if (view->split)
        view->session_words = text_of(room_session_words(session));
    TRY(fill_title(arena, read, &head, view));
    fill_clock(arena, request->now, &head, &part, view);
    fill_steps(arena, &part, view);
    TRY(room_people_of(read, conference, session, &people));
    Text chair = text_trim(text_format(arena, "%.*s %.*s", TEXT_ARGS(head.chair_given), TEXT_ARGS(head.chair_family_name)));
    room_fill_people(arena, &people, chair, part.turn, eyes, me, view);
    struct room_part_reading reading = {request, read, &people, eyes, me};
    TRY(room_fill_lines(&reading, view));
    TRY(room_fill_asks(&reading, view));
    return room_fill_scales(&reading, view);
}
