#include "pages/team.h"

#include "pages/family_record.h"
#include "pages/listing.h"
#include "pages/listing_html.h"
#include "pages/options.h"
#include "pages/practice/known.h"
#include "pages/workload.h"
#include "store/practice.h"
#include "web/url.h"

enum { CHILDREN_ON_PAGE = 50 };

/* The children of one of them. Who it is stands behind the '?': a list of one's own team, narrowed. */
static Url url_of(Arena *arena, PersonId worker) { return url_asking(arena, url_team(arena), "worker", text_format(arena, "%lld", (long long)worker.n)); }

static void load_row(Arena *arena, struct sheet *sheet, Text name, const struct load *load, Url link, Text more)
{
    sheet_next(arena, sheet);
    struct sheet_cell *first = sheet_put(sheet, name);
    first->link = link;
    first->more = more;
    sheet_put_number(arena, sheet, load->families);
    sheet_put_number(arena, sheet, load->all);
    for (int i = 0; i < GROUP_COUNT; i++)
        sheet_put_number(arena, sheet, load->children[i]);
    struct sheet_cell *late = sheet_put(sheet, load->overdue == 0 ? T("nothing") : TEXT_NONE);
    if (load->overdue > 0) {
        late->tag = (struct status_tag){T("late"), text_format(arena, "%lld overdue", (long long)load->overdue)};
        late->due = due_day(arena, text_join(arena, T("the first since "), date_long(arena, load->first.due)), &load->first);
    }
}

static void child_row(struct request *request, const struct practice *practice, struct sheet *sheet, const struct workload_children *child)
{
    Arena *arena = request->arena;
    request_shows(request, child->child);
    sheet_next(arena, sheet);
    struct sheet_cell *name = sheet_put(sheet, name_words(arena, child->given, child->family_name));
    name->link = url_family(arena, child->family);
    name->more = age_words(arena, child->unborn, child->born, request->today);
    sheet_put(sheet, text_join(arena, child->family_words, T(" family")));
    sheet_put(sheet, child->stage == STAGE_NONE ? T("No open case") : text_of(stage_words(child->stage)));
    struct sheet_cell *plan = sheet_put(sheet, date_is_none(child->plan_started) ? T("none") : categories_words(arena, child->categories));
    if (!date_is_none(child->plan_started))
        plan->more = text_join(arena, T("since "), date_long(arena, child->plan_started));
    struct sheet_cell *next = sheet_put(sheet, child->next_kind == OBLIGATION_KIND_NONE ? T("nothing") : text_of(obligation_kind_words(child->next_kind)));
    if (child->next_kind != OBLIGATION_KIND_NONE) {
        const struct due_ref ref = {child->child, child->next_kind, child->next_start, child->next_due};
        next->tag = due_tag(arena, child->next_due, request->today);
        next->due = due_day(arena, due_with_beyond(arena, practice, child->next_kind, child->next_due, date_full(arena, child->next_due)), &ref);
    }
}

static Err worker_page(struct request *request, struct response *response, PersonId worker)
{
    static const char *const ACTS[] = {"COVER_SET"};
    Arena *arena = request->arena;
    Read *read;
    struct workload_person person;
    struct practice practice;
    struct workload_children_rows rows;
    bool found;
    TRY(request_read(request, &read));
    TRY(workload_person(read, worker, &person, &found));
    if (!found)
        return err(NOT_FOUND, "not somebody the reader manages");
    struct listing_page page = {.title = name_words(arena, person.given, person.family_name), .intro = person.job, .back = url_team(arena),
        .back_words = T("Back to the team"), .more_words = T("Next children")};
    TRY(frame_of(request, page.title, FRAME_TEAM, &page.frame));
    page.acts = listing_acts_on(request, worker, ACTS, sizeof ACTS / sizeof ACTS[0]);
    TRY(practice_read(read, &practice));
    TRY(workload_children(read, worker, (ChildId){listing_after(request)}, CHILDREN_ON_PAGE + 1, &rows));
    bool has_more = rows.count > CHILDREN_ON_PAGE;
    rows.count = has_more ? CHILDREN_ON_PAGE : rows.count;
    page.sheet = sheet_new(arena, T("Children they hold"), "Child|Family|Where the case stands|Plan|Next", rows.count);
    page.sheet.empty = T("They hold no case.");
    for (size_t i = 0; i < rows.count; i++)
        child_row(request, &practice, &page.sheet, &rows.at[i]);
    if (has_more)
        page.more = listing_more(arena, url_of(arena, worker), rows.at[rows.count - 1].child.n);
    page.frame.looks_recorded = true;
    listing_html(&response->body, &page);
    return ok();
}

