-- draft_drop: writes
-- :key Bytes, returns one: key Bytes
DELETE FROM draft WHERE key = :key RETURNING key;
