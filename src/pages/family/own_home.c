#include "pages/family/own_home.h"

#include "pages/family/own_home_html.h"
#include "pages/options.h"
#include "rules/profile_words.h"
#include "store/organisation_sql.h"
#include "store/notification_sql.h"
#include "store/own_copy_sql.h"
#include "store/people/protected.h"
#include "store/plan_readers_sql.h"
#include "store/practice.h"
#include "store/signed_in_sql.h"
#include "web/url.h"

enum { PEOPLE_MOST = 40, TOLD_MOST = 10 /* police notifications */ };

static Text clock_words(Arena *arena, Instant instant)
{
    return instant.us == INSTANT_NONE.us ? TEXT_NONE : minutes_words(arena, instant_london_minutes(instant));
}

/* moved_from: the day that stood here before; DATE_NONE: none. */
static Text away_words(Arena *arena, Date day, Date moved_from, Date today)
{
    int32_t days = date_days_between(today, day);
    if (!date_is_none(moved_from) && !date_equal(moved_from, day))
        return text_format(arena, "%.*s The day has changed. It was %.*s before.", TEXT_ARGS(away_words(arena, day, DATE_NONE, today)), TEXT_ARGS(date_full(arena, moved_from)));
    if (days == 0)
        return T("That is today.");
    return days == 1 ? T("That is tomorrow.") : text_format(arena, "That is in %d days.", (int)days);
}

/* What is said of a conference to who is asked to it, and to who comes beside them. */
struct own_conference {
    ConferenceId conference;
    ChildId child;
    FamilyId family;
    Date held_on, moved_from; /* moved_from: the day it was booked for before; DATE_NONE: it did not move */
    Instant starts;
    Text place, chair, beside; /* beside: the child's or adult's name; empty: the reader is asked themselves */
    enum exclusion_extent exclusion;
    bool apart; /* there is somebody whom the reader must not meet: their time and door are their own */
};

/* `early`: how many minutes before, so that the chair sees the parents first (SA-13); 0: nobody asks for it. */
static struct own_meeting_view conference_view(Arena *arena, const struct own_conference *row, int early, Date today)
{
    bool beside = !text_is_empty(row->beside);
    struct own_meeting_view view = {.day = date_full(arena, row->held_on), .away = away_words(arena, row->held_on, row->moved_from, today),
        .what = T("People who know your family meet you. You talk about what would keep the children safe. The meeting can’t take children away."),
        .time = clock_words(arena, row->starts), .place = row->place,
        .papers = url_conference_papers(arena, row->conference),
        .calendar = row->starts.us != INSTANT_NONE.us ? url_conference_calendar(arena, row->conference) : URL_NONE};
    if (row->starts.us != INSTANT_NONE.us && early > 0) {
        view.early = clock_words(arena, (Instant){row->starts.us - early * MINUTE_US});
        view.early_by = text_format(arena, "This is %.*s early.", TEXT_ARGS(minutes_amount(arena, early)));
    }
    if (!text_is_empty(row->chair))
        view.chair = text_format(arena, "%.*s runs the meeting. You meet first, and you can ask things.", TEXT_ARGS(row->chair));
    if (row->apart) { /* one time and one door for both would bring them together (SA-03) */
        view.early = view.time = view.place = TEXT_NONE;
        view.part = T("You have your own time and your own way in. Your social worker tells you. You do not meet anybody you must not meet.");
    }
    if (row->exclusion == EXCLUSION_EXTENT_PART)
        view.part = text_join(arena, view.part, text_is_empty(view.part) ? T("You are asked to come for a part of it. Your social worker tells you why, and which part.")
                                                                         : T(" You are asked to come for a part of it."));
    if (beside) {
        view.beside = text_format(arena, "%.*s is asked to this meeting. You may come too, or speak for %.*s.", TEXT_ARGS(row->beside), TEXT_ARGS(row->beside));
        view.what = T("People who know the family meet. They talk about what would keep the children safe. The meeting can’t take children away.");
    }
    return view;
}

