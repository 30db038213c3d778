#include "pages/plan_check.h"

#include <stdlib.h>

#include "acts/act_kind.h"
#include "pages/act_whose.h"
#include "pages/family_record.h"
#include "pages/hours.h"
#include "pages/listing.h"
#include "pages/options.h"
#include "pages/plan_check_html.h"
#include "rules/birthdays.h"
#include "rules/numbers.h"
#include "rules/sounds.h"
#include "store/access.h"
#include "store/case_sql.h"
#include "store/organisation_sql.h"
#include "store/plan_check_sql.h"
#include "web/url.h"

enum {
    CHECK_WORDS = 6,       /* words of a name that are looked for */
    CHECK_FOUND = 20,      /* children one question may find */
    CHECK_UNBORN_DAYS = 42, /* how far an expected day may be off */
    CHECK_NEAR = 4,        /* possible matches shown, the nearest birthday first */
    CHECK_NEAR_READ = 400, /* children one question may weigh */
    CHECK_NEAR_WORDS = 2,  /* words of a name that must fit where the birthday doesn't, if so many were said */
};

struct found {
    struct found_child {
        ChildId child;
        Date born; /* read for possible matches alone */
        int words; /* of the name that fit */
    } at[CHECK_NEAR_READ];
    size_t count, most;
};

static void found_add(struct found *found, ChildId child, Date born)
{
    for (size_t i = 0; i < found->count; i++)
        if (found->at[i].child.n == child.n) {
            found->at[i].words++;
            return;
        }
    if (found->count < found->most)
        found->at[found->count++] = (struct found_child){child, born, 1};
}

/* What was asked, read. */
struct asked {
    Text name;
    Date born;
    char nhs[NHS_DIGITS];
    bool has_nhs;
};

static void problem(struct request *request, struct plan_check_page *page, const char *id, Text words)
{
    struct problem_views *lines = &page->problems.lines;
    if (lines->at == NULL)
        lines->at = ARENA_MANY(request->arena, 3, struct problem_view);
    lines->at[lines->count++] = (struct problem_view){text_of(id), words};
    page->frame.has_problems = true;
}

static Text typed(struct request *request, const char *name) { return text_trim(form_get(&request->form, text_of(name))); }

/* False: a problem stands on the page. */
static bool read_question(struct request *request, struct plan_check_page *page, struct asked *ret_asked)
{
    struct asked asked = {.name = typed(request, "name"), .born = DATE_NONE};
    int64_t day = 0, month = 0, year = 0;
    page->name = asked.name;
    page->day = typed(request, "born-day");
    page->month = typed(request, "born-month");
    page->year = typed(request, "born-year");
    page->nhs_number = typed(request, "nhs");
    bool has_born = !text_is_empty(page->day) || !text_is_empty(page->month) || !text_is_empty(page->year);
    asked.has_nhs = !text_is_empty(page->nhs_number) && nhs_number_read(page->nhs_number, asked.nhs);
    if (!text_is_empty(page->nhs_number) && !asked.has_nhs)
        problem(request, page, "nhs", page->nhs_error = T("Check the NHS number: it has 10 digits, and these are not one"));
    if (text_is_empty(asked.name) && text_is_empty(page->nhs_number))
        problem(request, page, "name", page->name_error = T("Enter the child's name, or the NHS number"));
    bool numbers = text_to_int(page->day, &day) && text_to_int(page->month, &month) && text_to_int(page->year, &year) && day > 0 && day < 32 && month > 0 &&
                   month < 13 && year > 0 && year < 10000;
    if (has_born && !(numbers && date_of((int)year, (int)month, (int)day, &asked.born)))
        problem(request, page, "born-day", page->born_error = T("Enter a day such as 27 3 2019"));
    else if (!has_born && !text_is_empty(asked.name) && text_is_empty(page->nhs_number))
        problem(request, page, "born-day", page->born_error = T("Enter the date of birth: names alone find the wrong child"));
    *ret_asked = asked;
    return page->problems.lines.count == 0;
}

