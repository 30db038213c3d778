/* Lines made into what is to be done and checked, in the order of its instants. */
#include "app/scenario_inside.h"

#include <stdlib.h>

#include "acts/form_words.h"
#include "rules/workdays.h"

Text scenario_word(Text *rest)
{
    Text all = text_trim(*rest);
    size_t len = 0;
    while (len < all.len && all.at[len] != ' ' && all.at[len] != '\t')
        len++;
    *rest = text_trim((Text){all.at + len, all.len - len});
    return (Text){all.at, len};
}

/* The numbers after 'day' or 'workday', added up. */
static bool read_sum(Text words, int32_t *ret_sum)
{
    int64_t sum = 0, number;
    if (words.len == 0)
        return false;
    while (words.len > 0) {
        Text word = scenario_word(&words);
        if (word.len > 1 && word.at[0] == '+')
            word = (Text){word.at + 1, word.len - 1};
        if (!text_to_int(word, &number) || number < -10000 || number > 10000)
            return false;
        sum += number;
    }
    *ret_sum = (int32_t)sum;
    return true;
}

bool scenario_day(const struct scenario_player *player, Text words, Date today, Date *ret_day)
{
    const struct holidays *holidays = &HOLIDAYS[ENGLAND_AND_WALES];
    int32_t sum;
    Text rest = words, first = scenario_word(&rest);
    if (date_read(text_trim(words), ret_day))
        return true;
    if (text_equal(first, T("today")) && rest.len == 0) {
        *ret_day = today;
        return true;
    }
    bool works = text_equal(first, T("workday"));
    if ((!works && !text_equal(first, T("day"))) || !read_sum(rest, &sum))
        return false;
    *ret_day = works ? working_days_from(holidays, working_day_on_or_before(holidays, player->world->base), sum, NULL)
                     : date_plus_days(player->world->base, sum);
    return true;
}

/* 'workday -40 10:15': the last word is the time. */
static bool read_instant(const struct scenario_player *player, Text words, Instant *ret_at)
{
    size_t cut = words.len;
    Date day;
    int64_t minutes;
    while (cut > 0 && words.at[cut - 1] != ' ')
        cut--;
    if (!scenario_day(player, text_trim((Text){words.at, cut}), DATE_NONE, &day) || date_is_none(day) ||
        !typed_time_read((Text){words.at + cut, words.len - cut}, &minutes))
        return false;
    *ret_at = instant_of_london(day, (int)(minutes / 60), (int)(minutes % 60));
    return true;
}

/* 'PATH = VALUE', 'PATH as NAME', 'reason GATE = WORDS'. */
static Err read_pair(struct scenario_player *player, size_t line, struct scenario_item *item)
{
    Text words = player->lines.at[line].words, rest = words;
    Text path = scenario_word(&rest), middle = rest;
    struct scenario_pair pair = {PAIR_VALUE, path, TEXT_NONE, line};
    if (text_equal(path, T("|"))) {
        if (item->pair_count == 0 || item->pairs[item->pair_count - 1].kind == PAIR_NAME)
            return scenario_complain(player, line, T("A line that goes on needs words before it"));
        struct scenario_pair *last = &item->pairs[item->pair_count - 1];
        last->value = text_join(player->arena, last->value, text_join(player->arena, T("\n"), rest));
        return ok();
    }
    if (text_equal(scenario_word(&middle), T("as"))) {
        pair.kind = PAIR_NAME;
        pair.value = middle;
    } else {
        pair.path = text_trim(text_cut(&words, '='));
        pair.value = text_trim(words);
        if (words.at == NULL || words.at[-1] != '=')
            return scenario_complain(player, line, T("Write PATH = VALUE or PATH as NAME below an act"));
        if (text_begins(pair.path, T("reason "))) {
            pair.kind = PAIR_REASON;
            (void)scenario_word(&pair.path);
        }
    }
    item->pairs[item->pair_count++] = pair;
    return ok();
}

