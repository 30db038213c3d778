#include "web/changes.h"

#include <pthread.h>
#include <time.h>

#include "web/limits.h"

/* Conferences that fall on one place wake each other's pages, which then find nothing new. */
enum { PLACES = 64 };

struct place {
    pthread_mutex_t lock;
    pthread_cond_t told;
    uint64_t count;
};
static struct place places[PLACES];
static pthread_once_t made_once = PTHREAD_ONCE_INIT;
static pthread_mutex_t streams_lock = PTHREAD_MUTEX_INITIALIZER;
static int streams;
static _Atomic bool stopping;

static void make(void)
{
    for (int i = 0; i < PLACES; i++) {
        pthread_mutex_init(&places[i].lock, NULL);
        pthread_cond_init(&places[i].told, NULL);
    }
}

static struct place *place_of(ConferenceId conference)
{
    pthread_once(&made_once, make);
    return &places[(uint64_t)conference.n / IDS_OF_ONE_ENTRY % PLACES];
}

void changes_begin(void) { stopping = false; }

void changes_stop(void)
{
    stopping = true;
    pthread_once(&made_once, make);
    for (int i = 0; i < PLACES; i++) {
        pthread_mutex_lock(&places[i].lock);
        pthread_cond_broadcast(&places[i].told);
        pthread_mutex_unlock(&places[i].lock);
    }
}

void changes_tell(ConferenceId conference)
{
    struct place *place = place_of(conference);
    pthread_mutex_lock(&place->lock);
    place->count++;
    pthread_cond_broadcast(&place->told);
    pthread_mutex_unlock(&place->lock);
}

uint64_t changes_told(ConferenceId conference)
{
    struct place *place = place_of(conference);
    pthread_mutex_lock(&place->lock);
    uint64_t count = place->count;
    pthread_mutex_unlock(&place->lock);
    return count;
}

bool changes_wait(ConferenceId conference, uint64_t seen, int milliseconds)
{
    struct place *place = place_of(conference);
    struct timespec until;
    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += milliseconds / 1000;
    until.tv_nsec += (long)(milliseconds % 1000) * 1000000;
    if (until.tv_nsec >= 1000000000) {
        until.tv_sec++;
        until.tv_nsec -= 1000000000;
    }
    pthread_mutex_lock(&place->lock);
    int waited = 0;
    while (!stopping && place->count == seen && waited == 0)
        waited = pthread_cond_clockwait(&place->told, &place->lock, CLOCK_MONOTONIC, &until);
    pthread_mutex_unlock(&place->lock);
    return !stopping;
}

bool changes_enter(void)
{
    pthread_mutex_lock(&streams_lock);
    bool may = streams < SERVER_STREAMS;
    streams += may;
    pthread_mutex_unlock(&streams_lock);
    return may;
}

void changes_leave(void)
{
    pthread_mutex_lock(&streams_lock);
    streams--;
    pthread_mutex_unlock(&streams_lock);
}
