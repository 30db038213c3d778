/* One act of a scenario: the form read, the act done, what comes of it compared with what its lines say. */
#include "app/scenario_inside.h"

#include "base/clock.h"
#include "base/out.h"

/* What an act ended with, and why, in words. */
struct outcome {
    Err end;
    struct act_result result;
};

static Text outcome_words(Arena *arena, const struct outcome *outcome)
{
    Out out = out_new(arena);
    out_string(&out, err_kind_name(outcome->end.kind));
    out_string(&out, ", ");
    out_string(&out, outcome->end.why);
    for (size_t i = 0; i < outcome->result.problems.count; i++) {
        out_string(&out, "; ");
        out_text(&out, outcome->result.problems.at[i].field);
        out_string(&out, ": ");
        out_text(&out, outcome->result.problems.at[i].sentence);
    }
    for (size_t i = 0; i < outcome->result.shut.count; i++) {
        const struct shut_gate *shut = &outcome->result.shut.at[i];
        out_string(&out, "; ");
        out_string(&out, gate_row(shut->gate)->name);
        out_string(&out, ": ");
        if (text_is_empty(shut->detail))
            out_string(&out, gate_row(shut->gate)->says);
        out_text(&out, shut->detail);
    }
    return out_all(&out);
}

static bool gate_named(Text name, enum gate *ret_gate)
{
    for (int i = 0; i < GATE_COUNT; i++) {
        const struct gate_row *row = gate_row((enum gate)i);
        if (row != NULL && row->name != NULL && text_equal_string(name, row->name)) {
            *ret_gate = (enum gate)i;
            return true;
        }
    }
    return false;
}

/* 'NOT_NOW ENQUIRY_CONCLUDED "WORDS"' is what happened. */
static bool refused_so(Text says, const struct outcome *outcome)
{
    Text kind = scenario_word(&says), what = says.len > 0 && says.at[0] != '"' ? scenario_word(&says) : TEXT_NONE, words = says;
    if (words.len > 1 && words.at[0] == '"')
        words = (Text){words.at + 1, words.len - 2};
    if (!text_equal_string(kind, err_kind_name(outcome->end.kind)))
        return false;
    if (what.len == 0 && words.len == 0)
        return true;
    for (size_t i = 0; i < outcome->result.problems.count; i++) {
        const struct problem *problem = &outcome->result.problems.at[i];
        if ((what.len == 0 || text_equal(problem->field, what)) && text_contains(problem->sentence, words))
            return true;
    }
    for (size_t i = 0; i < outcome->result.shut.count; i++) {
        const struct shut_gate *shut = &outcome->result.shut.at[i];
        const struct gate_row *row = gate_row(shut->gate);
        if ((what.len == 0 || text_equal_string(what, row->name)) &&
            (text_contains(shut->detail, words) || text_contains(text_of(row->says), words)))
            return true;
    }
    return false;
}

static Err read_reasons(struct scenario_player *player, const struct scenario_item *item, Arena *arena, struct act_request *request)
{
    struct act_reason *reasons = ARENA_MANY(arena, item->pair_count, struct act_reason);
    for (size_t i = 0; i < item->pair_count; i++) {
        const struct scenario_pair *pair = &item->pairs[i];
        if (pair->kind != PAIR_REASON)
            continue;
        struct act_reason *reason = &reasons[request->reason_count++];
        if (!gate_named(pair->path, &reason->gate))
            return scenario_complain(player, pair->line, text_format(player->arena, "There is no gate '%.*s'", TEXT_ARGS(pair->path)));
        reason->reason = pair->value;
    }
    request->reasons = reasons;
    return ok();
}

/* Reads the form as a page does, then does the act. *ret_act is the act's struct. */
static Err try_it(struct scenario_player *player, const struct scenario_item *item, const struct act_kind *kind, Arena *arena, void *act,
                  struct outcome *outcome)
{
    struct act_request request = {.authority = player->world->authority, .now = clock_now(), .answer = T("/")};
    struct field_options options;
    struct form form;
    int64_t actor;
    TRY(scenario_name_need(player, item->line, item->who, &actor));
    request.actor = (PersonId){actor};
    if (item->on.len > 0)
        TRY(scenario_name_need(player, item->line, item->on, &request.target));
    TRY(read_reasons(player, item, arena, &request));
    TRY(scenario_form(player, item, kind, instant_london_date(item->at), arena, &form, &options));
    struct problems problems = problems_new(arena);
    struct form_reading reading = {arena, instant_london_date(request.now), request.now, &options, &problems};
    outcome->end = fields_read_form(kind->fields, kind->field_count, &form, &reading, act);
    outcome->result = (struct act_result){.problems = problems};
    if (outcome->end.kind == OK)
        outcome->end = act_do(player->world->acts, kind, &request, act, arena, &outcome->result);
    return ok();
}

static Err compare(struct scenario_player *player, const struct scenario_item *item, const struct outcome *outcome)
{
    Arena *arena = player->arena;
    if (item->refused.len == 0 && outcome->end.kind != OK)
        return scenario_complain(player, item->line,
                                 text_format(arena, "%.*s was not done: %.*s", TEXT_ARGS(item->act), TEXT_ARGS(outcome_words(arena, outcome))));
    if (item->refused.len > 0 && outcome->end.kind == OK)
        return scenario_complain(player, item->refused_line, text_format(arena, "%.*s was done, and should be refused", TEXT_ARGS(item->act)));
    if (item->refused.len > 0 && !refused_so(item->refused, outcome))
        return scenario_complain(player, item->refused_line,
                                 text_format(arena, "%.*s was refused another way: %.*s", TEXT_ARGS(item->act), TEXT_ARGS(outcome_words(arena, outcome))));
    return ok();
}

static Err do_it(struct scenario_player *player, const struct scenario_item *item, Arena *arena)
{
    const struct act_kind *kind = act_kind_named(item->act);
    struct outcome outcome = {0};
    void *act = arena_take(arena, kind->size);
    clock_set_for_tests(item->at);
    TRY(try_it(player, item, kind, arena, act, &outcome));
    TRY(compare(player, item, &outcome));
    if (item->refused.len > 0)
        return ok();
    player->end->act_count++;
    player->end->last = item->at;
    TRY(scenario_name_made(player, item, kind, outcome.result.number, act));
    if (player->world->after == NULL)
        return ok();
    Text complaint = player->world->after(player->world->context, item->at);
    return text_is_empty(complaint) ? ok() : scenario_complain(player, item->line, text_copy(player->arena, complaint));
}

Err scenario_act(struct scenario_player *player, const struct scenario_item *item)
{
    Arena *arena = arena_new(0); /* of this act alone, as a request has one */
    Err end = do_it(player, item, arena);
    arena_free(arena);
    return end;
}
