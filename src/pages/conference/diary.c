#include "pages/conference/diary.h"

#include "acts/conference/at_conference.h"
#include "acts/conference/conference_booked_act.h"
#include "acts/conference/conference_moved_act.h"
#include "pages/conference/diary_html.h"
#include "pages/options.h"
#include "rules/profile.h"
#include "rules/workdays.h"
#include "store/conference_page_sql.h"
#include "store/diary_sql.h"
#include "store/options_sql.h"
#include "store/practice.h"
#include "web/fields.h"
#include "web/url.h"

/* What the reader asked to see. */
struct asked {
    Date monday;
    PersonId chair; /* n == 0: whoever */
    Text room;      /* 'Elmfield Centre, Room 3'; empty: any */
    ConferenceId conference;
    struct conference_head head; /* of that conference */
    int lasts;                   /* minutes */
};

static Date monday_of(Date day) { return date_plus_days(day, -(int32_t)date_weekday(day)); }

static Text room_words(Arena *arena, Text place, Text room)
{
    return text_is_empty(room) ? place : text_format(arena, "%.*s, %.*s", TEXT_ARGS(place), TEXT_ARGS(room));
}

static Err read_asked(struct request *request, Read *read, const struct practice *practice, struct asked *asked)
{
    int64_t number = 0;
    if (!date_read(form_get(&request->query, T("week")), &asked->monday))
        asked->monday = date_plus_days(request->today, date_weekday(request->today) >= SATURDAY ? DIARY_DAYS : 0); /* at the end of a week, the next */
    asked->monday = monday_of(asked->monday);
    if (text_to_int(form_get(&request->query, T("chair")), &number) && number > 0)
        asked->chair.n = number;
    asked->room = form_get(&request->query, T("room"));
    number = 0;
    if (text_to_int(form_get(&request->query, T("conference")), &number) && number > 0) {
        struct conference_page_children_rows children;
        asked->conference.n = number;
        TRY(conference_head(read, asked->conference, &asked->head));
        TRY(conference_page_children(read, asked->conference, &children));
        for (size_t i = 0; i < children.count; i++)
            request_shows(request, children.at[i].child);
        if (!form_has(&request->query, T("chair")))
            asked->chair = asked->head.chair;
        if (!form_has(&request->query, T("room")) && !text_is_empty(asked->head.room))
            asked->room = room_words(request->arena, asked->head.place, asked->head.room);
    }
    int lasts = profile_number(practice_on(practice, asked->monday), PRACTICE_KIND_LASTS);
    asked->lasts = lasts > 0 ? lasts : CONFERENCE_LASTS_MINUTES;
    return ok();
}

static Err fill_choices(Read *read, const struct asked *asked, struct diary_page *page)
{
    Arena *arena = read->arena;
    struct option_chairs_rows chairs;
    struct diary_rooms_rows rooms;
    TRY(option_chairs(read, &chairs));
    TRY(diary_rooms(read, date_plus_days(read->today, -DIARY_ROOMS_SINCE), &rooms));
    page->chairs.at = ARENA_MANY(arena, chairs.count + 1, struct diary_choice);
    page->chairs.at[page->chairs.count++] = (struct diary_choice){TEXT_NONE, T("Any chair"), asked->chair.n == 0};
    for (size_t i = 0; i < chairs.count; i++)
        page->chairs.at[page->chairs.count++] =
            (struct diary_choice){text_format(arena, "%lld", (long long)chairs.at[i].id), chairs.at[i].words, chairs.at[i].id == asked->chair.n};
    page->rooms.at = ARENA_MANY(arena, rooms.count + 1, struct diary_choice);
    page->rooms.at[page->rooms.count++] = (struct diary_choice){TEXT_NONE, T("Any room"), text_is_empty(asked->room)};
    for (size_t i = 0; i < rooms.count; i++) {
        Text words = room_words(arena, rooms.at[i].place, rooms.at[i].room);
        page->rooms.at[page->rooms.count++] = (struct diary_choice){words, words, text_equal(words, asked->room)};
    }
    return ok();
}

/* The week's rows, of which the conference that is to be booked or moved takes nobody's time. */
struct week {
    struct request *request;
    const struct asked *asked;
    const struct practice *practice;
    struct diary_taken_rows rows;
};

static bool takes(const struct week *week, const struct diary_taken *row)
{
    const struct asked *asked = week->asked;
    bool chair = asked->chair.n != 0 && row->chair.n == asked->chair.n;
    bool room = !text_is_empty(asked->room) && text_equal(room_words(week->request->arena, row->place, row->room), asked->room);
    return row->conference.n != asked->conference.n && row->starts.us != INSTANT_NONE.us && (chair || room);
}

