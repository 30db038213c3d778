/* What a hostile or careless hand can type, sent to every act's form, to the searches, to the draft and to sign-in, on the program itself: it is
 * answered with the form again (or refused), escaped and with nothing lost that was typed; nothing is written; nothing breaks. */
#include "town.h"

#include <ctype.h>

#include "nonsense.h"
#include "serving.h"
#include "store/ledger.h"

/* One thing somebody types. `odd`: it holds characters that no text may hold, so the page shows a mark in their place. `broken`: it is no text
 * at all, and the form is refused before it is read. */
struct hostile {
    const char *bytes;
    size_t len; /* 0: up to the NUL */
    bool odd, broken;
};

static const struct hostile TYPED[] = {
    /* scripts, in each place of a page */
    {"<script>alert(1)</script>"},
    {"</textarea><script>alert(1)</script>"},
    {"\"><script>alert(1)</script>"},
    {"'><img src=x onerror=alert(1)>"},
    {"\" onfocus=alert(1) autofocus=\""},
    {"' onmouseover='alert(1)"},
    {"<svg/onload=alert(1)>"},
    {"<img src=x onerror=alert`1`>"},
    {"<iframe src=javascript:alert(1)>"},
    {"<a href=\"javascript:alert(1)\">here</a>"},
    {"javascript:alert(1)"},
    {"data:text/html;base64,PHNjcmlwdD4="},
    {"<math><mi//xlink:href=\"data:x,<script>alert(4)</script>\">"},
    {"<!--><script>alert(1)</script-->"},
    {"<![CDATA[<script>alert(1)</script>]]>"},
    {"<style>*{background:url(//example.org)}</style>"},
    {"<base href=//example.org/>"},
    {"<meta http-equiv=refresh content=0;url=//example.org>"},
    {"<form action=//example.org><input name=csrf>"},
    {"</form><form action=//example.org>"},
    {"</title><script>alert(1)</script>"},
    {"<scr<script>ipt>alert(1)</scr</script>ipt>"},
    {"<ScRiPt >alert(1)</sCrIpT >"},
    {"%3Cscript%3Ealert(1)%3C/script%3E"},
    {"&lt;script&gt;alert(1)&lt;/script&gt;"},
    {"&#60;script&#62;"},
    {"&#x3c;script&#x3e;"},
    {"\\u003cscript\\u003e"},
    {"\xef\xbc\x9cscript\xef\xbc\x9e"},
    /* quotes and the ends of things */
    {"O'Brien"},
    {"\"quoted\""},
    {"`"},
    {"''''"},
    {"\\"},
    {"\\'"},
    {"a&b&amp;c"},
    {"&"},
    {"<"},
    {">"},
    {"=&=&="},
    {"a;b"},
    {"--"},
    {"{{name}}"},
    {"{{#each children}}{{/each}}"},
    {"{{> layout}}"},
    {"${7*7}"},
    {"#{7*7}"},
    {"<%= 7*7 %>"},
    {"{%s}%n%n%n%s%s%s%d"},
    {"%s%s%s%s%n"},
    {"%00"},
    {"%zz"},
    {"%"},
    {"+"},
    /* SQL */
    {"' OR '1'='1"},
    {"'; DROP TABLE ledger; --"},
    {"1); DELETE FROM ledger WHERE (1=1"},
    {"' UNION SELECT hash FROM credential --"},
    {"x' AND 1=(SELECT COUNT(*) FROM child) --"},
    {"?1 :actor $1 @x"},
    {"%' ESCAPE '\\"},
    {"_%_%"},
    {"*) OR (given:*"},
    /* formulas, for whoever opens an export in a spreadsheet */
    {"=1+1"},
    {"=HYPERLINK(\"http://example.org\",\"x\")"},
    {"+1+1"},
    {"-1+1"},
    {"@SUM(1)"},
    {"=cmd|' /C calc'!A0"},
    {"\t=1+1"},
    /* paths, headers, other formats */
    {"../../../../etc/passwd"},
    {"/dev/zero"},
    {"file:///etc/passwd"},
    {"x\r\nSet-Cookie: hearth=1"},
    {"x\r\n\r\n<script>alert(1)</script>"},
    {"{\"a\":{\"b\":[]}}"},
    {"[1,2,3"},
    {"<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"},
    {"$(touch x)"},
    {"`touch x`"},
    {"| touch x"},
    /* letters */
    {"\xe2\x80\x8b\xe2\x80\x8b"},                           /* zero width */
    {"A\xe2\x80\x8b" "d\xe2\x80\x8d" "a"},
    {"\xef\xbb\xbf" "Ada"},                                 /* byte order mark */
    {"\xe2\x80\xae" "gnihtemos"},                           /* right to left, from here on */
    {"\xe2\x81\xa6" "x\xe2\x81\xa9"},                       /* isolates */
    {"\xd8\xb9\xd8\xa7\xd8\xa6\xd9\x84\xd8\xa9"},           /* Arabic */
    {"\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d"},                   /* Hebrew */
    {"\xe5\xae\xb6\xe5\xba\xad"},                           /* Chinese */
    {"\xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7"},
    {"Z\xcc\xb7\xcc\xa2\xcc\xa8\xcc\xa1"},                  /* marks over marks */
    {"\xc5\x81ukasz \xc3\x9f \xc4\xb0\xc4\xb1"},
    {"\xc2\xa0\xc2\xa0"},                                   /* only hard spaces */
    {"    "},
    {"\xe2\x80\xa8line\xe2\x80\xa9paragraph"},
    {"\xef\xb7\xba"},                                       /* the widest letter */
    /* what no text may hold */
    {"\x01\x02\x03", .odd = true},
    {"\x1b[31mred", .odd = true},
    {"\x7f", .odd = true},
    {"\xc2\x85", .odd = true},
    {"\xef\xbf\xbe", .odd = true},
    {"a\0b", 3, .broken = true},
    {"\0", 1, .broken = true},
    {"\xff\xfe", .broken = true},
    {"\xc0\xaf", .broken = true},                           /* too long a form of '/' */
    {"\xed\xa0\x80", .broken = true},                       /* half a pair */
    {"\xf4\x90\x80\x80", .broken = true},                   /* above the last letter */
    {"\xe2\x82", .broken = true},                           /* cut off */
};
enum { TYPED_COUNT = sizeof TYPED / sizeof TYPED[0] };
_Static_assert(sizeof TYPED / sizeof TYPED[0] >= 100, "a hundred hostile inputs");

