#include "acts/conference/chair.h"

#include "store/conference_sql.h"

Err chair_stands(Read *read, PersonId chair, ConferenceId conference, struct facts *facts)
{
    struct chair_facts row;
    TRY(chair_facts(read, chair, conference, &row));
    facts->chair_holds_case = row.holds > 0;
    facts->chair_works_case = row.works > 0;
    facts->chair_manages_holder = row.manages > 0;
    facts->chair_in_holders_team = row.in_team > 0;
    facts->chair_managed_by_holder = row.managed > 0;
    facts->chair_knows_family = row.knows > 0;
    return ok();
}

const char *chair_stands_words(const struct facts *facts)
{
    return facts->chair_holds_case        ? "holds or held the case"
           : facts->chair_works_case      ? "works or worked on the case"
           : facts->chair_manages_holder  ? "manages who holds the case"
           : facts->chair_in_holders_team ? "is in the team of who holds the case"
           : facts->chair_managed_by_holder ? "answers to who holds the case"
           : facts->chair_knows_family    ? "knows the family"
                                          : "";
}
