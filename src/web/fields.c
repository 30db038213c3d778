#include "web/fields.h"

#include "base/out.h"
#include "web/limits.h"
#include "web/percent.h"

/* Length of the well-formed UTF-8 character at the start of text, 0 when there is none. */
static size_t character(Text text)
{
    for (size_t len = 1; len <= 4 && len <= text.len; len++)
        if (text_is_utf8((Text){text.at, len}))
            return len;
    return 0;
}

/* Without control characters and broken bytes: U+FFFD stands for each. */
static Text mended(Arena *arena, Text text)
{
    Out out = out_new(arena);
    while (text.len > 0) {
        size_t len = character(text);
        Text one = {text.at, len == 0 ? 1 : len};
        out_text(&out, len > 0 && text_is_clean(one) ? one : T("\xef\xbf\xbd"));
        text.at += one.len;
        text.len -= one.len;
    }
    return out_all(&out);
}

/* \r\n and \r alone become \n. */
static Text with_plain_lines(Arena *arena, Text text)
{
    if (!text_contains(text, T("\r")))
        return text;
    Out out = out_new(arena);
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] != '\r')
            out_char(&out, text.at[i]);
        else if (i + 1 == text.len || text.at[i + 1] != '\n')
            out_char(&out, '\n');
    }
    return out_all(&out);
}

/* A name and a value as they came, made clean. False when the field can't be kept. Raises *fault only from FORM_FINE: the first is said. */
static bool field_clean(Arena *arena, Text name, Text value, bool coded, struct form_value *ret_field, enum form_fault *fault)
{
    bool keep = name.len > 0 && name.len <= FORM_NAME && text_is_clean(name);
    enum form_fault found = !keep ? FORM_NAME_WRONG : !coded ? FORM_BAD_CODE : FORM_FINE;
    if (!text_is_clean(value)) {
        value = mended(arena, value);
        found = found == FORM_FINE ? FORM_NOT_TEXT : found;
    }
    if (value.len > FORM_VALUE) {
        value.len = FORM_VALUE;
        while (value.len > 0 && !text_is_utf8(value))
            value.len--;
        found = found == FORM_FINE ? FORM_VALUE_LONG : found;
    }
    if (*fault == FORM_FINE)
        *fault = found;
    *ret_field = (struct form_value){name, with_plain_lines(arena, value)};
    return keep;
}

/* Reads one 'name=value', percent-encoded. */
static bool field_read(Arena *arena, Text pair, struct form_value *ret_field, enum form_fault *fault)
{
    Text name, value, raw_name = text_cut(&pair, '=');
    bool coded = percent_decode(arena, raw_name, true, &name);
    coded = percent_decode(arena, pair, true, &value) && coded;
    return field_clean(arena, name, value, coded, ret_field, fault);
}

enum form_fault fields_of_form(Arena *arena, Text body, struct form *ret_form)
{
    enum form_fault fault = FORM_FINE;
    size_t most = body.len == 0 ? 0 : 1;
    for (size_t i = 0; i < body.len && most < FORM_FIELDS; i++)
        most += body.at[i] == '&';
    struct form form = {ARENA_MANY(arena, most, struct form_value), 0};
    while (body.len > 0) {
        Text pair = text_cut(&body, '&');
        if (pair.len == 0)
            continue;
        if (form.count == most) {
            fault = FORM_TOO_MANY;
            break;
        }
        form.count += field_read(arena, pair, &form.at[form.count], &fault);
    }
    *ret_form = form;
    return fault;
}

struct form_gathering form_gathering_new(Arena *arena) { return (struct form_gathering){.arena = arena}; }

void form_gather(struct form_gathering *gathering, Text name, Text value)
{
    if (gathering->form.count == gathering->room) {
        size_t room = gathering->room == 0 ? 32 : gathering->room * 2;
        struct form_value *at = ARENA_MANY(gathering->arena, room, struct form_value);
        for (size_t i = 0; i < gathering->form.count; i++)
            at[i] = gathering->form.at[i];
        gathering->form.at = at;
        gathering->room = room;
    }
    if (gathering->form.count == FORM_FIELDS)
        form_gather_fault(gathering, FORM_TOO_MANY);
    else
        gathering->form.count += field_clean(gathering->arena, name, value, true, &gathering->form.at[gathering->form.count], &gathering->fault);
}

void form_gather_fault(struct form_gathering *gathering, enum form_fault fault)
{
    if (gathering->fault == FORM_FINE)
        gathering->fault = fault;
}

const char *form_fault_words(enum form_fault fault)
{
    switch (fault) {
    case FORM_FINE: return "";
    case FORM_NOT_TEXT: return "Some of what you typed or pasted is not text and cannot be kept. We have put � in its place.";
    case FORM_BAD_CODE: return "Some of the form did not arrive as your browser meant it. Check each answer.";
    case FORM_TOO_MANY: return "The form has more answers than we can take at once. The last ones were left out.";
    case FORM_NAME_WRONG: return "The form has an answer to a question we did not ask. It was left out.";
    case FORM_VALUE_LONG: return "One of your answers is longer than we can keep. We have kept its beginning.";
    }
    return "";
}

void fields_of_cookies(Arena *arena, Text header, struct form *ret_cookies)
{
    struct form cookies = {ARENA_MANY(arena, COOKIES, struct form_value), 0};
    while (header.len > 0 && cookies.count < COOKIES) {
        Text value = text_trim(text_cut(&header, ';'));
        bool named = text_contains(value, T("="));
        Text name = text_cut(&value, '=');
        if (named && name.len > 0 && text_is_clean(name) && text_is_clean(value))
            cookies.at[cookies.count++] = (struct form_value){name, value};
    }
    *ret_cookies = cookies;
}

Text fields_to_body(Arena *arena, const struct form *form)
{
    Out out = out_new(arena);
    for (size_t i = 0; i < form->count; i++) {
        if (i > 0)
            out_char(&out, '&');
        percent_encode(&out, form->at[i].name);
        out_char(&out, '=');
        percent_encode(&out, form->at[i].value);
    }
    return out_all(&out);
}
