/* Reads a field or a list of NAME.act: its type, its flags, and of which rows it is asked. */
#include <string.h>

#include "reader.h"

bool number(struct reader *reader, Text *rest, const char *what, int64_t least, int64_t most, int64_t *ret_number)
{
    Text word = next_word(rest);
    if (!text_to_int(word, ret_number)) {
        act_wrong(reader->file, reader->line, "%s must be a whole number, not '%.*s'", what, TEXT_ARGS(word));
        return false;
    }
    if (*ret_number < least || *ret_number > most) {
        act_wrong(reader->file, reader->line, "%s must be between %lld and %lld", what, (long long)least, (long long)most);
        return false;
    }
    return true;
}

static bool source_named(Arena *arena, Text word, Text *ret_source, const char **ret_kind)
{
    static const struct {
        const char *name, *kind;
    } sources[] = {
#define SOURCE(name, kind) {#name, #kind},
#include "acts/sources.def"
#undef SOURCE
    };
    Text upper = act_upper(arena, word);
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++)
        if (text_equal_string(upper, sources[i].name) && act_is_word(word, '_')) {
            *ret_source = upper;
            *ret_kind = sources[i].kind;
            return true;
        }
    return false;
}

static bool is_id_kind(Text kind)
{
    Text end = {kind.at + (kind.len > 2 ? kind.len - 2 : 0), kind.len > 2 ? 2 : 0};
    return text_equal_string(kind, "EntryNumber") || (kind.len > 2 && kind.at[0] >= 'A' && kind.at[0] <= 'Z' && text_equal(end, T("Id")));
}

static void read_id(struct reader *reader, struct field_line *field, Text *rest)
{
    struct act_file *file = reader->file;
    field->max = FIELDS_IDS_MOST;
    field->kind = next_word(rest);
    if (!is_id_kind(field->kind))
        act_wrong(file, reader->line, "'%.*s' is not a kind of number like ChildId", TEXT_ARGS(field->kind));
    Text after = *rest;
    if (!text_equal(next_word(&after), T("from"))) {
        if (!reader->decides)
            act_wrong(file, reader->line, "say where the choices of '%.*s' come from: id %.*s from children", TEXT_ARGS(field->name),
                      TEXT_ARGS(field->kind));
        return;
    }
    Text word = next_word(&after);
    *rest = after;
    const char *kind = "";
    if (!source_named(file->arena, word, &field->source, &kind))
        act_wrong(file, reader->line, "unknown source '%.*s': src/acts/sources.def lists them", TEXT_ARGS(word));
    else if (!text_equal_string(field->kind, kind))
        act_wrong(file, reader->line, "'%.*s' are %s, not %.*s", TEXT_ARGS(word), kind, TEXT_ARGS(field->kind));
}

static bool read_type(struct reader *reader, struct field_line *field, Text type, Text *rest)
{
    struct act_file *file = reader->file;
    if (text_equal(type, T("text")) || text_equal(type, T("line"))) {
        field->type = text_equal(type, T("text")) ? FIELD_TEXT : FIELD_LINE;
        return number(reader, rest, "the most characters", 1, FIELDS_TEXT_MOST, &field->max);
    }
    if (text_equal(type, T("bytes"))) {
        field->type = FIELD_BYTES;
        if (!reader->decides)
            act_wrong(file, reader->line, "bytes can't be typed into a form: put '%.*s' after 'decides'", TEXT_ARGS(field->name));
        return number(reader, rest, "the most bytes", 1, FIELDS_BYTES_MOST, &field->max);
    }
    if (text_equal(type, T("file"))) {
        field->type = FIELD_FILE;
        if (reader->decides || reader->list != NULL)
            act_wrong(file, reader->line, "a file is chosen on the form itself: '%.*s' can't stand in a list or after 'decides'", TEXT_ARGS(field->name));
        bool said = number(reader, rest, "the most millions of bytes", 1, FIELDS_FILE_MOST_MB, &field->max);
        field->max *= 1000000;
        return said;
    }
    if (text_equal(type, T("int"))) {
        field->type = FIELD_INT;
        if (!number(reader, rest, "the least number", INT64_MIN + 1, INT64_MAX, &field->min) ||
            !number(reader, rest, "the greatest number", INT64_MIN + 1, INT64_MAX, &field->max))
            return false;
        if (field->min > field->max)
            act_wrong(file, reader->line, "the least number is greater than the greatest");
        return true;
    }
    if (text_equal(type, T("code")) || text_equal(type, T("codes"))) {
        field->type = text_equal(type, T("code")) ? FIELD_CODE : FIELD_CODES;
        field->list = next_word(rest);
        if (!act_is_word(field->list, '_'))
            act_wrong(file, reader->line, "'%.*s' is not the name of a code list", TEXT_ARGS(field->list));
        return true;
    }
    if (text_equal(type, T("id")) || text_equal(type, T("ids"))) {
        field->type = text_equal(type, T("id")) ? FIELD_ID : FIELD_IDS;
        read_id(reader, field, rest);
        return true;
    }
    static const struct {
        const char *name;
        enum field_type type;
    } plain[] = {{"date", FIELD_DATE}, {"time", FIELD_TIME}, {"instant", FIELD_INSTANT}, {"yesno", FIELD_YESNO}};
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        if (text_equal_string(type, plain[i].name)) {
            field->type = plain[i].type;
            return true;
        }
    act_wrong(file, reader->line,
              "unknown type '%.*s': text, line, date, time, instant, int, yesno, code, codes, id, ids, file and bytes are known", TEXT_ARGS(type));
    return false;
}

