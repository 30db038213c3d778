/* tools/check_house on small trees of one file or two: what it lets pass, and what it says of the rest. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum { ROOM = 8192 };

struct sample {
    const char *name;
    const char *path, *text;             /* the file */
    const char *other_path, *other_text; /* a second one, or NULL */
    const char *says;                    /* what stands in the answer; NULL: nothing is wrong */
};

/* Words that may not stand in a file are written in pieces here too. */
static const struct sample SAMPLES[] = {
    {"left is fine", "src/web/form.c", "#include \"acts/act.h\"\n#include \"web/form.h\"\n#include <string.h>\n", NULL, NULL, NULL},
    {"right is refused", "src/rules/gates.c", "\n#include \"store/child.h\"\n", NULL, NULL,
     "src/rules/gates.c:2: rules may not include store: arrows point only to the left (rule 2)"},
    {"base knows nothing", "src/base/text.c", "#include \"rules/ids.h\"\n", NULL, NULL, "base may not include rules"},
    {"side by side", "src/pages/plan.c", "#include \"documents/letter.h\"\n", NULL, NULL,
     "pages and documents stand side by side and don't include each other"},
    {"jobs print documents", "src/jobs/mail.c", "#include \"documents/letter.h\"\n#include \"returns/cin.h\"\n", NULL, NULL, NULL},
    {"api and jobs apart", "src/api/child.c", "#include \"jobs/mail.h\"\n", NULL, NULL, "api and jobs stand side by side"},
    {"an include names its layer", "src/web/form.c", "#include \"form.h\"\n", NULL, NULL, "\"form.h\" must begin with its layer"},
    {"a layer nobody knows", "src/plugins/a.c", "#include \"base/text.h\"\n", NULL, NULL, "plugins is no layer of the house"},
    {"an include in a comment", "src/rules/a.c", "/*\n#include \"web/a.h\"\n*/\n", NULL, NULL, NULL},
    {"an include with blanks", "src/rules/a.c", "  #  include   \"web/a.h\"\n", NULL, NULL, "rules may not include web"},
    {"the engine at home", "src/store/engine_sqlite.c", "#include <sqlite3.h>\n", NULL, NULL, NULL},
    {"the engine abroad", "src/pages/a.c", "#include <sqlite3.h>\n", NULL, NULL,
     "src/pages/a.c:1: <sqlite3.h> is included from src/store/engine_sqlite.c alone (rule 17)"},
    {"the server abroad", "src/api/a.c", "#include <microhttpd.h>\n", NULL, NULL, "<microhttpd.h> is included from src/web/server.c alone"},
    {"a part has one home", "src/acts/a.c", "#include <jansson.h>\n", "src/api/b.c", "#include <jansson.h>\n",
     "src/api/b.c:1: <jansson.h> is included from src/acts/a.c already"},
    {"tests may include all", "tests/store/a.c", "#include <sqlite3.h>\n#include \"app/config.h\"\n", NULL, NULL, NULL},
    {"the clock", "src/acts/a.c", "int f(void) { return (int)time(NULL); }\n", NULL, NULL, "src/acts/a.c:1: time(): only src/base/clock.c reads the clock"},
    {"the clock at home", "src/base/clock.c", "clock_gettime(CLOCK_REALTIME, &at);\n", NULL, NULL, NULL},
    {"waiting is not asking", "src/store/a.c", "clock_gettime(CLOCK_MONOTONIC, &at);\n", NULL, NULL, NULL},
    {"a field called time", "src/acts/a.c", "view->time(1); view.time (2); x = time; minutes_time(3);\n", NULL, NULL, NULL},
    {"words in a string", "src/acts/a.c", "say(\"what time(s)\"); /* time(NULL) */ // strcpy(a, b)\n", NULL, NULL, NULL},
    {"a quote in a string", "src/acts/a.c", "say(\"a \\\" time(\", '\"'); strcpy(a, b);\n", NULL, NULL, "strcpy(): it can write or read past the end"},
    {"memory in rules", "src/rules/a.c", "p = malloc (3);\n", NULL, NULL, "src/rules/a.c:1: malloc(): memory comes from the request's arena"},
    {"memory in base", "src/base/arena.c", "p = malloc(3);\n", NULL, NULL, NULL},
    {"a log below web", "src/store/a.c", "log_info(\"x\");\n", NULL, NULL, "below web nobody logs"},
    {"a log in web", "src/web/a.c", "log_info(\"x\");\n", NULL, NULL, NULL},
    {"numbers", "src/web/a.c", "int n = atoi(s);\n", NULL, NULL, "use text_to_int"},
    {"a shell", "tools/a.c", "system(\"ls\");\n", NULL, NULL, "a shell is never asked"},
    {"chance", "src/acts/a.c", "int n = rand();\n", NULL, NULL, "random_bytes()"},
    {"a marker", "src/acts/a.sql", "-- TO" "DO later\n", NULL, NULL, "src/acts/a.sql:1:"},
    {"a marker in a page", "src/pages/a.html", "<p>\n<!-- FIX" "ME -->\n", NULL, NULL, "src/pages/a.html:2:"},
    {"any case", "src/acts/a.c", "/* Not Imple" "mented yet */\n", NULL, NULL, "what stands here works"},
    {"a name for a temporary file", "tests/a.c", "char name[] = \"/tmp/a-XX" "XXXX\";\n", NULL, NULL, NULL},
    {"a word of patterns", "src/web/utils.c", "\n", NULL, NULL, "\"utils\" says how, not what"},
    {"a folder of patterns", "src/acts/helpers/a.c", "\n", NULL, NULL, "\"helpers\" says how, not what"},
};

