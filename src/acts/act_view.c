/* The view of a whole act's form. Apart from form_view.c, which knows fields only. */
#include "acts/act_kind.h"
#include "acts/form_view.h"
#include "rules/practice.h"
#include "rules/profile_words.h"

/* Guidance in the numbers and words of the authority's profile; a line for which it has none is left out. */
static void add_guidance(const struct act_kind *kind, const struct field_options *options, Arena *arena, struct guidance_views *guidance)
{
    const struct practice *practice = options == NULL ? NULL : options->practice;
    guidance->at = ARENA_MANY(arena, kind->guidance_count, struct guidance_view);
    for (size_t i = 0; i < kind->guidance_count; i++) {
        Text line = text_of(kind->guidance[i]);
        bool says = !text_contains(line, T("{")) ||
                    (practice != NULL && guidance_filled(arena, practice_on(practice, options->today), options->today, line, &line));
        if (says)
            guidance->at[guidance->count++].words = line;
    }
}

struct form_view form_view(const struct act_kind *kind, const struct form *form, const struct field_options *options,
                           const struct problems *problems, Arena *arena)
{
    struct form_view view = {.name = text_of(kind->name), .title = text_of(kind->title), .button = text_of(kind->button)};
    add_guidance(kind, options, arena, &view.guidance);
    view.fields = fields_view(kind->fields, kind->field_count, form, options, problems, arena);
    view.problems = problems_view(&view.fields, problems, arena);
    view.has_problems = view.problems.count > 0;
    for (size_t i = 0; i < view.fields.count; i++)
        view.takes_files |= view.fields.at[i].is_file;
    view.has_guidance = view.guidance.count > 0;
    return view;
}
