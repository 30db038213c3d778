#include "acts/form_view.h"

#include "acts/field_value.h"

enum { RADIOS_MOST = 7 /* more choices than these become a select */ };

struct viewing {
    const struct form *form;
    const struct field_options *options;
    const struct problems *problems;
    Arena *arena;
    const struct option *row; /* what the row that is viewed is made from; NULL: none */
};

Text words_to_show(Arena *arena, Text typed)
{
    if (text_is_clean(typed))
        return typed;
    Out out = out_new(arena);
    for (size_t i = 0; i < typed.len;) {
        size_t len = 1;
        while (len < 4 && i + len <= typed.len && !text_is_utf8((Text){typed.at + i, len}))
            len++;
        Text one = {typed.at + i, i + len <= typed.len ? len : 0};
        bool shows = one.len > 0 && text_is_clean(one);
        out_text(&out, shows ? one : T("\xef\xbf\xbd"));
        i += shows || (one.len > 0 && text_is_utf8(one)) ? len : 1;
    }
    return out_all(&out);
}

static Text join(const struct viewing *viewing, Text a, const char *b) { return text_join(viewing->arena, a, text_of(b)); }

static Text typed(const struct viewing *viewing, Text name) { return words_to_show(viewing->arena, form_get(viewing->form, name)); }

static struct choice_views code_choices(const struct viewing *viewing, const struct field *field, Text name)
{
    struct choice_views choices = {ARENA_MANY(viewing->arena, field->codes->count, struct choice_view), 0};
    for (size_t i = 1; i < field->codes->count; i++) {
        const struct code *code = &field->codes->at[i];
        if (!field_takes_code(field, viewing->options, (int)i))
            continue;
        Text value = text_of(code->code);
        choices.at[choices.count++] = (struct choice_view){text_format(viewing->arena, "%.*s-%zu", TEXT_ARGS(name), i), value,
                                                           field_code_words(field, (int)i), text_of(code->meaning), form_chose(viewing->form, name, value), false};
    }
    return choices;
}

static struct option_list offered(const struct viewing *viewing, enum source source)
{
    return viewing->options == NULL ? (struct option_list){NULL, 0} : viewing->options->of[source];
}

static struct choice_views option_choices(const struct viewing *viewing, const struct field *field, Text name)
{
    struct option_list options = offered(viewing, field->source);
    struct choice_views choices = {ARENA_MANY(viewing->arena, options.count, struct choice_view), 0};
    for (size_t i = 0; i < options.count; i++) {
        if (!field_offers(field, viewing->row, &options.at[i]))
            continue;
        Text value = text_format(viewing->arena, "%lld", (long long)options.at[i].id);
        bool disabled = !text_is_empty(options.at[i].why_not);
        choices.at[choices.count++] = (struct choice_view){text_format(viewing->arena, "%.*s-%zu", TEXT_ARGS(name), i + 1), value,
            options.at[i].words, disabled ? options.at[i].why_not : options.at[i].hint, !disabled && form_chose(viewing->form, name, value), disabled};
    }
    return choices;
}

static struct choice_views yesno_choices(const struct viewing *viewing, Text name)
{
    struct choice_views choices = {ARENA_MANY(viewing->arena, 2, struct choice_view), 2};
    choices.at[0] = (struct choice_view){join(viewing, name, "-1"), T("yes"), T("Yes"), TEXT_NONE, form_chose(viewing->form, name, T("yes")), false};
    choices.at[1] = (struct choice_view){join(viewing, name, "-2"), T("no"), T("No"), TEXT_NONE, form_chose(viewing->form, name, T("no")), false};
    return choices;
}

/* The ids of these are name-day … so that the summary of problems can lead to the first of them. */
static void view_day(const struct viewing *viewing, struct field_view *view)
{
    view->day_name = join(viewing, view->name, "-day");
    view->month_name = join(viewing, view->name, "-month");
    view->year_name = join(viewing, view->name, "-year");
    view->day = typed(viewing, view->day_name);
    view->month = typed(viewing, view->month_name);
    view->year = typed(viewing, view->year_name);
    view->id = view->day_name;
}

/* Of radios one is chosen for good, without a script: where nothing need be chosen, and something is, 'none' is a choice too. */
static void add_none(const struct viewing *viewing, const struct field *field, struct field_view *view)
{
    bool chosen = false;
    for (size_t i = 0; i < view->choices.count; i++)
        chosen |= view->choices.at[i].checked;
    if (field->required || !chosen || !view->is_radios)
        return;
    struct choice_view *at = ARENA_MANY(viewing->arena, view->choices.count + 1, struct choice_view);
    memcpy(at, view->choices.at, view->choices.count * sizeof *at);
    at[view->choices.count] = (struct choice_view){.id = join(viewing, view->name, "-none"), .words = T("None of these")};
    view->choices = (struct choice_views){at, view->choices.count + 1};
}

