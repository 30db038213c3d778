#include "pages/practice/own_limits.h"

#include "acts/people/limit_set_act.h"
#include "pages/options.h"
#include "rules/profile_words.h"
#include "store/limit_sql.h"

/* What a row stands on, inside a sentence: as the refusal to loosen one calls it. */
static Text standing_inside(Arena *arena, const struct obligation_row *row)
{
    Out out = out_new(arena);
    out_inside(&out, limit_standing_words(row->statutory ? LIMIT_STANDING_STATUTORY : row->lead ? LIMIT_STANDING_LEAD : LIMIT_STANDING_LOCAL));
    return out_all(&out);
}

Text limit_of_profile_words(Arena *arena, const struct profile *profile, const struct obligation_row *row)
{
    return text_format(arena, "%s: %.*s, %.*s", profile->title, TEXT_ARGS(row_amount(arena, row)), TEXT_ARGS(standing_inside(arena, row)));
}

static struct status_tag tag_of(const struct practice *practice, const struct limits_kept *row, Date today, bool *told)
{
    const struct status_tag over = {T("none"), T("no longer holds")};
    bool to_come = date_before(today, row->since);
    Date day = to_come ? row->since : today;
    const struct obligation_row *holds = practice_row(practice, row->kind, day);
    bool same = text_equal_string(row->profile, practice_on(practice, day)->name) && holds != NULL && holds->number == (int)row->number &&
                holds->unit == due_unit_of(row->unit);
    if (to_come)
        return same ? (struct status_tag){T("wait"), T("not begun")} : over;
    same = same && !told[row->kind];
    told[row->kind] = true; /* the first that has begun */
    return same ? (struct status_tag){T("done"), T("holds now")} : over;
}

Err own_limits_sheet(Read *read, const struct practice *practice, bool with_people, struct sheet *ret_sheet)
{
    Arena *arena = read->arena;
    struct limits_kept_rows rows;
    bool told[OBLIGATION_KIND_COUNT] = {false};
    TRY(limits_kept(read, &rows));
    struct sheet sheet = sheet_new(arena, T("Time limits of our own"), "What is due|Within|From|In place of|Who decided", rows.count);
    sheet.caption_hidden = true;
    for (size_t i = 0; i < rows.count; i++) {
        const struct limits_kept *row = &rows.at[i];
        const struct profile *profile = profile_named(row->profile);
        const struct obligation_row *base = profile == NULL ? NULL : obligation_row_on(profile, row->kind, row->since);
        struct obligation_row own = {.number = (int)row->number, .unit = due_unit_of(row->unit), .before = base != NULL && base->before};
        sheet_next(arena, &sheet);
        sheet_put(&sheet, text_of(obligation_kind_words(row->kind)))->tag = tag_of(practice, row, read->today, told);
        sheet_put(&sheet, row_amount(arena, &own));
        sheet_put(&sheet, date_long(arena, row->since));
        bool is_back = base != NULL && base->number == own.number && base->unit == own.unit;
        sheet_put(&sheet, base == NULL ? row->profile : is_back ? T("the profile’s own limit again") : limit_of_profile_words(arena, profile, base));
        struct sheet_cell *who = sheet_put(&sheet, row->source);
        if (with_people)
            who->more = text_format(arena, "Recorded by %.*s on %.*s", TEXT_ARGS(text_is_empty(row->given) && text_is_empty(row->family_name) ? T("Hearth")
                : name_words(arena, row->given, row->family_name)), TEXT_ARGS(date_long(arena, instant_london_date(row->recorded_at))));
    }
    *ret_sheet = sheet;
    return ok();
}

/* 'Hold the first core group – within 10 working days, statutory'. */
static Text choice_words(Arena *arena, const struct profile *profile, const struct obligation_row *row, Date today)
{
    const struct obligation_row *beneath = limit_beneath(profile, row->kind, today);
    Text amount = row_amount(arena, row);
    Text stands = beneath == NULL ? standing_inside(arena, row) : text_format(arena, "our own, in place of %.*s", TEXT_ARGS(row_amount(arena, beneath)));
    return text_format(arena, "%s – %s%.*s, %.*s", obligation_kind_words(row->kind), row->before ? "" : "within ", TEXT_ARGS(amount), TEXT_ARGS(stands));
}

void limits_offered(Arena *arena, const struct act_kind *kind, const struct field_options *options, struct form_view *form)
{
    if (kind != &LIMIT_SET_ACT)
        return;
    const struct profile *profile = practice_on(options->practice, options->today);
    for (size_t i = 0; i < form->fields.count; i++) {
        struct field_view *field = &form->fields.at[i];
        if (!text_equal(field->name, T("kind")))
            continue;
        size_t kept = 0;
        for (size_t k = 0; k < field->choices.count; k++) {
            struct choice_view choice = field->choices.at[k];
            enum obligation_kind of;
            const struct obligation_row *row = obligation_kind_of(choice.value, &of) ? obligation_row_on(profile, of, options->today) : NULL;
            if (row == NULL)
                continue;
            choice.words = choice_words(arena, profile, row, options->today);
            field->choices.at[kept++] = choice;
        }
        field->choices.count = kept;
    }
}
