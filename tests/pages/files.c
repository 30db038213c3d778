/* A file with a form: sealed, kept while the form is mended or somebody signs in again, named in the record once it is taken, read by who may. SA-02 */
#include "asking.h"

#include <dirent.h>

#include "store/blob.h"

#define BOUNDARY "XyZboundary"
#define ADDRESS "/family/%lld/do/police-notification"

/* A form being written as a browser sends it. */
struct parts {
    struct asking *asking;
    char folder[100], address[100];
    Out body;
};

/* What an answer was, with the bytes of a file. */
struct told {
    int status;
    Text body, location, disposition, type;
    bool broken_off;
};

static struct told sent(struct parts *parts, const char *method, const char *target, Text content_type, Text body, Instant now, Text from)
{
    struct asking *asking = parts->asking;
    clock_set_for_tests(now);
    struct incoming incoming = {.method = method, .target = target, .length = body.at == NULL ? -1 : (int64_t)body.len, .peer = T("192.0.2.7")};
    incoming.headers = (struct request_headers){.cookie = text_of(asking->cookie), .host = T("localhost"), .content_type = content_type, .fetch_site = from};
    struct answer *answer = answer_begin(&asking->site, &incoming);
    for (size_t at = 0; !answer->decided && at < body.len; at += 1000)
        assert_true(answer_body(answer, body.at + at, body.len - at < 1000 ? body.len - at : 1000));
    answer_finish(answer);
    struct told told = {.status = answer->response.status, .type = answer->response.content_type};
    Out out = out_new(asking->arena);
    out_text(&out, out_all(&answer->response.body));
    while (answer->response.stream.next != NULL) {
        Text bytes;
        told.broken_off = answer->response.stream.next(answer->response.stream.of, &bytes).kind != OK;
        if (told.broken_off || bytes.len == 0)
            break;
        out_text(&out, bytes);
    }
    told.body = out_all(&out);
    for (size_t i = 0; i < answer->response.header_count; i++) {
        Text value = text_copy(asking->arena, answer->response.headers[i].value);
        if (strcmp(answer->response.headers[i].name, "Location") == 0)
            told.location = value;
        if (strcmp(answer->response.headers[i].name, "Content-Disposition") == 0)
            told.disposition = value;
    }
    answer_end(answer);
    clock_set_for_tests(INSTANT_NONE);
    return told;
}

static struct told got(struct parts *parts, const char *target)
{
    return sent(parts, "GET", target, TEXT_NONE, TEXT_NONE, WORLD_DAY, TEXT_NONE);
}

static void begin_form(struct parts *parts) { parts->body = out_new(parts->asking->arena); }

static void add_words(struct parts *parts, const char *name, const char *value)
{
    out_text(&parts->body, text_format(parts->asking->arena, "--" BOUNDARY "\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n", name, value));
}

static void add_file(struct parts *parts, const char *name, const char *file, Text bytes)
{
    out_text(&parts->body, text_format(parts->asking->arena, "--" BOUNDARY "\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
                                       "Content-Type: text/html\r\n\r\n", name, file));
    out_text(&parts->body, bytes);
    out_string(&parts->body, "\r\n");
}

static struct told send_form_at(struct parts *parts, Instant now, Text from)
{
    out_string(&parts->body, "--" BOUNDARY "--\r\n");
    return sent(parts, "POST", parts->address, T("multipart/form-data; boundary=" BOUNDARY), out_all(&parts->body), now, from);
}

static struct told send_form(struct parts *parts) { return send_form_at(parts, WORLD_DAY, TEXT_NONE); }

/* The value of the first input of that name. */
static char *input(struct parts *parts, Text page, const char *name)
{
    const char *before = text_string(parts->asking->arena, text_format(parts->asking->arena, "name=\"%s\" value=\"", name));
    const char *at = strstr(text_string(parts->asking->arena, page), before);
    if (at == NULL)
        return NULL;
    at += strlen(before);
    return text_string(parts->asking->arena, (Text){at, strcspn(at, "\"")});
}

/* The form's page anew, and its proof as the first part. */
static void open_form(struct parts *parts)
{
    struct told page = got(parts, parts->address);
    assert_int_equal(page.status, 200);
    HAS(page, "enctype=\"multipart/form-data\"");
    begin_form(parts);
    add_words(parts, "csrf", input(parts, page.body, "csrf"));
    add_words(parts, "once", input(parts, page.body, "once"));
}

