-- rename: a write that asks visible while it changes what visible is made of
-- :id ChildId, :name Text
UPDATE child SET name = :name WHERE child.id = :id AND visible(child.id, READ_RECORD);
