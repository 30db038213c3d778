/* Forms filled with what no field takes: for tests that ask what becomes of them. */
#ifndef OUTSIDE_NONSENSE_H
#define OUTSIDE_NONSENSE_H

#include "acts/act_kind.h"
#include "serving.h"

__attribute__((unused)) static void nonsense_value(Out *out, const char *prefix, const char *name, const char *suffix, const char *value, size_t len)
{
    out_char(out, '&');
    out_string(out, prefix);
    out_string(out, name);
    out_string(out, suffix);
    out_char(out, '=');
    form_escape(out, value, len);
}

/* Adds every question of a form: days that don't exist, codes and numbers nobody has, and `words` in each text; with words NULL, one character
 * more than the text may hold. A list gets one row. */
__attribute__((unused)) static void nonsense_fields(Out *out, const char *prefix, const struct field *fields, size_t count, const char *words, size_t len)
{
    for (size_t i = 0; i < count; i++) {
        const struct field *field = &fields[i];
        char row[300];
        if (field->decided)
            continue;
        switch (field->type) {
        case FIELD_TEXT:
        case FIELD_LINE:
            if (words == NULL) {
                char *many = arena_take(out->arena, (size_t)field->max + 1);
                memset(many, 'x', (size_t)field->max + 1);
                nonsense_value(out, prefix, field->name, "", many, (size_t)field->max + 1);
            } else {
                nonsense_value(out, prefix, field->name, "", words, len);
            }
            break;
        case FIELD_INSTANT: nonsense_value(out, prefix, field->name, "-time", "25:99", 5); /* fall through */
        case FIELD_DATE:
            nonsense_value(out, prefix, field->name, "-day", "31", 2);
            nonsense_value(out, prefix, field->name, "-month", "2", 1);
            nonsense_value(out, prefix, field->name, "-year", "2026", 4);
            break;
        case FIELD_TIME: nonsense_value(out, prefix, field->name, "", "25:99", 5); break;
        case FIELD_INT:
        case FIELD_YESNO:
        case FIELD_CODE:
        case FIELD_CODES:
        case FIELD_ID:
        case FIELD_FILE: /* a file that never came */
        case FIELD_IDS: nonsense_value(out, prefix, field->name, "", "NO_SUCH", 7); break;
        case FIELD_BYTES: break;
        case FIELD_LIST:
            snprintf(row, sizeof row, "%s%s-0-", prefix, field->name);
            nonsense_fields(out, row, field->fields, field->field_count, words, len);
            break;
        }
    }
}

#endif