/* The first choice's id is where the summary of problems leads; a select has the name itself. */
static void view_one_of(struct field_view *view)
{
    view->is_select = view->choices.count > RADIOS_MOST;
    view->is_radios = !view->is_select;
    if (view->is_radios && view->choices.count > 0)
        view->id = view->choices.at[0].id;
}

/* A file that came is named, and goes along hidden; else one can be chosen. */
static void view_file(const struct viewing *viewing, const struct field *field, struct field_view *view)
{
    static const struct form_files none = {NULL, 0};
    const struct form_files *files = viewing->options == NULL ? &none : &viewing->options->files;
    const struct form_file *came = form_file_of(files, view->name, form_get(viewing->form, view->name));
    view->is_file = true;
    view->limits_id = join(viewing, view->name, "-limits");
    view->remove_name = join(viewing, view->name, "-remove");
    view->file_limits = text_format(viewing->arena, "A PDF, PNG, JPEG or plain text file, smaller than %.*s.",
                                    TEXT_ARGS(file_size_words(viewing->arena, field->max)));
    if (came != NULL) {
        view->has_file = true;
        view->value = file_form_value(viewing->arena, &came->file);
        view->file_words = file_words(viewing->arena, &came->file);
    }
}

static void view_list(const struct viewing *viewing, const struct field *list, struct field_view *view);

static void view_value(const struct viewing *viewing, const struct field *field, struct field_view *view)
{
    switch (field->type) {
    case FIELD_TEXT:
    case FIELD_LINE:
    case FIELD_INT:
    case FIELD_TIME:
        view->is_text = field->type == FIELD_TEXT;
        view->is_line = field->type == FIELD_LINE;
        view->is_int = field->type == FIELD_INT;
        view->is_time = field->type == FIELD_TIME;
        view->value = typed(viewing, view->name);
        break;
    case FIELD_DATE:
        view->is_date = true;
        view_day(viewing, view);
        break;
    case FIELD_INSTANT:
        view->is_instant = true;
        view_day(viewing, view);
        view->time_name = join(viewing, view->name, "-time");
        view->time = typed(viewing, view->time_name);
        break;
    case FIELD_YESNO:
        view->is_yesno = true;
        view->choices = yesno_choices(viewing, view->name);
        view->id = view->choices.at[0].id;
        break;
    case FIELD_CODE:
        view->choices = code_choices(viewing, field, view->name);
        view_one_of(view);
        add_none(viewing, field, view);
        break;
    case FIELD_ID:
        view->choices = option_choices(viewing, field, view->name);
        view_one_of(view);
        add_none(viewing, field, view);
        break;
    case FIELD_CODES:
    case FIELD_IDS:
        view->is_checkboxes = true;
        view->choices = field->type == FIELD_CODES ? code_choices(viewing, field, view->name) : option_choices(viewing, field, view->name);
        if (view->choices.count > 0)
            view->id = view->choices.at[0].id;
        break;
    case FIELD_FILE: view_file(viewing, field, view); break;
    case FIELD_LIST:
        view->is_list = true;
        view_list(viewing, field, view);
        break;
    case FIELD_BYTES: break;
    }
}

static Text value_words(const struct field *field, unsigned code)
{
    if (field->type == FIELD_YESNO)
        return code == YESNO_YES ? T("Yes") : T("No");
    return field_code_words(field, (int)code);
}

static Text value_code(const struct field *field, unsigned code)
{
    if (field->type == FIELD_YESNO)
        return code == YESNO_YES ? T("yes") : T("no");
    return text_of(code_list_at(field->codes, (int)code)->code);
}

static void view_when(const struct viewing *viewing, Text prefix, const struct field *field, struct field_view *view)
{
    Out words = out_new(viewing->arena), values = out_new(viewing->arena);
    for (unsigned i = 1; i < 64; i++)
        if (field->when_codes >> i & 1) {
            out_string(&words, words.len == 0 ? "Only if you answered ‘" : " or ‘");
            out_text(&words, value_words(field->when, i));
            out_string(&words, "’");
            out_string(&values, values.len == 0 ? "" : " ");
            out_text(&values, value_code(field->when, i));
        }
    out_string(&words, " to ‘");
    out_string(&words, field->when->label);
    out_string(&words, "’");
    view->has_when = true;
    view->when_name = join(viewing, prefix, field->when->name);
    view->when_words = out_all(&words);
    view->when_values = out_all(&values);
}

