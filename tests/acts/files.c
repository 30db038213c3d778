/* A file among the fields of an act: in its form, in its body and in words; and a police notification with one: its entry, its tables, who may read
 * it. SA-02 */
#include "acts/enquiry/notification_attached_act.h"
#include "acts/field_value.h"
#include "acts/form_answers.h"
#include "acts/form_view.h"
#include "acts/people/sign_in_given_act.h"
#include "enquiry_setting.h"
#include "rules/media.h"
#include "store/attached_file_sql.h"

#define HASH "0123456789abcdef0123456789abcdef"
#define BLOB "fedcba9876543210"
#define BLOB_HEX "66656463626139383736353433323130"
#define FIELDS NOTIFICATION_ATTACHED_ACT.fields
#define COUNT NOTIFICATION_ATTACHED_ACT.field_count

static const struct attached MERLIN = {{"merlin.pdf", 10}, MEDIA_KIND_PDF, 120034, {HASH, 32}, {BLOB, 16}};

static struct notification_attached act_of(struct setting *in, size_t children)
{
    WORLD_ACT(notification_attached, NOTIFICATION_ATTACHED, act);
    act.children.at = in->family.children;
    act.children.count = children;
    act.force_name = T("Northmoor Police");
    act.reference = T("NM-26-00117");
    act.received_on = world_date(0);
    act.words = T("Officers attended.");
    act.plain = T("The police told us.");
    act.report = MERLIN;
    return act;
}

static Text body_of(Arena *arena, const struct notification_attached *act)
{
    Out out = out_new(arena);
    fields_write_json(FIELDS, COUNT, act, &out);
    return out_all(&out);
}

static void test_body(void **state)
{
    struct setting *in = *state;
    struct notification_attached act = act_of(in, 1), again;
    Text body = body_of(in->arena, &act);
    assert_true(text_contains(body, T("\"report\":{\"name\":\"merlin.pdf\",\"kind\":\"PDF\",\"size\":120034,\"hash\":\"30313233")));
    assert_true(text_contains(body, T("\"blob\":\"" BLOB_HEX "\"}")));
    must(fields_read_json(FIELDS, COUNT, body, in->arena, &again));
    assert_true(text_equal(body_of(in->arena, &again), body));
    /* A file is there whole, and is one that the form would take. */
    static const char *const refused[] = {
        "{\"report\":{}}",
        "{\"report\":\"merlin.pdf\"}",
        "{\"report\":{\"name\":\"m\",\"kind\":\"PDF\",\"size\":1,\"hash\":\"00\"}}",
        "{\"report\":{\"name\":\"m\",\"kind\":\"EXE\",\"size\":1,\"hash\":\"00\",\"blob\":\"00\"}}",
        "{\"report\":{\"name\":\"m\",\"kind\":\"PDF\",\"size\":0,\"hash\":\"00\",\"blob\":\"00\"}}",
        "{\"report\":{\"name\":\"m\",\"kind\":\"PDF\",\"size\":20000001,\"hash\":\"00\",\"blob\":\"00\"}}",
        "{\"report\":{\"name\":\"m\",\"kind\":\"PDF\",\"size\":1,\"hash\":\"00\",\"blob\":\"../hearth.db\"}}",
        "{\"report\":{\"name\":\"m\",\"kind\":\"PDF\",\"size\":1,\"hash\":\"00\",\"blob\":\"0011223344556677889900112233445566\"}}",
        "{\"report\":{\"name\":\"m\",\"kind\":\"PDF\",\"size\":1,\"hash\":\"00\",\"blob\":\"00\",\"path\":\"x\"}}",
    };
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++)
        if (fields_read_json(FIELDS, COUNT, text_of(refused[i]), in->arena, &again).kind != NOT_VALID || again.report.blob.len != 0)
            fail_msg("%s", refused[i]);
    fields_erase(FIELDS, COUNT, &act); /* the end of retention leaves nothing of it */
    assert_false(text_contains(body_of(in->arena, &act), T("merlin")));
}

/* Only a file that came with this form can be named in it. */
static void test_form(void **state)
{
    struct setting *in = *state;
    static const struct {
        const char *typed, *problem;
    } table[] = {
        {BLOB_HEX, ""},
        {" " BLOB_HEX " ", ""},
        {"", ""},
        {"66656463626139383736353433323131", "The file is not kept any more. Choose it again"},
        {"66656463", "The file is not kept any more. Choose it again"},
        {"merlin.pdf", "The file is not kept any more. Choose it again"},
    };
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
        for (int wrong = 0; wrong < 2; wrong++) {
            struct form_value values[] = {{T("report"), text_of(table[i].typed)}};
            struct form form = {values, 1};
            struct form_file came[] = {{T("other"), MERLIN, TEXT_NONE}, {T("report"), MERLIN, TEXT_NONE}, {T("report"), {.blob = TEXT_NONE}, TEXT_NONE}};
            if (wrong)
                came[2].wrong = T("is empty. Choose another");
            struct field_options options = {.files = {came, 3}};
            struct problems problems = problems_new(in->arena);
            struct form_reading reading = {in->arena, world_date(0), WORLD_DAY, &options, &problems};
            struct notification_attached act;
            assert_int_equal(fields_read_form(FIELDS, COUNT, &form, &reading, &act).kind, NOT_VALID);
            Text says = problems_of(&problems, T("report"));
            assert_true(text_equal_string(says, wrong ? "The file is empty. Choose another" : table[i].problem));
            bool taken = !wrong && table[i].problem[0] == '\0' && table[i].typed[0] != '\0';
            assert_int_equal(act.report.size, taken ? MERLIN.size : NUMBER_NONE);
            struct field_views views = fields_view(FIELDS, COUNT, &form, &options, &problems, in->arena);
            for (size_t k = 0; k < views.count; k++)
                if (views.at[k].is_file)
                    assert_int_equal(views.at[k].has_file, text_equal_string(text_of(table[i].typed), BLOB_HEX));
        }
    struct notification_attached act = act_of(in, 1);
    struct form form = fields_to_form(FIELDS, COUNT, &act, in->arena);
    assert_true(text_equal_string(form_get(&form, T("report")), BLOB_HEX));
}