static struct own_meeting_view core_group_view(Arena *arena, const struct own_core_groups *row, Date today)
{
    return (struct own_meeting_view){.day = date_full(arena, row->planned), .away = away_words(arena, row->planned, row->moved_from, today),
        .what = T("A small meeting. We look at each thing in the plan, and at what would help you."), .time = clock_words(arena, row->starts),
        .place = row->place};
}

/* The first of the rows, which are of two kinds; what only one kind knows comes last. Each child of them is shown. */
#define FIRST_OF(request, rows, ret_conference, ret_found, ...)                                                        \
    do {                                                                                                               \
        for (size_t i = 0; i < (rows).count; i++)                                                                      \
            request_shows(request, (rows).at[i].child);                                                                \
        *(ret_found) = (rows).count > 0;                                                                               \
        if (*(ret_found))                                                                                              \
            *(ret_conference) = (struct own_conference){                                                               \
                .conference = (rows).at[0].conference, .child = (rows).at[0].child, .family = (rows).at[0].family, .held_on = (rows).at[0].held_on, \
                .moved_from = (rows).at[0].moved_from,                                                                \
                .starts = (rows).at[0].starts, .place = (rows).at[0].place, .exclusion = (rows).at[0].exclusion,       \
                .chair = name_words((request)->arena, (rows).at[0].chair_given, (rows).at[0].chair_name), __VA_ARGS__}; \
    } while (0)

/* The first conference that the reader is asked to, or the child or adult beside whom they stand. */
static Err first_conference(struct request *request, Read *read, struct own_conference *ret_conference, bool *ret_found)
{
    if (request->duty == DUTY_ADVOCATE) {
        struct own_conferences_beside_rows rows;
        TRY(own_conferences_beside(read, &rows));
        FIRST_OF(request, rows, ret_conference, ret_found, .beside = rows.at[0].given);
        return ok();
    }
    struct own_conferences_rows rows;
    TRY(own_conferences(read, &rows));
    FIRST_OF(request, rows, ret_conference, ret_found, .apart = rows.at[0].apart);
    return ok();
}

/* By when a meeting of that sort must be held for the child: the first day that waits. */
static Err add_why(Read *read, ChildId child, bool is_core_group, Date held_on, struct own_meeting_view *meeting)
{
    struct own_meeting_limits_rows limits;
    struct practice practice;
    TRY(own_meeting_limits(read, child, &limits));
    TRY(practice_read(read, &practice));
    for (size_t i = 0; i < limits.count && text_is_empty(meeting->why.summary); i++) {
        const struct due_ref ref = {child, limits.at[i].kind, limits.at[i].start, limits.at[i].due};
        if ((ref.kind == OBLIGATION_KIND_FIRST_CORE_GROUP || ref.kind == OBLIGATION_KIND_NEXT_CORE_GROUP) == is_core_group)
            meeting->why = own_why_of(read->arena, &practice, &ref, held_on);
    }
    return ok();
}

/* The first of the meetings they are asked to. */
static Err add_meeting(struct request *request, Read *read, struct own_home_page *page)
{
    struct own_conference conference = {0};
    struct own_core_groups_rows groups;
    bool asked = false;
    TRY(first_conference(request, read, &conference, &asked));
    TRY(own_core_groups(read, &groups));
    page->has_meeting = asked || groups.count > 0;
    page->no_meeting = T("There is no meeting planned that you are asked to.");
    bool group_first = groups.count > 0 && (!asked || date_before(groups.at[0].planned, conference.held_on));
    for (size_t i = 0; i < groups.count; i++)
        request_shows(request, groups.at[i].child);
    if (!page->has_meeting)
        return ok();
    struct practice practice;
    TRY(practice_read(read, &practice));
    int early = profile_number(practice_on(&practice, request->today), PRACTICE_KIND_EARLY);
    page->meeting = group_first ? core_group_view(request->arena, &groups.at[0], request->today) : conference_view(request->arena, &conference, early, request->today);
    TRY(add_why(read, group_first ? groups.at[0].child : conference.child, group_first, group_first ? groups.at[0].planned : conference.held_on, &page->meeting));
    struct protected_words kept;
    TRY(protected_from_reader(read, group_first ? groups.at[0].family : conference.family, &kept));
    if (protected_stands_in(&kept, page->meeting.place))
        page->meeting.place = T("Ask your social worker where it is.");
    return ok();
}

