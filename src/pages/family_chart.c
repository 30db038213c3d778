#include "pages/family_chart.h"

enum {
    BACK_DAYS = 365,    /* how far back at most */
    BACK_LEAST = 60,
    AHEAD_LEAST = 30,
    AHEAD_MOST = 200,
    ALONE_DAYS = 28,    /* a gap without being seen alone is drawn from here on */
    LETTER = 7,         /* width of a letter, never too small */
    SPACE = 8,          /* between two labels */
    NAME_LETTERS = 16,
};

/* What stands on a row, before it is drawn. */
struct moment {
    Date day;
    bool booked, late;
    Text label;
    struct due_ref due; /* of what is late */
};
struct course {
    Text name;
    struct moment *moments;
    size_t count;
    Date alone; /* the row of being seen alone: the last time; DATE_NONE for every other row */
};

struct courses {
    Arena *arena;
    Date today, begins, ends;
    Date plan, enquiry, enquiry_ends;
    bool is_now;
    struct course *at;
    size_t count;
};

/* '9 Oct' */
static Text day_words(Arena *arena, Date day)
{
    static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    int year, month, number;
    date_parts(day, &year, &month, &number);
    return text_format(arena, "%d %s", number, months[month - 1]);
}

static struct course *course(struct courses *courses, Text name, size_t room)
{
    struct course *made = &courses->at[courses->count++];
    *made = (struct course){.name = name, .moments = ARENA_MANY(courses->arena, room + 1, struct moment), .alone = DATE_NONE};
    return made;
}

static void add_moment(const struct courses *courses, struct course *to, struct moment moment)
{
    bool in_time = !date_is_none(moment.day) && !date_before(moment.day, courses->begins) && !date_before(date_plus_days(courses->today, AHEAD_MOST), moment.day);
    for (size_t i = 0; i < to->count; i++)
        in_time &= !date_equal(to->moments[i].day, moment.day) || to->moments[i].late != moment.late;
    if (in_time)
        to->moments[to->count++] = moment;
}

/* ---- what happened ---- */

/* The kinds of obligation that stand on a row: what is late of them is a triangle. */
static const uint64_t DUE_CONFERENCES = 1ULL << OBLIGATION_KIND_INITIAL_CONFERENCE | 1ULL << OBLIGATION_KIND_PRE_BIRTH_CONFERENCE |
    1ULL << OBLIGATION_KIND_TRANSFER_IN_CONFERENCE | 1ULL << OBLIGATION_KIND_RECONVENE | 1ULL << OBLIGATION_KIND_FIRST_REVIEW |
    1ULL << OBLIGATION_KIND_NEXT_REVIEW;
static const uint64_t DUE_CORE_GROUPS = 1ULL << OBLIGATION_KIND_FIRST_CORE_GROUP | 1ULL << OBLIGATION_KIND_NEXT_CORE_GROUP;
static const uint64_t DUE_VISITS = 1ULL << OBLIGATION_KIND_VISIT;

static void add_late(const struct courses *courses, const struct family_due_rows *due, uint64_t kinds, struct course *to)
{
    for (size_t i = 0; i < due->count; i++)
        if ((kinds >> due->at[i].kind & 1) != 0 && date_before(due->at[i].due, courses->today))
            add_moment(courses, to, (struct moment){.day = due->at[i].due, .late = true,
                .due = {due->at[i].child, due->at[i].kind, due->at[i].start, due->at[i].due}, .label = text_join(courses->arena, day_words(courses->arena, due->at[i].due), T(", late"))});
}

static Text conference_label(Arena *arena, enum conference_kind kind, Date day)
{
    const char *words = kind == CONFERENCE_KIND_REVIEW ? "review" : kind == CONFERENCE_KIND_INITIAL ? "initial"
        : kind == CONFERENCE_KIND_PRE_BIRTH ? "pre-birth" : "transfer-in";
    return text_join(arena, text_of(words), text_join(arena, T(" "), day_words(arena, day)));
}

static Err add_conferences(Read *read, const struct family_record *record, const struct family_due_rows *due, struct courses *courses)
{
    struct family_conferences_rows rows;
    TRY(family_conferences(read, record->family, &rows));
    struct course *to = course(courses, T("Conferences"), rows.count + due->count);
    for (size_t i = 0; i < rows.count; i++) {
        const struct family_conferences *row = &rows.at[i];
        bool happened = row->state == CONFERENCE_STATE_DECIDED || row->state == CONFERENCE_STATE_CLOSED || row->state == CONFERENCE_STATE_OPEN;
        bool booked = row->state == CONFERENCE_STATE_BOOKED || row->state == CONFERENCE_STATE_CONFIRMED;
        if (happened || (booked && !date_before(row->held_on, courses->today)))
            add_moment(courses, to, (struct moment){.day = row->held_on, .booked = booked, .label = conference_label(courses->arena, row->kind, row->held_on)});
    }
    add_late(courses, due, DUE_CONFERENCES, to);
    return ok();
}

