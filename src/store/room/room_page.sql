-- What the pages of a room show. Who reads the conference sees both sessions; who only holds a seat sees the session they are in, whatever page asks.

-- room_head: the room, and what it is about
-- :conference ConferenceId, returns maybe: kind conference_kind, state conference_state, held_on Date, split bool, quiet Text, lasts int, opened Instant,
-- closed Instant, chair_given Text, chair_family_name Text
SELECT conference.kind, conference.state, conference.held_on, room.split, room.quiet, room.lasts, room.opened, room.closed,
       person.given AS chair_given, person.family_name AS chair_family_name
  FROM room JOIN conference ON conference.id = room.conference LEFT JOIN person ON person.id = conference.chair
 WHERE room.conference = :conference AND room.authority = :authority
   AND (visible_conference(room.conference, READ_CONFERENCE)
        OR EXISTS (SELECT 1 FROM seat AS mine WHERE mine.conference = room.conference AND mine.person = :actor));

-- room_part_of: where one session stands
-- :conference ConferenceId, :session room_session, returns maybe: item agenda_item, item_since Instant, began Instant, turn InvitationId,
-- break_since Instant, breaks int, changes int
SELECT room_part.item, room_part.item_since, room_part.began, room_part.turn, room_part.break_since, room_part.breaks, room_part.changes
  FROM room_part
 WHERE room_part.conference = :conference AND room_part.session = :session AND room_part.authority = :authority
   AND (visible_conference(room_part.conference, READ_CONFERENCE)
        OR EXISTS (SELECT 1 FROM seat AS mine WHERE mine.conference = room_part.conference AND mine.person = :actor
                      AND mine.session IN (room_part.session, 'BOTH')));

-- room_people_of: who has a seat in a session, by name, and who has come
-- :conference ConferenceId, :session room_session, returns many: invitation InvitationId, session room_session, is_as invited_as, agency_name Text, given Text,
-- family_name Text, job Text, supports PersonId, supports_given Text, shown Text, part Text, came Instant, gone Instant, acknowledged Instant,
-- has_code bool, person PersonId
SELECT seat.invitation, seat.session, invitation.is_as, agency.name AS agency_name, person.given, person.family_name, worker.job, invitation.supports,
       beside.given AS supports_given, seat.shown, seat.part, seat.came, seat.gone, seat.acknowledged,
       CASE WHEN seat.code IS NULL THEN 0 ELSE 1 END AS has_code, seat.person
  FROM seat JOIN invitation ON invitation.id = seat.invitation LEFT JOIN agency ON agency.id = invitation.agency
  JOIN person ON person.id = seat.person LEFT JOIN worker ON worker.id = seat.person LEFT JOIN person AS beside ON beside.id = invitation.supports
 WHERE seat.conference = :conference AND seat.authority = :authority AND (seat.session IN (:session, 'BOTH') OR :session = 'BOTH')
   AND (visible_conference(seat.conference, READ_CONFERENCE)
        OR EXISTS (SELECT 1 FROM seat AS mine WHERE mine.conference = seat.conference AND mine.person = :actor
                      AND (mine.session = 'BOTH' OR seat.session IN (mine.session, 'BOTH'))))
 ORDER BY seat.invitation LIMIT 100;

-- room_children: the given names of whom the conference is about, to who reads it or holds a seat for that child
-- :conference ConferenceId, returns many: child ChildId, given Text
SELECT conference_child.child, person.given
  FROM conference_child JOIN person ON person.id = conference_child.child
 WHERE conference_child.conference = :conference AND conference_child.authority = :authority
   AND (visible(conference_child.child, READ_CONFERENCE)
        OR EXISTS (SELECT 1 FROM seat AS mine JOIN invitation_child ON invitation_child.invitation = mine.invitation
                    WHERE mine.conference = conference_child.conference AND mine.person = :actor AND invitation_child.child = conference_child.child))
 ORDER BY conference_child.child LIMIT 50;

