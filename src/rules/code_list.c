#include "rules/code_list.h"

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

const struct code_list *code_list_named(Text name)
{
    for (size_t i = 0; i < CODE_LIST_COUNT; i++) {
        if (text_equal_string(name, CODE_LISTS[i]->name))
            return CODE_LISTS[i];
    }
    return NULL;
}
