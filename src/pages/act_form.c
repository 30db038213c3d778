#include "pages/act_form.h"

#include "acts/act.h"
#include "acts/act_may.h"
#include "acts/conference/report_released_act.h"
#include "acts/form_now.h"
#include "pages/act_form_html.h"
#include "pages/entry_answers.h"
#include "pages/options.h"
#include "pages/practice/offered.h"
#include "pages/practice/own_limits.h"
#include "store/ledger_sql.h"
#include "store/options_sql.h"
#include "store/practice.h"
#include "store/signed_in_sql.h"
#include "store/target_sql.h"
#include "web/draft.h"
#include "web/fields.h"
#include "web/site.h"
#include "web/upload.h"
#include "web/url.h"

/* Everything the GET and the POST of one form work with. */
struct act_form {
    struct request *request;
    const struct act_kind *kind;
    int64_t target;
    Rights rights; /* of its reader, on what it is about */
    struct options_place place;
    struct field_options options;
    Text about;    /* the family's name */
    struct act_whose whose; /* instead of it, for somebody without a part in the family */
    bool one;      /* the rows of one person alone are asked */
    Text subject;  /* the child, or other person of the family, whom it is about; empty: the family */
};

/* The act in the address, if it is one for this kind of thing. */
static const struct act_kind *kind_of(const struct request *request, int64_t *ret_target)
{
    const struct request_ids *ids = &request->ids;
    const struct act_kind *kind = act_kind_at(ids->act);
    enum act_target on = ids->family.n != 0 ? ON_FAMILY : ids->child.n != 0 ? ON_CHILD : ids->conference.n != 0 ? ON_CONFERENCE
        : ids->plan.n != 0 ? ON_PLAN : ids->person.n != 0 ? ON_PERSON : ON_ORGANISATION;
    *ret_target = ids->family.n + ids->child.n + ids->conference.n + ids->plan.n + ids->person.n; /* one of them is there */
    return kind != NULL && kind->on == on ? kind : NULL;
}

Err act_form_may(struct request *request)
{
    int64_t target;
    Read *read;
    Rights rights;
    FamilyId family;
    const struct act_kind *kind = kind_of(request, &target);
    if (kind == NULL)
        return err(NOT_FOUND, "no act has this address on this kind of thing");
    TRY(request_read(request, &read));
    return act_may(read, kind, target, &rights, &family);
}

/* Whose family the act is about, where one is. */
static Err find_family(Read *read, struct options_place *place)
{
    bool found = false;
    if (place->conference.n != 0) {
        struct target_conference_family row;
        TRY(target_conference_family(read, place->conference, &row, &found));
        place->family = found ? row.family : place->family;
    } else if (place->plan.n != 0) {
        struct target_plan_family row;
        TRY(target_plan_family(read, place->plan, &row, &found));
        place->family = found ? row.family : place->family;
    } else if (place->child.n != 0) {
        struct target_child_family row;
        TRY(target_child_family(read, place->child, &row, &found));
        place->family = found ? row.family : place->family;
    } else if (place->person.n != 0) {
        struct target_person_family row;
        TRY(target_person_family(read, place->person, &row, &found));
        place->family = found ? row.family : place->family;
    }
    return ok();
}

static Url form_action(const struct act_form *form)
{
    const struct request_ids *ids = &form->request->ids;
    Arena *arena = form->request->arena;
    switch (form->kind->on) {
    case ON_FAMILY: return url_family_act(arena, ids->family, ids->act);
    case ON_CHILD: return url_child_act(arena, ids->child, ids->act);
    case ON_CONFERENCE: return url_conference_act(arena, ids->conference, ids->act);
    case ON_PLAN: return url_plan_act(arena, ids->plan, ids->act);
    case ON_PERSON: return url_person_act(arena, ids->person, ids->act);
    default: return url_act(arena, ids->act);
    }
}

/* True when each of its rows may be left out: then it can be asked about one person alone. */
static bool asks_one_by_one(const struct act_kind *kind)
{
    size_t lists = 0;
    for (size_t i = 0; i < kind->field_count; i++) {
        const struct field *field = &kind->fields[i];
        if (field->type != FIELD_LIST || field->decided || field->source == SOURCE_NONE)
            continue;
        if (field->required)
            return false;
        lists++;
    }
    return lists > 1;
}

