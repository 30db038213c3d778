-- How time limits are kept: numbers, and the list behind each number. A child counts for the team of today (case_team), each child on their own.
--
-- '…_all' is of the whole authority: it begins with the index of what is due and names nobody whom the reader may not read, so that a reader who sees
-- everybody waits for no list of them. '…_some' begins with the children of one team (whole = 1), or with those whom the reader's people and teams hold
-- (whole = 0), and there only with those they may read.
--
-- team: -1 for every team, 0 for the children who have none. WAITING is kept for what is late, too: LATE is made of it by the day.

-- timely_kinds_all: how many limits of each kind that were due from a day to a day stand how, and when the first was due
-- :team int, :since Date, :until Date, returns many: kind obligation_kind, state obligation_state, cases int, first Date
-- unscoped: numbers of the whole authority, asked by READ_TIMELINESS_OF_ALL
SELECT obligation.kind, CASE WHEN obligation.state <> 'WAITING' THEN obligation.state WHEN obligation.due < :today THEN 'LATE' ELSE 'WAITING' END AS stands,
       COUNT(*) AS cases, MIN(obligation.due) AS first
  FROM obligation
 WHERE obligation.authority = :authority AND obligation.state IN ('WAITING', 'MET', 'MET_LATE', 'NOT_NEEDED', 'MISSED')
   AND obligation.due >= :since AND obligation.due <= :until
   AND (:team < 0 OR (SELECT case_team.team FROM case_team WHERE case_team.child = obligation.child) = :team)
 GROUP BY 1, 2 ORDER BY 1, 2 LIMIT 500;

-- timely_kinds_some: the same of some children
-- :whole bool, :team int, :since Date, :until Date, returns many: kind obligation_kind, state obligation_state, cases int, first Date
SELECT obligation.kind, CASE WHEN obligation.state <> 'WAITING' THEN obligation.state WHEN obligation.due < :today THEN 'LATE' ELSE 'WAITING' END AS stands,
       COUNT(*) AS cases, MIN(obligation.due) AS first
  FROM (SELECT child.id AS child FROM worker JOIN child ON child.allocated = worker.id WHERE :whole = 1 AND worker.team = :team
       UNION SELECT access.child FROM access WHERE :whole = 1 AND access.holder = :team AND access.role = 'CASE_HOLDER' AND access.begins <= :now AND access.ends > :now
       UNION SELECT access.child FROM stands_for JOIN access ON access.holder = stands_for.holder
              WHERE :whole = 0 AND stands_for.person = :actor AND stands_for.standing = 'LINE' AND stands_for.begins <= :now AND stands_for.ends > :now
                AND access.role = 'CASE_HOLDER' AND access.begins <= :now AND access.ends > :now) AS chosen
  JOIN obligation ON obligation.child = chosen.child JOIN case_team ON case_team.child = chosen.child
 WHERE +obligation.authority = :authority AND (:team < 0 OR case_team.team = :team) AND (:whole = 1 OR visible(chosen.child, READ_RECORD))
   AND obligation.due >= :since AND obligation.due <= :until
 GROUP BY 1, 2 ORDER BY 1, 2 LIMIT 500;

-- timely_teams_all: the same by team
-- :since Date, :until Date, returns many: team int, state obligation_state, cases int, first Date
-- unscoped: numbers of the whole authority, asked by READ_TIMELINESS_OF_ALL
SELECT case_team.team, CASE WHEN obligation.state <> 'WAITING' THEN obligation.state WHEN obligation.due < :today THEN 'LATE' ELSE 'WAITING' END AS stands,
       COUNT(*) AS cases, MIN(obligation.due) AS first
  FROM obligation JOIN case_team ON case_team.child = obligation.child
 WHERE obligation.authority = :authority AND obligation.state IN ('WAITING', 'MET', 'MET_LATE', 'NOT_NEEDED', 'MISSED')
   AND obligation.due >= :since AND obligation.due <= :until
 GROUP BY 1, 2 ORDER BY 1, 2 LIMIT 5000;