-- room_minutes: the lines of a session that stand, newest first; what is only for professionals goes to who reads the conference
-- :conference ConferenceId, :session room_session, :most int, returns many: minute MinuteId, session room_session, item agenda_item, what minute_kind,
-- invitation InvitationId, audience audience, said Instant, entry EntryNumber, words Text, typed Instant, typed_given Text, typed_family_name Text
SELECT minute.id AS minute, minute.session, minute.item, minute.what, minute.invitation, minute.audience, minute.said, minute_text.entry, minute_text.words,
       minute_text.typed, person.given AS typed_given, person.family_name AS typed_family_name
  FROM minute JOIN minute_text ON minute_text.minute = minute.id AND minute_text.replaced IS NULL LEFT JOIN person ON person.id = minute_text.typed_by
 WHERE minute.conference = :conference AND minute.authority = :authority AND (minute.session IN (:session, 'BOTH') OR :session = 'BOTH')
   AND (visible_conference(minute.conference, READ_CONFERENCE)
        OR (minute.audience = 'EVERYONE'
            AND EXISTS (SELECT 1 FROM seat AS mine WHERE mine.conference = minute.conference AND mine.person = :actor
                           AND (mine.session = 'BOTH' OR minute.session IN (mine.session, 'BOTH')))))
 ORDER BY minute.said DESC, minute.id DESC, minute_text.entry DESC LIMIT :most;

-- room_askings: what was asked for in a session: to who reads the conference all that waits, to a seat its own
-- :conference ConferenceId, :session room_session, returns many: asking AskingId, invitation InvitationId, what asking_kind, words Text, state asking_state,
-- asked Instant
SELECT asking.id AS asking, asking.invitation, asking.what, asking.words, asking.state, asking.asked
  FROM asking
 WHERE asking.conference = :conference AND asking.authority = :authority AND asking.session = :session
   AND (visible_conference(asking.conference, READ_CONFERENCE)
        OR asking.invitation IN (SELECT mine.invitation FROM seat AS mine WHERE mine.conference = asking.conference AND mine.person = :actor))
 ORDER BY asking.id LIMIT 300;

-- room_scales_of: the newest number of each person in a session
-- :conference ConferenceId, :session room_session, returns many: invitation InvitationId, number int, said Instant
SELECT scale.invitation, scale.number, scale.said
  FROM scale JOIN seat ON seat.invitation = scale.invitation
 WHERE scale.conference = :conference AND scale.authority = :authority AND (seat.session IN (:session, 'BOTH') OR :session = 'BOTH')
   AND NOT EXISTS (SELECT 1 FROM scale AS later WHERE later.invitation = scale.invitation AND later.entry > scale.entry)
   AND (visible_conference(scale.conference, READ_CONFERENCE)
        OR EXISTS (SELECT 1 FROM seat AS mine WHERE mine.conference = scale.conference AND mine.person = :actor
                      AND (mine.session = 'BOTH' OR seat.session IN (mine.session, 'BOTH'))))
 ORDER BY scale.invitation LIMIT 100;

-- room_may_record: on how many of its children the reader may record the conference
-- :conference ConferenceId, returns one: times int
SELECT COUNT(*) FROM conference_child
 WHERE conference_child.conference = :conference AND conference_child.authority = :authority AND visible(conference_child.child, RECORD_CONFERENCE);

-- option_askings: what waits for an answer in the room
-- :conference ConferenceId, returns many: id int, words Text, code Text, day Date
SELECT asking.id, COALESCE(asking.words, '') AS words, asking.what AS code, NULL AS day FROM asking
 WHERE asking.conference = :conference AND asking.authority = :authority AND visible_conference(asking.conference, READ_CONFERENCE)
 ORDER BY asking.id LIMIT 300;

-- option_minutes: the lines of the minutes, as they stand
-- :conference ConferenceId, returns many: id int, words Text, code Text, day Date
SELECT minute.id, COALESCE(MIN(minute_text.words), '') AS words, minute.what AS code, NULL AS day
  FROM minute JOIN minute_text ON minute_text.minute = minute.id AND minute_text.replaced IS NULL
 WHERE minute.conference = :conference AND minute.authority = :authority AND visible_conference(minute.conference, READ_CONFERENCE)
 GROUP BY minute.id, minute.what ORDER BY minute.id LIMIT 2000;
