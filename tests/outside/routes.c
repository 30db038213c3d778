/* Every address of the program × every sign-in × own, other and restricted family, GET and POST: what routes.expected says, computed from the
 * column of the address (web/routes.def) or the act's permission. A number changed in an address is 404. No answer shows a name of a family its
 * reader may not know. Every refusal is a look. SD-14 SB-15 */
#include "town.h"

#include <ctype.h>
#include <pthread.h>

#include "nonsense.h"
#include "serving.h"
#include "store/look.h"
#include "web/route.h"
#include "web/sign_in.h"

#define NO_HANDLER_ROUTE(method, name, pattern, ids, handle, may, look, body) {METHOD_##method, #name, pattern, ROUTE_IDS_##ids, NULL, ROUTE_MAY_##may, look, body},
#define ROUTE NO_HANDLER_ROUTE
static const struct route ROUTES[] = {
#include "web/routes.def"
};
#undef ROUTE
enum { ROUTE_COUNT = sizeof ROUTES / sizeof ROUTES[0], LINES_MOST = 100, TRIES_MOST = 8 };

/* ---- routes.expected ---- */

struct expected_person {
    char name[60];
    Rights itself, on[TOWN_FAMILIES];
};
struct expected_line {
    char route[60], words[400];
};
struct expected_lines {
    struct expected_line at[LINES_MOST];
    int count;
};
static struct expected_person people[TOWN_PEOPLE];
static int people_count;
static struct expected_lines lines_word, lines_answers, lines_signed_in, lines_ends, lines_sends, lines_asks, lines_names, lines_hides;

static Rights rights_in(const char *words)
{
    Rights rights = 0;
    char copy[400];
    snprintf(copy, sizeof copy, "%.*s", (int)strcspn(words, "\n"), words);
    Text rest = text_trim(text_of(copy));
    while (rest.len > 0) {
        enum permission permission;
        Text word = text_cut(&rest, ' ');
        if (!permission_of(word, &permission))
            fail_msg("routes.expected: '%.*s' is no permission", TEXT_ARGS(word));
        rights |= RIGHT(permission);
    }
    return rights;
}

static void read_line(const char *line)
{
    static const struct {
        const char *word;
        struct expected_lines *lines;
    } kinds[] = {{"word", &lines_word}, {"answers", &lines_answers}, {"signed-in", &lines_signed_in}, {"ends", &lines_ends}, {"sends", &lines_sends}, {"asks", &lines_asks}, {"names", &lines_names}, {"hides", &lines_hides}};
    char word[40];
    int rest = 0;
    if (sscanf(line, " %39s %n", word, &rest) < 1 || word[0] == '#')
        return;
    if (strcmp(word, "person") == 0) {
        assert_true(people_count < TOWN_PEOPLE);
        snprintf(people[people_count].name, sizeof people[0].name, "%.*s", (int)strcspn(line + rest, "\n"), line + rest);
        assert_string_equal(people[people_count].name, TOWN_ACCOUNTS[people_count].name);
        people_count++;
        return;
    }
    struct expected_person *person = &people[people_count == 0 ? 0 : people_count - 1];
    if (strcmp(word, "itself") == 0) {
        person->itself = rights_in(line + rest);
        return;
    }
    for (int f = 0; f < TOWN_FAMILIES; f++)
        if (strcmp(word, TOWN_FAMILY[f]) == 0) {
            person->on[f] = rights_in(line + rest);
            return;
        }
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (strcmp(word, kinds[i].word) == 0) {
            struct expected_line *at = &kinds[i].lines->at[kinds[i].lines->count++];
            assert_true(kinds[i].lines->count <= LINES_MOST);
            assert_true(sscanf(line + rest, "%59s %399[^\n]", at->route, at->words) >= 1);
            return;
        }
    fail_msg("routes.expected: '%s' is not understood", word);
}

static void read_expected(void)
{
    char path[500], line[1000];
    snprintf(path, sizeof path, "%s/tests/outside/routes.expected", getenv("HEARTH_SOURCE") == NULL ? "." : getenv("HEARTH_SOURCE"));
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    while (fgets(line, sizeof line, file) != NULL)
        read_line(line);
    fclose(file);
    assert_int_equal(people_count, TOWN_PEOPLE);
}

