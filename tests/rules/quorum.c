/* Who counts in a conference, what they say, and what the scan before words leave finds. */
#include "eval.h"

#include "rules/quorum.h"
#include "rules/scan.h"

/* Different agencies that are there; two people of one agency are one; advisers and who speaks for somebody aren't counted. */
static void different_agencies_make_a_quorum(void **state)
{
    (void)state;
    const struct seat seats[] = {
        {1, AGENCY_KIND_SOCIAL_CARE, ATTENDANCE_PRESENT}, {1, AGENCY_KIND_SOCIAL_CARE, ATTENDANCE_VIDEO},
        {2, AGENCY_KIND_POLICE, ATTENDANCE_APOLOGIES},    {2, AGENCY_KIND_POLICE, ATTENDANCE_TELEPHONE},
        {3, AGENCY_KIND_LEGAL, ATTENDANCE_PRESENT},       {4, AGENCY_KIND_ADVOCACY, ATTENDANCE_PRESENT},
        {5, AGENCY_KIND_HEALTH, ATTENDANCE_ABSENT},       {6, AGENCY_KIND_EDUCATION, ATTENDANCE_REPRESENTED},
    };
    assert_int_equal(agencies_present(seats, sizeof seats / sizeof *seats), 3);
    assert_int_equal(agencies_present(seats, 0), 0);
}

/* What each agency counts as. A midwife is of a health service and knows the child; legal and advocacy advise or speak for somebody. SA-05 SD-03 */
static void an_agency_counts_by_its_work(void **state)
{
    (void)state;
    for (int k = AGENCY_KIND_NONE; k < AGENCY_KIND_COUNT; k++) {
        enum agency_kind kind = (enum agency_kind)k;
        assert_int_equal(agency_counts(kind), k != AGENCY_KIND_NONE && k != AGENCY_KIND_LEGAL && k != AGENCY_KIND_ADVOCACY);
        assert_int_equal(agency_is_health(kind), k == AGENCY_KIND_HEALTH || k == AGENCY_KIND_MIDWIFERY || k == AGENCY_KIND_MENTAL_HEALTH);
        assert_int_equal(agency_knows_children(kind), k == AGENCY_KIND_EDUCATION || k == AGENCY_KIND_EARLY_YEARS || k == AGENCY_KIND_MIDWIFERY);
    }
}

/* Everybody's way of attending beside everybody else's: two meet in the room, whole or in part, or on the video link. A telephone or a session of
 * one's own keeps them apart, and who isn't there meets nobody. SA-03 */
static void people_meet_in_the_room_or_on_the_link(void **state)
{
    (void)state;
    static const struct {
        enum attendance attendance;
        bool there;
        char where; /* two meet where both letters are the same; '.': by themselves */
    } WAYS[] = {
        {ATTENDANCE_NONE, false, '.'},       {ATTENDANCE_PRESENT, true, 'r'},     {ATTENDANCE_PART, true, 'r'},
        {ATTENDANCE_VIDEO, true, 'v'},       {ATTENDANCE_TELEPHONE, true, '.'},   {ATTENDANCE_OWN_SESSION, true, '.'},
        {ATTENDANCE_REPRESENTED, true, '.'}, {ATTENDANCE_APOLOGIES, false, '.'},  {ATTENDANCE_ABSENT, false, '.'},
        {ATTENDANCE_EXCLUDED, false, '.'},   {(enum attendance)(ATTENDANCE_COUNT + 1), false, '.'}, /* what is no way to attend is not being there */
    };
    enum { COUNT = sizeof WAYS / sizeof *WAYS };
    assert_int_equal(COUNT, ATTENDANCE_COUNT + 1);
    for (size_t i = 0; i < COUNT; i++) {
        assert_int_equal(attendance_is_present(WAYS[i].attendance), WAYS[i].there);
        for (size_t k = 0; k < COUNT; k++)
            if (attendances_meet(WAYS[i].attendance, WAYS[k].attendance) != (WAYS[i].where == WAYS[k].where && WAYS[i].where != '.'))
                fail_msg("%s and %s", attendance_words(WAYS[i].attendance), attendance_words(WAYS[k].attendance));
    }
}

