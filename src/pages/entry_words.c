#include "pages/entry_words.h"

#include "acts/field_value.h"
#include "pages/options.h"
#include "store/signed_in_sql.h"

enum { LINES_MOST = 400 };

static void out_code(Out *out, const struct field *field, unsigned code)
{
    out_string(out, code_list_at(field->codes, (int)code)->words);
}

Text field_words_of(Arena *arena, const struct field *field, const void *act)
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
    case FIELD_INT: out_int(&out, field_number(field, act)); break;
    case FIELD_YESNO: return field_code(field, act) == YESNO_YES ? T("Yes") : T("No");
    case FIELD_CODE: out_code(&out, field, field_code(field, act)); break;
    case FIELD_CODES:
        for (unsigned i = 1; i < field->codes->count && i < 64; i++)
            if (field_set(field, act) >> i & 1) {
                out_string(&out, out.len > 0 ? "; " : "");
                out_code(&out, field, i);
            }
        break;
    case FIELD_ID:
    case FIELD_IDS:
    case FIELD_BYTES:
    case FIELD_LIST: break;
    }
    return out_all(&out);
}

static const struct field *field_named(const struct act_kind *kind, Text name)
{
    for (size_t i = 0; i < kind->field_count; i++)
        if (text_equal_string(name, kind->fields[i].name))
            return &kind->fields[i];
    return NULL;
}

Text entry_says(Arena *arena, const struct act_kind *kind, const void *act)
{
    Out out = out_new(arena);
    Text rest = text_of(kind->says);
    while (rest.len > 0) {
        out_text(&out, text_cut(&rest, '{'));
        if (rest.len == 0)
            break;
        const struct field *field = field_named(kind, text_cut(&rest, '}'));
        if (field != NULL)
            out_text(&out, field_words_of(arena, field, act));
    }
    return out_all(&out);
}

struct telling {
    Read *read;
    struct said_lines *lines;
};

static bool has_name(enum source source)
{
    switch (source) {
    case SOURCE_CHILDREN:
    case SOURCE_PARENTS:
    case SOURCE_ADULTS:
    case SOURCE_RELATIVES:
    case SOURCE_MEMBERS:
    case SOURCE_PEOPLE:
    case SOURCE_WORKERS:
    case SOURCE_CHAIRS:
    case SOURCE_PROFESSIONALS:
    case SOURCE_AGENCIES:
    case SOURCE_TEAMS: return true;
    default: return false;
    }
}

static Err tell_name(const struct telling *telling, int64_t id, Out *out)
{
    struct name_of name;
    bool found;
    TRY(name_of(telling->read, id, &name, &found));
    if (!found)
        return ok();
    out_string(out, out->len > 0 ? "; " : "");
    out_text(out, name_words(telling->read->arena, name.given, name.family_name));
    return ok();
}

static Err tell_ids(const struct telling *telling, const struct field *field, const void *act, Text *ret_words)
{
    Out out = out_new(telling->read->arena);
    if (has_name(field->source) && field->type == FIELD_ID)
        TRY(tell_name(telling, field_number(field, act), &out));
    if (has_name(field->source) && field->type == FIELD_IDS) {
        struct field_rows ids = field_rows(field, act);
        for (size_t i = 0; i < ids.count; i++)
            TRY(tell_name(telling, field_ids_at(ids, i), &out));
    }
    *ret_words = out_all(&out);
    return ok();
}

static void add_line(const struct telling *telling, Text label, Text words)
{
    if (!text_is_empty(words) && telling->lines->count < LINES_MOST)
        telling->lines->at[telling->lines->count++] = (struct said_line){label, words};
}

static Err tell_field(const struct telling *telling, const struct field *field, const void *act, Text who);

static Err tell_list(const struct telling *telling, const struct field *list, const void *act)
{
    struct field_rows rows = field_rows(list, act);
    const struct field *key = field_list_key(list);
    for (size_t i = 0; i < rows.count; i++) {
        const void *row = field_row(list, rows, i);
        Out who = out_new(telling->read->arena);
        if (key != NULL && has_name(list->source))
            TRY(tell_name(telling, field_number(key, row), &who));
        for (size_t k = 0; k < list->field_count; k++)
            if (!list->fields[k].key)
                TRY(tell_field(telling, &list->fields[k], row, out_all(&who)));
    }
    return ok();
}

static Err tell_field(const struct telling *telling, const struct field *field, const void *act, Text who)
{
    Arena *arena = telling->read->arena;
    Text label = text_of(field->label), words = TEXT_NONE;
    if (field->decided || field_is_none(field, act))
        return ok();
    if (field->type == FIELD_LIST)
        return tell_list(telling, field, act);
    if (field->type == FIELD_ID || field->type == FIELD_IDS)
        TRY(tell_ids(telling, field, act, &words));
    else
        words = field_words_of(arena, field, act);
    if (!text_is_empty(who))
        label = text_join(arena, who, text_join(arena, T(": "), label));
    add_line(telling, label, words);
    return ok();
}

Err entry_lines(Read *read, const struct act_kind *kind, const void *act, struct said_lines *ret_lines)
{
    struct said_lines lines = {ARENA_MANY(read->arena, LINES_MOST, struct said_line), 0};
    struct telling telling = {read, &lines};
    for (size_t i = 0; i < kind->field_count; i++)
        TRY(tell_field(&telling, &kind->fields[i], act, TEXT_NONE));
    *ret_lines = lines;
    return ok();
}
