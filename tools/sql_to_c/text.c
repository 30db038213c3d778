/* Makes a piece's text for each engine. Line ends stay where they were, so that what SQLite finds wrong has its line.
 *
 * visible(…) is a subquery of the view for PostgreSQL. SQLite would run that for every row, some twenty steps through indexes each, so there
 * it is a call of sees(child, actor, authority, now, permission), with which the engine asks the same view once for each child and
 * remembers the answer as long as it can't change (store/engine_sqlite.c).
 *
 * A LIMIT with a number is kept by SQLite's engine, not by SQLite: with it SQLite sorts into a whole b-tree, without it into a list, and to
 * make that tree costs more than most pieces. */
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

/* The number of the place bound from there, a new one the first time it is asked for. */
static size_t place_of(struct maker *maker, struct place place)
{
    struct piece *piece = maker->piece;
    size_t i = piece->parameter_count;
    while (i < piece->place_count && !same_place(&piece->places[i], &place))
        i++;
    if (i == NAMES_MOST) {
        wrong(maker, "too many parameters in one piece");
        return 1;
    }
    if (i == piece->place_count)
        piece->places[piece->place_count++] = place;
    return i + 1;
}

static void write_mark(struct maker *maker, size_t number)
{
    out_char(&maker->sqlite, '?');
    out_int(&maker->sqlite, (int64_t)number);
    out_char(&maker->postgres, '$');
    out_int(&maker->postgres, (int64_t)number);
}

