/* An act's form as a template can show it: plain structs of Text, bool, int64_t and lists. What was typed stays typed, right or wrong.
 *
 * Each field has one kind flag; a template asks them in turn. A field with `when` is always in the page, labelled with the question it
 * depends on, so that the form works without JavaScript; a script may hide it. */
#ifndef ACTS_FORM_VIEW_H
#define ACTS_FORM_VIEW_H

#include "acts/fields.h"

struct act_kind;

struct choice_view {
    Text id, value, words, meaning; /* meaning: a code's, or an option's hint, or why it can't be chosen */
    bool checked, disabled;
};

struct choice_views {
    struct choice_view *at;
    size_t count;
};

struct field_view;

struct field_views {
    struct field_view *at;
    size_t count;
};

/* One row of a list. */
struct row_view {
    Text id;                  /* "children-0" */
    Text key_name, key_value; /* a hidden input: which child …; both empty when the user adds the rows */
    Text label, hint;         /* the child's name; 'Number 2' in a list people add to */
    Text error;               /* about the row as a whole */
    bool has_key, has_error;
    bool can_be_same;         /* not the first row of a list with 'same as the first' */
    Text same_name, same_words; /* "children-1-same", "The same as Ada" */
    bool is_same;
    struct field_views fields;
};

struct row_views {
    struct row_view *at;
    size_t count;
};

struct field_view {
    bool is_text, is_line, is_date, is_time, is_instant, is_int, is_yesno, is_radios, is_checkboxes, is_select, is_list, is_file;
    Text name, id; /* id: where the error summary leads, the first input: name, name-day, or the first choice's own */
    Text label, hint, error;
    bool has_hint, has_error, is_required;
    Text hint_id, error_id;
    Text described_by; /* the ids of hint and error, for aria-describedby; empty when there is neither */
    Text value;            /* text, line, int, time */
    Text day, month, year; /* date, instant */
    Text time;             /* instant */
    Text day_name, month_name, year_name, time_name;
    int64_t limit;         /* most code points of a text or a line; most rows of a list */
    struct choice_views choices;
    bool has_file;         /* a file came already: `value` stands for it, hidden */
    Text file_words;       /* 'merlin.pdf (PDF, 120 kB)' */
    Text file_limits;      /* which kinds, and how large */
    Text limits_id;
    Text remove_name;      /* "report-remove": the button that takes it away */
    bool has_when;
    Text when_name;        /* the field asked about */
    Text when_values;      /* its values, with a space between: for the script */
    Text when_words;       /* 'Only if you answered “No” to “Have the parents been told?”' */
    struct row_views rows;
    bool can_add;          /* the user can ask for one more row: a button named add_name */
    Text add_name;         /* "actions-add" */
};

/* A line of the error summary: words, and the id it leads to. */
struct problem_view {
    Text id, words;
};

struct problem_views {
    struct problem_view *at;
    size_t count;
};

struct guidance_view {
    Text words;
};

struct guidance_views {
    struct guidance_view *at;
    size_t count;
};

struct form_view {
    Text name, title, button;
    struct guidance_views guidance;
    struct problem_views problems;
    bool has_problems, has_guidance;
    bool takes_files; /* the form is sent as multipart/form-data */
    struct field_views fields;
};

/* The view of these fields filled from `form` (empty, submitted, or made by fields_to_form), with what `options` offers and each problem beside
 * its field. Everything is in the arena. Bytes that are no UTF-8 and control characters show as U+FFFD. */
struct field_views fields_view(const struct field *fields, size_t count, const struct form *form, const struct field_options *options,
                               const struct problems *problems, Arena *arena);
/* The same for a whole act: its title, button, guidance and the summary of problems. `problems` may be NULL. */
struct form_view form_view(const struct act_kind *kind, const struct form *form, const struct field_options *options,
                           const struct problems *problems, Arena *arena);
/* The summary alone: each problem's sentence, with the row it is about before it ('Ada: Say why'). */
struct problem_views problems_view(const struct field_views *fields, const struct problems *problems, Arena *arena);
/* True when the form was sent by a button that only asks for one more row ('actions-add') or takes a file away ('report-remove'): nothing is
 * decided, the page is shown again. */
bool form_only_changes(const struct field *fields, size_t count, const struct form *form);
/* Words as a page can show them, whatever was sent: U+FFFD for bytes that are no UTF-8 and for control characters. */
Text words_to_show(Arena *arena, Text typed);

#endif
