/* HTML that cannot forget to escape (house rule 6). Templates (src/pages, compiled by tools/html_to_c) write every value through the
 * lists below; the type decides how, and a type that has no entry does not compile. There is no entry for char *, for enums
 * (their words are Text), for bool or for dates (a page says which form of the date it wants). */
#ifndef WEB_HTML_H
#define WEB_HTML_H

#include "base/out.h"

/* Finished HTML. Only compiled templates make it; nobody else writes (Html){…}. */
typedef struct html {
    Text text;
} Html;

/* An address inside Hearth, percent-encoded. Only the url_…() makers of web/url.h make it: what people typed never becomes a link. */
typedef struct url {
    Text text;
} Url;

#define URL_NONE ((Url){TEXT_NONE})

/* The one way to a Url. A file of url makers (web/url.c and its tests) defines WEB_MAKES_URLS before including this header;
 * for every other file the function is not declared. `text` is a path that begins with '/', already percent-encoded. */
#ifdef WEB_MAKES_URLS
static inline Url url_made(Text text) { return (Url){text}; }
#endif

/* The one way to Html: what a template wrote into its buffer. Declared for compiled templates only. */
#ifdef HTML_MADE_BY_TEMPLATE
static inline Html html_made(const Out *out) { return (Html){out_all(out)}; }
#endif

/* The one escaper, for text and for quoted attribute values alike: & < > " ' become references; every other byte stays as it is, so that a form
 * gives back what was typed. Names that turn the direction of a line are set apart by whoever writes them (pages/options.h, name_words). */
void html_escape(Out *out, Text text);

/* What the macros choose from. */
void html_put_html(Out *out, Html html);
void html_put_url(Out *out, Url url);
void html_put_int(Out *out, int64_t number);
static inline bool html_bool_is_true(bool value) { return value; }
static inline bool html_int_is_true(int64_t value) { return value != 0; }
static inline bool html_text_is_true(Text value) { return value.len > 0; }
static inline bool html_html_is_true(Html value) { return value.text.len > 0; }
static inline bool html_url_is_true(Url value) { return value.text.len > 0; }

/* The entries of _Generic, one list for each kind of place. {{hole}} between tags: */
#define HTML_TEXT                                                                                                      \
    Text: html_escape, Html: html_put_html, int: html_put_int, int64_t: html_put_int, size_t: html_put_int
/* {{hole}} inside a quoted attribute value, <title> or <textarea>: no HTML there. */
#define HTML_ATTRIBUTE Text: html_escape, int: html_put_int, int64_t: html_put_int, size_t: html_put_int
/* {{hole}} that is an attribute's address: href, src, action … */
#define HTML_URL Url: html_put_url
/* {{#if value}}: true, not 0, not empty. An enum is true when it is not its NONE. A list is asked by its count. */
#define HTML_TRUE                                                                                                      \
    bool: html_bool_is_true, int: html_int_is_true, unsigned: html_int_is_true, int64_t: html_int_is_true,             \
    size_t: html_int_is_true, Text: html_text_is_true, Html: html_html_is_true, Url: html_url_is_true

/* The same for code written by hand. Templates spell the _Generic out, so that the compiler reports their own line. */
#define html_text(out, value) _Generic((value), HTML_TEXT)((out), (value))
#define html_attribute(out, value) _Generic((value), HTML_ATTRIBUTE)((out), (value))
#define html_url(out, value) _Generic((value), HTML_URL)((out), (value))
#define html_true(value) _Generic((value), HTML_TRUE)(value)

#endif
