#include "store/conference/copy.h"

#include "store/people/protected.h"

/* The words that say more than what was decided: left out together, so that none of them gives the others away. */
static bool reasons_hold(const struct protected_words *kept, const struct copy_decisions *row)
{
    return protected_stands_in(kept, row->harm) || protected_stands_in(kept, row->cause) || protected_stands_in(kept, row->reason) ||
           protected_stands_in(kept, row->recommends_why) || protected_stands_in(kept, row->considered);
}

static Err add_decisions(Read *read, ConferenceId conference, const struct protected_words *kept, struct copy *copy)
{
    TRY(copy_decisions(read, conference, &copy->decisions));
    for (size_t i = 0; i < copy->decisions.count; i++) {
        struct copy_decisions *row = &copy->decisions.at[i];
        if (reasons_hold(kept, row))
            row->harm = row->cause = row->reason = row->recommends_why = row->considered = TEXT_NONE;
    }
    return ok();
}

Err copy_of_papers(Read *read, ConferenceId conference, struct copy *ret_copy)
{
    struct copy copy = {.reader = {.person = read->actor.n}};
    struct copy_paragraphs_rows rows;
    struct copy_reader who;
    struct copy_place where = {0};
    struct protected_words kept;
    bool found, known;
    TRY(copy_reader(read, &who, &found));
    TRY(copy_place(read, conference, &where, &known));
    TRY(protected_from_reader(read, where.family, &kept));
    TRY(copy_paragraphs(read, conference, &rows));
    copy.reader.kind = found ? reader_kind_of(who.duty) : READER_NOBODY;
    bool family = copy.reader.kind == READER_FAMILY || copy.reader.kind == READER_CHILD;
    copy.at = ARENA_MANY(read->arena, rows.count, struct copy_paragraphs);
    for (size_t i = 0; i < rows.count; i++) {
        const struct copy_paragraphs *row = &rows.at[i];
        struct readable readable = {row->audience, row->author.n, row->not_to.n, row->child.n};
        copy.reader.of_authors_team = found && ((who.team.n != 0 && who.team.n == row->author_team.n) ||
                                                (who.agency.n != 0 && who.agency.n == row->author_agency.n));
        if ((!family || row->shared) && reader_sees(&readable, &copy.reader) && !protected_stands_in(&kept, row->words))
            copy.at[copy.count++] = *row;
        else
            copy.left_out++;
    }
    copy.place = protected_stands_in(&kept, where.place) ? TEXT_NONE : where.place;
    TRY(add_decisions(read, conference, &kept, &copy));
    *ret_copy = copy;
    return ok();
}

Err copy_held_back(Read *read, ConferenceId conference, size_t *ret_paragraphs, bool *ret_place, size_t *ret_reasons)
{
    struct copy_paragraphs_rows rows;
    struct copy_decisions_rows decisions;
    struct copy_place where = {0};
    struct protected_words all;
    bool known;
    *ret_paragraphs = *ret_reasons = 0;
    *ret_place = false;
    TRY(copy_place(read, conference, &where, &known));
    TRY(protected_of_family(read, where.family, &all));
    if (all.rows.count == 0)
        return ok();
    TRY(copy_paragraphs(read, conference, &rows));
    TRY(copy_decisions(read, conference, &decisions));
    for (size_t i = 0; i < rows.count; i++)
        *ret_paragraphs += audience_leaves(rows.at[i].audience) && protected_stands_in(&all, rows.at[i].words);
    for (size_t i = 0; i < decisions.count; i++)
        *ret_reasons += reasons_hold(&all, &decisions.at[i]);
    *ret_place = protected_stands_in(&all, where.place);
    return ok();
}
