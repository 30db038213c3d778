/* A submitted form read into an act's struct, problem by problem. */
#include "acts/field_value.h"
#include "acts/fields.h"
#include "acts/form_words.h"

struct scope {
    const struct form *form;
    const struct form_reading *reading;
    Text prefix; /* "" or "children-0-" */
    const struct field *fields;
    size_t count;
    void *act;
    const struct option *row; /* what the row is made from; NULL: a row people added, or the form itself */
};

static Text name_of(const struct scope *scope, const struct field *field, const char *suffix)
{
    return text_format(scope->reading->arena, "%.*s%s%s", TEXT_ARGS(scope->prefix), field->name, suffix);
}

static void problem(const struct scope *scope, const struct field *field, Text sentence)
{
    problems_add(scope->reading->problems, name_of(scope, field, ""), sentence);
}

/* 'The date of the discussion must be a real date'. */
static void problem_called(const struct scope *scope, const struct field *field, const char *called, Text rest)
{
    if (field->called != NULL && field->called[0] != '\0')
        called = field->called;
    problem(scope, field, text_format(scope->reading->arena, "%s %.*s", called, TEXT_ARGS(rest)));
}

static void missing(const struct scope *scope, const struct field *field)
{
    if (field->required)
        problem(scope, field, field->missing != NULL && field->missing[0] != '\0' ? text_of(field->missing) : T("Answer this question"));
}

/* What was typed, cleaned as one line. False when the bytes can't be words; the problem is added. */
static bool typed_line(const struct scope *scope, const struct field *field, const char *suffix, Text *ret_text)
{
    if (fields_clean(scope->reading->arena, form_get(scope->form, name_of(scope, field, suffix)), true, ret_text))
        return true;
    problem_called(scope, field, "Answer", T("has characters that can't be read. Type it again"));
    return false;
}

static void read_words(const struct scope *scope, const struct field *field)
{
    Arena *arena = scope->reading->arena;
    Text text;
    if (!fields_clean(arena, form_get(scope->form, name_of(scope, field, "")), field->type == FIELD_LINE, &text))
        problem_called(scope, field, "Answer", T("has characters that can't be read. Type it again"));
    else if (text.len == 0)
        missing(scope, field);
    else if ((int64_t)text_code_points(text) > field->max)
        problem_called(scope, field, "Answer",
                       text_format(arena, "must be %.*s characters or fewer. You have typed %.*s", TEXT_ARGS(number_words(arena, field->max)),
                                   TEXT_ARGS(number_words(arena, (int64_t)text_code_points(text)))));
    else
        FIELD_PUT(field, scope->act, text);
}

/* Reads the three inputs. False when there is no date: either nothing was typed (*ret_nothing) or the problem was added. */
static bool read_three(const struct scope *scope, const struct field *field, Date *ret_date, bool *ret_nothing)
{
    struct typed_date typed;
    *ret_nothing = false;
    if (!typed_line(scope, field, "-day", &typed.day) || !typed_line(scope, field, "-month", &typed.month) ||
        !typed_line(scope, field, "-year", &typed.year))
        return false;
    if (typed.day.len == 0 && typed.month.len == 0 && typed.year.len == 0) {
        *ret_nothing = true;
        return false;
    }
    Text wrong = typed_date_read(scope->reading->arena, typed, ret_date);
    if (wrong.len > 0)
        problem_called(scope, field, "Date", wrong);
    return wrong.len == 0;
}

static void read_date(const struct scope *scope, const struct field *field)
{
    Date date;
    bool nothing;
    if (!read_three(scope, field, &date, &nothing)) {
        if (nothing)
            missing(scope, field);
        return;
    }
    if (field->past && date_before(scope->reading->today, date))
        problem_called(scope, field, "Date", T("must be today or in the past"));
    else if (field->future && date_before(date, scope->reading->today))
        problem_called(scope, field, "Date", T("must be today or in the future"));
    else
        FIELD_PUT(field, scope->act, date);
}

