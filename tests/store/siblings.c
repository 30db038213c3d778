/* Brothers and sisters may have different fathers: who has a part in one child's case has none in a meeting about the other alone. SD-13 SD-14 */
#include "../acts/world_people.h"

#include <sqlite3.h>

#include "store/attached_file_sql.h"
#include "store/conference_page_sql.h"
#include "store/copy_sql.h"
#include "store/family_page_sql.h"
#include "store/meeting_page_sql.h"
#include "store/options_sql.h"
#include "store/work_sql.h"

/* Ada's school, Ada's solicitor and Ada's father have a part in Ada's case. The first conference and meeting are about Ada and Ben, the second about Ben alone. */
enum { HOLDER = 1001, SCHOOL = 1003, FATHER = 1004, SOLICITOR = 1005, FAMILY = 500, ADA = 501, BEN = 502, BOTH_C = 601, BEN_C = 602, BOTH_M = 701, BEN_M = 702 };

static const char ROWS[] =
    "INSERT INTO family (id, authority, reference, name, sort_key, restricted, domestic_abuse, messages_stopped, opened) "
    "VALUES (500, 1, 'F1', 'Okafor-Lane', 'okafor-lane', 0, 0, 0, '2026-01-05');"
    "INSERT INTO child (id, authority, family, restricted, unborn) VALUES (501, 1, 500, 0, 0), (502, 1, 500, 0, 0);"
    "INSERT INTO person (id, authority, given, family_name, sort_key, entry) VALUES (501, 1, 'Ada', 'Lane', 'lane', 1), (502, 1, 'Ben', 'Okafor', 'okafor', 1);"
    "INSERT INTO stands_for (authority, person, holder, standing, begins, ends) VALUES (1, 1001, 1001, 'SELF', 0, 9223372036854775807),"
    "(1, 1003, 1003, 'SELF', 0, 9223372036854775807), (1, 1005, 1005, 'SELF', 0, 9223372036854775807), (1, 1004, 1004, 'SELF', 0, 9223372036854775807);"
    "INSERT INTO access (authority, holder, child, role, begins, ends, entry) VALUES (1, 1001, 501, 'CASE_HOLDER', 0, 9223372036854775807, 1),"
    "(1, 1001, 502, 'CASE_HOLDER', 0, 9223372036854775807, 1), (1, 1003, 501, 'PARTNER', 0, 9223372036854775807, 1),"
    "(1, 1004, 501, 'PARENT', 0, 9223372036854775807, 1), (1, 1005, 501, 'LEGAL', 0, 9223372036854775807, 1);"
    "INSERT INTO attached_file (id, authority, family, name, kind, size, hash, blob, entry) VALUES (951, 1, 500, 'both.pdf', 'PDF', 1, X'00', X'01', 1),"
    "(952, 1, 500, 'ada.pdf', 'PDF', 1, X'00', X'02', 1), (953, 1, 500, 'ben.pdf', 'PDF', 1, X'00', X'03', 1);"
    "INSERT INTO attached_file_child (authority, document, child) VALUES (1, 951, 501), (1, 951, 502), (1, 952, 501), (1, 953, 502);"
    "INSERT INTO conference (id, authority, family, kind, state, called, planned, held_on, agreed_by, why, introduced, confidential) VALUES "
    "(601, 1, 500, 'INITIAL', 'BOOKED', '2026-04-01', '2026-04-10', '2026-04-10', 1001, 'x', 0, 0),"
    "(602, 1, 500, 'INITIAL', 'BOOKED', '2026-04-01', '2026-04-10', '2026-04-10', 1001, 'x', 0, 0);"
    "INSERT INTO conference_child (authority, conference, child) VALUES (1, 601, 501), (1, 601, 502), (1, 602, 502);"
    "INSERT INTO report (id, authority, conference, family, author, state, written, released) VALUES "
    "(801, 1, 601, 500, 1001, 'RELEASED', '2026-04-02', '2026-04-03'), (802, 1, 602, 500, 1001, 'RELEASED', '2026-04-02', '2026-04-03');"
    "INSERT INTO paragraph (id, authority, family, document, place, author, audience, words, entry) VALUES "
    "(901, 1, 500, 801, 'CONCERNS', 1001, 'EVERYONE', 'of both', 1), (902, 1, 500, 802, 'CONCERNS', 1001, 'EVERYONE', 'of Ben', 1);"
    "INSERT INTO meeting (id, authority, family, kind, planned) VALUES (701, 1, 500, 'CORE_GROUP', '2026-05-01'), (702, 1, 500, 'CORE_GROUP', '2026-05-01');"
    "INSERT INTO meeting_child (authority, meeting, child, plan) VALUES (1, 701, 501, 1), (1, 701, 502, 2), (1, 702, 502, 2);";

