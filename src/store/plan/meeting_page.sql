-- A core group as its readers see it.

-- meeting_head: when and where a core group meets or met
-- :meeting MeetingId, returns one: family FamilyId, kind meeting_kind, planned Date, starts Instant, place Text, held Date, notes Text,
-- family_group asked_answer, family_group_note Text, moved_from Date
SELECT meeting.family, meeting.kind, meeting.planned, meeting.starts, meeting.place, meeting.held, meeting.notes, meeting.family_group,
       meeting.family_group_note, meeting.moved_from
  FROM meeting
 WHERE meeting.id = :meeting AND meeting.authority = :authority
   AND EXISTS (SELECT 1 FROM meeting_child WHERE meeting_child.meeting = meeting.id AND visible(meeting_child.child, KNOW_CHILD));

-- meeting_children: the children it is about, and their plans
-- :meeting MeetingId, returns many: child ChildId, given Text, plan PlanId
SELECT meeting_child.child, person.given, meeting_child.plan FROM meeting_child JOIN person ON person.id = meeting_child.child
 WHERE meeting_child.meeting = :meeting AND (visible(meeting_child.child, READ_PLAN) OR visible(meeting_child.child, READ_PLAN_PART))
 ORDER BY person.born, person.id LIMIT 50;

-- meeting_members: who belongs to the core group, and who came
-- :meeting MeetingId, returns many: person PersonId, given Text, family_name Text, is_as core_role, agency_name Text, came attendance, why Text
SELECT DISTINCT core_member.person, person.given, person.family_name, core_member.is_as, agency.name, meeting_attendance.attendance,
       meeting_attendance.why
  FROM meeting_child
  JOIN meeting ON meeting.id = meeting_child.meeting
  JOIN core_member ON core_member.plan = meeting_child.plan
  JOIN person ON person.id = core_member.person
  LEFT JOIN agency ON agency.id = core_member.agency
  LEFT JOIN meeting_attendance ON meeting_attendance.meeting = meeting.id AND meeting_attendance.person = core_member.person
 WHERE meeting_child.meeting = :meeting AND (core_member.ends IS NULL OR core_member.ends > COALESCE(meeting.held, :today))
   AND core_member.begins <= COALESCE(meeting.held, :today)
   AND (visible(meeting_child.child, READ_PLAN) OR visible(meeting_child.child, READ_PLAN_PART))
   AND (visible(core_member.child, READ_PLAN) OR visible(core_member.child, READ_PLAN_PART))
 ORDER BY core_member.is_as, person.family_name, person.given, core_member.person LIMIT 100;

-- meeting_said: what the family said there
-- :meeting MeetingId, returns many: given Text, family_name Text, answer asked_answer, words Text, ideas Text
SELECT person.given, person.family_name, meeting_says.answer, meeting_says.words, meeting_says.ideas
  FROM meeting_says JOIN person ON person.id = meeting_says.person
 WHERE meeting_says.meeting = :meeting AND visible_meeting(meeting_says.meeting, READ_PLAN) ORDER BY person.sort_key, person.id LIMIT 50;

-- meeting_progress: how each action was going
-- :meeting MeetingId, returns many: what Text, given Text, progress action_progress, note Text
SELECT plan_action.what, person.given, action_review.progress, action_review.note
  FROM action_review
  JOIN plan_action ON plan_action.id = action_review.action
  JOIN person ON person.id = action_review.child
 WHERE action_review.meeting = :meeting AND visible(action_review.child, READ_PLAN) AND visible(plan_action.child, READ_PLAN)
 ORDER BY plan_action.together, action_review.child LIMIT 400;

-- meeting_absences: how often each member of a plan's core group stayed away without apologies, so far (SB-16)
-- :meeting MeetingId, returns many: person PersonId, meetings int, absent int
SELECT meeting_attendance.person, COUNT(*) AS meetings,
       CAST(SUM(CASE WHEN meeting_attendance.attendance = 'ABSENT' THEN 1 ELSE 0 END) AS BIGINT) AS absent
  FROM meeting JOIN meeting AS other ON other.family = meeting.family AND other.kind = meeting.kind
  JOIN meeting_attendance ON meeting_attendance.meeting = other.id
 WHERE meeting.id = :meeting AND visible_meeting(meeting.id, READ_PLAN) AND visible_meeting(other.id, READ_PLAN)
 GROUP BY meeting_attendance.person ORDER BY meeting_attendance.person LIMIT 200;
