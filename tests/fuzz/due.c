/* Any bytes as a file for `hearth due`: refused in a sentence that names a line of it, or read. What is read is JSON for jansson too, and so is every
 * answer, under every profile. */
#include <stdint.h>
#include <stdlib.h>

#include <jansson.h>

#include "app/due.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool truth)
{
    if (!truth)
        abort();
}

static void must_be_json(Text text)
{
    json_t *json = json_loadb(text.at, text.len, JSON_REJECT_DUPLICATES, NULL);
    must(json != NULL);
    json_decref(json);
}

static void refused(const struct due_problem *problem, Text file)
{
    size_t lines = 1;
    for (size_t i = 0; i < file.len; i++)
        lines += file.at[i] == '\n';
    must(problem->line >= 1 && problem->line <= lines && problem->says.len > 0);
    must(text_is_clean(problem->says) && text_is_clean(problem->path));
}

static void answered(struct due_child *child, Arena *arena)
{
    size_t count, events = child->count;
    due_order(child, arena);
    must(child->count <= DUE_EVENTS_TIMES * events);
    for (size_t p = 0; p < PROFILE_COUNT; p++) {
        struct obligation *obligations = due_obligations(PROFILES[p], child, (Date){20600}, arena, &count);
        for (size_t i = 0; i < count && i < 50; i++) {
            Out out = out_new(arena);
            due_write(&out, child->id, &obligations[i]);
            must_be_json(out_all(&out));
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena *arena = arena_new(256 << 20), *one = arena_new(256 << 20);
    Text file = {(const char *)data, size};
    struct due_problem problem;
    if (!due_is_good(file, arena, &problem)) {
        refused(&problem, file);
    } else {
        struct due_reader reader;
        struct due_child child;
        must(problem.says.len == 0);
        must_be_json(text_begins(file, T("\xef\xbb\xbf")) ? (Text){file.at + 3, file.len - 3} : file);
        due_begin(&reader, file, arena);
        while (due_next(&reader, one, &child)) {
            answered(&child, one);
            arena_reset(one);
        }
        must(reader.problem.says.len == 0);
    }
    arena_free(one);
    arena_free(arena);
    return 0;
}
