-- Seats: who holds one, and how a phone gets to it.

-- seat_to_act: the seat of an invitation, while it is good: its room is open
-- :conference ConferenceId, :invitation InvitationId, returns maybe: person PersonId, session room_session, family FamilyId
-- unscoped: this is the question itself: who acts from a seat has no other right
SELECT seat.person, seat.session, seat.family FROM seat JOIN room ON room.conference = seat.conference
 WHERE seat.invitation = :invitation AND seat.conference = :conference AND seat.authority = :authority AND room.closed IS NULL AND room.ends > :now;

-- seat_children: for which children somebody with a seat is invited
-- :invitation InvitationId, returns many: child ChildId
-- unscoped: this is the question itself: what a seat may speak of
-- bounded: one conference's children
SELECT child FROM invitation_child WHERE invitation = :invitation AND authority = :authority ORDER BY child;

-- seat_of_code: the seat a joining code opens, by the code's hash
-- :code Text, returns maybe: invitation InvitationId, conference ConferenceId, family FamilyId, person PersonId, came Instant
-- unscoped: this is the question itself; the code was given out at the door
SELECT seat.invitation, seat.conference, seat.family, seat.person, seat.came FROM seat JOIN room ON room.conference = seat.conference
 WHERE seat.code = :code AND seat.authority = :authority AND room.closed IS NULL AND room.ends > :now LIMIT 1;

-- seat_of_reader: the reader's own seat of a conference, for a professional who is signed in; families come in by the code
-- :conference ConferenceId, returns maybe: invitation InvitationId, came Instant
-- unscoped: a seat is its holder's own
SELECT seat.invitation, seat.came FROM seat JOIN room ON room.conference = seat.conference JOIN invitation ON invitation.id = seat.invitation
 WHERE seat.conference = :conference AND seat.authority = :authority AND seat.person = :actor AND invitation.agency IS NOT NULL
   AND room.closed IS NULL AND room.ends > :now LIMIT 1;

-- seat_session_of: the seat that a phone holds, while it is good. A code that was given anew ends what the old one opened
-- :hash Text, returns maybe: invitation InvitationId, conference ConferenceId, family FamilyId, person PersonId, session room_session
-- unscoped: this is the question itself
SELECT seat.invitation, seat.conference, seat.family, seat.person, seat.session
  FROM seat_session JOIN seat ON seat.invitation = seat_session.invitation JOIN room ON room.conference = seat.conference
 WHERE seat_session.hash = :hash AND seat_session.authority = :authority AND seat_session.ended IS NULL AND room.closed IS NULL AND room.ends > :now
   AND (seat_session.code IS NULL OR seat_session.code = seat.code);

-- seat_session_put: a phone takes a seat
-- :hash Text, :invitation InvitationId, :code Text
INSERT INTO seat_session (hash, authority, invitation, code, begun) VALUES (:hash, :authority, :invitation, :code, :now);

-- seat_session_end: a phone leaves it
-- :hash Text
UPDATE seat_session SET ended = :now WHERE hash = :hash AND authority = :authority AND ended IS NULL;

-- room_look_of: when the reader's look at a room was last kept
-- :conference ConferenceId, returns maybe: looked Instant
SELECT looked FROM room_look WHERE person = :actor AND conference = :conference AND authority = :authority;

-- room_look_put: their look is being kept now
-- :conference ConferenceId
INSERT INTO room_look (person, conference, authority, looked) VALUES (:actor, :conference, :authority, :now)
    ON CONFLICT (person, conference) DO UPDATE SET looked = excluded.looked;

-- seat_changes: how much has changed in the session a seat sees
-- :conference ConferenceId, :session room_session, returns one: changes int, closed bool
-- unscoped: a number that says nothing; the seat was asked for when the stream began
SELECT CAST(COALESCE(SUM(room_part.changes), 0) AS BIGINT) AS changes, CASE WHEN COUNT(room.closed) > 0 THEN 1 ELSE 0 END AS closed
  FROM room JOIN room_part ON room_part.conference = room.conference
 WHERE room.conference = :conference AND room.authority = :authority AND (room_part.session = :session OR :session = 'BOTH');
