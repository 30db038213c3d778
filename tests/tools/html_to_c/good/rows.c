#include "pages/sample_of.h"

#include "pages/rows_html.h"

SAMPLE_MAIN(rows_html)
