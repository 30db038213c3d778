/* multipart/form-data: what browsers send, what nobody should, in pieces of every size. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/out.h"
#include "web/multipart.h"

/* What came, as 'name=bytes|name[file name]=bytes|'; an open part has no '|'. */
static void part_begin(void *given, const struct multipart_part *part)
{
    Out *out = given;
    out_text(out, part->name);
    if (part->is_file) {
        out_char(out, '[');
        out_text(out, part->file_name);
        out_char(out, ']');
    }
    out_char(out, '=');
}
static void part_bytes(void *given, Text bytes) { out_text(given, bytes); }
static void part_end(void *given) { out_char(given, '|'); }

/* Reads it in pieces of that size; "BROKEN" or "NOT WHOLE" behind what came. */
static Text came(Arena *arena, Text body, size_t piece)
{
    Out out = out_new(arena);
    struct multipart *multipart = multipart_new(arena, T("XyZ"), (struct multipart_to){&out, part_begin, part_bytes, part_end});
    bool good = true;
    for (size_t at = 0; at < body.len; at += piece) {
        /* A copy of exactly that size: the sanitizer sees one byte too many. */
        size_t len = body.len - at < piece ? body.len - at : piece;
        char *copy = malloc(len);
        assert_non_null(copy);
        memcpy(copy, body.at + at, len);
        good = multipart_take(multipart, (Text){copy, len});
        free(copy);
    }
    if (!good)
        out_string(&out, "BROKEN");
    else if (!multipart_is_whole(multipart))
        out_string(&out, "NOT WHOLE");
    return out_all(&out);
}

#define PART(name) "Content-Disposition: form-data; name=\"" name "\"\r\n\r\n"
#define FILE_PART(name, file) "Content-Disposition: form-data; name=\"" name "\"; filename=\"" file "\"\r\nContent-Type: application/pdf\r\n\r\n"

