-- draft_cast: a cast that SQLite has not
-- :key Bytes, returns one: words Text
SELECT words::text FROM draft WHERE key = :key;