/* One sentence about a child, as the family reads it; the name stands between `before` and `after`. Source: SC-13. */
static const struct decision_words {
    const char *own, *before, *after, *more;
} DECISION_WORDS[CONFERENCE_DECISION_COUNT] = {
    [CONFERENCE_DECISION_PLAN] = {"There is a plan to keep you safe.", "There is a plan to keep ", " safe.", ""},
    [CONFERENCE_DECISION_GOES_ON] = {"Your plan goes on.", "The plan for ", " goes on.", ""},
    [CONFERENCE_DECISION_CHANGED] = {"Your plan goes on. Some of it is new.", "The plan for ", " goes on. Some of it is new.", ""},
    [CONFERENCE_DECISION_ENDS] = {"Your plan has ended.", "The plan for ", " has ended.", "You can still ask us for help. Call your social worker."},
    [CONFERENCE_DECISION_NO_PLAN_CHILD_IN_NEED] = {"You do not need this kind of plan.", "", " does not need this kind of plan.", "We can help in another way."},
    [CONFERENCE_DECISION_NO_PLAN_EARLY_HELP] = {"You do not need this kind of plan.", "", " does not need this kind of plan.", "We can help in another way."},
    [CONFERENCE_DECISION_NO_PLAN_CLOSE] = {"You do not need this kind of plan.", "", " does not need this kind of plan.", ""},
    [CONFERENCE_DECISION_INQUORATE] = {"Nothing was decided about you.", "Nothing was decided about ", ".", "There will be a new meeting."},
    [CONFERENCE_DECISION_ADJOURNED] = {"Nothing was decided about you.", "Nothing was decided about ", ".", "There will be a new meeting."},
};

/* SC-11, SD-21: what a meeting recommends is not yet so, and who can say yes or no to it. */
static Text recommended_words(Arena *arena, const struct own_decisions *row, bool own)
{
    Out out = out_new(arena);
    if (code_set_has(&RECOMMENDATION_LIST, row->recommends, RECOMMENDATION_ELSEWHERE)) {
        out_string(&out, "The meeting thinks ");
        out_text(&out, own ? T("you") : row->given);
        out_string(&out, " should live somewhere else for now. The meeting cannot make that happen. Only a court can, or a parent who says yes. ");
    }
    if (code_set_has(&RECOMMENDATION_LIST, row->recommends, RECOMMENDATION_COURT))
        out_string(&out, "The meeting thinks we should ask a court. The court listens to everybody first. Only the court decides. ");
    if (!own && out.len > 0)
        out_string(&out, "You can ask a lawyer to help you. ");
    return text_trim(out_all(&out));
}

static Err add_decisions(struct request *request, Read *read, struct own_home_page *page)
{
    struct own_decisions_rows rows;
    TRY(own_decisions(read, &rows));
    page->decisions.at = ARENA_MANY(request->arena, rows.count, struct own_decision_view);
    for (size_t i = 0; i < rows.count; i++) {
        const struct own_decisions *row = &rows.at[i];
        const struct decision_words *words = &DECISION_WORDS[row->decision];
        request_shows(request, row->child);
        page->has_plan |= row->decision == CONFERENCE_DECISION_PLAN || row->decision == CONFERENCE_DECISION_GOES_ON || row->decision == CONFERENCE_DECISION_CHANGED;
        Text said = row->child.n == request->person.n ? text_of(words->own)
            : text_format(request->arena, "%s%.*s%s", words->before, TEXT_ARGS(row->given), words->after);
        Text more = text_join(request->arena, recommended_words(request->arena, row, row->child.n == request->person.n), text_join(request->arena, T(" "), text_of(words->more)));
        page->decisions.at[page->decisions.count++] = (struct own_decision_view){date_long(request->arena, row->decided), said, text_trim(more)};
    }
    return ok();
}

