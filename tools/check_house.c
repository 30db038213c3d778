/* Reads the sources and says, in plain words and with file and line, where a rule of the house (HOUSE.md) is broken.
 * usage: check_house ROOT [STAMP]     STAMP is written when nothing is wrong and it isn't there yet: the build hangs on it.
 * Stands on standard C alone, because base is built after it. What it keeps is the tables below; a new rule is a row. */
#include <ctype.h>
#include <dirent.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { LINES_AT_MOST = 600, PATH_ROOM = 1024, WORD_ROOM = 128, FILES_AT_MOST = 8192, USES_AT_MOST = 512 };

/* Rule 2. A folder includes itself and what has a smaller rank. Two folders of one rank don't include each other. */
static const struct {
    const char *folder;
    int rank;
} LAYERS[] = {
    {"base", 0},      {"rules", 1},   {"store", 2}, {"acts", 3}, {"web", 4}, {"pages", 5},
    {"documents", 5}, {"returns", 5}, {"api", 6},   {"jobs", 6}, {"app", 7},
};

/* Rule 17. Headers everybody may include: C's, POSIX's, and libsodium's, whose primitives each layer needs. Any other has one home. */
static const char *const FREE_HEADERS[] = {
    "assert.h",   "ctype.h",      "dirent.h",     "endian.h", "errno.h",    "fcntl.h",    "inttypes.h",    "limits.h",     "math.h",
    "poll.h",     "pthread.h",    "setjmp.h",     "signal.h",   "sodium.h",   "stdalign.h",    "stdarg.h",     "stdatomic.h",
    "stdbool.h",  "stddef.h",     "stdint.h",     "stdio.h",    "stdlib.h",   "stdnoreturn.h", "string.h",     "strings.h",
    "sys/file.h", "sys/random.h", "sys/socket.h", "sys/stat.h", "sys/time.h", "sys/types.h",   "sys/uio.h",    "sys/un.h",
    "sys/wait.h", "time.h",       "unistd.h",     "netdb.h",    "spawn.h",    "arpa/inet.h",   "netinet/in.h", "netinet/tcp.h",
    "sys/mman.h", "sys/prctl.h",  "sys/resource.h", "sys/syscall.h", "termios.h", "getopt.h",
};
static const struct {
    const char *header, *home;
} HOMES[] = {
    {"microhttpd.h", "src/web/server.c"},
    {"sqlite3.h", "src/store/engine_sqlite.c"},
    {"libpq-fe.h", "src/store/engine_postgres.c"},
    {"curl/curl.h", "src/jobs/mail.c"},
    {"libical/ical.h", "src/documents/calendar.c"},
};

/* Calls that are refused in the folders (or files) that begin with one of `where`, except in those that begin with one of `not_where`. */
static const struct {
    const char *calls, *where, *not_where, *says;
} CALLS[] = {
    {"time localtime localtime_r gmtime gmtime_r mktime timegm gettimeofday clock_gettime ftime strftime", "src/", "src/base/clock.c",
     "only src/base/clock.c reads the clock: take now or today from the request (to wait or to measure, CLOCK_MONOTONIC and sem_clockwait are free)"},
    {"malloc calloc realloc reallocarray aligned_alloc strdup strndup asprintf vasprintf free alloca",
     "src/rules/ src/pages/ src/documents/ src/returns/ src/api/", "", "memory comes from the request's arena here, or not at all (rules 4 and 9)"},
    {"strcpy strcat sprintf vsprintf gets strtok strtok_r stpcpy scanf sscanf fscanf", "src/ tools/", "",
     "it can write or read past the end: use Text and Out (or snprintf)"},
    {"atoi atol atoll atof strtol strtoll strtoul strtoull", "src/", "", "it takes what is not a number for one: use text_to_int"},
    {"rand srand random srandom rand_r drand48 arc4random", "src/", "", "what is random comes from random_bytes()"},
    {"system popen", "src/ tools/", "", "a shell is never asked: use posix_spawn"},
    {"longjmp siglongjmp", "src/", "", "errors are returned (rule 10)"},
    {"setlocale", "src/", "", "language is a field of the request"},
    {"log_info log_error", "src/base/ src/rules/ src/store/ src/acts/", "src/base/log.", "below web nobody logs (rule 11): return an Err"},
    {"printf puts putchar perror", "src/", "src/app/", "only app prints: below it answers are returned (rule 11)"},
    {"fopen open read write getenv random_bytes clock_now", "src/rules/", "", "rules are pure: no file, clock, chance or setting (rule 4)"},
};

