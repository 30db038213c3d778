-- The work of the people somebody manages, straight or by others: counts and lists, each child only where the reader may read its record.

-- workload_people: those people, by team and name
-- returns many: worker PersonId, given Text, family_name Text, job Text, team Text
SELECT worker.id AS worker, person.given, person.family_name, worker.job, team.name AS team
  FROM stands_for JOIN worker ON worker.id = stands_for.holder JOIN person ON person.id = worker.id LEFT JOIN team ON team.id = worker.team
 WHERE stands_for.person = :actor AND stands_for.standing = 'LINE' AND stands_for.begins <= :now AND stands_for.ends > :now
   AND worker.authority = :authority AND (worker.ends IS NULL OR worker.ends > :today)
 ORDER BY team.name, person.sort_key, worker.id LIMIT 500;

-- workload_stages: children each of them holds, or a team of theirs, by where they stand
-- returns many: holder int, stage stage, children int
SELECT access.holder, episode.stage, COUNT(DISTINCT access.child) AS children
  FROM stands_for JOIN access ON access.holder = stands_for.holder JOIN episode ON episode.child = access.child AND episode.closed IS NULL
 WHERE stands_for.person = :actor AND stands_for.standing = 'LINE' AND stands_for.begins <= :now AND stands_for.ends > :now
   AND access.role = 'CASE_HOLDER' AND access.begins <= :now AND access.ends > :now
   AND access.authority = :authority AND visible(access.child, READ_RECORD)
 GROUP BY access.holder, episode.stage ORDER BY access.holder, episode.stage LIMIT 5000;

-- workload_families: how many families with an open case each of them works with
-- returns many: holder int, families int
SELECT access.holder, COUNT(DISTINCT child.family) AS families
  FROM stands_for JOIN access ON access.holder = stands_for.holder JOIN child ON child.id = access.child
  JOIN episode ON episode.child = access.child AND episode.closed IS NULL
 WHERE stands_for.person = :actor AND stands_for.standing = 'LINE' AND stands_for.begins <= :now AND stands_for.ends > :now
   AND access.role = 'CASE_HOLDER' AND access.begins <= :now AND access.ends > :now
   AND access.authority = :authority AND visible(access.child, READ_RECORD)
 GROUP BY access.holder ORDER BY access.holder LIMIT 500;

-- workload_late: what is overdue, by who holds the child: the rows of brothers and sisters with the same on one day stand side by side
-- returns many: holder int, family FamilyId, kind obligation_kind, due Date, child ChildId, start Date
SELECT DISTINCT access.holder, child.family, obligation.kind, obligation.due, obligation.child, obligation.start
  FROM stands_for JOIN access ON access.holder = stands_for.holder JOIN child ON child.id = access.child
  JOIN obligation ON obligation.child = access.child
 WHERE stands_for.person = :actor AND stands_for.standing = 'LINE' AND stands_for.begins <= :now AND stands_for.ends > :now
   AND access.role = 'CASE_HOLDER' AND access.begins <= :now AND access.ends > :now
   AND obligation.state IN ('WAITING', 'LATE') AND obligation.due < :today AND access.authority = :authority AND visible(access.child, READ_RECORD)
 ORDER BY obligation.due, child.family, obligation.kind, access.holder, obligation.child, obligation.start LIMIT 5000;

-- workload_unallocated: children with an open case that the reader's people took in and nobody holds
-- :after ChildId, :most int, returns many: child ChildId, given Text, family_name Text, born Date, unborn bool, family FamilyId, stage stage, opened Date
SELECT child.id AS child, person.given, person.family_name, COALESCE(person.born, person.expected) AS born, child.unborn, child.family, episode.stage, episode.opened
  FROM child JOIN person ON person.id = child.id JOIN episode ON episode.child = child.id AND episode.closed IS NULL
 WHERE child.id IN my_children(GIVE_ACCESS) AND child.authority = :authority AND child.allocated IS NULL AND child.id > COALESCE(:after, 0)
 ORDER BY child.id LIMIT :most;

-- workload_children: the children one person holds, after one
-- :worker PersonId, :after ChildId, :most int, returns many: child ChildId, given Text, family_name Text, born Date, unborn bool, family FamilyId, family_words Text,
-- stage stage, plan_started Date, categories Text, next_kind obligation_kind, next_start Date, next_due Date
SELECT child.id AS child, person.given, person.family_name, COALESCE(person.born, person.expected) AS born, child.unborn, child.family, family.name AS family_words,
       episode.stage, plan.started AS plan_started, plan.categories, next.kind AS next_kind, next.start AS next_start, next.due AS next_due
  FROM child JOIN person ON person.id = child.id JOIN family ON family.id = child.family
  LEFT JOIN episode ON episode.child = child.id AND episode.closed IS NULL
  LEFT JOIN plan ON plan.child = child.id AND plan.ended IS NULL
  LEFT JOIN obligation AS next ON next.child = child.id AND next.state IN ('WAITING', 'LATE')
       AND NOT EXISTS (SELECT 1 FROM obligation AS sooner WHERE sooner.child = child.id AND sooner.state IN ('WAITING', 'LATE')
                          AND (sooner.due, sooner.kind, sooner.start) < (next.due, next.kind, next.start))
 WHERE child.allocated = :worker AND child.authority = :authority AND child.id > COALESCE(:after, 0) AND visible(child.id, READ_RECORD)
 ORDER BY child.id LIMIT :most;

-- workload_person: one of the people the reader manages
-- :worker PersonId, returns maybe: given Text, family_name Text, job Text
SELECT person.given, person.family_name, worker.job
  FROM stands_for JOIN worker ON worker.id = stands_for.holder JOIN person ON person.id = worker.id
 WHERE stands_for.person = :actor AND stands_for.holder = :worker AND stands_for.standing = 'LINE'
   AND stands_for.begins <= :now AND stands_for.ends > :now AND worker.authority = :authority;
