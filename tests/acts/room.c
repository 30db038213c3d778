/* The room of a conference while it runs. SB-07 SB-08 SC-09 SD-09 SD-12 SD-20 SA-14 */
#include "world_room.h"

static int set_up(void **state)
{
    struct world_case *in = calloc(1, sizeof *in);
    world_room_ready(in);
    *state = in;
    return 0;
}

static int take_down(void **state)
{
    struct world_case *in = *state;
    world_whole(&in->world, in->arena); /* the ledger alone makes the same tables */
    world_case_end(in);
    free(in);
    return 0;
}

static bool has_problem(const struct act_result *result, const char *field)
{
    for (size_t i = 0; i < result->problems.count; i++)
        if (text_equal_string(result->problems.at[i].field, field))
            return true;
    return false;
}

static struct room_parts_now part_of(struct world_case *in, enum room_session session)
{
    struct room_parts_now_rows rows;
    Read *read = world_read(&in->world, in->arena, PERSON_SYSTEM, 20);
    must(room_parts_now(read, in->conference, &rows));
    store_read_end(read);
    for (size_t i = 0; i < rows.count; i++)
        if (rows.at[i].session == session)
            return rows.at[i];
    fail_msg("no such session");
    return rows.at[0];
}

static struct room_seats_now seat_of(struct world_case *in, InvitationId invitation)
{
    struct room_seats_now_rows rows;
    Read *read = world_read(&in->world, in->arena, PERSON_SYSTEM, 20);
    must(room_seats_now(read, in->conference, &rows));
    store_read_end(read);
    for (size_t i = 0; i < rows.count; i++)
        if (rows.at[i].invitation.n == invitation.n)
            return rows.at[i];
    return (struct room_seats_now){.person = {0}};
}

/* What somebody reads of the minutes of a session. */
static struct room_minutes_rows minutes(struct world_case *in, PersonId reader, enum room_session session)
{
    struct room_minutes_rows rows;
    Read *read = world_read(&in->world, in->arena, reader, 20);
    must(room_minutes(read, in->conference, session, 100, &rows));
    store_read_end(read);
    return rows;
}

static Err go_on(struct world_case *in, PersonId who, enum agenda_item was, enum agenda_item to, enum room_session session, struct act_result *result)
{
    WORLD_ACT(room_moved, ROOM_MOVED, act);
    act.was = was;
    act.start = was == AGENDA_ITEM_NONE ? YESNO_YES : YESNO_NONE;
    act.item = to;
    act.session = session;
    return world_try(&in->world, in->arena, &ROOM_MOVED_ACT, who, in->conference.n, 20, &act, result);
}

/* Everyone invited has a seat; who is only a name becomes a person, so that what they do is somebody's. */
static void every_invitation_has_its_own_seat(void **state)
{
    struct world_case *in = *state;
    InvitationId aunt = world_room_aunt(in);
    world_room_opened(in, false);
    struct invitations_of_rows rows = world_invitations(in);
    for (size_t i = 0; i < rows.count; i++)
        assert_int_equal(seat_of(in, rows.at[i].invitation).person.n != 0, rows.at[i].invited == YES_NO_UNKNOWN_YES);
    PersonId person = seat_of(in, aunt).person;
    struct room_seats_now mother = seat_of(in, world_invitation_of(in, in->mother.n));
    assert_int_equal(mother.person.n, in->mother.n);
    world_room_opened(in, false); /* said again: the same person sits there */
    assert_int_equal(seat_of(in, aunt).person.n, person.n);
    WORLD_ACT(seat_asked, SEAT_ASKED, asked);
    asked.what = ASKING_KIND_BREAK;
    must(world_from_seat(in, &SEAT_ASKED_ACT, aunt, person, &asked, NULL));
}

