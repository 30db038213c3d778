#include "store/look.h"

#include "store/look_sql.h"

static const char LOOK[] = "LOOK";

Err look_head(Read *read, struct chain_head *ret_head) { return chain_head(read, LOOK, ret_head); }

static struct chain_hash look_hash(Arena *arena, const struct look *look)
{
    struct chain_form form = chain_form_new(arena, "hearth look 1");
    chain_form_int(&form, look->number);
    chain_form_int(&form, look->at.us);
    chain_form_int(&form, look->authority.n);
    chain_form_int(&form, look->actor.n);
    chain_form_bytes(&form, look->duty);
    chain_form_bytes(&form, look->route);
    chain_form_int(&form, look->family.n);
    chain_form_int(&form, look->refused);
    chain_form_bytes(&form, look->search);
    chain_form_children(&form, look->children.at, look->children.count);
    chain_form_hash(&form, &look->previous);
    return chain_form_end(&form);
}

static Err add(Tx *tx, const struct chain_head *head, const struct look *look)
{
    TRY(look_add(tx, look->number, look->authority, look->at, look->actor, look->duty, look->route, look->family, look->refused,
                 look->search, chain_hash_text(&look->previous), chain_hash_text(&look->hash)));
    for (size_t i = 0; i < look->children.count; i++)
        TRY(look_add_child(tx, look->number, look->authority, look->children.at[i]));
    struct chain_head to = {look->number, look->at, look->hash};
    return chain_move(tx, LOOK, head, &to);
}

Err look_append(Tx *tx, struct look *look)
{
    struct chain_head head;
    TRY(look_head(tx->read, &head));
    if (look->children.count > LOOK_CHILDREN_MOST)
        return err(BROKEN, "a page showed more children than a look can hold");
    look->number = head.number + 1;
    if (look->at.us < head.at.us)
        look->at = head.at;
    look->children.count = chain_children_sort(look->children.at, look->children.count);
    look->previous = head.hash;
    look->hash = look_hash(tx->read->arena, look);
    return add(tx, &head, look);
}

Err look_copy(Tx *tx, const struct look *look)
{
    struct chain_head head;
    TRY(look_head(tx->read, &head));
    if (look->number != head.number + 1 || !chain_hash_equal(&look->previous, &head.hash))
        return err(BROKEN, "a look to copy does not follow the one before");
    return add(tx, &head, look);
}

Err look_after(Read *read, int64_t after, struct looks *ret_looks)
{
    struct look_rows_rows rows;
    TRY(look_rows(read, after, CHAIN_CHUNK, &rows));
    struct looks looks = {ARENA_MANY(read->arena, rows.count, struct look), rows.count};
    for (size_t i = 0; i < rows.count; i++) {
        looks.at[i] = (struct look){.number = rows.at[i].number, .at = rows.at[i].at, .authority = rows.at[i].of_authority,
                                    .actor = rows.at[i].looked, .duty = rows.at[i].duty, .route = rows.at[i].route,
                                    .family = rows.at[i].family, .refused = rows.at[i].refused, .search = rows.at[i].search};
        (void)chain_hash_of(rows.at[i].previous, &looks.at[i].previous);
        (void)chain_hash_of(rows.at[i].hash, &looks.at[i].hash);
    }
    for (size_t at = 0; at < looks.count;) {
        size_t end = at + LOOK_CHILDREN_OF < looks.count ? at + LOOK_CHILDREN_OF : looks.count;
        struct look_children_rows children;
        TRY(look_children(read, looks.at[at].number - 1, looks.at[end - 1].number, ROWS_LIMIT, &children));
        size_t row = 0;
        for (; at < end; at++) {
            struct look *look = &looks.at[at];
            while (row < children.count && children.at[row].number < look->number)
                row++;
            size_t until = row;
            while (until < children.count && children.at[until].number == look->number)
                until++;
            look->children.at = ARENA_MANY(read->arena, until - row, ChildId);
            for (; row < until; row++)
                look->children.at[look->children.count++] = children.at[row].child;
        }
    }
    *ret_looks = looks;
    return ok();
}

static const char *wrong_with(Arena *arena, const struct chain_head *before, const struct look *look)
{
    if (look->number != before->number + 1)
        return "the look is missing";
    if (!chain_hash_equal(&look->previous, &before->hash))
        return "the look does not follow the one before it";
    struct chain_hash hash = look_hash(arena, look);
    if (!chain_hash_equal(&look->hash, &hash))
        return "the look or the children it showed were changed";
    if (look->at.us < before->at.us)
        return "the look is before the one before it";
    return "";
}

Err look_verify(Read *read, struct chain_verdict *ret_verdict)
{
    struct chain_head end, before = {0};
    TRY(look_head(read, &end));
    Arena *kept = read->arena, *arena = arena_new(CHAIN_ARENA);
    Err result = ok();
    struct chain_verdict verdict = {.why = ""};
    read->arena = arena;
    while (verdict.bad == 0) {
        struct looks looks;
        arena_reset(arena);
        result = look_after(read, before.number == 0 ? INT64_MIN : before.number, &looks);
        if (result.kind != OK || looks.count == 0)
            break;
        for (size_t i = 0; i < looks.count && verdict.bad == 0; i++) {
            verdict.why = wrong_with(arena, &before, &looks.at[i]);
            if (verdict.why[0] != '\0')
                verdict.bad = before.number + 1;
            else
                before = (struct chain_head){looks.at[i].number, looks.at[i].at, looks.at[i].hash};
        }
    }
    struct look_strays stray = {0};
    bool strays = false;
    if (result.kind == OK)
        result = look_strays(read, &stray, &strays);
    read->arena = kept;
    arena_free(arena);
    TRY(result);
    if (strays && (verdict.bad == 0 || stray.number.n < verdict.bad)) {
        verdict.bad = stray.number.n < 1 ? 1 : stray.number.n;
        verdict.why = "a child was shown by a look that is not there";
    }
    chain_verdict_end(&verdict, &before, &end);
    *ret_verdict = verdict;
    return ok();
}
