/* May this person do this, to this child, now? Asked of the same view that every list and page reads through. */
#ifndef STORE_ACCESS_H
#define STORE_ACCESS_H

#include "base/err.h"
#include "rules/ids.h"
#include "rules/roles.h"
#include "store/store.h"

/* All that read->actor may do to the child at read->now; 0 when they may not know of it. */
Err rights_on_child(Read *read, ChildId child, Rights *ret_rights);
/* OK when they may. NOT_FOUND when they may do nothing to this child: to them it isn't there. NOT_ALLOWED when they may
 * do other things. */
Err may(Read *read, enum permission permission, ChildId child);
/* Makes the store's table of rights equal to RIGHTS; store_open does. Writes only when they differ. */
Err access_fill_rights(Store *store);

#endif