/* A seat does what its page offers, for itself alone, in its own room, while it is open. */
static void a_seat_can_do_nothing_else(void **state)
{
    struct world_case *in = *state;
    struct act_result result;
    world_room_opened(in, false);
    InvitationId mother = world_invitation_of(in, in->mother.n), school = world_invitation_of(in, in->school.n);
    WORLD_ACT(minute_written, MINUTE_WRITTEN, line);
    line.words = T("I write the minutes now.");
    line.what = MINUTE_KIND_SAID;
    line.audience = AUDIENCE_EVERYONE;
    assert_int_equal(world_from_seat(in, &MINUTE_WRITTEN_ACT, mother, in->mother, &line, &result).kind, NOT_ALLOWED);
    WORLD_ACT(chair_assigned, CHAIR_ASSIGNED, chair);
    chair.chair = in->chair;
    assert_int_equal(world_from_seat(in, &CHAIR_ASSIGNED_ACT, mother, in->mother, &chair, &result).kind, NOT_ALLOWED);
    WORLD_ACT(scale_given, SCALE_GIVEN, scale);
    scale.number = 4;
    assert_int_equal(world_from_seat(in, &SCALE_GIVEN_ACT, school, in->mother, &scale, &result).kind, NOT_FOUND); /* somebody else's seat */
    scale.invitation = school; /* named in the form: it speaks for itself all the same */
    must(world_from_seat(in, &SCALE_GIVEN_ACT, mother, in->mother, &scale, &result));
    struct room_scales_of_rows scales;
    Read *read = world_read(&in->world, in->arena, in->chair, 20);
    must(room_scales_of(read, in->conference, ROOM_SESSION_ONE, &scales));
    store_read_end(read);
    assert_int_equal(scales.count, 1);
    assert_int_equal(scales.at[0].invitation.n, mother.n);
    WORLD_ACT(room_closed, ROOM_CLOSED, closed);
    world_do(&in->world, in->arena, &ROOM_CLOSED_ACT, in->chair, in->conference.n, 20, &closed);
    WORLD_ACT(scale_given, SCALE_GIVEN, late);
    late.number = 5;
    assert_int_equal(world_from_seat(in, &SCALE_GIVEN_ACT, mother, in->mother, &late, &result).kind, NOT_FOUND);
}

/* A day after it was opened a seat is over, whatever was forgotten. */
static void a_seat_ends_by_itself(void **state)
{
    struct world_case *in = *state;
    struct act_result result;
    world_room_opened(in, false);
    WORLD_ACT(scale_given, SCALE_GIVEN, act);
    act.number = 3;
    struct act_request request = world_request(in->mother);
    request.seat = world_invitation_of(in, in->mother.n);
    request.target = in->conference.n;
    request.now.us += 22 * DAY_US;
    assert_int_equal(act_do(in->world.acts, &SCALE_GIVEN_ACT, &request, &act, in->arena, &result).kind, NOT_FOUND);
}

/* SB-07 SB-08 SD-09: two chairs who press 'next' at once move the meeting once. */
static void next_pressed_twice_moves_once(void **state)
{
    struct world_case *in = *state;
    struct act_result result;
    world_room_opened(in, false);
    must(go_on(in, in->chair, AGENDA_ITEM_NONE, AGENDA_ITEM_INTRODUCTIONS, ROOM_SESSION_NONE, &result));
    must(go_on(in, in->chair, AGENDA_ITEM_INTRODUCTIONS, AGENDA_ITEM_CONFIDENTIALITY, ROOM_SESSION_NONE, &result));
    int64_t changes = part_of(in, ROOM_SESSION_ONE).changes;
    assert_int_equal(go_on(in, in->admin, AGENDA_ITEM_INTRODUCTIONS, AGENDA_ITEM_CONFIDENTIALITY, ROOM_SESSION_NONE, &result).kind, NOT_VALID);
    assert_true(has_problem(&result, "item"));
    assert_int_equal(part_of(in, ROOM_SESSION_ONE).item, AGENDA_ITEM_CONFIDENTIALITY);
    assert_int_equal(part_of(in, ROOM_SESSION_ONE).changes, changes);
    assert_int_equal(go_on(in, in->admin, AGENDA_ITEM_NONE, AGENDA_ITEM_INTRODUCTIONS, ROOM_SESSION_NONE, &result).kind, NOT_VALID); /* begun already */
}

/* The same form sent twice: once. */
static void a_form_sent_again_is_one_line(void **state)
{
    struct world_case *in = *state;
    struct act_result result;
    world_room_opened(in, false);
    for (int i = 0; i < 2; i++) {
        WORLD_ACT(minute_written, MINUTE_WRITTEN, act);
        act.words = T("Ada sleeps at her grandmother's.");
        act.what = MINUTE_KIND_SAID;
        act.audience = AUDIENCE_EVERYONE;
        struct act_request request = world_request(in->admin);
        request.target = in->conference.n;
        request.now.us += 20 * DAY_US;
        request.once = T("0123456789abcdef0123456789abcdef");
        request.sent = T("the same words");
        must(act_do(in->world.acts, &MINUTE_WRITTEN_ACT, &request, &act, in->arena, &result));
        assert_int_equal(result.again, i == 1);
    }
    assert_int_equal(minutes(in, in->chair, ROOM_SESSION_ONE).count, 1);
}

