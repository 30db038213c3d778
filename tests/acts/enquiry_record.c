/* What is kept from the first contact to the end of an enquiry, word for word, and who can read it. */
#include "acts/enquiry/disclosure_recorded_act.h"
#include "acts/enquiry/notification_attached_act.h"
#include "acts/people/sign_in_given_act.h"
#include "enquiry_setting.h"
#include "store/assessment_sql.h"
#include "store/contact_sql.h"
#include "store/disclosure_sql.h"
#include "store/notification_sql.h"
#include "store/referral_sql.h"
#include "store/seen_sql.h"
#include "store/strategy_sql.h"
#include "store/told_sql.h"

#define assert_text(text, expected) assert_string_equal(text_string(in->arena, (text)), (expected))

/* SB-01 the referrer's involvement; SB-02 the concern; SB-03 the alleged perpetrator: name, known location, employment. */
static void sb_01_sb_02_sb_03_a_contact_is_kept_as_it_was_told(void **state)
{
    struct setting *in = *state;
    struct contacts_of_family_rows rows;
    struct contacts_open_rows open;
    struct contact_recorded act = world_contact_act(&in->family, 0);
    act.perpetrator = T("Garrick Stroud");
    act.perpetrator_place = T("Above the bakery, Mill Lane");
    act.perpetrator_work = T("Swimming coach, Saturdays");
    world_do(&in->world, in->arena, &CONTACT_RECORDED_ACT, in->front_door, in->family.family.n, 0, &act);
    Read *read = reads(in, in->front_door, 0);
    must(contacts_of_family(read, in->family.family, &rows));
    must(contacts_open(read, in->family.family, &open));
    store_read_end(read);
    assert_int_equal(rows.count, 1);
    assert_text(rows.at[0].involvement, "Has taught the eldest for two years; last saw the children this morning.");
    assert_text(rows.at[0].concern, "A bruise the shape of a hand on the left cheek.");
    assert_text(rows.at[0].perpetrator, "Garrick Stroud");
    assert_text(rows.at[0].perpetrator_place, "Above the bakery, Mill Lane");
    assert_text(rows.at[0].perpetrator_work, "Swimming coach, Saturdays");
    assert_int_equal(rows.at[0].source, CONTACT_SOURCE_S2A);
    assert_int_equal(open.count, 1);
    read = reads(in, in->other, 0);
    must(contacts_of_family(read, in->family.family, &rows));
    must(contacts_open(read, in->family.family, &open));
    store_read_end(read);
    assert_int_equal(rows.count + open.count, 0);
    whole(in);
}

/* Whether one of the act's lines beside the form begins so. */
static bool guides(const struct act_kind *kind, const char *begins)
{
    for (size_t i = 0; i < kind->guidance_count; i++)
        if (strncmp(kind->guidance[i], begins, strlen(begins)) == 0)
            return true;
    return false;
}

/* SB-04: the child's words exactly as typed, for professionals only, with how to respond beside the form. */
static void sb_04_a_childs_words_are_kept_as_they_were_said(void **state)
{
    struct setting *in = *state;
    struct disclosures_of_child_rows rows;
    static const char words[] = "He goed in my room an \"hurted\" me.\n\nI dont want to say no more <b>";
    WORLD_ACT(disclosure_recorded, DISCLOSURE_RECORDED, act);
    act.said_on = world_date(0);
    act.said_at = 9 * 60 + 5;
    act.heard_by = T("Ms Quill, teaching assistant");
    act.words = text_of(words);
    act.asked = T("Tell me.");
    world_do(&in->world, in->arena, &DISCLOSURE_RECORDED_ACT, in->front_door, in->family.children[0].n, 0, &act);
    Read *read = reads(in, in->front_door, 0);
    must(disclosures_of_child(read, in->family.children[0], &rows));
    assert_int_equal(rows.count, 1);
    assert_text(rows.at[0].words, words);
    assert_int_equal(rows.at[0].minute, 545);
    assert_int_equal(rows.at[0].audience, AUDIENCE_PROFESSIONALS);
    must(disclosures_of_child(read, in->family.children[1], &rows));
    assert_int_equal(rows.count, 0);
    store_read_end(read);
    read = reads(in, in->other, 0);
    must(disclosures_of_child(read, in->family.children[0], &rows));
    store_read_end(read);
    assert_int_equal(rows.count, 0);
    static const char *const respond[] = {"Stay calm", "Listen", "Take seriously", "Reassure", "Do not promise to keep it secret",
                                          "Ask questions only to clarify"};
    for (size_t i = 0; i < sizeof respond / sizeof respond[0]; i++)
        assert_true(guides(&DISCLOSURE_RECORDED_ACT, respond[i]));
    whole(in);
}

