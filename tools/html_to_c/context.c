/* Reads HTML as far as is needed to know where a hole stands, and refuses what a browser would quietly read another way. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "reader.h"

static bool is_one_of(Text name, const char *const *words)
{
    for (size_t i = 0; words[i] != NULL; i++)
        if (text_equal_string(name, words[i]))
            return true;
    return false;
}

/* Elements without an end tag. */
static const char *const VOID[] = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr", NULL};
/* Elements that load or run something, or switch the reading of HTML over. */
static const char *const REFUSED[] = {"style", "base", "iframe", "frame", "frameset", "object", "embed", "applet", "plaintext",
    "xmp", "listing", "noembed", "noframes", "marquee", "math", "foreignobject", "animate", "animatemotion", "animatetransform",
    "set", "template", NULL};
/* Elements that end an open <p> without a word. */
static const char *const ENDS_PARAGRAPH[] = {"address", "article", "aside", "blockquote", "details", "dialog", "div", "dl", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre",
    "section", "table", "ul", NULL};
/* Elements that may not hold themselves. */
static const char *const NOT_IN_ITSELF[] = {"a", "button", "form", "label", "option", "h1", "h2", "h3", "h4", "h5", "h6", NULL};
static const char *const ADDRESSES[] = {"href", "src", "action", "formaction", "cite", "data", "poster", "background", "longdesc",
    "manifest", "profile", "codebase", "classid", "icon", "usemap", "xlink:href", NULL};
/* Attributes that hold a language of their own: written out or not at all. */
static const char *const NO_HOLE[] = {"srcset", "imagesrcset", "ping", "http-equiv", "content", "sizes", "integrity", "sandbox",
    "allow", "values", "from", "to", "by", "attributename", NULL};

/* Which parents an element may have. A part may begin with any element: its parent stands in another file. */
static const struct {
    const char *child;
    const char *const *parents;
} PARENTS[] = {
    {"li", (const char *const[]){"ul", "ol", "menu", NULL}},
    {"tr", (const char *const[]){"table", "thead", "tbody", "tfoot", NULL}},
    {"td", (const char *const[]){"tr", NULL}},
    {"th", (const char *const[]){"tr", NULL}},
    {"thead", (const char *const[]){"table", NULL}},
    {"tbody", (const char *const[]){"table", NULL}},
    {"tfoot", (const char *const[]){"table", NULL}},
    {"caption", (const char *const[]){"table", NULL}},
    {"dt", (const char *const[]){"dl", "div", NULL}},
    {"dd", (const char *const[]){"dl", "div", NULL}},
    {"option", (const char *const[]){"select", "optgroup", "datalist", NULL}},
    {"legend", (const char *const[]){"fieldset", NULL}},
    {"summary", (const char *const[]){"details", NULL}},
};
/* What a table lets stand directly inside it: anything else a browser moves out, before the table. */
static const char *const TABLE_PARTS[] = {"table", "thead", "tbody", "tfoot", "tr", NULL};
static const char *const IN_TABLE[] = {"caption", "colgroup", "thead", "tbody", "tfoot", "tr", "td", "th", NULL};

Err refuse_at(struct reader *reader, size_t line, const char *format, ...)
{
    char words[512];
    va_list args;
    va_start(args, format);
    vsnprintf(words, sizeof words, format, args);
    va_end(args);
    reader->problem->line = line;
    reader->problem->words = text_copy(reader->arena, text_of(words));
    return err(NOT_VALID, "a template is refused");
}

void reader_skip(struct reader *reader, size_t count)
{
    for (size_t i = 0; i < count && reader->at < reader->source.len; i++)
        if (reader->source.at[reader->at++] == '\n')
            reader->line++;
}

static char at(const struct reader *reader, size_t ahead)
{
    return reader->at + ahead < reader->source.len ? reader->source.at[reader->at + ahead] : '\0';
}

bool reader_sees(const struct reader *reader, const char *word)
{
    Text rest = {reader->source.at + reader->at, reader->source.len - reader->at};
    return text_begins(rest, text_of(word));
}

