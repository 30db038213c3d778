#include "pages/options.h"
#include "pages/work_parts.h"
#include "store/post_sql.h"
#include "web/url.h"

Err work_post_of(struct request *request, Read *read, struct work_page *page)
{
    Arena *arena = request->arena;
    struct work_post_rows rows;
    TRY(work_post(read, &rows));
    struct work_lines told = {ARENA_MANY(arena, page->told.count + rows.count, struct work_line), 0};
    for (size_t i = 0; i < page->told.count; i++)
        told.at[told.count++] = page->told.at[i];
    for (size_t i = 0; i < rows.count; i++) {
        const struct work_post *row = &rows.at[i];
        told.at[told.count++] = (struct work_line){
            .words = row->given_up == 1 ? T("A message did not arrive: send it again, or use the post")
                                        : text_format(arena, "%lld messages did not arrive: send them again, or use the post", (long long)row->given_up),
            .meta = text_format(arena, "%s, %.*s family", conference_kind_words(row->kind), TEXT_ARGS(name_apart(arena, row->family_name))),
            .address = url_conference_post(arena, row->conference), .has_address = true};
    }
    page->told = told;
    return ok();
}
