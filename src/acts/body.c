#include "acts/body.h"

#include "base/applying.h"

static const struct field GATE_FIELDS[] = {
    {.name = "gate", .type = FIELD_LINE, .offset = offsetof(struct entry_gate, gate), .min = 1, .max = 100, .called = "", .left = ""},
    {.name = "reason", .type = FIELD_TEXT, .offset = offsetof(struct entry_gate, reason), .min = 0, .max = ACT_REASON_MOST, .called = "",
     .left = "", .personal = true},
};
static const struct field GATES_FIELD[] = {
    {.name = "gates", .type = FIELD_LIST, .offset = 0, .max = 50, .called = "", .left = "", .fields = GATE_FIELDS, .field_count = 2,
     .row_size = sizeof(struct entry_gate)},
};

static const Text BEGIN = {"{\"act\":", 7};
static const Text CASE = {",\"case\":", 8};

Text body_write(const struct act_kind *kind, const void *act, const struct entry_gates *gates, const struct consequences *consequences,
                Arena *arena)
{
    Out out = out_new(arena);
    out_text(&out, BEGIN);
    fields_write_json(kind->fields, kind->field_count, act, &out);
    if (gates->count > 0) {
        Out list = out_new(arena);
        fields_write_json(GATES_FIELD, 1, gates, &list); /* {"gates":[…]}, without its braces */
        Text text = out_all(&list);
        out_char(&out, ',');
        out_text(&out, (Text){text.at + 1, text.len - 2});
    }
    if (!consequences_are_empty(consequences)) {
        out_text(&out, CASE);
        fields_write_json(CONSEQUENCE_FIELDS, CONSEQUENCE_FIELD_COUNT, consequences, &out);
    }
    out_char(&out, '}');
    return out_all(&out);
}

/* Where the object or list that begins at `from` ends (just behind its last brace); 0 when it doesn't. Strings are passed over whole. */
static size_t value_end(Text body, size_t from)
{
    size_t depth = 0;
    bool in_string = false;
    for (size_t i = from; i < body.len; i++) {
        char c = body.at[i];
        if (in_string) {
            if (c == '\\')
                i++;
            else if (c == '"')
                in_string = false;
        } else if (c == '"') {
            in_string = true;
        } else if (c == '{' || c == '[') {
            depth++;
        } else if ((c == '}' || c == ']') && --depth == 0) {
            return i + 1;
        }
    }
    return 0;
}

Err body_read(const struct act_kind *kind, int64_t version, Text body, Arena *arena, void **ret_act, struct entry_gates *ret_gates,
              struct consequences *ret_consequences)
{
    if (version != kind->version)
        return err(BROKEN, "an entry's body has a version that this program doesn't read");
    size_t end = text_begins(body, BEGIN) && body.len > BEGIN.len && body.at[BEGIN.len] == '{' ? value_end(body, BEGIN.len) : 0;
    if (end == 0 || end >= body.len)
        return err(BROKEN, "an entry's body does not begin as bodies do");
    void *act = arena_take(arena, kind->size);
    struct entry_gates gates = {0};
    struct consequences consequences = {0};
    if (fields_read_json(kind->fields, kind->field_count, (Text){body.at + BEGIN.len, end - BEGIN.len}, arena, act).kind != OK)
        return err(BROKEN, "an entry's body does not fit its act");
    Text rest = {body.at + end, body.len - end};
    if (text_begins(rest, T(",\"gates\":["))) {
        size_t list_end = value_end(rest, sizeof ",\"gates\":" - 1);
        Text list = text_format(arena, "{%.*s}", (int)(list_end == 0 ? 0 : list_end - 1), rest.at + 1);
        if (fields_read_json(GATES_FIELD, 1, list, arena, &gates).kind != OK)
            return err(BROKEN, "the gates in an entry's body can't be read");
        rest = (Text){rest.at + list_end, rest.len - list_end};
    }
    if (text_begins(rest, CASE)) {
        size_t case_end = value_end(rest, CASE.len);
        Text object = {rest.at + CASE.len, case_end == 0 ? 0 : case_end - CASE.len};
        if (fields_read_json(CONSEQUENCE_FIELDS, CONSEQUENCE_FIELD_COUNT, object, arena, &consequences).kind != OK)
            return err(BROKEN, "the consequences in an entry's body can't be read");
        rest = (Text){rest.at + case_end, rest.len - case_end};
    }
    if (!text_equal(rest, T("}")))
        return err(BROKEN, "an entry's body does not end as bodies do");
    *ret_act = act;
    *ret_gates = gates;
    *ret_consequences = consequences;
    return ok();
}

Err body_apply(Tx *tx, const struct entry *entry, Text body)
{
    const struct act_kind *kind = act_kind_named(entry->act);
    if (kind == NULL)
        return err(BROKEN, "an entry's act is not one this program knows");
    return body_apply_as(tx, kind, entry, body);
}

Err body_apply_as(Tx *tx, const struct act_kind *kind, const struct entry *entry, Text body)
{
    void *act;
    struct entry whole = *entry;
    struct consequences consequences;
    TRY(body_read(kind, entry->version, body, tx->read->arena, &act, &whole.gates, &consequences));
    unsigned may_write = tx->may_write;
    tx->may_write = TABLE_REPLAYED;
    applying_begin();
    Err applied = kind->apply(tx, &whole, act); /* first: it can make the children that the consequences are about */
    if (applied.kind == OK)
        applied = consequences_apply(tx, &whole, &consequences);
    applying_end();
    tx->may_write = may_write;
    return applied;
}