static void write_file(const char *root, const char *path, const char *text)
{
    char whole[ROOM];
    snprintf(whole, sizeof whole, "%s/%s", root, path);
    for (char *slash = whole + strlen(root) + 1; (slash = strchr(slash, '/')) != NULL; slash++) {
        *slash = '\0';
        mkdir(whole, 0700);
        *slash = '/';
    }
    FILE *file = fopen(whole, "w");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

/* Runs the tool on the tree; its words go to `said`. Gives how it ended. */
static int run(const char *root, const char *stamp, char said[static ROOM])
{
    char tool[ROOM];
    const char *build = getenv("HEARTH_BUILD");
    assert_non_null(build);
    snprintf(tool, sizeof tool, "%s/check_house", build);
    int ends[2], status;
    assert_int_equal(pipe(ends), 0);
    fflush(NULL);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        dup2(ends[1], 2);
        close(ends[0]);
        close(ends[1]);
        execl(tool, tool, root, stamp, (char *)NULL);
        _exit(99);
    }
    close(ends[1]);
    size_t len = 0;
    for (ssize_t got; len < ROOM - 1 && (got = read(ends[0], said + len, ROOM - 1 - len)) > 0;)
        len += (size_t)got;
    said[len] = '\0';
    close(ends[0]);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void remove_tree(const char *root)
{
    pid_t child = fork();
    if (child == 0) {
        execl("/bin/rm", "rm", "-r", root, (char *)NULL);
        _exit(99);
    }
    waitpid(child, NULL, 0);
}

static void a_sample(void **state)
{
    const struct sample *sample = *state;
    char root[] = "/tmp/check-house-XXXXXX", said[ROOM];
    assert_non_null(mkdtemp(root));
    write_file(root, sample->path, sample->text);
    if (sample->other_path != NULL)
        write_file(root, sample->other_path, sample->other_text);
    int ended = run(root, NULL, said);
    remove_tree(root);
    if (sample->says == NULL) {
        assert_string_equal(said, "");
        assert_int_equal(ended, 0);
        return;
    }
    assert_int_equal(ended, 1);
    if (strstr(said, sample->says) == NULL)
        fail_msg("said: %s", said);
    assert_non_null(strstr(said, "1 in all"));
}

/* Rule 1: 600 lines are let pass, 601 are not. */
static void long_files(void **state)
{
    (void)state;
    char root[] = "/tmp/check-house-XXXXXX", said[ROOM], text[ROOM];
    assert_non_null(mkdtemp(root));
    memset(text, '\n', 600);
    text[600] = '\0';
    write_file(root, "src/acts/a.c", text);
    assert_int_equal(run(root, NULL, said), 0);
    write_file(root, "src/acts/a.c", strcat(text, "\n"));
    assert_int_equal(run(root, NULL, said), 1);
    assert_non_null(strstr(said, "src/acts/a.c:601: 601 lines"));
    remove_tree(root);
}

/* The build hangs on the stamp: it appears only when all is well, and an old one keeps its time. */
static void the_stamp(void **state)
{
    (void)state;
    char root[] = "/tmp/check-house-XXXXXX", said[ROOM], stamp[ROOM];
    struct stat before, after;
    assert_non_null(mkdtemp(root));
    snprintf(stamp, sizeof stamp, "%s/stamp.h", root);
    write_file(root, "src/rules/a.c", "p = malloc(3);\n");
    assert_int_equal(run(root, stamp, said), 1);
    assert_int_equal(stat(stamp, &before), -1);
    write_file(root, "src/rules/a.c", "int a;\n");
    assert_int_equal(run(root, stamp, said), 0);
    assert_int_equal(stat(stamp, &before), 0);
    usleep(20000);
    assert_int_equal(run(root, stamp, said), 0);
    assert_int_equal(stat(stamp, &after), 0);
    assert_memory_equal(&before.st_mtim, &after.st_mtim, sizeof after.st_mtim);
    remove_tree(root);
}

/* A root that is wrong is no success: a build that read nothing has checked nothing. */
static void an_empty_tree(void **state)
{
    (void)state;
    char root[] = "/tmp/check-house-XXXXXX", said[ROOM];
    assert_non_null(mkdtemp(root));
    assert_int_equal(run(root, NULL, said), 2);
    remove_tree(root);
}

int main(void)
{
    enum { COUNT = sizeof SAMPLES / sizeof SAMPLES[0] };
    struct CMUnitTest tests[COUNT + 3] = {cmocka_unit_test(long_files), cmocka_unit_test(the_stamp), cmocka_unit_test(an_empty_tree)};
    for (size_t i = 0; i < COUNT; i++)
        tests[i + 3] = (struct CMUnitTest){SAMPLES[i].name, a_sample, NULL, NULL, (void *)&SAMPLES[i]};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
