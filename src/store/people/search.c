#include "store/people/search.h"

#include <limits.h>

#include "rules/numbers.h"
#include "rules/sounds.h"
#include "store/duty.h"
#include "store/search_sql.h"

enum { QUERY_WORDS_MOST = 30, PREFIX_FROM = 2 /* letters: a single one finds itself alone */, TWINS_MOST = 10 };

/* A search, taken apart. */
struct terms {
    Text words[SEARCH_WORDS_MOST], highs[SEARCH_WORDS_MOST], sounds[SEARCH_WORDS_MOST];
    size_t word_count;
    Text born, nhs;
    bool no_such_day;
};

static bool is_digits(Text word)
{
    for (size_t i = 0; i < word.len; i++)
        if (word.at[i] < '0' || word.at[i] > '9')
            return false;
    return word.len > 0;
}

/* A number of at most `digits` digits; 0 when it is none. */
static int number_of(Text word, size_t digits)
{
    int64_t number;
    return is_digits(word) && word.len <= digits && text_to_int(word, &number) ? (int)number : 0;
}

/* 1 to 12 of a number, or of a month's name or its first three letters. */
static int month_of(Text word)
{
    static const char *const MONTHS[] = {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
                                         "november", "december"};
    if (number_of(word, 2) > 0)
        return number_of(word, 2);
    for (int i = 0; i < 12 && word.len >= 3; i++)
        if (text_begins(text_of(MONTHS[i]), word))
            return i + 1;
    return 0;
}

/* Three words that are written as a date: 28 2 2019, 28 february 2019, 2019 02 28. */
static bool looks_like_date(const Text *words, int *ret_year, int *ret_month, int *ret_day)
{
    bool year_first = words[0].len == 4 && is_digits(words[0]);
    Text year = words[year_first ? 0 : 2], day = words[year_first ? 2 : 0];
    *ret_year = year.len == 4 ? number_of(year, 4) : 0;
    *ret_month = month_of(words[1]);
    *ret_day = number_of(day, 2);
    return *ret_year > 0 && *ret_month > 0 && *ret_day > 0;
}

/* How many of the words from here make one NHS number; 0: none. */
static size_t nhs_words(Arena *arena, const Text *words, size_t count, Text *ret_nhs)
{
    Text digits = TEXT_NONE;
    for (size_t i = 0; i < count && digits.len < NHS_DIGITS && is_digits(words[i]); i++) {
        digits = text_join(arena, digits, words[i]);
        if (digits.len == NHS_DIGITS && nhs_number_is_right(digits)) {
            *ret_nhs = digits;
            return i + 1;
        }
    }
    return 0;
}

/* The word's own range of keys: what begins with it, or it alone. */
static void add_word(Arena *arena, struct terms *terms, Text word)
{
    if (terms->word_count == SEARCH_WORDS_MOST)
        return;
    size_t i = terms->word_count++;
    Text sound = sound_key(arena, word);
    terms->words[i] = word;
    terms->highs[i] = text_join(arena, word, text_code_points(word) < PREFIX_FROM ? T("!") : T("\xf4\x8f\xbf\xbf"));
    terms->sounds[i] = text_is_empty(sound) ? TEXT_NONE : sound;
}

static struct terms terms_of(Arena *arena, Text query)
{
    struct terms terms = {.word_count = 0};
    Text words[QUERY_WORDS_MOST], rest = text_trim(fold(arena, query));
    size_t count = 0;
    while (!text_is_empty(rest) && count < QUERY_WORDS_MOST)
        words[count++] = text_cut(&rest, ' ');
    for (size_t i = 0; i < count;) {
        int year, month, day;
        Date born;
        size_t nhs = nhs_words(arena, words + i, count - i, &terms.nhs);
        if (nhs > 0) {
            i += nhs;
        } else if (i + 3 <= count && looks_like_date(words + i, &year, &month, &day)) {
            if (date_of(year, month, day, &born))
                terms.born = date_iso(arena, born);
            else
                terms.no_such_day = true;
            i += 3;
        } else {
            add_word(arena, &terms, words[i++]);
        }
    }
    return terms;
}

static int64_t term_count(const struct terms *terms)
{
    return (int64_t)terms->word_count + !text_is_empty(terms->born) + !text_is_empty(terms->nhs);
}