static struct minute_written write_line(struct world_case *in, PersonId who, const char *words, InvitationId said_by, enum audience audience, enum room_session session)
{
    WORLD_ACT(minute_written, MINUTE_WRITTEN, act);
    act.words = text_of(words);
    act.what = MINUTE_KIND_SAID;
    act.audience = audience;
    act.invitation = said_by;
    act.session = session;
    world_do(&in->world, in->arena, &MINUTE_WRITTEN_ACT, who, in->conference.n, 20, &act);
    return act;
}

static void change_line(struct world_case *in, PersonId who, MinuteId minute, int64_t read, const char *words)
{
    WORLD_ACT(minute_changed, MINUTE_CHANGED, act);
    act.minute = minute;
    act.read = read;
    act.words = text_of(words);
    world_do(&in->world, in->arena, &MINUTE_CHANGED_ACT, who, in->conference.n, 20, &act);
}

/* Two people change one line at once: both texts stand until somebody makes one of them. No word is lost. */
static void two_who_change_a_line_lose_no_word(void **state)
{
    struct world_case *in = *state;
    world_room_opened(in, false);
    struct minute_written line = write_line(in, in->admin, "The boiler broke.", (InvitationId){0}, AUDIENCE_EVERYONE, ROOM_SESSION_NONE);
    struct room_minutes_rows rows = minutes(in, in->chair, ROOM_SESSION_ONE);
    int64_t read = rows.at[0].entry.n;
    change_line(in, in->chair, line.minute, read, "The boiler broke in December.");
    change_line(in, in->admin, line.minute, read, "The boiler broke. She rang four times.");
    rows = minutes(in, in->chair, ROOM_SESSION_ONE);
    assert_int_equal(rows.count, 2);
    assert_true(text_equal(rows.at[0].words, T("The boiler broke. She rang four times.")));
    assert_true(text_equal(rows.at[1].words, T("The boiler broke in December.")));
    assert_int_equal(rows.at[0].minute.n, rows.at[1].minute.n);
    change_line(in, in->chair, line.minute, rows.at[0].entry.n, "The boiler broke in December. She rang four times.");
    rows = minutes(in, in->chair, ROOM_SESSION_ONE);
    assert_int_equal(rows.count, 1);
    assert_true(text_equal(rows.at[0].words, T("The boiler broke in December. She rang four times.")));
}

/* SC-09: a parent's question waits for the chair, then stands in the minutes as theirs, in their words. */
static void a_question_from_a_seat_is_minuted(void **state)
{
    struct world_case *in = *state;
    struct act_result result;
    world_room_opened(in, false);
    InvitationId mother = world_invitation_of(in, in->mother.n);
    WORLD_ACT(seat_asked, SEAT_ASKED, asked);
    asked.what = ASKING_KIND_QUESTION;
    assert_int_equal(world_from_seat(in, &SEAT_ASKED_ACT, mother, in->mother, &asked, &result).kind, NOT_VALID);
    assert_true(has_problem(&result, "words"));
    asked.words = T("What if he just comes to the door?");
    must(world_from_seat(in, &SEAT_ASKED_ACT, mother, in->mother, &asked, &result));
    assert_int_equal(minutes(in, in->chair, ROOM_SESSION_ONE).count, 0);
    WORLD_ACT(asking_answered, ASKING_ANSWERED, answered);
    answered.asking = asked.asking;
    answered.take = YESNO_YES;
    world_do(&in->world, in->arena, &ASKING_ANSWERED_ACT, in->chair, in->conference.n, 20, &answered);
    struct room_minutes_rows rows = minutes(in, in->mother, ROOM_SESSION_ONE);
    assert_int_equal(rows.count, 1);
    assert_int_equal(rows.at[0].what, MINUTE_KIND_QUESTION);
    assert_int_equal(rows.at[0].invitation.n, mother.n);
    assert_true(text_equal(rows.at[0].words, T("What if he just comes to the door?")));
    assert_int_equal(world_try(&in->world, in->arena, &ASKING_ANSWERED_ACT, in->admin, in->conference.n, 20, &answered, &result).kind, NOT_VALID); /* the second chair */
    assert_int_equal(minutes(in, in->mother, ROOM_SESSION_ONE).count, 1);
}

