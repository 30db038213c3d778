/* Who may do an act to whom, its gates, and what decide() and apply() can't do. The acts here are made for the test alone; the family is put
 * into the tables by hand, because each of its acts is tested where it stands. */
#include "world.h"

#include <sqlite3.h>

#include "acts/body.h"
#include "rules/gates.h"

/* People of the test, and two children of one family; the second is restricted. */
enum { HOLDER = 1001, MANAGER = 1002, PARTNER_PERSON = 1003, STRANGER = 1004, BARRED = 1005, FAMILY = 500, ADA = 501, BEN = 502 };

struct note {
    Text words;
};
static const struct field NOTE_FIELDS[] = {
    {.name = "words", .type = FIELD_LINE, .offset = offsetof(struct note, words), .max = 100, .called = "", .left = ""},
};
static const enum gate NOTE_GATES[] = {THREE_AGENCIES_TOOK_PART, NO_OTHER_ENQUIRY};

static Err decide_nothing(struct act_run *run, void *act)
{
    (void)run;
    (void)act;
    return ok();
}
static Err apply_nothing(Tx *tx, const struct entry *entry, const void *act)
{
    (void)tx;
    (void)entry;
    (void)act;
    return ok();
}

static struct act_kind note_kind(enum act_target on, Err (*decide)(struct act_run *, void *))
{
    return (struct act_kind){.name = "TEST_NOTE", .version = 1, .doc = "", .title = "", .button = "", .address = "", .says = "", .on = on,
                             .may = RECORD_ENQUIRY, .seen = READ_RECORD, .gates = NOTE_GATES, .gate_count = 2, .fields = NOTE_FIELDS,
                             .field_count = 1, .size = sizeof(struct note), .decide = decide, .apply = apply_nothing};
}

static struct world world;
static Arena *arena;

static void by_hand_in(const struct world *in, const char *sql)
{
    char path[400], *words = NULL;
    sqlite3 *raw;
    snprintf(path, sizeof path, "%s/hearth.db", in->where);
    assert_int_equal(sqlite3_open(path, &raw), SQLITE_OK);
    if (sqlite3_exec(raw, sql, NULL, NULL, &words) != SQLITE_OK)
        fail_msg("%s: %s", sql, words);
    sqlite3_close(raw);
}
static void by_hand(const char *sql) { by_hand_in(&world, sql); }

static int set_up(void **state)
{
    (void)state;
    arena = arena_new(0);
    world = world_new();
    by_hand("INSERT INTO family (id, authority, reference, name, sort_key, restricted, domestic_abuse, messages_stopped, opened) "
            "VALUES (500, 1, 'F1', 'Okafor-Lane', 'okafor-lane', 0, 0, 0, '2026-01-05');"
            "INSERT INTO child (id, authority, family, restricted, unborn) VALUES (501, 1, 500, 0, 0), (502, 1, 500, 1, 0);"
            "INSERT INTO stands_for (authority, person, holder, standing, begins, ends) VALUES (1, 1001, 1001, 'SELF', 0, 9223372036854775807),"
            "(1, 1002, 1001, 'LINE', 0, 9223372036854775807), (1, 1003, 1003, 'SELF', 0, 9223372036854775807),"
            "(1, 1004, 1004, 'SELF', 0, 9223372036854775807), (1, 1005, 1005, 'SELF', 0, 9223372036854775807);"
            "INSERT INTO access (authority, holder, child, role, begins, ends, entry) VALUES (1, 1001, 501, 'CASE_HOLDER', 0, 9223372036854775807, 1),"
            "(1, 1001, 502, 'CASE_HOLDER', 0, 9223372036854775807, 1), (1, 1003, 501, 'PARTNER', 0, 9223372036854775807, 1),"
            "(1, 1005, 501, 'CASE_HOLDER', 0, 9223372036854775807, 1);"
            "INSERT INTO barred (authority, child, person) VALUES (1, 501, 1005);");
    return 0;
}

static int take_down(void **state)
{
    (void)state;
    world_end(&world);
    arena_free(arena);
    return 0;
}

