-- notification_add: a police notification, and what the family is told about it
-- :id NotificationId, :family FamilyId, :contact ContactId, :force_name Text, :reference Text, :received Date, :words Text, :plain Text,
-- :not_to PersonId, :document DocumentId
INSERT INTO notification (id, authority, family, contact, force_name, reference, received, words, plain, not_to, document)
VALUES (:id, :authority, :family, :contact, :force_name, :reference, :received, :words, :plain, :not_to, :document);

-- notification_child_add: a child it is about
-- :notification NotificationId, :child ChildId
INSERT INTO notification_child (authority, notification, child) VALUES (:authority, :notification, :child);

-- notifications_of_child: police notifications about a child, whole, newest first (SA-02)
-- :child ChildId, returns many: notification NotificationId, contact ContactId, force_name Text, reference Text, received Date, words Text,
-- plain Text
SELECT notification.id AS notification, notification.contact, notification.force_name, notification.reference, notification.received,
       notification.words, notification.plain
  FROM notification_child JOIN notification ON notification.id = notification_child.notification
 WHERE notification_child.child = :child AND visible(notification_child.child, READ_RECORD)
 ORDER BY notification.received DESC, notification.id DESC LIMIT 100;

-- notifications_in_plain_words: the same for the family, in plain words and nothing else, save for who must not read it, and who stands beside them
-- (SA-02)
-- :child ChildId, returns many: notification NotificationId, family FamilyId, force_name Text, received Date, plain Text
SELECT notification.id AS notification, notification.family, notification.force_name, notification.received, notification.plain
  FROM notification_child JOIN notification ON notification.id = notification_child.notification
 WHERE notification_child.child = :child AND visible(notification_child.child, READ_OWN_COPY)
   AND (notification.not_to IS NULL
        OR (notification.not_to <> :actor
            AND NOT EXISTS (SELECT 1 FROM stands_beside WHERE stands_beside.person = :actor AND stands_beside.beside = notification.not_to)))
 ORDER BY notification.received DESC, notification.id DESC LIMIT 100;
