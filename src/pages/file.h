/* A file that somebody attached, as it came (decision 0019). */
#ifndef PAGES_FILE_H
#define PAGES_FILE_H

#include "web/request.h"
#include "web/response.h"

/* GET /file/N: the bytes, to be kept by who asks, never shown in a page's place. 404 for who may not read the record of every child it is about;
 * its look names them. 500 when the sealed file is not there, or is not what the record says: nothing of it leaves. */
Err file_answer(struct request *request, struct response *response);

#endif
