#include "rules/profile.h"

bool profile_in_force(const struct profile *profile, Date day)
{
    return !date_before(day, profile->since) && (date_is_none(profile->until) || date_before(day, profile->until));
}

const struct practice_item *profile_item(const struct profile *profile, enum practice_kind kind, int code)
{
    for (size_t i = 0; i < profile->practice_count; i++) {
        if (profile->practice[i].kind == kind && profile->practice[i].code == code)
            return &profile->practice[i];
    }
    return NULL;
}

int profile_number(const struct profile *profile, enum practice_kind kind)
{
    const struct practice_item *item = profile_item(profile, kind, 0);
    return item == NULL ? 0 : item->number;
}

uint64_t profile_set(const struct profile *profile, enum practice_kind kind)
{
    const struct practice_item *item = profile_item(profile, kind, 0);
    return item == NULL ? 0 : item->set;
}

uint64_t profile_invited(const struct profile *profile, bool unborn)
{
    return profile_set(profile, PRACTICE_KIND_INVITED) | (unborn ? profile_set(profile, PRACTICE_KIND_INVITED_UNBORN) : 0);
}

const char *profile_word(const struct profile *profile, enum practice_word word)
{
    const struct practice_item *item = profile_item(profile, PRACTICE_KIND_WORD, word);
    return item == NULL ? practice_word_words(word) : item->words;
}

void out_inside(Out *out, const char *words)
{
    bool capital = words[0] >= 'A' && words[0] <= 'Z';
    out_char(out, capital ? (char)(words[0] - 'A' + 'a') : words[0]);
    out_string(out, words + 1);
}

Text profile_word_inside(Arena *arena, const struct profile *profile, enum practice_word word)
{
    Out out = out_new(arena);
    out_inside(&out, profile_word(profile, word));
    return out_all(&out);
}

Text due_amount(Arena *arena, int number, enum due_unit unit)
{
    static const char *const UNITS[] = {[WORKING_DAYS] = "working day", [DAYS] = "day", [WEEKS] = "week", [MONTHS] = "month"};
    return text_format(arena, "%d %s%s", number, UNITS[unit], number == 1 ? "" : "s");
}
