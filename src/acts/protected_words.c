#include "acts/protected_words.h"

#include "rules/scan.h"

void protected_words(const struct scan_addresses_rows *addresses, Text words, void (*found)(void *given, Text hit), void *given)
{
    Text hit;
    for (size_t i = 0; i < addresses->count; i++) {
        for (Text rest = addresses->at[i].lines; !text_is_empty(rest);)
            if (scan_finds(words, text_cut(&rest, '\n'), &hit))
                found(given, hit);
        if (scan_finds(words, addresses->at[i].postcode, &hit))
            found(given, hit);
        if (scan_finds(words, addresses->at[i].telephone, &hit))
            found(given, hit);
    }
}
