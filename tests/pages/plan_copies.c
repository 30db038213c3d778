/* Each reader's copy of a plan, built for that reader: the mother's, the father's from whom the address is kept, the girl's, her advocate's, the
 * agency's part; what staff see of the copies, and each read as its reader would. SD-13 SD-14 SE-03 SA-03 */
#include "plan_reading.h"

#include "pages/plan/plan_copies.h"

struct copies {
    struct request_ids ids;
    PersonId maja, tess, uncle;
};

static void write_for(struct setting *s, struct plan_written_readers *rows, size_t count, int day)
{
    WORLD_ACT(plan_written, PLAN_WRITTEN, act);
    act.because = T("Each copy for its reader");
    act.readers.at = rows;
    act.readers.count = count;
    done(s, &PLAN_WRITTEN_ACT, s->plans.at[0].n, day, &act);
}

/* A full plan; the father is kept apart and has two sections of his own, the girl one and one left out, the mother one left out. Published on day 8. */
static struct copies the_copies(struct setting *s)
{
    struct copies copies = {.ids = a_full_plan(s), .maja = child_person(s->family.children[0])};
    keep_father_apart(s);
    (void)give_sign_in(s, FAMILY_ACCOUNT_YOUNG_PERSON, copies.maja);
    copies.tess = give_sign_in(s, FAMILY_ACCOUNT_ADVOCATE, (PersonId){0});
    copies.uncle = give_sign_in(s, FAMILY_ACCOUNT_SUPPORTER, s->father);
    set_action(s, "Darren goes to the course", s->father, ACTION_OWNER_FAMILY, AUDIENCE_EVERYONE, 6);
    struct plan_written_readers rows[] = {
        row_of(s->father, OWN_SECTION_HARM, OWN_WORDS_WRITTEN, "Your children are afraid of shouting."),
        row_of(s->father, OWN_SECTION_CONTINGENCY, OWN_WORDS_WRITTEN, "Ring your solicitor."),
        row_of(copies.maja, OWN_SECTION_HARM, OWN_WORDS_WRITTEN, "It is cold, and you do too much."),
        row_of(copies.maja, OWN_SECTION_CAUSE, OWN_WORDS_LEFT_OUT, ""),
        row_of(s->mother, OWN_SECTION_PROCEEDINGS, OWN_WORDS_LEFT_OUT, "")};
    write_for(s, rows, 5, 7);
    publish(s, 8);
    return copies;
}

static Text copy_of(struct setting *s, const struct copies *copies, PersonId viewer, enum duty duty, PersonId whose, enum err_kind expected)
{
    struct request_ids ids = copies->ids;
    ids.person = whose;
    return page_of(s, plan_copy_page, viewer, duty, 9, ids, expected);
}

/* His copy has what was written for him and what he does; nothing that was written for everybody or for another. */
static void the_fathers_copy(void **state)
{
    struct setting *s = *state;
    struct copies copies = the_copies(s);
    Text page = page_of(s, plan_page, s->father, DUTY_PARENT, 9, copies.ids, OK);
    assert_has(page, "Your children are afraid of shouting.");
    assert_has(page, "Ring your solicitor.");
    assert_has(page, "Darren goes to the course");
    assert_has(page, "<h1>Your part of the plan</h1>");
    assert_has(page, "This copy is made for you.");
    assert_lacks(page, "Words of");
    assert_lacks(page, "It is cold, and you do too much.");
    assert_lacks(page, "Read with Maja at night");
    assert_lacks(page, "New lock on the door");
    assert_lacks(page, "Tanyard");
    /* Who stands beside him reads what he reads. */
    Text uncle = page_of(s, plan_page, copies.uncle, DUTY_ADVOCATE, 9, copies.ids, OK);
    assert_has(uncle, "Your children are afraid of shouting.");
    assert_lacks(uncle, "Words of");
    assert_lacks(uncle, "It is cold, and you do too much.");
}

