/* From C values to an engine's and back: what generated pieces are made of. NULL in a table is the type's 'none':
 * number 0 of an id, DATE_NONE, INSTANT_NONE, TEXT_NONE (at == NULL; an empty text that stands somewhere is an empty
 * text), code NONE. int and bool are never NULL. */
#ifndef STORE_ROW_H
#define STORE_ROW_H

#include "base/arena.h"
#include "base/date.h"
#include "base/err.h"
#include "store/engine.h"

struct value value_int(int64_t n);
struct value value_id(int64_t n);
struct value value_text(Text text);
struct value value_bytes(Text bytes);
struct value value_date(Arena *arena, Date date);
struct value value_instant(Instant instant);
/* `code` as NAME_code() gives it: "" is NONE. */
struct value value_code(const char *code);

/* Each reads one column: BROKEN when what stands there can't be of that type. */
Err row_int(struct value value, int64_t *ret_number);
Err row_bool(struct value value, bool *ret_yes);
Err row_id(struct value value, int64_t *ret_n);
Err row_text(struct value value, Text *ret_text);
Err row_bytes(struct value value, Text *ret_bytes);
Err row_date(struct value value, Date *ret_date);
Err row_instant(struct value value, Instant *ret_instant);
/* The code's text, empty for NULL: the caller turns it into its list's. */
Err row_code(struct value value, Text *ret_code);

#endif
