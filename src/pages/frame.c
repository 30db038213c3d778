#include "pages/frame.h"

#include "acts/act_kind.h"
#include "pages/options.h"
#include "store/organisation_sql.h"
#include "store/family_access_sql.h"
#include "store/ledger_sql.h"
#include "store/signed_in_sql.h"
#include "web/site.h"
#include "web/url.h"

#define FOR(duty) (UINT64_C(1) << (DUTY_##duty))
#define CASEWORK (FOR(SOCIAL_WORKER) | FOR(TEAM_MANAGER) | FOR(SERVICE_MANAGER) | FOR(FRONT_DOOR) | FOR(OUT_OF_HOURS))
#define STAFF_AND_PARTNERS                                                                                             \
    (CASEWORK | FOR(CHAIR) | FOR(CONFERENCE_ADMIN) | FOR(PARTNER) | FOR(LEGAL) | FOR(DATA_OFFICER) | FOR(AUDITOR) | FOR(ADMINISTRATOR))

/* The navigation, in its order: a row for each part, and whose work it is. */
static const struct {
    enum frame_part part;
    const char *words;
    Url (*address)(Arena *arena);
    uint64_t duties;
} PARTS[] = {
    {FRAME_WORK, "My work", url_work, STAFF_AND_PARTNERS},
    {FRAME_FAMILIES, "Families", url_families, CASEWORK | FOR(CHAIR) | FOR(CONFERENCE_ADMIN) | FOR(LEGAL) | FOR(AUDITOR)},
    {FRAME_CONFERENCES, "Conferences", url_conferences, CASEWORK | FOR(CHAIR) | FOR(CONFERENCE_ADMIN)},
    {FRAME_DIARY, "Diary", url_diary, FOR(CHAIR) | FOR(CONFERENCE_ADMIN)},
    {FRAME_CHILDREN, "Children", url_children, FOR(PARTNER)},
    {FRAME_LEGAL, "Referred to legal", url_legal, FOR(LEGAL)},
    {FRAME_TEAM, "Team", url_team, FOR(TEAM_MANAGER) | FOR(SERVICE_MANAGER)},
    {FRAME_REPORTS, "Plans", url_plans, FOR(TEAM_MANAGER) | FOR(SERVICE_MANAGER)},
    {FRAME_LIMITS, "Time limits", url_timeliness, FOR(TEAM_MANAGER) | FOR(SERVICE_MANAGER) | FOR(DATA_OFFICER)},
    {FRAME_CHECK, "On a plan?", url_plan_check, CASEWORK | FOR(CHAIR)},
    {FRAME_RETURN, "Children with a plan", url_plans_return, FOR(DATA_OFFICER)},
    {FRAME_LOOKS, "Record of looks", url_looks, FOR(AUDITOR)},
    {FRAME_SERVICE, "People", url_people, FOR(ADMINISTRATOR)},
    {FRAME_AGENCIES, "Teams and agencies", url_agencies, FOR(ADMINISTRATOR)},
    {FRAME_HOLIDAYS, "Holidays", url_holidays, FOR(ADMINISTRATOR)},
};
enum { PARTS_COUNT = sizeof PARTS / sizeof PARTS[0] };

static struct frame_links links_of(struct request *request, enum frame_part part)
{
    struct frame_link *at = ARENA_MANY(request->arena, PARTS_COUNT, struct frame_link);
    size_t count = 0;
    for (size_t i = 0; i < PARTS_COUNT; i++)
        if (PARTS[i].duties >> request->duty & 1)
            at[count++] = (struct frame_link){text_of(PARTS[i].words), PARTS[i].address(request->arena), PARTS[i].part == part};
    return (struct frame_links){at, count};
}

Text frame_recorded(Arena *arena, Text path, EntryNumber number)
{
    return text_format(arena, "%.*s%srecorded=%lld", TEXT_ARGS(path), text_contains(path, T("?")) ? "&" : "?", (long long)number.n);
}

/* Only the one who recorded it is told so, and only in words of the act itself. */
static Err find_banner(struct request *request, struct frame *frame)
{
    struct ledger_own entry;
    Read *read;
    int64_t number;
    bool found;
    if (!text_to_int(form_get(&request->query, T("recorded")), &number) || number <= 0)
        return ok();
    TRY(request_read(request, &read));
    TRY(ledger_own(read, (EntryNumber){number}, &entry, &found));
    const struct act_kind *kind = found ? act_kind_named(entry.act) : NULL;
    if (kind == NULL)
        return ok();
    Text when = minutes_words(request->arena, instant_london_minutes(entry.recorded_at));
    frame->banner = (struct frame_banner){.title = T("Recorded"), .success = true,
        .words = text_format(request->arena, "%s. Recorded at %.*s.", kind->title, TEXT_ARGS(when))};
    return ok();
}

Err frame_family(struct request *request, FamilyId family, Url *ret_url)
{
    Read *read;
    struct family_opens row;
    bool opens;
    TRY(request_read(request, &read));
    TRY(family_opens(read, family, &row, &opens));
    *ret_url = opens ? url_family(request->arena, family) : url_work(request->arena);
    return ok();
}

Url frame_conference(struct request *request, ConferenceId conference)
{
    return request->duty == DUTY_PARTNER ? url_conference_papers(request->arena, conference) : url_conference(request->arena, conference);
}

void frame_bare(struct request *request, struct frame *frame)
{
    frame->home = request->person.n == 0 ? url_sign_in(request->arena) : url_work(request->arena);
    frame->nav = links_of(request, FRAME_NOWHERE);
}

Err frame_of(struct request *request, Text title, enum frame_part part, struct frame *ret_frame)
{
    struct signed_in who;
    struct authority_now authority;
    Read *read;
    bool found;
    const struct site *site = request->site;
    struct frame frame = {.title = title, .authority = site->authority_name, .home = url_work(request->arena),
                          .sign_out = url_sign_out(request->arena), .csrf = request_form_keys(request, 0).csrf,
                          .help_phone = site->help_phone, .accessibility = url_accessibility(request->arena)};
    if (rights_have(rights_of_duty(request->duty), SEARCH_PEOPLE))
        frame.search = url_search_send(request->arena);
    TRY(request_read(request, &read));
    TRY(signed_in(read, &who, &found));
    if (found) {
        frame.person = name_words(request->arena, who.given, who.family_name);
        if (!text_is_empty(who.job))
            frame.person = text_join(request->arena, frame.person, text_join(request->arena, T(", "), who.job));
        frame.nav = links_of(request, part);
        frame.about = url_about_rules(request->arena);
        TRY(authority_now(read, &authority, &found));
        frame.front_door = found ? authority.telephone : TEXT_NONE;
        frame.urgent_telephone = found ? authority.urgent_telephone : TEXT_NONE;
    }
    TRY(find_banner(request, &frame));
    *ret_frame = frame;
    return ok();
}