/* A break that is taken answers everybody who asked for one; it can't begin twice. */
static void a_break_is_asked_for_and_taken(void **state)
{
    struct world_case *in = *state;
    struct act_result result;
    world_room_opened(in, false);
    InvitationId mother = world_invitation_of(in, in->mother.n);
    WORLD_ACT(seat_asked, SEAT_ASKED, asked);
    asked.what = ASKING_KIND_BREAK;
    must(world_from_seat(in, &SEAT_ASKED_ACT, mother, in->mother, &asked, &result));
    WORLD_ACT(room_break, ROOM_BREAK, begins);
    begins.begins = YESNO_YES;
    world_do(&in->world, in->arena, &ROOM_BREAK_ACT, in->chair, in->conference.n, 20, &begins);
    assert_true(part_of(in, ROOM_SESSION_ONE).break_since.us != INSTANT_NONE.us);
    assert_int_equal(world_try(&in->world, in->arena, &ROOM_BREAK_ACT, in->admin, in->conference.n, 20, &begins, &result).kind, NOT_VALID);
    struct room_askings_rows asks;
    Read *read = world_read(&in->world, in->arena, in->chair, 20);
    must(room_askings(read, in->conference, ROOM_SESSION_ONE, &asks));
    store_read_end(read);
    assert_int_equal(asks.at[0].state, ASKING_STATE_TAKEN);
    WORLD_ACT(room_break, ROOM_BREAK, ends);
    ends.begins = YESNO_NO;
    world_do(&in->world, in->arena, &ROOM_BREAK_ACT, in->chair, in->conference.n, 20, &ends);
    assert_int_equal(part_of(in, ROOM_SESSION_ONE).breaks, 1);
}

/* SD-12: acknowledged from the seat, and it stands on the list of who was there. */
static void confidentiality_is_acknowledged_from_the_seat(void **state)
{
    struct world_case *in = *state;
    world_room_opened(in, false);
    InvitationId mother = world_invitation_of(in, in->mother.n);
    WORLD_ACT(seat_acknowledged, SEAT_ACKNOWLEDGED, act);
    must(world_from_seat(in, &SEAT_ACKNOWLEDGED_ACT, mother, in->mother, &act, NULL));
    assert_true(seat_of(in, mother).acknowledged.us != INSTANT_NONE.us);
    assert_true(seat_of(in, mother).came.us != INSTANT_NONE.us);
    struct conference_page_people_rows people;
    Read *read = world_read(&in->world, in->arena, in->chair, 20);
    must(conference_page_people(read, in->conference, &people));
    store_read_end(read);
    for (size_t i = 0; i < people.count; i++)
        assert_int_equal(people.at[i].confidentiality, people.at[i].invitation.n == mother.n);
}

/* A paper conference is entered afterwards: the same acts, with when it was. */
static void a_paper_conference_is_entered_afterwards(void **state)
{
    struct world_case *in = *state;
    Instant then = instant_of_london(world_date(19), 10, 15);
    world_room_opened(in, false);
    WORLD_ACT(room_moved, ROOM_MOVED, act);
    act.item = AGENDA_ITEM_INTRODUCTIONS;
    act.happened = then;
    world_do(&in->world, in->arena, &ROOM_MOVED_ACT, in->admin, in->conference.n, 20, &act);
    assert_int_equal(part_of(in, ROOM_SESSION_ONE).began.us, then.us);
    WORLD_ACT(scale_given, SCALE_GIVEN, scale);
    scale.invitation = world_invitation_of(in, in->mother.n);
    scale.number = 0;
    scale.happened = then;
    world_do(&in->world, in->arena, &SCALE_GIVEN_ACT, in->admin, in->conference.n, 20, &scale);
    WORLD_ACT(minute_written, MINUTE_WRITTEN, line);
    line.words = T("Read from the paper minutes.");
    line.what = MINUTE_KIND_SAID;
    line.audience = AUDIENCE_EVERYONE;
    line.happened = then;
    world_do(&in->world, in->arena, &MINUTE_WRITTEN_ACT, in->admin, in->conference.n, 20, &line);
    assert_int_equal(minutes(in, in->chair, ROOM_SESSION_ONE).at[0].said.us, then.us);
}

