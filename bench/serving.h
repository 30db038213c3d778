/* The program under a benchmark: started over a folder, waited for, asked, stopped. Included by one file each. */
#ifndef BENCH_SERVING_H
#define BENCH_SERVING_H

#include <arpa/inet.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { PAGE_MOST = 4 * 1024 * 1024 /* bytes of an answer */ };

__attribute__((unused)) static void stop_with(const char *why)
{
    fprintf(stderr, "bench: %s\n", why);
    exit(1);
}

__attribute__((unused)) static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

__attribute__((unused)) static int connect_to(int port)
{
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int at = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (at >= 0 && connect(at, (struct sockaddr *)&to, sizeof to) != 0) {
        close(at);
        return -1;
    }
    return at;
}

/* One request on an open connection; the whole answer, NUL-terminated. 0: the connection broke. */
__attribute__((unused)) static size_t exchange(int at, const char *request, size_t len, char *into)
{
    size_t got = 0, whole = 0;
    if (send(at, request, len, MSG_NOSIGNAL) != (ssize_t)len)
        return 0;
    while (whole == 0 || got < whole) {
        ssize_t now = recv(at, into + got, PAGE_MOST - 1 - got, 0);
        if (now <= 0)
            return 0;
        got += (size_t)now;
        into[got] = '\0';
        const char *end = whole == 0 ? strstr(into, "\r\n\r\n") : NULL;
        if (end != NULL) {
            const char *length = strcasestr(into, "\r\nContent-Length: ");
            whole = (size_t)(end + 4 - into) + (length != NULL && length < end ? (size_t)atoll(length + 18) : 0);
        }
    }
    return got;
}

struct served {
    pid_t pid;
    int port;
    double took; /* from its start until /health was answered */
};

__attribute__((unused)) static int free_port(void)
{
    struct sockaddr_in any = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof any;
    int at = socket(AF_INET, SOCK_STREAM, 0);
    if (bind(at, (struct sockaddr *)&any, sizeof any) != 0 || getsockname(at, (struct sockaddr *)&any, &size) != 0)
        stop_with("no port is free");
    close(at);
    return ntohs(any.sin_port);
}

__attribute__((unused)) static struct served serve(const char *program, const char *folder)
{
    static const char health[] = "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n";
    static char heard[PAGE_MOST];
    char port[20], command[2000];
    const char *run = getenv("HEARTH_BENCH_RUN");
    struct served served = {.port = free_port()};
    snprintf(port, sizeof port, "%d", served.port);
    snprintf(command, sizeof command, "exec %s %s serve", run == NULL ? "" : run, program);
    double began = seconds_now();
    served.pid = fork();
    if (served.pid == 0) {
        int to = open("/dev/null", O_WRONLY);
        prctl(PR_SET_PDEATHSIG, SIGTERM); /* when the benchmark stops at something wrong, the program goes too */
        dup2(to, STDERR_FILENO);
        setenv("HEARTH_DATA", folder, 1);
        setenv("HEARTH_PORT", port, 1);
        if (run == NULL)
            execl(program, program, "serve", (char *)NULL);
        else
            execl("/bin/sh", "sh", "-c", command, (char *)NULL);
        _exit(127);
    }
    while (seconds_now() < began + 60) {
        int at = connect_to(served.port);
        size_t got = at < 0 ? 0 : exchange(at, health, sizeof health - 1, heard);
        if (at >= 0)
            close(at);
        if (got > 0) {
            served.took = seconds_now() - began;
            return served;
        }
        nanosleep(&(struct timespec){0, 1000000}, NULL);
    }
    stop_with("the program does not answer");
    return served;
}

__attribute__((unused)) static void stop(struct served *served)
{
    kill(served->pid, SIGTERM);
    waitpid(served->pid, NULL, 0);
}

/* For qsort: numbers, the smallest first. */
__attribute__((unused)) static int by_size(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;
    return left < right ? -1 : left > right;
}

#endif
