#include "pages/room/room_parts.h"

#include "pages/options.h"
#include "web/draft.h"
#include "web/url.h"

Text room_person_name(Arena *arena, const struct room_people_of *row, enum room_eyes eyes)
{
    return eyes != ROOM_EYES_STAFF && !text_is_empty(row->shown) ? row->shown : name_words(arena, row->given, row->family_name);
}

static const struct room_people_of *person_of(const struct room_people_of_rows *rows, InvitationId invitation)
{
    for (size_t i = 0; i < rows->count; i++)
        if (rows->at[i].invitation.n == invitation.n)
            return &rows->at[i];
    return NULL;
}

/* Whom a supporter is with, if that person is in this session too. */
static Text beside(Arena *arena, const struct room_people_of_rows *rows, const struct room_people_of *row, enum room_eyes eyes)
{
    for (size_t i = 0; row->supports.n != 0 && i < rows->count; i++)
        if (rows->at[i].person.n == row->supports.n)
            return text_join(arena, T(", here with "), room_person_name(arena, &rows->at[i], eyes));
    return TEXT_NONE;
}

/* What they are in the meeting: 'health visitor, Northmoor health visitors', 'supporter, here with Dana'. */
static Text part_of(Arena *arena, const struct room_people_of_rows *rows, const struct room_people_of *row, enum room_eyes eyes)
{
    if (!text_is_empty(row->part))
        return row->part;
    if (!text_is_empty(row->shown) && eyes != ROOM_EYES_STAFF)
        return TEXT_NONE; /* the name was hidden: where they work would say it all the same */
    if (row->is_as == INVITED_AS_AGENCY && !text_is_empty(row->job) && !text_is_empty(row->agency_name))
        return text_format(arena, "%.*s, %.*s", TEXT_ARGS(row->job), TEXT_ARGS(row->agency_name));
    if (row->is_as == INVITED_AS_AGENCY && !text_is_empty(row->agency_name) && text_equal(row->agency_name, room_person_name(arena, row, eyes)))
        return text_of(invited_as_words(row->is_as)); /* nobody is named for it: its name stands there already */
    if (row->is_as == INVITED_AS_AGENCY)
        return text_is_empty(row->agency_name) ? row->job : row->agency_name;
    return text_join(arena, text_of(invited_as_words(row->is_as)), beside(arena, rows, row, eyes));
}

/* The first letters of the first and the last word. */
static Text letters_of(Arena *arena, Text name)
{
    Text rest = text_trim(name), first = TEXT_NONE, last = TEXT_NONE;
    while (rest.len > 0) {
        Text word = text_trim(text_cut(&rest, ' '));
        size_t end = 0;
        if (word.len == 0)
            continue;
        text_next(word, &end);
        last = text_is_empty(first) ? TEXT_NONE : (Text){word.at, end};
        first = text_is_empty(first) ? (Text){word.at, end} : first;
    }
    return text_join(arena, first, last);
}

void room_fill_people(Arena *arena, const struct room_people_of_rows *rows, Text chair, InvitationId turn, enum room_eyes eyes, InvitationId me, struct room_view *view)
{
    view->people.at = ARENA_MANY(arena, rows->count + 1, struct room_person);
    if (eyes != ROOM_EYES_STAFF && !text_is_empty(chair)) {
        view->people.at[view->people.count++] = (struct room_person){.name = name_apart(arena, chair), .part = T("runs the meeting"), .letters = letters_of(arena, chair), .here = true};
        view->here++;
    }
    for (size_t i = 0; i < rows->count; i++) {
        const struct room_people_of *row = &rows->at[i];
        bool came = row->came.us != INSTANT_NONE.us, gone = row->gone.us != INSTANT_NONE.us;
        struct room_person person = {.invitation = row->invitation.n, .name = room_person_name(arena, row, eyes), .part = part_of(arena, rows, row, eyes),
                                     .here = came && !gone, .gone = gone, .acknowledged = row->acknowledged.us != INSTANT_NONE.us, .has_code = row->has_code,
                                     .speaks = turn.n != 0 && row->invitation.n == turn.n, .me = me.n != 0 && row->invitation.n == me.n};
        if (eyes == ROOM_EYES_STAFF && !text_is_empty(row->shown))
            person.real = row->shown;
        person.letters = letters_of(arena, person.name);
        person.state = gone ? T("has left") : !came ? T("not here yet") : eyes == ROOM_EYES_STAFF && !person.acknowledged ? T("here, confidentiality not acknowledged") : TEXT_NONE;
        view->here += person.here;
        view->acknowledged += person.here && person.acknowledged;
        if (person.speaks) {
            view->turn = person.invitation;
            view->turn_name = person.name;
            view->turn_part = person.part;
            view->my_turn = person.me;
        }
        if (person.me) {
            view->my_name = person.name;
            view->i_acknowledged = person.acknowledged;
        }
        if (eyes == ROOM_EYES_STAFF || person.here) /* who isn't there isn't shown to the others */
            view->people.at[view->people.count++] = person;
    }
}