static struct town town;
static struct serving serving;
static struct browser browsers[TOWN_PEOPLE];
static int64_t written; /* entries that were to be made: forms that are whole with what was typed */

static size_t typed_len(const struct hostile *typed) { return typed->len > 0 ? typed->len : strlen(typed->bytes); }

static int64_t ledger_length(void)
{
    Store *store;
    Read *read;
    struct chain_head head;
    Arena *arena = arena_new(0);
    must(store_open(town.world.where, &store));
    must(store_read_begin(store, arena, WORLD_AUTHORITY, PERSON_SYSTEM, WORLD_DAY, &read));
    must(ledger_head(read, &head));
    store_read_end(read);
    store_close(store);
    arena_free(arena);
    return head.number;
}

/* What a page shows of words, as a template writes them. */
static Text escaped(Arena *arena, const char *bytes, size_t len)
{
    Out out = out_new(arena);
    for (size_t i = 0; i < len; i++) {
        if (bytes[i] == '\r') /* a new line is one letter inside */
            continue;
        const char *as = bytes[i] == '&' ? "&amp;" : bytes[i] == '<' ? "&lt;" : bytes[i] == '>' ? "&gt;" : bytes[i] == '"' ? "&#34;"
            : bytes[i] == '\'' ? "&#39;" : NULL;
        if (as != NULL)
            out_string(&out, as);
        else
            out_char(&out, bytes[i]);
    }
    return out_all(&out);
}

/* True when the words stand in the page as they were typed, escaped, and never as they are where that would be more than words. */
static bool stands_escaped(Arena *arena, const struct browser *browser, const char *bytes, size_t len, bool must_stand)
{
    Text shown = escaped(arena, bytes, len);
    const char *body = body_of(browser->heard);
    size_t room = browser->heard_len - (size_t)(body - browser->heard);
    bool ends_things = len > 2 && (memchr(bytes, '<', len) != NULL || memchr(bytes, '"', len) != NULL || memchr(bytes, '\'', len) != NULL);
    if (ends_things && memmem(body, room, bytes, len) != NULL) {
        print_error("not escaped: %.*s\n", (int)len, bytes);
        return false;
    }
    if (must_stand && memmem(body, room, shown.at, shown.len) == NULL) {
        print_error("lost: %.*s\n", (int)len, bytes);
        return false;
    }
    return true;
}

