#include "pages/conference/conference_views.h"

#include "acts/conference/at_conference.h"
#include "pages/options.h"
#include "rules/profile.h"
#include "store/conference_page_sql.h"
#include "store/practice.h"
#include "store/says_sql.h"

struct seen {
    Arena *arena;
    struct conference_page_children_rows children;
    struct conference_page_people_rows people;
    struct agency_says_of_rows says;
};

static Text child_words(const struct seen *seen, ChildId child)
{
    for (size_t i = 0; i < seen->children.count; i++)
        if (seen->children.at[i].child.n == child.n)
            return name_words(seen->arena, seen->children.at[i].given, TEXT_NONE);
    return TEXT_NONE;
}

static Text agency_words(const struct seen *seen, InvitationId invitation)
{
    for (size_t i = 0; i < seen->people.count; i++)
        if (seen->people.at[i].invitation.n == invitation.n)
            return seen->people.at[i].agency_name;
    return TEXT_NONE;
}

/* Of those who are there, or of those who wrote; dissent is marked. */
static struct sheet views_sheet(const struct seen *seen, bool written)
{
    struct sheet sheet = sheet_new(seen->arena, written ? T("In writing, from agencies that are not there") : T("Each agency that is there"),
                                   "Child|Agency|View|Why|Based on", seen->says.count);
    sheet.empty = written ? T("No agency that is not there has written.") : T("No agency has given a view yet.");
    for (size_t i = 0; i < seen->says.count; i++) {
        const struct agency_says_of *row = &seen->says.at[i];
        Text child = child_words(seen, row->child);
        if (text_is_empty(child) || row->written != written)
            continue;
        sheet_next(seen->arena, &sheet);
        sheet_put(&sheet, child);
        sheet_put(&sheet, agency_words(seen, row->invitation));
        struct sheet_cell *view = sheet_put(&sheet, text_of(agency_view_words(row->opinion)));
        if (row->dissent)
            view->tag = (struct status_tag){T("info"), T("Does not agree")};
        sheet_put(&sheet, row->reason);
        sheet_put(&sheet, row->evidence);
    }
    return sheet;
}

static struct sheet tally_sheet(const struct seen *seen)
{
    struct sheet sheet = sheet_new(seen->arena, T("Counted, of the agencies that are there"), "Child|View|#Agencies", seen->children.count * AGENCY_VIEW_COUNT);
    sheet.empty = T("Nothing to count yet.");
    for (size_t c = 0; c < seen->children.count; c++) {
        struct tally tally = {0};
        for (size_t i = 0; i < seen->says.count; i++)
            if (seen->says.at[i].child.n == seen->children.at[c].child.n && !seen->says.at[i].written)
                tally_add(&tally, seen->says.at[i].opinion);
        for (int view = AGENCY_VIEW_NONE + 1; view < AGENCY_VIEW_COUNT; view++) {
            if (tally.of[view] == 0)
                continue;
            sheet_next(seen->arena, &sheet);
            sheet_put(&sheet, child_words(seen, seen->children.at[c].child));
            sheet_put(&sheet, text_of(agency_view_words((enum agency_view)view)));
            sheet_put_number(seen->arena, &sheet, (int64_t)tally.of[view]);
        }
    }
    return sheet;
}

static Err quorum_words(Read *read, const struct at_conference *at, Text *ret_words)
{
    struct practice practice;
    struct seat *seats = ARENA_MANY(read->arena, at->invitations.count, struct seat);
    size_t count = 0;
    TRY(practice_read(read, &practice));
    for (size_t i = 0; i < at->invitations.count; i++) {
        const struct invitations_of *row = &at->invitations.at[i];
        if (row->agency.n != 0)
            seats[count++] = (struct seat){row->agency.n, row->agency_kind, row->attendance};
    }
    int there = (int)agencies_present(seats, count), needed = profile_number(practice_on(&practice, read->today), PRACTICE_KIND_QUORUM);
    *ret_words = there == 0 ? TEXT_NONE
                 : needed == 0
                     ? text_format(read->arena, "Agencies that are there: %d.", there)
                     : text_format(read->arena, "Agencies that are there: %d. Needed for a quorum: %d%s", there, needed, there < needed ? ". There are too few." : ".");
    return ok();
}

Err conference_views(Read *read, ConferenceId conference, struct conference_views *ret_views)
{
    struct act_run run = {.read = read, .arena = read->arena, .target = conference.n};
    struct seen seen = {.arena = read->arena};
    struct at_conference at;
    struct facts facts = {0};
    TRY(conference_page_children(read, conference, &seen.children));
    TRY(conference_page_people(read, conference, &seen.people));
    TRY(agency_says_of(read, conference, &seen.says));
    if (seen.people.count == 0) /* who may not read the conference gets nobody's name, and nobody's view */
        seen.says.count = seen.children.count = 0;
    TRY(at_conference_read(&run, &facts, &at));
    *ret_views = (struct conference_views){true, views_sheet(&seen, false), views_sheet(&seen, true), tally_sheet(&seen), TEXT_NONE};
    return seen.people.count == 0 ? ok() : quorum_words(read, &at, &ret_views->quorum);
}
