#include "acts/copied_words.h"

#include "acts/field_value.h"
#include "acts/inside.h"
#include "rules/codes.h"
#include "rules/readers.h"

Err copied_begin(const struct act_run *run, struct copied_found *ret_found)
{
    *ret_found = (struct copied_found){.words = out_new(run->arena)};
    return protected_of_family(run->read, run->family, &ret_found->protected_words);
}

static void add(void *given, Text hit)
{
    struct copied_found *found = given;
    if (text_contains(out_all(&found->words), hit))
        return;
    out_string(&found->words, found->count++ > 0 ? "; " : "Found: ");
    out_text(&found->words, hit);
}

void copied_ask(struct copied_found *found, Text words) { protected_find(&found->protected_words, words, add, found); }

/* Whether the audience that is chosen beside the words lets them out. Without one they are for everybody who has the copy. */
static bool leaves(const struct field *fields, size_t count, const void *act)
{
    for (size_t i = 0; i < count; i++)
        if (fields[i].type == FIELD_CODE && fields[i].codes == &AUDIENCE_LIST)
            return audience_leaves((enum audience)field_code(&fields[i], act));
    return true;
}

static void ask_fields(struct copied_found *found, const struct field *fields, size_t count, const void *act)
{
    bool out = leaves(fields, count, act);
    for (size_t i = 0; i < count; i++) {
        const struct field *field = &fields[i];
        if (field->type == FIELD_LIST) {
            struct field_rows rows = field_rows(field, act);
            for (size_t k = 0; k < rows.count; k++)
                ask_fields(found, field->fields, field->field_count, field_row(field, rows, k));
        } else if (field->copied && out) {
            copied_ask(found, field_text(field, act));
        }
    }
}

Err copied_fields_ask(struct act_run *run, const void *act)
{
    struct copied_found found;
    struct facts facts = {0};
    TRY(copied_begin(run, &found));
    if (found.protected_words.rows.count == 0)
        return ok();
    ask_fields(&found, run->kind->fields, run->kind->field_count, act);
    for (size_t i = 0; i < run->inside->passed.count; i++)
        copied_ask(&found, run->inside->passed.at[i].reason);
    facts.protected_found = found.count;
    if (gate_ask(NO_PROTECTED_ADDRESS, &facts) == GATE_ANSWER_SHUT)
        shut_gates_add(run->shut, (struct shut_gate){NO_PROTECTED_ADDRESS, out_all(&found.words), false, false});
    return ok();
}
