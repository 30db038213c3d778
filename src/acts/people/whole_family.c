#include "acts/people/whole_family.h"

#include "store/family_sql.h"
#include "store/target_sql.h"

/* Counts a child on whom the actor has the act's permission; passes over the others. */
static Err concern(struct act_run *run, ChildId child, size_t *concerned)
{
    Err asked = act_concerns(run, child);
    if (asked.kind == NOT_ALLOWED || asked.kind == NOT_FOUND)
        return ok();
    (*concerned)++;
    return asked;
}

static Err some_concerned(size_t concerned) { return concerned > 0 ? ok() : err(NOT_FOUND, "no child of this family that the act may be about"); }

Err whole_family_concerned(struct act_run *run)
{
    struct target_family_rows children;
    size_t concerned = 0;
    TRY(target_family(run->read, run->family, &children));
    for (size_t i = 0; i < children.count; i++)
        TRY(concern(run, children.at[i].child, &concerned));
    return some_concerned(concerned);
}

Err people_concerned(struct act_run *run, const PersonId *people, size_t count)
{
    size_t concerned = 0;
    if (count == 0)
        return whole_family_concerned(run);
    for (size_t i = 0; i < count; i++) {
        struct person_concerns_rows children;
        TRY(person_concerns(run->read, people[i], run->family, &children));
        for (size_t k = 0; k < children.count; k++)
            TRY(concern(run, children.at[k].child, &concerned));
    }
    return some_concerned(concerned);
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