/* A time as it was typed; false: a problem is listed. Nobody's visit of the afternoon is kept as one of the night. */
static bool read_clock(const struct scope *scope, const struct field *field, Text typed, int64_t *ret_minutes)
{
    Arena *arena = scope->reading->arena;
    if (!typed_time_read(typed, ret_minutes)) {
        problem_called(scope, field, "Time", T("must be a real time, for example 9:30am"));
        return false;
    }
    if (!typed_time_is_unclear(typed))
        return true;
    int early = (int)*ret_minutes, late = early + 12 * 60;
    problem(scope, field, text_format(arena, "Enter the time as %.*s or %d:%02d, or as %.*s", TEXT_ARGS(minutes_words(arena, late)), late / 60, late % 60,
                                      TEXT_ARGS(minutes_words(arena, early))));
    return false;
}

static void read_time(const struct scope *scope, const struct field *field)
{
    Text typed;
    int64_t minutes;
    if (!typed_line(scope, field, "", &typed))
        return;
    if (typed.len == 0)
        missing(scope, field);
    else if (read_clock(scope, field, typed, &minutes))
        FIELD_PUT(field, scope->act, minutes);
}

static void read_instant(const struct scope *scope, const struct field *field)
{
    Date date;
    Text typed;
    bool nothing;
    int64_t minutes;
    bool dated = read_three(scope, field, &date, &nothing);
    if ((!dated && !nothing) || !typed_line(scope, field, "-time", &typed))
        return;
    if (nothing && typed.len == 0) {
        missing(scope, field);
    } else if (nothing) {
        problem_called(scope, field, "Date", T("must include a day, a month and a year"));
    } else if (typed.len == 0) {
        problem_called(scope, field, "Time", T("must be given with the date, for example 9:30am"));
    } else if (read_clock(scope, field, typed, &minutes)) {
        Instant instant = instant_of_london(date, (int)(minutes / 60), (int)(minutes % 60));
        if (instant_london_minutes(instant) != minutes)
            problem_called(scope, field, "Time", T("was left out that day, when the clocks went forward"));
        else if (field->past && instant.us > scope->reading->now.us)
            problem_called(scope, field, "Date and time", T("must be in the past"));
        else if (field->future && instant.us < scope->reading->now.us)
            problem_called(scope, field, "Date and time", T("must be in the future"));
        else
            FIELD_PUT(field, scope->act, instant);
    }
}

static void read_int(const struct scope *scope, const struct field *field)
{
    Arena *arena = scope->reading->arena;
    Text typed;
    int64_t number;
    if (!typed_line(scope, field, "", &typed))
        return;
    if (typed.len == 0)
        missing(scope, field);
    else if (!text_to_int(typed, &number))
        problem_called(scope, field, "Answer", T("must be a whole number"));
    else if (number < field->min || number > field->max)
        problem_called(scope, field, "Answer",
                       text_format(arena, "must be between %.*s and %.*s", TEXT_ARGS(number_words(arena, field->min)),
                                   TEXT_ARGS(number_words(arena, field->max))));
    else
        FIELD_PUT(field, scope->act, number);
}

static void not_offered(const struct scope *scope, const struct field *field)
{
    problem(scope, field, T("Choose one of the answers shown"));
}

static void read_yesno(const struct scope *scope, const struct field *field)
{
    Text typed = text_trim(form_get(scope->form, name_of(scope, field, "")));
    unsigned answer = text_equal(typed, T("yes")) ? YESNO_YES : YESNO_NO;
    if (typed.len == 0)
        missing(scope, field);
    else if (answer == YESNO_NO && !text_equal(typed, T("no")))
        not_offered(scope, field);
    else
        FIELD_PUT(field, scope->act, answer);
}

