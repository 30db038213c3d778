/* A file over real HTTP: sent with a form, read back by who may, nothing for anybody else; and the program killed while a file arrives: no half file is
 * named in the record, and none stays in the folder. SA-02 */
#include "town.h"

#include <dirent.h>

#include "serving.h"
#include "store/attached_file_sql.h"

#define BOUNDARY "----XyZ"
#define TYPE "Content-Type: multipart/form-data; boundary=" BOUNDARY "\r\n"

static struct town town;
static struct serving serving;
static struct browser browser;
static char address[100];

static int set_up(void **state)
{
    (void)state;
    town_make(&town);
    serving = serving_start(town.world.where);
    browser_open(&browser, serving.port);
    snprintf(address, sizeof address, "/family/%lld/do/police-notification", (long long)town.families[OWN].family.n);
    assert_true(browser_sign_in(&browser, "social.worker", TOWN_PASSWORD));
    return 0;
}

static int take_down(void **state)
{
    (void)state;
    browser_close(&browser);
    town_end(&town);
    return 0;
}

static void add_words(Out *body, const char *name, const char *value)
{
    out_text(body, text_format(body->arena, "--" BOUNDARY "\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n", name, value));
}

/* The whole form, with a file of that many bytes. */
static Text form_of(Arena *arena, size_t size)
{
    Out body = out_new(arena);
    char child[30];
    snprintf(child, sizeof child, "%lld", (long long)town.families[OWN].children[0].n);
    add_words(&body, "csrf", browser.csrf);
    add_words(&body, "children", child);
    add_words(&body, "force_name", "Vale Police");
    add_words(&body, "reference", "VP-1");
    add_words(&body, "received_on-day", "14");
    add_words(&body, "received_on-month", "4");
    add_words(&body, "received_on-year", "2026");
    add_words(&body, "words", "Officers attended.");
    add_words(&body, "plain", "The police told us.");
    out_string(&body, "--" BOUNDARY "\r\nContent-Disposition: form-data; name=\"report\"; filename=\"merlin.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4\n");
    for (size_t i = 0; i < size; i++)
        out_char(&body, (char)(i % 251));
    out_string(&body, "\r\n--" BOUNDARY "--\r\n");
    return out_all(&body);
}

static int send_whole(Text body)
{
    char headers[300];
    snprintf(headers, sizeof headers, TYPE "Content-Length: %zu\r\n\r\n", body.len); /* the head ends here; what the harness adds is read as the body's beginning */
    char head[2000];
    int len = snprintf(head, sizeof head, "POST %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: %s\r\n%s", address, browser.cookie, headers);
    int at = connected(browser.port);
    send(at, head, (size_t)len, MSG_NOSIGNAL);
    for (size_t sent = 0; sent < body.len;) {
        ssize_t now = send(at, body.at + sent, body.len - sent, MSG_NOSIGNAL);
        if (now <= 0)
            break;
        sent += (size_t)now;
    }
    browser.heard_len = heard(at, browser.heard, BROWSER_ROOM, 60000);
    close(at);
    return status_of(browser.heard);
}

/* Files in the folder and those that arrive. */
static int files_in(const char *under)
{
    char path[500];
    int count = 0;
    snprintf(path, sizeof path, "%s/blobs/%s", town.world.where, under);
    DIR *at = opendir(path);
    assert_non_null(at);
    for (struct dirent *entry = readdir(at); entry != NULL; entry = readdir(at))
        count += strlen(entry->d_name) == 2 * BLOB_NAME;
    closedir(at);
    return count;
}