static Err add_core_groups(Read *read, const struct family_record *record, const struct family_due_rows *due, struct courses *courses)
{
    struct family_meetings_rows rows;
    TRY(family_meetings(read, record->family, &rows));
    struct course *to = course(courses, T("Core groups"), rows.count + due->count);
    for (size_t i = 0; i < rows.count; i++) {
        const struct family_meetings *row = &rows.at[i];
        bool booked = date_is_none(row->held);
        Date day = booked ? row->planned : row->held;
        if (row->kind == MEETING_KIND_CORE_GROUP && (!booked || (!date_is_none(day) && !date_before(day, courses->today))))
            add_moment(courses, to, (struct moment){.day = day, .booked = booked, .label = day_words(courses->arena, day)});
    }
    add_late(courses, due, DUE_CORE_GROUPS, to);
    return ok();
}

static Err add_visits(Read *read, const struct family_record *record, const struct family_due_rows *due, struct courses *courses)
{
    struct family_visit_days_rows rows;
    TRY(family_visit_days(read, record->family, courses->begins, &rows));
    struct course *to = course(courses, T("Visits"), rows.count + due->count);
    for (size_t i = 0; i < rows.count; i++)
        add_moment(courses, to, (struct moment){.day = rows.at[i].made});
    add_late(courses, due, DUE_VISITS, to);
    return ok();
}

/* 'Oskar seen alone', cut to the room the name has. */
static Text alone_words(Arena *arena, Text name)
{
    if (text_code_points(name) + 11 <= NAME_LETTERS)
        return text_join(arena, name, T(" seen alone"));
    size_t end = 0;
    for (size_t letters = 0; letters < NAME_LETTERS - 7 && end < name.len; letters++)
        text_next(name, &end);
    Text cut = end < name.len ? text_join(arena, (Text){name.at, end}, T("…")) : name;
    return text_join(arena, cut, T(" alone"));
}

static Err add_seen_alone(Read *read, const struct family_record *record, struct courses *courses)
{
    struct family_alone_days_rows rows;
    TRY(family_alone_days(read, record->family, courses->begins, &rows));
    for (size_t c = 0; c < record->children.count; c++) {
        const struct family_children *child = &record->children.at[c];
        if (child->unborn || !date_is_none(child->died))
            continue;
        struct course *to = course(courses, alone_words(courses->arena, first_name(child)), rows.count);
        for (size_t i = 0; i < rows.count; i++)
            if (rows.at[i].child.n == child->child.n) {
                add_moment(courses, to, (struct moment){.day = rows.at[i].seen_on});
                if (date_is_none(to->alone) || date_before(to->alone, rows.at[i].seen_on))
                    to->alone = rows.at[i].seen_on;
            }
    }
    return ok();
}

static void sort_moments(struct course *of)
{
    for (size_t i = 1; i < of->count; i++)
        for (size_t k = i; k > 0 && date_before(of->moments[k].day, of->moments[k - 1].day); k--) {
            struct moment later = of->moments[k - 1];
            of->moments[k - 1] = of->moments[k];
            of->moments[k] = later;
        }
}

static Err courses_of(Read *read, const struct family_record *record, const struct family_due_rows *due, struct courses *courses)
{
    struct family_enquiries_rows enquiries;
    *courses = (struct courses){.arena = read->arena, .today = read->today, .begins = date_plus_days(read->today, -BACK_DAYS),
        .plan = DATE_NONE, .enquiry = DATE_NONE, .enquiry_ends = DATE_NONE, .at = ARENA_MANY(read->arena, record->children.count + 3, struct course)};
    TRY(add_conferences(read, record, due, courses));
    TRY(add_core_groups(read, record, due, courses));
    TRY(add_visits(read, record, due, courses));
    TRY(add_seen_alone(read, record, courses));
    for (size_t i = 0; i < courses->count; i++)
        sort_moments(&courses->at[i]);
    for (size_t i = 0; i < record->plans.count; i++)
        if (date_is_none(courses->plan) || date_before(record->plans.at[i].started, courses->plan))
            courses->plan = record->plans.at[i].started;
    TRY(family_enquiries(read, record->family, courses->begins, &enquiries));
    for (size_t i = 0; i < enquiries.count; i++) {
        const struct family_enquiries *row = &enquiries.at[i];
        Date ends = !date_is_none(row->concluded) ? row->concluded : read->today;
        if (!date_is_none(courses->plan) && date_before(courses->plan, ends))
            ends = courses->plan;
        if (i == 0 || date_before(row->started, courses->enquiry))
            courses->enquiry = row->started;
        if (i == 0 || date_before(courses->enquiry_ends, ends))
            courses->enquiry_ends = ends;
    }
    return ok();
}

