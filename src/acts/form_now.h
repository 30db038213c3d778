/* A form that changes something begins with what stands there (acts/act_kind.h, `now`), and sends back what is different. */
#ifndef ACTS_FORM_NOW_H
#define ACTS_FORM_NOW_H

#include "acts/act_kind.h"

/* The form as it is opened: the answers the address brings, then what stands now. An act without `now`: the address's answers alone.
 * Reads through now->read, as the form's reader. */
Err form_now(const struct act_kind *kind, const struct act_now *now, const struct form *address, const struct form_reading *reading, struct form *ret_form);

/* For an act that sends changes: fields that came back as they stand are emptied in `act`, so that they are not said again; one that was
 * emptied on the form is a problem, as 'empty' means 'as it was'. Other acts stay as they are. */
Err form_now_changes(const struct act_kind *kind, const struct act_now *now, struct problems *problems, void *act);

#endif