/* SA-02: a police notification is the source of a contact; the family reads plain words, and only those. */
static void sa_02_a_police_notification_is_explained_in_plain_words(void **state)
{
    struct setting *in = *state;
    struct notifications_of_child_rows rows;
    struct notifications_in_plain_words_rows plain;
    WORLD_ACT(notification_attached, NOTIFICATION_ATTACHED, act);
    act.contact = world_contact(&in->world, in->arena, in->front_door, &in->family, 0);
    act.children.at = in->family.children;
    act.children.count = 1;
    act.force_name = T("Northmoor Police");
    act.reference = T("NM-26-00117");
    act.received_on = world_date(0);
    act.words = T("Officers attended a domestic incident. IC1 male left before arrival.");
    act.plain = T("The police came to your home and told us, because they were worried about Ada.");
    world_do(&in->world, in->arena, &NOTIFICATION_ATTACHED_ACT, in->front_door, in->family.family.n, 0, &act);
    Read *read = reads(in, in->front_door, 0);
    must(notifications_of_child(read, in->family.children[0], &rows));
    assert_int_equal(rows.count, 1);
    assert_int_equal(rows.at[0].contact.n, act.contact.n);
    assert_text(rows.at[0].reference, "NM-26-00117");
    assert_text(rows.at[0].plain, "The police came to your home and told us, because they were worried about Ada.");
    must(notifications_in_plain_words(read, in->family.children[0], &plain));
    assert_int_equal(plain.count, 0); /* the front door has no copy of its own */
    store_read_end(read);
    WORLD_ACT(sign_in_given, SIGN_IN_GIVEN, given);
    given.kind = FAMILY_ACCOUNT_PARENT;
    given.adult = in->mother;
    given.children.at = in->family.children;
    given.children.count = 1;
    world_do(&in->world, in->arena, &SIGN_IN_GIVEN_ACT, in->manager, in->family.family.n, 0, &given);
    read = reads(in, in->mother, 1);
    must(notifications_in_plain_words(read, in->family.children[0], &plain));
    must(notifications_of_child(read, in->family.children[0], &rows));
    store_read_end(read);
    assert_int_equal(plain.count, 1);
    assert_text(plain.at[0].plain, "The police came to your home and told us, because they were worried about Ada.");
    assert_int_equal(rows.count, 0);
    act.not_to = in->mother;
    world_do(&in->world, in->arena, &NOTIFICATION_ATTACHED_ACT, in->front_door, in->family.family.n, 1, &act);
    read = reads(in, in->mother, 1);
    must(notifications_in_plain_words(read, in->family.children[0], &plain));
    store_read_end(read);
    assert_int_equal(plain.count, 1); /* the first alone */
    struct act_result result;
    act.contact = (ContactId){77};
    assert_int_equal(try(in, &NOTIFICATION_ATTACHED_ACT, in->front_door, 0, &act, &result).kind, NOT_FOUND);
    whole(in);
}

