/* Attached files, sealed: what is on the disk is not what was attached, whatever is changed there is found, and a key that others can read, or that is
 * lost, is refused. SA-02 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "store/blob.h"

static char where[100], folder[200], key_file[200];
static Arena *arena;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new(0);
    snprintf(where, sizeof where, "/tmp/hearth-blob-XXXXXX");
    assert_non_null(mkdtemp(where));
    snprintf(folder, sizeof folder, "%s/blobs", where);
    snprintf(key_file, sizeof key_file, "%s/key", where);
    return 0;
}

static int take_down(void **state)
{
    char line[200];
    (void)state;
    arena_free(arena);
    snprintf(line, sizeof line, "rm -rf '%s'", where);
    return system(line);
}

static Blobs *opened(void)
{
    Blobs *blobs = NULL;
    Err end = blobs_open(folder, key_file, true, true, &blobs);
    if (end.kind != OK)
        fail_msg("%s", end.why);
    return blobs;
}

/* `len` bytes that hold a sentence again and again. */
static Text plain_of(size_t len)
{
    static const char sentence[] = "Officers attended the address at 23:40. ";
    char *at = arena_take(arena, len + 1);
    for (size_t i = 0; i < len; i++)
        at[i] = sentence[i % (sizeof sentence - 1)];
    return (Text){at, len};
}

static struct blob_made kept(Blobs *blobs, Text plain, size_t piece)
{
    BlobWriting *writing;
    struct blob_made made;
    assert_int_equal(blob_begin(blobs, &writing).kind, OK);
    for (size_t at = 0; at < plain.len; at += piece)
        assert_int_equal(blob_write(writing, (Text){plain.at + at, plain.len - at < piece ? plain.len - at : piece}).kind, OK);
    assert_int_equal(blob_keep(writing, &made).kind, OK);
    return made;
}

#define NAME(made) ((Text){(const char *)(made).name, BLOB_NAME})
#define HASH(made) ((Text){(const char *)(made).hash, BLOB_HASH})

/* The first file under the folder or its tmp; the path in `into`. False: there is none. */
static bool file_in(const char *under, char into[600])
{
    char path[300];
    bool found = false;
    snprintf(path, sizeof path, "%s/%s", folder, under);
    DIR *at = opendir(path);
    assert_non_null(at);
    for (struct dirent *entry = readdir(at); entry != NULL; entry = readdir(at))
        if (strlen(entry->d_name) == 2 * BLOB_NAME) {
            snprintf(into, 600, "%s/%s", path, entry->d_name);
            found = true;
        }
    closedir(at);
    return found;
}

static Text disk(const char *path)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *at = arena_take(arena, 1 << 20);
    size_t len = fread(at, 1, 1 << 20, file);
    fclose(file);
    return (Text){at, len};
}

static void put_disk(const char *path, Text bytes)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes.at, 1, bytes.len, file), bytes.len);
    fclose(file);
}

static void test_sealed_and_read_back(void **state)
{
    static const size_t sizes[] = {1, 100, BLOB_CHUNK - 1, BLOB_CHUNK, BLOB_CHUNK + 1, 3 * BLOB_CHUNK};
    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        char path[600];
        Blobs *blobs = opened();
        Text plain = plain_of(sizes[i]), bytes;
        struct blob_made made = kept(blobs, plain, 1000);
        assert_int_equal(made.size, sizes[i]);
        assert_false(file_in("tmp", path));
        assert_true(file_in("", path));
        struct stat about;
        assert_int_equal(stat(path, &about), 0);
        assert_int_equal(about.st_mode & 077, 0);
        assert_false(text_contains(disk(path), T("attended")));
        assert_true(disk(path).len > plain.len);
        blobs_close(blobs);
        blobs = opened(); /* as after a new start: the key is the same */
        BlobReading *reading;
        size_t at = 0;
        assert_int_equal(blob_open(blobs, NAME(made), &reading).kind, OK);
        do {
            assert_int_equal(blob_read(reading, &bytes).kind, OK);
            assert_true(at + bytes.len <= plain.len);
            assert_memory_equal(bytes.at == NULL ? "" : bytes.at, plain.at + at, bytes.len);
            at += bytes.len;
        } while (bytes.len > 0);
        blob_close(reading);
        assert_int_equal(at, plain.len);
        assert_int_equal(blob_check(blobs, NAME(made), HASH(made), made.size).kind, OK);
        assert_int_equal(blob_check(blobs, NAME(made), HASH(made), made.size + 1).kind, BROKEN);
        assert_int_equal(blob_check(blobs, NAME(made), NAME(made), made.size).kind, BROKEN);
        blob_remove(blobs, NAME(made));
        assert_int_equal(blob_check(blobs, NAME(made), HASH(made), made.size).kind, NOT_FOUND);
        assert_int_equal(blob_check(blobs, T("../../hearth.db"), HASH(made), made.size).kind, NOT_FOUND);
        blobs_close(blobs);
    }
}

