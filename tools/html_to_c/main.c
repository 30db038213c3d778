/* html_to_c FILE ROOT NAME HEADER SOURCE: compiles one template; see html_to_c.h. */
#include <stdio.h>
#include <stdlib.h>

#include "html_to_c.h"

static bool read_whole(Arena *arena, const char *path, Text *ret_text)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return false;
    char *at = arena_take(arena, TEMPLATE_BYTES + 1); /* one more, so that a longer one is seen to be longer */
    size_t len = fread(at, 1, TEMPLATE_BYTES + 1, file);
    bool fine = ferror(file) == 0;
    fclose(file);
    *ret_text = (Text){at, len};
    return fine;
}

static bool write_whole(const char *path, Text text)
{
    FILE *file = fopen(path, "wb");
    if (file == NULL)
        return false;
    bool fine = fwrite(text.at, 1, text.len, file) == text.len;
    return fclose(file) == 0 && fine;
}

int main(int argc, char **argv)
{
    if (argc != 6) {
        fprintf(stderr, "usage: html_to_c FILE ROOT NAME HEADER SOURCE\n");
        return EXIT_FAILURE;
    }
    Arena *arena = arena_new(0);
    struct template_input input = {.file = text_of(argv[1]), .root = text_of(argv[2]), .name = text_of(argv[3])};
    Out header = out_new(arena), source = out_new(arena);
    struct template_problem problem = {0};
    int code = EXIT_FAILURE;
    if (!read_whole(arena, argv[1], &input.source))
        fprintf(stderr, "%s: cannot be read\n", argv[1]);
    else if (html_to_c(arena, &input, &header, &source, &problem).kind != OK)
        fprintf(stderr, "%s:%zu: %.*s\n", argv[1], problem.line, TEXT_ARGS(problem.words));
    else if (!write_whole(argv[4], out_all(&header)) || !write_whole(argv[5], out_all(&source)))
        fprintf(stderr, "%s: cannot be written\n", argv[4]);
    else
        code = EXIT_SUCCESS;
    arena_free(arena);
    return code;
}
