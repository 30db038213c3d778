#include "pages/family_record.h"

#include "acts/act_kind.h"
#include "pages/options.h"
#include "rules/profile.h"
#include "store/practice.h"
#include "store/duty.h"
#include "web/url.h"

enum { BADGES_MOST = 16 };

Err family_record_of(Read *read, FamilyId family, struct family_record *ret_record)
{
    struct family_record record = {.family = family};
    enum duty duty;
    bool found;
    TRY(family_head(read, family, &record.head, &found));
    if (!found)
        return err(NOT_FOUND, "no child of the family is visible");
    TRY(family_children(read, family, &record.children));
    for (size_t i = 0; i < record.children.count; i++)
        record.rights |= (Rights)record.children.at[i].rights;
    TRY(family_stages(read, family, &record.stages));
    TRY(family_plans_now(read, family, &record.plans));
    TRY(family_adults(read, family, &record.adults));
    TRY(family_orders(read, family, &record.orders));
    TRY(family_protected(read, family, &record.protected_people));
    TRY(protections_open(read, family, &record.protections));
    TRY(family_due(read, family, &record.due));
    TRY(family_conferences(read, family, &record.conferences));
    TRY(duty_of_reader(read, &duty));
    record.duty_rights = rights_of_duty(duty);
    TRY(practice_read(read, &record.practice));
    TRY(moves_of_family(read, family, &record.moves));
    *ret_record = record;
    return ok();
}

void family_record_shows(struct request *request, const struct family_record *record)
{
    for (size_t i = 0; i < record->children.count; i++)
        request_shows(request, record->children.at[i].child);
}

Text first_name(const struct family_children *child)
{
    if (!text_is_empty(child->known_as))
        return child->known_as;
    return text_is_empty(child->given) ? T("the unborn baby") : child->given;
}

Text children_words(Arena *arena, const struct family_record *record, const ChildId *children, size_t count)
{
    static const char *const all[] = {"", "", "both children", "all three children", "all four children", "all five children"};
    Out out = out_new(arena);
    size_t said = 0;
    if (count == record->children.count && count >= 2)
        return count < sizeof all / sizeof all[0] ? text_of(all[count]) : text_format(arena, "all %zu children", count);
    for (size_t i = 0; i < record->children.count; i++)
        for (size_t k = 0; k < count; k++)
            if (children[k].n == record->children.at[i].child.n) {
                said++;
                out_string(&out, said == 1 ? "" : said == count ? " and " : ", ");
                out_text(&out, name_apart(arena, first_name(&record->children.at[i])));
            }
    return out_all(&out);
}

static char small(char c) { return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c; }

Text code_set_words(Arena *arena, const struct code_list *list, Text codes)
{
    Out out = out_new(arena);
    uint64_t set = code_set_of(list, codes);
    for (size_t i = 1; i < list->count; i++) {
        if ((set >> i & 1) == 0)
            continue;
        out_string(&out, out.len > 0 ? ", " : "");
        out_char(&out, small(list->at[i].words[0]));
        out_string(&out, list->at[i].words + 1);
    }
    return out_all(&out);
}

Text categories_words(Arena *arena, Text codes) { return code_set_words(arena, &CATEGORY_LIST, codes); }

static void badge(struct status_tags *badges, const char *look, Text words)
{
    for (size_t i = 0; i < badges->count; i++)
        if (text_equal(badges->at[i].words, words))
            return;
    if (badges->count < BADGES_MOST)
        badges->at[badges->count++] = (struct status_tag){text_of(look), words};
}

static bool speaks_english(Text language) { return text_is_empty(language) || text_equal(language, T("ENGLISH")) || text_equal(language, T("EN")); }

static Text language_name(Text code)
{
    enum language language;
    return language_of(code, &language) ? text_of(language_words(language)) : code;
}

/* What must be seen before anything else; what protects somebody comes first. */
static struct status_tags badges_of(Arena *arena, const struct family_record *record)
{
    struct status_tags badges = {ARENA_MANY(arena, BADGES_MOST, struct status_tag), 0};
    for (size_t i = 0; i < record->protections.count; i++) {
        const struct protections_open *one = &record->protections.at[i];
        Text words = text_of(protection_kind_words(one->kind));
        badge(&badges, "stop", one->until_at.us == 0 ? words : text_join(arena, words, text_join(arena, T(" until "), instant_words(arena, one->until_at))));
    }
    if (record->protected_people.count > 0)
        badge(&badges, "stop", T("Do not disclose address"));
    if (record->head.domestic_abuse)
        badge(&badges, "stop", T("Domestic abuse"));
    if (record->head.restricted)
        badge(&badges, "stop", T("Restricted: named people only"));
    if (record->head.messages_stopped)
        badge(&badges, "stop", T("No automatic messages"));
    for (size_t i = 0; i < record->plans.count; i++) {
        Text categories = categories_words(arena, record->plans.at[i].categories);
        badge(&badges, "info", text_join(arena, T("Child protection plan – "), categories));
    }
    for (size_t i = 0; i < record->orders.count; i++) {
        const struct family_orders *order = &record->orders.at[i];
        Text words = text_of(order_kind_words(order->kind));
        if (!date_is_none(order->ends))
            words = text_join(arena, words, text_join(arena, T(" to "), date_long(arena, order->ends)));
        badge(&badges, "info", words);
    }
    for (size_t i = 0; i < record->adults.count; i++)
        if (!speaks_english(record->adults.at[i].language))
            badge(&badges, "none", text_join(arena, T("Interpreter – "), language_name(record->adults.at[i].language)));
    for (size_t i = 0; i < record->children.count; i++) {
        if (!date_is_none(record->children.at[i].died))
            badge(&badges, "stop", T("A child has died"));
        else if (record->children.at[i].unborn)
            badge(&badges, "none", T("Unborn child"));
    }
    return badges;
}