/* All that must be answered but the words themselves. */
static void fill_most(struct parts *parts)
{
    char child[30];
    snprintf(child, sizeof child, "%lld", (long long)parts->asking->hazel.children[0].n);
    add_words(parts, "children", child);
    add_words(parts, "force_name", "Metropolitan Police");
    add_words(parts, "reference", "Merlin 4711");
    add_words(parts, "received_on-day", "1");
    add_words(parts, "received_on-month", "3");
    add_words(parts, "received_on-year", "2026");
    add_words(parts, "plain", "The police were called and told us.");
}

static void fill(struct parts *parts)
{
    fill_most(parts);
    add_words(parts, "words", "Officers attended at 23:40.");
}

/* How many sealed files there are, with those that are arriving. */
static int sealed(const struct parts *parts)
{
    static const char *const under[] = {"", "/tmp"};
    char path[200];
    int count = 0;
    for (int i = 0; i < 2; i++) {
        snprintf(path, sizeof path, "%s/blobs%s", parts->folder, under[i]);
        DIR *at = opendir(path);
        assert_non_null(at);
        for (struct dirent *entry = readdir(at); entry != NULL; entry = readdir(at))
            count += strlen(entry->d_name) == 2 * BLOB_NAME;
        closedir(at);
    }
    return count;
}

static int start(void **state)
{
    struct parts *parts = calloc(1, sizeof *parts);
    void *asking;
    start_asking(&asking);
    parts->asking = asking;
    snprintf(parts->folder, sizeof parts->folder, "/tmp/hearth-files-XXXXXX");
    assert_non_null(mkdtemp(parts->folder));
    char blobs[200], key[200];
    snprintf(blobs, sizeof blobs, "%s/blobs", parts->folder);
    snprintf(key, sizeof key, "%s/key", parts->folder);
    must(blobs_open(blobs, key, true, true, &parts->asking->site.blobs));
    snprintf(parts->address, sizeof parts->address, ADDRESS, (long long)parts->asking->hazel.family.n);
    sign_in_as(parts->asking, parts->asking->setting.worker);
    *state = parts;
    return 0;
}

static int stop(void **state)
{
    struct parts *parts = *state;
    char line[200];
    blobs_close(parts->asking->site.blobs);
    snprintf(line, sizeof line, "rm -rf '%s'", parts->folder);
    assert_int_equal(system(line), 0);
    void *asking = parts->asking;
    free(parts);
    return stop_asking(&asking);
}

/* A PDF longer than a chunk, with every byte in it. */
static Text pdf(Arena *arena)
{
    Out out = out_new(arena);
    out_string(&out, "%PDF-1.4\n");
    for (int i = 0; i < 100000; i++)
        out_char(&out, (char)(i * 7 + i / 256));
    return out_all(&out);
}

static char *file_address(struct parts *parts)
{
    char path[100];
    snprintf(path, sizeof path, "/family/%lld/documents", (long long)parts->asking->hazel.family.n);
    char *page = text_string(parts->asking->arena, got(parts, path).body), *at = strstr(page, "href=\"/file/");
    assert_non_null(at);
    return text_string(parts->asking->arena, (Text){at + 6, strcspn(at + 6, "\"")});
}

static void test_attached_and_read(void **state)
{
    struct parts *parts = *state;
    struct asking *asking = parts->asking;
    Text bytes = pdf(asking->arena);
    open_form(parts);
    fill(parts);
    add_file(parts, "report", "C:\\papers\\Merlin – \xc5\x81\xc3\xb3\x64\xc5\xba.pdf", bytes);
    struct told told = send_form(parts);
    assert_int_equal(told.status, 303);
    assert_int_equal(sealed(parts), 1);
    char *path = file_address(parts), documents[100];
    snprintf(documents, sizeof documents, "/family/%lld/documents", (long long)asking->hazel.family.n);
    told = got(parts, documents);
    HAS(told, "Merlin – \xc5\x81\xc3\xb3\x64\xc5\xba.pdf</a>");
    HAS(told, "PDF, 100 kB");
    HAS(told, "Notification Merlin 4711 from Metropolitan Police, received on 1 March 2026"); /* the act's own line */
    told = got(parts, path);
    assert_int_equal(told.status, 200);
    assert_true(text_equal(told.body, bytes));
    assert_true(text_equal(told.type, T("application/pdf")));
    assert_true(text_begins(told.disposition, T("attachment; filename=\"Merlin-")));
    assert_true(text_contains(told.disposition, T("filename*=UTF-8''Merlin%20%E2%80%93%20%C5%81%C3%B3d%C5%BA.pdf")));
    told = got(parts, parts->address); /* a new form begins without it */
    LACKS(told, "is attached");
    /* Who may not read the record of the child it is about doesn't learn that it is there. */
    PersonId others[] = {asking->other_worker, asking->partner, asking->administrator, asking->data_officer};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        sign_in_as(asking, others[i]);
        assert_int_equal(got(parts, path).status, 404);
    }
}

