#include "pages/family_record.h"
#include "pages/options.h"
#include "pages/work_parts.h"
#include "store/practice.h"
#include "store/work_sql.h"
#include "web/url.h"

enum {
    WEEK_DAYS = 7,       /* 'due this week' */
    LATER_DAYS = 28,     /* how far the list looks ahead */
    WEEK_ROWS = 4,           /* rows of the table of weeks: from the Monday after today */
    DUE_MOST = 200,      /* rows read, of what is late and of what comes */
    LATE_FIRST = 10,     /* late items before 'All 14' */
    ITEMS_MOST = 60,     /* items in one list */
    WORTH_MOST = 3,      /* conferences named for a week */
};

static const Date EVER = {-25567}; /* 1 January 1900: before any day on which something is due */

enum sort { SORT_VISIT, SORT_CONFERENCE, SORT_CORE_GROUP, SORT_REPORT, SORT_OTHER };

static enum sort sort_of(enum obligation_kind kind)
{
    switch (kind) {
    case OBLIGATION_KIND_VISIT: return SORT_VISIT;
    case OBLIGATION_KIND_INITIAL_CONFERENCE:
    case OBLIGATION_KIND_PRE_BIRTH_CONFERENCE:
    case OBLIGATION_KIND_TRANSFER_IN_CONFERENCE:
    case OBLIGATION_KIND_RECONVENE:
    case OBLIGATION_KIND_FIRST_REVIEW:
    case OBLIGATION_KIND_NEXT_REVIEW:
    case OBLIGATION_KIND_PRE_BIRTH_REVIEW: return SORT_CONFERENCE;
    case OBLIGATION_KIND_FIRST_CORE_GROUP:
    case OBLIGATION_KIND_NEXT_CORE_GROUP: return SORT_CORE_GROUP;
    case OBLIGATION_KIND_REPORTS_INITIAL:
    case OBLIGATION_KIND_REPORTS_REVIEW:
    case OBLIGATION_KIND_DECISION_LETTER:
    case OBLIGATION_KIND_CONFERENCE_NOTES: return SORT_REPORT;
    default: return SORT_OTHER;
    }
}

/* What an item is made from. */
struct due_of {
    struct request *request;
    struct work_page *page;
    struct work_due_rows rows;
    struct work_seen_rows seen;
    struct moved_news_rows moved; /* every move of what waits for one's own children */
    struct steps *steps;
    struct practice practice;
};

static bool same_item(const struct work_due *a, const struct work_due *b)
{
    return a->family.n == b->family.n && a->kind == b->kind && date_equal(a->due, b->due);
}

static bool said_before(const struct due_of *of, size_t at)
{
    for (size_t k = 0; k < at; k++)
        if (same_item(&of->rows.at[k], &of->rows.at[at]))
            return true;
    return false;
}

/* The conference or core group of that family that is booked, NULL when none is. */
static const struct work_meeting *booked_for(const struct work_page *page, FamilyId family, enum sort sort)
{
    const struct work_meetings *lists[] = {&page->meetings, &page->coming};
    for (size_t l = 0; l < 2; l++)
        for (size_t i = 0; i < lists[l]->count; i++) {
            const struct work_meeting *meeting = &lists[l]->at[i];
            if (meeting->family.n == family.n && ((sort == SORT_CONFERENCE && meeting->is_conference) || (sort == SORT_CORE_GROUP && meeting->is_core_group)))
                return meeting;
        }
    return NULL;
}

/* 'Oskar was last seen alone on 22 October 2026, 31 days ago.': of the item's children the one seen alone longest ago, or never. */
static Text seen_words(const struct due_of *of, size_t at)
{
    Arena *arena = of->request->arena;
    const struct work_due *first = NULL;
    Date alone = DATE_NONE;
    for (size_t i = at; i < of->rows.count; i++)
        for (size_t k = 0; same_item(&of->rows.at[at], &of->rows.at[i]) && k < of->seen.count; k++) {
            const struct work_seen *seen = &of->seen.at[k];
            if (seen->child.n != of->rows.at[i].child.n)
                continue;
            bool longer = first == NULL || (!date_is_none(alone) && (date_is_none(seen->last_alone) || date_before(seen->last_alone, alone)));
            if (longer) {
                first = &of->rows.at[i];
                alone = seen->last_alone;
            }
        }
    if (first == NULL)
        return TEXT_NONE;
    if (date_is_none(alone))
        return text_join(arena, first->given, T(" has not been seen alone."));
    int days = (int)date_days_between(alone, of->request->today);
    return text_format(arena, "%.*s was last seen alone on %.*s, %d %s ago.", TEXT_ARGS(first->given), TEXT_ARGS(date_long(arena, alone)), days,
                       days == 1 ? "day" : "days");
}