static Text time_words(Arena *arena, Instant at) { return minutes_words(arena, instant_london_minutes(at)); }

static struct room_line line_of(const struct room_part_reading *reading, const struct room_minutes *row)
{
    Arena *arena = reading->request->arena;
    const struct room_people_of *who = row->invitation.n == 0 ? NULL : person_of(reading->people, row->invitation);
    return (struct room_line){.minute = row->minute.n, .read = row->entry.n, .is = row->what, .who = who == NULL ? TEXT_NONE : room_person_name(arena, who, reading->eyes),
                              .what = row->what == MINUTE_KIND_SAID ? TEXT_NONE : text_of(minute_kind_words(row->what)), .when = time_words(arena, row->said),
                              .item = text_of(agenda_item_words(row->item)), .words = row->words, .edit = row->words,
                              .only_professionals = row->audience == AUDIENCE_PROFESSIONALS, .texts = {ARENA_MANY(arena, 4, struct room_text), 0}};
}

static void add_text(const struct room_part_reading *reading, const struct room_minutes *row, struct room_line *line)
{
    Arena *arena = reading->request->arena;
    Text by = name_words(arena, row->typed_given, row->typed_family_name);
    if (line->texts.count == 4)
        return;
    line->texts.at[line->texts.count++] =
        (struct room_text){row->words, text_format(arena, "%.*s, %.*s", TEXT_ARGS(by), TEXT_ARGS(time_words(arena, row->typed)))};
    if (line->texts.count > 1) {
        line->twice = true;
        line->edit = text_format(arena, "%.*s\n\n%.*s", TEXT_ARGS(line->edit), TEXT_ARGS(row->words));
    }
}

/* What the reader had begun to change when their page went. */
static Err take_draft(const struct room_part_reading *reading, struct room_view *view)
{
    struct form draft;
    Instant saved;
    int64_t minute;
    Url address = url_room_send(reading->request->arena, view->conference, T("minute-changed"));
    TRY(draft_of(reading->request, address.text, &draft, &saved));
    if (!text_to_int(form_get(&draft, T("minute")), &minute))
        return ok();
    for (size_t i = 0; i < view->lines.count; i++) {
        struct room_line *line = &view->lines.at[i];
        int64_t read;
        if (line->minute != minute)
            continue;
        line->is_draft = true;
        line->edit = form_get(&draft, T("words"));
        if (text_to_int(form_get(&draft, T("read")), &read))
            line->read = read; /* what they had read: who changed the line since is not passed over */
    }
    return ok();
}

