#include "pages/options.h"

#include <string.h>

#include "acts/conference/known.h"
#include "acts/people/line.h"
#include "pages/option_marks.h"
#include "rules/codes.h"
#include "rules/quorum.h"
#include "store/practice.h"
#include "store/duty.h"
#include "store/options_sql.h"
#include "store/post_sql.h"
#include "store/plan_page_sql.h"
#include "store/plan_readers_sql.h"
#include "store/room_page_sql.h"
#include "store/worker_sql.h"

/* The shape all pieces of store/options.sql share. */
struct offered {
    int64_t id;
    Text words, code;
    Date day;
    int64_t group;
};

struct offering {
    struct offered *at;
    size_t count;
};

#define OFFER(piece, ...)                                                                                              \
    do {                                                                                                               \
        struct piece##_rows rows_;                                                                                     \
        TRY(piece(__VA_ARGS__, &rows_));                                                                               \
        ret_offering->at = ARENA_MANY(read->arena, rows_.count, struct offered);                                       \
        ret_offering->count = rows_.count;                                                                             \
        for (size_t i_ = 0; i_ < rows_.count; i_++)                                                                    \
            ret_offering->at[i_] = (struct offered){rows_.at[i_].id, rows_.at[i_].words, rows_.at[i_].code, rows_.at[i_].day, 0}; \
        return ok();                                                                                                   \
    } while (0)

Text left_out_words(Arena *arena, size_t pieces)
{
    if (pieces == 0)
        return TEXT_NONE;
    return pieces == 1 ? T("1 piece is left out of copies: it holds a protected address")
                       : text_format(arena, "%zu pieces are left out of copies: they hold a protected address", pieces);
}

Text age_words(Arena *arena, bool unborn, Date born, Date today)
{
    if (date_is_none(born))
        return TEXT_NONE;
    if (unborn)
        return text_join(arena, T("expected "), date_long(arena, born));
    int years = date_age_years(born, today);
    int32_t weeks = date_days_between(born, today) / 7;
    if (years >= 2)
        return text_format(arena, "%d, born %.*s", years, TEXT_ARGS(date_long(arena, born)));
    if (weeks < 13)
        return text_format(arena, "%d weeks, born %.*s", (int)weeks, TEXT_ARGS(date_long(arena, born)));
    int months = 0;
    while (!date_before(today, date_plus_months(born, months + 1)))
        months++;
    return text_format(arena, "%d months, born %.*s", months, TEXT_ARGS(date_long(arena, born)));
}

/* Hebrew, Arabic and their presentation forms, read from right to left, and U+202A to U+202E, which say in which direction to read. */
static bool reads_leftward(Text text)
{
    for (size_t i = 0; i < text.len;) {
        uint32_t letter = text_next(text, &i);
        if ((letter >= 0x590 && letter <= 0x8ff) || (letter >= 0xfb1d && letter <= 0xfdff) || (letter >= 0xfe70 && letter <= 0xfeff) ||
            (letter >= 0x202a && letter <= 0x202e))
            return true;
    }
    return false;
}

Text name_apart(Arena *arena, Text name)
{
    return reads_leftward(name) ? text_join(arena, T("\xe2\x81\xa8"), text_join(arena, name, T("\xe2\x81\xa9"))) : name;
}

Text name_words(Arena *arena, Text given, Text family_name)
{
    Text name = text_trim(text_join(arena, text_join(arena, given, T(" ")), family_name));
    return text_is_empty(name) ? T("Unborn baby") : name_apart(arena, name);
}

static Err offer_professionals(Read *read, struct offering *ret_offering)
{
    struct option_professionals_rows rows;
    TRY(option_professionals(read, &rows));
    ret_offering->at = ARENA_MANY(read->arena, rows.count, struct offered);
    ret_offering->count = rows.count;
    for (size_t i = 0; i < rows.count; i++) {
        Text words = text_format(read->arena, "%.*s, %.*s, %.*s", TEXT_ARGS(rows.at[i].words), TEXT_ARGS(rows.at[i].job), TEXT_ARGS(rows.at[i].agency));
        ret_offering->at[i] = (struct offered){rows.at[i].id, words, TEXT_NONE, DATE_NONE, rows.at[i].agency_id.n};
    }
    return ok();
}

