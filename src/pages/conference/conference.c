#include "pages/conference/conference.h"

#include "acts/conference/conference_booked_act.h"
#include "acts/conference/conference_confirmed_act.h"
#include "acts/conference/conference_moved_act.h"
#include "acts/conference/readiness_answered_act.h"
#include "acts/conference/ready.h"
#include "acts/conference/report_written_act.h"
#include "acts/decision/decision_amended_act.h"
#include "acts/field_value.h"
#include "acts/review/support_after_offered_act.h"
#include "acts/room/room_opened_act.h"
#include "pages/conference/conference_dates.h"
#include "pages/conference/conference_html.h"
#include "pages/family_parts.h"
#include "pages/options.h"
#include "rules/quorum.h"
#include "rules/sounds.h"
#include "store/conference/copy.h"
#include "store/conference_page_sql.h"
#include "store/copy_sql.h"
#include "store/practice.h"
#include "store/report_sql.h"
#include "store/says_sql.h"
#include "web/permit.h"
#include "web/url.h"

/* What the parts of the page are made from. */
struct seen {
    Arena *arena;
    Date today;
    struct conference_head head;
    struct conference_page_children_rows children;
    struct conference_page_people_rows people;
    struct at_conference at;
    struct readiness_of_rows answers;
    struct reports_of_rows reports;
    struct sharings_of_rows sharings;
    struct agency_says_of_rows says;
    struct copy_decisions_rows decisions;
    struct conference_page_family_says_rows heard;
    struct gate_words missing;
    Rights rights;
};

static Err see(struct request *request, Read *read, struct seen *seen, struct facts *facts)
{
    ConferenceId conference = request->ids.conference;
    struct act_run run = {.read = read, .arena = request->arena, .target = conference.n};
    TRY(conference_head(read, conference, &seen->head));
    TRY(permit_conference(request, read, conference, RIGHT(READ_CONFERENCE), &seen->rights));
    TRY(conference_page_children(read, conference, &seen->children));
    TRY(conference_page_people(read, conference, &seen->people));
    TRY(at_conference_read(&run, facts, &seen->at));
    TRY(ready_facts(&run, &seen->at, facts, &seen->missing));
    TRY(readiness_of(read, conference, &seen->answers));
    TRY(reports_of(read, conference, &seen->reports));
    TRY(sharings_of(read, conference, &seen->sharings));
    TRY(copy_decisions(read, conference, &seen->decisions));
    TRY(conference_page_family_says(read, conference, &seen->heard));
    return agency_says_of(read, conference, &seen->says);
}

/* Every gate of confirming that is shut, and who may go on without. */
static struct sheet shut_gates_of(const struct seen *seen, const struct practice *practice, struct facts *facts)
{
    const struct act_kind *kind = &CONFERENCE_CONFIRMED_ACT;
    struct sheet sheet = sheet_new(seen->arena, T("What stops it being confirmed"), "What must happen|Who may go on without|Source", kind->gate_count);
    sheet.caption_hidden = true;
    sheet.empty = T("Nothing: everyone was invited and asked.");
    facts->rights = seen->rights;
    for (size_t i = 0; i < kind->gate_count; i++) {
        if (gate_ask(kind->gates[i], facts) == GATE_ANSWER_OPEN)
            continue;
        sheet_next(seen->arena, &sheet);
        struct sheet_cell *says = sheet_put(&sheet, text_of(gate_row(kind->gates[i])->says));
        const struct gate_limit *limit = &seen->missing.limit[kind->gates[i]];
        const struct due_of_conferences by = {.child = limit->child, .kind = limit->kind, .start = limit->start, .due = limit->due,
                                              .reads = rights_have(seen->rights, READ_RECORD)};
        if (limit->child.n != 0)
            says->due = conference_limit_day(seen->arena, seen->missing.of[kind->gates[i]], &by, practice, seen->today);
        else
            says->more = seen->missing.of[kind->gates[i]];
        sheet_put(&sheet, text_format(seen->arena, gate_row(kind->gates[i])->class == GATE_HARD ? "%s" : "%s, with a reason", gate_who_goes_on(kind->gates[i])));
        sheet_put(&sheet, text_of(gate_row(kind->gates[i])->source));
    }
    return sheet;
}

