#include "rules/scan.h"

#include <string.h>

/* What a word processor puts between letters, or into them: Unicode 15, spaces, punctuation, symbols and what doesn't show. The rest past ASCII
 * counts as letters: names have them. */
static bool joins_nothing(uint32_t c)
{
    static const struct {
        uint32_t first, last;
    } RANGES[] = {{0x80, 0xa9},     {0xab, 0xb4},     {0xb6, 0xb9},     {0xbb, 0xbf},     {0xd7, 0xd7},     {0xf7, 0xf7},      {0x34f, 0x34f},
                  {0x61c, 0x61c},   {0x1680, 0x1680}, {0x180b, 0x180f}, {0x2000, 0x2070}, {0x20a0, 0x20cf}, {0x2190, 0x2bff},  {0x2e00, 0x2e7f},
                  {0x3000, 0x3003}, {0xfe00, 0xfe0f}, {0xfeff, 0xfeff}, {0xfff0, 0xfffd}, {0x1f000, 0x1faff}, {0xe0000, 0xe0fff}};
    for (size_t i = 0; i < sizeof RANGES / sizeof *RANGES; i++)
        if (c >= RANGES[i].first && c <= RANGES[i].last)
            return true;
    return false;
}

static unsigned char small(unsigned char c) { return c >= 'A' && c <= 'Z' ? (unsigned char)(c + 32) : c; }
static unsigned char at(Text text, size_t i) { return (unsigned char)text.at[i]; }

/* Whether this byte belongs to a letter or a digit. The text must be well-formed. */
static bool is_letter(Text text, size_t i)
{
    unsigned char c = at(text, i);
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    while (i > 0 && (at(text, i) & 0xc0) == 0x80)
        i--;
    return !joins_nothing(text_next(text, &i));
}

static size_t letters_in(Text text)
{
    size_t letters = 0;
    for (size_t i = 0; i < text.len; i++)
        letters += is_letter(text, i);
    return letters;
}

/* Whether the needle's letters follow from there, with anything but letters between them. */
static bool follows(Text text, size_t from, Text needle, size_t *ret_end)
{
    size_t i = from;
    for (size_t k = 0; k < needle.len; k++) {
        if (!is_letter(needle, k))
            continue;
        while (i < text.len && !is_letter(text, i))
            i++;
        if (i == text.len || small(at(text, i)) != small(at(needle, k)))
            return false;
        i++;
    }
    *ret_end = i;
    return true;
}

bool scan_finds(Text text, Text needle, Text *ret_found)
{
    size_t end;
    if (letters_in(needle) < SCAN_SHORTEST)
        return false;
    for (size_t i = 0; i < text.len; i++) {
        bool begins = is_letter(text, i) && (i == 0 || !is_letter(text, i - 1));
        if (begins && follows(text, i, needle, &end) && (end == text.len || !is_letter(text, end))) {
            *ret_found = (Text){text.at + i, end - i};
            return true;
        }
    }
    return false;
}

enum {
    TELEPHONE_DIGITS = 17,   /* a number has at most so many: 15, and 00 in front (ITU-T E.164) */
    TELEPHONE_SHORTEST = 6,  /* one of several in a field: fewer are an extension */
    TELEPHONE_NATIONAL = 9,  /* digits behind code and 0 that can be a whole number: then a 0 after a gap begins the next */
};

