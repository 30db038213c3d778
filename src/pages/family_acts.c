#include "pages/family_acts.h"

#include "acts/act_kind.h"
#include "acts/people/child_born_act.h"
#include "acts/people/died_act.h"
#include "pages/family_acts_html.h"
#include "pages/options.h"
#include "store/access.h"
#include "web/url.h"

/* Kinds of work, in the order of a case; what a permission is not in comes last. */
static const struct {
    const char *title;
    Rights permissions;
} GROUPS[] = {
    {"Decide", RIGHT(DECIDE_CASE)},
    {"Enquiry and protection", RIGHT(RECORD_ENQUIRY) | RIGHT(PROTECT_NOW)},
    {"Record", RIGHT(RECORD_CASE)},
    {"The legal route", RIGHT(RECORD_LEGAL)},
    {"Conference", RIGHT(ARRANGE_CONFERENCE) | RIGHT(CHAIR_CONFERENCE) | RIGHT(RECORD_CONFERENCE)},
    {"Contribute", RIGHT(CONTRIBUTE)},
    {"People and addresses", RIGHT(CHANGE_FAMILY)},
    {"Who may see", RIGHT(GIVE_ACCESS)},
    {"Contacts and emergencies", ~(RIGHT(DECIDE_CASE) | RIGHT(RECORD_ENQUIRY) | RIGHT(PROTECT_NOW) | RIGHT(RECORD_CASE) | RIGHT(ARRANGE_CONFERENCE) | RIGHT(CHAIR_CONFERENCE) |
                RIGHT(RECORD_CONFERENCE) | RIGHT(CONTRIBUTE) | RIGHT(CHANGE_FAMILY) | RIGHT(GIVE_ACCESS) | RIGHT(RECORD_LEGAL))},
};
enum { GROUPS_COUNT = sizeof GROUPS / sizeof GROUPS[0] };

Url act_url(Arena *arena, enum act_target on, int64_t target, Text act)
{
    switch (on) {
    case ON_FAMILY: return url_family_act(arena, (FamilyId){target}, act);
    case ON_CHILD: return url_child_act(arena, (ChildId){target}, act);
    case ON_CONFERENCE: return url_conference_act(arena, (ConferenceId){target}, act);
    case ON_PLAN: return url_plan_act(arena, (PlanId){target}, act);
    case ON_PERSON: return url_person_act(arena, (PersonId){target}, act);
    default: return url_act(arena, act);
    }
}

static struct act_lines lines_of(Arena *arena, enum act_target on, int64_t target, Rights rights, Rights group)
{
    struct act_lines lines = {ARENA_MANY(arena, ACT_KIND_COUNT, struct act_line), 0};
    for (size_t i = 0; i < ACT_KIND_COUNT; i++) {
        const struct act_kind *kind = ACT_KINDS[i];
        if (kind->on == on && !act_in_room(kind) && rights_have(rights & group, kind->may))
            lines.at[lines.count++] = (struct act_line){text_of(kind->title), act_url(arena, on, target, text_of(kind->address))};
    }
    return lines;
}

struct act_lines act_lines_of(Arena *arena, enum act_target on, int64_t target, Rights rights) { return lines_of(arena, on, target, rights, ~UINT64_C(0)); }

static bool has_line(const struct act_lines *lines, Text words)
{
    for (size_t i = 0; i < lines->count; i++)
        if (text_equal(lines->at[i].words, words))
            return true;
    return false;
}

/* A conference that is booked already isn't called again. */
static void add_acts(Arena *arena, const struct family_record *record, Rights rights, const char *const *acts, Date today, struct act_lines *lines)
{
    for (const char *const *act = acts; *act != NULL; act++) {
        const struct act_kind *kind = act_kind_at(text_of(*act));
        bool is_called = text_equal_string(text_of(*act), "call-conference") && booked_conference(record, OBLIGATION_KIND_RECONVENE, today) != NULL;
        if (kind != NULL && !is_called && kind->on == ON_FAMILY && rights_have(rights, kind->may) && !has_line(lines, text_of(kind->title)))
            lines->at[lines->count++] = (struct act_line){text_of(kind->title), act_url(arena, ON_FAMILY, record->family.n, text_of(kind->address))};
    }
}

/* The one thing to do next, what comes next where each child stands, and what is often done there. */
static struct act_lines likely_lines(Arena *arena, const struct family_record *record, Rights rights, Date today)
{
    struct act_lines lines = {ARENA_MANY(arena, (record->stages.count + 1) * (NEXT_ACTS + LIKELY_ACTS) + 1, struct act_line), 0};
    struct family_step step = family_step_of(arena, record, today);
    if (!text_is_empty(step.words))
        lines.at[lines.count++] = (struct act_line){step.words, step.address};
    for (size_t i = 0; i < record->stages.count; i++)
        add_acts(arena, record, rights, next_acts(record->stages.at[i].stage), today, &lines);
    for (size_t i = 0; i < record->stages.count; i++)
        add_acts(arena, record, rights, likely_acts(record->stages.at[i].stage), today, &lines);
    if (record->stages.count == 0)
        add_acts(arena, record, rights, likely_acts(STAGE_NONE), today, &lines);
    return lines;
}

static void add_group(struct act_groups *groups, Text title, Text about, struct act_lines lines)
{
    if (lines.count > 0)
        groups->at[groups->count++] = (struct act_group){.title = title, .about = about, .lines = lines};
}

/* The lines but that of one act. */
static struct act_lines without(struct act_lines lines, const struct act_kind *kind)
{
    size_t count = 0;
    for (size_t i = 0; i < lines.count; i++)
        if (!text_equal_string(lines.at[i].words, kind->title))
            lines.at[count++] = lines.at[i];
    lines.count = count;
    return lines;
}

