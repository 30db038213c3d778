#include "pages/plan/plan.h"

#include "acts/plan/action_set_act.h"
#include "pages/family/own_plan.h"
#include "pages/options.h"
#include "pages/plan/plan_changes.h"
#include "pages/plan/plan_copies.h"
#include "pages/plan/plan_html.h"
#include "pages/plan/plan_protected.h"
#include "rules/plan_remarks.h"
#include "store/also_booked_sql.h"
#include "store/practice.h"
#include "web/url.h"

enum { REMARKS_MOST = 4 /* beside one action */, PAGE_REMARKS_MOST = 40 };

static struct plan_action_facts facts_of(const struct plan_page_actions *row)
{
    return (struct plan_action_facts){.what = row->what, .owner_words = row->owner_words, .how_often = row->how_often, .measure = row->measure,
        .kept_why = row->kept_why, .owner = row->owner, .owner_person = row->owner_person, .by_when = row->by_when, .repeats = row->repeats,
        .rolled = row->rolled};
}

static void add_remark(struct plan_remark_views *to, Text title, Text words, bool kept)
{
    if (to->count < REMARKS_MOST)
        to->at[to->count++] = (struct plan_remark_view){title, words, kept};
}

/* ---- actions ---- */

static Text missing_words(Arena *arena, unsigned missing)
{
    return text_format(arena, "%s%s%sThe plan is not published without it.", missing & PLAN_ACTION_NO_OWNER ? "Who does it? " : "",
                       missing & PLAN_ACTION_NO_DATE ? "By when, or how often? " : "", missing & PLAN_ACTION_NO_MEASURE ? "How will we know? " : "");
}

static void add_remarks(Arena *arena, const struct plan_page_actions *row, struct plan_action_view *view)
{
    struct plan_action_facts facts = facts_of(row);
    unsigned missing = plan_action_missing(&facts), remarks = plan_action_remarks(&facts);
    view->remarks.at = ARENA_MANY(arena, REMARKS_MOST, struct plan_remark_view);
    if (missing != 0)
        add_remark(&view->remarks, T("Something is missing"), missing_words(arena, missing), false);
    if (remarks != 0 && plan_action_is_kept(&facts)) {
        Text who = name_words(arena, row->kept_given, row->kept_name);
        add_remark(&view->remarks, text_join(arena, T("Remark kept by "), who), row->kept_why, true);
        return;
    }
    if (remarks & PLAN_REMARK_VAGUE)
        add_remark(&view->remarks, T("Not clear yet"), T("Say it so that everyone can tell whether it was done."), false);
    if (remarks & PLAN_REMARK_SEPARATION)
        add_remark(&view->remarks, T("No service can promise this"), T("Services generally cannot end a couple's relationship."), false);
    if (remarks & PLAN_REMARK_ROLLED)
        add_remark(&view->remarks, T("Put off again and again"), T("What stopped it, and what will be different?"), false);
}

static struct status_tag tag_of(Arena *arena, const struct plan_page_actions *row, int64_t version)
{
    if (row->progress == ACTION_PROGRESS_DONE)
        return (struct status_tag){T("done"), T("Done")};
    if (row->progress == ACTION_PROGRESS_DROPPED)
        return (struct status_tag){T("none"), T("No longer needed")};
    if (row->rolled > 0)
        return (struct status_tag){T("late"), text_format(arena, "Rolled over at %lld core group%s", (long long)row->rolled, row->rolled == 1 ? "" : "s")};
    if (row->progress == ACTION_PROGRESS_GOES_ON || row->progress == ACTION_PROGRESS_LATE)
        return (struct status_tag){row->progress == ACTION_PROGRESS_LATE ? T("late") : T("done"), text_of(action_progress_words(row->progress))};
    return row->since == version && version > 1 ? (struct status_tag){T("none"), T("New in this version")} : (struct status_tag){T(""), T("")};
}

/* What some copies leave out is said where the whole is read. */
static Text hidden_from(Arena *arena, const struct plan_page_actions *row)
{
    switch (row->audience) {
    case AUDIENCE_NOT_TO_PERSON: return text_format(arena, "Not in %.*s’s copy", TEXT_ARGS(row->not_to_given));
    case AUDIENCE_PROFESSIONALS: return T("Professionals only");
    case AUDIENCE_AUTHOR_TEAM: return T("Our team only");
    case AUDIENCE_CHILD_ONLY: return T("The child’s copy only");
    case AUDIENCE_EVERYONE:
    case AUDIENCE_NONE:
    case AUDIENCE_COUNT: break;
    }
    return TEXT_NONE;
}

