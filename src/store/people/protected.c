#include "store/people/protected.h"

#include "rules/scan.h"

Err protected_of_family(Read *read, FamilyId family, struct protected_words *ret_protected)
{
    *ret_protected = (struct protected_words){0};
    return family.n == 0 ? ok() : protected_addresses(read, family, &ret_protected->rows);
}

Err protected_from_reader(Read *read, FamilyId family, struct protected_words *ret_protected)
{
    TRY(protected_of_family(read, family, ret_protected));
    struct protected_addresses_rows *rows = &ret_protected->rows;
    size_t kept = 0;
    for (size_t i = 0; i < rows->count; i++)
        if (!rows->at[i].is_open)
            rows->at[kept++] = rows->at[i];
    rows->count = kept;
    return ok();
}

void protected_find(const struct protected_words *protected_from, Text words, void (*found)(void *given, Text hit), void *given)
{
    Text places[SCAN_PLACES], hit;
    for (size_t i = 0; i < protected_from->rows.count; i++) {
        const struct protected_addresses *row = &protected_from->rows.at[i];
        size_t count = scan_places(row->lines, places);
        for (size_t k = 0; k < count; k++)
            if (scan_finds(words, places[k], &hit))
                found(given, hit);
        if (scan_finds(words, row->postcode, &hit))
            found(given, hit);
        if (scan_finds_telephone(words, row->telephone, &hit))
            found(given, hit);
    }
}

static void note(void *given, Text hit)
{
    (void)hit;
    *(bool *)given = true;
}

bool protected_stands_in(const struct protected_words *protected_from, Text words)
{
    bool stands = false;
    protected_find(protected_from, words, note, &stands);
    return stands;
}
