#include "pages/practice/known.h"
#include "pages/work_parts.h"
#include "store/practice.h"
#include "web/url.h"

enum { KNOWN_LINES = 3 };

Err work_known_of(struct request *request, Read *read, struct work_page *page)
{
    Arena *arena = request->arena;
    struct practice practice;
    struct holidays_known known;
    if (!rights_have(rights_of_duty(request->duty), MANAGE_SERVICE))
        return ok();
    TRY(practice_read(read, &practice));
    TRY(holidays_known_now(read, &practice, &known));
    const Text words[KNOWN_LINES] = {holidays_beyond_words(arena, &known), holidays_end_words(arena, &known), holidays_stale_words(arena, &known)};
    struct work_lines told = {ARENA_MANY(arena, page->told.count + KNOWN_LINES, struct work_line), 0};
    for (size_t i = 0; i < page->told.count; i++)
        told.at[told.count++] = page->told.at[i];
    for (size_t i = 0; i < KNOWN_LINES; i++)
        if (!text_is_empty(words[i]))
            told.at[told.count++] = (struct work_line){.words = words[i], .address = url_holidays(arena), .has_address = true};
    page->told = told;
    return ok();
}
