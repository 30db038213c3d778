/* A form that brings a file: read as it comes in, the file sealed as it comes (store/blob.h), the words as any form's. Nothing of a file is
 * written before the form has proved that it is ours. A file that came waits in the desk until its form is taken, as a draft does: whoever is sent
 * the form back, or has to sign in first, need not choose it again. */
#ifndef WEB_UPLOAD_H
#define WEB_UPLOAD_H

#include "web/fields.h"
#include "web/request.h"

struct upload;

/* True when the row of the request is an act's whose form has a file, and the body is said to be multipart/form-data: such a body may have
 * UPLOAD_BODY bytes. */
bool upload_is_one(const struct request *request);
/* Begins to read such a body. */
struct upload *upload_begin(struct request *request);
/* The next bytes of the body. */
void upload_take(struct upload *upload, Text bytes);
/* The body is over. *ret_form: all that could be kept, as fields_of_form gives it; a file that came stands in it by its name (file_form_value).
 * NOT_VALID: the body was no whole form, and nothing of it is kept; its words past the route's own limit: *ret_status 413, else 400. */
Err upload_end(struct upload *upload, struct form *ret_form, enum form_fault *ret_fault, int *ret_status);
/* The files that came wait for this person from now on. */
Err upload_keep(struct upload *upload, PersonId person);
/* Takes away what nobody keeps: the request is over. NULL is fine. */
void upload_abandon(struct upload *upload);

/* What the form of that address, the request's own, can say in its file fields (nothing where it has none): the files that wait for the signed-in person, and what was wrong with those that came
 * with this request. */
Err upload_files(struct request *request, Text address, struct form_files *ret_files);
/* The form says of a file that it shall go ('report-remove'): it waits no more, and the form doesn't name it. */
Err upload_remove(struct request *request);
/* The form was taken: the files it named belong to the record now. One that stays waits for nobody, which does no harm; so this can't fail. */
void upload_forget(struct request *request);

#endif
