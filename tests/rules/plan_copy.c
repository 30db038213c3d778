/* What each reader's copy of a plan shows, as a matrix: every audience × every reader. SA-15 SA-16 SA-17 SA-19 SA-20 SA-21 SC-14 SC-18 SB-11 SD-13 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "rules/plan_copy.h"

enum { MOTHER = 11, FATHER = 12, CHILD = 13, TEACHER = 14, SCHOOL = 20, POLICE = 21 };

/* 'x' shown, '.' not; the audiences in the order of the list: EVERYONE PROFESSIONALS NOT_TO_PERSON AUTHOR_TEAM CHILD_ONLY. Not to the father. */
static const struct {
    const char *who;
    struct plan_reader reader;
    const char *others, *of_school; /* an action of nobody in particular; one of the school */
} READERS[] = {
    {"whole", {PLAN_COPY_WHOLE, {1}, {0}, false, false}, "xxxxx", "xxxxx"},
    {"school", {PLAN_COPY_PART, {TEACHER}, {SCHOOL}, false, false}, ".....", "xxx.."},
    {"police", {PLAN_COPY_PART, {15}, {POLICE}, false, false}, ".....", "....."},
    {"mother", {PLAN_COPY_OWN, {MOTHER}, {0}, false, false}, "x.x..", "x.x.."},
    {"father", {PLAN_COPY_OWN, {FATHER}, {0}, false, false}, "x....", "x...."},
    {"kept apart", {PLAN_COPY_OWN, {FATHER}, {0}, false, true}, ".....", "....."},
    {"child", {PLAN_COPY_OWN, {CHILD}, {0}, true, false}, "x.x.x", "x.x.x"},
    {"nobody", {PLAN_COPY_NONE, {16}, {0}, false, false}, ".....", "....."},
    {"beside the mother", {PLAN_COPY_OWN, {17}, {0}, false, false, {MOTHER}}, "x.x..", "x.x.."},
    {"beside the father", {PLAN_COPY_OWN, {18}, {0}, false, false, {FATHER}}, "x....", "x...."},
};

static void an_action_is_shown_to_whom_it_is_for(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof READERS / sizeof READERS[0]; i++)
        for (int audience = AUDIENCE_EVERYONE; audience < AUDIENCE_COUNT; audience++) {
            struct plan_action_for other = {{0}, {0}, (enum audience)audience, {FATHER}}, school = {{TEACHER}, {SCHOOL}, (enum audience)audience, {FATHER}};
            bool shows_other = READERS[i].others[audience - 1] == 'x', shows_school = READERS[i].of_school[audience - 1] == 'x';
            if (plan_copy_shows_action(&READERS[i].reader, &other) != shows_other || plan_copy_shows_action(&READERS[i].reader, &school) != shows_school)
                fail_msg("%s: %s", READERS[i].who, audience_code((enum audience)audience));
        }
    struct plan_action_for unnamed = {{0}, {0}, AUDIENCE_NOT_TO_PERSON, {0}};
    assert_false(plan_copy_shows_action(&READERS[3].reader, &unnamed)); /* nobody is named: then to nobody of the family */
}

/* A colleague of the same agency does the agency's work. SD-14 */
static void an_agency_sees_its_own_actions(void **state)
{
    (void)state;
    struct plan_reader head = {PLAN_COPY_PART, {99}, {SCHOOL}, false, false};
    struct plan_action_for school = {{TEACHER}, {SCHOOL}, AUDIENCE_PROFESSIONALS, {0}}, nobody = {{0}, {0}, AUDIENCE_EVERYONE, {0}};
    assert_true(plan_copy_shows_action(&head, &school));
    assert_false(plan_copy_shows_action(&head, &nobody));
    /* one of the school is in the matter themselves: the school works on, without them */
    struct plan_action_for not_to_teacher = {{99}, {SCHOOL}, AUDIENCE_NOT_TO_PERSON, {TEACHER}};
    assert_true(plan_copy_shows_action(&head, &not_to_teacher));
    assert_false(plan_copy_shows_action(&READERS[1].reader, &not_to_teacher));
    /* a childminder of no agency has what they do themselves; a copy for an agency and nobody in particular has what it does */
    struct plan_reader childminder = {PLAN_COPY_PART, {TEACHER}, {0}, false, false}, office = {PLAN_COPY_PART, {0}, {SCHOOL}, false, false};
    struct plan_action_for of_police = {{15}, {POLICE}, AUDIENCE_EVERYONE, {0}};
    assert_true(plan_copy_shows_action(&childminder, &school) && plan_copy_shows_action(&office, &school));
    assert_false(plan_copy_shows_action(&childminder, &nobody) || plan_copy_shows_action(&childminder, &of_police));
    assert_false(plan_copy_shows_action(&office, &nobody) || plan_copy_shows_action(&office, &of_police));
}

static bool shows(const struct plan_reader *reader, enum plan_section section)
{
    return plan_copy_text(reader, section, OWN_WORDS_NONE) == PLAN_TEXT_GENERAL;
}

