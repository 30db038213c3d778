#include "web/upload.h"

#include <string.h>

#include "acts/act_kind.h"
#include "rules/media.h"
#include "store/blob.h"
#include "store/upload_sql.h"
#include "web/desk.h"
#include "web/multipart.h"
#include "web/session.h"
#include "web/site.h"

/* One file that came: sealed and kept for now, or refused. */
struct arrived {
    const struct field *field;
    Text name, wrong;
    enum media_kind kind;
    bool sealed, waits; /* waits: the desk knows of it */
    struct blob_made made;
};

struct upload {
    struct request *request;
    const struct act_kind *act;
    struct multipart *parts;
    struct form_gathering gathering;
    struct arrived files[UPLOAD_FILES];
    size_t file_count;
    /* The part that is being read. */
    Text name;
    Out value;
    struct arrived *file; /* NULL: words, or a file nobody asked for */
    bool is_words;
    size_t words_len;     /* of all values so far */
    BlobWriting *writing;
    char first[MEDIA_FIRST];
    size_t first_len;
    int64_t size;
    size_t part_count;
    bool broken, full; /* full: there were more parts than a form may have; the rest is passed over */
};

/* The act in the address, if its form has a file. */
static const struct act_kind *act_of(const struct request *request)
{
    const struct act_kind *act = request->ids.act.len > 0 ? act_kind_at(request->ids.act) : NULL;
    for (size_t i = 0; act != NULL && i < act->field_count; i++)
        if (act->fields[i].type == FIELD_FILE)
            return act;
    return NULL;
}

static const struct field *file_field(const struct act_kind *act, Text name)
{
    for (size_t i = 0; i < act->field_count; i++)
        if (act->fields[i].type == FIELD_FILE && text_equal_string(name, act->fields[i].name))
            return &act->fields[i];
    return NULL;
}

bool upload_is_one(const struct request *request)
{
    Text type = request->headers.content_type;
    return request->route->body != NO_BODY && multipart_boundary(type).len > 0 && act_of(request) != NULL;
}

/* ---- a file ---- */

static void refuse(struct upload *upload, Text wrong)
{
    struct arrived *file = upload->file;
    blob_drop(upload->writing);
    upload->writing = NULL;
    if (file->wrong.len == 0)
        file->wrong = wrong;
}

/* The same rule as for a draft: the proof is right, or the browser says the form is ours and we know whose it is. */
static bool may_be_kept(const struct upload *upload)
{
    struct request *request = upload->request;
    bool known = request->person.n != 0 || request->session.past.n != 0;
    return session_csrf_good(request, form_get(&upload->gathering.form, T("csrf"))) || (known && session_origin(request) == ORIGIN_OURS);
}

static struct arrived *file_begin(struct upload *upload, const struct field *field, Text file_name)
{
    for (size_t i = 0; i < upload->file_count; i++)
        if (upload->files[i].field == field) {
            upload->file = &upload->files[i];
            refuse(upload, T("must be one file. You chose more than one"));
            return upload->file;
        }
    struct arrived *file = &upload->files[upload->file_count++];
    *file = (struct arrived){.field = field, .name = file_name_clean(upload->request->arena, file_name)};
    return file;
}

/* Its kind is known, so the bytes may go to the disk. */
static void file_seal_begin(struct upload *upload, bool whole)
{
    struct blobs *blobs = upload->request->site->blobs;
    struct arrived *file = upload->file;
    file->kind = media_kind_of_bytes((Text){upload->first, upload->first_len}, whole);
    if (upload->first_len == 0)
        refuse(upload, T("is empty. Choose another"));
    else if (file->kind == MEDIA_KIND_NONE)
        refuse(upload, T("must be a PDF, PNG, JPEG or plain text file"));
    else if (blobs == NULL)
        refuse(upload, T("can’t be kept: this service has no place for files yet. Tell who keeps it"));
    else if (!may_be_kept(upload))
        refuse(upload, T("was not kept, because the page was opened too long ago. Choose it again"));
    else if (blob_begin(blobs, &upload->writing).kind != OK || blob_write(upload->writing, (Text){upload->first, upload->first_len}).kind != OK)
        refuse(upload, T("could not be kept. Choose it again"));
}

static void file_bytes(struct upload *upload, Text bytes)
{
    upload->size += (int64_t)bytes.len;
    if (upload->file->wrong.len > 0)
        return; /* read to its end all the same, for the words that stand behind it */
    if (upload->size >= upload->file->field->max) {
        refuse(upload, text_join(upload->request->arena, T("must be smaller than "),
                                 file_size_words(upload->request->arena, upload->file->field->max)));
        return;
    }
    if (upload->writing == NULL) {
        size_t room = sizeof upload->first - upload->first_len, now = bytes.len < room ? bytes.len : room;
        memcpy(upload->first + upload->first_len, bytes.at, now);
        upload->first_len += now;
        bytes = (Text){bytes.at + now, bytes.len - now};
        if (upload->first_len < sizeof upload->first)
            return;
        file_seal_begin(upload, false);
    }
    if (upload->writing != NULL && blob_write(upload->writing, bytes).kind != OK)
        refuse(upload, T("could not be kept. Choose it again"));
}

