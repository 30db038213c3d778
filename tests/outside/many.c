/* Many people at once on the program itself: they read the families they have and record in them, while others do the same. Under the thread
 * sanitizer the program ends with an error when two threads touched the same without a lock. */
#include "town.h"

#include <pthread.h>

#include "serving.h"
#include "store/ledger.h"
#include "store/look.h"

enum { THREADS = 12, ROUNDS = 8 };

struct visitor {
    const struct town *town;
    int port, number, recorded, looked;
};

/* "" or what went wrong. */
static const char *work(struct visitor *visitor)
{
    static const char *const names[] = {"social.worker", "manager", "chair", "legal"};
    struct browser browser;
    char path[200], body[2000];
    const char *wrong = "";
    browser_open(&browser, visitor->port);
    if (!browser_sign_in(&browser, names[visitor->number % 4], TOWN_PASSWORD))
        wrong = "signing in";
    for (int i = 0; i < ROUNDS && wrong[0] == '\0'; i++) {
        snprintf(path, sizeof path, "/family/%lld", (long long)visitor->town->families[OWN].family.n);
        if (browse(&browser, "GET", path, NULL) != 200 || strstr(browser.heard, TOWN_NAMES[OWN][0]) == NULL)
            wrong = "the family's page";
        visitor->looked++;
        snprintf(path, sizeof path, "/family/%lld", (long long)visitor->town->families[OTHER].family.n);
        if (browse(&browser, "GET", path, NULL) != 404)
            wrong = "another family's page";
        visitor->looked++;
        if (visitor->number % 4 != 0)
            continue;
        snprintf(body, sizeof body, "csrf=%s&children=%lld&received_on-day=2&received_on-month=4&received_on-year=2026&way=TELEPHONE&source=S2A"
                                    "&referrer=Perpetua+Oduya&referrer_role=Teacher&involvement=Teaches+the+eldest&concern=Tired+%d-%d",
                 browser.csrf, (long long)visitor->town->families[OWN].children[0].n, visitor->number, i);
        snprintf(path, sizeof path, "/family/%lld/do/%s", (long long)visitor->town->families[OWN].family.n, CONTACT_RECORDED_ACT.address);
        if (browse(&browser, "POST", path, body) != 303)
            wrong = "recording a contact";
        visitor->recorded++;
    }
    if (wrong[0] != '\0')
        fprintf(stderr, "%s: %.2000s\n", wrong, browser.heard);
    browser_close(&browser);
    return wrong;
}

static void *visit(void *of) { return (void *)(uintptr_t)work(of); }

static int64_t number_of(const struct town *town, Err (*head_of)(Read *, struct chain_head *))
{
    Store *store;
    Read *read;
    struct chain_head head;
    must(store_open(town->world.where, &store));
    must(store_read_begin(store, town->arena, WORLD_AUTHORITY, PERSON_SYSTEM, WORLD_DAY, &read));
    must(head_of(read, &head));
    store_read_end(read);
    store_close(store);
    return head.number;
}

static void test_many_people_read_and_record(void **state)
{
    static struct town town;
    struct visitor visitors[THREADS];
    pthread_t threads[THREADS];
    int recorded = 0, looked = 0;
    (void)state;
    town_make(&town);
    int64_t entries = number_of(&town, ledger_head);
    struct serving serving = serving_start(town.world.where);
    for (int i = 0; i < THREADS; i++) {
        visitors[i] = (struct visitor){.town = &town, .port = serving.port, .number = i};
        assert_int_equal(pthread_create(&threads[i], NULL, visit, &visitors[i]), 0);
    }
    for (int i = 0; i < THREADS; i++) {
        void *wrong;
        pthread_join(threads[i], &wrong);
        assert_string_equal(wrong, "");
        recorded += visitors[i].recorded;
        looked += visitors[i].looked;
    }
    assert_int_equal(serving_stop(&serving), 0);
    assert_int_equal(number_of(&town, ledger_head) - entries, recorded);
    assert_true(number_of(&town, look_head) >= looked + THREADS);
    town_end(&town);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_many_people_read_and_record)};
    return cmocka_run_group_tests_name("many", tests, NULL, NULL);
}
