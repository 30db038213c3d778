-- What a parent, carer, child or advocate sees on their own pages: nothing about anybody else's contact, address or arrangements.

-- own_children: the children whose own copies the reader has, with the plan that runs
-- returns many: child ChildId, given Text, plan PlanId, published Date
SELECT child.id AS child, person.given, plan.id,
       (SELECT MAX(plan_version.published) FROM plan_version WHERE plan_version.plan = plan.id)
  FROM child JOIN person ON person.id = child.id
  LEFT JOIN plan ON plan.child = child.id AND plan.ended IS NULL
 WHERE child.authority = :authority AND child.id IN my_children(READ_OWN_COPY) ORDER BY person.born, child.id LIMIT 50;

-- own_core_groups: core groups that the reader belongs to, from today on, the first first
-- returns many: meeting MeetingId, family FamilyId, child ChildId, planned Date, starts Instant, place Text, moved_from Date
SELECT meeting.id AS meeting, meeting.family, meeting_child.child, meeting.planned, meeting.starts, meeting.place, meeting.moved_from
  FROM core_member
  JOIN meeting_child ON meeting_child.plan = core_member.plan
  JOIN meeting ON meeting.id = meeting_child.meeting
 WHERE core_member.person = :actor AND core_member.ends IS NULL AND meeting.held IS NULL AND meeting.planned >= :today
   AND meeting.authority = :authority AND visible(meeting_child.child, READ_OWN_COPY) AND visible(core_member.child, READ_OWN_COPY)
 ORDER BY meeting.planned, meeting.starts, meeting.id LIMIT 20;

-- own_conferences: conferences that the reader is invited to, from today on, the first first
-- apart: there is somebody whom the reader must not meet, as was answered at readiness or by an order of today
-- returns many: conference ConferenceId, family FamilyId, child ChildId, held_on Date, starts Instant, place Text, exclusion exclusion_extent,
-- chair_given Text, chair_name Text, moved_from Date, apart bool
SELECT conference.id AS conference, conference.family, conference_child.child, conference.held_on, conference.starts, conference.place, invitation.exclusion,
       chair.given, chair.family_name, conference.moved_from,
       CASE WHEN EXISTS (SELECT 1 FROM readiness WHERE readiness.conference = conference.id AND readiness.question = 'APART' AND readiness.answer = 'ASKED_YES'
                            AND (readiness.about = :actor OR readiness.other = :actor)
                            AND NOT EXISTS (SELECT 1 FROM readiness AS newer WHERE newer.conference = readiness.conference AND newer.about = readiness.about
                                               AND newer.question = 'APART' AND newer.entry > readiness.entry))
              OR EXISTS (SELECT 1 FROM court_order WHERE court_order.family = conference.family AND court_order.against IS NOT NULL
                            AND (court_order.about = :actor OR court_order.against = :actor)
                            AND (court_order.ends IS NULL OR court_order.ends >= :today)) THEN 1 ELSE 0 END AS apart
  FROM invitation
  JOIN conference ON conference.id = invitation.conference
  JOIN conference_child ON conference_child.conference = conference.id
  LEFT JOIN person AS chair ON chair.id = conference.chair
 WHERE invitation.person = :actor AND invitation.authority = :authority AND conference.held_on >= :today
   AND invitation.invited = 1 AND conference.state IN ('BOOKED', 'CONFIRMED', 'OPEN') AND COALESCE(invitation.exclusion, '') <> 'WHOLE'
   AND visible(conference_child.child, READ_OWN_COPY)
 ORDER BY conference.held_on, conference.starts, conference.id, conference_child.child LIMIT 20;

-- own_conferences_beside: conferences to which whoever the reader stands beside is invited, an adult or the child, from today on, the first first
-- returns many: conference ConferenceId, family FamilyId, child ChildId, given Text, held_on Date, starts Instant, place Text, exclusion exclusion_extent,
-- chair_given Text, chair_name Text, moved_from Date
SELECT conference.id AS conference, conference.family, conference_child.child, person.given, conference.held_on, conference.starts, conference.place,
       invitation.exclusion, chair.given AS chair_given, chair.family_name AS chair_name, conference.moved_from
  FROM access
  LEFT JOIN stands_beside ON stands_beside.person = access.holder AND stands_beside.child = access.child
  JOIN person ON person.id = COALESCE(stands_beside.beside, access.child)
  JOIN invitation ON invitation.person = person.id
  JOIN conference ON conference.id = invitation.conference
  JOIN conference_child ON conference_child.conference = conference.id AND conference_child.child = access.child
  LEFT JOIN person AS chair ON chair.id = conference.chair
 WHERE access.holder = :actor AND access.authority = :authority AND access.role IN ('ADVOCATE', 'SUPPORTER') AND access.begins <= :now AND access.ends > :now
   AND visible(access.child, READ_OWN_COPY) AND conference.held_on >= :today
   AND invitation.invited = 1 AND conference.state IN ('BOOKED', 'CONFIRMED', 'OPEN') AND COALESCE(invitation.exclusion, '') <> 'WHOLE'
 ORDER BY conference.held_on, conference.starts, conference.id, conference_child.child LIMIT 20;

