/* Words of a plan for one reader: written, carried from version to version, taken back; what may stand in them; whom nothing is written for.
 * SD-13 SE-03 SC-12 SA-03 SB-23 */
#include "plan_setting.h"
#include "acts/people/sign_in_given_act.h"
#include "store/plan_readers_sql.h"

static struct plan_written whole_plan(void)
{
    WORLD_ACT(plan_written, PLAN_WRITTEN, act);
#define SECTION(name, title, own_title, part, needed, source) act.name = T("Words of the " #name);
#include "rules/plan_sections.def"
#undef SECTION
    return act;
}

static struct plan_written for_readers(struct plan_written_readers *rows, size_t count)
{
    WORLD_ACT(plan_written, PLAN_WRITTEN, act);
    act.readers.at = rows;
    act.readers.count = count;
    return act;
}

static void an_action(struct setting *s, int day)
{
    WORLD_ACT(action_set, ACTION_SET, act);
    act.change = ACTION_CHANGE_NEW;
    act.what = T("Mend the boiler");
    act.owner = ACTION_OWNER_PROFESSIONAL;
    act.owner_person = s->teacher;
    act.by_when = on_day(20);
    act.measure = T("20 degrees in each room");
    act.aim = PLAN_AIM_SAFE;
    done(s, &ACTION_SET_ACT, s->plans.at[0].n, day, &act);
}

static struct plan_published publishing(int day)
{
    WORLD_ACT(plan_published, PLAN_PUBLISHED, act);
    act.agreed_on = on_day(day);
    return act;
}

static struct plan_reader_words_of_rows words_of(struct setting *s, int64_t version)
{
    struct plan_reader_words_of_rows rows;
    Read *read = reading(s, s->worker, 0);
    must(plan_reader_words_of(read, s->plans.at[0], version, &rows));
    store_read_end(read);
    return rows;
}

/* What stands for somebody in a section of a version: its words, "(left out)", or "" for nothing. */
static Text stands(struct setting *s, int64_t version, PersonId person, enum own_section section)
{
    struct plan_reader_words_of_rows rows = words_of(s, version);
    for (size_t i = 0; i < rows.count; i++)
        if (rows.at[i].person.n == person.n && rows.at[i].section == section)
            return rows.at[i].standing == OWN_WORDS_LEFT_OUT ? T("(left out)") : rows.at[i].words;
    return TEXT_NONE;
}

/* SE-03: a row replaces what stood there for that reader and section; rows not given stay; what was published stays as it was. */
static void words_are_carried_from_version_to_version(void **state)
{
    struct setting *s = *state;
    PersonId maja = child_person(s->family.children[0]);
    struct plan_written general = whole_plan();
    struct plan_published publish = publishing(5);
    done(s, &PLAN_WRITTEN_ACT, s->plans.at[0].n, 2, &general);
    struct plan_written_readers first[] = {row_of(s->father, OWN_SECTION_HARM, OWN_WORDS_WRITTEN, "Your children are afraid"),
                                           row_of(s->father, OWN_SECTION_SUPPORT, OWN_WORDS_LEFT_OUT, ""),
                                           row_of(maja, OWN_SECTION_HARM, OWN_WORDS_WRITTEN, "It is cold at home")};
    struct plan_written own = for_readers(first, 3);
    done(s, &PLAN_WRITTEN_ACT, s->plans.at[0].n, 2, &own);
    assert_int_equal(own.version, 2); /* the same draft */
    an_action(s, 3);
    done(s, &PLAN_PUBLISHED_ACT, s->plans.at[0].n, 5, &publish);
    an_action(s, 6); /* opens version 3 */
    assert_int_equal(words_of(s, 3).count, 3);
    struct plan_written_readers second[] = {row_of(s->father, OWN_SECTION_HARM, OWN_WORDS_WRITTEN, "Your children sleep badly"),
                                            row_of(s->father, OWN_SECTION_SUPPORT, OWN_WORDS_TAKEN_BACK, "")};
    own = for_readers(second, 2);
    done(s, &PLAN_WRITTEN_ACT, s->plans.at[0].n, 7, &own);
    assert_int_equal(own.version, 3);
    assert_true(text_equal_string(stands(s, 2, s->father, OWN_SECTION_HARM), "Your children are afraid"));
    assert_true(text_equal_string(stands(s, 2, s->father, OWN_SECTION_SUPPORT), "(left out)"));
    assert_true(text_equal_string(stands(s, 3, s->father, OWN_SECTION_HARM), "Your children sleep badly"));
    assert_true(text_is_empty(stands(s, 3, s->father, OWN_SECTION_SUPPORT)));
    assert_true(text_equal_string(stands(s, 3, maja, OWN_SECTION_HARM), "It is cold at home"));
    assert_int_equal(words_of(s, 2).count, 3);
}

