-- relationship_end: what somebody was to a child until now has ended
-- :child ChildId, :person PersonId, :ends Date
UPDATE relationship SET ends = :ends WHERE child = :child AND person = :person AND ends IS NULL;

-- relationship_put: who somebody is to a child
-- :id RelationshipId, :family FamilyId, :child ChildId, :person PersonId, :kind relationship_kind,
-- :parental_responsibility yes_no_unknown, :restriction Text, :begins Date, :ends Date
INSERT INTO relationship (id, authority, family, child, person, kind, parental_responsibility, restriction, begins, ends)
VALUES (:id, :authority, :family, :child, :person, :kind, :parental_responsibility, :restriction, :begins, :ends);

-- household_of: a household of the family
-- :household HouseholdId, :family FamilyId, returns one: name Text
-- unscoped: an act asks it of a family that its permission has let through
SELECT name FROM household WHERE id = :household AND family = :family AND authority = :authority;

-- household_members_now: who lives in it
-- :household HouseholdId, returns many: person PersonId
-- unscoped: an act asks it of a family that its permission has let through
SELECT person FROM household_member WHERE household = :household AND authority = :authority AND ends IS NULL ORDER BY person LIMIT 200;

-- household_put: a household, new or with another name
-- :id HouseholdId, :family FamilyId, :name Text
INSERT INTO household (id, authority, family, name) VALUES (:id, :authority, :family, :name)
ON CONFLICT (id) DO UPDATE SET name = excluded.name;

-- household_join: somebody lives there from a day on
-- :household HouseholdId, :family FamilyId, :person PersonId, :begins Date, :note Text
INSERT INTO household_member (authority, household, family, person, begins, note)
VALUES (:authority, :household, :family, :person, :begins, :note)
ON CONFLICT (household, person, begins) DO UPDATE SET ends = NULL, note = excluded.note;

-- household_leave: somebody no longer lives there
-- :household HouseholdId, :person PersonId, :ends Date
UPDATE household_member SET ends = :ends WHERE household = :household AND person = :person AND ends IS NULL;

-- court_order_add: an order about somebody
-- :id OrderId, :family FamilyId, :kind order_kind, :about PersonId, :against PersonId, :made Date, :ends Date, :terms Text
INSERT INTO court_order (id, authority, family, kind, about, against, made, ends, terms)
VALUES (:id, :authority, :family, :kind, :about, :against, :made, :ends, :terms);

-- address_end_home: where somebody lived is no longer their home
-- :person PersonId, :family FamilyId, :ends Date
UPDATE address SET ends = :ends WHERE person = :person AND family = :family AND kind = 'HOME' AND ends IS NULL;

-- address_add: where somebody lives or lived
-- :id AddressId, :family FamilyId, :person PersonId, :kind address_kind, :lines Text, :postcode Text, :protected bool, :not_to PersonId,
-- :begins Date, :ends Date
INSERT INTO address (id, authority, family, person, kind, lines, postcode, protected, not_to, begins, ends)
VALUES (:id, :authority, :family, :person, :kind, :lines, :postcode, :protected, :not_to, :begins, :ends);

-- adult_safe_contact: how an adult can be reached, and by which ways
-- :adult PersonId, :family FamilyId, :safe bool, :ways Text, :how Text
UPDATE adult SET contact_is_safe = :safe, safe_ways = :ways, safe_contact = :how WHERE id = :adult AND family = :family;

-- adult_contact_unanswered: asked, and nothing was said; what was said before stands
-- :adult PersonId, :family FamilyId, :how Text
UPDATE adult SET safe_contact = :how WHERE id = :adult AND family = :family AND safe_contact IS NULL AND contact_is_safe = 0;

-- family_safe_contact: what everyone knows who contacts the family
-- :family FamilyId, :domestic_abuse bool, :everyone Text
UPDATE family SET domestic_abuse = :domestic_abuse, safe_contact = COALESCE(:everyone, safe_contact) WHERE id = :family;

-- person_needs: language, communication and culture of somebody
-- :person PersonId, :language language, :communication Text, :culture Text
UPDATE person SET language = :language, communication = :communication, culture = :culture WHERE id = :person;

-- addresses_of_family: where the family lives and lived, newest first, without the protected ones that the reader may not read
-- :family FamilyId, returns many: address AddressId, person PersonId, kind address_kind, lines Text, postcode Text, is_protected bool,
-- not_to PersonId, begins Date, ends Date
-- bounded: the addresses of one family
SELECT address.id AS address, address.person, address.kind, address.lines, address.postcode, address.protected AS is_protected, address.not_to,
       address.begins, address.ends
  FROM address
 WHERE address.family = :family AND address.authority = :authority AND visible_family(address.family, READ_RECORD)
   AND visible_person(address.person, READ_RECORD) AND (address.protected = 0 OR visible_person(address.person, READ_PROTECTED))
 ORDER BY address.begins DESC, address.id;

-- circle_relationships: who was and is who to each child, the newest first
-- :family FamilyId, returns many: relationship RelationshipId, child ChildId, person PersonId, kind relationship_kind,
-- parental_responsibility yes_no_unknown, restriction Text, begins Date, ends Date
SELECT relationship.id AS relationship, relationship.child, relationship.person, relationship.kind, relationship.parental_responsibility,
       relationship.restriction, relationship.begins, relationship.ends
  FROM relationship
 WHERE relationship.family = :family AND relationship.authority = :authority AND visible(relationship.child, READ_RECORD)
 ORDER BY relationship.begins DESC, relationship.id DESC LIMIT 500;

-- circle_orders: every order there was about people of a family, the newest first
-- :family FamilyId, returns many: id OrderId, kind order_kind, about PersonId, against PersonId, made Date, ends Date, terms Text
SELECT id, kind, about, against, made, ends, terms FROM court_order
 WHERE family = :family AND authority = :authority AND visible_family(court_order.family, READ_RECORD)
   AND visible_person(court_order.about, READ_RECORD)
 ORDER BY made DESC, id DESC LIMIT 200;

-- adult_contact: how an adult can be reached
-- :adult PersonId, :family FamilyId, returns maybe: contact_is_safe bool, safe_contact Text
SELECT contact_is_safe, safe_contact FROM adult
 WHERE id = :adult AND family = :family AND authority = :authority AND visible_family(adult.family, READ_CONFERENCE)
   AND visible_person(adult.id, READ_CONFERENCE);

-- person_understood: how somebody is understood and understands, and their culture
-- :person PersonId, :family FamilyId, returns maybe: language language, communication Text, culture Text
SELECT person.language, person.communication, person.culture FROM person
 WHERE person.id = :person AND person.authority = :authority AND visible_family(:family, READ_CONFERENCE)
   AND visible_person(person.id, READ_CONFERENCE)
   AND (EXISTS (SELECT 1 FROM child WHERE child.id = person.id AND child.family = :family)
     OR EXISTS (SELECT 1 FROM adult WHERE adult.id = person.id AND adult.family = :family));