-- timely_teams_some: the same by team, of the children of the reader's people and teams
-- :whole bool, :team int, :since Date, :until Date, returns many: team int, state obligation_state, cases int, first Date
SELECT case_team.team, CASE WHEN obligation.state <> 'WAITING' THEN obligation.state WHEN obligation.due < :today THEN 'LATE' ELSE 'WAITING' END AS stands,
       COUNT(*) AS cases, MIN(obligation.due) AS first
  FROM (SELECT child.id AS child FROM worker JOIN child ON child.allocated = worker.id WHERE :whole = 1 AND worker.team = :team
       UNION SELECT access.child FROM access WHERE :whole = 1 AND access.holder = :team AND access.role = 'CASE_HOLDER' AND access.begins <= :now AND access.ends > :now
       UNION SELECT access.child FROM stands_for JOIN access ON access.holder = stands_for.holder
              WHERE :whole = 0 AND stands_for.person = :actor AND stands_for.standing = 'LINE' AND stands_for.begins <= :now AND stands_for.ends > :now
                AND access.role = 'CASE_HOLDER' AND access.begins <= :now AND access.ends > :now) AS chosen
  JOIN obligation ON obligation.child = chosen.child JOIN case_team ON case_team.child = chosen.child
 WHERE +obligation.authority = :authority AND (:team < 0 OR case_team.team = :team) AND (:whole = 1 OR visible(chosen.child, READ_RECORD))
   AND obligation.due >= :since AND obligation.due <= :until
 GROUP BY 1, 2 ORDER BY 1, 2 LIMIT 5000;

-- timely_days_all: of one kind, how many were how many days late; since when those still are that are late now
-- :kind obligation_kind, :team int, :since Date, :until Date, returns many: days int, since Date, cases int
-- unscoped: numbers of the whole authority, asked by READ_TIMELINESS_OF_ALL
SELECT obligation.days_late AS days, CASE WHEN obligation.state = 'WAITING' THEN obligation.due ELSE NULL END AS since, COUNT(*) AS cases
  FROM obligation
 WHERE obligation.authority = :authority AND obligation.state IN ('WAITING', 'MET_LATE', 'MISSED') AND obligation.due >= :since AND obligation.due <= :until
   AND obligation.kind = :kind AND (obligation.state <> 'WAITING' OR obligation.due < :today)
   AND (:team < 0 OR (SELECT case_team.team FROM case_team WHERE case_team.child = obligation.child) = :team)
 GROUP BY 1, 2 ORDER BY 1, 2 LIMIT 9000;

-- timely_days_some: the same of some children
-- :kind obligation_kind, :whole bool, :team int, :since Date, :until Date, returns many: days int, since Date, cases int
SELECT obligation.days_late AS days, CASE WHEN obligation.state = 'WAITING' THEN obligation.due ELSE NULL END AS since, COUNT(*) AS cases
  FROM (SELECT child.id AS child FROM worker JOIN child ON child.allocated = worker.id WHERE :whole = 1 AND worker.team = :team
       UNION SELECT access.child FROM access WHERE :whole = 1 AND access.holder = :team AND access.role = 'CASE_HOLDER' AND access.begins <= :now AND access.ends > :now
       UNION SELECT access.child FROM stands_for JOIN access ON access.holder = stands_for.holder
              WHERE :whole = 0 AND stands_for.person = :actor AND stands_for.standing = 'LINE' AND stands_for.begins <= :now AND stands_for.ends > :now
                AND access.role = 'CASE_HOLDER' AND access.begins <= :now AND access.ends > :now) AS chosen
  JOIN obligation ON obligation.child = chosen.child JOIN case_team ON case_team.child = chosen.child
 WHERE +obligation.authority = :authority AND (:team < 0 OR case_team.team = :team) AND (:whole = 1 OR visible(chosen.child, READ_RECORD))
   AND obligation.kind = :kind AND obligation.state IN ('WAITING', 'MET_LATE', 'MISSED') AND obligation.due >= :since AND obligation.due <= :until
   AND (obligation.state <> 'WAITING' OR obligation.due < :today)
 GROUP BY 1, 2 ORDER BY 1, 2 LIMIT 9000;