static void test_not_what_was_sealed(void **state)
{
    struct parts *parts = *state;
    open_form(parts);
    fill(parts);
    add_file(parts, "report", "merlin.pdf", pdf(parts->asking->arena));
    assert_int_equal(send_form(parts).status, 303);
    char *path = file_address(parts), line[300];
    snprintf(line, sizeof line, "for f in '%s'/blobs/*; do [ -f \"$f\" ] && printf x | dd of=\"$f\" bs=1 seek=70000 conv=notrunc status=none; done; true", parts->folder);
    assert_int_equal(system(line), 0);
    struct told told = got(parts, path); /* nothing of it leaves, not even its first piece, which is whole */
    assert_int_equal(told.status, 500);
    LACKS(told, "%PDF");
    snprintf(line, sizeof line, "rm -f '%s'/blobs/*[0-9a-f]", parts->folder);
    assert_int_equal(system(line), 0);
    assert_int_equal(got(parts, path).status, 500);
}

/* The form comes back with a mistake: what was typed is there, and the file waits; sent again it need not be chosen again. */
static void test_waits_for_the_form(void **state)
{
    struct parts *parts = *state;
    struct asking *asking = parts->asking;
    open_form(parts);
    fill_most(parts);
    add_file(parts, "report", "merlin.pdf", pdf(asking->arena));
    struct told told = send_form(parts);
    assert_int_equal(told.status, 422);
    HAS(told, "Enter what the notification says");
    HAS(told, "value=\"Merlin 4711\"");
    HAS(told, "merlin.pdf (PDF, 100 kB)</span> is attached");
    LACKS(told, "type=\"file\"");
    char *waits = input(parts, told.body, "report");
    assert_non_null(waits);
    HAS(got(parts, parts->address), "is attached"); /* and when the page is opened again */
    /* It is nobody else's to send. */
    sign_in_as(asking, asking->setting.manager);
    open_form(parts);
    fill(parts);
    add_words(parts, "report", waits);
    told = send_form(parts);
    assert_int_equal(told.status, 422);
    HAS(told, "The file is not kept any more. Choose it again");
    LACKS(told, "merlin.pdf");
    sign_in_as(asking, asking->setting.worker);
    open_form(parts);
    fill(parts);
    add_words(parts, "report", waits);
    assert_int_equal(send_form(parts).status, 303);
    assert_int_equal(got(parts, file_address(parts)).status, 200);
    LACKS(got(parts, parts->address), "is attached");
    assert_int_equal(sealed(parts), 1);
}

static void test_taken_away(void **state)
{
    struct parts *parts = *state;
    open_form(parts);
    add_words(parts, "words", "Officers attended.");
    add_file(parts, "report", "merlin.pdf", pdf(parts->asking->arena));
    char *waits = input(parts, send_form(parts).body, "report");
    assert_non_null(waits);
    open_form(parts);
    add_words(parts, "words", "Officers attended.");
    add_words(parts, "report", waits);
    add_words(parts, "report-remove", "yes");
    struct told told = send_form(parts);
    assert_int_equal(told.status, 200);
    LACKS(told, "merlin.pdf");
    HAS(told, "type=\"file\"");
    HAS(told, "Officers attended.");
    LACKS(told, "There is a problem");
    open_form(parts); /* what was taken away is not there to be sent */
    fill(parts);
    add_words(parts, "report", waits);
    assert_int_equal(send_form(parts).status, 422);
}

