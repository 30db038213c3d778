#include "documents/letter_print.h"

#include "documents/letter_print_html.h"
#include "store/letters_sql.h"
#include "web/fields.h"
#include "web/permit.h"
#include "web/site.h"
#include "web/url.h"

/* Up to the next empty line; *rest goes on behind it. */
static Text cut_paragraph(Text *rest)
{
    Text all = *rest;
    for (size_t i = 0; i + 1 < all.len; i++)
        if (all.at[i] == '\n' && all.at[i + 1] == '\n') {
            *rest = (Text){all.at + i + 2, all.len - i - 2};
            return (Text){all.at, i};
        }
    *rest = TEXT_NONE;
    return all;
}

static size_t count_of(Text words, char c)
{
    size_t count = 1;
    for (size_t i = 0; i < words.len; i++)
        count += words.at[i] == c;
    return count;
}

static struct letter_view view_of(Arena *arena, const struct letters_of *row)
{
    struct letter_view view = {.by_post = row->how == SHARING_HOW_POST, .day = date_long(arena, row->sent_on)};
    Text rest = row->copy, cover = cut_paragraph(&rest);
    view.cover.at = ARENA_MANY(arena, count_of(cover, '\n'), struct letter_line);
    while (!text_is_empty(cover))
        view.cover.at[view.cover.count++] = (struct letter_line){text_cut(&cover, '\n')};
    view.parts.at = ARENA_MANY(arena, count_of(rest, '\n'), struct letter_part);
    while (!text_is_empty(rest)) {
        Text words = cut_paragraph(&rest);
        bool is_heading = text_begins(words, T("# "));
        view.parts.at[view.parts.count++] = (struct letter_part){is_heading ? (Text){words.at + 2, words.len - 2} : words, is_heading};
    }
    return view;
}

Err letter_print_page(struct request *request, struct response *response)
{
    struct letter_print_page page = {.council = request->site->authority_name, .back = url_conference_letters(request->arena, request->ids.conference)};
    struct letters_of_rows rows;
    Rights rights;
    Read *read;
    int64_t made = 0;
    TRY(request_read(request, &read));
    TRY(permit_conference(request, read, request->ids.conference, RIGHT(READ_CONFERENCE), &rights));
    TRY(letters_of(read, request->ids.conference, &rows));
    (void)text_to_int(form_get(&request->query, T("made")), &made); /* what is no number is the newest */
    if (made <= 0 && rows.count > 0)
        made = rows.at[0].entry.n;
    page.letters.at = ARENA_MANY(request->arena, rows.count, struct letter_view);
    for (size_t i = rows.count; i-- > 0;) /* in the order of the list */
        if (rows.at[i].entry.n == made)
            page.letters.at[page.letters.count++] = view_of(request->arena, &rows.at[i]);
    letter_print_html(&response->body, &page);
    return ok();
}
