#include "pages/plan/compare.h"

static size_t least(size_t a, size_t b) { return a < b ? a : b; }

static bool at_word(Text text, size_t at) { return at == 0 || at == text.len || text.at[at - 1] == ' ' || text.at[at - 1] == '\n'; }
static bool ends_word(Text text, size_t at) { return at == 0 || at == text.len || text.at[at] == ' ' || text.at[at] == '\n'; }

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
    while (front > 0 && !(at_word(was, front) && at_word(is, front)))
        front--;
    while (back < most - front && was.at[was.len - 1 - back] == is.at[is.len - 1 - back])
        back++;
    while (back > 0 && !(ends_word(was, was.len - back) && ends_word(is, is.len - back)))
        back--;
    return (struct compare_pair){false, side(was, front, back), side(is, front, back)};
}
