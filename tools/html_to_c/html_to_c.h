/* A page's template, compiled to C. tools/html_to_c/main.c is the program; the core below is a function, so that a fuzzer can call it.
 *
 * The language (nothing else is known, and there is no raw hole):
 *   {{page struct NAME_page}}            line 1 of a page: the struct that fills it, from the header beside the template
 *   {{part struct NAME in pages/x.h}}    line 1 of a part; `in …` when the struct is not in the header beside it; {{part Text}} too
 *   {{title}} {{child.name}}             a hole: a field of the struct (also {{page.title}}), or of the loop's row
 *   {{#if x}} … {{else}} … {{/if}}       {{#unless x}} … {{/unless}}; also inside a tag: {{#if x}} checked{{/if}}
 *   {{#each children as child}} … {{/each}}     any field with .at and .count
 *   {{> part}} {{> part expr}}           calls pages/parts/part.html with the struct itself, or with a field or row of it
 *   {{> layout expr}} … {{/layout}}      the same around a block; layout.html says {{content}} once
 *   {{! words for the next developer}}   written nowhere; HTML comments aren't either
 *
 * Holes stand between tags, in <title> and <textarea>, and in quoted attribute values; an address attribute (href, src, action …) is
 * one Url, or begins with '#', 'tel:' or 'sms:' as plain letters. Everything else is refused in plain words with its line. */
#ifndef HTML_TO_C_H
#define HTML_TO_C_H

#include "base/err.h"
#include "base/out.h"

enum {
    TEMPLATE_BYTES = 256 * 1024, /* one template */
    TEMPLATE_ELEMENTS = 128,     /* open inside each other */
    TEMPLATE_BLOCKS = 24,        /* {{#if}} and {{#each}} inside each other */
    TEMPLATE_PATH = 6,           /* words in a.b.c */
};

struct template_input {
    Text source; /* the template */
    Text file;   /* its path, for #line and messages */
    Text root;   /* the folder of templates as it stands in #include: "pages" */
    Text name;   /* the template inside that folder, no suffix: "enquiry/strategy_discussion" */
};

struct template_problem {
    size_t line;
    Text words;
};

/* Appends the header and the source. NOT_VALID when the template is refused: *ret_problem says where and why, in the arena. */
Err html_to_c(Arena *arena, const struct template_input *input, Out *header, Out *source, struct template_problem *ret_problem);

#endif
