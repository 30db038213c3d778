#include "pages/room/seat_page.h"

#include "acts/act.h"
#include "acts/room/seat_taken_act.h"
#include "pages/family/own_frame.h"
#include "pages/room/seat_join_html.h"
#include "store/room_seat_sql.h"
#include "web/changes.h"
#include "web/look_keep.h"
#include "web/seat.h"
#include "web/sign_in.h"
#include "web/site.h"
#include "web/url.h"

static struct seat_join_page page_of(struct request *request)
{
    struct form_keys keys = request_form_keys(request, 0);
    struct seat_join_page page = {.frame = own_frame(request, T("Your seat"), OWN_NOWHERE), .problems.title = T("There is a problem"),
                                  .action = url_seat(request->arena), .csrf = keys.csrf, .once = keys.once};
    page.frame.nav.count = 0;
    page.frame.two_columns = false;
    return page;
}

Err seat_join(struct request *request, struct response *response)
{
    struct request holder = *request;
    TRY(seat_find(&holder));
    if (holder.seat.invitation.n != 0) {
        response_see(response, url_seat_here(request->arena));
        return ok();
    }
    struct seat_join_page page = page_of(request);
    seat_join_html(&response->body, &page);
    return ok();
}

static Err show_again(struct request *request, struct response *response, Text says)
{
    struct seat_join_page page = page_of(request);
    struct problem_view *line = ARENA_NEW(request->arena, struct problem_view);
    *line = (struct problem_view){T("code"), says};
    page.error = says;
    page.problems.lines = (struct problem_views){line, 1};
    page.typed = form_get(&request->form, T("code"));
    seat_join_html(&response->body, &page);
    return err(NOT_VALID, "no seat by this code");
}

/* Whose try it was: the seat's, or the service's for a code that opens none. */
static Err look_at_try(const struct request *request, PersonId person, bool refused)
{
    struct request by = *request;
    by.person = person.n == 0 ? PERSON_SYSTEM : person;
    return look_keep(&by, refused);
}

static Err come_in(struct request *request, const struct seat_of_code *seat)
{
    struct act_result result;
    struct seat_taken act;
    fields_clear(SEAT_TAKEN_ACT.fields, SEAT_TAKEN_ACT.field_count, &act);
    act.here = YESNO_YES;
    const struct act_request asked = {.authority = request->authority, .actor = seat->person, .now = request->now, .target = seat->conference.n,
                                      .seat = seat->invitation, .answer = url_seat_here(request->arena).text};
    return act_do(request->site->acts, &SEAT_TAKEN_ACT, &asked, &act, request->arena, &result);
}

Err seat_join_form(struct request *request, struct response *response)
{
    Read *read;
    struct seat_of_code seat = {0};
    bool found = false;
    Text hash;
    if (!sign_in_may_try(request))
        return show_again(request, response, T("There were too many tries from here. Wait 5 minutes. Then try again, or ask for help at the door."));
    TRY(seat_code_hash(request, form_get(&request->form, T("code")), &hash));
    if (!text_is_empty(hash)) {
        TRY(request_read(request, &read));
        TRY(seat_of_code(read, hash, &seat, &found));
        request_read_end(request);
    }
    TRY(look_at_try(request, seat.person, !found));
    if (!found)
        return show_again(request, response, T("This code is not right. Look at your slip, or ask for a new code at the door."));
    sign_in_was_right(request);
    TRY(come_in(request, &seat));
    TRY(seat_begin(request, response, seat.invitation, hash));
    changes_tell(seat.conference);
    response_see(response, url_seat_here(request->arena));
    return ok();
}

Err seat_leave_form(struct request *request, struct response *response)
{
    TRY(seat_leave(request, response));
    response_see(response, url_seat(request->arena));
    return ok();
}
