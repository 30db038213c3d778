#include "pages/about/about.h"
#include "pages/about/about_html.h"
#include "pages/practice/own_limits.h"
#include "rules/gates.h"
#include "rules/moves.h"
#include "rules/profile_words.h"
#include "rules/workdays.h"

static const char *const DIVISIONS[DIVISION_COUNT] = {"England and Wales", "Scotland", "Northern Ireland"};

static Text events_words(Arena *arena, uint64_t events)
{
    Out out = out_new(arena);
    for (int i = 1; i < EVENT_COUNT; i++)
        if ((events & EVENT_BIT(i)) != 0)
            about_list(&out, event_words((enum event)i));
    return out_all(&out);
}

static Text stages_words(Arena *arena, uint64_t stages)
{
    Out out = out_new(arena);
    if ((stages & 1) != 0)
        about_list(&out, "No episode");
    for (int i = 1; i < STAGE_COUNT; i++)
        if ((stages & (UINT64_C(1) << i)) != 0)
            about_list(&out, stage_words((enum stage)i));
    return out_all(&out);
}

static Text between(Arena *arena, Date since, Date until)
{
    if (date_is_none(since) && date_is_none(until))
        return T("always");
    Text from = date_is_none(since) ? T("") : text_join(arena, T("from "), date_long(arena, since));
    Text to = date_is_none(until) ? T("") : text_join(arena, T(" until before "), date_long(arena, until));
    return text_trim(text_join(arena, from, to));
}

/* A row that a profile takes from the one it is like stands there too, to the last word; that profile prints it. */
static bool is_taken(const struct profile *profile, const struct obligation_row *row)
{
    const struct profile *like = profile_named(text_of(profile->like));
    for (size_t i = 0; like != NULL && i < like->count; i++)
        if (like->rows[i].kind == row->kind && text_equal_string(text_of(like->rows[i].source), row->source))
            return true;
    return false;
}

static bool is_taken_practice(const struct profile *profile, const struct practice_item *item)
{
    const struct profile *like = profile_named(text_of(profile->like));
    for (size_t i = 0; like != NULL && i < like->practice_count; i++)
        if (like->practice[i].kind == item->kind && like->practice[i].code == item->code && text_equal_string(text_of(like->practice[i].source), item->source))
            return true;
    return false;
}

/* Kinds that the profile it is like has and this one doesn't. */
static void out_without(Out *out, const struct profile *profile, const struct profile *like)
{
    size_t said = 0;
    for (size_t i = 0; i < like->count; i++) {
        bool there = false;
        for (size_t k = 0; k < profile->count; k++)
            there |= profile->rows[k].kind == like->rows[i].kind;
        if (there)
            continue;
        out_string(out, said++ == 0 ? " It has no limit for: " : "; ");
        out_string(out, obligation_kind_words(like->rows[i].kind));
    }
    out_string(out, said == 0 ? "" : ".");
}

static Text labelled(Arena *arena, const char *label, Text words) { return text_is_empty(words) ? words : text_join(arena, text_of(label), words); }

static void limit_row(Arena *arena, struct sheet *sheet, const struct profile *profile, const struct obligation_row *row)
{
    enum limit_standing standing = row->statutory ? LIMIT_STANDING_STATUTORY : row->lead ? LIMIT_STANDING_LEAD : LIMIT_STANDING_LOCAL;
    sheet_next(arena, sheet);
    sheet_put(sheet, text_of(obligation_kind_words(row->kind)))->more = text_of(obligation_kind_meaning(row->kind));
    sheet_put(sheet, text_join(arena, row_amount(arena, row), row->before ? TEXT_NONE : T(" after")))->more =
        row->warn_days == 0 ? TEXT_NONE : text_format(arena, "warning from %d days before", row->warn_days);
    sheet_put(sheet, events_words(arena, row->starts))->more =
        row->only_while == EVENT_NONE ? TEXT_NONE : text_join(arena, T("only while: "), text_of(event_words(row->only_while)));
    sheet_put(sheet, events_words(arena, row->ends))->more = labelled(arena, "not needed after: ", events_words(arena, row->stops & ~profile->always_stops));
    struct sheet_cell *stands = sheet_put(sheet, text_of(limit_standing_words(standing)));
    stands->more = between(arena, row->since, row->until);
    if (row->lead)
        stands->tag = (struct status_tag){T("wait"), T("Check it first")};
    sheet_put(sheet, text_of(row->source));
}

static void practice_row_of(Arena *arena, struct sheet *sheet, const struct practice_item *item)
{
    sheet_next(arena, sheet);
    sheet_put(sheet, practice_about(arena, item));
    sheet_put(sheet, practice_in_words(arena, item));
    sheet_put(sheet, text_of(item->source));
}

static Text profile_intro(Arena *arena, const struct profile *profile)
{
    Out out = out_new(arena);
    const struct profile *like = profile_named(text_of(profile->like));
    out_string(&out, limit_standing_words(profile->standing));
    out_string(&out, ". In force ");
    out_text(&out, between(arena, profile->since, profile->until));
    out_string(&out, ". Counts by the holidays of ");
    out_string(&out, DIVISIONS[profile->division]);
    out_string(&out, ". ");
    if (like != NULL) {
        out_string(&out, "Here stands what it says itself; everything else is as in ");
        out_string(&out, like->title);
        out_char(&out, '.');
        out_without(&out, profile, like);
        out_char(&out, ' ');
    }
    out_string(&out, "Days are counted from the day after. Nothing is needed any more after: ");
    out_text(&out, events_words(arena, profile->always_stops));
    out_string(&out, ". Source: ");
    out_string(&out, profile->source);
    return out_all(&out);
}

