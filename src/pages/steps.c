#include "pages/steps.h"

#include "acts/people/late_explained_act.h"
#include "pages/family_acts.h"
#include "pages/frame.h"
#include "pages/options.h"
#include "store/access.h"
#include "store/family_page_sql.h"
#include "store/late_sql.h"
#include "store/step_sql.h"
#include "web/url.h"

/* What an act is done to, found from what is due. */
enum place {
    ON_THE_FAMILY,
    ON_THE_PLAN,
    AT_COMING, /* the conference that was called already: its page says what is missing. Before that, an act on the family */
    AT_HELD,   /* the conference from which the limit counts */
    AT_BOOKED, /* the conference on whose day the limit counts back */
};

/* One row for each kind: where it is done, by which acts, and the first answer that the address brings to the form. */
static const struct {
    enum obligation_kind kind;
    enum place place;
    const char *acts[STEP_ACTS];
    const char *answers, *answer;
    const char *who; /* where no act of the program does it */
} ROWS[] = {
    {OBLIGATION_KIND_REFERRAL_DECISION, ON_THE_FAMILY, {"REFERRAL_DECIDED"}, NULL, NULL, NULL},
    {OBLIGATION_KIND_ASSESSMENT, ON_THE_FAMILY, {"ASSESSMENT_FINISHED"}, NULL, NULL, NULL},
    {OBLIGATION_KIND_INITIAL_CONFERENCE, AT_COMING, {"CONFERENCE_CALLED"}, NULL, NULL, NULL},
    {OBLIGATION_KIND_PRE_BIRTH_CONFERENCE, AT_COMING, {"CONFERENCE_CALLED"}, NULL, NULL, NULL},
    {OBLIGATION_KIND_TRANSFER_IN_CONFERENCE, AT_COMING, {"CONFERENCE_CALLED"}, NULL, NULL, NULL},
    {OBLIGATION_KIND_RECONVENE, AT_COMING, {"CONFERENCE_CALLED"}, NULL, NULL, NULL},
    {OBLIGATION_KIND_FIRST_REVIEW, AT_COMING, {"CONFERENCE_CALLED"}, "kind", "REVIEW", NULL},
    {OBLIGATION_KIND_NEXT_REVIEW, AT_COMING, {"CONFERENCE_CALLED"}, "kind", "REVIEW", NULL},
    {OBLIGATION_KIND_PRE_BIRTH_REVIEW, AT_COMING, {"CONFERENCE_CALLED"}, "kind", "REVIEW", NULL},
    {OBLIGATION_KIND_NOTICE_OF_MEETING, AT_BOOKED, {"PEOPLE_INVITED"}, NULL, NULL, NULL},
    {OBLIGATION_KIND_REPORTS_INITIAL, AT_BOOKED, {"REPORT_SHARED"}, NULL, NULL, NULL},
    {OBLIGATION_KIND_REPORTS_REVIEW, AT_BOOKED, {"REPORT_SHARED"}, NULL, NULL, NULL},
    {OBLIGATION_KIND_DECISION_LETTER, AT_HELD, {"SUMMARY_SENT"}, "what", "SUMMARY", NULL},
    {OBLIGATION_KIND_CONFERENCE_NOTES, AT_HELD, {"SUMMARY_SENT"}, "what", "NOTES", NULL},
    {OBLIGATION_KIND_FIRST_CORE_GROUP, ON_THE_PLAN, {"CORE_GROUP_HELD", "CORE_GROUP_PLANNED"}, NULL, NULL, NULL},
    {OBLIGATION_KIND_NEXT_CORE_GROUP, ON_THE_PLAN, {"CORE_GROUP_HELD", "CORE_GROUP_PLANNED"}, NULL, NULL, NULL},
    {OBLIGATION_KIND_VISIT, ON_THE_FAMILY, {"VISIT_RECORDED"}, NULL, NULL, NULL},
    {OBLIGATION_KIND_LONG_PLAN_15, ON_THE_PLAN, {"SENIOR_REVIEW_RECORDED"}, NULL, NULL, NULL},
    {OBLIGATION_KIND_LONG_PLAN_21, ON_THE_PLAN, {"SENIOR_REVIEW_RECORDED"}, NULL, NULL, NULL},
    {OBLIGATION_KIND_LONG_PLAN_24, ON_THE_PLAN, {"SENIOR_REVIEW_RECORDED"}, NULL, NULL, NULL},
    {OBLIGATION_KIND_INCIDENT_NOTICE, ON_THE_FAMILY, {NULL}, NULL, NULL, "the safeguarding partners"},
    {OBLIGATION_KIND_RAPID_REVIEW, ON_THE_FAMILY, {NULL}, NULL, NULL, "the safeguarding partners"},
    {OBLIGATION_KIND_STRATEGY_AT_ONCE, ON_THE_FAMILY, {"STRATEGY_DISCUSSION"}, NULL, NULL, NULL},
    {OBLIGATION_KIND_POLICE_PROTECTION_ENDS, ON_THE_FAMILY, {"PROTECTION_ENDED"}, NULL, NULL, NULL},
    {OBLIGATION_KIND_EMERGENCY_ORDER_ENDS, ON_THE_FAMILY, {"PROTECTION_ENDED", "PROTECTION_EXTENDED"}, NULL, NULL, NULL},
    {OBLIGATION_KIND_EMERGENCY_EXTENSION_ENDS, ON_THE_FAMILY, {"PROTECTION_ENDED"}, NULL, NULL, NULL},
};
enum { ROW_COUNT = sizeof ROWS / sizeof ROWS[0] };
_Static_assert(ROW_COUNT == OBLIGATION_KIND_COUNT - 1, "a row for each kind of obligation");