static Err find_by_name(Read *read, const struct asked *asked, struct found *found)
{
    Text rest = sound_keys(read->arena, asked->name);
    for (int i = 0; i < CHECK_WORDS && !text_is_empty(rest); i++) {
        struct check_by_sound_rows born;
        struct check_unborn_rows unborn;
        Text sound = text_cut(&rest, ' ');
        if (text_is_empty(sound))
            continue;
        TRY(check_by_sound(read, sound, asked->born, &born));
        for (size_t j = 0; j < born.count; j++)
            found_add(found, born.at[j].child, DATE_NONE);
        TRY(check_unborn(read, sound, date_plus_days(asked->born, -CHECK_UNBORN_DAYS), date_plus_days(asked->born, CHECK_UNBORN_DAYS), &unborn));
        for (size_t j = 0; j < unborn.count; j++)
            found_add(found, unborn.at[j].child, DATE_NONE);
    }
    return ok();
}

static Err find(Read *read, const struct asked *asked, struct found *found)
{
    if (asked->has_nhs) {
        struct check_by_nhs_rows rows;
        TRY(check_by_nhs(read, (Text){asked->nhs, NHS_DIGITS}, &rows));
        for (size_t i = 0; i < rows.count; i++)
            found_add(found, rows.at[i].child, DATE_NONE);
    }
    return text_is_empty(asked->name) || date_is_none(asked->born) ? ok() : find_by_name(read, asked, found);
}

/* How many words of the name must fit before the birthday may be another. */
static int words_needed(Arena *arena, Text name)
{
    int words = 0;
    for (Text rest = sound_keys(arena, name); !text_is_empty(rest);)
        words += !text_is_empty(text_cut(&rest, ' '));
    return words < CHECK_NEAR_WORDS ? words : CHECK_NEAR_WORDS;
}

static bool has_whole_name(const struct found *found, int needed)
{
    for (size_t i = 0; i < found->count; i++)
        if (found->at[i].words >= needed)
            return true;
    return false;
}

/* Nobody of that whole name has that birthday: who has the name and a birthday that may be meant, the nearest first. */
static Err find_near(Read *read, const struct asked *asked, const struct found *exact, struct found *near)
{
    int needed = words_needed(read->arena, asked->name);
    if (text_is_empty(asked->name) || date_is_none(asked->born) || has_whole_name(exact, needed))
        return ok();
    struct found *named = ARENA_NEW(read->arena, struct found);
    *named = (struct found){.most = CHECK_NEAR_READ};
    Text rest = sound_keys(read->arena, asked->name);
    for (int i = 0; i < CHECK_WORDS && !text_is_empty(rest); i++) {
        struct check_by_sound_about_rows rows;
        Text sound = text_cut(&rest, ' ');
        if (text_is_empty(sound))
            continue;
        TRY(check_by_sound_about(read, sound, date_plus_months(asked->born, -12 * BIRTHDAY_WRONG_YEARS), date_plus_months(asked->born, 12 * BIRTHDAY_WRONG_YEARS), &rows));
        for (size_t j = 0; j < rows.count; j++)
            if (needed >= CHECK_NEAR_WORDS ? birthday_may_be_of_year(asked->born, rows.at[j].born) : birthday_may_be(asked->born, rows.at[j].born))
                found_add(named, rows.at[j].child, rows.at[j].born);
    }
    for (size_t i = 0; i < named->count; i++) {
        const struct found_child *one = &named->at[i];
        bool is_exact = date_equal(one->born, asked->born);
        for (size_t k = 0; k < exact->count; k++)
            is_exact |= exact->at[k].child.n == one->child.n; /* stands in the answer already */
        int32_t apart = date_days_between(asked->born, one->born);
        if (is_exact || one->words < needed)
            continue;
        size_t place = near->count;
        while (place > 0 && abs(date_days_between(asked->born, near->at[place - 1].born)) > abs(apart))
            place--;
        if (place >= near->most)
            continue;
        near->count += near->count < near->most;
        for (size_t k = near->count - 1; k > place; k--)
            near->at[k] = near->at[k - 1];
        near->at[place] = *one;
    }
    return ok();
}