/* '?about=NUMBER': the rows of one child, adult or invitation, and no others. False when the address says nothing of it. */
static bool only_about(const struct request *request, const struct act_kind *kind, struct field_options *options)
{
    int64_t about;
    bool found = false;
    struct field_options all = *options;
    if (!asks_one_by_one(kind) || !text_to_int(form_get(&request->query, T("about")), &about))
        return false;
    for (size_t i = 0; i < kind->field_count; i++) {
        const struct field *list = &kind->fields[i];
        if (list->type != FIELD_LIST || list->decided || list->source == SOURCE_NONE)
            continue;
        struct option_list *of = &options->of[list->source];
        struct option_list one = {NULL, 0};
        for (size_t k = 0; k < of->count; k++)
            if (of->at[k].id == about)
                one = (struct option_list){&of->at[k], 1};
        *of = one;
        found |= one.count > 0;
    }
    if (!found)
        *options = all;
    return found;
}

/* The child that a form on a child or plan is about, or the person of the family. */
static Err find_subject(Read *read, const struct options_place *place, Text *ret_subject)
{
    struct target_plan_rows plan = {.count = 0};
    struct name_of name;
    bool found;
    if (place->plan.n != 0)
        TRY(target_plan(read, place->plan, &plan));
    int64_t who = plan.count > 0 ? plan.at[0].child.n : place->child.n != 0 ? place->child.n : place->person.n;
    if (who == 0)
        return ok();
    TRY(name_of(read, who, &name, &found));
    *ret_subject = found ? name_words(read->arena, name.given, name.family_name) : TEXT_NONE;
    return ok();
}

static Err find_form(struct request *request, struct act_form *form)
{
    Read *read;
    const struct request_ids *ids = &request->ids;
    *form = (struct act_form){.request = request, .place = {.family = ids->family, .child = ids->child, .conference = ids->conference,
                                                            .plan = ids->plan, .person = ids->person}};
    form->kind = kind_of(request, &form->target);
    if (form->kind == NULL)
        return err(NOT_FOUND, "no act has this address on this kind of thing");
    TRY(request_read(request, &read));
    TRY(act_may(read, form->kind, form->target, &form->rights, &(FamilyId){0}));
    TRY(find_family(read, &form->place));
    TRY(options_of(read, form->kind, &form->place, &form->options));
    TRY(upload_files(request, form_action(form).text, &form->options.files));
    form->one = only_about(request, form->kind, &form->options);
    for (size_t i = 0; i < form->options.of[SOURCE_CHILDREN].count; i++)
        request_shows(request, (ChildId){form->options.of[SOURCE_CHILDREN].at[i].id});
    if (ids->child.n != 0)
        request_shows(request, ids->child);
    if (form->place.family.n != 0) {
        struct family_name_of name;
        bool found;
        TRY(family_name_of(read, form->place.family, &name, &found));
        const char *what = ids->conference.n != 0 ? " family: the conference" : " family";
        form->about = found ? text_join(request->arena, name.name, text_of(what)) : TEXT_NONE;
        if (!found)
            TRY(act_whose_of(request, read, form->place.family, &form->whose));
        TRY(find_subject(read, &form->place, &form->subject));
    } else if (form->place.person.n != 0 && form->kind->may == MANAGE_SERVICE) {
        struct worker_name worker;
        bool found;
        TRY(worker_name(read, form->place.person, &worker, &found));
        if (found)
            form->about = text_format(request->arena, "%.*s, %.*s", TEXT_ARGS(name_words(request->arena, worker.given, worker.family_name)), TEXT_ARGS(worker.job));
    }
    return ok();
}

/* Where the form leads when it is done or left: to what it is about. */
static Err form_back(const struct act_form *form, Url *ret_url)
{
    *ret_url = form->kind->beside == BESIDE_DATES ? url_holidays(form->request->arena)
        : form->kind->may == MANAGE_SERVICE ? url_people(form->request->arena) : url_work(form->request->arena);
    if (form->place.plan.n != 0)
        *ret_url = url_plan(form->request->arena, form->place.plan);
    else if (form->kind->on == ON_CONFERENCE)
        *ret_url = frame_conference(form->request, form->request->ids.conference);
    else if (form->place.family.n != 0)
        return frame_family(form->request, form->place.family, ret_url);
    return ok();
}

