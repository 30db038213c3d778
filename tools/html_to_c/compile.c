/* Turns the directives of a template into C. */
#include <string.h>

#include "reader.h"

enum block_kind { BLOCK_IF, BLOCK_UNLESS, BLOCK_EACH, BLOCK_WRAP };

struct block {
    enum block_kind kind;
    Text name;              /* each: the row's name; wrap: the part's */
    Text argument;          /* wrap: what the part is given, as C */
    size_t line;
    bool has_else;
    struct context before;  /* where the block began */
    struct context first;   /* where the first branch ended, when has_else */
};

struct compiler {
    struct reader reader;
    const struct template_input *input;
    struct block blocks[TEMPLATE_BLOCKS];
    size_t block_count;
    bool is_part;
    Text type;         /* "struct NAME_page", "Text" */
    Text type_header;  /* "pages/NAME.h"; empty: none */
    Out includes;      /* of the parts it calls */
    Out body;          /* C since the last function began */
    Text body_begin;   /* C before {{content}} */
    bool has_content;
};

static bool is_word_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }

static bool is_word(Text text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!is_word_letter(text.at[i]))
            return false;
    return text.len > 0 && text.len <= 64 && !(text.at[0] >= '0' && text.at[0] <= '9') && text.at[0] != '_';
}

/* "b" of "a/b". */
static Text last_word(Text path)
{
    while (text_contains(path, T("/")))
        (void)text_cut(&path, '/');
    return path;
}

/* --- writing C ------------------------------------------------------------------------------------------------------------ */

static void c_string(Out *out, Text text)
{
    out_char(out, '"');
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.at[i];
        switch (c) {
        case '"': out_string(out, "\\\""); break;
        case '\\': out_string(out, "\\\\"); break;
        case '?': out_string(out, "\\?"); break; /* no trigraphs */
        case '\t': out_string(out, "\\t"); break;
        case '\r': out_string(out, "\\r"); break;
        case '\f': out_string(out, "\\f"); break;
        case '\n': out_string(out, i + 1 < text.len ? "\\n\"\n        \"" : "\\n"); break;
        default: out_char(out, (char)c);
        }
    }
    out_char(out, '"');
}

static void indent(struct compiler *compiler, Out *out)
{
    for (size_t i = 0; i <= compiler->block_count; i++)
        out_string(out, "    ");
}

/* Writes the HTML read so far as one call. */
static void flush(struct compiler *compiler)
{
    Out *literal = &compiler->reader.literal;
    if (literal->len == 0)
        return;
    indent(compiler, &compiler->body);
    out_string(&compiler->body, "out_text(out, T(");
    c_string(&compiler->body, out_all(literal));
    out_string(&compiler->body, "));\n");
    literal->len = 0;
}

/* Begins a statement that the compiler reports at the template's line. */
static Out *statement(struct compiler *compiler)
{
    flush(compiler);
    out_string(&compiler->body, "#line ");
    out_int(&compiler->body, (int64_t)compiler->reader.line);
    out_char(&compiler->body, ' ');
    c_string(&compiler->body, compiler->input->file);
    out_char(&compiler->body, '\n');
    indent(compiler, &compiler->body);
    return &compiler->body;
}

/* --- names ---------------------------------------------------------------------------------------------------------------- */

static bool is_row(const struct compiler *compiler, Text name)
{
    for (size_t i = 0; i < compiler->block_count; i++)
        if (compiler->blocks[i].kind == BLOCK_EACH && text_equal(compiler->blocks[i].name, name))
            return true;
    return false;
}

/* What a path means in C. `by_address`: for a part's argument, a pointer. */
static Err path_in_c(struct compiler *compiler, Text path, bool by_address, Text *ret_c)
{
    struct reader *reader = &compiler->reader;
    Out c = out_new(reader->arena);
    Text rest = path;
    size_t words = 0;
    while (rest.len > 0 || words == 0) {
        Text word = text_cut(&rest, '.');
        if (!is_word(word) || (rest.len == 0 && path.at[path.len - 1] == '.'))
            return refuse(reader, "'%.*s' is not a field: small letters, digits and '_', with '.' between.", TEXT_ARGS(path));
        if (++words > TEMPLATE_PATH)
            return refuse(reader, "'%.*s' has more than %d words.", TEXT_ARGS(path), TEMPLATE_PATH);
        bool row = words == 1 && is_row(compiler, word);
        bool page = words == 1 && !row && text_equal_string(word, "page");
        if (row || page) {
            bool alone = rest.len == 0;
            Text pointer = page ? T("page") : text_join(reader->arena, T("row_"), word);
            if (alone && !by_address)
                out_char(&c, '*');
            out_text(&c, pointer);
            if (!alone)
                out_string(&c, "->");
            if (alone)
                by_address = false;
            continue;
        }
        if (words == 1)
            out_string(&c, "page->");
        out_text(&c, word);
        if (rest.len > 0)
            out_char(&c, '.');
    }
    Text whole = out_all(&c);
    *ret_c = by_address ? text_join(reader->arena, T("&"), whole) : whole;
    return ok();
}

