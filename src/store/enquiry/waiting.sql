-- What somebody was worried about and nobody has decided on yet: beside the form on which it is decided, and on the family's page while it waits.

-- worries_waiting: contacts of a family that wait for a decision, or whose referral does, the oldest first; decided: the contact was, its referral waits
-- :family FamilyId, returns many: contact ContactId, received Date, way contact_way, source contact_source, referrer Text, referrer_role Text,
-- referrer_telephone Text, involvement Text, concern Text, perpetrator Text, perpetrator_place Text, perpetrator_work Text, decided Date
SELECT contact.id AS contact, contact.received, contact.way, contact.source, contact.referrer, contact.referrer_role, contact.referrer_telephone,
       contact.involvement, contact.concern, contact.perpetrator, contact.perpetrator_place, contact.perpetrator_work, contact.decided
  FROM contact
 WHERE contact.family = :family AND contact.authority = :authority
   AND EXISTS (SELECT 1 FROM contact_child WHERE contact_child.contact = contact.id AND visible(contact_child.child, READ_RECORD)
                 AND (contact.decided IS NULL
                   OR EXISTS (SELECT 1 FROM referral WHERE referral.contact = contact.id AND referral.child = contact_child.child AND referral.decided IS NULL)))
 ORDER BY contact.received, contact.id LIMIT 20;

-- worry_children: the children a contact is about, of those the reader may read
-- :contact ContactId, returns many: child ChildId
SELECT contact_child.child FROM contact_child
 WHERE contact_child.contact = :contact AND contact_child.authority = :authority AND visible(contact_child.child, READ_RECORD)
 ORDER BY contact_child.child LIMIT 20;

-- worry_notifications: what the police notified with a contact, whole (SA-02)
-- :contact ContactId, :family FamilyId, returns many: force_name Text, reference Text, received Date, words Text
SELECT notification.force_name, notification.reference, notification.received, notification.words
  FROM notification
 WHERE notification.family = :family AND notification.contact = :contact AND notification.authority = :authority
   AND EXISTS (SELECT 1 FROM notification_child WHERE notification_child.notification = notification.id AND visible(notification_child.child, READ_RECORD))
 ORDER BY notification.received, notification.id LIMIT 20;
