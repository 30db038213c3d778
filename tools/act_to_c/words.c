#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>

#include "words.h"

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

void set_once(struct reader *reader, Text *ret_text, Text text, const char *key)
{
    if (ret_text->len > 0)
        act_wrong(reader->file, reader->line, "'%s' is said twice", key);
    else if (text.len == 0)
        act_wrong(reader->file, reader->line, "'%s' says nothing", key);
    *ret_text = text;
}

void set_word_once(struct reader *reader, struct word *ret_word, Text rest, const char *key)
{
    Text word = one_word(reader, rest, key);
    if (ret_word->text.len > 0)
        act_wrong(reader->file, reader->line, "'%s' is said twice", key);
    *ret_word = (struct word){word, reader->line};
}

void capital_once(struct reader *reader, struct word *ret_word, Text rest, const char *key)
{
    set_word_once(reader, ret_word, rest, key);
    if (ret_word->text.len > 0 && !is_capital(reader->file->arena, ret_word->text))
        act_wrong(reader->file, reader->line, "'%.*s' is not a word in capitals like RECORD_ENQUIRY", TEXT_ARGS(ret_word->text));
}

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
