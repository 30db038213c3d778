#include "pages/sample_of.h"

#include "pages/inside_tags_html.h"

SAMPLE_MAIN(inside_tags_html)
