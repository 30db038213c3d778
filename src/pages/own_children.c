#include "pages/own_children.h"

#include "pages/family_record.h"
#include "pages/listing.h"
#include "pages/listing_html.h"
#include "pages/options.h"
#include "rules/profile.h"
#include "store/own_children_sql.h"
#include "store/people/protected.h"
#include "store/practice.h"
#include "web/url.h"

enum { OWN_ON_PAGE = 50 };

static struct sheet_cell *child_cell(struct request *request, struct sheet *sheet, ChildId child, Url address, Text name, Text age)
{
    request_shows(request, child);
    sheet_next(request->arena, sheet);
    struct sheet_cell *cell = sheet_put(sheet, name);
    cell->link = address;
    cell->more = age;
    return cell;
}

static void day_cell(Arena *arena, struct sheet *sheet, bool found, Date day, const char *kind, Text place, Url address)
{
    struct sheet_cell *cell = sheet_put(sheet, found ? date_full(arena, day) : T("none planned"));
    if (!found)
        return;
    cell->link = address;
    cell->more = text_is_empty(place) ? text_of(kind) : text_format(arena, "%s, %.*s", kind, TEXT_ARGS(place));
}

static Err partner_row(struct request *request, Read *read, struct sheet *sheet, const struct partner_children *child)
{
    Arena *arena = request->arena;
    struct partner_conference conference = {0};
    struct partner_meeting meeting = {0};
    bool has_conference, has_meeting;
    TRY(partner_conference(read, child->child, &conference, &has_conference));
    TRY(partner_meeting(read, child->child, &meeting, &has_meeting));
    struct protected_words kept;
    TRY(protected_from_reader(read, child->family, &kept));
    if (protected_stands_in(&kept, conference.place))
        conference.place = TEXT_NONE;
    if (protected_stands_in(&kept, meeting.place))
        meeting.place = TEXT_NONE;
    child_cell(request, sheet, child->child, child->plan.n != 0 ? url_plan(arena, child->plan) : URL_NONE, name_words(arena, child->given, child->family_name),
               age_words(arena, child->unborn, child->born, request->today));
    struct sheet_cell *plan = sheet_put(sheet, date_is_none(child->plan_started) ? T("No plan now") : categories_words(arena, child->categories));
    if (!date_is_none(child->plan_started))
        plan->more = text_join(arena, T("plan since "), date_long(arena, child->plan_started));
    day_cell(arena, sheet, has_conference, conference.held_on, conference_kind_words(conference.kind), conference.place,
             has_conference ? frame_conference(request, conference.conference) : URL_NONE);
    day_cell(arena, sheet, has_meeting, meeting.planned, meeting_kind_words(meeting.kind), meeting.place,
             has_meeting ? url_meeting(arena, meeting.meeting) : URL_NONE);
    bool named = !text_is_empty(child->lead_given) || !text_is_empty(child->lead_family_name);
    sheet_put(sheet, named ? name_words(arena, child->lead_given, child->lead_family_name) : T("nobody named yet"))->more = child->lead_telephone;
    return ok();
}

Err children_page(struct request *request, struct response *response)
{
    Read *read;
    struct partner_children_rows rows;
    struct listing_page page = {.title = T("Children"), .more_words = T("Next children"),
        .intro = T("Children your agency is asked to take part for. You see what the meetings share with you, and your agency's part of the plan.")};
    TRY(request_read(request, &read));
    TRY(frame_of(request, page.title, FRAME_CHILDREN, &page.frame));
    TRY(partner_children(read, (ChildId){listing_after(request)}, OWN_ON_PAGE + 1, &rows));
    bool has_more = rows.count > OWN_ON_PAGE;
    rows.count = has_more ? OWN_ON_PAGE : rows.count;
    struct practice practice;
    TRY(practice_read(read, &practice));
    Text columns = text_join(request->arena, T("Child|Plan|Next conference|Next core group|"),
                             text_of(profile_word(practice_on(&practice, request->today), PRACTICE_WORD_LEAD_WORKER)));
    page.sheet = sheet_new(request->arena, page.title, text_string(request->arena, columns), rows.count);
    page.sheet.caption_hidden = true;
    page.sheet.empty = T("Your agency takes part for no child now. When you are invited to a conference or a core group, the child stands here.");
    for (size_t i = 0; i < rows.count; i++)
        TRY(partner_row(request, read, &page.sheet, &rows.at[i]));
    if (has_more)
        page.more = listing_more(request->arena, url_children(request->arena), rows.at[rows.count - 1].child.n);
    page.frame.looks_recorded = true;
    listing_html(&response->body, &page);
    return ok();
}

