/* How the generic code reaches a value inside an act's struct. For acts/field*.c and form*.c only. */
#ifndef ACTS_FIELD_VALUE_H
#define ACTS_FIELD_VALUE_H

#include <string.h>

#include "acts/fields.h"

enum { DAY_MINUTES = 24 * 60 };

/* Any { T *at; size_t count; }: the layout all lists share. */
struct field_rows {
    void *at;
    size_t count;
};

static inline void *field_in(const struct field *field, void *act) { return (char *)act + field->offset; }
static inline const void *field_of(const struct field *field, const void *act) { return (const char *)act + field->offset; }

/* The value copied out, whatever the type of the member it is declared as. */
#define FIELD_VALUE(name, type)                                                                                        \
    static inline type name(const struct field *field, const void *act)                                                \
    {                                                                                                                  \
        type value;                                                                                                    \
        memcpy(&value, field_of(field, act), sizeof value);                                                            \
        return value;                                                                                                  \
    }
FIELD_VALUE(field_text, Text)
FIELD_VALUE(field_date, Date)
FIELD_VALUE(field_instant, Instant)
FIELD_VALUE(field_number, int64_t) /* int, time, id */
FIELD_VALUE(field_code, unsigned)  /* code, yesno */
FIELD_VALUE(field_set, uint64_t)   /* codes */
FIELD_VALUE(field_rows, struct field_rows)
FIELD_VALUE(field_attached, struct attached)
#undef FIELD_VALUE

static inline void field_put(const struct field *field, void *act, const void *value, size_t size)
{
    memcpy(field_in(field, act), value, size);
}
#define FIELD_PUT(field, act, value) field_put((field), (act), &(value), sizeof(value))

/* The row at that place of a list. */
static inline void *field_row(const struct field *list, struct field_rows rows, size_t index)
{
    return (char *)rows.at + index * list->row_size;
}

/* The i-th number of an `ids` value. */
static inline int64_t field_ids_at(struct field_rows ids, size_t index)
{
    int64_t id;
    memcpy(&id, (const char *)ids.at + index * sizeof id, sizeof id);
    return id;
}

/* The row's key field; NULL when the user adds the rows. */
static inline const struct field *field_list_key(const struct field *list)
{
    return list->field_count > 0 && list->fields[0].key ? &list->fields[0] : NULL;
}

/* 'children-12-reason' of the list 'children' → 12 and 'reason'. False when the name is none of the list's, or is written another way
 * ('children-012-reason'). */
bool field_row_name(Text name, Text list, int64_t *ret_number, Text *ret_rest);
/* The members of a `struct attached`, as rows of its own: how a file stands in a body. */
enum { ATTACHED_FIELDS = 5 };
extern const struct field ATTACHED[ATTACHED_FIELDS];
/* True when the field says nothing. */
bool field_is_none(const struct field *field, const void *act);
void field_clear(const struct field *field, void *act);
/* True when the field is asked, by what the fields before it say (`when`). */
bool field_is_asked(const struct field *field, const void *act);

/* True when a row made from that option is asked this field (`of`); a list's `of` says the same of whether there is such a row. NULL: no option. */
bool field_is_of(const struct field *field, const struct option *row);
/* True when the option can be chosen in a row made from `row` (`theirs`). */
bool field_offers(const struct field *field, const struct option *row, const struct option *option);
/* True when the code answers the question on this form. */
bool field_takes_code(const struct field *field, const struct field_options *options, int code);
/* The words of a code where this field asks. */
Text field_code_words(const struct field *field, int code);

#endif
