#include "pages/conference/letters.h"

#include "acts/conference/letters.h"
#include "acts/conference/letters_made_act.h"
#include "pages/conference/letters_html.h"
#include "pages/options.h"
#include "store/conference_page_sql.h"
#include "web/permit.h"
#include "web/url.h"

static Text how_words(enum sharing_how how) { return how == SHARING_HOW_POST ? T("By post") : T("By hand: post is not said to be safe, or no address is known that may stand on it"); }

static struct sheet due_sheet(Arena *arena, const struct letters_due *due)
{
    struct sheet sheet = sheet_new(arena, T("Letters to be made"), "For|Letter|How it goes", due->count);
    sheet.caption_hidden = true;
    sheet.empty = T("Nobody is owed a letter now. Invitations, exclusions, moves and ends make one due.");
    for (size_t i = 0; i < due->count; i++) {
        sheet_next(arena, &sheet);
        sheet_put(&sheet, name_apart(arena, due->at[i].name));
        sheet_put(&sheet, text_of(letter_kind_words(due->at[i].kind)));
        sheet_put(&sheet, how_words(due->at[i].how));
    }
    return sheet;
}

/* One print for all the letters that were made together. */
static struct sheet made_sheet(Arena *arena, ConferenceId conference, const struct letters_of_rows *rows)
{
    struct sheet sheet = sheet_new(arena, T("Letters that were made"), "For|Letter|How|Goes on|Print", rows->count);
    sheet.caption_hidden = true;
    sheet.empty = T("None yet.");
    for (size_t i = 0; i < rows->count; i++) {
        const struct letters_of *row = &rows->at[i];
        bool first = i == 0 || rows->at[i - 1].entry.n != row->entry.n;
        sheet_next(arena, &sheet);
        sheet_put(&sheet, row->given.len + row->family_name.len > 0 ? name_words(arena, row->given, row->family_name) : name_apart(arena, row->name));
        sheet_put(&sheet, text_of(letter_kind_words(row->kind)));
        sheet_put(&sheet, row->how == SHARING_HOW_POST ? T("By post") : T("By hand"));
        sheet_put(&sheet, date_long(arena, row->sent_on));
        struct sheet_cell *print = sheet_put(&sheet, first ? T("Print those made together") : T("With the one above"));
        if (first)
            print->link = url_asking(arena, url_conference_letters_print(arena, conference), "made", text_format(arena, "%lld", (long long)row->entry.n));
    }
    return sheet;
}

Err letters_page(struct request *request, struct response *response)
{
    Arena *arena = request->arena;
    struct letters_page page = {0};
    struct conference_head head;
    struct letters_due due;
    struct letters_of_rows made;
    Rights rights;
    Read *read;
    TRY(request_read(request, &read));
    TRY(permit_conference(request, read, request->ids.conference, RIGHT(READ_CONFERENCE), &rights));
    TRY(conference_head(read, request->ids.conference, &head));
    TRY(letters_due_of(read, request->ids.conference, &due));
    TRY(letters_of(read, request->ids.conference, &made));
    TRY(frame_of(request, T("Letters"), FRAME_CONFERENCES, &page.frame));
    page.frame.looks_recorded = true;
    page.back = url_conference(arena, request->ids.conference);
    page.post = url_conference_post(arena, request->ids.conference);
    page.line = text_format(arena, "%s · %.*s", conference_kind_words(head.kind),
                            TEXT_ARGS(head.starts.us != INSTANT_NONE.us ? instant_words(arena, head.starts) : date_long(arena, head.planned)));
    page.stopped = due.stopped;
    page.due = due_sheet(arena, &due);
    page.made = made_sheet(arena, request->ids.conference, &made);
    if (due.count > 0 && rights_have(rights, LETTERS_MADE_ACT.may))
        page.make = url_conference_act(arena, request->ids.conference, text_of(LETTERS_MADE_ACT.address));
    letters_html(&response->body, &page);
    return ok();
}
