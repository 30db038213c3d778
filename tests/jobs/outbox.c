/* What is to be told is queued once from the ledger, reaches who it may, waits as long as it should, and names nobody. SA-03 SC-03 SD-03 */
#include "../acts/world_conference.h"

#include "acts/conference/conference_not_held_act.h"
#include "acts/conference/mail_decided_act.h"
#include "acts/people/died_act.h"
#include "acts/people/email_confirmed_act.h"
#include "acts/people/mailbox_set_act.h"
#include "acts/people/safe_contact_set_act.h"
#include "acts/people/sign_in_given_act.h"
#include "jobs/message.h"
#include "jobs/post.h"
#include "store/post_sql.h"

enum { NO_PORT = 1 /* nothing listens there */ };

static struct post post_of_world(struct world_case *in, bool has_server)
{
    struct post post = {.outbox = {in->world.store, acts_writer(in->world.acts), WORLD_AUTHORITY}, .acts = in->world.acts, .service = T("Hearth"),
                        .address = T("https://hearth.example.org"), .first_wait = 60};
    post.server = (struct mail_server){.port = NO_PORT, .from = T("post@hearth.example.org")};
    if (has_server)
        post.server.host = T("127.0.0.1");
    return post;
}

/* Rounds of the post on one day, until nothing is left to do at once. */
static void carry(struct world_case *in, bool has_server, int day)
{
    struct post post = post_of_world(in, has_server);
    clock_set_for_tests((Instant){WORLD_DAY.us + day * DAY_US});
    for (bool more = true; more;)
        must(post_round(&post, in->arena, &more));
    clock_set_for_tests(INSTANT_NONE);
}

static struct post_of_rows messages(struct world_case *in)
{
    struct post_of_rows rows;
    Read *read = world_read(&in->world, in->arena, in->admin, 30);
    must(post_of(read, in->conference, &rows));
    store_read_end(read);
    return rows;
}

/* The newest message to somebody about something; fails when there is none. */
static struct post_of message_to(struct world_case *in, InvitationId invitation, enum mail_cause cause)
{
    struct post_of_rows rows = messages(in);
    for (size_t i = 0; i < rows.count; i++)
        if (rows.at[i].invitation.n == invitation.n && rows.at[i].cause == cause)
            return rows.at[i];
    fail_msg("no message %s", mail_cause_code(cause));
    return (struct post_of){0};
}

static size_t count_of(struct world_case *in, enum mail_cause cause)
{
    struct post_of_rows rows = messages(in);
    size_t count = 0;
    for (size_t i = 0; i < rows.count; i++)
        count += rows.at[i].cause == cause;
    return count;
}

static void set_mailbox(struct world_case *in, AgencyId agency, Text lead, Text deputy)
{
    WORLD_ACT(mailbox_set, MAILBOX_SET, act);
    act.agency = agency;
    act.lead = lead;
    act.deputy = deputy;
    world_do(&in->world, in->arena, &MAILBOX_SET_ACT, PERSON_SYSTEM, 0, 0, &act);
}

/* A conference that is booked for day 20 and whose people were invited on day 12, after the post began. */
static struct world_case invited_case(bool has_server)
{
    struct world_case in;
    world_case_open(&in, "Ada Ben");
    world_case_at_risk(&in);
    (void)world_called(&in, CONFERENCE_KIND_INITIAL, 10, 20);
    world_chair(&in, 10);
    world_booked(&in, 11, 20);
    set_mailbox(&in, in.school, T("office@school.example.org"), T("deputy@school.example.org"));
    carry(&in, has_server, 11);
    world_invited(&in, 12);
    carry(&in, has_server, 12);
    return in;
}

