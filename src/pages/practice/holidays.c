#include "pages/practice/holidays.h"

#include "acts/people/dates_counted_anew_act.h"
#include "acts/people/holiday_withdrawn_act.h"
#include "pages/listing.h"
#include "pages/options.h"
#include "pages/practice/holidays_html.h"
#include "pages/practice/known.h"
#include "pages/practice/own_limits.h"
#include "store/holiday_sql.h"
#include "store/practice.h"
#include "web/url.h"

static const char *division_words(enum division division)
{
    switch (division) {
    case ENGLAND_AND_WALES: return "England and Wales";
    case SCOTLAND: return "Scotland";
    case NORTHERN_IRELAND: return "Northern Ireland";
    case DIVISION_COUNT: break;
    }
    return "";
}

/* 'by Wilder Larkfield on 20 March 2026'. */
static Text who_when(Arena *arena, Text given, Text family_name, Date day)
{
    bool known = !text_is_empty(given) || !text_is_empty(family_name);
    return text_format(arena, "by %.*s on %.*s", TEXT_ARGS(known ? name_words(arena, given, family_name) : T("Hearth")), TEXT_ARGS(date_long(arena, day)));
}

/* The day that was added and stands; NULL: the program's own. */
static const struct holidays_kept *added_on(const struct holidays_kept_rows *kept, const struct holidays *loaded, Date day)
{
    if (holiday_on(loaded, day) != NULL)
        return NULL;
    for (size_t i = 0; i < kept->count; i++)
        if (date_equal(kept->at[i].day, day) && date_is_none(kept->at[i].withdrawn_on))
            return &kept->at[i];
    return NULL;
}

static void add_coming(struct request *request, const struct practice *practice, const struct holidays *loaded, const struct holidays_kept_rows *kept,
                       struct sheet *sheet)
{
    Arena *arena = request->arena;
    const struct holidays *holidays = practice->holidays;
    *sheet = sheet_new(arena, T("Days that are not counted as working days"), "Day|Holiday|Where it is from", holidays->count);
    sheet->caption_hidden = true;
    sheet->empty = T("No holiday to come is known.");
    for (size_t i = 0; i < holidays->count; i++) {
        if (date_before(holidays->at[i].date, request->today))
            continue;
        const struct holidays_kept *added = added_on(kept, loaded, holidays->at[i].date);
        sheet_next(arena, sheet);
        sheet_put(sheet, date_full(arena, holidays->at[i].date));
        struct sheet_cell *name = sheet_put(sheet, text_of(holidays->at[i].name));
        if (added == NULL) {
            sheet_put(sheet, T("known to Hearth"));
            continue;
        }
        name->tag = (struct status_tag){T("info"), T("added here")};
        sheet_put(sheet, added->source)->more =
            text_join(arena, T("Added "), who_when(arena, added->by_given, added->by_family_name, added->added_on));
    }
}

static void add_added(struct request *request, const struct holidays_kept_rows *kept, struct sheet *sheet)
{
    Arena *arena = request->arena;
    *sheet = sheet_new(arena, T("Days that this authority added"), "Day|Holiday|Where it is from|Added|Taken back", kept->count);
    sheet->caption_hidden = true;
    for (size_t i = 0; i < kept->count; i++) {
        const struct holidays_kept *row = &kept->at[i];
        bool stands = date_is_none(row->withdrawn_on);
        sheet_next(arena, sheet);
        sheet_put(sheet, date_full(arena, row->day));
        struct sheet_cell *name = sheet_put(sheet, row->name);
        if (!stands)
            name->tag = (struct status_tag){T("none"), T("taken back")};
        sheet_put(sheet, row->source);
        sheet_put(sheet, who_when(arena, row->by_given, row->by_family_name, row->added_on));
        if (stands) {
            struct sheet_cell *take = sheet_put(sheet, T("Take it back"));
            Url form = url_act(arena, text_of(HOLIDAY_WITHDRAWN_ACT.address));
            take->link = url_asking(arena, form, "holiday", text_format(arena, "%lld", (long long)row->id.n));
        } else {
            sheet_put(sheet, who_when(arena, row->withdrawn_given, row->withdrawn_family_name, row->withdrawn_on))->more = row->withdrawn_why;
        }
    }
}