/* Split: nobody learns of the other session, not its people, its lines, its questions, its numbers, nor when anything happened there. */
static void one_session_knows_nothing_of_the_other(void **state)
{
    struct world_case *in = *state;
    struct act_result result;
    PersonId father = world_room_father(in);
    world_room_opened(in, true);
    InvitationId mother = world_invitation_of(in, in->mother.n), dad = world_invitation_of(in, father.n);
    assert_int_equal(seat_of(in, mother).session, ROOM_SESSION_ONE);
    assert_int_equal(seat_of(in, dad).session, ROOM_SESSION_TWO);
    int64_t before = part_of(in, ROOM_SESSION_TWO).changes;
    must(go_on(in, in->chair, AGENDA_ITEM_NONE, AGENDA_ITEM_INTRODUCTIONS, ROOM_SESSION_ONE, &result));
    write_line(in, in->admin, "She lives at the refuge.", mother, AUDIENCE_EVERYONE, ROOM_SESSION_ONE);
    write_line(in, in->admin, "Both heard why we meet.", (InvitationId){0}, AUDIENCE_EVERYONE, ROOM_SESSION_BOTH);
    WORLD_ACT(scale_given, SCALE_GIVEN, scale);
    scale.number = 7;
    must(world_from_seat(in, &SCALE_GIVEN_ACT, mother, in->mother, &scale, &result));
    assert_int_equal(part_of(in, ROOM_SESSION_TWO).changes, before + 1); /* of what was said to both, and nothing else */
    assert_int_equal(part_of(in, ROOM_SESSION_TWO).began.us, INSTANT_NONE.us);

    const enum room_session sessions[] = {ROOM_SESSION_ONE, ROOM_SESSION_TWO, ROOM_SESSION_BOTH}; /* whatever page asks */
    for (size_t s = 0; s < 3; s++) {
        struct room_people_of_rows people;
        struct room_minutes_rows lines;
        struct room_scales_of_rows scales;
        struct room_part_of part;
        bool found;
        Read *read = world_read(&in->world, in->arena, father, 20);
        must(room_people_of(read, in->conference, sessions[s], &people));
        must(room_minutes(read, in->conference, sessions[s], 100, &lines));
        must(room_scales_of(read, in->conference, sessions[s], &scales));
        must(room_part_of(read, in->conference, sessions[s], &part, &found));
        store_read_end(read);
        for (size_t i = 0; i < people.count; i++)
            assert_true(people.at[i].invitation.n != mother.n);
        for (size_t i = 0; i < lines.count; i++)
            assert_true(text_equal(lines.at[i].words, T("Both heard why we meet.")));
        assert_int_equal(scales.count, 0);
        assert_int_equal(found, sessions[s] == ROOM_SESSION_TWO);
    }
    WORLD_ACT(turn_given, TURN_GIVEN, turn);
    turn.invitation = mother;
    turn.session = ROOM_SESSION_TWO;
    assert_int_equal(world_try(&in->world, in->arena, &TURN_GIVEN_ACT, in->chair, in->conference.n, 20, &turn, &result).kind, NOT_VALID);
    WORLD_ACT(minute_written, MINUTE_WRITTEN, line);
    line.words = T("Said by her, to both");
    line.what = MINUTE_KIND_SAID;
    line.audience = AUDIENCE_EVERYONE;
    line.invitation = mother;
    line.session = ROOM_SESSION_BOTH;
    assert_int_equal(world_try(&in->world, in->arena, &MINUTE_WRITTEN_ACT, in->admin, in->conference.n, 20, &line, &result).kind, NOT_VALID);
    assert_true(has_problem(&result, "invitation"));
}

/* What only professionals may read reaches no seat. */
static void professionals_lines_reach_no_seat(void **state)
{
    struct world_case *in = *state;
    world_room_opened(in, false);
    write_line(in, in->admin, "The police have intelligence.", (InvitationId){0}, AUDIENCE_PROFESSIONALS, ROOM_SESSION_NONE);
    assert_int_equal(minutes(in, in->chair, ROOM_SESSION_ONE).count, 1);
    assert_int_equal(minutes(in, in->mother, ROOM_SESSION_ONE).count, 0);
}

/* SA-03: people who must not meet get no seat in one session, nobody passes; in two they do. */
static void people_who_must_not_meet_sit_apart(void **state)
{
    struct world_case *in = *state;
    struct act_result result;
    PersonId father = world_room_father(in);
    WORLD_ACT(readiness_answered, READINESS_ANSWERED, asked);
    struct readiness_answered_adults row = {.person = in->mother, .apart = ASKED_ANSWER_ASKED_YES, .apart_how = T("Two sessions, she comes first."), .apart_from = father};
    asked.asked = world_date(12);
    asked.adults.at = &row;
    asked.adults.count = 1;
    world_do(&in->world, in->arena, &READINESS_ANSWERED_ACT, in->worker, in->conference.n, 12, &asked);
    struct room_opened together = world_room_opened_act(in, false);
    assert_int_equal(world_try(&in->world, in->arena, &ROOM_OPENED_ACT, in->chair, in->conference.n, 20, &together, &result).kind, NOT_NOW);
    assert_int_equal(result.shut.count, 1);
    assert_int_equal(result.shut.at[0].gate, NOBODY_MEETS_WHO_MUST_NOT);
    assert_false(result.shut.at[0].with_reason);
    world_room_opened(in, true);
}

