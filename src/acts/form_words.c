#include "acts/form_words.h"

#include <strings.h>

static bool is_digits(Text text, size_t most)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.at[i] < '0' || text.at[i] > '9')
            return false;
    return text.len > 0 && text.len <= most;
}

static int digits(Text text)
{
    int number = 0;
    for (size_t i = 0; i < text.len; i++)
        number = number * 10 + (text.at[i] - '0');
    return number;
}

static bool month_read(Text typed, int *ret_month)
{
    static const char *const months[] = {"january", "february", "march",     "april",   "may",      "june",
                                         "july",    "august",   "september", "october", "november", "december"};
    if (is_digits(typed, 2)) {
        *ret_month = digits(typed);
        return true;
    }
    if (typed.len > 3 && typed.at[typed.len - 1] == '.')
        typed.len--;
    for (int i = 0; i < 12; i++)
        if (typed.len >= 3 && typed.len <= text_of(months[i]).len && strncasecmp(typed.at, months[i], typed.len) == 0) {
            *ret_month = i + 1;
            return true;
        }
    return false;
}

Text typed_date_read(Arena *arena, struct typed_date typed, Date *ret_date)
{
    const Text parts[] = {typed.day, typed.month, typed.year};
    static const char *const names[] = {"day", "month", "year"};
    Text missing = TEXT_NONE;
    for (size_t i = 0; i < 3; i++)
        if (parts[i].len == 0)
            missing = missing.len == 0 ? text_format(arena, "must include a %s", names[i])
                                       : text_format(arena, "%.*s and a %s", TEXT_ARGS(missing), names[i]);
    if (missing.len > 0)
        return missing;
    int month;
    if (!is_digits(typed.day, 2) || !month_read(typed.month, &month))
        return T("must be a real date");
    if (!is_digits(typed.year, 4) || typed.year.len < 4)
        return T("must have a year of 4 numbers, for example 2026");
    int year = digits(typed.year);
    if (year < DATE_YEAR_FIRST || year > DATE_YEAR_LAST)
        return text_format(arena, "must be in a year between %d and %d", DATE_YEAR_FIRST, DATE_YEAR_LAST);
    return date_of(year, month, digits(typed.day), ret_date) ? TEXT_NONE : T("must be a real date");
}

static bool word_is(Text text, const char *word) { return text.len == text_of(word).len && strncasecmp(text.at, word, text.len) == 0; }

/* Takes am or pm off the end: 'am', 'a.m.', 'AM'. Gives 0 when there is neither, else 'a' or 'p'. */
static char take_half(Text *text)
{
    static const struct {
        const char *words;
        char half;
    } halves[] = {{"am", 'a'}, {"a.m.", 'a'}, {"a.m", 'a'}, {"pm", 'p'}, {"p.m.", 'p'}, {"p.m", 'p'}};
    for (size_t i = 0; i < sizeof halves / sizeof *halves; i++) {
        size_t len = text_of(halves[i].words).len;
        if (text->len > len && strncasecmp(text->at + text->len - len, halves[i].words, len) == 0) {
            *text = text_trim((Text){text->at, text->len - len});
            return halves[i].half;
        }
    }
    return 0;
}

bool typed_time_read(Text typed, int64_t *ret_minutes)
{
    if (word_is(typed, "noon") || word_is(typed, "midday") || word_is(typed, "midnight")) {
        *ret_minutes = word_is(typed, "midnight") ? 0 : 12 * 60;
        return true;
    }
    char half = take_half(&typed);
    Text hour = typed, minute = T("00");
    for (size_t i = 0; i < typed.len; i++)
        if (typed.at[i] == ':' || typed.at[i] == '.') {
            hour = (Text){typed.at, i};
            minute = (Text){typed.at + i + 1, typed.len - i - 1};
            break;
        }
    if (hour.len == typed.len && (typed.len == 3 || typed.len == 4)) { /* 930, 1430 */
        hour = (Text){typed.at, typed.len - 2};
        minute = (Text){typed.at + typed.len - 2, 2};
    } else if (hour.len == typed.len && half == 0) {
        return false; /* '9' alone says no half of the day */
    }
    if (!is_digits(hour, 2) || !is_digits(minute, 2) || minute.len != 2)
        return false;
    int h = digits(hour), m = digits(minute);
    if (h > 23 || m > 59 || (half != 0 && (h < 1 || h > 12)))
        return false;
    if (half != 0)
        h = h % 12 + (half == 'p' ? 12 : 0);
    *ret_minutes = h * 60 + m;
    return true;
}

bool typed_time_is_unclear(Text typed)
{
    int64_t minutes;
    bool begins = typed.len > 0 && typed.at[0] >= '1' && typed.at[0] <= '6';
    return begins && take_half(&typed) == 0 && typed_time_read(typed, &minutes) && minutes / 60 >= 1 && minutes / 60 <= 6;
}

Text number_words(Arena *arena, int64_t number)
{
    Text digits_of = text_format(arena, "%lld", (long long)number);
    Text words = TEXT_NONE;
    while (digits_of.len > (number < 0 ? 4u : 3u)) {
        Text group = {digits_of.at + digits_of.len - 3, 3};
        words = words.len == 0 ? group : text_join(arena, group, text_join(arena, T(","), words));
        digits_of.len -= 3;
    }
    return words.len == 0 ? digits_of : text_join(arena, digits_of, text_join(arena, T(","), words));
}
