/* hearth: the command line. Each command is a row of COMMANDS; settings come from the environment (app/config.c). */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "app/attached.h"
#include "app/command.h"
#include "app/mailing.h"

static int command_help(struct command_run *run);
static int command_version(struct command_run *run);

static const struct command COMMANDS[] = {
    {"help", "", "Shows this.", 0, 0, command_help},
    {"administrator", "NAME GIVEN FAMILY", "Adds somebody who keeps the service, and their sign-in; reads the password from standard input.", 3, 3,
     command_administrator},
    {"demo", "", "Makes an invented authority in an empty folder, and shows who can sign in.", 0, 0, command_demo},
    {"due", "FILE [OPTIONS]", "Says what is due for the children of a JSON file, by when, and how it was counted; 'due --help' says more.", 0, 8, command_due},
    {"export", "", "Writes the whole record to standard output, a line for each entry and look.", 0, 0, command_export},
    {"import", "", "Reads such lines from standard input into an empty record.", 0, 0, command_import},
    {"profile", "check FILE", "Says whether a profile of time limits holds, or each fault with its file and line. Exit status 1 when it doesn't.", 2, 2,
     command_profile},
    {"profiles", "", "Shows the profiles of time limits that an authority can work by.", 0, 0, command_profiles},
    {"rebuild", "", "Makes the tables again from the ledger; nobody may be served meanwhile.", 0, 0, command_rebuild},
    {"serve", "", "Serves the pages until it is told to stop (SIGTERM, Ctrl-C).", 0, 0, command_serve},
    {"upgrade", "", "Says whether a record is of this program's version, and what to do when it is older.", 0, 0, command_upgrade},
    {"user", "NAME PERSON", "Gives a person a sign-in name; reads the password from standard input.", 2, 2, command_user},
    {"verify", "", "Proves the record: both chains, and the tables against the ledger. Exit status 1 when anything differs.", 0, 0,
     command_verify},
    {"version", "", "Shows the version.", 0, 0, command_version},
};

enum { COMMAND_COUNT = sizeof COMMANDS / sizeof COMMANDS[0] };

static int command_help(struct command_run *run)
{
    (void)run;
    puts("usage: hearth [--check | --explain] COMMAND\n");
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        printf("  %-13s %-17s %s\n", COMMANDS[i].name, COMMANDS[i].words, COMMANDS[i].help);
    puts("\n  --check                         Says whether the settings are right, and stops.\n"
         "  --explain                       Shows every setting with its value, default and limits.\n\n"
         "Settings come from the environment. HEARTH_DATA is the folder of the record.");
    return 0;
}

static int command_version(struct command_run *run)
{
    (void)run;
    puts("hearth " HEARTH_VERSION);
    return 0;
}

static int run_command(const struct command *command, const struct config *config, int count, char **words)
{
    if (count < command->least || count > command->most) {
        fprintf(stderr, "usage: hearth %s %s\n", command->name, command->words);
        return 2;
    }
    struct command_run run = {config, count, words, arena_new(0)};
    int status = command->run(&run);
    arena_free(run.arena);
    return status;
}

static bool mailing_check(const struct config *config)
{
    struct post post = {0};
    Arena *arena = arena_new(0);
    bool good = mailing_of(config, arena, stderr, &post);
    arena_free(arena);
    return good;
}

int main(int count, char **words)
{
    struct config config;
    const char *name = count > 1 ? words[1] : "help";
    umask(077); /* the record is for the account it runs under, and for nobody else on the machine */
    if (strcmp(name, "--explain") == 0) {
        config_explain(stdout);
        return 0;
    }
    bool good = config_read(&config, stderr);
    if (strcmp(name, "--check") == 0) {
        good = good && attached_check(&config, stderr) && mailing_check(&config);
        puts(good ? "The settings are right." : "The settings are wrong.");
        return good ? 0 : 1;
    }
    if (!good)
        return 2;
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        if (strcmp(name, COMMANDS[i].name) == 0)
            return run_command(&COMMANDS[i], &config, count - 2, words + 2);
    fprintf(stderr, "There is no command '%s'. 'hearth help' shows them all.\n", name);
    return 2;
}
