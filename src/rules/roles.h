/* Who may do what, as two tables: what the holder of a role may do to a child, by how a person stands for that holder, and what the
 * duty of an account allows without a child. The tables are printed at /about/roles; the store fills its own copy from them.
 * Source: docs, 'Who may see what'; SD-13, SD-14, SB-15. */
#ifndef RULES_ROLES_H
#define RULES_ROLES_H

#include "rules/codes.h"

enum permission {
    PERMISSION_NONE,
#define PERMISSION(name, words) name,
#include "rules/permissions.def"
#undef PERMISSION
    PERMISSION_COUNT
};
_Static_assert(PERMISSION_COUNT <= 63, "a set of permissions is one int64 in SQL, never negative");

/* A set of permissions: the bits of a number. */
typedef uint64_t Rights;
#define RIGHT(permission) (UINT64_C(1) << (permission))
static inline bool rights_have(Rights rights, enum permission permission) { return (rights & RIGHT(permission)) != 0; }

/* READ_RECORD → "READ_RECORD", "read the family's record, whole". '' for PERMISSION_NONE and what is no permission. */
const char *permission_name(enum permission permission);
const char *permission_words(enum permission permission);
/* Who has it first of all, for those who don't: 'a manager', 'the chair'. Never empty. */
const char *permission_who(enum permission permission);
/* False, and nothing written, when no permission has that name. */
bool permission_of(Text name, enum permission *ret_permission);

/* What a person standing so for the holder of that role may do to the child. */
struct role_rights {
    enum role role;
    enum standing standing;
    Rights rights;
    const char *source;
};
extern const struct role_rights RIGHTS[];
extern const size_t RIGHTS_COUNT;

/* What an account with that duty may do without a child. */
struct duty_rights {
    enum duty duty;
    Rights rights;
    const char *source;
};
extern const struct duty_rights DUTY_RIGHTS[];
extern const size_t DUTY_RIGHTS_COUNT;

/* The roles that end when the child's episode does: their part is over. Who held the case still answers for the record, and the family
 * keeps its own copy. */
extern const enum role ROLES_THAT_END[];
extern const size_t ROLES_THAT_END_COUNT;

/* The row's set; 0 when the table has no row: nothing is allowed that no row allows. */
Rights rights_of(enum role role, enum standing standing);
Rights rights_of_duty(enum duty duty);

#endif
