/* What a `then` can say, a row each. A check reads the record as it stands at that instant, and answers with a sentence when it isn't so. */
#include "app/scenario_inside.h"

#include "base/clock.h"
#include "store/case_sql.h"
#include "store/ledger_sql.h"

enum { WORDS_MOST = 10 };

/* The words of a `then` that are not the row's own: NAME, CODE, DAY (all that is left). */
struct given {
    struct scenario_player *player;
    const struct scenario_item *item;
    Arena *arena;
    Text words[WORDS_MOST];
    size_t count;
};

static Err person(const struct given *given, size_t which, int64_t *ret_n)
{
    return scenario_name_need(given->player, given->item->line, given->words[which], ret_n);
}

static Err wrong(const struct given *given, Text sentence) { return scenario_complain(given->player, given->item->line, sentence); }

/* A read for somebody, now. */
static Err read_as(const struct given *given, int64_t actor, Read **ret_read)
{
    return store_read_begin(given->player->world->store, given->arena, given->player->world->authority, (PersonId){actor}, given->item->at, ret_read);
}

/* The obligation of that kind that waits; else the newest. */
static Err find_due(const struct given *given, struct case_obligations *ret_row, bool *ret_found)
{
    struct case_obligations_rows rows;
    enum obligation_kind kind;
    Read *read;
    int64_t child;
    TRY(person(given, 0, &child));
    if (!obligation_kind_of(given->words[1], &kind))
        return wrong(given, text_format(given->player->arena, "There is no obligation '%.*s'", TEXT_ARGS(given->words[1])));
    TRY(read_as(given, PERSON_SYSTEM.n, &read));
    Err end = case_obligations(read, (ChildId){child}, &rows);
    store_read_end(read);
    TRY(end);
    *ret_found = false;
    for (size_t i = 0; i < rows.count; i++) {
        if (rows.at[i].kind != kind || (*ret_found && ret_row->state == OBLIGATION_STATE_WAITING))
            continue;
        *ret_row = rows.at[i];
        *ret_found = true;
    }
    return ok();
}

static Err say_due(const struct given *given, const struct case_obligations *row, bool found)
{
    Arena *arena = given->player->arena;
    if (!found)
        return wrong(given, T("Nothing of the kind was ever due"));
    return wrong(given, text_format(arena, "It is %s, due %.*s", obligation_state_words(row->state), TEXT_ARGS(date_iso(arena, row->due))));
}

static Err is_due(const struct given *given)
{
    struct case_obligations row;
    bool found;
    Date day;
    TRY(find_due(given, &row, &found));
    if (!scenario_day(given->player, given->words[2], instant_london_date(given->item->at), &day))
        return wrong(given, T("Say which day: is due 2026-04-14"));
    return found && row.state == OBLIGATION_STATE_WAITING && date_equal(row.due, day) ? ok() : say_due(given, &row, found);
}

static Err is_met(const struct given *given)
{
    struct case_obligations row;
    bool found;
    TRY(find_due(given, &row, &found));
    return found && !date_is_none(row.met) ? ok() : say_due(given, &row, found);
}

static Err is_not_due(const struct given *given)
{
    struct case_obligations row;
    bool found;
    TRY(find_due(given, &row, &found));
    return found && row.state == OBLIGATION_STATE_WAITING ? say_due(given, &row, found) : ok();
}

static Err stands_at(const struct given *given)
{
    struct episode_of_child row;
    bool found;
    int64_t child;
    Read *read;
    TRY(person(given, 0, &child));
    TRY(read_as(given, PERSON_SYSTEM.n, &read));
    Err end = episode_of_child(read, (ChildId){child}, &row, &found);
    store_read_end(read);
    TRY(end);
    const char *code = found ? stage_code(row.stage) : "NONE";
    if (text_equal_string(given->words[1], code))
        return ok();
    return wrong(given, text_format(given->player->arena, "The case stands at %s", code));
}

static Err rights_of_given(const struct given *given, size_t who, size_t whom, Rights *ret_rights)
{
    int64_t actor, child;
    Read *read;
    TRY(person(given, who, &actor));
    TRY(person(given, whom, &child));
    TRY(read_as(given, actor, &read));
    Err end = rights_on_child(read, (ChildId){child}, ret_rights);
    store_read_end(read);
    return end;
}

