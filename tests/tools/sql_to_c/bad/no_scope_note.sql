-- notes: by a child column
-- :child ChildId, returns many: words Text
SELECT words FROM note WHERE child = :child LIMIT 10;