/* From a few days before the first moment to a month or more after today. False: nothing happened and nothing is booked. */
static bool set_ends(struct courses *courses)
{
    Date first = date_plus_days(courses->today, -BACK_LEAST), last = date_plus_days(courses->today, AHEAD_LEAST);
    size_t moments = 0;
    for (size_t c = 0; c < courses->count; c++)
        for (size_t i = 0; i < courses->at[c].count; i++, moments++) {
            Date day = courses->at[c].moments[i].day;
            first = date_before(day, first) ? day : first;
            last = date_before(last, day) ? day : last;
        }
    if (!date_is_none(courses->enquiry) && date_before(courses->enquiry, first))
        first = date_before(courses->enquiry, courses->begins) ? courses->begins : courses->enquiry;
    courses->begins = date_plus_days(first, -7);
    courses->ends = date_plus_days(last, 10);
    return moments > 0;
}

/* ---- the drawing ---- */

/* The measures that differ between the wide drawing and the narrow one. */
struct measures {
    const char *id;
    int width, left, right, first, step; /* first: the line of the first row; step: to the next one */
    int name_up, label_up;               /* the row's name and its labels, above its line; below when negative */
    bool short_months;
};

static int64_t x_of(const struct courses *courses, const struct measures *of, Date day)
{
    int64_t days = date_days_between(courses->begins, courses->ends), past = date_days_between(courses->begins, day);
    past = past < 0 ? 0 : past > days ? days : past;
    return of->left + past * (of->right - of->left) / days;
}

/* Puts a label as near to the middle of its mark as the drawing's edges allow; not at all where another one stands. */
static void add_label(struct chart_labels *labels, const struct measures *of, int64_t middle, int64_t y, Text words, bool bold)
{
    int64_t wide = (int64_t)text_code_points(words) * LETTER, x = middle - wide / 2, most = of->width - wide;
    x = x > most ? most : x;
    x = x < of->left ? of->left : x;
    for (size_t i = 0; i < labels->count; i++) {
        int64_t other = labels->at[i].x, end = other + (int64_t)text_code_points(labels->at[i].words) * LETTER;
        if (x < end + SPACE && other < x + wide + SPACE)
            return;
    }
    labels->at[labels->count++] = (struct chart_label){x, y, words, bold};
}

static Text spoken_of(Arena *arena, const struct course *from)
{
    Out out = out_new(arena);
    for (size_t i = 0; i < from->count; i++) {
        const struct moment *moment = &from->moments[i];
        if (moment->late)
            continue;
        out_string(&out, out.len > 0 ? "; " : "");
        out_text(&out, date_long(arena, moment->day));
        out_string(&out, moment->booked ? " (booked)" : "");
    }
    return from->count > 0 ? out_all(&out) : T("none in this time");
}

static struct chart_lates lates_of(const struct courses *courses, const struct course *from)
{
    struct chart_lates lates = {ARENA_MANY(courses->arena, from->count, struct due_day), 0};
    for (size_t i = 0; i < from->count; i++) {
        const struct moment *moment = &from->moments[i];
        Text words = moment->late ? text_join(courses->arena, date_long(courses->arena, moment->day), T(" (due, late)")) : TEXT_NONE;
        if (moment->late)
            lates.at[lates.count++] = courses->is_now ? due_day(courses->arena, words, &moment->due) : (struct due_day){.words = words};
    }
    return lates;
}

static struct chart_row row_of(const struct courses *courses, const struct measures *of, const struct course *from, int64_t y)
{
    Arena *arena = courses->arena;
    int64_t label_y = y - of->label_up;
    struct chart_row row = {.name = from->name, .spoken = spoken_of(arena, from), .late = lates_of(courses, from), .name_y = y - of->name_up, .y = y, .left = of->left - 4, .right = of->right,
                            .triangle = y - 8};
    row.marks.at = ARENA_MANY(arena, from->count + 1, struct chart_mark);
    row.labels.at = ARENA_MANY(arena, from->count + 1, struct chart_label);
    int32_t days = date_is_none(from->alone) ? 0 : date_days_between(from->alone, courses->today);
    if (days >= ALONE_DAYS) {
        row.has_gap = true;
        row.gap_from = x_of(courses, of, from->alone) + 8;
        row.gap_to = x_of(courses, of, courses->today) - 2;
        add_label(&row.labels, of, (row.gap_from + row.gap_to) / 2, label_y, text_format(arena, "%d days", (int)days), true);
    }
    for (int important = 1; important >= 0; important--) /* what is late or booked has its words before what is done */
        for (size_t i = 0; i < from->count; i++) {
            const struct moment *moment = &from->moments[i];
            if ((moment->late || moment->booked) != (important == 1))
                continue;
            int64_t x = x_of(courses, of, moment->day);
            row.marks.at[row.marks.count++] = (struct chart_mark){x, !moment->booked && !moment->late, moment->booked, moment->late};
            if (!text_is_empty(moment->label))
                add_label(&row.labels, of, x, label_y, moment->label, important == 1);
        }
    return row;
}