static struct field_view view_field(const struct viewing *viewing, Text prefix, const struct field *field)
{
    Text name = join(viewing, prefix, field->name);
    struct field_view view = {.name = name, .id = name, .label = text_of(field->label), .hint = text_of(field->hint),
                              .is_required = field->required, .limit = field->max};
    view.error = viewing->problems == NULL ? TEXT_NONE : problems_of(viewing->problems, name);
    view.has_hint = view.hint.len > 0;
    view.has_error = view.error.len > 0;
    view.hint_id = join(viewing, name, "-hint");
    view.error_id = join(viewing, name, "-error");
    if (view.has_hint)
        view.described_by = view.has_error ? text_format(viewing->arena, "%.*s %.*s", TEXT_ARGS(view.hint_id), TEXT_ARGS(view.error_id)) : view.hint_id;
    else if (view.has_error)
        view.described_by = view.error_id;
    view_value(viewing, field, &view);
    if (field->when != NULL)
        view_when(viewing, prefix, field, &view);
    return view;
}

/* A choice of nothing that may stay empty is no question. */
static bool is_asked(const struct viewing *viewing, const struct field *field)
{
    if (field->decided || field->key || field->type == FIELD_BYTES)
        return false;
    bool chooses = field->type == FIELD_ID || field->type == FIELD_IDS;
    return !chooses || field->required || viewing->options == NULL || offered(viewing, field->source).count > 0;
}

static struct field_views view_fields(const struct viewing *viewing, Text prefix, const struct field *fields, size_t count)
{
    struct field_views views = {ARENA_MANY(viewing->arena, count, struct field_view), 0};
    for (size_t i = 0; i < count; i++)
        if (is_asked(viewing, &fields[i]) && field_is_of(&fields[i], viewing->row))
            views.at[views.count++] = view_field(viewing, prefix, &fields[i]);
    return views;
}

/* The rows the form speaks of ('actions-3-…'), and the key each gave. */
struct spoken_rows {
    bool spoken[FIELDS_LIST_MOST];
    Text key[FIELDS_LIST_MOST];
};

static struct spoken_rows spoken_rows(const struct viewing *viewing, Text list, const struct field *key)
{
    struct spoken_rows rows = {.spoken = {false}};
    for (size_t i = 0; i < viewing->form->count; i++) {
        int64_t number;
        Text rest;
        if (!field_row_name(viewing->form->at[i].name, list, &number, &rest) || number >= FIELDS_LIST_MOST)
            continue;
        rows.spoken[number] = true;
        if (key != NULL && text_equal_string(rest, key->name))
            rows.key[number] = viewing->form->at[i].value;
    }
    return rows;
}

/* The number of the row that has this key; else the first number at or past *next that the form does not speak of. */
static int64_t row_number(const struct spoken_rows *rows, Text key, int64_t *next)
{
    for (int64_t i = 0; i < FIELDS_LIST_MOST; i++)
        if (rows->spoken[i] && text_equal(rows->key[i], key))
            return i;
    while (*next < FIELDS_LIST_MOST && rows->spoken[*next])
        ++*next;
    return (*next)++;
}

static void view_row(const struct viewing *form, const struct field *list, Text name, int64_t number, const struct option *made_from, struct row_view *row)
{
    struct viewing of_row = *form;
    const struct viewing *viewing = &of_row;
    of_row.row = made_from;
    row->id = text_format(viewing->arena, "%.*s-%lld", TEXT_ARGS(name), (long long)number);
    Text prefix = join(viewing, row->id, "-");
    row->same_name = join(viewing, prefix, "same");
    row->is_same = form_chose(viewing->form, row->same_name, T("yes"));
    row->fields = view_fields(viewing, prefix, list->fields, list->field_count);
}

/* One row for each choice of the list's source, in its order. A choice the form did not speak of yet takes the next free number. */
static void view_made_rows(const struct viewing *viewing, const struct field *list, const struct field *key, struct field_view *view)
{
    struct option_list options = offered(viewing, list->source);
    view->rows.at = ARENA_MANY(viewing->arena, options.count, struct row_view);
    struct spoken_rows spoken = spoken_rows(viewing, view->name, key);
    int64_t next = 0;
    for (size_t i = 0; i < options.count && view->rows.count < (size_t)list->max; i++) {
        if (!field_is_of(list, &options.at[i]))
            continue;
        struct row_view *row = &view->rows.at[view->rows.count++];
        row->key_value = text_format(viewing->arena, "%lld", (long long)options.at[i].id);
        view_row(viewing, list, view->name, row_number(&spoken, row->key_value, &next), &options.at[i], row);
        row->has_key = true;
        row->key_name = text_format(viewing->arena, "%.*s-%s", TEXT_ARGS(row->id), key->name);
        row->error = viewing->problems == NULL ? TEXT_NONE : problems_of(viewing->problems, row->key_name);
        row->has_error = row->error.len > 0;
        row->label = options.at[i].words;
        row->hint = options.at[i].hint;
        row->can_be_same = list->same && view->rows.count > 1;
        row->same_words = text_join(viewing->arena, T("The same as "), view->rows.at[0].label);
    }
}

