#include "pages/option_marks.h"

#include "acts/conference/chair.h"
#include "pages/workload.h"
#include "store/options_sql.h"

/* Who holds a case is told how much they hold; a relative or neighbour of the family can't hold it. */
static Err mark_holders(Read *read, const struct options_place *place, struct option *at, size_t count)
{
    struct option_barred_rows barred;
    struct workload workload;
    TRY(option_barred(read, place->family, &barred));
    TRY(workload_of(read, &workload));
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < workload.people.count; k++)
            if (workload.people.at[k].worker.n == at[i].id) {
                struct load load = workload_load(&workload, workload.people.at[k].worker);
                at[i].hint = text_format(read->arena, "%.*s, %.*s", TEXT_ARGS(at[i].hint), TEXT_ARGS(load_words(read->arena, &load)));
            }
        for (size_t k = 0; k < barred.count; k++)
            if (barred.at[k].person.n == at[i].id)
                at[i].why_not = T("a relative or neighbour of the family");
    }
    return ok();
}

static Err mark_chairs(Read *read, const struct options_place *place, struct option *at, size_t count)
{
    for (size_t i = 0; i < count && place->conference.n != 0; i++) {
        struct facts facts = {0};
        TRY(chair_stands(read, (PersonId){at[i].id}, place->conference, &facts));
        at[i].why_not = text_of(chair_stands_words(&facts));
    }
    return ok();
}

static const struct {
    enum source source;
    Err (*mark)(Read *read, const struct options_place *place, struct option *at, size_t count);
} MARKS[] = {
    {SOURCE_HOLDERS, mark_holders},
    {SOURCE_CHAIRS, mark_chairs},
};

Err option_marks(Read *read, enum source source, const struct options_place *place, struct option *at, size_t count)
{
    for (size_t i = 0; i < sizeof MARKS / sizeof MARKS[0]; i++)
        if (MARKS[i].source == source)
            return MARKS[i].mark(read, place, at, count);
    return ok();
}
