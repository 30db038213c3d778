/* Turns styles, scripts and pictures into C arrays, so that the program needs no file beside it.
 * usage: assets_to_c OUT.c NAME=FILE…      NAME is what stands after /assets/ in the address. FILE.gz, when there, is kept with it.
 * The etag is made of the bytes: the same file has the same etag in every build. */
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct bytes {
    unsigned char *at;
    size_t len;
};

static _Noreturn void die(const char *format, ...) __attribute__((format(printf, 1, 2)));

static _Noreturn void die(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fprintf(stderr, "assets_to_c: ");
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
    exit(1);
}

/* All of a file; when it can't be opened: NULL if that is fine, the end of the program if not. */
static struct bytes read_file(const char *path, int may_lack)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        if (may_lack)
            return (struct bytes){NULL, 0};
        die("%s can't be read", path);
    }
    struct bytes bytes = {NULL, 0};
    size_t room = 1 << 16;
    for (;;) {
        unsigned char *grown = realloc(bytes.at, room);
        if (grown == NULL)
            die("no memory for %s", path);
        bytes.at = grown;
        size_t got = fread(bytes.at + bytes.len, 1, room - bytes.len, file);
        bytes.len += got;
        if (bytes.len < room)
            break;
        room *= 2;
    }
    if (ferror(file))
        die("%s can't be read to its end", path);
    fclose(file);
    return bytes;
}

static const char *type_of(const char *name)
{
    static const struct {
        const char *ending, *type;
    } TYPES[] = {
        {".css", "text/css; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".svg", "image/svg+xml"},
    };
    const char *ending = strrchr(name, '.');
    for (size_t i = 0; ending != NULL && i < sizeof TYPES / sizeof TYPES[0]; i++)
        if (strcmp(ending, TYPES[i].ending) == 0)
            return TYPES[i].type;
    die("%s: no media type is known for this ending", name);
}

/* FNV-1a: tells versions apart; it need not withstand anybody. */
static uint64_t sum_of(struct bytes bytes)
{
    uint64_t sum = UINT64_C(14695981039346656037);
    for (size_t i = 0; i < bytes.len; i++)
        sum = (sum ^ bytes.at[i]) * UINT64_C(1099511628211);
    return sum;
}

static void write_array(FILE *out, const char *word, int number, struct bytes bytes)
{
    fprintf(out, "static const unsigned char %s_%d[] = {", word, number);
    for (size_t i = 0; i < bytes.len; i++)
        fprintf(out, "%s%u,", i % 32 == 0 ? "\n" : "", bytes.at[i]);
    fprintf(out, "%s};\n", bytes.len == 0 ? "0" : "\n"); /* C has no empty array */
}

int main(int argc, char **argv)
{
    if (argc < 3)
        die("usage: assets_to_c OUT.c NAME=FILE…");
    FILE *out = fopen(argv[1], "w");
    if (out == NULL)
        die("%s can't be written", argv[1]);
    fprintf(out, "/* Made by tools/assets_to_c. */\n#include \"web/assets.h\"\n\n");

    FILE *table = tmpfile();
    if (table == NULL)
        die("no temporary file");
    for (int i = 2; i < argc; i++) {
        char *equals = strchr(argv[i], '=');
        if (equals == NULL)
            die("%s is not NAME=FILE", argv[i]);
        *equals = '\0';
        const char *name = argv[i], *path = equals + 1;
        char packed_path[4096];
        if ((size_t)snprintf(packed_path, sizeof packed_path, "%s.gz", path) >= sizeof packed_path)
            die("%s is too long a path", path);
        struct bytes plain = read_file(path, 0), packed = read_file(packed_path, 1);
        write_array(out, "plain", i, plain);
        if (packed.at != NULL)
            write_array(out, "packed", i, packed);
        fprintf(table, "    {T(\"%s\"), T(\"%s\"), {(const char *)plain_%d, %zu}, ", name, type_of(name), i, plain.len);
        if (packed.at != NULL)
            fprintf(table, "{(const char *)packed_%d, %zu}, ", i, packed.len);
        else
            fprintf(table, "{NULL, 0}, ");
        fprintf(table, "T(\"\\\"%016" PRIx64 "\\\"\")},\n", sum_of(plain));
        free(plain.at);
        free(packed.at);
    }

    fprintf(out, "\nstatic const struct asset ASSETS[] = {\n");
    rewind(table);
    for (int c; (c = fgetc(table)) != EOF;)
        fputc(c, out);
    fclose(table);
    fprintf(out, "};\n\n"
                 "const struct asset *assets_find(Text path)\n{\n"
                 "    for (size_t i = 0; i < sizeof ASSETS / sizeof ASSETS[0]; i++)\n"
                 "        if (text_equal(ASSETS[i].path, path))\n"
                 "            return &ASSETS[i];\n"
                 "    return NULL;\n}\n");
    if (ferror(out) || fclose(out) != 0)
        die("%s can't be written to its end", argv[1]);
    return 0;
}