static void file_end(struct upload *upload)
{
    struct arrived *file = upload->file;
    if (file->wrong.len == 0 && upload->writing == NULL)
        file_seal_begin(upload, true);
    BlobWriting *writing = upload->writing;
    upload->writing = NULL;
    if (file->wrong.len > 0 || writing == NULL)
        return;
    file->sealed = blob_keep(writing, &file->made).kind == OK;
    if (!file->sealed)
        refuse(upload, T("could not be kept. Choose it again"));
}

/* ---- the parts ---- */

static void part_begin(void *given, const struct multipart_part *part)
{
    struct upload *upload = given;
    const struct field *field = part->is_file ? file_field(upload->act, part->name) : NULL;
    upload->name = part->name;
    upload->value = out_new(upload->request->arena);
    upload->is_words = !part->is_file;
    upload->file = NULL;
    upload->first_len = 0;
    upload->size = 0;
    upload->full = ++upload->part_count > FORM_FIELDS;
    if (upload->full) {
        form_gather_fault(&upload->gathering, FORM_TOO_MANY);
    } else if (part->is_file && part->file_name.len > 0) { /* without a name: nothing was chosen */
        if (field != NULL && upload->file_count < UPLOAD_FILES)
            upload->file = file_begin(upload, field, part->file_name);
        else
            form_gather_fault(&upload->gathering, FORM_NAME_WRONG);
    }
}

static void part_bytes(void *given, Text bytes)
{
    struct upload *upload = given;
    if (upload->file != NULL) {
        file_bytes(upload, bytes);
        return;
    }
    if (!upload->is_words)
        return;
    upload->words_len += bytes.len;
    size_t room = FORM_VALUE + 1 - upload->value.len; /* one more than is kept: then it is seen that it was longer */
    if (upload->words_len <= (size_t)upload->request->route->body)
        out_text(&upload->value, (Text){bytes.at, bytes.len < room ? bytes.len : room});
}

static void part_end(void *given)
{
    struct upload *upload = given;
    if (upload->file != NULL)
        file_end(upload);
    else if (upload->is_words)
        form_gather(&upload->gathering, upload->name, out_all(&upload->value));
    upload->file = NULL;
}

struct upload *upload_begin(struct request *request)
{
    Text boundary = multipart_boundary(request->headers.content_type);
    struct upload *upload = ARENA_NEW(request->arena, struct upload);
    *upload = (struct upload){.request = request, .act = act_of(request), .gathering = form_gathering_new(request->arena)};
    upload->parts = multipart_new(request->arena, boundary, (struct multipart_to){upload, part_begin, part_bytes, part_end});
    return upload;
}

void upload_take(struct upload *upload, Text bytes)
{
    if (!upload->full)
        upload->broken |= !multipart_take(upload->parts, bytes);
}

static void upload_drop_all(struct upload *upload)
{
    blob_drop(upload->writing);
    upload->writing = NULL;
    for (size_t i = 0; i < upload->file_count; i++) {
        struct arrived *file = &upload->files[i];
        if (file->sealed && !file->waits)
            blob_remove(upload->request->site->blobs, (Text){(const char *)file->made.name, BLOB_NAME});
        file->sealed = file->waits;
    }
}

static struct attached attached_of(const struct arrived *file)
{
    return (struct attached){file->name, file->kind, file->made.size, {(const char *)file->made.hash, BLOB_HASH}, {(const char *)file->made.name, BLOB_NAME}};
}

Err upload_end(struct upload *upload, struct form *ret_form, enum form_fault *ret_fault, int *ret_status)
{
    bool long_words = upload->words_len > (size_t)upload->request->route->body;
    bool whole = upload->full || multipart_is_whole(upload->parts);
    if (upload->broken || !whole || long_words) {
        upload_drop_all(upload);
        *ret_status = long_words ? 413 : 400;
        return err(NOT_VALID, "a form with a file is no whole form");
    }
    for (size_t i = 0; i < upload->file_count; i++) {
        struct arrived *file = &upload->files[i];
        if (file->wrong.len > 0 && file->sealed) { /* two came for one question: neither stays */
            blob_remove(upload->request->site->blobs, (Text){(const char *)file->made.name, BLOB_NAME});
            file->sealed = false;
        }
        struct attached attached = attached_of(file);
        if (file->sealed)
            form_gather(&upload->gathering, text_of(file->field->name), file_form_value(upload->request->arena, &attached));
    }
    *ret_form = upload->gathering.form;
    *ret_fault = upload->gathering.fault;
    return ok();
}

