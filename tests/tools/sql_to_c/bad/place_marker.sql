-- draft_marked: a parameter without a name
-- :key Bytes, returns one: words Text
SELECT words FROM draft WHERE key = :key AND words = ?;
