/* What an act's form offers to choose from: the sources of acts/sources.def, read for this reader. What they may not see isn't offered, and
 * what isn't offered can't be chosen. */
#ifndef PAGES_OPTIONS_H
#define PAGES_OPTIONS_H

#include "acts/act_kind.h"
#include "acts/fields.h"
#include "store/store.h"

/* What the act is done to. n == 0 where it is of another kind; family: of whatever it is. */
struct options_place {
    FamilyId family;
    ChildId child;
    ConferenceId conference;
    PlanId plan;
    PersonId person;
};

/* Fills the list of each source that the act's fields name. A source that means nothing here stays empty. */
Err options_of(Read *read, const struct act_kind *kind, const struct options_place *place, struct field_options *ret_options);

/* '7, born 19 August 2019', 'expected 3 March 2027', or '' when neither is known. */
Text age_words(Arena *arena, bool unborn, Date born, Date today);
/* A name among other words: one that is read from right to left stands between U+2068 and U+2069, which do for text what <bdi> does, so that
 * the numbers and words beside it keep their places. */
Text name_apart(Arena *arena, Text name);
/* A name as it stands on pages: 'Unborn baby' when nothing is known. */
Text name_words(Arena *arena, Text given, Text family_name);
/* '2 pieces are left out of copies: they hold a protected address', for who reads the whole; '' for none. */
Text left_out_words(Arena *arena, size_t pieces);

#endif
