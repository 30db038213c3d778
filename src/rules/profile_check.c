#include "rules/profile_check.h"

#include "base/out.h"
#include "rules/limit_tightens.h"

struct checking {
    struct profile_text *own;
    const struct profile *like; /* NULL: stands by itself */
    struct profile_faults *faults;
};

static void fault(const struct checking *checking, int line, const char *row, Text reason) { profile_fault(checking->faults, line, text_of(row), reason); }

static bool ends_after(Date until, Date day) { return date_is_none(until) || date_before(day, until); }

static bool rows_overlap(const struct obligation_row *a, const struct obligation_row *b)
{
    return a->kind == b->kind && ends_after(a->until, b->since) && ends_after(b->until, a->since);
}

/* ---- what stands by itself ---- */

static void check_said(const struct checking *checking)
{
    const struct profile_text *own = checking->own;
    const struct {
        int line;
        const char *row, *reason;
    } needed[] = {
        {own->name_line, "profile", "a profile needs its name: ‘profile NAME’"},
        {own->title_line, "title", "a profile needs a title"},
        {own->standing_line, "standing", "a profile says what it stands on: statutory, local or lead"},
        {own->in_force_line, "in_force", "a profile says since when it is in force"},
    };
    for (size_t i = 0; i < sizeof needed / sizeof needed[0]; i++) {
        if (needed[i].line == 0)
            fault(checking, 1, needed[i].row, text_of(needed[i].reason));
    }
    if (own->in_force_line != 0 && !date_is_none(own->profile.since) && !ends_after(own->profile.until, own->profile.since))
        fault(checking, own->in_force_line, "in_force", T("it ends before it begins"));
    if (own->division_line == 0 && own->like_line == 0)
        fault(checking, 1, "division", T("a profile says whose holidays it counts by: england-and-wales, scotland or northern-ireland"));
}

static Text events_named(const struct checking *checking, uint64_t events)
{
    Out out = out_new(checking->faults->arena);
    for (int i = EVENT_NONE + 1; i < EVENT_COUNT; i++) {
        if ((events & EVENT_BIT(i)) == 0)
            continue;
        out_string(&out, out.len == 0 ? "" : ", ");
        out_string(&out, event_code((enum event)i));
    }
    return out_all(&out);
}

/* A fault whose reason ends with events. */
static void fault_events(const struct checking *checking, int line, enum obligation_kind kind, const char *reason, uint64_t events)
{
    if (events == 0)
        return;
    Text named = events_named(checking, events);
    fault(checking, line, obligation_kind_code(kind), text_format(checking->faults->arena, "%s %.*s", reason, TEXT_ARGS(named)));
}

static const uint64_t KNOWN_BEFORE = EVENT_BIT(EVENT_CONFERENCE_BOOKED) | EVENT_BIT(EVENT_REVIEW_BOOKED) | EVENT_BIT(EVENT_BIRTH_EXPECTED);

static void check_row(const struct checking *checking, size_t i)
{
    const struct profile_text *own = checking->own;
    const struct obligation_row *row = &own->rows[i];
    const char *kind = obligation_kind_code(row->kind);
    int line = own->row_lines[i];
    if (!ends_after(row->until, row->since))
        fault(checking, line, kind, T("it ends before it begins"));
    else if (!ends_after(row->until, own->profile.since) || !ends_after(own->profile.until, row->since))
        fault(checking, line, kind, T("it is never in force while the profile is"));
    fault_events(checking, line, row->kind, "it is started and stopped by the same event:", row->starts & row->stops);
    fault_events(checking, line, row->kind, "it is met and stopped by the same event:", row->ends & row->stops);
    if (row->only_while != EVENT_NONE)
        fault_events(checking, line, row->kind, "it is stopped by the event while which it holds:", EVENT_BIT(row->only_while) & row->stops);
    if (row->before)
        fault_events(checking, line, row->kind, "nobody knows before on which day this comes:", row->starts & ~KNOWN_BEFORE);
    for (size_t k = 0; k < i; k++) {
        if (rows_overlap(row, &own->rows[k])) {
            fault(checking, line, kind, text_format(checking->faults->arena, "the row of line %d is in force on the same days", own->row_lines[k]));
            break;
        }
    }
}