/* The same, still about one person. */
static Url form_address(const struct act_form *form)
{
    Url action = form_action(form);
    return form->one ? url_asking(form->request->arena, action, "about", form_get(&form->request->query, T("about"))) : action;
}

static Text reason_name(Arena *arena, enum gate gate) { return text_format(arena, "reason-%s", gate_row(gate)->name); }

/* A gate that speaks of a time limit leads to its working, or has the short one under it. */
static Err limit_day(const struct act_form *form, const struct shut_gate *shut, struct due_day *ret_due)
{
    Arena *arena = form->request->arena;
    const struct gate_limit *limit = &shut->limit;
    const struct due_ref ref = {limit->child, limit->kind, limit->start, limit->due};
    struct practice practice;
    Read *read;
    if (limit->child.n == 0)
        return ok();
    if (rights_have(form->rights, READ_RECORD)) {
        *ret_due = due_day(arena, shut->detail, &ref);
        return ok();
    }
    TRY(request_read(form->request, &read));
    TRY(practice_read(read, &practice));
    *ret_due = due_day_short(arena, shut->detail, &ref, &practice, form->request->today, text_of(gate_row(shut->gate)->says));
    return ok();
}

static struct gate_view gate_view_of(const struct act_form *form, const struct shut_gate *shut, const struct form *typed)
{
    Arena *arena = form->request->arena;
    const struct gate_row *row = gate_row(shut->gate);
    struct gate_view view = {.says = text_of(row->says), .detail = shut->detail, .source = text_of(row->source), .with_reason = shut->with_reason};
    view.name = reason_name(arena, shut->gate);
    view.id = view.name;
    view.value = words_to_show(arena, form_get(typed, view.name));
    if (row->class == GATE_WITH_REASON && !shut->with_reason)
        view.who = text_of(gate_who_goes_on(shut->gate));
    return view;
}

/* The gates that are shut now, and those past which a reason was typed before: nothing typed is lost when the form comes back. */
static Err show_gates(const struct act_form *form, const struct shut_gates *shut, const struct form *typed, struct act_form_page *page)
{
    Arena *arena = form->request->arena;
    size_t room = form->kind->gate_count + (shut == NULL ? 0 : shut->count) + 1;
    uint64_t shown = 0;
    page->gates.at = ARENA_MANY(arena, room, struct gate_view);
    page->warnings.at = ARENA_MANY(arena, room, struct gate_view);
    for (size_t i = 0; shut != NULL && i < shut->count; i++) {
        struct gate_views *views = shut->at[i].warns ? &page->warnings : &page->gates;
        shown |= UINT64_C(1) << shut->at[i].gate;
        struct gate_view *view = &views->at[views->count++];
        *view = gate_view_of(form, &shut->at[i], typed);
        TRY(limit_day(form, &shut->at[i], &view->due));
    }
    for (size_t i = 0; i < form->kind->gate_count; i++) {
        enum gate gate = form->kind->gates[i];
        const struct shut_gate kept = {.gate = gate, .with_reason = true};
        if ((shown >> gate & 1) == 0 && !text_is_empty(text_trim(form_get(typed, reason_name(arena, gate)))))
            page->gates.at[page->gates.count++] = gate_view_of(form, &kept, typed);
    }
    for (size_t i = 0; shut != NULL && i < shut->count; i++)
        if (shut->at[i].gate == MOVE_IS_OPEN)
            for (size_t k = 0; k < page->gates.count; k++)
                page->gates.at[k].with_reason = false; /* no reason helps where the case does not stand there */
    page->has_gates = page->gates.count > 0;
    page->gates_title = T("You can go on if you give a reason");
    for (size_t i = 0; i < page->gates.count; i++)
        if (!page->gates.at[i].with_reason)
            page->gates_title = T("This cannot be done yet");
    page->has_warnings = page->warnings.count > 0;
    return ok();
}

