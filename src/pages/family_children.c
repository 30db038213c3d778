#include "pages/family_parts.h"
#include "pages/options.h"
#include "web/url.h"

enum { ALONE_DAYS = 28 }; /* a child not seen alone for so long is said */

static struct fact_view fact_of_status(const struct columns *columns, ChildId child)
{
    Arena *arena = columns->arena;
    struct fact_view fact = {.label = T("Status")};
    for (size_t i = 0; i < columns->record->plans.count; i++) {
        const struct family_plans_now *plan = &columns->record->plans.at[i];
        if (plan->child.n != child.n)
            continue;
        fact.has_tag = true;
        fact.tag = (struct status_tag){T("info"), text_join(arena, T("Plan – "), categories_words(arena, plan->categories))};
        fact.more = text_join(arena, T("since "), date_long(arena, plan->started));
        return fact;
    }
    for (size_t i = 0; i < columns->record->stages.count; i++) {
        const struct family_stages *stage = &columns->record->stages.at[i];
        if (stage->child.n != child.n)
            continue;
        fact.words = text_of(stage_words(stage->stage));
        fact.more = text_join(arena, T("case opened "), date_long(arena, stage->opened));
        return fact;
    }
    fact.words = T("No open case");
    return fact;
}

static struct fact_view fact_of_home(const struct columns *columns, ChildId child)
{
    struct fact_view fact = {.label = T("Lives with")};
    Out out = out_new(columns->arena);
    for (size_t i = 0; i < columns->lives.count; i++) {
        if (columns->lives.at[i].person.n != child.n)
            continue;
        if (out.len > 0)
            out_string(&out, "; ");
        size_t began = out.len;
        for (size_t k = 0; k < columns->lives.count; k++) {
            const struct family_lives *other = &columns->lives.at[k];
            bool sibling = false;
            for (size_t c = 0; c < columns->record->children.count; c++)
                sibling |= columns->record->children.at[c].child.n == other->person.n;
            if (sibling || other->household.n != columns->lives.at[i].household.n)
                continue;
            out_string(&out, out.len > began ? ", " : "");
            out_text(&out, name_words(columns->arena, other->given, other->family_name));
        }
        if (out.len == began)
            out_text(&out, columns->lives.at[i].name);
        fact.more = columns->lives.at[i].note;
    }
    fact.words = out.len > 0 ? out_all(&out) : T("Not recorded");
    return fact;
}

static void add_seen(const struct columns *columns, const struct family_children *child, struct fact_views *facts)
{
    Arena *arena = columns->arena;
    struct fact_view last = {.label = T("Last seen"), .words = T("Not seen yet")}, bedroom = {.label = T("Bedroom seen"), .words = T("Not seen yet")};
    if (child->unborn)
        last.words = bedroom.words = T("Not born yet");
    for (size_t i = 0; i < columns->seen.count; i++) {
        const struct family_seen *seen = &columns->seen.at[i];
        if (seen->child.n != child->child.n || child->unborn)
            continue;
        if (!date_is_none(seen->last_seen)) {
            bool alone = date_equal(seen->last_seen, seen->last_alone);
            last.words = text_join(arena, date_long(arena, seen->last_seen), alone ? T(", alone") : T(", with others there"));
            int32_t days = date_is_none(seen->last_alone) ? 0 : date_days_between(seen->last_alone, columns->today);
            last.has_tag = date_is_none(seen->last_alone) || days >= ALONE_DAYS;
            last.tag = (struct status_tag){T("late"), date_is_none(seen->last_alone) ? T("Never alone")
                : text_format(arena, "Alone: %d days ago", (int)days)};
        }
        if (!date_is_none(seen->last_bedroom))
            bedroom.words = date_long(arena, seen->last_bedroom);
    }
    facts->at[facts->count++] = last;
    facts->at[facts->count++] = bedroom;
}

static struct fact_view fact_of_responsibility(const struct columns *columns, ChildId child)
{
    struct fact_view fact = {.label = T("Parental responsibility")};
    Out out = out_new(columns->arena), unknown = out_new(columns->arena);
    for (size_t i = 0; i < columns->relations.count; i++) {
        const struct family_relations *relation = &columns->relations.at[i];
        Text name = name_words(columns->arena, relation->given, relation->family_name);
        if (relation->child.n != child.n)
            continue;
        if (relation->parental_responsibility == YES_NO_UNKNOWN_YES) {
            out_string(&out, out.len > 0 ? "; " : "");
            out_text(&out, name);
        } else if (relation->parental_responsibility == YES_NO_UNKNOWN_UNKNOWN) {
            out_string(&unknown, unknown.len > 0 ? "; " : "");
            out_text(&unknown, name);
        }
    }
    fact.words = out.len > 0 ? out_all(&out) : T("Not recorded");
    if (unknown.len > 0)
        fact.more = text_join(columns->arena, T("not known: "), out_all(&unknown));
    return fact;
}

static struct child_column column_of(const struct columns *columns, const struct family_children *child, bool reads_record)
{
    Arena *arena = columns->arena;
    Date day = child->unborn ? child->expected : child->born;
    struct child_column column = {.name = name_words(arena, child->given, child->family_name), .address = url_child(arena, child->child),
                                  .age = age_words(arena, child->unborn, day, columns->today)};
    struct fact_views *facts = &column.facts;
    facts->at = ARENA_MANY(arena, 8, struct fact_view);
    if (!date_is_none(child->died))
        column.age = text_join(arena, T("died "), date_long(arena, child->died));
    facts->at[facts->count++] = fact_of_status(columns, child->child);
    if (reads_record) {
        facts->at[facts->count++] = fact_of_home(columns, child->child);
        add_seen(columns, child, facts);
        facts->at[facts->count++] = fact_of_responsibility(columns, child->child);
    }
    facts->at[facts->count++] = (struct fact_view){.label = T("School or nursery"), .words = text_is_empty(child->school) ? T("Not recorded") : child->school};
    facts->at[facts->count++] = (struct fact_view){.label = T("GP surgery"), .words = text_is_empty(child->surgery) ? T("Not recorded") : child->surgery};
    return column;
}

Err read_columns(Read *read, struct columns *columns)
{
    TRY(family_seen(read, columns->record->family, &columns->seen));
    TRY(family_relations(read, columns->record->family, &columns->relations));
    return family_lives(read, columns->record->family, &columns->lives);
}

Err family_column(Read *read, const struct family_record *record, const struct family_children *child, struct child_column *ret_column)
{
    struct columns columns = {.arena = read->arena, .record = record, .today = read->today};
    TRY(read_columns(read, &columns));
    *ret_column = column_of(&columns, child, rights_have(record->rights, READ_RECORD));
    return ok();
}

void add_columns(const struct columns *columns, bool reads_record, struct child_blocks *blocks)
{
    size_t count = columns->record->children.count, wide = count <= 3 ? count : count == 4 ? 2 : 3;
    blocks->at = ARENA_MANY(columns->arena, count + 1, struct child_block);
    for (size_t i = 0; i < count; i++) {
        if (i % wide == 0)
            blocks->at[blocks->count++].children = (struct child_columns){ARENA_MANY(columns->arena, wide, struct child_column), 0};
        struct child_columns *children = &blocks->at[blocks->count - 1].children;
        children->at[children->count++] = column_of(columns, &columns->record->children.at[i], reads_record);
    }
}
