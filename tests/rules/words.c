/* Code lists, categories, numbers that check themselves, names folded and by sound. SB-20 */
#include "eval.h"

#include "rules/birthdays.h"
#include "rules/categories.h"
#include "rules/numbers.h"
#include "rules/sounds.h"

static void no_code_is_empty_and_each_is_found_again(void **state)
{
    (void)state;
    assert_true(CODE_LIST_COUNT > 40);
    for (size_t l = 0; l < CODE_LIST_COUNT; l++) {
        const struct code_list *list = CODE_LISTS[l];
        assert_true(list->name[0] != '\0' && list->source[0] != '\0' && list->count > 1 && list->count <= 64);
        assert_string_equal(list->at[0].code, "");
        for (size_t i = 0; i < list->count; i++) {
            int number = -1;
            assert_true(i == 0 || (list->at[i].code[0] != '\0' && list->at[i].words[0] != '\0'));
            assert_true(code_list_of(list, text_of(list->at[i].code), &number));
            assert_int_equal(number, i);
        }
        int untouched = 77;
        assert_false(code_list_of(list, T("no such code"), &untouched));
        assert_int_equal(untouched, 77);
        assert_string_equal(code_list_at(list, -1)->code, "");
        assert_string_equal(code_list_at(list, (int)list->count)->code, "");
    }
    enum sex sex;
    assert_true(sex_of(T("F"), &sex) && sex == SEX_F);
    assert_string_equal(sex_words(SEX_U), "Not known");
    assert_false(sex_of(T("f"), &sex));
}

/* What was ticked is kept as codes in one column, in the list's order, and read back; a code of another time is passed over. */
static void a_set_of_codes_stands_in_one_column(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    const uint64_t neglect = UINT64_C(1) << CATEGORY_NEGLECT, emotional = UINT64_C(1) << CATEGORY_EMOTIONAL;
    assert_true(text_equal(code_set_text(arena, &CATEGORY_LIST, emotional | neglect), T("NEGLECT EMOTIONAL")));
    assert_true(text_is_empty(code_set_text(arena, &CATEGORY_LIST, 0)));
    assert_int_equal(code_set_of(&CATEGORY_LIST, T("NEGLECT EMOTIONAL")), neglect | emotional);
    assert_int_equal(code_set_of(&CATEGORY_LIST, T("NEGLECT MORAL_DANGER  EMOTIONAL")), neglect | emotional);
    assert_int_equal(code_set_of(&CATEGORY_LIST, TEXT_NONE), 0);
    assert_true(code_set_has(&CATEGORY_LIST, T("NEGLECT EMOTIONAL"), CATEGORY_EMOTIONAL));
    assert_false(code_set_has(&CATEGORY_LIST, T("NEGLECT EMOTIONAL"), CATEGORY_SEXUAL));
    assert_false(code_set_has(&CATEGORY_LIST, TEXT_NONE, CATEGORY_NEGLECT));
    arena_free(arena);
}

static Date day_of(int year, int month, int day)
{
    Date date;
    assert_true(date_of(year, month, day, &date));
    return date;
}

/* SB-15: day and month the other way round, a digit wrong, some weeks off; a whole year only with the whole name. */
static void birthdays_are_misheard(void **state)
{
    (void)state;
    Date born = day_of(2013, 4, 9);
    const Date near[] = {day_of(2013, 4, 9), day_of(2013, 4, 10), day_of(2013, 9, 4), day_of(2003, 4, 9), day_of(2013, 4, 29), day_of(2013, 5, 20)};
    for (size_t i = 0; i < sizeof near / sizeof near[0]; i++)
        assert_true(birthday_may_be(near[i], born) && birthday_may_be(born, near[i]) && birthday_may_be_of_year(near[i], born));
    assert_false(birthday_may_be(day_of(2013, 11, 28), born) || birthday_may_be(born, day_of(2013, 11, 28)));
    assert_false(birthday_may_be(day_of(2013, 7, 4), born));  /* the day is the other's month, and no more is alike */
    assert_false(birthday_may_be(day_of(2012, 9, 4), born));  /* the other way round, and another year */
    assert_true(birthday_may_be_of_year(day_of(2013, 11, 28), born));
    assert_false(birthday_may_be_of_year(day_of(2014, 11, 28), born));
}