static Err page_of(const struct act_form *form, const struct form *typed, const struct problems *problems, int64_t as_of, struct act_form_page *page)
{
    Read *read;
    struct request *request = form->request;
    *page = (struct act_form_page){.action = form_address(form), .subject = form->subject, .back_words = form->about, .whose = form->whose};
    TRY(form_back(form, &page->back));
    if (form->place.plan.n != 0 && !text_is_empty(form->subject))
        page->back_words = text_join(request->arena, T("The plan for "), form->subject);
    page->form = form_view(form->kind, typed, &form->options, problems, request->arena);
    profiles_offered(request->arena, form->kind, &page->form);
    limits_offered(request->arena, form->kind, &form->options, &page->form);
    page->button = form->kind->beside == BESIDE_DATES ? T("See which dates move") : page->form.button;
    size_t kept = 0;
    for (size_t i = 0; i < page->form.fields.count; i++) /* a list of the others has nobody in it */
        if (!form->one || !page->form.fields.at[i].is_list || page->form.fields.at[i].rows.count > 0)
            page->form.fields.at[kept++] = page->form.fields.at[i];
    page->form.fields.count = kept;
    TRY(frame_of(request, page->form.title, FRAME_FAMILIES, &page->frame));
    page->frame.has_problems = page->form.has_problems;
    page->problems = (struct frame_problems){T("There is a problem"), page->form.problems};
    page->keys = request_form_keys(request, as_of);
    TRY(request_read(request, &read));
    if (form->kind == &REPORT_RELEASED_ACT)
        TRY(reports_to_release(read, form->place.conference, form->options.of[SOURCE_REPORTS], &page->reports));
    if (form->kind->beside == BESIDE_VIEWS)
        TRY(conference_views(read, form->place.conference, &page->views));
    return waiting_beside(read, form->kind, form->place.family, &page->beside);
}

static struct act_now now_of(const struct act_form *form)
{
    return (struct act_now){form->request->read, form->target, form->place.family};
}

/* Puts the answers that the address names over those of a draft: who pressed 'Move it to this day' means that day, whatever they had typed here before.
 * Answers of the draft that the address doesn't speak of stay. True when one became another. */
static bool lay_over(Arena *arena, const struct form *query, struct form *draft)
{
    bool changed = false;
    struct form laid = {ARENA_MANY(arena, draft->count, struct form_value), draft->count};
    for (size_t i = 0; i < draft->count; i++) {
        laid.at[i] = draft->at[i];
        if (!form_has(query, draft->at[i].name) || text_equal(form_get(query, draft->at[i].name), draft->at[i].value))
            continue;
        laid.at[i].value = form_get(query, draft->at[i].name);
        changed = true;
    }
    *draft = laid;
    return changed;
}

Err act_form_page(struct request *request, struct response *response)
{
    struct act_form form;
    struct act_form_page page;
    struct form draft;
    Instant saved;
    struct ledger_head_now head;
    bool found;
    TRY(find_form(request, &form));
    Url action = form_address(&form);
    TRY(draft_of(request, action.text, &draft, &saved));
    TRY(ledger_head_now(request->read, T("LEDGER"), &head, &found));
    int64_t as_of = found ? head.number : 0, drafted;
    bool has_draft = draft.count > 0;
    /* What somebody else saved since the draft was begun must not be passed over because the page was opened again. */
    if (has_draft && text_to_int(form_get(&draft, T("as_of")), &drafted) && drafted > 0 && drafted < as_of)
        as_of = drafted;
    /* An address can bring first answers: '?children=…' from a child's page. A form that changes something begins with what stands there. */
    struct form typed = draft;
    struct form_reading reading = {request->arena, request->today, request->now, &form.options, NULL};
    struct act_now now = now_of(&form);
    bool laid_over = has_draft && lay_over(request->arena, &request->query, &typed);
    if (!has_draft)
        TRY(form_now(form.kind, &now, &request->query, &reading, &typed));
    TRY(page_of(&form, &typed, NULL, as_of, &page));
    page.has_draft = has_draft;
    page.draft_saved = has_draft ? instant_words(request->arena, saved) : TEXT_NONE;
    page.is_laid_over = laid_over;
    TRY(show_gates(&form, NULL, &typed, &page));
    act_form_html(&response->body, &page);
    return ok();
}

