-- What is booked for a child beside the meeting that could move.

-- also_booked_core_groups: core groups planned for a child, from today on, other than one
-- :child ChildId, :meeting MeetingId, returns many: meeting MeetingId, planned Date, starts Instant
-- unscoped: an act, or a page of who may read the plan; permission on the child was asked
-- bounded: one child's meetings to come
SELECT meeting.id AS meeting, meeting.planned, meeting.starts FROM meeting_child JOIN meeting ON meeting.id = meeting_child.meeting
 WHERE meeting_child.child = :child AND meeting.kind = 'CORE_GROUP' AND meeting.held IS NULL AND meeting.planned >= :today
   AND meeting.id <> COALESCE(:meeting, 0)
 ORDER BY meeting.planned, meeting.starts, meeting.id;

-- also_booked_conferences: conferences booked for a child, from today on, other than one
-- :child ChildId, :conference ConferenceId, returns many: conference ConferenceId, kind conference_kind, held_on Date, starts Instant
-- unscoped: an act, or a page of who may read the conference; permission on the child was asked
-- bounded: one child's conferences to come
SELECT conference.id AS conference, conference.kind, conference.held_on, conference.starts
  FROM conference_child JOIN conference ON conference.id = conference_child.conference
 WHERE conference_child.child = :child AND conference.state IN ('BOOKED', 'CONFIRMED') AND conference.held_on >= :today
   AND conference.id <> COALESCE(:conference, 0)
 ORDER BY conference.held_on, conference.starts, conference.id;
