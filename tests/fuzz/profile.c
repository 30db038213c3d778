/* Whatever a profile's file holds: it is read to its end, and what is wrong is said. What holds has rows that the rules can work by. */
#include <stdlib.h>

#include "rules/profile_check.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena *arena = arena_new(0);
    struct profile_text *text = ARENA_NEW(arena, struct profile_text);
    struct profile_faults *faults = ARENA_NEW(arena, struct profile_faults);
    faults->arena = arena;
    profile_text_read((Text){(const char *)data, size}, text, faults);
    profile_settle(text, profile_named(text_of(text->profile.like)), faults);
    for (size_t i = 0; faults->count == 0 && i < text->profile.count; i++) {
        const struct obligation_row *row = &text->profile.rows[i];
        if (row->starts == 0 || row->ends == 0 || row->number < 1 || row->source[0] == '\0')
            abort();
        (void)obligation_due(row, row->since, &HOLIDAYS[text->profile.division], NULL);
    }
    arena_free(arena);
    return 0;
}
