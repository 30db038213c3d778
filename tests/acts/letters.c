/* Letters about a conference: each reader's own, in family words, by the way that is safe; never another's address, and no place that gives one away.
 * SA-03 SC-03 SD-04 SD-08 SA-13 SC-10 SC-11 SD-23 SC-12 */
#include "world_conference.h"

#include "acts/conference/conference_not_held_act.h"
#include "acts/conference/letters.h"
#include "acts/conference/letters_made_act.h"
#include "acts/people/address_recorded_act.h"
#include "acts/people/died_act.h"
#include "acts/people/safe_contact_set_act.h"

struct lettered {
    struct world_case in;
    PersonId father;
};

static void lives_at(struct lettered *l, PersonId person, const char *lines, bool protected)
{
    WORLD_ACT(address_recorded, ADDRESS_RECORDED, act);
    act.adults.at = &person;
    act.adults.count = 1;
    act.kind = ADDRESS_KIND_HOME;
    act.lines = text_of(lines);
    act.postcode = protected ? T("ZZ1 4QT") : T("ZZ9 2LM");
    act.protected = protected ? YESNO_YES : YESNO_NO;
    act.since = world_date(0);
    world_do(&l->in.world, l->in.arena, &ADDRESS_RECORDED_ACT, l->in.worker, l->in.family.family.n, 10, &act);
}

static void says_post_is_safe(struct lettered *l, PersonId person)
{
    WORLD_ACT(safe_contact_set, SAFE_CONTACT_SET, act);
    act.person = person;
    act.safe = YESNO_YES;
    act.ways = 1 << SAFE_WAY_POST;
    act.how = T("To the home address.");
    act.domestic_abuse = YESNO_YES;
    world_do(&l->in.world, l->in.arena, &SAFE_CONTACT_SET_ACT, l->in.worker, l->in.family.family.n, 10, &act);
}

/* Called for day 20, booked; a mother and a father, both of whom said that post is safe. Nobody is invited yet. */
static struct lettered lettered_open(void)
{
    struct lettered l;
    world_case_open(&l.in, "Ada Ben");
    world_case_at_risk(&l.in);
    l.father = world_adult(&l.in.world, l.in.arena, l.in.worker, &l.in.family, "Craig", RELATIONSHIP_KIND_FATHER); /* known since the enquiry */
    says_post_is_safe(&l, l.in.mother);
    says_post_is_safe(&l, l.father);
    (void)world_called(&l.in, CONFERENCE_KIND_INITIAL, 10, 20);
    world_chair(&l.in, 10);
    return l;
}

/* Everybody is invited; the father is excluded by the chair as far as that says. */
static void invites(struct lettered *l, enum exclusion_extent father)
{
    struct people_invited act = world_invited_act(&l->in, 12);
    InvitationId invitation = world_invitation_of(&l->in, l->father.n);
    for (size_t i = 0; i < act.invitations.count; i++) {
        struct people_invited_invitations *row = (struct people_invited_invitations *)&act.invitations.at[i];
        if (row->invitation.n != invitation.n || father == EXCLUSION_EXTENT_NONE)
            continue;
        row->exclusion = father;
        row->invited = father == EXCLUSION_EXTENT_WHOLE ? YESNO_NO : YESNO_YES;
        row->exclusion_why = T("You have hurt Mum, and the children are afraid to speak when you are there.");
        row->other_way = T("Ruth comes to you on Monday and writes down what you say.");
    }
    world_do(&l->in.world, l->in.arena, &PEOPLE_INVITED_ACT, l->in.chair, l->in.conference.n, 12, &act);
}

static Err make(struct lettered *l, int day)
{
    WORLD_ACT(letters_made, LETTERS_MADE, act);
    struct act_request request = world_request(l->in.admin);
    struct act_result result;
    act.sent = world_date(day);
    request.target = l->in.conference.n;
    request.now.us += day * DAY_US;
    return act_do(l->in.world.acts, &LETTERS_MADE_ACT, &request, &act, l->in.arena, &result);
}

/* The newest letter to somebody, as it is kept; fails without one. */
static struct letters_of letter_to(struct lettered *l, PersonId person)
{
    struct letters_of_rows rows;
    InvitationId invitation = world_invitation_of(&l->in, person.n);
    Read *read = world_read(&l->in.world, l->in.arena, l->in.admin, 30);
    must(letters_of(read, l->in.conference, &rows));
    store_read_end(read);
    for (size_t i = 0; i < rows.count; i++)
        if (rows.at[i].invitation.n == invitation.n)
            return rows.at[i];
    fail_msg("no letter");
    return (struct letters_of){0};
}