static void add_years(Arena *arena, enum division ours, struct sheet *sheet)
{
    *sheet = sheet_new(arena, T("Years with all their holidays"), "Where|Years|#Holidays", DIVISION_COUNT);
    sheet->caption_hidden = true;
    for (int i = 0; i < DIVISION_COUNT; i++) {
        sheet_next(arena, sheet);
        struct sheet_cell *where = sheet_put(sheet, text_of(division_words((enum division)i)));
        if ((enum division)i == ours)
            where->tag = (struct status_tag){T("info"), T("counted here")};
        sheet_put(sheet, text_format(arena, "%d to %d", HOLIDAYS[i].year_first, HOLIDAYS[i].year_last));
        sheet_put_number(arena, sheet, (int64_t)HOLIDAYS[i].count);
    }
}

/* The newest first; which one holds today, and which have not begun. */
static Err add_profiles(struct request *request, Read *read, const struct practice *practice, struct sheet *sheet)
{
    Arena *arena = request->arena;
    struct profiles_kept_rows rows;
    TRY(profiles_kept(read, &rows));
    *sheet = sheet_new(arena, T("Profiles, the last first"), "From|Time limits of|Why|Recorded", rows.count);
    sheet->caption_hidden = true;
    sheet->empty = T("No authority was set up yet: England’s hold.");
    bool holds = true; /* the first that has begun */
    for (size_t i = 0; i < rows.count; i++) {
        const struct profiles_kept *row = &rows.at[i];
        bool to_come = date_before(request->today, row->since);
        const struct profile *profile = practice_on(practice, row->since);
        sheet_next(arena, sheet);
        sheet_put(sheet, date_long(arena, row->since));
        struct sheet_cell *name = sheet_put(sheet, text_of(profile->title));
        if (to_come)
            name->tag = (struct status_tag){T("wait"), T("not begun")};
        else if (holds)
            name->tag = (struct status_tag){T("done"), T("holds now")};
        holds = holds && to_come;
        sheet_put(sheet, text_is_empty(row->why) ? T("set up with the authority") : row->why);
        sheet_put(sheet, who_when(arena, row->given, row->family_name, instant_london_date(row->recorded_at)));
    }
    return ok();
}

Err holidays_page(struct request *request, struct response *response)
{
    static const char *const ACTS[] = {"HOLIDAY_ADDED", "PROFILE_CHANGED", "LIMIT_SET"};
    Arena *arena = request->arena;
    Read *read;
    struct practice practice;
    struct holidays_kept_rows kept;
    struct holidays_known known;
    struct holidays_page page = {0};
    TRY(request_read(request, &read));
    TRY(frame_of(request, T("Holidays and time limits"), FRAME_HOLIDAYS, &page.frame));
    TRY(practice_read(read, &practice));
    TRY(holidays_kept(read, &kept));
    TRY(holidays_known_now(read, &practice, &known));
    enum division division = practice.periods[practice.count - 1].profile->division;
    page.lede = text_format(arena, "Time limits in working days pass over weekends and the holidays of %s. Add a day that was proclaimed after this version of Hearth "
                            "was made: the dates that wait across it move, and say why.", division_words(division));
    page.beyond = holidays_beyond_words(arena, &known);
    page.ends = holidays_end_words(arena, &known);
    page.stale = holidays_stale_words(arena, &known);
    page.count_anew = url_act(arena, text_of(DATES_COUNTED_ANEW_ACT.address));
    page.has_warnings = !text_is_empty(page.beyond) || !text_is_empty(page.ends);
    page.acts = listing_acts(request, ACTS, sizeof ACTS / sizeof ACTS[0]);
    add_coming(request, &practice, &HOLIDAYS[division], &kept, &page.coming);
    add_added(request, &kept, &page.added);
    page.has_added = kept.count > 0;
    add_years(arena, division, &page.years);
    TRY(add_profiles(request, read, &practice, &page.profiles));
    TRY(own_limits_sheet(read, &practice, true, &page.limits));
    page.has_limits = page.limits.rows.count > 0;
    holidays_html(&response->body, &page);
    return ok();
}
