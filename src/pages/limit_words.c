#include "pages/limit_words.h"

Text days_words(Arena *arena, int64_t days) { return text_format(arena, "%lld day%s", (long long)days, days == 1 ? "" : "s"); }

struct status_tag limit_tag(Arena *arena, const struct limit_state *limit, Date today)
{
    switch (limit->state) {
    case OBLIGATION_STATE_WAITING:
    case OBLIGATION_STATE_LATE: return due_tag(arena, limit->due, today);
    case OBLIGATION_STATE_MET: return (struct status_tag){T("quiet st--done"), T("done in time")};
    case OBLIGATION_STATE_MET_LATE:
        return (struct status_tag){T("quiet st--wait"), text_format(arena, "done %.*s late", TEXT_ARGS(days_words(arena, date_days_between(limit->due, limit->met))))};
    case OBLIGATION_STATE_NOT_NEEDED: return (struct status_tag){T("quiet st--none"), T("no longer needed")};
    case OBLIGATION_STATE_MISSED: return (struct status_tag){T("quiet st--late"), T("missed")};
    case OBLIGATION_STATE_NONE:
    case OBLIGATION_STATE_COUNT: break;
    }
    return (struct status_tag){T("none"), TEXT_NONE};
}

/* What stops a limit, as a sentence goes on: of the child or of what happened. An event without a row is said in its own words. */
static const struct {
    enum event event;
    bool of_child;
    const char *one, *many;
} STOPS[] = {
    {EVENT_PLAN_ENDED, false, "the plan ended", NULL},
    {EVENT_EPISODE_CLOSED, false, "the case was closed", NULL},
    {EVENT_TRANSFERRED, false, "the case moved to another council", NULL},
    {EVENT_PREGNANCY_LOST, false, "the pregnancy was lost", NULL},
    {EVENT_ENQUIRY_NO_CONFERENCE, false, "the enquiry ended without a conference", NULL},
    {EVENT_CONFERENCE_INQUORATE, false, "the conference did not go ahead", NULL},
    {EVENT_INITIAL_CONFERENCE, false, "the initial conference was held", NULL},
    {EVENT_PRE_BIRTH_CONFERENCE, false, "the pre-birth conference was held", NULL},
    {EVENT_TRANSFER_IN_CONFERENCE, false, "the transfer-in conference was held", NULL},
    {EVENT_REVIEW_CONFERENCE, false, "the review conference was held", NULL},
    {EVENT_PROTECTION_ENDED, false, "the immediate protection ended", NULL},
    {EVENT_BORN, true, "was born", "were born"},
    {EVENT_DIED, true, "died", "died"},
};

static char small(char c) { return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c; }
static char large(char c) { return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c; }

static Text beginning(Arena *arena, Text words, char (*letter)(char))
{
    char *copy = text_string(arena, words);
    copy[0] = letter(copy[0]);
    return (Text){copy, words.len};
}

/* 'the plan ended', 'Maja was born'. */
static Text stop_words(Arena *arena, enum event event, Text who, bool are_many)
{
    for (size_t i = 0; i < sizeof STOPS / sizeof STOPS[0]; i++) {
        if (STOPS[i].event != event)
            continue;
        if (!STOPS[i].of_child)
            return text_of(STOPS[i].one);
        return text_format(arena, "%.*s %s", TEXT_ARGS(text_is_empty(who) ? T("the child") : who), are_many ? STOPS[i].many : STOPS[i].one);
    }
    return beginning(arena, text_of(event_words(event)), small);
}

Text limit_reason(Arena *arena, const struct limit_state *limit, Text who, bool are_many)
{
    if (limit->state == OBLIGATION_STATE_MET || limit->state == OBLIGATION_STATE_MET_LATE)
        return text_format(arena, "%s, %.*s", event_words(limit->met_by), TEXT_ARGS(date_long(arena, limit->met)));
    if (limit->state != OBLIGATION_STATE_NOT_NEEDED && limit->state != OBLIGATION_STATE_MISSED)
        return TEXT_NONE;
    Text stop = text_format(arena, "%.*s on %.*s", TEXT_ARGS(stop_words(arena, limit->stopped_by, who, are_many)), TEXT_ARGS(date_long(arena, limit->stopped)));
    if (limit->state == OBLIGATION_STATE_NOT_NEEDED)
        return beginning(arena, stop, large);
    return text_format(arena, "Not done when %.*s, %.*s after it was due", TEXT_ARGS(stop),
                       TEXT_ARGS(days_words(arena, date_days_between(limit->due, limit->stopped))));
}