/* The n-th line about a route; NULL: none. */
static const char *line_of(const struct expected_lines *lines, const char *route, int n)
{
    for (int i = 0; i < lines->count; i++)
        if (strcmp(lines->at[i].route, route) == 0 && n-- == 0)
            return lines->at[i].words;
    return NULL;
}

/* ---- asking ---- */

/* In a family's place: an account, in addresses of a person. */
enum { WORKER = TOWN_FAMILIES };

struct visit {
    const struct town *town;
    const struct expected_person *person; /* NULL: nobody is signed in */
    struct browser browser;
    int64_t asked, refused;
    char wrong[20000];
    size_t wrong_len;
};

__attribute__((format(printf, 2, 3))) static void say(struct visit *visit, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    size_t room = sizeof visit->wrong - visit->wrong_len;
    if (room > 400) {
        visit->wrong_len += (size_t)snprintf(visit->wrong + visit->wrong_len, room, "%s: ", visit->person == NULL ? "nobody" : visit->person->name);
        visit->wrong_len += (size_t)vsnprintf(visit->wrong + visit->wrong_len, sizeof visit->wrong - visit->wrong_len, format, arguments);
        if (visit->wrong_len >= sizeof visit->wrong)
            visit->wrong_len = sizeof visit->wrong - 1;
    }
    va_end(arguments);
}

/* No name of a family this person may not know stands in the answer. Where a page or an act's form may say names (`names`), a restricted
 * family's do not. */
static void check_names(struct visit *visit, const struct route *route, const char *path)
{
    const char *form = strstr(path, "/do/");
    const char *duty_shows = line_of(&lines_names, form == NULL ? route->name : form + 1, 0);
    bool may_name = duty_shows != NULL && visit->person != NULL && (visit->person->itself & rights_in(duty_shows)) != 0;
    for (int f = 0; f < TOWN_FAMILIES; f++) {
        if ((visit->person != NULL && rights_have(visit->person->on[f], KNOW_CHILD)) || (may_name && f != RESTRICTED))
            continue;
        for (size_t i = 0; i < sizeof TOWN_NAMES[0] / sizeof TOWN_NAMES[0][0]; i++)
            if (strstr(visit->browser.heard, TOWN_NAMES[f][i]) != NULL)
                say(visit, "%s shows '%s'\n", path, TOWN_NAMES[f][i]);
    }
}

/* What permission alone says: 0 open, 303 sign in first, 403, 404. */
static int refused_by(const struct visit *visit, const struct route *route, const struct act_kind *kind, int family)
{
    const struct expected_person *person = visit->person;
    const char *asks = line_of(&lines_asks, route->name, 0);
    enum permission permission = route->may.permission;
    Rights on;
    if (route->may.who == WHO_ANYONE)
        return 0;
    if (person == NULL)
        return 303;
    on = family < 0 || family == WORKER ? 0 : person->on[family];
    switch (route->may.who) {
    case WHO_SIGNED_IN: return 0;
    case WHO_SEAT: return 303; /* nobody here holds a seat, and no account is one */
    case WHO_DUTY: return rights_have(person->itself, permission) ? 0 : 403;
    case WHO_ACT:
        if (kind->may >= SIGN_IN && kind->on != ON_ORGANISATION && !rights_have(person->itself, kind->may) && rights_have(person->itself, READ_OWN_PAGES))
            return 404; /* what others do to a family by their duty is not there for the family itself */
        if (kind->on == ON_PERSON && kind->may >= SIGN_IN) /* what a duty does to a person, it does to somebody with an account */
            return !rights_have(person->itself, kind->may) ? 403 : family == WORKER ? 0 : 404;
        if (kind->may >= SIGN_IN || kind->on == ON_ORGANISATION)
            return rights_have(person->itself, kind->may) ? 0 : 403;
        permission = kind->may;
        break;
    case WHO_HANDLER:
        if (asks != NULL && family < 0)
            return (person->itself & rights_in(asks)) != 0 ? 0 : 403;
        if (rights_have(on, KNOW_CHILD) && (on & rights_in(asks == NULL ? "KNOW_CHILD" : asks)) != 0)
            return 0;
        return !rights_have(on, KNOW_CHILD) || line_of(&lines_hides, route->name, 0) != NULL ? 404 : 403;
    case WHO_CHILD:
    case WHO_FAMILY:
    case WHO_ANYONE:
    case WHO_NONE: break;
    }
    return !rights_have(on, KNOW_CHILD) ? 404 : rights_have(on, permission) ? 0 : 403;
}