/* What is never left in a file. Written in pieces, so that this file may be read too. Lower case: found in any case. */
static const struct {
    const char *word, *endings, *says;
} WORDS[] = {
    {"TO" "DO", "", "work that is left is written down as an issue, not in the source"},
    {"FIX" "ME", "", "work that is left is written down as an issue, not in the source"},
    {"XX" "X", "", "work that is left is written down as an issue, not in the source"},
    {"HA" "CK", "", "say what it does and why it must"},
    {"not imple" "mented", "", "what stands here works, or doesn't stand here"},
    {"place" "holder", ".c .h .sql .act", "what stands here works, or doesn't stand here"},
    {"st" "ub", ".c .h .sql .act", "what stands here works, or doesn't stand here"},
};

/* Rule 1: folders and files are words of the work, not patterns. */
static const char *const NAMES_REFUSED[] = {"util", "utils", "helper", "helpers", "manager", "service", "common", "core", "misc"};

static const char *const READ_ENDINGS = ".c .h .def .sql .act .codes .html .js .mjs .scss .eval .scenario .po";
static const char *const LONG_ENDINGS = ".c .h .sql .act .html .js .mjs .scss";
static const char *const ROOTS[] = {"src", "tools", "tests", "assets"};

static int offences;
static char *files[FILES_AT_MOST];
static size_t file_count;
/* Which file of src/ included which header with one home first. */
static struct {
    char header[WORD_ROOM], by[PATH_ROOM];
} uses[USES_AT_MOST];
static size_t use_count;

static void say(const char *path, int line, const char *format, ...) __attribute__((format(printf, 3, 4)));

static void say(const char *path, int line, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fprintf(stderr, "%s:%d: ", path, line);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
    offences++;
}

static _Noreturn void die(const char *what, const char *path)
{
    fprintf(stderr, "check_house: %s: %s\n", path, what);
    exit(2);
}

/* True when one of the words of `list` (between spaces) is `word`. */
static bool is_one_of(const char *list, const char *word, size_t len)
{
    for (const char *at = list; *at != '\0';) {
        size_t size = strcspn(at, " ");
        if (size == len && memcmp(at, word, len) == 0)
            return true;
        at += size + (at[size] == ' ');
    }
    return false;
}

static bool begins_with_one_of(const char *list, const char *path)
{
    for (const char *at = list; *at != '\0';) {
        size_t size = strcspn(at, " ");
        if (size > 0 && strncmp(path, at, size) == 0)
            return true;
        at += size + (at[size] == ' ');
    }
    return false;
}

static bool has_ending(const char *list, const char *path)
{
    const char *ending = strrchr(path, '.');
    return ending != NULL && is_one_of(list, ending, strlen(ending));
}

/* The rank of the layer whose name begins `path` and ends before a '/', or -1. */
static int rank_of(const char *path, size_t *ret_len)
{
    *ret_len = strcspn(path, "/");
    for (size_t i = 0; path[*ret_len] == '/' && i < sizeof LAYERS / sizeof LAYERS[0]; i++)
        if (strlen(LAYERS[i].folder) == *ret_len && memcmp(LAYERS[i].folder, path, *ret_len) == 0)
            return LAYERS[i].rank;
    return -1;
}

static void check_own_include(const char *path, int line, const char *name)
{
    size_t own_len, len;
    int rank = rank_of(name, &len);
    if (strncmp(path, "src/", 4) != 0)
        return;
    const char *own = path + 4;
    int own_rank = rank_of(own, &own_len);
    if (own_rank < 0)
        say(path, line, "%.*s is no layer of the house: README.md names them", (int)own_len, own);
    else if (rank < 0)
        say(path, line, "\"%s\" must begin with its layer, as in \"base/text.h\"", name);
    else if (rank > own_rank)
        say(path, line, "%.*s may not include %.*s: arrows point only to the left (rule 2)", (int)own_len, own, (int)len, name);
    else if (rank == own_rank && (own_len != len || memcmp(own, name, len) != 0))
        say(path, line, "%.*s and %.*s stand side by side and don't include each other (rule 2)", (int)own_len, own, (int)len, name);
}

