/* Runs one fuzz target over files that are kept: found crashes and the corpus. Says one TAP line a file. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int replay_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return -1;
    size_t len = 0, room = 1 << 16;
    uint8_t *bytes = malloc(room);
    for (size_t got; bytes != NULL && (got = fread(bytes + len, 1, room - len, file)) > 0;) {
        len += got;
        if (len == room)
            bytes = realloc(bytes, room *= 2);
    }
    fclose(file);
    if (bytes == NULL)
        return -1;
    /* The exact size, so that the sanitizer sees a read one byte past the end. */
    uint8_t *exact = malloc(len == 0 ? 1 : len);
    if (exact == NULL)
        return -1;
    for (size_t i = 0; i < len; i++)
        exact[i] = bytes[i];
    LLVMFuzzerTestOneInput(exact, len);
    free(exact);
    free(bytes);
    return 0;
}

static int failed;
static int count;

static void replay_folder(const char *folder)
{
    DIR *dir = opendir(folder);
    if (dir == NULL)
        return;
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;) {
        if (entry->d_name[0] == '.')
            continue;
        char path[4096];
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        fflush(stdout);
        int result = replay_file(path);
        failed += result != 0;
        printf("%s %d - %s\n", result == 0 ? "ok" : "not ok", ++count, entry->d_name);
    }
    closedir(dir);
}

int main(int argc, char **argv)
{
    LLVMFuzzerTestOneInput((const uint8_t *)"", 0);
    printf("ok %d - empty\n", ++count);
    for (int i = 1; i < argc; i++)
        replay_folder(argv[i]);
    printf("1..%d\n", count);
    return failed != 0;
}