static void sort_out(Arena *arena, struct room_view *view)
{
    struct {
        struct room_lines *of;
        size_t most;
    } parts[] = {{&view->well, ROOM_SCREEN_LINES}, {&view->worries, ROOM_SCREEN_LINES}, {&view->plan, ROOM_SCREEN_PLAN}, {&view->said, ROOM_SEAT_LINES}};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        parts[i].of->at = ARENA_MANY(arena, parts[i].most, struct room_line);
    for (size_t i = 0; i < view->lines.count; i++) {
        const struct room_line *line = &view->lines.at[i];
        struct room_lines *of = line->is == MINUTE_KIND_WELL ? &view->well : line->is == MINUTE_KIND_WORRY ? &view->worries : line->is == MINUTE_KIND_CHANGE ? &view->plan : NULL;
        size_t most = of == &view->plan ? ROOM_SCREEN_PLAN : ROOM_SCREEN_LINES;
        if (line->only_professionals)
            continue;
        if (of != NULL && of->count < most)
            of->at[of->count++] = *line;
        if (view->said.count < ROOM_SEAT_LINES)
            view->said.at[view->said.count++] = *line;
    }
}

Err room_fill_lines(const struct room_part_reading *reading, struct room_view *view)
{
    struct room_minutes_rows rows;
    Arena *arena = reading->request->arena;
    bool staff = reading->eyes == ROOM_EYES_STAFF;
    TRY(room_minutes(reading->read, view->conference, view->session, staff ? ROOM_LINES : ROOM_LINES_SHOWN, &rows));
    view->lines.at = ARENA_MANY(arena, rows.count, struct room_line);
    for (size_t i = 0; i < rows.count; i++) {
        const struct room_minutes *row = &rows.at[i];
        struct room_line *last = view->lines.count == 0 ? NULL : &view->lines.at[view->lines.count - 1];
        if (!staff && row->audience != AUDIENCE_EVERYONE)
            continue;
        if (last == NULL || last->minute != row->minute.n) {
            last = &view->lines.at[view->lines.count++];
            *last = line_of(reading, row);
        }
        add_text(reading, row, last);
    }
    sort_out(arena, view);
    return staff ? take_draft(reading, view) : ok();
}

Err room_fill_asks(const struct room_part_reading *reading, struct room_view *view)
{
    struct room_askings_rows rows;
    Arena *arena = reading->request->arena;
    TRY(room_askings(reading->read, view->conference, view->session, &rows));
    view->asks.at = ARENA_MANY(arena, rows.count, struct room_ask);
    for (size_t i = 0; i < rows.count; i++) {
        const struct room_askings *row = &rows.at[i];
        const struct room_people_of *who = person_of(reading->people, row->invitation);
        bool waits = row->state == ASKING_STATE_WAITING, mine = reading->me.n != 0 && row->invitation.n == reading->me.n;
        bool says = row->what == ASKING_KIND_QUESTION || row->what == ASKING_KIND_VIEW;
        view->breaks_asked += waits && row->what == ASKING_KIND_BREAK;
        view->slower_asked += waits && row->what == ASKING_KIND_SLOWER;
        view->i_asked_break |= waits && mine && row->what == ASKING_KIND_BREAK;
        if (reading->eyes == ROOM_EYES_STAFF ? !waits : reading->eyes != ROOM_EYES_SEAT || !mine || !says)
            continue;
        view->asks.at[view->asks.count++] = (struct room_ask){row->asking.n, who == NULL ? TEXT_NONE : room_person_name(arena, who, reading->eyes),
            text_of(asking_kind_words(row->what)), row->words, time_words(arena, row->asked), text_of(asking_state_words(row->state)), says};
    }
    return ok();
}

Err room_fill_scales(const struct room_part_reading *reading, struct room_view *view)
{
    struct room_scales_of_rows rows;
    Arena *arena = reading->request->arena;
    TRY(room_scales_of(reading->read, view->conference, view->session, &rows));
    view->scales.at = ARENA_MANY(arena, rows.count, struct room_scale);
    for (size_t i = 0; i < rows.count; i++) {
        const struct room_people_of *who = person_of(reading->people, rows.at[i].invitation);
        if (who == NULL)
            continue;
        view->scales.at[view->scales.count++] = (struct room_scale){room_person_name(arena, who, reading->eyes), rows.at[i].number, 8 + 184 * rows.at[i].number / 10};
        if (reading->me.n != 0 && rows.at[i].invitation.n == reading->me.n) {
            view->has_number = true;
            view->my_number = rows.at[i].number;
        }
    }
    return ok();
}
