#include "pages/child.h"

#include "pages/child_html.h"
#include "pages/options.h"
#include "store/access.h"
#include "store/disclosure_sql.h"
#include "store/options_sql.h"
#include "web/url.h"

enum { SEEN_MOST = 20 };

/* Only what is due to this child. */
static Err add_dates(Read *read, const struct family_record *record, ChildId child, struct steps *steps, struct date_views *dates)
{
    struct family_due_rows due = {ARENA_MANY(read->arena, record->due.count, struct family_due), 0};
    for (size_t i = 0; i < record->due.count; i++)
        if (record->due.at[i].child.n == child.n)
            due.at[due.count++] = record->due.at[i];
    return family_dates(read->arena, record, &due, read->today, steps, dates);
}

static Err add_people(Read *read, const struct family_record *record, ChildId child, struct reach_views *people)
{
    struct family_relations_rows rows;
    TRY(family_relations(read, record->family, &rows));
    people->at = ARENA_MANY(read->arena, rows.count, struct reach_view);
    for (size_t i = 0; i < rows.count; i++) {
        const struct family_relations *row = &rows.at[i];
        if (row->child.n != child.n)
            continue;
        Text is = text_of(relationship_kind_words(row->kind));
        if (row->parental_responsibility == YES_NO_UNKNOWN_YES)
            is = text_join(read->arena, is, T(" · parental responsibility"));
        people->at[people->count++] = (struct reach_view){name_words(read->arena, row->given, row->family_name), is, row->restriction};
    }
    return ok();
}

static Text note(Arena *arena, const struct child_seen_times *row)
{
    const struct {
        const char *before;
        Text words;
    } parts[] = {{"", row->words}, {"With: ", row->others}, {"Why: ", row->why}, {"Where: ", row->place}, {"Bedroom: ", row->bedroom}};
    Out out = out_new(arena);
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        if (!text_is_empty(parts[i].words)) {
            out_string(&out, out.len > 0 ? "\n" : "");
            out_string(&out, parts[i].before);
            out_text(&out, parts[i].words);
        }
    return out_all(&out);
}

static Err add_seen(Read *read, ChildId child, struct seen_views *seen)
{
    struct child_seen_times_rows rows;
    TRY(child_seen_times(read, child, INT64_MAX, SEEN_MOST, &rows));
    seen->at = ARENA_MANY(read->arena, rows.count, struct seen_view);
    for (size_t i = 0; i < rows.count; i++) {
        const struct child_seen_times *row = &rows.at[i];
        seen->at[seen->count++] = (struct seen_view){date_long(read->arena, row->seen_on), text_of(seen_how_words(row->how)),
            name_words(read->arena, row->given, row->family_name), note(read->arena, row), row->how == SEEN_HOW_ALONE};
    }
    return ok();
}

static Err add_said(Read *read, ChildId child, struct own_words_views *said)
{
    struct disclosures_of_child_rows rows;
    TRY(disclosures_of_child(read, child, &rows));
    said->at = ARENA_MANY(read->arena, rows.count, struct own_words_view);
    for (size_t i = 0; i < rows.count; i++) {
        const struct disclosures_of_child *row = &rows.at[i];
        Text when = date_full(read->arena, row->said);
        if (row->minute >= 0)
            when = text_format(read->arena, "%.*s at %.*s", TEXT_ARGS(when), TEXT_ARGS(minutes_words(read->arena, (int)row->minute)));
        said->at[said->count++] = (struct own_words_view){row->words, when, row->place, row->heard_by};
    }
    return ok();
}

static Err add_timeline(struct request *request, Read *read, const struct family_record *record, ChildId child, struct child_page *page)
{
    int64_t before, next;
    if (!text_to_int(form_get(&request->query, T("before")), &before) || before <= 0)
        before = INT64_MAX;
    TRY(timeline_of(request, read, record, child, before, &page->entries, &next));
    page->has_more = next != 0;
    if (page->has_more)
        page->more = url_asking(request->arena, url_child(request->arena, child), "before", text_format(request->arena, "%lld", (long long)next));
    return ok();
}

Err child_page(struct request *request, struct response *response)
{
    Read *read;
    Rights rights;
    struct target_child_family of;
    struct family_record record;
    struct child_column column;
    struct child_page page = {0};
    const struct family_children *child = NULL;
    bool found;
    TRY(request_read(request, &read));
    TRY(target_child_family(read, request->ids.child, &of, &found));
    if (!found)
        return err(NOT_FOUND, "the child is not visible");
    TRY(family_record_of(read, of.family, &record));
    for (size_t i = 0; i < record.children.count; i++)
        if (record.children.at[i].child.n == request->ids.child.n)
            child = &record.children.at[i];
    if (child == NULL)
        return err(NOT_FOUND, "the child is not visible");
    request_shows(request, child->child);
    TRY(rights_on_child(read, child->child, &rights));
    record.rights = rights; /* this page is about one child: what one may do to a sibling opens nothing here */
    TRY(family_column(read, &record, child, &column));
    struct family_band band = family_band_of(request->arena, &record, TAB_NONE, request->today);
    page.name = column.name;
    page.age = column.age;
    page.facts = column.facts;
    page.badges = band.badges;
    page.family = url_family(request->arena, record.family);
    page.family_words = band.name;
    page.reads_record = rights_have(rights, READ_RECORD);
    page.acts = act_lines_of_child(request->arena, child, rights);
    TRY(frame_of(request, page.name, FRAME_FAMILIES, &page.frame));
    page.frame.full_width = page.frame.looks_recorded = true;
    struct steps *steps = steps_new(request, read);
    TRY(add_dates(read, &record, child->child, steps, &page.dates));
    TRY(limits_of(read, &record, child->child, steps, &page.limits, &page.chains));
    TRY(add_people(read, &record, child->child, &page.people));
    if (page.reads_record)
        TRY(add_said(read, child->child, &page.said));
    if (page.reads_record)
        TRY(add_seen(read, child->child, &page.seen));
    TRY(add_timeline(request, read, &record, child->child, &page));
    child_html(&response->body, &page);
    return ok();
}