Err conference_missing(Read *read, ConferenceId conference, size_t *ret_missing)
{
    struct act_run run = {.read = read, .arena = read->arena, .target = conference.n};
    struct at_conference at;
    struct facts facts = {0};
    struct gate_words words;
    enum gate shut[GATE_COUNT];
    TRY(at_conference_read(&run, &facts, &at));
    TRY(ready_facts(&run, &at, &facts, &words));
    *ret_missing = gates_shut(CONFERENCE_CONFIRMED_ACT.gates, CONFERENCE_CONFIRMED_ACT.gate_count, &facts, shut);
    return ok();
}

/* The words of an answer where the question is asked of them: 'Asked: they come alone'. */
static Text asked_words(Arena *arena, const char *list_name, enum readiness_question question, enum asked_answer answer)
{
    const struct act_kind *kind = &READINESS_ANSWERED_ACT;
    for (size_t i = 0; i < kind->field_count; i++) {
        const struct field *list = &kind->fields[i];
        for (size_t k = 0; list->type == FIELD_LIST && text_equal_string(text_of(list->name), list_name) && k < list->field_count; k++)
            if (list->fields[k].codes == &ASKED_ANSWER_LIST && text_equal(fold(arena, text_of(list->fields[k].name)), fold(arena, text_of(readiness_question_code(question)))))
                return field_code_words(&list->fields[k], (int)answer);
    }
    return text_of(asked_answer_words(answer));
}

/* A name leads to the questions about this person alone, while they can be asked. */
static void name_cell(const struct seen *seen, struct sheet *sheet, Text name, int64_t about)
{
    const struct act_kind *kind = &READINESS_ANSWERED_ACT;
    struct sheet_cell *cell = sheet_put(sheet, name);
    if (about != 0 && rights_have(seen->rights, kind->may) && at_is_open(kind->name, seen->head.state))
        cell->link = url_asking(seen->arena, url_conference_act(seen->arena, seen->at.id, text_of(kind->address)), "about",
                                text_format(seen->arena, "%lld", (long long)about));
}

/* One answer: what is fine recedes, what waits has a tag. */
static void answer_cell(const struct seen *seen, struct sheet *sheet, const char *list, int64_t about, enum readiness_question question)
{
    const struct readiness_of *row = ready_answer(&seen->answers, about, question);
    if (row == NULL || !asked_is_answered(row->answer)) {
        sheet_put(sheet, TEXT_NONE)->tag = (struct status_tag){T("wait"), T("Waiting")};
        return;
    }
    struct sheet_cell *cell = sheet_put(sheet, asked_words(seen->arena, list, question, row->answer));
    if (row->again)
        cell->tag = (struct status_tag){T("wait"), T("Ask again: it moved")};
    cell->more = text_is_empty(row->detail) ? date_long(seen->arena, row->asked) : row->detail;
}

static Text person_words(const struct seen *seen, const struct conference_page_people *row)
{
    return !text_is_empty(row->agency_name) ? row->agency_name
           : row->person.n != 0             ? name_words(seen->arena, row->given, row->family_name)
                                            : row->name;
}

static struct sheet children_sheet(const struct seen *seen)
{
    struct sheet sheet = sheet_new(seen->arena, T("Each child"), "Child|Told what will happen|Offered an advocate|Comes, or is heard another way|Who may read their words",
                                   seen->children.count);
    sheet.caption_hidden = true;
    for (size_t i = 0; i < seen->children.count; i++) {
        const struct conference_page_children *child = &seen->children.at[i];
        sheet_next(seen->arena, &sheet);
        name_cell(seen, &sheet, name_words(seen->arena, child->given, child->family_name), child->child.n);
        answer_cell(seen, &sheet, "children", child->child.n, READINESS_QUESTION_TOLD);
        answer_cell(seen, &sheet, "children", child->child.n, READINESS_QUESTION_ADVOCATE);
        answer_cell(seen, &sheet, "children", child->child.n, READINESS_QUESTION_COMES);
        answer_cell(seen, &sheet, "children", child->child.n, READINESS_QUESTION_WORDS);
    }
    return sheet;
}

