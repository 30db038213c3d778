#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_POISONS 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_POISONS 1
#endif
#endif

struct block {
    struct block *next;
    size_t size; /* bytes that can be taken from this block */
    size_t used;
    alignas(max_align_t) unsigned char bytes[];
};

struct arena {
    struct block *first; /* the newest block; the oldest is kept by arena_reset */
    size_t cap;
    size_t used;
    bool over;
};

static struct block *block_new(size_t size)
{
    struct block *block = malloc(sizeof(struct block) + size);
    if (block == NULL)
        abort(); /* no memory at all: nothing true can be answered; the service manager starts us again */
    block->next = NULL;
    block->size = size;
    block->used = 0;
    return block;
}

static void block_free(struct block *block)
{
#ifdef ARENA_POISONS
    memset(block->bytes, 0xdd, block->size);
#endif
    free(block);
}

Arena *arena_new(size_t cap)
{
    Arena *arena = malloc(sizeof *arena);
    if (arena == NULL)
        abort();
    *arena = (Arena){.first = block_new(ARENA_BLOCK), .cap = cap == 0 ? ARENA_CAP : cap};
    return arena;
}

void arena_free(Arena *arena)
{
    if (arena == NULL)
        return;
    for (struct block *block = arena->first; block != NULL;) {
        struct block *next = block->next;
        block_free(block);
        block = next;
    }
    free(arena);
}

void arena_reset(Arena *arena)
{
    while (arena->first->next != NULL) {
        struct block *next = arena->first->next;
        block_free(arena->first);
        arena->first = next;
    }
#ifdef ARENA_POISONS
    memset(arena->first->bytes, 0xdd, arena->first->size);
#endif
    arena->first->used = 0;
    arena->used = 0;
    arena->over = false;
}

void *arena_take(Arena *arena, size_t size)
{
    const size_t align = alignof(max_align_t);
    if (size > SIZE_MAX / 2)
        abort();
    size_t whole = (size + align - 1) / align * align;
    arena->used += whole;
    if (arena->used > arena->cap) {
        arena->over = true;
        if (arena->used > arena->cap + ARENA_RESERVE)
            abort();
    }
    struct block *block = arena->first;
    if (block->size - block->used < whole) {
        size_t want = whole > ARENA_BLOCK ? whole : ARENA_BLOCK;
        struct block *fresh = block_new(want);
        if (whole > ARENA_BLOCK / 2 && block->next != NULL) { /* a big one goes behind, so the room in front is used up */
            fresh->next = block->next;
            block->next = fresh;
        } else {
            fresh->next = block;
            arena->first = fresh;
        }
        block = fresh;
    }
    void *at = block->bytes + block->used;
    block->used += whole;
    memset(at, 0, whole);
    return at;
}

void *arena_take_many(Arena *arena, size_t count, size_t size)
{
    size_t whole;
    if (__builtin_mul_overflow(count, size, &whole))
        abort();
    return arena_take(arena, whole);
}

bool arena_over(const Arena *arena) { return arena->over; }
size_t arena_used(const Arena *arena) { return arena->used; }
void arena_turn_over(Arena *arena) { arena->over = true; }
