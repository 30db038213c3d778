#include "acts/act_may.h"

#include "acts/inside.h"
#include "acts/target.h"

Err act_may(Read *read, const struct act_kind *kind, int64_t target, Rights *ret_rights, FamilyId *ret_family)
{
    const struct act_request request = {.authority = read->authority, .actor = read->actor, .now = read->now, .target = target};
    struct act_run run = {.read = read, .arena = read->arena, .kind = kind, .request = &request, .now = read->now, .today = read->today,
                          .target = target, .inside = ARENA_NEW(read->arena, struct act_inside)};
    TRY(target_find(&run));
    *ret_rights = run.rights;
    *ret_family = run.family;
    return ok();
}
