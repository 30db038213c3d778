/* Apart from profile.c: it needs the tables of all profiles, which what makes them does not have. */
#include "rules/profile.h"

const struct profile *profile_named(Text name)
{
    for (size_t i = 0; i < PROFILE_COUNT; i++) {
        if (text_equal_string(name, PROFILES[i]->name))
            return PROFILES[i];
    }
    return NULL;
}