static void invited_cell(const struct seen *seen, struct sheet *sheet, const struct conference_page_people *row)
{
    if (row->exclusion == EXCLUSION_EXTENT_WHOLE || row->exclusion == EXCLUSION_EXTENT_PART) {
        sheet_put(sheet, text_of(exclusion_extent_words(row->exclusion)));
        return;
    }
    if (row->invited == YES_NO_UNKNOWN_NONE) {
        sheet_put(sheet, TEXT_NONE)->tag = (struct status_tag){T("wait"), T("Not invited yet")};
        return;
    }
    struct sheet_cell *cell = sheet_put(sheet, row->invited == YES_NO_UNKNOWN_YES ? T("Invited") : T("Not invited"));
    cell->more = date_long(seen->arena, row->sent);
    if (row->invited == YES_NO_UNKNOWN_YES && row->to_tell && at_is_open(CONFERENCE_MOVED_ACT.name, seen->head.state))
        cell->tag = (struct status_tag){T("wait"), T("Tell again: it moved")};
}

static struct sheet parents_sheet(const struct seen *seen)
{
    struct sheet sheet = sheet_new(seen->arena, T("Each parent and carer"), "Name|Invited|Needs|Supporter|Safe contact, asked alone|Must not meet|Chair meets first",
                                   seen->people.count);
    sheet.caption_hidden = true;
    sheet.empty = T("No parent or carer is recorded.");
    for (size_t i = 0; i < seen->people.count; i++) {
        const struct conference_page_people *row = &seen->people.at[i];
        if (row->is_as != INVITED_AS_PARENT && row->is_as != INVITED_AS_CARER)
            continue;
        sheet_next(seen->arena, &sheet);
        name_cell(seen, &sheet, person_words(seen, row), row->person.n);
        invited_cell(seen, &sheet, row);
        answer_cell(seen, &sheet, "adults", row->person.n, READINESS_QUESTION_NEEDS);
        answer_cell(seen, &sheet, "adults", row->person.n, READINESS_QUESTION_SUPPORTER);
        answer_cell(seen, &sheet, "adults", row->person.n, READINESS_QUESTION_CONTACT);
        answer_cell(seen, &sheet, "adults", row->person.n, READINESS_QUESTION_APART);
        answer_cell(seen, &sheet, "adults", row->person.n, READINESS_QUESTION_CHAIR_MEETS);
    }
    return sheet;
}

/* Where an agency's report is. */
static void report_cell(const struct seen *seen, struct sheet *sheet, AgencyId agency)
{
    for (size_t i = 0; i < seen->reports.count; i++) {
        const struct reports_of *report = &seen->reports.at[i];
        if (report->agency.n != agency.n)
            continue;
        struct sheet_cell *cell = sheet_put(sheet, text_of(report_state_words(report->state)));
        cell->more = text_join(seen->arena, T("written "), date_long(seen->arena, report->written));
        if (date_is_none(report->released))
            cell->tag = (struct status_tag){T("wait"), T("Waiting: release")};
        return;
    }
    sheet_put(sheet, agency.n == 0 ? TEXT_NONE : T("None"));
}