/* Each wrong file has its sentence beside the question; all that was typed stays. */
static void test_wrong_files(void **state)
{
    static const struct {
        const char *name;
        Text bytes;
        size_t again; /* how often the bytes stand there */
        const char *says;
    } table[] = {
        {"merlin.pdf", T(""), 1, "The file is empty. Choose another"},
        {"merlin.pdf", T("<html>\0"), 1, "The file must be a PDF, PNG, JPEG or plain text file"},
        {"merlin.pdf", T("MZ\x90\0"), 5000, "The file must be a PDF, PNG, JPEG or plain text file"},
        {"merlin.pdf", T("%PDF-1.4\n\0\0\0\0\0\0\0\0\0\0\0"), 1000000, "The file must be smaller than 20 MB"},
    };
    struct parts *parts = *state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        Arena *kept = parts->asking->arena;
        parts->asking->arena = arena_new(256 * 1024 * 1024);
        Out bytes = out_new(parts->asking->arena);
        for (size_t k = 0; k < table[i].again; k++)
            out_text(&bytes, table[i].bytes);
        open_form(parts);
        fill(parts);
        add_file(parts, "report", table[i].name, out_all(&bytes));
        add_words(parts, "not_to", "");
        struct told told = send_form(parts);
        if (told.status != 422)
            fail_msg("row %zu is %d", i, told.status);
        HAS(told, table[i].says);
        HAS(told, "id=\"report-error\"");
        HAS(told, "Officers attended at 23:40.");
        HAS(told, "value=\"Merlin 4711\"");
        HAS(told, "type=\"file\"");
        assert_int_equal(sealed(parts), 0);
        arena_free(parts->asking->arena);
        parts->asking->arena = kept;
    }
    open_form(parts);
    fill(parts);
    add_file(parts, "report", "one.txt", T("one"));
    add_file(parts, "report", "two.txt", T("two"));
    struct told told = send_form(parts);
    assert_int_equal(told.status, 422);
    HAS(told, "The file must be one file. You chose more than one");
    assert_int_equal(sealed(parts), 0);
}

/* Names are cleaned, whatever they were. */
static void test_names(void **state)
{
    static const struct {
        const char *sent, *shown;
    } table[] = {
        {"a%22b.txt", "a&#34;b.txt"},
        {"a%0D%0ASet-Cookie: x=y.txt", "aSet-Cookie: x=y.txt"},
        {"../../etc/passwd", "passwd"},
        {"..\\..\\boot.ini", "boot.ini"},
        {"/", "file"},
        {"..", ".."},
        {"<script>.txt", "&lt;script&gt;.txt"},
        {"\xe2\x80\xaetxt.exe", "txt.exe"},
        {"\xff\xfe", "file"},
        {"\xe2\x80\x8b", "file"},
    };
    struct parts *parts = *state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        open_form(parts);
        add_file(parts, "report", table[i].sent, T("words"));
        struct told told = send_form(parts);
        char shown[200];
        snprintf(shown, sizeof shown, "<span class=\"strong\">%s (plain text, 5 bytes)", table[i].shown);
        if (told.status != 422 || !text_contains(told.body, text_of(shown)))
            fail_msg("'%s' is not shown as '%s'", table[i].sent, table[i].shown);
    }
}

/* Not a byte is written for a form that is not ours, or of no whole body; nor for an act that asks for no file. */
static void test_not_kept(void **state)
{
    struct parts *parts = *state;
    struct asking *asking = parts->asking;
    Text type = T("multipart/form-data; boundary=" BOUNDARY);
    begin_form(parts);
    add_words(parts, "csrf", "0000000000000000000000000000000000000000000000000000000000000000");
    add_file(parts, "report", "merlin.pdf", pdf(asking->arena));
    assert_int_equal(send_form(parts).status, 403);
    assert_int_equal(sealed(parts), 0);
    open_form(parts);
    Text proof = out_all(&parts->body);
    begin_form(parts); /* the file before its proof */
    add_file(parts, "report", "merlin.pdf", pdf(asking->arena));
    out_text(&parts->body, proof);
    fill(parts);
    struct told told = send_form(parts);
    assert_int_equal(told.status, 422);
    HAS(told, "The file was not kept, because the page was opened too long ago");
    assert_int_equal(sealed(parts), 0);
    open_form(parts); /* another site's page sends it */
    add_file(parts, "report", "merlin.pdf", pdf(asking->arena));
    assert_int_equal(send_form_at(parts, WORLD_DAY, T("cross-site")).status, 403);
    assert_int_equal(sealed(parts), 0);
    open_form(parts); /* its end is missing */
    fill(parts);
    add_file(parts, "report", "merlin.pdf", pdf(asking->arena));
    assert_int_equal(sent(parts, "POST", parts->address, type, out_all(&parts->body), WORLD_DAY, TEXT_NONE).status, 400);
    assert_int_equal(sealed(parts), 0);
    open_form(parts); /* words past the limit of words */
    for (int i = 0; i < 300; i++) {
        char words[1001];
        memset(words, 'x', 1000);
        words[1000] = '\0';
        add_words(parts, "words", words);
    }
    add_file(parts, "report", "merlin.pdf", pdf(asking->arena));
    assert_int_equal(send_form(parts).status, 413);
    assert_int_equal(sealed(parts), 0);
    char path[100];
    snprintf(path, sizeof path, "/family/%lld/do/disclosure", (long long)asking->hazel.family.n);
    open_form(parts);
    out_string(&parts->body, "--" BOUNDARY "--\r\n");
    assert_int_equal(sent(parts, "POST", "/draft", type, out_all(&parts->body), WORLD_DAY, TEXT_NONE).status, 415);
    struct incoming incoming = {.method = "POST", .target = parts->address, .length = UPLOAD_BODY + 1, .peer = T("192.0.2.7")};
    incoming.headers = (struct request_headers){.cookie = text_of(asking->cookie), .host = T("localhost"), .content_type = type};
    struct answer *answer = answer_begin(&asking->site, &incoming);
    assert_true(answer->decided);
    assert_int_equal(answer->response.status, 413);
    answer_end(answer);
}

