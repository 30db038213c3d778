/* What the tests of profiles stand on: a text is read and settled, and holds or is refused. */
#ifndef TESTS_RULES_PROFILE_SETTING_H
#define TESTS_RULES_PROFILE_SETTING_H

#include "base/out.h"
#include "rules/profile_check.h"

#define HEAD                                                                                                           \
    "# source: a test · 2026-01-01\nprofile land\ntitle Land\ndivision england-and-wales\nstanding statutory\nin_force since 2020-01-01\n"  \
    "always_stops DIED\ninvited SOCIAL_CARE,HEALTH,POLICE | a test\n"
#define VISIT_ROW "limit VISIT from PLAN_STARTED due 10 working_days ends VISIT stops PLAN_ENDED warn 3 local since 2020-01-01 | a test\n"
#define OWN                                                                                                            \
    "# source: a test · 2026-01-01\nprofile ours\ntitle Ours\nstanding local\nin_force since 2020-01-01\nlike england\n"

struct came {
    Arena *arena;
    struct profile_text text;
    struct profile_faults faults;
};

/* like: the profile that `like NAME` means; NULL: the program's of that name. */
static inline struct came *came_like(const char *text, const struct profile *like)
{
    Arena *arena = arena_new(0);
    struct came *came = ARENA_NEW(arena, struct came);
    came->arena = came->faults.arena = arena;
    profile_text_read(text_of(text), &came->text, &came->faults);
    profile_settle(&came->text, like != NULL ? like : profile_named(text_of(came->text.profile.like)), &came->faults);
    return came;
}

static inline struct came *came_of(const char *text) { return came_like(text, NULL); }

static inline void say(const struct came *came)
{
    for (size_t i = 0; i < came->faults.count && i < PROFILE_FAULTS_MOST; i++)
        print_error("%d: %.*s: %.*s\n", came->faults.at[i].line, TEXT_ARGS(came->faults.at[i].row), TEXT_ARGS(came->faults.at[i].reason));
}

static inline bool has(const struct came *came, int line, const char *about, const char *reason)
{
    for (size_t i = 0; i < came->faults.count && i < PROFILE_FAULTS_MOST; i++) {
        const struct profile_fault *fault = &came->faults.at[i];
        if (fault->line == line && text_equal_string(fault->row, about) && text_contains(fault->reason, text_of(reason)))
            return true;
    }
    return false;
}

/* The text is refused with one fault: that line, about that row, with those words in the reason. */
static inline void refused(const char *text, int line, const char *about, const char *reason)
{
    struct came *came = came_of(text);
    if (came->faults.count != 1 || !has(came, line, about, reason)) {
        say(came);
        fail_msg("%zu faults, not the one of line %d: %s: %s", came->faults.count, line, about, reason);
    }
    arena_free(came->arena);
}

static inline void holds(const char *text)
{
    struct came *came = came_of(text);
    say(came);
    assert_int_equal(came->faults.count, 0);
    arena_free(came->arena);
}

#endif
