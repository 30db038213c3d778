-- draft_at: what someone typed into the form of an address
-- :person PersonId, :address Text, returns maybe: body Text, saved_at Instant
SELECT body, saved_at FROM draft WHERE person = :person AND address = :address AND authority = :authority;

-- draft_put: keeps it, instead of what was kept before
-- :person PersonId, :address Text, :body Text
INSERT INTO draft (person, address, authority, body, saved_at) VALUES (:person, :address, :authority, :body, :now)
    ON CONFLICT (person, address) DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at;

-- draft_drop: it was sent
-- :person PersonId, :address Text
DELETE FROM draft WHERE person = :person AND address = :address AND authority = :authority;

-- draft_forget_old: what someone typed long ago and never sent
-- :person PersonId, :before Instant
DELETE FROM draft WHERE person = :person AND saved_at < :before AND authority = :authority;

-- draft_keep_newest: of more than so many, the oldest go: a sign-in fills no disk
-- :person PersonId, :most int
DELETE FROM draft WHERE person = :person AND authority = :authority
   AND address NOT IN (SELECT kept.address FROM draft AS kept WHERE kept.person = :person AND kept.authority = :authority
                        ORDER BY kept.saved_at DESC, kept.address LIMIT :most);
