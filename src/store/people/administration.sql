-- What keeps the service: its people, teams and agencies. Families' own accounts are left out: their names say that there is a case, and
-- the administrator sees no case.

-- staff_after: accounts of workers and partners, by name, after one
-- :after_key Text, :after PersonId, :most int, returns many: worker PersonId, given Text, family_name Text, sort_key Text, duty duty, job Text,
-- team Text, agency Text, manager_given Text, manager_family_name Text, telephone Text, begins Date, ends Date, sign_in Text
-- scans: the accounts of one authority, sorted
SELECT worker.id AS worker, person.given, person.family_name, person.sort_key, worker.duty, worker.job, team.name AS team, agency.name AS agency,
       manager.given AS manager_given, manager.family_name AS manager_family_name, person.telephone, worker.begins, worker.ends, credential.name AS sign_in
  FROM worker JOIN person ON person.id = worker.id
  LEFT JOIN team ON team.id = worker.team
  LEFT JOIN agency ON agency.id = worker.agency
  LEFT JOIN person AS manager ON manager.id = worker.manager
  LEFT JOIN credential ON credential.person = worker.id
 WHERE worker.authority = :authority AND worker.duty NOT IN ('PARENT', 'YOUNG_PERSON', 'ADVOCATE')
   AND (person.sort_key, worker.id) > (COALESCE(:after_key, ''), COALESCE(:after, 0))
 ORDER BY person.sort_key, worker.id LIMIT :most;

-- staff_key: where somebody stands in that list
-- :worker PersonId, returns maybe: sort_key Text
SELECT person.sort_key FROM worker JOIN person ON person.id = worker.id
 WHERE worker.id = :worker AND worker.authority = :authority AND worker.duty NOT IN ('PARENT', 'YOUNG_PERSON', 'ADVOCATE');

-- staff_of_day: workers and partners with an account today, for choosing one
-- returns many: worker PersonId, given Text, family_name Text, job Text
-- scans: the accounts of one authority, sorted
SELECT worker.id AS worker, person.given, person.family_name, worker.job
  FROM worker JOIN person ON person.id = worker.id
 WHERE worker.authority = :authority AND worker.duty NOT IN ('PARENT', 'YOUNG_PERSON', 'ADVOCATE') AND (worker.ends IS NULL OR worker.ends > :today)
 ORDER BY person.sort_key, worker.id LIMIT 1000;

-- accounts_counted: how many accounts there are today for each duty
-- returns many: duty duty, accounts int
-- scans: counts the accounts of one authority
SELECT duty, COUNT(*) AS accounts FROM worker
 WHERE authority = :authority AND begins <= :today AND (ends IS NULL OR ends > :today) GROUP BY duty ORDER BY duty LIMIT 50;

-- accounts_without_manager: social workers who answer to nobody: an emergency look at their families tells no manager
-- returns one: accounts int
SELECT COUNT(*) AS accounts FROM worker
 WHERE authority = :authority AND duty = 'SOCIAL_WORKER' AND manager IS NULL AND (ends IS NULL OR ends > :today);

-- accounts_left_open: accounts that have ended and still have a password
-- returns one: accounts int
-- scans: counts the accounts of one authority
SELECT COUNT(*) AS accounts FROM worker JOIN credential ON credential.person = worker.id
 WHERE worker.authority = :authority AND worker.ends <= :today;

-- agencies_after: the agencies after one, by kind and name
-- :after AgencyId, :most int, returns many: agency AgencyId, kind agency_kind, name Text, telephone Text, email Text, place Text, people int
SELECT agency.id AS agency, agency.kind, agency.name, agency.telephone, agency.email, agency.place,
       (SELECT COUNT(*) FROM worker WHERE worker.agency = agency.id AND (worker.ends IS NULL OR worker.ends > :today)) AS people
  FROM agency
 WHERE agency.authority = :authority
   AND (agency.kind, agency.name, agency.id) > (COALESCE((SELECT kind FROM agency WHERE id = :after), ''), COALESCE((SELECT name FROM agency WHERE id = :after), ''), COALESCE(:after, 0))
 ORDER BY agency.kind, agency.name, agency.id LIMIT :most;

-- teams_kept: every team, and how many work in it
-- returns many: team TeamId, name Text, duty duty, telephone Text, email Text, people int
-- scans: the teams of one authority are few
SELECT team.id AS team, team.name, team.duty, team.telephone, team.email,
       (SELECT COUNT(*) FROM worker WHERE worker.team = team.id AND (worker.ends IS NULL OR worker.ends > :today)) AS people
  FROM team WHERE team.authority = :authority ORDER BY team.name, team.id LIMIT 500;
