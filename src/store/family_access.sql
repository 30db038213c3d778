-- family_children_known: the children of a family whom the reader may know of
-- :family FamilyId, returns many: child ChildId
-- bounded: the children of one family
SELECT id AS child FROM child WHERE family = :family AND authority = :authority AND visible(child.id, KNOW_CHILD) ORDER BY id;