static void check_system_include(const char *path, int line, const char *name)
{
    if (strncmp(path, "src/", 4) != 0)
        return;
    for (size_t i = 0; i < sizeof FREE_HEADERS / sizeof FREE_HEADERS[0]; i++)
        if (strcmp(FREE_HEADERS[i], name) == 0)
            return;
    for (size_t i = 0; i < sizeof HOMES / sizeof HOMES[0]; i++)
        if (strcmp(HOMES[i].header, name) == 0) {
            if (strcmp(HOMES[i].home, path) != 0)
                say(path, line, "<%s> is included from %s alone (rule 17)", name, HOMES[i].home);
            return;
        }
    for (size_t i = 0; i < use_count; i++)
        if (strcmp(uses[i].header, name) == 0) {
            if (strcmp(uses[i].by, path) != 0)
                say(path, line, "<%s> is included from %s already, and a part has one home (rule 17)", name, uses[i].by);
            return;
        }
    if (use_count == USES_AT_MOST)
        die("too many headers of other parts", path);
    snprintf(uses[use_count].header, sizeof uses[use_count].header, "%s", name);
    snprintf(uses[use_count++].by, sizeof uses[0].by, "%s", path);
}

static void check_include(const char *path, int line, const char *text)
{
    text += strspn(text, " \t");
    if (*text != '#')
        return;
    text += 1 + strspn(text + 1, " \t");
    if (strncmp(text, "include", 7) != 0)
        return;
    text += 7 + strspn(text + 7, " \t");
    char close = *text == '<' ? '>' : '"', name[WORD_ROOM];
    if (*text != '<' && *text != '"')
        return;
    const char *end = strchr(text + 1, close);
    size_t len = end == NULL ? 0 : (size_t)(end - text - 1);
    if (len == 0 || len >= sizeof name)
        return;
    memcpy(name, text + 1, len);
    name[len] = '\0';
    if (close == '>')
        check_system_include(path, line, name);
    else
        check_own_include(path, line, name);
}

static bool is_word_char(char c) { return isalnum((unsigned char)c) || c == '_'; }

/* `code` is a line without its comments and strings. A name after '.' or '->' is a field's, whatever it is called. */
static void check_calls(const char *path, int line, const char *code)
{
    for (const char *at = code; *at != '\0';) {
        if (!is_word_char(*at)) {
            at++;
            continue;
        }
        size_t len = 0;
        while (is_word_char(at[len]))
            len++;
        const char *after = at + len + strspn(at + len, " \t");
        bool field = at > code && (at[-1] == '.' || (at[-1] == '>' && at > code + 1 && at[-2] == '-'));
        for (size_t i = 0; *after == '(' && !field && i < sizeof CALLS / sizeof CALLS[0]; i++)
            if (is_one_of(CALLS[i].calls, at, len) && begins_with_one_of(CALLS[i].where, path) &&
                !begins_with_one_of(CALLS[i].not_where, path) && strstr(after, "(CLOCK_MONOTONIC") != after)
                say(path, line, "%.*s(): %s", (int)len, at, CALLS[i].says);
        at += len;
    }
}

static bool same_letters(const char *at, const char *word, size_t len)
{
    bool any_case = islower((unsigned char)word[0]);
    for (size_t i = 0; i < len; i++)
        if (at[i] == '\0' || (any_case ? tolower((unsigned char)at[i]) : at[i]) != word[i])
            return false;
    return true;
}

static void check_words(const char *path, int line, const char *text)
{
    for (size_t i = 0; i < sizeof WORDS / sizeof WORDS[0]; i++) {
        size_t len = strlen(WORDS[i].word);
        if (WORDS[i].endings[0] != '\0' && !has_ending(WORDS[i].endings, path))
            continue;
        for (const char *at = text; *at != '\0'; at++)
            if ((at == text || !is_word_char(at[-1])) && same_letters(at, WORDS[i].word, len) && !is_word_char(at[len]))
                say(path, line, "\"%s\": %s", WORDS[i].word, WORDS[i].says);
    }
}

static void check_name(const char *path)
{
    char part[PATH_ROOM];
    for (const char *at = path; *at != '\0';) {
        size_t size = strcspn(at, "/"), len = strcspn(at, "/.");
        memcpy(part, at, len);
        part[len] = '\0';
        for (size_t i = 0; i < sizeof NAMES_REFUSED / sizeof NAMES_REFUSED[0]; i++)
            if (strcmp(part, NAMES_REFUSED[i]) == 0)
                say(path, 1, "\"%s\" says how, not what: folders and files are words of the work (rule 1)", part);
        at += size + (at[size] == '/');
    }
}