static struct sheet people_sheet(const struct seen *seen)
{
    struct sheet sheet = sheet_new(seen->arena, T("Who is invited, and the reports"), "Who|As|Invited|Report|There", seen->people.count);
    sheet.caption_hidden = true;
    sheet.empty = T("Nobody is thought of yet.");
    for (size_t i = 0; i < seen->people.count; i++) {
        const struct conference_page_people *row = &seen->people.at[i];
        sheet_next(seen->arena, &sheet);
        struct sheet_cell *who = sheet_put(&sheet, person_words(seen, row));
        if (row->agency.n != 0 && row->person.n != 0)
            who->more = name_words(seen->arena, row->given, row->family_name);
        sheet_put(&sheet, text_of(invited_as_words(row->is_as)));
        invited_cell(seen, &sheet, row);
        report_cell(seen, &sheet, row->agency);
        struct sheet_cell *there = sheet_put(&sheet, text_of(attendance_words(row->attendance)));
        if (attendance_is_present(row->attendance) && row->confidentiality)
            there->more = T("acknowledged confidentiality");
        else if (attendance_is_present(row->attendance))
            there->tag = (struct status_tag){T("wait"), T("Confidentiality not acknowledged")};
    }
    return sheet;
}

static Text child_words(const struct seen *seen, ChildId child)
{
    for (size_t i = 0; i < seen->children.count; i++)
        if (seen->children.at[i].child.n == child.n)
            return name_words(seen->arena, seen->children.at[i].given, TEXT_NONE);
    return TEXT_NONE;
}

/* SB-12, SD-21: what a conference recommends beyond the plan, what else was thought of, and whether the parents know their way to advice. */
static void recommended_cell(const struct seen *seen, struct sheet *sheet, const struct copy_decisions *row)
{
    if (text_is_empty(row->recommends)) {
        sheet_put(sheet, T("Nothing more"));
        return;
    }
    Text why = text_is_empty(row->recommends_why) ? TEXT_NONE : text_join(seen->arena, T(": "), row->recommends_why);
    struct sheet_cell *cell = sheet_put(sheet, text_join(seen->arena, code_set_words(seen->arena, &RECOMMENDATION_LIST, row->recommends), why));
    Out more = out_new(seen->arena);
    if (!text_is_empty(row->considered)) {
        out_string(&more, "Considered: ");
        out_text(&more, row->considered);
        out_string(&more, row->considered.at[row->considered.len - 1] == '.' ? " " : ". ");
    }
    out_string(&more, row->advised ? "Only a court can order it. The parents were told to get legal advice." : "Only a court can order it.");
    cell->more = out_all(&more);
    if (!row->advised)
        cell->tag = (struct status_tag){T("wait"), T("Tell the parents: legal advice")};
}

/* What was decided for each child, and why; agencies that don't agree are marked at their views. */
static struct sheet decided_sheet(const struct seen *seen)
{
    struct sheet sheet = sheet_new(seen->arena, T("What was decided"), "Child|Decision|Harm and its cause|Why|What it recommends", seen->decisions.count);
    sheet.caption_hidden = true;
    for (size_t i = 0; i < seen->decisions.count; i++) {
        const struct copy_decisions *row = &seen->decisions.at[i];
        sheet_next(seen->arena, &sheet);
        sheet_put(&sheet, name_words(seen->arena, row->given, TEXT_NONE))->more = date_long(seen->arena, row->decided);
        sheet_put(&sheet, text_of(conference_decision_words(row->decision)))->more = categories_words(seen->arena, row->categories);
        sheet_put(&sheet, row->harm)->more = row->cause;
        sheet_put(&sheet, row->reason);
        recommended_cell(seen, &sheet, row);
    }
    return sheet;
}

static struct sheet heard_sheet(const struct seen *seen)
{
    struct sheet sheet = sheet_new(seen->arena, T("What the family says"), "Who|How|In their words|What they asked", seen->heard.count);
    sheet.caption_hidden = true;
    sheet.empty = T("Nobody of the family has been heard yet.");
    for (size_t i = 0; i < seen->heard.count; i++) {
        const struct conference_page_family_says *row = &seen->heard.at[i];
        sheet_next(seen->arena, &sheet);
        sheet_put(&sheet, name_words(seen->arena, row->given, row->family_name));
        sheet_put(&sheet, text_of(heard_how_words(row->how)))->more = row->audience == AUDIENCE_PROFESSIONALS ? T("professionals only") : TEXT_NONE;
        sheet_put(&sheet, row->words);
        sheet_put(&sheet, row->asked);
    }
    return sheet;
}