/* --- line 1 --------------------------------------------------------------------------------------------------------------- */

static Err read_first_line(struct compiler *compiler)
{
    struct reader *reader = &compiler->reader;
    const char *form = "Line 1 must be {{page struct NAME_page}} or {{part struct NAME}} ({{part struct NAME in pages/x.h}}).";
    Text rest = reader->source;
    Text line = text_trim(text_cut(&rest, '\n'));
    if (!text_begins(line, T("{{")) || line.len < 4 || memcmp(line.at + line.len - 2, "}}", 2) != 0)
        return refuse(reader, "%s", form);
    Text words = text_trim((Text){line.at + 2, line.len - 4});
    Text kind = text_cut(&words, ' ');
    words = text_trim(words);
    compiler->is_part = text_equal_string(kind, "part");
    if (!compiler->is_part && !text_equal_string(kind, "page"))
        return refuse(reader, "%s", form);
    Text type = text_cut(&words, ' ');
    words = text_trim(words);
    if (text_equal_string(type, "struct")) {
        Text name = text_cut(&words, ' ');
        words = text_trim(words);
        if (!is_word(name))
            return refuse(reader, "%s", form);
        compiler->type = text_join(reader->arena, T("struct "), name);
        compiler->type_header = text_format(reader->arena, "%.*s/%.*s.h", TEXT_ARGS(compiler->input->root), TEXT_ARGS(compiler->input->name));
    } else if (compiler->is_part && text_equal_string(type, "Text")) {
        compiler->type = type;
    } else {
        return refuse(reader, "%s", form);
    }
    if (words.len > 0) {
        Text in = text_cut(&words, ' ');
        Text header = text_trim(words);
        for (size_t i = 0; i < header.len; i++)
            if (!is_word_letter(header.at[i]) && header.at[i] != '/' && header.at[i] != '.')
                return refuse(reader, "%s", form);
        if (!text_equal_string(in, "in") || header.len < 3 || memcmp(header.at + header.len - 2, ".h", 2) != 0)
            return refuse(reader, "%s", form);
        compiler->type_header = header;
    }
    reader_skip(reader, reader->source.len - rest.len);
    while (reader->at < reader->source.len && is_space(reader->source.at[reader->at]))
        reader_skip(reader, 1);
    return ok();
}

/* --- blocks --------------------------------------------------------------------------------------------------------------- */

static const char *block_word(enum block_kind kind)
{
    switch (kind) {
    case BLOCK_IF: return "if";
    case BLOCK_UNLESS: return "unless";
    case BLOCK_EACH: return "each";
    case BLOCK_WRAP: return "part";
    }
    return "";
}

static Err begin_block(struct compiler *compiler, struct block block)
{
    struct reader *reader = &compiler->reader;
    if (compiler->block_count == TEMPLATE_BLOCKS)
        return refuse(reader, "More than %d blocks inside each other.", TEMPLATE_BLOCKS);
    if (reader->context.place == INSIDE_SCRIPT)
        return refuse(reader, "A block inside <script>.");
    block.line = reader->line;
    block.before = reader->context;
    compiler->blocks[compiler->block_count++] = block;
    return ok();
}

/* The branch that ends here must stand where the branch before it stands. */
static Err check_branch(struct compiler *compiler, const struct block *block, const struct context *other)
{
    struct reader *reader = &compiler->reader;
    if (context_same(&reader->context, other))
        return ok();
    const struct element *open = reader->context.open;
    if (reader->context.place == BETWEEN_TAGS && open != NULL && open != other->open && open->line >= block->line)
        return refuse(reader, "<%.*s> (line %zu) is opened inside this block (line %zu) and not closed in it.", TEXT_ARGS(open->name),
            open->line, block->line);
    if (reader->context.place == BETWEEN_TAGS && other->place == BETWEEN_TAGS)
        return refuse(reader, "This block (line %zu) closes an element that was opened outside it.", block->line);
    if (reader->context.place == INSIDE_VALUE && other->place == INSIDE_VALUE && reader->context.attribute.at == other->attribute.at)
        return refuse(reader, "Each branch of this block (line %zu) must leave the same kind of address: use {{else}}.", block->line);
    return refuse(reader, "This block (line %zu) must end at the same place of the HTML where it began.", block->line);
}

