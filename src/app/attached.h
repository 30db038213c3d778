/* Where attached files are, and what seals them, by the configuration. */
#ifndef APP_ATTACHED_H
#define APP_ATTACHED_H

#include "app/command.h"
#include "store/blob.h"

/* Opens folder and keys; `makes`: makes both the first time. *ret_blobs NULL, and OK: with PostgreSQL and no folder said, there are no files. */
Err attached_open(const struct config *config, bool makes, Blobs **ret_blobs);
/* Whether the keys can be used, for `--check`: writes a sentence to `to` and returns false when not. No key yet is fine, where one can be made. */
bool attached_check(const struct config *config, FILE *to);
/* Takes away sealed files from before `before`, by the machine's own clock, that neither the record nor a form that waits speaks of. */
Err attached_sweep(Store *store, Blobs *blobs, Instant before, int64_t *ret_gone);

/* What asking for every file the record names finds. `blobs` NULL: they are counted alone, and none is whole. */
struct attached_report {
    int64_t named, whole;
    DocumentId bad;  /* the first that is not there, or not what the record says */
    const char *why;
};
Err attached_verify(Read *read, Blobs *blobs, struct attached_report *ret_report);
/* How many files the record names. */
Err attached_count(Read *read, int64_t *ret_count);

#endif
