-- credential_of_name: how the one who signs in by this name proves it. An account that has ended has no name any more
-- :name Text, returns maybe: person PersonId, hash Text, wrong int, locked_until Instant
SELECT person, hash, wrong, locked_until FROM credential
 WHERE name = :name AND authority = :authority
   AND NOT EXISTS (SELECT 1 FROM worker WHERE worker.id = credential.person AND worker.ends <= :today);

-- credential_put: a sign-in name and password hash, new or changed; what went wrong before is forgotten
-- :person PersonId, :name Text, :hash Text
INSERT INTO credential (person, authority, name, hash, wrong, locked_until, changed) VALUES (:person, :authority, :name, :hash, 0, NULL, :now)
    ON CONFLICT (person) DO UPDATE SET name = excluded.name, hash = excluded.hash, wrong = 0, locked_until = NULL, changed = excluded.changed;

-- credential_wrong: how often the password was wrong since it was last right, and until when none is taken
-- :person PersonId, :wrong int, :locked_until Instant
UPDATE credential SET wrong = :wrong, locked_until = :locked_until WHERE person = :person AND authority = :authority;
