/* The lines below an act made into the form that a page would send, and the names of what the act made. */
#include "app/scenario_inside.h"

#include "acts/field_value.h"

/* The rows that the lines speak of, list by list, in the order in which they come. */
struct spoken_row {
    const struct field *list;
    Text name;
    size_t number;
};

struct filling {
    struct scenario_player *player;
    const struct scenario_item *item;
    Date today;
    Arena *arena;
    struct form form;
    size_t form_room;
    struct option *options[SOURCE_COUNT];
    size_t option_counts[SOURCE_COUNT];
    struct spoken_row *rows;
    size_t row_count;
};

static void add(struct filling *filling, Text name, Text value)
{
    if (filling->form.count == filling->form_room) {
        size_t room = filling->form_room == 0 ? 64 : filling->form_room * 2;
        struct form_value *at = ARENA_MANY(filling->arena, room, struct form_value);
        for (size_t i = 0; i < filling->form.count; i++)
            at[i] = filling->form.at[i];
        filling->form.at = at;
        filling->form_room = room;
    }
    filling->form.at[filling->form.count++] = (struct form_value){name, value};
}

static Text with(const struct filling *filling, Text name, const char *end) { return text_join(filling->arena, name, text_of(end)); }

/* A choice that the page would have to offer. */
static void offer(struct filling *filling, enum source source, int64_t id, Text words)
{
    size_t *count = &filling->option_counts[source];
    for (size_t i = 0; i < *count; i++)
        if (filling->options[source][i].id == id)
            return;
    if (filling->options[source] == NULL)
        filling->options[source] = ARENA_MANY(filling->arena, FIELDS_IDS_MOST + FIELDS_LIST_MOST, struct option);
    if (*count < FIELDS_IDS_MOST + FIELDS_LIST_MOST)
        filling->options[source][(*count)++] = (struct option){.id = id, .words = words};
}

static Err add_name(struct filling *filling, const struct scenario_pair *pair, enum source source, Text form_name, Text name)
{
    int64_t n;
    TRY(scenario_name_need(filling->player, pair->line, name, &n));
    offer(filling, source, n, name);
    add(filling, form_name, text_format(filling->arena, "%lld", (long long)n));
    return ok();
}

/* 'workday -3' as the three inputs; what is no such day is typed into them as it stands: '20 3 2026', or something wrong to be refused. */
static void add_date(struct filling *filling, Text name, Text words)
{
    Date day;
    Text parts[3];
    if (scenario_day(filling->player, words, filling->today, &day)) {
        int year, month, of_month;
        date_parts(day, &year, &month, &of_month);
        parts[0] = text_format(filling->arena, "%d", of_month);
        parts[1] = text_format(filling->arena, "%d", month);
        parts[2] = text_format(filling->arena, "%d", year);
    } else {
        parts[0] = scenario_word(&words);
        parts[1] = scenario_word(&words);
        parts[2] = words;
    }
    add(filling, with(filling, name, "-day"), parts[0]);
    add(filling, with(filling, name, "-month"), parts[1]);
    add(filling, with(filling, name, "-year"), parts[2]);
}

static void add_instant(struct filling *filling, Text name, Text words)
{
    size_t cut = words.len;
    while (cut > 0 && words.at[cut - 1] != ' ')
        cut--;
    add_date(filling, name, text_trim((Text){words.at, cut}));
    add(filling, with(filling, name, "-time"), (Text){words.at + cut, words.len - cut});
}

static Err add_value(struct filling *filling, const struct scenario_pair *pair, const struct field *field, Text name)
{
    Text rest = pair->value;
    switch (field->type) {
    case FIELD_DATE: add_date(filling, name, pair->value); return ok();
    case FIELD_INSTANT: add_instant(filling, name, pair->value); return ok();
    case FIELD_ID: return pair->value.len == 0 ? ok() : add_name(filling, pair, field->source, name, pair->value);
    case FIELD_IDS:
        while (rest.len > 0)
            TRY(add_name(filling, pair, field->source, name, text_trim(text_cut(&rest, ','))));
        return ok();
    case FIELD_CODES:
        while (rest.len > 0)
            add(filling, name, text_trim(text_cut(&rest, ',')));
        return ok();
    case FIELD_TEXT:
    case FIELD_LINE:
    case FIELD_TIME:
    case FIELD_INT:
    case FIELD_YESNO:
    case FIELD_CODE:
    case FIELD_LIST:
    case FIELD_FILE: /* a scenario has no files: what it writes there is refused as a file that never came */
    case FIELD_BYTES: break;
    }
    add(filling, name, pair->value);
    return ok();
}

static const struct field *field_named(const struct field *fields, size_t count, Text name)
{
    for (size_t i = 0; i < count; i++)
        if (text_equal_string(name, fields[i].name))
            return &fields[i];
    return NULL;
}

static Err no_field(struct scenario_player *player, const struct scenario_pair *pair)
{
    return scenario_complain(player, pair->line, text_format(player->arena, "This act has no field '%.*s'", TEXT_ARGS(pair->path)));
}

/* The number of a row; one that is spoken of for the first time says what it is about, when the list's rows are about something. */
static Err row_number(struct filling *filling, const struct scenario_pair *pair, const struct field *list, Text name, size_t *ret_number)
{
    const struct field *key = field_list_key(list);
    size_t number = 0;
    for (size_t i = 0; i < filling->row_count; i++) {
        if (filling->rows[i].list != list)
            continue;
        if (text_equal(filling->rows[i].name, name)) {
            *ret_number = filling->rows[i].number;
            return ok();
        }
        number++;
    }
    filling->rows[filling->row_count++] = (struct spoken_row){list, name, number};
    if (key != NULL)
        TRY(add_name(filling, pair, list->source, text_format(filling->arena, "%s-%zu-%s", list->name, number, key->name), name));
    *ret_number = number;
    return ok();
}

