/* multipart/form-data (RFC 7578), read as it comes in: pieces of any size, nothing kept but the headers of the part that is being read. What a
 * part holds goes to whoever asked, piece by piece, with its name as the browser sent it: nothing here is clean text yet.
 *
 * The end must be there. A boundary that goes on into other words, headers that are no form-data, a body that breaks off: BROKEN. What stands
 * before the first boundary and behind the last is passed over. */
#ifndef WEB_MULTIPART_H
#define WEB_MULTIPART_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/text.h"

enum {
    MULTIPART_BOUNDARY = 70,         /* bytes: RFC 2046 5.1.1 */
    MULTIPART_HEADERS = 4 * 1024,    /* bytes of one part's headers */
};

/* The head of a part. */
struct multipart_part {
    Text name, file_name; /* quoting taken off; live until the part ends */
    bool is_file;         /* it has a file name, be it empty */
};

struct multipart_to {
    void *given;
    void (*begin)(void *given, const struct multipart_part *part);
    void (*bytes)(void *given, Text bytes);
    void (*end)(void *given);
};

struct multipart;

/* The boundary of a Content-Type; TEXT_NONE when it is no multipart/form-data, or has none that can be. */
Text multipart_boundary(Text content_type);
/* A reader for that boundary (not empty). */
struct multipart *multipart_new(Arena *arena, Text boundary, struct multipart_to to);
/* The next bytes. False: the body is broken, now and for ever; an open part gets no `end`. */
bool multipart_take(struct multipart *multipart, Text bytes);
/* True when the last boundary came. */
bool multipart_is_whole(const struct multipart *multipart);

#endif
