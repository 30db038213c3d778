/* The view of a whole act's form. Apart from form_view.c, which knows fields only. */
#include "acts/act_kind.h"
#include "acts/form_view.h"

struct form_view form_view(const struct act_kind *kind, const struct form *form, const struct field_options *options,
                           const struct problems *problems, Arena *arena)
{
    struct form_view view = {.name = text_of(kind->name), .title = text_of(kind->title), .button = text_of(kind->button)};
    view.guidance = (struct guidance_views){ARENA_MANY(arena, kind->guidance_count, struct guidance_view), kind->guidance_count};
    for (size_t i = 0; i < kind->guidance_count; i++)
        view.guidance.at[i].words = text_of(kind->guidance[i]);
    view.fields = fields_view(kind->fields, kind->field_count, form, options, problems, arena);
    view.problems = problems_view(&view.fields, problems, arena);
    view.has_problems = view.problems.count > 0;
    for (size_t i = 0; i < view.fields.count; i++)
        view.takes_files |= view.fields.at[i].is_file;
    view.has_guidance = view.guidance.count > 0;
    return view;
}