/* SA-02: a file is one piece, so whoever may not read the record of each child it is about reads none of it. */
static void ask_files(struct world *world, Arena *arena)
{
    static const struct {
        int64_t reader;
        bool both, of_ada, of_ben;
    } table[] = {{HOLDER, true, true, true}, {SOLICITOR, false, true, false}, {SCHOOL, false, false, false}, {FATHER, false, false, false}};
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        struct attached_file_of row;
        const bool reads[] = {table[i].both, table[i].of_ada, table[i].of_ben};
        Read *read = world_read(world, arena, (PersonId){table[i].reader}, 30);
        for (int k = 0; k < 3; k++)
            assert_int_equal(attached_file_of(read, (DocumentId){951 + k}, &row).kind, reads[k] ? OK : NOT_FOUND);
        store_read_end(read);
    }
}

static void who_has_a_part_in_one_child(void **state)
{
    (void)state;
    struct world world = world_new();
    Arena *arena = arena_new(0);
    char path[400];
    sqlite3 *raw;
    snprintf(path, sizeof path, "%s/hearth.db", world.where);
    assert_int_equal(sqlite3_open(path, &raw), SQLITE_OK);
    char *words = NULL;
    if (sqlite3_exec(raw, ROWS, NULL, NULL, &words) != SQLITE_OK)
        fail_msg("%s", words);
    sqlite3_close(raw);

    ask_files(&world, arena);
    static const struct {
        int64_t reader;
        size_t papers_of_both, papers_of_ben, conferences, meetings;
        bool knows_ben_s;
    } ROWS_OF[] = {
        {HOLDER, 1, 1, 2, 2, true},
        {SCHOOL, 1, 0, 1, 1, false},
        {FATHER, 1, 0, 0, 0, false}, /* their own copy, and no list of staff */
    };
    Date since, until;
    assert_true(date_of(2026, 4, 1, &since) && date_of(2026, 5, 30, &until));
    for (size_t i = 0; i < sizeof ROWS_OF / sizeof ROWS_OF[0]; i++) {
        struct copy_paragraphs_rows papers;
        struct family_conferences_rows conferences;
        struct family_meetings_rows meetings;
        struct work_conferences_rows to_hold;
        struct work_meetings_planned_rows planned;
        struct conference_head head;
        struct target_conference_family of;
        bool found;
        Read *read = world_read(&world, arena, (PersonId){ROWS_OF[i].reader}, 30);
        must(copy_paragraphs(read, (ConferenceId){BOTH_C}, &papers));
        assert_int_equal(papers.count, ROWS_OF[i].papers_of_both);
        must(copy_paragraphs(read, (ConferenceId){BEN_C}, &papers));
        assert_int_equal(papers.count, ROWS_OF[i].papers_of_ben);
        must(family_conferences(read, (FamilyId){FAMILY}, &conferences));
        assert_int_equal(conferences.count, ROWS_OF[i].conferences);
        must(work_conferences(read, since, until, &to_hold));
        assert_int_equal(to_hold.count, ROWS_OF[i].conferences);
        must(family_meetings(read, (FamilyId){FAMILY}, &meetings));
        assert_int_equal(meetings.count, ROWS_OF[i].meetings);
        must(work_meetings_planned(read, since, until, &planned));
        assert_int_equal(planned.count, ROWS_OF[i].meetings);
        must(conference_head(read, (ConferenceId){BOTH_C}, &head));
        assert_int_equal(conference_head(read, (ConferenceId){BEN_C}, &head).kind, ROWS_OF[i].knows_ben_s ? OK : NOT_FOUND);
        must(target_conference_family(read, (ConferenceId){BEN_C}, &of, &found));
        assert_int_equal(found, ROWS_OF[i].knows_ben_s);
        store_read_end(read);
    }
    arena_free(arena);
    world_end(&world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(who_has_a_part_in_one_child)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
