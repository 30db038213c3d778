#include "pages/work.h"

#include "acts/act_kind.h"
#include "pages/family/own_home.h"
#include "pages/options.h"
#include "pages/work_html.h"
#include "pages/work_parts.h"
#include "store/case_sql.h"
#include "store/work_sql.h"
#include "web/url.h"

enum {
    WEEK_DAYS = 7,        /* 'due this week' */
    LATER_DAYS = 28,      /* how far My work looks ahead */
    DUE_MOST = 200,       /* rows read */
    ITEMS_MOST = 60,      /* items in one list */
};

static const uint64_t HOLDS = 1ULL << DUTY_SOCIAL_WORKER | 1ULL << DUTY_TEAM_MANAGER | 1ULL << DUTY_SERVICE_MANAGER;
static const uint64_t MANAGES = 1ULL << DUTY_TEAM_MANAGER | 1ULL << DUTY_SERVICE_MANAGER;
static const uint64_t BOOKS = 1ULL << DUTY_CONFERENCE_ADMIN | 1ULL << DUTY_CHAIR;
static const uint64_t BEGINS = 1ULL << DUTY_FRONT_DOOR | 1ULL << DUTY_OUT_OF_HOURS;
static const uint64_t NO_CASE = 1ULL << DUTY_DATA_OFFICER | 1ULL << DUTY_AUDITOR | 1ULL << DUTY_ADMINISTRATOR;

static bool has_duty(const struct request *request, uint64_t duties) { return (duties >> request->duty & 1) != 0; }

/* The act that does what is due, by its address; where there is none yet, the item leads to the family alone. */
static const struct {
    enum obligation_kind kind;
    const char *address;
} STEPS[] = {
    {OBLIGATION_KIND_REFERRAL_DECISION, "decide-referral"},
    {OBLIGATION_KIND_ASSESSMENT, "finish-assessment"},
    {OBLIGATION_KIND_INITIAL_CONFERENCE, "call-conference"},
    {OBLIGATION_KIND_VISIT, "visit"},
};

static void add_step(Arena *arena, FamilyId family, enum obligation_kind kind, struct work_item *item)
{
    for (size_t i = 0; i < sizeof STEPS / sizeof STEPS[0]; i++) {
        const struct act_kind *act = STEPS[i].kind == kind ? act_kind_at(text_of(STEPS[i].address)) : NULL;
        if (act == NULL || act->on != ON_FAMILY)
            continue;
        item->has_step = true;
        item->step_words = text_of(act->title);
        item->step = url_family_act(arena, family, text_of(act->address));
    }
}

static bool same_item(const struct work_due *a, const struct work_due *b)
{
    return a->family.n == b->family.n && a->kind == b->kind && date_equal(a->due, b->due);
}

/* 'Visit the child: Maja, Oskar and Lena': the same thing on the same day for one family is one item. */
static struct work_item item_of(struct request *request, const struct profile *profile, const struct work_due_rows *due, size_t at)
{
    Arena *arena = request->arena;
    const struct work_due *first = &due->at[at];
    Out names = out_new(arena);
    for (size_t i = at; i < due->count; i++) {
        if (!same_item(first, &due->at[i]))
            continue;
        request_shows(request, due->at[i].child);
        out_string(&names, names.len > 0 ? ", " : "");
        out_text(&names, text_is_empty(due->at[i].given) ? T("unborn baby") : due->at[i].given);
    }
    Text what = text_format(arena, "%s: %.*s", obligation_kind_words(first->kind), TEXT_ARGS(out_all(&names)));
    struct work_item item = {.day = date_short(arena, first->due), .what = what, .family = text_join(arena, first->family_name, T(" family")),
                             .address = url_family(arena, first->family), .tag = due_tag(arena, first->due, request->today), .has_why = true,
                             .why = why_of(arena, profile, first->kind, first->start, first->due, request->today, what)};
    add_step(arena, first->family, first->kind, &item);
    return item;
}