/* 'WHO: ACT on NAME as NAME' */
static Err read_act(struct scenario_player *player, size_t line, struct scenario_item *item)
{
    Text rest = player->lines.at[line].words;
    item->kind = ITEM_ACT;
    item->who = text_trim(text_cut(&rest, ':'));
    item->act = scenario_word(&rest);
    while (rest.len > 0) {
        Text word = scenario_word(&rest);
        if (text_equal(word, T("on")))
            item->on = scenario_word(&rest);
        else if (text_equal(word, T("as")))
            item->as = scenario_word(&rest);
        else
            return scenario_complain(player, line, T("Write WHO: ACT on NAME as NAME"));
    }
    if (item->who.len == 0 || act_kind_named(item->act) == NULL)
        return scenario_complain(player, line, text_format(player->arena, "There is no act '%.*s'", TEXT_ARGS(item->act)));
    size_t below = 0;
    while (line + 1 + below < player->lines.count && player->lines.at[line + 1 + below].below)
        below++;
    item->pairs = ARENA_MANY(player->arena, below, struct scenario_pair);
    return ok();
}

/* 'sign-in NAME is NAME: WORDS' */
static Err read_sign_in(struct scenario_player *player, size_t line, Text rest, struct scenario_item *item)
{
    Text names = text_cut(&rest, ':');
    item->kind = ITEM_SIGN_IN;
    item->words = text_trim(rest);
    item->as = scenario_word(&names);
    item->who = item->as;
    if (text_equal(scenario_word(&names), T("is")))
        item->who = scenario_word(&names);
    return item->words.len > 0 && names.len == 0 ? ok() : scenario_complain(player, line, T("Write sign-in NAME is NAME: who they are"));
}

/* A line at the margin. *ret_item_made: it made an item. */
static Err read_line(struct scenario_player *player, size_t line, Instant *at, struct scenario_item *last_act, struct scenario_item *item,
                     bool *ret_item_made)
{
    Text words = player->lines.at[line].words, rest = words, first = scenario_word(&rest);
    *ret_item_made = false;
    if (text_equal(first, T("on")))
        return read_instant(player, rest, at) ? ok() : scenario_complain(player, line, T("Write on DAY TIME, for example on 2026-03-20 10:15"));
    if (text_equal(first, T("refused:"))) {
        if (last_act == NULL || last_act->refused.len > 0)
            return scenario_complain(player, line, T("Nothing was done that could be refused"));
        last_act->refused = rest;
        last_act->refused_line = line;
        return ok();
    }
    if (at->us == 0)
        return scenario_complain(player, line, T("Say first when it is: on DAY TIME"));
    *item = (struct scenario_item){.line = line, .at = *at};
    *ret_item_made = true;
    if (text_equal(first, T("sign-in")))
        return read_sign_in(player, line, rest, item);
    if (!text_equal(first, T("then")))
        return read_act(player, line, item);
    item->kind = ITEM_THEN;
    item->words = rest;
    return ok();
}

/* By instant; what is at one instant stays in the order of its lines. */
static int compare(const void *a, const void *b)
{
    const struct scenario_item *x = a, *y = b;
    if (x->at.us != y->at.us)
        return x->at.us < y->at.us ? -1 : 1;
    return x->line < y->line ? -1 : x->line > y->line;
}

Err scenario_items_read(struct scenario_player *player)
{
    struct scenario_items *items = &player->items;
    struct scenario_item *last_act = NULL;
    Instant at = INSTANT_NONE;
    size_t text = 0;
    items->at = ARENA_MANY(player->arena, player->lines.count + 1, struct scenario_item);
    for (size_t i = 0; i < player->lines.count; i++) {
        const struct scenario_line *line = &player->lines.at[i];
        struct scenario_item *item = &items->at[items->count];
        bool made;
        if (line->text != text) { /* each text has a clock of its own */
            text = line->text;
            at = INSTANT_NONE;
            last_act = NULL;
        }
        if (line->below) {
            if (last_act == NULL || last_act->refused.len > 0 || last_act != item - 1)
                return scenario_complain(player, i, T("This line stands below nothing that it could belong to"));
            TRY(read_pair(player, i, last_act));
            continue;
        }
        TRY(read_line(player, i, &at, last_act, item, &made));
        items->count += made;
        last_act = made && item->kind == ITEM_ACT ? item : made ? NULL : last_act;
    }
    qsort(items->at, items->count, sizeof *items->at, compare);
    return ok();
}