/* SD-10: every view and decision belongs to one kind of conference; 'no view' dissents from nothing. */
static void views_and_decisions_fit_the_kind(void **state)
{
    (void)state;
    for (int kind = CONFERENCE_KIND_NONE + 1; kind < CONFERENCE_KIND_COUNT; kind++) {
        bool review = kind == CONFERENCE_KIND_REVIEW;
        assert_int_equal(view_fits((enum conference_kind)kind, AGENCY_VIEW_PLAN), !review);
        assert_int_equal(view_fits((enum conference_kind)kind, AGENCY_VIEW_ENDS), review);
        assert_true(view_fits((enum conference_kind)kind, AGENCY_VIEW_NO_VIEW));
        assert_int_equal(decision_fits((enum conference_kind)kind, CONFERENCE_DECISION_PLAN), !review);
        assert_int_equal(decision_fits((enum conference_kind)kind, CONFERENCE_DECISION_CHANGED), review);
        assert_false(decision_fits((enum conference_kind)kind, CONFERENCE_DECISION_INQUORATE));
    }
    for (int decision = CONFERENCE_DECISION_NONE + 1; decision < CONFERENCE_DECISION_COUNT; decision++)
        assert_false(view_dissents(AGENCY_VIEW_NO_VIEW, (enum conference_decision)decision));
    assert_true(view_dissents(AGENCY_VIEW_NO_PLAN, CONFERENCE_DECISION_PLAN));
    assert_false(view_dissents(AGENCY_VIEW_NO_PLAN, CONFERENCE_DECISION_NO_PLAN_CHILD_IN_NEED));
    assert_true(view_dissents(AGENCY_VIEW_GOES_ON, CONFERENCE_DECISION_ENDS));
}

/* SD-10: each view against each decision: who said what was decided agrees, everybody else's reason is kept. That no plan is needed agrees with each of
 * the three ways without one. */
static void who_says_otherwise_dissents(void **state)
{
    (void)state;
    static const struct {
        enum conference_decision decision;
        bool initial, review, plan; /* a decision of an initial conference, of a review; the child has a plan after it */
        const char *agree;          /* 'x': PLAN NO_PLAN GOES_ON CHANGE ENDS NO_VIEW agrees */
    } DECISIONS[] = {
        {CONFERENCE_DECISION_PLAN, true, false, true, "x....x"},
        {CONFERENCE_DECISION_NO_PLAN_CHILD_IN_NEED, true, false, false, ".x...x"},
        {CONFERENCE_DECISION_NO_PLAN_EARLY_HELP, true, false, false, ".x...x"},
        {CONFERENCE_DECISION_NO_PLAN_CLOSE, true, false, false, ".x...x"},
        {CONFERENCE_DECISION_GOES_ON, false, true, true, ".xx..x"},
        {CONFERENCE_DECISION_CHANGED, false, true, true, ".x.x.x"},
        {CONFERENCE_DECISION_ENDS, false, true, false, ".x..xx"},
    };
    for (size_t i = 0; i < sizeof DECISIONS / sizeof *DECISIONS; i++) {
        enum conference_decision decision = DECISIONS[i].decision;
        assert_int_equal(decision_fits(CONFERENCE_KIND_INITIAL, decision), DECISIONS[i].initial);
        assert_int_equal(decision_fits(CONFERENCE_KIND_REVIEW, decision), DECISIONS[i].review);
        assert_int_equal(decision_has_plan(decision), DECISIONS[i].plan);
        for (int view = AGENCY_VIEW_PLAN; view < AGENCY_VIEW_COUNT; view++)
            if (view_dissents((enum agency_view)view, decision) != (DECISIONS[i].agree[view - 1] == '.'))
                fail_msg("%s and %s", agency_view_code((enum agency_view)view), conference_decision_code(decision));
    }
    static const struct {
        enum agency_view view;
        bool initial, review;
    } VIEWS[] = {
        {AGENCY_VIEW_NONE, false, false},  {AGENCY_VIEW_PLAN, true, false},   {AGENCY_VIEW_NO_PLAN, true, false}, {AGENCY_VIEW_GOES_ON, false, true},
        {AGENCY_VIEW_CHANGE, false, true}, {AGENCY_VIEW_ENDS, false, true}, {AGENCY_VIEW_NO_VIEW, true, true},
    };
    /* what is no view or no decision fits no conference and dissents from nothing */
    enum agency_view no_view = (enum agency_view)(AGENCY_VIEW_COUNT + 1);
    enum conference_decision no_decision = (enum conference_decision)(CONFERENCE_DECISION_COUNT + 1);
    assert_false(view_fits(CONFERENCE_KIND_INITIAL, no_view) || view_fits(CONFERENCE_KIND_REVIEW, no_view) || view_dissents(no_view, CONFERENCE_DECISION_PLAN));
    assert_false(decision_fits(CONFERENCE_KIND_INITIAL, no_decision) || decision_fits(CONFERENCE_KIND_REVIEW, no_decision) || decision_has_plan(no_decision));
    struct tally tally = {0};
    for (size_t i = 0; i < sizeof VIEWS / sizeof *VIEWS; i++) {
        assert_int_equal(view_fits(CONFERENCE_KIND_TRANSFER_IN, VIEWS[i].view), VIEWS[i].initial);
        assert_int_equal(view_fits(CONFERENCE_KIND_REVIEW, VIEWS[i].view), VIEWS[i].review);
        if (VIEWS[i].initial)
            tally_add(&tally, VIEWS[i].view);
    }
    tally_add(&tally, AGENCY_VIEW_PLAN);
    assert_true(tally.given == 4 && tally.of[AGENCY_VIEW_PLAN] == 2 && tally.of[AGENCY_VIEW_NO_PLAN] == 1 && tally.of[AGENCY_VIEW_NO_VIEW] == 1);
}

