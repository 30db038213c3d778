-- draft_open: goes on
-- :key Bytes
DELETE FROM draft WHERE key = :key
