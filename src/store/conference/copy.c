#include "store/conference/copy.h"

Err copy_of_papers(Read *read, ConferenceId conference, struct copy *ret_copy)
{
    struct copy copy = {.reader = {.person = read->actor.n}};
    struct copy_paragraphs_rows rows;
    struct copy_reader who;
    bool found;
    TRY(copy_reader(read, &who, &found));
    TRY(copy_paragraphs(read, conference, &rows));
    copy.reader.kind = found ? reader_kind_of(who.duty) : READER_NOBODY;
    bool family = copy.reader.kind == READER_FAMILY || copy.reader.kind == READER_CHILD;
    copy.at = ARENA_MANY(read->arena, rows.count, struct copy_paragraphs);
    for (size_t i = 0; i < rows.count; i++) {
        const struct copy_paragraphs *row = &rows.at[i];
        struct readable readable = {row->audience, row->author.n, row->not_to.n, row->child.n};
        copy.reader.of_authors_team = found && ((who.team.n != 0 && who.team.n == row->author_team.n) ||
                                                (who.agency.n != 0 && who.agency.n == row->author_agency.n));
        if ((!family || row->shared) && reader_sees(&readable, &copy.reader))
            copy.at[copy.count++] = *row;
        else
            copy.left_out++;
    }
    *ret_copy = copy;
    return ok();
}
