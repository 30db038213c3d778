#include "acts/consequences.h"

#include <string.h>

#include "acts/inside.h"
#include "rules/obligations.h"
#include "store/case/case_sql.h"

enum { CONSEQUENCES_MOST = 200 /* rows of one kind in one act */ };

struct opened {
    EpisodeId episode;
    ChildId child;
    FamilyId family;
    enum stage stage;
    Date on;
};
struct moved {
    EpisodeId episode;
    enum stage stage;
    Date closed; /* DATE_NONE: still open */
    enum closure_reason reason;
};
struct happened {
    ChildId child;
    enum event event;
    Date on;
};
struct due {
    ChildId child;
    enum obligation_kind kind;
    Date start, due, warn, met;
    enum obligation_state state;
    Text profile;
};
struct granted {
    int64_t holder;
    ChildId child;
    enum role role;
    Instant ends;
};
struct ended {
    int64_t holder; /* NUMBER_NONE: whoever holds it */
    ChildId child;
    enum role role;
};

#define ROWS(type) struct { struct type *at; size_t count; }

struct consequences {
    ROWS(opened) opened;
    ROWS(moved) moved;
    ROWS(happened) happened;
    ROWS(due) due;
    ROWS(granted) granted;
    ROWS(ended) ended;
    Text profile;
};

#define ID(list, field, what) {.name = #field, .type = FIELD_ID, .offset = offsetof(struct list, field), .called = what}
#define CODE(list, field, codes_of) {.name = #field, .type = FIELD_CODE, .offset = offsetof(struct list, field), .codes = &codes_of}
#define DATE(list, field) {.name = #field, .type = FIELD_DATE, .offset = offsetof(struct list, field)}
#define NUMBER(list, field) {.name = #field, .type = FIELD_INT, .offset = offsetof(struct list, field), .min = 0, .max = INT64_MAX}

static const struct field OPENED[] = {ID(opened, episode, ""), ID(opened, child, ""), ID(opened, family, ""),
                                      CODE(opened, stage, STAGE_LIST), DATE(opened, on)};
static const struct field MOVED[] = {ID(moved, episode, ""), CODE(moved, stage, STAGE_LIST), DATE(moved, closed),
                                     CODE(moved, reason, CLOSURE_REASON_LIST)};
static const struct field HAPPENED[] = {ID(happened, child, ""), CODE(happened, event, EVENT_LIST), DATE(happened, on)};
static const struct field DUE[] = {ID(due, child, ""), CODE(due, kind, OBLIGATION_KIND_LIST), DATE(due, start), DATE(due, due),
                                   DATE(due, warn), DATE(due, met), CODE(due, state, OBLIGATION_STATE_LIST)};