/* A code is kept as its hash; a new one ends the one before. */
static void a_new_code_ends_the_old_one(void **state)
{
    struct world_case *in = *state;
    struct act_result result;
    world_room_opened(in, false);
    InvitationId mother = world_invitation_of(in, in->mother.n);
    static const char *const HASHES[] = {"00000000000000000000000000000000000000000000000000000000000000aa", "00000000000000000000000000000000000000000000000000000000000000bb"};
    for (int i = 0; i < 2; i++) {
        WORLD_ACT(seat_codes_given, SEAT_CODES_GIVEN, act);
        struct seat_codes_given_codes row = {.invitation = mother, .give = YESNO_YES, .hash = text_of(HASHES[i])};
        act.codes.at = &row;
        act.codes.count = 1;
        world_do(&in->world, in->arena, &SEAT_CODES_GIVEN_ACT, in->admin, in->conference.n, 20, &act);
        for (int k = 0; k < 2; k++) {
            struct seat_of_code seat;
            bool found;
            Read *read = world_read(&in->world, in->arena, PERSON_SYSTEM, 20);
            must(seat_of_code(read, text_of(HASHES[k]), &seat, &found));
            store_read_end(read);
            assert_int_equal(found, k == i);
        }
    }
    WORLD_ACT(seat_codes_given, SEAT_CODES_GIVEN, open);
    struct seat_codes_given_codes plain = {.invitation = mother, .give = YESNO_YES, .hash = T("B7KM-42XT")};
    open.codes.at = &plain;
    open.codes.count = 1;
    assert_int_equal(world_try(&in->world, in->arena, &SEAT_CODES_GIVEN_ACT, in->admin, in->conference.n, 20, &open, &result).kind, NOT_VALID);
}

/* Before the room is open, and after it is closed, nothing moves; minutes are put right afterwards all the same. */
static void outside_the_room_nothing_moves(void **state)
{
    struct world_case *in = *state;
    struct act_result result;
    assert_int_equal(go_on(in, in->chair, AGENDA_ITEM_NONE, AGENDA_ITEM_INTRODUCTIONS, ROOM_SESSION_NONE, &result).kind, NOT_NOW);
    world_room_opened(in, false);
    WORLD_ACT(room_closed, ROOM_CLOSED, closed);
    world_do(&in->world, in->arena, &ROOM_CLOSED_ACT, in->chair, in->conference.n, 20, &closed);
    assert_int_equal(go_on(in, in->chair, AGENDA_ITEM_NONE, AGENDA_ITEM_INTRODUCTIONS, ROOM_SESSION_NONE, &result).kind, NOT_NOW);
    struct minute_written line = write_line(in, in->admin, "Forgotten in the room.", (InvitationId){0}, AUDIENCE_EVERYONE, ROOM_SESSION_NONE);
    change_line(in, in->admin, line.minute, minutes(in, in->chair, ROOM_SESSION_ONE).at[0].entry.n, "Forgotten, and put right.");
    assert_int_equal(world_try(&in->world, in->arena, &ROOM_CLOSED_ACT, in->worker, in->conference.n, 20, &closed, &result).kind, NOT_ALLOWED);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, set_up, take_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(every_invitation_has_its_own_seat),
        CASE(a_seat_can_do_nothing_else),
        CASE(a_seat_ends_by_itself),
        CASE(next_pressed_twice_moves_once),
        CASE(a_form_sent_again_is_one_line),
        CASE(two_who_change_a_line_lose_no_word),
        CASE(a_question_from_a_seat_is_minuted),
        CASE(a_break_is_asked_for_and_taken),
        CASE(confidentiality_is_acknowledged_from_the_seat),
        CASE(a_paper_conference_is_entered_afterwards),
        CASE(one_session_knows_nothing_of_the_other),
        CASE(professionals_lines_reach_no_seat),
        CASE(people_who_must_not_meet_sit_apart),
        CASE(a_new_code_ends_the_old_one),
        CASE(outside_the_room_nothing_moves),
    };
    RUN_ON_BOTH(tests);
}