/* What an older program recorded was told another way: the first round of all tells nothing. */
static void what_came_before_is_not_told(void **state)
{
    (void)state;
    struct world_case in;
    world_case_open(&in, "Ada");
    world_case_at_risk(&in);
    (void)world_called(&in, CONFERENCE_KIND_INITIAL, 10, 20);
    world_chair(&in, 10);
    world_booked(&in, 11, 20);
    world_invited(&in, 12);
    carry(&in, true, 12);
    assert_int_equal(messages(&in).count, 0);
    world_case_end(&in);
}

/* Both who read the school's mail, each once; an agency without an address and the mother, who was not asked, by letter. */
static void an_invitation_is_queued_once_for_each_mailbox(void **state)
{
    (void)state;
    struct world_case in = invited_case(true);
    size_t at_first = messages(&in).count;
    struct post_of_rows rows = messages(&in);
    InvitationId school = world_invitation_of(&in, in.school.n);
    int lead = 0, deputy = 0;
    for (size_t i = 0; i < rows.count; i++) {
        lead += rows.at[i].invitation.n == school.n && rows.at[i].box == MAIL_BOX_LEAD;
        deputy += rows.at[i].invitation.n == school.n && rows.at[i].box == MAIL_BOX_DEPUTY;
    }
    assert_int_equal(lead, 1);
    assert_int_equal(deputy, 1);
    struct post_of mother = message_to(&in, world_invitation_of(&in, in.mother.n), MAIL_CAUSE_INVITED);
    assert_int_equal(mother.state, MAIL_STATE_BY_POST);
    assert_int_equal(mother.why, MAIL_WHY_NOT_SAFE);
    world_invited(&in, 12); /* recorded again: nobody is told twice */
    carry(&in, true, 12);
    assert_int_equal(messages(&in).count, at_first);
    world_moved(&in, 13, 21);
    carry(&in, true, 13);
    assert_int_equal(count_of(&in, MAIL_CAUSE_MOVED), at_first);
    WORLD_ACT(conference_not_held, CONFERENCE_NOT_HELD, off);
    off.what = NOT_HELD_STOOD_DOWN;
    off.why = T("The chair is ill.");
    world_do(&in.world, in.arena, &CONFERENCE_NOT_HELD_ACT, in.chair, in.conference.n, 14, &off);
    carry(&in, true, 14);
    assert_int_equal(count_of(&in, MAIL_CAUSE_CALLED_OFF), at_first);
    world_case_end(&in);
}

/* A server that isn't there: tried again after growing waits, then given up, recorded, and sent again when somebody says so. */
static void what_does_not_arrive_is_tried_and_given_up(void **state)
{
    (void)state;
    struct world_case in = invited_case(true);
    InvitationId school = world_invitation_of(&in, in.school.n);
    struct post_of first = message_to(&in, school, MAIL_CAUSE_INVITED);
    assert_int_equal(first.state, MAIL_STATE_WAITING);
    assert_int_equal(first.reply, MAIL_REPLY_UNREACHABLE);
    assert_int_equal(first.tries, 1);
    assert_int_equal(first.next_at.us - first.tried_at.us, 60 * SECOND_US);
    for (int day = 13; day < 13 + POST_TRIES; day++)
        carry(&in, true, day);
    struct post_of last = message_to(&in, school, MAIL_CAUSE_INVITED);
    assert_int_equal(last.state, MAIL_STATE_GIVEN_UP);
    assert_int_equal(last.tries, POST_TRIES);
    struct work_post_rows work;
    Read *read = world_read(&in.world, in.arena, in.admin, 30);
    must(work_post(read, &work));
    store_read_end(read);
    assert_int_equal(work.count, 1);
    WORLD_ACT(mail_decided, MAIL_DECIDED, act);
    act.mails.at = &last.id;
    act.mails.count = 1;
    act.choice = MAIL_CHOICE_POST;
    world_do(&in.world, in.arena, &MAIL_DECIDED_ACT, in.admin, in.conference.n, 25, &act);
    assert_int_equal(message_to(&in, school, MAIL_CAUSE_INVITED).choice, MAIL_CHOICE_POST);
    carry(&in, true, 25);
    struct post_of chosen = message_to(&in, school, MAIL_CAUSE_INVITED);
    assert_int_equal(chosen.state, MAIL_STATE_BY_POST);
    assert_int_equal(chosen.why, MAIL_WHY_CHOSEN);
    act.choice = MAIL_CHOICE_AGAIN;
    world_do(&in.world, in.arena, &MAIL_DECIDED_ACT, in.admin, in.conference.n, 26, &act);
    carry(&in, true, 26);
    struct post_of again = message_to(&in, school, MAIL_CAUSE_INVITED);
    assert_int_equal(again.state, MAIL_STATE_WAITING);
    assert_int_equal(again.tries, 1);
    world_case_end(&in);
}