static struct assessment_finished finished_act(struct setting *in, int day)
{
    WORLD_ACT(assessment_finished, ASSESSMENT_FINISHED, act);
    struct assessment_finished_children *rows = ARENA_MANY(in->arena, 2, struct assessment_finished_children);
    rows[0] = (struct assessment_finished_children){
        .child = in->family.children[0], .judgement = RISK_JUDGEMENT_HARM_NOW, .judgement_why = T("Hurt, and afraid."), .needs = T("Safety."),
        .strengths = T("Her grandmother."), .child_words = T("I want to stay at Nan's."), .outcome = ASSESSMENT_OUTCOME_STRATEGY};
    rows[1] = (struct assessment_finished_children){
        .child = in->family.children[1], .judgement = RISK_JUDGEMENT_NEEDS_HELP, .judgement_why = T("Often hungry."), .needs = T("Meals."),
        .strengths = T("Speaks well."), .outcome = ASSESSMENT_OUTCOME_CHILD_IN_NEED};
    act.finished_on = world_date(day);
    act.children.at = rows;
    act.children.count = 2;
    act.authorised_by = in->manager;
    return act;
}

static void to_assessment(struct setting *in)
{
    ContactId contact = world_contact(&in->world, in->arena, in->front_door, &in->family, 0);
    world_contact_decided(&in->world, in->arena, in->front_door, &in->family, contact, CONTACT_DECISION_REFERRAL, 0);
    world_referral_decided(&in->world, in->arena, in->manager, &in->family, REFERRAL_DECISION_ASSESSMENT, in->worker, 0);
    WORLD_ACT(assessment_started, ASSESSMENT_STARTED, act);
    act.started_on = world_date(1);
    act.children.at = in->family.children;
    act.children.count = in->family.count;
    world_do(&in->world, in->arena, &ASSESSMENT_STARTED_ACT, in->worker, in->family.family.n, 1, &act);
    assert_problem(in, &ASSESSMENT_STARTED_ACT, in->worker, 1, &act, "An assessment is already running for a child you chose");
}

/* SA-01: one judgement for each child of the household; a manager authorises. */
static void sa_01_each_child_is_judged_by_itself(void **state)
{
    struct setting *in = *state;
    struct assessments_of_child_rows rows;
    to_assessment(in);
    struct assessment_finished act = finished_act(in, 20);
    act.children.count = 1;
    assert_problem(in, &ASSESSMENT_FINISHED_ACT, in->worker, 20, &act, "Judge the risk for each child who is being assessed");
    act = finished_act(in, 20);
    act.authorised_by = in->worker;
    assert_problem(in, &ASSESSMENT_FINISHED_ACT, in->worker, 20, &act, "An assessment is authorised by a team manager or a service manager");
    act = finished_act(in, 0);
    assert_problem(in, &ASSESSMENT_FINISHED_ACT, in->worker, 20, &act, "The assessment cannot be finished before it started");
    act = finished_act(in, 20);
    act.children.at[0].outcome = ASSESSMENT_OUTCOME_WITH_ENQUIRY;
    assert_problem(in, &ASSESSMENT_FINISHED_ACT, in->worker, 20, &act,
                   "Say what follows the assessment: nothing else decides it for this child");
    act = finished_act(in, 20);
    world_do(&in->world, in->arena, &ASSESSMENT_FINISHED_ACT, in->worker, in->family.family.n, 20, &act);
    assert_stage(in, in->family.children[0], STAGE_STRATEGY);
    assert_stage(in, in->family.children[1], STAGE_CHILD_IN_NEED);
    assert_due(in, in->family.children[0], OBLIGATION_KIND_ASSESSMENT, "2026-05-28", OBLIGATION_STATE_MET);
    Read *read = reads(in, in->worker, 20);
    must(assessments_of_child(read, in->family.children[0], &rows));
    assert_int_equal(rows.at[0].judgement, RISK_JUDGEMENT_HARM_NOW);
    assert_int_equal(rows.at[0].authorised_by.n, in->manager.n);
    assert_text(rows.at[0].child_words, "I want to stay at Nan's.");
    must(assessments_of_child(read, in->family.children[1], &rows));
    assert_int_equal(rows.at[0].judgement, RISK_JUDGEMENT_NEEDS_HELP);
    store_read_end(read);
    whole(in);
}

