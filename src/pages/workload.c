#include "pages/workload.h"

static enum stage_group group_of(enum stage stage)
{
    switch (stage) {
    case STAGE_STRATEGY:
    case STAGE_ENQUIRY:
    case STAGE_ENQUIRY_RISK:
    case STAGE_TRANSFER_IN:
    case STAGE_CONFERENCE_CALLED: return GROUP_ENQUIRY;
    case STAGE_ON_A_PLAN: return GROUP_PLAN;
    case STAGE_CHILD_IN_NEED:
    case STAGE_EARLY_HELP: return GROUP_IN_NEED;
    case STAGE_NONE:
    case STAGE_CONTACT:
    case STAGE_REFERRAL:
    case STAGE_ASSESSMENT:
    case STAGE_CLOSED:
    case STAGE_COUNT: break;
    }
    return GROUP_NEW;
}

Err workload_of(Read *read, struct workload *ret_workload)
{
    struct workload workload = {.overdue = 0};
    TRY(workload_people(read, &workload.people));
    TRY(workload_stages(read, &workload.stages));
    TRY(workload_families(read, &workload.families));
    TRY(workload_late(read, &workload.late));
    for (size_t i = 0; i < workload.late.count; i++) {
        const struct workload_late *a = &workload.late.at[i], *b = i == 0 ? NULL : a - 1; /* the same thing of two holders stands side by side */
        workload.overdue += b == NULL || a->family.n != b->family.n || a->kind != b->kind || !date_equal(a->due, b->due);
    }
    *ret_workload = workload;
    return ok();
}

static bool is_person(const struct workload *workload, int64_t holder)
{
    for (size_t i = 0; i < workload->people.count; i++)
        if (workload->people.at[i].worker.n == holder)
            return true;
    return false;
}

/* The same for a brother or sister of one holder is said already. */
static bool said_before(const struct workload *workload, size_t at)
{
    const struct workload_late *row = &workload->late.at[at], *before = at == 0 ? NULL : row - 1;
    return before != NULL && before->holder == row->holder && before->family.n == row->family.n && before->kind == row->kind && date_equal(before->due, row->due);
}

/* holder 0: all that no person holds. */
static struct load load_of(const struct workload *workload, int64_t holder)
{
    struct load load = {.first = {.due = DATE_NONE}};
#define COUNTS(row) (holder != 0 ? (row)->holder == holder : !is_person(workload, (row)->holder))
    for (size_t i = 0; i < workload->stages.count; i++)
        if (COUNTS(&workload->stages.at[i])) {
            load.children[group_of(workload->stages.at[i].stage)] += workload->stages.at[i].children;
            load.all += workload->stages.at[i].children;
        }
    for (size_t i = 0; i < workload->families.count; i++)
        if (COUNTS(&workload->families.at[i]))
            load.families += workload->families.at[i].families;
    for (size_t i = 0; i < workload->late.count; i++)
        if (COUNTS(&workload->late.at[i]) && !said_before(workload, i) && load.overdue++ == 0) {
            const struct workload_late *row = &workload->late.at[i];
            load.first = (struct due_ref){row->child, row->kind, row->start, row->due};
        }
#undef COUNTS
    return load;
}

struct load workload_load(const struct workload *workload, PersonId worker) { return load_of(workload, worker.n); }

struct load workload_teams(const struct workload *workload) { return load_of(workload, 0); }

Text load_words(Arena *arena, const struct load *load)
{
    if (load->all == 0)
        return T("no children");
    return text_format(arena, "%lld %s, %lld on a plan, %lld overdue", (long long)load->all, load->all == 1 ? "child" : "children",
                       (long long)load->children[GROUP_PLAN], (long long)load->overdue);
}
