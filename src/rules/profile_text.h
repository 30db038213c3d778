/* Reads a profile as people write it (src/rules/profiles/, docs/profiles.md) into the struct that the rules work by. What the words
 * say is checked here; what they mean together, and against the profile they are like, in rules/profile_check.h. Pure: text in, struct and
 * faults out; only the sentences and names are put into the caller's arena.
 *
 * Line 1: '# source: who says so · date'. Then a line for each thing, '#' begins a remark:
 *   profile NAME · title WORDS · division england-and-wales|scotland|northern-ireland · standing statutory|local|lead
 *   in_force since DATE [until DATE] · like NAME · always_stops EVENT,… · without KIND
 *   limit KIND from EVENT,… due N UNIT [before] ends EVENT,… [stops EVENT,…] [while EVENT] [near] [goes_on_after_death] [warn DAYS]
 *     statutory|local|lead since DATE [until DATE] | source
 *   quorum N | source · invited AGENCY,… | source · invited_unborn AGENCY,… | source · early N minutes | source · lasts N minutes | source
 *   audio consent WHO,… | source · audio never | source · supporters N | source · supporter WHO may MAY,… | source
 *   step LADDER WORDS [within N UNIT] | source · word WORD WORDS | source
 * UNIT is working_days, days, weeks or months; KIND, EVENT, AGENCY, WHO, MAY, LADDER and WORD are codes of rules/codes/. */
#ifndef RULES_PROFILE_TEXT_H
#define RULES_PROFILE_TEXT_H

#include "rules/profile.h"

enum {
    PROFILE_LINE_MOST = 2000,   /* bytes of one line */
    PROFILE_TEXT_MOST = 262144, /* bytes of a whole profile */
    PROFILE_ROWS_MOST = 160,
    PROFILE_ITEMS_MOST = 80,
    PROFILE_NAME_MOST = 40,     /* bytes of its name */
    PROFILE_FAULTS_MOST = 100,  /* that are told of one profile */
};

/* What is wrong: '7: FIRST_REVIEW: its source is missing'. */
struct profile_fault {
    int line;   /* 1 for the first */
    Text row;   /* the kind of limit, or the word the line begins with */
    Text reason;
};

/* Faults past PROFILE_FAULTS_MOST are counted and not kept. */
struct profile_faults {
    Arena *arena; /* of the sentences */
    struct profile_fault at[PROFILE_FAULTS_MOST];
    size_t count;
};
/* Adds one. */
void profile_fault(struct profile_faults *faults, int line, Text row, Text reason);

/* A profile as read. `profile` points into the arrays beside it: it is not copied. What it takes from the profile it is like, and the events that
 * always stop a row, are not in it yet: profile_settle() adds them. */
struct profile_text {
    struct profile profile;
    struct obligation_row rows[PROFILE_ROWS_MOST];
    int row_lines[PROFILE_ROWS_MOST];    /* 0: taken from the profile it is like */
    bool after_death[PROFILE_ROWS_MOST]; /* goes on after a death: always_stops don't stop it */
    struct practice_item items[PROFILE_ITEMS_MOST];
    int item_lines[PROFILE_ITEMS_MOST]; /* 0: likewise */
    enum obligation_kind without[OBLIGATION_KIND_COUNT];
    int without_lines[OBLIGATION_KIND_COUNT];
    size_t without_count;
    int name_line, title_line, standing_line, division_line, in_force_line, like_line, always_stops_line; /* 0: not said */
};

/* Reads the whole text, which lives as long as the faults. What is read of a line with a fault is left out; the other lines are read on. */
void profile_text_read(Text text, struct profile_text *ret_text, struct profile_faults *faults);

#endif
