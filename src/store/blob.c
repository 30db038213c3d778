#include "store/blob_inside.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAGIC "HEARTHB1"

enum {
    MAGIC_LEN = sizeof MAGIC - 1,
    STREAM_HEADER = crypto_secretstream_xchacha20poly1305_HEADERBYTES,
    HEAD = MAGIC_LEN + BLOB_KEY_ID + STREAM_HEADER,
    SEALED_CHUNK = BLOB_CHUNK + crypto_secretstream_xchacha20poly1305_ABYTES,
    NAME_HEX = 2 * BLOB_NAME,
};

typedef crypto_secretstream_xchacha20poly1305_state Stream;

struct blobs {
    char folder[4096];
    struct blob_keys keys;
};

struct blob_writing {
    Blobs *blobs;
    int at;
    struct blob_made made;
    Stream stream;
    crypto_generichash_state hash;
    size_t waiting; /* plain bytes in `plain`: the last chunk is known only at the end */
    unsigned char plain[BLOB_CHUNK], sealed[SEALED_CHUNK];
};

struct blob_reading {
    int at;
    bool ended;
    unsigned char name[BLOB_NAME];
    Stream stream;
    unsigned char plain[BLOB_CHUNK], sealed[SEALED_CHUNK];
};

/* ---- the folder ---- */

static void path_of(const Blobs *blobs, const unsigned char *name, const char *under, char path[BLOB_PATH])
{
    char hex[NAME_HEX + 1];
    sodium_bin2hex(hex, sizeof hex, name, BLOB_NAME);
    snprintf(path, BLOB_PATH, "%s/%s%s", blobs->folder, under, hex);
}

/* The name a file of the folder has; false when it is none of ours. */
static bool name_of(const char *hex, unsigned char name[BLOB_NAME])
{
    size_t len = 0;
    const char *end;
    return strlen(hex) == NAME_HEX && sodium_hex2bin(name, BLOB_NAME, hex, NAME_HEX, NULL, &len, &end) == 0 && len == BLOB_NAME;
}

static Err ask_sealed(const char *folder, bool *ret_any)
{
    unsigned char name[BLOB_NAME];
    DIR *at = opendir(folder);
    if (at == NULL)
        return err(BROKEN, "the folder of attached files can't be read");
    *ret_any = false;
    for (struct dirent *entry = readdir(at); entry != NULL; entry = readdir(at))
        *ret_any |= name_of(entry->d_name, name);
    closedir(at);
    return ok();
}

static Err find_keys(Blobs *blobs, const char *key_file, bool own_key, bool makes)
{
    bool any;
    Err end = blob_keys_read(key_file, own_key, &blobs->keys);
    if (end.kind != NOT_FOUND)
        return end;
    if (!own_key || !makes)
        return err(BROKEN, "the key file is not there");
    TRY(ask_sealed(blobs->folder, &any));
    if (any)
        return err(BROKEN, "the key file is not there, and there are files that were sealed with it");
    TRY(blob_keys_make(key_file));
    return blob_keys_read(key_file, own_key, &blobs->keys);
}

static Err make_folders(const Blobs *blobs)
{
    char tmp[BLOB_PATH];
    snprintf(tmp, sizeof tmp, "%s/tmp", blobs->folder);
    bool made = (mkdir(blobs->folder, 0700) == 0 || errno == EEXIST) && (mkdir(tmp, 0700) == 0 || errno == EEXIST);
    return made ? ok() : err(BROKEN, "the folder of attached files can't be made");
}

Err blobs_open(const char *folder, const char *key_file, bool own_key, bool makes, Blobs **ret_blobs)
{
    if (sodium_init() < 0)
        return err(BROKEN, "libsodium does not begin");
    Blobs *blobs = calloc(1, sizeof *blobs);
    if (blobs == NULL)
        return err(BROKEN, "no memory for the folder of attached files");
    Err end = ok();
    if (snprintf(blobs->folder, sizeof blobs->folder, "%s", folder) >= (int)sizeof blobs->folder)
        end = err(BROKEN, "the path of the folder of attached files is too long");
    if (end.kind == OK && makes)
        end = make_folders(blobs);
    if (end.kind == OK)
        end = find_keys(blobs, key_file, own_key, makes);
    if (end.kind != OK) {
        blobs_close(blobs);
        return end;
    }
    *ret_blobs = blobs;
    return ok();
}

void blobs_close(Blobs *blobs)
{
    if (blobs == NULL)
        return;
    sodium_memzero(blobs, sizeof *blobs);
    free(blobs);
}

/* ---- writing ---- */

static Err write_all(int at, const unsigned char *bytes, size_t len)
{
    for (size_t done = 0; done < len;) {
        ssize_t now = write(at, bytes + done, len - done);
        if (now < 0 && errno == EINTR)
            continue;
        if (now <= 0)
            return err(BROKEN, "an attached file can't be written");
        done += (size_t)now;
    }
    return ok();
}

