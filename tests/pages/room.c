/* The pages of a conference's room, by whole requests: who sees what on the staff's page, the screen and a seat; what is a look; mistakes beside their field. SB-07 SB-08 SC-09
 * SD-12 SD-20 SA-14 */
#include "asking.h"

#include "../acts/world_room.h"
#include "web/seat.h"

struct in_room {
    struct world_case world;
    struct asking asking;
    char path[60]; /* of the conference */
};

static int set_up_room(void **state)
{
    struct in_room *in = calloc(1, sizeof *in);
    world_room_ready(&in->world);
    must(sign_in_prepare());
    in->asking.arena = in->world.arena;
    in->asking.later = 20 * DAY_US;
    in->asking.site = (struct site){.routes = ASKING_ROUTES, .route_count = sizeof ASKING_ROUTES / sizeof ASKING_ROUTES[0], .store = in->world.world.store,
        .acts = in->world.world.acts, .search_key = T("01234567890123456789012345678901"), .authority = WORLD_AUTHORITY, .authority_name = T("Northmoor Council"),
        .may_act = act_form_may, .problem_page = problem_page};
    snprintf(in->path, sizeof in->path, "/conference/%lld", (long long)in->world.conference.n);
    *state = in;
    return 0;
}

static int take_down_room(void **state)
{
    struct in_room *in = *state;
    world_whole(&in->world.world, in->world.arena);
    world_case_end(&in->world);
    free(in);
    return 0;
}

static const char *at(struct in_room *in, const char *more)
{
    return text_string(in->world.arena, text_format(in->world.arena, "%s%s", in->path, more));
}

/* From now on requests come from the phone that holds this seat. */
static void sit_down(struct in_room *in, InvitationId seat)
{
    struct asking *asking = &in->asking;
    struct request request = {.arena = asking->arena, .site = &asking->site, .authority = WORLD_AUTHORITY, .now = {WORLD_DAY.us + asking->later}};
    struct response response = response_new(asking->arena);
    must(seat_begin(&request, &response, seat, TEXT_NONE));
    Text cookie = response.headers[0].value;
    cookie = text_cut(&cookie, ';');
    snprintf(asking->cookie, sizeof asking->cookie, "hearth=%064d; %.*s", 7, TEXT_ARGS(cookie));
    asking->as = (PersonId){0};
}

static struct came from_seat(struct in_room *in, const char *target) { return ask_for(&in->asking, "GET", target, NULL); }

static struct came send_from_seat(struct in_room *in, const char *act, const char *fields)
{
    struct came page = from_seat(in, "/seat/here");
    assert_int_equal(page.status, 200);
    const char *proof = strstr(text_string(in->world.arena, page.body), "name=\"csrf\" value=\"");
    assert_non_null(proof);
    return ask_for(&in->asking, "POST", act, text_string(in->world.arena, text_format(in->world.arena, "csrf=%.64s&%s", proof + strlen("name=\"csrf\" value=\""), fields)));
}

static int64_t looks(struct in_room *in)
{
    struct chain_head head;
    Read *read = world_read(&in->world.world, in->world.arena, PERSON_SYSTEM, 20);
    must(look_head(read, &head));
    store_read_end(read);
    return head.number;
}

/* A name or a part that would give somebody away stands on no screen and no seat; who runs the conference reads both. */
static void a_name_that_gives_away_is_not_shown(void **state)
{
    struct in_room *in = *state;
    struct room_opened act = world_room_opened_act(&in->world, false);
    struct room_opened_seats row = {.invitation = world_invitation_of(&in->world, in->world.health.n), .shown = T("A worker"), .part = T("helps the family")};
    act.seats.at = &row;
    act.seats.count = 1;
    world_do(&in->world.world, in->world.arena, &ROOM_OPENED_ACT, in->world.chair, in->world.conference.n, 20, &act);
    WORLD_ACT(seat_taken, SEAT_TAKEN, came);
    came.invitation = row.invitation;
    came.here = YESNO_YES;
    world_do(&in->world.world, in->world.arena, &SEAT_TAKEN_ACT, in->world.chair, in->world.conference.n, 20, &came);
    struct came staff = get_as(&in->asking, in->world.chair, at(in, "/room"));
    assert_int_equal(staff.status, 200);
    HAS(staff, "Northmoor health visitors");
    HAS(staff, "everyone reads: A worker");
    struct came screen = get_as(&in->asking, in->world.chair, at(in, "/room/screen"));
    assert_int_equal(screen.status, 200);
    HAS(screen, "A worker");
    HAS(screen, "helps the family");
    LACKS(screen, "health visitors");
    sit_down(in, world_invitation_of(&in->world, in->world.mother.n));
    struct came seat = from_seat(in, "/seat/here");
    assert_int_equal(seat.status, 200);
    HAS(seat, "A worker");
    LACKS(seat, "health visitors");
}