/* Each byte of the head and of the end, and some of every chunk; an end cut off; something behind it. */
static void test_what_was_changed_is_found(void **state)
{
    char path[600];
    (void)state;
    Blobs *blobs = opened();
    struct blob_made made = kept(blobs, plain_of(2 * BLOB_CHUNK + 10), BLOB_CHUNK);
    assert_true(file_in("", path));
    Text sealed = disk(path);
    char *changed = (char *)(uintptr_t)sealed.at;
    for (size_t at = 0; at < sealed.len; at += at < 100 || at + 100 > sealed.len ? 1 : 4999) {
        changed[at] ^= 1;
        put_disk(path, sealed);
        if (blob_check(blobs, NAME(made), HASH(made), made.size).kind != BROKEN)
            fail_msg("byte %zu was changed, and nobody saw it", at);
        changed[at] ^= 1;
    }
    static const size_t cuts[] = {0, 8, 47, 48, 48 + BLOB_CHUNK + 17, 48 + 2 * (BLOB_CHUNK + 17), 48 + 2 * (BLOB_CHUNK + 17) + 5};
    for (size_t i = 0; i < sizeof cuts / sizeof cuts[0]; i++) {
        put_disk(path, (Text){sealed.at, cuts[i]});
        assert_int_equal(blob_check(blobs, NAME(made), HASH(made), made.size).kind, BROKEN);
    }
    put_disk(path, text_join(arena, sealed, T("x")));
    assert_int_equal(blob_check(blobs, NAME(made), HASH(made), made.size).kind, BROKEN);
    put_disk(path, sealed);
    assert_int_equal(blob_check(blobs, NAME(made), HASH(made), made.size).kind, OK);
    blobs_close(blobs);
}

/* Two whole files under each other's names: the seal knows its own. */
static void test_two_exchanged(void **state)
{
    char first[600], second[600];
    (void)state;
    Blobs *blobs = opened();
    struct blob_made one = kept(blobs, plain_of(50), 50);
    assert_true(file_in("", first));
    Text sealed = disk(first);
    blob_remove(blobs, NAME(one));
    struct blob_made two = kept(blobs, plain_of(50), 50);
    assert_true(file_in("", second));
    put_disk(second, sealed);
    assert_int_equal(blob_check(blobs, NAME(two), HASH(two), 50).kind, BROKEN);
    blobs_close(blobs);
}

static void test_dropped_leaves_nothing(void **state)
{
    char path[600];
    BlobWriting *writing;
    (void)state;
    Blobs *blobs = opened();
    assert_int_equal(blob_begin(blobs, &writing).kind, OK);
    assert_int_equal(blob_write(writing, plain_of(3 * BLOB_CHUNK)).kind, OK);
    assert_true(file_in("tmp", path));
    assert_false(text_contains(disk(path), T("attended")));
    blob_drop(writing);
    assert_false(file_in("tmp", path));
    assert_false(file_in("", path));
    blobs_close(blobs);
}

static void put_key(const char *words, mode_t mode)
{
    put_disk(key_file, text_of(words));
    assert_int_equal(chmod(key_file, mode), 0);
}

static void refused(const char *says)
{
    Blobs *blobs = NULL;
    Err end = blobs_open(folder, key_file, true, true, &blobs);
    assert_int_equal(end.kind, BROKEN);
    if (strstr(end.why, says) == NULL)
        fail_msg("'%s' does not say '%s'", end.why, says);
    assert_null(blobs);
}

