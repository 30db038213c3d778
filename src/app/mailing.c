#include "app/mailing.h"

#include <string.h>
#include <sys/stat.h>

#include "rules/email.h"

/* One line of a file, without its end. */
static bool line_of(FILE *file, Arena *arena, Text *ret_line)
{
    char line[MAIL_LOGIN_LINE + 2];
    if (fgets(line, sizeof line, file) == NULL)
        return false;
    *ret_line = text_copy(arena, text_trim(text_of(line)));
    return ret_line->len <= MAIL_LOGIN_LINE;
}

/* User on the first line, password on the second. */
static bool read_login(const char *path, Arena *arena, FILE *to, struct mail_server *server)
{
    struct stat is;
    FILE *file = fopen(path, "re");
    bool open = file != NULL && fstat(fileno(file), &is) == 0;
    bool own = open && (is.st_mode & (S_IRWXG | S_IRWXO)) == 0;
    bool good = own && line_of(file, arena, &server->user) && line_of(file, arena, &server->password) && !text_is_empty(server->user);
    if (file != NULL)
        fclose(file);
    if (!open)
        fprintf(to, "HEARTH_MAIL_LOGIN_FILE can't be read: %s\n", path);
    else if (!own)
        fprintf(to, "HEARTH_MAIL_LOGIN_FILE can be read by others: it must have mode 0600.\n");
    else if (!good)
        fprintf(to, "HEARTH_MAIL_LOGIN_FILE must have the user's name on its first line and the password on its second.\n");
    return good;
}

bool mailing_of(const struct config *config, Arena *arena, FILE *to, struct post *ret_post)
{
    struct mail_server *server = &ret_post->server;
    server->host = text_of(config->mail_host);
    server->port = config->mail_port;
    server->from = text_of(config->mail_from);
    ret_post->service = text_of(config->mail_service);
    ret_post->address = text_of(config->origin);
    ret_post->first_wait = config->mail_wait;
    if (text_is_empty(server->host))
        return true;
    bool good = true;
    if (!mail_tls_of(text_of(config->mail_tls), &server->tls)) {
        fprintf(to, "HEARTH_MAIL_TLS must be starttls, tls or none, not '%s'.\n", config->mail_tls);
        good = false;
    }
    if (!email_is_one(server->from)) {
        fprintf(to, "HEARTH_MAIL_FROM must be an email address when HEARTH_MAIL_HOST is set.\n");
        good = false;
    }
    if (text_is_empty(ret_post->address)) {
        fprintf(to, "HEARTH_ORIGIN must be set when HEARTH_MAIL_HOST is: messages say where to sign in.\n");
        good = false;
    }
    return (config->mail_login_file[0] == '\0' || read_login(config->mail_login_file, arena, to, server)) && good;
}
