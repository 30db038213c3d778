/* Reads NAME.act line by line. A line begins with its key; indentation means nothing. */
#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "reader.h"

void act_wrong(struct act_file *file, int line, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fprintf(stderr, "%s:%d: ", file->path, line);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
    file->errors++;
}

static Text change_case(Arena *arena, Text text, int (*change)(int))
{
    char *copy = text_string(arena, text);
    for (size_t i = 0; i < text.len; i++)
        copy[i] = (char)change((unsigned char)copy[i]);
    return (Text){copy, text.len};
}

Text act_lower(Arena *arena, Text text) { return change_case(arena, text, tolower); }
Text act_upper(Arena *arena, Text text) { return change_case(arena, text, toupper); }

bool act_is_word(Text text, char joint)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        bool letter = c >= 'a' && c <= 'z';
        if (!letter && (i == 0 || !((c >= '0' && c <= '9') || c == joint)))
            return false;
    }
    return text.len > 0 && text.at[text.len - 1] != joint;
}

/* A capital word of the tables: RECORD_ENQUIRY. */
bool is_capital(Arena *arena, Text text)
{
    return text_equal(text, act_upper(arena, text)) && act_is_word(act_lower(arena, text), '_');
}

bool is_keyword(Text text)
{
    static const char *const keywords[] = {
        "auto",   "break",  "case",   "char",   "const",    "continue", "default", "do",     "double", "else",   "enum",     "extern",
        "float",  "for",    "goto",   "if",     "inline",   "int",      "long",    "register", "restrict", "return", "short", "signed",
        "sizeof", "static", "struct", "switch", "typedef",  "union",    "unsigned", "void",  "volatile", "while", "asm",      "typeof",
    };
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++)
        if (text_equal_string(text, keywords[i]))
            return true;
    return false;
}

/* The next word of a line: blank-separated, or between double quotes. A word beginning with # ends the line. */
Text next_word(Text *rest)
{
    *rest = text_trim(*rest);
    if (rest->len == 0 || rest->at[0] == '#') {
        *rest = TEXT_NONE;
        return TEXT_NONE;
    }
    if (rest->at[0] == '"') {
        Text after = {rest->at + 1, rest->len - 1};
        Text word = text_cut(&after, '"');
        *rest = after;
        return word;
    }
    size_t len = 0;
    while (len < rest->len && rest->at[len] != ' ' && rest->at[len] != '\t')
        len++;
    Text word = {rest->at, len};
    *rest = (Text){rest->at + len, rest->len - len};
    return word;
}

bool next_is_quoted(Text rest)
{
    rest = text_trim(rest);
    return rest.len > 0 && rest.at[0] == '"';
}

static Text one_word(struct reader *reader, Text rest, const char *what)
{
    Text word = next_word(&rest);
    Text more = next_word(&rest);
    if (word.len == 0)
        act_wrong(reader->file, reader->line, "%s is missing", what);
    else if (more.len > 0)
        act_wrong(reader->file, reader->line, "'%.*s' is one word too many", TEXT_ARGS(more));
    return word;
}

static void set_once(struct reader *reader, Text *ret_text, Text text, const char *key)
{
    if (ret_text->len > 0)
        act_wrong(reader->file, reader->line, "'%s' is said twice", key);
    else if (text.len == 0)
        act_wrong(reader->file, reader->line, "'%s' says nothing", key);
    *ret_text = text;
}

static void set_word_once(struct reader *reader, struct word *ret_word, Text rest, const char *key)
{
    Text word = one_word(reader, rest, key);
    if (ret_word->text.len > 0)
        act_wrong(reader->file, reader->line, "'%s' is said twice", key);
    *ret_word = (struct word){word, reader->line};
}

static void capital_once(struct reader *reader, struct word *ret_word, Text rest, const char *key)
{
    set_word_once(reader, ret_word, rest, key);
    if (ret_word->text.len > 0 && !is_capital(reader->file->arena, ret_word->text))
        act_wrong(reader->file, reader->line, "'%.*s' is not a word in capitals like RECORD_ENQUIRY", TEXT_ARGS(ret_word->text));
}

