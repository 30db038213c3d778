/* Letters as they are printed: for each reader a cover, with the address where the window of the envelope is (or a sheet that says whose hand it goes into),
 * and then the letter, on pages of its own. */
#ifndef DOCUMENTS_LETTER_PRINT_H
#define DOCUMENTS_LETTER_PRINT_H

#include "web/html.h"
#include "web/request.h"
#include "web/response.h"

struct letter_part {
    Text words;
    bool is_heading;
};
struct letter_parts {
    struct letter_part *at;
    size_t count;
};
struct letter_line {
    Text words;
};
struct letter_lines {
    struct letter_line *at;
    size_t count;
};
struct letter_view {
    struct letter_lines cover; /* name and address, as it was sent */
    bool by_post;
    Text day;
    struct letter_parts parts;
};
struct letter_views {
    struct letter_view *at;
    size_t count;
};
struct letter_print_page {
    Url back;
    Text council;
    struct letter_views letters;
};

/* GET /conference/:conference/letters/print?made=ENTRY: the letters made by that entry; without it, the newest. Who reads the conference's papers and invitations. */
Err letter_print_page(struct request *request, struct response *response);

#endif
