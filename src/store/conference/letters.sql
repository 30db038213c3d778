-- Letters about a conference: who is owed one, what it must know, and the copies as they were sent.

-- letter_meeting: what every letter about a conference knows, and the entries from which one is owed
-- :conference ConferenceId, returns one: family FamilyId, kind conference_kind, state conference_state, starts Instant, held_on Date, place Text, room Text,
-- booked EntryNumber, ended EntryNumber, stopped bool, ring_name Text, ring_telephone Text, council Text, council_telephone Text, office Text, office_email Text,
-- office_telephone Text
-- unscoped: an act on a conference, or a page that has asked who may read it
SELECT conference.family, conference.kind, conference.state, conference.starts, conference.held_on, conference.place, conference.room,
       (SELECT MAX(ledger.number) FROM ledger WHERE ledger.family = conference.family AND ledger.target = conference.id AND ledger.act = 'CONFERENCE_BOOKED') AS booked,
       (SELECT MAX(ledger.number) FROM ledger WHERE ledger.family = conference.family AND ledger.target = conference.id AND ledger.act = 'CONFERENCE_NOT_HELD') AS ended,
       family.messages_stopped AS stopped,
       CASE WHEN family.restricted = 1 THEN whom_to_ring.team_name ELSE whom_to_ring.name END AS ring_name,
       CASE WHEN family.restricted = 1 THEN whom_to_ring.team_telephone ELSE whom_to_ring.telephone END AS ring_telephone,
       authority_record.name AS council, authority_record.telephone AS council_telephone, office.name AS office, office.email AS office_email,
       office.telephone AS office_telephone
  FROM conference JOIN family ON family.id = conference.family JOIN whom_to_ring ON whom_to_ring.family = family.id
  LEFT JOIN authority_record ON authority_record.authority = conference.authority
  LEFT JOIN team AS office ON office.id = (SELECT MIN(team.id) FROM team WHERE team.authority = conference.authority AND team.duty = 'CONFERENCE_ADMIN')
 WHERE conference.id = :conference AND conference.authority = :authority;

-- letter_readers: everybody of a conference's list who is no agency, with the way that is safe and the newest letter of each kind
-- :conference ConferenceId, returns many: invitation InvitationId, is_as invited_as, person PersonId, given Text, family_name Text, name Text, invited yes_no_unknown,
-- exclusion exclusion_extent, exclusion_why Text, other_way Text, told bool, again EntryNumber, ways Text, child_ways Text, lines Text, postcode Text, lost bool,
-- last_invitation EntryNumber, last_exclusion EntryNumber, last_moved EntryNumber, last_off EntryNumber
-- unscoped: an act on a conference, or a page that has asked who may read it; a protected address is none of these
-- bounded: one conference's list
SELECT invitation.id AS invitation, invitation.is_as, invitation.person, person.given, person.family_name, invitation.name,
       CASE invitation.invited WHEN 1 THEN 'YES' WHEN 0 THEN 'NO' END AS invited, invitation.exclusion, invitation.exclusion_why, invitation.other_way,
       CASE WHEN invitation.sent IS NULL THEN 0 ELSE 1 END AS told, invitation.again, adult.safe_ways AS ways,
       (SELECT CASE WHEN readiness.answer = 'ASKED_YES' THEN readiness.ways END FROM readiness
         WHERE readiness.conference = invitation.conference AND readiness.about = invitation.person AND readiness.question = 'CONTACT'
         ORDER BY readiness.entry DESC LIMIT 1) AS child_ways,
       address.lines, address.postcode,
       CASE WHEN EXISTS (SELECT 1 FROM adult AS elsewhere JOIN family AS other ON other.id = elsewhere.family
                          WHERE elsewhere.id = invitation.person AND other.messages_stopped = 1) THEN 1 ELSE 0 END AS lost,
       (SELECT MAX(letter.entry) FROM letter WHERE letter.invitation = invitation.id AND letter.kind IN ('INVITATION', 'REVIEW_INVITATION')) AS last_invitation,
       (SELECT MAX(letter.entry) FROM letter WHERE letter.invitation = invitation.id AND letter.kind = 'EXCLUSION') AS last_exclusion,
       (SELECT MAX(letter.entry) FROM letter WHERE letter.invitation = invitation.id AND letter.kind = 'MOVED') AS last_moved,
       (SELECT MAX(letter.entry) FROM letter WHERE letter.invitation = invitation.id AND letter.kind = 'CALLED_OFF') AS last_off
  FROM invitation LEFT JOIN person ON person.id = invitation.person LEFT JOIN adult ON adult.id = invitation.person AND adult.family = invitation.family
  LEFT JOIN address ON address.id = (SELECT MAX(known.id) FROM address AS known
        WHERE known.person = invitation.person AND known.ends IS NULL AND known.protected = 0 AND known.kind IN ('HOME', 'TEMPORARY', 'CONTACT')
          AND (known.kind = 'CONTACT' OR NOT EXISTS (SELECT 1 FROM address AS letters WHERE letters.person = known.person AND letters.ends IS NULL AND letters.kind = 'CONTACT')))
       AND NOT EXISTS (SELECT 1 FROM address AS secret WHERE secret.person = invitation.person AND secret.ends IS NULL AND secret.protected = 1)
 WHERE invitation.conference = :conference AND invitation.is_as <> 'AGENCY' ORDER BY invitation.id;

-- letter_children: the given names of the children for whom somebody is on the list and to whom they are somebody: brothers and sisters can have different
-- fathers, and one's letter names no child of the other's
-- :invitation InvitationId, returns many: given Text, unborn bool
-- unscoped: an act on a conference; target_find has asked permission on its children
-- bounded: one conference's children
SELECT person.given, child.unborn
  FROM invitation JOIN invitation_child ON invitation_child.invitation = invitation.id JOIN child ON child.id = invitation_child.child JOIN person ON person.id = child.id
 WHERE invitation.id = :invitation
   AND EXISTS (SELECT 1 FROM relationship WHERE relationship.child = child.id AND relationship.person = invitation.person AND relationship.ends IS NULL)
 ORDER BY person.born, child.id;

-- letter_add: a letter as it was made
-- :id LetterId, :conference ConferenceId, :family FamilyId, :invitation InvitationId, :kind letter_kind, :how sharing_how, :sent_on Date, :copy Text,
-- :entry EntryNumber
INSERT INTO letter (id, authority, conference, family, invitation, kind, how, sent_on, sent_by, copy, entry)
VALUES (:id, :authority, :conference, :family, :invitation, :kind, :how, :sent_on, :actor, :copy, :entry);

-- letters_of: the letters of a conference, as they were made, the newest first
-- :conference ConferenceId, returns many: letter LetterId, invitation InvitationId, given Text, family_name Text, name Text, kind letter_kind, how sharing_how,
-- sent_on Date, copy Text, entry EntryNumber
SELECT letter.id AS letter, letter.invitation, person.given, person.family_name, invitation.name, letter.kind, letter.how, letter.sent_on, letter.copy, letter.entry
  FROM letter JOIN invitation ON invitation.id = letter.invitation LEFT JOIN person ON person.id = invitation.person
 WHERE letter.conference = :conference AND letter.authority = :authority AND visible_conference(letter.conference, READ_CONFERENCE)
 ORDER BY letter.id DESC LIMIT 300;
