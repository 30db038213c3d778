/* Makes a piece's text for each engine. Line ends stay where they were, so that what SQLite finds wrong has its line.
 */
#include <ctype.h>
#include <string.h>

#include "sql_to_c.h"

struct maker {
    struct work *work;
    struct piece *piece;
    Text body;
    size_t at;
    int line;
    Out sqlite, postgres;
};

static bool is_word(char c) { return isalnum((unsigned char)c) || c == '_'; }

static void both(struct maker *maker, Text text)
{
    out_text(&maker->sqlite, text);
    out_text(&maker->postgres, text);
}

static void wrong(struct maker *maker, const char *words)
{
    complain(maker->work, maker->piece->source, maker->line, "%s", words);
}

static bool same_place(const struct place *a, const struct place *b)
{
    return a->from == b->from && text_equal(a->permission, b->permission);
}

/* Writes the place bound from there, a new one the first time it is asked for. */
static void write_place(struct maker *maker, struct place place)
{
    struct piece *piece = maker->piece;
    size_t i = piece->parameter_count;
    while (i < piece->place_count && !same_place(&piece->places[i], &place))
        i++;
    if (i == NAMES_MOST) {
        wrong(maker, "too many parameters in one piece");
        return;
    }
    if (i == piece->place_count)
        piece->places[piece->place_count++] = place;
    out_char(&maker->sqlite, '?');
    out_int(&maker->sqlite, (int64_t)i + 1);
    out_char(&maker->postgres, '$');
    out_int(&maker->postgres, (int64_t)i + 1);
}

static void write_name(struct maker *maker, Text name)
{
    struct piece *piece = maker->piece;
    for (size_t i = 0; i < piece->parameter_count; i++)
        if (text_equal(piece->parameters[i].name, name)) {
            piece->parameters[i].used = true;
            out_char(&maker->sqlite, '?');
            out_int(&maker->sqlite, (int64_t)i + 1);
            out_char(&maker->postgres, '$');
            out_int(&maker->postgres, (int64_t)i + 1);
            return;
        }
    if (text_equal_string(name, "authority"))
        write_place(maker, (struct place){FROM_AUTHORITY});
    else if (text_equal_string(name, "actor"))
        write_place(maker, (struct place){FROM_ACTOR});
    else if (text_equal_string(name, "now"))
        write_place(maker, (struct place){FROM_NOW});
    else if (text_equal_string(name, "today"))
        write_place(maker, (struct place){FROM_TODAY});
    else
        complain(maker->work, piece->source, maker->line, ":%.*s is not declared above the piece", TEXT_ARGS(name));
}

static Text take_word(struct maker *maker)
{
    size_t from = maker->at;
    while (maker->at < maker->body.len && is_word(maker->body.at[maker->at]))
        maker->at++;
    return (Text){maker->body.at + from, maker->at - from};
}

/* The condition on one row of visible: this actor, now, with that right. */
static void write_shown(struct maker *maker, Text permission)
{
    both(maker, T("shown.actor = "));
    write_place(maker, (struct place){FROM_ACTOR});
    both(maker, T(" AND shown.authority = "));
    write_place(maker, (struct place){FROM_AUTHORITY});
    both(maker, T(" AND shown.begins <= "));
    write_place(maker, (struct place){FROM_NOW});
    both(maker, T(" AND shown.ends > "));
    write_place(maker, (struct place){FROM_NOW});
    both(maker, T(" AND (shown.rights & "));
    write_place(maker, (struct place){FROM_PERMISSION, permission});
    both(maker, T(") <> 0)"));
}

/* What visible is asked of: `table.column` or `:name`. A bare column's name would mean the view's own column, and be
 * true of every row. */
static void write_subject(struct maker *maker, Text subject)
{
    Text rest = subject;
    Text first = text_cut(&rest, '.');
    bool qualified = first.len < subject.len && first.len > 0 && rest.len > 0;
    for (size_t i = 0; i < subject.len; i++)
        qualified &= is_word(subject.at[i]) || subject.at[i] == '.';
    if (text_begins(subject, T(":")))
        write_name(maker, (Text){subject.at + 1, subject.len - 1});
    else if (qualified && !text_begins(first, T("shown")) && !text_equal_string(first, "visible"))
        both(maker, subject);
    else
        wrong(maker, "visible is asked of a table's column or a parameter: visible(child.id, PERMISSION) or "
                     "visible(:child, PERMISSION)");
}

/* What a piece asks about scope: its name there, what it makes before the subject (or before the rest), and a subject to show whoever forgot the
 * permission. */