static void write_name(struct maker *maker, Text name)
{
    struct piece *piece = maker->piece;
    for (size_t i = 0; i < piece->parameter_count; i++)
        if (text_equal(piece->parameters[i].name, name)) {
            piece->parameters[i].used = true;
            write_mark(maker, i + 1);
            return;
        }
    if (text_equal_string(name, "authority"))
        write_mark(maker, place_of(maker, (struct place){FROM_AUTHORITY}));
    else if (text_equal_string(name, "actor"))
        write_mark(maker, place_of(maker, (struct place){FROM_ACTOR}));
    else if (text_equal_string(name, "now"))
        write_mark(maker, place_of(maker, (struct place){FROM_NOW}));
    else if (text_equal_string(name, "today"))
        write_mark(maker, place_of(maker, (struct place){FROM_TODAY}));
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

/* The places that a question of scope is bound to. */
struct asked {
    size_t actor, authority, now, right; /* right 0: every right, as a set */
};

static struct asked asked_of(struct maker *maker, Text permission)
{
    struct asked asked;
    asked.actor = place_of(maker, (struct place){FROM_ACTOR});
    asked.authority = place_of(maker, (struct place){FROM_AUTHORITY});
    asked.now = place_of(maker, (struct place){FROM_NOW});
    asked.right = permission.len == 0 ? 0 : place_of(maker, (struct place){FROM_PERMISSION, permission});
    return asked;
}

/* The condition on one row of visible: this actor, now, with that right, and the end of its subquery. */
static void write_shown(Arena *arena, Out *out, char mark, const struct asked *asked)
{
    out_text(out, text_format(arena, "shown.actor = %c%zu AND shown.authority = %c%zu AND shown.begins <= %c%zu AND shown.ends > %c%zu", mark,
                              asked->actor, mark, asked->authority, mark, asked->now, mark, asked->now));
    if (asked->right != 0)
        out_text(out, text_format(arena, " AND (shown.rights & %c%zu) <> 0", mark, asked->right));
    out_char(out, ')');
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

/* What a piece asks about scope: its name there and a subject to show whoever forgot the permission (NULL: it has none). Before and behind
 * the subject: for PostgreSQL a subquery of the view, for SQLite what calls sees(…). A list of one's own is a subquery for both. */
static const struct macro {
    const char *name, *such_as, *postgres, *sqlite, *sqlite_then, *sqlite_end;
} MACROS[] = {
    {"visible", "child.id, ", "EXISTS (SELECT 1 FROM visible AS shown WHERE shown.child = ", "sees(", "", ")"},
    {"visible_family", "family.id, ",
     "EXISTS (SELECT 1 FROM child AS shown_child JOIN visible AS shown ON shown.child = shown_child.id WHERE shown_child.family = ",
     "EXISTS (SELECT 1 FROM child AS shown_child WHERE shown_child.family = ", " AND sees(shown_child.id", "))"},
    {"visible_conference", "conference.id, ",
     "EXISTS (SELECT 1 FROM conference_child AS shown_child JOIN visible AS shown ON shown.child = shown_child.child WHERE shown_child.conference = ",
     "EXISTS (SELECT 1 FROM conference_child AS shown_child WHERE shown_child.conference = ", " AND sees(shown_child.child", "))"},
    {"visible_meeting", "meeting.id, ",
     "EXISTS (SELECT 1 FROM meeting_child AS shown_child JOIN visible AS shown ON shown.child = shown_child.child WHERE shown_child.meeting = ",
     "EXISTS (SELECT 1 FROM meeting_child AS shown_child WHERE shown_child.meeting = ", " AND sees(shown_child.child", "))"},
    {"visible_person", "address.person, ",
     "EXISTS (SELECT 1 FROM concerned AS shown_child JOIN visible AS shown ON shown.child = shown_child.child WHERE shown_child.person = ",
     "EXISTS (SELECT 1 FROM concerned AS shown_child WHERE shown_child.person = ", " AND sees(shown_child.child", "))"},
    {"rights_on", "child.id", "(SELECT COALESCE(BIT_OR(shown.rights), 0) FROM visible AS shown WHERE shown.child = ", "sees(", "", ")"},
    {.name = "my_children", .postgres = "(SELECT shown.child FROM visible AS shown WHERE "},
    {.name = "my_families",
     .postgres = "(SELECT shown_child.family FROM visible AS shown JOIN child AS shown_child ON shown_child.id = shown.child WHERE "},
};

/* From the few who hold something on the child to the one who asks: a head of service stands for thousands. CROSS JOIN: SQLite keeps that order. */
const char RIGHTS_ASKED[] = "SELECT shown.rights FROM access AS held CROSS JOIN visible AS shown ON shown.holder = held.holder"
                            " WHERE held.child = ?1 AND shown.child = ?1 AND shown.actor = ?2 AND shown.authority = ?3"
                            " AND shown.begins <= ?4 AND shown.ends > ?4";

static void write_scope(struct maker *maker, const struct macro *macro, Text subject, Text permission)
{
    Arena *arena = maker->work->arena;
    out_string(&maker->postgres, macro->postgres);
    if (macro->such_as == NULL) {
        struct asked asked = asked_of(maker, permission);
        out_string(&maker->sqlite, macro->postgres);
        write_shown(arena, &maker->sqlite, '?', &asked);
        write_shown(arena, &maker->postgres, '$', &asked);
        return;
    }
    out_string(&maker->sqlite, macro->sqlite);
    write_subject(maker, subject);
    struct asked asked = asked_of(maker, permission);
    out_text(&maker->sqlite, text_format(arena, "%s, ?%zu, ?%zu, ?%zu, ", macro->sqlite_then, asked.actor, asked.authority, asked.now));
    out_text(&maker->sqlite, asked.right == 0 ? T("-1") : text_format(arena, "?%zu", asked.right));
    out_string(&maker->sqlite, macro->sqlite_end);
    out_string(&maker->postgres, " AND ");
    write_shown(arena, &maker->postgres, '$', &asked);
}

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
    Text subject = macro->such_as != NULL ? text_trim(text_cut(&inside, ',')) : TEXT_NONE;
    Text permission = text_trim(inside);
    bool whole = text_equal_string(text_of(macro->name), "rights_on"); /* gives them all, and so leaves nothing out */
    bool upper = whole == (permission.len == 0);
    for (size_t i = 0; i < permission.len; i++)
        upper &= isupper((unsigned char)permission.at[i]) || isdigit((unsigned char)permission.at[i]) ||
                 permission.at[i] == '_';
    if (!upper) {
        complain(maker->work, maker->piece->source, maker->line,
                 "%s needs a permission of rules/roles.h, as READ_RECORD", macro->name);
        return;
    }
    maker->piece->asks_scope |= !whole;
    write_scope(maker, macro, subject, permission);
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
    if (called && text_equal_string(word, "sees"))
        wrong(maker, "sees() is what visible becomes on SQLite: write visible(child.id, PERMISSION)");
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

/* Takes "LIMIT number" off the end of SQLite's text; 0: there is none. */
static int64_t take_limit(Text *text)
{
    Text all = text_trim(*text);
    size_t digits = all.len;
    while (digits > 0 && isdigit((unsigned char)all.at[digits - 1]))
        digits--;
    Text before = text_trim((Text){all.at, digits});
    int64_t limit;
    if (!text_to_int((Text){all.at + digits, all.len - digits}, &limit) || before.len < 6 || strncmp(before.at + before.len - 6, " LIMIT", 6) != 0)
        return 0;
    *text = text_trim((Text){before.at, before.len - 5});
    return limit;
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
    if (piece->gives == GIVES_MANY)
        piece->limit = take_limit(&piece->sqlite);
    for (size_t i = 0; piece->body.len > 0 && i < piece->parameter_count; i++)
        if (!piece->parameters[i].used)
            complain(work, piece->source, piece->line, ":%.*s is declared and not used",
                     TEXT_ARGS(piece->parameters[i].name));
}