/* Where the record can be opened: by right, or in an emergency. */
static Err fill_doors(struct request *request, Read *read, ChildId child, bool hidden, struct plan_check_answer *answer)
{
    Rights rights;
    struct family_of_child family;
    const struct act_kind *glass = act_kind_named(T("GLASS_BROKEN"));
    TRY(rights_on_child(read, child, &rights));
    TRY(family_of_child(read, child, &family));
    if (rights_have(rights, KNOW_CHILD))
        answer->family = url_family(request->arena, family.family);
    else if (!hidden && glass != NULL && glass->on == ON_FAMILY && rights_have(rights_of_duty(request->duty), BREAK_GLASS))
        answer->break_glass = url_asking(request->arena, url_family_act(request->arena, family.family, text_of(glass->address)), ACT_WHOSE_FOUND,
                                         text_format(request->arena, "%lld", (long long)child.n));
    return ok();
}

static void fill_whom_to_ring(Arena *arena, const struct check_child *child, const struct authority_now *authority, struct plan_check_answer *answer)
{
    bool named = !child->hidden && (!text_is_empty(child->worker_given) || !text_is_empty(child->worker_family_name));
    answer->urgent_telephone = authority->urgent_telephone;
    answer->ring_telephone = !text_is_empty(child->team_telephone) ? child->team_telephone : authority->telephone;
    answer->ring = text_is_empty(child->team) ? authority->name : child->team;
    if (!named)
        return;
    Text name = name_words(arena, child->worker_given, child->worker_family_name);
    answer->ring = text_is_empty(child->team) ? name : text_format(arena, "%.*s, %.*s", TEXT_ARGS(name), TEXT_ARGS(child->team));
    if (!text_is_empty(child->worker_telephone))
        answer->ring_telephone = child->worker_telephone;
}

/* 'Police protection until Monday 30 November 2026 at 2:15am. ', of a closed record too: who meets the child tonight must know it. */
static Text protection_words(Arena *arena, const struct check_child *child)
{
    if (child->protection == PROTECTION_KIND_NONE)
        return TEXT_NONE;
    bool ends = child->protected_until.us != 0;
    return text_format(arena, "%s%s%.*s. ", protection_kind_words(child->protection), ends ? " until " : "",
                       TEXT_ARGS(ends ? instant_words(arena, child->protected_until) : TEXT_NONE));
}

static Err fill_answer(struct request *request, Read *read, ChildId id, const struct authority_now *authority, bool is_near,
                       struct plan_check_answer *answer)
{
    Arena *arena = request->arena;
    struct check_child child;
    bool found;
    TRY(check_child(read, id, &child, &found));
    if (!found)
        return err(NOT_FOUND, "the child is not there");
    bool has_plan = child.plan.n != 0;
    answer->id = text_format(arena, "child-%lld", (long long)id.n);
    answer->hidden = child.hidden;
    answer->is_near = is_near;
    answer->tag = has_plan ? (struct status_tag){T("info"), T("On a plan")} : (struct status_tag){T("none"), T("Not on a plan")};
    fill_whom_to_ring(arena, &child, authority, answer);
    if (child.hidden && is_near) { /* whether that child has a plan is no answer about another birthday */
        answer->name = T("A child who may fit");
        answer->tag = (struct status_tag){T("wait"), T("Possible match")};
        answer->says = text_format(arena, "Check the name and the date of birth, and ring %.*s before you do anything else.", TEXT_ARGS(answer->ring));
        return ok();
    }
    if (child.hidden) {
        answer->name = T("A child who fits");
        answer->says = text_join(arena, protection_words(arena, &child),
            text_format(arena, has_plan ? "The child is on a plan. Ring %.*s before you do anything else." : "The child is not on a plan. Ring %.*s.", TEXT_ARGS(answer->ring)));
        return ok();
    }
    answer->name = name_words(arena, child.given, child.family_name);
    answer->age = age_words(arena, child.unborn, child.born, request->today);
    if (has_plan)
        answer->says = text_format(arena, "A child protection plan since %.*s: %.*s.", TEXT_ARGS(date_long(arena, child.started)), TEXT_ARGS(categories_words(arena, child.categories)));
    else if (child.stage != STAGE_NONE)
        answer->says = text_format(arena, "No plan, but the case is open: %s.", stage_words(child.stage));
    else
        answer->says = T("No plan, and no open case.");
    answer->says = text_join(arena, protection_words(arena, &child), answer->says);
    answer->worry = child.harm;
    answer->risk = child.risks;
    answer->contingency = child.contingency;
    answer->safety_plan = child.safety_plan;
    answer->safe_contact = !text_is_empty(child.safe_contact) ? child.safe_contact
                           : child.domestic_abuse            ? T("There is domestic abuse in this family. Ask the social worker before you ring, write or knock.")
                                                             : TEXT_NONE;
    return fill_doors(request, read, id, child.hidden, answer);
}

