-- draft_quoted: a name in double quotes
-- :key Bytes, returns one: words Text
SELECT "words" FROM draft
 WHERE key = :key;
