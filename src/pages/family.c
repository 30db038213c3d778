#include "pages/family.h"

#include "pages/family_html.h"
#include "pages/family_parts.h"
#include "pages/options.h"
#include "web/url.h"

static Err add_safety(Read *read, const struct family_record *record, struct family_page *page)
{
    Arena *arena = read->arena;
    struct family_safety_rows plans;
    struct family_safety_plans_rows interim;
    struct family_stuck_rows stuck;
    TRY(family_safety(read, record->family, &plans));
    TRY(family_safety_plans(read, record->family, &interim));
    TRY(family_stuck(read, record->family, &stuck));
    page->safety.at = ARENA_MANY(arena, plans.count, struct safety_view);
    for (size_t i = 0; i < plans.count; i++) {
        const struct family_safety *plan = &plans.at[i];
        Text maker = name_words(arena, plan->maker_given, plan->maker_family_name);
        ChildId *same = ARENA_MANY(arena, plans.count, ChildId);
        size_t count = 0;
        bool said = false;
        for (size_t k = 0; k < plans.count; k++) {
            const struct family_safety *other = &plans.at[k];
            if (!text_equal(other->harm, plan->harm) || !text_equal(other->strengths, plan->strengths) || !text_equal(other->goals, plan->goals))
                continue;
            said |= k < i;
            same[count++] = other->child;
        }
        if (said)
            continue;
        page->safety.at[page->safety.count++] = (struct safety_view){.child = plans.count > 1 ? text_join(arena, T("The plan for "), children_words(arena, record, same, count)) : TEXT_NONE, .harm = plan->harm,
            .strengths = plan->strengths, .goals = plan->goals,
            .by = text_format(arena, "Written by %.*s on %.*s", TEXT_ARGS(maker), TEXT_ARGS(date_long(arena, plan->made)))};
    }
    page->interim.at = ARENA_MANY(arena, interim.count, struct said_view);
    ChildId *children = ARENA_MANY(arena, interim.count, ChildId);
    for (size_t i = 0; i < interim.count; i++) {
        size_t count = 0;
        bool said = false;
        for (size_t k = 0; k < interim.count; k++) {
            if (!text_equal(interim.at[k].what, interim.at[i].what))
                continue;
            said |= k < i;
            children[count++] = interim.at[k].child;
        }
        if (!said)
            page->interim.at[page->interim.count++] = (struct said_view){
                text_join(arena, T("Interim plan for "), children_words(arena, record, children, count)), interim.at[i].what,
                text_join(arena, T("Agreed with "), interim.at[i].agreed_with)};
    }
    page->has_safety = plans.count + interim.count > 0;
    page->stuck.at = ARENA_MANY(arena, stuck.count, Text);
    for (size_t i = 0; i < stuck.count; i++)
        page->stuck.at[page->stuck.count++] = text_format(arena, "‘%.*s’ was put off at %d core groups.", TEXT_ARGS(stuck.at[i].what), (int)stuck.at[i].rolled);
    return ok();
}

Err summary_of(Read *read, const struct family_record *record, struct steps *steps, struct family_page *page)
{
    struct columns columns = {.arena = read->arena, .record = record, .today = read->today};
    page->reads_record = rights_have(record->rights, READ_RECORD);
    TRY(waiting_of_family(read, record->family, &page->worries));
    TRY(read_columns(read, &columns));
    TRY(family_dates(read->arena, record, &record->due, read->today, steps, &page->dates));
    add_columns(&columns, page->reads_record, &page->blocks);
    add_warnings(read->arena, record, &page->warnings);
    TRY(add_safety(read, record, page));
    TRY(add_limits(read, record, steps, page));
    TRY(family_chart_of(read, record, &record->due, steps != NULL, &page->chart));
    page->on_a_plan = record->plans.count > 0;
    return add_people(read, &columns, page);
}

Err family_page(struct request *request, struct response *response)
{
    Read *read;
    struct family_record record;
    struct family_page page = {0};
    TRY(request_read(request, &read));
    TRY(family_record_of(read, request->ids.family, &record));
    family_record_shows(request, &record);
    page.band = family_band_of(request->arena, &record, TAB_SUMMARY, request->today);
    TRY(frame_of(request, page.band.name, FRAME_FAMILIES, &page.frame));
    page.frame.full_width = page.frame.looks_recorded = true;
    TRY(summary_of(read, &record, steps_new(request, read), &page));
    page.timeline = url_family_timeline(request->arena, record.family);
    page.address = url_family_address(request->arena, record.family);
    page.may_address = rights_have(record.rights, READ_PROTECTED);
    if (page.reads_record)
        page.then = url_family_then(request->arena, record.family, T("day"));
    family_html(&response->body, &page);
    return ok();
}