static struct plan_action_view action_view(Arena *arena, const struct plan_loaded *loaded, const struct plan_page_actions *row, int64_t version)
{
    struct plan_action_view view = {.what = row->what, .who = plan_action_who(arena, loaded, row), .when = plan_action_when(arena, row),
        .measure = row->measure, .notices = row->notices, .note = row->progress_note, .tag = tag_of(arena, row, version)};
    view.may_change = row->until == 0 && date_is_none(loaded->head.ended) && rights_have(loaded->rights, ACTION_SET_ACT.may);
    Url form = url_asking(arena, url_plan_act(arena, loaded->plan, text_of(ACTION_SET_ACT.address)), "change", text_of(action_change_code(ACTION_CHANGE_CHANGE)));
    view.change = url_asking(arena, form, "action", text_format(arena, "%lld", (long long)row->action.n));
    view.has_tag = !text_is_empty(view.tag.words);
    bool over = row->progress == ACTION_PROGRESS_DONE || row->progress == ACTION_PROGRESS_DROPPED || !date_is_none(loaded->head.ended);
    view.is_late = !over && !date_is_none(row->by_when) && date_before(row->by_when, loaded->today);
    if (view.is_late)
        view.late = due_tag(arena, row->by_when, loaded->today);
    if (loaded->reader.copy == PLAN_COPY_WHOLE) {
        view.hidden_from = hidden_from(arena, row);
        add_remarks(arena, row, &view);
    }
    return view;
}

/* A section for each aim that an action serves (SB-19), in the list's order. */
static void add_goals(Arena *arena, const struct plan_loaded *loaded, int64_t version, struct plan_page *page)
{
    page->goals.at = ARENA_MANY(arena, PLAN_AIM_COUNT, struct plan_goal_view);
    for (int aim = PLAN_AIM_NONE; aim < PLAN_AIM_COUNT; aim++) {
        struct plan_goal_view *goal = &page->goals.at[page->goals.count];
        *goal = (struct plan_goal_view){.actions = {ARENA_MANY(arena, loaded->actions.count, struct plan_action_view), 0}};
        for (size_t i = 0; i < loaded->actions.count; i++) {
            const struct plan_page_actions *row = &loaded->actions.at[i];
            if ((int)row->aim != aim || !plan_action_stands(row, version))
                continue;
            struct plan_action_view view = action_view(arena, loaded, row, version);
            view.number = text_format(arena, "%zu.%zu", page->goals.count + 1, goal->actions.count + 1);
            goal->actions.at[goal->actions.count++] = view;
        }
        if (goal->actions.count == 0)
            continue;
        goal->id = text_format(arena, "aim-%d", aim);
        goal->title = text_format(arena, "Aim %zu. %s", page->goals.count + 1, aim == PLAN_AIM_NONE ? "None chosen" : plan_aim_words((enum plan_aim)aim));
        page->goals.count++;
    }
    page->has_goals = page->goals.count > 0;
    page->no_goals = loaded->reader.copy == PLAN_COPY_PART ? T("No action in this plan is for your agency.") : T("No action is written yet.");
}

/* ---- the whole plan ---- */

static void add_shares(Arena *arena, const struct plan_loaded *loaded, int64_t version, struct plan_page *page)
{
    page->shares.at = ARENA_MANY(arena, loaded->actions.count, struct plan_share_view);
    for (size_t i = 0; i < loaded->actions.count; i++) {
        if (!plan_action_stands(&loaded->actions.at[i], version))
            continue;
        Text who = plan_action_who(arena, loaded, &loaded->actions.at[i]);
        size_t at = 0;
        while (at < page->shares.count && !text_equal(page->shares.at[at].who, who))
            at++;
        if (at == page->shares.count)
            page->shares.at[page->shares.count++] = (struct plan_share_view){text_is_empty(who) ? T("Nobody yet") : who, 0};
        page->shares.at[at].actions++;
    }
}

static void collect_remarks(Arena *arena, struct plan_page *page)
{
    page->remarks.at = ARENA_MANY(arena, PAGE_REMARKS_MOST, struct plan_remark_view);
    for (size_t i = 0; page->is_draft && i < page->copies.count && page->remarks.count < PAGE_REMARKS_MOST; i++)
        if (!text_is_empty(page->copies.at[i].remark))
            page->remarks.at[page->remarks.count++] = (struct plan_remark_view){page->copies.at[i].remark, T("Write what they need to know."), false};
    for (size_t g = 0; g < page->goals.count; g++)
        for (size_t a = 0; a < page->goals.at[g].actions.count; a++) {
            const struct plan_action_view *action = &page->goals.at[g].actions.at[a];
            for (size_t r = 0; r < action->remarks.count && page->remarks.count < PAGE_REMARKS_MOST; r++)
                if (!action->remarks.at[r].kept)
                    page->remarks.at[page->remarks.count++] = (struct plan_remark_view){action->number, action->remarks.at[r].title, false};
        }
    page->remarks_title = text_format(arena, "%zu remark%s", page->remarks.count, page->remarks.count == 1 ? "" : "s");
}