static size_t row_of(enum obligation_kind kind)
{
    size_t row = 0;
    while (row < ROW_COUNT && ROWS[row].kind != kind)
        row++;
    return row;
}

const char *step_act(enum obligation_kind kind, int place)
{
    size_t row = row_of(kind);
    return row < ROW_COUNT && place < STEP_ACTS ? ROWS[row].acts[place] : NULL;
}

/* What was read of one family. */
struct family_places {
    FamilyId family;
    Rights rights;
    struct step_conferences_rows conferences;
    struct family_plans_now_rows plans;
    struct late_reasons_rows reasons;
    struct family_places *next;
};

struct steps {
    struct request *request;
    Read *read;
    struct family_places *first;
};

struct steps *steps_new(struct request *request, Read *read)
{
    struct steps *steps = ARENA_NEW(request->arena, struct steps);
    *steps = (struct steps){request, read, NULL};
    return steps;
}

static Err places_of(struct steps *steps, const struct step_of *due, struct family_places **ret_places)
{
    for (*ret_places = steps->first; *ret_places != NULL; *ret_places = (*ret_places)->next)
        if ((*ret_places)->family.n == due->family.n)
            return ok();
    struct family_places *places = ARENA_NEW(steps->request->arena, struct family_places);
    *places = (struct family_places){.family = due->family, .next = steps->first};
    TRY(rights_on_child(steps->read, due->child, &places->rights));
    TRY(step_conferences(steps->read, due->family, &places->conferences));
    TRY(family_plans_now(steps->read, due->family, &places->plans));
    TRY(late_reasons(steps->read, due->family, &places->reasons));
    places->rights |= rights_of_duty(steps->request->duty);
    steps->first = *ret_places = places;
    return ok();
}

static bool is_coming(enum conference_state state)
{
    return state != CONFERENCE_STATE_DECIDED && state != CONFERENCE_STATE_CLOSED && state != CONFERENCE_STATE_STOOD_DOWN;
}

/* The child's newest conference that fits; none: 0. */
static ConferenceId conference_of(const struct family_places *places, const struct step_of *due, enum place place)
{
    for (size_t i = 0; i < places->conferences.count; i++) {
        const struct step_conferences *row = &places->conferences.at[i];
        bool fits = (place == AT_COMING && is_coming(row->state)) ||
                    (place == AT_BOOKED && is_coming(row->state) && date_equal(row->held_on, due->start)) ||
                    (place == AT_HELD && !is_coming(row->state) && !date_is_none(row->held_on) && !date_before(due->start, row->held_on));
        if (row->child.n == due->child.n && fits)
            return row->conference;
    }
    return (ConferenceId){0};
}

