-- worker_person: the human being behind an account
-- :id PersonId, :given Text, :family_name Text, :sort_key Text, :telephone Text, :email Text, :entry EntryNumber
INSERT INTO person (id, authority, given, family_name, sort_key, telephone, email, entry)
VALUES (:id, :authority, :given, :family_name, COALESCE(:sort_key, ''), :telephone, :email, :entry);

-- worker_add: what the account is for
-- :id PersonId, :duty duty, :team TeamId, :agency AgencyId, :manager PersonId, :job Text, :begins Date
INSERT INTO worker (id, authority, duty, team, agency, manager, job, begins)
VALUES (:id, :authority, :duty, :team, :agency, :manager, :job, :begins);

-- stands_for_add: how somebody stands for a holder, from an instant on
-- :person PersonId, :holder int, :standing standing, :begins Instant
INSERT INTO stands_for (authority, person, holder, standing, begins, ends)
VALUES (:authority, :person, :holder, :standing, :begins, 9223372036854775807)
ON CONFLICT (person, holder, standing, begins) DO UPDATE SET ends = excluded.ends;

-- stands_beside_add: an advocate or supporter stands beside an adult, for a child
-- :person PersonId, :child ChildId, :beside PersonId
INSERT INTO stands_beside (authority, person, child, beside) VALUES (:authority, :person, :child, :beside);

-- worker_manager_of: who a worker answers to
-- :worker PersonId, returns maybe: manager PersonId
SELECT manager FROM worker WHERE id = :worker AND authority = :authority;

-- worker_of: what somebody's account is for; nothing for someone without one
-- :worker PersonId, returns maybe: given Text, family_name Text, telephone Text, duty duty, team TeamId, agency AgencyId, manager PersonId,
-- job Text, begins Date, ends Date
SELECT person.given, person.family_name, person.telephone, worker.duty, worker.team, worker.agency, worker.manager, worker.job,
       worker.begins, worker.ends
  FROM worker JOIN person ON person.id = worker.id WHERE worker.id = :worker AND worker.authority = :authority;

-- worker_change: where somebody works from now on
-- :worker PersonId, :duty duty, :team TeamId, :agency AgencyId, :manager PersonId, :job Text
UPDATE worker SET duty = :duty, team = :team, agency = :agency, manager = :manager, job = :job WHERE id = :worker;

-- worker_end: an account ends with this day
-- :worker PersonId
UPDATE worker SET ends = :today WHERE id = :worker;

-- workers_pass_on: those whom a worker managed answer to somebody else, or to nobody
-- :worker PersonId, :manager PersonId
UPDATE worker SET manager = :manager WHERE manager = :worker;

-- stands_for_until: how somebody stands for a holder, from one instant to another
-- :person PersonId, :holder int, :standing standing, :begins Instant, :ends Instant
INSERT INTO stands_for (authority, person, holder, standing, begins, ends)
VALUES (:authority, :person, :holder, :standing, :begins, :ends)
ON CONFLICT (person, holder, standing, begins) DO UPDATE SET ends = excluded.ends;

-- stands_for_end: somebody no longer stands so for a holder
-- :person PersonId, :holder int, :standing standing
UPDATE stands_for SET ends = :now WHERE person = :person AND holder = :holder AND standing = :standing AND ends > :now;

-- stands_for_end_person: somebody stands for nobody any more, themselves included
-- :person PersonId
UPDATE stands_for SET ends = :now WHERE person = :person AND ends > :now;

-- stands_for_end_holder: nobody stands for this holder any more
-- :holder int
UPDATE stands_for SET ends = :now WHERE holder = :holder AND ends > :now;

-- stands_now: what somebody stands for now, in one way
-- :person PersonId, :standing standing, returns many: holder int
SELECT holder FROM stands_for WHERE person = :person AND standing = :standing AND authority = :authority AND begins <= :now AND ends > :now
 ORDER BY holder LIMIT 1000;

-- stands_so: whether somebody stands so for a holder now
-- :person PersonId, :holder int, :standing standing, returns maybe: person PersonId
SELECT person FROM stands_for WHERE person = :person AND holder = :holder AND standing = :standing AND authority = :authority
   AND begins <= :now AND ends > :now ORDER BY begins LIMIT 1;

-- team_managers: the managers of a team besides one
-- :team TeamId, :besides PersonId, returns many: manager PersonId
SELECT id AS manager FROM worker WHERE team = :team AND id <> :besides AND duty IN ('TEAM_MANAGER', 'SERVICE_MANAGER')
   AND (ends IS NULL OR ends > :today)
 ORDER BY id LIMIT 100;

-- roles_held: what a holder is to which children now
-- :holder int, returns many: child ChildId, role role
-- unscoped: an act passes on what somebody held when they leave
SELECT child, role FROM access WHERE holder = :holder AND authority = :authority AND begins <= :now AND ends > :now
 ORDER BY child, role LIMIT 1000;

-- allocated_to: the children whose case somebody holds
-- :worker PersonId, returns many: child ChildId
-- unscoped: an act passes them on when the worker leaves
SELECT id AS child FROM child WHERE allocated = :worker AND authority = :authority ORDER BY id LIMIT 1000;

-- cover_add: somebody stands in for somebody
-- :id PersonId, :worker PersonId, :covered_by PersonId, :begins Date, :ends Date, :why Text
INSERT INTO cover (id, authority, worker, covered_by, begins, ends, why)
VALUES (:id, :authority, :worker, :covered_by, :begins, :ends, :why);

-- workers_of_duty: everybody whose account is for this, now
-- :duty duty, returns many: id PersonId, given Text, family_name Text, job Text, team TeamId, agency AgencyId
SELECT worker.id, person.given, person.family_name, worker.job, worker.team, worker.agency
  FROM worker JOIN person ON person.id = worker.id
 WHERE worker.authority = :authority AND worker.duty = :duty AND worker.begins <= :today AND (worker.ends IS NULL OR worker.ends > :today)
 ORDER BY worker.id LIMIT 500;
