-- ledger_head_now: where a chain stands; no row before its first link
-- :chain Text, returns maybe: number int, at Instant, hash Bytes
SELECT number, at, hash FROM ledger_head WHERE chain = :chain;

-- ledger_head_begins: a chain has its first link
-- :chain Text, :number int, :at Instant, :hash Bytes
INSERT INTO ledger_head (chain, authority, number, at, hash) VALUES (:chain, :authority, :number, :at, :hash);

-- ledger_head_moves: a chain has grown by one
-- :chain Text, :number int, :at Instant, :hash Bytes
UPDATE ledger_head SET number = :number, at = :at, hash = :hash WHERE chain = :chain;

-- ledger_add: the header of an entry
-- :number EntryNumber, :of_authority AuthorityId, :recorded_at Instant, :recorded_by PersonId, :act Text, :version int,
-- :family FamilyId, :target int, :commitment Bytes, :previous Bytes, :hash Bytes
INSERT INTO ledger (number, authority, recorded_at, actor, act, version, family, target, commitment, previous, hash)
VALUES (:number, :of_authority, :recorded_at, :recorded_by, :act, :version, :family, :target, :commitment, :previous, :hash);

-- ledger_add_body: what was done, apart from its header
-- :number EntryNumber, :of_authority AuthorityId, :salt Bytes, :body Text
INSERT INTO ledger_body (number, authority, salt, body) VALUES (:number, :of_authority, :salt, :body);

-- ledger_add_child: a child the entry is about
-- :number EntryNumber, :of_authority AuthorityId, :child ChildId
INSERT INTO ledger_child (child, number, authority) VALUES (:child, :number, :of_authority);

-- ledger_headers: headers after a number, in order: to verify, rebuild and replay, a chunk at a time
-- :after int, :most int, returns many: number EntryNumber, of_authority AuthorityId, recorded_at Instant, recorded_by PersonId, act Text,
-- version int, family FamilyId, target int, commitment Bytes, previous Bytes, hash Bytes
SELECT number, authority AS of_authority, recorded_at, actor AS recorded_by, act, version, family, target, commitment, previous, hash
  FROM ledger WHERE number > :after ORDER BY number LIMIT :most;

-- ledger_headers_of_family: the same for one family, with what concerns the whole organisation, up to an instant
-- :family FamilyId, :until Instant, :after int, :most int, returns many: number EntryNumber, of_authority AuthorityId,
-- recorded_at Instant, recorded_by PersonId, act Text, version int, family FamilyId, target int, commitment Bytes, previous Bytes, hash Bytes
SELECT number, authority AS of_authority, recorded_at, actor AS recorded_by, act, version, family, target, commitment, previous, hash
  FROM ledger
 WHERE (family = :family OR family IS NULL) AND number > :after AND recorded_at <= :until AND authority = :authority
 ORDER BY number LIMIT :most;

-- ledger_bodies: bodies of the entries from one number to another, in order
-- :after int, :last int, :most int, returns many: number EntryNumber, salt Bytes, body Text
SELECT number, salt, body FROM ledger_body WHERE number > :after AND number <= :last ORDER BY number LIMIT :most;

-- ledger_body_of: the body of one entry
-- :number EntryNumber, returns maybe: salt Bytes, body Text
SELECT salt, body FROM ledger_body WHERE number = :number;

-- ledger_children: which children the entries from one number to another are about, in order
-- :after int, :last int, :most int, returns many: number EntryNumber, child ChildId
-- unscoped: replay and verifying read every entry; no page calls this
SELECT number, child FROM ledger_child WHERE number > :after AND number <= :last ORDER BY number, child LIMIT :most;

-- ledger_strays: bodies and children whose entry is not there: the first of them
-- returns maybe: number EntryNumber
-- unscoped: verifying reads every entry; no page calls this
-- scans: verifying reads everything, once a night
SELECT MIN(number) AS number FROM (
    SELECT number FROM ledger_body WHERE NOT EXISTS (SELECT 1 FROM ledger WHERE ledger.number = ledger_body.number AND ledger.authority = ledger_body.authority)
    UNION ALL SELECT number FROM ledger_child WHERE NOT EXISTS (SELECT 1 FROM ledger WHERE ledger.number = ledger_child.number AND ledger.authority = ledger_child.authority)
) AS stray HAVING MIN(number) IS NOT NULL;

