/* A submitted form as it came: names and values, in order, nothing checked. web fills it; acts/fields.h reads it. */
#ifndef ACTS_FORM_H
#define ACTS_FORM_H

#include "base/text.h"

struct form_value {
    Text name;
    Text value;
};

struct form {
    struct form_value *at;
    size_t count;
};

/* The first value of that name; TEXT_NONE when there is none. */
Text form_get(const struct form *form, Text name);
/* True when a value has exactly this name. */
bool form_has(const struct form *form, Text name);
/* True when a value has this name and these bytes: how checkboxes of one name are asked. */
bool form_chose(const struct form *form, Text name, Text value);

#endif
