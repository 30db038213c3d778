#include "pages/about/about.h"
#include "pages/about/about_html.h"
#include "rules/gates.h"
#include "rules/moves.h"
#include "rules/obligations.h"
#include "rules/workdays.h"

static const char *const UNITS[] = {[WORKING_DAYS] = "working days", [DAYS] = "days", [WEEKS] = "weeks", [MONTHS] = "months"};
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

static Text in_force(Arena *arena, const struct obligation_row *row)
{
    if (date_is_none(row->since) && date_is_none(row->until))
        return T("always");
    Text from = date_is_none(row->since) ? T("") : text_join(arena, T("from "), date_long(arena, row->since));
    Text until = date_is_none(row->until) ? T("") : text_join(arena, T(" until before "), date_long(arena, row->until));
    return text_trim(text_join(arena, from, until));
}

static void limit_row(Arena *arena, struct sheet *sheet, const struct obligation_row *row)
{
    sheet_next(arena, sheet);
    sheet_put(sheet, text_of(obligation_kind_words(row->kind)))->more = text_of(obligation_kind_meaning(row->kind));
    sheet_put(sheet, text_format(arena, "%d %s %s", row->number, UNITS[row->unit], row->before ? "before" : "after"));
    sheet_put(sheet, events_words(arena, row->starts));
    sheet_put(sheet, events_words(arena, row->ends));
    sheet_put(sheet, row->statutory ? T("Statutory") : T("Local"))->more = in_force(arena, row);
    sheet_put(sheet, text_of(row->source));
}

static void add_limits(Arena *arena, struct about_page *page, const struct profile *profile)
{
    struct sheet sheet = sheet_new(arena, TEXT_NONE, "What is due|Within|Counted from|Met by|Kind|Source", profile->count);
    for (size_t i = 0; i < profile->count; i++)
        limit_row(arena, &sheet, &profile->rows[i]);
    Text id = text_join(arena, T("limits-"), text_of(profile->name));
    Text heading = text_join(arena, T("Time limits: "), text_of(profile->title));
    Text intro = text_format(arena, "A meeting needs %d agencies at least (%s). Days are counted from the day after.", profile->quorum, profile->quorum_source);
    about_add(page, text_string(arena, id), text_string(arena, heading), text_string(arena, intro), sheet);
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

Err about_rules_page(struct request *request, struct response *response)
{
    struct about_page page;
    TRY(about_begin(request, ABOUT_RULES, &page));
    for (size_t i = 0; i < PROFILE_COUNT && page.sections.count < ABOUT_SECTIONS - 4; i++)
        add_limits(request->arena, &page, PROFILES[i]);
    add_gates(request->arena, &page);
    add_moves(request->arena, &page);
    add_lists(request->arena, &page);
    add_holidays(request->arena, &page);
    about_html(&response->body, &page);
    return ok();
}