/* Only who can have a copy has words of their own in it, once for a section; an advocate reads those of whom they stand beside. */
static void words_are_for_who_can_have_a_copy(void **state)
{
    struct setting *s = *state;
    WORLD_ACT(sign_in_given, SIGN_IN_GIVEN, advocate);
    advocate.kind = FAMILY_ACCOUNT_ADVOCATE;
    advocate.given = T("Tess");
    advocate.family_name = T("Quillan-Moor");
    advocate.children.at = s->family.children;
    advocate.children.count = 1;
    advocate.beside = s->nurse;
    struct act_result result = {0};
    assert_int_equal(world_try(&s->world, s->arena, &SIGN_IN_GIVEN_ACT, s->manager, s->family.family.n, PLAN_DAY, &advocate, &result).kind, NOT_VALID);
    assert_true(has_problem(&result, "beside", "Choose an adult of this family"));
    advocate.beside = s->mother;
    world_do(&s->world, s->arena, &SIGN_IN_GIVEN_ACT, s->manager, s->family.family.n, PLAN_DAY, &advocate);
    const PersonId none[] = {s->nurse, s->worker, advocate.account, child_person(s->family.children[1])};
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) {
        struct plan_written_readers row = row_of(none[i], OWN_SECTION_HARM, OWN_WORDS_WRITTEN, "Words");
        struct plan_written act = for_readers(&row, 1);
        result = refused(s, &PLAN_WRITTEN_ACT, s->plans.at[0].n, 2, &act, NOT_VALID);
        assert_true(has_problem(&result, "readers-0-reader", "no copy of this plan"));
    }
    struct plan_written_readers twice[] = {row_of(s->mother, OWN_SECTION_HARM, OWN_WORDS_WRITTEN, "Words"),
                                           row_of(s->mother, OWN_SECTION_HARM, OWN_WORDS_LEFT_OUT, "")};
    struct plan_written act = for_readers(twice, 2);
    result = refused(s, &PLAN_WRITTEN_ACT, s->plans.at[0].n, 2, &act, NOT_VALID);
    assert_true(has_problem(&result, "readers-1-section", "stands here twice"));
    Read *read = reading(s, s->worker, 2);
    struct plan_readers_rows readers;
    must(plan_readers(read, s->family.children[0], &readers));
    store_read_end(read);
    bool beside = false;
    for (size_t i = 0; i < readers.count; i++)
        beside |= readers.at[i].person.n == advocate.account.n && readers.at[i].words_of.n == s->mother.n && readers.at[i].signs_in;
    assert_true(beside && readers.count == 4); /* mother, father, Maja, the advocate */
}

/* To leave a section out is said, not meant by an empty field. */
static void an_empty_field_leaves_nothing_out(void **state)
{
    struct setting *s = *state;
    const struct option father = {s->father.n, T("Darren"), TEXT_NONE};
    struct plan_written act;
    struct problems problems = problems_new(s->arena);
    struct field_options options = {0};
    options.of[SOURCE_PLAN_READERS] = (struct option_list){&father, 1};
    Text reader = text_format(s->arena, "%lld", (long long)s->father.n);
    struct form_value pairs[] = {{T("readers-0-reader"), reader}, {T("readers-0-section"), T("HARM")}, {T("readers-0-standing"), T("WRITTEN")},
                                 {T("readers-1-reader"), reader}, {T("readers-1-section"), T("CAUSE")}};
    struct form form = {pairs, 5};
    struct form_reading reads = {s->arena, on_day(0), WORLD_DAY, &options, &problems};
    assert_int_equal(fields_read_form(PLAN_WRITTEN_ACT.fields, PLAN_WRITTEN_ACT.field_count, &form, &reads, &act).kind, NOT_VALID);
    assert_true(text_equal_string(problems_of(&problems, T("readers-0-words")), "Write the words"));
    assert_true(text_equal_string(problems_of(&problems, T("readers-1-standing")), "Choose what stands there"));
}

