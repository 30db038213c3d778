/* What the pieces of the scenario player share: lines, items, names. For app/scenario*.c only. */
#ifndef APP_SCENARIO_INSIDE_H
#define APP_SCENARIO_INSIDE_H

#include "app/scenario.h"

enum {
    SCENARIO_DEEP_MOST = 8,      /* parts and loops in one another */
    SCENARIO_LINES_MOST = 20000, /* lines of all texts, parts and loops written out */
    SCENARIO_NAMES_MOST = 4000,
};

/* A line as it is played: parts and loops are written out, {words} filled in. */
struct scenario_line {
    size_t text;   /* which of the texts it belongs to: its names */
    size_t from;   /* which of them it stands in, a part's perhaps */
    int number;    /* where it stands there, from 1 */
    bool below;    /* indented: belongs to the line above it */
    Text words;    /* without white space at both ends; never empty */
};
struct scenario_lines {
    struct scenario_line *at;
    size_t count;
};

enum pair_kind { PAIR_VALUE, PAIR_NAME, PAIR_REASON };

/* A line below an act. */
struct scenario_pair {
    enum pair_kind kind;
    Text path, value; /* PAIR_REASON: the gate and the reason */
    size_t line;      /* in the lines played */
};

enum item_kind { ITEM_ACT, ITEM_THEN, ITEM_SIGN_IN };

/* Something to do or to check at an instant. */
struct scenario_item {
    enum item_kind kind;
    size_t line;
    Instant at;
    Text who, act, on, as;     /* ITEM_ACT · ITEM_SIGN_IN: who signs in, as: under which name */
    Text words;                /* ITEM_THEN: what must be so · ITEM_SIGN_IN: who they are */
    struct scenario_pair *pairs;
    size_t pair_count;
    Text refused;              /* ITEM_ACT: 'NOT_NOW ENQUIRY_CONCLUDED "…"'; empty: it must be done */
    size_t refused_line;
};
struct scenario_items {
    struct scenario_item *at;
    size_t count;
};

struct scenario_name {
    size_t text;
    Text name;
    int64_t n;
};

struct scenario_player {
    const struct scenario_world *world;
    const struct scenario_text *texts;
    size_t text_count;
    Arena *arena;
    struct scenario_lines lines;
    struct scenario_items items;
    struct scenario_name *names;
    size_t name_count;
    struct scenario_end *end;
};

/* Keeps the first complaint: the line's place and the sentence. Gives NOT_VALID, for returning. */
Err scenario_complain(struct scenario_player *player, size_t line, Text sentence);
/* The same while lines are still being written out. */
Err scenario_complain_at(struct scenario_player *player, size_t text, int number, Text sentence);

/* Writes out the texts: player->lines. */
Err scenario_lines_read(struct scenario_player *player);
/* Makes items of the lines, in the order of their instants: player->items. */
Err scenario_items_read(struct scenario_player *player);
/* Reads 'workday -40 +3'. False when it is no day. `today`: what 'today' is. */
bool scenario_day(const struct scenario_player *player, Text words, Date today, Date *ret_day);

/* Takes the first word off *rest, which keeps no white space at its beginning. Empty at the end. */
Text scenario_word(Text *rest);
/* What the name means in that line's text. False when nothing has it. */
bool scenario_name_find(const struct scenario_player *player, size_t line, Text name, int64_t *ret_n);
/* The name means this from now on, in that line's text. */
Err scenario_name_put(struct scenario_player *player, size_t line, Text name, int64_t n);
/* Whatever the name means, or a complaint. */
Err scenario_name_need(struct scenario_player *player, size_t line, Text name, int64_t *ret_n);

/* The form that the lines below an act fill, and the choices it needs to be offered: what is named there. */
Err scenario_form(struct scenario_player *player, const struct scenario_item *item, const struct act_kind *kind, Date today, Arena *arena,
                  struct form *ret_form, struct field_options *ret_options);
/* Names what the act made: its own `as`, and the pairs that name something. */
Err scenario_name_made(struct scenario_player *player, const struct scenario_item *item, const struct act_kind *kind, EntryNumber entry,
                       const void *act);

/* Does an act, and compares what comes of it with what its lines say. */
Err scenario_act(struct scenario_player *player, const struct scenario_item *item);
/* Looks whether what a `then` says is so. */
Err scenario_then(struct scenario_player *player, const struct scenario_item *item);

#endif
