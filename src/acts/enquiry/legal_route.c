#include "acts/enquiry/legal_route.h"

#include "acts/people/whole_family.h"

Err legal_route_open(struct act_run *run, ChildId child, struct legal_route_of *ret_route)
{
    bool found;
    TRY(family_child_concerned(run, child));
    TRY(legal_route_of(run->read, child, ret_route, &found));
    if (!found) {
        *ret_route = (struct legal_route_of){.letter_on = DATE_NONE, .held = DATE_NONE};
        act_problem(run, "children", "Call a legal planning meeting for this child first");
    }
    return ok();
}

Err legal_route_decided(struct act_run *run, ChildId child, struct legal_route_of *ret_route)
{
    TRY(legal_route_open(run, child, ret_route));
    if (ret_route->planning.n != 0 && date_is_none(ret_route->held))
        act_problem(run, "children", "Record what the legal planning meeting decided for this child first");
    return ok();
}