-- timely_list_all: limits kept in one state, the first due first, after one. Who may not read the child gets no name, worker or reason.
-- :state obligation_state, :kind obligation_kind, :team int, :since Date, :until Date, :after_due Date, :after_child ChildId, :after_kind obligation_kind,
-- :after_start Date, :most int,
-- returns many: child ChildId, kind obligation_kind, start Date, due Date, met Date, met_by event, stopped Date, stopped_by event,
-- state obligation_state, team Text, known bool, given Text, family_name Text, family FamilyId, worker_given Text, worker_family_name Text,
-- why Text, next Text, done_by Date, said_on Date
-- unscoped: rows of the whole authority, asked by READ_TIMELINESS_OF_ALL; what names a child asks visible
SELECT obligation.child, obligation.kind, obligation.start, obligation.due, obligation.met, obligation.met_by, obligation.stopped, obligation.stopped_by,
       obligation.state, team.name AS team, CASE WHEN named.id IS NULL THEN 0 ELSE 1 END AS known, named.given, named.family_name, child.family,
       holder.given AS worker_given, holder.family_name AS worker_family_name, said.why, said.next, said.done_by, said.said_on
  FROM obligation
  JOIN child ON child.id = obligation.child JOIN case_team ON case_team.child = obligation.child
  LEFT JOIN team ON team.id = case_team.team
  LEFT JOIN person AS named ON named.id = obligation.child AND visible(obligation.child, READ_RECORD)
  LEFT JOIN person AS holder ON holder.id = case_team.worker AND named.id IS NOT NULL
  LEFT JOIN late_reason AS said ON named.id IS NOT NULL AND said.child = obligation.child AND said.kind = obligation.kind AND said.start = obligation.start
       AND said.entry = (SELECT MAX(newer.entry) FROM late_reason AS newer
                          WHERE newer.child = obligation.child AND newer.kind = obligation.kind AND newer.start = obligation.start)
 WHERE obligation.authority = :authority AND obligation.state = :state AND obligation.due >= :since AND obligation.due <= :until
   AND (obligation.due, obligation.child, obligation.kind, obligation.start) >
       (COALESCE(:after_due, ''), COALESCE(:after_child, 0), COALESCE(:after_kind, ''), COALESCE(:after_start, ''))
   AND (:kind IS NULL OR obligation.kind = :kind) AND (:team < 0 OR case_team.team = :team)
 ORDER BY obligation.due, obligation.child, obligation.kind, obligation.start LIMIT :most;

-- timely_list_some: the same of some children, or those of them whom one worker holds
-- :whole bool, :team int, :worker PersonId, :state obligation_state, :kind obligation_kind, :since Date, :until Date, :after_due Date, :after_child ChildId,
-- :after_kind obligation_kind, :after_start Date, :most int,
-- returns many: child ChildId, kind obligation_kind, start Date, due Date, met Date, met_by event, stopped Date, stopped_by event,
-- state obligation_state, team Text, known bool, given Text, family_name Text, family FamilyId, worker_given Text, worker_family_name Text,
-- why Text, next Text, done_by Date, said_on Date
SELECT obligation.child, obligation.kind, obligation.start, obligation.due, obligation.met, obligation.met_by, obligation.stopped, obligation.stopped_by,
       obligation.state, team.name AS team, CASE WHEN named.id IS NULL THEN 0 ELSE 1 END AS known, named.given, named.family_name, child.family,
       holder.given AS worker_given, holder.family_name AS worker_family_name, said.why, said.next, said.done_by, said.said_on
  FROM (SELECT child.id AS child FROM worker JOIN child ON child.allocated = worker.id WHERE :whole = 1 AND worker.team = :team
       UNION SELECT access.child FROM access WHERE :whole = 1 AND access.holder = :team AND access.role = 'CASE_HOLDER' AND access.begins <= :now AND access.ends > :now
       UNION SELECT access.child FROM stands_for JOIN access ON access.holder = stands_for.holder
              WHERE :whole = 0 AND stands_for.person = :actor AND stands_for.standing = 'LINE' AND stands_for.begins <= :now AND stands_for.ends > :now
                AND access.role = 'CASE_HOLDER' AND access.begins <= :now AND access.ends > :now) AS chosen
  JOIN obligation ON obligation.child = chosen.child JOIN case_team ON case_team.child = chosen.child
  JOIN child ON child.id = obligation.child
  LEFT JOIN team ON team.id = case_team.team
  LEFT JOIN person AS named ON named.id = obligation.child AND visible(obligation.child, READ_RECORD)
  LEFT JOIN person AS holder ON holder.id = case_team.worker AND named.id IS NOT NULL
  LEFT JOIN late_reason AS said ON named.id IS NOT NULL AND said.child = obligation.child AND said.kind = obligation.kind AND said.start = obligation.start
       AND said.entry = (SELECT MAX(newer.entry) FROM late_reason AS newer
                          WHERE newer.child = obligation.child AND newer.kind = obligation.kind AND newer.start = obligation.start)
 WHERE +obligation.authority = :authority AND (:team < 0 OR case_team.team = :team) AND (:whole = 1 OR visible(chosen.child, READ_RECORD))
   AND (:worker IS NULL OR (case_team.worker = :worker AND visible(chosen.child, READ_RECORD)))
   AND obligation.state = :state AND obligation.due >= :since AND obligation.due <= :until
   AND (obligation.due, obligation.child, obligation.kind, obligation.start) >
       (COALESCE(:after_due, ''), COALESCE(:after_child, 0), COALESCE(:after_kind, ''), COALESCE(:after_start, ''))
   AND (:kind IS NULL OR obligation.kind = :kind)
 ORDER BY obligation.due, obligation.child, obligation.kind, obligation.start LIMIT :most;

