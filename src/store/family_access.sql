-- family_opens: whether the reader may open the family's pages
-- :family FamilyId, returns maybe: family FamilyId
SELECT id AS family FROM family WHERE id = :family AND authority = :authority AND visible_family(family.id, OPEN_CASE);

-- family_children_known: the children of a family whom the reader may know of
-- :family FamilyId, returns many: child ChildId
-- bounded: the children of one family
SELECT id AS child FROM child WHERE family = :family AND authority = :authority AND visible(child.id, KNOW_CHILD) ORDER BY id;
