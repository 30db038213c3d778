/* Names and values out of a request: forms, queries, cookies. What comes out is clean UTF-8 (text_is_clean). */
#ifndef WEB_FIELDS_H
#define WEB_FIELDS_H

#include "acts/form.h"
#include "base/arena.h"

/* What was wrong with a form. In each case *ret_form holds all that could be kept, so that what was typed is not lost. */
enum form_fault {
    FORM_FINE,
    FORM_NOT_TEXT,  /* NUL, control characters or bad UTF-8 in a value: each such byte stands as U+FFFD in what is kept */
    FORM_BAD_CODE,  /* '%' without two hexadecimal digits: kept as it stands */
    FORM_TOO_MANY,  /* fields past FORM_FIELDS are left out */
    FORM_NAME_WRONG, /* a name that is empty, longer than FORM_NAME or not clean: the field is left out */
    FORM_VALUE_LONG, /* a value past FORM_VALUE is cut there, at a character */
};

/* Reads application/x-www-form-urlencoded: a body, or an address's query. Line ends become \n: browsers send \r\n. */
enum form_fault fields_of_form(Arena *arena, Text body, struct form *ret_form);
/* The same from names and values that come one by one, not encoded (multipart/form-data): `form` and `fault` are what came so far. */
struct form_gathering {
    Arena *arena;
    struct form form;
    size_t room;
    enum form_fault fault;
};
struct form_gathering form_gathering_new(Arena *arena);
void form_gather(struct form_gathering *gathering, Text name, Text value);
/* The first fault is the one that is said. */
void form_gather_fault(struct form_gathering *gathering, enum form_fault fault);
/* A sentence for the person whose form it was; "" for FORM_FINE. */
const char *form_fault_words(enum form_fault fault);
/* Reads a Cookie header. What is no 'name=value', or not clean, is passed over; past COOKIES the rest is. */
void fields_of_cookies(Arena *arena, Text header, struct form *ret_cookies);
/* Writes a form back as a body: fields_of_form reads the same values again. Used for drafts. */
Text fields_to_body(Arena *arena, const struct form *form);

#endif
