/* Which dates an act would move, shown before it is done: how many of each kind to who keeps the service, and by name those that its reader may see. */
#ifndef PAGES_PRACTICE_MOVING_H
#define PAGES_PRACTICE_MOVING_H

#include "acts/consequences.h"
#include "pages/sheet.h"
#include "web/request.h"

enum { MOVING_NAMED_MOST = 50 /* dates shown by name */ };

struct moving_view {
    bool shown;
    Text looked;   /* what the form says when it is sent the second time: for which answers these dates were shown */
    Text heading;  /* '23 dates will move' */
    Text more;     /* what else: 'The 4 dates that begin on that day or later are counted by the new limits.'; or empty */
    bool has_kinds, has_named;
    struct sheet kinds, named;
};

/* Of the answers, what the dates depend on: to compare with `looked`. '' for an act that moves none. */
Text moving_answers(Arena *arena, const struct act_kind *kind, const void *act);

/* The view of what the act would do (acts/act.h, act_would), for this reader. Names for the look the children it shows. */
Err moving_view_of(struct request *request, Read *read, const struct consequences *would, Text looked, struct moving_view *ret_view);

#endif