/* The body breaks off in the middle of the file: nothing of it stays. */
static void test_broken_off(void **state)
{
    struct parts *parts = *state;
    open_form(parts);
    fill(parts);
    add_file(parts, "report", "merlin.pdf", pdf(parts->asking->arena));
    Text body = out_all(&parts->body);
    struct incoming incoming = {.method = "POST", .target = parts->address, .length = (int64_t)body.len + 100, .peer = T("192.0.2.7")};
    incoming.headers = (struct request_headers){.cookie = text_of(parts->asking->cookie), .host = T("localhost"),
                                                .content_type = T("multipart/form-data; boundary=" BOUNDARY)};
    clock_set_for_tests(WORLD_DAY);
    struct answer *answer = answer_begin(&parts->asking->site, &incoming);
    assert_false(answer->decided);
    assert_true(answer_body(answer, body.at, body.len - 50000));
    assert_int_equal(sealed(parts), 1);
    answer_end(answer);
    clock_set_for_tests(INSTANT_NONE);
    assert_int_equal(sealed(parts), 0);
}

/* The session ran out while somebody wrote: sign in, and words and file are there. */
static void test_session_over(void **state)
{
    struct parts *parts = *state;
    Instant later = {WORLD_DAY.us + 31 * MINUTE_US};
    open_form(parts);
    fill(parts);
    add_file(parts, "report", "merlin.pdf", pdf(parts->asking->arena));
    struct told told = send_form_at(parts, later, T("same-origin"));
    assert_int_equal(told.status, 303);
    assert_true(text_begins(told.location, T("/sign-in?next=/family/")));
    assert_int_equal(sealed(parts), 1);
    sign_in_as(parts->asking, parts->asking->setting.worker);
    told = got(parts, parts->address);
    HAS(told, "merlin.pdf (PDF, 100 kB)</span> is attached");
    HAS(told, "Officers attended at 23:40.");
    char *waits = input(parts, told.body, "report");
    open_form(parts);
    fill(parts);
    add_words(parts, "report", waits);
    assert_int_equal(send_form(parts).status, 303);
    assert_int_equal(got(parts, file_address(parts)).status, 200);
}

/* Without a folder the form says so, and works without a file. */
static void test_no_folder(void **state)
{
    struct parts *parts = *state;
    struct blobs *blobs = parts->asking->site.blobs;
    parts->asking->site.blobs = NULL;
    open_form(parts);
    fill(parts);
    add_file(parts, "report", "merlin.pdf", pdf(parts->asking->arena));
    struct told told = send_form(parts);
    assert_int_equal(told.status, 422);
    HAS(told, "this service has no place for files yet");
    open_form(parts);
    fill(parts);
    add_file(parts, "report", "", T(""));
    assert_int_equal(send_form(parts).status, 303);
    parts->asking->site.blobs = blobs;
}

#define FILES_TEST(test) cmocka_unit_test_setup_teardown(test, start, stop)

int main(void)
{
    const struct CMUnitTest tests[] = {FILES_TEST(test_attached_and_read), FILES_TEST(test_not_what_was_sealed), FILES_TEST(test_waits_for_the_form),
                                       FILES_TEST(test_taken_away),        FILES_TEST(test_wrong_files),         FILES_TEST(test_names),
                                       FILES_TEST(test_not_kept),          FILES_TEST(test_broken_off),          FILES_TEST(test_session_over),
                                       FILES_TEST(test_no_folder)};
    RUN_ON_BOTH(tests);
}