static void read_code(const struct scope *scope, const struct field *field)
{
    Text typed = text_trim(form_get(scope->form, name_of(scope, field, "")));
    int number;
    if (typed.len == 0) {
        missing(scope, field);
    } else if (!code_list_of(field->codes, typed, &number) || !field_takes_code(field, scope->reading->options, number)) {
        not_offered(scope, field);
    } else {
        unsigned code = (unsigned)number;
        FIELD_PUT(field, scope->act, code);
    }
}

static void read_codes(const struct scope *scope, const struct field *field)
{
    Text name = name_of(scope, field, "");
    uint64_t set = 0;
    for (size_t i = 0; i < scope->form->count; i++) {
        const struct form_value *value = &scope->form->at[i];
        int number;
        if (!text_equal(value->name, name) || text_trim(value->value).len == 0)
            continue;
        if (!code_list_of(field->codes, text_trim(value->value), &number) || number < 1 || number > 63) {
            not_offered(scope, field);
            return;
        }
        set |= UINT64_C(1) << number;
    }
    if (set == 0)
        missing(scope, field);
    FIELD_PUT(field, scope->act, set);
}

/* 'Ruth Adeyinka can't be chosen: manages who holds the case'. */
static void not_to_choose(const struct scope *scope, const struct field *field, const struct option *option)
{
    problem(scope, field, text_format(scope->reading->arena, "%.*s cannot be chosen: %.*s", TEXT_ARGS(option->words), TEXT_ARGS(option->why_not)));
}

static struct option_list offered(const struct scope *scope, enum source source)
{
    return scope->reading->options == NULL ? (struct option_list){NULL, 0} : scope->reading->options->of[source];
}

static const struct option *option_of(struct option_list options, Text typed)
{
    int64_t id;
    if (!text_to_int(text_trim(typed), &id))
        return NULL;
    for (size_t i = 0; i < options.count; i++)
        if (options.at[i].id == id && id > 0)
            return &options.at[i];
    return NULL;
}

static void read_id(const struct scope *scope, const struct field *field)
{
    Text typed = text_trim(form_get(scope->form, name_of(scope, field, "")));
    if (typed.len == 0) {
        missing(scope, field);
        return;
    }
    const struct option *option = option_of(offered(scope, field->source), typed);
    if (option == NULL || !field_offers(field, scope->row, option))
        not_offered(scope, field);
    else if (!text_is_empty(option->why_not))
        not_to_choose(scope, field, option);
    else
        FIELD_PUT(field, scope->act, option->id);
}

/* Every choice once, in the order it was offered: two forms that chose the same are the same. */
static void read_ids(const struct scope *scope, const struct field *field)
{
    struct option_list options = offered(scope, field->source);
    Text name = name_of(scope, field, "");
    bool *chosen = ARENA_MANY(scope->reading->arena, options.count, bool);
    size_t count = 0;
    for (size_t i = 0; i < scope->form->count; i++) {
        const struct form_value *value = &scope->form->at[i];
        if (!text_equal(value->name, name) || text_trim(value->value).len == 0)
            continue;
        const struct option *option = option_of(options, value->value);
        if (option == NULL || !field_offers(field, scope->row, option) || !text_is_empty(option->why_not)) {
            option == NULL || text_is_empty(option->why_not) ? not_offered(scope, field) : not_to_choose(scope, field, option);
            return;
        }
        size_t which = (size_t)(option - options.at);
        count += !chosen[which];
        chosen[which] = true;
    }
    if (count == 0) {
        missing(scope, field);
    } else if (count > FIELDS_IDS_MOST) {
        problem(scope, field, text_format(scope->reading->arena, "Choose %d answers or fewer", FIELDS_IDS_MOST));
    } else {
        int64_t *ids = ARENA_MANY(scope->reading->arena, count, int64_t);
        struct field_rows rows = {ids, 0};
        for (size_t i = 0; i < options.count; i++)
            if (chosen[i])
                ids[rows.count++] = options.at[i].id;
        FIELD_PUT(field, scope->act, rows);
    }
}

static void read_fields(const struct scope *scope);