static Text stage_of_words(Arena *arena, const struct work_due *due)
{
    if (!text_is_empty(due->categories))
        return text_join(arena, T(" · plan – "), categories_words(arena, due->categories));
    return due->stage == STAGE_NONE ? TEXT_NONE : text_join(arena, T(" · "), text_of(stage_words(due->stage)));
}

/* 'Visit the child: Maja, Oskar, Lena': the same thing on the same day for one family is one item. */
static Err item_of(const struct due_of *of, size_t at, struct work_item *ret_item)
{
    struct request *request = of->request;
    Arena *arena = request->arena;
    const struct work_due *first = &of->rows.at[at];
    const struct work_meeting *meeting = booked_for(of->page, first->family, sort_of(first->kind));
    Out names = out_new(arena);
    for (size_t i = at; i < of->rows.count; i++) {
        if (!same_item(first, &of->rows.at[i]))
            continue;
        request_shows(request, of->rows.at[i].child);
        out_string(&names, names.len > 0 ? ", " : "");
        out_text(&names, text_is_empty(of->rows.at[i].given) ? T("unborn baby") : name_apart(arena, of->rows.at[i].given));
    }
    Text what = text_format(arena, "%s: %.*s", obligation_kind_words(first->kind), TEXT_ARGS(out_all(&names)));
    struct work_item item = {.day = date_short(arena, first->due), .what = what,
                             .family = text_join(arena, text_join(arena, name_apart(arena, first->family_name), T(" family")), stage_of_words(arena, first)),
                             .address = url_family(arena, first->family), .tag = due_tag(arena, first->due, request->today), .has_why = true,
                             .why = why_of(arena, &of->practice, first->kind, first->start, first->due, request->today, what)};
    item.why.proof = proof_of(arena, &(struct due_ref){first->child, first->kind, first->start, first->due});
    item.moved = work_moved_words(arena, &of->moved, first->child, first->kind, first->start);
    if (meeting != NULL) {
        item.more = text_format(arena, "It is booked for %.*s%.*s.", TEXT_ARGS(date_equal(meeting->day, request->today) ? T("today, ") : TEXT_NONE), TEXT_ARGS(meeting->time));
        item.address = meeting->address;
        *ret_item = item;
        return ok();
    }
    if (first->kind == OBLIGATION_KIND_VISIT)
        item.more = seen_words(of, at);
    TRY(steps_find(of->steps, (struct step_of){first->family, first->child, first->kind, first->start, first->due}, &item.steps));
    *ret_item = item;
    return ok();
}

/* Whose work is shown: one's own, with that of the teams one belongs to (the front door's), or of those one manages. */
enum whose { OWN, OWN_AND_TEAMS, MANAGED };

/* Rows of both due pieces have one shape. */
static Err find_due(Read *read, enum whose whose, Date since, Date until, struct work_due_rows *ret_due)
{
    if (whose != MANAGED)
        return work_due(read, whose == OWN_AND_TEAMS, since, until, DUE_MOST, ret_due);
    struct work_due_of_team_rows team;
    TRY(work_due_of_team(read, since, until, DUE_MOST, &team));
    ret_due->at = ARENA_MANY(read->arena, team.count, struct work_due);
    ret_due->count = team.count;
    for (size_t i = 0; i < team.count; i++)
        ret_due->at[i] = (struct work_due){team.at[i].child, team.at[i].given, team.at[i].family, team.at[i].family_name, team.at[i].kind, team.at[i].start,
                                           team.at[i].due, team.at[i].stage, team.at[i].categories};
    return ok();
}

/* ---- what is late ---- */

static size_t count_items(const struct due_of *of)
{
    size_t count = 0;
    for (size_t i = 0; i < of->rows.count; i++)
        count += !said_before(of, i);
    return count;
}