static bool begins_with(Text text, const char *with, Text *ret_rest)
{
    size_t len = strlen(with);
    if (text.len < len || memcmp(text.at, with, len) != 0)
        return false;
    *ret_rest = (Text){text.at + len, text.len - len};
    return true;
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* What follows the country's code and the 0 in front. */
static Text national_of(Text digits)
{
    (void)(begins_with(digits, "0044", &digits) || begins_with(digits, "44", &digits));
    (void)begins_with(digits, "0", &digits);
    return digits;
}

/* One number's digits, in any grouping. */
static bool finds_number(Text text, Text digits, Text *ret_found)
{
    static const char *const CODES[] = {"0", "44", "0044", "440", "00440"}; /* the last two: '+44 (0)7700 …' */
    char needle[TELEPHONE_DIGITS + 5];
    Text national = national_of(digits);
    bool has_prefix = national.len < digits.len && national.len >= SCAN_SHORTEST;
    for (size_t i = 0; has_prefix && i < sizeof CODES / sizeof *CODES; i++) {
        size_t code = strlen(CODES[i]);
        memcpy(needle, CODES[i], code);
        memcpy(needle + code, national.at, national.len);
        if (scan_finds(text, (Text){needle, code + national.len}, ret_found))
            return true;
    }
    return scan_finds(text, digits, ret_found);
}

/* Takes the next number off a field with several. It ends at a letter or a sign that stands in no number, at a '+', at a 0 after a gap once the number
 * is long enough, or when it has TELEPHONE_DIGITS. False at the end. */
static bool next_number(Text *rest, char ret_digits[TELEPHONE_DIGITS], size_t *ret_count)
{
    size_t count = 0, i = 0;
    for (bool gap = false; i < rest->len && count < TELEPHONE_DIGITS; i++) {
        char c = rest->at[i];
        if (is_digit(c)) {
            if (c == '0' && gap && national_of((Text){ret_digits, count}).len >= TELEPHONE_NATIONAL)
                break;
            ret_digits[count++] = c;
        } else if (count > 0 && (unsigned char)c < 0x80 && memchr(" ()-.", c, 5) == NULL) {
            break;
        }
        gap = !is_digit(c);
    }
    *rest = (Text){rest->at + i, rest->len - i};
    *ret_count = count;
    return count > 0;
}

bool scan_finds_telephone(Text text, Text telephone, Text *ret_found)
{
    char digits[TELEPHONE_DIGITS];
    size_t all = 0, count;
    for (size_t i = 0; i < telephone.len; i++)
        if (is_digit(telephone.at[i]) && all++ < TELEPHONE_DIGITS)
            digits[all - 1] = telephone.at[i];
    bool found = all <= TELEPHONE_DIGITS && finds_number(text, (Text){digits, all}, ret_found);
    while (!found && next_number(&telephone, digits, &count))
        found = count >= TELEPHONE_SHORTEST && count < all && finds_number(text, (Text){digits, count}, ret_found);
    return found;
}

static bool has_number(Text text)
{
    for (size_t i = 0; i < text.len; i++)
        if (is_digit(text.at[i]))
            return true;
    return false;
}

/* 'Flat 6', 'Unit 4B': one word and a number. It is in too many addresses to say which house. */
static bool is_unit(Text piece)
{
    Text rest = piece, word = text_cut(&rest, ' ');
    return !has_number(word) && has_number(rest) && !text_contains(text_trim(rest), T(" "));
}

/* The next piece with anything in it; false at the end. */
static bool next_piece(Text *rest, Text *ret_piece)
{
    while (rest->len > 0) {
        size_t len = 0;
        while (len < rest->len && rest->at[len] != ',' && rest->at[len] != '\n')
            len++;
        *ret_piece = text_trim((Text){rest->at, len});
        size_t past = len < rest->len ? len + 1 : len;
        *rest = (Text){rest->at + past, rest->len - past};
        if (letters_in(*ret_piece) > 0)
            return true;
    }
    return false;
}

size_t scan_places(Text lines, Text ret_places[SCAN_PLACES])
{
    Text pieces[SCAN_PLACES], rest = lines;
    size_t count = 0, places = 0;
    while (count < SCAN_PLACES && next_piece(&rest, &pieces[count]))
        count++;
    bool numbered = has_number(lines), after_unit = false;
    for (size_t i = 0; i < count; i++) {
        bool last = i + 1 == count, says = i == 0 || after_unit || has_number(pieces[i]) || (!numbered && !last);
        after_unit = is_unit(pieces[i]) && !last;
        if (!says || after_unit)
            continue;
        ret_places[places] = pieces[i];
        if (has_number(pieces[i]) && letters_in(pieces[i]) < SCAN_SHORTEST && !last) /* '14, Elm Road' */
            ret_places[places].len = (size_t)(pieces[i + 1].at - pieces[i].at) + pieces[i + 1].len;
        places++;
    }
    return places;
}

/* The next word from there: false at the end. */
static bool next_word(Text text, size_t *offset, Text *ret_word)
{
    size_t i = *offset;
    while (i < text.len && !is_letter(text, i))
        i++;
    size_t begin = i;
    while (i < text.len && (is_letter(text, i) || ((text.at[i] == '-' || text.at[i] == '\'') && i + 1 < text.len && is_letter(text, i + 1))))
        i++;
    *offset = i;
    *ret_word = (Text){text.at + begin, i - begin};
    return i > begin;
}

static bool is_capital(Text word) { return word.len > 1 && ((word.at[0] >= 'A' && word.at[0] <= 'Z') || at(word, 0) >= 0x80); }

bool scan_next_name(Text text, size_t *offset, Text *ret_first, Text *ret_second)
{
    Text first, second;
    while (next_word(text, offset, &first)) {
        size_t after = *offset;
        if (!is_capital(first) || !next_word(text, &after, &second))
            continue;
        size_t between = (size_t)(second.at - first.at) - first.len;
        if (is_capital(second) && between == 1) {
            *ret_first = first;
            *ret_second = second;
            return true;
        }
    }
    return false;
}
