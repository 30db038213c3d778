-- contact_add: somebody was worried, and said so
-- :id ContactId, :family FamilyId, :received Date, :way contact_way, :source contact_source, :referrer Text, :referrer_role Text,
-- :referrer_telephone Text, :involvement Text, :concern Text, :perpetrator Text, :perpetrator_place Text, :perpetrator_work Text,
-- :entry EntryNumber
INSERT INTO contact (id, authority, family, received, way, source, referrer, referrer_role, referrer_telephone, involvement, concern,
                     perpetrator, perpetrator_place, perpetrator_work, entry)
VALUES (:id, :authority, :family, :received, :way, :source, :referrer, :referrer_role, :referrer_telephone, :involvement, :concern,
        :perpetrator, :perpetrator_place, :perpetrator_work, :entry);

-- contact_child_add: a child the contact is about
-- :contact ContactId, :child ChildId
INSERT INTO contact_child (authority, contact, child) VALUES (:authority, :contact, :child);

-- contact_children: the children a contact is about, and when it came; for deciding on it
-- :contact ContactId, :family FamilyId, returns many: child ChildId, decision contact_decision, received Date
-- unscoped: deciding on a contact; act_concerns asks permission on each child
-- bounded: one contact's children
SELECT contact_child.child, contact_child.decision, contact.received
  FROM contact JOIN contact_child ON contact_child.contact = contact.id
 WHERE contact.id = :contact AND contact.family = :family AND contact.authority = :authority ORDER BY contact_child.child;

-- contact_decide: the day it was decided
-- :contact ContactId
UPDATE contact SET decided = :today WHERE id = :contact;

-- contact_child_decide: what was decided for a child, and why
-- :contact ContactId, :child ChildId, :decision contact_decision, :reason Text
UPDATE contact_child SET decision = :decision, reason = :reason WHERE contact = :contact AND child = :child;

-- contacts_open: contacts of a family that nobody has decided on, oldest first
-- :family FamilyId, returns many: contact ContactId, received Date, source contact_source, referrer Text
-- bounded: the open contacts of one family
SELECT contact.id AS contact, contact.received, contact.source, contact.referrer FROM contact
 WHERE contact.family = :family AND contact.decided IS NULL
   AND EXISTS (SELECT 1 FROM contact_child WHERE contact_child.contact = contact.id AND visible(contact_child.child, READ_RECORD))
 ORDER BY contact.received, contact.id;

-- contacts_of_family: every contact about a family, newest first, with what was said (SB-01, SB-02, SB-03)
-- :family FamilyId, returns many: contact ContactId, received Date, way contact_way, source contact_source, referrer Text, referrer_role Text,
-- referrer_telephone Text, involvement Text, concern Text, perpetrator Text, perpetrator_place Text, perpetrator_work Text, decided Date,
-- entry EntryNumber
SELECT contact.id AS contact, contact.received, contact.way, contact.source, contact.referrer, contact.referrer_role,
       contact.referrer_telephone, contact.involvement, contact.concern, contact.perpetrator, contact.perpetrator_place,
       contact.perpetrator_work, contact.decided, contact.entry
  FROM contact
 WHERE contact.family = :family
   AND EXISTS (SELECT 1 FROM contact_child WHERE contact_child.contact = contact.id AND visible(contact_child.child, READ_RECORD))
 ORDER BY contact.received DESC, contact.id DESC LIMIT 200;
