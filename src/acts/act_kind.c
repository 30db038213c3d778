#include "acts/act_kind.h"

const struct act_kind *act_kind_named(Text name)
{
    for (size_t i = 0; i < ACT_KIND_COUNT; i++)
        if (text_equal_string(name, ACT_KINDS[i]->name))
            return ACT_KINDS[i];
    return NULL;
}

const struct act_kind *act_kind_at(Text address)
{
    for (size_t i = 0; i < ACT_KIND_COUNT; i++)
        if (text_equal_string(address, ACT_KINDS[i]->address))
            return ACT_KINDS[i];
    return NULL;
}
