-- draft_unused: a parameter
-- :key Bytes, :other int, returns one: words Text
SELECT words FROM draft WHERE key = :key;