/* The end of each stands in the ledger once, and the ledger makes the same tables again. */
static void each_end_is_an_act_and_replays(void **state)
{
    (void)state;
    struct world_case in = invited_case(true);
    for (int day = 13; day < 14 + POST_TRIES; day++)
        carry(&in, true, day);
    int64_t recorded = 0, bad;
    struct ledger_entries entries;
    Store *copy;
    Read *read = world_read(&in.world, in.arena, PERSON_SYSTEM, 40);
    for (int64_t after = 0; ledger_after(read, after, &entries).kind == OK && entries.count > 0; after = entries.at[entries.count - 1].header.number.n)
        for (size_t i = 0; i < entries.count; i++)
            recorded += text_equal_string(entries.at[i].header.act, "MAIL_RECORDED");
    struct post_of_rows rows = messages(&in);
    int64_t given_up = 0;
    for (size_t i = 0; i < rows.count; i++)
        given_up += rows.at[i].state == MAIL_STATE_GIVEN_UP;
    assert_true(given_up >= 2);
    assert_int_equal(recorded, given_up);
    must(store_open(STORE_MEMORY, &copy));
    must(replay_all(read, copy, &bad));
    store_read_end(read);
    store_close(copy);
    world_case_end(&in);
}

static void without_a_server_all_goes_by_letter(void **state)
{
    (void)state;
    struct world_case in = invited_case(false);
    struct post_of school = message_to(&in, world_invitation_of(&in, in.school.n), MAIL_CAUSE_INVITED);
    assert_int_equal(school.state, MAIL_STATE_BY_POST);
    assert_int_equal(school.why, MAIL_WHY_NO_SERVER);
    world_case_end(&in);
}

/* The mother: asked alone, email safe, an address confirmed, a sign-in: each is needed. After a death nothing goes by itself. */
static void the_family_is_reached_only_where_it_is_safe(void **state)
{
    (void)state;
    struct mail_reach mother = {.is_as = INVITED_AS_PARENT, .invited = YES_NO_UNKNOWN_YES, .ways = T("POST EMAIL"), .safe_address = T("me@example.org"), .has_account = true};
    struct mail_reach reach = mother;
    Text address;
    assert_int_equal(outbox_why_not(&reach, MAIL_CAUSE_INVITED, MAIL_BOX_OWN, &address), MAIL_WHY_NONE);
    assert_true(text_equal(address, T("me@example.org")));
    reach.ways = T("POST");
    assert_int_equal(outbox_why_not(&reach, MAIL_CAUSE_INVITED, MAIL_BOX_OWN, &address), MAIL_WHY_NOT_SAFE);
    reach.ways = TEXT_NONE;
    reach.own_email = T("known.to.others@example.org"); /* one that nobody said is safe counts for nothing */
    assert_int_equal(outbox_why_not(&reach, MAIL_CAUSE_INVITED, MAIL_BOX_OWN, &address), MAIL_WHY_NOT_SAFE);
    reach = mother;
    reach.safe_address = TEXT_NONE;
    assert_int_equal(outbox_why_not(&reach, MAIL_CAUSE_INVITED, MAIL_BOX_OWN, &address), MAIL_WHY_NO_ADDRESS);
    reach = mother;
    reach.has_account = false;
    assert_int_equal(outbox_why_not(&reach, MAIL_CAUSE_INVITED, MAIL_BOX_OWN, &address), MAIL_WHY_NO_ACCOUNT);
    reach = mother;
    assert_int_equal(outbox_why_not(&reach, MAIL_CAUSE_EXCLUDED, MAIL_BOX_OWN, &address), MAIL_WHY_LETTER);
    reach.invited = YES_NO_UNKNOWN_NO;
    assert_int_equal(outbox_why_not(&reach, MAIL_CAUSE_MOVED, MAIL_BOX_OWN, &address), MAIL_WHY_LETTER);
    reach = mother;
    reach.lost = true;
    assert_int_equal(outbox_why_not(&reach, MAIL_CAUSE_COPY_READY, MAIL_BOX_OWN, &address), MAIL_WHY_LOSS);
}

