#include "pages/work.h"

#include "pages/conference/conference_dates.h"
#include "pages/family/own_home.h"
#include "pages/options.h"
#include "pages/practice/known.h"
#include "pages/work_html.h"
#include "pages/work_parts.h"
#include "store/practice.h"
#include "store/work_sql.h"
#include "web/url.h"

static const uint64_t HOLDS = 1ULL << DUTY_SOCIAL_WORKER | 1ULL << DUTY_TEAM_MANAGER | 1ULL << DUTY_SERVICE_MANAGER;
static const uint64_t MANAGES = 1ULL << DUTY_TEAM_MANAGER | 1ULL << DUTY_SERVICE_MANAGER;
static const uint64_t BOOKS = 1ULL << DUTY_CONFERENCE_ADMIN | 1ULL << DUTY_CHAIR;
static const uint64_t BEGINS = 1ULL << DUTY_FRONT_DOOR | 1ULL << DUTY_OUT_OF_HOURS;
static const uint64_t NO_CASE = 1ULL << DUTY_DATA_OFFICER | 1ULL << DUTY_AUDITOR | 1ULL << DUTY_ADMINISTRATOR;

static bool has_duty(const struct request *request, uint64_t duties) { return (duties >> request->duty & 1) != 0; }

static void add_why(struct request *request, const struct practice *practice, const struct due_of_conferences *limit, struct work_item *item)
{
    const struct due_ref ref = {limit->child, limit->kind, limit->start, limit->due};
    item->has_why = true;
    item->why = why_of(request->arena, practice, ref.kind, ref.start, ref.due, request->today, text_join(request->arena, item->what, text_join(request->arena, T(", "), item->family)));
    if (limit->reads)
        item->why.proof = proof_of(request->arena, &ref);
}

static Err add_to_book(struct request *request, Read *read, struct work_page *page)
{
    Arena *arena = request->arena;
    struct work_conferences_to_book_rows rows;
    struct due_of_conferences_rows limits;
    struct practice practice;
    TRY(practice_read(read, &practice));
    TRY(work_conferences_to_book(read, &rows));
    TRY(conference_limits_called(read, &limits));
    page->to_book.at = ARENA_MANY(arena, rows.count, struct work_item);
    for (size_t i = 0; i < rows.count; i++) {
        const struct work_conferences_to_book *row = &rows.at[i];
        const struct due_of_conferences *limit = conference_limit(&limits, row->conference, CONFERENCE_STATE_CALLED, row->due, DATE_NONE);
        Date due = limit == NULL ? row->due : limit->due;
        bool known = !date_is_none(due);
        page->to_book.at[page->to_book.count++] = (struct work_item){
            .day = known ? date_short(arena, due) : T("No day yet"), .what = text_of(conference_kind_words(row->kind)),
            .family = text_join(arena, row->family_name, T(" family")), .address = url_family_conferences(arena, row->family),
            .more = conference_due_words(arena, &practice, row->kind, due, text_join(arena, T("Called on "), date_long(arena, row->called))),
            .tag = known ? due_tag(arena, due, request->today) : (struct status_tag){T("wait"), T("to book")}};
        if (limit != NULL)
            add_why(request, &practice, limit, &page->to_book.at[page->to_book.count - 1]);
    }
    return ok();
}

Err work_page(struct request *request, struct response *response)
{
    Read *read;
    struct work_page page = {.today = date_full(request->arena, request->today)};
    if (is_family_duty(request->duty))
        return own_home_page(request, response);
    if (rights_have(rights_of_duty(request->duty), READ_OWN_PAGES)) { /* parents, young people, advocates: they have a home of their own */
        response_see(response, url_my(request->arena));
        return ok();
    }
    TRY(request_read(request, &read));
    TRY(frame_of(request, T("My work"), FRAME_WORK, &page.frame));
    page.frame.looks_recorded = true;
    page.sees_no_case = has_duty(request, NO_CASE);
    page.has_counts = !page.sees_no_case;
    page.holds_cases = has_duty(request, HOLDS | BEGINS);
    page.is_partner = request->duty == DUTY_PARTNER;
    page.books = has_duty(request, BOOKS);
    page.advises = request->duty == DUTY_LEGAL;
    page.begins = has_duty(request, BEGINS);
    page.has_approvals = page.begins || has_duty(request, MANAGES);
    if (page.books)
        TRY(add_to_book(request, read, &page));
    TRY(work_told_of(request, read, &page));
    TRY(work_known_of(request, read, &page));
    TRY(work_rebooked_of(request, read, &page));
    if (has_duty(request, 1ULL << DUTY_CONFERENCE_ADMIN))
        TRY(work_post_of(request, read, &page));
    if (page.has_counts)
        TRY(work_meetings_of(request, read, &page));
    if (page.holds_cases)
        TRY(work_due_of(request, read, has_duty(request, MANAGES), &page));
    if (page.has_counts) {
        TRY(work_unread_of(request, read, &page));
        TRY(work_actions_of(request, read, &page));
    }
    if (page.is_partner) {
        TRY(work_reports_owed_of(request, read, &page));
        TRY(work_children_of(request, read, &page));
    }
    if (page.advises)
        TRY(work_legal_of(request, read, &page));
    if (page.begins)
        TRY(work_contacts_of(request, read, &page));
    else if (page.has_approvals)
        TRY(work_team_of(request, read, &page));
    if (has_duty(request, HOLDS))
        TRY(work_load_of(request, read, &page));
    TRY(work_drafts_of(request, read, &page));
    TRY(work_organisation_of(request, read, &page));
    work_html(&response->body, &page);
    return ok();
}