static void test_keys(void **state)
{
    static const char one[] = "0101010101010101010101010101010101010101010101010101010101010101\n";
    static const char two[] = "0202020202020202020202020202020202020202020202020202020202020202\n";
    char both[200];
    struct stat about;
    (void)state;
    Blobs *blobs = opened(); /* the first time: made, for nobody else */
    assert_int_equal(stat(key_file, &about), 0);
    assert_int_equal(about.st_mode & 0777, 0600);
    struct blob_made made = kept(blobs, plain_of(10), 10);
    blobs_close(blobs);
    Text first = text_copy(arena, disk(key_file));
    unlink(key_file);
    refused("there are files that were sealed with it"); /* never a new key beside what the old one sealed */
    assert_int_equal(blobs_keys_ask(key_file, true).kind, NOT_FOUND);
    put_key(one, 0644);
    refused("read by others");
    put_key("", 0600);
    refused("empty");
    put_key("not hexadecimal\n", 0600);
    refused("64 hexadecimal digits");
    put_key(one, 0600); /* another key: what the first sealed can't be opened, and says so */
    blobs = opened();
    BlobReading *reading;
    Err end = blob_open(blobs, NAME(made), &reading);
    assert_int_equal(end.kind, BROKEN);
    assert_non_null(strstr(end.why, "a key that is not here"));
    blobs_close(blobs);
    snprintf(both, sizeof both, "%s%.*s", two, TEXT_ARGS(first)); /* a new one before the old: one seals, both open */
    put_key(both, 0600);
    blobs = opened();
    assert_int_equal(blob_check(blobs, NAME(made), HASH(made), 10).kind, OK);
    struct blob_made newer = kept(blobs, plain_of(20), 20);
    blobs_close(blobs);
    put_key(two, 0600);
    blobs = opened();
    assert_int_equal(blob_check(blobs, NAME(newer), HASH(newer), 20).kind, OK);
    assert_int_equal(blob_check(blobs, NAME(made), HASH(made), 10).kind, BROKEN);
    blobs_close(blobs);
}

/* A folder that is only to be read is left as it is. */
static void test_reading_makes_nothing(void **state)
{
    Blobs *blobs = NULL;
    struct stat about;
    (void)state;
    assert_int_equal(blobs_open(folder, key_file, true, false, &blobs).kind, BROKEN);
    assert_int_equal(stat(folder, &about), -1);
    assert_int_equal(stat(key_file, &about), -1);
}

static Err is_named(void *given, Text name, bool *ret_named)
{
    *ret_named = text_equal(*(Text *)given, name);
    return ok();
}

static void test_sweep(void **state)
{
    char path[600];
    BlobWriting *arriving;
    (void)state;
    Blobs *blobs = opened();
    struct blob_made named = kept(blobs, plain_of(10), 10), orphan = kept(blobs, plain_of(10), 10);
    assert_int_equal(blob_begin(blobs, &arriving).kind, OK);
    put_disk(text_string(arena, text_format(arena, "%s/README", folder)), T("not ours"));
    Text name = NAME(named);
    int64_t gone;
    assert_int_equal(blobs_sweep(blobs, (Instant){1}, is_named, &name, &gone).kind, OK);
    assert_int_equal(gone, 0); /* all are younger */
    assert_int_equal(blobs_sweep(blobs, (Instant){INT64_MAX}, is_named, &name, &gone).kind, OK);
    assert_int_equal(gone, 2);
    assert_false(file_in("tmp", path));
    assert_int_equal(blob_check(blobs, name, HASH(named), 10).kind, OK);
    assert_int_equal(blob_check(blobs, NAME(orphan), HASH(orphan), 10).kind, NOT_FOUND);
    assert_int_equal(disk(text_string(arena, text_format(arena, "%s/README", folder))).len, 8);
    blob_drop(arriving);
    blobs_close(blobs);
}

#define BLOB_TEST(test) cmocka_unit_test_setup_teardown(test, set_up, take_down)

int main(void)
{
    const struct CMUnitTest tests[] = {BLOB_TEST(test_sealed_and_read_back), BLOB_TEST(test_what_was_changed_is_found), BLOB_TEST(test_two_exchanged),
                                       BLOB_TEST(test_dropped_leaves_nothing), BLOB_TEST(test_keys), BLOB_TEST(test_reading_makes_nothing),
                                       BLOB_TEST(test_sweep)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
