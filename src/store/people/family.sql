-- family_add: a family gets a record
-- :id FamilyId, :reference Text, :name Text, :sort_key Text, :opened Date
INSERT INTO family (id, authority, reference, name, sort_key, restricted, domestic_abuse, messages_stopped, opened)
VALUES (:id, :authority, :reference, :name, COALESCE(:sort_key, ''), 0, 0, 0, :opened);

-- person_add: a human being. Without what retention erased, the row stays
-- :id PersonId, :given Text, :family_name Text, :known_as Text, :sort_key Text, :born Date, :expected Date, :sex sex, :nhs_number Text,
-- :upn Text, :ethnicity ethnicity, :disabilities Text, :language language, :telephone Text, :email Text, :entry EntryNumber
INSERT INTO person (id, authority, given, family_name, known_as, sort_key, born, expected, sex, nhs_number, upn, ethnicity, disabilities,
                    language, telephone, email, entry)
VALUES (:id, :authority, COALESCE(:given, ''), COALESCE(:family_name, ''), :known_as, COALESCE(:sort_key, ''), :born, :expected, :sex, :nhs_number, :upn, :ethnicity, :disabilities,
        :language, :telephone, :email, :entry);

-- child_add: a person is a child of a family; as restricted as the family is, with the holder its brothers and sisters have
-- :id ChildId, :family FamilyId, :unborn bool, :school AgencyId, :surgery Text
INSERT INTO child (id, authority, family, restricted, unborn, school, surgery, allocated)
SELECT :id, :authority, family.id, family.restricted, :unborn, :school, :surgery,
       (SELECT MAX(sibling.allocated) FROM child AS sibling WHERE sibling.family = :family)
  FROM family WHERE family.id = :family;

-- named_as_siblings: who is named for the family's other children is named for this one
-- :child ChildId, :family FamilyId
INSERT INTO named (authority, child, person, begins, ends)
SELECT :authority, :child, named.person, :now, MAX(named.ends)
  FROM child AS sibling JOIN named ON named.child = sibling.id
 WHERE sibling.family = :family AND sibling.id <> :child AND sibling.restricted = 1 AND named.begins <= :now AND named.ends > :now
 GROUP BY named.person;

-- barred_as_siblings: whom the family's other children are closed to, this one is closed to
-- :child ChildId, :family FamilyId
INSERT INTO barred (authority, child, person)
SELECT DISTINCT :authority, :child, barred.person
  FROM child AS sibling JOIN barred ON barred.child = sibling.id
 WHERE sibling.family = :family AND sibling.id <> :child;

-- adult_add: a person is an adult of a family
-- :id PersonId, :family FamilyId, :is_known_as Text
INSERT INTO adult (id, authority, family, is_known_as, contact_is_safe) VALUES (:id, :authority, :family, :is_known_as, 0);

-- relationship_add: who somebody is to a child, from a day on
-- :id RelationshipId, :family FamilyId, :child ChildId, :person PersonId, :kind relationship_kind,
-- :parental_responsibility yes_no_unknown, :restriction Text, :begins Date
INSERT INTO relationship (id, authority, family, child, person, kind, parental_responsibility, restriction, begins)
VALUES (:id, :authority, :family, :child, :person, :kind, :parental_responsibility, :restriction, :begins);

-- name_key_add: something that finds a person
-- :kind search_key, :value Text, :person PersonId, :source int
INSERT INTO name_key (authority, kind, value, person, source) VALUES (:authority, :kind, :value, :person, :source)
ON CONFLICT DO NOTHING;

-- name_key_remove: what one source gave no longer finds the person
-- :person PersonId, :source int
DELETE FROM name_key WHERE person = :person AND source = :source;

-- case_holders_of_family: who holds a case of the family's children now
-- :family FamilyId, returns many: holder int
-- unscoped: an act asks it of a family that its permission has let through
-- bounded: the holders of one family's children
SELECT DISTINCT access.holder FROM child JOIN access ON access.child = child.id
 WHERE child.family = :family AND child.authority = :authority AND access.role = 'CASE_HOLDER'
   AND access.begins <= :now AND access.ends > :now
 ORDER BY access.holder;

-- adult_in_family: whether a person is an adult of the family already
-- :person PersonId, :family FamilyId, returns maybe: is_known_as Text
-- unscoped: an act asks it of a family that its permission has let through
SELECT is_known_as FROM adult WHERE id = :person AND family = :family AND authority = :authority;

-- person_concerns: the children of a family that something about a person concerns: the child itself, those an adult is or was somebody to
-- :person PersonId, :family FamilyId, returns many: child ChildId
-- unscoped: an act asks it; act_concerns then asks permission on each child
SELECT DISTINCT concerned.child FROM concerned JOIN child ON child.id = concerned.child
 WHERE concerned.person = :person AND child.family = :family AND child.authority = :authority ORDER BY concerned.child LIMIT 200;

-- child_in_family: whether somebody is a child of the family
-- :child ChildId, :family FamilyId, returns maybe: unborn bool, allocated PersonId, restricted bool
-- unscoped: an act asks it of a family that its permission has let through
SELECT unborn, allocated, restricted FROM child WHERE id = :child AND family = :family AND authority = :authority;

-- child_allocate: who holds the child's case
-- :child ChildId, :worker PersonId
UPDATE child SET allocated = :worker WHERE id = :child;

-- named_for_holder: a restricted child's new case holder is named for it
-- :child ChildId, :person PersonId
INSERT INTO named (authority, child, person, begins, ends)
SELECT :authority, child.id, :person, :now, 9223372036854775807 FROM child WHERE child.id = :child AND child.restricted = 1
ON CONFLICT (child, person, begins) DO UPDATE SET ends = excluded.ends;

-- barred_from: whether the child's record is closed to a person, because they know the family
-- :child ChildId, :person PersonId, returns maybe: barred PersonId
-- unscoped: an act asks it before it gives somebody a right
SELECT person AS barred FROM barred WHERE child = :child AND person = :person;

-- family_of_reference: the family of a reference, for who gives a sample of records without reading them
-- :reference Text, returns maybe: family FamilyId, restricted bool
-- unscoped: it tells nobody anything: the act says the same of a family that isn't there and of one that is restricted
SELECT id AS family, restricted FROM family WHERE authority = :authority AND reference = :reference ORDER BY id LIMIT 1;
