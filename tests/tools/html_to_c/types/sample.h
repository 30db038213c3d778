/* What the templates beside this header are filled with. */
#pragma once
#include "base/date.h"
#include "web/html.h"

enum sample_kind { SAMPLE_NONE, SAMPLE_ONE };

struct sample {
    Text title;
    const char *string;
    Html made;
    Url home;
    Date day;
    bool yes;
    enum sample_kind kind;
};