static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
static bool is_name(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':' || c == '.'; }

static Text lower(Arena *arena, Text text)
{
    char *copy = arena_take(arena, text.len + 1);
    for (size_t i = 0; i < text.len; i++)
        copy[i] = text.at[i] >= 'A' && text.at[i] <= 'Z' ? (char)(text.at[i] + 32) : text.at[i];
    return (Text){copy, text.len};
}

static Text name_ahead(const struct reader *reader, size_t ahead)
{
    size_t len = 0;
    while (is_name(at(reader, ahead + len)))
        len++;
    return (Text){reader->source.at + reader->at + ahead, len};
}

static void take(struct reader *reader, size_t count)
{
    out_text(&reader->literal, (Text){reader->source.at + reader->at, count});
    reader_skip(reader, count);
}

static bool is_inside(const struct context *context, const char *name)
{
    for (const struct element *open = context->open; open != NULL; open = open->inside)
        if (text_equal_string(open->name, name))
            return true;
    return false;
}

bool context_keeps_space(const struct context *context)
{
    return context->place == INSIDE_LETTERS || is_inside(context, "pre");
}

bool context_same(const struct context *a, const struct context *b)
{
    if (a->place != b->place || a->open != b->open)
        return false;
    if (a->place == INSIDE_VALUE)
        return a->quote == b->quote && a->attribute.at == b->attribute.at && a->address == b->address;
    return a->place != INSIDE_TAG || a->tag.at == b->tag.at;
}

/* May this element stand here? */
static Err check_element(struct reader *reader, Text name)
{
    const struct context *context = &reader->context;
    const struct element *parent = context->open;
    if (text_equal_string(name, "style"))
        return refuse(reader, "<style> is not allowed: styles stand in assets/, the browser is told to ignore any other.");
    if (is_one_of(name, REFUSED))
        return refuse(reader, "<%.*s> is not allowed in a page.", TEXT_ARGS(name));
    if (is_inside(context, "p") && is_one_of(name, ENDS_PARAGRAPH))
        return refuse(reader, "<%.*s> inside <p>: a browser ends the paragraph before it. Close the <p> first.", TEXT_ARGS(name));
    if (is_one_of(name, NOT_IN_ITSELF))
        for (const struct element *open = parent; open != NULL; open = open->inside)
            if (text_equal(open->name, name))
                return refuse(reader, "<%.*s> inside another <%.*s> (line %zu).", TEXT_ARGS(name), TEXT_ARGS(name), open->line);
    if (parent == NULL)
        return ok();
    for (size_t i = 0; i < sizeof PARENTS / sizeof PARENTS[0]; i++)
        if (text_equal_string(name, PARENTS[i].child) && !is_one_of(parent->name, PARENTS[i].parents))
            return refuse(reader, "<%.*s> directly inside <%.*s> (line %zu): it belongs in <%s>.", TEXT_ARGS(name),
                TEXT_ARGS(parent->name), parent->line, PARENTS[i].parents[0]);
    if (is_one_of(parent->name, TABLE_PARTS) && !is_one_of(name, IN_TABLE))
        return refuse(reader, "<%.*s> directly inside <%.*s> (line %zu): a browser moves it out of the table. Put it in a cell.",
            TEXT_ARGS(name), TEXT_ARGS(parent->name), parent->line);
    return ok();
}

static Err begin_tag(struct reader *reader)
{
    Text written = name_ahead(reader, 1);
    Text name = lower(reader->arena, written);
    TRY(check_element(reader, name));
    take(reader, 1 + written.len);
    reader->context.place = INSIDE_TAG;
    reader->context.tag = name;
    reader->context.needs_space = true;
    return ok();
}

