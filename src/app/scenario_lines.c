/* A scenario's texts written out as lines: comments gone, parts played, loops run, {words} filled in. */
#include "app/scenario_inside.h"

#include "base/out.h"

/* What stands for {key} inside a part or a loop, innermost first. */
struct setting {
    Text key, value;
    const struct setting *outer;
};

struct raw_line {
    size_t text; /* it stands in */
    int number;
    bool below;
    Text words;
};
struct raw_lines {
    struct raw_line *at;
    size_t count;
};

struct part {
    Text name;
    size_t text, first, last; /* its lines: from first to the one before last */
    const struct raw_lines *raw;
};

struct writing {
    struct scenario_player *player;
    struct raw_lines *raw; /* of each text */
    struct part *parts;
    size_t part_count;
    size_t into; /* the text whose lines are being written: a part's lines belong to who plays it */
};

static Err complain(struct writing *writing, const struct raw_line *line, Text sentence)
{
    return scenario_complain_at(writing->player, line->text, line->number, sentence);
}

static bool first_word_is(Text words, const char *word)
{
    return text_equal_string(scenario_word(&words), word);
}

static bool opens_block(Text words) { return first_word_is(words, "part") || first_word_is(words, "each"); }
static bool ends_block(Text words) { return text_equal_string(words, "end"); }

/* Lines without comments and empty ones. */
static struct raw_lines split(Arena *arena, size_t which, Text text)
{
    size_t most = 1;
    for (size_t i = 0; i < text.len; i++)
        most += text.at[i] == '\n';
    struct raw_lines lines = {ARENA_MANY(arena, most, struct raw_line), 0};
    for (int number = 1; text.len > 0; number++) {
        Text line = text_cut(&text, '\n'), words = text_trim(line);
        if (words.len > 0 && words.at[0] != '#')
            lines.at[lines.count++] = (struct raw_line){which, number, line.at[0] == ' ' || line.at[0] == '\t', words};
    }
    return lines;
}

/* The line after the block that opens at `first`; count when it has no end. */
static size_t block_end(const struct raw_lines *raw, size_t first)
{
    size_t deep = 0;
    for (size_t i = first; i < raw->count; i++) {
        deep += opens_block(raw->at[i].words);
        if (ends_block(raw->at[i].words) && --deep == 0)
            return i;
    }
    return raw->count;
}

static Err filled(struct writing *writing, const struct raw_line *line, const struct setting *setting, Text *ret_words)
{
    Text rest = line->words;
    Out out = out_new(writing->player->arena);
    while (rest.len > 0) {
        Text before = text_cut(&rest, '{');
        out_text(&out, before);
        if (before.at + before.len == line->words.at + line->words.len)
            break;
        Text key = text_cut(&rest, '}');
        const struct setting *found = setting;
        while (found != NULL && !text_equal(found->key, key))
            found = found->outer;
        if (found == NULL)
            return complain(writing, line,
                                        text_format(writing->player->arena, "Nothing says what {%.*s} stands for", TEXT_ARGS(key)));
        out_text(&out, found->value);
    }
    *ret_words = text_trim(out_all(&out));
    return ok();
}

static Err write_lines(struct writing *writing, const struct raw_lines *raw, size_t first, size_t last, const struct setting *setting, int deep);

/* each WORD in A, B … end */
static Err write_each(struct writing *writing, const struct raw_lines *raw, size_t first, const struct setting *setting, int deep, size_t *ret_next)
{
    size_t end = block_end(raw, first);
    Text words;
    TRY(filled(writing, &raw->at[first], setting, &words));
    (void)scenario_word(&words);
    Text key = scenario_word(&words);
    if (end == raw->count || !text_equal(scenario_word(&words), T("in")))
        return complain(writing, &raw->at[first], T("Write each WORD in A, B and close it with end"));
    while (words.len > 0) {
        struct setting one = {key, text_trim(text_cut(&words, ',')), setting};
        TRY(write_lines(writing, raw, first + 1, end, &one, deep + 1));
    }
    *ret_next = end + 1;
    return ok();
}

