-- The record of looks, as somebody who may read all of it sees it: who, when, what page, which child by number. No name of a child.

-- looks_before: looks with numbers from one to just before another, the newest first; of one person, or only refusals, when asked for
-- :since int, :before int, :of_person PersonId, :only_refused bool, :most int, returns many: number int, at Instant, looked PersonId, given Text,
-- family_name Text, duty duty, route Text, family FamilyId, refused bool, searched bool
SELECT look.number, look.at, look.actor AS looked, person.given, person.family_name, look.duty, look.route, look.family, look.refused,
       CASE WHEN look.search IS NULL THEN 0 ELSE 1 END AS searched
  FROM look LEFT JOIN person ON person.id = look.actor
 WHERE look.number >= :since AND look.number < :before AND look.authority = :authority
   AND (look.actor = :of_person OR :of_person IS NULL) AND look.refused >= :only_refused
 ORDER BY look.number DESC LIMIT :most;

-- look_children_of: the numbers of the children one look showed
-- :number int, returns many: child ChildId
-- unscoped: numbers alone, for who reads the record of looks (READ_AUDIT); nothing else is said of the child
SELECT child FROM look_child WHERE number = :number ORDER BY child LIMIT 200;

-- look_from: the first look with at least that number
-- :number int, returns maybe: number int, at Instant
SELECT number, at FROM look WHERE number >= :number ORDER BY number LIMIT 1;

-- look_last: how far the record of looks goes
-- returns maybe: number int
SELECT number FROM ledger_head WHERE chain = 'LOOK' AND authority = :authority;
