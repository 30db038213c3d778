#include "app/scenario_inside.h"

Err scenario_complain_at(struct scenario_player *player, size_t text, int number, Text sentence)
{
    if (text_is_empty(player->end->complaint))
        player->end->complaint = text_format(player->arena, "%s:%d: %.*s", player->texts[text].name, number, TEXT_ARGS(sentence));
    return err(NOT_VALID, "a scenario didn't come out as it says");
}

Err scenario_complain(struct scenario_player *player, size_t line, Text sentence)
{
    const struct scenario_line *at = &player->lines.at[line];
    Text words = text_format(player->arena, "%.*s [%.*s]", TEXT_ARGS(sentence), TEXT_ARGS(at->words));
    if (at->from != at->text)
        words = text_format(player->arena, "%.*s, played by %s", TEXT_ARGS(words), player->texts[at->text].name);
    return scenario_complain_at(player, at->from, at->number, words);
}

/* ---- names ---- */

static const struct scenario_name *name_in(const struct scenario_player *player, size_t text, Text name)
{
    for (size_t i = player->name_count; i-- > 0;)
        if (player->names[i].text == text && text_equal(player->names[i].name, name))
            return &player->names[i];
    return NULL;
}

bool scenario_name_find(const struct scenario_player *player, size_t line, Text name, int64_t *ret_n)
{
    const struct scenario_name *found = name_in(player, player->lines.at[line].text, name);
    if (found == NULL)
        found = name_in(player, 0, name);
    if (found == NULL && text_equal(name, T("system"))) {
        *ret_n = PERSON_SYSTEM.n;
        return true;
    }
    if (found != NULL)
        *ret_n = found->n;
    return found != NULL;
}

Err scenario_name_need(struct scenario_player *player, size_t line, Text name, int64_t *ret_n)
{
    if (scenario_name_find(player, line, name, ret_n))
        return ok();
    return scenario_complain(player, line, text_format(player->arena, "Nothing is called '%.*s' yet", TEXT_ARGS(name)));
}

Err scenario_name_put(struct scenario_player *player, size_t line, Text name, int64_t n)
{
    if (player->name_count == SCENARIO_NAMES_MOST)
        return scenario_complain(player, line, T("There are more names than a scenario can have"));
    player->names[player->name_count++] = (struct scenario_name){player->lines.at[line].text, name, n};
    return ok();
}

/* ---- playing ---- */

static Err put_sign_in(struct scenario_player *player, const struct scenario_item *item)
{
    int64_t n;
    TRY(scenario_name_need(player, item->line, item->who, &n));
    player->end->sign_ins[player->end->sign_in_count++] = (struct scenario_sign_in){item->as, {n}, item->words};
    return ok();
}

static Err play_item(struct scenario_player *player, const struct scenario_item *item)
{
    switch (item->kind) {
    case ITEM_ACT: return scenario_act(player, item);
    case ITEM_THEN: return scenario_then(player, item);
    case ITEM_SIGN_IN: return put_sign_in(player, item);
    }
    return err(BROKEN, "an item of no kind");
}

static Err play(struct scenario_player *player)
{
    TRY(scenario_lines_read(player));
    TRY(scenario_items_read(player));
    player->end->sign_ins = ARENA_MANY(player->arena, player->items.count, struct scenario_sign_in);
    for (size_t i = 0; i < player->items.count; i++)
        TRY(play_item(player, &player->items.at[i]));
    return ok();
}

Err scenario_play(const struct scenario_world *world, const struct scenario_text *texts, size_t count, Arena *arena,
                  struct scenario_end *ret_end)
{
    *ret_end = (struct scenario_end){0};
    struct scenario_player player = {.world = world, .texts = texts, .text_count = count, .arena = arena, .end = ret_end};
    player.names = ARENA_MANY(arena, SCENARIO_NAMES_MOST, struct scenario_name);
    return play(&player);
}