/* Who stands beside another reads that person's copy: there is nothing to write for them. */
static Err offer_plan_readers(Read *read, PlanId plan, struct offering *ret_offering)
{
    struct plan_head head;
    struct plan_readers_rows rows;
    if (plan.n == 0)
        return ok();
    TRY(plan_head(read, plan, &head));
    TRY(plan_readers(read, head.child, &rows));
    ret_offering->at = ARENA_MANY(read->arena, rows.count, struct offered);
    for (size_t i = 0; i < rows.count; i++)
        if (rows.at[i].words_of.n == rows.at[i].person.n)
            ret_offering->at[ret_offering->count++] = (struct offered){rows.at[i].person.n,
                name_words(read->arena, rows.at[i].given, rows.at[i].family_name), TEXT_NONE, DATE_NONE};
    return ok();
}

/* Only those who do the same kind of work as who is away. */
static Err offer_coverers(Read *read, const struct options_place *place, struct offering *ret_offering)
{
    struct option_coverers_rows rows;
    struct worker_of away;
    bool found;
    TRY(worker_of(read, place->person, &away, &found));
    TRY(option_coverers(read, place->person, &rows));
    ret_offering->at = ARENA_MANY(read->arena, rows.count, struct offered);
    ret_offering->count = 0;
    for (size_t i = 0; i < rows.count; i++)
        if (found && duty_may_cover(rows.at[i].duty, away.duty))
            ret_offering->at[ret_offering->count++] = (struct offered){rows.at[i].id, rows.at[i].words, rows.at[i].code, DATE_NONE};
    return ok();
}

static Err offer_invitations(Read *read, ConferenceId conference, struct offering *ret_offering)
{
    struct option_invitations_rows rows;
    TRY(option_invitations(read, conference, &rows));
    ret_offering->at = ARENA_MANY(read->arena, rows.count, struct offered);
    ret_offering->count = rows.count;
    for (size_t i = 0; i < rows.count; i++)
        ret_offering->at[i] = (struct offered){rows.at[i].id, rows.at[i].words, rows.at[i].code, DATE_NONE, rows.at[i].agency.n};
    return ok();
}

/* 'Vale Police: told that it moved', and how it stands. */
static Err offer_mails(Read *read, ConferenceId conference, struct offering *ret_offering)
{
    struct option_mails_rows rows;
    TRY(option_mails(read, conference, &rows));
    ret_offering->at = ARENA_MANY(read->arena, rows.count, struct offered);
    ret_offering->count = rows.count;
    for (size_t i = 0; i < rows.count; i++)
        ret_offering->at[i] = (struct offered){rows.at[i].id, text_format(read->arena, "%.*s: %s", TEXT_ARGS(rows.at[i].words), mail_cause_words(rows.at[i].cause)),
                                               rows.at[i].state, DATE_NONE, 0};
    return ok();
}

static Err offer_measures(Read *read, FamilyId family, struct offering *ret_offering)
{
    struct option_measures_rows rows;
    TRY(option_measures(read, family, &rows));
    ret_offering->at = ARENA_MANY(read->arena, rows.count, struct offered);
    ret_offering->count = rows.count;
    for (size_t i = 0; i < rows.count; i++)
        ret_offering->at[i] = (struct offered){rows.at[i].id, rows.at[i].words, rows.at[i].code, instant_london_date(rows.at[i].begins), 0};
    return ok();
}

static Err offer_children(Read *read, const struct options_place *place, struct offering *ret_offering)
{
    if (place->conference.n != 0)
        OFFER(option_children_of_conference, read, place->conference);
    OFFER(option_children, read, place->family, false);
}

/* A new worry about a known child must find its place, whoever works with the family: who takes contacts is offered its children. */
static Err offer_known_children(Read *read, const struct options_place *place, struct offering *ret_offering)
{
    bool wide = may_duty(read, SEARCH_PEOPLE).kind == OK;
    OFFER(option_children, read, place->family, wide);
}

static Err offer_members(Read *read, const struct options_place *place, struct offering *ret_offering)
{
    if (place->plan.n != 0)
        OFFER(option_core_members, read, place->plan);
    OFFER(option_invited, read, place->conference);
}

/* A row for each agency (per agency) is of those a conference is for; a choice of an agency is of all of them. */
static Err offer_agencies(Read *read, const struct options_place *place, bool of_conference, struct offering *ret_offering)
{
    if (of_conference)
        OFFER(option_agencies_invited, read, place->conference);
    OFFER(option_agencies, read);
}