/* What stands in the store is asked again when a message goes: a child who dies in between stops it. */
static void a_death_stops_what_waits(void **state)
{
    (void)state;
    struct world_case in = invited_case(true);
    WORLD_ACT(safe_contact_set, SAFE_CONTACT_SET, safe);
    safe.person = in.mother;
    safe.safe = YESNO_YES;
    safe.ways = 1 << SAFE_WAY_EMAIL;
    safe.how = T("Her own address.");
    safe.domestic_abuse = YESNO_NO;
    world_do(&in.world, in.arena, &SAFE_CONTACT_SET_ACT, in.worker, in.family.family.n, 13, &safe);
    WORLD_ACT(email_confirmed, EMAIL_CONFIRMED, email);
    email.adult = in.mother;
    email.alone = YESNO_YES;
    email.address = T("chidinma@example.org");
    email.asked = world_date(13);
    world_do(&in.world, in.arena, &EMAIL_CONFIRMED_ACT, in.worker, in.family.family.n, 13, &email);
    WORLD_ACT(sign_in_given, SIGN_IN_GIVEN, account);
    account.kind = FAMILY_ACCOUNT_PARENT;
    account.adult = in.mother;
    account.children.at = in.family.children;
    account.children.count = in.family.count;
    world_do(&in.world, in.arena, &SIGN_IN_GIVEN_ACT, in.manager, in.family.family.n, 13, &account);
    world_moved(&in, 14, 21);
    carry(&in, true, 14);
    InvitationId mother = world_invitation_of(&in, in.mother.n);
    assert_int_equal(message_to(&in, mother, MAIL_CAUSE_MOVED).state, MAIL_STATE_WAITING);
    WORLD_ACT(died, DIED, died);
    died.died = world_date(14);
    world_do(&in.world, in.arena, &DIED_ACT, in.worker, in.family.children[0].n, 15, &died);
    carry(&in, true, 15);
    struct post_of stopped = message_to(&in, mother, MAIL_CAUSE_MOVED);
    assert_int_equal(stopped.state, MAIL_STATE_STOPPED);
    assert_int_equal(stopped.why, MAIL_WHY_LOSS);
    world_case_end(&in);
}

static Err claim(Tx *tx, void *given) { return outbox_claim(tx, *(const MailId *)given); }

/* Killed in the middle of sending: the message is claimed, and nobody sends it again by itself. */
static void a_message_that_was_claimed_is_not_sent_twice(void **state)
{
    (void)state;
    struct world_case in = invited_case(true);
    InvitationId school = world_invitation_of(&in, in.school.n);
    struct post_of waits = message_to(&in, school, MAIL_CAUSE_INVITED);
    struct post post = post_of_world(&in, true);
    Instant then = {WORLD_DAY.us + 13 * DAY_US};
    must(outbox_write(&post.outbox, in.arena, then, claim, &waits.id));
    assert_int_equal(outbox_write(&post.outbox, in.arena, then, claim, &waits.id).kind, NOT_FOUND);
    carry(&in, true, 14);
    struct post_of unsure = message_to(&in, school, MAIL_CAUSE_INVITED);
    assert_int_equal(unsure.id.n, waits.id.n);
    assert_int_equal(unsure.state, MAIL_STATE_UNSURE);
    assert_int_equal(unsure.tries, waits.tries + 1);
    world_case_end(&in);
}

