#include "pages/room/room.h"

#include <string.h>

#include "acts/act.h"
#include "acts/room/seat_codes_given_act.h"
#include "pages/options.h"
#include "pages/room/room_codes_html.h"
#include "store/conference_page_sql.h"
#include "store/room_page_sql.h"
#include "store/room_seat_sql.h"
#include "web/changes.h"
#include "web/seat.h"
#include "web/site.h"
#include "web/url.h"

/* The seats that were ticked, with a code each. */
static Err make_codes(struct request *request, Read *read, struct seat_codes_given *act, struct room_codes_page *page)
{
    struct room_people_of_rows rows;
    Arena *arena = request->arena;
    TRY(room_people_of(read, request->ids.conference, ROOM_SESSION_BOTH, &rows));
    act->codes.at = ARENA_MANY(arena, rows.count, struct seat_codes_given_codes);
    page->slips.at = ARENA_MANY(arena, rows.count, struct room_slip);
    for (size_t i = 0; i < rows.count; i++) {
        const struct room_people_of *row = &rows.at[i];
        Text number = text_format(arena, "%lld", (long long)row->invitation.n), hash;
        bool ticked = false;
        for (size_t k = 0; k < request->form.count; k++)
            ticked |= text_equal(request->form.at[k].name, T("seat")) && text_equal(request->form.at[k].value, number);
        if (!ticked)
            continue;
        Text code = seat_code_new(request, row->invitation);
        TRY(seat_code_hash(request, code, &hash));
        act->codes.at[act->codes.count++] = (struct seat_codes_given_codes){.invitation = row->invitation, .give = YESNO_YES, .hash = hash};
        page->slips.at[page->slips.count++] = (struct room_slip){name_words(arena, row->given, row->family_name), text_of(invited_as_words(row->is_as)), code};
    }
    return ok();
}

static Text seat_address(struct request *request)
{
    Text origin = request->site->origin;
    if (text_is_empty(origin))
        origin = request->headers.host;
    for (size_t i = 0; i + 2 < origin.len; i++)
        if (memcmp(origin.at + i, "://", 3) == 0)
            return text_join(request->arena, (Text){origin.at + i + 3, origin.len - i - 3}, url_seat(request->arena).text);
    return text_join(request->arena, origin, url_seat(request->arena).text);
}

Err room_codes(struct request *request, struct response *response)
{
    Read *read;
    struct conference_head head;
    struct room_codes_page page = {.title = T("Joining codes"), .problems.title = T("There is a problem")};
    struct seat_codes_given act;
    struct act_result result;
    Arena *arena = request->arena;
    fields_clear(SEAT_CODES_GIVEN_ACT.fields, SEAT_CODES_GIVEN_ACT.field_count, &act);
    TRY(request_read(request, &read));
    TRY(conference_head(read, request->ids.conference, &head));
    TRY(make_codes(request, read, &act, &page));
    TRY(frame_of(request, page.title, FRAME_CONFERENCES, &page.frame));
    page.address = seat_address(request);
    page.back = url_room(arena, request->ids.conference);
    request_read_end(request);
    const struct act_request asked = {.authority = request->authority, .actor = request->person, .now = request->now, .target = request->ids.conference.n,
                                      .once = request->once, .sent = text_join(arena, request->path, request->body), .answer = page.back.text};
    Err end = act_do(request->site->acts, &SEAT_CODES_GIVEN_ACT, &asked, &act, arena, &result);
    if (end.kind == NOT_VALID || end.kind == NOT_NOW) {
        struct problem_view *line = ARENA_NEW(arena, struct problem_view);
        *line = (struct problem_view){T("codes"), result.problems.count > 0 ? result.problems.at[0].sentence : T("Codes can be given while the room is open.")};
        page.problems.lines = (struct problem_views){line, 1};
        page.slips.count = 0;
    }
    if (end.kind != OK && end.kind != NOT_VALID && end.kind != NOT_NOW)
        return end;
    changes_tell(request->ids.conference);
    room_codes_html(&response->body, &page);
    return end;
}

Err room_take_seat(struct request *request, struct response *response)
{
    Read *read;
    struct seat_of_reader seat;
    bool found;
    TRY(request_read(request, &read));
    TRY(seat_of_reader(read, request->ids.conference, &seat, &found));
    if (!found)
        return err(NOT_FOUND, "no seat of this reader's own");
    request_read_end(request);
    TRY(seat_begin(request, response, seat.invitation, TEXT_NONE));
    response_see(response, url_seat_here(request->arena));
    return ok();
}
