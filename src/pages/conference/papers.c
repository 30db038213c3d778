#include "pages/conference/papers.h"

#include "acts/act_kind.h"
#include "acts/conference/at_conference.h"
#include "pages/conference/papers_html.h"
#include "pages/family/own_papers_html.h"
#include "pages/options.h"
#include "store/conference/copy.h"
#include "store/conference_page_sql.h"
#include "store/own_copy_sql.h"
#include "store/room_seat_sql.h"
#include "web/permit.h"
#include "web/url.h"

/* A partner has no page of the conference itself: what they bring to it begins here. */
static struct frame_links acts_of(struct request *request, Rights rights, enum conference_state state)
{
    struct frame_link *at = ARENA_MANY(request->arena, ACT_KIND_COUNT, struct frame_link);
    size_t count = 0;
    for (size_t i = 0; i < ACT_KIND_COUNT; i++)
        if (ACT_KINDS[i]->on == ON_CONFERENCE && !act_in_room(ACT_KINDS[i]) && rights_have(rights, ACT_KINDS[i]->may) && at_is_open(ACT_KINDS[i]->name, state))
            at[count++] = (struct frame_link){text_of(ACT_KINDS[i]->title),
                                              url_conference_act(request->arena, request->ids.conference, text_of(ACT_KINDS[i]->address)), false};
    return (struct frame_links){at, count};
}

/* What the reader handed in, and that it goes to nobody before somebody else has read it. */
static Err handed_in_words(Read *read, ConferenceId conference, Text *ret_words)
{
    struct papers_handed_in_rows rows;
    TRY(papers_handed_in(read, conference, &rows));
    *ret_words = TEXT_NONE;
    if (rows.count == 0)
        return ok();
    const struct papers_handed_in *last = &rows.at[rows.count - 1];
    *ret_words = text_format(read->arena, "You handed in a report on %.*s. %s", TEXT_ARGS(date_long(read->arena, last->written)),
        !date_is_none(last->released) ? "It has been released to its readers." : "Somebody else reads it before it goes to anybody.");
    return ok();
}

/* Who is not asked to a meeting, or is kept away from it, doesn't learn the day before it is over: others are there who must be safe. */
static Err own_line(struct request *request, Read *read, const struct conference_head *head, Text *ret_line)
{
    struct own_is_asked asked;
    bool is_asked;
    Date day = date_is_none(head->held_on) ? head->planned : head->held_on;
    TRY(own_is_asked(read, request->ids.conference, &asked, &is_asked));
    *ret_line = is_asked || date_before(day, request->today) ? text_join(request->arena, T("The meeting on "), date_full(request->arena, day)) : T("The meeting");
    return ok();
}

/* A professional whose seat waits for them in the room. */
static Err find_seat(struct request *request, Read *read, struct papers_page *page)
{
    struct seat_of_reader seat;
    bool found;
    TRY(seat_of_reader(read, request->ids.conference, &seat, &found));
    if (!found)
        return ok();
    page->seat = url_room_take_seat(request->arena, request->ids.conference);
    page->keys = request_form_keys(request, 0);
    return ok();
}

Err papers_page(struct request *request, struct response *response)
{
    Rights rights;
    Read *read;
    struct conference_head head;
    struct copy copy;
    struct papers_page page = {0};
    ConferenceId conference = request->ids.conference;
    TRY(request_read(request, &read));
    TRY(conference_head(read, conference, &head));
    TRY(permit_conference(request, read, conference, RIGHT(READ_CONFERENCE) | RIGHT(READ_SHARED) | RIGHT(READ_OWN_COPY), &rights)); /* a part in the meeting */
    TRY(copy_of_papers(read, conference, &copy));
    page.title = text_format(request->arena, "%s: papers", conference_kind_words(head.kind));
    TRY(frame_of(request, page.title, FRAME_CONFERENCES, &page.frame));
    page.frame.looks_recorded = true;
    bool whole = rights_have(rights, READ_CONFERENCE);
    page.back = whole ? url_conference(request->arena, conference) : url_children(request->arena);
    page.back_words = whole ? T("The conference") : T("Children");
    page.line = text_format(request->arena, "%.*s%s%.*s · your copy", TEXT_ARGS(head.starts.us == 0 ? date_long(request->arena, head.planned) : instant_words(request->arena, head.starts)),
                            text_is_empty(copy.place) ? "" : ", ", TEXT_ARGS(copy.place));
    if (head.starts.us != INSTANT_NONE.us)
        page.calendar = url_conference_calendar(request->arena, conference);
    page.decisions.at = ARENA_MANY(request->arena, copy.decisions.count, struct papers_part);
    for (size_t i = 0; i < copy.decisions.count; i++) {
        const struct copy_decisions *row = &copy.decisions.at[i];
        page.decisions.at[page.decisions.count++] = (struct papers_part){name_words(request->arena, row->given, TEXT_NONE),
            text_of(conference_decision_words(row->decision)), date_long(request->arena, row->decided), row->reason};
    }
    TRY(handed_in_words(read, conference, &page.handed_in));
    page.paragraphs.at = ARENA_MANY(request->arena, copy.count, struct papers_part);
    for (size_t i = 0; i < copy.count; i++) {
        const struct copy_paragraphs *row = &copy.at[i];
        bool begins = i == 0 || copy.at[i - 1].report.n != row->report.n;
        page.paragraphs.at[page.paragraphs.count++] =
            (struct papers_part){begins ? row->agency : TEXT_NONE, text_of(report_place_words(row->place)), row->given, row->words};
    }
    if (is_family_duty(request->duty)) {
        page.title = T("Papers");
        TRY(own_line(request, read, &head, &page.line));
        page.own_frame = own_frame(request, page.title, OWN_NOWHERE);
        own_papers_html(&response->body, &page);
    } else {
        if (!rights_have(rights, READ_CONFERENCE)) /* who has the conference page finds them there */
            page.acts = acts_of(request, rights, head.state);
        TRY(find_seat(request, read, &page));
        papers_html(&response->body, &page);
    }
    return ok();
}
