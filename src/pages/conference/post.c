#include "pages/conference/post.h"

#include "acts/conference/mail_decided_act.h"
#include "pages/conference/post_html.h"
#include "pages/options.h"
#include "store/conference_page_sql.h"
#include "store/post_sql.h"
#include "web/permit.h"
#include "web/url.h"

/* An agency's two readers are told apart; a person is one. */
static Text who_words(Arena *arena, const struct post_of *row)
{
    if (text_is_empty(row->agency_name))
        return row->given.len + row->family_name.len > 0 ? name_words(arena, row->given, row->family_name) : row->name;
    return row->box == MAIL_BOX_DEPUTY ? text_join(arena, row->agency_name, T(" (deputy)")) : row->agency_name;
}

static struct status_tag tag_of(const struct post_of *row)
{
    if (row->choice != MAIL_CHOICE_NONE)
        return (struct status_tag){T("wait"), row->choice == MAIL_CHOICE_AGAIN ? T("Will be sent again") : T("Will go by post")};
    switch (row->state) {
    case MAIL_STATE_SENT: return (struct status_tag){T("done"), text_of(mail_state_words(row->state))};
    case MAIL_STATE_GIVEN_UP:
    case MAIL_STATE_UNSURE: return (struct status_tag){T("late"), text_of(mail_state_words(row->state))};
    case MAIL_STATE_WAITING:
    case MAIL_STATE_SENDING: return (struct status_tag){T("wait"), text_of(mail_state_words(row->state))};
    case MAIL_STATE_BY_POST:
    case MAIL_STATE_STOPPED:
    case MAIL_STATE_NONE:
    case MAIL_STATE_COUNT: break;
    }
    return (struct status_tag){T("info"), text_of(mail_state_words(row->state))};
}

static Text tried_words(Arena *arena, const struct post_of *row)
{
    if (row->tries == 0)
        return T("Not tried");
    Text when = instant_words(arena, row->tried_at);
    return row->tries == 1 ? when : text_format(arena, "%lld times, last on %.*s", (long long)row->tries, TEXT_ARGS(when));
}

static struct sheet sheet_of(struct request *request, const struct post_of_rows *rows, bool decides)
{
    Arena *arena = request->arena;
    struct sheet sheet = sheet_new(arena, T("Who was told what"), "Who|About|How it stands|Tried|Next", rows->count);
    sheet.caption_hidden = true;
    sheet.empty = T("Nothing has gone out yet. Messages go when people are invited, when it moves or is not held, and when something is ready to read.");
    for (size_t i = 0; i < rows->count; i++) {
        const struct post_of *row = &rows->at[i];
        bool waits = row->state == MAIL_STATE_WAITING && row->choice == MAIL_CHOICE_NONE;
        bool open = decides && row->choice == MAIL_CHOICE_NONE &&
                    (waits || row->state == MAIL_STATE_GIVEN_UP || row->state == MAIL_STATE_UNSURE || row->state == MAIL_STATE_BY_POST);
        sheet_next(arena, &sheet);
        sheet_put(&sheet, who_words(arena, row));
        sheet_put(&sheet, text_of(mail_cause_words(row->cause)));
        struct sheet_cell *state = sheet_put(&sheet, TEXT_NONE);
        state->tag = tag_of(row);
        state->more = text_of(row->why != MAIL_WHY_NONE ? mail_why_words(row->why) : row->reply != MAIL_REPLY_NONE ? mail_reply_words(row->reply) : "");
        sheet_put(&sheet, tried_words(arena, row));
        struct sheet_cell *next = sheet_put(&sheet, open ? T("Send again, or use the post") : T("Nothing to do"));
        next->more = waits ? text_join(arena, T("Tried by itself on "), instant_words(arena, row->next_at)) : TEXT_NONE;
        if (open)
            next->link = url_asking(arena, url_conference_act(arena, request->ids.conference, text_of(MAIL_DECIDED_ACT.address)), "mails",
                                    text_format(arena, "%lld", (long long)row->id.n));
    }
    return sheet;
}

Err post_page(struct request *request, struct response *response)
{
    Arena *arena = request->arena;
    struct post_page page = {0};
    struct post_of_rows rows;
    struct conference_head head;
    Rights rights;
    Read *read;
    size_t failed = 0;
    TRY(request_read(request, &read));
    TRY(permit_conference(request, read, request->ids.conference, RIGHT(READ_CONFERENCE), &rights));
    TRY(conference_head(read, request->ids.conference, &head));
    TRY(post_of(read, request->ids.conference, &rows));
    TRY(frame_of(request, T("Messages"), FRAME_CONFERENCES, &page.frame));
    page.frame.looks_recorded = true;
    for (size_t i = 0; i < rows.count; i++)
        failed += rows.at[i].choice == MAIL_CHOICE_NONE && (rows.at[i].state == MAIL_STATE_GIVEN_UP || rows.at[i].state == MAIL_STATE_UNSURE);
    bool decides = rights_have(rights, MAIL_DECIDED_ACT.may);
    page.back = url_conference(arena, request->ids.conference);
    page.letters = url_conference_letters(arena, request->ids.conference);
    page.line = text_format(arena, "%s · %.*s", conference_kind_words(head.kind),
                            TEXT_ARGS(head.starts.us != INSTANT_NONE.us ? instant_words(arena, head.starts) : date_long(arena, head.planned)));
    if (failed > 0)
        page.failed = failed == 1 ? T("1 message did not arrive") : text_format(arena, "%zu messages did not arrive", failed);
    page.decide = failed > 0 && decides ? url_conference_act(arena, request->ids.conference, text_of(MAIL_DECIDED_ACT.address)) : URL_NONE;
    page.sheet = sheet_of(request, &rows, decides);
    post_html(&response->body, &page);
    return ok();
}
