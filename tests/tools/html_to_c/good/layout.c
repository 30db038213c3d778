#include "pages/sample_of.h"

#include "pages/layout_html.h"

SAMPLE_MAIN(layout_html)