static void read_act(struct reader *reader, Text rest)
{
    struct act_file *file = reader->file;
    if (reader->begun)
        act_wrong(file, reader->line, "one act in one file");
    reader->begun = true;
    file->act_line = reader->line;
    file->name = next_word(&rest);
    if (!is_capital(file->arena, file->name))
        act_wrong(file, reader->line, "'%.*s' is not the name of an act like STRATEGY_DISCUSSION", TEXT_ARGS(file->name));
    if (!text_equal(next_word(&rest), T("version")))
        act_wrong(file, reader->line, "say the act's version: act %.*s version 1", TEXT_ARGS(file->name));
    else
        reader->has_version = number(reader, &rest, "the version", 1, 1000, &file->version);
}

static void read_words(struct reader *reader, Text rest, struct word *words, size_t *count, const char *key)
{
    for (Text word = next_word(&rest); word.len > 0; word = next_word(&rest)) {
        if (!is_capital(reader->file->arena, word))
            act_wrong(reader->file, reader->line, "'%.*s' is not a word in capitals", TEXT_ARGS(word));
        for (size_t i = 0; i < *count; i++)
            if (text_equal(words[i].text, word))
                act_wrong(reader->file, reader->line, "'%.*s' is named twice in '%s'", TEXT_ARGS(word), key);
        if (*count < ACT_WORDS)
            words[(*count)++] = (struct word){word, reader->line};
        else
            act_wrong(reader->file, reader->line, "too many words in '%s'", key);
    }
}

/* label, hint, missing, called, audience: about the field or list above. False when the key is none of them. */
static bool read_about_field(struct reader *reader, Text key, Text words)
{
    static const char *const keys[] = {"label", "hint", "missing", "called", "audience"};
    size_t which = 0;
    while (which < sizeof keys / sizeof *keys && !text_equal_string(key, keys[which]))
        which++;
    if (which == sizeof keys / sizeof *keys)
        return false;
    struct field_line *field = reader->field;
    if (field == NULL) {
        act_wrong(reader->file, reader->line, "'%s' belongs under a field or a list", keys[which]);
        return true;
    }
    Text *const places[] = {&field->label, &field->hint, &field->missing, &field->called, &field->audience};
    set_once(reader, places[which], words, keys[which]);
    return true;
}

/* 'answer ASKED_YES Yes, told': the words of one code where this question is asked. */
static void read_answer(struct reader *reader, Text rest)
{
    struct field_line *field = reader->field;
    Text code = next_word(&rest), words = text_trim(rest);
    if (field == NULL || field->type != FIELD_CODE)
        act_wrong(reader->file, reader->line, "'answer' belongs under a field of a code");
    else if (!is_capital(reader->file->arena, code) || words.len == 0)
        act_wrong(reader->file, reader->line, "say a code and its words: answer ASKED_YES Yes, told");
    else if (field->answer_count == ACT_WORDS)
        act_wrong(reader->file, reader->line, "too many answers");
    else
        field->answers[field->answer_count++] = (struct answer_line){code, words};
}