static Err find_hidden(Read *read, const struct terms *t, struct search_result *result)
{
    struct search_restricted_rows rows;
    TRY(search_restricted(read, t->words[0], t->sounds[0], t->words[1], t->sounds[1], t->words[2], t->sounds[2], t->words[3], t->sounds[3],
                          t->words[4], t->sounds[4], t->words[5], t->sounds[5], t->born, t->nhs, term_count(t), &rows));
    result->hidden = ARENA_MANY(read->arena, rows.count, struct search_hidden);
    result->hidden_count = rows.count;
    for (size_t i = 0; i < rows.count; i++)
        result->hidden[i] = (struct search_hidden){rows.at[i].family, rows.at[i].ring_name, rows.at[i].ring_telephone};
    return ok();
}

Err search_for_people(Read *read, Text query, const struct search_place *after, struct search_result *ret_result)
{
    struct terms terms = terms_of(read->arena, query), *t = &terms;
    struct search_result result = {.no_such_day = terms.no_such_day};
    struct search_place first = {.points = INT32_MAX};
    struct search_people_rows rows;
    if (term_count(t) == 0)
        return err(NOT_VALID, "a search without words, date or number");
    bool wide = may_duty(read, SEARCH_PEOPLE).kind == OK, from_start = after == NULL || after->person.n == 0;
    const struct search_place *from = from_start ? &first : after;
    TRY(search_people(read, t->words[0], t->highs[0], t->sounds[0], t->words[1], t->highs[1], t->sounds[1], t->words[2], t->highs[2],
                      t->sounds[2], t->words[3], t->highs[3], t->sounds[3], t->words[4], t->highs[4], t->sounds[4], t->words[5], t->highs[5],
                      t->sounds[5], t->born, t->nhs, term_count(t), wide, from->points, from->sort_key, from->person, from->family,
                      SEARCH_PAGE + 1, &rows));
    result.more = rows.count > SEARCH_PAGE;
    result.count = result.more ? SEARCH_PAGE : rows.count;
    result.at = ARENA_MANY(read->arena, result.count, struct search_found);
    for (size_t i = 0; i < result.count; i++) {
        const struct search_people *row = &rows.at[i];
        result.at[i] = (struct search_found){
            .person = row->person, .family = row->family, .is_child = row->is_child, .seen = row->seen, .given = row->given,
            .family_name = row->family_name, .known_as = row->known_as, .born = row->born, .ring_name = row->ring_name,
            .ring_telephone = row->ring_telephone, .place = {row->points, row->sort_key, row->person, row->family}};
    }
    if (from_start && wide)
        TRY(find_hidden(read, t, &result));
    *ret_result = result;
    return ok();
}

static void add_twin(struct search_twins *twins, const struct search_alike *row)
{
    for (size_t i = 0; i < twins->count; i++)
        if (row->hidden ? twins->at[i].hidden && text_equal(twins->at[i].ring_name, row->team_name) : twins->at[i].person.n == row->person.n)
            return;
    if (twins->count == TWINS_MOST)
        return;
    struct search_twin *twin = &twins->at[twins->count++];
    if (row->hidden)
        *twin = (struct search_twin){.born = DATE_NONE, .ring_name = row->team_name, .ring_telephone = row->team_telephone, .hidden = true};
    else
        *twin = (struct search_twin){.person = row->person, .given = row->given, .family_name = row->family_name, .born = row->born,
                                     .ring_name = row->ring_name, .ring_telephone = row->ring_telephone};
}

Err likely_duplicates(Read *read, Text given, Text family_name, Date born, Text nhs_number, FamilyId besides, struct search_twins *ret_twins)
{
    struct search_twins twins = {.at = ARENA_MANY(read->arena, TWINS_MOST, struct search_twin)};
    Text givens = sound_keys(read->arena, given), families = sound_keys(read->arena, family_name);
    Text day = date_is_none(born) ? TEXT_NONE : date_iso(read->arena, born), nhs = text_is_empty(nhs_number) ? TEXT_NONE : nhs_number;
    Text first = text_cut(&givens, ' ');
    bool wide = may_duty(read, SEARCH_PEOPLE).kind == OK;
    do { /* one time for each part of a double name */
        struct search_alike_rows rows;
        Text part = text_cut(&families, ' ');
        TRY(search_alike(read, first, part, day, nhs, besides, wide, &rows));
        for (size_t i = 0; i < rows.count; i++)
            add_twin(&twins, &rows.at[i]);
    } while (!text_is_empty(families));
    *ret_twins = twins;
    return ok();
}
