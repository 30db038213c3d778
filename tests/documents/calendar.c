/* Calendar files say when, and nothing else; the same meeting keeps its number, and each change counts one up. tests/browser/mail.test.mjs reads them with
 * another's parser. SA-03 SA-13 */
#include "../acts/world_conference.h"

#include "acts/conference/conference_not_held_act.h"
#include "documents/calendar.h"

static void a_file_says_when_and_nothing_else(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    Text file;
    struct calendar_meeting meeting = {.uid = T("c0ffee"), .starts = WORLD_DAY, .minutes = 120, .sequence = 3, .stamped = WORLD_DAY};
    must(calendar_file(arena, &meeting, &file));
    assert_true(text_begins(file, T("BEGIN:VCALENDAR\r\n")));
    static const char *const has[] = {"METHOD:PUBLISH\r\n", "UID:c0ffee\r\n", "SEQUENCE:3\r\n", "DTSTART:20260320T094640Z\r\n", "DTEND:20260320T114640Z\r\n", "SUMMARY:Meeting\r\n",
                                      "STATUS:CONFIRMED\r\n", "CLASS:PRIVATE\r\n"};
    for (size_t i = 0; i < sizeof has / sizeof *has; i++)
        assert_true(text_contains(file, text_of(has[i])));
    assert_false(text_contains(file, T("LOCATION")));
    assert_false(text_contains(file, T("DESCRIPTION")));
    meeting.cancelled = true;
    must(calendar_file(arena, &meeting, &file));
    assert_true(text_contains(file, T("METHOD:CANCEL\r\n")));
    assert_true(text_contains(file, T("STATUS:CANCELLED\r\n")));
    arena_free(arena);
}

/* The line of a file that begins so, without its end. */
static Text line_of(Text file, const char *begins)
{
    while (!text_is_empty(file)) {
        Text line = text_trim(text_cut(&file, '\n'));
        if (text_begins(line, text_of(begins)))
            return line;
    }
    return TEXT_NONE;
}

static Text file_for(struct world_case *in, int64_t reader, bool early)
{
    Text file;
    Read *read = world_read(&in->world, in->arena, PERSON_SYSTEM, 0);
    must(calendar_of_conference(read, in->conference, reader, early, &file));
    store_read_end(read);
    return file;
}

static void a_move_keeps_the_number_and_counts_up(void **state)
{
    (void)state;
    struct world_case in;
    world_case_open(&in, "Ada");
    world_case_at_risk(&in);
    (void)world_called(&in, CONFERENCE_KIND_INITIAL, 10, 20);
    assert_true(text_is_empty(file_for(&in, in.officer.n, false))); /* no time yet */
    world_chair(&in, 10);
    world_booked(&in, 11, 20);
    Text booked = file_for(&in, in.officer.n, false), other = file_for(&in, in.teacher.n, false), mother = file_for(&in, in.mother.n, true);
    assert_true(text_equal(line_of(booked, "SEQUENCE:"), T("SEQUENCE:0")));
    assert_int_equal(line_of(booked, "UID:").len, 4 + 32);
    assert_false(text_equal(line_of(booked, "UID:"), line_of(other, "UID:")));
    assert_true(text_equal(line_of(booked, "DTSTART:"), T("DTSTART:20260409T090000Z"))); /* 10am in British Summer Time */
    assert_true(text_equal(line_of(mother, "DTSTART:"), T("DTSTART:20260409T083000Z"))); /* 30 minutes early */
    assert_true(text_equal(line_of(mother, "DTEND:"), line_of(booked, "DTEND:")));
    world_moved(&in, 13, 21);
    Text moved = file_for(&in, in.officer.n, false);
    assert_true(text_equal(line_of(moved, "UID:"), line_of(booked, "UID:")));
    assert_true(text_equal(line_of(moved, "SEQUENCE:"), T("SEQUENCE:1")));
    assert_true(text_equal(line_of(moved, "DTSTART:"), T("DTSTART:20260410T090000Z")));
    WORLD_ACT(conference_not_held, CONFERENCE_NOT_HELD, off);
    off.what = NOT_HELD_STOOD_DOWN;
    off.why = T("The chair is ill.");
    world_do(&in.world, in.arena, &CONFERENCE_NOT_HELD_ACT, in.chair, in.conference.n, 14, &off);
    Text gone = file_for(&in, in.officer.n, false);
    assert_true(text_equal(line_of(gone, "UID:"), line_of(booked, "UID:")));
    assert_true(text_equal(line_of(gone, "SEQUENCE:"), T("SEQUENCE:2")));
    assert_true(text_equal(line_of(gone, "METHOD:"), T("METHOD:CANCEL")));
    world_case_end(&in);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_says_when_and_nothing_else),
        cmocka_unit_test(a_move_keeps_the_number_and_counts_up),
    };
    RUN_ON_BOTH(tests);
}
