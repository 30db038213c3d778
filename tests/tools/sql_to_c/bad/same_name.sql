-- draft_same: once
-- :key Bytes
DELETE FROM draft WHERE key = :key;

-- draft_same: and again
-- :key Bytes
DELETE FROM draft WHERE key = :key;
