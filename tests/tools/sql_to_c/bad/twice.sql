-- draft_twice: a parameter
-- :key Bytes, :key Bytes, returns one: words Text
SELECT words FROM draft WHERE key = :key;
