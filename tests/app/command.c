/* The commands that somebody gives who installs the program: the real one, over a folder of its own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char folder[100];

static int make_folder(void **state)
{
    (void)state;
    snprintf(folder, sizeof folder, "/tmp/hearth-command-XXXXXX");
    return mkdtemp(folder) == NULL ? -1 : 0;
}

static int remove_folder(void **state)
{
    char line[200];
    (void)state;
    snprintf(line, sizeof line, "rm -rf '%s'", folder);
    return system(line);
}

/* The exit status of `hearth WORDS` over the folder, with that on its standard input; what it says is in said. */
static int hearth(const char *words, const char *input, char said[2000])
{
    char line[2000];
    const char *build = getenv("HEARTH_BUILD") == NULL ? "build" : getenv("HEARTH_BUILD");
    snprintf(line, sizeof line, "umask 022; printf '%s\\n' | HEARTH_DATA=%s '%s/hearth' %s 2>&1", input, folder, build, words);
    FILE *from = popen(line, "r");
    assert_non_null(from);
    size_t len = fread(said, 1, 1999, from);
    said[len] = '\0';
    int status = pclose(from);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* An empty record has nobody; the first administrator comes from the command, and is an entry like any other. */
static void test_first_administrator(void **state)
{
    char said[2000];
    (void)state;
    assert_int_equal(hearth("administrator keeper Dewi Castellane", "short", said), 2);
    assert_non_null(strstr(said, "12 characters or more"));
    assert_int_equal(hearth("administrator keeper Dewi Castellane", "long enough to guess", said), 0);
    assert_int_equal(hearth("verify", "", said), 0);
    assert_non_null(strstr(said, "Ledger: whole, 1 links."));
    assert_int_equal(hearth("user keeper.again 1025", "long enough to guess", said), 0); /* 1025: the first thing that entry 1 made */
    assert_int_equal(hearth("administrator keeper", "", said), 2);
    assert_non_null(strstr(said, "usage: hearth administrator NAME GIVEN FAMILY"));
}

/* A sign-in is for somebody with an account; the service itself never signs in. */
static void test_user_without_account(void **state)
{
    char said[2000];
    (void)state;
    assert_int_equal(hearth("user keeper 1", "long enough to guess", said), 1);
    assert_non_null(strstr(said, "nobody with this number has an account"));
    assert_int_equal(hearth("user keeper 4711", "long enough to guess", said), 1);
    assert_int_equal(hearth("user keeper nobody", "long enough to guess", said), 2);
}

/* Whatever the shell's umask: the record is read by the account it runs under alone. */
static void test_record_is_closed_to_others(void **state)
{
    char said[2000], path[200];
    struct stat stat_of;
    (void)state;
    assert_int_equal(hearth("verify", "", said), 0);
    snprintf(path, sizeof path, "%s/hearth.db", folder);
    assert_int_equal(stat(path, &stat_of), 0);
    assert_int_equal(stat_of.st_mode & 077, 0);
}

/* What seals attached files is asked by --check, shown by --explain; a key that others can read is refused, by the service too. */
static void test_key_of_attached_files(void **state)
{
    char said[2000], path[200], line[500];
    (void)state;
    assert_int_equal(hearth("--check", "", said), 0); /* none yet: it is made when the service first starts */
    snprintf(path, sizeof path, "%s.key", folder);
    snprintf(line, sizeof line, "printf '%%064d\\n' 7 >'%s'; chmod 600 '%s'", path, path);
    assert_int_equal(system(line), 0);
    assert_int_equal(hearth("--check", "", said), 0);
    assert_int_equal(chmod(path, 0644), 0);
    assert_int_equal(hearth("--check", "", said), 1);
    assert_non_null(strstr(said, "read by others on this machine"));
    assert_non_null(strstr(said, path));
    assert_int_equal(hearth("serve", "", said), 1);
    assert_non_null(strstr(said, "Attached files can't be kept"));
    assert_int_equal(chmod(path, 0600), 0);
    snprintf(line, sizeof line, "echo words >'%s'", path);
    assert_int_equal(system(line), 0);
    assert_int_equal(hearth("--check", "", said), 1);
    assert_non_null(strstr(said, "64 hexadecimal digits"));
    unlink(path);
    /* A systemd credential goes before the file beside the folder; who may read it is systemd's to say, and none is ever made. */
    snprintf(line, sizeof line, "mkdir '%s/credentials' && printf '%%064d\\n' 7 >'%s/credentials/hearth.key' && chmod 444 '%s/credentials/hearth.key'", folder, folder,
             folder);
    assert_int_equal(system(line), 0);
    snprintf(line, sizeof line, "%s/credentials", folder);
    setenv("CREDENTIALS_DIRECTORY", line, 1);
    assert_int_equal(hearth("--check", "", said), 0);
    snprintf(line, sizeof line, "echo words >'%s/credentials/hearth.key'", folder);
    assert_int_equal(system(line), 0);
    assert_int_equal(hearth("--check", "", said), 1);
    assert_non_null(strstr(said, "credentials/hearth.key"));
    unsetenv("CREDENTIALS_DIRECTORY");
    assert_int_equal(hearth("verify", "", said), 0); /* which makes no key, where no file is named */
    assert_non_null(strstr(said, "Files: 0, each as it was attached."));
    assert_int_equal(access(path, F_OK), -1);
    assert_int_equal(hearth("--explain | grep -A3 '^HEARTH_KEY_FILE=\\|^HEARTH_BLOBS='", "", said), 0);
    assert_non_null(strstr(said, "systemd credential hearth.key"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_first_administrator, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(test_user_without_account, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(test_record_is_closed_to_others, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(test_key_of_attached_files, make_folder, remove_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