static Err ask_may(const struct given *given, bool should)
{
    enum permission permission;
    Rights rights;
    if (!permission_of(given->words[1], &permission))
        return wrong(given, text_format(given->player->arena, "There is no permission '%.*s'", TEXT_ARGS(given->words[1])));
    TRY(rights_of_given(given, 0, 2, &rights));
    return rights_have(rights, permission) == should ? ok() : wrong(given, should ? T("They may not") : T("They may"));
}

static Err may_do(const struct given *given) { return ask_may(given, true); }
static Err may_not(const struct given *given) { return ask_may(given, false); }

static Err knows_not(const struct given *given)
{
    Rights rights;
    TRY(rights_of_given(given, 0, 1, &rights));
    return rights == 0 ? ok() : wrong(given, T("They know of the child"));
}

/* An entry of that kind is on the timeline that they see. */
static Err ask_sees(const struct given *given, bool should)
{
    const struct act_kind *kind = act_kind_named(given->words[1]);
    struct ledger_of_child_rows rows;
    int64_t actor, child;
    Rights rights = 0;
    Read *read;
    if (kind == NULL)
        return wrong(given, text_format(given->player->arena, "There is no act '%.*s'", TEXT_ARGS(given->words[1])));
    TRY(person(given, 0, &actor));
    TRY(person(given, 2, &child));
    TRY(read_as(given, actor, &read));
    Err end = ledger_of_child(read, (ChildId){child}, INT64_MAX, 500, &rows);
    if (end.kind == OK)
        end = rights_on_child(read, (ChildId){child}, &rights);
    store_read_end(read);
    TRY(end);
    bool sees = false;
    for (size_t i = 0; i < rows.count; i++)
        sees |= text_equal_string(rows.at[i].act, kind->name) && act_seen_by(kind, rights);
    return sees == should ? ok() : wrong(given, should ? T("They do not see it") : T("They see it"));
}

static Err sees(const struct given *given) { return ask_sees(given, true); }
static Err sees_not(const struct given *given) { return ask_sees(given, false); }

/* '*' is one word that is given, '…' all that is left. The first row that fits is asked. */
static const struct {
    const char *says;
    Err (*ask)(const struct given *given);
} CHECKS[] = {
    {"* * is due …", is_due},                         /* ada INITIAL_CONFERENCE is due 2026-04-14 */
    {"* * is met", is_met},                           /* ada INITIAL_CONFERENCE is met */
    {"* * is not due", is_not_due},                   /* ada VISIT is not due */
    {"* stands at *", stands_at},                     /* ada stands at ENQUIRY; NONE: without an episode */
    {"* may not * *", may_not},                       /* school may not READ_RECORD ada */
    {"* may * *", may_do},                            /* school may READ_SHARED ada */
    {"* knows nothing of *", knows_not},              /* school knows nothing of ada */
    {"* sees nothing of * about *", sees_not},        /* school sees nothing of STRATEGY_DISCUSSION about ada */
    {"* sees * about *", sees},                       /* social.worker sees STRATEGY_DISCUSSION about ada */
};

static bool fits(Text says, Text words, struct given *given)
{
    given->count = 0;
    while (says.len > 0) {
        Text mine = scenario_word(&says);
        if (text_equal(mine, T("…"))) {
            given->words[given->count++] = words;
            return words.len > 0;
        }
        Text theirs = scenario_word(&words);
        if (theirs.len == 0)
            return false;
        if (text_equal(mine, T("*")))
            given->words[given->count++] = theirs;
        else if (!text_equal(mine, theirs))
            return false;
    }
    return words.len == 0;
}

Err scenario_then(struct scenario_player *player, const struct scenario_item *item)
{
    struct given given = {.player = player, .item = item};
    clock_set_for_tests(item->at);
    for (size_t i = 0; i < sizeof CHECKS / sizeof CHECKS[0]; i++) {
        if (!fits(text_of(CHECKS[i].says), item->words, &given))
            continue;
        given.arena = arena_new(0);
        Err end = CHECKS[i].ask(&given);
        arena_free(given.arena);
        return end;
    }
    return scenario_complain(player, item->line, T("This is nothing that can be looked at: see docs/developers/scenarios.md"));
}