/* The form always asks a question of one of these types. */
static bool asks(const struct act_kind *kind, enum field_type type, enum field_type or)
{
    for (size_t i = 0; i < kind->field_count; i++)
        if (!kind->fields[i].decided && kind->fields[i].when == NULL && (kind->fields[i].type == type || kind->fields[i].type == or))
            return true;
    return false;
}

static bool has_text(const struct act_kind *kind) { return asks(kind, FIELD_TEXT, FIELD_LINE); }

static void path_of_act(const struct act_kind *kind, char *into, size_t room)
{
    switch (kind->on) {
    case ON_FAMILY: snprintf(into, room, "/family/%lld/do/%s", (long long)town.families[OWN].family.n, kind->address); return;
    case ON_CHILD: snprintf(into, room, "/child/%lld/do/%s", (long long)town.families[OWN].children[0].n, kind->address); return;
    case ON_CONFERENCE: snprintf(into, room, "/conference/%lld/do/%s", (long long)town.conferences[OWN].n, kind->address); return;
    case ON_PLAN: snprintf(into, room, "/plan/%lld/do/%s", (long long)town.plans[OWN].n, kind->address); return;
    case ON_PERSON: snprintf(into, room, "/person/%lld/do/%s", (long long)(kind->may >= SIGN_IN ? town.people[0] : town.adults[OWN]).n, kind->address); return;
    default: snprintf(into, room, "/do/%s", kind->address); return;
    }
}

/* Somebody who may do the act; NULL: nobody of this town. */
static struct browser *who_may(const char *path)
{
    for (int p = 0; p < TOWN_PEOPLE; p++)
        if (browse(&browsers[p], "GET", path, NULL) == 200)
            return &browsers[p];
    return NULL;
}

/* One hostile word in every text of one form, with days and codes that don't exist. */
static bool send_typed(struct browser *browser, const struct act_kind *kind, const char *path, const struct hostile *typed)
{
    Arena *arena = arena_new(0);
    Out body = out_new(arena);
    char words[600];
    size_t len = (size_t)snprintf(words, sizeof words, "kept:");
    memcpy(words + len, typed->bytes, typed_len(typed));
    len += typed_len(typed);
    out_string(&body, "csrf=");
    out_string(&body, browser->csrf);
    nonsense_fields(&body, "", kind->fields, kind->field_count, words, len);
    int status = browse_with(browser, "POST", path, "", body.at, body.len);
    bool good = status == 422 || status == 409 || (status == 303 && !typed->broken && !typed->odd);
    written += status == 303;
    if (!good)
        print_error("%s answers %d to '%.*s'\n", path, status, (int)len, words);
    else if (status != 303 && !typed->broken && !typed->odd)
        good = stands_escaped(arena, browser, words, len, has_text(kind)) &&
               (!asks(kind, FIELD_DATE, FIELD_INSTANT) || strstr(browser->heard, "value=\"31\"") != NULL); /* 31 February, still there to be mended */
    else if (status != 303 && browse(browser, "GET", path, NULL) == 200) /* what is no text was refused: it is kept, with marks in it */
        good = stands_escaped(arena, browser, words, strlen("kept:"), has_text(kind));
    if (!good)
        print_error("… in %s\n", path);
    arena_free(arena);
    return good;
}

static void test_every_form(void **state)
{
    int64_t before = ledger_length();
    size_t forms = 0;
    bool good = true;
    (void)state;
    for (size_t k = 0; k < ACT_KIND_COUNT; k++) {
        char path[200];
        path_of_act(ACT_KINDS[k], path, sizeof path);
        struct browser *browser = who_may(path);
        if (browser == NULL)
            continue;
        forms++;
        for (size_t i = 0; i < TYPED_COUNT; i++)
            good &= send_typed(browser, ACT_KINDS[k], path, &TYPED[i]);
    }
    print_message("%zu forms, %d inputs each\n", forms, TYPED_COUNT);
    assert_true(forms * 2 > ACT_KIND_COUNT);
    assert_int_equal(ledger_length(), before + written);
    assert_true(good);
}

static struct browser *person(const char *name)
{
    for (int p = 0; p < TOWN_PEOPLE; p++)
        if (strcmp(TOWN_ACCOUNTS[p].name, name) == 0)
            return &browsers[p];
    fail_msg("nobody is called %s", name);
    return NULL;
}