static bool is_free(const struct week *week, Date day, int minutes)
{
    int64_t lasts = week->asked->lasts * MINUTE_US;
    Instant from = instant_of_london(day, minutes / 60, minutes % 60);
    for (size_t i = 0; i < week->rows.count; i++)
        if (takes(week, &week->rows.at[i]) && week->rows.at[i].starts.us < from.us + lasts && from.us < week->rows.at[i].starts.us + lasts)
            return false;
    return from.us > week->request->now.us;
}

/* The form that books the conference, or moves it, begun with that time. */
static Url address_of(const struct week *week, Date day, int minutes)
{
    const struct asked *asked = week->asked;
    Arena *arena = week->request->arena;
    const struct act_kind *kind = asked->conference.n == 0                                     ? NULL
                                  : at_is_open(CONFERENCE_MOVED_ACT.name, asked->head.state)  ? &CONFERENCE_MOVED_ACT
                                  : at_is_open(CONFERENCE_BOOKED_ACT.name, asked->head.state) ? &CONFERENCE_BOOKED_ACT
                                                                                              : NULL;
    int year, month, number;
    if (kind == NULL)
        return URL_NONE;
    date_parts(day, &year, &month, &number);
    Url url = url_conference_act(arena, asked->conference, text_of(kind->address));
    url = url_asking(arena, url, "held_on-day", text_format(arena, "%d", number));
    url = url_asking(arena, url, "held_on-month", text_format(arena, "%d", month));
    url = url_asking(arena, url, "held_on-year", text_format(arena, "%d", year));
    return url_asking(arena, url, "time", minutes_words(arena, minutes));
}

/* Beginnings one after another are one line: '9:00am to 12:30pm'. With a conference each leads to its form. */
static struct diary_frees frees_of(const struct week *week, Date day)
{
    Arena *arena = week->request->arena;
    struct diary_frees frees = {ARENA_MANY(arena, DIARY_CLOSES / DIARY_STEP, struct diary_free), 0};
    bool each = week->asked->conference.n != 0;
    for (int from = DIARY_OPENS; from + week->asked->lasts <= DIARY_CLOSES; from += DIARY_STEP) {
        int to = from;
        if (!is_free(week, day, from))
            continue;
        while (!each && to + DIARY_STEP + week->asked->lasts <= DIARY_CLOSES && is_free(week, day, to + DIARY_STEP))
            to += DIARY_STEP;
        Text first = minutes_words(arena, from);
        frees.at[frees.count++] = (struct diary_free){
            from == to ? first : text_format(arena, "%.*s to %.*s", TEXT_ARGS(first), TEXT_ARGS(minutes_words(arena, to))), address_of(week, day, from)};
        from = to;
    }
    return frees;
}

static struct sheet taken_sheet(const struct week *week, Date day)
{
    Arena *arena = week->request->arena;
    struct sheet sheet = sheet_new(arena, text_join(arena, T("Taken on "), date_full(arena, day)), "Time|Chair|Room|Conference", week->rows.count);
    sheet.caption_hidden = true;
    for (size_t i = 0; i < week->rows.count; i++) {
        const struct diary_taken *row = &week->rows.at[i];
        if (!date_equal(row->held_on, day))
            continue;
        sheet_next(arena, &sheet);
        sheet_put(&sheet, row->starts.us == INSTANT_NONE.us ? T("No time yet") : minutes_words(arena, instant_london_minutes(row->starts)));
        sheet_put(&sheet, row->chair.n == 0 ? T("No chair yet") : name_words(arena, row->chair_given, row->chair_family_name));
        sheet_put(&sheet, text_is_empty(row->place) ? T("Not shown") : room_words(arena, row->place, row->room));
        struct sheet_cell *cell = sheet_put(&sheet, row->sees ? text_format(arena, "%.*s family", TEXT_ARGS(name_apart(arena, row->family_name))) : T("Taken"));
        if (row->sees) {
            cell->more = text_of(conference_kind_words(row->kind));
            cell->link = frame_conference(week->request, row->conference);
        }
    }
    return sheet;
}

static Text closed_words(const struct week *week, Date day)
{
    if (date_weekday(day) >= SATURDAY)
        return T("Weekend");
    for (size_t i = 0; i < week->practice->holidays->count; i++)
        if (date_equal(week->practice->holidays->at[i].date, day))
            return text_of(week->practice->holidays->at[i].name);
    return TEXT_NONE;
}

