-- case_household_add: a row with a number, texts and none
-- :id HouseholdId, :family FamilyId, :name Text
INSERT INTO household (id, authority, family, name) VALUES (:id, :authority, :family, :name);

-- case_member_add: a row with dates, of which one may be none
-- :household HouseholdId, :family FamilyId, :person PersonId, :begins Date, :ends Date, :note Text
INSERT INTO household_member (authority, household, family, person, begins, ends, note) VALUES (:authority, :household, :family, :person, :begins, :ends, :note);

-- case_household_rename: changes one
-- :id HouseholdId, :name Text, changes one
UPDATE household SET name = :name WHERE id = :id;

-- case_household: one by its number
-- :id HouseholdId, returns one: id HouseholdId, family FamilyId, name Text
-- unscoped: a test of the engine
SELECT id, family, name FROM household WHERE id = :id;

-- case_household_maybe: the same, when there is one
-- :id HouseholdId, returns maybe: id HouseholdId, name Text
-- unscoped: a test of the engine
SELECT id, name FROM household WHERE id = :id;

-- case_households: all of a family by name, as bytes sort
-- :family FamilyId, returns many: id HouseholdId, name Text
-- unscoped: a test of the engine
SELECT id, name FROM household WHERE family = :family ORDER BY name LIMIT 100;

-- case_household_count: a number from an expression, a truth, a sum
-- :family FamilyId, returns one: count int, any bool, sum int, one int
-- unscoped: a test of the engine
SELECT COUNT(*), COUNT(*) > 0, CAST(COALESCE(SUM(id), 0) AS BIGINT), 1 FROM household WHERE family = :family;

-- case_members: dates and none
-- :household HouseholdId, returns many: person PersonId, begins Date, ends Date, note Text
-- unscoped: a test of the engine
SELECT person, begins, ends, note FROM household_member WHERE household = :household ORDER BY person, begins LIMIT 100;

-- case_names_like: LIKE minds case on both engines
-- :family FamilyId, :pattern Text, returns many: name Text
-- unscoped: a test of the engine
SELECT name FROM household WHERE family = :family AND name LIKE :pattern ORDER BY name LIMIT 100;

-- case_bound: what binds itself
-- returns one: authority AuthorityId, actor PersonId, now Instant, today Date
SELECT CAST(:authority AS BIGINT), CAST(:actor AS BIGINT), CAST(:now AS BIGINT), CAST(:today AS TEXT);

-- case_endless: more rows than ROWS_LIMIT
-- returns many: n int
-- bounded: it is not; the engine is
WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 10050) SELECT n FROM numbers;

-- case_ledger_add: a row of the chain
-- :number int, :hash Bytes
INSERT INTO ledger (number, authority, recorded_at, actor, act, version, target, commitment, previous, hash)
VALUES (:number, :authority, :now, :actor, 'A_TEST', 1, 0, :hash, :hash, :hash);

-- case_ledger_hash: bytes out again
-- :number int, returns one: hash Bytes, family FamilyId
SELECT hash, family FROM ledger WHERE number = :number;

-- case_head_add: where the chain stands
-- :number int, :hash Bytes
INSERT INTO ledger_head (chain, authority, number, at, hash) VALUES ('LEDGER', :authority, :number, :now, :hash);

-- case_head_move: the one row of the chain's tables that changes
-- :number int
UPDATE ledger_head SET number = :number WHERE chain = 'LEDGER';

-- case_child_add: a child
-- :id ChildId, :family FamilyId, :restricted bool
INSERT INTO child (id, authority, family, restricted, unborn) VALUES (:id, :authority, :family, :restricted, 0);

-- case_access_add: a holder's role for a child
-- :holder int, :child ChildId, :role role, :begins Instant, :ends Instant
INSERT INTO access (authority, holder, child, role, begins, ends, entry) VALUES (:authority, :holder, :child, :role, :begins, :ends, 1);

-- case_stands_add: how somebody stands for a holder
-- :person PersonId, :holder int, :standing standing, :begins Instant, :ends Instant
INSERT INTO stands_for (authority, person, holder, standing, begins, ends) VALUES (:authority, :person, :holder, :standing, :begins, :ends);

-- case_named_add: somebody is named for a restricted child
-- :child ChildId, :person PersonId, :begins Instant, :ends Instant
INSERT INTO named (authority, child, person, begins, ends) VALUES (:authority, :child, :person, :begins, :ends);

-- case_barred_add: a relative
-- :child ChildId, :person PersonId
INSERT INTO barred (authority, child, person) VALUES (:authority, :child, :person);

-- case_right_add: a row of rights
-- :role role, :standing standing, :rights int
INSERT INTO right_of (authority, role, standing, rights) VALUES (0, :role, :standing, :rights);

-- case_child_seen: a child that this person knows of
-- :child ChildId, returns one: id ChildId
SELECT child.id FROM child WHERE child.id = :child AND visible(child.id, KNOW_CHILD);

-- case_ways: all rights, one row for each way
-- :child ChildId, returns many: rights int
-- unscoped: a test of the view itself
SELECT visible.rights FROM visible
 WHERE visible.actor = :actor AND visible.child = :child AND visible.authority = :authority AND visible.begins <= :now AND visible.ends > :now
 LIMIT 100;

-- case_my_children: everybody this person may read
-- returns many: id ChildId
SELECT child.id FROM child WHERE child.id IN my_children(READ_RECORD) ORDER BY child.id LIMIT 1000;

-- case_my_families: families with a child this person may read
-- returns many: family FamilyId
SELECT DISTINCT child.family FROM child WHERE child.family IN my_families(READ_RECORD) AND visible_family(child.family, KNOW_CHILD)
 ORDER BY child.family LIMIT 100;
