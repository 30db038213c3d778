/* The program itself, `hearth serve`, on a free port over a folder; and browsers that sign in to it. Include after cmocka.h. */
#ifndef OUTSIDE_SERVING_H
#define OUTSIDE_SERVING_H

#include <ctype.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>

#include "base/out.h"
#include "speaking.h"

struct serving {
    pid_t pid;
    int port;
    char log[500];
};

/* Where the build put its programs. */
__attribute__((unused)) static const char *build_folder(void) { return getenv("HEARTH_BUILD") == NULL ? "build" : getenv("HEARTH_BUILD"); }

/* Starts the program; comes back when it answers. What it says goes to FOLDER/serve.log. */
__attribute__((unused)) static struct serving serving_start(const char *folder)
{
    char program[500], line[600], *log;
    struct serving serving = {0};
    log = serving.log;
    snprintf(program, sizeof program, "%s/hearth", build_folder());
    snprintf(log, sizeof serving.log, "%s/serve.log", folder);
    serving.pid = fork();
    if (serving.pid == 0) {
        int to = open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        dup2(to, STDERR_FILENO);
        setenv("HEARTH_DATA", folder, 1);
        setenv("HEARTH_PORT", "0", 1);
        execl(program, program, "serve", (char *)NULL);
        _exit(127);
    }
    for (int tries = 0; tries < 3000 && serving.port == 0; tries++) {
        FILE *file = fopen(log, "r");
        while (file != NULL && fgets(line, sizeof line, file) != NULL) {
            const char *at = strstr(line, "serving on ");
            at = at == NULL ? NULL : strstr(at, " port ");
            serving.port = at == NULL ? serving.port : atoi(at + 6);
        }
        if (file != NULL)
            fclose(file);
        if (serving.port == 0)
            nanosleep(&(struct timespec){0, 10000000}, NULL);
    }
    assert_true(serving.port > 0);
    return serving;
}

/* Stops it as an operator does, and says how it ended: 0 when clean. A sanitizer that found something ends it otherwise. */
__attribute__((unused)) static int serving_stop(struct serving *serving)
{
    int status = 0;
    char line[2000];
    kill(serving->pid, SIGTERM);
    waitpid(serving->pid, &status, 0);
    FILE *file = status == 0 ? NULL : fopen(serving->log, "r");
    while (file != NULL && fgets(line, sizeof line, file) != NULL)
        if (strncmp(line, "info ", 5) != 0)
            fputs(line, stderr);
    if (file != NULL)
        fclose(file);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

enum { BROWSER_ROOM = 2 * 1024 * 1024 };

/* One person's browser: cookie, the proof of its forms, and the last answer. One thread at a time. */
struct browser {
    int port;
    char cookie[200], csrf[100];
    char *heard; /* BROWSER_ROOM bytes */
    size_t heard_len;
};

__attribute__((unused)) static void browser_open(struct browser *browser, int port)
{
    *browser = (struct browser){.port = port, .heard = malloc(BROWSER_ROOM)};
    assert_non_null(browser->heard);
    browser->heard[0] = '\0';
}

__attribute__((unused)) static void browser_close(struct browser *browser) { free(browser->heard); }

/* Sends one request and reads the whole answer; its status. Further headers end in "\r\n". The body is sent as a form. */
__attribute__((unused)) static int browse_with(struct browser *browser, const char *method, const char *path, const char *headers, const char *body,
                                               size_t body_len)
{
    char head[4096];
    int len = snprintf(head, sizeof head, "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s%s%s%s", method, path,
                       browser->cookie[0] == '\0' ? "" : "Cookie: ", browser->cookie, browser->cookie[0] == '\0' ? "" : "\r\n", headers);
    if (body != NULL)
        len += snprintf(head + len, sizeof head - (size_t)len, "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %zu\r\n", body_len);
    len += snprintf(head + len, sizeof head - (size_t)len, "\r\n");
    int at = connected(browser->port);
    send(at, head, (size_t)len, MSG_NOSIGNAL);
    struct pollfd answered = {.fd = at, .events = POLLIN};
    for (size_t sent = 0; sent < body_len && poll(&answered, 1, 0) == 0;) { /* an answer before the end: the rest is not wanted */
        size_t part = body_len - sent < 16 * 1024 ? body_len - sent : 16 * 1024;
        ssize_t now = send(at, body + sent, part, MSG_NOSIGNAL);
        if (now <= 0)
            break;
        sent += (size_t)now;
    }
    browser->heard_len = heard(at, browser->heard, BROWSER_ROOM, 60000);
    close(at);
    const char *cookie = strstr(browser->heard, "\r\nSet-Cookie: ");
    if (cookie != NULL && cookie < body_of(browser->heard))
        snprintf(browser->cookie, sizeof browser->cookie, "%.*s", (int)strcspn(cookie + 14, ";"), cookie + 14);
    return status_of(browser->heard);
}

__attribute__((unused)) static int browse(struct browser *browser, const char *method, const char *path, const char *body)
{
    return browse_with(browser, method, path, "", body, body == NULL ? 0 : strlen(body));
}

/* Takes the proof out of a page with a form. */
__attribute__((unused)) static bool browser_take_proof(struct browser *browser)
{
    static const char before[] = "name=\"csrf\" value=\"";
    const char *at = strstr(browser->heard, before);
    if (at != NULL)
        snprintf(browser->csrf, sizeof browser->csrf, "%.*s", (int)strcspn(at + sizeof before - 1, "\""), at + sizeof before - 1);
    return at != NULL;
}

/* True when signed in, with the proof of a page behind it. */
__attribute__((unused)) static bool browser_sign_in(struct browser *browser, const char *name, const char *password)
{
    char body[500];
    if (browse(browser, "GET", "/sign-in", NULL) != 200 || !browser_take_proof(browser))
        return false;
    snprintf(body, sizeof body, "csrf=%s&name=%s&password=%s", browser->csrf, name, password);
    return browse(browser, "POST", "/sign-in", body) == 303 && browse(browser, "GET", "/", NULL) == 200 && browser_take_proof(browser);
}

/* A value as a form sends it. */
__attribute__((unused)) static void form_escape(Out *out, const char *bytes, size_t len)
{
    static const char hex[] = "0123456789ABCDEF";
    for (size_t i = 0; i < len; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        if (isalnum(byte) || byte == '-' || byte == '_' || byte == '.') {
            out_char(out, (char)byte);
        } else {
            out_char(out, '%');
            out_char(out, hex[byte >> 4]);
            out_char(out, hex[byte & 15]);
        }
    }
}

#endif