Err blob_begin(Blobs *blobs, BlobWriting **ret_writing)
{
    char path[BLOB_PATH];
    unsigned char head[HEAD];
    const struct blob_key *key = &blobs->keys.at[0];
    BlobWriting *writing = calloc(1, sizeof *writing);
    if (writing == NULL)
        return err(BROKEN, "no memory for an attached file");
    writing->blobs = blobs;
    randombytes_buf(writing->made.name, BLOB_NAME);
    path_of(blobs, writing->made.name, "tmp/", path);
    writing->at = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (writing->at < 0) {
        free(writing);
        return err(BROKEN, "an attached file can't be made");
    }
    memcpy(head, MAGIC, MAGIC_LEN);
    memcpy(head + MAGIC_LEN, key->id, BLOB_KEY_ID);
    crypto_secretstream_xchacha20poly1305_init_push(&writing->stream, head + MAGIC_LEN + BLOB_KEY_ID, key->key);
    crypto_generichash_init(&writing->hash, NULL, 0, BLOB_HASH);
    Err end = write_all(writing->at, head, sizeof head);
    if (end.kind != OK) {
        blob_drop(writing);
        return end;
    }
    *ret_writing = writing;
    return ok();
}

static Err seal(BlobWriting *writing, unsigned char tag)
{
    unsigned long long len;
    crypto_secretstream_xchacha20poly1305_push(&writing->stream, writing->sealed, &len, writing->plain, writing->waiting, writing->made.name,
                                               BLOB_NAME, tag);
    writing->waiting = 0;
    return write_all(writing->at, writing->sealed, (size_t)len);
}

Err blob_write(BlobWriting *writing, Text bytes)
{
    crypto_generichash_update(&writing->hash, (const unsigned char *)bytes.at, bytes.len);
    writing->made.size += (int64_t)bytes.len;
    while (bytes.len > 0) {
        if (writing->waiting == BLOB_CHUNK)
            TRY(seal(writing, crypto_secretstream_xchacha20poly1305_TAG_MESSAGE));
        size_t room = BLOB_CHUNK - writing->waiting, now = bytes.len < room ? bytes.len : room;
        memcpy(writing->plain + writing->waiting, bytes.at, now);
        writing->waiting += now;
        bytes = (Text){bytes.at + now, bytes.len - now};
    }
    return ok();
}

