/* The header beside the template is included by itself. */
#pragma once
#include "pages/samples.h"

struct own_header_page {
    struct sample_frame frame;
    struct sample_children children;
};
