#include "rules/media.h"

struct media {
    enum media_kind kind;
    Text begins; /* empty: told another way */
    const char *type;
};

/* Sources: ISO 32000-1 7.5.2; RFC 2083 3.1; ITU-T T.81 B.1.1.3 with the marker that follows. */
static const struct media MEDIA[] = {
    {MEDIA_KIND_PDF, {"%PDF-", 5}, "application/pdf"},
    {MEDIA_KIND_PNG, {"\x89PNG\r\n\x1a\n", 8}, "image/png"},
    {MEDIA_KIND_JPEG, {"\xff\xd8\xff", 3}, "image/jpeg"},
    {MEDIA_KIND_TEXT, {"", 0}, "text/plain; charset=utf-8"},
};
enum { MEDIA_COUNT = sizeof MEDIA / sizeof MEDIA[0] };
_Static_assert((int)MEDIA_COUNT == (int)MEDIA_KIND_COUNT - 1, "each kind has its row");

static bool is_plain(Text first, bool whole)
{
    for (int cut = 0; cut <= (whole ? 0 : 3) && first.len > 0; cut++, first.len--)
        if (text_is_clean(first))
            return true;
    return false;
}

enum media_kind media_kind_of_bytes(Text first, bool whole)
{
    for (size_t i = 0; i < MEDIA_COUNT; i++) {
        const struct media *row = &MEDIA[i];
        if (row->begins.len > 0 ? text_begins(first, row->begins) : is_plain(first, whole))
            return row->kind;
    }
    return MEDIA_KIND_NONE;
}

const char *media_kind_type(enum media_kind kind)
{
    for (size_t i = 0; i < MEDIA_COUNT; i++)
        if (MEDIA[i].kind == kind)
            return MEDIA[i].type;
    return "application/octet-stream";
}
