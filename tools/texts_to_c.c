/* Turns the demo's scenarios into C, so that the program needs no file beside it.
 * usage: texts_to_c OUT.c FILE…      the texts stand in the order given, each under the name of its file */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static _Noreturn void die(const char *what, const char *path)
{
    fprintf(stderr, "texts_to_c: %s: %s\n", path, what);
    exit(1);
}

/* Writes the file's bytes as one array, and gives how many there are. */
static size_t write_bytes(FILE *out, const char *path, int number)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        die("can't be read", path);
    size_t len = 0;
    fprintf(out, "static const char TEXT_%d[] = {", number);
    for (int c; (c = fgetc(file)) != EOF; len++)
        fprintf(out, "%s%d,", len % 32 == 0 ? "\n" : "", c > 127 ? c - 256 : c);
    if (ferror(file))
        die("can't be read to its end", path);
    fclose(file);
    fprintf(out, "0};\n"); /* C has no empty array */
    return len;
}

int main(int argc, char **argv)
{
    if (argc < 3)
        die("usage: texts_to_c OUT.c FILE…", "texts_to_c");
    FILE *out = fopen(argv[1], "w");
    size_t *lengths = calloc((size_t)argc, sizeof *lengths);
    if (out == NULL || lengths == NULL)
        die("can't be written", argv[1]);
    fprintf(out, "/* Made by tools/texts_to_c. */\n#include \"app/demo.h\"\n\n");
    for (int i = 2; i < argc; i++)
        lengths[i] = write_bytes(out, argv[i], i);
    fprintf(out, "\nconst struct scenario_text DEMO[] = {\n");
    for (int i = 2; i < argc; i++) {
        const char *slash = strrchr(argv[i], '/');
        fprintf(out, "    {\"%s\", {TEXT_%d, %zu}},\n", slash == NULL ? argv[i] : slash + 1, i, lengths[i]);
    }
    fprintf(out, "};\nconst size_t DEMO_COUNT = %d;\n", argc - 2);
    free(lengths);
    if (ferror(out) || fclose(out) != 0)
        die("can't be written to its end", argv[1]);
    return 0;
}
