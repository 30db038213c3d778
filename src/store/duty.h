/* What an account is for: the permissions that are not about one child (rules/roles.h, DUTY_RIGHTS). */
#ifndef STORE_DUTY_H
#define STORE_DUTY_H

#include "base/err.h"
#include "rules/ids.h"
#include "rules/roles.h"
#include "store/store.h"

/* The service itself: commands that set up a store, and jobs at night. Numbers made by acts begin at IDS_OF_ONE_ENTRY, so nobody else ever
 * has this one; it has no account to sign in with, and the rights of the duty SYSTEM. */
#define PERSON_SYSTEM ((PersonId){1})

/* The reader's duty today; DUTY_NONE for someone without an account, or whose account has ended. */
Err duty_of_reader(Read *read, enum duty *ret_duty);
/* OK or NOT_ALLOWED: what the reader's account is for, without a child. */
Err may_duty(Read *read, enum permission permission);

#endif
