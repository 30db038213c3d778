#include "pages/sample_of.h"

#include "pages/holes_html.h"

SAMPLE_MAIN(holes_html)
