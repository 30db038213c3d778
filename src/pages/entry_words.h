/* What an entry says, in words: one line for a timeline, or each thing that was written. */
#ifndef PAGES_ENTRY_WORDS_H
#define PAGES_ENTRY_WORDS_H

#include "acts/act_kind.h"
#include "store/store.h"

/* One question and what was answered. */
struct said_line {
    Text label, words;
};

struct said_lines {
    struct said_line *at;
    size_t count;
};

/* The act's `says` with its values: 'Strategy discussion on 20 March 2026'. */
Text entry_says(Arena *arena, const struct act_kind *kind, const void *act);
/* Every field that was filled, without the decided ones, a list's rows one after the other. People, teams and agencies have their names; a number
 * that is of another kind is left out. `read` finds the names; nothing else is read. */
Err entry_lines(Read *read, const struct act_kind *kind, const void *act, struct said_lines *ret_lines);
/* One value in words; empty when it says nothing or is a number of something. */
Text field_words_of(Arena *arena, const struct field *field, const void *act);

#endif