static void add_profile(Arena *arena, struct about_page *page, const struct profile *profile)
{
    struct sheet limits = sheet_new(arena, TEXT_NONE, "What is due|Within|Counted from|Met by|Stands on|Source", profile->count);
    struct sheet practice = sheet_new(arena, TEXT_NONE, "Practice|What holds|Source", profile->practice_count);
    limits.empty = practice.empty = T("Nothing of its own.");
    for (size_t i = 0; i < profile->count; i++)
        if (!is_taken(profile, &profile->rows[i]))
            limit_row(arena, &limits, profile, &profile->rows[i]);
    for (size_t i = 0; i < profile->practice_count; i++)
        if (!is_taken_practice(profile, &profile->practice[i]))
            practice_row_of(arena, &practice, &profile->practice[i]);
    Text id = text_join(arena, T("profile-"), text_of(profile->name));
    Text heading = text_format(arena, "Profile %s: %s", profile->name, profile->title);
    about_add(page, text_string(arena, id), text_string(arena, heading), text_string(arena, profile_intro(arena, profile)), limits);
    about_add_below(page, text_string(arena, text_join(arena, T("Practice: "), text_of(profile->title))), practice);
}

static void add_gates(Arena *arena, struct about_page *page)
{
    struct sheet sheet = sheet_new(arena, TEXT_NONE, "Asked|What is said while it is shut|Who may go on|Source", GATE_COUNT);
    for (int i = 1; i < GATE_COUNT; i++) {
        const struct gate_row *row = gate_row((enum gate)i);
        const char *who = row->class == GATE_WARN ? "Everyone: it only says so" : gate_who_goes_on((enum gate)i);
        sheet_next(arena, &sheet);
        sheet_put(&sheet, text_join(arena, T("To "), text_of(row->moment)));
        sheet_put(&sheet, text_of(row->says));
        sheet_put(&sheet, text_of(who))->more = row->class == GATE_WITH_REASON ? T("with a written reason") : TEXT_NONE;
        sheet_put(&sheet, text_of(row->source));
    }
    about_add(page, "gates", "Gates", "What must be so before an act is done. All shut gates are said at once; nobody's silence stops a child being protected.", sheet);
}

static void add_moves(Arena *arena, struct about_page *page)
{
    struct sheet sheet = sheet_new(arena, TEXT_NONE, "Move|From|To|Source", MOVE_ROW_COUNT);
    for (size_t i = 0; i < MOVE_ROW_COUNT; i++) {
        sheet_next(arena, &sheet);
        sheet_put(&sheet, text_of(move_words(MOVES[i].move)));
        sheet_put(&sheet, stages_words(arena, MOVES[i].from));
        sheet_put(&sheet, MOVES[i].to == STAGE_NONE ? T("stays where it is") : text_of(stage_words(MOVES[i].to)));
        sheet_put(&sheet, text_of(MOVES[i].source));
    }
    about_add(page, "moves", "Moves between the stages", "Where a child's episode can go from where it is. Any other move is refused, with the ones that are open.", sheet);
}

static void add_lists(Arena *arena, struct about_page *page)
{
    struct sheet sheet = sheet_new(arena, TEXT_NONE, "List|Choices|Source", CODE_LIST_COUNT);
    for (size_t i = 0; i < CODE_LIST_COUNT; i++) {
        Out words = out_new(arena);
        for (size_t j = 1; j < CODE_LISTS[i]->count; j++)
            about_list(&words, CODE_LISTS[i]->at[j].words);
        sheet_next(arena, &sheet);
        sheet_put(&sheet, text_of(CODE_LISTS[i]->name));
        sheet_put(&sheet, out_all(&words));
        sheet_put(&sheet, text_of(CODE_LISTS[i]->source));
    }
    about_add(page, "lists", "Lists of choices", "", sheet);
}

static void add_holidays(Arena *arena, struct about_page *page)
{
    struct sheet sheet = sheet_new(arena, TEXT_NONE, "Where|Years|#Holidays", DIVISION_COUNT);
    for (size_t i = 0; i < DIVISION_COUNT; i++) {
        sheet_next(arena, &sheet);
        sheet_put(&sheet, text_of(DIVISIONS[i]));
        sheet_put(&sheet, text_format(arena, "%d to %d", HOLIDAYS[i].year_first, HOLIDAYS[i].year_last));
        sheet_put_number(arena, &sheet, (int64_t)HOLIDAYS[i].count);
    }
    about_add(page, "holidays", "Holidays that are known", "A date outside these years is counted, and flagged.", sheet);
}

/* What this authority set in the place of its profile's limits comes first. */
static Err add_own_limits(struct request *request, struct about_page *page)
{
    Read *read;
    struct practice practice;
    struct sheet sheet;
    TRY(request_read(request, &read));
    TRY(practice_read(read, &practice));
    TRY(own_limits_sheet(read, &practice, false, &sheet));
    if (sheet.rows.count > 0)
        about_add(page, "own", "Time limits of our own", "What this authority set itself, in the place of its profile’s. It can be stricter than the law, never looser.", sheet);
    return ok();
}

Err about_rules_page(struct request *request, struct response *response)
{
    struct about_page page;
    TRY(about_begin(request, ABOUT_RULES, &page));
    page.has_contents = true;
    TRY(add_own_limits(request, &page));
    for (int own = 0; own < 2; own++) /* the nations, then what is like one of them */
        for (size_t i = 0; i < PROFILE_COUNT; i++)
            if ((PROFILES[i]->like[0] != '\0') == (own == 1))
                add_profile(request->arena, &page, PROFILES[i]);
    add_gates(request->arena, &page);
    add_moves(request->arena, &page);
    about_add_rights(request->arena, &page);
    add_lists(request->arena, &page);
    add_holidays(request->arena, &page);
    about_html(&response->body, &page);
    return ok();
}