static void sa_02_sent_and_read_over_http(void **state)
{
    static const char *const others[] = {"school", "police", "conference.admin", "parent", "young.person", "advocate", "administrator", "data.officer"};
    (void)state;
    enum { SIZE = 300000 };
    Arena *arena = arena_new(64 * 1024 * 1024);
    char path[100], documents[100];
    assert_int_equal(send_whole(form_of(arena, SIZE)), 303);
    snprintf(documents, sizeof documents, "/family/%lld/documents", (long long)town.families[OWN].family.n);
    assert_int_equal(browse(&browser, "GET", documents, NULL), 200);
    const char *at = strstr(browser.heard, "href=\"/file/");
    assert_non_null(at);
    snprintf(path, sizeof path, "%.*s", (int)strcspn(at + 6, "\""), at + 6);
    assert_int_equal(browse(&browser, "GET", path, NULL), 200);
    const char *bytes = body_of(browser.heard);
    size_t head = (size_t)(bytes - browser.heard);
    assert_int_equal(browser.heard_len - head, SIZE + 9);
    assert_memory_equal(bytes, "%PDF-1.4\n", 9);
    for (size_t i = 0; i < SIZE; i++)
        assert_int_equal((unsigned char)bytes[9 + i], i % 251);
    assert_string_equal(header_of(browser.heard, "Content-Type"), "application/pdf");
    assert_non_null(strstr(browser.heard, "\r\nContent-Disposition: attachment; filename=\"merlin.pdf\""));
    assert_non_null(strstr(browser.heard, "\r\nContent-Security-Policy: sandbox;"));
    assert_string_equal(header_of(browser.heard, "X-Content-Type-Options"), "nosniff");
    assert_string_equal(header_of(browser.heard, "Cache-Control"), "no-store");
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        struct browser other;
        browser_open(&other, serving.port);
        assert_true(browser_sign_in(&other, others[i], TOWN_PASSWORD) || other.cookie[0] != '\0');
        if (browse(&other, "GET", path, NULL) != 404)
            fail_msg("%s is answered %d", others[i], status_of(other.heard));
        browser_close(&other);
    }
    arena_free(arena);
    assert_int_equal(serving_stop(&serving), 0);
}

/* What the record names after a kill, and whether `hearth verify` finds all of it. */
static int64_t named_and_whole(void)
{
    Store *store;
    Read *read;
    struct attached_files_after_rows rows;
    char line[600];
    Arena *arena = arena_new(0);
    must(store_open(town.world.where, &store));
    must(store_read_begin(store, arena, WORLD_AUTHORITY, PERSON_SYSTEM, WORLD_DAY, &read));
    must(attached_files_after(read, 0, &rows));
    int64_t count = (int64_t)rows.count;
    store_read_end(read);
    store_close(store);
    arena_free(arena);
    snprintf(line, sizeof line, "HEARTH_DATA='%s' '%s/hearth' verify | grep -q '^Files: %lld, each as it was attached'", town.world.where, build_folder(), (long long)count);
    assert_int_equal(system(line), 0);
    return count;
}

static void sa_02_killed_while_a_file_arrives(void **state)
{
    (void)state;
    Arena *arena = arena_new(64 * 1024 * 1024);
    Text body = form_of(arena, 4000000);
    char head[2000];
    int len = snprintf(head, sizeof head, "POST %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: %s\r\n" TYPE "Content-Length: %zu\r\n\r\n",
                       address, browser.cookie, body.len);
    int at = connected(browser.port);
    send(at, head, (size_t)len, MSG_NOSIGNAL);
    for (size_t sent = 0; sent < body.len / 2;)
        sent += (size_t)send(at, body.at + sent, body.len / 2 - sent, MSG_NOSIGNAL);
    for (int tries = 0; tries < 500 && files_in("tmp") == 0; tries++)
        nanosleep(&(struct timespec){0, 10000000}, NULL);
    assert_int_equal(files_in("tmp"), 1);
    kill(serving.pid, SIGKILL);
    waitpid(serving.pid, NULL, 0);
    close(at);
    assert_int_equal(files_in(""), TOWN_FAMILIES);
    assert_int_equal(named_and_whole(), TOWN_FAMILIES);
    /* A day later the next start takes away what never arrived. */
    char line[1000];
    snprintf(line, sizeof line, "touch -d '2 days ago' '%s'/blobs/tmp/* '%s'/blobs/*", town.world.where, town.world.where);
    assert_int_equal(system(line), 0);
    unlink(serving.log); /* it says on which port the first start served */
    serving = serving_start(town.world.where);
    assert_int_equal(files_in("tmp"), 0);
    assert_int_equal(files_in(""), TOWN_FAMILIES);
    assert_int_equal(serving_stop(&serving), 0);
    /* And one that was changed on the disk is named by verify. */
    snprintf(line, sizeof line, "for f in '%s'/blobs/*; do [ -f \"$f\" ] && printf x >>\"$f\"; done; HEARTH_DATA='%s' '%s/hearth' verify >/dev/null", town.world.where,
             town.world.where, build_folder());
    int status = system(line);
    assert_int_equal(WEXITSTATUS(status), 1);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test_setup_teardown(sa_02_sent_and_read_over_http, set_up, take_down),
                                       cmocka_unit_test_setup_teardown(sa_02_killed_while_a_file_arrives, set_up, take_down)};
    return cmocka_run_group_tests_name("files", tests, NULL, NULL);
}
