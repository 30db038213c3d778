/* People who aren't, and what every good template is filled with. */
#pragma once
#include "web/html.h"

struct sample_name {
    Text name;
};
struct sample_names {
    const Text *at;
    size_t count;
};
struct sample_child {
    Text name;
    int age;
    bool seen;
    Url address;
    struct sample_names wishes;
};
struct sample_children {
    const struct sample_child *at;
    size_t count;
};
struct sample_frame {
    Text title;
};
struct sample {
    struct sample_frame frame;
    Text title, nothing, phone, field;
    Html made;
    Url home, none;
    int64_t count;
    struct sample_children children, no_children;
};
