-- told_add: a parent was told of the concern: when, by whom, what was said; or why not yet
-- :id ToldId, :family FamilyId, :person PersonId, :told_on Date, :told_by PersonId, :said Text, :not_yet_why Text, :entry EntryNumber
INSERT INTO told (id, authority, family, person, recorded, told_on, told_by, said, not_yet_why, entry)
VALUES (:id, :authority, :family, :person, :today, :told_on, :told_by, :said, :not_yet_why, :entry);

-- told_parents: each parent and carer of a child now, and whether since a day they were told, or why not yet was written
-- :child ChildId, :since Date, returns many: person PersonId, given Text, family_name Text, answered bool
-- unscoped: deciding on an enquiry; act_concerns has asked permission
-- bounded: one child's parents and carers
SELECT person.id AS person, person.given, person.family_name,
       CASE WHEN EXISTS (SELECT 1 FROM told WHERE told.family = relationship.family AND told.person = person.id AND told.recorded >= :since)
            THEN 1 ELSE 0 END AS answered
  FROM relationship JOIN person ON person.id = relationship.person
 WHERE relationship.child = :child AND (relationship.ends IS NULL OR relationship.ends > :today) AND person.died IS NULL
   AND (relationship.parental_responsibility = 'YES'
        OR relationship.kind IN ('MOTHER', 'FATHER', 'PARENT', 'STEP_PARENT', 'CARER', 'GUARDIAN'))
 ORDER BY person.sort_key, person.id;

-- told_children_of: the children of a family to whom an adult is something
-- :family FamilyId, :person PersonId, returns many: child ChildId
-- unscoped: what was said to an adult is about their children; act_concerns asks permission on each child
-- bounded: one family's children
SELECT DISTINCT child FROM relationship WHERE family = :family AND person = :person ORDER BY child;

-- told_of_family: which parents were told of the concern, newest first (SD-02)
-- :family FamilyId, returns many: person PersonId, recorded Date, told_on Date, told_by PersonId, said Text, not_yet_why Text,
-- entry EntryNumber
SELECT told.person, told.recorded, told.told_on, told.told_by, told.said, told.not_yet_why, told.entry FROM told
 WHERE told.family = :family
   AND EXISTS (SELECT 1 FROM relationship WHERE relationship.family = told.family AND relationship.person = told.person
                                            AND visible(relationship.child, READ_RECORD))
 ORDER BY told.recorded DESC, told.id DESC LIMIT 200;