static void test_bodies(void **state)
{
    static const struct {
        Text body;
        const char *came;
    } table[] = {
        {T("--XyZ\r\n" PART("a") "one\r\n--XyZ--\r\n"), "a=one|"},
        {T("--XyZ\r\n" PART("a") "one\r\n--XyZ\r\n" FILE_PART("f", "m.pdf") "%PDF-\r\n--XyZ--"), "a=one|f[m.pdf]=%PDF-|"},
        {T("--XyZ\r\n" PART("a") "\r\n--XyZ--"), "a=|"},
        {T("before\r\n--XyZ\r\n" PART("a") "1\r\n--XyZ--behind\r\n--XyZ\r\n"), "a=1|"},
        {T("--XyZ \t \r\n" PART("a") "1\r\n--XyZ\t--"), "a=1|BROKEN"}, /* blanks may stand before a line end, not in the end */
        {T("--XyZ \t \r\n" PART("a") "1\r\n--XyZ--"), "a=1|"},
        /* What looks like a boundary, and is content. */
        {T("--XyZ\r\n" PART("a") "x\r\n--Xy\r\n\r\r\n\r\n--Xyz\n--XyZ\r\n--XyZ--"), "a=x\r\n--Xy\r\n\r\r\n\r\n--Xyz\n--XyZ|"},
        {T("--XyZ\r\n" PART("a") "--XyZ\r\n--XyZ--"), "a=--XyZ|"},
        {T("--XyZ\r\n" PART("a") "\r\n\r\n--XyZ--"), "a=\r\n|"},
        {T("--XyZ\r\n" PART("a") "\r\r\n--XyZ--"), "a=\r|"},
        {T("--XyZ\r\n" PART("a") "\r\n-\r\n--XyZ--"), "a=\r\n-|"},
        /* One that goes on: nobody may read it two ways. */
        {T("--XyZ\r\n" PART("a") "1\r\n--XyZW\r\n" PART("b") "2\r\n--XyZ--"), "a=1|BROKEN"},
        {T("--XyZ\r\n" PART("a") "1\r\n--XyZ-\r\n"), "a=1|BROKEN"},
        {T("--XyZ\r\n" PART("a") "1\r\n--XyZ\n" PART("b")), "a=1|BROKEN"},
        {T("--XyZ\r\n" PART("a") "1\r\n--XyZ\rx"), "a=1|BROKEN"},
        /* It breaks off. */
        {T(""), "NOT WHOLE"},
        {T("words"), "NOT WHOLE"},
        {T("--XyZ"), "NOT WHOLE"},
        {T("--XyZ\r\nContent-Disp"), "NOT WHOLE"},
        {T("--XyZ\r\n" PART("a") "1"), "a=1NOT WHOLE"},
        {T("--XyZ\r\n" PART("a") "1\r\n--Xy"), "a=1NOT WHOLE"},
        {T("--XyZ\r\n" PART("a") "1\r\n--XyZ-"), "a=1|NOT WHOLE"},
        {T("--XyZ--"), ""},
        /* Heads. */
        {T("--XyZ\r\n\r\n1\r\n--XyZ--"), "BROKEN"},
        {T("--XyZ\r\nContent-Type: text/plain\r\n\r\n1\r\n--XyZ--"), "BROKEN"},
        {T("--XyZ\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n1\r\n--XyZ--"), "BROKEN"},
        {T("--XyZ\r\nContent-Disposition: form-data\r\n\r\n1\r\n--XyZ--"), "BROKEN"},
        {T("--XyZ\r\nContent-Disposition: form-data; name=\"a\r\n\r\n1\r\n--XyZ--"), "BROKEN"},
        {T("--XyZ\r\nContent-Disposition: form-data; name=\"a\"b\r\n\r\n1\r\n--XyZ--"), "BROKEN"},
        {T("--XyZ\r\nContent-Disposition: form-data; name=\"a\"; name=\"b\"\r\n\r\n1\r\n--XyZ--"), "BROKEN"},
        {T("--XyZ\r\nContent-Disposition: form-data; name=a; filename=b; filename=c\r\n\r\n1\r\n--XyZ--"), "BROKEN"},
        {T("--XyZ\r\n" PART("a") "1\r\n--XyZ\r\nContent-Disposition: form-data; name=\"a\"\n\r\n2\r\n--XyZ--"), "a=1|NOT WHOLE"},
        {T("--XyZ\r\nContent-Disposition: form-data; name=\"a\"\nX: y\r\n\r\n2\r\n--XyZ--"), "BROKEN"},
        {T("--XyZ\r\nContent-Disposition: form-data; name=\"a\0b\"\r\n\r\n1\r\n--XyZ--"), "BROKEN"},
        {T("--XyZ\r\ncontent-disposition:FORM-DATA;NAME=a ; FileName=\"\"\r\nX: y\r\n\r\n1\r\n--XyZ--"), "a[]=1|"},
        {T("--XyZ\r\nX: name=\"z\"\r\n" PART("a") "1\r\n--XyZ--"), "a=1|"},
        {T("--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\n1\r\n--XyZ--"), "BROKEN"},
        /* Names of files: taken as they were meant, whatever they are; who shows them cleans them. */
        {T("--XyZ\r\n" FILE_PART("f", "a%22b%0D%0Ac.pdf") "1\r\n--XyZ--"), "f[a\"b\r\nc.pdf]=1|"},
        {T("--XyZ\r\n" FILE_PART("f", "a\\\"b;c=d.pdf") "1\r\n--XyZ--"), "f[a\"b;c=d.pdf]=1|"},
        {T("--XyZ\r\n" FILE_PART("f", "C:\\\\papers\\m.pdf") "1\r\n--XyZ--"), "f[C:\\\\papers\\m.pdf]=1|"},
        {T("--XyZ\r\n" FILE_PART("f", "../../etc/passwd") "1\r\n--XyZ--"), "f[../../etc/passwd]=1|"},
        {T("--XyZ\r\n" FILE_PART("f", "100%.pdf") "1\r\n--XyZ--"), "f[100%.pdf]=1|"},
    };
    static const size_t pieces[] = {1, 2, 3, 5, 7, 16, 1000000};
    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
        for (size_t k = 0; k < sizeof pieces / sizeof pieces[0]; k++) {
            Arena *arena = arena_new(0);
            Text is = came(arena, table[i].body, pieces[k]);
            if (!text_equal_string(is, table[i].came))
                fail_msg("row %zu in pieces of %zu: %.*s", i, pieces[k], TEXT_ARGS(is));
            arena_free(arena);
        }
}