static Err begin_if(struct compiler *compiler, enum block_kind kind, Text path)
{
    Text c = TEXT_NONE;
    TRY(path_in_c(compiler, path, false, &c));
    Out *out = statement(compiler);
    out_text(out, text_format(compiler->reader.arena, "if (%s_Generic((%.*s), HTML_TRUE)(%.*s)) {\n", kind == BLOCK_IF ? "" : "!",
        TEXT_ARGS(c), TEXT_ARGS(c)));
    return begin_block(compiler, (struct block){.kind = kind});
}

static Err read_else(struct compiler *compiler)
{
    struct reader *reader = &compiler->reader;
    struct block *block = compiler->block_count == 0 ? NULL : &compiler->blocks[compiler->block_count - 1];
    if (block == NULL || (block->kind != BLOCK_IF && block->kind != BLOCK_UNLESS))
        return refuse(reader, "{{else}} stands in no {{#if}} or {{#unless}}.");
    if (block->has_else)
        return refuse(reader, "A second {{else}} for the {{#%s}} of line %zu.", block_word(block->kind), block->line);
    /* What a first branch may leave otherwise than it found it is an address: the second branch is compared at its end. */
    if (reader->context.place != INSIDE_VALUE)
        TRY(check_branch(compiler, block, &block->before));
    flush(compiler);
    block->has_else = true;
    block->first = reader->context;
    reader->context = block->before;
    compiler->block_count--;
    indent(compiler, &compiler->body);
    compiler->block_count++;
    out_string(&compiler->body, "} else {\n");
    return ok();
}

static Err begin_each(struct compiler *compiler, Text words)
{
    struct reader *reader = &compiler->reader;
    Text rest = words;
    Text path = text_cut(&rest, ' ');
    rest = text_trim(rest);
    Text as = text_cut(&rest, ' ');
    Text name = text_trim(rest);
    if (!text_equal_string(as, "as") || !is_word(name))
        return refuse(reader, "Write {{#each rows as row}}.");
    if (is_row(compiler, name) || text_equal_string(name, "page") || text_equal_string(name, "else") || text_equal_string(name, "content"))
        return refuse(reader, "The name '%.*s' is taken: give the row another.", TEXT_ARGS(name));
    if (reader->context.place == INSIDE_TAG)
        return refuse(reader, "{{#each}} cannot stand inside a tag, only in a quoted value or between tags.");
    Text list = TEXT_NONE;
    TRY(path_in_c(compiler, path, false, &list));
    Out *out = statement(compiler);
    out_text(out, text_format(reader->arena, "for (size_t at_%.*s = 0; at_%.*s < (%.*s).count; at_%.*s++) {\n", TEXT_ARGS(name),
        TEXT_ARGS(name), TEXT_ARGS(list), TEXT_ARGS(name)));
    TRY(begin_block(compiler, (struct block){.kind = BLOCK_EACH, .name = name}));
    out = statement(compiler);
    out_text(out, text_format(reader->arena, "const __typeof__(*(%.*s).at) *row_%.*s = &(%.*s).at[at_%.*s];\n", TEXT_ARGS(list),
        TEXT_ARGS(name), TEXT_ARGS(list), TEXT_ARGS(name)));
    indent(compiler, out);
    out_text(out, text_format(reader->arena, "(void)row_%.*s;\n", TEXT_ARGS(name)));
    return ok();
}

