#include "pages/conference/to_release.h"

#include "pages/options.h"
#include "store/report_sql.h"

enum { RELEASE_PARTS_MOST = 400 };

/* 'Everyone but Darren Hallam'; else the audience's own words. */
static Text readers_words(Arena *arena, const struct report_paragraphs *row)
{
    if (row->audience == AUDIENCE_NOT_TO_PERSON && row->not_to.n != 0)
        return text_join(arena, T("Everyone but "), name_words(arena, row->not_to_given, row->not_to_family_name));
    return text_of(audience_words(row->audience));
}

static bool waits(const struct reports_of_rows *reports, int64_t report)
{
    for (size_t i = 0; i < reports->count; i++)
        if (reports->at[i].report.n == report)
            return date_is_none(reports->at[i].released);
    return false;
}

Err reports_to_release(Read *read, ConferenceId conference, struct option_list offered, struct release_parts *ret_parts)
{
    struct reports_of_rows reports;
    *ret_parts = (struct release_parts){ARENA_MANY(read->arena, RELEASE_PARTS_MOST, struct release_part), 0};
    TRY(reports_of(read, conference, &reports));
    for (size_t i = 0; i < offered.count; i++) {
        struct report_paragraphs_rows rows;
        if (!waits(&reports, offered.at[i].id))
            continue;
        TRY(report_paragraphs(read, (ReportId){offered.at[i].id}, &rows));
        for (size_t k = 0; k < rows.count && ret_parts->count < RELEASE_PARTS_MOST; k++) {
            const struct report_paragraphs *row = &rows.at[k];
            Text place = text_of(report_place_words(row->place));
            if (!text_is_empty(row->given))
                place = text_join(read->arena, place, text_join(read->arena, T(": "), row->given));
            ret_parts->at[ret_parts->count++] = (struct release_part){k == 0 ? offered.at[i].words : TEXT_NONE, place, readers_words(read->arena, row), row->words};
        }
    }
    return ok();
}
