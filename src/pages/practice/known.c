#include "pages/practice/known.h"

#include "store/case/moving.h"
#include "store/moved_sql.h"

Err holidays_known_now(Read *read, const struct practice *practice, struct holidays_known *ret_known)
{
    struct dates_due_after_rows rows;
    struct dates_moving stale;
    struct holidays_known known = {.until = practice->holidays->known_to};
    known.ends_soon = date_before(known.until, date_plus_months(read->today, HOLIDAYS_KNOWN_MONTHS));
    TRY(dates_due_after(read, known.until, &rows));
    for (size_t i = 0; i < rows.count; i++) {
        const struct obligation_row *row = practice_row(practice, rows.at[i].kind, rows.at[i].start);
        if (row != NULL && row->unit == WORKING_DAYS)
            known.beyond += rows.at[i].dates;
    }
    TRY(dates_stale(read, practice, &stale));
    known.stale = (int64_t)stale.count;
    *ret_known = known;
    return ok();
}

Text holidays_end_words(Arena *arena, const struct holidays_known *known)
{
    if (!known->ends_soon)
        return TEXT_NONE;
    return text_format(arena, "Holidays are known until %.*s. A newer version of Hearth knows more: install it before then.",
                       TEXT_ARGS(date_long(arena, known->until)));
}

Text holidays_beyond_words(Arena *arena, const struct holidays_known *known)
{
    if (known->beyond == 0)
        return TEXT_NONE;
    return text_format(arena, "%lld %s due after %.*s, counted without holidays", (long long)known->beyond, known->beyond == 1 ? "date is" : "dates are",
                       TEXT_ARGS(date_long(arena, known->until)));
}

Text holidays_stale_words(Arena *arena, const struct holidays_known *known)
{
    if (known->stale == 0)
        return TEXT_NONE;
    return text_format(arena, "%lld %s by an older version of Hearth, which knew other holidays or time limits", (long long)known->stale,
                       known->stale == 1 ? "date that waits was counted" : "dates that wait were counted");
}

bool due_is_beyond(const struct practice *practice, enum obligation_kind kind, Date due)
{
    const struct obligation_row *row = date_is_none(due) ? NULL : practice_row(practice, kind, due);
    return row != NULL && row->unit == WORKING_DAYS && beyond_holidays(practice->holidays, due);
}

Text conference_due_words(Arena *arena, const struct practice *practice, enum conference_kind kind, Date due, Text words)
{
    switch (kind) {
    case CONFERENCE_KIND_INITIAL: return due_with_beyond(arena, practice, OBLIGATION_KIND_INITIAL_CONFERENCE, due, words);
    case CONFERENCE_KIND_PRE_BIRTH: return due_with_beyond(arena, practice, OBLIGATION_KIND_PRE_BIRTH_CONFERENCE, due, words);
    case CONFERENCE_KIND_TRANSFER_IN: return due_with_beyond(arena, practice, OBLIGATION_KIND_TRANSFER_IN_CONFERENCE, due, words);
    case CONFERENCE_KIND_REVIEW: return due_with_beyond(arena, practice, OBLIGATION_KIND_NEXT_REVIEW, due, words);
    case CONFERENCE_KIND_NONE:
    case CONFERENCE_KIND_COUNT: break;
    }
    return words;
}

Text due_with_beyond(Arena *arena, const struct practice *practice, enum obligation_kind kind, Date due, Text words)
{
    return due_is_beyond(practice, kind, due) ? text_join(arena, words, T(" (" BEYOND_WORDS ")")) : words;
}