static Err end_block(struct compiler *compiler, Text name)
{
    struct reader *reader = &compiler->reader;
    if (compiler->block_count == 0)
        return refuse(reader, "{{/%.*s}} ends nothing.", TEXT_ARGS(name));
    struct block *block = &compiler->blocks[compiler->block_count - 1];
    bool same = block->kind == BLOCK_WRAP ? text_equal(name, block->name) : text_equal_string(name, block_word(block->kind));
    if (!same && block->kind == BLOCK_WRAP)
        return refuse(reader, "{{/%.*s}} comes while {{> %.*s}} (line %zu) is still open.", TEXT_ARGS(name), TEXT_ARGS(block->name), block->line);
    if (!same)
        return refuse(reader, "{{/%.*s}} comes while {{#%s}} (line %zu) is still open.", TEXT_ARGS(name), block_word(block->kind), block->line);
    TRY(check_branch(compiler, block, block->has_else ? &block->first : &block->before));
    reader->context.needs_space |= block->has_else ? block->first.needs_space : block->before.needs_space;
    if (block->kind == BLOCK_WRAP) {
        compiler->block_count--;
        Out *out = statement(compiler);
        out_text(out, text_format(reader->arena, "%.*s_html_end(out, %.*s);\n", TEXT_ARGS(last_word(block->name)), TEXT_ARGS(block->argument)));
        return ok();
    }
    flush(compiler);
    compiler->block_count--;
    indent(compiler, &compiler->body);
    out_string(&compiler->body, "}\n");
    return ok();
}

/* --- parts ---------------------------------------------------------------------------------------------------------------- */

static void include_once(struct compiler *compiler, Text line)
{
    if (!text_contains(out_all(&compiler->includes), line))
        out_text(&compiler->includes, line);
}

static Err call_part(struct compiler *compiler, Text words)
{
    static const char *const taken[] = {"if", "unless", "each", "else", "content", "page", "part"};
    struct reader *reader = &compiler->reader;
    Text rest = words;
    Text name = text_cut(&rest, ' ');
    Text path = text_trim(rest);
    Text file = last_word(name);
    if (!is_word(file))
        return refuse(reader, "'%.*s' is not the name of a part.", TEXT_ARGS(name));
    for (Text folder = name; folder.len > 0 || folder.at == name.at;)
        if (!is_word(text_cut(&folder, '/')))
            return refuse(reader, "'%.*s' is not the name of a part.", TEXT_ARGS(name));
    for (size_t i = 0; i < sizeof taken / sizeof taken[0]; i++)
        if (text_equal_string(file, taken[i]))
            return refuse(reader, "A part cannot be called '%s'.", taken[i]);
    if (reader->context.place != BETWEEN_TAGS)
        return refuse(reader, "A part can only stand between tags.");
    Text argument = T("page");
    if (path.len > 0)
        TRY(path_in_c(compiler, path, true, &argument));
    include_once(compiler, text_format(reader->arena, "#include \"%.*s/%s%.*s_html.h\"\n", TEXT_ARGS(compiler->input->root),
        file.len == name.len ? "parts/" : "", TEXT_ARGS(name)));
    Text ends = text_format(reader->arena, "{{/%.*s}}", TEXT_ARGS(name));
    Text after = {reader->source.at + reader->at, reader->source.len - reader->at};
    bool wraps = text_contains(after, ends);
    Out *out = statement(compiler);
    out_text(out, text_format(reader->arena, "%.*s_html%s(out, %.*s);\n", TEXT_ARGS(file), wraps ? "_begin" : "", TEXT_ARGS(argument)));
    if (!wraps)
        return ok();
    return begin_block(compiler, (struct block){.kind = BLOCK_WRAP, .name = name, .argument = argument});
}

static Err read_content(struct compiler *compiler)
{
    struct reader *reader = &compiler->reader;
    if (!compiler->is_part)
        return refuse(reader, "{{content}} stands in a wrapping part only, not in a page.");
    if (compiler->has_content)
        return refuse(reader, "A second {{content}}.");
    if (compiler->block_count > 0)
        return refuse(reader, "{{content}} cannot stand inside a block (line %zu).", compiler->blocks[compiler->block_count - 1].line);
    if (reader->context.place != BETWEEN_TAGS)
        return refuse(reader, "{{content}} must stand between tags.");
    flush(compiler);
    compiler->has_content = true;
    compiler->body_begin = out_all(&compiler->body);
    compiler->body = out_new(reader->arena);
    return ok();
}

/* --- one directive -------------------------------------------------------------------------------------------------------- */

