-- Whose record somebody without a part in it is about to act on: no more than the search or the plan check told them on the page before.

-- whose_person: one person of a family, by name and day of birth; nobody of a restricted family, nor of one that is closed to the reader
-- :family FamilyId, :person PersonId, returns maybe: given Text, family_name Text, born Date, is_child bool, unborn bool
-- unscoped: the standing rights SEARCH_PEOPLE and CHECK_PLAN told the same; pages/act_whose asks for them, and it is a look
SELECT person.given, person.family_name, COALESCE(person.born, person.expected) AS born, CASE WHEN child.id IS NULL THEN 0 ELSE 1 END AS is_child,
       COALESCE(child.unborn, 0) AS unborn
  FROM person JOIN family ON family.id = :family
  LEFT JOIN child ON child.id = person.id AND child.family = :family
  LEFT JOIN adult ON adult.id = person.id AND adult.family = :family
 WHERE person.id = :person AND person.authority = :authority AND family.authority = :authority AND family.restricted = 0
   AND (child.id IS NOT NULL OR adult.id IS NOT NULL)
   AND NOT EXISTS (SELECT 1 FROM child AS closed JOIN barred ON barred.child = closed.id WHERE closed.family = :family AND barred.person = :actor)
 ORDER BY person.id LIMIT 1;

-- whose_to_ring: whom to ring about a family; of a restricted one the team alone
-- :family FamilyId, returns maybe: restricted bool, name Text, telephone Text
-- unscoped: whom to ring is told to everybody who may ask for it: nothing of the record
SELECT family.restricted, CASE WHEN family.restricted = 1 THEN whom_to_ring.team_name ELSE whom_to_ring.name END AS name,
       CASE WHEN family.restricted = 1 THEN whom_to_ring.team_telephone ELSE whom_to_ring.telephone END AS telephone
  FROM family JOIN whom_to_ring ON whom_to_ring.family = family.id
 WHERE family.id = :family AND family.authority = :authority;