/* The rows the form speaks of: one bit for each number in 'children-NUMBER-…'; too_many when a number is past every limit. */
struct row_numbers {
    bool spoken[FIELDS_LIST_MOST];
    size_t count;
    bool too_many;
};

static struct row_numbers row_numbers(const struct scope *scope, const struct field *list)
{
    struct row_numbers numbers = {.count = 0};
    Text name = name_of(scope, list, "");
    for (size_t i = 0; i < scope->form->count; i++) {
        int64_t index;
        Text rest;
        if (!field_row_name(scope->form->at[i].name, name, &index, &rest))
            continue;
        if (index >= FIELDS_LIST_MOST) {
            numbers.too_many = true;
        } else if (!numbers.spoken[index]) {
            numbers.spoken[index] = true;
            numbers.count++;
        }
    }
    return numbers;
}

/* True when nothing was typed into the row: its key and an empty answer say nothing. */
static bool row_is_blank(const struct scope *row)
{
    Text key = row->count > 0 && row->fields[0].key ? name_of(row, &row->fields[0], "") : TEXT_NONE;
    for (size_t i = 0; i < row->form->count; i++) {
        const struct form_value *value = &row->form->at[i];
        if (text_begins(value->name, row->prefix) && !text_equal(value->name, key) && text_trim(value->value).len > 0)
            return false;
    }
    return true;
}

/* Reads the row's key. False, with a problem, when what it is about is not offered or had a row already. */
static bool read_key(struct scope *row, const struct field *list, struct field_rows before)
{
    const struct field *key = field_list_key(list);
    if (key == NULL)
        return true;
    const struct option *option = option_of(offered(row, list->source), form_get(row->form, name_of(row, key, "")));
    bool twice = false;
    for (size_t i = 0; i < before.count && option != NULL; i++)
        twice |= field_number(key, field_row(list, before, i)) == option->id;
    if (option != NULL && !field_is_of(list, option))
        option = NULL;
    row->row = option;
    if (option == NULL || twice) {
        problem(row, key, twice ? T("This is asked twice. Open the form again") : T("This is no longer in the list. Open the form again"));
        return false;
    }
    FIELD_PUT(key, row->act, option->id);
    return true;
}

/* Every choice the rows are made from must have its row, when the list is required. */
static void all_answered(const struct scope *scope, const struct field *list, struct field_rows rows)
{
    struct option_list options = offered(scope, list->source);
    const struct field *key = field_list_key(list);
    for (size_t i = 0; i < options.count; i++) {
        bool found = !field_is_of(list, &options.at[i]);
        for (size_t k = 0; k < rows.count; k++)
            found |= field_number(key, field_row(list, rows, k)) == options.at[i].id;
        if (!found)
            problem(scope, list, text_format(scope->reading->arena, "Answer for %.*s", TEXT_ARGS(options.at[i].words)));
    }
}

/* 'The same as the first': all of the first row but its key and what is each row's own. */
static void copy_first(const struct field *list, struct field_rows rows, void *row)
{
    const struct field *key = field_list_key(list);
    int64_t id = key == NULL ? 0 : field_number(key, row);
    memcpy(row, rows.at, list->row_size);
    for (size_t i = 0; i < list->field_count; i++)
        if (list->fields[i].own)
            fields_clear(&list->fields[i], 1, row);
    if (key != NULL)
        FIELD_PUT(key, row, id);
}