/* ---- against the profile it is like ---- */

static bool is_whole(const struct checking *checking)
{
    const struct profile_text *own = checking->own;
    Arena *arena = checking->faults->arena;
    const char *name = own->profile.like;
    if (text_equal_string(text_of(name), own->profile.name))
        fault(checking, own->like_line, "like", T("a profile is not like itself"));
    else if (checking->like == NULL)
        fault(checking, own->like_line, "like", text_format(arena, "there is no profile %s", name));
    else if (checking->like->like[0] != '\0')
        fault(checking, own->like_line, "like",
              text_format(arena, "%s is itself like %s: a profile is like one that stands by itself", name, checking->like->like));
    else
        return true;
    return false;
}

static Text amount(const struct checking *checking, const struct obligation_row *row)
{
    Text words = due_amount(checking->faults->arena, row->number, row->unit);
    return row->before ? text_join(checking->faults->arena, words, T(" before")) : words;
}

static void check_never_later(const struct checking *checking, int line, const struct obligation_row *row, const struct obligation_row *law)
{
    Arena *arena = checking->faults->arena;
    struct limit_loosened day;
    if (!limit_loosens(row, law, &HOLIDAYS[checking->like->division], &day))
        return;
    fault(checking, line, obligation_kind_code(row->kind),
          text_format(arena,
                      "%.*s would loosen the %.*s that are statutory in %s: started on %.*s it would be due on %.*s, not by %.*s. "
                      "A local row may tighten a statutory one, never loosen it",
                      TEXT_ARGS(amount(checking, row)), TEXT_ARGS(amount(checking, law)), checking->like->title, TEXT_ARGS(date_iso(arena, day.start)),
                      TEXT_ARGS(date_iso(arena, day.own)), TEXT_ARGS(date_iso(arena, day.allowed))));
}

/* One row of the profile's own beside a statutory one. */
static void check_tightens(const struct checking *checking, size_t i, const struct obligation_row *law)
{
    const struct obligation_row *row = &checking->own->rows[i];
    const char *kind = obligation_kind_code(row->kind);
    int line = checking->own->row_lines[i];
    fault_events(checking, line, row->kind, "the statutory row starts here too:", law->starts & ~row->starts);
    fault_events(checking, line, row->kind, "the statutory row is not met by", row->ends & ~law->ends);
    fault_events(checking, line, row->kind, "the statutory row is not stopped by", row->stops & ~law->stops);
    if (row->only_while != law->only_while)
        fault(checking, line, kind, law->only_while == EVENT_NONE ? T("the statutory row holds always, without ‘while’")
                                                                  : text_format(checking->faults->arena, "the statutory row holds while %s", event_code(law->only_while)));
    if (law->near && (!row->near || row->warn_days > law->warn_days))
        fault(checking, line, kind, T("the statutory row is met only near its day"));
    if (row->before != law->before)
        fault(checking, line, kind, law->before ? T("the statutory row counts back") : T("the statutory row counts on, not back"));
    else
        check_never_later(checking, line, row, law);
}

static void check_against_law(const struct checking *checking, size_t i)
{
    const struct profile *like = checking->like;
    const struct obligation_row *row = &checking->own->rows[i];
    if (row->statutory)
        fault(checking, checking->own->row_lines[i], obligation_kind_code(row->kind),
              text_format(checking->faults->arena, "what is statutory stands in %s: a row of a profile that is like another is local or a lead", like->name));
    for (size_t k = 0; k < like->count; k++) {
        if (like->rows[k].statutory && rows_overlap(row, &like->rows[k]))
            check_tightens(checking, i, &like->rows[k]);
    }
}