-- ledger_entry_of: one entry's header, when this person may see a child it is about
-- :number EntryNumber, returns one: number EntryNumber, recorded_at Instant, recorded_by PersonId, act Text, version int, family FamilyId,
-- target int
SELECT ledger.number, ledger.recorded_at, ledger.actor AS recorded_by, ledger.act, ledger.version, ledger.family, ledger.target
  FROM ledger
 WHERE ledger.number = :number AND ledger.authority = :authority
   AND EXISTS (SELECT 1 FROM ledger_child WHERE ledger_child.number = ledger.number AND visible(ledger_child.child, KNOW_CHILD));

-- ledger_own: what the reader themselves recorded, by its number, to tell them that it is recorded
-- :number EntryNumber, returns maybe: recorded_at Instant, act Text
-- unscoped: the name of the reader's own act, to themselves; nothing of what it says
SELECT recorded_at, act FROM ledger WHERE number = :number AND actor = :actor AND authority = :authority;

-- ledger_of_child: what was done about a child, newest first, before a number. The caller leaves out what an act's `seen` doesn't show.
-- :child ChildId, :before int, :most int, returns many: number EntryNumber, recorded_at Instant, recorded_by PersonId, act Text,
-- version int, family FamilyId, target int, body Text
SELECT ledger.number, ledger.recorded_at, ledger.actor AS recorded_by, ledger.act, ledger.version, ledger.family, ledger.target,
       ledger_body.body
  FROM ledger_child JOIN ledger ON ledger.number = ledger_child.number JOIN ledger_body ON ledger_body.number = ledger.number
 WHERE ledger_child.child = :child AND ledger_child.number < :before AND visible(:child, KNOW_CHILD)
 ORDER BY ledger_child.number DESC LIMIT :most;

-- ledger_of_family: what was done about a family, newest first, before a number, with one of the children this person may see
-- :family FamilyId, :before int, :most int, returns many: number EntryNumber, recorded_at Instant, recorded_by PersonId, act Text,
-- version int, family FamilyId, target int, body Text
SELECT ledger.number, ledger.recorded_at, ledger.actor AS recorded_by, ledger.act, ledger.version, ledger.family, ledger.target,
       ledger_body.body
  FROM ledger JOIN ledger_body ON ledger_body.number = ledger.number
 WHERE ledger.family = :family AND ledger.number < :before
   AND EXISTS (SELECT 1 FROM ledger_child WHERE ledger_child.number = ledger.number AND visible(ledger_child.child, KNOW_CHILD))
 ORDER BY ledger.number DESC LIMIT :most;

-- ledger_newer: the first entry of the same act on the same thing that somebody else added after the last one this person saw
-- :act Text, :family FamilyId, :target int, :as_of EntryNumber, returns maybe: number EntryNumber
SELECT number FROM ledger
 WHERE family = :family AND number > :as_of AND target = :target AND act = :act AND actor <> :actor
 ORDER BY number LIMIT 1;

-- ledger_newer_of_all: the same for acts that concern no family
-- :act Text, :target int, :as_of EntryNumber, returns maybe: number EntryNumber
SELECT number FROM ledger
 WHERE family IS NULL AND number > :as_of AND target = :target AND act = :act AND actor <> :actor
 ORDER BY number LIMIT 1;

-- once_of: what came of a form that was sent before
-- :key Text, returns maybe: number EntryNumber, sent_by PersonId, sent Bytes, address Text
SELECT number, actor AS sent_by, sent, address FROM once WHERE key = :key;

-- once_keep: remembers a form's answer
-- :key Text, :number EntryNumber, :sent Bytes, :address Text
INSERT INTO once (key, authority, actor, number, sent, address) VALUES (:key, :authority, :actor, :number, :sent, :address);

-- once_rows: every remembered answer after a key, in order: for a rebuild
-- :after Text, :most int, returns many: key Text, of_authority AuthorityId, sent_by PersonId, number EntryNumber, sent Bytes, address Text
SELECT key, authority AS of_authority, actor AS sent_by, number, sent, address FROM once WHERE key > :after ORDER BY key LIMIT :most;

-- once_copy: one of them into another store
-- :key Text, :of_authority AuthorityId, :sent_by PersonId, :number EntryNumber, :sent Bytes, :address Text
INSERT INTO once (key, authority, actor, number, sent, address) VALUES (:key, :of_authority, :sent_by, :number, :sent, :address);
