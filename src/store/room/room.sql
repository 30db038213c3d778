-- The room of a conference, as its acts ask for it and write it.

-- room_now: whether the room is open, and how
-- :conference ConferenceId, returns maybe: family FamilyId, split bool, quiet Text, lasts int, opened Instant, ends Instant, closed Instant
-- unscoped: an act in the room; target_find has asked permission on the conference's children, or for the seat
SELECT family, split, quiet, lasts, opened, ends, closed FROM room WHERE conference = :conference AND authority = :authority;

-- room_parts_now: where each session stands
-- :conference ConferenceId, returns many: session room_session, item agenda_item, item_since Instant, began Instant, turn InvitationId,
-- break_since Instant, breaks int, changes int
-- unscoped: an act in the room; target_find has asked permission on the conference's children, or for the seat
-- bounded: two sessions at most
SELECT session, item, item_since, began, turn, break_since, breaks, changes FROM room_part WHERE conference = :conference AND authority = :authority
 ORDER BY session;

-- room_seats_now: who has a seat
-- :conference ConferenceId, returns many: invitation InvitationId, person PersonId, session room_session, came Instant, gone Instant,
-- acknowledged Instant, code Text
-- unscoped: an act in the room; target_find has asked permission on the conference's children, or for the seat
-- bounded: one conference's list
SELECT invitation, person, session, came, gone, acknowledged, code FROM seat WHERE conference = :conference AND authority = :authority
 ORDER BY invitation;

-- room_asking_now: one thing that was asked for in the room
-- :conference ConferenceId, :asking AskingId, returns maybe: session room_session, invitation InvitationId, what asking_kind, words Text,
-- state asking_state
-- unscoped: an act in the room; target_find has asked permission on the conference's children
SELECT session, invitation, what, words, state FROM asking WHERE id = :asking AND conference = :conference AND authority = :authority;

-- room_minute_now: one line of the minutes
-- :conference ConferenceId, :minute MinuteId, returns maybe: session room_session, audience audience, newest EntryNumber
-- unscoped: an act in the room; target_find has asked permission on the conference's children
SELECT minute.session, minute.audience, (SELECT MAX(minute_text.entry) FROM minute_text WHERE minute_text.minute = minute.id) AS newest
  FROM minute WHERE minute.id = :minute AND minute.conference = :conference AND minute.authority = :authority;

-- room_open: the room is open; said again, what may change about it
-- :conference ConferenceId, :family FamilyId, :split bool, :quiet Text, :lasts int, :opened Instant, :ends Instant
INSERT INTO room (conference, authority, family, split, quiet, lasts, opened, ends)
VALUES (:conference, :authority, :family, :split, :quiet, :lasts, :opened, :ends)
    ON CONFLICT (conference) DO UPDATE SET split = excluded.split, quiet = excluded.quiet, ends = excluded.ends, closed = NULL;

-- room_close: everybody leaves; no seat is good any more
-- :conference ConferenceId, :closed Instant
UPDATE room SET closed = :closed WHERE conference = :conference;

-- room_part_open: a session there is
-- :conference ConferenceId, :family FamilyId, :session room_session
INSERT INTO room_part (conference, session, authority, family, breaks, changes) VALUES (:conference, :session, :authority, :family, 0, 0)
    ON CONFLICT DO NOTHING;

-- room_part_move: the session goes on to an item; the first one begins it
-- :conference ConferenceId, :session room_session, :item agenda_item, :at Instant
UPDATE room_part SET item = :item, item_since = :at, began = COALESCE(began, :at), turn = NULL WHERE conference = :conference AND session = :session;

-- room_part_turn: whose turn it is; nobody's
-- :conference ConferenceId, :session room_session, :turn InvitationId
UPDATE room_part SET turn = :turn WHERE conference = :conference AND session = :session;

-- room_part_break: a break begins, or ends
-- :conference ConferenceId, :session room_session, :since Instant, :more int
UPDATE room_part SET break_since = :since, breaks = breaks + :more WHERE conference = :conference AND session = :session;

-- room_part_changed: there is something new to see for who is in that session; in both: for all
-- :conference ConferenceId, :session room_session
UPDATE room_part SET changes = changes + 1 WHERE conference = :conference AND (session = :session OR :session = 'BOTH');