static Err end_tag(struct reader *reader)
{
    Text written = name_ahead(reader, 2);
    Text name = lower(reader->arena, written);
    const struct element *open = reader->context.open;
    if (name.len == 0 || at(reader, 2 + name.len) != '>')
        return refuse(reader, "An end tag is written </name>, with nothing else in it.");
    if (is_one_of(name, VOID))
        return refuse(reader, "</%.*s>: this element has no end tag.", TEXT_ARGS(name));
    if (open == NULL)
        return refuse(reader, "</%.*s> ends nothing: no element is open here.", TEXT_ARGS(name));
    if (!text_equal(open->name, name))
        return refuse(reader, "</%.*s> comes while <%.*s> (line %zu) is still open.", TEXT_ARGS(name), TEXT_ARGS(open->name), open->line);
    reader->context.open = open->inside;
    reader->context.place = BETWEEN_TAGS;
    take(reader, 3 + written.len);
    return ok();
}

/* The '>' (or '/>') of a start tag. */
static Err finish_tag(struct reader *reader)
{
    Text name = reader->context.tag;
    bool closes_itself = at(reader, 0) == '/';
    if (closes_itself && at(reader, 1) != '>')
        return refuse(reader, "A '/' inside a tag must be followed by '>'.");
    if (closes_itself && !is_one_of(name, VOID) && !is_inside(&reader->context, "svg"))
        return refuse(reader, "<%.*s/> does not close itself in HTML: write </%.*s>.", TEXT_ARGS(name), TEXT_ARGS(name));
    take(reader, closes_itself ? 2 : 1);
    reader->context.place = BETWEEN_TAGS;
    if (closes_itself || is_one_of(name, VOID))
        return ok();
    struct element *element = ARENA_NEW(reader->arena, struct element);
    *element = (struct element){.inside = reader->context.open, .name = name, .line = reader->line,
        .depth = reader->context.open == NULL ? 1 : reader->context.open->depth + 1};
    if (element->depth > TEMPLATE_ELEMENTS)
        return refuse(reader, "More than %d elements inside each other.", TEMPLATE_ELEMENTS);
    reader->context.open = element;
    if (text_equal_string(name, "script"))
        reader->context.place = INSIDE_SCRIPT;
    else if (text_equal_string(name, "title") || text_equal_string(name, "textarea"))
        reader->context.place = INSIDE_LETTERS;
    /* A browser drops the first line end of these: give it one, so that words that begin with an empty line keep it. */
    if ((text_equal_string(name, "textarea") || text_equal_string(name, "pre")) && at(reader, 0) != '\n')
        out_char(&reader->literal, '\n');
    return ok();
}

/* {{/if}} or {{else}} may follow an attribute without a value at once: {{#if x}} checked{{/if}}. */
static bool block_ends_at(const struct reader *reader, size_t ahead)
{
    Text rest = {reader->source.at + reader->at + ahead, reader->source.len - reader->at - ahead};
    return text_begins(rest, T("{{/")) || text_begins(rest, T("{{else}}"));
}

static Err begin_attribute(struct reader *reader)
{
    struct context *context = &reader->context;
    Text written = name_ahead(reader, 0);
    Text name = lower(reader->arena, written);
    char after = at(reader, written.len);
    if (context->needs_space)
        return refuse(reader, "A space is missing before the attribute '%.*s'.", TEXT_ARGS(name));
    if (text_begins(name, T("on")))
        return refuse(reader, "The attribute '%.*s' would run a script: scripts stand in assets/.", TEXT_ARGS(name));
    if (text_equal_string(name, "style") || text_equal_string(name, "srcdoc"))
        return refuse(reader, "The attribute '%.*s' is not allowed: the browser is told to ignore it. Use a class.", TEXT_ARGS(name));
    if (after == '{' && !block_ends_at(reader, written.len))
        return refuse(reader, "An attribute's name cannot be a hole, nor hold one.");
    take(reader, written.len);
    context->needs_space = true;
    if (is_space(after)) {
        size_t ahead = 0;
        while (is_space(at(reader, ahead)))
            ahead++;
        if (at(reader, ahead) == '=')
            return refuse(reader, "Write %.*s=\"…\" without spaces around the '='.", TEXT_ARGS(name));
    }
    if (after != '=')
        return ok();
    if (at(reader, 1) != '"' && at(reader, 1) != '\'')
        return refuse(reader, "Put the value of '%.*s' in quotes.", TEXT_ARGS(name));
    context->quote = at(reader, 1);
    take(reader, 2);
    context->place = INSIDE_VALUE;
    context->attribute = name;
    context->is_address = is_one_of(name, ADDRESSES);
    context->address = ADDRESS_EMPTY;
    return ok();
}