static bool post_was_taken(int status) { return status == 200 || status == 303 || status == 409 || status == 422; }

static void ask_get(struct visit *visit, const struct route *route, const char *path, int refused)
{
    const char *answers = line_of(&lines_answers, route->name, 0);
    if (answers == NULL && visit->person != NULL)
        answers = line_of(&lines_signed_in, route->name, 0);
    int expected = refused != 0 ? refused : answers != NULL ? atoi(answers) : 200, status = browse(&visit->browser, "GET", path, NULL);
    visit->asked++;
    visit->refused += route->may.who != WHO_ANYONE && (expected == 403 || expected == 404); /* a room that isn't open, too */
    if (status != expected)
        say(visit, "GET %s is %d, expected %d\n", path, status, expected);
    check_names(visit, route, path);
}

/* Without the proof nothing is done, whoever asks. */
static void ask_post_without_proof(struct visit *visit, const struct route *route, const char *path, int refused)
{
    bool asks_itself = route->may.who == WHO_HANDLER; /* after the form was read */
    int expected = refused != 0 && (!asks_itself || refused == 303) ? refused : 403, status = browse(&visit->browser, "POST", path, "a=b");
    visit->asked++;
    visit->refused += !asks_itself && (refused == 403 || refused == 404);
    if (status != expected)
        say(visit, "POST %s without proof is %d, expected %d\n", path, status, expected);
    check_names(visit, route, path);
}

static void ask_post(struct visit *visit, const struct route *route, const struct act_kind *kind, const char *path, int refused)
{
    for (int n = 0; n == 0 || line_of(&lines_sends, route->name, n) != NULL; n++) {
        const char *sends = line_of(&lines_sends, route->name, n), *answers = line_of(&lines_answers, route->name, 0);
        Arena *arena = arena_new(0);
        Out body = out_new(arena);
        out_string(&body, "csrf=");
        out_string(&body, visit->browser.csrf);
        out_char(&body, '&');
        out_string(&body, sends == NULL ? "" : sends);
        if (kind != NULL) /* an act that would be done for one person would change what the next may do */
            nonsense_fields(&body, "", kind->fields, kind->field_count, NULL, 0);
        int status = browse_with(&visit->browser, "POST", path, "", body.at, body.len);
        arena_free(arena);
        visit->asked++;
        visit->refused += refused == 403 || refused == 404;
        if (refused != 0 ? status != refused : answers != NULL ? status != atoi(answers) : !post_was_taken(status))
            say(visit, "POST %s is %d, expected %d\n", path, status, refused);
        check_names(visit, route, path);
    }
}

/* ---- addresses ---- */

/* The number an address has for a family's things; 0: the pattern names no such thing. */
static int64_t number_of(const struct visit *visit, const char *id, size_t len, int family)
{
    const struct town *town = visit->town;
    if (family == WORKER)
        return len == 6 && memcmp("person", id, 6) == 0 ? town->people[0].n : 0;
    const struct {
        const char *name;
        int64_t n;
    } numbers[] = {{"family", town->families[family].family.n}, {"child", town->families[family].children[0].n},
                   {"conference", town->conferences[family].n}, {"plan", town->plans[family].n}, {"visit", town->visits[family].n},
                   {"meeting", town->meetings[family].n}, {"person", town->adults[family].n},
                   {"document", town->files[family].n}};
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
        if (strlen(numbers[i].name) == len && memcmp(numbers[i].name, id, len) == 0)
            return numbers[i].n;
    return 0;
}

/* Writes the pattern with a family's numbers plus `off`. False: an id that routes.expected says nothing of. */
static bool path_of(struct visit *visit, const struct route *route, const char *act, int family, int64_t off, char *into, size_t room)
{
    size_t len = 0;
    int asked = 0; /* words of the address so far: each has a line of its own */
    for (const char *at = route->pattern; *at != '\0';) {
        if (*at != ':') {
            into[len++] = *at++;
            continue;
        }
        size_t id = strcspn(++at, "/");
        int64_t number = number_of(visit, at, id, family);
        const char *word = number != 0 ? NULL : act != NULL && strncmp(at, "act", id) == 0 ? act : line_of(&lines_word, route->name, asked++);
        if (number == 0 && word == NULL) {
            say(visit, "%s: say in routes.expected what stands for ':%.*s'\n", route->pattern, (int)id, at);
            return false;
        }
        len += (size_t)(number != 0 ? snprintf(into + len, room - len, "%lld", (long long)(number + off)) : snprintf(into + len, room - len, "%s", word));
        at += id;
    }
    into[len] = '\0';
    return true;
}

