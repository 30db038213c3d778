#include "pages/conference/conference_after.h"

#include "pages/family_record.h"
#include "pages/options.h"
#include "store/decision_sql.h"

/* Codes as people read them; words as they were written. */
static Text part_words(Arena *arena, enum decision_part part, Text value)
{
    if (part == DECISION_PART_CATEGORIES)
        return categories_words(arena, value);
    return part == DECISION_PART_HARM_KINDS ? code_set_words(arena, &HARM_KIND_LIST, value) : value;
}

static Err amended_sheet(Read *read, ConferenceId conference, struct conference_after *after)
{
    struct decision_amendments_rows rows;
    TRY(decision_amendments(read, conference, &rows));
    after->is_amended = rows.count > 0;
    after->amended = sheet_new(read->arena, T("What was amended"), "Child|What|It said|It says now|Why", rows.count);
    after->amended.caption_hidden = true;
    for (size_t i = 0; i < rows.count; i++) {
        const struct decision_amendments *row = &rows.at[i];
        sheet_next(read->arena, &after->amended);
        sheet_put(&after->amended, name_words(read->arena, row->given, TEXT_NONE))->more = date_long(read->arena, row->amended);
        sheet_put(&after->amended, text_of(decision_part_words(row->part)));
        sheet_put(&after->amended, text_is_empty(row->was) ? T("Nothing") : part_words(read->arena, row->part, row->was));
        sheet_put(&after->amended, part_words(read->arena, row->part, row->is_now));
        sheet_put(&after->amended, row->why)->more = name_words(read->arena, row->by_given, row->by_family_name);
    }
    return ok();
}

static Err old_words(Read *read, ConferenceId conference, Text *ret_words)
{
    struct decision_old_words_rows rows;
    Out out = out_new(read->arena);
    TRY(decision_old_words(read, conference, &rows));
    for (size_t i = 0; i < rows.count; i++) {
        out_string(&out, i == 0 ? "" : "; ");
        out_text(&out, name_words(read->arena, rows.at[i].given, rows.at[i].family_name));
        out_string(&out, ", sent ");
        out_text(&out, date_long(read->arena, rows.at[i].sent_on));
    }
    *ret_words = out_all(&out);
    return ok();
}

static Err told_sheet(Read *read, ConferenceId conference, struct conference_after *after)
{
    struct told_outside_of_rows rows;
    TRY(told_outside_of(read, conference, &rows));
    after->was_told = rows.count > 0;
    after->told = sheet_new(read->arena, T("What was told outside the meeting"), "When|About|To whom|What|Ground", rows.count);
    after->told.caption_hidden = true;
    for (size_t i = 0; i < rows.count; i++) {
        const struct told_outside_of *row = &rows.at[i];
        sheet_next(read->arena, &after->told);
        sheet_put(&after->told, date_long(read->arena, row->told_on))->more = name_words(read->arena, row->by_given, row->by_family_name);
        sheet_put(&after->told, name_words(read->arena, row->given, TEXT_NONE));
        sheet_put(&after->told, row->to_whom);
        sheet_put(&after->told, row->what);
        sheet_put(&after->told, text_of(disclosure_ground_words(row->ground)))->more = row->why;
    }
    return ok();
}

Err conference_after(Read *read, ConferenceId conference, struct conference_after *ret_after)
{
    *ret_after = (struct conference_after){0};
    TRY(amended_sheet(read, conference, ret_after));
    TRY(old_words(read, conference, &ret_after->old_words));
    return told_sheet(read, conference, ret_after);
}