static void read_when(struct reader *reader, struct field_line *field, Text word)
{
    Text codes = word;
    field->when = text_cut(&codes, '=');
    if (codes.len == 0)
        act_wrong(reader->file, reader->line, "'when' needs a field and its value: when outcome=S47_SINGLE");
    while (codes.len > 0 && field->when_count < ACT_WORDS) {
        Text code = text_cut(&codes, '|');
        if (!is_capital(reader->file->arena, code) && !text_equal(code, T("yes")) && !text_equal(code, T("no")))
            act_wrong(reader->file, reader->line, "'%.*s' is not a code", TEXT_ARGS(code));
        field->when_codes[field->when_count++] = code;
    }
}

/* 'AGENCY|PARENT': sorts of rows, or codes. */
static bool are_capitals(struct reader *reader, Text words, Text *ret_words, size_t *ret_count)
{
    for (*ret_count = 0; words.len > 0 && *ret_count < ACT_WORDS; (*ret_count)++) {
        ret_words[*ret_count] = text_cut(&words, '|');
        if (!is_capital(reader->file->arena, ret_words[*ret_count]))
            return false;
    }
    return *ret_count > 0;
}

static void read_of(struct reader *reader, struct field_line *field, Text word)
{
    Text sorts[ACT_WORDS];
    size_t count;
    field->of = word;
    if (!are_capitals(reader, word, sorts, &count))
        act_wrong(reader->file, reader->line, "'of' needs the sorts of rows: of AGENCY|PARENT");
}

static void read_flags(struct reader *reader, struct field_line *field, Text rest)
{
    struct act_file *file = reader->file;
    bool dated = field->type == FIELD_DATE || field->type == FIELD_INSTANT;
    for (Text flag = next_word(&rest); flag.len > 0; flag = next_word(&rest)) {
        if (text_equal(flag, T("required")) || text_equal(flag, T("optional"))) {
            if (field->said_required)
                act_wrong(file, reader->line, "'required' or 'optional' once, not twice");
            field->said_required = true;
            field->required = text_equal(flag, T("required"));
        } else if (text_equal(flag, T("past")) || text_equal(flag, T("future"))) {
            field->past |= text_equal(flag, T("past"));
            field->future |= text_equal(flag, T("future"));
            if (!dated)
                act_wrong(file, reader->line, "'%.*s' is for a date or an instant", TEXT_ARGS(flag));
        } else if (text_equal(flag, T("personal"))) {
            field->personal = true;
            if (next_is_quoted(rest)) {
                field->left = next_word(&rest);
                if (field->type != FIELD_TEXT && field->type != FIELD_LINE)
                    act_wrong(file, reader->line, "words can be left only in a text or a line");
                else if ((int64_t)text_code_points(field->left) > field->max)
                    act_wrong(file, reader->line, "the words left are longer than the field");
            }
        } else if (text_equal(flag, T("own"))) {
            field->own = true;
        } else if (text_equal(flag, T("copied")) || text_equal(flag, T("kept"))) {
            field->copied |= text_equal(flag, T("copied"));
            field->kept |= text_equal(flag, T("kept"));
            if (field->type != FIELD_TEXT && field->type != FIELD_LINE)
                act_wrong(file, reader->line, "'%.*s' is for a text or a line", TEXT_ARGS(flag));
        } else if (text_equal(flag, T("when"))) {
            read_when(reader, field, next_word(&rest));
        } else if (text_equal(flag, T("of")) && reader->list != NULL) {
            read_of(reader, field, next_word(&rest));
        } else if (text_equal(flag, T("theirs")) && (field->type == FIELD_ID || field->type == FIELD_IDS)) {
            field->theirs = true;
        } else if (text_equal(flag, T("except"))) {
            if (field->type != FIELD_CODE || !are_capitals(reader, next_word(&rest), field->except, &field->except_count)) {
                act_wrong(file, reader->line, "'except' is for a code, and needs what nobody chooses: except SYSTEM");
                return;
            }
        } else {
            act_wrong(file, reader->line,
                      "unknown flag '%.*s': required, optional, past, future, personal, own, copied, kept, when, of, theirs and except are known", TEXT_ARGS(flag));
        }
    }
    if (field->copied && field->kept)
        act_wrong(file, reader->line, "'%.*s' can't be both copied and kept", TEXT_ARGS(field->name));
    if (field->past && field->future)
        act_wrong(file, reader->line, "'%.*s' can't be both past and future", TEXT_ARGS(field->name));
}