#define IN(copy, words) assert_true(text_contains(copy, T(words)))
#define NOT_IN(copy, words) assert_false(text_contains(copy, T(words)))

/* Posted where that is safe and an address may stand on it; who has a protected address gets theirs by hand, and it stands on nobody's letter. */
static void an_invitation_for_each_reader(void **state)
{
    (void)state;
    struct lettered l = lettered_open();
    lives_at(&l, l.in.mother, "41 Tanyard Way, Hollow Lane", true);
    lives_at(&l, l.father, "3 Mill Row, Northmoor", false);
    world_booked(&l.in, 11, 20);
    invites(&l, EXCLUSION_EXTENT_NONE);
    must(make(&l, 13));
    struct letters_of mother = letter_to(&l, l.in.mother), father = letter_to(&l, l.father);
    assert_int_equal(mother.how, SHARING_HOW_BY_HAND);
    assert_int_equal(father.how, SHARING_HOW_POST);
    assert_true(text_begins(father.copy, T("Craig Fennimore-Adeyemi\n3 Mill Row\nNorthmoor\nZZ9 2LM\n\n# Please come to a meeting\n\n")));
    assert_true(text_begins(mother.copy, T("Chidinma Fennimore-Adeyemi\n\n# Please come to a meeting\n\n")));
    const Text copies[] = {mother.copy, father.copy};
    for (size_t i = 0; i < 2; i++) {
        IN(copies[i], "about Ada and Ben");
        IN(copies[i], "Thursday 9 April 2026 at 10:00am.");
        IN(copies[i], "Please be there at 9:30am. This is 30 minutes early.");
        IN(copies[i], "Elmfield Centre, Room 2");
        IN(copies[i], "There is nobody at the building to look after young children.");
        IN(copies[i], "It cannot take a child away.");
        IN(copies[i], "The sound is not recorded."); /* this authority asks nobody: its profile records none */
        IN(copies[i], "in Braille, as sound or by email. Ask Conference office");
        NOT_IN(copies[i], "Tanyard");
    }
    NOT_IN(mother.copy, "Craig");
    NOT_IN(father.copy, "Chidinma");
    assert_int_equal(make(&l, 14).kind, NOT_VALID); /* nobody is owed one now */
    world_case_end(&l.in);
}

/* SC-03: the chair's reason, another way, whom to ask, how to complain; and no day to who is kept away from all of it. */
static void who_is_excluded_is_told_why(void **state)
{
    (void)state;
    struct lettered l = lettered_open();
    world_booked(&l.in, 11, 20);
    invites(&l, EXCLUSION_EXTENT_WHOLE);
    must(make(&l, 13));
    struct letters_of father = letter_to(&l, l.father);
    assert_int_equal(father.kind, LETTER_KIND_EXCLUSION);
    IN(father.copy, "has decided that you do not come.");
    IN(father.copy, "You have hurt Mum, and the children are afraid to speak when you are there.");
    IN(father.copy, "Ruth comes to you on Monday and writes down what you say.");
    IN(father.copy, "You can make a complaint to");
    NOT_IN(father.copy, "April");
    NOT_IN(father.copy, "Elmfield");
    world_case_end(&l.in);
}

static void who_is_excluded_from_a_part_learns_when(void **state)
{
    (void)state;
    struct lettered l = lettered_open();
    world_booked(&l.in, 11, 20);
    invites(&l, EXCLUSION_EXTENT_PART);
    must(make(&l, 13));
    struct letters_of father = letter_to(&l, l.father);
    assert_int_equal(father.kind, LETTER_KIND_EXCLUSION);
    IN(father.copy, "you come to a part of it.");
    IN(father.copy, "Thursday 9 April 2026 at 10:00am.");
    world_case_end(&l.in);
}

/* Moved, and called off: each once, to whoever had been asked. */
static void a_move_and_an_end_are_told(void **state)
{
    (void)state;
    struct lettered l = lettered_open();
    world_booked(&l.in, 11, 20);
    invites(&l, EXCLUSION_EXTENT_NONE);
    must(make(&l, 13));
    world_moved(&l.in, 14, 21);
    must(make(&l, 14));
    assert_int_equal(letter_to(&l, l.in.mother).kind, LETTER_KIND_MOVED);
    IN(letter_to(&l, l.in.mother).copy, "Friday 10 April 2026");
    assert_int_equal(make(&l, 14).kind, NOT_VALID);
    WORLD_ACT(conference_not_held, CONFERENCE_NOT_HELD, off);
    off.what = NOT_HELD_STOOD_DOWN;
    off.why = T("The chair is ill.");
    world_do(&l.in.world, l.in.arena, &CONFERENCE_NOT_HELD_ACT, l.in.chair, l.in.conference.n, 15, &off);
    must(make(&l, 15));
    assert_int_equal(letter_to(&l, l.in.mother).kind, LETTER_KIND_CALLED_OFF);
    NOT_IN(letter_to(&l, l.in.mother).copy, "The chair is ill");
    world_case_end(&l.in);
}

