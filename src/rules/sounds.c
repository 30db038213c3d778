#include "rules/sounds.h"

#include <string.h>

#include "base/out.h"

/* Latin letters beyond ASCII, U+00C0 to U+017F, one string each; '' is not a letter. */
static const char *const LATIN_1[] = {
    /* C0 */ "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
    /* D0 */ "d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y", "th", "ss",
    /* E0 */ "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
    /* F0 */ "d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y", "th", "y",
};
static const char *const LATIN_A[] = {
    /* 100 */ "a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d",
    /* 110 */ "d", "d", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g",
    /* 120 */ "g", "g", "g", "g", "h", "h", "h", "h", "i", "i", "i", "i", "i", "i", "i", "i",
    /* 130 */ "i", "i", "ij", "ij", "j", "j", "k", "k", "k", "l", "l", "l", "l", "l", "l", "l",
    /* 140 */ "l", "l", "l", "n", "n", "n", "n", "n", "n", "n", "n", "n", "o", "o", "o", "o",
    /* 150 */ "o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s",
    /* 160 */ "s", "s", "t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u",
    /* 170 */ "u", "u", "u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s",
};
/* Letters of Romanian, Vietnamese, Azerbaijani and of Chinese names in Latin letters. */
static const struct {
    uint32_t from, to;
    const char *plain;
} LATIN_OTHERS[] = {
    {0x18F, 0x18F, "e"}, {0x1A0, 0x1A1, "o"}, {0x1AF, 0x1B0, "u"}, {0x1CD, 0x1CE, "a"}, {0x1CF, 0x1D0, "i"}, {0x1D1, 0x1D2, "o"},
    {0x1D3, 0x1DC, "u"}, {0x218, 0x219, "s"}, {0x21A, 0x21B, "t"}, {0x259, 0x259, "e"},
};
_Static_assert(sizeof LATIN_1 / sizeof LATIN_1[0] == 0x100 - 0xC0, "a string for each letter");
_Static_assert(sizeof LATIN_A / sizeof LATIN_A[0] == 0x180 - 0x100, "a string for each letter");

/* Vietnamese and other Latin letters with two marks, U+1E00 to U+1EFF: their plain letter. */
static const char LATIN_MORE[] =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    "wwwwwwwwwwxxxxyyzzzzzzhtwyassss aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy      ";
_Static_assert(sizeof LATIN_MORE - 1 == 0x100, "a letter for each");

static const char *plain_latin(uint32_t c)
{
    if (c >= 0xC0 && c <= 0xFF)
        return LATIN_1[c - 0xC0];
    if (c >= 0x100 && c <= 0x17F)
        return LATIN_A[c - 0x100];
    for (size_t i = 0; i < sizeof LATIN_OTHERS / sizeof LATIN_OTHERS[0]; i++) {
        if (c >= LATIN_OTHERS[i].from && c <= LATIN_OTHERS[i].to)
            return LATIN_OTHERS[i].plain;
    }
    return NULL;
}

static bool is_apostrophe(uint32_t c)
{
    return c == '\'' || c == '`' || c == 0xB4 || c == 0x2018 || c == 0x2019 || c == 0x201B || c == 0x2BB || c == 0x2BC || c == 0x2032;
}

/* Marks that stand on the letter before, and signs without width. */
static bool is_mark(uint32_t c)
{
    return (c >= 0x300 && c <= 0x36F) || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) ||
           c == 0xFEFF || c == 0xAD;
}

static uint32_t small_letter(uint32_t c)
{
    if ((c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F))
        return c + 0x20;
    if (c >= 0x400 && c <= 0x40F)
        return c + 0x50;
    return c;
}

static void put_code_point(Out *out, uint32_t c)
{
    if (c < 0x800) {
        out_char(out, (char)(0xC0 | (c >> 6)));
    } else if (c < 0x10000) {
        out_char(out, (char)(0xE0 | (c >> 12)));
        out_char(out, (char)(0x80 | ((c >> 6) & 0x3F)));
    } else {
        out_char(out, (char)(0xF0 | (c >> 18)));
        out_char(out, (char)(0x80 | ((c >> 12) & 0x3F)));
        out_char(out, (char)(0x80 | ((c >> 6) & 0x3F)));
    }
    out_char(out, (char)(0x80 | (c & 0x3F)));
}

static bool is_gap(uint32_t c)
{
    return c < 0xC0 || c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c <= 0x206F) || c == 0x3000;
}

