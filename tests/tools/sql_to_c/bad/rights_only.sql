-- notes: the rights are given, and nothing is left out by them
-- :child ChildId, returns many: words Text, rights int
SELECT note.words, rights_on(note.child) AS rights FROM note WHERE note.child = :child LIMIT 20;
