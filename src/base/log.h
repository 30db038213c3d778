/* Lines to stderr. Only web and app log (house rule 11); names of people never go here. */
#ifndef BASE_LOG_H
#define BASE_LOG_H

/* One line with a level word before it. Safe from several threads: a line is one write. */
void log_info(const char *format, ...) __attribute__((format(printf, 1, 2)));
void log_error(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
