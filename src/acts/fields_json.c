/* The body of an act: the canonical JSON that the ledger keeps. jansson is included here and nowhere else. */
#include <jansson.h>

#include "acts/field_value.h"
#include "acts/fields.h"

static void write_codes(const struct field *field, uint64_t set, Out *out)
{
    char between = '[';
    for (unsigned i = 1; i < 64; i++)
        if (set >> i & 1) {
            out_char(out, between);
            out_json(out, text_of(code_list_at(field->codes, (int)i)->code));
            between = ',';
        }
    out_char(out, ']');
}

static void write_list(const struct field *field, struct field_rows rows, Out *out)
{
    for (size_t i = 0; i < rows.count; i++) {
        out_char(out, i == 0 ? '[' : ',');
        fields_write_json(field->fields, field->field_count, field_row(field, rows, i), out);
    }
    out_char(out, ']');
}

static void write_value(const struct field *field, const void *act, Out *out)
{
    switch (field->type) {
    case FIELD_TEXT:
    case FIELD_LINE: out_json(out, field_text(field, act)); break;
    case FIELD_BYTES:
        out_char(out, '"');
        out_hex(out, field_text(field, act).at, field_text(field, act).len);
        out_char(out, '"');
        break;
    case FIELD_DATE: out_json(out, date_iso(out->arena, field_date(field, act))); break;
    case FIELD_TIME:
        out_char(out, '"');
        out_digits(out, field_number(field, act) / 60, 2);
        out_char(out, ':');
        out_digits(out, field_number(field, act) % 60, 2);
        out_char(out, '"');
        break;
    case FIELD_INSTANT: out_int(out, field_instant(field, act).us); break;
    case FIELD_INT:
    case FIELD_ID: out_int(out, field_number(field, act)); break;
    case FIELD_YESNO: out_string(out, field_code(field, act) == YESNO_YES ? "true" : "false"); break;
    case FIELD_CODE: out_json(out, text_of(code_list_at(field->codes, (int)field_code(field, act))->code)); break;
    case FIELD_CODES: write_codes(field, field_set(field, act), out); break;
    case FIELD_IDS:
        for (size_t i = 0; i < field_rows(field, act).count; i++) {
            out_char(out, i == 0 ? '[' : ',');
            out_int(out, field_ids_at(field_rows(field, act), i));
        }
        out_char(out, ']');
        break;
    case FIELD_FILE: fields_write_json(ATTACHED, ATTACHED_FIELDS, field_of(field, act), out); break;
    case FIELD_LIST: write_list(field, field_rows(field, act), out); break;
    }
}

void fields_write_json(const struct field *fields, size_t count, const void *act, Out *out)
{
    char between = '{';
    for (size_t i = 0; i < count; i++) {
        if (field_is_none(&fields[i], act))
            continue;
        out_char(out, between);
        out_json(out, text_of(fields[i].name));
        out_char(out, ':');
        write_value(&fields[i], act, out);
        between = ',';
    }
    if (between == '{')
        out_char(out, '{');
    out_char(out, '}');
}

static Err refuse(const char *why) { return err(NOT_VALID, why); }

static Err read_object(const struct field *fields, size_t count, json_t *json, Arena *arena, void *ret_act);

static Err json_text(json_t *json, Text *ret_text)
{
    if (!json_is_string(json))
        return refuse("a body: words were expected");
    *ret_text = (Text){json_string_value(json), json_string_length(json)};
    return ret_text->len == 0 ? refuse("a body: an empty value is left out") : ok();
}

static Err read_words(const struct field *field, json_t *json, Arena *arena, void *act)
{
    Text text;
    TRY(json_text(json, &text));
    if (!text_is_clean(text))
        return refuse("a body: words with control characters");
    if ((int64_t)text_code_points(text) > field->max)
        return refuse("a body: words longer than their field");
    text = text_copy(arena, text);
    FIELD_PUT(field, act, text);
    return ok();
}

static int hex_digit(char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1; }

static Err read_bytes(const struct field *field, json_t *json, Arena *arena, void *act)
{
    Text hex;
    TRY(json_text(json, &hex));
    if (hex.len % 2 != 0 || (int64_t)(hex.len / 2) > field->max)
        return refuse("a body: bytes of a wrong length");
    char *bytes = arena_take(arena, hex.len / 2);
    for (size_t i = 0; i < hex.len; i += 2) {
        int high = hex_digit(hex.at[i]), low = hex_digit(hex.at[i + 1]);
        if (high < 0 || low < 0)
            return refuse("a body: bytes are small hexadecimal digits");
        bytes[i / 2] = (char)(high * 16 + low);
    }
    Text text = {bytes, hex.len / 2};
    FIELD_PUT(field, act, text);
    return ok();
}

static Err read_time(const struct field *field, json_t *json, void *act)
{
    Text text;
    TRY(json_text(json, &text));
    int64_t hour, minute;
    if (text.len != 5 || text.at[0] == '-' || text.at[2] != ':' || text.at[3] == '-' || !text_to_int((Text){text.at, 2}, &hour) || !text_to_int((Text){text.at + 3, 2}, &minute) || hour < 0 ||
        hour > 23 || minute < 0 || minute > 59)
        return refuse("a body: not a time like 09:30");
    int64_t time = hour * 60 + minute;
    FIELD_PUT(field, act, time);
    return ok();
}

static Err read_code(const struct field *field, json_t *json, unsigned *ret_code)
{
    Text text;
    int code;
    TRY(json_text(json, &text));
    if (!code_list_of(field->codes, text, &code) || code <= 0)
        return refuse("a body: a code that is not in its list");
    *ret_code = (unsigned)code;
    return ok();
}

