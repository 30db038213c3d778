-- children: all of the authority's, by name
-- returns many: id ChildId
SELECT child.id FROM child WHERE child.authority = :authority AND visible(child.id, READ_RECORD) ORDER BY child.name LIMIT 20;