/* A place for one more field or list, with its name looked at. NULL when there is no room. */
static struct field_line *new_field(struct reader *reader, struct field_line *fields, size_t *count, size_t most, Text name)
{
    struct act_file *file = reader->file;
    if (!act_is_word(name, '_') || is_keyword(name))
        act_wrong(file, reader->line, "'%.*s' is not a name: small letters, digits and _, and no word of the C language", TEXT_ARGS(name));
    for (size_t i = 0; i < *count; i++)
        if (text_equal(fields[i].name, name))
            act_wrong(file, reader->line, "there is already a field '%.*s', on line %d", TEXT_ARGS(name), fields[i].line);
    if (*count == most) {
        act_wrong(file, reader->line, "too many fields: %zu is the most", most);
        return NULL;
    }
    struct field_line *field = &fields[(*count)++];
    *field = (struct field_line){.name = name, .line = reader->line, .decided = reader->decides};
    return field;
}

void read_field(struct reader *reader, Text rest)
{
    struct act_file *file = reader->file;
    Text name = next_word(&rest);
    struct field_line *list = reader->list;
    struct field_line *field = list != NULL ? new_field(reader, list->fields, &list->field_count, ACT_ROW_FIELDS, name)
                                            : new_field(reader, file->fields, &file->field_count, ACT_FIELDS, name);
    reader->field = field;
    if (field != NULL && read_type(reader, field, next_word(&rest), &rest))
        read_flags(reader, field, rest);
}

/* What the rows of `list NAME per WORD` are about: their source and their key. */
static bool read_per(struct reader *reader, struct field_line *list, Text word)
{
    static const struct {
        const char *word, *source, *key, *kind;
    } pers[] = {
        {"child", "CHILDREN", "child", "ChildId"},   {"parent", "PARENTS", "person", "PersonId"}, {"adult", "ADULTS", "person", "PersonId"},
        {"agency", "AGENCIES", "agency", "AgencyId"}, {"member", "MEMBERS", "person", "PersonId"}, {"action", "ACTIONS", "action", "ActionId"},
        {"invitation", "INVITATIONS", "invitation", "InvitationId"},
    };
    for (size_t i = 0; i < sizeof pers / sizeof *pers; i++)
        if (text_equal_string(word, pers[i].word)) {
            list->source = text_of(pers[i].source);
            list->fields[list->field_count++] = (struct field_line){
                .name = text_of(pers[i].key), .line = reader->line, .type = FIELD_ID, .key = true, .required = true,
                .decided = reader->decides, .kind = text_of(pers[i].kind), .source = list->source};
            return true;
        }
    act_wrong(reader->file, reader->line, "unknown kind of list 'per %.*s': child, parent, adult, agency, member, action and invitation are known",
              TEXT_ARGS(word));
    return false;
}

void read_list(struct reader *reader, Text rest)
{
    struct act_file *file = reader->file;
    if (reader->list != NULL) {
        act_wrong(file, reader->line, "a list can't stand in a list: 'end' of '%.*s' is missing", TEXT_ARGS(reader->list->name));
        return;
    }
    struct field_line *list = new_field(reader, file->fields, &file->field_count, ACT_FIELDS, next_word(&rest));
    if (list == NULL)
        return;
    list->type = FIELD_LIST;
    list->user_rows = true;
    list->fields = ARENA_MANY(file->arena, ACT_ROW_FIELDS + 1, struct field_line);
    reader->list = reader->field = list;
    for (Text word = next_word(&rest); word.len > 0; word = next_word(&rest)) {
        if (text_equal(word, T("per"))) {
            list->user_rows = false;
            if (!read_per(reader, list, next_word(&rest)))
                return;
        } else if (text_equal(word, T("same"))) {
            list->same = true;
        } else if (text_equal(word, T("of"))) {
            read_of(reader, list, next_word(&rest));
        } else if (text_equal(word, T("required")) || text_equal(word, T("optional"))) {
            list->said_required = true;
            list->required = text_equal(word, T("required"));
        } else if (text_equal(word, T("when"))) {
            read_when(reader, list, next_word(&rest));
        } else if (word.at[0] >= '0' && word.at[0] <= '9') {
            Text again = word;
            if (!number(reader, &again, "the most rows", 1, FIELDS_LIST_MOST, &list->max))
                return;
        } else {
            act_wrong(file, reader->line, "unknown word '%.*s' in a list: per, of, same, required, optional, when and the most rows are known", TEXT_ARGS(word));
            return;
        }
    }
    if (list->max == 0)
        act_wrong(file, reader->line, "say how many rows '%.*s' can have at most", TEXT_ARGS(list->name));
    if (!list->user_rows && !list->said_required)
        list->required = true;
}
