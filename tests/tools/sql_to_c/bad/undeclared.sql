-- draft_undeclared: a parameter
-- returns one: words Text
SELECT words FROM draft
 WHERE key = :key;
