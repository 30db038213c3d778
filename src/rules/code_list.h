/* Lists of codes: what can be chosen, stored and sent as a short code. The lists themselves are the .codes files in rules/codes/;
 * tools/codes_to_c makes "rules/codes.h" of them: for each list an enum, its words, and the way from code to enum. */
#ifndef RULES_CODE_LIST_H
#define RULES_CODE_LIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"

/* One choice. `code` is stored; `words` are shown; `meaning` is '' or a sentence that stands beside the choice. */
struct code {
    const char *code, *words, *meaning;
};

/* at[0] is 'none' (all three ''), so at[enum value] is that value's row; count counts it too. */
struct code_list {
    const char *name, *source;
    size_t count;
    const struct code *at;
};

/* Every list, sorted by name. */
extern const struct code_list *const CODE_LISTS[];
extern const size_t CODE_LIST_COUNT;

/* The number of the code in its list. '' gives 0. False, and nothing written, when the list has no such code. */
bool code_list_of(const struct code_list *list, Text code, int *ret_number);
/* The row of a number; the none row for a number that is not in the list. */
const struct code *code_list_at(const struct code_list *list, int number);
/* A set of codes (1 << number), as it stands in one column: the codes in the list's order, a space between. TEXT_NONE for none. */
Text code_set_text(Arena *arena, const struct code_list *list, uint64_t set);
/* The same column read back; codes the list does not have are passed over. */
uint64_t code_set_of(const struct code_list *list, Text codes);
/* True when the column of a set names that code. */
bool code_set_has(const struct code_list *list, Text set, int number);

#endif
