-- note_of: a column
-- :child ChildId, returns one: author Text
SELECT
    note.words,
    note.author FROM note WHERE note.child = :child AND visible(note.child, READ_RECORD);
