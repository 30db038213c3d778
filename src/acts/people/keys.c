#include "acts/people/keys.h"

#include "base/out.h"
#include "rules/numbers.h"
#include "rules/sounds.h"
#include "store/family_sql.h"

enum { KEYS_WORDS_MOST = 12 /* words of one name, or of one address, that find somebody */ };

/* The first words of a text whose words are separated by single spaces. */
static Text first_words(Text words)
{
    size_t spaces = 0;
    for (size_t i = 0; i < words.len; i++)
        if (words.at[i] == ' ' && ++spaces == KEYS_WORDS_MOST)
            return (Text){words.at, i};
    return words;
}

struct name_keys keys_of_names(Arena *arena, Text given, Text family_name, Text known_as)
{
    Text all = text_format(arena, "%.*s %.*s %.*s", TEXT_ARGS(given), TEXT_ARGS(family_name), TEXT_ARGS(known_as));
    Text sorted = text_format(arena, "%.*s %.*s", TEXT_ARGS(family_name), TEXT_ARGS(given));
    return (struct name_keys){
        .sort_key = fold(arena, sorted),
        .words = first_words(text_trim(fold(arena, all))),
        .sounds = first_words(text_trim(sound_keys(arena, all))),
    };
}

Text keys_of_place(Arena *arena, Text lines, Text postcode)
{
    Text folded = fold(arena, postcode), rest = folded;
    Out out = out_new(arena);
    out_text(&out, first_words(text_trim(fold(arena, lines))));
    if (text_is_empty(folded))
        return text_trim(out_all(&out));
    out_char(&out, ' ');
    out_text(&out, folded);
    out_char(&out, ' ');
    while (!text_is_empty(rest))
        out_text(&out, text_cut(&rest, ' '));
    return text_trim(out_all(&out));
}

static Err write_each(Tx *tx, enum search_key kind, PersonId person, int64_t source, Text words)
{
    Text rest = words;
    while (!text_is_empty(rest)) {
        Text word = text_cut(&rest, ' ');
        if (!text_is_empty(word))
            TRY(name_key_add(tx, kind, word, person, source));
    }
    return ok();
}

Err keys_write(Tx *tx, PersonId person, int64_t source, Text words, Text sounds, Date born, Text nhs_number)
{
    TRY(write_each(tx, SEARCH_KEY_WORD, person, source, words));
    TRY(write_each(tx, SEARCH_KEY_SOUND, person, source, sounds));
    if (!date_is_none(born))
        TRY(name_key_add(tx, SEARCH_KEY_BORN, date_iso(tx->read->arena, born), person, source));
    if (!text_is_empty(nhs_number))
        TRY(name_key_add(tx, SEARCH_KEY_NHS, nhs_number, person, source));
    return ok();
}

Err keys_write_place(Tx *tx, PersonId person, int64_t source, Text words)
{
    return write_each(tx, SEARCH_KEY_PLACE, person, source, words);
}

Text keys_nhs_number(struct act_run *run, const char *field, Text typed)
{
    char digits[NHS_DIGITS];
    if (text_is_empty(typed))
        return TEXT_NONE;
    if (!nhs_number_read(typed, digits)) {
        act_problem(run, field, "Check the NHS number: it has 10 digits, and these are not one");
        return TEXT_NONE;
    }
    return text_copy(run->arena, (Text){digits, NHS_DIGITS});
}
