#include "pages/room/seat_page.h"

#include "acts/act.h"
#include "acts/room/seat_taken_act.h"
#include "pages/family/own_frame.h"
#include "pages/room/room.h"
#include "pages/room/room_changes.h"
#include "pages/room/seat_part_html.h"
#include "pages/room/seat_page_html.h"
#include "store/room_seat_sql.h"
#include "web/changes.h"
#include "web/fields.h"
#include "web/seat.h"
#include "web/site.h"
#include "web/url.h"

/* The session that is looked at: the seat's own; who is in both says which. */
static enum room_session session_of(const struct request *request)
{
    const struct form *from = request->method == METHOD_POST ? &request->form : &request->query;
    if (request->seat.session != ROOM_SESSION_BOTH)
        return request->seat.session;
    return text_equal(form_get(from, T("session")), T("TWO")) ? ROOM_SESSION_TWO : ROOM_SESSION_ONE;
}

static Err show_children(struct request *request, Read *read)
{
    struct seat_children_rows children;
    TRY(seat_children(read, request->seat.invitation, &children));
    for (size_t i = 0; i < children.count; i++)
        request_shows(request, children.at[i].child);
    return ok();
}

static Url in_session(const struct request *request, Url url, enum room_session session)
{
    return request->seat.session == ROOM_SESSION_BOTH && session == ROOM_SESSION_TWO ? url_asking(request->arena, url, "session", T("TWO")) : url;
}

static Err page_of(struct request *request, struct seat_page *page)
{
    Read *read;
    Arena *arena = request->arena;
    enum room_session session = session_of(request);
    TRY(request_read(request, &read));
    *page = (struct seat_page){.frame = own_frame(request, T("Now"), OWN_NOWHERE), .problems.title = T("There is a problem")};
    page->frame.nav.count = 0; /* a seat leads nowhere else */
    TRY(show_children(request, read));
    TRY(room_view_of(request, read, request->seat.conference, session, ROOM_EYES_SEAT, request->seat.invitation, &page->view));
    page->both = request->seat.session == ROOM_SESSION_BOTH && page->view.split;
    if (!page->both)
        page->view.session_words = TEXT_NONE; /* that there is another session isn't said */
    page->here = in_session(request, url_seat_here(arena), session);
    page->changes = in_session(request, url_seat_changes(arena), session).text;
    page->part = url_asking(arena, page->here, "part", T("yes")).text;
    if (page->both) {
        bool second = session == ROOM_SESSION_TWO;
        page->other = second ? url_seat_here(arena) : url_asking(arena, url_seat_here(arena), "session", T("TWO"));
        page->other_words = text_of(room_session_words(second ? ROOM_SESSION_ONE : ROOM_SESSION_TWO));
    }
    struct form_keys *keys[] = {&page->acknowledge, &page->pause, &page->write, &page->number, &page->leave};
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        *keys[i] = request_form_keys(request, 0);
    page->send_acknowledge = url_seat_send(arena, T("seat-acknowledged"));
    page->send_asked = url_seat_send(arena, T("seat-asked"));
    page->send_number = url_seat_send(arena, T("scale-given"));
    page->send_leave = url_seat_leave(arena);
    page->numbers.at = ARENA_MANY(arena, 11, struct seat_number);
    for (int64_t i = 0; i <= 10; i++)
        page->numbers.at[page->numbers.count++] = (struct seat_number){i, page->view.has_number && page->view.my_number == i};
    return ok();
}

Err seat_here(struct request *request, struct response *response)
{
    struct seat_page page;
    TRY(page_of(request, &page));
    if (text_equal(form_get(&request->query, T("part")), T("yes")))
        seat_part_html(&response->body, &page);
    else
        seat_page_html(&response->body, &page);
    return room_look(request, request->seat.conference);
}

Err seat_changes_stream(struct request *request, struct response *response)
{
    return room_stream(request, response, request->seat.conference, session_of(request));
}

static void page_problem(struct request *request, struct seat_page *page, const char *id, Text words)
{
    struct problem_views *lines = &page->problems.lines;
    if (lines->at == NULL)
        lines->at = ARENA_MANY(request->arena, 8, struct problem_view);
    if (lines->count < 8)
        lines->at[lines->count++] = (struct problem_view){text_of(id), words};
}

/* The page again, with what was typed and what is wrong. */
static Err show_again(struct request *request, const struct problems *problems, struct response *response)
{
    struct seat_page page;
    TRY(page_of(request, &page));
    page.words = form_get(&request->form, T("words"));
    page.wants_view = text_equal(form_get(&request->form, T("what")), T("VIEW"));
    for (size_t i = 0; i < problems->count; i++) {
        if (text_equal(problems->at[i].field, T("number"))) {
            page.number_error = problems->at[i].sentence;
            page_problem(request, &page, "n0", problems->at[i].sentence);
        } else {
            page.words_error = problems->at[i].sentence;
            page_problem(request, &page, "words", problems->at[i].sentence);
        }
    }
    if (problems->count == 0)
        page_problem(request, &page, "main", T("This was not kept. The room may be closed."));
    seat_page_html(&response->body, &page);
    return ok();
}

/* The acts that the page of a seat offers. */
static const struct act_kind *kind_of(Text address)
{
    const struct act_kind *kind = act_kind_at(address);
    return kind != NULL && kind->may == TAKE_SEAT && kind->on == ON_CONFERENCE ? kind : NULL;
}

Err seat_send(struct request *request, struct response *response)
{
    struct act_result result;
    const struct act_kind *kind = kind_of(request->ids.act);
    if (kind == NULL)
        return err(NOT_FOUND, "no act of a seat");
    struct field_options options = {0}; /* a seat chooses nobody: it speaks for itself */
    struct problems problems = problems_new(request->arena);
    struct form_reading reading = {request->arena, request->today, request->now, &options, &problems};
    void *act = arena_take(request->arena, kind->size + 1);
    const struct act_request asked = {.authority = request->authority, .actor = request->person, .now = request->now, .target = request->seat.conference.n,
                                      .seat = request->seat.invitation, .once = request->once, .sent = text_join(request->arena, request->path, request->body),
                                      .answer = url_seat_here(request->arena).text};
    Err end = fields_read_form(kind->fields, kind->field_count, &request->form, &reading, act);
    if (end.kind == NOT_VALID)
        TRY(show_again(request, &problems, response));
    if (end.kind != OK)
        return end;
    request_read_end(request);
    end = act_do(request->site->acts, kind, &asked, act, request->arena, &result);
    if (end.kind == NOT_VALID || end.kind == NOT_NOW)
        TRY(show_again(request, &result.problems, response));
    if (end.kind != OK)
        return end;
    changes_tell(request->seat.conference);
    response_see(response, in_session(request, url_seat_here(request->arena), session_of(request)));
    return ok();
}