static Err note(const struct act_kind *kind, int64_t actor, int64_t target, const struct act_reason *reasons, size_t count,
                struct act_result *ret_result)
{
    struct act_request request = world_request((PersonId){actor});
    struct note act = {T("rang the school")};
    request.target = target;
    request.reasons = reasons;
    request.reason_count = count;
    return act_do(world.acts, kind, &request, &act, arena, ret_result);
}

static struct ledger_entry last_entry(int64_t number)
{
    Read *read;
    struct ledger_entries entries;
    must(store_read_begin(world.store, arena, WORLD_AUTHORITY, PERSON_SYSTEM, WORLD_DAY, &read));
    must(ledger_after(read, number - 1, &entries));
    store_read_end(read);
    assert_true(entries.count == 1);
    return entries.at[0];
}

/* SD-14, SB-15: each act asks of each child; a child somebody may not know of is not there for them. */
static void each_child_is_asked(void **state)
{
    (void)state;
    struct act_result result;
    struct act_kind kind = note_kind(ON_CHILD, decide_nothing);
    assert_int_equal(note(&kind, STRANGER, ADA, NULL, 0, &result).kind, NOT_FOUND);
    assert_int_equal(note(&kind, BARRED, ADA, NULL, 0, &result).kind, NOT_FOUND);
    assert_int_equal(note(&kind, PARTNER_PERSON, ADA, NULL, 0, &result).kind, NOT_ALLOWED);
    assert_int_equal(note(&kind, HOLDER, BEN, NULL, 0, &result).kind, NOT_FOUND); /* restricted, and not named */
    assert_int_equal(note(&kind, HOLDER, 999, NULL, 0, &result).kind, NOT_FOUND);
    must(note(&kind, HOLDER, ADA, NULL, 0, &result));
    struct ledger_entry entry = last_entry(result.number.n);
    assert_int_equal(entry.header.family.n, FAMILY);
    assert_int_equal(entry.header.target, ADA);
    assert_int_equal(entry.header.children.count, 1);
    assert_int_equal(entry.header.children.at[0].n, ADA);
    assert_true(text_equal_string(entry.body, "{\"act\":{\"words\":\"rang the school\"}}"));
}

static Err concern_both(struct act_run *run, void *act)
{
    (void)act;
    assert_int_equal(run->family.n, FAMILY);
    TRY(act_concerns(run, (ChildId){ADA}));
    return act_concerns(run, (ChildId){BEN});
}
static Err concern_ada_and_a_new_one(struct act_run *run, void *act)
{
    (void)act;
    TRY(act_concerns(run, (ChildId){ADA}));
    TRY(act_concerns(run, (ChildId){act_new_id(run)}));
    return act_concerns(run, (ChildId){ADA});
}

/* An act on a family is asked again for each child it is about; a child it makes itself is free. */
static void a_family_is_not_a_way_round_a_restricted_child(void **state)
{
    (void)state;
    struct act_result result;
    struct act_kind both = note_kind(ON_FAMILY, concern_both), fresh = note_kind(ON_FAMILY, concern_ada_and_a_new_one);
    assert_int_equal(note(&both, HOLDER, FAMILY, NULL, 0, &result).kind, NOT_FOUND);
    assert_int_equal(note(&fresh, STRANGER, FAMILY, NULL, 0, &result).kind, NOT_FOUND);
    must(note(&fresh, HOLDER, FAMILY, NULL, 0, &result));
    assert_int_equal(last_entry(result.number.n).header.children.count, 2);
    assert_int_equal(result.new_ids, 1);
}

static Err both_gates_shut(struct act_run *run, void *act)
{
    (void)act;
    TRY(act_gate(run, THREE_AGENCIES_TOOK_PART, T("Police did not take part.")));
    return act_gate(run, NO_OTHER_ENQUIRY, TEXT_NONE);
}
static Err one_gate_shut(struct act_run *run, void *act)
{
    (void)act;
    struct facts facts = {.social_care_took_part = true, .police_took_part = false, .health_took_part = true};
    return act_gates(run, &facts);
}
static Err a_gate_of_another_act(struct act_run *run, void *act)
{
    (void)act;
    return act_gate(run, CHAIR_IS_INDEPENDENT, TEXT_NONE);
}

