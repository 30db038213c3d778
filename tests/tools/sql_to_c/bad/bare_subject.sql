-- child_bare: the column would be the view's own
-- :id ChildId, returns one: name Text
SELECT name FROM child WHERE child.id = :id AND visible(child, READ_RECORD);
