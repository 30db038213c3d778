#include "pages/practice/offered.h"

#include "acts/people/authority_opened_act.h"
#include "acts/people/profile_changed_act.h"
#include "rules/obligations.h"

enum { RADIOS_MOST = 7 /* past that many a list to choose from is shorter to read */ };

void profiles_offered(Arena *arena, const struct act_kind *kind, struct form_view *form)
{
    if (kind != &AUTHORITY_OPENED_ACT && kind != &PROFILE_CHANGED_ACT)
        return;
    for (size_t i = 0; i < form->fields.count; i++) {
        struct field_view *field = &form->fields.at[i];
        if (!field->is_line || !text_equal(field->name, T("profile")))
            continue;
        field->is_line = false;
        field->is_radios = PROFILE_COUNT <= RADIOS_MOST;
        field->is_select = !field->is_radios;
        field->choices = (struct choice_views){ARENA_MANY(arena, PROFILE_COUNT, struct choice_view), PROFILE_COUNT};
        for (size_t p = 0; p < PROFILE_COUNT; p++) {
            Text name = text_of(PROFILES[p]->name);
            field->choices.at[p] = (struct choice_view){.id = p == 0 ? field->id : text_format(arena, "%.*s-%zu", TEXT_ARGS(field->id), p + 1), .value = name,
                .words = text_of(PROFILES[p]->title), .checked = text_equal(field->value, name)};
        }
    }
}
