-- child_of: a child
-- :id ChildId, returns one: name Text
-- unscoped:
SELECT child.name FROM child WHERE child.id = :id;
