#include "pages/room/room.h"

#include "acts/act_kind.h"
#include "pages/act_form.h"
#include "pages/options.h"
#include "pages/room/room_html.h"
#include "pages/room/room_part_html.h"
#include "pages/room/room_screen_html.h"
#include "pages/room/room_screen_part_html.h"
#include "store/access.h"
#include "store/conference_page_sql.h"
#include "store/room_page_sql.h"
#include "store/room_seat_sql.h"
#include "web/desk.h"
#include "web/draft.h"
#include "web/permit.h"
#include "web/site.h"
#include "web/url.h"

static bool asks(const struct request *request, const char *name, const char *value)
{
    return text_equal_string(form_get(&request->query, text_of(name)), value);
}

static enum room_session session_asked(const struct request *request)
{
    return asks(request, "session", "TWO") ? ROOM_SESSION_TWO : ROOM_SESSION_ONE;
}

/* The children of the conference whom the reader may know, all shown; whether they read the conference. */
static Err may_read(struct request *request, Read *read, ConferenceId conference, bool *ret_records)
{
    Rights rights;
    TRY(permit_conference(request, read, conference, RIGHT(READ_CONFERENCE), &rights));
    *ret_records = rights_have(rights, RECORD_CONFERENCE);
    return ok();
}

static Err write_look(Tx *tx, void *given)
{
    const ConferenceId *conference = given;
    return room_look_put(tx, *conference);
}

Err room_look(struct request *request, ConferenceId conference)
{
    struct room_look_of row;
    bool found;
    Read *read;
    TRY(request_read(request, &read));
    TRY(room_look_of(read, conference, &row, &found));
    bool part = asks(request, "part", "yes");
    if (part && found && request->now.us - row.looked.us < ROOM_LOOK_AGAIN_MINUTES * MINUTE_US) {
        request->look_kept = true;
        return ok();
    }
    return desk_write(request, write_look, &conference);
}

static Url send_url(const struct request *request, const char *act) { return url_room_send(request->arena, request->ids.conference, text_of(act)); }

static Err live_of(struct request *request, Read *read, enum room_eyes eyes, bool records, struct room_live *live)
{
    *live = (struct room_live){.records = records};
    TRY(room_view_of(request, read, request->ids.conference, session_asked(request), eyes, (InvitationId){0}, &live->view));
    live->view.is_covered = asks(request, "covered", "yes");
    if (!records)
        return ok();
    struct form_keys *keys[] = {&live->next, &live->turn, &live->pause, &live->ask, &live->change, &live->came};
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        *keys[i] = request_form_keys(request, 0);
    live->send_next = send_url(request, "room-moved");
    live->send_turn = send_url(request, "turn-given");
    live->send_pause = send_url(request, "room-break");
    live->send_ask = send_url(request, "asking-answered");
    live->send_change = send_url(request, "minute-changed");
    live->send_came = send_url(request, "seat-taken");
    live->send_acknowledged = send_url(request, "seat-acknowledged");
    return ok();
}

static Url in_session(Arena *arena, Url url, const struct room_view *view)
{
    return view->session == ROOM_SESSION_TWO ? url_asking(arena, url, "session", T("TWO")) : url;
}

/* The same page, as far as it changes. */
static Url part_url(Arena *arena, Url url, const struct room_view *view)
{
    return view->session == ROOM_SESSION_TWO ? url_asking(arena, url_asking(arena, url, "session", T("TWO")), "part", T("yes")) : url_asking(arena, url, "part", T("yes"));
}

/* What was being typed when the page went. */
static Err take_typed(struct request *request, struct room_page *page)
{
    struct form draft;
    Instant saved;
    Arena *arena = request->arena;
    TRY(draft_of(request, page->send_written.text, &draft, &saved));
    page->typed = form_get(&draft, T("words"));
    page->has_draft = !text_is_empty(text_trim(page->typed));
    Text who = form_get(&draft, T("invitation")), what = form_get(&draft, T("what")), audience = form_get(&draft, T("audience"));
    const struct room_view *view = &page->live.view;
    page->who.at = ARENA_MANY(arena, view->people.count + 1, struct room_choice);
    page->who.at[page->who.count++] = (struct room_choice){TEXT_NONE, T("Nobody alone"), text_is_empty(who)};
    for (size_t i = 0; i < view->people.count; i++) {
        Text value = text_format(arena, "%lld", (long long)view->people.at[i].invitation);
        bool chosen = page->has_draft ? text_equal(value, who) : view->people.at[i].speaks;
        page->who.at[page->who.count++] = (struct room_choice){value, view->people.at[i].name, chosen};
    }
    page->what.at = ARENA_MANY(arena, MINUTE_KIND_COUNT, struct room_choice);
    for (int i = MINUTE_KIND_NONE + 1; i < MINUTE_KIND_COUNT; i++) {
        Text code = text_of(minute_kind_code((enum minute_kind)i));
        page->what.at[page->what.count++] = (struct room_choice){code, text_of(minute_kind_words((enum minute_kind)i)), text_equal(code, what)};
    }
    page->audience.at = ARENA_MANY(arena, 2, struct room_choice);
    const enum audience audiences[] = {AUDIENCE_EVERYONE, AUDIENCE_PROFESSIONALS};
    for (size_t i = 0; i < 2; i++) {
        Text code = text_of(audience_code(audiences[i]));
        page->audience.at[page->audience.count++] = (struct room_choice){code, text_of(audience_words(audiences[i])), text_equal(code, audience)};
    }
    return ok();
}

