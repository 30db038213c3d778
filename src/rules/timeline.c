#include "rules/timeline.h"

#include <string.h>

bool timeline_from(const struct happening *list, size_t count, struct timeline *ret_timeline)
{
    struct timeline *t = ret_timeline;
    if (count > HAPPENINGS_MOST)
        return false;
    t->list = list;
    t->count = count;
    t->words = (count + MARK_BITS - 1) / MARK_BITS;
    t->events = 0;
    for (size_t i = 0; i < count; i++) {
        size_t place = i;
        for (; place > 0 && date_before(list[i].date, t->days[place - 1]); place--) {
            t->days[place] = t->days[place - 1];
            t->listed[place] = t->listed[place - 1];
        }
        t->days[place] = list[i].date;
        t->listed[place] = (uint16_t)i;
        t->events |= EVENT_BIT(list[i].event);
    }
    memset(t->marked, 0, t->words * sizeof t->marked[0]);
    for (size_t place = 0; place < count; place++)
        t->marked[place / MARK_BITS][list[t->listed[place]].event] |= UINT64_C(1) << place % MARK_BITS;
    return true;
}

void timeline_marks(const struct timeline *timeline, uint64_t set, struct marks *ret_marks)
{
    set &= timeline->events;
    for (size_t word = 0; word < timeline->words; word++) {
        uint64_t marks = 0;
        for (uint64_t left = set; left != 0; left &= left - 1)
            marks |= timeline->marked[word][__builtin_ctzll(left)];
        ret_marks->words[word] = marks;
    }
}

size_t timeline_next(const struct timeline *timeline, const struct marks *marks, size_t from)
{
    uint64_t mask = ~UINT64_C(0) << from % MARK_BITS;
    for (size_t word = from / MARK_BITS; word < timeline->words; word++) {
        uint64_t left = marks->words[word] & mask;
        if (left != 0)
            return word * MARK_BITS + (size_t)__builtin_ctzll(left);
        mask = ~UINT64_C(0);
    }
    return timeline->count;
}

size_t timeline_last(const struct marks *marks, size_t before)
{
    size_t word = before / MARK_BITS;
    uint64_t left = before % MARK_BITS == 0 ? 0 : marks->words[word] & (~UINT64_C(0) >> (MARK_BITS - before % MARK_BITS));
    while (left == 0 && word > 0)
        left = marks->words[--word];
    return left == 0 ? 0 : word * MARK_BITS + MARK_BITS - (size_t)__builtin_clzll(left);
}

size_t timeline_at(const struct timeline *timeline, Date day)
{
    size_t low = 0, high = timeline->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (date_before(timeline->days[middle], day))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
