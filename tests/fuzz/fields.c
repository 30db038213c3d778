/* Any bytes as a form ('name=value' with & between) and as a body. What is accepted must survive: body → struct → the same body. */
#include <stdlib.h>
#include <string.h>

#include "../acts/sample_fields.h"
#include "acts/form_answers.h"
#include "acts/form_view.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static Text body_of(Arena *arena, const struct sample *act)
{
    Out out = out_new(arena);
    fields_write_json(SAMPLE, SAMPLE_COUNT, act, &out);
    return out_all(&out);
}

static void must(bool truth)
{
    if (!truth)
        abort();
}

static void reads_the_same(Arena *arena, const struct sample *act)
{
    struct sample again;
    Text body = body_of(arena, act);
    must(fields_read_json(SAMPLE, SAMPLE_COUNT, body, arena, &again).kind == OK);
    must(text_equal(body, body_of(arena, &again)));
    fields_erase(SAMPLE, SAMPLE_COUNT, &again);
    must(fields_read_json(SAMPLE, SAMPLE_COUNT, body_of(arena, &again), arena, &again).kind == OK);
}

static void try_form(Arena *arena, Text input)
{
    struct form form = {ARENA_MANY(arena, input.len + 1, struct form_value), 0};
    while (input.len > 0) {
        Text value = text_cut(&input, '&');
        Text name = text_cut(&value, '=');
        form.at[form.count++] = (struct form_value){name, value};
    }
    struct problems problems = problems_new(arena);
    struct field_options options = sample_options();
    struct form_reading reading = sample_reading(arena, &options, &problems);
    struct sample act;
    Err read = fields_read_form(SAMPLE, SAMPLE_COUNT, &form, &reading, &act);
    must((read.kind == OK) == (problems.count == 0));
    reads_the_same(arena, &act);
    struct answer_views answers = answers_view(SAMPLE, SAMPLE_COUNT, &act, &options, arena);
    for (size_t i = 0; i < answers.count; i++)
        must(answers.at[i].words.len > 0 && text_is_clean(answers.at[i].words));
    struct field_views views = fields_view(SAMPLE, SAMPLE_COUNT, &form, &options, &problems, arena);
    must(views.count > 0 && problems_view(&views, &problems, arena).count == problems.count);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena *arena = arena_new(256 << 20);
    Text input = {(const char *)data, size};
    struct sample act;
    if (fields_read_json(SAMPLE, SAMPLE_COUNT, input, arena, &act).kind == OK)
        reads_the_same(arena, &act);
    try_form(arena, input);
    arena_free(arena);
    return 0;
}
