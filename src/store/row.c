#include "store/row.h"

#include <string.h>

struct value value_int(int64_t n) { return (struct value){VALUE_INT, n, TEXT_NONE}; }

struct value value_id(int64_t n) { return n == 0 ? (struct value){VALUE_NULL} : value_int(n); }

struct value value_text(Text text)
{
    return text.at == NULL ? (struct value){VALUE_NULL} : (struct value){VALUE_TEXT, 0, text};
}

struct value value_bytes(Text bytes)
{
    return bytes.at == NULL ? (struct value){VALUE_NULL} : (struct value){VALUE_BYTES, 0, bytes};
}

struct value value_date(Arena *arena, Date date)
{
    return date_is_none(date) ? (struct value){VALUE_NULL} : value_text(date_iso(arena, date));
}

struct value value_instant(Instant instant) { return value_id(instant.us); }

struct value value_code(const char *code)
{
    return code[0] == '\0' ? (struct value){VALUE_NULL} : (struct value){VALUE_TEXT, 0, {code, strlen(code)}};
}

Err row_int(struct value value, int64_t *ret_number)
{
    if (value.kind != VALUE_INT)
        return err(BROKEN, "a column that should hold a number doesn't");
    *ret_number = value.n;
    return ok();
}

Err row_bool(struct value value, bool *ret_yes)
{
    if (value.kind != VALUE_INT || (value.n != 0 && value.n != 1))
        return err(BROKEN, "a column that should hold yes or no doesn't");
    *ret_yes = value.n == 1;
    return ok();
}

Err row_id(struct value value, int64_t *ret_n)
{
    if (value.kind != VALUE_INT && value.kind != VALUE_NULL)
        return err(BROKEN, "a column that should hold an id doesn't");
    *ret_n = value.n;
    return ok();
}

static Err words(struct value value, enum value_kind kind, Text *ret_text)
{
    if (value.kind != kind && value.kind != VALUE_NULL)
        return err(BROKEN, "a column that should hold text or bytes doesn't");
    *ret_text = value.kind == VALUE_NULL ? TEXT_NONE : value.text;
    return ok();
}

Err row_text(struct value value, Text *ret_text) { return words(value, VALUE_TEXT, ret_text); }
Err row_bytes(struct value value, Text *ret_bytes) { return words(value, VALUE_BYTES, ret_bytes); }
Err row_code(struct value value, Text *ret_code) { return words(value, VALUE_TEXT, ret_code); }

Err row_date(struct value value, Date *ret_date)
{
    Date date = DATE_NONE;
    if (value.kind != VALUE_NULL && (value.kind != VALUE_TEXT || !date_read(value.text, &date)))
        return err(BROKEN, "a column that should hold a date doesn't");
    *ret_date = date;
    return ok();
}

Err row_instant(struct value value, Instant *ret_instant)
{
    if (value.kind != VALUE_INT && value.kind != VALUE_NULL)
        return err(BROKEN, "a column that should hold an instant doesn't");
    *ret_instant = (Instant){value.n};
    return ok();
}