static void test_words(void **state)
{
    struct setting *in = *state;
    static const struct {
        int64_t size;
        const char *words;
    } sizes[] = {{1, "1 byte"}, {999, "999 bytes"}, {1000, "1 kB"}, {120034, "120 kB"}, {999499, "999 kB"}, {999500, "1 MB"}, {1240000, "1.2 MB"}, {20000000, "20 MB"}};
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++)
        assert_true(text_equal_string(file_size_words(in->arena, sizes[i].size), sizes[i].words));
    assert_true(text_equal_string(file_words(in->arena, &MERLIN), "merlin.pdf (PDF, 120 kB)"));
    struct notification_attached act = act_of(in, 1);
    struct answer_views answers = answers_view(FIELDS, COUNT, &act, NULL, in->arena);
    bool said = false;
    for (size_t i = 0; i < answers.count; i++)
        said |= text_equal_string(answers.at[i].words, "merlin.pdf (PDF, 120 kB)");
    assert_true(said);
    Out name = out_new(in->arena);
    for (int i = 0; i < 300; i++)
        out_string(&name, "\xc5\x81");
    out_string(&name, ".pdf");
    Text clean = file_name_clean(in->arena, out_all(&name));
    assert_int_equal(text_code_points(clean), FIELDS_FILE_NAME);
    assert_true(text_equal((Text){clean.at + clean.len - 4, 4}, T(".pdf")));
    assert_true(text_contains(clean, T("\xe2\x80\xa6")));
}

static Err file_for(struct setting *in, PersonId who, int day, DocumentId document, struct attached_file_of *ret_row)
{
    Read *read = reads(in, who, day);
    Err end = attached_file_of(read, document, ret_row);
    store_read_end(read);
    return end;
}

/* SA-02: the notification as the police sent it, for who may read the record of each child it is about; replay makes its rows without the file. */
static void sa_02_a_notification_with_its_file(void **state)
{
    struct setting *in = *state;
    struct attached_file_of file;
    struct attached_files_rows files;
    struct notification_attached both = act_of(in, 2), one = act_of(in, 1), none = act_of(in, 1);
    world_do(&in->world, in->arena, &NOTIFICATION_ATTACHED_ACT, in->front_door, in->family.family.n, 0, &both);
    world_do(&in->world, in->arena, &NOTIFICATION_ATTACHED_ACT, in->front_door, in->family.family.n, 0, &one);
    fields_clear(ATTACHED, ATTACHED_FIELDS, &none.report);
    world_do(&in->world, in->arena, &NOTIFICATION_ATTACHED_ACT, in->front_door, in->family.family.n, 0, &none);
    assert_int_equal(none.document.n, 0);
    assert_true(both.document.n != 0 && one.document.n != 0);
    must(file_for(in, in->front_door, 0, both.document, &file));
    assert_true(text_equal(file.name, MERLIN.name) && text_equal(file.hash, MERLIN.hash) && text_equal(file.blob, MERLIN.blob));
    assert_int_equal(file.kind, MEDIA_KIND_PDF);
    assert_int_equal(file.size, 120034);
    Read *read = reads(in, in->front_door, 0);
    must(attached_files(read, in->family.family, &files));
    store_read_end(read);
    assert_int_equal(files.count, 2);
    assert_true(text_equal_string(files.at[0].given, "Fenella"));
    assert_int_equal(files.at[0].number.n, id_entry(one.document.n).n);
    assert_true(text_equal_string(files.at[0].act, "NOTIFICATION_ATTACHED") && text_contains(files.at[0].body, T("NM-26-00117")));
    /* Of another team; and the mother, who reads her own words for it. */
    assert_int_equal(file_for(in, in->other, 0, both.document, &file).kind, NOT_FOUND);
    WORLD_ACT(sign_in_given, SIGN_IN_GIVEN, given);
    given.kind = FAMILY_ACCOUNT_PARENT;
    given.adult = in->mother;
    given.children.at = in->family.children;
    given.children.count = 2;
    world_do(&in->world, in->arena, &SIGN_IN_GIVEN_ACT, in->manager, in->family.family.n, 0, &given);
    assert_int_equal(file_for(in, in->mother, 1, one.document, &file).kind, NOT_FOUND);
    world_whole(&in->world, in->arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_body, set_up, take_down),
        cmocka_unit_test_setup_teardown(test_form, set_up, take_down),
        cmocka_unit_test_setup_teardown(test_words, set_up, take_down),
        cmocka_unit_test_setup_teardown(sa_02_a_notification_with_its_file, set_up, take_down),
    };
    RUN_ON_BOTH(tests);
}