/* What a page forgets to take out was never read: each reader's piece gives their rows alone, whoever reads the whole all of them. SD-13 */
static void rows_are_their_readers_alone(void **state)
{
    struct setting *s = *state;
    struct copies copies = the_copies(s);
    const struct {
        PersonId who, whose; /* 0: nobody's */
        size_t count;
    } readers[] = {{s->father, s->father, 2}, {copies.uncle, s->father, 2}, {s->mother, s->mother, 1}, {copies.maja, copies.maja, 2},
                   {copies.tess, copies.maja, 2}, {s->teacher, {0}, 0}, {s->nurse, {0}, 0}, {s->worker, {0}, 5}};
    for (size_t i = 0; i < sizeof readers / sizeof readers[0]; i++) {
        struct plan_reader_words_rows rows;
        struct plan_readers_rows people;
        Read *read = reading(s, readers[i].who, 9);
        must(plan_reader_words(read, s->plans.at[0], &rows));
        must(plan_readers(read, s->family.children[0], &people));
        store_read_end(read);
        assert_int_equal(rows.count, readers[i].count);
        for (size_t k = 0; readers[i].whose.n != 0 && k < rows.count; k++)
            assert_int_equal(rows.at[k].person.n, readers[i].whose.n);
        assert_int_equal(people.count, readers[i].count == 5 ? 5 : readers[i].whose.n != 0);
    }
}

static void the_mothers_copy(void **state)
{
    struct setting *s = *state;
    struct copies copies = the_copies(s);
    Text page = page_of(s, plan_page, s->mother, DUTY_PARENT, 9, copies.ids, OK);
    assert_has(page, "Words of harm");
    assert_has(page, "Words of contingency");
    assert_has(page, "Read with Maja at night");
    assert_has(page, "New lock on the door");
    assert_lacks(page, "Words of proceedings");
    assert_lacks(page, "Words of safety");
    assert_lacks(page, "Your children are afraid of shouting.");
    assert_lacks(page, "It is cold, and you do too much.");
    assert_lacks(page, "left out");
}

/* The girl reads her own words first; where there are none, those for everybody; under titles for her. Her advocate reads what she reads. */
static void the_young_persons_copy(void **state)
{
    struct setting *s = *state;
    struct copies copies = the_copies(s);
    const Text pages[] = {page_of(s, plan_page, copies.maja, DUTY_YOUNG_PERSON, 9, copies.ids, OK),
                          page_of(s, plan_page, copies.tess, DUTY_ADVOCATE, 9, copies.ids, OK)};
    for (size_t i = 0; i < 2; i++) {
        assert_has(pages[i], "It is cold, and you do too much.");
        assert_has(pages[i], "Why people worry");
        assert_has(pages[i], "What you need");
        assert_has(pages[i], "Words of support");
        assert_lacks(pages[i], "Words of harm");
        assert_lacks(pages[i], "Words of cause");
        assert_lacks(pages[i], "Words of safety");
        assert_lacks(pages[i], "your children");
        assert_lacks(pages[i], "Your children are afraid of shouting.");
        assert_lacks(pages[i], "Ring your solicitor.");
    }
    assert_has(pages[0], "<h1>My plan</h1>");
    assert_has(pages[1], "This is what Maja reads.");
}

/* An agency's part is what it was: no reader's own words are in it. SD-14 */
static void the_agencys_part(void **state)
{
    struct setting *s = *state;
    struct copies copies = the_copies(s);
    Text page = page_of(s, plan_page, s->teacher, DUTY_PARTNER, 9, copies.ids, OK);
    assert_has(page, "Words of harm");
    assert_has(page, "Breakfast club each day");
    assert_lacks(page, "Your children are afraid of shouting.");
    assert_lacks(page, "Ring your solicitor.");
    assert_lacks(page, "It is cold, and you do too much.");
    assert_lacks(page, "Who has a copy");
    assert_lacks(page, "Darren goes to the course");
}

/* SD-13, SE-03: staff see who has a copy, what differs, and what changed in one reader's words. */
static void staff_see_who_has_a_copy_and_what_differs(void **state)
{
    struct setting *s = *state;
    struct copies copies = the_copies(s);
    Text page = page_of(s, plan_page, s->worker, DUTY_SOCIAL_WORKER, 9, copies.ids, OK);
    assert_has(page, "Who has a copy");
    assert_has(page, "10 sections left out, 2 in words of their own");
    assert_has(page, "1 section left out, 1 in words of their own");
    assert_has(page, "Read as Darren would");
    assert_has(page, "beside Maja");
    assert_has(page, "The words of Maja’s copy");
    assert_has(page, "beside Darren");
    assert_has(page, "Kept apart");
    assert_has(page, "The harm, in Darren’s copy");
    assert_has(page, "Left out of this copy");
    assert_lacks(page, "only their own actions.");
    struct plan_written_readers rows[] = {row_of(s->father, OWN_SECTION_HARM, OWN_WORDS_WRITTEN, "Your children are afraid of doors."),
                                          row_of(s->father, OWN_SECTION_CONTINGENCY, OWN_WORDS_TAKEN_BACK, "")};
    write_for(s, rows, 2, 10);
    page = page_of(s, plan_page, s->worker, DUTY_SOCIAL_WORKER, 11, copies.ids, OK);
    assert_has(page, "<del><span class=\"mark\">Removed:</span> shouting.</del>");
    assert_has(page, "<ins><span class=\"mark\">Added:</span> doors.</ins>");
    assert_has(page, "Ring your solicitor.");
    Text father = page_of(s, plan_page, s->father, DUTY_PARENT, 11, copies.ids, OK);
    assert_has(father, "Ring your solicitor."); /* until the next version is published */
    assert_lacks(father, "doors");
}

