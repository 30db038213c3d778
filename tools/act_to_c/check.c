/* What can be asked of a NAME.act only when all of it was read. */
#include <string.h>

#include "act_file.h"

static void check_file_name(struct act_file *file)
{
    const char *slash = strrchr(file->path, '/');
    Text base = text_of(slash == NULL ? file->path : slash + 1);
    Text expected = text_join(file->arena, act_lower(file->arena, file->name), T(".act"));
    if (!text_equal(base, expected))
        act_wrong(file, file->act_line, "the act %.*s belongs in a file named %.*s", TEXT_ARGS(file->name), TEXT_ARGS(expected));
}

/* A timeline's line has the act alone to speak from: numbers, bytes and lists have no words there. */
static bool has_words(enum field_type type)
{
    return type != FIELD_LIST && type != FIELD_ID && type != FIELD_IDS && type != FIELD_BYTES;
}

/* Every {name} in `says` must be a field of the act itself. */
static void check_says(struct act_file *file)
{
    Text rest = file->says;
    while (rest.len > 0) {
        text_cut(&rest, '{');
        if (rest.len == 0)
            return;
        Text name = text_cut(&rest, '}');
        bool known = false;
        for (size_t i = 0; i < file->field_count; i++)
            known |= text_equal(file->fields[i].name, name) && has_words(file->fields[i].type);
        if (!known)
            act_wrong(file, file->act_line, "'says' names '{%.*s}', which is no field of the act that can be said in words", TEXT_ARGS(name));
    }
}

static void check_when(struct act_file *file, const struct field_line *fields, size_t index)
{
    struct field_line *field = (struct field_line *)&fields[index];
    for (size_t i = 0; i < index; i++)
        if (text_equal(fields[i].name, field->when)) {
            enum field_type type = fields[i].type;
            if (type != FIELD_CODE && type != FIELD_CODES && type != FIELD_YESNO)
                act_wrong(file, field->line, "'when' can ask only a code, codes or yesno, not '%.*s'", TEXT_ARGS(field->when));
            for (size_t k = 0; k < field->when_count; k++) {
                bool answer = text_equal(field->when_codes[k], T("yes")) || text_equal(field->when_codes[k], T("no"));
                if (answer != (type == FIELD_YESNO))
                    act_wrong(file, field->line, "'%.*s' is not a value '%.*s' can have", TEXT_ARGS(field->when_codes[k]), TEXT_ARGS(field->when));
            }
            field->when_index = i;
            return;
        }
    act_wrong(file, field->line, "'when' asks '%.*s', and no field of that name stands before '%.*s'", TEXT_ARGS(field->when), TEXT_ARGS(field->name));
}

static void check_words(struct act_file *file, const struct field_line *field)
{
    bool list = field->type == FIELD_LIST;
    if (field->key || field->decided)
        return;
    if (field->label.len == 0 && (!list || field->user_rows))
        act_wrong(file, field->line, "'%.*s' has no label", TEXT_ARGS(field->name));
    if (field->required && field->missing.len == 0 && (!list || field->user_rows))
        act_wrong(file, field->line, "'%.*s' is required: say under 'missing' what people read when it is empty", TEXT_ARGS(field->name));
    if (!field->required && field->missing.len > 0)
        act_wrong(file, field->line, "'%.*s' is not required, so 'missing' is never said", TEXT_ARGS(field->name));
}

/* Words that somebody typed: whether they can stand in a copy is said of each, so that no field is forgotten by the scan (acts/copied_words.h).
 * An act on the organisation has no family with addresses to look for. */
static void check_copied(struct act_file *file, const struct field_line *field)
{
    bool typed = (field->type == FIELD_TEXT || field->type == FIELD_LINE) && !field->decided && !field->key;
    bool organisation = text_equal(file->on.text, T("organisation"));
    if (typed && !organisation && !field->copied && !field->kept)
        act_wrong(file, field->line, "say of '%.*s' whether its words can stand in a copy that the family or an agency reads: 'copied' or 'kept'",
                  TEXT_ARGS(field->name));
    if (field->kept && text_equal(field->audience, T("family")))
        act_wrong(file, field->line, "'%.*s' is for the family: its words are copied, not kept", TEXT_ARGS(field->name));
    if (field->copied && (!typed || organisation))
        act_wrong(file, field->line, "'%.*s' can't be copied: %s", TEXT_ARGS(field->name),
                  organisation ? "an act on the organisation has no family whose addresses are looked for" : "nobody types it");
}

static void check_fields(struct act_file *file, const struct field_line *fields, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct field_line *field = &fields[i];
        check_words(file, field);
        check_copied(file, field);
        if (field->when.len > 0)
            check_when(file, fields, i);
        if (field->type == FIELD_LIST) {
            if (field->field_count == (field->user_rows ? 0 : 1))
                act_wrong(file, field->line, "the list '%.*s' has no fields", TEXT_ARGS(field->name));
            check_fields(file, field->fields, field->field_count);
        }
    }
}

void act_file_check(struct act_file *file)
{
    const struct {
        const char *key;
        Text said;
    } needed[] = {{"act", file->name},          {"title", file->title},   {"button", file->button}, {"address", file->address.text},
                  {"on", file->on.text},        {"may", file->may.text},  {"seen", file->seen.text}, {"says", file->says}};
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (needed[i].said.len == 0)
            act_wrong(file, file->act_line > 0 ? file->act_line : 1, "'%s' is missing", needed[i].key);
    if (file->doc.len == 0)
        act_wrong(file, 1, "begin with a comment that says what people do here");
    if (text_contains(file->doc, T("*/")))
        act_wrong(file, 1, "the first comment can't hold '*/'");
    if (file->name.len > 0)
        check_file_name(file);
    check_says(file);
    check_fields(file, file->fields, file->field_count);
}
