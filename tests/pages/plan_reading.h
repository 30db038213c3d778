/* A full plan of the elder of two sisters, with an action for each kind of reader, and its pages as each reader gets them. */
#ifndef TESTS_PAGES_PLAN_READING_H
#define TESTS_PAGES_PLAN_READING_H

#include "../acts/plan_setting.h"

#include "acts/people/sign_in_given_act.h"
#include "pages/plan/plan.h"
#include "web/site.h"

#define assert_has(text, part) do { if (!text_contains((text), T(part))) fail_msg("'%s' is not on the page", (part)); } while (0)
#define assert_lacks(text, part) do { if (text_contains((text), T(part))) fail_msg("'%s' is on the page", (part)); } while (0)

/* What somebody with that account is shown at the handler's address. */
static inline Text page_of(struct setting *s, handler *shows, PersonId person, enum duty duty, int day,
                    struct request_ids ids, enum err_kind expected)
{
    struct site site = {.authority_name = T("Northmoor Council"), .authority = WORLD_AUTHORITY, .store = s->world.store};
    Read *read = reading(s, person, day);
    struct request request = {.arena = s->arena, .site = &site, .ids = ids, .authority = WORLD_AUTHORITY, .person = person, .duty = duty,
                              .now = read->now, .today = read->today, .read = read, .session = {.token = T("00"), .hash = T("00")}};
    struct response response = {.body = out_new(s->arena)};
    Err end = shows(&request, &response);
    store_read_end(read);
    if (end.kind != expected)
        fail_msg("%s: %s", err_kind_name(end.kind), end.why);
    if (end.kind == OK && ids.plan.n != 0 && request.shown_count == 0)
        fail_msg("the page of a plan names no child for its look");
    return out_all(&response.body);
}

/* A sign-in for the elder sister alone: a parent's or young person's own, or an advocate's beside an adult (nobody: the child). Its account. */
static inline PersonId give_sign_in(struct setting *s, enum family_account kind, PersonId who)
{
    WORLD_ACT(sign_in_given, SIGN_IN_GIVEN, act);
    act.kind = kind;
    if (kind == FAMILY_ACCOUNT_PARENT) {
        act.adult = who;
    } else if (kind == FAMILY_ACCOUNT_YOUNG_PERSON) {
        act.child = person_child(who);
    } else {
        act.given = T("Tess");
        act.family_name = T("Quillan-Moor");
        act.beside = who;
    }
    act.children.at = s->family.children;
    act.children.count = 1;
    world_do(&s->world, s->arena, &SIGN_IN_GIVEN_ACT, s->manager, s->family.family.n, PLAN_DAY, &act);
    return act.account;
}

static inline void set_action(struct setting *s, const char *what, PersonId owner, enum action_owner kind, enum audience audience, int day)
{
    WORLD_ACT(action_set, ACTION_SET, act);
    act.change = ACTION_CHANGE_NEW;
    act.what = text_of(what);
    act.owner = kind;
    act.owner_person = owner;
    act.by_when = on_day(30);
    act.measure = T("The register says so");
    act.notices = T("I sleep well");
    act.aim = PLAN_AIM_SAFE;
    act.audience = audience;
    if (audience == AUDIENCE_NOT_TO_PERSON)
        act.not_to = s->father;
    done(s, &ACTION_SET_ACT, s->plans.at[0].n, day, &act);
}

static inline void publish(struct setting *s, int day)
{
    WORLD_ACT(plan_published, PLAN_PUBLISHED, act);
    act.agreed_on = on_day(day);
    done(s, &PLAN_PUBLISHED_ACT, s->plans.at[0].n, day, &act);
}

/* A full plan with one action for each kind of reader, published on day 5, and a draft of the next version. */
static inline struct request_ids a_full_plan(struct setting *s)
{
    WORLD_ACT(plan_written, PLAN_WRITTEN, words);
#define SECTION(name, title, own_title, part, needed, source) words.name = T("Words of " #name);
#include "rules/plan_sections.def"
#undef SECTION
    (void)give_sign_in(s, FAMILY_ACCOUNT_PARENT, s->mother);
    (void)give_sign_in(s, FAMILY_ACCOUNT_PARENT, s->father);
    done(s, &PLAN_WRITTEN_ACT, s->plans.at[0].n, 1, &words);
    set_action(s, "Breakfast club each day", s->teacher, ACTION_OWNER_PROFESSIONAL, AUDIENCE_EVERYONE, 1);
    set_action(s, "Read with Maja at night", s->mother, ACTION_OWNER_FAMILY, AUDIENCE_EVERYONE, 1);
    set_action(s, "New lock on the door", s->worker, ACTION_OWNER_PROFESSIONAL, AUDIENCE_NOT_TO_PERSON, 1);
    set_action(s, "Police share what they know", s->worker, ACTION_OWNER_PROFESSIONAL, AUDIENCE_PROFESSIONALS, 1);
    publish(s, 5);
    WORLD_ACT(plan_written, PLAN_WRITTEN, more);
    more.support = T("Words of support and more of it");
    more.because = T("The core group asked for it");
    done(s, &PLAN_WRITTEN_ACT, s->plans.at[0].n, 6, &more);
    set_action(s, "A draft nobody agreed", s->worker, ACTION_OWNER_PROFESSIONAL, AUDIENCE_EVERYONE, 6);
    return (struct request_ids){.plan = s->plans.at[0]};
}

#endif
