#include "pages/people.h"

#include "acts/act_kind.h"
#include "acts/people/worker_left_act.h"
#include "pages/listing.h"
#include "pages/listing_html.h"
#include "pages/options.h"
#include "store/administration_sql.h"
#include "web/url.h"

enum { PEOPLE_ON_PAGE = 50 };

static struct status_tag account_tag(Arena *arena, const struct staff_after *row, Date today)
{
    if (!date_is_none(row->ends) && !date_before(today, row->ends))
        return (struct status_tag){T("none"), text_join(arena, T("left on "), date_long(arena, row->ends))};
    if (date_before(today, row->begins))
        return (struct status_tag){T("wait"), text_join(arena, T("begins on "), date_long(arena, row->begins))};
    if (text_is_empty(row->sign_in))
        return (struct status_tag){T("wait"), T("no sign-in yet")};
    return (struct status_tag){0};
}

/* The name opens what may be done with the account, when the program has an act for it; the last cell, that somebody leaves. */
static void staff_row(struct request *request, struct sheet *sheet, const struct staff_after *row)
{
    Arena *arena = request->arena;
    const struct act_kind *moves = act_kind_named(T("WORKER_MOVED"));
    bool has_left = !date_is_none(row->ends) && !date_before(request->today, row->ends);
    sheet_next(arena, sheet);
    struct sheet_cell *name = sheet_put(sheet, name_words(arena, row->given, row->family_name));
    if (moves != NULL && moves->on == ON_PERSON)
        name->link = url_person_act(arena, row->worker, text_of(moves->address));
    name->tag = account_tag(arena, row, request->today);
    sheet_put(sheet, text_of(duty_words(row->duty)))->more = row->job;
    sheet_put(sheet, !text_is_empty(row->team) ? row->team : !text_is_empty(row->agency) ? row->agency : T("none"));
    bool managed = !text_is_empty(row->manager_given) || !text_is_empty(row->manager_family_name);
    sheet_put(sheet, managed ? name_words(arena, row->manager_given, row->manager_family_name) : T("nobody"));
    sheet_put(sheet, text_is_empty(row->telephone) ? T("not known") : row->telephone)->is_whole = true;
    sheet_put(sheet, text_is_empty(row->sign_in) ? T("none") : row->sign_in);
    struct sheet_cell *leaves = sheet_put(sheet, has_left ? T("has left") : T("End this account"));
    if (!has_left)
        leaves->link = url_person_act(arena, row->worker, text_of(WORKER_LEFT_ACT.address));
}

/* 'Accounts today: Auditor 1 · Social worker 12': families' accounts too, as a number. */
static Text accounts_words(Arena *arena, const struct accounts_counted_rows *counted)
{
    Out out = out_new(arena);
    out_string(&out, "Accounts today: ");
    for (size_t i = 0; i < counted->count; i++) {
        out_string(&out, i > 0 ? " · " : "");
        out_string(&out, duty_words(counted->at[i].duty));
        out_char(&out, ' ');
        out_int(&out, counted->at[i].accounts);
    }
    return out_all(&out);
}

Err people_page(struct request *request, struct response *response)
{
    static const char *const ACTS[] = {"WORKER_ADDED"};
    Read *read;
    struct staff_key key = {0};
    struct staff_after_rows rows;
    struct accounts_counted_rows counted;
    bool found = false;
    struct listing_page page = {.title = T("People"), .more_words = T("Next people"),
        .intro = T("Everyone who works with Hearth, by family name. Accounts of families are not listed here: who keeps the service sees no case.")};
    PersonId after = {listing_after(request)};
    TRY(request_read(request, &read));
    TRY(frame_of(request, page.title, FRAME_SERVICE, &page.frame));
    if (after.n != 0)
        TRY(staff_key(read, after, &key, &found));
    TRY(staff_after(read, found ? key.sort_key : TEXT_NONE, found ? after : (PersonId){0}, PEOPLE_ON_PAGE + 1, &rows));
    TRY(accounts_counted(read, &counted));
    bool has_more = rows.count > PEOPLE_ON_PAGE;
    rows.count = has_more ? PEOPLE_ON_PAGE : rows.count;
    page.acts = listing_acts(request, ACTS, sizeof ACTS / sizeof ACTS[0]);
    page.sheet = sheet_new(request->arena, T("Accounts"), "Name|Account|Team or agency|Answers to|Telephone|Sign-in name|Leaving", rows.count);
    page.sheet.empty = T("Nobody has an account yet.");
    for (size_t i = 0; i < rows.count; i++)
        staff_row(request, &page.sheet, &rows.at[i]);
    page.foot = accounts_words(request->arena, &counted);
    if (has_more)
        page.more = listing_more(request->arena, url_people(request->arena), rows.at[rows.count - 1].worker.n);
    listing_html(&response->body, &page);
    return ok();
}

static void team_rows(Arena *arena, struct sheet *sheet, const struct teams_kept_rows *teams)
{
    *sheet = sheet_new(arena, T("Teams"), "Team|What it is for|Telephone|Email|#People", teams->count);
    sheet->empty = T("There is no team yet.");
    for (size_t i = 0; i < teams->count; i++) {
        sheet_next(arena, sheet);
        sheet_put(sheet, teams->at[i].name);
        sheet_put(sheet, text_of(duty_words(teams->at[i].duty)));
        sheet_put(sheet, teams->at[i].telephone)->is_whole = true;
        sheet_put(sheet, text_is_empty(teams->at[i].email) ? T("none") : teams->at[i].email);
        sheet_put_number(arena, sheet, teams->at[i].people);
    }
}

Err agencies_page(struct request *request, struct response *response)
{
    static const char *const ACTS[] = {"TEAM_ADDED", "AGENCY_ADDED"};
    Arena *arena = request->arena;
    Read *read;
    struct teams_kept_rows teams;
    struct agencies_after_rows rows;
    struct listing_page page = {.title = T("Teams and agencies"), .more_words = T("Next agencies")};
    AgencyId after = {listing_after(request)};
    TRY(request_read(request, &read));
    TRY(frame_of(request, page.title, FRAME_AGENCIES, &page.frame));
    TRY(agencies_after(read, after, PEOPLE_ON_PAGE + 1, &rows));
    if (after.n == 0) {
        TRY(teams_kept(read, &teams));
        team_rows(arena, &page.first, &teams);
    }
    bool has_more = rows.count > PEOPLE_ON_PAGE;
    rows.count = has_more ? PEOPLE_ON_PAGE : rows.count;
    page.acts = listing_acts(request, ACTS, sizeof ACTS / sizeof ACTS[0]);
    page.sheet = sheet_new(arena, T("Agencies"), "Agency|What it is|Telephone|Email|Where|#People", rows.count);
    page.sheet.empty = T("There is no agency yet.");
    for (size_t i = 0; i < rows.count; i++) {
        sheet_next(arena, &page.sheet);
        sheet_put(&page.sheet, rows.at[i].name);
        sheet_put(&page.sheet, text_of(agency_kind_words(rows.at[i].kind)));
        sheet_put(&page.sheet, rows.at[i].telephone)->is_whole = true;
        sheet_put(&page.sheet, text_is_empty(rows.at[i].email) ? T("none") : rows.at[i].email);
        sheet_put(&page.sheet, text_is_empty(rows.at[i].place) ? T("not known") : rows.at[i].place);
        sheet_put_number(arena, &page.sheet, rows.at[i].people);
    }
    if (has_more)
        page.more = listing_more(arena, url_agencies(arena), rows.at[rows.count - 1].agency.n);
    listing_html(&response->body, &page);
    return ok();
}