/* The rows the form speaks of, at least one, and one more when its button was pressed. Numbers begin at 0 again only in a new form. */
static void view_added_rows(const struct viewing *viewing, const struct field *list, struct field_view *view)
{
    view->rows.at = ARENA_MANY(viewing->arena, (size_t)list->max + 1, struct row_view);
    view->add_name = join(viewing, view->name, "-add");
    struct spoken_rows spoken = spoken_rows(viewing, view->name, NULL);
    int64_t next = 0;
    for (int64_t i = 0; i < FIELDS_LIST_MOST && view->rows.count < (size_t)list->max; i++)
        if (spoken.spoken[i]) {
            view_row(viewing, list, view->name, i, NULL, &view->rows.at[view->rows.count++]);
            next = i + 1;
        }
    bool more = view->rows.count == 0 || form_has(viewing->form, view->add_name);
    if (more && next < FIELDS_LIST_MOST && view->rows.count < (size_t)list->max)
        view_row(viewing, list, view->name, next, NULL, &view->rows.at[view->rows.count++]);
    for (size_t i = 0; i < view->rows.count; i++) {
        view->rows.at[i].label = text_format(viewing->arena, "Number %zu", i + 1);
        view->rows.at[i].can_be_same = list->same && i > 0;
        view->rows.at[i].same_words = T("The same as number 1");
    }
    view->can_add = view->rows.count < (size_t)list->max;
}

static void view_list(const struct viewing *viewing, const struct field *list, struct field_view *view)
{
    const struct field *key = field_list_key(list);
    if (key != NULL)
        view_made_rows(viewing, list, key, view);
    else
        view_added_rows(viewing, list, view);
}

struct field_views fields_view(const struct field *fields, size_t count, const struct form *form, const struct field_options *options,
                               const struct problems *problems, Arena *arena)
{
    struct viewing viewing = {form, options, problems, arena, NULL};
    return view_fields(&viewing, TEXT_NONE, fields, count);
}

/* Finds the field or row a problem is about, and says where the summary leads and which row it stands in. */
static bool find_field(const struct field_views *fields, Text name, Text row, Text *ret_id, Text *ret_row)
{
    for (size_t i = 0; i < fields->count; i++) {
        const struct field_view *field = &fields->at[i];
        if (text_equal(field->name, name)) {
            *ret_id = field->id;
            *ret_row = row;
            return true;
        }
        for (size_t k = 0; k < field->rows.count; k++) {
            const struct row_view *at = &field->rows.at[k];
            if (at->has_key && text_equal(at->key_name, name)) {
                *ret_id = at->id;
                *ret_row = at->label;
                return true;
            }
            if (find_field(&at->fields, name, at->label, ret_id, ret_row))
                return true;
        }
    }
    return false;
}

struct problem_views problems_view(const struct field_views *fields, const struct problems *problems, Arena *arena)
{
    size_t count = problems == NULL ? 0 : problems->count;
    struct problem_views views = {ARENA_MANY(arena, count, struct problem_view), count};
    for (size_t i = 0; i < count; i++) {
        Text id = problems->at[i].field, row = TEXT_NONE, words = problems->at[i].sentence;
        if (find_field(fields, problems->at[i].field, TEXT_NONE, &id, &row) && row.len > 0)
            words = text_join(arena, row, text_join(arena, T(": "), words));
        views.at[i] = (struct problem_view){id, words};
    }
    return views;
}

bool form_only_changes(const struct field *fields, size_t count, const struct form *form)
{
    for (size_t i = 0; i < count; i++) {
        const char *button = fields[i].type == FIELD_LIST ? "-add" : fields[i].type == FIELD_FILE ? "-remove" : NULL;
        for (size_t k = 0; k < form->count && button != NULL; k++) {
            Text rest = form->at[k].name;
            if (text_begins(rest, text_of(fields[i].name)) &&
                text_equal_string((Text){rest.at + strlen(fields[i].name), rest.len - strlen(fields[i].name)}, button))
                return true;
        }
    }
    return false;
}
