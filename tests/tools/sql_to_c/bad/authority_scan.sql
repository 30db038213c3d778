-- plans: all of the authority's, though it asks about one family
-- :family FamilyId, returns many: id ChildId
SELECT child.id FROM child WHERE child.authority = :authority AND child.name = 'x' AND visible(child.id, READ_RECORD) LIMIT 20;