/* SA-02: the plain words of police notifications about a parent's children; none for somebody who is kept apart from a family's address, and none
 * in which a secret stands. */
static Err add_told_of(struct request *request, Read *read, ChildId child, struct own_decision_views *told)
{
    struct notifications_in_plain_words_rows rows;
    TRY(notifications_in_plain_words(read, child, &rows));
    for (size_t i = 0; i < rows.count; i++) {
        const struct notifications_in_plain_words *row = &rows.at[i];
        struct plan_kept_apart apart;
        struct protected_words kept;
        bool left_out = told->count == TOLD_MOST;
        for (size_t k = 0; k < told->count && !left_out; k++) /* about several children it is said once */
            left_out = text_equal(told->at[k].words, row->plain);
        if (!left_out)
            TRY(plan_kept_apart(read, row->family, request->person, &apart, &left_out));
        TRY(protected_from_reader(read, row->family, &kept));
        if (!left_out && !text_is_empty(row->plain) && !protected_stands_in(&kept, row->plain))
            told->at[told->count++] = (struct own_decision_view){date_long(request->arena, row->received), row->plain, row->force_name};
    }
    return ok();
}

static Err add_told(struct request *request, Read *read, struct own_home_page *page)
{
    struct own_children_rows rows;
    page->told.at = ARENA_MANY(request->arena, TOLD_MOST, struct own_decision_view);
    if (request->duty != DUTY_PARENT)
        return ok();
    TRY(own_children(read, &rows));
    for (size_t i = 0; i < rows.count; i++) {
        request_shows(request, rows.at[i].child);
        TRY(add_told_of(request, read, rows.at[i].child, &page->told));
    }
    return ok();
}

static const char *paper_words(enum sent_what what)
{
    switch (what) {
    case SENT_WHAT_SUMMARY: return "What the meeting decided";
    case SENT_WHAT_NOTES: return "The notes of the meeting";
    case SENT_WHAT_NONE:
    case SENT_WHAT_COUNT: break;
    }
    return "";
}

static const char *given_words(enum sharing_how how)
{
    switch (how) {
    case SHARING_HOW_BY_HAND: return "We gave it to you";
    case SHARING_HOW_READ_WITH: return "We read it with you";
    case SHARING_HOW_TRANSLATED: return "We read it with you in your language";
    case SHARING_HOW_POST: return "It came by post";
    case SHARING_HOW_EMAIL: return "It came by email";
    case SHARING_HOW_SOLICITOR: return "Your solicitor or helper has it";
    case SHARING_HOW_WITHHELD: return "We kept it back";
    case SHARING_HOW_NONE:
    case SHARING_HOW_COUNT: break;
    }
    return "";
}

static Err add_papers(struct request *request, Read *read, struct own_home_page *page)
{
    struct own_sent_rows rows;
    TRY(own_sent(read, &rows));
    page->papers.at = ARENA_MANY(request->arena, rows.count, struct own_link_view);
    for (size_t i = 0; i < rows.count; i++)
        page->papers.at[page->papers.count++] = (struct own_link_view){.words = text_of(paper_words(rows.at[i].what)),
            .more = text_format(request->arena, "%s, %.*s", given_words(rows.at[i].how), TEXT_ARGS(date_long(request->arena, rows.at[i].sent_on)))};
    return ok();
}

static Err add_plans(struct request *request, Read *read, struct own_home_page *page)
{
    struct own_children_rows rows;
    TRY(own_children(read, &rows));
    page->plans.at = ARENA_MANY(request->arena, rows.count, struct own_link_view);
    for (size_t i = 0; i < rows.count; i++) {
        const struct own_children *row = &rows.at[i];
        bool own = row->child.n == request->person.n;
        request_shows(request, row->child);
        if (row->plan.n == 0 || date_is_none(row->published))
            continue;
        page->plans.at[page->plans.count++] = (struct own_link_view){own ? T("My plan") : text_format(request->arena, "The plan for %.*s", TEXT_ARGS(row->given)),
            text_format(request->arena, "Changed on %.*s", TEXT_ARGS(date_long(request->arena, row->published))), url_plan(request->arena, row->plan)};
    }
    return ok();
}