/* SB-20: each category's meaning and signs stand where it is chosen, and in plain words for the family. */
static void each_category_has_meaning_signs_and_plain_words(void **state)
{
    (void)state;
    for (int c = CATEGORY_NONE + 1; c < CATEGORY_COUNT; c++) {
        const struct category_row *row = category_row((enum category)c);
        assert_true(category_meaning((enum category)c)[0] != '\0' && row->plain[0] != '\0' && row->source[0] != '\0');
        assert_true(row->signs[0] != NULL && row->signs[2] != NULL);
        assert_string_equal(categories_census(UINT64_C(1) << c), row->census);
    }
    assert_string_equal(categories_census(0), "");
    assert_string_equal(categories_census((UINT64_C(1) << CATEGORY_NEGLECT) | (UINT64_C(1) << CATEGORY_SEXUAL)), "MUL");
    assert_null(category_row(CATEGORY_NONE)->signs[0]);
    assert_string_equal(category_row(CATEGORY_COUNT)->census, "");
}

static void nhs_numbers_check(void **state)
{
    (void)state;
    char digits[NHS_DIGITS];
    assert_true(nhs_number_is_right(T("9990000018")));
    assert_true(nhs_number_read(T("999 000 0018"), digits));
    assert_memory_equal(digits, "9990000018", 10);
    static const char *const wrong[] = {"", "9990000017", "999000001", "99900000180", "999-000-0018", "999000001X", "١٢٣٤٥٦٧٨٩٠", "0000000001"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        assert_false(nhs_number_is_right(text_of(wrong[i])));
    /* one wrong digit is always found */
    char number[] = "9990000018";
    for (size_t i = 0; i < NHS_DIGITS; i++) {
        char right = number[i];
        for (char c = '0'; c <= '9'; c++) {
            number[i] = c;
            assert_int_equal(nhs_number_is_right(text_of(number)), c == right);
        }
        number[i] = right;
    }
}

static void pupil_numbers_check(void **state)
{
    (void)state;
    static const char *const right[] = {"F820210000001", "V820210000002", "J820210000003", "Y820210000004"};
    static const char *const wrong[] = {"", "A820210000001", "F82021000000", "F8202100000011", "f820210000001", "F82021000O001", "F820210000002"};
    for (size_t i = 0; i < sizeof right / sizeof right[0]; i++)
        assert_true(upn_is_right(text_of(right[i])));
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        assert_false(upn_is_right(text_of(wrong[i])));
    /* a gap, a letter that is never used, or a byte from a broken file in the place of a digit */
    assert_false(upn_is_right(T("F820210 00001")) || upn_is_right(T("F82021000000I")) || upn_is_right(T("F82021000\0" "001")));
    /* a temporary number ends in a letter: exactly one check letter is right */
    char number[] = "A82021000000A";
    int found = 0;
    for (char c = 'A'; c <= 'Z'; c++) {
        number[0] = c;
        found += upn_is_right(text_of(number));
    }
    assert_int_equal(found, 1);
}

static void names_are_folded(void **state)
{
    (void)state;
    static const struct {
        const char *name, *folded;
    } cases[] = {
        {"Łukasz  O’Néill-Groß", "lukasz oneill gross"}, {"ZOË", "zoe"}, {"  Anna ", "anna"}, {"50%_off", "50 off"},
        {"Zoe\xCC\x88", "zoe"}, {"Nguyễn Thị Hương", "nguyen thi huong"}, {"Ægir Þór Øst", "aegir thor ost"}, {"Ștefan Țîrău", "stefan tirau"},
        {"Ольга", "ольга"}, {"ΑΘΗΝΑ", "αθηνα"}, {"محمد", "محمد"}, {"李", "李"}, {"A\xE2\x80\x8B" "da", "ada"}, {"", ""}, {"---", ""},
        {"D'Arcy", "darcy"}, {"İpek Şahin", "ipek sahin"}, {"Đorđe", "dorde"}, {"Əli", "eli"}, {"😀 Ada", "😀 ada"},
        {"\uFEFFAda", "ada"}, {"王\u3000小明", "王 小明"}, {"Ёлкина", "ёлкина"},
    };
    Arena *arena = arena_new(0);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Text folded = fold(arena, text_of(cases[i].name));
        if (!text_equal_string(folded, cases[i].folded))
            fail_msg("%s: %s", cases[i].name, text_string(arena, folded));
        assert_true(text_is_utf8(folded) && text_equal(fold(arena, folded), folded));
    }
    /* every code point folds to well-formed text, and folding again changes nothing */
    for (uint32_t c = 1; c < 0x3000; c++) {
        char bytes[4] = {(char)c};
        size_t len = 1;
        if (c >= 0x800) {
            bytes[0] = (char)(0xE0 | (c >> 12));
            bytes[1] = (char)(0x80 | ((c >> 6) & 0x3F));
            bytes[2] = (char)(0x80 | (c & 0x3F));
            len = 3;
        } else if (c >= 0x80) {
            bytes[0] = (char)(0xC0 | (c >> 6));
            bytes[1] = (char)(0x80 | (c & 0x3F));
            len = 2;
        }
        Text folded = fold(arena, (Text){bytes, len});
        assert_true(text_is_utf8(folded) && text_equal(fold(arena, folded), folded));
        arena_reset(arena);
    }
    arena_free(arena);
}