-- own_is_asked: whether the reader, or whoever they stand beside, is asked to a conference and not kept away from all of it
-- :conference ConferenceId, returns maybe: conference ConferenceId
SELECT conference.id AS conference
  FROM conference
 WHERE conference.id = :conference AND conference.authority = :authority AND visible_conference(conference.id, READ_OWN_COPY)
   AND EXISTS (SELECT 1 FROM invitation
                WHERE invitation.conference = conference.id AND invitation.invited = 1 AND COALESCE(invitation.exclusion, '') <> 'WHOLE'
                  AND (invitation.person = :actor
                    OR invitation.person IN (SELECT COALESCE(stands_beside.beside, access.child)
                                               FROM access LEFT JOIN stands_beside ON stands_beside.person = access.holder AND stands_beside.child = access.child
                                              WHERE access.holder = :actor AND access.role IN ('ADVOCATE', 'SUPPORTER')
                                                AND access.begins <= :now AND access.ends > :now)));

-- own_decisions: what the last conference about each of the reader's children decided and recommended; nothing of its reasons
-- returns many: child ChildId, given Text, decided Date, decision conference_decision, recommends Text
SELECT decision.child, person.given, decision.decided, decision.decision, decision.recommends
  FROM decision JOIN person ON person.id = decision.child
 WHERE decision.authority = :authority AND decision.child IN my_children(READ_OWN_COPY)
   AND decision.conference = (SELECT MAX(newest.conference) FROM decision AS newest WHERE newest.child = decision.child)
 ORDER BY person.born, decision.child LIMIT 50;

-- own_sent: what was sent or given to the reader, the newest first
-- returns many: what sent_what, sent_on Date, how sharing_how
-- unscoped: what was given to the reader themselves, and only that it was
SELECT what, sent_on, how FROM sent WHERE reader = :actor AND authority = :authority ORDER BY sent_on DESC, entry DESC LIMIT 20;

-- own_workers: who leads the plan of the reader's children, or holds their case
-- returns many: child ChildId, given Text, family_name Text, job Text, telephone Text, email Text
SELECT child.id AS child, person.given, person.family_name, worker.job, person.telephone, person.email
  FROM child
  LEFT JOIN plan ON plan.child = child.id AND plan.ended IS NULL
  JOIN worker ON worker.id = COALESCE(plan.lead_worker, child.allocated)
  JOIN person ON person.id = worker.id
 WHERE child.authority = :authority AND child.id IN my_children(READ_OWN_COPY) ORDER BY child.id LIMIT 50;

-- own_chairs: who chaired, or is to chair, the reader's children's last conference
-- returns many: given Text, family_name Text, telephone Text
SELECT DISTINCT person.given, person.family_name, person.telephone
  FROM conference_child
  JOIN conference ON conference.id = conference_child.conference
  JOIN person ON person.id = conference.chair
 WHERE conference_child.authority = :authority AND conference_child.child IN my_children(READ_OWN_COPY)
   AND conference.id = (SELECT MAX(newest.conference) FROM conference_child AS newest WHERE newest.child = conference_child.child)
 ORDER BY person.family_name, person.given LIMIT 10;

-- own_advisers: services that stand beside a family and do not work for the authority
-- returns many: name Text, telephone Text, place Text
SELECT name, telephone, place FROM agency WHERE authority = :authority AND kind = 'ADVOCACY' ORDER BY name, id LIMIT 10;

-- own_meeting_limits: by when the meetings that are due about a child must be held, to the family; the first day first
-- :child ChildId, returns many: kind obligation_kind, start Date, due Date
SELECT obligation.kind, obligation.start, obligation.due FROM obligation
 WHERE obligation.child = :child AND obligation.state = 'WAITING'
   AND obligation.kind IN ('INITIAL_CONFERENCE', 'PRE_BIRTH_CONFERENCE', 'TRANSFER_IN_CONFERENCE', 'RECONVENE', 'FIRST_CORE_GROUP', 'NEXT_CORE_GROUP',
                           'FIRST_REVIEW', 'NEXT_REVIEW', 'PRE_BIRTH_REVIEW')
   AND visible(obligation.child, READ_OWN_COPY)
 ORDER BY obligation.due, obligation.kind, obligation.start LIMIT 20;