static void read_rows(const struct scope *scope, const struct field *list, const struct row_numbers *numbers)
{
    const struct form_reading *reading = scope->reading;
    struct field_rows rows = {arena_take_many(reading->arena, numbers->count, list->row_size), 0};
    bool keeps_blank = list->required && field_list_key(list) != NULL, first_seen = false, first_kept = false;
    size_t problems_before = reading->problems->count;
    for (size_t i = 0; i < FIELDS_LIST_MOST; i++) {
        if (!numbers->spoken[i])
            continue;
        void *act = field_row(list, rows, rows.count);
        struct scope row = {scope->form, reading, text_format(reading->arena, "%.*s%s-%zu-", TEXT_ARGS(scope->prefix), list->name, i),
                            list->fields, list->field_count, act, NULL};
        bool first = !first_seen;
        first_seen = true;
        bool same = list->same && !first && text_equal(form_get(scope->form, text_join(reading->arena, row.prefix, T("same"))), T("yes"));
        if ((same && !first_kept) || (!same && !keeps_blank && row_is_blank(&row)))
            continue;
        fields_clear(list->fields, list->field_count, act);
        if (!read_key(&row, list, rows))
            continue;
        if (same)
            copy_first(list, rows, act);
        else
            read_fields(&row);
        first_kept |= first;
        rows.count++;
    }
    FIELD_PUT(list, scope->act, rows);
    if (list->required && field_list_key(list) != NULL && reading->problems->count == problems_before)
        all_answered(scope, list, rows);
    else if (rows.count == 0 && reading->problems->count == problems_before)
        missing(scope, list);
}

static void read_list(const struct scope *scope, const struct field *list)
{
    struct row_numbers numbers = row_numbers(scope, list);
    if (numbers.too_many || (int64_t)numbers.count > list->max) {
        problem(scope, list, text_format(scope->reading->arena, "There can be %lld rows at most", (long long)list->max));
        return;
    }
    read_rows(scope, list, &numbers);
}

/* What stands in the form is the name of a file that came, now or with a form before (web/upload.h). */
static void read_file(const struct scope *scope, const struct field *field)
{
    Text name = name_of(scope, field, ""), typed = text_trim(form_get(scope->form, name));
    static const struct form_files none = {NULL, 0};
    const struct form_files *files = scope->reading->options == NULL ? &none : &scope->reading->options->files;
    for (size_t i = 0; i < files->count; i++)
        if (text_equal(files->at[i].field, name) && files->at[i].wrong.len > 0) {
            problem_called(scope, field, "The file", files->at[i].wrong);
            return;
        }
    const struct form_file *file = form_file_of(files, name, typed);
    if (file != NULL)
        FIELD_PUT(field, scope->act, file->file);
    else if (typed.len > 0)
        problem(scope, field, T("The file is not kept any more. Choose it again"));
    else
        missing(scope, field);
}

static void read_field(const struct scope *scope, const struct field *field)
{
    switch (field->type) {
    case FIELD_TEXT:
    case FIELD_LINE: read_words(scope, field); break;
    case FIELD_DATE: read_date(scope, field); break;
    case FIELD_TIME: read_time(scope, field); break;
    case FIELD_INSTANT: read_instant(scope, field); break;
    case FIELD_INT: read_int(scope, field); break;
    case FIELD_YESNO: read_yesno(scope, field); break;
    case FIELD_CODE: read_code(scope, field); break;
    case FIELD_CODES: read_codes(scope, field); break;
    case FIELD_ID: read_id(scope, field); break;
    case FIELD_IDS: read_ids(scope, field); break;
    case FIELD_LIST: read_list(scope, field); break;
    case FIELD_FILE: read_file(scope, field); break;
    case FIELD_BYTES: break; /* never on a form: act_to_c sees to it */
    }
}

static void read_fields(const struct scope *scope)
{
    for (size_t i = 0; i < scope->count; i++) {
        const struct field *field = &scope->fields[i];
        if (!field->decided && !field->key && field_is_of(field, scope->row) && field_is_asked(field, scope->act))
            read_field(scope, field);
    }
}

Err fields_read_form(const struct field *fields, size_t count, const struct form *form, const struct form_reading *reading, void *ret_act)
{
    size_t before = reading->problems->count;
    fields_clear(fields, count, ret_act);
    struct scope scope = {form, reading, TEXT_NONE, fields, count, ret_act, NULL};
    read_fields(&scope);
    return reading->problems->count == before ? ok() : err(NOT_VALID, "the form has problems");
}