-- late_now_all: how many limits are late now, and since when the first
-- :kind obligation_kind, :team int, returns one: cases int, first Date
-- unscoped: a number, asked by READ_TIMELINESS_OF_ALL
SELECT COUNT(*) AS cases, MIN(obligation.due) AS first FROM obligation
 WHERE obligation.authority = :authority AND obligation.state = 'WAITING' AND obligation.due < :today AND (:kind IS NULL OR obligation.kind = :kind)
   AND (:team < 0 OR (SELECT case_team.team FROM case_team WHERE case_team.child = obligation.child) = :team);

-- late_now_some: the same of some children, or of those of them whom one worker holds
-- :whole bool, :team int, :worker PersonId, :kind obligation_kind, returns one: cases int, first Date
SELECT COUNT(*) AS cases, MIN(obligation.due) AS first
  FROM (SELECT child.id AS child FROM worker JOIN child ON child.allocated = worker.id WHERE :whole = 1 AND worker.team = :team
       UNION SELECT access.child FROM access WHERE :whole = 1 AND access.holder = :team AND access.role = 'CASE_HOLDER' AND access.begins <= :now AND access.ends > :now
       UNION SELECT access.child FROM stands_for JOIN access ON access.holder = stands_for.holder
              WHERE :whole = 0 AND stands_for.person = :actor AND stands_for.standing = 'LINE' AND stands_for.begins <= :now AND stands_for.ends > :now
                AND access.role = 'CASE_HOLDER' AND access.begins <= :now AND access.ends > :now) AS chosen
  JOIN obligation ON obligation.child = chosen.child JOIN case_team ON case_team.child = chosen.child
 WHERE +obligation.authority = :authority AND (:team < 0 OR case_team.team = :team) AND (:whole = 1 OR visible(chosen.child, READ_RECORD))
   AND (:worker IS NULL OR (case_team.worker = :worker AND visible(chosen.child, READ_RECORD))) AND obligation.state = 'WAITING' AND obligation.due < :today
   AND (:kind IS NULL OR obligation.kind = :kind);

-- timely_teams_named: every team, by name
-- returns many: team int, name Text
-- scans: all of them are wanted
SELECT id AS team, name FROM team WHERE authority = :authority ORDER BY name, id LIMIT 1000;

-- timely_workers: who works in a team, by name
-- :team int, returns many: worker PersonId, given Text, family_name Text
SELECT worker.id AS worker, person.given, person.family_name FROM worker JOIN person ON person.id = worker.id
 WHERE worker.team = :team AND +worker.authority = :authority AND worker.duty IN ('SOCIAL_WORKER', 'TEAM_MANAGER', 'SERVICE_MANAGER')
   AND (worker.ends IS NULL OR worker.ends > :today)
 ORDER BY person.sort_key, worker.id LIMIT 200;

-- timely_teams_mine: the teams of the people the reader manages, and those they manage themselves, by name
-- returns many: team int, name Text
SELECT DISTINCT team.id AS team, team.name
  FROM stands_for LEFT JOIN worker ON worker.id = stands_for.holder JOIN team ON team.id = COALESCE(worker.team, stands_for.holder)
 WHERE stands_for.person = :actor AND stands_for.standing = 'LINE' AND stands_for.begins <= :now AND stands_for.ends > :now AND +team.authority = :authority
 ORDER BY team.name, team.id LIMIT 200;

-- timely_workers_mine: the people the reader manages, of one team or (-1) of all, by name
-- :team int, returns many: worker PersonId, given Text, family_name Text
SELECT worker.id AS worker, person.given, person.family_name
  FROM stands_for JOIN worker ON worker.id = stands_for.holder JOIN person ON person.id = worker.id
 WHERE stands_for.person = :actor AND stands_for.standing = 'LINE' AND stands_for.begins <= :now AND stands_for.ends > :now
   AND (:team < 0 OR worker.team = :team) AND +worker.authority = :authority AND (worker.ends IS NULL OR worker.ends > :today)
 ORDER BY person.sort_key, worker.id LIMIT 200;
