/* What an act says, as words: its line on a timeline, and each answer beside its question. */
#ifndef ACTS_FORM_ANSWERS_H
#define ACTS_FORM_ANSWERS_H

#include "acts/fields.h"

struct answer_view {
    Text row;    /* whom or what the answer is about: the child's name, the first words of a row that was added, 'Number 2' without either; empty outside a list */
    bool begins; /* the first answer of its row */
    Text label, words;
    bool is_text; /* words of several lines */
};

struct answer_views {
    struct answer_view *at;
    size_t count;
};

/* Every answer that was given, in the order of the form; none values and decided fields are left out. Numbers of people and things are
 * named by `options` (which may be NULL): what they don't name is left out. Everything is in the arena. */
struct answer_views answers_view(const struct field *fields, size_t count, const void *act, const struct field_options *options, Arena *arena);

/* 'Strategy discussion on {held_on}' → 'Strategy discussion on 20 March 2026'. A none value leaves nothing in its place. */
Text fields_say(const char *says, const struct field *fields, size_t count, const void *act, Arena *arena);

#endif
