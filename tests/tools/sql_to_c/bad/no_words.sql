-- draft_nameless
-- :key Bytes
DELETE FROM draft WHERE key = :key;
