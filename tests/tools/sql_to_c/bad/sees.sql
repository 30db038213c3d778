-- child_of: what visible becomes on SQLite, without visible
-- :id ChildId, returns maybe: id ChildId
SELECT child.id FROM child WHERE child.id = :id AND sees(child.id, :actor, :authority, :now, 1);