/* Every kind of copy × what was written for its reader. Who is kept apart never reads the words for everybody; no words open a section that no
 * family copy has; whoever works here reads what everybody reads, and what one reader reads stands apart. SD-13 */
static void words_for_one_reader_take_the_place_of_all_others(void **state)
{
    (void)state;
    static const struct {
        int reader;
        enum plan_text none, written, left_out;
    } SECTIONS[] = {
        {0, PLAN_TEXT_GENERAL, PLAN_TEXT_GENERAL, PLAN_TEXT_GENERAL},
        {1, PLAN_TEXT_GENERAL, PLAN_TEXT_GENERAL, PLAN_TEXT_GENERAL},
        {3, PLAN_TEXT_GENERAL, PLAN_TEXT_OWN, PLAN_TEXT_NOTHING},
        {5, PLAN_TEXT_NOTHING, PLAN_TEXT_OWN, PLAN_TEXT_NOTHING},
        {6, PLAN_TEXT_GENERAL, PLAN_TEXT_OWN, PLAN_TEXT_NOTHING},
        {7, PLAN_TEXT_NOTHING, PLAN_TEXT_NOTHING, PLAN_TEXT_NOTHING},
    };
    for (size_t i = 0; i < sizeof SECTIONS / sizeof SECTIONS[0]; i++) {
        const struct plan_reader *reader = &READERS[SECTIONS[i].reader].reader;
        assert_int_equal(plan_copy_text(reader, PLAN_SECTION_harm, OWN_WORDS_NONE), SECTIONS[i].none);
        assert_int_equal(plan_copy_text(reader, PLAN_SECTION_harm, OWN_WORDS_TAKEN_BACK), SECTIONS[i].none);
        assert_int_equal(plan_copy_text(reader, PLAN_SECTION_harm, OWN_WORDS_WRITTEN), SECTIONS[i].written);
        assert_int_equal(plan_copy_text(reader, PLAN_SECTION_harm, OWN_WORDS_LEFT_OUT), SECTIONS[i].left_out);
        if (reader->copy == PLAN_COPY_OWN)
            for (int own = OWN_WORDS_NONE; own < OWN_WORDS_COUNT; own++)
                assert_int_equal(plan_copy_text(reader, PLAN_SECTION_safety, (enum own_words)own), PLAN_TEXT_NOTHING);
    }
}

/* The code that an act names is the section of that name, exactly those of a family's copy, each with a title for the child. */
static void a_code_for_each_section_of_a_familys_copy(void **state)
{
    (void)state;
    int coded = 0, own = 0;
    for (int code = OWN_SECTION_NONE + 1; code < OWN_SECTION_COUNT; code++, coded++) {
        enum plan_section section = plan_section_of((enum own_section)code);
        assert_true(plan_section_row(section)->own_title[0] != '\0');
        assert_string_equal(own_section_words((enum own_section)code), plan_section_row(section)->title);
        assert_true(plan_section_child_title(section)[0] != '\0' && strstr(plan_section_child_title(section), "protection") == NULL);
    }
    for (int s = PLAN_SECTION_NONE + 1; s < PLAN_SECTION_COUNT; s++)
        own += plan_section_row((enum plan_section)s)->own_title[0] != '\0';
    assert_int_equal(coded, own);
    assert_int_equal(plan_section_of(OWN_SECTION_NONE), PLAN_SECTION_NONE);
    assert_string_equal(plan_section_child_title(PLAN_SECTION_safety), "");
}

static void sections_go_to_their_readers(void **state)
{
    (void)state;
    struct plan_reader whole = READERS[0].reader, part = READERS[1].reader, own = READERS[3].reader, none = READERS[7].reader, apart = READERS[5].reader;
    for (int s = PLAN_SECTION_NONE + 1; s < PLAN_SECTION_COUNT; s++) {
        enum plan_section section = (enum plan_section)s;
        const struct plan_section_row *row = plan_section_row(section);
        assert_true(row->title[0] != '\0' && row->source[0] != '\0' && row->name[0] != '\0');
        assert_true(shows(&whole, section) && !shows(&none, section));
        assert_int_equal(shows(&part, section), row->part);
        assert_int_equal(shows(&own, section), row->own_title[0] != '\0');
        assert_false(shows(&apart, section)); /* the words for everybody can give away where somebody is safe */
        assert_null(strstr(row->own_title, "protection")); /* the family's pages don't say it in a title */
    }
    struct plan_action_for his = {{FATHER}, {0}, AUDIENCE_EVERYONE, {0}};
    assert_true(plan_copy_shows_action(&apart, &his));
    assert_false(shows(&own, PLAN_SECTION_safety) || shows(&part, PLAN_SECTION_safety));
    assert_false(shows(&own, PLAN_SECTION_parent_needs) || shows(&part, PLAN_SECTION_parent_needs));
    assert_true(plan_copy_shows_drafts(&whole) && !plan_copy_shows_drafts(&part) && !plan_copy_shows_drafts(&own));
}

