#include "pages/practice/moved.h"

Err moves_of_family(Read *read, FamilyId family, struct moves *ret_moves) { return moved_of_family(read, family, &ret_moves->rows); }

Text moved_because_words(Arena *arena, enum moved_why why, Date holiday, Text holiday_name)
{
    Text day = date_full(arena, holiday);
    switch (why) {
    case MOVED_WHY_HOLIDAY_ADDED: return text_format(arena, "%.*s was made a holiday (%.*s)", TEXT_ARGS(day), TEXT_ARGS(holiday_name));
    case MOVED_WHY_HOLIDAY_WITHDRAWN: return text_format(arena, "%.*s is no holiday: it was added by mistake", TEXT_ARGS(day));
    case MOVED_WHY_PROFILE_CHANGED: return T("other time limits hold from the day on which it begins");
    case MOVED_WHY_LIMIT_SET: return T("a time limit of the authority’s own holds from the day on which it begins");
    case MOVED_WHY_EARLIER_DAY: return T("an earlier day was set");
    case MOVED_WHY_COUNTED_ANEW: return T("it was counted anew by the holidays and time limits that this version of Hearth knows");
    case MOVED_WHY_NONE:
    case MOVED_WHY_COUNT: break;
    }
    return T("it was counted anew");
}

Text moved_sentence(Arena *arena, Date was, Date now, enum moved_why why, Date holiday, Text holiday_name, Date moved_on)
{
    return text_format(arena, "Moved from %.*s to %.*s: %.*s. Recorded on %.*s.", TEXT_ARGS(date_full(arena, was)), TEXT_ARGS(date_full(arena, now)),
                       TEXT_ARGS(moved_because_words(arena, why, holiday, holiday_name)), TEXT_ARGS(date_long(arena, moved_on)));
}

Text moved_words(Arena *arena, const struct moves *moves, ChildId child, enum obligation_kind kind, Date start)
{
    for (size_t i = 0; i < moves->rows.count; i++) {
        const struct moved_of_family *row = &moves->rows.at[i];
        if (row->child.n == child.n && row->kind == kind && date_equal(row->start, start))
            return moved_sentence(arena, row->was, row->now, row->why, row->holiday, row->holiday_name, row->moved_on);
    }
    return TEXT_NONE;
}
