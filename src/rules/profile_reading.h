/* What the parts of reading a profile share (rules/profile_text.h): the line they are at, and words, numbers, days and codes with a fault beside. */
#ifndef RULES_PROFILE_READING_H
#define RULES_PROFILE_READING_H

#include "rules/profile_text.h"

struct reading {
    struct profile_text *to;
    struct profile_faults *faults;
    int line;
    Text row;     /* what the line is about, for faults */
    bool faulted; /* the line has a fault */
};

/* The line has this fault: a sentence, or one that ends with what it is about. */
void read_fault(struct reading *reading, Text reason);
void read_fault_about(struct reading *reading, const char *what, Text which);

/* The next word of the line; empty at its end. */
Text read_next(Text *line);
/* Words kept as a string in the caller's arena. */
const char *read_kept(struct reading *reading, Text text);
/* A whole number from `least` to 999; `least` after a fault. */
int read_whole(struct reading *reading, Text text, int least);
/* YYYY-MM-DD; DATE_NONE after a fault. */
Date read_date(struct reading *reading, Text text);
enum due_unit read_unit(struct reading *reading, Text text);
/* The number of that code of the list; 0 after the fault that begins with `none`: 'there is no event' GOES_HOME. */
int read_code(struct reading *reading, const struct code_list *list, const char *none, Text text);
/* 'ONE,OTHER' as a set (1 << number). */
uint64_t read_set(struct reading *reading, const struct code_list *list, const char *none, Text text);
uint64_t read_events(struct reading *reading, Text text);

/* 'limit …' (profile_limit.c) and the lines of practice (profile_practice.c), after the word they begin with; false when it is none of practice. */
void read_limit(struct reading *reading, Text line, Text source);
bool read_practice(struct reading *reading, Text key, Text line, Text source);

#endif
