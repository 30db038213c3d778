-- A conference as the acts of its course read and write it. Whoever does such an act was asked for permission on its children first.

-- conference_now: where a conference stands
-- :conference ConferenceId, returns one: family FamilyId, kind conference_kind, state conference_state, planned Date, due Date, chair PersonId,
-- held_on Date, starts Instant, place Text, room Text, sharing_on Date, introduced bool, confidential bool, last ConferenceId, link Text
-- unscoped: an act on a conference; target_find has asked permission on its children
SELECT family, kind, state, planned, due, chair, held_on, starts, place, room, sharing_on, introduced, confidential, last, link FROM conference
 WHERE id = :conference AND authority = :authority;

-- conference_children_of: the children a conference is about, with the plan each had when it was called
-- :conference ConferenceId, returns many: child ChildId, plan PlanId, unborn bool, school AgencyId, born Date, died Date
-- unscoped: an act on a conference; target_find has asked permission on its children
-- bounded: one conference's children
SELECT conference_child.child, conference_child.plan, child.unborn, child.school, person.born, person.died
  FROM conference_child JOIN child ON child.id = conference_child.child JOIN person ON person.id = child.id
 WHERE conference_child.conference = :conference ORDER BY conference_child.child;

-- conference_child_facts: what calling a conference asks of one child
-- :child ChildId, returns one: unborn bool, born Date, died Date, school AgencyId, last_enquiry s47_outcome, plan PlanId, running int
-- unscoped: calling a conference; act_concerns has asked permission on the child
SELECT child.unborn, person.born, person.died, child.school,
       (SELECT enquiry.outcome FROM enquiry WHERE enquiry.child = child.id ORDER BY enquiry.started DESC, enquiry.id DESC LIMIT 1) AS last_enquiry,
       (SELECT plan.id FROM plan WHERE plan.child = child.id AND plan.ended IS NULL ORDER BY plan.started DESC, plan.id DESC LIMIT 1) AS plan,
       (SELECT COUNT(*) FROM conference_child JOIN conference ON conference.id = conference_child.conference
         WHERE conference_child.child = child.id AND conference.state NOT IN ('DECIDED', 'CLOSED')) AS running
  FROM child JOIN person ON person.id = child.id WHERE child.id = :child;

-- conference_manages: how often somebody manages, at any distance, who holds a child's case
-- :manager PersonId, :child ChildId, returns one: times int
-- unscoped: a gate asks it of a child that act_concerns has let through
SELECT COUNT(*) FROM access JOIN stands_for ON stands_for.holder = access.holder
 WHERE access.child = :child AND access.role = 'CASE_HOLDER' AND access.begins <= :now AND access.ends > :now
   AND stands_for.person = :manager AND stands_for.standing = 'LINE' AND stands_for.begins <= :now AND stands_for.ends > :now;

-- conference_last_decided: the last conference of a child that decided
-- :child ChildId, returns maybe: conference ConferenceId, chair PersonId
-- unscoped: an act asks it of a child that act_concerns has let through
SELECT conference.id AS conference, conference.chair
  FROM conference_child JOIN conference ON conference.id = conference_child.conference
 WHERE conference_child.child = :child AND conference.state IN ('DECIDED', 'CLOSED') ORDER BY conference.held_on DESC, conference.id DESC LIMIT 1;

-- conference_due_of: by when a child's conference is to be held: the earliest that waits
-- :child ChildId, :first obligation_kind, :second obligation_kind, returns maybe: kind obligation_kind, start Date, due Date
-- unscoped: an act asks it of a child that act_concerns has let through
SELECT kind, start, due FROM obligation WHERE child = :child AND kind IN (:first, :second) AND state = 'WAITING' ORDER BY due LIMIT 1;

-- conference_admin_teams: the teams that administer conferences
-- returns many: team TeamId
-- bounded: the teams of one authority
SELECT id AS team FROM team WHERE authority = :authority AND duty = 'CONFERENCE_ADMIN' ORDER BY id;

-- conference_add: a conference is called
-- :id ConferenceId, :family FamilyId, :kind conference_kind, :called Date, :planned Date, :due Date, :agreed_by PersonId, :why Text,
-- :last ConferenceId
INSERT INTO conference (id, authority, family, kind, state, called, planned, due, agreed_by, why, last, introduced, confidential)
VALUES (:id, :authority, :family, :kind, 'CALLED', :called, :planned, :due, :agreed_by, :why, :last, 0, 0);

-- conference_child_add: a child it is about
-- :conference ConferenceId, :child ChildId, :plan PlanId
INSERT INTO conference_child (authority, conference, child, plan) VALUES (:authority, :conference, :child, :plan);

-- conference_set_chair: who chairs it
-- :conference ConferenceId, :chair PersonId
UPDATE conference SET chair = :chair WHERE id = :conference;

-- conference_book: its day, time and place
-- :conference ConferenceId, :held_on Date, :starts Instant, :place Text, :room Text, :link Text
UPDATE conference SET state = 'BOOKED', held_on = :held_on, starts = :starts, place = :place, room = :room, link = :link, moved = NULL, moved_from = NULL
 WHERE id = :conference;

