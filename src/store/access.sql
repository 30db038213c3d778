-- access_ways: what this person may do to a child now, one row for each way in which they see it; no row: they may not know of it
-- :child ChildId, returns many: rights int
-- unscoped: this is the question itself
SELECT visible.rights FROM visible
 WHERE visible.actor = :actor AND visible.child = :child AND visible.authority = :authority AND visible.begins <= :now AND visible.ends > :now
 LIMIT 1000;

-- right_of_all: the table of rights as this store has it
-- returns many: role role, standing standing, rights int
-- scans: it is small, and read when a store is opened
SELECT role, standing, rights FROM right_of ORDER BY role, standing LIMIT 1000;

-- right_of_clear: takes all of them out, before the program's own go in
-- scans: it is small
DELETE FROM right_of;

-- right_of_add: one row of RIGHTS
-- :role role, :standing standing, :rights int
INSERT INTO right_of (authority, role, standing, rights) VALUES (0, :role, :standing, :rights);
