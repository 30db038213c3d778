#include "acts/form_now.h"

#include "acts/field_value.h"

Err form_now(const struct act_kind *kind, const struct act_now *now, const struct form *address, const struct form_reading *reading, struct form *ret_form)
{
    *ret_form = *address;
    if (kind->now == NULL)
        return ok();
    Arena *arena = reading->arena;
    struct problems unasked = problems_new(arena); /* an address answers little; nobody is told what is missing before they have sent anything */
    struct form_reading quiet = *reading;
    quiet.problems = &unasked;
    void *act = arena_take(arena, kind->size);
    Err read = fields_read_form(kind->fields, kind->field_count, address, &quiet, act);
    if (read.kind != OK && read.kind != NOT_VALID)
        return read;
    TRY(kind->now(now, act));
    struct form stands = fields_to_form(kind->fields, kind->field_count, act, arena);
    struct form form = {ARENA_MANY(arena, address->count + stands.count, struct form_value), 0};
    for (size_t i = 0; i < address->count; i++)
        form.at[form.count++] = address->at[i];
    for (size_t i = 0; i < stands.count; i++)
        if (!form_has(address, stands.at[i].name))
            form.at[form.count++] = stands.at[i];
    *ret_form = form;
    return ok();
}

static Text said(const struct field *field, const void *act, Arena *arena)
{
    Out out = out_new(arena);
    fields_write_json(field, 1, act, &out);
    return out_all(&out);
}

Err form_now_changes(const struct act_kind *kind, const struct act_now *now, struct problems *problems, void *act)
{
    if (!kind->sends_changes)
        return ok();
    Arena *arena = now->read->arena;
    void *stands = arena_take(arena, kind->size);
    fields_clear(kind->fields, kind->field_count, stands);
    TRY(kind->now(now, stands));
    for (size_t i = 0; i < kind->field_count; i++) {
        const struct field *field = &kind->fields[i];
        if (field->decided || field_is_none(field, stands))
            continue;
        if (field_is_none(field, act))
            problems_add(problems, text_of(field->name), T("Leave this as it was, or write what is right now"));
        else if (text_equal(said(field, act, arena), said(field, stands, arena)))
            field_clear(field, act);
    }
    return ok();
}
