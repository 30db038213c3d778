#include "pages/sample_of.h"

#include "pages/own_header_html.h"

static void render(Out *out, const struct sample *sample)
{
    const struct own_header_page page = {.frame = sample->frame, .children = sample->children};
    own_header_html(out, &page);
}

SAMPLE_MAIN(render)