/* SC-12: an address, postcode or telephone is found however it is written, and not inside other words. */
static void the_scan_finds_what_is_hidden(void **state)
{
    (void)state;
    static const struct {
        const char *text, *needle, *found;
    } CASES[] = {
        {"She lives at 14 Sedge Close now.", "14 Sedge Close", "14 Sedge Close"},
        {"She lives at 14, SEDGE  close.", "14 Sedge Close", "14, SEDGE  close"},
        {"near zz1 1zz, I think", "ZZ1 1ZZ", "zz1 1zz"},
        {"near ZZ11ZZ", "ZZ1 1ZZ", "ZZ11ZZ"},
        {"ring 07700-900 123", "07700 900123", "07700-900 123"},
        {"ring 07700 9001234", "07700 900123", NULL},
        {"Joann Leeson came", "Ann Lee", NULL},
        /* As a word processor writes it: spaces that don't break, typographic quotes and dashes, what doesn't show. */
        {"at 14\u00a0Sedge\u00a0Close.", "14 Sedge Close", "14\u00a0Sedge\u00a0Close"},
        {"‘14 Sedge Close’", "14 Sedge Close", "14 Sedge Close"},
        {"—14 Sed\u00adge\u200b Close…", "14 Sedge Close", "14 Sed\u00adge\u200b Close"},
        {"near ZZ1\u20091ZZ", "ZZ1 1ZZ", "ZZ1\u20091ZZ"},
        {"ring 07700\u2011900–123", "07700 900123", "07700\u2011900–123"},
        {"14 Sedge Closeé", "14 Sedge Close", NULL},
        {"She moved to 14 Sedge", "14 Sedge Close", NULL},
        {"{now:} 07700_900123~", "07700 900123", "07700_900123"},
        {"a ab abc", "abc", NULL}, /* too short to say anything */
        {"", "14 Sedge Close", NULL},
        {"nothing here", "", NULL},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        Text found = TEXT_NONE;
        bool there = scan_finds(text_of(CASES[i].text), text_of(CASES[i].needle), &found);
        assert_int_equal(there, CASES[i].found != NULL);
        if (there && !text_equal_string(found, CASES[i].found))
            fail_msg("%s: found '%.*s'", CASES[i].text, TEXT_ARGS(found));
    }
}

/* SC-12: a telephone is the same with the country's code or without. */
static void a_telephone_is_found_with_any_prefix(void **state)
{
    (void)state;
    static const char *const WAYS[] = {"07700 900123", "+44 7700 900123", "0044 7700 900 123", "+44 (0)7700 900123", "447700900123"};
    enum { COUNT = sizeof WAYS / sizeof *WAYS };
    Text found;
    for (size_t i = 0; i < COUNT; i++)
        for (size_t k = 0; k < COUNT; k++) {
            char words[100];
            snprintf(words, sizeof words, "Ring (%s), not before nine.", WAYS[i]);
            if (!scan_finds_telephone(text_of(words), text_of(WAYS[k]), &found))
                fail_msg("%s in '%s'", WAYS[k], words);
        }
    assert_false(scan_finds_telephone(T("ring 07700 9001234"), T("07700 900123"), &found));
    assert_false(scan_finds_telephone(T("ring 17700 900123"), T("07700 900123"), &found));
    assert_false(scan_finds_telephone(T("ring 44 now"), T("+44"), &found));
    assert_false(scan_finds_telephone(T("nothing"), TEXT_NONE, &found));
    /* without a country's code or a 0 in front it is looked for as it stands */
    assert_true(scan_finds_telephone(T("ring Bexford 900 123"), T("900123"), &found));
    /* two numbers in one field, however they were put there: each is looked for, an extension isn't */
    static const char *const FIELDS[] = {"07700 900123 / 01632 960001", "07700 900123 01632 960001", "01632.960001, +447700 900123",
        "+44 (0)1632 960001 ext 77 or 07700-900123", "01632960001\u00a007700\u00a0900123", "0044 1632 960 001 +44 7700 900 123 (mornings)"};
    for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++) {
        assert_true(scan_finds_telephone(T("Ring +44 7700 900123 first"), text_of(FIELDS[i]), &found) && text_equal(found, T("44 7700 900123")));
        assert_true(scan_finds_telephone(T("or 01632 960001"), text_of(FIELDS[i]), &found));
        assert_false(scan_finds_telephone(T("77 people came at 07700 900124"), text_of(FIELDS[i]), &found));
    }
    assert_true(scan_finds_telephone(T("at work: 01632 960001"), T("01632 960001 ext 77"), &found) && text_equal(found, T("01632 960001")));
    assert_false(scan_finds_telephone(T("card 1234 5678 9012 3456"), T("1234 5678 9012 3456 789 000"), &found));
}