/* SD-02: the parents were told: when, by whom, what was said; or why not yet. Either opens the gate of the enquiry. */
static void sd_02_parents_are_told_or_it_is_said_why_not(void **state)
{
    struct setting *in = *state;
    struct told_of_family_rows rows;
    PersonId father = world_adult(&in->world, in->arena, in->front_door, &in->family, "Emeka", RELATIONSHIP_KIND_FATHER);
    ContactId contact = world_contact(&in->world, in->arena, in->front_door, &in->family, 0);
    world_contact_decided(&in->world, in->arena, in->front_door, &in->family, contact, CONTACT_DECISION_REFERRAL, 0);
    world_referral_decided(&in->world, in->arena, in->manager, &in->family, REFERRAL_DECISION_STRATEGY, in->worker, 0);
    WORLD_ACT(parents_told, PARENTS_TOLD, act);
    struct parents_told_parents told[] = {
        {.person = in->mother, .told = YESNO_YES, .told_on = world_date(1), .told_by = in->worker, .said = T("What school saw. She cried.")},
        {.person = father, .told = YESNO_NO, .told_on = DATE_NONE, .not_yet_why = T("The police ask us to wait until they spoke to him.")}};
    act.parents.at = told;
    act.parents.count = 1;
    world_do(&in->world, in->arena, &PARENTS_TOLD_ACT, in->worker, in->family.family.n, 1, &act);
    struct strategy_discussion discussion = world_strategy_act(in->arena, &in->family, STRATEGY_OUTCOME_S47_JOINT, 1);
    assert_shut(in, &STRATEGY_DISCUSSION_ACT, in->worker, 1, &discussion, PARENTS_TOLD_OR_WHY_NOT); /* the father is still to be answered for */
    act.parents.at = &told[1];
    world_do(&in->world, in->arena, &PARENTS_TOLD_ACT, in->worker, in->family.family.n, 1, &act);
    world_do(&in->world, in->arena, &STRATEGY_DISCUSSION_ACT, in->worker, in->family.family.n, 1, &discussion);
    Read *read = reads(in, in->worker, 1);
    must(told_of_family(read, in->family.family, &rows));
    store_read_end(read);
    assert_int_equal(rows.count, 2);
    assert_text(rows.at[0].not_yet_why, "The police ask us to wait until they spoke to him.");
    assert_int_equal(rows.at[1].person.n, in->mother.n);
    assert_true(date_equal(rows.at[1].told_on, world_date(1)));
    assert_int_equal(rows.at[1].told_by.n, in->worker.n);
    assert_text(rows.at[1].said, "What school saw. She cried.");
    read = reads(in, in->other, 1);
    must(told_of_family(read, in->family.family, &rows));
    store_read_end(read);
    assert_int_equal(rows.count, 0);
    struct act_result result;
    told[1].person = in->worker; /* nobody to these children */
    assert_int_equal(try(in, &PARENTS_TOLD_ACT, in->worker, 1, &act, &result).kind, NOT_FOUND);
    whole(in);
}