static void add_route(Out *out, Arena *arena, const char *what, Date day)
{
    if (date_is_none(day))
        return;
    out_string(out, out->len > 0 ? "; " : "");
    out_string(out, what);
    out_text(out, date_long(arena, day));
}

/* 'Advice 3 November 2026; letter 5 November 2026': what was done on the legal route, in its order. */
static Text route_words(Arena *arena, const struct legal_cases *row)
{
    Out out = out_new(arena);
    add_route(&out, arena, "advice ", row->advised);
    add_route(&out, arena, "letter ", row->letter_on);
    if (!date_is_none(row->applied))
        add_route(&out, arena, text_string(arena, text_format(arena, "%s applied for ", order_sought_words(row->sought))), row->applied);
    add_route(&out, arena, "first hearing ", row->hearing);
    return out_all(&out);
}

static void legal_row(struct request *request, struct sheet *sheet, const struct legal_cases *row)
{
    Arena *arena = request->arena;
    child_cell(request, sheet, row->child, url_family(arena, row->family), name_words(arena, row->given, row->family_name), age_words(arena, row->unborn, row->born, request->today));
    sheet_put(sheet, text_join(arena, row->family_words, T(" family")))->more = row->stage == STAGE_NONE ? TEXT_NONE : text_of(stage_words(row->stage));
    sheet_put(sheet, date_long(arena, row->referred))->more = row->why;
    sheet_put(sheet, date_is_none(row->meeting) ? T("not planned yet") : date_full(arena, row->meeting));
    struct sheet_cell *outcome = sheet_put(sheet, text_of(legal_outcome_words(row->outcome)));
    if (row->outcome == LEGAL_OUTCOME_NONE)
        outcome->tag = (struct status_tag){T("wait"), T("open")};
    outcome->more = route_words(arena, row);
}

Err legal_page(struct request *request, struct response *response)
{
    Read *read;
    struct legal_cases_rows rows;
    int64_t before = listing_after(request);
    struct listing_page page = {.title = T("Referred to legal"), .more_words = T("Earlier referrals"), .intro = T("Children referred to legal you advise on. The newest stands first.")};
    TRY(request_read(request, &read));
    TRY(frame_of(request, page.title, FRAME_LEGAL, &page.frame));
    TRY(legal_cases(read, before == 0 ? INT64_MAX : before, OWN_ON_PAGE + 1, &rows));
    bool has_more = rows.count > OWN_ON_PAGE;
    rows.count = has_more ? OWN_ON_PAGE : rows.count;
    page.sheet = sheet_new(request->arena, page.title, "Child|Family|Referred|Legal planning meeting|Outcome", rows.count);
    page.sheet.caption_hidden = true;
    page.sheet.empty = T("No case is referred to you now. When a legal planning meeting is called, the child stands here.");
    for (size_t i = 0; i < rows.count; i++)
        legal_row(request, &page.sheet, &rows.at[i]);
    if (has_more)
        page.more = listing_more(request->arena, url_legal(request->arena), rows.at[rows.count - 1].legal);
    page.frame.looks_recorded = true;
    listing_html(&response->body, &page);
    return ok();
}
