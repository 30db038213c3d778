#include "pages/room/room_changes.h"

#include <stdio.h>

#include "base/clock.h"
#include "pages/room/room.h"
#include "store/room_page_sql.h"
#include "store/room_seat_sql.h"
#include "web/changes.h"
#include "web/permit.h"
#include "web/site.h"

struct stream {
    const struct site *site;
    AuthorityId authority;
    PersonId person;
    ConferenceId conference;
    enum room_session session;
    Instant ends;
    int64_t said; /* the number that the page has been told; -1: none */
    bool begun;
    char line[80];
};

static Err look_again(struct stream *stream, struct seat_changes *ret_row)
{
    Arena *arena = arena_new(0);
    Read *read;
    Err end = store_read_begin(stream->site->store, arena, stream->authority, stream->person, clock_now(), &read);
    if (end.kind == OK) {
        end = seat_changes(read, stream->conference, stream->session, ret_row);
        store_read_end(read);
    }
    arena_free(arena);
    return end;
}

static Text say(struct stream *stream, const char *words, int64_t number)
{
    int len = snprintf(stream->line, sizeof stream->line, words, (long long)number);
    return (Text){stream->line, (size_t)len};
}

/* Waits until there is a number that the page doesn't know, or says a line that means nothing, so that a page that has gone is found out. */
static Err next(void *of, Text *ret_bytes)
{
    struct stream *stream = of;
    *ret_bytes = TEXT_NONE;
    if (!stream->begun) {
        stream->begun = true;
        *ret_bytes = say(stream, "retry: 1000\n\n", 0);
        return ok();
    }
    for (int beats = 0;;) {
        struct seat_changes row;
        uint64_t seen = changes_told(stream->conference);
        Err end = look_again(stream, &row);
        if (end.kind == NOT_FOUND || clock_now().us > stream->ends.us)
            return ok();
        if (end.kind != OK && end.kind != BUSY)
            return end;
        if (end.kind == OK && row.changes != stream->said) {
            stream->said = row.changes;
            *ret_bytes = say(stream, "data: %lld\n\n", row.changes);
            return ok();
        }
        if (beats++ > 0) {
            *ret_bytes = say(stream, ":\n\n", 0);
            return ok();
        }
        if (!changes_wait(stream->conference, seen, STREAM_BEAT_MS))
            return ok();
    }
}

static void finish(void *of)
{
    (void)of; /* lives in the request's arena */
    changes_leave();
}

Err room_stream(struct request *request, struct response *response, ConferenceId conference, enum room_session session)
{
    if (!changes_enter())
        return err(BUSY, "too many pages listen at once");
    struct stream *stream = ARENA_NEW(request->arena, struct stream);
    *stream = (struct stream){.site = request->site, .authority = request->authority, .person = request->person, .conference = conference, .session = session,
                              .ends = {request->now.us + STREAM_SECONDS * SECOND_US}, .said = -1};
    response->status = 200;
    response->content_type = T("text/event-stream");
    response_header(response, "X-Accel-Buffering", T("no")); /* a proxy passes each line on at once */
    response_stream(response, (struct response_stream){stream, next, finish, -1});
    return ok();
}

Err room_changes(struct request *request, struct response *response)
{
    Read *read;
    Rights rights;
    struct room_part_of part;
    bool found;
    enum room_session session = text_equal(form_get(&request->query, T("session")), T("TWO")) ? ROOM_SESSION_TWO : ROOM_SESSION_ONE;
    ConferenceId conference = request->ids.conference;
    TRY(request_read(request, &read));
    TRY(permit_conference(request, read, conference, RIGHT(READ_CONFERENCE), &rights));
    TRY(room_part_of(read, conference, session, &part, &found));
    if (!found)
        return err(NOT_FOUND, "no such session");
    request_read_end(request);
    return room_stream(request, response, conference, session);
}
