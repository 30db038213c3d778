-- Meetings to come that somebody else moved: whoever takes part is told on My work.

-- work_conferences_moved: conferences to come about children the reader has a part with, moved since an instant
-- :since Instant, returns many: conference ConferenceId, family_name Text, kind conference_kind, held_on Date, starts Instant, moved_from Date, given Text,
-- name Text, at Instant
SELECT conference.id AS conference, family.name AS family_name, conference.kind, conference.held_on, conference.starts, conference.moved_from, person.given,
       person.family_name AS name, ledger.recorded_at AS at
  FROM conference JOIN ledger ON ledger.number = conference.moved JOIN person ON person.id = ledger.actor JOIN family ON family.id = conference.family
 WHERE conference.authority = :authority AND conference.state IN ('BOOKED', 'CONFIRMED') AND conference.held_on >= :today
   AND ledger.recorded_at >= :since AND ledger.actor <> :actor
   AND (visible_conference(conference.id, READ_CONFERENCE) OR visible_conference(conference.id, READ_SHARED))
 ORDER BY conference.held_on, conference.id LIMIT 20;

-- work_meetings_moved: core groups to come, the same
-- :since Instant, returns many: meeting MeetingId, family_name Text, kind meeting_kind, planned Date, starts Instant, moved_from Date, given Text, name Text,
-- at Instant
SELECT meeting.id AS meeting, family.name AS family_name, meeting.kind, meeting.planned, meeting.starts, meeting.moved_from, person.given,
       person.family_name AS name, ledger.recorded_at AS at
  FROM meeting JOIN ledger ON ledger.number = meeting.moved JOIN person ON person.id = ledger.actor JOIN family ON family.id = meeting.family
 WHERE meeting.authority = :authority AND meeting.held IS NULL AND meeting.planned >= :today
   AND ledger.recorded_at >= :since AND ledger.actor <> :actor
   AND (visible_meeting(meeting.id, READ_RECORD) OR visible_meeting(meeting.id, READ_PLAN_PART))
 ORDER BY meeting.planned, meeting.id LIMIT 20;