static void add_sections(Arena *arena, const struct plan_versions *version, struct plan_page *page)
{
    struct plan_words words = plan_version_sections(version);
    page->sections.at = ARENA_MANY(arena, PLAN_SECTION_COUNT, struct plan_text_view);
    for (int s = PLAN_SECTION_NONE + 1; s < PLAN_SECTION_COUNT; s++) {
        Text written = plan_section_words(&words, (enum plan_section)s);
        if (!text_is_empty(written))
            page->sections.at[page->sections.count++] = (struct plan_text_view){text_of(plan_section_row((enum plan_section)s)->title), written};
    }
    page->contingency = words.contingency;
    page->why = words.harm;
    bool stops = words.harm.len > 0 && words.harm.at[words.harm.len - 1] == '.';
    if (!text_is_empty(words.cause))
        page->why = text_format(arena, "%.*s%s Caused by: %.*s", TEXT_ARGS(words.harm), stops ? "" : ".", TEXT_ARGS(words.cause));
}

static void add_title(Arena *arena, const struct plan_loaded *loaded, const struct plan_versions *version, struct plan_page *page)
{
    bool ended = !date_is_none(loaded->head.ended);
    page->is_draft = date_is_none(version->published);
    page->title = text_format(arena, "Plan for %.*s, version %lld", TEXT_ARGS(page->child), (long long)version->version);
    page->state = ended ? (struct status_tag){T("none"), T("ended")}
                  : page->is_draft ? (struct status_tag){T("wait"), T("draft")}
                                   : (struct status_tag){T("info"), version->state == PLAN_STATE_OUTLINE ? T("outline") : T("in force")};
    Out line = out_new(arena);
    out_text(&line, text_format(arena, "%.*s, %.*s", TEXT_ARGS(name_words(arena, version->made_by_given, version->made_by_name)),
                                TEXT_ARGS(date_long(arena, version->made))));
    if (!page->is_draft)
        out_text(&line, text_format(arena, " · agreed %.*s", TEXT_ARGS(date_long(arena, version->published))));
    if (!text_is_empty(version->because))
        out_text(&line, text_format(arena, " · %.*s", TEXT_ARGS(version->because)));
    Text categories = categories_words(arena, loaded->head.categories);
    if (!text_is_empty(categories))
        out_text(&line, text_format(arena, " · %.*s", TEXT_ARGS(categories)));
    if (ended)
        out_text(&line, text_format(arena, " · ended %.*s: %s", TEXT_ARGS(date_long(arena, loaded->head.ended)),
                                    plan_end_reason_words(loaded->head.end_reason)));
    page->line = out_all(&line);
}

/* By when the next review must be held; who reads the record goes from there to the whole working. */
static Err add_review(Read *read, const struct plan_loaded *loaded, struct plan_page *page)
{
    const struct plan_head *head = &loaded->head;
    const struct due_ref ref = {head->child, head->review_kind, head->review_start, head->review_due};
    bool is_known = ref.kind != OBLIGATION_KIND_NONE;
    Date by = is_known ? ref.due : head->review_by;
    struct practice practice;
    if (!date_is_none(head->ended) || date_is_none(by))
        return ok();
    Text words = text_join(read->arena, T("Review by "), date_long(read->arena, by));
    page->review.words = words;
    if (is_known && rights_have(loaded->rights, READ_RECORD))
        page->review = due_day(read->arena, words, &ref);
    else if (is_known) {
        TRY(practice_read(read, &practice));
        page->review = due_day_short(read->arena, words, &ref, &practice, read->today, text_of(obligation_kind_words(ref.kind)));
    }
    return ok();
}

static int64_t asked_number(const struct request *request, const char *name)
{
    int64_t number;
    return text_to_int(form_get(&request->query, text_of(name)), &number) ? number : 0;
}