/* What the line's code is: strings and characters become empty, comments blanks. *in_comment goes from line to line. */
static void keep_code(const char *text, char *code, bool *in_comment)
{
    char quote = '\0';
    size_t len = 0;
    for (const char *at = text; *at != '\0'; at++) {
        if (*in_comment) {
            if (at[0] == '*' && at[1] == '/') {
                *in_comment = false;
                at++;
            }
        } else if (quote != '\0') {
            if (*at == '\\' && at[1] != '\0')
                at++;
            else if (*at == quote)
                quote = '\0';
        } else if (at[0] == '/' && at[1] == '*') {
            *in_comment = true;
            code[len++] = ' ';
            at++;
        } else if (at[0] == '/' && at[1] == '/') {
            break;
        } else if (*at == '"' || *at == '\'') {
            quote = *at;
            code[len++] = ' ';
        } else {
            code[len++] = *at;
        }
    }
    code[len] = '\0';
}

static void check_file(const char *root, const char *path)
{
    char whole[PATH_ROOM * 2];
    snprintf(whole, sizeof whole, "%s/%s", root, path);
    FILE *file = fopen(whole, "r");
    if (file == NULL)
        die("can't be read", whole);
    check_name(path);
    bool c = has_ending(".c .h .def", path), in_comment = false;
    char *text = NULL, *code = NULL;
    size_t room = 0, code_room = 0;
    int line = 0;
    while (getline(&text, &room, file) >= 0) {
        line++;
        if (room > code_room && (code = realloc(code, code_room = room)) == NULL)
            die("no memory", whole);
        check_words(path, line, text);
        if (!c)
            continue;
        if (!in_comment)
            check_include(path, line, text);
        keep_code(text, code, &in_comment);
        check_calls(path, line, code);
    }
    if (line > LINES_AT_MOST && has_ending(LONG_ENDINGS, path))
        say(path, line, "%d lines: a file is about one thing, about 300 lines, never over %d (rule 1)", line, LINES_AT_MOST);
    free(text);
    free(code);
    fclose(file);
}

static void find_files(const char *root, const char *folder)
{
    char whole[PATH_ROOM * 2];
    snprintf(whole, sizeof whole, "%s/%s", root, folder);
    DIR *dir = opendir(whole);
    if (dir == NULL)
        return;
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;) {
        if (entry->d_name[0] == '.')
            continue;
        char path[PATH_ROOM], at[PATH_ROOM * 2];
        struct stat stat_of;
        if ((size_t)snprintf(path, sizeof path, "%s/%s", folder, entry->d_name) >= sizeof path)
            die("too long a name", folder);
        snprintf(at, sizeof at, "%s/%s", root, path);
        if (lstat(at, &stat_of) != 0)
            die("can't be looked at", at);
        if (S_ISDIR(stat_of.st_mode)) {
            find_files(root, path);
        } else if (S_ISREG(stat_of.st_mode) && has_ending(READ_ENDINGS, path)) {
            if (file_count == FILES_AT_MOST || (files[file_count] = strdup(path)) == NULL)
                die("too many files", path);
            file_count++;
        }
    }
    closedir(dir);
}

static int by_name(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

int main(int argc, char **argv)
{
    if (argc < 2)
        die("usage: check_house ROOT [STAMP]", argv[0]);
    for (size_t i = 0; i < sizeof ROOTS / sizeof ROOTS[0]; i++)
        find_files(argv[1], ROOTS[i]);
    if (file_count == 0)
        die("no sources stand here", argv[1]);
    qsort(files, file_count, sizeof files[0], by_name);
    for (size_t i = 0; i < file_count; i++) {
        check_file(argv[1], files[i]);
        free(files[i]);
    }
    if (offences > 0) {
        fprintf(stderr, "check_house: %d in all. The rules: HOUSE.md\n", offences);
        return 1;
    }
    /* An old stamp keeps its time, so that nothing is built again for it. */
    FILE *stamp = argc > 2 ? fopen(argv[2], "a") : NULL;
    if (argc > 2 && (stamp == NULL || fclose(stamp) != 0))
        die("can't be written", argv[2]);
    return 0;
}
