-- draft_returns: one or many?
-- :key Bytes, returns words Text
SELECT words FROM draft WHERE key = :key;
