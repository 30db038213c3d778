/* The words of one line of an .act, taken one after another, and what is wrong with them said where they stand. */
#ifndef TOOLS_ACT_WORDS_H
#define TOOLS_ACT_WORDS_H

#include "act_file.h"

/* A file being read, line by line. */
struct reader {
    struct act_file *file;
    int line;
    struct field_line *list;  /* the list being read */
    struct field_line *field; /* the field or list that label, hint … belong to */
    bool decides;
    bool begun; /* the act line was seen: the leading comment is over */
    bool has_version;
};

/* A capital word of the tables: RECORD_ENQUIRY. */
bool is_capital(Arena *arena, Text text);
/* A word of C, which can't name a field. */
bool is_keyword(Text text);

/* The next word of a line: blank-separated, or between double quotes. A word beginning with # ends the line. TEXT_NONE when there is none. */
Text next_word(Text *rest);
/* Whether the next word stands between double quotes. */
bool next_is_quoted(Text rest);
/* A whole number from least to most; `what` names it in the complaint. False when it is none: that was said. */
bool number(struct reader *reader, Text *rest, const char *what, int64_t least, int64_t most, int64_t *ret_number);

/* What a key says: something, and once. set_word_once: one word; capital_once: one in capitals. What is wrong is said, and read on. */
void set_once(struct reader *reader, Text *ret_text, Text text, const char *key);
void set_word_once(struct reader *reader, struct word *ret_word, Text rest, const char *key);
void capital_once(struct reader *reader, struct word *ret_word, Text rest, const char *key);

#endif