static void add_person(struct own_person_views *people, Text name, Text is, Text telephone, Text more)
{
    for (size_t i = 0; i < people->count; i++)
        if (text_equal(people->at[i].name, name) && text_equal(people->at[i].telephone, telephone))
            return;
    if (people->count < PEOPLE_MOST)
        people->at[people->count++] = (struct own_person_view){name, is, telephone, more};
}

/* SD-18: the social worker, the chair, somebody independent, a solicitor; and nights and weekends. */
static Err add_people(struct request *request, Read *read, struct own_home_page *page)
{
    Arena *arena = request->arena;
    struct own_workers_rows workers;
    struct own_chairs_rows chairs;
    struct own_advisers_rows advisers;
    struct authority_now authority;
    bool found;
    TRY(own_workers(read, &workers));
    TRY(own_chairs(read, &chairs));
    TRY(own_advisers(read, &advisers));
    TRY(authority_now(read, &authority, &found));
    page->people.at = ARENA_MANY(arena, PEOPLE_MOST, struct own_person_view);
    for (size_t i = 0; i < workers.count; i++)
        add_person(&page->people, name_words(arena, workers.at[i].given, workers.at[i].family_name), request->duty == DUTY_ADVOCATE ? T("the family’s social worker") : T("your social worker"), workers.at[i].telephone,
                   T("A social worker helps keep children safe."));
    if (found)
        add_person(&page->people, request->duty == DUTY_ADVOCATE ? T("The social worker is away?") : T("Your social worker is away?"), T("the office"), authority.telephone, T("Ask for someone who can help now."));
    if (found)
        add_person(&page->people, T("Night or weekend?"), T("someone is always there"), authority.urgent_telephone, TEXT_NONE);
    for (size_t i = 0; i < chairs.count; i++)
        add_person(&page->people, name_words(arena, chairs.at[i].given, chairs.at[i].family_name), T("who runs the meeting"), chairs.at[i].telephone,
                   T("They do not work with your family."));
    for (size_t i = 0; i < advisers.count && request->duty != DUTY_ADVOCATE; i++) /* an advocate is one */
        add_person(&page->people, advisers.at[i].name, T("someone who does not work for us"), advisers.at[i].telephone, T("It is free. They are on your side."));
    add_person(&page->people, T("A solicitor"), T("someone who knows the law"), TEXT_NONE,
               T("You can ask for advice that is yours alone. Your social worker or adviser tells you how to find one."));
    if (page->people.count > 0 && workers.count > 0 && !text_is_empty(page->people.at[0].telephone)) {
        page->call_words = text_format(arena, "Want to talk? Call %.*s.", TEXT_ARGS(workers.at[0].given));
        page->call_number = page->people.at[0].telephone;
    }
    return ok();
}

Err own_home_page(struct request *request, struct response *response)
{
    Read *read;
    struct signed_in who;
    bool found;
    TRY(request_read(request, &read));
    TRY(signed_in(read, &who, &found));
    struct own_home_page page = {.frame = own_frame(request, T("Home"), OWN_HOME),
        .hello = text_format(request->arena, "Hello, %.*s", TEXT_ARGS(who.given)),
        .today = text_format(request->arena, "Today is %.*s.", TEXT_ARGS(date_full(request->arena, request->today))),
        .sign_out = url_sign_out(request->arena), .csrf = request_form_keys(request, 0).csrf};
    TRY(add_meeting(request, read, &page));
    TRY(add_told(request, read, &page));
    TRY(add_decisions(request, read, &page));
    TRY(add_plans(request, read, &page));
    TRY(add_papers(request, read, &page));
    TRY(add_people(request, read, &page));
    own_home_html(&response->body, &page);
    return ok();
}
