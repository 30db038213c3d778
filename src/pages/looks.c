#include "pages/looks.h"

#include "pages/listing.h"
#include "pages/looks_html.h"
#include "pages/options.h"
#include "store/administration_sql.h"
#include "store/audit_sql.h"
#include "web/site.h"
#include "web/url.h"

enum {
    LOOKS_ON_PAGE = 50,
    LOOKS_SEARCHED = 50000, /* looks gone through for one page when it is narrowed to one person: the next page goes on where it stopped */
};

/* What the reader asked to see. */
struct narrowing {
    PersonId person;
    Date day; /* DATE_NONE: any */
    bool refused;
    int64_t before; /* only looks with smaller numbers; 0: from the newest */
};

/* The number of the first look at or after an instant. Looks are numbered in the order of time, so halving finds it. */
static Err first_since(Read *read, Instant since, int64_t last, int64_t *ret_number)
{
    int64_t low = 1, high = last + 1;
    while (low < high) {
        struct look_from look;
        bool found;
        int64_t middle = low + (high - low) / 2;
        TRY(look_from(read, middle, &look, &found));
        if (found && look.at.us < since.us)
            low = look.number + 1;
        else
            high = middle;
    }
    *ret_number = low;
    return ok();
}

static Text number_of(struct request *request, const char *name) { return text_trim(form_get(&request->query, text_of(name))); }

/* Reads the address. False: the day that was asked for is none. */
static bool read_narrowing(struct request *request, struct looks_page *page, struct narrowing *ret_narrowing)
{
    struct narrowing narrowing = {.day = DATE_NONE, .before = listing_after(request)};
    int64_t person = 0, day = 0, month = 0, year = 0;
    (void)text_to_int(form_get(&request->query, T("person")), &person); /* what is no number is everyone */
    narrowing.person.n = person > 0 ? person : 0;
    narrowing.refused = page->refused = text_equal(form_get(&request->query, T("refused")), T("yes"));
    page->day = number_of(request, "day");
    page->month = number_of(request, "month");
    page->year = number_of(request, "year");
    bool asked = !text_is_empty(page->day) || !text_is_empty(page->month) || !text_is_empty(page->year);
    bool numbers = text_to_int(page->day, &day) && text_to_int(page->month, &month) && text_to_int(page->year, &year) && day > 0 && day < 32 && month > 0 &&
                   month < 13 && year > 0 && year < 10000;
    bool good = !asked || (numbers && date_of((int)year, (int)month, (int)day, &narrowing.day));
    *ret_narrowing = narrowing;
    return good;
}

static Err fill_people(Read *read, Arena *arena, PersonId chosen, struct looks_people *ret_people)
{
    struct staff_of_day_rows rows;
    TRY(staff_of_day(read, &rows));
    struct looks_people people = {ARENA_MANY(arena, rows.count, struct looks_person), rows.count};
    for (size_t i = 0; i < rows.count; i++)
        people.at[i] = (struct looks_person){rows.at[i].worker.n,
            text_format(arena, "%.*s %.*s, %.*s", TEXT_ARGS(rows.at[i].given), TEXT_ARGS(rows.at[i].family_name), TEXT_ARGS(rows.at[i].job)), rows.at[i].worker.n == chosen.n};
    *ret_people = people;
    return ok();
}

Text looked_page_words(Arena *arena, Text route)
{
    static const struct {
        const char *route, *words;
    } words[] = {{"work", "My work"}, {"families", "List of families"}, {"family", "Summary"}, {"family_people", "Family"}, {"family_acts", "What can be done"},
                 {"family_address", "The protected address"}, {"family_then", "The record of an earlier day"}, {"child", "The child’s file"},
                 {"family_timeline", "Timeline"}, {"family_access", "Access"}, {"family_plan", "Plan"}, {"family_visits", "Visits"},
                 {"family_documents", "Documents"}, {"file", "An attached file"}, {"family_conferences", "Conferences"}, {"family_act", "A form"}, {"child_act", "A form"}};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (text_equal_string(route, words[i].route))
            return text_of(words[i].words);
    Text said = text_copy(arena, route);
    char *at = (char *)said.at;
    for (size_t i = 0; i < said.len; i++)
        at[i] = at[i] == '_' ? ' ' : i == 0 && at[i] >= 'a' && at[i] <= 'z' ? (char)(at[i] - 32) : at[i];
    return said;
}

/* The address behind a page's name, as it stands in the table of routes; none for a page that is no longer there. */
static Text address_words(Arena *arena, const struct site *site, Text name)
{
    for (size_t i = 0; i < site->route_count; i++)
        if (text_equal_string(name, site->routes[i].name))
            return text_format(arena, "%s%s", site->routes[i].method == METHOD_POST ? "sent: " : "", site->routes[i].pattern);
    return TEXT_NONE;
}

