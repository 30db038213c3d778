/* Percent-encoding, as in addresses and forms. */
#ifndef WEB_PERCENT_H
#define WEB_PERCENT_H

#include <stdbool.h>

#include "base/out.h"

/* Decodes %41 to A; with `plus`, '+' to a space (forms and queries). False on '%' without two hexadecimal digits: then what
 * stands is kept as it is, so nothing typed is lost, and *ret_text is written too. NUL and bad UTF-8 pass: ask text_is_clean. */
bool percent_decode(Arena *arena, Text text, bool plus, Text *ret_text);
/* Everything but letters, digits and -._~ as %XX. */
void percent_encode(Out *out, Text text);

#endif