static void check_without(const struct checking *checking, size_t i)
{
    const struct profile_text *own = checking->own;
    enum obligation_kind kind = own->without[i];
    bool there = false, statutory = false;
    for (size_t k = 0; checking->like != NULL && k < checking->like->count; k++) {
        there |= checking->like->rows[k].kind == kind;
        statutory |= checking->like->rows[k].kind == kind && checking->like->rows[k].statutory;
    }
    if (!there)
        fault(checking, own->without_lines[i], obligation_kind_code(kind), T("there is no such row to take away"));
    else if (statutory)
        fault(checking, own->without_lines[i], obligation_kind_code(kind),
              text_format(checking->faults->arena, "it is statutory in %s and cannot be taken away", checking->like->title));
    for (size_t k = 0; k < own->profile.count; k++) {
        if (own->rows[k].kind == kind)
            fault(checking, own->without_lines[i], obligation_kind_code(kind), T("it is taken away, and has a row of its own"));
    }
}

/* ---- practice ---- */

static int line_of(const struct profile_text *own, enum practice_kind kind)
{
    for (size_t i = 0; i < own->profile.practice_count; i++) {
        if (own->items[i].kind == kind && own->item_lines[i] != 0)
            return own->item_lines[i];
    }
    return 1;
}

static void check_invited(const struct checking *checking, enum practice_kind kind, const char *row, uint64_t needed, const char *who)
{
    uint64_t missing = needed & ~profile_set(&checking->own->profile, kind);
    Out out = out_new(checking->faults->arena);
    for (int i = AGENCY_KIND_NONE + 1; i < AGENCY_KIND_COUNT; i++) {
        if ((missing >> i & 1) != 0) {
            out_string(&out, out.len == 0 ? "" : ", ");
            out_string(&out, agency_kind_code((enum agency_kind)i));
        }
    }
    Text named = out_all(&out);
    if (missing != 0)
        fault(checking, line_of(checking->own, kind), row, text_format(checking->faults->arena, "%s %.*s too", who, TEXT_ARGS(named)));
}

static void check_practice(const struct checking *checking)
{
    const uint64_t three = UINT64_C(1) << AGENCY_KIND_SOCIAL_CARE | UINT64_C(1) << AGENCY_KIND_HEALTH | UINT64_C(1) << AGENCY_KIND_POLICE;
    check_invited(checking, PRACTICE_KIND_INVITED, "invited", three, "every conference invites");
    if (checking->like == NULL)
        return;
    check_invited(checking, PRACTICE_KIND_INVITED, "invited", profile_set(checking->like, PRACTICE_KIND_INVITED) & ~three, "the profile it is like invites");
    check_invited(checking, PRACTICE_KIND_INVITED_UNBORN, "invited_unborn", profile_set(checking->like, PRACTICE_KIND_INVITED_UNBORN),
                  "the profile it is like invites");
}

static void add_always_stops(struct profile_text *own)
{
    for (size_t i = 0; i < own->profile.count; i++) {
        if (!own->after_death[i])
            own->rows[i].stops |= own->profile.always_stops;
    }
}

static void take_head(const struct checking *checking)
{
    struct profile_text *own = checking->own;
    if (own->division_line != 0 && own->profile.division != checking->like->division)
        fault(checking, own->division_line, "division", T("it is the division of the profile it is like"));
    own->profile.division = checking->like->division;
    if (own->always_stops_line == 0)
        own->profile.always_stops = checking->like->always_stops;
}

void profile_settle(struct profile_text *own, const struct profile *like, struct profile_faults *faults)
{
    struct checking checking = {own, like, faults};
    check_said(&checking);
    if (own->like_line == 0 || !is_whole(&checking))
        checking.like = NULL;
    if (checking.like != NULL)
        take_head(&checking);
    add_always_stops(own);
    for (size_t i = 0; i < own->profile.count; i++)
        check_row(&checking, i);
    for (size_t i = 0; checking.like != NULL && i < own->profile.count; i++)
        check_against_law(&checking, i);
    for (size_t i = 0; i < own->without_count && (own->like_line == 0 || checking.like != NULL); i++)
        check_without(&checking, i);
    if (checking.like != NULL)
        profile_take(own, checking.like, faults);
    if (own->profile.count == 0)
        fault(&checking, 1, "profile", T("a profile needs limits"));
    if (own->like_line == 0 || checking.like != NULL)
        check_practice(&checking);
}
