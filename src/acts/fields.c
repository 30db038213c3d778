#include "acts/fields.h"

#include "acts/field_value.h"

Text form_get(const struct form *form, Text name)
{
    for (size_t i = 0; i < form->count; i++)
        if (text_equal(form->at[i].name, name))
            return form->at[i].value;
    return TEXT_NONE;
}

bool form_has(const struct form *form, Text name)
{
    for (size_t i = 0; i < form->count; i++)
        if (text_equal(form->at[i].name, name))
            return true;
    return false;
}

bool form_chose(const struct form *form, Text name, Text value)
{
    for (size_t i = 0; i < form->count; i++)
        if (text_equal(form->at[i].name, name) && text_equal(form->at[i].value, value))
            return true;
    return false;
}

bool field_row_name(Text name, Text list, int64_t *ret_number, Text *ret_rest)
{
    if (!text_begins(name, list) || name.len == list.len || name.at[list.len] != '-')
        return false;
    Text rest = {name.at + list.len + 1, name.len - list.len - 1};
    Text number = text_cut(&rest, '-');
    if (rest.len == 0 || number.len == 0 || number.at[0] == '-' || (number.len > 1 && number.at[0] == '0') || !text_to_int(number, ret_number))
        return false;
    *ret_rest = rest;
    return true;
}

struct problems problems_new(Arena *arena) { return (struct problems){.arena = arena}; }

void problems_add(struct problems *problems, Text field, Text sentence)
{
    if (problems->count == problems->room) {
        size_t room = problems->room == 0 ? 8 : problems->room * 2;
        struct problem *at = ARENA_MANY(problems->arena, room, struct problem);
        if (problems->count > 0)
            memcpy(at, problems->at, problems->count * sizeof *at);
        problems->at = at;
        problems->room = room;
    }
    problems->at[problems->count++] = (struct problem){field, sentence};
}

Text problems_of(const struct problems *problems, Text field)
{
    for (size_t i = 0; i < problems->count; i++)
        if (text_equal(problems->at[i].field, field))
            return problems->at[i].sentence;
    return TEXT_NONE;
}

void field_clear(const struct field *field, void *act)
{
    const Text text = TEXT_NONE;
    const Date date = DATE_NONE;
    const Instant instant = INSTANT_NONE;
    const int64_t time = TIME_NONE, number = NUMBER_NONE, id = 0;
    const uint64_t set = 0;
    const unsigned code = 0;
    const struct field_rows rows = {NULL, 0};
    switch (field->type) {
    case FIELD_TEXT:
    case FIELD_LINE:
    case FIELD_BYTES: FIELD_PUT(field, act, text); break;
    case FIELD_DATE: FIELD_PUT(field, act, date); break;
    case FIELD_TIME: FIELD_PUT(field, act, time); break;
    case FIELD_INSTANT: FIELD_PUT(field, act, instant); break;
    case FIELD_INT: FIELD_PUT(field, act, number); break;
    case FIELD_YESNO:
    case FIELD_CODE: FIELD_PUT(field, act, code); break;
    case FIELD_CODES: FIELD_PUT(field, act, set); break;
    case FIELD_ID: FIELD_PUT(field, act, id); break;
    case FIELD_IDS:
    case FIELD_LIST: FIELD_PUT(field, act, rows); break;
    case FIELD_FILE: fields_clear(ATTACHED, ATTACHED_FIELDS, field_in(field, act)); break;
    }
}

void fields_clear(const struct field *fields, size_t count, void *ret_act)
{
    for (size_t i = 0; i < count; i++)
        field_clear(&fields[i], ret_act);
}

bool field_is_none(const struct field *field, const void *act)
{
    switch (field->type) {
    case FIELD_TEXT:
    case FIELD_LINE:
    case FIELD_BYTES: return field_text(field, act).len == 0;
    case FIELD_DATE: return date_is_none(field_date(field, act));
    case FIELD_TIME: return field_number(field, act) == TIME_NONE;
    case FIELD_INSTANT: return field_instant(field, act).us == 0;
    case FIELD_INT: return field_number(field, act) == NUMBER_NONE;
    case FIELD_YESNO:
    case FIELD_CODE: return field_code(field, act) == 0;
    case FIELD_CODES: return field_set(field, act) == 0;
    case FIELD_ID: return field_number(field, act) == 0;
    case FIELD_IDS:
    case FIELD_LIST: return field_rows(field, act).count == 0;
    case FIELD_FILE: return field_attached(field, act).blob.len == 0;
    }
    return true;
}

bool field_is_asked(const struct field *field, const void *act)
{
    if (field->when == NULL)
        return true;
    if (field->when->type == FIELD_CODES)
        return (field_set(field->when, act) & field->when_codes) != 0;
    unsigned code = field_code(field->when, act);
    return code < 64 && (field->when_codes >> code & 1) != 0;
}

