-- draft_see: reads
-- :key Bytes
SELECT words FROM draft WHERE key = :key;