static void add_months(const struct courses *courses, const struct measures *of, struct chart_labels *months)
{
    static const char *const names[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    int year, month, day;
    date_parts(courses->begins, &year, &month, &day);
    months->at = ARENA_MANY(courses->arena, 30, struct chart_label);
    int64_t free = of->left; /* where the last words end */
    for (size_t i = 0; i < 28; i++) {
        Date first;
        year += month == 12;
        month = month == 12 ? 1 : month + 1;
        if (!date_of(year, month, 1, &first) || !date_before(first, courses->ends))
            break;
        int64_t x = x_of(courses, of, first);
        Text words = month == 1 && !of->short_months ? text_format(courses->arena, "Jan %d", year) : text_of(names[month - 1]);
        int64_t wide = (int64_t)words.len * LETTER;
        bool fits = x >= free && x + wide <= of->width;
        months->at[months->count++] = (struct chart_label){x, 12, fits ? words : TEXT_NONE, false};
        free = fits ? x + wide + SPACE : free;
    }
}

static void add_ground(const struct courses *courses, const struct measures *of, struct chart_grounds *grounds, Text words, Date from, Date to, bool is_plan)
{
    int64_t x = x_of(courses, of, from), end = x_of(courses, of, to);
    int64_t wide = (int64_t)words.len * LETTER, inside = x + 6, before = x - wide - 4;
    bool fits = end - inside >= wide, fits_before = !is_plan && before >= of->left; /* a short enquiry has its name in front of it */
    if (end > x)
        grounds->at[grounds->count++] = (struct chart_ground){fits || fits_before ? words : TEXT_NONE, x, end - x, fits ? inside : before, is_plan};
}

static struct chart_drawing drawing_of(const struct courses *courses, const struct measures *of)
{
    Arena *arena = courses->arena;
    struct chart_drawing drawing = {.id = text_of(of->id), .width = of->width, .top = 18};
    drawing.rows.at = ARENA_MANY(arena, courses->count, struct chart_row);
    for (size_t i = 0; i < courses->count; i++)
        drawing.rows.at[drawing.rows.count++] = row_of(courses, of, &courses->at[i], of->first + (int64_t)i * of->step);
    drawing.bottom = of->first + ((int64_t)courses->count - 1) * of->step + 20;
    drawing.inside = drawing.bottom - drawing.top;
    drawing.height = drawing.bottom + 22;
    drawing.today = x_of(courses, of, courses->today);
    drawing.today_end = drawing.bottom + 4;
    drawing.today_words = text_join(arena, T("today, "), day_words(arena, courses->today));
    int64_t wide = (int64_t)drawing.today_words.len * LETTER;
    drawing.today_words_x = drawing.today + wide / 2 > of->width ? of->width - wide / 2 : drawing.today;
    drawing.today_words_y = drawing.bottom + 17;
    drawing.grounds.at = ARENA_MANY(arena, 2, struct chart_ground);
    if (!date_is_none(courses->plan))
        add_ground(courses, of, &drawing.grounds, T("Child protection plan"), courses->plan, courses->ends, true);
    if (!date_is_none(courses->enquiry))
        add_ground(courses, of, &drawing.grounds, T("Enquiry"), courses->enquiry, courses->enquiry_ends, false);
    add_months(courses, of, &drawing.months);
    return drawing;
}

Err family_chart_of(Read *read, const struct family_record *record, const struct family_due_rows *due, bool is_now, struct family_chart *ret_chart)
{
    static const struct measures wide = {"chart-wide", 640, 124, 628, 68, 44, -5, 10, false};
    static const struct measures narrow = {"chart-narrow", 343, 8, 331, 74, 52, 14, -19, true};
    struct courses courses;
    *ret_chart = (struct family_chart){0};
    if (!rights_have(record->rights, READ_RECORD))
        return ok();
    TRY(courses_of(read, record, due, &courses));
    courses.is_now = is_now;
    if (!set_ends(&courses))
        return ok();
    *ret_chart = (struct family_chart){true, drawing_of(&courses, &wide), drawing_of(&courses, &narrow)};
    return ok();
}
