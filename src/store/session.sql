-- session_of_hash: the session with this token's hash, over or not; it is over at once when the account ends
-- :hash Text, returns maybe: person PersonId, begun Instant, last_seen Instant, ends Instant
SELECT session.person, session.begun, session.last_seen, CASE WHEN worker.ends <= :today THEN session.begun ELSE session.ends END AS ends
  FROM session LEFT JOIN worker ON worker.id = session.person
 WHERE session.hash = :hash AND session.authority = :authority;

-- session_of_proof: in whose session a form was opened, by the hash of its proof
-- :proof Text, returns maybe: person PersonId
SELECT person FROM session WHERE proof = :proof AND authority = :authority;

-- session_put: someone signs in
-- :hash Text, :proof Text, :person PersonId, :begun Instant, :ends Instant
INSERT INTO session (hash, proof, authority, person, begun, last_seen, ends)
VALUES (:hash, :proof, :authority, :person, :begun, :begun, :ends);

-- session_touch: the session is in use
-- :hash Text
UPDATE session SET last_seen = :now WHERE hash = :hash AND authority = :authority AND last_seen < :now;

-- session_over: someone signs out
-- :hash Text
UPDATE session SET ends = :now WHERE hash = :hash AND authority = :authority AND ends > :now;

-- session_over_everywhere: someone signs out on every device
-- :person PersonId
UPDATE session SET ends = :now WHERE person = :person AND authority = :authority AND ends > :now;

-- session_forget_old: sessions of someone that are long over
-- :person PersonId, :before Instant
DELETE FROM session WHERE person = :person AND authority = :authority AND ends < :before;