static Err fill(struct filling *filling, const struct act_kind *kind, const struct scenario_pair *pair)
{
    Text rest = pair->path, name = text_cut(&rest, '[');
    const struct field *field = field_named(kind->fields, kind->field_count, name);
    size_t number;
    if (field == NULL || field->decided || (field->type == FIELD_LIST) != (rest.len > 0))
        return no_field(filling->player, pair);
    if (field->type != FIELD_LIST)
        return add_value(filling, pair, field, name);
    TRY(row_number(filling, pair, field, text_trim(text_cut(&rest, ']')), &number));
    Text row = text_format(filling->arena, "%.*s-%zu-", TEXT_ARGS(name), number);
    if (rest.len == 0 && text_equal(pair->value, T("same"))) {
        add(filling, with(filling, row, "same"), T("yes"));
        return ok();
    }
    if (rest.len == 0)
        return pair->value.len == 0 ? ok() : no_field(filling->player, pair);
    (void)text_cut(&rest, '.');
    const struct field *of_row = field_named(field->fields, field->field_count, rest);
    if (of_row == NULL)
        return no_field(filling->player, pair);
    return add_value(filling, pair, of_row, text_join(filling->arena, row, rest));
}

Err scenario_form(struct scenario_player *player, const struct scenario_item *item, const struct act_kind *kind, Date today, Arena *arena,
                  struct form *ret_form, struct field_options *ret_options)
{
    struct filling filling = {.player = player, .item = item, .today = today, .arena = arena};
    filling.rows = ARENA_MANY(arena, item->pair_count, struct spoken_row);
    for (size_t i = 0; i < item->pair_count; i++)
        if (item->pairs[i].kind == PAIR_VALUE)
            TRY(fill(&filling, kind, &item->pairs[i]));
    *ret_form = filling.form;
    *ret_options = (struct field_options){0};
    for (size_t i = 0; i < SOURCE_COUNT; i++)
        ret_options->of[i] = (struct option_list){filling.options[i], filling.option_counts[i]};
    return ok();
}

/* ---- what was made ---- */

/* The row of a decided list: by its place, or by the name of what one of its numbers means. NULL: there is none. */
static const void *row_of(struct scenario_player *player, size_t line, const struct field *list, const void *act, Text which)
{
    struct field_rows rows = field_rows(list, act);
    int64_t n;
    if (text_to_int(which, &n))
        return n >= 0 && (size_t)n < rows.count ? field_row(list, rows, (size_t)n) : NULL;
    if (!scenario_name_find(player, line, which, &n))
        return NULL;
    for (size_t i = 0; i < rows.count; i++)
        for (size_t k = 0; k < list->field_count; k++)
            if (list->fields[k].type == FIELD_ID && field_number(&list->fields[k], field_row(list, rows, i)) == n)
                return field_row(list, rows, i);
    return NULL;
}

/* Follows 'made[ada].child' into the act. 0: it leads nowhere. */
static int64_t follow(struct scenario_player *player, const struct scenario_pair *pair, const struct act_kind *kind, const void *act)
{
    Text rest = pair->path, name = text_cut(&rest, '[');
    const struct field *field = field_named(kind->fields, kind->field_count, name);
    if (field == NULL || (field->type == FIELD_LIST) != (rest.len > 0))
        return 0;
    if (field->type == FIELD_LIST) {
        const void *row = row_of(player, pair->line, field, act, text_trim(text_cut(&rest, ']')));
        (void)text_cut(&rest, '.');
        field = field_named(field->fields, field->field_count, rest);
        act = row;
    }
    return field != NULL && act != NULL && field->type == FIELD_ID ? field_number(field, act) : 0;
}

/* The first number among these fields that this entry gave; lists after what stands outside them. */
static int64_t first_new(const struct field *fields, size_t count, const void *act, EntryNumber entry)
{
    for (size_t i = 0; i < count; i++)
        if (fields[i].type == FIELD_ID && id_entry(field_number(&fields[i], act)).n == entry.n)
            return field_number(&fields[i], act);
    for (size_t i = 0; i < count; i++) {
        struct field_rows rows = {0};
        if (fields[i].type == FIELD_LIST)
            rows = field_rows(&fields[i], act);
        for (size_t k = 0; k < rows.count; k++) {
            int64_t n = first_new(fields[i].fields, fields[i].field_count, field_row(&fields[i], rows, k), entry);
            if (n != 0)
                return n;
        }
    }
    return 0;
}

Err scenario_name_made(struct scenario_player *player, const struct scenario_item *item, const struct act_kind *kind, EntryNumber entry,
                       const void *act)
{
    if (item->as.len > 0) {
        int64_t n = first_new(kind->fields, kind->field_count, act, entry);
        if (n == 0)
            return scenario_complain(player, item->line, T("This act made nothing that could be named"));
        TRY(scenario_name_put(player, item->line, item->as, n));
    }
    for (size_t i = 0; i < item->pair_count; i++) {
        if (item->pairs[i].kind != PAIR_NAME)
            continue;
        int64_t n = follow(player, &item->pairs[i], kind, act);
        if (n == 0)
            return scenario_complain(player, item->pairs[i].line,
                                     text_format(player->arena, "This act decided no '%.*s'", TEXT_ARGS(item->pairs[i].path)));
        TRY(scenario_name_put(player, item->pairs[i].line, item->pairs[i].value, n));
    }
    return ok();
}
