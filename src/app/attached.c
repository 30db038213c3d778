#include "app/attached.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "store/attached_file_sql.h"
#include "store/duty.h"
#include "store/upload_sql.h"

struct places {
    char folder[BLOB_PATH], key_file[BLOB_PATH];
    bool none;    /* nothing can be attached */
    bool own_key; /* not a credential: ours to make, and to keep from others */
};

static bool put(char *into, const char *first, const char *second)
{
    return snprintf(into, BLOB_PATH, "%s%s", first, second) < BLOB_PATH;
}

/* A folder's path without the slashes at its end: what stands beside it gets a name of its own. */
static void trim_slashes(char *path)
{
    for (size_t len = strlen(path); len > 1 && path[len - 1] == '/'; len--)
        path[len - 1] = '\0';
}

static Err find_places(const struct config *config, struct places *ret_places)
{
    struct places places = {.own_key = true};
    bool folder_said = config->blobs[0] != '\0', fits = true;
    places.none = !folder_said && !store_is_folder(config->data);
    if (!places.none) {
        char beside[BLOB_PATH];
        fits = put(beside, folder_said ? config->blobs : config->data, "");
        trim_slashes(beside);
        fits = fits && put(places.key_file, beside, ".key") && put(places.folder, beside, folder_said ? "" : "/blobs");
    }
    const char *credentials = getenv("CREDENTIALS_DIRECTORY");
    if (config->key_file[0] != '\0') {
        fits = fits && put(places.key_file, config->key_file, "");
    } else if (credentials != NULL) {
        char credential[BLOB_PATH];
        if (put(credential, credentials, "/hearth.key") && access(credential, F_OK) == 0) {
            memcpy(places.key_file, credential, sizeof credential);
            places.own_key = false;
        }
    }
    *ret_places = places;
    return fits ? ok() : err(BROKEN, "a path is too long");
}

Err attached_open(const struct config *config, bool makes, Blobs **ret_blobs)
{
    struct places places;
    TRY(find_places(config, &places));
    *ret_blobs = NULL;
    return places.none ? ok() : blobs_open(places.folder, places.key_file, places.own_key, makes, ret_blobs);
}

bool attached_check(const struct config *config, FILE *to)
{
    struct places places;
    Err end = find_places(config, &places);
    if (end.kind == OK && !places.none)
        end = blobs_keys_ask(places.key_file, places.own_key);
    if (end.kind == OK || (end.kind == NOT_FOUND && places.own_key))
        return true;
    fprintf(to, "HEARTH_KEY_FILE: %s: %s.\n", places.key_file, end.why);
    return false;
}

/* ---- the sweep ---- */

static Err is_named(void *given, Text name, bool *ret_named)
{
    struct blob_named row;
    return blob_named(given, name, &row, ret_named);
}

Err attached_sweep(Store *store, Blobs *blobs, Instant before, int64_t *ret_gone)
{
    Read *read;
    Arena *arena = arena_new(0);
    Err end = store_read_begin(store, arena, COMMAND_AUTHORITY, PERSON_SYSTEM, clock_now(), &read);
    if (end.kind == OK) {
        end = blobs_sweep(blobs, before, is_named, read, ret_gone);
        store_read_end(read);
    }
    arena_free(arena);
    return end;
}

/* ---- every file that the record names ---- */

static Err each_file(Read *read, Blobs *blobs, struct attached_report *report)
{
    struct attached_files_after_rows files;
    int64_t after = 0;
    do {
        TRY(attached_files_after(read, after, &files));
        for (size_t i = 0; i < files.count; i++) {
            const struct attached_files_after *file = &files.at[i];
            report->named++;
            after = file->document.n;
            if (blobs == NULL)
                continue;
            Err end = blob_check(blobs, file->blob, file->hash, file->size);
            if (end.kind == OK) {
                report->whole++;
            } else if (report->bad.n == 0) {
                report->bad = file->document;
                report->why = end.why;
            }
        }
    } while (files.count > 0);
    return ok();
}

Err attached_verify(Read *read, Blobs *blobs, struct attached_report *ret_report)
{
    *ret_report = (struct attached_report){.why = ""};
    return each_file(read, blobs, ret_report);
}

Err attached_count(Read *read, int64_t *ret_count)
{
    struct attached_report report = {.why = ""};
    TRY(each_file(read, NULL, &report));
    *ret_count = report.named;
    return ok();
}
