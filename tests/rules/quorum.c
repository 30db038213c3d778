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
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(different_agencies_make_a_quorum),
        cmocka_unit_test(views_and_decisions_fit_the_kind),
        cmocka_unit_test(the_scan_finds_what_is_hidden),
        cmocka_unit_test(a_telephone_is_found_with_any_prefix),
        cmocka_unit_test(an_address_is_looked_for_by_its_house),
        cmocka_unit_test(names_are_two_words_side_by_side),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