Err team_page(struct request *request, struct response *response)
{
    Arena *arena = request->arena;
    Read *read;
    PersonId worker;
    struct workload workload;
    struct workload_unallocated_rows nobodys;
    struct listing_page page = {.title = T("Team"), .intro = T("The people you manage, straight or through others, and the children they hold.")};
    if (text_to_int(form_get(&request->query, T("worker")), &worker.n))
        return worker_page(request, response, worker);
    TRY(request_read(request, &read));
    TRY(frame_of(request, page.title, FRAME_TEAM, &page.frame));
    TRY(workload_of(read, &workload));
    TRY(workload_unallocated(read, (ChildId){0}, CHILDREN_ON_PAGE + 1, &nobodys));
    const struct workload_people_rows *people = &workload.people;
    struct load teams = workload_teams(&workload);
    int64_t plans = teams.children[GROUP_PLAN], children = teams.all;
    page.sheet = sheet_new(arena, T("Workload"), "Who|#Families|#Children|#New and assessed|#Enquiry|#On a plan|#In need|Overdue", people->count + 1);
    page.sheet.caption_hidden = true;
    page.sheet.empty = T("Nobody answers to you yet. The administrator names managers.");
    for (size_t i = 0; i < people->count; i++) {
        const struct workload_people *person = &people->at[i];
        struct load load = workload_load(&workload, person->worker);
        load_row(arena, &page.sheet, name_words(arena, person->given, person->family_name), &load, url_of(arena, person->worker),
                 text_is_empty(person->team) ? person->job : text_format(arena, "%.*s, %.*s", TEXT_ARGS(person->job), TEXT_ARGS(person->team)));
        plans += load.children[GROUP_PLAN];
        children += load.all;
    }
    if (teams.all > 0)
        load_row(arena, &page.sheet, T("Held by a team"), &teams, url_team_unallocated(arena), T("no worker yet"));
    Url here = url_team(arena);
    struct frame_link *see = ARENA_MANY(arena, 2, struct frame_link);
    see[0] = (struct frame_link){T("What is overdue, the longest first"), url_overdue(arena), false};
    see[1] = (struct frame_link){T("How time limits are kept"), url_timeliness(arena), false};
    page.see = (struct frame_links){see, 2};
    struct listing_count *counts = ARENA_MANY(arena, 4, struct listing_count);
    counts[0] = (struct listing_count){workload.overdue, T("overdue"), here, workload.overdue > 0};
    counts[1] = (struct listing_count){(int64_t)nobodys.count, nobodys.count > CHILDREN_ON_PAGE ? T("and more that nobody holds") : T("that nobody holds"),
        url_team_unallocated(arena), nobodys.count > 0};
    counts[2] = (struct listing_count){children, T("children"), here, false};
    counts[3] = (struct listing_count){plans, T("on a plan"), url_plans(arena), false};
    page.counts = (struct listing_counts){counts, 4};
    listing_html(&response->body, &page);
    return ok();
}

Err team_unallocated_page(struct request *request, struct response *response)
{
    Arena *arena = request->arena;
    Read *read;
    struct workload_unallocated_rows rows;
    struct listing_page page = {.title = T("Children that nobody holds"), .back = url_team(arena), .back_words = T("Back to the team"),
        .intro = T("They have an open case. Open the family to allocate it to a worker."), .more_words = T("Next children")};
    TRY(request_read(request, &read));
    TRY(frame_of(request, page.title, FRAME_TEAM, &page.frame));
    TRY(workload_unallocated(read, (ChildId){listing_after(request)}, CHILDREN_ON_PAGE + 1, &rows));
    bool has_more = rows.count > CHILDREN_ON_PAGE;
    rows.count = has_more ? CHILDREN_ON_PAGE : rows.count;
    page.sheet = sheet_new(arena, page.title, "Child|Where the case stands|Open since", rows.count);
    page.sheet.caption_hidden = true;
    page.sheet.empty = T("Every child with an open case has a worker.");
    for (size_t i = 0; i < rows.count; i++) {
        const struct workload_unallocated *child = &rows.at[i];
        request_shows(request, child->child);
        sheet_next(arena, &page.sheet);
        struct sheet_cell *name = sheet_put(&page.sheet, name_words(arena, child->given, child->family_name));
        name->link = url_family(arena, child->family);
        name->more = age_words(arena, child->unborn, child->born, request->today);
        sheet_put(&page.sheet, text_of(stage_words(child->stage)));
        sheet_put(&page.sheet, date_long(arena, child->opened));
    }
    if (has_more)
        page.more = listing_more(arena, url_team_unallocated(arena), rows.at[rows.count - 1].child.n);
    page.frame.looks_recorded = true;
    listing_html(&response->body, &page);
    return ok();
}