/* The family's things have numbers in this address. */
static bool is_of_family(const struct route *route)
{
    static const char *const things[] = {":family", ":child", ":conference", ":plan", ":visit", ":meeting", ":person", ":document"};
    for (size_t i = 0; i < sizeof things / sizeof things[0]; i++)
        if (strstr(route->pattern, things[i]) != NULL)
            return true;
    return false;
}

static bool act_fits(const struct route *route, const struct act_kind *kind)
{
    static const char *const on[ON_COUNT] = {[ON_ORGANISATION] = "/do/", [ON_FAMILY] = "/family/:family/do/", [ON_CHILD] = "/child/:child/do/",
                                             [ON_CONFERENCE] = "/conference/:conference/do/", [ON_PLAN] = "/plan/:plan/do/",
                                             [ON_PERSON] = "/person/:person/do/"};
    return on[kind->on] != NULL && strncmp(route->pattern, on[kind->on], strlen(on[kind->on])) == 0;
}

enum part { READING, WRITING };

/* One address for one family (-1: it has none of a family's numbers). */
static void ask_one(struct visit *visit, const struct route *route, const struct act_kind *kind, int family, enum part part)
{
    char path[600];
    int refused = refused_by(visit, route, kind, family);
    if (!path_of(visit, route, kind == NULL ? NULL : kind->address, family < 0 ? 0 : family, 0, path, sizeof path))
        return;
    if (part == WRITING) {
        if (route->method == METHOD_POST && visit->person != NULL)
            ask_post(visit, route, kind, path, refused);
        return;
    }
    if (route->method == METHOD_GET)
        ask_get(visit, route, path, refused);
    else
        ask_post_without_proof(visit, route, path, refused);
    /* A number that nobody has. */
    if (family == OWN && visit->person != NULL && path_of(visit, route, kind == NULL ? NULL : kind->address, family, 3, path, sizeof path)) {
        bool by_duty = route->may.who == WHO_ACT && (kind->may >= SIGN_IN || kind->on == ON_ORGANISATION);
        int expected = by_duty && refused == 403 ? 403 : 404;
        if (route->method == METHOD_GET)
            ask_get(visit, route, path, expected);
        else
            ask_post_without_proof(visit, route, path, expected);
    }
}

static void ask_families(struct visit *visit, const struct route *route, const struct act_kind *kind, enum part part)
{
    if (!is_of_family(route))
        ask_one(visit, route, kind, -1, part);
    for (int f = 0; is_of_family(route) && f < TOWN_FAMILIES; f++)
        ask_one(visit, route, kind, f, part);
    if (kind != NULL && kind->on == ON_PERSON)
        ask_one(visit, route, kind, WORKER, part);
}

static void ask_all(struct visit *visit, enum part part)
{
    for (size_t r = 0; r < ROUTE_COUNT; r++) {
        const struct route *route = &ROUTES[r];
        if (line_of(&lines_ends, route->name, 0) != NULL)
            continue;
        if (route->may.who != WHO_ACT)
            ask_families(visit, route, NULL, part);
        for (size_t k = 0; route->may.who == WHO_ACT && k < ACT_KIND_COUNT; k++)
            if (act_fits(route, ACT_KINDS[k]))
                ask_families(visit, route, ACT_KINDS[k], part);
    }
}

/* An act asked of the wrong kind of thing is no address. */
static void ask_misplaced(struct visit *visit)
{
    for (size_t r = 0; r < ROUTE_COUNT; r++) {
        char path[600];
        size_t k = 0;
        if (ROUTES[r].may.who != WHO_ACT || ROUTES[r].method != METHOD_GET)
            continue;
        while (k < ACT_KIND_COUNT && act_fits(&ROUTES[r], ACT_KINDS[k]))
            k++;
        if (k < ACT_KIND_COUNT && path_of(visit, &ROUTES[r], ACT_KINDS[k]->address, OWN, 0, path, sizeof path))
            ask_get(visit, &ROUTES[r], path, visit->person == NULL ? 303 : 404);
        if (path_of(visit, &ROUTES[r], "no-such-act", OWN, 0, path, sizeof path))
            ask_get(visit, &ROUTES[r], path, visit->person == NULL ? 303 : 404);
    }
}

