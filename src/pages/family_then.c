#include "acts/replay.h"
#include "pages/family_html.h"
#include "pages/family_parts.h"
#include "store/access.h"
#include "store/target_sql.h"
#include "web/url.h"

/* '2026-03-05' from the address, or three fields of the form that asks for a day. */
static bool then_day(const struct request *request, Date *ret_day)
{
    int64_t day, month, year;
    if (!text_equal(request->ids.word, T("day")))
        return date_read(request->ids.word, ret_day);
    return text_to_int(text_trim(form_get(&request->query, T("day"))), &day) && text_to_int(text_trim(form_get(&request->query, T("month"))), &month) &&
           text_to_int(text_trim(form_get(&request->query, T("year"))), &year) && day > 0 && day < 32 && month > 0 && month < 13 && year > 1899 &&
           year < 2200 && date_of((int)year, (int)month, (int)day, ret_day);
}

/* The store of then answers with the access of then: so today's reader must read every child of the family, whole. */
static Err reads_all(Read *read, FamilyId family)
{
    struct target_family_rows children;
    TRY(target_family(read, family, &children));
    for (size_t i = 0; i < children.count; i++)
        TRY(may(read, READ_RECORD, children.at[i].child));
    return ok();
}

static Err then_summary(struct request *request, Store *then, Instant at, struct family_page *page)
{
    Read *read;
    struct then_reader reader;
    struct family_record record;
    bool found;
    TRY(store_read_begin(then, request->arena, request->authority, request->person, at, &read));
    Err end = then_reader(read, request->ids.family, (int64_t)RIGHT(READ_RECORD), &reader, &found);
    if (end.kind == OK && !found)
        end = err(NOT_FOUND, "there was no record of the family on that day");
    if (end.kind == OK) {
        read->actor = reader.person;
        end = family_record_of(read, request->ids.family, &record);
    }
    if (end.kind == OK) {
        family_record_shows(request, &record);
        page->band = family_band_of(request->arena, &record, TAB_NONE, read->today);
        page->band.has_acts = false;
        page->band.tabs.count = 0;
        end = summary_of(read, &record, NULL, page);
    }
    store_read_end(read);
    return end;
}

/* No day yet, or none that is one: the timeline has the form that asks. */
static Err then_asks(struct request *request, struct response *response)
{
    response_see(response, url_family_timeline(request->arena, request->ids.family));
    return ok();
}

Err family_then_page(struct request *request, struct response *response)
{
    Read *read;
    Store *then;
    Date day;
    struct family_page page = {0};
    if (!then_day(request, &day) || date_before(request->today, day))
        return then_asks(request, response);
    TRY(request_read(request, &read));
    TRY(reads_all(read, request->ids.family));
    Instant at = replay_end_of(day);
    if (at.us > request->now.us)
        at = request->now;
    TRY(replay_family(read, request->ids.family, at, &then));
    Err end = then_summary(request, then, at, &page);
    store_close(then);
    TRY(end);
    page.band.as_of = text_join(request->arena, T("As it stood on "), text_join(request->arena, date_full(request->arena, day), T(".")));
    TRY(frame_of(request, text_join(request->arena, page.band.name, text_join(request->arena, T(" on "), date_long(request->arena, day))), FRAME_FAMILIES, &page.frame));
    page.frame.full_width = page.frame.looks_recorded = true;
    page.timeline = url_family_timeline(request->arena, request->ids.family);
    page.then = url_family_then(request->arena, request->ids.family, T("day"));
    family_html(&response->body, &page);
    return ok();
}