/* SB-05: each date on which a child was seen in the enquiry, alone or not; if not, who was there and why. */
static void sb_05_each_date_a_child_was_seen_is_kept(void **state)
{
    struct setting *in = *state;
    struct seen_of_child_rows rows;
    struct seen_in_enquiry_rows in_enquiry;
    world_to_enquiry(&in->world, in->arena, in->front_door, in->manager, in->worker, &in->family, in->mother);
    WORLD_ACT(child_seen, CHILD_SEEN, act);
    struct child_seen_children one[] = {
        {.child = in->family.children[0], .how = SEEN_HOW_ALONE, .words = T("It is quiet at Nan's.")},
        {.child = in->family.children[1], .how = SEEN_HOW_WITH_OTHERS, .others = T("His mother"), .why = T("He would not let go of her.")}};
    act.seen_on = world_date(2);
    act.place = T("At school");
    act.children.at = one;
    act.children.count = 2;
    world_do(&in->world, in->arena, &CHILD_SEEN_ACT, in->worker, in->family.family.n, 2, &act);
    one[1] = (struct child_seen_children){.child = in->family.children[1], .how = SEEN_HOW_NOT_SEEN, .why_not_seen = T("Asleep.")};
    act.children.at = &one[1];
    act.children.count = 1;
    act.seen_on = world_date(3);
    act.seen_by = in->manager;
    world_do(&in->world, in->arena, &CHILD_SEEN_ACT, in->worker, in->family.family.n, 3, &act);
    Read *read = reads(in, in->worker, 3);
    must(seen_of_child(read, in->family.children[0], &rows));
    assert_int_equal(rows.count, 1);
    assert_int_equal(rows.at[0].how, SEEN_HOW_ALONE);
    assert_int_equal(rows.at[0].seen_by.n, in->worker.n);
    must(seen_of_child(read, in->family.children[1], &rows));
    assert_int_equal(rows.count, 2);
    assert_int_equal(rows.at[0].how, SEEN_HOW_NOT_SEEN);
    assert_int_equal(rows.at[0].seen_by.n, in->manager.n);
    assert_text(rows.at[1].others, "His mother");
    assert_text(rows.at[1].why, "He would not let go of her.");
    assert_true(date_equal(rows.at[1].seen_on, world_date(2)));
    must(seen_in_enquiry(read, rows.at[1].enquiry, &in_enquiry));
    store_read_end(read);
    assert_int_equal(in_enquiry.count, 2);
    whole(in);
}

/* The discussion and the referral as they are read later: by those with the record, by nobody else. */
static void what_was_decided_can_be_read_again(void **state)
{
    struct setting *in = *state;
    struct strategies_of_child_rows strategies;
    struct referrals_of_child_rows referrals;
    world_to_enquiry(&in->world, in->arena, in->front_door, in->manager, in->worker, &in->family, in->mother);
    Read *read = reads(in, in->worker, 1);
    must(strategies_of_child(read, in->family.children[0], &strategies));
    must(referrals_of_child(read, in->family.children[0], &referrals));
    store_read_end(read);
    assert_int_equal(strategies.count, 1);
    assert_text(strategies.at[0].took_part, "SOCIAL_CARE POLICE HEALTH");
    assert_int_equal(strategies.at[0].outcome, STRATEGY_OUTCOME_S47_JOINT);
    assert_int_equal(referrals.count, 1);
    assert_int_equal(referrals.at[0].decision, REFERRAL_DECISION_STRATEGY);
    assert_int_equal(referrals.at[0].decided_by.n, in->manager.n);
    read = reads(in, in->front_door, 1); /* the case was passed on */
    must(strategies_of_child(read, in->family.children[0], &strategies));
    must(referrals_of_child(read, in->family.children[0], &referrals));
    store_read_end(read);
    assert_int_equal(strategies.count + referrals.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ENQUIRY_TEST(sb_01_sb_02_sb_03_a_contact_is_kept_as_it_was_told),
        ENQUIRY_TEST(sb_04_a_childs_words_are_kept_as_they_were_said),
        ENQUIRY_TEST(sa_02_a_police_notification_is_explained_in_plain_words),
        ENQUIRY_TEST(sa_01_each_child_is_judged_by_itself),
        ENQUIRY_TEST(sd_02_parents_are_told_or_it_is_said_why_not),
        ENQUIRY_TEST(sb_05_each_date_a_child_was_seen_is_kept),
        ENQUIRY_TEST(what_was_decided_can_be_read_again),
    };
    RUN_ON_BOTH(tests);
}
