#include "acts/people/alike.h"

#include "store/people/search.h"

struct alike alike_none(struct act_run *run) { return (struct alike){.words = out_new(run->arena)}; }

static void say(Arena *arena, Out *out, const struct search_twin *twin)
{
    if (twin->hidden) {
        out_string(out, "a restricted record");
    } else {
        out_text(out, twin->given);
        out_char(out, ' ');
        out_text(out, twin->family_name);
        if (!date_is_none(twin->born)) {
            out_string(out, ", born ");
            out_text(out, date_long(arena, twin->born));
        }
    }
    out_string(out, " (ring ");
    out_text(out, twin->ring_name);
    out_char(out, ' ');
    out_text(out, twin->ring_telephone);
    out_char(out, ')');
}

/* A hidden one has no number: one of them is enough. */
static bool was_said(const struct alike *alike, const struct search_twin *twin)
{
    for (size_t i = 0; i < alike->count; i++)
        if (alike->said[i].n == twin->person.n)
            return true;
    return false;
}

Err alike_find(struct act_run *run, Text given, Text family_name, Date born, Text nhs_number, struct alike *alike)
{
    struct search_twins twins;
    TRY(likely_duplicates(run->read, given, family_name, born, nhs_number, run->family, &twins));
    for (size_t i = 0; i < twins.count; i++) {
        if (was_said(alike, &twins.at[i]) || alike->count == ALIKE_MOST)
            continue;
        alike->said[alike->count] = twins.at[i].person;
        out_string(&alike->words, alike->count++ == 0 ? "May be the same: " : "; ");
        say(run->arena, &alike->words, &twins.at[i]);
    }
    return ok();
}

Err alike_gate(struct act_run *run, struct alike *alike)
{
    if (alike->count == 0)
        return ok();
    out_char(&alike->words, '.');
    return act_gate(run, NOT_WRITTEN_DOWN_TWICE, out_all(&alike->words));
}
