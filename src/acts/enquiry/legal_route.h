/* The legal route of a child: what was referred to legal, decided, written and applied for. */
#ifndef ACTS_ENQUIRY_LEGAL_ROUTE_H
#define ACTS_ENQUIRY_LEGAL_ROUTE_H

#include "acts/act.h"
#include "store/legal_planning_sql.h"

/* The child's newest referral to legal; the entry is about the child. None: a problem with 'children', and route.planning is 0. */
Err legal_route_open(struct act_run *run, ChildId child, struct legal_route_of *ret_route);
/* The same, after its legal planning meeting has decided; else a problem too. */
Err legal_route_decided(struct act_run *run, ChildId child, struct legal_route_of *ret_route);

#endif