static void add_item(struct work_items *items, struct work_item item)
{
    if (items->count < ITEMS_MOST)
        items->at[items->count++] = item;
}

/* Rows of both due pieces have one shape: a manager without a case of their own sees the team's. */
static Err find_due(struct request *request, Read *read, struct work_due_rows *ret_due)
{
    Date until = date_plus_days(request->today, LATER_DAYS);
    TRY(work_due(read, until, DUE_MOST, ret_due));
    if (ret_due->count > 0 || !has_duty(request, MANAGES))
        return ok();
    struct work_due_of_team_rows team;
    TRY(work_due_of_team(read, until, DUE_MOST, &team));
    ret_due->at = ARENA_MANY(request->arena, team.count, struct work_due);
    ret_due->count = team.count;
    for (size_t i = 0; i < team.count; i++)
        ret_due->at[i] = (struct work_due){team.at[i].child, team.at[i].given, team.at[i].family, team.at[i].family_name, team.at[i].kind,
                                           team.at[i].start, team.at[i].due, team.at[i].profile};
    return ok();
}

static Err add_due(struct request *request, Read *read, struct work_page *page)
{
    struct work_due_rows due;
    Date today = request->today;
    TRY(find_due(request, read, &due));
    struct work_items *lists[] = {&page->late, &page->week, &page->later};
    for (size_t i = 0; i < 3; i++)
        lists[i]->at = ARENA_MANY(request->arena, ITEMS_MOST, struct work_item);
    for (size_t i = 0; i < due.count; i++) {
        bool said = false;
        for (size_t k = 0; k < i; k++)
            said |= same_item(&due.at[k], &due.at[i]);
        if (said)
            continue;
        struct work_items *items = date_before(due.at[i].due, today) ? &page->late
            : date_days_between(today, due.at[i].due) <= WEEK_DAYS ? &page->week : &page->later;
        add_item(items, item_of(request, profile_named(due.at[i].profile), &due, i));
    }
    page->late_count = page->late.count;
    page->week_count = page->week.count;
    return ok();
}

static Err add_to_book(struct request *request, Read *read, struct work_page *page)
{
    Arena *arena = request->arena;
    struct work_conferences_to_book_rows rows;
    TRY(work_conferences_to_book(read, &rows));
    page->to_book.at = ARENA_MANY(arena, rows.count, struct work_item);
    for (size_t i = 0; i < rows.count; i++) {
        const struct work_conferences_to_book *row = &rows.at[i];
        bool known = !date_is_none(row->due);
        page->to_book.at[page->to_book.count++] = (struct work_item){
            .day = known ? date_short(arena, row->due) : T("No day yet"), .what = text_of(conference_kind_words(row->kind)),
            .family = text_join(arena, row->family_name, T(" family")), .address = url_family_conferences(arena, row->family),
            .more = text_join(arena, T("Called on "), date_long(arena, row->called)),
            .tag = known ? due_tag(arena, row->due, request->today) : (struct status_tag){T("wait"), T("to book")}};
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
    page.holds_cases = has_duty(request, HOLDS);
    page.is_partner = request->duty == DUTY_PARTNER;
    page.books = has_duty(request, BOOKS);
    page.begins = has_duty(request, BEGINS);
    page.has_approvals = page.begins || has_duty(request, MANAGES);
    if (page.holds_cases)
        TRY(add_due(request, read, &page));
    if (page.books)
        TRY(add_to_book(request, read, &page));
    if (page.has_counts) {
        TRY(work_meetings_of(request, read, &page));
        TRY(work_unread_of(request, read, &page));
        TRY(work_actions_of(request, read, &page));
    }
    if (page.is_partner)
        TRY(work_children_of(request, read, &page));
    if (page.begins)
        TRY(work_contacts_of(request, read, &page));
    else if (page.has_approvals)
        TRY(work_team_of(request, read, &page));
    if (page.holds_cases)
        TRY(work_load_of(request, read, &page));
    TRY(work_drafts_of(request, read, &page));
    work_organisation_of(request, &page);
    work_html(&response->body, &page);
    return ok();
}