/* All shut gates come at once; a reason counts from who may give it, is kept in the entry, and never opens a hard gate. */
static void gates_are_listed_together_and_passed_with_a_reason(void **state)
{
    (void)state;
    const struct act_reason reasons[] = {{THREE_AGENCIES_TOOK_PART, T(" The duty doctor rang back at 18:10. ")}, {NO_OTHER_ENQUIRY, T("Because.")}};
    const struct act_reason empty[] = {{THREE_AGENCIES_TOOK_PART, T("  ")}};
    struct act_result result;
    struct act_kind both = note_kind(ON_CHILD, both_gates_shut), one = note_kind(ON_CHILD, one_gate_shut);
    struct act_kind wrong = note_kind(ON_CHILD, a_gate_of_another_act);
    assert_int_equal(note(&both, HOLDER, ADA, NULL, 0, &result).kind, NOT_NOW);
    assert_int_equal(result.shut.count, 2);
    assert_false(result.shut.at[0].with_reason); /* a manager may, the holder may not */
    assert_true(text_equal_string(result.shut.at[0].detail, "Police did not take part."));
    assert_int_equal(note(&both, MANAGER, ADA, reasons, 2, &result).kind, NOT_NOW);
    assert_int_equal(result.shut.count, 1);
    assert_int_equal(result.shut.at[0].gate, NO_OTHER_ENQUIRY);
    assert_int_equal(note(&one, HOLDER, ADA, reasons, 2, &result).kind, NOT_NOW);
    assert_int_equal(note(&one, MANAGER, ADA, empty, 1, &result).kind, NOT_NOW);
    assert_true(result.shut.at[0].with_reason);
    must(note(&one, MANAGER, ADA, reasons, 2, &result));
    assert_true(text_equal_string(last_entry(result.number.n).body,
                                  "{\"act\":{\"words\":\"rang the school\"},\"gates\":[{\"gate\":\"THREE_AGENCIES_TOOK_PART\","
                                  "\"reason\":\"The duty doctor rang back at 18:10.\"}]}"));
    assert_int_equal(note(&wrong, MANAGER, ADA, NULL, 0, &result).kind, BROKEN);
}

static Err takes_too_many_numbers(struct act_run *run, void *act)
{
    (void)act;
    for (int i = 0; i < IDS_OF_ONE_ENTRY; i++)
        (void)act_new_id(run);
    return ok();
}
static Err writes_while_applying(Tx *tx, const struct entry *entry, const void *act)
{
    (void)act;
    struct chain_head head;
    TRY(ledger_head(tx->read, &head));
    struct entry another = *entry;
    another.number.n++;
    return ledger_append(tx, &head, &another, T("0123456789abcdef"), T("{}"));
}
static Err needs_its_gates(Tx *tx, const struct entry *entry, const void *act)
{
    const struct note *note = act;
    (void)tx;
    return entry->gates.count == 0 && text_equal_string(note->words, "rang the school") ? ok() : err(BROKEN, "not what was written");
}

static void an_act_keeps_to_its_own(void **state)
{
    (void)state;
    struct act_result result;
    struct act_kind many = note_kind(ON_CHILD, takes_too_many_numbers), writes = note_kind(ON_CHILD, decide_nothing);
    struct act_kind reads = note_kind(ON_CHILD, decide_nothing);
    assert_int_equal(note(&many, HOLDER, ADA, NULL, 0, &result).kind, BROKEN);
    arena_free(arena); /* it turned over */
    arena = arena_new(0);
    writes.apply = writes_while_applying;
    assert_int_equal(note(&writes, HOLDER, ADA, NULL, 0, &result).kind, BROKEN);
    reads.apply = needs_its_gates;
    must(note(&reads, HOLDER, ADA, NULL, 0, &result));
    assert_int_equal(result.number.n, 1); /* nothing was kept of the others */
}