/* play NAME, with the lines below it. */
static Err write_play(struct writing *writing, const struct raw_lines *raw, size_t first, const struct setting *setting, int deep, size_t *ret_next)
{
    struct scenario_player *player = writing->player;
    Text name = raw->at[first].words;
    const struct part *part = NULL;
    const struct setting *inner = NULL;
    (void)scenario_word(&name);
    for (size_t i = 0; i < writing->part_count; i++)
        if (text_equal(writing->parts[i].name, name))
            part = &writing->parts[i];
    if (part == NULL)
        return complain(writing, &raw->at[first],
                                    text_format(player->arena, "There is no part '%.*s'", TEXT_ARGS(name)));
    size_t next = first + 1;
    for (; next < raw->count && raw->at[next].below; next++) {
        struct setting *one = ARENA_NEW(player->arena, struct setting);
        Text words;
        TRY(filled(writing, &raw->at[next], setting, &words));
        *one = (struct setting){.key = text_trim(text_cut(&words, '=')), .outer = inner};
        one->value = text_trim(words);
        inner = one;
    }
    *ret_next = next;
    return write_lines(writing, part->raw, part->first, part->last, inner, deep + 1);
}

static Err write_line(struct writing *writing, const struct raw_line *line, const struct setting *setting)
{
    struct scenario_lines *lines = &writing->player->lines;
    Text words;
    if (lines->count == SCENARIO_LINES_MOST)
        return complain(writing, line, T("There are more lines than a scenario can have"));
    TRY(filled(writing, line, setting, &words));
    lines->at[lines->count++] = (struct scenario_line){writing->into, line->text, line->number, line->below, words};
    return ok();
}

static Err write_lines(struct writing *writing, const struct raw_lines *raw, size_t first, size_t last, const struct setting *setting, int deep)
{
    for (size_t i = first; i < last;) {
        const struct raw_line *line = &raw->at[i];
        if (deep > SCENARIO_DEEP_MOST)
            return complain(writing, line, T("Parts play one another without an end"));
        if (first_word_is(line->words, "part")) {
            i = block_end(raw, i) + 1;
        } else if (first_word_is(line->words, "each")) {
            TRY(write_each(writing, raw, i, setting, deep, &i));
        } else if (first_word_is(line->words, "play")) {
            TRY(write_play(writing, raw, i, setting, deep, &i));
        } else {
            TRY(write_line(writing, line, setting));
            i++;
        }
    }
    return ok();
}

static Err find_parts(struct writing *writing, size_t text)
{
    const struct raw_lines *raw = &writing->raw[text];
    for (size_t i = 0; i < raw->count; i++) {
        Text name = raw->at[i].words;
        if (!text_equal(scenario_word(&name), T("part")))
            continue;
        size_t end = block_end(raw, i);
        if (end == raw->count || name.len == 0)
            return complain(writing, &raw->at[i], T("A part needs a name and its end"));
        writing->parts[writing->part_count++] = (struct part){name, text, i + 1, end, raw};
        i = end;
    }
    return ok();
}

Err scenario_lines_read(struct scenario_player *player)
{
    struct writing writing = {.player = player, .raw = ARENA_MANY(player->arena, player->text_count, struct raw_lines)};
    size_t all = 0;
    for (size_t i = 0; i < player->text_count; i++) {
        writing.raw[i] = split(player->arena, i, player->texts[i].text);
        all += writing.raw[i].count;
    }
    writing.parts = ARENA_MANY(player->arena, all, struct part);
    for (size_t i = 0; i < player->text_count; i++)
        TRY(find_parts(&writing, i));
    player->lines.at = ARENA_MANY(player->arena, SCENARIO_LINES_MOST, struct scenario_line);
    for (writing.into = 0; writing.into < player->text_count; writing.into++)
        TRY(write_lines(&writing, &writing.raw[writing.into], 0, writing.raw[writing.into].count, NULL, 0));
    return ok();
}