/* After each way of leaving, the person is nobody. */
static void leave(struct visit *visit, int which)
{
    const struct expected_line *ends = &lines_ends.at[which % lines_ends.count];
    for (size_t r = 0; r < ROUTE_COUNT; r++) {
        char body[200];
        if (strcmp(ROUTES[r].name, ends->route) != 0)
            continue;
        snprintf(body, sizeof body, "csrf=%s", visit->browser.csrf);
        if (browse(&visit->browser, ROUTES[r].method == METHOD_GET ? "GET" : "POST", ROUTES[r].pattern, ROUTES[r].method == METHOD_GET ? NULL : body) != 303)
            say(visit, "%s does not lead away\n", ROUTES[r].pattern);
        if (browse(&visit->browser, "GET", "/session", NULL) != 303)
            say(visit, "%s does not sign out\n", ROUTES[r].pattern);
    }
}

/* ---- all of them ---- */

static pthread_barrier_t all_have_read;

static void *visit_all(void *of)
{
    struct visit *visit = of;
    if (visit->person != NULL && !browser_sign_in(&visit->browser, visit->person->name, TOWN_PASSWORD))
        say(visit, "can't sign in: %.300s\n", visit->browser.heard);
    ask_all(visit, READING);
    ask_misplaced(visit);
    pthread_barrier_wait(&all_have_read);
    ask_all(visit, WRITING);
    if (visit->person != NULL)
        leave(visit, (int)(visit->person - people));
    return NULL;
}

/* Refused looks of each person, as the record has them. */
static void count_refused(const struct town *town, int64_t *counts)
{
    Store *store;
    Read *read;
    struct looks looks;
    int64_t after = INT64_MIN;
    must(store_open(town->world.where, &store));
    do {
        Arena *arena = arena_new(0);
        must(store_read_begin(store, arena, WORLD_AUTHORITY, PERSON_SYSTEM, WORLD_DAY, &read));
        must(look_after(read, after, &looks));
        for (size_t i = 0; i < looks.count; i++) {
            after = looks.at[i].number;
            for (int p = 0; p < TOWN_PEOPLE; p++)
                counts[p] += looks.at[i].refused && looks.at[i].actor.n == town->people[p].n;
        }
        store_read_end(read);
        arena_free(arena);
    } while (looks.count > 0);
    store_close(store);
}

static void test_every_route(void **state)
{
    static struct town town;
    static struct visit visits[TOWN_PEOPLE + 1];
    pthread_t threads[TOWN_PEOPLE + 1];
    int64_t asked = 0, refused[TOWN_PEOPLE] = {0};
    bool wrong = false;
    (void)state;
    read_expected();
    town_make(&town);
    struct serving serving = serving_start(town.world.where);
    pthread_barrier_init(&all_have_read, NULL, TOWN_PEOPLE + 1);
    for (int p = 0; p <= TOWN_PEOPLE; p++) {
        visits[p] = (struct visit){.town = &town, .person = p < TOWN_PEOPLE ? &people[p] : NULL};
        browser_open(&visits[p].browser, serving.port);
        assert_int_equal(pthread_create(&threads[p], NULL, visit_all, &visits[p]), 0);
    }
    for (int p = 0; p <= TOWN_PEOPLE; p++) {
        pthread_join(threads[p], NULL);
        browser_close(&visits[p].browser);
        fputs(visits[p].wrong, stderr);
        wrong |= visits[p].wrong_len > 0;
        asked += visits[p].asked;
    }
    pthread_barrier_destroy(&all_have_read);
    assert_int_equal(serving_stop(&serving), 0);
    count_refused(&town, refused);
    for (int p = 0; p < TOWN_PEOPLE; p++)
        if (refused[p] != visits[p].refused) {
            print_error("%s: %lld refusals are looks, of %lld\n", people[p].name, (long long)refused[p], (long long)visits[p].refused);
            wrong = true;
        }
    print_message("%lld requests\n", (long long)asked);
    town_end(&town);
    assert_false(wrong);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_route)};
    return cmocka_run_group_tests_name("routes", tests, NULL, NULL);
}