/* In the room: each agency that is there says what it recommends, then the family is heard, then it is decided. */
static const char *next_in_the_room(const struct seen *seen)
{
    for (size_t i = 0; i < seen->at.invitations.count; i++) {
        const struct invitations_of *row = &seen->at.invitations.at[i];
        if (row->agency.n == 0 || !agency_counts(row->agency_kind) || !attendance_is_present(row->attendance))
            continue;
        bool said = false;
        for (size_t k = 0; k < seen->says.count; k++)
            said |= seen->says.at[k].invitation.n == row->invitation.n;
        if (!said)
            return "VIEW_GIVEN";
    }
    return seen->heard.count == 0 ? "FAMILY_VIEW_GIVEN" : "CONFERENCE_DECIDED";
}

/* The act that comes next, by name; NULL: none. waits: something that was not asked stops it being confirmed. */
static const char *next_act(const struct seen *seen, bool waits)
{
    bool invited = false;
    for (size_t i = 0; i < seen->people.count; i++)
        invited |= seen->people.at[i].invited != YES_NO_UNKNOWN_NONE;
    switch (seen->head.state) {
    case CONFERENCE_STATE_CALLED: return seen->head.chair.n == 0 ? "CHAIR_ASSIGNED" : "CONFERENCE_BOOKED";
    case CONFERENCE_STATE_BOOKED: return seen->head.chair.n == 0 ? "CHAIR_ASSIGNED" : !invited ? "PEOPLE_INVITED" : waits ? "READINESS_ANSWERED" : "CONFERENCE_CONFIRMED";
    case CONFERENCE_STATE_CONFIRMED: return "CONFERENCE_OPENED";
    case CONFERENCE_STATE_OPEN: return next_in_the_room(seen);
    case CONFERENCE_STATE_DECIDED: return "SUMMARY_SENT";
    case CONFERENCE_STATE_INQUORATE:
    case CONFERENCE_STATE_ADJOURNED:
    case CONFERENCE_STATE_STOOD_DOWN: return "CONFERENCE_BOOKED";
    case CONFERENCE_STATE_CLOSED:
    case CONFERENCE_STATE_NONE:
    case CONFERENCE_STATE_COUNT: break;
    }
    return NULL;
}

static void fill_acts(struct request *request, const struct seen *seen, struct conference_page *page)
{
    struct frame_link *at = ARENA_MANY(request->arena, ACT_KIND_COUNT, struct frame_link);
    size_t count = 0;
    const char *next = next_act(seen, page->shut.rows.count > 0);
    for (size_t i = 0; i < ACT_KIND_COUNT; i++) {
        const struct act_kind *kind = ACT_KINDS[i];
        if (kind->on != ON_CONFERENCE || act_in_room(kind) || !rights_have(seen->rights, kind->may) || !at_is_open(kind->name, seen->head.state))
            continue;
        struct frame_link link = {text_of(kind->title), url_conference_act(request->arena, request->ids.conference, text_of(kind->address)), false};
        if (next != NULL && text_equal_string(text_of(next), kind->name)) {
            page->has_next = true;
            page->next = link;
        } else {
            at[count++] = link;
        }
    }
    page->acts = (struct frame_links){at, count};
}

