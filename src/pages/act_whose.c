#include "pages/act_whose.h"

#include "pages/options.h"
#include "rules/roles.h"
#include "store/whose_sql.h"

/* The number the page before has put behind the address; the form brings it back. */
static PersonId found_of(struct request *request)
{
    int64_t number;
    Text found = form_get(&request->query, T(ACT_WHOSE_FOUND));
    if (text_is_empty(found))
        found = form_get(&request->form, T(ACT_WHOSE_FOUND));
    return (PersonId){text_to_int(found, &number) ? number : 0};
}

Err act_whose_of(struct request *request, Read *read, FamilyId family, struct act_whose *ret_whose)
{
    Arena *arena = request->arena;
    struct whose_to_ring ring;
    struct whose_person person;
    bool known, named;
    PersonId found = found_of(request);
    *ret_whose = (struct act_whose){0};
    if (family.n == 0)
        return ok();
    TRY(whose_to_ring(read, family, &ring, &known));
    if (!known)
        return ok();
    *ret_whose = (struct act_whose){.shown = true, .is_closed = ring.restricted, .ring = text_is_empty(ring.name) ? T("the front door") : ring.name,
                                    .telephone = ring.telephone};
    TRY(whose_person(read, family, found, &person, &named));
    Rights rights = rights_of_duty(request->duty);
    /* the plan check answers about children, the search about everybody */
    if (!named || !(rights_have(rights, SEARCH_PEOPLE) || (person.is_child && rights_have(rights, CHECK_PLAN))))
        return ok();
    int year, month, day;
    ret_whose->name = name_words(arena, person.given, person.family_name);
    ret_whose->found = text_format(arena, "%lld", (long long)found.n);
    if (!date_is_none(person.born)) {
        date_parts(person.born, &year, &month, &day);
        ret_whose->born = text_format(arena, person.unborn ? "expected in %d" : "born in %d", year);
    }
    if (person.is_child)
        request_shows(request, person_child(found));
    return ok();
}