/* The name alone was hidden: what they do would give them away as well, and is not said. */
static void who_is_hidden_is_not_given_away_by_their_work(void **state)
{
    struct in_room *in = *state;
    struct room_opened act = world_room_opened_act(&in->world, false);
    struct room_opened_seats row = {.invitation = world_invitation_of(&in->world, in->world.health.n), .shown = T("A worker")};
    act.seats.at = &row;
    act.seats.count = 1;
    world_do(&in->world.world, in->world.arena, &ROOM_OPENED_ACT, in->world.chair, in->world.conference.n, 20, &act);
    WORLD_ACT(seat_taken, SEAT_TAKEN, came);
    came.invitation = row.invitation;
    came.here = YESNO_YES;
    world_do(&in->world.world, in->world.arena, &SEAT_TAKEN_ACT, in->world.chair, in->world.conference.n, 20, &came);
    struct came screen = get_as(&in->asking, in->world.chair, at(in, "/room/screen"));
    assert_int_equal(screen.status, 200);
    HAS(screen, "A worker");
    LACKS(screen, "ealth visitor");
    HAS(screen, "planned for 2 hours");
    struct came staff = get_as(&in->asking, in->world.chair, at(in, "/room"));
    HAS(staff, "Northmoor health visitors");
}

/* Opening a page of the room is a look; what refreshes itself under the same eyes is not, for ten minutes. */
static void what_refreshes_itself_is_one_look(void **state)
{
    struct in_room *in = *state;
    world_room_opened(&in->world, false);
    const char *const parts[] = {"/room?part=yes", "/room/screen?part=yes"};
    assert_int_equal(get_as(&in->asking, in->world.chair, at(in, "/room")).status, 200);
    int64_t before = looks(in);
    for (int i = 0; i < 6; i++)
        assert_int_equal(get_as(&in->asking, in->world.chair, at(in, parts[i % 2])).status, 200);
    assert_int_equal(looks(in), before);
    in->asking.later += 11 * MINUTE_US;
    assert_int_equal(get_as(&in->asking, in->world.chair, at(in, parts[0])).status, 200);
    assert_int_equal(get_as(&in->asking, in->world.chair, at(in, parts[0])).status, 200);
    assert_int_equal(looks(in), before + 1);
    assert_int_equal(get_as(&in->asking, in->world.chair, at(in, "/room")).status, 200);
    assert_int_equal(looks(in), before + 2);
    sit_down(in, world_invitation_of(&in->world, in->world.mother.n));
    before = looks(in);
    assert_int_equal(from_seat(in, "/seat/here").status, 200);
    for (int i = 0; i < 3; i++)
        assert_int_equal(from_seat(in, "/seat/here?part=yes").status, 200);
    assert_int_equal(looks(in), before + 1);
}

/* Who reads the conference and doesn't record it sees the room and changes nothing; who doesn't read it sees nothing. */
static void who_only_reads_changes_nothing(void **state)
{
    struct in_room *in = *state;
    world_room_opened(&in->world, false);
    struct came page = get_as(&in->asking, in->world.worker, at(in, "/room"));
    assert_int_equal(page.status, 200);
    LACKS(page, "Add the line");
    LACKS(page, "Give codes");
    HAS(page, "Agenda");
    assert_int_equal(get_as(&in->asking, in->world.teacher, at(in, "/room")).status, 403);
    assert_int_equal(get_as(&in->asking, in->world.teacher, at(in, "/room/screen")).status, 403);
    assert_int_equal(get_as(&in->asking, in->world.teacher, at(in, "/room/changes")).status, 403);
    assert_int_equal(get_as(&in->asking, in->world.front_door, at(in, "/room")).status, 404);
}

/* A professional who is signed in takes their own seat; the account opens nothing more by it. */
static void a_professional_takes_their_seat_signed_in(void **state)
{
    struct in_room *in = *state;
    assert_int_equal(get_as(&in->asking, in->world.teacher, at(in, "/papers")).status, 200);
    LACKS(get_as(&in->asking, in->world.teacher, at(in, "/papers")), "Take my seat in the room");
    world_room_opened(&in->world, false);
    struct came papers = get_as(&in->asking, in->world.teacher, at(in, "/papers"));
    HAS(papers, "Take my seat in the room");
    const char *proof = strstr(text_string(in->world.arena, papers.body), "name=\"csrf\" value=\"") + strlen("name=\"csrf\" value=\"");
    struct came sent = ask_for(&in->asking, "POST", at(in, "/room/seat"), text_string(in->world.arena, text_format(in->world.arena, "csrf=%.64s", proof)));
    assert_int_equal(sent.status, 303);
    assert_true(text_equal(sent.location, T("/seat/here")));
}