/* The first ten; '?late=all' shows more, whole days at a time, with a link that begins at the next day. */
static Err add_late(struct due_of *of, Read *read, enum whose whose)
{
    struct request *request = of->request;
    struct work_page *page = of->page;
    Arena *arena = request->arena;
    Text asked = form_get(&request->query, T("late"));
    Date since = EVER, yesterday = date_plus_days(request->today, -1), last = DATE_NONE;
    size_t most = text_is_empty(asked) ? LATE_FIRST : ITEMS_MOST;
    TRY(find_due(read, whose, EVER, yesterday, &of->rows));
    page->late_count = count_items(of);
    page->late_is_more = of->rows.count == DUE_MOST;
    if (date_read(asked, &since))
        TRY(find_due(read, whose, since, yesterday, &of->rows));
    page->late.at = ARENA_MANY(arena, of->rows.count, struct work_item);
    for (size_t i = 0; i < of->rows.count; i++) {
        Date due = of->rows.at[i].due;
        if (said_before(of, i))
            continue;
        if (page->late.count >= most && (most == LATE_FIRST || !date_equal(due, last))) {
            page->late_is_cut = true;
            page->late_more = most == LATE_FIRST ? text_format(arena, "All %zu%s", page->late_count, page->late_is_more ? "+" : "")
                : text_join(arena, T("Late since "), date_long(arena, due));
            page->late_all = url_asking(arena, url_work(arena), "late", most == LATE_FIRST ? T("all") : date_iso(arena, due));
            return ok();
        }
        TRY(item_of(of, i, &page->late.at[page->late.count++]));
        last = due;
    }
    return ok();
}

/* ---- the next four weeks ---- */

static void count_week(const struct due_of *of, Date monday, struct work_week *week)
{
    Arena *arena = of->request->arena;
    Date end = date_plus_days(monday, 7);
    Out worth = out_new(arena);
    size_t named = 0;
    const struct work_meetings *coming = &of->page->coming;
    for (size_t i = 0; i < coming->count; i++) {
        const struct work_meeting *meeting = &coming->at[i];
        if (date_before(meeting->day, monday) || !date_before(meeting->day, end))
            continue;
        week->meetings++;
        if (!meeting->is_conference || named++ >= WORTH_MOST)
            continue;
        Text rest = date_full(arena, meeting->day), weekday = text_cut(&rest, ' ');
        out_string(&worth, worth.len > 0 ? "; " : "");
        out_text(&worth, text_format(arena, "%.*s conference on %.*s", TEXT_ARGS(meeting->family_name), TEXT_ARGS(weekday)));
    }
    for (size_t i = 0; i < of->rows.count; i++) {
        const struct work_due *due = &of->rows.at[i];
        enum sort sort = sort_of(due->kind);
        if (date_before(due->due, monday) || !date_before(due->due, end) || said_before(of, i))
            continue;
        if (sort == SORT_VISIT)
            week->visits++;
        else if (sort == SORT_REPORT)
            week->reports++;
        else if (booked_for(of->page, due->family, sort) == NULL)
            week->others++;
    }
    week->week = date_short(arena, monday);
    week->worth = out_all(&worth);
}

static void add_weeks(const struct due_of *of)
{
    struct work_weeks *weeks = &of->page->weeks;
    Date monday = date_plus_days(of->request->today, 1);
    while (date_weekday(monday) != MONDAY)
        monday = date_plus_days(monday, 1);
    weeks->at = ARENA_MANY(of->request->arena, WEEK_ROWS, struct work_week);
    for (; weeks->count < WEEK_ROWS; monday = date_plus_days(monday, 7))
        count_week(of, monday, &weeks->at[weeks->count++]);
}

Err work_due_of(struct request *request, Read *read, bool manages, struct work_page *page)
{
    struct due_of of = {.request = request, .page = page, .steps = steps_new(request, read)};
    Date today = request->today, until = date_plus_days(today, WEEK_ROWS * 7 + 6);
    enum whose whose = page->begins ? OWN_AND_TEAMS : OWN;
    TRY(practice_read(read, &of.practice));
    TRY(moved_news(read, 0, &of.moved));
    TRY(work_seen(read, &of.seen));
    if (manages) { /* a manager without a case of their own sees the team's */
        struct work_due_rows own;
        TRY(work_due(read, false, EVER, until, 1, &own));
        page->late_is_of_team = own.count == 0;
        whose = page->late_is_of_team ? MANAGED : OWN;
    }
    TRY(add_late(&of, read, whose));
    TRY(find_due(read, whose, today, until, &of.rows));
    page->week.at = ARENA_MANY(request->arena, ITEMS_MOST, struct work_item);
    page->later.at = ARENA_MANY(request->arena, ITEMS_MOST, struct work_item);
    for (size_t i = 0; i < of.rows.count; i++) {
        int32_t days = date_days_between(today, of.rows.at[i].due);
        struct work_items *items = days <= WEEK_DAYS ? &page->week : &page->later;
        if (days <= LATER_DAYS && items->count < ITEMS_MOST && !said_before(&of, i))
            TRY(item_of(&of, i, &items->at[items->count++]));
    }
    page->week_count = page->week.count;
    if (of.rows.count > 0 || page->coming.count > 0)
        add_weeks(&of);
    return ok();
}
