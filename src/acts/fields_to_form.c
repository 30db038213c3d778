/* An act's struct turned back into the form that says the same. */
#include "acts/field_value.h"
#include "acts/fields.h"

struct filling {
    Arena *arena;
    struct form form;
    size_t room;
};

static void add(struct filling *filling, Text name, Text value)
{
    if (filling->form.count == filling->room) {
        filling->room = filling->room == 0 ? 32 : filling->room * 2;
        struct form_value *at = ARENA_MANY(filling->arena, filling->room, struct form_value);
        if (filling->form.count > 0)
            memcpy(at, filling->form.at, filling->form.count * sizeof *at);
        filling->form.at = at;
    }
    filling->form.at[filling->form.count++] = (struct form_value){name, value};
}

static Text with(struct filling *filling, Text name, const char *suffix) { return text_join(filling->arena, name, text_of(suffix)); }

static void add_date(struct filling *filling, Text name, Date date)
{
    int year, month, day;
    date_parts(date, &year, &month, &day);
    add(filling, with(filling, name, "-day"), text_format(filling->arena, "%d", day));
    add(filling, with(filling, name, "-month"), text_format(filling->arena, "%d", month));
    add(filling, with(filling, name, "-year"), text_format(filling->arena, "%d", year));
}

static Text number(struct filling *filling, int64_t n) { return text_format(filling->arena, "%lld", (long long)n); }

static void add_fields(struct filling *filling, Text prefix, const struct field *fields, size_t count, const void *act);

static void add_field(struct filling *filling, Text name, const struct field *field, const void *act)
{
    switch (field->type) {
    case FIELD_TEXT:
    case FIELD_LINE: add(filling, name, field_text(field, act)); break;
    case FIELD_DATE: add_date(filling, name, field_date(field, act)); break;
    case FIELD_TIME: add(filling, name, minutes_words(filling->arena, (int)field_number(field, act))); break;
    case FIELD_INSTANT:
        add_date(filling, name, instant_london_date(field_instant(field, act)));
        add(filling, with(filling, name, "-time"), minutes_words(filling->arena, instant_london_minutes(field_instant(field, act))));
        break;
    case FIELD_INT:
    case FIELD_ID: add(filling, name, number(filling, field_number(field, act))); break;
    case FIELD_YESNO: add(filling, name, field_code(field, act) == YESNO_YES ? T("yes") : T("no")); break;
    case FIELD_CODE: add(filling, name, text_of(code_list_at(field->codes, (int)field_code(field, act))->code)); break;
    case FIELD_CODES:
        for (int i = 1; i < 64; i++)
            if (field_set(field, act) >> i & 1)
                add(filling, name, text_of(code_list_at(field->codes, i)->code));
        break;
    case FIELD_IDS:
        for (size_t i = 0; i < field_rows(field, act).count; i++)
            add(filling, name, number(filling, field_ids_at(field_rows(field, act), i)));
        break;
    case FIELD_LIST:
        for (size_t i = 0; i < field_rows(field, act).count; i++)
            add_fields(filling, text_format(filling->arena, "%.*s-%zu-", TEXT_ARGS(name), i), field->fields, field->field_count,
                       field_row(field, field_rows(field, act), i));
        break;
    case FIELD_FILE: {
        struct attached file = field_attached(field, act);
        add(filling, name, file_form_value(filling->arena, &file));
        break;
    }
    case FIELD_BYTES: break;
    }
}

static void add_fields(struct filling *filling, Text prefix, const struct field *fields, size_t count, const void *act)
{
    for (size_t i = 0; i < count; i++)
        if (!fields[i].decided && !field_is_none(&fields[i], act))
            add_field(filling, with(filling, prefix, fields[i].name), &fields[i], act);
}

struct form fields_to_form(const struct field *fields, size_t count, const void *act, Arena *arena)
{
    struct filling filling = {.arena = arena};
    add_fields(&filling, TEXT_NONE, fields, count, act);
    return filling.form;
}