-- conference_move: it goes to another day, time or place, and is confirmed again
-- :conference ConferenceId, :held_on Date, :starts Instant, :place Text, :room Text, :link Text, :moved EntryNumber, :moved_from Date
UPDATE conference SET state = 'BOOKED', held_on = :held_on, starts = :starts, place = :place, room = :room, link = :link, moved = :moved,
       moved_from = :moved_from
 WHERE id = :conference;

-- conference_confirm: everyone was invited and asked
-- :conference ConferenceId
UPDATE conference SET state = 'CONFIRMED' WHERE id = :conference;

-- conference_share_on: the day the reports are to reach the parents
-- :conference ConferenceId, :sharing_on Date
UPDATE conference SET sharing_on = :sharing_on WHERE id = :conference;

-- conference_open: it begins
-- :conference ConferenceId, :opened Instant, :introduced bool, :confidential bool
UPDATE conference SET state = 'OPEN', opened = :opened, introduced = :introduced, confidential = :confidential WHERE id = :conference;

-- conference_end: it has decided, or was not held to its end
-- :conference ConferenceId, :state conference_state, :ended Instant, :why Text
UPDATE conference SET state = :state, ended = :ended, ended_why = :why WHERE id = :conference;

-- conference_rule: by which rule it was decided
-- :conference ConferenceId, :who_decides who_decides
UPDATE conference SET who_decides = :who_decides WHERE id = :conference;

-- conference_close: summary and notes have gone out
-- :conference ConferenceId
UPDATE conference SET state = 'CLOSED' WHERE id = :conference;

-- chair_facts: how somebody stands to the case of a conference's children (SC-02); each number is 0 for who is independent
-- :chair PersonId, :conference ConferenceId, returns one: holds int, works int, manages int, in_team int, managed int, knows int
-- unscoped: a gate asks it; target_find has asked permission on the conference's children
SELECT (SELECT COUNT(*) FROM conference_child JOIN access ON access.child = conference_child.child
         WHERE conference_child.conference = :conference AND access.role = 'CASE_HOLDER' AND access.holder = :chair) AS holds,
       (SELECT COUNT(*) FROM conference_child JOIN access ON access.child = conference_child.child
         WHERE conference_child.conference = :conference
           AND ((access.role = 'CO_WORKER' AND access.holder = :chair)
             OR (access.role IN ('CASE_HOLDER', 'CO_WORKER') AND access.holder IN
                 (SELECT stands_for.holder FROM stands_for WHERE stands_for.person = :chair AND stands_for.standing = 'COVER')))) AS works,
       (SELECT COUNT(*) FROM conference_child JOIN access ON access.child = conference_child.child
         WHERE conference_child.conference = :conference AND access.role = 'CASE_HOLDER' AND access.holder IN
               (SELECT stands_for.holder FROM stands_for WHERE stands_for.person = :chair AND stands_for.standing = 'LINE')) AS manages,
       (SELECT COUNT(*) FROM conference_child JOIN access ON access.child = conference_child.child
         WHERE conference_child.conference = :conference AND access.role = 'CASE_HOLDER' AND access.ends > :now
           AND EXISTS (SELECT 1 FROM stands_for AS chair_team
                        WHERE chair_team.person = :chair AND chair_team.standing = 'MEMBER' AND chair_team.ends > :now
                          AND (chair_team.holder = access.holder
                            OR chair_team.holder IN (SELECT holder_team.holder FROM stands_for AS holder_team
                                WHERE holder_team.person = access.holder AND holder_team.standing = 'MEMBER' AND holder_team.ends > :now)))) AS in_team,
       (SELECT COUNT(*) FROM conference_child JOIN access ON access.child = conference_child.child
          JOIN stands_for ON stands_for.person = access.holder AND stands_for.standing = 'LINE' AND stands_for.holder = :chair
         WHERE conference_child.conference = :conference AND access.role = 'CASE_HOLDER') AS managed,
       (SELECT COUNT(*) FROM conference_child JOIN barred ON barred.child = conference_child.child
         WHERE conference_child.conference = :conference AND barred.person = :chair) AS knows;

-- conference_clashes: other conferences about a time that have the same chair, or the same room; a number each, and no family
-- :conference ConferenceId, :chair PersonId, :place Text, :room Text, :after Instant, :before Instant, returns many: same_chair bool, starts Instant,
-- given Text, family_name Text
-- unscoped: a gate asks it: it tells of a chair and a time, of no family
-- bounded: one authority's conferences of a few hours
SELECT CASE WHEN conference.chair = :chair THEN 1 ELSE 0 END AS same_chair, conference.starts, person.given, person.family_name
  FROM conference LEFT JOIN person ON person.id = conference.chair
 WHERE conference.authority = :authority AND conference.state IN ('BOOKED', 'CONFIRMED', 'OPEN') AND conference.id <> :conference
   AND conference.starts > :after AND conference.starts < :before
   AND (conference.chair = :chair OR (conference.place = :place AND conference.room = :room AND conference.room <> ''))
 ORDER BY conference.starts, conference.id;
