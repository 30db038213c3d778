/* The program's profiles as choices, where a form asks for one by name. */
#ifndef PAGES_PRACTICE_OFFERED_H
#define PAGES_PRACTICE_OFFERED_H

#include "acts/act_kind.h"
#include "acts/form_view.h"

/* In a form of an act that asks `profile` as a line, that question becomes a choice of every profile there is; other forms stay as they are. What is sent
 * is the profile's name, as if it had been typed. */
void profiles_offered(Arena *arena, const struct act_kind *kind, struct form_view *form);

#endif