/* Who gets the invitation after the move is told the new day by it, and owed nothing else. */
static void an_invitation_made_late_says_the_new_day(void **state)
{
    (void)state;
    struct lettered l = lettered_open();
    world_booked(&l.in, 11, 20);
    invites(&l, EXCLUSION_EXTENT_NONE);
    world_moved(&l.in, 14, 21);
    must(make(&l, 14));
    assert_int_equal(letter_to(&l, l.in.mother).kind, LETTER_KIND_INVITATION);
    IN(letter_to(&l, l.in.mother).copy, "Friday 10 April 2026");
    assert_int_equal(make(&l, 15).kind, NOT_VALID);
    world_case_end(&l.in);
}

/* A meeting at a refuge: nobody's letter says where. What the chair wrote with the address in it stops them all. */
static void an_address_that_became_protected_stands_in_no_letter(void **state)
{
    (void)state;
    struct lettered l = lettered_open();
    WORLD_ACT(conference_booked, CONFERENCE_BOOKED, booked);
    booked.held_on = world_date(20);
    booked.time = 10 * 60;
    booked.place = T("41 Tanyard Way");
    world_do(&l.in.world, l.in.arena, &CONFERENCE_BOOKED_ACT, l.in.admin, l.in.conference.n, 11, &booked);
    lives_at(&l, l.in.mother, "41 Tanyard Way, Hollow Lane", true);
    invites(&l, EXCLUSION_EXTENT_NONE);
    must(make(&l, 13));
    NOT_IN(letter_to(&l, l.father).copy, "Tanyard");
    IN(letter_to(&l, l.father).copy, "We will tell you where it is.");
    world_case_end(&l.in);
    l = lettered_open();
    world_booked(&l.in, 11, 20);
    struct people_invited act = world_invited_act(&l.in, 12);
    for (size_t i = 0; i < act.invitations.count; i++) {
        struct people_invited_invitations *row = (struct people_invited_invitations *)&act.invitations.at[i];
        if (row->invitation.n != world_invitation_of(&l.in, l.father.n).n)
            continue;
        row->exclusion = EXCLUSION_EXTENT_WHOLE;
        row->invited = YESNO_NO;
        row->exclusion_why = T("You went to 41 Tanyard Way at night.");
        row->other_way = T("By telephone.");
    }
    world_do(&l.in.world, l.in.arena, &PEOPLE_INVITED_ACT, l.in.chair, l.in.conference.n, 12, &act);
    lives_at(&l, l.in.mother, "41 Tanyard Way, Hollow Lane", true);
    assert_int_equal(make(&l, 13).kind, NOT_NOW);
    world_case_end(&l.in);
}

static void after_a_death_no_letter_is_made(void **state)
{
    (void)state;
    struct lettered l = lettered_open();
    world_booked(&l.in, 11, 20);
    invites(&l, EXCLUSION_EXTENT_NONE);
    WORLD_ACT(died, DIED, died);
    died.died = world_date(12);
    world_do(&l.in.world, l.in.arena, &DIED_ACT, l.in.worker, l.in.family.children[0].n, 13, &died);
    assert_int_not_equal(make(&l, 13).kind, OK);
    struct letters_due due;
    Read *read = world_read(&l.in.world, l.in.arena, l.in.worker, 13);
    must(letters_due_of(read, l.in.conference, &due));
    store_read_end(read);
    assert_true(due.stopped);
    assert_int_equal(due.count, 0);
    world_case_end(&l.in);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_invitation_for_each_reader),
        cmocka_unit_test(who_is_excluded_is_told_why),
        cmocka_unit_test(who_is_excluded_from_a_part_learns_when),
        cmocka_unit_test(a_move_and_an_end_are_told),
        cmocka_unit_test(an_invitation_made_late_says_the_new_day),
        cmocka_unit_test(an_address_that_became_protected_stands_in_no_letter),
        cmocka_unit_test(after_a_death_no_letter_is_made),
    };
    RUN_ON_BOTH(tests);
}
