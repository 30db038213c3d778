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
ON CONFLICT DO NOTHING;

-- worker_manager_of: who a worker answers to
-- :worker PersonId, returns maybe: manager PersonId
SELECT manager FROM worker WHERE id = :worker AND authority = :authority;