-- room_seat_set: somebody has a seat; said again, in which session and as what they are shown
-- :invitation InvitationId, :conference ConferenceId, :family FamilyId, :person PersonId, :session room_session, :shown Text, :part Text
INSERT INTO seat (invitation, conference, authority, family, person, session, shown, part)
VALUES (:invitation, :conference, :authority, :family, :person, :session, :shown, :part)
    ON CONFLICT (invitation) DO UPDATE SET session = excluded.session, shown = excluded.shown, part = excluded.part;

-- room_seat_code: a new code; the one before is worth nothing
-- :invitation InvitationId, :code Text
UPDATE seat SET code = :code WHERE invitation = :invitation;

-- room_seat_comes: somebody is there
-- :invitation InvitationId, :at Instant
UPDATE seat SET came = COALESCE(came, :at), gone = NULL WHERE invitation = :invitation;

-- room_seat_goes: somebody has left
-- :invitation InvitationId, :at Instant
UPDATE seat SET gone = :at WHERE invitation = :invitation;

-- room_seat_acknowledges: somebody has read and taken on that what is said is confidential
-- :invitation InvitationId, :at Instant
UPDATE seat SET acknowledged = COALESCE(acknowledged, :at), came = COALESCE(came, :at) WHERE invitation = :invitation;

-- room_invitation_acknowledges: the same, where the list of who was there keeps it
-- :invitation InvitationId
UPDATE invitation SET confidentiality = 1 WHERE id = :invitation;

-- room_asking_add: somebody asks for something
-- :id AskingId, :conference ConferenceId, :family FamilyId, :session room_session, :invitation InvitationId, :what asking_kind, :words Text, :at Instant
INSERT INTO asking (id, conference, authority, family, session, invitation, what, words, state, asked)
VALUES (:id, :conference, :authority, :family, :session, :invitation, :what, :words, 'WAITING', :at);

-- room_asking_answer: the chair has seen to it
-- :id AskingId, :state asking_state, :at Instant
UPDATE asking SET state = :state, answered = :at, answered_by = :actor WHERE id = :id;

-- room_asking_breaks_end: a break that is taken answers all who asked for one
-- :conference ConferenceId, :session room_session, :at Instant
UPDATE asking SET state = 'TAKEN', answered = :at, answered_by = :actor
 WHERE conference = :conference AND session = :session AND what = 'BREAK' AND state = 'WAITING';

-- room_minute_add: a line of the minutes
-- :id MinuteId, :conference ConferenceId, :family FamilyId, :session room_session, :item agenda_item, :what minute_kind, :invitation InvitationId,
-- :audience audience, :said Instant
INSERT INTO minute (id, conference, authority, family, session, item, what, invitation, audience, said)
VALUES (:id, :conference, :authority, :family, :session, :item, :what, :invitation, :audience, :said);

-- room_minute_replace: what stood there when its author read the line gives way to what they write
-- :minute MinuteId, :read EntryNumber, :replaced EntryNumber
UPDATE minute_text SET replaced = :replaced WHERE minute = :minute AND replaced IS NULL AND entry <= :read;

-- room_minute_text_add: what a line says
-- :minute MinuteId, :entry EntryNumber, :conference ConferenceId, :family FamilyId, :words Text, :typed Instant
INSERT INTO minute_text (minute, entry, conference, authority, family, words, typed_by, typed)
VALUES (:minute, :entry, :conference, :authority, :family, :words, :actor, :typed);

-- room_scale_add: a number somebody gives
-- :invitation InvitationId, :entry EntryNumber, :conference ConferenceId, :family FamilyId, :number int, :said Instant
INSERT INTO scale (invitation, entry, conference, authority, family, number, said)
VALUES (:invitation, :entry, :conference, :authority, :family, :number, :said);

-- room_person: who is only a name on a conference's list becomes a person when they take part. Nothing finds them but their seat
-- :person PersonId, :name Text, :entry EntryNumber
INSERT INTO person (id, authority, given, family_name, sort_key, entry) VALUES (:person, :authority, COALESCE(:name, ''), '', '', :entry);