static void read_line(struct reader *reader, Text line)
{
    struct act_file *file = reader->file;
    Text rest = line;
    Text key = next_word(&rest);
    Text words = text_trim(rest);
    if (text_equal(key, T("act"))) {
        read_act(reader, rest);
    } else if (!reader->begun) {
        act_wrong(file, reader->line, "the first line must be: act NAME version 1");
        reader->begun = true;
    } else if (text_equal(key, T("title"))) {
        set_once(reader, &file->title, words, "title");
    } else if (text_equal(key, T("button"))) {
        set_once(reader, &file->button, words, "button");
    } else if (text_equal(key, T("says"))) {
        set_once(reader, &file->says, words, "says");
    } else if (text_equal(key, T("address"))) {
        set_word_once(reader, &file->address, rest, "address");
        if (file->address.text.len > 0 && !act_is_word(file->address.text, '-'))
            act_wrong(file, reader->line, "an address has small letters, digits and - only");
    } else if (text_equal(key, T("on"))) {
        static const char *const targets[] = {"organisation", "family", "child", "conference", "plan", "person"};
        set_word_once(reader, &file->on, rest, "on");
        bool known = file->on.text.len == 0;
        for (size_t i = 0; i < sizeof targets / sizeof *targets; i++)
            known |= text_equal_string(file->on.text, targets[i]);
        if (!known)
            act_wrong(file, reader->line, "an act can't be done on '%.*s': organisation, family, child, conference, plan and person are known", TEXT_ARGS(file->on.text));
    } else if (text_equal(key, T("beside"))) {
        capital_once(reader, &file->beside, rest, "beside");
    } else if (text_equal(key, T("may"))) {
        capital_once(reader, &file->may, rest, "may");
    } else if (text_equal(key, T("seen"))) {
        capital_once(reader, &file->seen, rest, "seen");
    } else if (text_equal(key, T("gates"))) {
        read_words(reader, rest, file->gates, &file->gate_count, "gates");
    } else if (text_equal(key, T("shows"))) {
        file->shows_changes = text_equal(words, T("changes"));
        file->shows_now = file->shows_changes || text_equal(words, T("now"));
        if (!file->shows_now)
            act_wrong(file, reader->line, "a form shows 'now' or 'changes'");
    } else if (text_equal(key, T("guidance"))) {
        if (file->guidance_count < ACT_WORDS && words.len > 0)
            file->guidance[file->guidance_count++] = words;
        else
            act_wrong(file, reader->line, "too much guidance, or none");
    } else if (text_equal(key, T("field"))) {
        read_field(reader, rest);
    } else if (text_equal(key, T("answer"))) {
        read_answer(reader, rest);
    } else if (text_equal(key, T("list"))) {
        read_list(reader, rest);
    } else if (text_equal(key, T("end"))) {
        if (reader->list == NULL)
            act_wrong(file, reader->line, "'end' without a list");
        reader->list = reader->field = NULL;
    } else if (text_equal(key, T("decides"))) {
        if (reader->list != NULL)
            act_wrong(file, reader->line, "'end' of the list '%.*s' is missing", TEXT_ARGS(reader->list->name));
        reader->list = reader->field = NULL;
        reader->decides = true;
    } else if (!read_about_field(reader, key, words)) {
        act_wrong(file, reader->line, "unknown key '%.*s'", TEXT_ARGS(key));
    }
}

static bool read_whole(Arena *arena, const char *path, Text *ret_text)
{
    FILE *stream = fopen(path, "rb");
    if (stream == NULL)
        return false;
    Out out = out_new(arena);
    char block[4096];
    size_t size;
    while ((size = fread(block, 1, sizeof block, stream)) > 0)
        out_text(&out, (Text){block, size});
    fclose(stream);
    *ret_text = out_all(&out);
    return true;
}

bool act_file_read(Arena *arena, const char *path, struct act_file *ret_file)
{
    Text rest;
    if (!read_whole(arena, path, &rest))
        return false;
    *ret_file = (struct act_file){.arena = arena, .path = path, .fields = ARENA_MANY(arena, ACT_FIELDS, struct field_line)};
    struct reader reader = {.file = ret_file};
    if (!text_is_clean(rest)) {
        act_wrong(ret_file, 1, "the file is not clean UTF-8");
        return true;
    }
    Out doc = out_new(arena);
    while (rest.len > 0) {
        Text line = text_trim(text_cut(&rest, '\n'));
        reader.line++;
        if (line.len > 0 && line.at[0] == '#') {
            if (!reader.begun) {
                if (doc.len > 0)
                    out_char(&doc, ' ');
                out_text(&doc, text_trim((Text){line.at + 1, line.len - 1}));
            }
        } else if (line.len > 0) {
            read_line(&reader, line);
        }
    }
    ret_file->doc = out_all(&doc);
    if (reader.list != NULL)
        act_wrong(ret_file, reader.line, "'end' of the list '%.*s' is missing", TEXT_ARGS(reader.list->name));
    return true;
}
