#include "pages/sample_of.h"

#include "pages/addresses_html.h"

SAMPLE_MAIN(addresses_html)
