#include "acts/people/whole_family.h"

#include "store/family_sql.h"
#include "store/target_sql.h"

Err whole_family_concerned(struct act_run *run)
{
    struct target_family_rows children;
    size_t concerned = 0;
    TRY(target_family(run->read, run->family, &children));
    for (size_t i = 0; i < children.count; i++) {
        Err asked = act_concerns(run, children.at[i].child);
        if (asked.kind == NOT_ALLOWED || asked.kind == NOT_FOUND)
            continue;
        TRY(asked);
        concerned++;
    }
    return concerned > 0 ? ok() : err(NOT_FOUND, "no child of this family that the act may be about");
}

Err family_child_concerned(struct act_run *run, ChildId child)
{
    struct child_in_family row;
    bool found;
    TRY(child_in_family(run->read, child, run->family, &row, &found));
    return found ? act_concerns(run, child) : err(NOT_FOUND, "a child of another family");
}

Err family_person_known(struct act_run *run, PersonId person)
{
    struct child_in_family child;
    struct adult_in_family adult;
    bool found;
    TRY(child_in_family(run->read, person_child(person), run->family, &child, &found));
    if (!found)
        TRY(adult_in_family(run->read, person, run->family, &adult, &found));
    return found ? ok() : err(NOT_FOUND, "a person of another family");
}
