#include "pages/plans.h"

#include "pages/family_record.h"
#include "pages/listing.h"
#include "pages/listing_html.h"
#include "pages/options.h"
#include "pages/practice/known.h"
#include "rules/categories.h"
#include "rules/profile.h"
#include "store/plan_list_sql.h"
#include "store/practice.h"
#include "web/url.h"

enum { PLANS_ON_PAGE = 50 };

/* The plan after which the list goes on, and the day it started. */
static Err find_start(struct request *request, Read *read, PlanId *ret_after, Date *ret_started)
{
    struct plan_started started;
    bool found = false;
    PlanId after = {listing_after(request)};
    *ret_after = (PlanId){0};
    *ret_started = DATE_NONE;
    if (after.n != 0)
        TRY(plan_started(read, after, &started, &found));
    if (found) {
        *ret_after = after;
        *ret_started = started.started;
    }
    return ok();
}

static void name_cell(struct request *request, struct sheet *sheet, const struct plan_list *plan)
{
    Text number = text_format(request->arena, "Child %lld", (long long)plan->child.n);
    if (!plan->known) {
        sheet_put(sheet, number)->more = T("You have no part in this case");
        return;
    }
    struct sheet_cell *cell = sheet_put(sheet, name_words(request->arena, plan->given, plan->family_name));
    cell->link = url_family(request->arena, plan->family);
    cell->more = age_words(request->arena, !date_before(plan->born, request->today), plan->born, request->today);
}

/* By when the next review must be held. */
static void review_cell(struct request *request, struct sheet *sheet, const struct plan_list *plan, const struct practice *practice)
{
    Arena *arena = request->arena;
    const struct due_ref ref = {plan->child, plan->review_kind, plan->review_start, plan->review_due};
    bool is_known = plan->review_kind != OBLIGATION_KIND_NONE;
    Date by = is_known ? plan->review_due : plan->review_by;
    Text words = date_is_none(by) ? T("not set") : due_with_beyond(arena, practice, is_known ? ref.kind : OBLIGATION_KIND_NEXT_REVIEW, by, date_long(arena, by));
    struct sheet_cell *cell = sheet_put(sheet, is_known ? TEXT_NONE : words);
    if (is_known && plan->reads)
        cell->due = due_day(arena, words, &ref);
    else if (is_known)
        cell->due = due_day_short(arena, words, &ref, practice, request->today, text_of(obligation_kind_words(ref.kind)));
    if (!date_is_none(by) && date_before(by, request->today))
        cell->tag = due_tag(arena, by, request->today);
}

/* SB-14: a plan past the profile's long limits, or near the last of them, is flagged. Without such limits nothing is. */
static struct status_tag long_tag(const struct practice *practice, Date started, Date today)
{
    const struct obligation_row *near = practice_row(practice, OBLIGATION_KIND_LONG_PLAN_21, started);
    const struct obligation_row *last = practice_row(practice, OBLIGATION_KIND_LONG_PLAN_24, started);
    Date end = last == NULL ? DATE_NONE : obligation_due(last, started, practice->holidays, NULL);
    Date from = near != NULL ? obligation_due(near, started, practice->holidays, NULL) : last != NULL ? date_plus_days(end, -last->warn_days) : DATE_NONE;
    if (!date_is_none(end) && !date_before(today, end))
        return (struct status_tag){T("wait"), T("past two years")};
    if (!date_is_none(from) && !date_before(today, from))
        return (struct status_tag){T("wait"), T("near two years")};
    return (struct status_tag){TEXT_NONE, TEXT_NONE};
}

static void plan_row(struct request *request, const struct practice *practice, struct sheet *sheet, const struct plan_list *plan)
{
    Arena *arena = request->arena;
    int months = 0;
    while (!date_before(request->today, date_plus_months(plan->started, months + 1)))
        months++;
    request_shows(request, plan->child);
    sheet_next(arena, sheet);
    name_cell(request, sheet, plan);
    sheet_put(sheet, categories_words(arena, plan->categories));
    struct sheet_cell *since = sheet_put(sheet, date_long(arena, plan->started));
    since->more = months < 1 ? T("less than a month") : text_format(arena, "%d month%s", months, months == 1 ? "" : "s");
    since->tag = long_tag(practice, plan->started, request->today);
    review_cell(request, sheet, plan, practice);
    Text worker = name_words(arena, plan->worker_given, plan->worker_family_name);
    sheet_put(sheet, text_is_empty(plan->worker_given) && text_is_empty(plan->worker_family_name) ? T("nobody named") : worker)->more = plan->team;
}

