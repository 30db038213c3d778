#include "pages/plan/compare.h"

static size_t least(size_t a, size_t b) { return a < b ? a : b; }

static bool is_gap(char c) { return c == ' ' || c == '\n'; }
/* No word is cut there. */
static bool between_words(Text text, size_t at) { return at == 0 || at == text.len || is_gap(text.at[at - 1]) || is_gap(text.at[at]); }

static struct compare_side side(Text text, size_t front, size_t back)
{
    return (struct compare_side){{text.at, front}, {text.at + front, text.len - front - back}, {text.at + text.len - back, back}};
}

struct compare_pair compare_words(Text was, Text is)
{
    size_t most = least(was.len, is.len), front = 0, back = 0;
    if (text_equal(was, is))
        return (struct compare_pair){true, side(was, was.len, 0), side(is, is.len, 0)};
    while (front < most && was.at[front] == is.at[front])
        front++;
    while (front > 0 && !(between_words(was, front) && between_words(is, front)))
        front--;
    while (back < most - front && was.at[was.len - 1 - back] == is.at[is.len - 1 - back])
        back++;
    while (back > 0 && !(between_words(was, was.len - back) && between_words(is, is.len - back)))
        back--;
    return (struct compare_pair){false, side(was, front, back), side(is, front, back)};
}
