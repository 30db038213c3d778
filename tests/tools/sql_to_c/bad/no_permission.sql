-- child_seen: sees with what right
-- :id ChildId, returns one: name Text
SELECT child.name FROM child WHERE child.id = :id AND visible(child.id);
