/* A family on its way from the first contact to the end of an enquiry: for tests of what comes after. Each function does one act; a test
 * that wants something else fills the act itself. */
#ifndef TESTS_ACTS_WORLD_ENQUIRY_H
#define TESTS_ACTS_WORLD_ENQUIRY_H

#include "acts/enquiry/assessment_finished_act.h"
#include "acts/enquiry/assessment_started_act.h"
#include "acts/enquiry/child_seen_act.h"
#include "acts/enquiry/contact_decided_act.h"
#include "acts/enquiry/contact_recorded_act.h"
#include "acts/enquiry/enquiry_concluded_act.h"
#include "acts/enquiry/parents_told_act.h"
#include "acts/enquiry/referral_decided_act.h"
#include "acts/enquiry/strategy_discussion_act.h"
#include "world_people.h"

/* WORLD_DAY plus so many days, as a day in London. */
__attribute__((unused)) static Date world_date(int day)
{
    return instant_london_date((Instant){WORLD_DAY.us + day * DAY_US});
}

/* One row for each child of the family, all the same; the row's first field is the child. */
#define WORLD_ROWS(family, rows, ...)                                                                                  \
    __typeof__(*rows) rows##_row = __VA_ARGS__;                                                                        \
    for (size_t k = 0; k < (family)->count; k++) {                                                                     \
        rows[k] = rows##_row;                                                                                          \
        rows[k].child = (family)->children[k];                                                                         \
    }

__attribute__((unused)) static struct contact_recorded world_contact_act(struct world_family *family, int day)
{
    WORLD_ACT(contact_recorded, CONTACT_RECORDED, act);
    act.received_on = world_date(day);
    act.way = CONTACT_WAY_TELEPHONE;
    act.source = CONTACT_SOURCE_S2A;
    act.referrer = T("Perpetua Oduya");
    act.referrer_role = T("Deputy head, Hollow Lane Primary School");
    act.involvement = T("Has taught the eldest for two years; last saw the children this morning.");
    act.concern = T("A bruise the shape of a hand on the left cheek.");
    act.children.at = family->children;
    act.children.count = family->count;
    return act;
}

__attribute__((unused)) static ContactId world_contact(struct world *world, Arena *arena, PersonId actor, struct world_family *family, int day)
{
    struct contact_recorded act = world_contact_act(family, day);
    world_do(world, arena, &CONTACT_RECORDED_ACT, actor, family->family.n, day, &act);
    return act.contact;
}

__attribute__((unused)) static void world_contact_decided(struct world *world, Arena *arena, PersonId actor, struct world_family *family,
                                                          ContactId contact, enum contact_decision decision, int day)
{
    WORLD_ACT(contact_decided, CONTACT_DECIDED, act);
    struct contact_decided_children rows[WORLD_CHILDREN];
    WORLD_ROWS(family, rows, {.decision = decision, .reason = T("A mark no fall explains.")});
    act.contact = contact;
    act.children.at = rows;
    act.children.count = family->count;
    world_do(world, arena, &CONTACT_DECIDED_ACT, actor, family->family.n, day, &act);
}

__attribute__((unused)) static void world_referral_decided(struct world *world, Arena *arena, PersonId manager, struct world_family *family,
                                                           enum referral_decision decision, PersonId worker, int day)
{
    WORLD_ACT(referral_decided, REFERRAL_DECIDED, act);
    struct referral_decided_children rows[WORLD_CHILDREN];
    WORLD_ROWS(family, rows, {.decision = decision, .reason = T("The children may be in danger at home.")});
    act.children.at = rows;
    act.children.count = family->count;
    act.worker = worker;
    world_do(world, arena, &REFERRAL_DECIDED_ACT, manager, family->family.n, day, &act);
}

/* Social care, police and health took part; the same outcome for each child, and each parent told. */
__attribute__((unused)) static struct strategy_discussion world_strategy_act(Arena *arena, struct world_family *family,
                                                                             enum strategy_outcome outcome, int day)
{
    WORLD_ACT(strategy_discussion, STRATEGY_DISCUSSION, act);
    struct strategy_discussion_children *rows = ARENA_MANY(arena, WORLD_CHILDREN, struct strategy_discussion_children);
    WORLD_ROWS(family, rows, {.outcome = outcome, .reason = T("The mark and what was said do not fit.")});
    act.held_on = world_date(day);
    act.took_part = 1 << AGENCY_KIND_SOCIAL_CARE | 1 << AGENCY_KIND_POLICE | 1 << AGENCY_KIND_HEALTH;
    act.known = T("School, police and the health visitor each said what they know.");
    act.children.at = rows;
    act.children.count = family->count;
    return act;
}

__attribute__((unused)) static void world_strategy(struct world *world, Arena *arena, PersonId worker, struct world_family *family,
                                                   enum strategy_outcome outcome, PersonId parent, int day)
{
    struct strategy_discussion act = world_strategy_act(arena, family, outcome, day);
    struct strategy_discussion_parents told = {
        .person = parent, .told = YESNO_YES, .told_on = world_date(day), .said = T("We said what the school saw.")};
    act.parents.at = &told;
    act.parents.count = parent.n != 0;
    world_do(world, arena, &STRATEGY_DISCUSSION_ACT, worker, family->family.n, day, &act);
}

__attribute__((unused)) static struct enquiry_concluded world_concluded_act(Arena *arena, struct world_family *family, enum s47_outcome outcome,
                                                                            enum enquiry_next next, int day)
{
    WORLD_ACT(enquiry_concluded, ENQUIRY_CONCLUDED, act);
    struct enquiry_concluded_children *rows = ARENA_MANY(arena, WORLD_CHILDREN, struct enquiry_concluded_children);
    WORLD_ROWS(family, rows, {.outcome = outcome, .harm = 1 << HARM_KIND_ILL_TREATMENT, .significant = T("Hurt twice, and afraid to go home."),
                              .reason = T("What the child said, the photographs and the doctor agree."), .next = next});
    act.concluded_on = world_date(day);
    act.children.at = rows;
    act.children.count = family->count;
    return act;
}

__attribute__((unused)) static void world_concluded(struct world *world, Arena *arena, PersonId worker, struct world_family *family,
                                                    enum s47_outcome outcome, enum enquiry_next next, int day)
{
    struct enquiry_concluded act = world_concluded_act(arena, family, outcome, next, day);
    world_do(world, arena, &ENQUIRY_CONCLUDED_ACT, worker, family->family.n, day, &act);
}

/* From the contact (day 0) to the enquiry (day 1): the front door takes it, the manager passes it to the worker. */
__attribute__((unused)) static void world_to_enquiry(struct world *world, Arena *arena, PersonId front_door, PersonId manager, PersonId worker,
                                                     struct world_family *family, PersonId parent)
{
    ContactId contact = world_contact(world, arena, front_door, family, 0);
    world_contact_decided(world, arena, front_door, family, contact, CONTACT_DECISION_REFERRAL, 0);
    world_referral_decided(world, arena, manager, family, REFERRAL_DECISION_STRATEGY, worker, 0);
    world_strategy(world, arena, worker, family, STRATEGY_OUTCOME_S47_JOINT, parent, 1);
}

#endif
