-- Lists of children that start from what somebody is to them: a partner professional's, a legal adviser's (SD-14).

-- partner_children: children the reader takes part for, with their plan when there is one, after one
-- :after ChildId, :most int, returns many: child ChildId, given Text, family_name Text, born Date, unborn bool, family FamilyId, plan PlanId, plan_started Date, categories Text,
-- lead_given Text, lead_family_name Text, lead_telephone Text
SELECT child.id AS child, person.given, person.family_name, COALESCE(person.born, person.expected) AS born, child.unborn, child.family, plan.id AS plan, plan.started AS plan_started,
       plan.categories, lead.given AS lead_given, lead.family_name AS lead_family_name, lead.telephone AS lead_telephone
  FROM child JOIN person ON person.id = child.id
  LEFT JOIN plan ON plan.child = child.id AND plan.ended IS NULL
  LEFT JOIN person AS lead ON lead.id = COALESCE(child.allocated, plan.lead_worker)
 WHERE child.id IN my_children(CONTRIBUTE) AND child.authority = :authority AND child.id > COALESCE(:after, 0)
 ORDER BY child.id LIMIT :most;

-- partner_conference: the next conference about a child to which the reader or their agency is asked
-- :child ChildId, returns maybe: conference ConferenceId, kind conference_kind, held_on Date, place Text
SELECT conference.id AS conference, conference.kind, conference.held_on, conference.place
  FROM conference_child JOIN conference ON conference.id = conference_child.conference
 WHERE conference_child.child = :child AND conference.held_on >= :today AND conference.ended IS NULL AND visible(:child, READ_SHARED)
   AND EXISTS (SELECT 1 FROM invitation LEFT JOIN worker ON worker.agency = invitation.agency
                WHERE invitation.conference = conference.id AND (invitation.person = :actor OR worker.id = :actor))
 ORDER BY conference.held_on, conference.id LIMIT 1;

-- partner_meeting: the next core group of a child's family
-- :child ChildId, returns maybe: meeting MeetingId, kind meeting_kind, planned Date, place Text
SELECT meeting.id AS meeting, meeting.kind, meeting.planned, meeting.place
  FROM child JOIN meeting ON meeting.family = child.family
 WHERE child.id = :child AND meeting.planned >= :today AND meeting.held IS NULL AND meeting.kind = 'CORE_GROUP' AND visible(:child, READ_PLAN_PART)
 ORDER BY meeting.planned, meeting.id LIMIT 1;

-- legal_cases: children referred to legal whose legal route the reader may read, the newest first, before one
-- :before int, :most int, returns many: legal int, child ChildId, given Text, family_name Text, born Date, unborn bool, family FamilyId, family_words Text, stage stage,
-- referred Date, meeting Date, why Text, outcome legal_outcome, advised Date, letter_on Date, sought order_sought, applied Date, hearing Date
SELECT legal_planning.id AS legal, legal_planning.child, person.given, person.family_name, COALESCE(person.born, person.expected) AS born, child.unborn, child.family,
       family.name AS family_words, episode.stage, legal_planning.referred, legal_planning.meeting, legal_planning.why, legal_planning.outcome,
       legal_planning.advised, legal_planning.letter_on, legal_planning.sought, legal_planning.applied, legal_planning.hearing
  FROM legal_planning JOIN child ON child.id = legal_planning.child JOIN person ON person.id = child.id JOIN family ON family.id = child.family
  LEFT JOIN episode ON episode.child = child.id AND episode.closed IS NULL
 WHERE legal_planning.child IN my_children(READ_LEGAL) AND legal_planning.authority = :authority AND legal_planning.id < :before
 ORDER BY legal_planning.id DESC LIMIT :most;