bool field_is_of(const struct field *field, const struct option *row)
{
    if (field->of == NULL || row == NULL || row->sort.len == 0)
        return true;
    for (Text sorts = text_of(field->of); sorts.len > 0;)
        if (text_equal(text_cut(&sorts, '|'), row->sort))
            return true;
    return false;
}

bool field_offers(const struct field *field, const struct option *row, const struct option *option)
{
    return !field->theirs || row == NULL || row->group == 0 || option->group == row->group;
}

bool field_takes_code(const struct field *field, const struct field_options *options, int code)
{
    bool takes = (field->except >> code & 1) == 0;
    for (size_t i = 0; options != NULL && i < FIELDS_LEFT_OUT_MOST; i++)
        takes &= options->left_out[i].list != field->codes || (options->left_out[i].codes >> code & 1) == 0;
    return takes;
}

Text field_code_words(const struct field *field, int code)
{
    for (size_t i = 0; i < field->answer_count; i++)
        if (field->answers[i].code == code)
            return text_of(field->answers[i].words);
    return text_of(code_list_at(field->codes, code)->words);
}

void fields_erase(const struct field *fields, size_t count, void *act)
{
    for (size_t i = 0; i < count; i++) {
        const struct field *field = &fields[i];
        if (field->type == FIELD_LIST) {
            struct field_rows rows = field_rows(field, act);
            for (size_t k = 0; k < rows.count; k++)
                fields_erase(field->fields, field->field_count, field_row(field, rows, k));
        } else if (field->personal && !field_is_none(field, act)) {
            field_clear(field, act);
            Text left = text_of(field->left);
            if (left.len > 0 && (field->type == FIELD_TEXT || field->type == FIELD_LINE))
                FIELD_PUT(field, act, left);
        }
    }
}

struct range {
    uint32_t first, last;
};

static bool in_ranges(const struct range *ranges, size_t count, uint32_t c)
{
    for (size_t i = 0; i < count; i++)
        if (c >= ranges[i].first && c <= ranges[i].last)
            return true;
    return false;
}

/* Nothing of these shows at either end of words, so they are taken off there: Unicode 15, White_Space, and the zero-width characters that join
 * nothing. */
static bool is_blank(uint32_t c)
{
    static const struct range blanks[] = {{9, 13},           {0x20, 0x20},     {0xa0, 0xa0},     {0xad, 0xad},     {0x1680, 0x1680}, {0x180e, 0x180e},
                                          {0x2000, 0x200b},  {0x2028, 0x2029}, {0x202f, 0x202f}, {0x205f, 0x2060}, {0x3000, 0x3000}, {0xfeff, 0xfeff}};
    return in_ranges(blanks, sizeof blanks / sizeof *blanks, c);
}

/* Words of these only are no words: Unicode 15, Default_Ignorable_Code_Point, and the empty braille cell. */
static bool is_invisible(uint32_t c)
{
    static const struct range invisible[] = {
        {0x34f, 0x34f},   {0x61c, 0x61c},   {0x115f, 0x1160}, {0x17b4, 0x17b5}, {0x180b, 0x180f}, {0x200b, 0x200f},   {0x202a, 0x202e},
        {0x2060, 0x206f}, {0x2800, 0x2800}, {0x3164, 0x3164}, {0xfe00, 0xfe0f}, {0xffa0, 0xffa0}, {0xfff0, 0xfffb},   {0x1bca0, 0x1bca3},
        {0x1d173, 0x1d17a}, {0xe0000, 0xe0fff}};
    return is_blank(c) || in_ranges(invisible, sizeof invisible / sizeof *invisible, c);
}

static Text trim_blanks(Text text)
{
    size_t first = text.len, end = 0;
    bool shows = false;
    for (size_t i = 0; i < text.len;) {
        size_t begins = i;
        uint32_t c = text_next(text, &i);
        shows |= !is_invisible(c);
        if (is_blank(c))
            continue;
        if (first == text.len)
            first = begins;
        end = i;
    }
    return shows ? (Text){text.at + first, end - first} : TEXT_NONE;
}

bool fields_clean(Arena *arena, Text typed, bool line, Text *ret_clean)
{
    if (!text_is_clean(typed))
        return false;
    char *copy = arena_take(arena, typed.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < typed.len; i++) {
        char c = typed.at[i];
        if (c == '\r') {
            if (i + 1 < typed.len && typed.at[i + 1] == '\n')
                continue;
            c = '\n';
        }
        copy[len++] = line && (c == '\n' || c == '\t') ? ' ' : c;
    }
    *ret_clean = trim_blanks((Text){copy, len});
    return true;
}
