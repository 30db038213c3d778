/* A table of words: what lists and the program's own tables are shown in. On a phone each row becomes a block whose cells carry their
 * column's name. {{> sheet page.sheet}} */
#ifndef PAGES_SHEET_H
#define PAGES_SHEET_H

#include "pages/why.h"
#include "web/html.h"

struct sheet_cell {
    Text label; /* the column's name */
    Text words;
    Text more;  /* a second line, small; or empty */
    Url link;   /* of the words; URL_NONE: none */
    struct due_day due; /* after them, when its words are not empty */
    struct status_tag tag;
    bool is_head, is_number;
    bool is_whole; /* never broken over two lines: a telephone, a number */
    bool is_nil;   /* of a number: nothing to look at; left out on a phone */
};

struct sheet_cells {
    struct sheet_cell *at;
    size_t count;
};

struct sheet_row {
    struct sheet_cells cells;
    bool is_sum; /* of all the other rows */
};

struct sheet_rows {
    struct sheet_row *at;
    size_t count;
};

struct sheet_head {
    Text words;
    bool is_number;
};

struct sheet_heads {
    struct sheet_head *at;
    size_t count;
};

struct sheet {
    Text caption;
    bool caption_hidden; /* said to those who hear the page, not shown: a heading above says it */
    Text look;           /* 'limits': how its columns share the width (assets/_staff_pages.scss, .t--limits); or empty */
    Text empty;          /* said in the table's place when it has no row */
    struct sheet_heads heads;
    struct sheet_rows rows;
    size_t room;
};

/* An empty table. `columns` are their names with '|' between; a name that begins with '#' is of a column of numbers. Room for `rows`. */
struct sheet sheet_new(Arena *arena, Text caption, const char *columns, size_t rows);
/* Begins the next row; the first cell put into it is the row's heading. Aborts past the room. */
void sheet_next(Arena *arena, struct sheet *sheet);
/* Puts the row's next cell, and gives it to be added to. Aborts past the columns. */
struct sheet_cell *sheet_put(struct sheet *sheet, Text words);
struct sheet_cell *sheet_put_number(Arena *arena, struct sheet *sheet, int64_t number);
/* Takes the links from the row: the reader may not go where they lead. */
void sheet_unlink(struct sheet *sheet);

#endif