/* Searches and the question 'is this child on a plan?' take anything, and show it as words. */
static void test_searches(void **state)
{
    static const struct {
        const char *path, *field;
    } searches[] = {{"/search", "q"}, {"/on-a-plan", "name"}};
    bool good = true;
    (void)state;
    for (size_t s = 0; s < sizeof searches / sizeof searches[0]; s++)
        for (size_t i = 0; i < TYPED_COUNT; i++) {
            struct browser *browser = person("front.door");
            Arena *arena = arena_new(0);
            Out body = out_new(arena);
            out_string(&body, "csrf=");
            out_string(&body, browser->csrf);
            nonsense_value(&body, "", searches[s].field, "", TYPED[i].bytes, typed_len(&TYPED[i]));
            int status = browse_with(browser, "POST", searches[s].path, "", body.at, body.len);
            if (status != 200 && status != 422) {
                print_error("%s answers %d to input %zu\n", searches[s].path, status, i);
                good = false;
            }
            good &= stands_escaped(arena, browser, TYPED[i].bytes, typed_len(&TYPED[i]), false);
            arena_free(arena);
        }
    assert_true(good);
}

/* A draft keeps what was typed, and the form shows it escaped. */
static void test_drafts(void **state)
{
    struct browser *browser = person("social.worker");
    const struct act_kind *kind = &CONTACT_RECORDED_ACT;
    char path[200];
    bool good = true;
    (void)state;
    path_of_act(kind, path, sizeof path);
    for (size_t i = 0; i < TYPED_COUNT; i++) {
        Arena *arena = arena_new(0);
        Out body = out_new(arena);
        char words[600];
        size_t len = (size_t)snprintf(words, sizeof words, "kept:");
        memcpy(words + len, TYPED[i].bytes, typed_len(&TYPED[i]));
        len += typed_len(&TYPED[i]);
        out_string(&body, "csrf=");
        out_string(&body, browser->csrf);
        nonsense_value(&body, "", "draft-of", "", path, strlen(path));
        nonsense_fields(&body, "", kind->fields, kind->field_count, words, len);
        int status = browse_with(browser, "POST", "/draft", "", body.at, body.len);
        bool whole = !TYPED[i].odd && !TYPED[i].broken;
        if (status != 204 && (whole || status != 422)) {
            print_error("a draft with input %zu is answered %d\n", i, status);
            good = false;
        }
        if (browse(browser, "GET", path, NULL) != 200) {
            print_error("the form does not open after input %zu\n", i);
            good = false;
        } else { /* of what is no text, what is text stands */
            good &= stands_escaped(arena, browser, words, whole ? len : 5, true);
        }
        arena_free(arena);
    }
    assert_true(good);
}

