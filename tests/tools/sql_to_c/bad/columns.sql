-- draft_columns: more than declared
-- :key Bytes, returns one: words Text
SELECT words, authority FROM draft WHERE key = :key;