/* Every byte there is, NUL and the boundary's own among them, in one part. */
static void test_all_bytes(void **state)
{
    Arena *arena = arena_new(0);
    Out body = out_new(arena), expected = out_new(arena);
    (void)state;
    out_string(&expected, "f[m]=");
    out_string(&body, "--XyZ\r\n" FILE_PART("f", "m"));
    for (int round = 0; round < 3; round++)
        for (int i = 0; i < 256; i++) {
            out_char(&body, (char)(round == 1 ? 255 - i : i));
            out_char(&expected, (char)(round == 1 ? 255 - i : i));
        }
    out_string(&body, "\r\n--XyZ--\r\n");
    out_char(&expected, '|');
    for (size_t piece = 1; piece < 20; piece++)
        assert_true(text_equal(came(arena, out_all(&body), piece), out_all(&expected)));
    arena_free(arena);
}

static void test_long_heads(void **state)
{
    (void)state;
    for (int over = 0; over < 2; over++) {
        Arena *arena = arena_new(0);
        Out body = out_new(arena);
        out_string(&body, "--XyZ\r\n");
        size_t begins = body.len;
        out_string(&body, "X: ");
        while (body.len - begins + sizeof "\r\n" PART("a") - 1 < (size_t)MULTIPART_HEADERS + (over ? 1 : 0))
            out_char(&body, 'x');
        out_string(&body, "\r\n" PART("a") "1\r\n--XyZ--");
        assert_true(text_equal_string(came(arena, out_all(&body), 100), over ? "BROKEN" : "a=1|"));
        arena_free(arena);
    }
}

static void test_boundaries(void **state)
{
    static const struct {
        const char *type, *boundary;
    } table[] = {
        {"multipart/form-data; boundary=abc", "abc"},
        {"Multipart/Form-Data;charset=utf-8 ; Boundary=\"a b:c\"", "a b:c"},
        {"multipart/form-data; boundary=----WebKitFormBoundary7MA4YWxkTrZu0gW", "----WebKitFormBoundary7MA4YWxkTrZu0gW"},
        {"multipart/form-data", ""},
        {"multipart/form-data; boundary=", ""},
        {"multipart/form-data; boundary=\"\"", ""},
        {"multipart/form-data; boundary=\"abc", ""},
        {"multipart/form-data; boundary=\"abc \"", ""},
        {"multipart/form-data; boundary=a\rb", ""},
        {"multipart/form-data; boundary=a\xc3\xa9", ""},
        {"multipart/form-data; boundary=abc; boundary=abd", ""},
        {"multipart/mixed; boundary=abc", ""},
        {"application/x-www-form-urlencoded; boundary=abc", ""},
        {"", ""},
        {"multipart/form-data; boundary=0123456789012345678901234567890123456789012345678901234567890123456789",
         "0123456789012345678901234567890123456789012345678901234567890123456789"},
        {"multipart/form-data; boundary=01234567890123456789012345678901234567890123456789012345678901234567890", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
        if (!text_equal_string(multipart_boundary(text_of(table[i].type)), table[i].boundary))
            fail_msg("'%s' gave '%.*s'", table[i].type, TEXT_ARGS(multipart_boundary(text_of(table[i].type))));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_bodies), cmocka_unit_test(test_all_bytes), cmocka_unit_test(test_long_heads),
                                       cmocka_unit_test(test_boundaries)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
