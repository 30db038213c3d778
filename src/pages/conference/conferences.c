#include "pages/conference/conferences.h"

#include "pages/conference/conference_dates.h"
#include "pages/listing.h"
#include "pages/listing_html.h"
#include "pages/options.h"
#include "pages/practice/known.h"
#include "store/conference_page_sql.h"
#include "store/practice.h"
#include "web/url.h"

enum { CONFERENCES_ON_PAGE = 50 };

static void conference_row(struct request *request, struct sheet *sheet, const struct conference_list *row, const struct due_of_conferences_rows *limits,
                           const struct practice *practice)
{
    Arena *arena = request->arena;
    sheet_next(arena, sheet);
    struct sheet_cell *family = sheet_put(sheet, row->family_name);
    family->link = url_conference(arena, row->conference);
    family->more = text_of(conference_kind_words(row->kind));
    sheet_put(sheet, date_is_none(row->held_on) ? text_join(arena, T("planned for "), date_long(arena, row->planned)) : instant_words(arena, row->starts))->more =
        row->place;
    Text chair = text_trim(text_join(arena, text_join(arena, row->chair_given, T(" ")), row->chair_family_name));
    sheet_put(sheet, text_is_empty(chair) ? T("no chair yet") : chair);
    struct sheet_cell *state = sheet_put(sheet, TEXT_NONE);
    state->tag = (struct status_tag){row->state == CONFERENCE_STATE_DECIDED || row->state == CONFERENCE_STATE_CLOSED ? T("done") : T("wait"),
                                     text_of(conference_state_words(row->state))};
    const struct due_of_conferences *limit = row->state != CONFERENCE_STATE_CALLED ? NULL : conference_limit(limits, row->conference, row->state, row->due, row->held_on);
    if (limit != NULL)
        state->due = conference_limit_day(arena, text_join(arena, T("due "), date_long(arena, limit->due)), limit, practice, request->today);
    else if (row->state == CONFERENCE_STATE_CALLED && !date_is_none(row->due))
        state->more = text_join(arena, T("due "), conference_due_words(arena, practice, row->kind, row->due, date_long(arena, row->due)));
}

Err conferences_page(struct request *request, struct response *response)
{
    Read *read;
    struct practice practice;
    struct conference_list_rows rows;
    struct due_of_conferences_rows limits;
    struct listing_page page = {.title = T("Conferences"), .more_words = T("Earlier conferences")};
    TRY(request_read(request, &read));
    TRY(frame_of(request, page.title, FRAME_CONFERENCES, &page.frame));
    TRY(practice_read(read, &practice));
    TRY(conference_list(read, (ConferenceId){listing_after(request)}, CONFERENCES_ON_PAGE + 1, &rows));
    TRY(conference_limits_called(read, &limits));
    bool has_more = rows.count > CONFERENCES_ON_PAGE;
    rows.count = has_more ? CONFERENCES_ON_PAGE : rows.count;
    page.sheet = sheet_new(request->arena, page.title, "Family|When|Chair|Where it stands", rows.count);
    page.sheet.caption_hidden = true;
    page.sheet.empty = T("You have no part in a conference now.");
    for (size_t i = 0; i < rows.count; i++) {
        struct conference_page_children_rows children;
        TRY(conference_page_children(read, rows.at[i].conference, &children));
        for (size_t k = 0; k < children.count; k++)
            request_shows(request, children.at[k].child);
        conference_row(request, &page.sheet, &rows.at[i], &limits, &practice);
    }
    if (has_more)
        page.more = listing_more(request->arena, url_conferences(request->arena), rows.at[rows.count - 1].conference.n);
    page.frame.looks_recorded = true;
    listing_html(&response->body, &page);
    return ok();
}