/* ---- the desk ---- */

struct upload_written {
    struct upload *upload;
    PersonId person;
};

static Err write_keep(Tx *tx, void *given)
{
    const struct upload_written *written = given;
    struct upload *upload = written->upload;
    for (size_t i = 0; i < upload->file_count; i++) {
        struct attached file = attached_of(&upload->files[i]);
        if (upload->files[i].sealed)
            TRY(upload_put(tx, file.blob, written->person, upload->request->path, text_of(upload->files[i].field->name), file.name,
                           (enum media_kind)file.kind, file.size, file.hash));
    }
    return upload_keep_newest(tx, written->person, UPLOADS);
}

Err upload_keep(struct upload *upload, PersonId person)
{
    struct upload_written written = {upload, person};
    size_t sealed = 0, wrong = 0;
    for (size_t i = 0; i < upload->file_count; i++) {
        sealed += upload->files[i].sealed;
        wrong += upload->files[i].wrong.len > 0;
    }
    struct request *request = upload->request;
    request->files_wrong = (struct form_files){ARENA_MANY(request->arena, wrong, struct form_file), 0};
    for (size_t i = 0; i < upload->file_count; i++)
        if (upload->files[i].wrong.len > 0)
            request->files_wrong.at[request->files_wrong.count++] =
                (struct form_file){.field = text_of(upload->files[i].field->name), .wrong = upload->files[i].wrong};
    if (sealed == 0)
        return ok();
    TRY(desk_write(request, write_keep, &written));
    for (size_t i = 0; i < upload->file_count; i++)
        upload->files[i].waits = upload->files[i].sealed;
    return ok();
}

void upload_abandon(struct upload *upload)
{
    if (upload != NULL)
        upload_drop_all(upload);
}

Err upload_files(struct request *request, Text address, struct form_files *ret_files)
{
    Read *read;
    struct uploads_of_rows rows;
    *ret_files = (struct form_files){NULL, 0};
    if (act_of(request) == NULL)
        return ok();
    TRY(request_read(request, &read));
    TRY(uploads_of(read, request->person, address, &rows));
    size_t wrong = request->files_wrong.count;
    struct form_files files = {ARENA_MANY(request->arena, rows.count + wrong, struct form_file), 0};
    for (size_t i = 0; i < wrong; i++)
        files.at[files.count++] = request->files_wrong.at[i];
    for (size_t i = 0; i < rows.count; i++) {
        const struct uploads_of *row = &rows.at[i];
        files.at[files.count++] = (struct form_file){.field = row->field, .file = {row->name, row->kind, row->size, row->hash, row->blob}};
    }
    *ret_files = files;
    return ok();
}

struct upload_taken {
    PersonId person;
    struct form_files files;
    const struct form *form;
};

static Err write_forget(Tx *tx, void *given)
{
    const struct upload_taken *taken = given;
    for (size_t i = 0; i < taken->files.count; i++) {
        const struct form_file *file = &taken->files.at[i];
        if (form_file_of(&taken->files, file->field, form_get(taken->form, file->field)) == file)
            TRY(upload_drop(tx, file->file.blob, taken->person));
    }
    return ok();
}

Err upload_remove(struct request *request)
{
    const struct act_kind *act = act_of(request);
    struct form only = {ARENA_MANY(request->arena, request->form.count, struct form_value), 0};
    struct upload_taken taken = {request->person, {NULL, 0}, &only};
    for (size_t i = 0; act != NULL && i < act->field_count; i++) {
        Text name = text_of(act->fields[i].name);
        if (act->fields[i].type != FIELD_FILE || !form_has(&request->form, text_join(request->arena, name, T("-remove"))))
            continue;
        for (size_t k = 0; k < request->form.count; k++)
            if (text_equal(request->form.at[k].name, name)) {
                only.at[only.count++] = request->form.at[k];
                request->form.at[k].value = TEXT_NONE;
            }
    }
    if (only.count == 0)
        return ok();
    TRY(upload_files(request, request->path, &taken.files));
    return desk_write(request, write_forget, &taken);
}

void upload_forget(struct request *request)
{
    struct upload_taken taken = {request->person, {NULL, 0}, &request->form};
    if (act_of(request) == NULL || request->person.n == 0 || upload_files(request, request->path, &taken.files).kind != OK)
        return;
    request_read_end(request);
    if (taken.files.count > 0) {
        Err end = desk_write(request, write_forget, &taken);
        (void)end;
    }
}