/* A link for each part of each child's decision, for the chair: the form begins with what stands there. */
static void fill_amend(const struct seen *seen, struct conference_page *page)
{
    const struct act_kind *kind = &DECISION_AMENDED_ACT;
    if (!rights_have(seen->rights, kind->may) || !at_is_open(kind->name, seen->head.state))
        return;
    struct frame_link *links = ARENA_MANY(seen->arena, seen->decisions.count * DECISION_PART_COUNT, struct frame_link);
    size_t count = 0;
    for (size_t i = 0; i < seen->decisions.count; i++)
        for (int part = DECISION_PART_NONE + 1; part < DECISION_PART_COUNT; part++) {
            const struct copy_decisions *row = &seen->decisions.at[i];
            if (part != DECISION_PART_REASON && !decision_has_plan(row->decision))
                continue;
            Url url = url_conference_act(seen->arena, seen->at.id, text_of(kind->address));
            url = url_asking(seen->arena, url, "child", text_format(seen->arena, "%lld", (long long)row->child.n));
            links[count++] = (struct frame_link){
                text_format(seen->arena, "%.*s: %s", TEXT_ARGS(name_words(seen->arena, row->given, TEXT_NONE)), decision_part_words((enum decision_part)part)),
                url_asking(seen->arena, url, "part", text_of(decision_part_code((enum decision_part)part))), false};
        }
    page->amend = (struct frame_links){links, count};
}

/* Whom support after the plan has not been offered to yet, while a review can still end it. */
static Err fill_support(Read *read, const struct seen *seen, struct conference_page *page)
{
    const struct act_kind *kind = &SUPPORT_AFTER_OFFERED_ACT;
    Out names = out_new(seen->arena);
    if (seen->head.kind != CONFERENCE_KIND_REVIEW || seen->decisions.count > 0)
        return ok();
    for (size_t i = 0; i < seen->at.children.count; i++) {
        const struct conference_children_of *child = &seen->at.children.at[i];
        struct support_offered_of offered;
        Text name = child_words(seen, child->child);
        TRY(support_offered_of(read, child->plan, child->child, &offered));
        if (offered.times > 0 || text_is_empty(name))
            continue;
        out_string(&names, names.len > 0 ? ", " : "");
        out_text(&names, name);
    }
    page->has_support = names.len > 0;
    page->support = text_format(seen->arena, "A plan ends only when support after it was offered, whatever the answer. Not offered yet: %.*s. It can be recorded now, or with the decision.",
                                TEXT_ARGS(out_all(&names)));
    if (rights_have(seen->rights, kind->may))
        page->offer = (struct frame_link){text_of(kind->title), url_family_act(seen->arena, seen->head.family, text_of(kind->address)), false};
    return ok();
}

static Text line_of(const struct seen *seen)
{
    Out out = out_new(seen->arena);
    out_text(&out, seen->head.family_name);
    for (size_t i = 0; i < seen->children.count; i++) {
        out_string(&out, i == 0 ? " · " : ", ");
        out_text(&out, name_words(seen->arena, seen->children.at[i].given, TEXT_NONE));
    }
    out_string(&out, " · ");
    out_text(&out, seen->head.starts.us != 0 ? instant_words(seen->arena, seen->head.starts)
                                             : text_join(seen->arena, T("planned for "), date_long(seen->arena, seen->head.planned)));
    if (!text_is_empty(seen->head.place)) {
        out_string(&out, ", ");
        out_text(&out, seen->head.place);
    }
    out_string(&out, seen->head.chair.n == 0 ? " · no chair yet" : " · chair ");
    if (seen->head.chair.n != 0)
        out_text(&out, name_words(seen->arena, seen->head.chair_given, seen->head.chair_family_name));
    return out_all(&out);
}