/* 'lead social worker Ngozi Farrell', and for whom, where not every child has the same: each worker once, with the telephone that the line ends with
 * when it is the only one. */
static void add_holder(Arena *arena, const struct family_record *record, size_t first, Date today, Out *out, Text *ret_telephone)
{
    const struct family_children_rows *all = &record->children;
    const struct family_children *child = &all->at[first];
    ChildId *same = ARENA_MANY(arena, all->count, ChildId);
    size_t count = 0;
    if (child->worker.n == 0)
        return;
    for (size_t i = 0; i < all->count; i++) {
        if (all->at[i].worker.n != child->worker.n)
            continue;
        if (i < first)
            return; /* said with that child */
        same[count++] = all->at[i].child;
    }
    out_string(out, " · ");
    out_text(out, profile_word_inside(arena, practice_on(&record->practice, today), PRACTICE_WORD_LEAD_WORKER));
    out_char(out, ' ');
    if (count < all->count) {
        out_string(out, "for ");
        out_text(out, children_words(arena, record, same, count));
        out_string(out, ": ");
    }
    out_text(out, name_words(arena, child->worker_given, child->worker_family_name));
    if (count == all->count)
        *ret_telephone = child->worker_telephone;
    else if (!text_is_empty(child->worker_telephone)) {
        out_string(out, ", ");
        out_text(out, child->worker_telephone);
    }
}

static Text line_of(Arena *arena, const struct family_record *record, Date today, Text *ret_telephone)
{
    Out out = out_new(arena);
    for (size_t i = 0; i < record->children.count; i++) {
        const struct family_children *child = &record->children.at[i];
        out_text(&out, child->unborn && text_is_empty(child->given) ? T("Unborn baby") : name_apart(arena, first_name(child)));
        if (!child->unborn && !date_is_none(child->born) && date_is_none(child->died)) {
            out_string(&out, ", ");
            out_int(&out, date_age_years(child->born, today));
        }
        out_string(&out, " · ");
    }
    out_string(&out, "reference ");
    out_text(&out, record->head.reference);
    for (size_t i = 0; i < record->children.count; i++)
        add_holder(arena, record, i, today, &out, ret_telephone);
    return out_all(&out);
}

static bool may_any(Rights rights, uint64_t any) { return (rights & any) != 0; }

/* The tabs a reader has something on; the route of each asks again. */
static const struct {
    enum family_tab tab;
    const char *words;
    Url (*address)(Arena *arena, FamilyId family);
    Rights any;
} TABS[] = {
    {TAB_SUMMARY, "Summary", url_family, RIGHT(OPEN_CASE)},
    {TAB_TIMELINE, "Timeline", url_family_timeline, RIGHT(OPEN_CASE)},
    {TAB_PEOPLE, "Family", url_family_people, RIGHT(READ_CONFERENCE)},
    {TAB_PLAN, "Plan", url_family_plan, RIGHT(READ_PLAN) | RIGHT(READ_PLAN_PART)},
    {TAB_CONFERENCES, "Conferences", url_family_conferences, RIGHT(READ_CONFERENCE) | RIGHT(READ_SHARED)},
    {TAB_VISITS, "Visits", url_family_visits, RIGHT(READ_RECORD)},
    {TAB_DOCUMENTS, "Documents", url_family_documents, RIGHT(READ_CONFERENCE)},
    {TAB_ACCESS, "Access", url_family_access, RIGHT(READ_LOOKS)},
};
enum { TABS_COUNT = sizeof TABS / sizeof TABS[0] };

static struct frame_links tabs_of(Arena *arena, const struct family_record *record, enum family_tab current)
{
    struct frame_link *at = ARENA_MANY(arena, TABS_COUNT, struct frame_link);
    size_t count = 0;
    for (size_t i = 0; i < TABS_COUNT; i++)
        if (may_any(record->rights, TABS[i].any))
            at[count++] = (struct frame_link){text_of(TABS[i].words), TABS[i].address(arena, record->family), TABS[i].tab == current};
    return (struct frame_links){at, count};
}

struct family_band family_band_of(Arena *arena, const struct family_record *record, enum family_tab tab, Date today)
{
    struct family_step step = family_step_of(arena, record, today);
    struct family_band band = {.name = text_join(arena, name_apart(arena, record->head.name), T(" family")), .badges = badges_of(arena, record),
                               .tabs = tabs_of(arena, record, tab), .acts = url_family_acts(arena, record->family)};
    band.line = line_of(arena, record, today, &band.telephone);
    band.has_acts = may_any(record->rights, RIGHT(RECORD_CASE) | RIGHT(DECIDE_CASE) | RIGHT(ARRANGE_CONFERENCE) | RIGHT(CONTRIBUTE) | RIGHT(RECORD_LEGAL)) ||
                    rights_have(record->duty_rights, RECORD_CONTACT);
    band.has_step = !text_is_empty(step.words);
    band.step_words = step.words;
    band.step = step.address;
    return band;
}
