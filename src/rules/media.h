/* The kinds of file that can be attached, told by their first bytes: neither the name nor what a browser says is believed. Nothing more
 * of a file is ever read by the program (decision 0019). */
#ifndef RULES_MEDIA_H
#define RULES_MEDIA_H

#include "base/text.h"
#include "rules/codes.h"

enum { MEDIA_FIRST = 4096 /* bytes that media_kind_of_bytes wants, or the whole of a shorter file */ };

/* MEDIA_KIND_NONE: no kind that can be attached. `first` is a file's beginning; `whole` when it is all of it. Plain text is clean UTF-8 (a
 * character cut off at the end of `first` is fine, unless it is the file's end). */
enum media_kind media_kind_of_bytes(Text first, bool whole);
/* 'application/pdf', as HTTP says it; 'application/octet-stream' for none. */
const char *media_kind_type(enum media_kind kind);

#endif