static void fill_days(const struct week *week, struct diary_page *page)
{
    Arena *arena = week->request->arena;
    Date due = week->asked->conference.n == 0 ? DATE_NONE : week->asked->head.due;
    page->days.at = ARENA_MANY(arena, DIARY_DAYS, struct diary_day);
    for (int i = 0; i < DIARY_DAYS; i++) {
        Date day = date_plus_days(week->asked->monday, i);
        struct diary_day shown = {.day = date_full(arena, day), .closed = closed_words(week, day), .taken = taken_sheet(week, day)};
        bool past = date_before(day, week->request->today);
        if (!date_is_none(due) && date_before(due, day))
            shown.late = T("After the last day on which it must be held: a reason is asked for.");
        if (text_is_empty(shown.closed) && !past)
            shown.free = frees_of(week, day);
        if (text_is_empty(shown.closed) || shown.taken.rows.count > 0)
            page->days.at[page->days.count++] = shown;
    }
}

static Url week_address(struct request *request, const struct asked *asked, int32_t days)
{
    Arena *arena = request->arena;
    Url url = url_asking(arena, url_diary(arena), "week", date_iso(arena, date_plus_days(asked->monday, days)));
    if (asked->chair.n != 0)
        url = url_asking(arena, url, "chair", text_format(arena, "%lld", (long long)asked->chair.n));
    if (!text_is_empty(asked->room))
        url = url_asking(arena, url, "room", asked->room);
    return asked->conference.n == 0 ? url : url_asking(arena, url, "conference", text_format(arena, "%lld", (long long)asked->conference.n));
}

/* Every conference of the week that the reader may know of is looked at. */
static Err show_children(struct request *request, Read *read, const struct diary_taken_rows *rows)
{
    for (size_t i = 0; i < rows->count; i++) {
        struct conference_page_children_rows children;
        if (!rows->at[i].sees)
            continue;
        TRY(conference_page_children(read, rows->at[i].conference, &children));
        for (size_t k = 0; k < children.count; k++)
            request_shows(request, children.at[k].child);
    }
    return ok();
}

Err diary_page(struct request *request, struct response *response)
{
    Arena *arena = request->arena;
    struct diary_page page = {0};
    struct practice practice;
    struct asked asked = {0};
    struct week week = {.request = request, .asked = &asked, .practice = &practice};
    Read *read;
    TRY(request_read(request, &read));
    if (request->duty != DUTY_CHAIR && request->duty != DUTY_CONFERENCE_ADMIN) { /* nothing of it is theirs to see */
        TRY(frame_of(request, T("Diary of chairs and rooms"), FRAME_NOWHERE, &page.frame));
        page.line = T("The diary is for those who chair and book conferences.");
        diary_html(&response->body, &page);
        return ok();
    }
    page.is_open = true;
    TRY(practice_read(read, &practice));
    TRY(read_asked(request, read, &practice, &asked));
    TRY(diary_taken(read, asked.monday, date_plus_days(asked.monday, DIARY_DAYS - 1), &week.rows));
    TRY(show_children(request, read, &week.rows));
    TRY(frame_of(request, T("Diary of chairs and rooms"), FRAME_DIARY, &page.frame));
    page.frame.looks_recorded = true;
    TRY(fill_choices(read, &asked, &page));
    page.here = url_diary(arena);
    page.before = week_address(request, &asked, -DIARY_DAYS);
    page.after = week_address(request, &asked, DIARY_DAYS);
    page.line = text_join(arena, T("Week of "), date_full(arena, asked.monday));
    page.week = date_iso(arena, asked.monday);
    page.lasts = asked.lasts % 60 == 0 ? text_format(arena, "for %d hour%s", asked.lasts / 60, asked.lasts == 60 ? "" : "s") : text_format(arena, "for %d minutes", asked.lasts);
    if (asked.conference.n != 0) {
        page.of = text_format(arena, "%lld", (long long)asked.conference.n);
        page.limit = text_format(arena, "%s, %.*s family%s%.*s", conference_kind_words(asked.head.kind), TEXT_ARGS(name_apart(arena, asked.head.family_name)),
                                 date_is_none(asked.head.due) ? "" : ": it must be held by ", TEXT_ARGS(date_long(arena, asked.head.due)));
    }
    fill_days(&week, &page);
    diary_html(&response->body, &page);
    return ok();
}
