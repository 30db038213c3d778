-- look_add: one page shown or refused
-- :number int, :of_authority AuthorityId, :at Instant, :looked PersonId, :duty Text, :route Text, :family FamilyId, :refused bool,
-- :search Bytes, :previous Bytes, :hash Bytes
INSERT INTO look (number, authority, at, actor, duty, route, family, refused, search, previous, hash)
VALUES (:number, :of_authority, :at, :looked, :duty, :route, :family, :refused, :search, :previous, :hash);

-- look_add_child: a child the page showed
-- :number int, :of_authority AuthorityId, :child ChildId
INSERT INTO look_child (child, number, authority) VALUES (:child, :number, :of_authority);

-- look_rows: looks after a number, in order: to verify and copy, a chunk at a time
-- :after int, :most int, returns many: number int, of_authority AuthorityId, at Instant, looked PersonId, duty Text, route Text,
-- family FamilyId, refused bool, search Bytes, previous Bytes, hash Bytes
SELECT number, authority AS of_authority, at, actor AS looked, duty, route, family, refused, search, previous, hash
  FROM look WHERE number > :after ORDER BY number LIMIT :most;

-- look_children: which children the looks from one number to another showed, in order
-- :after int, :last int, :most int, returns many: number int, child ChildId
-- unscoped: verifying reads every look; no page calls this
SELECT number, child FROM look_child WHERE number > :after AND number <= :last ORDER BY number, child LIMIT :most;

-- look_strays: children whose look is not there: the first of them
-- returns maybe: number EntryNumber
-- unscoped: verifying reads every look; no page calls this
-- scans: verifying reads everything, once a night
SELECT MIN(number) AS number FROM look_child
 WHERE NOT EXISTS (SELECT 1 FROM look WHERE look.number = look_child.number AND look.authority = look_child.authority) HAVING MIN(number) IS NOT NULL;