static const struct macro {
    const char *name, *begins, *such_as;
} MACROS[] = {
    {"visible", "EXISTS (SELECT 1 FROM visible AS shown WHERE shown.child = ", "child.id, "},
    {"visible_family",
     "EXISTS (SELECT 1 FROM child AS shown_child JOIN visible AS shown ON shown.child = shown_child.id WHERE shown_child.family = ", "family.id, "},
    {"visible_conference",
     "EXISTS (SELECT 1 FROM conference_child AS shown_child JOIN visible AS shown ON shown.child = shown_child.child WHERE shown_child.conference = ",
     "conference.id, "},
    {"visible_meeting",
     "EXISTS (SELECT 1 FROM meeting_child AS shown_child JOIN visible AS shown ON shown.child = shown_child.child WHERE shown_child.meeting = ",
     "meeting.id, "},
    {"visible_person",
     "EXISTS (SELECT 1 FROM concerned AS shown_child JOIN visible AS shown ON shown.child = shown_child.child WHERE shown_child.person = ",
     "address.person, "},
    {"my_children", "(SELECT shown.child FROM visible AS shown WHERE ", NULL},
    {"my_families", "(SELECT shown_child.family FROM visible AS shown JOIN child AS shown_child ON shown_child.id = shown.child WHERE ", NULL},
};

static void write_macro(struct maker *maker, const struct macro *macro)
{
    const char *close = maker->at < maker->body.len && maker->body.at[maker->at] == '('
                            ? memchr(maker->body.at + maker->at, ')', maker->body.len - maker->at)
                            : NULL;
    if (close == NULL) {
        complain(maker->work, maker->piece->source, maker->line,
                 "%s is asked with its permission, as %s(%sREAD_RECORD)", macro->name, macro->name,
                 macro->such_as != NULL ? macro->such_as : "");
        return;
    }
    Text inside = {maker->body.at + maker->at + 1, (size_t)(close - maker->body.at) - maker->at - 1};
    maker->at += inside.len + 2;
    bool asks_subject = macro->such_as != NULL;
    Text subject = asks_subject ? text_trim(text_cut(&inside, ',')) : TEXT_NONE;
    Text permission = text_trim(inside);
    bool upper = permission.len > 0;
    for (size_t i = 0; i < permission.len; i++)
        upper &= isupper((unsigned char)permission.at[i]) || isdigit((unsigned char)permission.at[i]) ||
                 permission.at[i] == '_';
    if (!upper) {
        complain(maker->work, maker->piece->source, maker->line,
                 "%s needs a permission of rules/roles.h, as READ_RECORD", macro->name);
        return;
    }
    maker->piece->asks_scope = true;
    both(maker, text_of(macro->begins));
    if (asks_subject) {
        write_subject(maker, subject);
        both(maker, T(" AND "));
    }
    write_shown(maker, permission);
}

static void write_word(struct maker *maker)
{
    Text word = take_word(maker);
    bool called = maker->at < maker->body.len && maker->body.at[maker->at] == '(';
    /* The view itself is for the piece that answers the question, and that says why. */
    if (text_equal_string(word, "visible") && !called && !text_is_empty(maker->piece->unscoped)) {
        both(maker, word);
        return;
    }
    for (size_t i = 0; i < sizeof MACROS / sizeof MACROS[0]; i++)
        if (text_equal_string(word, MACROS[i].name)) {
            write_macro(maker, &MACROS[i]);
            return;
        }
    both(maker, word);
}

static void write_quoted(struct maker *maker)
{
    size_t from = maker->at++;
    while (maker->at < maker->body.len && maker->body.at[maker->at] != '\'')
        maker->at++;
    maker->at++;
    both(maker, (Text){maker->body.at + from, maker->at - from});
}

static void skip_comment(struct maker *maker)
{
    while (maker->at < maker->body.len && maker->body.at[maker->at] != '\n')
        maker->at++;
}

static void write_next(struct maker *maker)
{
    char c = maker->body.at[maker->at];
    char next = maker->at + 1 < maker->body.len ? maker->body.at[maker->at + 1] : ' ';
    if (is_word(c)) {
        write_word(maker);
    } else if (c == '\'') {
        write_quoted(maker);
    } else if (c == '-' && next == '-') {
        skip_comment(maker);
    } else if (c == ':' && is_word(next)) {
        maker->at++;
        write_name(maker, take_word(maker));
    } else {
        if (c == ':' && next == ':') {
            wrong(maker, "no ::, SQLite has not got it: write CAST(… AS TEXT)");
            maker->at++;
        } else if (c == '"') {
            wrong(maker, "no double quotes: a text stands in single quotes, a name needs none");
            do
                maker->at++;
            while (maker->at < maker->body.len && maker->body.at[maker->at] != '"');
        } else if (c == '?' || c == '$' || c == '@' || c == ':') {
            wrong(maker, "a parameter is written :name and declared above the piece");
        }
        maker->line += c == '\n';
        maker->at++;
        both(maker, (Text){&c, 1});
    }
}

void make_texts(struct work *work, struct piece *piece)
{
    struct maker maker = {work, piece, piece->body, 0, piece->body_line, out_new(work->arena), out_new(work->arena)};
    for (size_t i = 0; i < piece->parameter_count; i++)
        piece->places[i] = (struct place){FROM_PARAMETER};
    piece->place_count = piece->parameter_count;
    while (maker.at < maker.body.len)
        write_next(&maker);
    piece->sqlite = out_all(&maker.sqlite);
    piece->postgres = out_all(&maker.postgres);
    for (size_t i = 0; piece->body.len > 0 && i < piece->parameter_count; i++)
        if (!piece->parameters[i].used)
            complain(work, piece->source, piece->line, ":%.*s is declared and not used",
                     TEXT_ARGS(piece->parameters[i].name));
}
