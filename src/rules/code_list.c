#include "rules/code_list.h"

#include "base/out.h"

bool code_list_of(const struct code_list *list, Text code, int *ret_number)
{
    for (size_t i = 0; i < list->count; i++) {
        if (text_equal_string(code, list->at[i].code)) {
            *ret_number = (int)i;
            return true;
        }
    }
    return false;
}

const struct code *code_list_at(const struct code_list *list, int number)
{
    bool in_list = number > 0 && (size_t)number < list->count;
    return &list->at[in_list ? number : 0];
}

Text code_set_text(Arena *arena, const struct code_list *list, uint64_t set)
{
    Out out = out_new(arena);
    bool first = true;
    for (size_t i = 1; i < list->count; i++) {
        if ((set & (UINT64_C(1) << i)) == 0)
            continue;
        if (!first)
            out_char(&out, ' ');
        out_string(&out, list->at[i].code);
        first = false;
    }
    return out_all(&out);
}

uint64_t code_set_of(const struct code_list *list, Text codes)
{
    uint64_t set = 0;
    int number;
    while (!text_is_empty(codes))
        if (code_list_of(list, text_cut(&codes, ' '), &number) && number > 0)
            set |= UINT64_C(1) << number;
    return set;
}

bool code_set_has(const struct code_list *list, Text set, int number)
{
    while (set.len > 0)
        if (text_equal_string(text_cut(&set, ' '), code_list_at(list, number)->code))
            return true;
    return false;
}
