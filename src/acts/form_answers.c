#include "acts/form_answers.h"

#include "acts/field_value.h"
#include "acts/form_words.h"

static Text name_of(const struct field_options *options, enum source source, int64_t id)
{
    struct option_list list = options == NULL ? (struct option_list){NULL, 0} : options->of[source];
    for (size_t i = 0; i < list.count; i++)
        if (list.at[i].id == id)
            return list.at[i].words;
    return TEXT_NONE;
}

static void out_next(Out *out, Text words)
{
    if (words.len == 0)
        return;
    if (out->len > 0)
        out_string(out, ", ");
    out_text(out, words);
}

/* One field's answer; empty for none, for lists, and for what has no words. */
static Text words_of(const struct field *field, const void *act, const struct field_options *options, Arena *arena)
{
    Out out = out_new(arena);
    if (field_is_none(field, act))
        return TEXT_NONE;
    switch (field->type) {
    case FIELD_TEXT:
    case FIELD_LINE: return field_text(field, act);
    case FIELD_DATE: return date_long(arena, field_date(field, act));
    case FIELD_TIME: return minutes_words(arena, (int)field_number(field, act));
    case FIELD_INSTANT: return instant_words(arena, field_instant(field, act));
    case FIELD_INT: return number_words(arena, field_number(field, act));
    case FIELD_YESNO: return field_code(field, act) == YESNO_YES ? T("Yes") : T("No");
    case FIELD_CODE: return field_code_words(field, (int)field_code(field, act));
    case FIELD_CODES:
        for (int i = 1; i < 64; i++)
            if (field_set(field, act) >> i & 1)
                out_next(&out, text_of(code_list_at(field->codes, i)->words));
        return out_all(&out);
    case FIELD_ID: return name_of(options, field->source, field_number(field, act));
    case FIELD_IDS:
        for (size_t i = 0; i < field_rows(field, act).count; i++)
            out_next(&out, name_of(options, field->source, field_ids_at(field_rows(field, act), i)));
        return out_all(&out);
    case FIELD_FILE: {
        struct attached file = field_attached(field, act);
        return file_words(arena, &file);
    }
    case FIELD_BYTES:
    case FIELD_LIST: return TEXT_NONE;
    }
    return TEXT_NONE;
}

static void add_answers(struct answer_views *views, Text row, const struct field *fields, size_t count, const void *act,
                        const struct field_options *options, Arena *arena)
{
    bool begins = row.len > 0;
    for (size_t i = 0; i < count; i++) {
        Text words = fields[i].decided || fields[i].key ? TEXT_NONE : words_of(&fields[i], act, options, arena);
        if (words.len == 0)
            continue;
        views->at[views->count++] = (struct answer_view){row, begins, text_of(fields[i].label), words, fields[i].type == FIELD_TEXT};
        begins = false;
    }
}

enum { ROW_NAME = 48 /* code points of a row's name */ };

/* What a row that people added is about: its first answer in words, cut at a word. */
static Text row_name(const struct field *list, const void *row, const struct field_options *options, Arena *arena)
{
    for (size_t i = 0; i < list->field_count; i++) {
        const struct field *field = &list->fields[i];
        bool says = field->type == FIELD_TEXT || field->type == FIELD_LINE || field->type == FIELD_ID || field->type == FIELD_CODE;
        Text words = says && !field->decided ? words_of(field, row, options, arena) : TEXT_NONE;
        if (words.len == 0)
            continue;
        size_t end = 0, points = 0, cut = 0;
        for (; end < words.len && words.at[end] != '\n' && points < ROW_NAME; points++) {
            cut = words.at[end] == ' ' ? end : cut;
            (void)text_next(words, &end);
        }
        if (end == words.len)
            return words;
        return text_join(arena, (Text){words.at, words.at[end] == '\n' || cut == 0 ? end : cut}, T(" …"));
    }
    return TEXT_NONE;
}

struct answer_views answers_view(const struct field *fields, size_t count, const void *act, const struct field_options *options, Arena *arena)
{
    size_t most = count;
    for (size_t i = 0; i < count; i++)
        if (fields[i].type == FIELD_LIST)
            most += fields[i].field_count * field_rows(&fields[i], act).count;
    struct answer_views views = {ARENA_MANY(arena, most, struct answer_view), 0};
    for (size_t i = 0; i < count; i++) {
        if (fields[i].type != FIELD_LIST || fields[i].decided) {
            add_answers(&views, TEXT_NONE, &fields[i], 1, act, options, arena);
            continue;
        }
        struct field_rows rows = field_rows(&fields[i], act);
        const struct field *key = field_list_key(&fields[i]);
        for (size_t k = 0; k < rows.count; k++) {
            const void *at = field_row(&fields[i], rows, k);
            Text row = key == NULL ? TEXT_NONE : name_of(options, fields[i].source, field_number(key, at));
            if (row.len == 0)
                row = row_name(&fields[i], at, options, arena);
            if (row.len == 0)
                row = text_format(arena, "Number %zu", k + 1);
            add_answers(&views, row, fields[i].fields, fields[i].field_count, at, options, arena);
        }
    }
    return views;
}

Text fields_say(const char *says, const struct field *fields, size_t count, const void *act, Arena *arena)
{
    Out out = out_new(arena);
    for (Text rest = text_of(says); rest.len > 0;) {
        out_text(&out, text_cut(&rest, '{'));
        Text name = text_cut(&rest, '}');
        for (size_t i = 0; i < count; i++)
            if (text_equal_string(name, fields[i].name))
                out_text(&out, words_of(&fields[i], act, NULL, arena));
    }
    return text_trim(out_all(&out));
}
