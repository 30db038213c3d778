-- reader_ways: by which roles and standings this person sees a child now
-- :child ChildId, returns many: holder int, role role, standing standing
SELECT access.holder, access.role, stands_for.standing
  FROM stands_for JOIN access ON access.holder = stands_for.holder AND access.authority = stands_for.authority
 WHERE stands_for.person = :actor AND access.child = :child AND access.authority = :authority
   AND access.begins <= :now AND access.ends > :now AND stands_for.begins <= :now AND stands_for.ends > :now
 ORDER BY access.holder, access.role, stands_for.standing LIMIT 1000;

-- reader_forget_access: in a store of the past: nobody's rights of then count
-- scans: a store in memory, of one family
DELETE FROM access;

-- reader_forget_barred: the same
-- scans: a store in memory, of one family
DELETE FROM barred;

-- reader_forget_named: the same
-- scans: a store in memory, of one family
DELETE FROM named;

-- reader_forget_standing: the same
-- scans: a store in memory, of one family
DELETE FROM stands_for;

-- reader_access: one way of today in a store of the past
-- :holder int, :child ChildId, :role role
INSERT INTO access (authority, holder, child, role, begins, ends, entry)
VALUES (:authority, :holder, :child, :role, 0, 9223372036854775807, 0) ON CONFLICT DO NOTHING;

-- reader_stands: the same
-- :holder int, :standing standing
INSERT INTO stands_for (authority, person, holder, standing, begins, ends)
VALUES (:authority, :actor, :holder, :standing, 0, 9223372036854775807) ON CONFLICT DO NOTHING;

-- reader_named: the same
-- :child ChildId
INSERT INTO named (authority, child, person, begins, ends) VALUES (:authority, :child, :actor, 0, 9223372036854775807) ON CONFLICT DO NOTHING;