/* What was written in a section is found again by the section's number, and by no other. */
static void each_section_has_its_own_words(void **state)
{
    (void)state;
    struct plan_words words = {
#define SECTION(name, title, own_title, part, needed, source) .name = T("in " #name),
#include "rules/plan_sections.def"
#undef SECTION
    };
    for (int s = PLAN_SECTION_NONE + 1; s < PLAN_SECTION_COUNT; s++) {
        Text found = plan_section_words(&words, (enum plan_section)s);
        assert_true(text_begins(found, T("in ")));
        assert_true(text_equal_string((Text){found.at + 3, found.len - 3}, plan_section_row((enum plan_section)s)->name));
    }
    assert_int_equal(plan_section_words(&words, PLAN_SECTION_NONE).len, 0);
    /* a number from outside that is no section or code, as an older form could send it, is none */
    assert_int_equal(plan_section_words(&words, PLAN_SECTION_COUNT).len, 0);
    assert_string_equal(plan_section_row(PLAN_SECTION_COUNT)->name, "");
    assert_int_equal(plan_section_of(OWN_SECTION_COUNT), PLAN_SECTION_NONE);
    assert_int_equal(plan_section_words(&words, (enum plan_section)(PLAN_SECTION_COUNT + 1)).len, 0);
    assert_false(shows(&READERS[0].reader, PLAN_SECTION_NONE) || shows(&READERS[3].reader, PLAN_SECTION_NONE));
}

/* A number that means no copy, no audience or no kind of own words shows nothing more than having none does. */
static void what_is_no_code_shows_nothing(void **state)
{
    (void)state;
    const struct plan_reader unknown = {(enum plan_copy)(PLAN_COPY_WHOLE + 1), {MOTHER}, {SCHOOL}, false, false}, mother = READERS[3].reader,
                             apart = READERS[5].reader;
    const struct plan_action_for everyones = {{MOTHER}, {SCHOOL}, AUDIENCE_EVERYONE, {0}};
    assert_false(plan_copy_shows_action(&unknown, &everyones) || shows(&unknown, PLAN_SECTION_harm) || plan_copy_shows_drafts(&unknown));
    for (int audience = AUDIENCE_COUNT; audience <= AUDIENCE_COUNT + 1; audience++) {
        const struct plan_action_for hers = {{MOTHER}, {SCHOOL}, (enum audience)audience, {0}};
        assert_false(plan_copy_shows_action(&mother, &hers) || plan_copy_shows_action(&READERS[1].reader, &hers));
    }
    for (int own = OWN_WORDS_COUNT; own <= OWN_WORDS_COUNT + 1; own++) {
        assert_int_equal(plan_copy_text(&mother, PLAN_SECTION_harm, (enum own_words)own), PLAN_TEXT_GENERAL);
        assert_int_equal(plan_copy_text(&apart, PLAN_SECTION_harm, (enum own_words)own), PLAN_TEXT_NOTHING);
    }
}

/* The sections that a full plan needs are those the documents name. */
static void the_needed_sections_are_those_of_the_sources(void **state)
{
    (void)state;
    static const enum plan_section needed[] = {PLAN_SECTION_harm, PLAN_SECTION_cause, PLAN_SECTION_risks, PLAN_SECTION_why_needed,
        PLAN_SECTION_child_needs, PLAN_SECTION_parent_needs, PLAN_SECTION_cared_for, PLAN_SECTION_when_seen, PLAN_SECTION_support,
        PLAN_SECTION_goals_short, PLAN_SECTION_goals_long, PLAN_SECTION_contingency, PLAN_SECTION_proceedings};
    int count = 0;
    for (int s = PLAN_SECTION_NONE + 1; s < PLAN_SECTION_COUNT; s++)
        count += plan_section_row((enum plan_section)s)->needed;
    assert_int_equal(count, sizeof needed / sizeof needed[0]);
    for (size_t i = 0; i < sizeof needed / sizeof needed[0]; i++)
        assert_true(plan_section_row(needed[i])->needed);
}

static void the_widest_copy_wins(void **state)
{
    (void)state;
    assert_int_equal(plan_copy_of(RIGHT(READ_PLAN) | RIGHT(READ_OWN_COPY)), PLAN_COPY_WHOLE);
    assert_int_equal(plan_copy_of(RIGHT(READ_PLAN_PART) | RIGHT(READ_OWN_COPY)), PLAN_COPY_PART);
    assert_int_equal(plan_copy_of(RIGHT(KNOW_CHILD) | RIGHT(READ_OWN_COPY)), PLAN_COPY_OWN);
    assert_int_equal(plan_copy_of(RIGHT(KNOW_CHILD) | RIGHT(READ_CONFERENCE)), PLAN_COPY_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(an_action_is_shown_to_whom_it_is_for), cmocka_unit_test(an_agency_sees_its_own_actions),
        cmocka_unit_test(words_for_one_reader_take_the_place_of_all_others), cmocka_unit_test(a_code_for_each_section_of_a_familys_copy),
        cmocka_unit_test(sections_go_to_their_readers), cmocka_unit_test(the_needed_sections_are_those_of_the_sources),
        cmocka_unit_test(each_section_has_its_own_words), cmocka_unit_test(what_is_no_code_shows_nothing), cmocka_unit_test(the_widest_copy_wins)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
