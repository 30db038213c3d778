-- worker_person: the human being behind an account
-- :id PersonId, :given Text, :family_name Text, :sort_key Text, :telephone Text, :email Text, :entry EntryNumber
INSERT INTO person (id, authority, given, family_name, sort_key, telephone, email, entry)
VALUES (:id, :authority, :given, :family_name, :sort_key, :telephone, :email, :entry);

-- worker_add: what the account is for
-- :id PersonId, :duty duty, :team TeamId, :agency AgencyId, :manager PersonId, :job Text, :begins Date
INSERT INTO worker (id, authority, duty, team, agency, manager, job, begins)
VALUES (:id, :authority, :duty, :team, :agency, :manager, :job, :begins);

-- stands_for_add: how somebody stands for a holder, from an instant on
-- :person PersonId, :holder int, :standing standing, :begins Instant
INSERT INTO stands_for (authority, person, holder, standing, begins, ends)
VALUES (:authority, :person, :holder, :standing, :begins, 9223372036854775807)
ON CONFLICT (person, holder, standing, begins) DO UPDATE SET ends = excluded.ends;

-- worker_manager_of: who a worker answers to
-- :worker PersonId, returns maybe: manager PersonId
SELECT manager FROM worker WHERE id = :worker AND authority = :authority;

-- worker_of: what somebody's account is for; nothing for someone without one
-- :worker PersonId, returns maybe: given Text, family_name Text, telephone Text, duty duty, team TeamId, agency AgencyId, manager PersonId,
-- job Text, begins Date, ends Date
SELECT person.given, person.family_name, person.telephone, worker.duty, worker.team, worker.agency, worker.manager, worker.job,
       worker.begins, worker.ends
  FROM worker JOIN person ON person.id = worker.id WHERE worker.id = :worker AND worker.authority = :authority;
