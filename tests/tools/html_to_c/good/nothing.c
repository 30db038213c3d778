#include "pages/sample_of.h"

#include "pages/nothing_html.h"

SAMPLE_MAIN(nothing_html)
