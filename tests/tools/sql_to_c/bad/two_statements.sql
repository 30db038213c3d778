-- draft_two: no semicolon between
-- :key Bytes
DELETE FROM draft WHERE key = :key DELETE FROM note;