static Text question_words(Arena *arena, const struct plan_check_page *page, const struct asked *asked)
{
    Out out = out_new(arena);
    out_text(&out, page->name);
    if (!date_is_none(asked->born)) {
        out_string(&out, out.len > 0 ? ", born or expected " : "a child born ");
        out_text(&out, date_long(arena, asked->born));
    }
    if (asked->has_nhs) {
        out_string(&out, out.len > 0 ? ", NHS number " : "NHS number ");
        out_text(&out, page->nhs_number);
    }
    return out_all(&out);
}

static Err begin(struct request *request, Read *read, struct authority_now *ret_authority, struct plan_check_page *ret_page)
{
    struct hours hours;
    struct plan_check_page page = {.here = url_plan_check(request->arena), .problems.title = T("There is a problem"), .csrf = request_form_keys(request, 0).csrf};
    TRY(frame_of(request, T("Is this child on a plan?"), FRAME_CHECK, &page.frame));
    TRY(hours_now(request, read, &hours));
    *ret_authority = hours.authority;
    page.is_night = hours.is_night;
    page.urgent_telephone = hours.authority.urgent_telephone;
    *ret_page = page;
    return ok();
}

Err plan_check_page(struct request *request, struct response *response)
{
    Read *read;
    struct plan_check_page page;
    struct authority_now authority = {0};
    TRY(request_read(request, &read));
    TRY(begin(request, read, &authority, &page));
    plan_check_html(&response->body, &page);
    return ok();
}

static Err fill_answers(struct request *request, Read *read, const struct found *found, const struct authority_now *authority, bool is_near,
                        bool is_night, struct plan_check_answers *answers)
{
    for (size_t i = 0; i < found->count; i++) {
        request_shows(request, found->at[i].child);
        answers->at[answers->count].is_night = is_night;
        TRY(fill_answer(request, read, found->at[i].child, authority, is_near, &answers->at[answers->count++]));
    }
    return ok();
}

Err plan_check_form(struct request *request, struct response *response)
{
    Read *read;
    struct plan_check_page page;
    struct authority_now authority = {0};
    struct asked asked;
    static const char *const OPENS[] = {"FAMILY_OPENED"};
    struct found *found = ARENA_NEW(request->arena, struct found), *near = ARENA_NEW(request->arena, struct found);
    TRY(request_read(request, &read));
    TRY(begin(request, read, &authority, &page));
    if (!read_question(request, &page, &asked)) {
        plan_check_html(&response->body, &page);
        return err(NOT_VALID, "the question is not whole");
    }
    *found = (struct found){.most = CHECK_FOUND};
    *near = (struct found){.most = CHECK_NEAR};
    TRY(find(read, &asked, found));
    TRY(find_near(read, &asked, found, near));
    page.answered = true;
    page.asked = question_words(request->arena, &page, &asked);
    request_searched(request, page.asked);
    page.answers.at = ARENA_MANY(request->arena, CHECK_FOUND, struct plan_check_answer);
    page.near.at = ARENA_MANY(request->arena, CHECK_NEAR, struct plan_check_answer);
    TRY(fill_answers(request, read, found, &authority, false, page.is_night, &page.answers));
    TRY(fill_answers(request, read, near, &authority, true, page.is_night, &page.near));
    page.none = found->count + near->count == 0;
    struct frame_links opens = listing_acts(request, OPENS, 1);
    page.open_family = opens.count > 0 ? opens.at[0].address : URL_NONE;
    page.name = page.day = page.month = page.year = page.nhs_number = TEXT_NONE;
    page.frame.looks_recorded = true;
    plan_check_html(&response->body, &page);
    return ok();
}