/* SC-12: of an address the house is looked for, not its town, and not the number of a flat that many houses have. */
static void an_address_is_looked_for_by_its_house(void **state)
{
    (void)state;
    static const struct {
        const char *lines, *places;
    } CASES[] = {
        {"Flat 6, 41 Tanyard Way, Marlow", "41 Tanyard Way"},
        {"14 Larch Rise", "14 Larch Rise"},
        {"14, Larch Rise, Marlow", "14, Larch Rise"},
        {"Rose House\n14a Larch Rise\nMarlow\nBuckinghamshire", "Rose House|14a Larch Rise"},
        {"Unit 4B, Rose House, Marlow", "Rose House"},
        {"Flat 6", "Flat 6"},
        {"The Old Mill, Elm Road, Marlow", "The Old Mill|Elm Road"},
        {"The refuge in Marlow", "The refuge in Marlow"},
        {"PO Box 12, Marlow", "PO Box 12"},
        {"Rose House, 12", "Rose House|12"},
        {", ,\n", ""},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        Text places[SCAN_PLACES], expected = text_of(CASES[i].places);
        size_t count = scan_places(text_of(CASES[i].lines), places);
        for (size_t k = 0; k < count; k++)
            if (!text_equal(places[k], text_cut(&expected, '|')))
                fail_msg("%s: '%.*s'", CASES[i].lines, TEXT_ARGS(places[k]));
        assert_true(text_is_empty(expected));
    }
    Text places[SCAN_PLACES];
    assert_int_equal(scan_places(T("1 A,2 B,3 C,4 D,5 E,6 F,7 G,8 H,9 I,10 J,11 K,12 L,13 M,14 N,15 O,16 P,17 Q"), places), SCAN_PLACES);
}

static void names_are_two_words_side_by_side(void **state)
{
    (void)state;
    static const char *const EXPECTED[][2] = {{"Zebedee", "Quill-Feather"}, {"Łucja", "Nowak"}, {"Then", "Ada"}, {"Ada", "O'Neill"}};
    Text text = T("zebedee, Zebedee Quill-Feather and Łucja Nowak. Bob, Ann; Then Ada O'Neill went");
    Text first, second;
    size_t offset = 0, count = 0;
    while (scan_next_name(text, &offset, &first, &second)) {
        assert_true(count < sizeof EXPECTED / sizeof *EXPECTED);
        assert_true(text_equal_string(first, EXPECTED[count][0]) && text_equal_string(second, EXPECTED[count][1]));
        count++;
    }
    assert_int_equal(count, sizeof EXPECTED / sizeof *EXPECTED);
    /* a dash or an apostrophe at a word's end is none of it; the last word has nobody after it */
    text = T("Ask Ada- 14 Larch' A Lee- Lane-");
    offset = 0;
    assert_true(scan_next_name(text, &offset, &first, &second) && text_equal(first, T("Ask")) && text_equal(second, T("Ada")));
    assert_false(scan_next_name(text, &offset, &first, &second));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(different_agencies_make_a_quorum),
        cmocka_unit_test(an_agency_counts_by_its_work),
        cmocka_unit_test(people_meet_in_the_room_or_on_the_link),
        cmocka_unit_test(who_says_otherwise_dissents),
        cmocka_unit_test(views_and_decisions_fit_the_kind),
        cmocka_unit_test(the_scan_finds_what_is_hidden),
        cmocka_unit_test(a_telephone_is_found_with_any_prefix),
        cmocka_unit_test(an_address_is_looked_for_by_its_house),
        cmocka_unit_test(names_are_two_words_side_by_side),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