/* SC-12, SA-03: a protected address stands in no reader's words; SB-23, SC-11: nor a promise nobody can keep. */
static void words_for_one_reader_are_looked_through_too(void **state)
{
    struct setting *s = *state;
    struct plan_written general = whole_plan();
    struct plan_published publish = publishing(5);
    done(s, &PLAN_WRITTEN_ACT, s->plans.at[0].n, 2, &general);
    an_action(s, 3);
    struct plan_written_readers row = row_of(s->father, OWN_SECTION_CARED_FOR, OWN_WORDS_WRITTEN, "They live in ZZ1 4QT.");
    struct plan_written own = for_readers(&row, 1);
    done(s, &PLAN_WRITTEN_ACT, s->plans.at[0].n, 3, &own);
    keep_father_apart(s); /* known as a secret only now: the words are written already */
    struct act_result result = refused(s, &PLAN_PUBLISHED_ACT, s->plans.at[0].n, 5, &publish, NOT_NOW);
    assert_true(is_shut(&result, NO_PROTECTED_ADDRESS, "ZZ1 4QT"));
    result = refused(s, &PLAN_WRITTEN_ACT, s->plans.at[0].n, 3, &own, NOT_NOW);
    assert_true(is_shut(&result, NO_PROTECTED_ADDRESS, "ZZ1 4QT"));
    row.words = T("The service ends the relationship of Chidinma and Darren");
    result = refused(s, &PLAN_WRITTEN_ACT, s->plans.at[0].n, 3, &own, NOT_NOW);
    assert_true(is_shut(&result, NO_SEPARATION_PROMISED, ""));
    row.words = T("They live with their mother.");
    done(s, &PLAN_WRITTEN_ACT, s->plans.at[0].n, 3, &own);
    done(s, &PLAN_PUBLISHED_ACT, s->plans.at[0].n, 5, &publish);
}

static bool warns_of(const struct act_result *result, const char *detail)
{
    for (size_t i = 0; i < result->shut.count; i++)
        if (result->shut.at[i].gate == WORDS_FOR_KEPT_APART && result->shut.at[i].warns)
            return text_contains(result->shut.at[i].detail, text_of(detail));
    return false;
}

/* Who is kept apart and has nothing of their own to read is named before publishing. It warns and bars nobody; left-out sections are no words. */
static void who_is_kept_apart_without_words_is_named(void **state)
{
    struct setting *s = *state;
    keep_father_apart(s);
    struct plan_written general = whole_plan();
    struct plan_published publish = publishing(5);
    done(s, &PLAN_WRITTEN_ACT, s->plans.at[0].n, 2, &general);
    an_action(s, 3);
    struct plan_written_readers row = row_of(s->father, OWN_SECTION_CAUSE, OWN_WORDS_LEFT_OUT, "");
    struct plan_written own = for_readers(&row, 1);
    done(s, &PLAN_WRITTEN_ACT, s->plans.at[0].n, 3, &own);
    struct act_result result = {0};
    must(world_try(&s->world, s->arena, &PLAN_PUBLISHED_ACT, s->worker, s->plans.at[0].n, PLAN_DAY + 5, &publish, &result));
    assert_true(warns_of(&result, "Darren’s copy has only their own actions"));
    row = row_of(s->father, OWN_SECTION_HARM, OWN_WORDS_WRITTEN, "Your children are afraid");
    done(s, &PLAN_WRITTEN_ACT, s->plans.at[0].n, 6, &own);
    publish = publishing(7);
    must(world_try(&s->world, s->arena, &PLAN_PUBLISHED_ACT, s->worker, s->plans.at[0].n, PLAN_DAY + 7, &publish, &result));
    assert_false(warns_of(&result, ""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(words_are_carried_from_version_to_version), CASE(words_are_for_who_can_have_a_copy), CASE(an_empty_field_leaves_nothing_out),
        CASE(words_for_one_reader_are_looked_through_too), CASE(who_is_kept_apart_without_words_is_named),
    };
    RUN_ON_BOTH(tests);
}
