/* Any bytes as a template: refused with a line inside it, or compiled. */
#include <stdlib.h>

#include "html_to_c.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena *arena = arena_new(0);
    const struct template_input input = {.source = {(const char *)data, size}, .file = T("x.html"), .root = T("pages"), .name = T("x")};
    struct template_problem problem = {0};
    Out header = out_new(arena), source = out_new(arena);
    if (html_to_c(arena, &input, &header, &source, &problem).kind != OK) {
        size_t lines = 1;
        for (size_t i = 0; i < size; i++)
            lines += data[i] == '\n';
        if (problem.line == 0 || problem.line > lines || problem.words.len == 0 || header.len > 0 || source.len > 0)
            abort();
    } else if (header.len == 0 || source.len == 0) {
        abort();
    }
    arena_free(arena);
    return 0;
}
