/* Whose rules hold in this authority, read from the record: its profiles by the day from which each was in force, and the holidays it counts by. */
#ifndef STORE_PRACTICE_H
#define STORE_PRACTICE_H

#include "rules/practice.h"
#include "store/store.h"

/* In read->arena. Before an authority was set up: England's profile. BROKEN when the record names a profile that this program doesn't have. */
Err practice_read(Read *read, struct practice *ret_practice);

#endif
