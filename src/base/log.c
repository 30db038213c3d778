#include "base/log.h"

#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

enum { LOG_LINE = 1024 };

static void line(const char *level, const char *format, va_list args)
{
    char at[LOG_LINE];
    int head = snprintf(at, sizeof at, "%s ", level);
    int body = vsnprintf(at + head, sizeof at - (size_t)head - 1, format, args);
    size_t len = (size_t)head + (body < 0 ? 0 : (size_t)body);
    if (len > sizeof at - 2)
        len = sizeof at - 2;
    at[len] = '\n';
    ssize_t written = write(STDERR_FILENO, at, len + 1);
    (void)written; /* nowhere is left to say that the log is gone */
}

void log_info(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    line("info", format, args);
    va_end(args);
}

void log_error(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    line("error", format, args);
    va_end(args);
}
