-- draft_typed: a type
-- :key blob, returns one: words Text
SELECT words FROM draft WHERE key = :key;