/* Everybody who has a seat, in whichever session: whom a code is for. */
static Err seats_of(struct request *request, Read *read, struct room_page *page)
{
    struct room_people_of_rows rows;
    Arena *arena = request->arena;
    TRY(room_people_of(read, request->ids.conference, ROOM_SESSION_BOTH, &rows));
    page->seats.at = ARENA_MANY(arena, rows.count, struct room_person);
    for (size_t i = 0; i < rows.count; i++) {
        const struct room_people_of *row = &rows.at[i];
        page->seats.at[page->seats.count++] = (struct room_person){.invitation = row->invitation.n, .name = name_words(arena, row->given, row->family_name),
            .part = page->live.view.split ? text_of(room_session_words(row->session)) : text_of(invited_as_words(row->is_as)), .has_code = row->has_code};
    }
    return ok();
}

Err room_page(struct request *request, struct response *response)
{
    Read *read;
    bool records, has_seat, opened;
    struct room_page page = {0};
    struct seat_of_reader seat;
    struct room_head room;
    struct conference_head head;
    Arena *arena = request->arena;
    ConferenceId conference = request->ids.conference;
    TRY(request_read(request, &read));
    TRY(conference_head(read, conference, &head));
    TRY(may_read(request, read, conference, &records));
    TRY(room_head(read, conference, &room, &opened));
    if (!opened) { /* not opened yet: whoever may, opens it */
        response_see(response, records ? url_conference_act(arena, conference, T("room-opened")) : url_conference(arena, conference));
        return ok();
    }
    TRY(live_of(request, read, ROOM_EYES_STAFF, records, &page.live));
    const struct room_view *view = &page.live.view;
    if (asks(request, "part", "yes")) {
        room_part_html(&response->body, &page.live);
        return room_look(request, conference);
    }
    TRY(frame_of(request, T("The room"), FRAME_CONFERENCES, &page.frame));
    page.frame.looks_recorded = true;
    page.frame.full_width = true;
    page.back = url_conference(arena, conference);
    page.screen = in_session(arena, url_room_screen(arena, conference), view);
    page.changes = in_session(arena, url_room_changes(arena, conference), view).text;
    page.part = part_url(arena, url_room(arena, conference), view).text;
    page.is_open_conference = head.state == CONFERENCE_STATE_OPEN || head.state == CONFERENCE_STATE_DECIDED;
    page.open_conference = url_conference_act(arena, conference, T("open-conference"));
    page.decide = url_conference(arena, conference);
    page.open = url_conference_act(arena, conference, T("room-opened"));
    page.close = url_conference_act(arena, conference, T("room-closed"));
    page.codes_send = url_room_codes(arena, conference);
    page.take_seat = url_room_take_seat(arena, conference);
    if (view->split) {
        bool second = view->session == ROOM_SESSION_TWO;
        page.other = second ? url_room(arena, conference) : url_asking(arena, url_room(arena, conference), "session", T("TWO"));
        page.other_words = text_of(room_session_words(second ? ROOM_SESSION_ONE : ROOM_SESSION_TWO));
    }
    TRY(seat_of_reader(read, conference, &seat, &has_seat));
    page.has_seat = has_seat;
    page.seat = request_form_keys(request, 0);
    if (records) {
        page.codes = request_form_keys(request, 0);
        page.written = request_form_keys(request, 0);
        page.send_written = send_url(request, "minute-written");
        TRY(take_typed(request, &page));
        TRY(seats_of(request, read, &page));
    }
    room_html(&response->body, &page);
    return room_look(request, conference);
}

Err room_screen(struct request *request, struct response *response)
{
    Read *read;
    bool records;
    struct room_screen_page page = {0};
    Arena *arena = request->arena;
    ConferenceId conference = request->ids.conference;
    TRY(request_read(request, &read));
    TRY(may_read(request, read, conference, &records));
    TRY(live_of(request, read, ROOM_EYES_SCREEN, records, &page.live));
    const struct room_view *view = &page.live.view;
    page.authority = request->site->authority_name;
    page.uncover = in_session(arena, url_room_screen(arena, conference), view);
    page.cover = url_asking(arena, page.uncover, "covered", T("yes"));
    page.changes = in_session(arena, url_room_changes(arena, conference), view).text;
    page.part = part_url(arena, url_room_screen(arena, conference), view).text;
    if (asks(request, "part", "yes"))
        room_screen_part_html(&response->body, &page);
    else
        room_screen_html(&response->body, &page);
    return room_look(request, conference);
}

/* Only what belongs on the room's page comes by its address; every other act has its own. */
static Err belongs_here(const struct request *request)
{
    const struct act_kind *kind = act_kind_at(request->ids.act);
    return kind != NULL && act_in_room(kind) ? ok() : err(NOT_FOUND, "no act of the room's page");
}

Err room_send_page(struct request *request, struct response *response)
{
    TRY(belongs_here(request));
    response_see(response, url_room(request->arena, request->ids.conference));
    return ok();
}

/* Two who press the same button at once do it once: the second one sees what the first did, and no mistake. */
static bool moves_the_meeting(Text act) { return text_equal(act, T("room-moved")) || text_equal(act, T("room-break")) || text_equal(act, T("asking-answered")); }

Err room_send(struct request *request, struct response *response)
{
    Err end;
    TRY(belongs_here(request));
    request->as_of = 0; /* each line and each move is its own: nobody is in another's way */
    end = act_form_send(request, response);
    bool was_done = end.kind == NOT_VALID && moves_the_meeting(request->ids.act);
    if (end.kind != OK && !was_done)
        return end;
    Url room = text_equal(form_get(&request->form, T("back")), T("screen")) ? url_room_screen(request->arena, request->ids.conference)
                                                                           : url_room(request->arena, request->ids.conference);
    if (text_equal(form_get(&request->form, T("session")), T("TWO")))
        room = url_asking(request->arena, room, "session", T("TWO"));
    *response = response_new(request->arena);
    response_see(response, room);
    return ok();
}