struct act_lines act_lines_of_child(Arena *arena, const struct family_children *child, Rights rights)
{
    struct act_lines lines = act_lines_of(arena, ON_CHILD, child->child.n, rights);
    return child->unborn ? lines : without(lines, &CHILD_BORN_ACT);
}

/* A child's own acts, the death apart from everything that is done every day. */
static void add_child(Arena *arena, const struct family_children *child, Rights rights, struct act_groups *groups)
{
    struct act_lines own = act_lines_of_child(arena, child, rights), person = act_lines_of(arena, ON_PERSON, child->child.n, rights);
    size_t all = own.count;
    struct act_lines lines = without(own, &DIED_ACT);
    bool may_record_death = lines.count < all;
    for (size_t k = 0; k < person.count; k++)
        lines.at[lines.count++] = person.at[k]; /* each list has room for all acts */
    struct act_group group = {.title = name_words(arena, child->given, child->family_name), .lines = lines};
    if (may_record_death && date_is_none(child->died)) {
        group.has_last = true;
        group.last = (struct act_line){text_of(DIED_ACT.title), act_url(arena, ON_CHILD, child->child.n, text_of(DIED_ACT.address))};
    }
    if (lines.count > 0 || group.has_last)
        groups->at[groups->count++] = group;
}

/* The acts on the family that begin by asking which adult: with the answer, they are the adult's own. */
static struct act_lines asked_of_adult(Arena *arena, const struct family_record *record, PersonId adult, struct act_lines lines)
{
    for (size_t i = 0; i < ACT_KIND_COUNT; i++) {
        const struct act_kind *kind = ACT_KINDS[i];
        const struct field *first = kind->field_count > 0 ? &kind->fields[0] : NULL;
        if (kind->on == ON_FAMILY && first != NULL && first->source == SOURCE_ADULTS && first->type == FIELD_ID && rights_have(record->rights, kind->may))
            lines.at[lines.count++] = (struct act_line){text_of(kind->title), url_asking(arena, act_url(arena, ON_FAMILY, record->family.n, text_of(kind->address)),
                first->name, text_format(arena, "%lld", (long long)adult.n))}; /* each list has room for all acts */
    }
    return lines;
}

static Err add_others(Arena *arena, Read *read, const struct family_record *record, struct act_groups *groups)
{
    const struct family_conferences_rows conferences = record->conferences;
    groups->at = ARENA_MANY(arena, record->children.count + record->plans.count + record->adults.count + conferences.count, struct act_group);
    for (size_t i = 0; i < conferences.count; i++) {
        const struct family_conferences *conference = &conferences.at[i];
        if (conference->state == CONFERENCE_STATE_CLOSED || conference->state == CONFERENCE_STATE_STOOD_DOWN)
            continue; /* one that was adjourned or had no quorum is booked again */
        Text about = date_is_none(conference->held_on) ? T("No day yet") : date_full(arena, conference->held_on);
        add_group(groups, text_of(conference_kind_words(conference->kind)), about, act_lines_of(arena, ON_CONFERENCE, conference->conference.n, record->rights));
    }
    for (size_t i = 0; i < record->plans.count; i++) {
        const struct family_plans_now *plan = &record->plans.at[i];
        Text name = children_words(arena, record, &plan->child, 1);
        add_group(groups, text_join(arena, T("The plan for "), name), categories_words(arena, plan->categories),
                  act_lines_of(arena, ON_PLAN, plan->plan.n, record->rights));
    }
    for (size_t i = 0; i < record->children.count; i++) {
        Rights rights;
        const struct family_children *child = &record->children.at[i];
        TRY(rights_on_child(read, child->child, &rights));
        add_child(arena, child, rights, groups);
    }
    for (size_t i = 0; i < record->adults.count; i++) {
        const struct family_adults *adult = &record->adults.at[i];
        add_group(groups, name_words(arena, adult->given, adult->family_name), adult->is_known_as,
                  asked_of_adult(arena, record, adult->person, act_lines_of(arena, ON_PERSON, adult->person.n, record->rights)));
    }
    return ok();
}

Err family_acts_page(struct request *request, struct response *response)
{
    Read *read;
    struct family_record record;
    struct family_acts_page page = {.family = {ARENA_MANY(request->arena, GROUPS_COUNT + 1, struct act_group), 0}};
    TRY(request_read(request, &read));
    TRY(family_record_of(read, request->ids.family, &record));
    family_record_shows(request, &record);
    page.band = family_band_of(request->arena, &record, TAB_NONE, request->today);
    TRY(frame_of(request, text_join(request->arena, T("What can be done – "), page.band.name), FRAME_FAMILIES, &page.frame));
    page.frame.full_width = page.frame.looks_recorded = true;
    Rights rights = record.rights | rights_of_duty(request->duty);
    page.likely = likely_lines(request->arena, &record, rights, request->today);
    for (size_t i = 0; i < GROUPS_COUNT; i++)
        add_group(&page.family, text_of(GROUPS[i].title), TEXT_NONE,
                  lines_of(request->arena, ON_FAMILY, record.family.n, rights, GROUPS[i].permissions));
    TRY(add_others(request->arena, read, &record, &page.others));
    family_acts_html(&response->body, &page);
    return ok();
}

Err family_next_acts(struct request *request, Read *read, FamilyId family, struct act_lines *ret_lines)
{
    struct family_record record;
    *ret_lines = (struct act_lines){0};
    Err seen = family_record_of(read, family, &record);
    if (seen.kind == NOT_FOUND || seen.kind == NOT_ALLOWED)
        return ok();
    TRY(seen);
    family_record_shows(request, &record);
    *ret_lines = likely_lines(request->arena, &record, record.rights | rights_of_duty(request->duty), request->today);
    return ok();
}