/* What was saved first, by somebody else or by this same form, where this reader may see it. */
static Err show_saved(const struct act_form *form, EntryNumber number, struct act_form_page *page)
{
    Read *read;
    struct ledger_entry_of entry;
    struct ledger_body_of body;
    struct name_of who;
    struct entry_shown shown;
    bool found;
    TRY(request_read(form->request, &read));
    Err seen = ledger_entry_of(read, number, &entry);
    if (seen.kind == NOT_FOUND)
        return ok(); /* of the organisation: it names no child */
    TRY(seen);
    TRY(ledger_body_of(read, number, &body, &found));
    page->saved_when = instant_words(form->request->arena, entry.recorded_at);
    if (found) {
        TRY(entry_shown_of(form->request, read, number, entry.act, entry.version, body.body, &shown));
        if (shown.is_shown)
            TRY(entry_answers(read, &shown, &page->saved_lines));
    }
    TRY(name_of(read, entry.recorded_by.n, &who, &found));
    if (found)
        page->newer_who = name_words(form->request->arena, who.given, who.family_name);
    return ok();
}

static Err show_newer(const struct act_form *form, EntryNumber number, struct act_form_page *page)
{
    page->has_newer = true;
    page->newer_who = T("Somebody else");
    page->button = T("Save mine as well");
    return show_saved(form, number, page);
}

/* Sent, then Back, changed and sent again: neither swallowed nor recorded unasked. The page has a new key: pressed again, it is recorded. */
static Err show_before(const struct act_form *form, EntryNumber number, struct act_form_page *page)
{
    page->has_before = true;
    page->button = T("Record this as well");
    return show_saved(form, number, page);
}

/* An act that began or opened a family's record leads to the family; one that gave the family into other hands, to the author's own work. */
static Err answer_of(const struct act_form *form, const struct act_result *result, Text *ret_path)
{
    Read *read;
    struct ledger_entry_of entry;
    Url family;
    *ret_path = result->answer;
    TRY(request_read(form->request, &read));
    if (form->kind->may == BREAK_GLASS) { /* what it opens begins after this request began, so this request can't see it yet */
        *ret_path = url_family(form->request->arena, form->place.family).text;
        return ok();
    }
    if (form->kind->on != ON_ORGANISATION) {
        struct family_name_of name;
        bool known = true;
        if (form->place.family.n != 0)
            TRY(family_name_of(read, form->place.family, &name, &known));
        *ret_path = known ? result->answer : url_work(form->request->arena).text;
        return ok();
    }
    Err seen = ledger_entry_of(read, result->number, &entry);
    if (seen.kind == OK && entry.family.n != 0) {
        TRY(frame_family(form->request, entry.family, &family));
        *ret_path = family.text;
    }
    return seen.kind == NOT_FOUND ? ok() : seen;
}

/* The form again, with what was typed and what is wrong. */
static Err show_again(const struct act_form *form, const struct problems *problems, const struct act_result *result, struct response *response)
{
    struct request *request = form->request;
    struct act_form_page page;
    EntryNumber newer = result == NULL ? (EntryNumber){0} : result->newer;
    TRY(page_of(form, &request->form, problems, newer.n != 0 ? newer.n : request->as_of, &page));
    TRY(show_gates(form, result == NULL ? NULL : &result->shut, &request->form, &page));
    for (size_t i = 0; result != NULL && form->kind->on == ON_FAMILY && i < result->shut.count; i++)
        if (result->shut.at[i].gate == MOVE_IS_OPEN) {
            Read *read;
            TRY(request_read(request, &read));
            TRY(family_next_acts(request, read, form->place.family, &page.next));
            break;
        }
    if (newer.n != 0)
        TRY(show_newer(form, newer, &page));
    if (result != NULL && result->before.n != 0)
        TRY(show_before(form, result->before, &page));
    page.frame.has_problems |= page.has_gates || page.has_newer || page.has_before;
    act_form_html(&response->body, &page);
    return ok();
}