static Err offer_of(Read *read, enum source source, const struct options_place *place, bool rows, struct offering *ret_offering)
{
    switch (source) {
    case SOURCE_CHILDREN: return offer_children(read, place, ret_offering);
    case SOURCE_KNOWN_CHILDREN: return offer_known_children(read, place, ret_offering);
    case SOURCE_PARENTS: OFFER(option_parents, read, place->family);
    case SOURCE_ADULTS:
    case SOURCE_RELATIVES: OFFER(option_adults, read, place->family);
    case SOURCE_MEMBERS: return offer_members(read, place, ret_offering);
    case SOURCE_WORKERS: OFFER(option_workers, read);
    case SOURCE_OTHERS: OFFER(option_others, read, place->family);
    case SOURCE_HOLDERS: OFFER(option_holders, read);
    case SOURCE_MANAGERS: OFFER(option_managers, read);
    case SOURCE_COVERERS: return offer_coverers(read, place, ret_offering);
    case SOURCE_CHAIRS: OFFER(option_chairs, read);
    case SOURCE_ADVISERS: OFFER(option_advisers, read);
    case SOURCE_AUDITORS: OFFER(option_auditors, read);
    case SOURCE_PROFESSIONALS: return offer_professionals(read, ret_offering);
    case SOURCE_AGENCIES: return offer_agencies(read, place, rows && place->conference.n != 0, ret_offering);
    case SOURCE_TEAMS: OFFER(option_teams, read);
    case SOURCE_HOUSEHOLDS: OFFER(option_households, read, place->family);
    case SOURCE_CONTACTS: OFFER(option_contacts, read, place->family);
    case SOURCE_INVITATIONS: return offer_invitations(read, place->conference, ret_offering);
    case SOURCE_SPEAKS_FOR: OFFER(option_speaks_for, read, place->conference);
    case SOURCE_FAMILY_INVITED: OFFER(option_family_invited, read, place->conference);
    case SOURCE_ASKINGS: OFFER(option_askings, read, place->conference);
    case SOURCE_MINUTES: OFFER(option_minutes, read, place->conference);
    case SOURCE_PLANS: OFFER(option_plans, read, place->family);
    case SOURCE_PLAN_READERS: return offer_plan_readers(read, place->plan, ret_offering);
    case SOURCE_ACTIONS: OFFER(option_actions, read, place->plan);
    case SOURCE_MEETINGS: OFFER(option_meetings, read, place->plan);
    case SOURCE_REPORTS: OFFER(option_reports, read, place->conference);
    case SOURCE_MEASURES: return offer_measures(read, place->family, ret_offering);
    case SOURCE_HOLIDAYS: OFFER(option_holidays, read);
    case SOURCE_MAILS: return offer_mails(read, place->conference, ret_offering);
    case SOURCE_PEOPLE: /* found by a search before this form, never chosen from a list */
    case SOURCE_NONE:
    case SOURCE_COUNT: break;
    }
    *ret_offering = (struct offering){0};
    return ok();
}

/* The list a source's code is of, or NULL. */
static const struct code_list *codes_of(enum source source)
{
    switch (source) {
    case SOURCE_AGENCIES: return &AGENCY_KIND_LIST;
    case SOURCE_WORKERS:
    case SOURCE_OTHERS:
    case SOURCE_HOLDERS:
    case SOURCE_MANAGERS:
    case SOURCE_COVERERS:
    case SOURCE_TEAMS: return &DUTY_LIST;
    case SOURCE_MEETINGS: return &MEETING_KIND_LIST;
    case SOURCE_REPORTS: return &REPORT_STATE_LIST;
    case SOURCE_ASKINGS: return &ASKING_KIND_LIST;
    case SOURCE_CONTACTS: return &CONTACT_SOURCE_LIST;
    case SOURCE_MEASURES: return &PROTECTION_KIND_LIST;
    case SOURCE_MAILS: return &MAIL_STATE_LIST;
    default: return NULL;
    }
}

static Text code_words(enum source source, Text code)
{
    const struct code_list *list = codes_of(source);
    int number;
    if (list == NULL || !code_list_of(list, code, &number))
        return TEXT_NONE;
    return text_of(code_list_at(list, number)->words);
}