/* The number of what an act is done to; 0: there is nothing yet. */
static int64_t target_of(const struct family_places *places, const struct step_of *due, enum place place, enum act_target on)
{
    if (on == ON_FAMILY)
        return due->family.n;
    if (on == ON_CONFERENCE)
        return conference_of(places, due, place).n;
    for (size_t i = 0; i < places->plans.count; i++)
        if (places->plans.at[i].child.n == due->child.n)
            return places->plans.at[i].plan.n;
    return 0;
}

static void add(struct step_view *view, Text words, Url address) { view->lines.at[view->lines.count++] = (struct step_line){words, address}; }

/* Of what is late: why, in the newest words about it, and the form that says it. */
static void add_late(struct request *request, const struct family_places *places, const struct step_of *due, struct step_view *view)
{
    Arena *arena = request->arena;
    if (!date_before(due->due, request->today))
        return;
    if (rights_have(places->rights, LATE_EXPLAINED_ACT.may))
        add(view, text_of(LATE_EXPLAINED_ACT.title), url_asking(arena, url_family_act(arena, due->family, text_of(LATE_EXPLAINED_ACT.address)), "kind",
                                                                text_of(obligation_kind_code(due->kind))));
    for (size_t i = 0; i < places->reasons.count && text_is_empty(view->late); i++) {
        const struct late_reasons *row = &places->reasons.at[i];
        if (row->child.n != due->child.n || row->kind != due->kind || !date_equal(row->start, due->start))
            continue;
        Out out = out_new(arena);
        out_text(&out, text_format(arena, "Why it is late: %.*s Now: %.*s", TEXT_ARGS(row->why), TEXT_ARGS(row->next)));
        if (!date_is_none(row->done_by))
            out_text(&out, text_join(arena, T(" By "), text_join(arena, date_long(arena, row->done_by), T("."))));
        out_text(&out, text_format(arena, " (%.*s, %.*s)", TEXT_ARGS(name_words(arena, row->given, row->family_name)), TEXT_ARGS(date_long(arena, row->said_on))));
        view->late = out_all(&out);
    }
}

Err steps_find(struct steps *steps, struct step_of due, struct step_view *ret_step)
{
    Arena *arena = steps->request->arena;
    struct family_places *places;
    size_t row = row_of(due.kind);
    struct step_view view = {.lines = {ARENA_MANY(arena, STEP_ACTS + 1, struct step_line), 0}};
    *ret_step = view;
    if (row == ROW_COUNT)
        return ok();
    TRY(places_of(steps, &due, &places));
    ConferenceId coming = ROWS[row].place == AT_COMING ? conference_of(places, &due, AT_COMING) : (ConferenceId){0};
    if (coming.n != 0)
        add(&view, T("Go to the conference"), frame_conference(steps->request, coming));
    view.who = text_of(ROWS[row].who == NULL ? "" : ROWS[row].who);
    for (int i = 0; coming.n == 0 && i < STEP_ACTS && ROWS[row].acts[i] != NULL; i++) {
        const struct act_kind *kind = act_kind_named(text_of(ROWS[row].acts[i]));
        int64_t target = kind == NULL ? 0 : target_of(places, &due, ROWS[row].place, kind->on);
        if (target == 0)
            continue;
        Url url = act_url(arena, kind->on, target, text_of(kind->address));
        if (ROWS[row].answers != NULL)
            url = url_asking(arena, url, ROWS[row].answers, text_of(ROWS[row].answer));
        if (rights_have(places->rights, kind->may))
            add(&view, text_of(kind->title), url);
        else
            view.who = text_of(permission_who(kind->may));
    }
    view.who = view.lines.count > 0 ? TEXT_NONE : view.who;
    add_late(steps->request, places, &due, &view);
    *ret_step = view;
    return ok();
}
