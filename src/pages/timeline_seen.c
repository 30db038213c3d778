#include "pages/timeline_seen.h"

#include "acts/body.h"
#include "acts/consequences.h"
#include "store/family_page_sql.h"

/* A child comes once for each way in which the reader sees them. */
static void add_child(struct request *request, struct entry_shown *shown, ChildId child)
{
    request_shows(request, child);
    for (size_t i = 0; i < shown->child_count; i++)
        if (shown->children[i].n == child.n)
            return;
    shown->children[shown->child_count++] = child;
}

Err entry_shown_of(struct request *request, Read *read, EntryNumber number, Text act, int64_t version, Text body, struct entry_shown *ret_shown)
{
    struct entry_shown shown = {.kind = act_kind_named(act)};
    struct entry_rights_rows children;
    struct entry_gates gates = {0};
    struct consequences consequences;
    void *made;
    *ret_shown = shown;
    if (shown.kind == NULL)
        return err(BROKEN, "an entry of an act that this program doesn't know");
    TRY(entry_rights(read, number, &children));
    for (size_t i = 0; i < children.count; i++)
        shown.is_shown |= act_seen_by(shown.kind, (Rights)children.at[i].rights);
    if (!shown.is_shown)
        return ok();
    shown.children = ARENA_MANY(request->arena, children.count, ChildId);
    for (size_t i = 0; i < children.count; i++)
        if (act_seen_by(shown.kind, (Rights)children.at[i].rights))
            add_child(request, &shown, children.at[i].child);
    TRY(body_read(shown.kind, version, body, request->arena, &made, &gates, &consequences));
    shown.act = made;
    shown.gates = gates.at;
    shown.gate_count = gates.count;
    shown.says = fields_say(shown.kind->says, shown.kind->fields, shown.kind->field_count, made, request->arena);
    *ret_shown = shown;
    return ok();
}