/* 'Review conference, 7 January 2027': the words, else the code's; the rest stands as hint. */
static struct option option_made(Read *read, enum source source, const struct offered *offered)
{
    Arena *arena = read->arena;
    Text words = text_trim(offered->words), code = code_words(source, offered->code);
    if (source == SOURCE_CHILDREN || source == SOURCE_KNOWN_CHILDREN)
        return (struct option){.id = offered->id, .words = name_words(arena, words, TEXT_NONE),
                               .hint = age_words(arena, text_equal(offered->code, T("UNBORN")), offered->day, read->today)};
    if (source == SOURCE_ADULTS || source == SOURCE_RELATIVES)
        return (struct option){.id = offered->id, .words = words, .hint = offered->code};
    Out out = out_new(arena);
    out_text(&out, text_is_empty(words) ? code : words);
    if (!date_is_none(offered->day)) {
        out_string(&out, out.len > 0 ? ", " : "");
        out_text(&out, date_long(arena, offered->day));
    }
    return (struct option){.id = offered->id, .words = out_all(&out), .hint = text_is_empty(words) ? TEXT_NONE : code};
}

/* What kind of row it makes: an invitation what they come as, a child how old it is. */
static Text sort_of(enum source source, const struct offered *offered, Date today)
{
    if (source == SOURCE_INVITATIONS)
        return offered->code;
    if (source != SOURCE_CHILDREN)
        return TEXT_NONE;
    if (text_equal(offered->code, T("UNBORN")))
        return T("UNBORN");
    return date_is_none(offered->day) || date_age_years(offered->day, today) >= CHILD_COMES_FROM ? T("YOUNG_PERSON") : T("CHILD");
}

static Err fill_source(Read *read, enum source source, const struct options_place *place, bool rows, struct field_options *options)
{
    struct offering offering = {0};
    TRY(offer_of(read, source, place, rows, &offering));
    struct option *at = ARENA_MANY(read->arena, offering.count, struct option);
    for (size_t i = 0; i < offering.count; i++)
        {
        at[i] = option_made(read, source, &offering.at[i]);
        at[i].sort = sort_of(source, &offering.at[i], read->today);
        at[i].group = offering.at[i].group;
    }
    options->of[source] = (struct option_list){at, offering.count};
    return option_marks(read, source, place, at, offering.count);
}

/* Marks the sources that these fields name. A list's rows win over a choice of the same source. */
static void mark(const struct field *fields, size_t count, bool *wanted, bool *rows)
{
    for (size_t i = 0; i < count; i++) {
        if (fields[i].decided)
            continue;
        wanted[fields[i].source] = true;
        rows[fields[i].source] |= fields[i].type == FIELD_LIST;
        if (fields[i].type == FIELD_LIST)
            mark(fields[i].fields, fields[i].field_count, wanted, rows);
    }
}

/* A review goes on with plans and ends them; other conferences begin them. */
static Err leave_codes_out(Read *read, ConferenceId conference, struct field_options *options)
{
    struct conference_now now;
    TRY(conference_now(read, conference, &now));
    options->left_out[0].list = &CONFERENCE_DECISION_LIST;
    for (int code = CONFERENCE_DECISION_NONE + 1; code < CONFERENCE_DECISION_COUNT; code++)
        options->left_out[0].codes |= (uint64_t)!decision_fits(now.kind, (enum conference_decision)code) << code;
    options->left_out[1].list = &AGENCY_VIEW_LIST;
    for (int code = AGENCY_VIEW_NONE + 1; code < AGENCY_VIEW_COUNT; code++)
        options->left_out[1].codes |= (uint64_t)!view_fits(now.kind, (enum agency_view)code) << code;
    return ok();
}

Err options_of(Read *read, const struct act_kind *kind, const struct options_place *place, struct field_options *ret_options)
{
    bool wanted[SOURCE_COUNT] = {false}, rows[SOURCE_COUNT] = {false};
    struct practice *practice = ARENA_NEW(read->arena, struct practice);
    TRY(practice_read(read, practice));
    *ret_options = (struct field_options){.practice = practice, .today = read->today};
    mark(kind->fields, kind->field_count, wanted, rows);
    for (enum source source = SOURCE_NONE + 1; source < SOURCE_COUNT; source++)
        if (wanted[source])
            TRY(fill_source(read, source, place, rows[source], ret_options));
    return place->conference.n == 0 ? ok() : leave_codes_out(read, place->conference, ret_options);
}
