/* Speaking raw HTTP to a server over a socket. Include after cmocka.h. */
#ifndef OUTSIDE_SPEAKING_H
#define OUTSIDE_SPEAKING_H

#include <arpa/inet.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "web/server.h"

static inline int connected(int port)
{
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int at = socket(AF_INET, SOCK_STREAM, 0);
    assert_true(at >= 0);
    assert_int_equal(connect(at, (struct sockaddr *)&to, sizeof to), 0);
    return at;
}

/* What comes within `ms` of silence, or until the other end closes; NUL-terminated in `into`. */
static inline size_t heard(int at, char *into, size_t room, int ms)
{
    size_t len = 0;
    struct pollfd poll_at = {.fd = at, .events = POLLIN};
    while (len < room - 1 && poll(&poll_at, 1, ms) == 1) {
        ssize_t got = recv(at, into + len, room - 1 - len, 0);
        if (got <= 0)
            break;
        len += (size_t)got;
    }
    into[len] = '\0';
    return len;
}

static char answer[256 * 1024];

/* Sends bytes on a connection of their own; `answer` is what came back. */
static inline const char *spoken_bytes(Server *server, const char *bytes, size_t len)
{
    int at = connected(server_port(server));
    for (size_t sent = 0; sent < len;) {
        ssize_t now = send(at, bytes + sent, len - sent, MSG_NOSIGNAL);
        if (now <= 0)
            break; /* refused before all was sent: the answer is what counts */
        sent += (size_t)now;
    }
    heard(at, answer, sizeof answer, 2000);
    close(at);
    return answer;
}

static inline const char *spoken(Server *server, const char *bytes) { return spoken_bytes(server, bytes, strlen(bytes)); }

static inline int status_of(const char *text)
{
    return strncmp(text, "HTTP/1.1 ", 9) == 0 || strncmp(text, "HTTP/1.0 ", 9) == 0 ? atoi(text + 9) : 0;
}

static inline const char *body_of(const char *text)
{
    const char *end = strstr(text, "\r\n\r\n");
    return end == NULL ? "" : end + 4;
}

/* The value of a header, up to the line's end, in a buffer of its own. */
static inline const char *header_of(const char *text, const char *name)
{
    static char value[2048];
    char line[100];
    snprintf(line, sizeof line, "\r\n%s: ", name);
    const char *at = strstr(text, line), *end = strstr(text, "\r\n\r\n");
    value[0] = '\0';
    if (at != NULL && at < end) {
        at += strlen(line);
        snprintf(value, sizeof value, "%.*s", (int)strcspn(at, "\r\n"), at);
    }
    return value;
}

#endif