/* What is wrong stands beside its field, and what was typed stays. */
static void mistakes_of_a_seat_stand_beside_their_field(void **state)
{
    struct in_room *in = *state;
    world_room_opened(&in->world, false);
    sit_down(in, world_invitation_of(&in->world, in->world.mother.n));
    struct came sent = send_from_seat(in, "/seat/do/seat-asked", "what=VIEW&words=++");
    assert_int_equal(sent.status, 422);
    HAS(sent, "id=\"words-error\"");
    HAS(sent, "Write what you want to say");
    HAS(sent, "value=\"VIEW\" checked");
    sent = send_from_seat(in, "/seat/do/scale-given", "");
    assert_int_equal(sent.status, 422);
    HAS(sent, "id=\"number-error\"");
    assert_int_equal(send_from_seat(in, "/seat/do/minute-written", "words=No").status, 404);
    assert_int_equal(send_from_seat(in, "/seat/do/seat-asked", "what=VIEW&words=I+want+%3Cb%3Ehelp%3C%2Fb%3E").status, 303);
    struct came page = from_seat(in, "/seat/here");
    HAS(page, "I want &lt;b&gt;help&lt;/b&gt;");
    HAS(page, "Waits for the chair");
}

/* A closed room ends every seat: the phone is asked for a code again. */
static void a_closed_room_ends_the_seats(void **state)
{
    struct in_room *in = *state;
    world_room_opened(&in->world, false);
    sit_down(in, world_invitation_of(&in->world, in->world.mother.n));
    assert_int_equal(from_seat(in, "/seat/here").status, 200);
    WORLD_ACT(room_closed, ROOM_CLOSED, act);
    world_do(&in->world.world, in->world.arena, &ROOM_CLOSED_ACT, in->world.chair, in->world.conference.n, 20, &act);
    struct came page = from_seat(in, "/seat/here");
    assert_int_equal(page.status, 303);
    assert_true(text_equal(page.location, T("/seat")));
    assert_int_equal(from_seat(in, "/seat/changes").status, 303);
}

/* 'Exit this page' ends the seat too. */
static void leaving_ends_the_seat(void **state)
{
    struct in_room *in = *state;
    world_room_opened(&in->world, false);
    sit_down(in, world_invitation_of(&in->world, in->world.mother.n));
    assert_int_equal(from_seat(in, "/leave").status, 303);
    assert_int_equal(from_seat(in, "/seat/here").status, 303);
}

/* Two who press 'next' at once: the second is led to the room as it is, and is told of no mistake. */
static void the_second_next_leads_to_the_room(void **state)
{
    struct in_room *in = *state;
    world_room_opened(&in->world, false);
    for (int i = 0; i < 2; i++) {
        struct came page = get_as(&in->asking, i == 0 ? in->world.chair : in->world.admin, at(in, "/room"));
        const char *proof = strstr(text_string(in->world.arena, page.body), "name=\"csrf\" value=\"") + strlen("name=\"csrf\" value=\"");
        struct came sent = ask_for(&in->asking, "POST", at(in, "/room/do/room-moved"),
                                   text_string(in->world.arena, text_format(in->world.arena, "csrf=%.64s&start=yes&item=INTRODUCTIONS", proof)));
        assert_int_equal(sent.status, 303);
        assert_true(text_equal_string(sent.location, at(in, "/room")));
    }
    assert_int_equal(get_as(&in->asking, in->world.chair, at(in, "/room/do/conference-decided")).status, 404);
}

#define IN_ROOM(test) cmocka_unit_test_setup_teardown(test, set_up_room, take_down_room)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_ROOM(a_name_that_gives_away_is_not_shown),
        IN_ROOM(who_is_hidden_is_not_given_away_by_their_work),
        IN_ROOM(what_refreshes_itself_is_one_look),
        IN_ROOM(who_only_reads_changes_nothing),
        IN_ROOM(a_professional_takes_their_seat_signed_in),
        IN_ROOM(mistakes_of_a_seat_stand_beside_their_field),
        IN_ROOM(a_closed_room_ends_the_seats),
        IN_ROOM(leaving_ends_the_seat),
        IN_ROOM(the_second_next_leads_to_the_room),
    };
    RUN_ON_BOTH(tests);
}
