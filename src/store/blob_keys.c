/* The key file of sealed files: made, read, refused. */
#include "store/blob_inside.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define ID_OF_KEY "hearth attached files: key id" /* so that the id is no hash of the key alone */

enum { KEY_HEX = 2 * BLOB_KEY, FILE_ROOM = BLOB_KEYS * (KEY_HEX + 2) + 1 };

static Err key_of_line(Text line, struct blob_key *ret_key)
{
    size_t len = 0;
    const char *end;
    if (line.len != KEY_HEX || sodium_hex2bin(ret_key->key, sizeof ret_key->key, line.at, line.len, NULL, &len, &end) != 0 ||
        len != sizeof ret_key->key || end != line.at + line.len)
        return err(BROKEN, "a line of the key file is not 64 hexadecimal digits");
    crypto_generichash(ret_key->id, sizeof ret_key->id, ret_key->key, sizeof ret_key->key, (const unsigned char *)ID_OF_KEY, sizeof ID_OF_KEY - 1);
    return ok();
}

static Err keys_of_text(Text text, struct blob_keys *ret_keys)
{
    ret_keys->count = 0;
    while (text.len > 0) {
        Text line = text_trim(text_cut(&text, '\n'));
        if (line.len == 0)
            continue;
        if (ret_keys->count == BLOB_KEYS)
            return err(BROKEN, "the key file has more keys than can be kept");
        TRY(key_of_line(line, &ret_keys->at[ret_keys->count]));
        ret_keys->count++;
    }
    return ret_keys->count > 0 ? ok() : err(BROKEN, "the key file is empty");
}

Err blob_keys_read(const char *path, bool own, struct blob_keys *ret_keys)
{
    char text[FILE_ROOM];
    struct stat about;
    int at = open(path, O_RDONLY | O_CLOEXEC);
    if (at < 0)
        return errno == ENOENT ? err(NOT_FOUND, "there is no key file") : err(BROKEN, "the key file can't be read");
    ssize_t len = fstat(at, &about) == 0 ? read(at, text, sizeof text) : -1;
    close(at);
    Err end = err(BROKEN, "the key file can't be read");
    if (len >= 0 && own && (about.st_mode & 077) != 0)
        end = err(BROKEN, "the key file can be read by others on this machine: chmod 600");
    else if (len == (ssize_t)sizeof text)
        end = err(BROKEN, "the key file is longer than one can be");
    else if (len >= 0)
        end = keys_of_text((Text){text, (size_t)len}, ret_keys);
    sodium_memzero(text, sizeof text);
    return end;
}

static Err sync_folder_of(const char *path)
{
    char folder[BLOB_PATH];
    snprintf(folder, sizeof folder, "%s", path);
    char *slash = strrchr(folder, '/');
    if (slash == NULL)
        snprintf(folder, sizeof folder, ".");
    else if (slash == folder)
        slash[1] = '\0';
    else
        *slash = '\0';
    int at = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool synced = at >= 0 && fsync(at) == 0;
    if (at >= 0)
        close(at);
    return synced ? ok() : err(BROKEN, "the key file can't be kept on the disk");
}

Err blob_keys_make(const char *path)
{
    unsigned char key[BLOB_KEY], mark[8];
    char line[KEY_HEX + 2], making[BLOB_PATH], ending[2 * sizeof mark + 1];
    randombytes_buf(mark, sizeof mark);
    sodium_bin2hex(ending, sizeof ending, mark, sizeof mark);
    if (snprintf(making, sizeof making, "%s.%s", path, ending) >= (int)sizeof making)
        return err(BROKEN, "the key file's path is too long");
    int at = open(making, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (at < 0)
        return err(BROKEN, "the key file can't be made");
    crypto_secretstream_xchacha20poly1305_keygen(key);
    sodium_bin2hex(line, KEY_HEX + 1, key, sizeof key);
    line[KEY_HEX] = '\n';
    bool written = write(at, line, KEY_HEX + 1) == KEY_HEX + 1 && fsync(at) == 0;
    close(at);
    sodium_memzero(key, sizeof key);
    sodium_memzero(line, sizeof line);
    /* Linked, not renamed: a key that is there already is never written over. */
    bool made = written && (link(making, path) == 0 || errno == EEXIST);
    unlink(making);
    return made ? sync_folder_of(path) : err(BROKEN, "the key file can't be made");
}

Err blobs_keys_ask(const char *key_file, bool own_key)
{
    struct blob_keys keys;
    Err end = blob_keys_read(key_file, own_key, &keys);
    sodium_memzero(&keys, sizeof keys);
    return end;
}
