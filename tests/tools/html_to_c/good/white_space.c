#include "pages/sample_of.h"

#include "pages/white_space_html.h"

SAMPLE_MAIN(white_space_html)