/* The form again, with the dates that would move above it: the same answers sent once more save it. */
static Err show_moving(const struct act_form *form, const struct act_request *asked, void *act, struct response *response)
{
    Read *read;
    struct act_result result;
    struct act_form_page page;
    const struct consequences *would;
    Text looked = moving_answers(form->request->arena, form->kind, act);
    TRY(request_read(form->request, &read));
    Err end = act_would(read, form->kind, asked, act, &result, &would);
    if (end.kind == NOT_VALID || end.kind == NOT_NOW)
        TRY(show_again(form, &result.problems, &result, response));
    TRY(end);
    TRY(page_of(form, &form->request->form, NULL, form->request->as_of, &page));
    TRY(show_gates(form, &result.shut, &form->request->form, &page));
    TRY(moving_view_of(form->request, read, would, looked, &page.moving));
    page.button = page.form.button;
    page.form.has_guidance = false; /* it was read before this */
    act_form_html(&response->body, &page);
    return ok();
}

/* Who may not see what others saved (an agency beside another) can't be in conflict with it. */
static EntryNumber as_of_of(const struct act_form *form)
{
    return (EntryNumber){act_seen_by(form->kind, form->rights) ? form->request->as_of : 0};
}

static Err request_of(const struct act_form *form, struct act_request *ret_request)
{
    struct request *request = form->request;
    struct act_reason *reasons = ARENA_MANY(request->arena, form->kind->gate_count + 1, struct act_reason);
    size_t count = 0;
    for (size_t i = 0; i < form->kind->gate_count; i++) {
        Text reason = text_trim(form_get(&request->form, reason_name(request->arena, form->kind->gates[i])));
        if (!text_is_empty(reason))
            reasons[count++] = (struct act_reason){form->kind->gates[i], reason};
    }
    Url back;
    TRY(form_back(form, &back));
    /* A body with a file is read as it comes and not kept: its words, and the names of its files, are what was sent. */
    Text sent = request->body.len > 0 ? request->body : fields_to_body(request->arena, &request->form);
    sent = text_join(request->arena, request->path, sent); /* the same words about another thing are another sending */
    *ret_request = (struct act_request){.authority = request->authority, .actor = request->person, .now = request->now, .target = form->target,
                                .once = request->once, .sent = sent, .as_of = as_of_of(form), .reasons = reasons, .reason_count = count,
                                .answer = back.text};
    return ok();
}

/* Answers a form that was taken, now or when it was sent before. */
static Err answer_done(const struct act_form *form, const struct act_result *result, struct response *response)
{
    Text answer;
    TRY(answer_of(form, result, &answer));
    response_see_path(response, frame_recorded(form->request->arena, answer, result->number));
    return ok();
}

Err act_form_send(struct request *request, struct response *response)
{
    struct act_form form;
    struct act_result result;
    struct act_request asked;
    TRY(find_form(request, &form));
    struct problems problems = problems_new(request->arena);
    struct form_reading reading = {request->arena, request->today, request->now, &form.options, &problems};
    void *act = arena_take(request->arena, form.kind->size + 1);
    if (form_only_changes(form.kind->fields, form.kind->field_count, &request->form))
        return show_again(&form, NULL, NULL, response);
    TRY(request_of(&form, &asked));
    Err end = act_sent_before(request->read, &asked, &result); /* first: what the form chose from may be offered no more */
    if (end.kind == OK && result.again)
        return answer_done(&form, &result, response);
    if (end.kind == OK)
        end = fields_read_form(form.kind->fields, form.kind->field_count, &request->form, &reading, act);
    struct act_now now = now_of(&form);
    if (end.kind == OK)
        TRY(form_now_changes(form.kind, &now, &problems, act));
    if (problems.count > 0 && end.kind == OK)
        end = err(NOT_VALID, "something that stood in the form was emptied");
    if (end.kind == NOT_VALID)
        TRY(show_again(&form, &problems, NULL, response));
    else if (end.kind == NOT_NOW)
        TRY(show_again(&form, NULL, &result, response));
    if (end.kind != OK)
        return end;
    if (form.kind->beside == BESIDE_DATES && !text_equal(form_get(&request->form, T("looked")), moving_answers(request->arena, form.kind, act)))
        return show_moving(&form, &asked, act, response);
    request_read_end(request); /* the act doesn't wait behind an old view */
    end = act_do(request->site->acts, form.kind, &asked, act, request->arena, &result);
    if (end.kind == OK)
        return answer_done(&form, &result, response);
    if (end.kind == NOT_VALID || end.kind == NOT_NOW)
        TRY(show_again(&form, &result.problems, &result, response));
    return end;
}