static Err write_hole(struct compiler *compiler, Text path)
{
    static const char *const entries[] = {[HOLE_TEXT] = "HTML_TEXT", [HOLE_ATTRIBUTE] = "HTML_ATTRIBUTE", [HOLE_URL] = "HTML_URL"};
    enum hole hole = HOLE_TEXT;
    if (text_contains(path, T(" ")))
        return refuse(&compiler->reader, "'%.*s' is not known here.", TEXT_ARGS(path));
    Text c = TEXT_NONE;
    TRY(path_in_c(compiler, path, false, &c));
    TRY(html_hole(&compiler->reader, &hole));
    Out *out = statement(compiler);
    /* _Generic here, not inside a macro: then the compiler reports a wrong type at the template's line. */
    out_text(out, text_format(compiler->reader.arena, "_Generic((%.*s), %s)(out, %.*s);\n", TEXT_ARGS(c), entries[hole], TEXT_ARGS(c)));
    return ok();
}

/* True when the directive from `from` to `to` stands alone on its line between tags: then the line leaves no empty line behind. */
static bool stands_alone(const struct reader *reader, size_t from, size_t to)
{
    Text source = reader->source;
    while (from > 0 && is_space(source.at[from - 1]) && source.at[from - 1] != '\n')
        from--;
    while (to < source.len && is_space(source.at[to]) && source.at[to] != '\n')
        to++;
    return (from == 0 || source.at[from - 1] == '\n') && (to == source.len || source.at[to] == '\n');
}

static Err do_directive(struct compiler *compiler, Text inside)
{
    struct reader *reader = &compiler->reader;
    if (inside.len == 0)
        return refuse(reader, "An empty {{}}.");
    Text rest = inside;
    Text first = text_cut(&rest, ' ');
    Text words = text_trim(rest);
    if (text_equal_string(first, "#if"))
        return begin_if(compiler, BLOCK_IF, words);
    if (text_equal_string(first, "#unless"))
        return begin_if(compiler, BLOCK_UNLESS, words);
    if (text_equal_string(first, "#each"))
        return begin_each(compiler, words);
    if (inside.at[0] == '#')
        return refuse(reader, "{{%.*s}} is not known: there are #if, #unless and #each.", TEXT_ARGS(first));
    if (inside.at[0] == '/')
        return end_block(compiler, text_trim((Text){inside.at + 1, inside.len - 1}));
    if (inside.at[0] == '>')
        return call_part(compiler, text_trim((Text){inside.at + 1, inside.len - 1}));
    if (text_equal_string(inside, "else"))
        return read_else(compiler);
    if (text_equal_string(inside, "content"))
        return read_content(compiler);
    if (text_equal_string(first, "page") || text_equal_string(first, "part"))
        if (words.len > 0)
            return refuse(reader, "{{%.*s …}} stands on line 1 only.", TEXT_ARGS(first));
    return write_hole(compiler, inside);
}

static Err read_directive(struct compiler *compiler)
{
    struct reader *reader = &compiler->reader;
    size_t from = reader->at;
    if (reader_sees(reader, "{{{") || reader_sees(reader, "{{&"))
        return refuse(reader, "There is no raw hole: every value is escaped as its type asks. A part makes Html.");
    bool comment = reader_sees(reader, "{{!");
    size_t end = from + 2;
    while (end + 1 < reader->source.len && memcmp(reader->source.at + end, "}}", 2) != 0 && (comment || reader->source.at[end] != '\n'))
        end++;
    if (end + 1 >= reader->source.len || reader->source.at[end] == '\n')
        return refuse(reader, "'{{' without '}}' on the same line.");
    Text inside = text_trim((Text){reader->source.at + from + 2, end - from - 2});
    bool hole = !comment && inside.len > 0 && (is_word_letter(inside.at[0]) && !text_equal_string(inside, "else") &&
        !text_equal_string(inside, "content"));
    bool calls = reader_sees(reader, "{{>"); /* what a part writes may end in a word: the line end after it parts it from the next */
    bool alone = !hole && !calls && reader->context.place == BETWEEN_TAGS && !context_keeps_space(&reader->context) &&
        stands_alone(reader, from, end + 2);
    if (!comment) {
        size_t after = end + 2;
        reader->at = after; /* a directive has no line end in it: `line` stays right */
        TRY(do_directive(compiler, inside));
    } else {
        reader_skip(reader, end + 2 - from);
    }
    if (alone)
        while (reader->at < reader->source.len && is_space(reader->source.at[reader->at]))
            reader_skip(reader, 1);
    return ok();
}