/* Bodies that are not exactly what body_write writes are refused. */
static void bodies_are_read_strictly(void **state)
{
    (void)state;
    static const char *const REFUSED[] = {
        "", "{}", "{\"act\":", "{\"act\":{}", "{\"act\":[]}", "{\"act\":{}} ", " {\"act\":{}}", "{\"act\":{}}}", "{\"act\":{},}",
        "{\"act\":{\"words\":\"}\"}", "{\"act\":{\"other\":1}}", "{\"act\":{},\"gates\":[}", "{\"act\":{},\"gates\":[{\"gate\":1}]}",
        "{\"act\":{},\"gates\":[],\"x\":1}", "{\"act\":{},\"case\":{", "{\"act\":{},\"case\":{\"x\":1}}", "{\"act\":{},\"gates\":",
    };
    struct act_kind kind = note_kind(ON_CHILD, decide_nothing);
    struct entry_gates gates;
    struct consequences consequences;
    void *act;
    for (size_t i = 0; i < sizeof REFUSED / sizeof REFUSED[0]; i++)
        if (body_read(&kind, 1, text_of(REFUSED[i]), arena, &act, &gates, &consequences).kind != BROKEN)
            fail_msg("read: %s", REFUSED[i]);
    must(body_read(&kind, 1, T("{\"act\":{\"words\":\"a } and \\\" and ]\"}}"), arena, &act, &gates, &consequences));
    assert_true(text_equal_string(((struct note *)act)->words, "a } and \" and ]"));
    assert_int_equal(body_read(&kind, 2, T("{\"act\":{}}"), arena, &act, &gates, &consequences).kind, BROKEN);
}

static Err may_in(Store *store, int64_t actor, enum permission permission, int64_t child)
{
    Read *read;
    must(store_read_begin(store, arena, WORLD_AUTHORITY, (PersonId){actor}, WORLD_DAY, &read));
    Err answer = may(read, permission, (ChildId){child});
    store_read_end(read);
    return answer;
}

/* 'What did we know on that day' shows the facts of then to who may see them now: rights of then give nothing, and a child who was
 * restricted since stays closed. */
static void the_past_is_read_with_the_rights_of_today(void **state)
{
    (void)state;
    struct world then = world_new();
    by_hand_in(&then, "INSERT INTO child (id, authority, family, restricted, unborn) VALUES (501, 1, 500, 1, 0), (502, 1, 500, 0, 0);"
                      "INSERT INTO stands_for (authority, person, holder, standing, begins, ends) VALUES (1, 1004, 1004, 'SELF', 0, 9223372036854775807),"
                      "(1, 1001, 1001, 'SELF', 0, 9223372036854775807);"
                      "INSERT INTO access (authority, holder, child, role, begins, ends, entry) VALUES (1, 1004, 502, 'CASE_HOLDER', 0,"
                      "9223372036854775807, 1), (1, 1001, 502, 'CASE_HOLDER', 0, 9223372036854775807, 1);"
                      "INSERT INTO barred (authority, child, person) VALUES (1, 501, 1001)");
    assert_int_equal(may_in(then.store, STRANGER, READ_RECORD, BEN).kind, OK); /* then */
    Read *read;
    must(store_read_begin(world.store, arena, WORLD_AUTHORITY, (PersonId){HOLDER}, WORLD_DAY, &read));
    must(store_write_begin(then.store));
    must(replay_rights(read, (FamilyId){FAMILY}, WORLD_DAY, then.store));
    must(store_write_commit(then.store));
    store_read_end(read);
    must(may_in(then.store, HOLDER, READ_RECORD, ADA));
    assert_int_equal(may_in(then.store, HOLDER, READ_RECORD, BEN).kind, NOT_FOUND);
    assert_int_equal(may_in(then.store, STRANGER, READ_RECORD, BEN).kind, NOT_FOUND);
    assert_int_equal(may_in(then.store, MANAGER, READ_RECORD, ADA).kind, NOT_FOUND);
    world_end(&then);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_child_is_asked, set_up, take_down),
        cmocka_unit_test_setup_teardown(a_family_is_not_a_way_round_a_restricted_child, set_up, take_down),
        cmocka_unit_test_setup_teardown(gates_are_listed_together_and_passed_with_a_reason, set_up, take_down),
        cmocka_unit_test_setup_teardown(an_act_keeps_to_its_own, set_up, take_down),
        cmocka_unit_test_setup_teardown(the_past_is_read_with_the_rights_of_today, set_up, take_down),
        cmocka_unit_test_setup_teardown(bodies_are_read_strictly, set_up, take_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
