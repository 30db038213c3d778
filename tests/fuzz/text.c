/* Fuzz target: what base says of any bytes: text that enters, numbers, days. Asserts what the headers promise. */
#include <stdint.h>
#include <stdlib.h>

#include "base/date.h"
#include "base/out.h"
#include "base/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void promise(bool kept)
{
    if (!kept)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena *arena = arena_new(0);
    Text text = {(const char *)data, size};

    if (text_is_utf8(text)) {
        size_t offset = 0, points = 0;
        while (offset < text.len) {
            size_t before = offset;
            uint32_t point = text_next(text, &offset);
            promise(offset > before && offset <= text.len && point <= 0x10FFFF);
            points++;
        }
        promise(points == text_code_points(text));
        Out out = out_new(arena);
        out_json(&out, text);
        promise(text_is_utf8(out_all(&out)) && out_all(&out).len >= text.len + 2);
    }
    promise(!text_is_clean(text) || text_is_utf8(text));
    promise(text_trim(text).len <= text.len);

    int64_t number;
    if (text_to_int(text, &number)) {
        Out out = out_new(arena);
        int64_t again;
        out_int(&out, number);
        promise(text_to_int(out_all(&out), &again) && again == number);
    }
    Date date;
    if (date_read(text, &date))
        promise(text_equal(date_iso(arena, date), text));
    arena_free(arena);
    return 0;
}