static Err read_template(struct compiler *compiler)
{
    struct reader *reader = &compiler->reader;
    if (reader->source.len > TEMPLATE_BYTES)
        return refuse(reader, "A template has at most %d bytes: divide it into parts.", TEMPLATE_BYTES);
    if (!text_is_clean(reader->source))
        return refuse(reader, "Not UTF-8, or control characters in it.");
    TRY(read_first_line(compiler));
    while (reader->at < reader->source.len) {
        if (reader_sees(reader, "{{"))
            TRY(read_directive(compiler));
        else
            TRY(html_step(reader));
    }
    if (compiler->block_count > 0) {
        const struct block *block = &compiler->blocks[compiler->block_count - 1];
        return refuse_at(reader, block->line, "This {{#%s}} has no {{/%s}}.", block_word(block->kind), block_word(block->kind));
    }
    if (reader->context.place == INSIDE_TAG || reader->context.place == INSIDE_VALUE)
        return refuse(reader, "The template ends inside <%.*s …>.", TEXT_ARGS(reader->context.tag));
    if (reader->context.open != NULL)
        return refuse_at(reader, reader->context.open->line, "<%.*s> is never closed.", TEXT_ARGS(reader->context.open->name));
    flush(compiler);
    return ok();
}

/* --- the two files -------------------------------------------------------------------------------------------------------- */

static void signature(const struct compiler *compiler, Out *out, Text function, const char *suffix)
{
    out_text(out, text_format(out->arena, "void %.*s_html%s(Out *out, const %.*s *page)", TEXT_ARGS(function), suffix, TEXT_ARGS(compiler->type)));
}

static void function(const struct compiler *compiler, Out *out, Text name, const char *suffix, Text body)
{
    signature(compiler, out, name, suffix);
    out_string(out, "\n{\n    (void)out;\n    (void)page;\n");
    out_text(out, body);
    out_string(out, "}\n");
}

static void write_files(const struct compiler *compiler, Out *header, Out *source)
{
    const struct template_input *input = compiler->input;
    Arena *arena = compiler->reader.arena;
    Text name = last_word(input->name);
    Text made = text_format(arena, "/* Made from %.*s by tools/html_to_c: change that file. */\n", TEXT_ARGS(input->file));
    bool gives_html = compiler->is_part && !compiler->has_content;

    out_text(header, made);
    out_string(header, "#pragma once\n#include \"web/html.h\"\n");
    if (compiler->type_header.len > 0)
        out_text(header, text_format(arena, "#include \"%.*s\"\n", TEXT_ARGS(compiler->type_header)));
    out_char(header, '\n');
    static const char *const whole[] = {"", NULL}, *const halves[] = {"_begin", "_end", NULL};
    for (const char *const *suffix = compiler->has_content ? halves : whole; *suffix != NULL; suffix++) {
        signature(compiler, header, name, *suffix);
        out_string(header, ";\n");
    }
    Text make = text_format(arena, "Html %.*s_html_made(Arena *arena, const %.*s *page)", TEXT_ARGS(name), TEXT_ARGS(compiler->type));
    if (gives_html) {
        out_text(header, make);
        out_string(header, ";\n");
    }

    out_text(source, made);
    out_text(source, text_format(arena, "#define HTML_MADE_BY_TEMPLATE\n#include \"%.*s/%.*s_html.h\"\n\n", TEXT_ARGS(input->root), TEXT_ARGS(input->name)));
    Text includes = out_all(&compiler->includes);
    if (includes.len > 0) {
        out_text(source, includes);
        out_char(source, '\n');
    }
    if (compiler->has_content) {
        function(compiler, source, name, "_begin", compiler->body_begin);
        out_char(source, '\n');
        function(compiler, source, name, "_end", out_all(&compiler->body));
    } else {
        function(compiler, source, name, "", out_all(&compiler->body));
    }
    if (gives_html) {
        out_char(source, '\n');
        out_text(source, make);
        out_text(source, text_format(arena, "\n{\n    Out out = out_new(arena);\n    %.*s_html(&out, page);\n    return html_made(&out);\n}\n", TEXT_ARGS(name)));
    }
}

Err html_to_c(Arena *arena, const struct template_input *input, Out *header, Out *source, struct template_problem *ret_problem)
{
    struct compiler *compiler = ARENA_NEW(arena, struct compiler);
    *compiler = (struct compiler){
        .reader = {.arena = arena, .source = input->source, .line = 1, .literal = out_new(arena), .problem = ret_problem},
        .input = input,
        .includes = out_new(arena),
        .body = out_new(arena),
    };
    TRY(read_template(compiler));
    write_files(compiler, header, source);
    return ok();
}
