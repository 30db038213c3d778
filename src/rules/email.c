#include "rules/email.h"

#include <string.h>

static bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

/* Words of these characters with single full stops between them. */
static bool is_dotted(Text words, const char *more)
{
    bool after_dot = true;
    for (size_t i = 0; i < words.len; i++) {
        char c = words.at[i];
        if (c == '.' ? after_dot : !is_letter_or_digit(c) && (c == '\0' || strchr(more, c) == NULL))
            return false;
        after_dot = c == '.';
    }
    return !after_dot;
}

bool email_is_one(Text address)
{
    Text host = address;
    Text box = text_cut(&host, '@');
    return address.len <= EMAIL_LONGEST && is_dotted(box, "!#$%&'*+/=?^_`{|}~-") && is_dotted(host, "-") && text_contains(host, T("."));
}