static void names_that_sound_alike_share_a_key(void **state)
{
    (void)state;
    static const char *const alike[][2] = {
        {"MacDonald", "McDonald"}, {"Catherine", "Katherine"}, {"Phillips", "Filips"}, {"Knight", "Night"}, {"Łukasz", "Lukas"},
        {"Zoë", "Zoe"}, {"O'Neill", "ONeil"}, {"Brown", "Browne"}, {"Mohammed", "Mohamed"}, {"Philippa", "Filipa"}, {"Karen", "Caren"}, {"Okafor", "Okafer"},
        {"Steven", "Stefan"}, {"Jaques", "Jages"}, {"Liza", "Lisa"}, {"Hackney", "Hacney"}, {"Fischer", "Fisser"}, {"Joseph", "Josef"}, {"Cooper", "Couper"},
        {"Prescott", "Prescot"}, {"Gwen", "Gwenn"}, {"Johnson", "Jonson"}, {"De Souza", "Desouza"}, {"Murray", "Murry"}, {"Lee", "Ly"}, {"Schmidt", "Smid"}, {"Stuart", "Stuard"}, {"Pfeiffer", "Feifer"},
    };
    static const char *const unlike[][2] = {{"Ada", "Ben"}, {"Khan", "Okafor"}, {"Smith", "Jones"}, {"Maria", "Martin"}, {"Aya", "Ben"}, {"Oz", "Al"}};
    Arena *arena = arena_new(0);
    for (size_t i = 0; i < sizeof alike / sizeof alike[0]; i++) {
        Text a = sound_key(arena, text_of(alike[i][0])), b = sound_key(arena, text_of(alike[i][1]));
        if (!text_equal(a, b))
            fail_msg("%s %.*s, %s %.*s", alike[i][0], TEXT_ARGS(a), alike[i][1], TEXT_ARGS(b));
    }
    for (size_t i = 0; i < sizeof unlike / sizeof unlike[0]; i++)
        assert_false(text_equal(sound_key(arena, text_of(unlike[i][0])), sound_key(arena, text_of(unlike[i][1]))));
    assert_int_equal(sound_key(arena, T("")).len, 0);
    assert_int_equal(sound_key(arena, T("12 -")).len, 0);
    assert_true(sound_key(arena, T("Ольга")).len > 0);
    /* names of a letter or two keep what they have */
    assert_true(text_equal(sound_key(arena, T("S")), T("s")) && text_equal(sound_key(arena, T("A")), T("a")) && text_equal(sound_key(arena, T("Ea")), T("e")));
    assert_true(text_equal(sound_keys(arena, T("2 Ada 3")), sound_key(arena, T("Ada")))); /* a number is no name */
    assert_true(text_equal(sound_keys(arena, T("Ada  Okafor-Lane")),
        text_format(arena, "%s %s %s", text_string(arena, sound_key(arena, T("Ada"))), text_string(arena, sound_key(arena, T("okafor"))),
            text_string(arena, sound_key(arena, T("LANE"))))));
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_code_is_empty_and_each_is_found_again),
        cmocka_unit_test(a_set_of_codes_stands_in_one_column),
        cmocka_unit_test(each_category_has_meaning_signs_and_plain_words),
        cmocka_unit_test(nhs_numbers_check),
        cmocka_unit_test(pupil_numbers_check),
        cmocka_unit_test(names_are_folded),
        cmocka_unit_test(birthdays_are_misheard),
        cmocka_unit_test(names_that_sound_alike_share_a_key),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
