-- child_of: a child
-- :id ChildId, returns one: name Text
SELECT child.name FROM child WHERE child.id = :id;
