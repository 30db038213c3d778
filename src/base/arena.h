/* Memory of one request (or command, or act): taken piece by piece, given back as a whole (house rule 9).
 *
 * arena_take never returns NULL. Past its cap the arena serves from a reserve and turns `over`; the next store call,
 * append or send asks arena_over() and answers BROKEN. When the reserve is gone too, the program aborts. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

typedef struct arena Arena;

enum {
    ARENA_BLOCK = 16 * 1024,         /* bytes asked of the system at a time */
    ARENA_CAP = 32 * 1024 * 1024,    /* bytes one request may hold: a route's largest body, decoded, and its page */
    ARENA_RESERVE = 1024 * 1024,     /* bytes past the cap, so that the refusal itself can be written */
};

/* A new arena that turns over past `cap` bytes (0: ARENA_CAP). Aborts when the system has no memory at all. */
Arena *arena_new(size_t cap);
/* Gives everything back. NULL is fine. In test builds the bytes are poisoned first. */
void arena_free(Arena *arena);
/* Forgets all that was taken and keeps the first block: for loops that work piece by piece. */
void arena_reset(Arena *arena);

/* `size` bytes, zeroed, aligned for anything. Never NULL. size 0 gives a pointer that must not be read. */
void *arena_take(Arena *arena, size_t size) __attribute__((returns_nonnull, malloc, alloc_size(2)));
/* `count` things of `size` bytes. The product is checked: overflow turns the arena over and aborts past the reserve. */
void *arena_take_many(Arena *arena, size_t count, size_t size) __attribute__((returns_nonnull));
#define ARENA_NEW(arena, type) ((type *)arena_take((arena), sizeof(type)))
#define ARENA_MANY(arena, count, type) ((type *)arena_take_many((arena), (count), sizeof(type)))

/* True when the cap was passed. */
bool arena_over(const Arena *arena);
/* Bytes taken so far, for the log's 'arena peak'. */
size_t arena_used(const Arena *arena);
/* Turns the arena over by hand: fault tests do, to stand where memory ran out. */
void arena_turn_over(Arena *arena);

#endif