/* Who reads the conference is told what copies leave out, and by which act it is mended. */
static Err add_left_out(struct request *request, Read *read, const struct seen *seen, struct conference_page *page)
{
    size_t paragraphs, reasons;
    bool place;
    TRY(copy_held_back(read, request->ids.conference, &paragraphs, &place, &reasons));
    page->left_out = left_out_words(seen->arena, paragraphs + reasons + place);
    const struct {
        const struct act_kind *kind;
        const char *words;
        bool asked;
    } mends[] = {{at_is_open(CONFERENCE_MOVED_ACT.name, seen->head.state) ? &CONFERENCE_MOVED_ACT : &CONFERENCE_BOOKED_ACT, "Book it at another place", place}, {&REPORT_WRITTEN_ACT, "Write the report again without the address", paragraphs > 0}};
    struct frame_link *links = ARENA_MANY(seen->arena, sizeof mends / sizeof mends[0], struct frame_link);
    size_t count = 0;
    for (size_t i = 0; i < sizeof mends / sizeof mends[0]; i++)
        if (mends[i].asked && rights_have(seen->rights, mends[i].kind->may))
            links[count++] = (struct frame_link){text_of(mends[i].words),
                url_conference_act(seen->arena, request->ids.conference, text_of(mends[i].kind->address)), false};
    page->mend = (struct frame_links){links, count};
    page->reasons_left_out = reasons > 0;
    return ok();
}

Err conference_page(struct request *request, struct response *response)
{
    Read *read;
    struct seen seen = {.arena = request->arena, .today = request->today};
    struct facts facts = {0};
    struct conference_page page = {0};
    struct practice practice;
    TRY(request_read(request, &read));
    TRY(see(request, read, &seen, &facts));
    TRY(practice_read(read, &practice));
    page.title = text_of(conference_kind_words(seen.head.kind));
    TRY(frame_of(request, page.title, FRAME_CONFERENCES, &page.frame));
    page.frame.looks_recorded = true;
    page.line = line_of(&seen);
    page.why = seen.head.why;
    if (!date_is_none(seen.head.moved_from) && at_is_open(CONFERENCE_MOVED_ACT.name, seen.head.state))
        page.moved = text_format(request->arena, "It moved: it was booked for %.*s.", TEXT_ARGS(date_full(request->arena, seen.head.moved_from)));
    if (at_is_open(CONFERENCE_MOVED_ACT.name, seen.head.state) || at_is_open(CONFERENCE_BOOKED_ACT.name, seen.head.state))
        page.what_if = url_conference_move(request->arena, request->ids.conference);
    if (at_is_open(ROOM_OPENED_ACT.name, seen.head.state))
        page.room = url_room(request->arena, request->ids.conference);
    if (page.what_if.text.len > 0 && (request->duty == DUTY_CHAIR || request->duty == DUTY_CONFERENCE_ADMIN))
        page.diary = url_asking(request->arena, url_diary(request->arena), "conference", text_format(request->arena, "%lld", (long long)request->ids.conference.n));
    page.state = (struct status_tag){T("info"), text_of(conference_state_words(seen.head.state))};
    page.family = url_family(request->arena, seen.head.family);
    page.papers = url_conference_papers(request->arena, request->ids.conference);
    page.post = url_conference_post(request->arena, request->ids.conference);
    page.letters = url_conference_letters(request->arena, request->ids.conference);
    if (seen.head.starts.us != INSTANT_NONE.us)
        page.calendar = url_conference_calendar(request->arena, request->ids.conference);
    page.is_coming = seen.head.state == CONFERENCE_STATE_CALLED || seen.head.state == CONFERENCE_STATE_BOOKED;
    page.is_decided = seen.decisions.count > 0;
    page.decided = decided_sheet(&seen);
    fill_amend(&seen, &page);
    page.heard = heard_sheet(&seen);
    page.shut = shut_gates_of(&seen, &practice, &facts);
    TRY(conference_dates(read, seen.head.family, request->ids.conference, seen.head.state, seen.head.due, seen.head.held_on, &page.dates));
    TRY(fill_support(read, &seen, &page));
    fill_acts(request, &seen, &page);
    TRY(add_left_out(request, read, &seen, &page));
    page.children = children_sheet(&seen);
    page.parents = parents_sheet(&seen);
    page.agencies = people_sheet(&seen);
    TRY(conference_views(read, request->ids.conference, &page.views));
    TRY(conference_after(read, request->ids.conference, &page.after));
    conference_html(&response->body, &page);
    return ok();
}
