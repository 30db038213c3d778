/* One field of each type, with the choices a page would offer: for the tests and fuzz targets of the generic code. */
#ifndef TESTS_ACTS_SAMPLE_FIELDS_H
#define TESTS_ACTS_SAMPLE_FIELDS_H

#include "acts/fields.h"
#include "rules/codes.h"
#include "rules/ids.h"

struct sample_child {
    ChildId child;
    enum strategy_outcome outcome;
    Text reason;
    PersonId worker;
};

struct sample_action {
    Text what;
    Date by;
};

struct sample {
    Text notes, name;
    Date held_on, review_on;
    int64_t began_at;
    Instant seen_at;
    int64_t times;
    enum yesno told;
    Text why_not;
    enum strategy_outcome outcome;
    uint64_t took_part;
    PersonId chair;
    struct {
        AgencyId *at;
        size_t count;
    } agencies;
    struct {
        struct sample_child *at;
        size_t count;
    } children;
    struct {
        struct sample_action *at;
        size_t count;
    } actions;
    Text token;
};

static const struct field SAMPLE_CHILD[] = {
    {.name = "child", .type = FIELD_ID, .offset = offsetof(struct sample_child, child), .key = true, .source = SOURCE_CHILDREN},
    {.name = "outcome", .type = FIELD_CODE, .offset = offsetof(struct sample_child, outcome), .required = true, .label = "What was decided?",
     .missing = "Choose what was decided", .codes = &STRATEGY_OUTCOME_LIST},
    {.name = "reason", .type = FIELD_TEXT, .offset = offsetof(struct sample_child, reason), .personal = true, .own = true, .left = "", .label = "Why?",
     .max = 40},
    {.name = "worker", .type = FIELD_ID, .offset = offsetof(struct sample_child, worker), .required = true, .label = "Who?",
     .missing = "Choose who makes the enquiry", .source = SOURCE_WORKERS, .when = &SAMPLE_CHILD[1],
     .when_codes = UINT64_C(1) << STRATEGY_OUTCOME_S47_SINGLE | UINT64_C(1) << STRATEGY_OUTCOME_S47_JOINT},
};

static const struct field SAMPLE_ACTION[] = {
    {.name = "what", .type = FIELD_LINE, .offset = offsetof(struct sample_action, what), .required = true, .label = "What?", .missing = "Say what",
     .max = 20},
    {.name = "by", .type = FIELD_DATE, .offset = offsetof(struct sample_action, by), .future = true, .label = "By when?"},
};

static const struct field SAMPLE[] = {
    {.name = "notes", .type = FIELD_TEXT, .offset = offsetof(struct sample, notes), .personal = true, .left = "Erased.", .label = "Notes", .max = 10},
    {.name = "name", .type = FIELD_LINE, .offset = offsetof(struct sample, name), .required = true, .personal = true, .left = "", .label = "Name",
     .missing = "Enter a name", .called = "The name", .max = 1200},
    {.name = "held_on", .type = FIELD_DATE, .offset = offsetof(struct sample, held_on), .past = true, .label = "When?", .hint = "For example, 27 3 2026",
     .called = "The date of the discussion"},
    {.name = "review_on", .type = FIELD_DATE, .offset = offsetof(struct sample, review_on), .future = true, .label = "Review"},
    {.name = "began_at", .type = FIELD_TIME, .offset = offsetof(struct sample, began_at), .label = "Began"},
    {.name = "seen_at", .type = FIELD_INSTANT, .offset = offsetof(struct sample, seen_at), .past = true, .label = "Seen"},
    {.name = "times", .type = FIELD_INT, .offset = offsetof(struct sample, times), .label = "Times", .min = -5, .max = 3000},
    {.name = "told", .type = FIELD_YESNO, .offset = offsetof(struct sample, told), .label = "Told?"},
    {.name = "why_not", .type = FIELD_LINE, .offset = offsetof(struct sample, why_not), .required = true, .label = "Why not?",
     .missing = "Say why not", .max = 50, .when = &SAMPLE[7], .when_codes = UINT64_C(1) << YESNO_NO},
    {.name = "outcome", .type = FIELD_CODE, .offset = offsetof(struct sample, outcome), .label = "Outcome", .codes = &STRATEGY_OUTCOME_LIST},
    {.name = "took_part", .type = FIELD_CODES, .offset = offsetof(struct sample, took_part), .label = "Who took part?", .codes = &AGENCY_KIND_LIST},
    {.name = "chair", .type = FIELD_ID, .offset = offsetof(struct sample, chair), .label = "Chair", .source = SOURCE_CHAIRS},
    {.name = "agencies", .type = FIELD_IDS, .offset = offsetof(struct sample, agencies), .label = "Agencies", .source = SOURCE_AGENCIES},
    {.name = "children", .type = FIELD_LIST, .offset = offsetof(struct sample, children), .label = "", .max = 4, .same = true,
     .source = SOURCE_CHILDREN, .fields = SAMPLE_CHILD, .field_count = 4, .row_size = sizeof(struct sample_child)},
    {.name = "actions", .type = FIELD_LIST, .offset = offsetof(struct sample, actions), .label = "Actions", .max = 3, .fields = SAMPLE_ACTION,
     .field_count = 2, .row_size = sizeof(struct sample_action)},
    {.name = "token", .type = FIELD_BYTES, .offset = offsetof(struct sample, token), .decided = true, .max = 4},
};
enum { SAMPLE_COUNT = sizeof SAMPLE / sizeof *SAMPLE, SAMPLE_CHILDREN = 13, SAMPLE_ACTIONS = 14 };

static const struct option SAMPLE_CHILDREN_OFFERED[] = {
    {2049, {"Ada Okafor", 10}, {NULL, 0}}, {2050, {"Ben Lane", 8}, {NULL, 0}}, {2051, {"Baby Lane", 9}, {"unborn", 6}}};
static const struct option SAMPLE_WORKERS_OFFERED[] = {{11, {"Ruth Mensah", 11}, {NULL, 0}}, {12, {"Tom Hale", 8}, {NULL, 0}}};
static const struct option SAMPLE_AGENCIES_OFFERED[] = {{31, {"Hill School", 11}, {NULL, 0}}, {30, {"Police", 6}, {NULL, 0}}};

static inline struct field_options sample_options(void)
{
    struct field_options options = {0};
    options.of[SOURCE_CHILDREN] = (struct option_list){SAMPLE_CHILDREN_OFFERED, 3};
    options.of[SOURCE_WORKERS] = (struct option_list){SAMPLE_WORKERS_OFFERED, 2};
    options.of[SOURCE_CHAIRS] = (struct option_list){SAMPLE_WORKERS_OFFERED, 2};
    options.of[SOURCE_AGENCIES] = (struct option_list){SAMPLE_AGENCIES_OFFERED, 2};
    return options;
}

/* 'name=value|name=value' as a submitted form. */
static inline struct form sample_form(Arena *arena, Text written)
{
    struct form form = {ARENA_MANY(arena, written.len + 1, struct form_value), 0};
    while (written.len > 0) {
        Text value = text_cut(&written, '|');
        Text name = text_cut(&value, '=');
        form.at[form.count++] = (struct form_value){name, value};
    }
    return form;
}

/* 23 March 2026, at noon. */
static inline struct form_reading sample_reading(Arena *arena, const struct field_options *options, struct problems *problems)
{
    Date today = DATE_NONE;
    if (!date_of(2026, 3, 23, &today))
        __builtin_trap();
    return (struct form_reading){arena, today, instant_of_london(today, 12, 0), options, problems};
}

#endif