static void waits_grow_and_end(void **state)
{
    (void)state;
    const Instant now = {WORLD_DAY.us};
    assert_int_equal(post_next_try(MAIL_REPLY_DELAYED, 1, 60, now).us, now.us + 60 * SECOND_US);
    assert_int_equal(post_next_try(MAIL_REPLY_DELAYED, 3, 60, now).us, now.us + 960 * SECOND_US);
    assert_int_equal(post_next_try(MAIL_REPLY_UNREACHABLE, POST_TRIES, 60, now).us, INSTANT_NONE.us);
    assert_int_not_equal(post_next_try(MAIL_REPLY_REFUSED, POST_TRIES_REFUSED - 1, 60, now).us, INSTANT_NONE.us);
    assert_int_equal(post_next_try(MAIL_REPLY_REFUSED, POST_TRIES_REFUSED, 60, now).us, INSTANT_NONE.us);
    assert_int_equal(post_next_try(MAIL_REPLY_BROKEN_OFF, 1, 60, now).us, INSTANT_NONE.us);
}

/* The same words for everybody; what the service is called can't break out of a header. */
static void a_message_says_that_there_is_one(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    struct message message = {.service = T("Hearth"), .address = T("https://hearth.example.org"), .from = T("post@hearth.example.org"), .to = T("a@example.org"),
                              .now = WORLD_DAY};
    Text words = message_write(arena, &message);
    assert_true(text_begins(words, T("Date: Fri, 20 Mar 2026 09:46:40 +0000\r\nFrom: \"Hearth\" <post@hearth.example.org>\r\nTo: <a@example.org>\r\nMessage-ID: <")));
    assert_true(text_contains(words, T("Subject: There is a message for you in Hearth\r\n")));
    assert_true(text_contains(words, T("\r\n\r\nThere is a message for you in Hearth. Sign in to read it.\r\n\r\nhttps://hearth.example.org\r\n")));
    assert_false(text_contains(words, T("calendar")));
    message.service = T("Caf\xc3\xa9\r\nBcc: b@example.org");
    message.calendar = T("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
    words = message_write(arena, &message);
    assert_true(text_contains(words, T("From: =?UTF-8?B?")));
    assert_true(text_contains(words, T("filename=\"meeting.ics\"\r\nContent-Transfer-Encoding: base64\r\n\r\nQkVHSU46VkNBTEVOREFSDQpFTkQ6VkNBTEVOREFSDQo=\r\n--")));
    Text head = words;
    for (size_t i = 0; i + 3 < words.len; i++)
        if (memcmp(words.at + i, "\r\n\r\n", 4) == 0) {
            head.len = i;
            break;
        }
    assert_false(text_contains(head, T("Bcc")));
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_came_before_is_not_told),
        cmocka_unit_test(an_invitation_is_queued_once_for_each_mailbox),
        cmocka_unit_test(what_does_not_arrive_is_tried_and_given_up),
        cmocka_unit_test(each_end_is_an_act_and_replays),
        cmocka_unit_test(without_a_server_all_goes_by_letter),
        cmocka_unit_test(the_family_is_reached_only_where_it_is_safe),
        cmocka_unit_test(a_death_stops_what_waits),
        cmocka_unit_test(a_message_that_was_claimed_is_not_sent_twice),
        cmocka_unit_test(waits_grow_and_end),
        cmocka_unit_test(a_message_says_that_there_is_one),
    };
    must(mail_begin());
    RUN_ON_BOTH(tests);
}
