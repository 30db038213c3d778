/* What reads one NAME.act: its state, and the words and fields its lines are made of. */
#ifndef ACT_TO_C_READER_H
#define ACT_TO_C_READER_H

#include "act_file.h"

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
/* A word of C, which can't be a field's name. */
bool is_keyword(Text text);
/* The next word of a line: blank-separated, or between double quotes; what is left stands in *rest. A word beginning with # ends the line. */
Text next_word(Text *rest);
bool next_is_quoted(Text rest);
/* A whole number of that range as the next word; false, and said, when it is none. */
bool number(struct reader *reader, Text *rest, const char *what, int64_t least, int64_t most, int64_t *ret_number);
/* What follows 'field' and 'list' in a line. */
void read_field(struct reader *reader, Text rest);
void read_list(struct reader *reader, Text rest);

#endif