static Err sync_folder(const Blobs *blobs)
{
    int at = open(blobs->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool synced = at >= 0 && fsync(at) == 0;
    if (at >= 0)
        close(at);
    return synced ? ok() : err(BROKEN, "the folder of attached files can't be synced");
}

static void forget(BlobWriting *writing)
{
    if (writing->at >= 0)
        close(writing->at);
    sodium_memzero(writing, sizeof *writing);
    free(writing);
}

Err blob_keep(BlobWriting *writing, struct blob_made *ret_made)
{
    char from[BLOB_PATH], to[BLOB_PATH];
    Err end = seal(writing, crypto_secretstream_xchacha20poly1305_TAG_FINAL);
    if (end.kind == OK && fsync(writing->at) != 0)
        end = err(BROKEN, "an attached file can't be synced");
    path_of(writing->blobs, writing->made.name, "tmp/", from);
    path_of(writing->blobs, writing->made.name, "", to);
    if (end.kind == OK && rename(from, to) != 0)
        end = err(BROKEN, "an attached file can't be moved to its place");
    if (end.kind != OK) {
        blob_drop(writing);
        return end;
    }
    end = sync_folder(writing->blobs);
    if (end.kind == OK) {
        crypto_generichash_final(&writing->hash, writing->made.hash, BLOB_HASH);
        *ret_made = writing->made;
    } else {
        unlink(to);
    }
    forget(writing);
    return end;
}

void blob_drop(BlobWriting *writing)
{
    char path[BLOB_PATH];
    if (writing == NULL)
        return;
    path_of(writing->blobs, writing->made.name, "tmp/", path);
    unlink(path);
    forget(writing);
}

void blob_remove(Blobs *blobs, Text name)
{
    char path[BLOB_PATH];
    if (name.len != BLOB_NAME)
        return;
    path_of(blobs, (const unsigned char *)name.at, "", path);
    unlink(path);
}

/* ---- reading ---- */

/* As many bytes as there are, up to `most`; -1: they can't be read. */
static ssize_t read_some(int at, unsigned char *into, size_t most)
{
    size_t len = 0;
    while (len < most) {
        ssize_t now = read(at, into + len, most - len);
        if (now < 0 && errno == EINTR)
            continue;
        if (now < 0)
            return -1;
        if (now == 0)
            break;
        len += (size_t)now;
    }
    return (ssize_t)len;
}

static Err read_head(const Blobs *blobs, BlobReading *reading)
{
    unsigned char head[HEAD];
    if (read_some(reading->at, head, sizeof head) != (ssize_t)sizeof head || memcmp(head, MAGIC, MAGIC_LEN) != 0)
        return err(BROKEN, "an attached file is not one that was sealed here");
    for (size_t i = 0; i < blobs->keys.count; i++) {
        const struct blob_key *key = &blobs->keys.at[i];
        if (memcmp(key->id, head + MAGIC_LEN, BLOB_KEY_ID) != 0)
            continue;
        if (crypto_secretstream_xchacha20poly1305_init_pull(&reading->stream, head + MAGIC_LEN + BLOB_KEY_ID, key->key) != 0)
            return err(BROKEN, "an attached file is not as it was sealed");
        return ok();
    }
    return err(BROKEN, "an attached file was sealed with a key that is not here");
}

Err blob_open(Blobs *blobs, Text name, BlobReading **ret_reading)
{
    char path[BLOB_PATH];
    if (name.len != BLOB_NAME)
        return err(NOT_FOUND, "an attached file has no such name");
    BlobReading *reading = calloc(1, sizeof *reading);
    if (reading == NULL)
        return err(BROKEN, "no memory for an attached file");
    memcpy(reading->name, name.at, BLOB_NAME);
    path_of(blobs, reading->name, "", path);
    reading->at = open(path, O_RDONLY | O_CLOEXEC);
    Err end = reading->at >= 0 ? read_head(blobs, reading) : err(errno == ENOENT ? NOT_FOUND : BROKEN, "an attached file is not there");
    if (end.kind != OK) {
        blob_close(reading);
        return end;
    }
    *ret_reading = reading;
    return ok();
}

Err blob_read(BlobReading *reading, Text *ret_bytes)
{
    unsigned long long len = 0;
    unsigned char tag = 0;
    if (reading->ended) {
        *ret_bytes = TEXT_NONE;
        return ok();
    }
    ssize_t sealed = read_some(reading->at, reading->sealed, SEALED_CHUNK);
    if (sealed < 0 || crypto_secretstream_xchacha20poly1305_pull(&reading->stream, reading->plain, &len, &tag, reading->sealed,
                                                                 (unsigned long long)sealed, reading->name, BLOB_NAME) != 0)
        return err(BROKEN, "an attached file is not as it was sealed");
    reading->ended = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    if (reading->ended && read_some(reading->at, reading->sealed, 1) != 0)
        return err(BROKEN, "an attached file has something behind its end");
    *ret_bytes = (Text){(const char *)reading->plain, (size_t)len};
    return ok();
}

void blob_close(BlobReading *reading)
{
    if (reading == NULL)
        return;
    if (reading->at >= 0)
        close(reading->at);
    sodium_memzero(reading, sizeof *reading);
    free(reading);
}

Err blob_check(Blobs *blobs, Text name, Text hash, int64_t size)
{
    BlobReading *reading;
    unsigned char found[BLOB_HASH];
    crypto_generichash_state state;
    Text bytes;
    int64_t len = 0;
    TRY(blob_open(blobs, name, &reading));
    crypto_generichash_init(&state, NULL, 0, BLOB_HASH);
    Err end;
    do {
        end = blob_read(reading, &bytes);
        if (end.kind != OK)
            break;
        crypto_generichash_update(&state, (const unsigned char *)bytes.at, bytes.len);
        len += (int64_t)bytes.len;
    } while (bytes.len > 0);
    blob_close(reading);
    TRY(end);
    crypto_generichash_final(&state, found, sizeof found);
    bool same = len == size && hash.len == sizeof found && memcmp(found, hash.at, sizeof found) == 0;
    return same ? ok() : err(BROKEN, "an attached file is not what the record says");
}

/* ---- what nobody speaks of ---- */

static bool is_older(const char *path, Instant before)
{
    struct stat about;
    return stat(path, &about) == 0 && S_ISREG(about.st_mode) &&
           (int64_t)about.st_mtim.tv_sec * SECOND_US + about.st_mtim.tv_nsec / 1000 < before.us;
}

static Err sweep_folder(Blobs *blobs, const char *under, Instant before, Err (*named)(void *given, Text name, bool *ret_named), void *given,
                        int64_t *gone)
{
    char path[BLOB_PATH];
    unsigned char name[BLOB_NAME];
    Err end = ok();
    snprintf(path, sizeof path, "%s/%s", blobs->folder, under);
    DIR *at = opendir(path);
    if (at == NULL)
        return err(BROKEN, "the folder of attached files can't be read");
    for (struct dirent *entry = readdir(at); entry != NULL && end.kind == OK; entry = readdir(at)) {
        bool is_named = false;
        if (!name_of(entry->d_name, name))
            continue;
        path_of(blobs, name, under, path);
        if (!is_older(path, before))
            continue;
        if (named != NULL)
            end = named(given, (Text){(const char *)name, BLOB_NAME}, &is_named);
        if (end.kind == OK && !is_named && unlink(path) == 0)
            ++*gone;
    }
    closedir(at);
    return end;
}

Err blobs_sweep(Blobs *blobs, Instant before, Err (*named)(void *given, Text name, bool *ret_named), void *given, int64_t *ret_gone)
{
    *ret_gone = 0;
    TRY(sweep_folder(blobs, "", before, named, given, ret_gone));
    return sweep_folder(blobs, "tmp/", before, NULL, NULL, ret_gone); /* nothing that is still arriving is named anywhere */
}
