#include "pages/family/own_why.h"

enum { SENTENCES_MOST = 6 };

/* What a rule counts from, as the family knows it. Whoever is asked to a meeting about an enquiry was told of it; its day is theirs to ask for,
 * not ours to write: it can be told to one parent and not yet to the other. */
static const struct {
    enum event event;
    const char *words; /* 'at most 3 months after …' */
    bool says_day;
} BEGINS[] = {
    {EVENT_CONCERN_RAISED, "somebody told us about a worry", false},
    {EVENT_STRATEGY_DISCUSSION, "we began to look into how safe the children are", false},
    {EVENT_ENQUIRY_STARTED, "we began to look into how safe the children are", false},
    {EVENT_TRANSFER_NOTIFIED, "the other council told us about the plan", false},
    {EVENT_CONFERENCE_INQUORATE, "the meeting that could not go on", true},
    {EVENT_INITIAL_CONFERENCE, "the first meeting", true},
    {EVENT_PRE_BIRTH_CONFERENCE, "the first meeting", true},
    {EVENT_TRANSFER_IN_CONFERENCE, "the first meeting", true},
    {EVENT_PLAN_STARTED, "the plan began", true},
    {EVENT_REVIEW_CONFERENCE, "the last meeting like this", true},
    {EVENT_CORE_GROUP, "the last small meeting", true},
    {EVENT_BIRTH_EXPECTED, "the day the baby is expected", true},
    {EVENT_BORN, "the baby was born", true},
};
enum { BEGINS_COUNT = sizeof BEGINS / sizeof BEGINS[0] };

/* The row of the first event that starts it; BEGINS_COUNT: none. Rows that several events start say the same of each. */
static size_t begins_of(const struct obligation_row *row)
{
    for (size_t i = 0; i < BEGINS_COUNT; i++)
        if (row->starts & EVENT_BIT(BEGINS[i].event))
            return i;
    return BEGINS_COUNT;
}

static Text rule_words(Arena *arena, const struct obligation_row *row, size_t begins, Date start)
{
    Out out = out_new(arena);
    out_string(&out, row->before ? "The rule: at least " : "The rule: at most ");
    out_amount(&out, row);
    out_string(&out, row->before ? " before " : " after ");
    out_string(&out, BEGINS[begins].words);
    if (BEGINS[begins].says_day) {
        out_string(&out, row->before ? ". That day is " : ". That was on ");
        out_text(&out, date_full(arena, start));
    }
    out_char(&out, '.');
    return out_all(&out);
}

/* 'Days off for everyone do not count. Here they are: Good Friday (3 April) and Easter Monday (6 April).' */
static Text days_off(Arena *arena, const struct working *working)
{
    Out out = out_new(arena);
    size_t named = 0, all = 0;
    for (size_t i = 0; i < working->count; i++)
        all += working->days[i].kind == DAY_HOLIDAY;
    if (all == 0)
        return TEXT_NONE;
    out_string(&out, all == 1 ? "A day off for everyone does not count. Here it is " : "Days off for everyone do not count. Here they are ");
    for (size_t i = 0; i < working->count; i++) {
        if (working->days[i].kind != DAY_HOLIDAY)
            continue;
        Text day = date_long(arena, working->days[i].date);
        day.len -= 5; /* without the year */
        out_string(&out, named == 0 ? "" : named + 1 == all ? " and " : ", ");
        out_text(&out, text_format(arena, "%s, %.*s", working->days[i].holiday, TEXT_ARGS(day)));
        named++;
    }
    out_char(&out, '.');
    return out_all(&out);
}

static void say(struct own_why_view *view, Text sentence)
{
    if (!text_is_empty(sentence))
        view->sentences.at[view->sentences.count++] = sentence;
}

struct own_why_view own_why_of(Arena *arena, const struct practice *practice, const struct due_ref *ref, Date held_on)
{
    struct own_why_view view = {.sentences = {ARENA_MANY(arena, SENTENCES_MOST, Text), 0}};
    const struct obligation_row *row = practice_row(practice, ref->kind, ref->start);
    size_t begins = row == NULL ? BEGINS_COUNT : begins_of(row);
    if (begins == BEGINS_COUNT)
        return view;
    struct working *working = ARENA_NEW(arena, struct working);
    (void)obligation_due(row, ref->start, practice->holidays, working);
    view.summary = T("By when must it be?");
    bool is_late = !date_is_none(held_on) && date_before(ref->due, held_on);
    say(&view, text_format(arena, is_late ? "It should be on %.*s, or before." : "It must be on %.*s, or before.", TEXT_ARGS(date_full(arena, ref->due))));
    if (is_late)
        say(&view, T("The day we chose is later. You can ask your social worker why."));
    say(&view, rule_words(arena, row, begins, ref->start));
    if (row->unit == WORKING_DAYS) {
        say(&view, T("Working days are Monday to Friday."));
        say(&view, days_off(arena, working));
    }
    if (date_before(ref->due, working->due))
        say(&view, text_format(arena, "The rule’s last day is %.*s. We chose an earlier day.", TEXT_ARGS(date_full(arena, working->due))));
    return view;
}