/* Forms too large, with too many fields, the same field twice; addresses and headers that are none. */
static void test_whole_requests(void **state)
{
    struct browser *browser = person("social.worker");
    char path[200];
    int64_t before = ledger_length();
    (void)state;
    path_of_act(&CONTACT_RECORDED_ACT, path, sizeof path);
    enum { LARGE = 10 * 1000 * 1000 };
    static char bytes[LARGE + 200];
    size_t len = (size_t)sprintf(bytes, "csrf=%s&concern=", browser->csrf);
    memset(bytes + len, 'a', LARGE);
    assert_int_equal(browse_with(browser, "POST", path, "", bytes, len + LARGE), 413); /* ten million letters */
    assert_int_equal(browse_with(browser, "POST", path, "", bytes, len + 200 * 1000), 422); /* more than the question takes, less than a form may */
    assert_non_null(strstr(browser->heard, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"));
    for (int i = 0; i < 1001; i++)
        len += (size_t)sprintf(bytes + len, "&x%d=y", i);
    assert_int_equal(browse_with(browser, "POST", path, "", bytes, len), 422); /* a thousand and one fields */
    len = (size_t)sprintf(bytes, "csrf=%s&", browser->csrf);
    memset(bytes + len, 'n', 5000);
    strcpy(bytes + len + 5000, "=1");
    assert_int_equal(browse(browser, "POST", path, bytes), 422); /* a name of five thousand letters */
    sprintf(bytes, "csrf=%s&csrf=other&concern=first&concern=second&children=1&children=2&received_on-day=31&received_on-month=2", browser->csrf);
    assert_int_equal(browse(browser, "POST", path, bytes), 422);
    assert_non_null(strstr(browser->heard, "first"));
    sprintf(bytes, "csrf=wrong&csrf=%s", browser->csrf);
    assert_int_equal(browse(browser, "POST", path, bytes), 403);
    sprintf(bytes, "csrf=%s&&&&=&=x&==", browser->csrf);
    assert_int_equal(browse(browser, "POST", path, bytes), 422);
    static const struct {
        const char *path;
        int status, or;
    } addresses[] = {
        {"/family/%00", 400, 0}, {"/family/1%00", 400, 0}, {"/family/-1", 404, 0}, {"/family/0", 404, 0}, {"/family/99999999999999999999", 404, 0},
        {"/family/9223372036854775807", 404, 0}, {"/family/1e3", 404, 0}, {"/family/0x10", 404, 0}, {"/family/1;DROP", 404, 0}, {"/family/'", 404, 0},
        {"/family/%27%20OR%201=1", 404, 0}, {"/family/../looks", 404, 0}, {"/family/%2e%2e/looks", 404, 0}, {"/family//", 404, 0}, {"/%ff", 400, 0},
        {"/assets/../hearth.db", 404, 0}, {"/assets/%2e%2e%2fhearth.db", 404, 0}, {"/hearth.db", 404, 0}, {"/.git/config", 404, 0},
        {"/do/no-such", 404, 0}, {"/do/%3Cscript%3E", 404, 0}, {"/?next=//example.org", 200, 0}, {"/families?after=x", 200, 0},
        {"/families?after=-9223372036854775808", 200, 0}, {"/families?after=%00", 400, 0},
    };
    for (size_t i = 0; i < sizeof addresses / sizeof addresses[0]; i++) {
        int status = browse(browser, "GET", addresses[i].path, NULL);
        if (status != addresses[i].status)
            fail_msg("GET %s is %d, not %d", addresses[i].path, status, addresses[i].status);
        assert_null(strstr(browser->heard, "<script>"));
    }
    assert_int_equal(browse_with(browser, "GET", "/families", "X-Forwarded-For: <script>alert(1)</script>\r\nReferer: javascript:1\r\n", NULL, 0), 200);
    assert_int_equal(ledger_length(), before);
}

/* Last, since so many tries shut the door to sign-in for a while. */
static void test_sign_in(void **state)
{
    struct browser browser;
    bool good = true;
    (void)state;
    browser_open(&browser, serving.port);
    assert_int_equal(browse(&browser, "GET", "/sign-in?next=%0d%0aSet-Cookie:%20a=b", NULL), 200);
    assert_null(strstr(browser.heard, "\r\nSet-Cookie: a=b"));
    assert_int_equal(browse(&browser, "GET", "/sign-in?next=//example.org/", NULL), 200);
    assert_null(strstr(browser.heard, "example.org/\""));
    assert_int_equal(browse(&browser, "GET", "/sign-in", NULL), 200);
    assert_true(browser_take_proof(&browser));
    for (size_t i = 0; i < TYPED_COUNT; i++) {
        Arena *arena = arena_new(0);
        Out body = out_new(arena);
        out_string(&body, "csrf=");
        out_string(&body, browser.csrf);
        nonsense_value(&body, "", "name", "", TYPED[i].bytes, typed_len(&TYPED[i]));
        nonsense_value(&body, "", "password", "", TYPED[i].bytes, typed_len(&TYPED[i]));
        int status = browse_with(&browser, "POST", "/sign-in", "", body.at, body.len);
        if (status != 422) {
            print_error("sign-in answers %d to input %zu\n", status, i);
            good = false;
        }
        good &= stands_escaped(arena, &browser, TYPED[i].bytes, typed_len(&TYPED[i]), false);
        arena_free(arena);
    }
    browser_close(&browser);
    assert_true(good);
}

static int open_town(void **state)
{
    (void)state;
    town_make(&town);
    serving = serving_start(town.world.where);
    for (int p = 0; p < TOWN_PEOPLE; p++) {
        browser_open(&browsers[p], serving.port);
        assert_true(browser_sign_in(&browsers[p], TOWN_ACCOUNTS[p].name, TOWN_PASSWORD));
    }
    return 0;
}

static int close_town(void **state)
{
    (void)state;
    for (int p = 0; p < TOWN_PEOPLE; p++)
        browser_close(&browsers[p]);
    assert_int_equal(serving_stop(&serving), 0);
    town_end(&town);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_form), cmocka_unit_test(test_searches), cmocka_unit_test(test_drafts),
                                       cmocka_unit_test(test_whole_requests), cmocka_unit_test(test_sign_in)};
    return cmocka_run_group_tests_name("hostile", tests, open_town, close_town);
}
