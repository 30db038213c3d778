-- own_sign_ins: the family's own people, and those beside them, who see their own copy now
-- :family FamilyId, returns many: person PersonId
-- unscoped: an act asks it of a family that its permission has let through
SELECT DISTINCT access.holder AS person FROM child JOIN access ON access.child = child.id
 WHERE child.family = :family AND child.authority = :authority AND access.role IN ('PARENT', 'CHILD', 'ADVOCATE', 'SUPPORTER')
   AND access.begins <= :now AND access.ends > :now
 ORDER BY access.holder LIMIT 100;

-- family_flags: what holds for everything that is done to a family
-- :family FamilyId, returns one: restricted bool, domestic_abuse bool, messages_stopped bool
-- unscoped: acts and jobs ask it of a family that they work on; flags and no words
SELECT restricted, domestic_abuse, messages_stopped FROM family WHERE id = :family AND authority = :authority;

-- family_restrict: whether only named people see a family, and why
-- :family FamilyId, :restricted bool, :why Text
UPDATE family SET restricted = :restricted, restricted_why = :why WHERE id = :family;

-- child_restrict: whether only named people see a child
-- :child ChildId, :restricted bool
UPDATE child SET restricted = :restricted WHERE id = :child;

-- named_end: nobody is named for the child any more
-- :child ChildId
UPDATE named SET ends = :now WHERE child = :child AND ends > :now;

-- named_add: somebody is named for the child
-- :child ChildId, :person PersonId, :begins Instant, :ends Instant
INSERT INTO named (authority, child, person, begins, ends)
VALUES (:authority, :child, :person, :begins, COALESCE(:ends, 9223372036854775807))
ON CONFLICT (child, person, begins) DO UPDATE SET ends = excluded.ends;

-- named_for_hour: somebody is named for a restricted child until an instant; somebody who is named already stays so
-- :child ChildId, :person PersonId, :ends Instant
INSERT INTO named (authority, child, person, begins, ends)
SELECT :authority, child.id, :person, :now, :ends FROM child
 WHERE child.id = :child AND child.restricted = 1
   AND NOT EXISTS (SELECT 1 FROM named WHERE named.child = child.id AND named.person = :person AND named.begins <= :now AND named.ends > :now)
ON CONFLICT (child, person, begins) DO UPDATE SET ends = excluded.ends;

-- barred_add: a child's record is closed to somebody who knows the family
-- :child ChildId, :person PersonId
INSERT INTO barred (authority, child, person) VALUES (:authority, :child, :person) ON CONFLICT DO NOTHING;

-- stand_for_holder: who stands for a holder now, and how
-- :holder int, returns many: person PersonId, standing standing
SELECT person, standing FROM stands_for WHERE holder = :holder AND authority = :authority AND begins <= :now AND ends > :now
 ORDER BY person, standing LIMIT 200;

-- told_at_once_add: somebody is told that a record was opened in an emergency
-- :entry EntryNumber, :person PersonId, :family FamilyId, :told_as told_as, :opened_by PersonId, :reason Text, :at Instant, :ends Instant
INSERT INTO told_at_once (entry, authority, person, family, told_as, opened_by, reason, at, ends)
VALUES (:entry, :authority, :person, :family, :told_as, :opened_by, :reason, :at, :ends);

-- told_me: what the reader was told at once, newest first, before an entry (0: from the newest)
-- :before EntryNumber, :most int, returns many: entry EntryNumber, family FamilyId, reference Text, told_as told_as, opened_by PersonId,
-- given Text, family_name Text, reason Text, at Instant, ends Instant
-- unscoped: it is addressed to the reader; of the family it says the reference alone
SELECT told_at_once.entry, told_at_once.family, family.reference, told_at_once.told_as, told_at_once.opened_by, person.given,
       person.family_name, told_at_once.reason, told_at_once.at, told_at_once.ends
  FROM told_at_once JOIN family ON family.id = told_at_once.family JOIN person ON person.id = told_at_once.opened_by
 WHERE told_at_once.person = :actor AND told_at_once.authority = :authority
   AND (COALESCE(:before, 0) = 0 OR told_at_once.entry < :before)
 ORDER BY told_at_once.entry DESC LIMIT :most;

-- glass_of_family: when the family's record was opened in an emergency, by whom and why, newest first
-- :family FamilyId, returns many: entry EntryNumber, opened_by PersonId, given Text, family_name Text, reason Text, at Instant, ends Instant
SELECT DISTINCT told_at_once.entry, told_at_once.opened_by, person.given, person.family_name, told_at_once.reason, told_at_once.at,
       told_at_once.ends
  FROM told_at_once JOIN person ON person.id = told_at_once.opened_by
 WHERE told_at_once.family = :family AND told_at_once.authority = :authority AND visible_family(:family, READ_LOOKS)
 ORDER BY told_at_once.entry DESC LIMIT 100;
