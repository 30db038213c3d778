-- draft_parameter: the colon is missing
-- key Bytes, returns one: words Text
-- :key Bytes
SELECT words FROM draft WHERE key = :key;
