#include "pages/entry_answers.h"

#include <string.h>

#include "acts/act_kind.h"
#include "acts/field_value.h"
#include "pages/options.h"
#include "store/conference_page_sql.h"
#include "store/signed_in_sql.h"

enum { NAMES_MOST = 64 /* of one source in one entry */ };

struct naming {
    Read *read;
    const struct entry_shown *shown;
    struct field_options options;
};

static bool is_named(enum source source)
{
    switch (source) {
    case SOURCE_CHILDREN:
    case SOURCE_PARENTS:
    case SOURCE_ADULTS:
    case SOURCE_RELATIVES:
    case SOURCE_MEMBERS:
    case SOURCE_PLAN_READERS:
    case SOURCE_PEOPLE:
    case SOURCE_WORKERS:
    case SOURCE_HOLDERS:
    case SOURCE_MANAGERS:
    case SOURCE_COVERERS:
    case SOURCE_CHAIRS:
    case SOURCE_ADVISERS:
    case SOURCE_AUDITORS:
    case SOURCE_PROFESSIONALS:
    case SOURCE_AGENCIES:
    case SOURCE_FAMILY_INVITED:
    case SOURCE_INVITATIONS:
    case SOURCE_SPEAKS_FOR:
    case SOURCE_ACTIONS:
    case SOURCE_TEAMS: return true;
    default: return false;
    }
}

static bool is_shown(const struct entry_shown *shown, int64_t child)
{
    for (size_t i = 0; i < shown->child_count; i++)
        if (shown->children[i].n == child)
            return true;
    return false;
}

/* An invitation is called by whom it is for: an agency, somebody of the family, a name that was written down. */
static Err find_name(Read *read, enum source source, int64_t id, struct name_of *ret_name, bool *ret_found)
{
    if (source != SOURCE_INVITATIONS && source != SOURCE_SPEAKS_FOR)
        return name_of(read, id, ret_name, ret_found);
    struct invitation_name invited;
    TRY(invitation_name(read, (InvitationId){id}, &invited, ret_found));
    if (*ret_found)
        *ret_name = (struct name_of){.given = invited.name};
    return ok();
}

static Err add_name(struct naming *naming, enum source source, int64_t id)
{
    struct option_list *list = &naming->options.of[source];
    struct name_of name;
    bool found;
    if (id == 0 || !is_named(source) || list->count == NAMES_MOST || (source == SOURCE_CHILDREN && !is_shown(naming->shown, id)))
        return ok();
    for (size_t i = 0; i < list->count; i++)
        if (list->at[i].id == id)
            return ok();
    TRY(find_name(naming->read, source, id, &name, &found));
    if (!found)
        return ok();
    struct option *at = ARENA_MANY(naming->read->arena, list->count + 1, struct option);
    if (list->count > 0)
        memcpy(at, list->at, list->count * sizeof *at);
    at[list->count] = (struct option){.id = id, .words = source == SOURCE_CHILDREN && !text_is_empty(name.given) ? name.given
                                                             : name_words(naming->read->arena, name.given, name.family_name)};
    *list = (struct option_list){at, list->count + 1};
    return ok();
}

/* A list by child keeps the rows of the children that the reader sees the entry about. */
static void leave_rows_out(const struct entry_shown *shown, const struct field *list, void *act)
{
    struct field_rows rows = field_rows(list, act);
    const struct field *key = field_list_key(list);
    size_t kept = 0;
    if (key == NULL || list->source != SOURCE_CHILDREN)
        return;
    for (size_t i = 0; i < rows.count; i++) {
        if (!is_shown(shown, field_number(key, field_row(list, rows, i))))
            continue;
        if (kept != i)
            memcpy(field_row(list, rows, kept), field_row(list, rows, i), list->row_size);
        kept++;
    }
    rows.count = kept;
    field_put(list, act, &rows, sizeof rows);
}

static Err find_names(struct naming *naming, const struct field *fields, size_t count, void *act)
{
    for (size_t i = 0; i < count; i++) {
        const struct field *field = &fields[i];
        if (field->decided)
            continue;
        if (field->type == FIELD_ID)
            TRY(add_name(naming, field->source, field_number(field, act)));
        if (field->type == FIELD_IDS)
            for (size_t k = 0; k < field_rows(field, act).count; k++)
                TRY(add_name(naming, field->source, field_ids_at(field_rows(field, act), k)));
        if (field->type != FIELD_LIST)
            continue;
        leave_rows_out(naming->shown, field, act);
        struct field_rows rows = field_rows(field, act);
        const struct field *key = field_list_key(field);
        for (size_t k = 0; k < rows.count; k++) {
            void *row = field_row(field, rows, k);
            if (key != NULL)
                TRY(add_name(naming, field->source, field_number(key, row)));
            TRY(find_names(naming, field->fields, field->field_count, row));
        }
    }
    return ok();
}

/* 'Maja: why' and 'Oskar: why' with the same words become 'Maja, Oskar: why'. */
static void say_once(struct answer_views *views, Arena *arena)
{
    size_t kept = 0;
    for (size_t i = 0; i < views->count; i++) {
        struct answer_view *one = &views->at[i];
        bool said = false;
        for (size_t k = 0; k < kept && !said; k++) {
            struct answer_view *before = &views->at[k];
            said = one->row.len > 0 && before->row.len > 0 && text_equal(before->label, one->label) && text_equal(before->words, one->words);
            if (said)
                before->row = text_join(arena, before->row, text_join(arena, T(", "), one->row));
        }
        if (!said)
            views->at[kept++] = *one;
    }
    views->count = kept;
}

Err entry_answers(Read *read, const struct entry_shown *shown, struct answer_views *ret_answers)
{
    struct naming naming = {.read = read, .shown = shown};
    const struct act_kind *kind = shown->kind;
    TRY(find_names(&naming, kind->fields, kind->field_count, shown->act));
    *ret_answers = answers_view(kind->fields, kind->field_count, shown->act, &naming.options, read->arena);
    say_once(ret_answers, read->arena);
    return ok();
}