Text fold(Arena *arena, Text text)
{
    Out out = out_new(arena);
    bool gap = false;
    for (size_t i = 0; i < text.len;) {
        uint32_t c = text_next(text, &i);
        if (is_mark(c) || is_apostrophe(c))
            continue;
        if (c >= 'A' && c <= 'Z')
            c += 'a' - 'A';
        bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        char more = c >= 0x1E00 && c <= 0x1EFF ? LATIN_MORE[c - 0x1E00] : '\0';
        if ((!plain && is_gap(c)) || more == ' ') {
            gap = true;
            continue;
        }
        if (gap && out_all(&out).len > 0)
            out_char(&out, ' ');
        gap = false;
        const char *latin = plain_latin(c);
        if (plain)
            out_char(&out, (char)c);
        else if (more != '\0')
            out_char(&out, more);
        else if (latin != NULL)
            out_string(&out, latin);
        else
            put_code_point(&out, small_letter(c));
    }
    return out_all(&out);
}

static bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

struct swap {
    const char *from, *to;
};

/* The first and last letters, as Taft gives them; the longest first. */
static const struct swap FIRST[] = {{"mac", "mcc"}, {"mc", "mcc"}, {"kn", "nn"}, {"ph", "ff"}, {"pf", "ff"}, {"sch", "sss"}, {"k", "c"}};
static const struct swap LAST[] = {{"ee", "y"}, {"ie", "y"}, {"dt", "d"}, {"rt", "d"}, {"rd", "d"}, {"nt", "d"}, {"nd", "d"}};

static size_t swap_first(char *letters, size_t len)
{
    for (size_t i = 0; i < sizeof FIRST / sizeof FIRST[0]; i++) {
        size_t from = strlen(FIRST[i].from), to = strlen(FIRST[i].to);
        if (len >= from && memcmp(letters, FIRST[i].from, from) == 0) {
            memmove(letters + to, letters + from, len - from);
            memcpy(letters, FIRST[i].to, to);
            return len - from + to;
        }
    }
    return len;
}

static size_t swap_last(char *letters, size_t len)
{
    for (size_t i = 0; i < sizeof LAST / sizeof LAST[0]; i++) {
        size_t from = strlen(LAST[i].from);
        if (len >= from && memcmp(letters + len - from, LAST[i].from, from) == 0) {
            letters[len - from] = LAST[i].to[0];
            return len - from + 1;
        }
    }
    return len;
}

/* The letter at i as it sounds between its neighbours; may also change those to its right, as Taft does. */
static char sound_at(char *letters, size_t len, size_t i, char before)
{
    char c = letters[i], next = i + 1 < len ? letters[i + 1] : '\0', third = i + 2 < len ? letters[i + 2] : '\0';
    if (c == 'e' && next == 'v') {
        letters[i + 1] = 'f';
        return 'a';
    }
    if (is_vowel(c))
        return 'a';
    if (c == 'q')
        return 'g';
    if (c == 'z')
        return 's';
    if (c == 'm')
        return 'n';
    if (c == 'k')
        return next == 'n' ? 'n' : 'c';
    if (c == 's' && next == 'c' && third == 'h') {
        letters[i + 1] = letters[i + 2] = 's';
        return 's';
    }
    if (c == 'p' && next == 'h') {
        letters[i + 1] = 'f';
        return 'f';
    }
    if (c == 'h' && (!is_vowel(before) || !is_vowel(next)))
        return before;
    if (c == 'w' && is_vowel(before))
        return before;
    return c;
}

Text sound_key(Arena *arena, Text name)
{
    Text folded = fold(arena, name);
    /* room for the swap that makes 'mc' longer, and the end */
    char *letters = arena_take(arena, folded.len + 2), *key = arena_take(arena, folded.len + 2);
    size_t len = 0, made = 0;
    for (size_t i = 0; i < folded.len; i++) {
        char c = folded.at[i];
        if (c != ' ' && !(c >= '0' && c <= '9'))
            letters[len++] = c;
    }
    len = swap_last(letters, swap_first(letters, len));
    if (len == 0)
        return TEXT_NONE;
    key[made++] = letters[0];
    for (size_t i = 1; i < len; i++) {
        char sound = sound_at(letters, len, i, letters[i - 1]);
        letters[i] = sound;
        if (sound != key[made - 1])
            key[made++] = sound;
    }
    if (made > 1 && key[made - 1] == 's')
        made--;
    if (made > 2 && key[made - 2] == 'a' && key[made - 1] == 'y') {
        key[made - 2] = 'y';
        made--;
    }
    if (made > 1 && key[made - 1] == 'a')
        made--;
    return (Text){key, made};
}

Text sound_keys(Arena *arena, Text names)
{
    Text rest = fold(arena, names);
    Out out = out_new(arena);
    while (rest.len > 0) {
        Text key = sound_key(arena, text_cut(&rest, ' '));
        if (key.len > 0 && out_all(&out).len > 0)
            out_char(&out, ' ');
        out_text(&out, key);
    }
    return out_all(&out);
}
