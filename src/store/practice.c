#include "store/practice.h"

#include "store/organisation_sql.h"

Err practice_read(Read *read, struct practice *ret_practice)
{
    struct profiles_in_force_rows rows;
    TRY(profiles_in_force(read, &rows));
    struct practice_period *periods = ARENA_MANY(read->arena, rows.count + 1, struct practice_period);
    periods[0] = (struct practice_period){DATE_NONE, profile_named(T("england"))};
    for (size_t i = 0; i < rows.count; i++) {
        periods[i] = (struct practice_period){rows.at[i].since, profile_named(rows.at[i].profile)};
        if (periods[i].profile == NULL)
            return err(BROKEN, "the authority's profile is not one of this program's");
    }
    size_t count = rows.count == 0 ? 1 : rows.count;
    *ret_practice = (struct practice){periods, count, &HOLIDAYS[periods[count - 1].profile->division]};
    return ok();
}