static Err step_inside_tag(struct reader *reader)
{
    char c = at(reader, 0);
    if (is_space(c)) {
        while (is_space(at(reader, 0)))
            reader_skip(reader, 1);
        bool ends = at(reader, 0) == '>';
        if (!ends)
            out_char(&reader->literal, ' ');
        reader->context.needs_space = false;
        return ok();
    }
    if (c == '>' || c == '/')
        return finish_tag(reader);
    if (is_letter(c))
        return begin_attribute(reader);
    if (c == '<')
        return refuse(reader, "<%.*s> is not finished: a '>' is missing before this '<'.", TEXT_ARGS(reader->context.tag));
    return refuse(reader, "This does not belong inside <%.*s …>.", TEXT_ARGS(reader->context.tag));
}

static Err step_inside_value(struct reader *reader)
{
    struct context *context = &reader->context;
    char c = at(reader, 0);
    if (c == context->quote) {
        take(reader, 1);
        context->place = INSIDE_TAG;
        context->needs_space = true;
        return ok();
    }
    if (c == '<')
        return refuse(reader, "A '<' in the value of '%.*s': is a quote missing? Else write &lt;.", TEXT_ARGS(context->attribute));
    if (context->is_address) {
        if (context->address == ADDRESS_EMPTY) {
            Text begins = lower(reader->arena, (Text){reader->source.at + reader->at,
                reader->source.len - reader->at < 16 ? reader->source.len - reader->at : 16});
            if (is_space(c) || c == '&' || text_begins(begins, T("javascript:")) || text_begins(begins, T("data:")) ||
                text_begins(begins, T("vbscript:")))
                return refuse(reader, "An address cannot begin like this.");
            bool safe = c == '#' || text_begins(begins, T("tel:")) || text_begins(begins, T("sms:"));
            context->address = safe ? ADDRESS_SAFE : ADDRESS_PLAIN;
            if (safe && c != '#') { /* the scheme in one step, so that no block can cut it */
                take(reader, 4);
                return ok();
            }
        } else if (context->address == ADDRESS_URL) {
            if (c != '#')
                return refuse(reader, "After an address in '%.*s' only a '#part' may follow.", TEXT_ARGS(context->attribute));
            context->address = ADDRESS_SAFE;
        }
    }
    take(reader, 1);
    return ok();
}

static Err step_inside_letters(struct reader *reader)
{
    if (at(reader, 0) == '<') {
        if (at(reader, 1) == '/')
            return end_tag(reader);
        return refuse(reader, "A '<' inside <%.*s>: only letters stand there. Write &lt;.", TEXT_ARGS(reader->context.open->name));
    }
    take(reader, 1);
    return ok();
}

static Err step_inside_script(struct reader *reader)
{
    if (is_space(at(reader, 0))) {
        reader_skip(reader, 1);
        return ok();
    }
    if (reader_sees(reader, "</"))
        return end_tag(reader);
    return refuse(reader, "A script stands in assets/, never in a page: leave <script src=\"…\"></script> empty.");
}

static Err skip_comment(struct reader *reader)
{
    size_t line = reader->line;
    while (reader->at < reader->source.len && !reader_sees(reader, "-->")) {
        if (reader_sees(reader, "{{"))
            return refuse(reader, "A hole inside an HTML comment. Use {{! … }} to leave something out.");
        reader_skip(reader, 1);
    }
    if (reader->at == reader->source.len)
        return refuse_at(reader, line, "This comment does not end.");
    reader_skip(reader, 3);
    return ok();
}