static Err look_row(struct request *request, Read *read, struct sheet *sheet, const struct looks_before *look)
{
    Arena *arena = request->arena;
    struct look_children_of_rows children;
    Out numbers = out_new(arena);
    TRY(look_children_of(read, look->number, &children));
    for (size_t i = 0; i < children.count; i++) {
        out_string(&numbers, i > 0 ? ", " : "");
        out_int(&numbers, children.at[i].child.n);
    }
    sheet_next(arena, sheet);
    struct sheet_cell *when = sheet_put(sheet, instant_words(arena, look->at));
    when->is_whole = true;
    when->more = text_format(arena, "look %lld", (long long)look->number);
    bool named = !text_is_empty(look->given) || !text_is_empty(look->family_name);
    sheet_put(sheet, named ? name_words(arena, look->given, look->family_name) : text_format(arena, "person %lld", (long long)look->looked.n))->more =
        text_of(duty_words(look->duty));
    struct sheet_cell *page = sheet_put(sheet, looked_page_words(arena, look->route));
    page->more = address_words(arena, request->site, look->route);
    if (look->searched)
        page->more = text_join(arena, page->more, T(", with a search"));
    if (look->refused)
        page->tag = (struct status_tag){T("late"), T("refused")};
    sheet_put(sheet, look->family.n == 0 ? T("–") : text_format(arena, "%lld", (long long)look->family.n));
    sheet_put(sheet, children.count == 0 ? T("–") : out_all(&numbers));
    return ok();
}

static Url more_of(Arena *arena, const struct narrowing *narrowing, const struct looks_page *page, int64_t before)
{
    Url url = listing_more(arena, url_looks(arena), before);
    if (narrowing->person.n != 0)
        url = url_asking(arena, url, "person", text_format(arena, "%lld", (long long)narrowing->person.n));
    if (!date_is_none(narrowing->day)) {
        url = url_asking(arena, url, "day", page->day);
        url = url_asking(arena, url, "month", page->month);
        url = url_asking(arena, url, "year", page->year);
    }
    return narrowing->refused ? url_asking(arena, url, "refused", T("yes")) : url;
}

static Err fill_looks(struct request *request, Read *read, const struct narrowing *narrowing, struct looks_page *page)
{
    Arena *arena = request->arena;
    struct look_last last = {0};
    struct looks_before_rows rows;
    bool found;
    int64_t since = 1, before;
    TRY(look_last(read, &last, &found));
    before = last.number + 1;
    if (!date_is_none(narrowing->day)) {
        TRY(first_since(read, instant_of_london(narrowing->day, 0, 0), last.number, &since));
        TRY(first_since(read, instant_of_london(date_plus_days(narrowing->day, 1), 0, 0), last.number, &before));
    }
    before = narrowing->before > 0 && narrowing->before < before ? narrowing->before : before;
    int64_t gone_to = before - LOOKS_SEARCHED > since ? before - LOOKS_SEARCHED : since;
    TRY(looks_before(read, gone_to, before, narrowing->person, narrowing->refused, LOOKS_ON_PAGE + 1, &rows));
    bool has_more = rows.count > LOOKS_ON_PAGE;
    rows.count = has_more ? LOOKS_ON_PAGE : rows.count;
    page->sheet = sheet_new(arena, T("Looks, the newest first"), "When|Who|Page|Family number|Child numbers", rows.count);
    page->sheet.caption_hidden = true;
    page->sheet.empty = T("Nothing was looked at here that fits.");
    for (size_t i = 0; i < rows.count; i++)
        TRY(look_row(request, read, &page->sheet, &rows.at[i]));
    if (has_more)
        page->more = more_of(arena, narrowing, page, rows.at[rows.count - 1].number);
    else if (gone_to > since)
        page->more = more_of(arena, narrowing, page, gone_to);
    return ok();
}

Err looks_page(struct request *request, struct response *response)
{
    Read *read;
    struct narrowing narrowing;
    struct looks_page page = {.here = url_looks(request->arena), .problems.title = T("There is a problem")};
    TRY(request_read(request, &read));
    TRY(frame_of(request, T("Record of looks"), FRAME_LOOKS, &page.frame));
    bool good = read_narrowing(request, &page, &narrowing);
    TRY(fill_people(read, request->arena, narrowing.person, &page.people));
    page.says = date_is_none(narrowing.day) ? T("The newest first") : text_join(request->arena, T("On "), date_full(request->arena, narrowing.day));
    if (!good) {
        struct problem_view *problem = ARENA_NEW(request->arena, struct problem_view);
        *problem = (struct problem_view){T("day"), page.day_error = T("Enter a day such as 27 3 2026, or leave all three empty")};
        page.problems.lines = (struct problem_views){problem, 1};
        page.frame.has_problems = true;
        page.says = T("Nothing is shown");
        page.sheet = sheet_new(request->arena, T("Looks"), "When", 0);
        page.sheet.empty = T("Mend the day first.");
        looks_html(&response->body, &page);
        return err(NOT_VALID, "the day is none");
    }
    TRY(fill_looks(request, read, &narrowing, &page));
    looks_html(&response->body, &page);
    return ok();
}