Err plans_page(struct request *request, struct response *response)
{
    Read *read;
    PlanId after;
    Date started;
    struct plans_counted counted;
    struct practice practice;
    struct plan_list_rows rows;
    struct listing_page page = {.more_words = T("Next children")};
    TRY(request_read(request, &read));
    TRY(practice_read(read, &practice));
    page.title = text_of(profile_word(practice_on(&practice, request->today), PRACTICE_WORD_PLAN_LIST));
    TRY(frame_of(request, page.title, FRAME_REPORTS, &page.frame));
    TRY(find_start(request, read, &after, &started));
    TRY(plans_counted(read, &counted));
    TRY(plan_list(read, started, after, PLANS_ON_PAGE + 1, &rows));
    bool has_more = rows.count > PLANS_ON_PAGE;
    rows.count = has_more ? PLANS_ON_PAGE : rows.count;
    page.intro = text_format(request->arena, "%lld child%s a child protection plan today. The longest plan stands first. Where you have no part in a case, the child's number stands for the name.",
        (long long)counted.plans, counted.plans == 1 ? " has" : "ren have");
    page.sheet = sheet_new(request->arena, page.title, "Child|Category|Plan since|Review by|Lead worker", rows.count);
    page.sheet.caption_hidden = true;
    page.sheet.empty = T("No child has a plan.");
    for (size_t i = 0; i < rows.count; i++)
        plan_row(request, &practice, &page.sheet, &rows.at[i]);
    if (has_more)
        page.more = listing_more(request->arena, url_plans(request->arena), rows.at[rows.count - 1].plan.n);
    page.frame.looks_recorded = true;
    listing_html(&response->body, &page);
    return ok();
}

/* The census code of a plan's categories: 'MUL' for two and more. */
static Text census_words(Text codes) { return text_of(categories_census(code_set_of(&CATEGORY_LIST, codes))); }

static void return_row(struct request *request, struct sheet *sheet, const struct plan_return_list *plan)
{
    Arena *arena = request->arena;
    request_shows(request, plan->child);
    sheet_next(arena, sheet);
    sheet_put_number(arena, sheet, plan->child.n);
    sheet_put(sheet, date_iso(arena, plan->started));
    sheet_put(sheet, census_words(plan->first_categories));
    sheet_put(sheet, census_words(plan->categories));
    sheet_put_number(arena, sheet, plan->plans_before);
    sheet_put(sheet, date_iso(arena, plan->last_review));
}

Err plans_return_page(struct request *request, struct response *response)
{
    Read *read;
    PlanId after;
    Date started;
    struct plan_return_list_rows rows;
    struct listing_page page = {.title = T("Children with a plan: the return's fields"), .more_words = T("Next children"),
        .intro = T("What the children in need census asks about plans that are open today. No names and nothing anybody wrote. Each page you open here is recorded.")};
    TRY(request_read(request, &read));
    TRY(frame_of(request, page.title, FRAME_RETURN, &page.frame));
    TRY(find_start(request, read, &after, &started));
    TRY(plan_return_list(read, started, after, PLANS_ON_PAGE + 1, &rows));
    bool has_more = rows.count > PLANS_ON_PAGE;
    rows.count = has_more ? PLANS_ON_PAGE : rows.count;
    page.sheet = sheet_new(request->arena, page.title, "Child number|Plan start|Initial category|Latest category|#Plans before|Last review", rows.count);
    page.sheet.caption_hidden = true;
    page.sheet.empty = T("No child has a plan.");
    for (size_t i = 0; i < rows.count; i++)
        return_row(request, &page.sheet, &rows.at[i]);
    if (has_more)
        page.more = listing_more(request->arena, url_plans_return(request->arena), rows.at[rows.count - 1].plan.n);
    listing_html(&response->body, &page);
    return ok();
}
