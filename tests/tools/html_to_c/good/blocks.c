#include "pages/sample_of.h"

#include "pages/blocks_html.h"

SAMPLE_MAIN(blocks_html)
