-- draft_kind: a text is no number
-- :key Bytes, returns one: words int
SELECT words FROM draft WHERE key = :key;
