#include "rules/profile_words.h"

#include "base/out.h"

Text row_amount(Arena *arena, const struct obligation_row *row)
{
    Text words = due_amount(arena, row->number, row->unit);
    return row->before ? text_join(arena, words, T(" before")) : words;
}

Text minutes_amount(Arena *arena, int minutes)
{
    if (minutes >= 60 && minutes % 60 == 0)
        return text_format(arena, "%d hour%s", minutes / 60, minutes == 60 ? "" : "s");
    return text_format(arena, "%d minute%s", minutes, minutes == 1 ? "" : "s");
}

/* 'One, two and three' of a set. */
static Text set_in_words(Arena *arena, const struct code_list *list, uint64_t set, bool begins)
{
    Out out = out_new(arena);
    size_t all = 0, said = 0;
    for (size_t i = 1; i < list->count; i++)
        all += set >> i & 1;
    for (size_t i = 1; i < list->count; i++) {
        if ((set >> i & 1) == 0)
            continue;
        out_string(&out, said == 0 ? "" : said + 1 == all ? " and " : ", ");
        if (begins && said == 0)
            out_string(&out, list->at[i].words);
        else
            out_inside(&out, list->at[i].words);
        said++;
    }
    return out_all(&out);
}

Text agencies_in_words(Arena *arena, uint64_t agencies, bool begins) { return set_in_words(arena, &AGENCY_KIND_LIST, agencies, begins); }

Text practice_in_words(Arena *arena, const struct practice_item *item)
{
    switch (item->kind) {
    case PRACTICE_KIND_QUORUM:
    case PRACTICE_KIND_SUPPORTERS: return text_format(arena, "%d", item->number);
    case PRACTICE_KIND_EARLY: return text_join(arena, minutes_amount(arena, item->number), T(" before the conference"));
    case PRACTICE_KIND_LASTS: return minutes_amount(arena, item->number);
    case PRACTICE_KIND_INVITED:
    case PRACTICE_KIND_INVITED_UNBORN: return agencies_in_words(arena, item->set, true);
    case PRACTICE_KIND_AUDIO:
        return item->set == 0 ? T("No recording is made") : text_join(arena, T("Only with the consent of each: "), set_in_words(arena, &INVITED_AS_LIST, item->set, false));
    case PRACTICE_KIND_SUPPORTER: return set_in_words(arena, &SUPPORTER_MAY_LIST, item->set, true);
    case PRACTICE_KIND_STEP:
        return item->number == 0 ? text_of(item->words)
                                 : text_format(arena, "%s, within %.*s", item->words, TEXT_ARGS(due_amount(arena, item->number, item->unit)));
    case PRACTICE_KIND_WORD: return text_of(item->words);
    case PRACTICE_KIND_NONE:
    case PRACTICE_KIND_COUNT:
    default: break;
    }
    return TEXT_NONE;
}

Text practice_about(Arena *arena, const struct practice_item *item)
{
    Text about = text_of(practice_kind_words(item->kind));
    const char *which = "";
    if (item->kind == PRACTICE_KIND_SUPPORTER)
        which = invited_as_words((enum invited_as)item->code);
    else if (item->kind == PRACTICE_KIND_STEP)
        which = ladder_words((enum ladder)item->code);
    else if (item->kind == PRACTICE_KIND_WORD)
        which = practice_word_words((enum practice_word)item->code);
    return which[0] == '\0' ? about : text_format(arena, "%.*s: %s", TEXT_ARGS(about), which);
}

/* What a piece of practice puts into a hole of guidance. */
static Text practice_filled(Arena *arena, const struct profile *profile, Text hole, bool begins)
{
    static const struct {
        const char *hole;
        enum practice_kind kind;
    } HOLES[] = {{"invited", PRACTICE_KIND_INVITED}, {"invited_unborn", PRACTICE_KIND_INVITED_UNBORN}, {"supporters", PRACTICE_KIND_SUPPORTERS},
                 {"early", PRACTICE_KIND_EARLY}, {"lasts", PRACTICE_KIND_LASTS}};
    for (size_t i = 0; i < sizeof HOLES / sizeof HOLES[0]; i++) {
        const struct practice_item *item = profile_item(profile, HOLES[i].kind, 0);
        if (item == NULL || !text_equal_string(hole, HOLES[i].hole))
            continue;
        if (item->set != 0)
            return agencies_in_words(arena, item->set, begins);
        if (item->kind == PRACTICE_KIND_SUPPORTERS)
            return text_format(arena, "%d %s", item->number, item->number == 1 ? "person" : "people");
        return minutes_amount(arena, item->number);
    }
    return TEXT_NONE;
}

/* What a limit puts there. */
static Text limit_filled(Arena *arena, const struct profile *profile, Date day, Text hole)
{
    enum obligation_kind kind;
    Text rest = hole, code = text_cut(&rest, ' ');
    if (!obligation_kind_of(code, &kind))
        return TEXT_NONE;
    const struct obligation_row *row = obligation_row_on(profile, kind, day);
    if (row == NULL)
        return TEXT_NONE;
    Out out = out_new(arena);
    out_text(&out, row_amount(arena, row));
    bool first = true;
    for (int event = EVENT_NONE + 1; event < EVENT_COUNT && text_equal_string(rest, "since"); event++) {
        if ((row->starts & EVENT_BIT(event)) == 0)
            continue;
        out_string(&out, first ? ", counted from ‘" : " or ‘");
        out_string(&out, event_words((enum event)event));
        out_string(&out, "’");
        first = false;
    }
    return out_all(&out);
}

bool guidance_filled(Arena *arena, const struct profile *profile, Date day, Text line, Text *ret_words)
{
    Out out = out_new(arena);
    while (line.len > 0) {
        out_text(&out, text_cut(&line, '{'));
        if (line.len == 0)
            break;
        Text hole = text_cut(&line, '}'), words = practice_filled(arena, profile, hole, out.len == 0);
        if (text_is_empty(words))
            words = limit_filled(arena, profile, day, hole);
        if (text_is_empty(words))
            return false;
        out_text(&out, words);
    }
    *ret_words = out_all(&out);
    return true;
}
