/* The plan over time, drawn: what happened, what is booked, what is late, on one line of days; and the same in words. The server makes the
 * drawing twice, wide and narrow; the stylesheet shows one. */
#ifndef PAGES_FAMILY_CHART_H
#define PAGES_FAMILY_CHART_H

#include "pages/family_record.h"

/* All numbers are of the drawing's own measure: a pixel at its full size. */
struct chart_mark {
    int64_t x;
    bool done, booked, late; /* a filled dot, a ring, a triangle */
};
struct chart_marks {
    struct chart_mark *at;
    size_t count;
};

struct chart_label {
    int64_t x, y;
    Text words;
    bool bold;
};
struct chart_labels {
    struct chart_label *at;
    size_t count;
};

struct chart_lates {
    struct due_day *at;
    size_t count;
};

struct chart_row {
    Text name, spoken; /* spoken: every date of the row but those that are late */
    struct chart_lates late;
    int64_t name_y, y, left, right, triangle;
    struct chart_marks marks;
    struct chart_labels labels;
    bool has_gap; /* not seen alone for long: from the last time until today */
    int64_t gap_from, gap_to;
};
struct chart_rows {
    struct chart_row *at;
    size_t count;
};

struct chart_ground {
    Text words;
    int64_t x, width, words_x;
    bool is_plan; /* else an enquiry */
};
struct chart_grounds {
    struct chart_ground *at;
    size_t count;
};

struct chart_drawing {
    Text id;
    int64_t width, height, top, bottom, inside; /* inside: the height of the grounds */
    int64_t today, today_end, today_words_y;
    Text today_words;
    int64_t today_words_x;
    struct chart_grounds grounds;
    struct chart_labels months;
    struct chart_rows rows;
};

struct family_chart {
    bool is_drawn; /* false: there is nothing to draw yet */
    struct chart_drawing wide, narrow;
};

/* What the reader may see of it: without READ_RECORD nothing is drawn. is_now: not of a day of the past, so what is late leads to its working. */
Err family_chart_of(Read *read, const struct family_record *record, const struct family_due_rows *due, bool is_now, struct family_chart *ret_chart);

#endif
