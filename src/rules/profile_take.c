#include "rules/profile_check.h"

#include <string.h>

static bool ends_after(Date until, Date day) { return date_is_none(until) || date_before(day, until); }

static bool is_without(const struct profile_text *own, enum obligation_kind kind)
{
    for (size_t i = 0; i < own->without_count; i++) {
        if (own->without[i] == kind)
            return true;
    }
    return false;
}

struct taking {
    struct obligation_row rows[PROFILE_ROWS_MOST];
    int lines[PROFILE_ROWS_MOST];
    size_t count;
    bool full;
};

static void put(struct taking *taking, const struct obligation_row *row, int line)
{
    if (taking->count == PROFILE_ROWS_MOST) {
        taking->full = true;
        return;
    }
    taking->lines[taking->count] = line;
    taking->rows[taking->count++] = *row;
}

static void put_own(struct taking *taking, const struct profile_text *own, enum obligation_kind kind)
{
    for (size_t i = 0; i < own->profile.count; i++) {
        if (own->rows[i].kind == kind)
            put(taking, &own->rows[i], own->row_lines[i]);
    }
}

/* The row of the profile's own that is in force on that day; else the day its next one begins, DATE_NONE when none does. */
static const struct obligation_row *own_on(const struct profile_text *own, enum obligation_kind kind, Date day, Date *ret_next)
{
    *ret_next = DATE_NONE;
    for (size_t i = 0; i < own->profile.count; i++) {
        const struct obligation_row *row = &own->rows[i];
        if (row->kind != kind)
            continue;
        if (!date_before(day, row->since) && ends_after(row->until, day))
            return row;
        if (date_before(day, row->since) && (date_is_none(*ret_next) || date_before(row->since, *ret_next)))
            *ret_next = row->since;
    }
    return NULL;
}

/* The row that is taken, on the days when none of the profile's own is in force. */
static void put_between(struct taking *taking, const struct profile_text *own, const struct obligation_row *taken)
{
    Date from = taken->since, next;
    while (ends_after(taken->until, from)) {
        const struct obligation_row *row = own_on(own, taken->kind, from, &next);
        if (row != NULL && date_is_none(row->until))
            return;
        if (row != NULL) {
            from = row->until;
            continue;
        }
        struct obligation_row piece = *taken;
        piece.since = from;
        piece.until = date_is_none(next) || !ends_after(taken->until, next) ? taken->until : next;
        put(taking, &piece, 0);
        if (date_is_none(next))
            return;
        from = next;
    }
}

/* In the order of the profile it is like; what only it has comes last. False when there is no room for all. */
static bool take_rows(struct profile_text *own, const struct profile *like)
{
    struct taking taking = {.count = 0, .full = false};
    uint64_t kinds = 0;
    for (size_t i = 0; i < like->count; i++) {
        const struct obligation_row *row = &like->rows[i];
        if (is_without(own, row->kind))
            continue;
        if ((kinds >> row->kind & 1) == 0)
            put_own(&taking, own, row->kind);
        kinds |= UINT64_C(1) << row->kind;
        put_between(&taking, own, row);
    }
    for (size_t i = 0; i < own->profile.count; i++) {
        if ((kinds >> own->rows[i].kind & 1) == 0)
            put(&taking, &own->rows[i], own->row_lines[i]);
    }
    memcpy(own->rows, taking.rows, taking.count * sizeof taking.rows[0]);
    memcpy(own->row_lines, taking.lines, taking.count * sizeof taking.lines[0]);
    own->profile.count = taking.count;
    return !taking.full;
}

/* A ladder is taken or replaced as a whole; every other piece by itself. */
static bool take_practice(struct profile_text *own, const struct profile *like)
{
    size_t said = own->profile.practice_count;
    for (size_t i = 0; i < like->practice_count; i++) {
        const struct practice_item *item = &like->practice[i];
        bool own_words = false;
        for (size_t k = 0; k < said; k++)
            own_words |= own->items[k].kind == item->kind && own->items[k].code == item->code;
        if (own_words)
            continue;
        if (own->profile.practice_count == PROFILE_ITEMS_MOST)
            return false;
        own->item_lines[own->profile.practice_count] = 0;
        own->items[own->profile.practice_count++] = *item;
    }
    return true;
}

void profile_take(struct profile_text *own, const struct profile *like, struct profile_faults *faults)
{
    bool rows = take_rows(own, like), practice = take_practice(own, like);
    if (!rows || !practice)
        profile_fault(faults, own->like_line, T("like"), T("too much, with what the profile it is like has"));
}
