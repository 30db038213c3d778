/* Random bytes from the system. Never called while an entry is applied: what is random is decided before, and kept. */
#ifndef BASE_RANDOM_H
#define BASE_RANDOM_H

#include <stddef.h>

/* Fills `len` bytes (256 at most a call is enough for every use). Aborts when the system has no randomness. */
void random_bytes(void *at, size_t len);

#endif