static Err step_markup(struct reader *reader)
{
    if (reader_sees(reader, "<!--"))
        return skip_comment(reader);
    if (reader_sees(reader, "<!DOCTYPE html>")) {
        if (reader->context.open != NULL)
            return refuse(reader, "<!DOCTYPE html> stands before every element.");
        take(reader, sizeof "<!DOCTYPE html>" - 1);
        return ok();
    }
    if (reader_sees(reader, "</"))
        return end_tag(reader);
    if (reader_sees(reader, "<{{"))
        return refuse(reader, "A tag's name cannot be a hole.");
    if (is_letter(at(reader, 1)))
        return begin_tag(reader);
    return refuse(reader, "This '<' begins no tag: write &lt;.");
}

static Err step_between_tags(struct reader *reader)
{
    char c = at(reader, 0);
    if (c == '<')
        return step_markup(reader);
    const struct element *parent = reader->context.open;
    if (!is_space(c)) {
        if (parent != NULL && is_one_of(parent->name, TABLE_PARTS))
            return refuse(reader, "Words directly inside <%.*s>: a browser moves them out of the table. Put them in a cell.",
                TEXT_ARGS(parent->name));
        take(reader, 1);
        return ok();
    }
    if (context_keeps_space(&reader->context)) {
        take(reader, 1);
        return ok();
    }
    /* White space between words means one space; a line end keeps the page readable. */
    bool line_ends = false;
    while (is_space(at(reader, 0))) {
        line_ends |= at(reader, 0) == '\n';
        reader_skip(reader, 1);
    }
    size_t len = reader->literal.len;
    if (len == 0 || !is_space(reader->literal.at[len - 1]))
        out_char(&reader->literal, line_ends ? '\n' : ' ');
    return ok();
}

Err html_step(struct reader *reader)
{
    if (reader_sees(reader, "}}"))
        return refuse(reader, "'}}' without '{{'.");
    switch (reader->context.place) {
    case BETWEEN_TAGS: return step_between_tags(reader);
    case INSIDE_TAG: return step_inside_tag(reader);
    case INSIDE_VALUE: return step_inside_value(reader);
    case INSIDE_LETTERS: return step_inside_letters(reader);
    case INSIDE_SCRIPT: return step_inside_script(reader);
    }
    return ok();
}

Err html_hole(struct reader *reader, enum hole *ret_hole)
{
    struct context *context = &reader->context;
    switch (context->place) {
    case BETWEEN_TAGS:
        if (context->open != NULL && is_one_of(context->open->name, TABLE_PARTS))
            return refuse(reader, "A hole directly inside <%.*s>: a browser moves its words out of the table. Put it in a cell.",
                TEXT_ARGS(context->open->name));
        *ret_hole = HOLE_TEXT;
        return ok();
    case INSIDE_LETTERS: *ret_hole = HOLE_ATTRIBUTE; return ok();
    case INSIDE_SCRIPT: return refuse(reader, "A hole inside <script>: nothing a person wrote may stand there.");
    case INSIDE_TAG:
        return refuse(reader, "A hole inside <%.*s …> must stand in a quoted attribute value.", TEXT_ARGS(context->tag));
    case INSIDE_VALUE: break;
    }
    if (is_one_of(context->attribute, NO_HOLE))
        return refuse(reader, "The attribute '%.*s' cannot hold a hole: write it out.", TEXT_ARGS(context->attribute));
    if (!context->is_address || context->address == ADDRESS_SAFE) {
        *ret_hole = HOLE_ATTRIBUTE;
        return ok();
    }
    if (context->address != ADDRESS_EMPTY)
        return refuse(reader, "'%.*s' is an address: one hole, and nothing before it. Make the whole address with a url_…().",
            TEXT_ARGS(context->attribute));
    context->address = ADDRESS_URL;
    *ret_hole = HOLE_URL;
    return ok();
}