static Err read_codes(const struct field *field, json_t *json, void *act)
{
    if (!json_is_array(json) || json_array_size(json) == 0)
        return refuse("a body: a list of codes was expected");
    uint64_t set = 0;
    for (size_t i = 0; i < json_array_size(json); i++) {
        unsigned code;
        TRY(read_code(field, json_array_get(json, i), &code));
        if (code > 63 || set >> code != 0)
            return refuse("a body: codes stand in the order of their list, each once");
        set |= UINT64_C(1) << code;
    }
    FIELD_PUT(field, act, set);
    return ok();
}

static Err json_int(json_t *json, int64_t least, int64_t most, int64_t *ret_number)
{
    if (!json_is_integer(json))
        return refuse("a body: a whole number was expected");
    int64_t number = json_integer_value(json);
    if (number < least || number > most)
        return refuse("a body: a number outside its bounds");
    *ret_number = number;
    return ok();
}

static Err read_ids(const struct field *field, json_t *json, Arena *arena, void *act)
{
    size_t count = json_array_size(json); /* 0 when it is no array */
    if (count == 0 || count > FIELDS_IDS_MOST)
        return refuse("a body: a list of numbers was expected");
    int64_t *ids = ARENA_MANY(arena, count, int64_t);
    for (size_t i = 0; i < count; i++)
        TRY(json_int(json_array_get(json, i), 1, INT64_MAX, &ids[i]));
    struct field_rows rows = {ids, count};
    FIELD_PUT(field, act, rows);
    return ok();
}

static Err read_list(const struct field *field, json_t *json, Arena *arena, void *act)
{
    size_t count = json_array_size(json);
    if (count == 0 || (int64_t)count > field->max)
        return refuse("a body: a list of rows was expected, no longer than its field");
    struct field_rows rows = {arena_take_many(arena, count, field->row_size), count};
    for (size_t i = 0; i < count; i++)
        TRY(read_object(field->fields, field->field_count, json_array_get(json, i), arena, field_row(field, rows, i)));
    FIELD_PUT(field, act, rows);
    return ok();
}

/* A file is whole: each of its members is there. */
static Err read_file(const struct field *field, json_t *json, Arena *arena, void *act)
{
    void *file = field_in(field, act);
    TRY(read_object(ATTACHED, ATTACHED_FIELDS, json, arena, file));
    for (size_t i = 0; i < ATTACHED_FIELDS; i++)
        if (field_is_none(&ATTACHED[i], file))
            return refuse("a body: a file without its name, kind, size, hash or blob");
    return field_attached(field, act).size <= field->max ? ok() : refuse("a body: a file larger than its field takes");
}

static Err read_value(const struct field *field, json_t *json, Arena *arena, void *act)
{
    int64_t number;
    Text text;
    unsigned code;
    switch (field->type) {
    case FIELD_TEXT:
    case FIELD_LINE: return read_words(field, json, arena, act);
    case FIELD_BYTES: return read_bytes(field, json, arena, act);
    case FIELD_TIME: return read_time(field, json, act);
    case FIELD_CODES: return read_codes(field, json, act);
    case FIELD_IDS: return read_ids(field, json, arena, act);
    case FIELD_LIST: return read_list(field, json, arena, act);
    case FIELD_FILE: return read_file(field, json, arena, act);
    case FIELD_DATE: {
        Date date;
        TRY(json_text(json, &text));
        if (!date_read(text, &date))
            return refuse("a body: not a date like 2026-03-27");
        FIELD_PUT(field, act, date);
        return ok();
    }
    case FIELD_INSTANT:
        TRY(json_int(json, INT64_MIN, INT64_MAX, &number));
        if (number == 0)
            return refuse("a body: an empty value is left out");
        FIELD_PUT(field, act, number);
        return ok();
    case FIELD_INT:
        TRY(json_int(json, field->min, field->max, &number));
        FIELD_PUT(field, act, number);
        return ok();
    case FIELD_ID:
        TRY(json_int(json, 1, INT64_MAX, &number));
        FIELD_PUT(field, act, number);
        return ok();
    case FIELD_YESNO:
        if (!json_is_boolean(json))
            return refuse("a body: true or false was expected");
        code = json_is_true(json) ? YESNO_YES : YESNO_NO;
        FIELD_PUT(field, act, code);
        return ok();
    case FIELD_CODE:
        TRY(read_code(field, json, &code));
        FIELD_PUT(field, act, code);
        return ok();
    }
    return refuse("a body: a field of no known type");
}

static Err read_object(const struct field *fields, size_t count, json_t *json, Arena *arena, void *ret_act)
{
    if (!json_is_object(json))
        return refuse("a body: an object was expected");
    fields_clear(fields, count, ret_act);
    size_t known = 0;
    for (size_t i = 0; i < count; i++) {
        json_t *value = json_object_get(json, fields[i].name);
        if (value == NULL)
            continue;
        known++;
        TRY(read_value(&fields[i], value, arena, ret_act));
    }
    return known == json_object_size(json) ? ok() : refuse("a body: a key that is no field");
}

Err fields_read_json(const struct field *fields, size_t count, Text body, Arena *arena, void *ret_act)
{
    fields_clear(fields, count, ret_act);
    if (body.len > FIELDS_BODY_MOST)
        return refuse("a body: too long");
    json_error_t where;
    json_t *json = json_loadb(body.at == NULL ? "" : body.at, body.len, JSON_REJECT_DUPLICATES, &where);
    if (json == NULL)
        return refuse("a body: not JSON");
    Err read = read_object(fields, count, json, arena, ret_act);
    json_decref(json);
    if (read.kind != OK)
        fields_clear(fields, count, ret_act);
    return read;
}