static Err fill(struct request *request, const struct plan_loaded *loaded, struct plan_page *page)
{
    Arena *arena = request->arena;
    const struct plan_versions *version = plan_version_numbered(loaded, asked_number(request, "version"));
    if (version == NULL && loaded->versions.count > 0)
        version = &loaded->versions.at[0];
    page->child = name_words(arena, loaded->head.given, loaded->head.family_name);
    if (version == NULL) {
        page->title = text_format(arena, "Plan for %.*s", TEXT_ARGS(page->child));
        page->state = (struct status_tag){T("wait"), T("not published")};
        page->empty = T("Nothing of this plan has been published yet.");
        page->has_goals = true;
        return ok();
    }
    page->is_whole = loaded->reader.copy == PLAN_COPY_WHOLE;
    add_title(arena, loaded, version, page);
    add_goals(arena, loaded, version->version, page);
    add_sections(arena, version, page);
    if (!page->is_whole)
        return ok();
    add_shares(arena, loaded, version->version, page);
    TRY(plan_copies_fill(request->read, loaded, version, page));
    collect_remarks(arena, page);
    plan_changes_fill(arena, loaded, version, plan_version_numbered(loaded, asked_number(request, "with")), page);
    page->self = url_plan(arena, loaded->plan);
    page->may_publish = page->is_draft && rights_have(loaded->rights, RECORD_CASE) && date_is_none(loaded->head.ended);
    page->publish = url_plan_act(arena, loaded->plan, T("publish-plan"));
    page->acts = date_is_none(loaded->head.ended) ? act_lines_of(arena, ON_PLAN, loaded->plan.n, loaded->rights) : (struct act_lines){0};
    return ok();
}

/* Each core group that is planned can be looked at on another day. */
static Err add_what_if(Read *read, const struct plan_loaded *loaded, struct plan_page *page)
{
    struct also_booked_core_groups_rows groups;
    if (!page->is_whole || !date_is_none(loaded->head.ended))
        return ok();
    TRY(also_booked_core_groups(read, loaded->head.child, (MeetingId){0}, &groups));
    struct act_lines lines = {ARENA_MANY(read->arena, page->acts.count + groups.count, struct act_line), 0};
    for (size_t i = 0; i < page->acts.count; i++)
        lines.at[lines.count++] = page->acts.at[i];
    for (size_t i = 0; i < groups.count; i++)
        lines.at[lines.count++] = (struct act_line){text_format(read->arena, "What if the core group of %.*s moved?", TEXT_ARGS(date_long(read->arena, groups.at[i].planned))),
                                                    url_meeting_move(read->arena, groups.at[i].meeting)};
    page->acts = lines;
    return ok();
}

/* Who reads the whole is told what copies leave out, and where it is mended. */
static Err add_left_out(Read *read, const struct plan_loaded *loaded, struct plan_page *page)
{
    struct plan_left_out left_out;
    TRY(plan_left_out(read, loaded, &left_out));
    page->left_out.at = ARENA_MANY(read->arena, left_out.count, struct plan_text_view);
    for (size_t i = 0; i < left_out.count; i++)
        page->left_out.at[page->left_out.count++] = (struct plan_text_view){left_out.at[i], TEXT_NONE};
    page->left_out_title = left_out_words(read->arena, left_out.count);
    page->may_mend = rights_have(loaded->rights, RECORD_CASE) && date_is_none(loaded->head.ended);
    page->write_plan = url_plan_act(read->arena, loaded->plan, T("write-plan"));
    page->set_action = url_plan_act(read->arena, loaded->plan, T("action"));
    return ok();
}

Err plan_page(struct request *request, struct response *response)
{
    Read *read;
    struct plan_loaded loaded;
    struct plan_page page = {0};
    TRY(request_read(request, &read));
    TRY(plan_load(read, request->ids.plan, &loaded));
    request_shows(request, loaded.head.child);
    if (loaded.reader.copy == PLAN_COPY_OWN)
        return own_plan_write(request, &loaded, TEXT_NONE, response);
    TRY(fill(request, &loaded, &page));
    TRY(add_review(read, &loaded, &page));
    TRY(add_left_out(read, &loaded, &page));
    TRY(add_what_if(read, &loaded, &page));
    page.has_band = page.is_whole;
    TRY(frame_of(request, page.title, FRAME_FAMILIES, &page.frame));
    page.frame.full_width = page.frame.looks_recorded = true;
    if (page.has_band) {
        struct family_record record;
        TRY(family_record_of(read, loaded.head.family, &record));
        family_record_shows(request, &record);
        page.band = family_band_of(request->arena, &record, TAB_PLAN, request->today);
    }
    plan_html(&response->body, &page);
    return ok();
}