/* A draft says so while somebody who is kept apart would read nothing. */
static void a_draft_says_whose_copy_is_empty(void **state)
{
    struct setting *s = *state;
    struct request_ids ids = a_full_plan(s);
    keep_father_apart(s);
    Text page = page_of(s, plan_page, s->worker, DUTY_SOCIAL_WORKER, 7, ids, OK);
    assert_has(page, "Darren’s copy has only their own actions.");
    assert_has(page, "Write what they need to know.");
    struct plan_written_readers row = row_of(s->father, OWN_SECTION_HARM, OWN_WORDS_WRITTEN, "Your children are afraid.");
    write_for(s, &row, 1, 7);
    page = page_of(s, plan_page, s->worker, DUTY_SOCIAL_WORKER, 7, ids, OK);
    assert_lacks(page, "Darren’s copy has only their own actions.");
}

/* The part of a page that its reader reads, from the heading on. */
static Text copy_part(Text page)
{
    size_t from = 0, to = 0;
    for (size_t i = 0; i < page.len; i++) {
        from = from == 0 && text_begins((Text){page.at + i, page.len - i}, T("<div class=\"fam-head\">")) ? i : from;
        to = text_begins((Text){page.at + i, page.len - i}, T("</main>")) ? i : to;
    }
    assert_true(from > 0 && to > from);
    return (Text){page.at + from, to - from};
}

/* SD-13: a preview is exactly the copy, for who reads the whole alone, and of nobody who can have none. */
static void read_as_its_reader_would(void **state)
{
    struct setting *s = *state;
    struct copies copies = the_copies(s);
    const struct {
        PersonId who;
        enum duty duty;
    } readers[] = {{s->mother, DUTY_PARENT}, {s->father, DUTY_PARENT}, {copies.maja, DUTY_YOUNG_PERSON}, {copies.tess, DUTY_ADVOCATE}, {copies.uncle, DUTY_ADVOCATE}};
    for (size_t i = 0; i < sizeof readers / sizeof readers[0]; i++) {
        Text own = page_of(s, plan_page, readers[i].who, readers[i].duty, 9, copies.ids, OK);
        Text seen = copy_of(s, &copies, s->worker, DUTY_SOCIAL_WORKER, readers[i].who, OK);
        assert_true(text_equal(copy_part(own), copy_part(seen)));
        assert_has(seen, "copy of version 3");
        assert_lacks(own, "copy of version 3");
        assert_lacks(seen, "Exit this page");
    }
    (void)copy_of(s, &copies, s->worker, DUTY_SOCIAL_WORKER, s->teacher, NOT_FOUND);
    (void)copy_of(s, &copies, s->teacher, DUTY_PARTNER, s->mother, NOT_ALLOWED);
    (void)copy_of(s, &copies, s->father, DUTY_PARENT, s->mother, NOT_ALLOWED);
    (void)copy_of(s, &copies, s->mother, DUTY_PARENT, s->mother, NOT_ALLOWED);
    (void)copy_of(s, &copies, s->nurse, DUTY_PARTNER, s->mother, NOT_FOUND);
    /* A draft can be read before it is published. */
    struct plan_written_readers row = row_of(s->father, OWN_SECTION_SUPPORT, OWN_WORDS_WRITTEN, "The course is on Tuesdays.");
    write_for(s, &row, 1, 9);
    Text draft = copy_of(s, &copies, s->worker, DUTY_SOCIAL_WORKER, s->father, OK);
    assert_has(draft, "The course is on Tuesdays.");
    assert_has(draft, "it is a draft");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(the_fathers_copy), CASE(rows_are_their_readers_alone), CASE(the_mothers_copy), CASE(the_young_persons_copy), CASE(the_agencys_part),
        CASE(staff_see_who_has_a_copy_and_what_differs), CASE(a_draft_says_whose_copy_is_empty), CASE(read_as_its_reader_would),
    };
    RUN_ON_BOTH(tests);
}
