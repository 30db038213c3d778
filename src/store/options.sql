-- What a form offers to choose from (acts/sources.def), for this reader. Every piece has the same four columns: the thing's number, its words,
-- a code whose list the page knows, and a day; pages/options.c makes of them what people read.

-- option_children: the children of a family, the eldest first. wide: also those the reader has no part with, unless the record is closed
-- :family FamilyId, :wide bool, returns many: id int, words Text, code Text, day Date
SELECT child.id, person.given || ' ' || person.family_name AS words, CASE WHEN child.unborn = 1 THEN 'UNBORN' ELSE '' END AS code,
       COALESCE(person.born, person.expected) AS day
  FROM child JOIN person ON person.id = child.id
 WHERE child.family = :family AND child.authority = :authority
   AND (visible(child.id, KNOW_CHILD) OR (:wide = 1 AND child.restricted = 0))
 ORDER BY COALESCE(person.born, person.expected), child.id LIMIT 100;

-- option_children_of_conference: the children a conference is about
-- :conference ConferenceId, returns many: id int, words Text, code Text, day Date
SELECT child.id, person.given || ' ' || person.family_name AS words, CASE WHEN child.unborn = 1 THEN 'UNBORN' ELSE '' END AS code,
       COALESCE(person.born, person.expected) AS day
  FROM conference_child JOIN child ON child.id = conference_child.child JOIN person ON person.id = child.id
 WHERE conference_child.conference = :conference AND child.authority = :authority AND visible(child.id, KNOW_CHILD)
 ORDER BY COALESCE(person.born, person.expected), child.id LIMIT 100;

-- option_parents: who is a parent or carer of a child of the family, or has parental responsibility: all whom told_parents asks about
-- :family FamilyId, returns many: id int, words Text, code Text, day Date
SELECT person.id, person.given || ' ' || person.family_name AS words, '' AS code, NULL AS day
  FROM adult JOIN person ON person.id = adult.id
 WHERE adult.family = :family AND adult.authority = :authority AND visible_family(adult.family, READ_CONFERENCE)
   AND EXISTS (SELECT 1 FROM relationship WHERE relationship.family = adult.family AND relationship.person = adult.id
                  AND (relationship.parental_responsibility = 'YES'
                    OR relationship.kind IN ('MOTHER', 'FATHER', 'PARENT', 'STEP_PARENT', 'CARER', 'GUARDIAN')))
 ORDER BY person.sort_key, person.id LIMIT 100;

-- option_adults: every adult of the family
-- :family FamilyId, returns many: id int, words Text, code Text, day Date
SELECT person.id, person.given || ' ' || person.family_name AS words, adult.is_known_as AS code, NULL AS day
  FROM adult JOIN person ON person.id = adult.id
 WHERE adult.family = :family AND adult.authority = :authority AND visible_family(adult.family, READ_CONFERENCE)
 ORDER BY person.sort_key, person.id LIMIT 100;

-- option_invited: the people a conference is for: professionals, parents, carers, children, supporters
-- :conference ConferenceId, returns many: id int, words Text, code Text, day Date
SELECT person.id, person.given || ' ' || person.family_name AS words, invitation.is_as AS code, NULL AS day
  FROM invitation JOIN person ON person.id = invitation.person
 WHERE invitation.conference = :conference AND invitation.authority = :authority AND visible_conference(invitation.conference, READ_CONFERENCE)
 ORDER BY invitation.id LIMIT 100;

-- option_core_members: the core group of a plan, now
-- :plan PlanId, returns many: id int, words Text, code Text, day Date
SELECT person.id, person.given || ' ' || person.family_name AS words, core_member.is_as AS code, NULL AS day
  FROM core_member JOIN person ON person.id = core_member.person
 WHERE core_member.plan = :plan AND core_member.authority = :authority AND core_member.ends IS NULL
   AND visible(core_member.child, READ_PLAN)
 ORDER BY core_member.id LIMIT 100;

-- option_workers: who works for the authority in cases
-- returns many: id int, words Text, code Text, day Date
SELECT worker.id, person.given || ' ' || person.family_name AS words, worker.duty AS code, NULL AS day
  FROM worker JOIN person ON person.id = worker.id
 WHERE worker.authority = :authority AND worker.duty IN ('SOCIAL_WORKER', 'TEAM_MANAGER', 'SERVICE_MANAGER', 'FRONT_DOOR', 'OUT_OF_HOURS')
   AND worker.begins <= :today AND (worker.ends IS NULL OR worker.ends > :today)
 ORDER BY person.sort_key, worker.id LIMIT 500;

-- option_others: the same, to whoever gives access to the family
-- :family FamilyId, returns many: id int, words Text, code Text, day Date
SELECT worker.id, person.given || ' ' || person.family_name AS words, worker.duty AS code, NULL AS day
  FROM worker JOIN person ON person.id = worker.id
 WHERE worker.authority = :authority AND worker.duty IN ('SOCIAL_WORKER', 'TEAM_MANAGER', 'SERVICE_MANAGER', 'FRONT_DOOR', 'OUT_OF_HOURS')
   AND worker.begins <= :today AND (worker.ends IS NULL OR worker.ends > :today) AND visible_family(:family, GIVE_ACCESS)
 ORDER BY person.sort_key, worker.id LIMIT 500;

-- option_holders: who can hold a case or lead a plan
-- returns many: id int, words Text, code Text, day Date
SELECT worker.id, person.given || ' ' || person.family_name AS words, worker.duty AS code, NULL AS day
  FROM worker JOIN person ON person.id = worker.id
 WHERE worker.authority = :authority AND worker.duty IN ('SOCIAL_WORKER', 'TEAM_MANAGER', 'SERVICE_MANAGER')
   AND worker.begins <= :today AND (worker.ends IS NULL OR worker.ends > :today)
 ORDER BY CASE worker.duty WHEN 'SOCIAL_WORKER' THEN 0 ELSE 1 END, person.sort_key, worker.id LIMIT 500;

-- option_managers: who signs off
-- returns many: id int, words Text, code Text, day Date
SELECT worker.id, person.given || ' ' || person.family_name AS words, worker.duty AS code, NULL AS day
  FROM worker JOIN person ON person.id = worker.id
 WHERE worker.authority = :authority AND worker.duty IN ('TEAM_MANAGER', 'SERVICE_MANAGER')
   AND worker.begins <= :today AND (worker.ends IS NULL OR worker.ends > :today)
 ORDER BY person.sort_key, worker.id LIMIT 200;

-- option_coverers: everybody else who works for the authority; the page leaves those whose work is of another kind
-- :person PersonId, returns many: id int, words Text, code Text, day Date, duty duty
-- scans: everybody who works for the authority is a choice, and nobody else is read
SELECT worker.id, person.given || ' ' || person.family_name AS words, worker.duty AS code, NULL AS day, worker.duty
  FROM worker JOIN person ON person.id = worker.id
 WHERE worker.authority = :authority AND worker.id <> :person AND worker.duty NOT IN ('PARENT', 'YOUNG_PERSON', 'ADVOCATE', 'SYSTEM')
   AND worker.begins <= :today AND worker.ends IS NULL
 ORDER BY person.sort_key, worker.id LIMIT 500;

-- option_barred: to whom a child of the family is closed, because they know it
-- :family FamilyId, returns many: person PersonId
SELECT DISTINCT barred.person FROM child JOIN barred ON barred.child = child.id
 WHERE child.family = :family AND child.authority = :authority AND visible(child.id, KNOW_CHILD) ORDER BY barred.person LIMIT 100;

-- option_chairs: who chairs conferences
-- returns many: id int, words Text, code Text, day Date
SELECT worker.id, person.given || ' ' || person.family_name AS words, '' AS code, NULL AS day
  FROM worker JOIN person ON person.id = worker.id
 WHERE worker.authority = :authority AND worker.duty = 'CHAIR'
   AND worker.begins <= :today AND (worker.ends IS NULL OR worker.ends > :today)
 ORDER BY person.sort_key, worker.id LIMIT 200;

-- option_auditors: who audits
-- returns many: id int, words Text, code Text, day Date
SELECT worker.id, person.given || ' ' || person.family_name AS words, '' AS code, NULL AS day
  FROM worker JOIN person ON person.id = worker.id
 WHERE worker.authority = :authority AND worker.duty = 'AUDITOR'
   AND worker.begins <= :today AND (worker.ends IS NULL OR worker.ends > :today)
 ORDER BY person.sort_key, worker.id LIMIT 200;

-- option_advisers: who advises on the law
-- returns many: id int, words Text, code Text, day Date
SELECT worker.id, person.given || ' ' || person.family_name AS words, '' AS code, NULL AS day
  FROM worker JOIN person ON person.id = worker.id
 WHERE worker.authority = :authority AND worker.duty = 'LEGAL'
   AND worker.begins <= :today AND (worker.ends IS NULL OR worker.ends > :today)
 ORDER BY person.sort_key, worker.id LIMIT 200;

-- option_professionals: people of the agencies
-- returns many: id int, words Text, agency_id AgencyId, agency Text, job Text
SELECT worker.id, person.given || ' ' || person.family_name AS words, worker.agency AS agency_id, agency.name AS agency, worker.job
  FROM worker JOIN person ON person.id = worker.id JOIN agency ON agency.id = worker.agency
 WHERE worker.authority = :authority AND worker.duty = 'PARTNER'
   AND worker.begins <= :today AND (worker.ends IS NULL OR worker.ends > :today)
 ORDER BY agency.name, person.sort_key, worker.id LIMIT 500;

-- option_agencies: the agencies we work with
-- returns many: id int, words Text, code Text, day Date
-- scans: by the index of their list, as far as LIMIT
SELECT id, name AS words, kind AS code, NULL AS day FROM agency WHERE authority = :authority ORDER BY kind, name, id LIMIT 500;

-- option_agencies_invited: the agencies a conference is for
-- :conference ConferenceId, returns many: id int, words Text, code Text, day Date
SELECT agency.id, agency.name AS words, agency.kind AS code, NULL AS day
  FROM agency
 WHERE +agency.authority = :authority
   AND agency.id IN (SELECT invitation.agency FROM invitation WHERE invitation.conference = :conference AND visible_conference(invitation.conference, READ_CONFERENCE))
 ORDER BY agency.kind, agency.name, agency.id LIMIT 200;

-- option_teams: the teams of the authority
-- returns many: id int, words Text, code Text, day Date
-- scans: the teams of one authority are few
SELECT id, name AS words, duty AS code, NULL AS day FROM team WHERE authority = :authority ORDER BY duty, name, id LIMIT 200;

-- option_households: where the family lives
-- :family FamilyId, returns many: id int, words Text, code Text, day Date
SELECT id, name AS words, '' AS code, NULL AS day FROM household
 WHERE family = :family AND authority = :authority AND visible_family(household.family, READ_RECORD)
   AND EXISTS (SELECT 1 FROM household_member WHERE household_member.household = household.id AND visible_person(household_member.person, READ_RECORD))
 ORDER BY id LIMIT 50;

-- option_contacts: contacts about the family, newest first
-- :family FamilyId, returns many: id int, words Text, code Text, day Date
SELECT contact.id, COALESCE(contact.referrer, '') AS words, contact.source AS code, contact.received AS day FROM contact
 WHERE contact.family = :family AND contact.authority = :authority AND visible_family(contact.family, READ_RECORD)
 ORDER BY contact.received DESC, contact.id DESC LIMIT 50;

-- option_invitations: who was thought of for a conference; to a partner, their own agency alone
-- :conference ConferenceId, returns many: id int, words Text, code Text, agency AgencyId
SELECT invitation.id, COALESCE(agency.name, person.given || ' ' || person.family_name, invitation.name, '') AS words, invitation.is_as AS code,
       invitation.agency
  FROM invitation LEFT JOIN agency ON agency.id = invitation.agency LEFT JOIN person ON person.id = invitation.person
 WHERE invitation.conference = :conference AND invitation.authority = :authority
   AND (visible_conference(invitation.conference, READ_CONFERENCE)
        OR (visible_conference(invitation.conference, CONTRIBUTE)
            AND invitation.agency = (SELECT worker.agency FROM worker WHERE worker.id = :actor AND worker.authority = :authority)))
 ORDER BY invitation.id LIMIT 100;

-- option_speaks_for: the agencies of a conference for which the reader may speak: all in the room to who records there, social care's to its workers,
-- their own to a partner
-- :conference ConferenceId, returns many: id int, words Text, code Text, day Date
SELECT invitation.id, agency.name AS words, agency.kind AS code, NULL AS day
  FROM invitation JOIN agency ON agency.id = invitation.agency
 WHERE invitation.conference = :conference AND invitation.authority = :authority
   AND (visible_conference(invitation.conference, RECORD_CONFERENCE)
        OR (agency.kind = 'SOCIAL_CARE' AND visible_conference(invitation.conference, RECORD_CASE))
        OR (visible_conference(invitation.conference, CONTRIBUTE)
            AND invitation.agency = (SELECT worker.agency FROM worker WHERE worker.id = :actor AND worker.authority = :authority)))
 ORDER BY invitation.id LIMIT 100;

-- option_family_invited: who of the family is on a conference's list, to whoever contributes to it
-- :conference ConferenceId, returns many: id int, words Text, code Text, day Date
SELECT DISTINCT person.id, person.given || ' ' || person.family_name AS words, invitation.is_as AS code, NULL AS day
  FROM invitation JOIN person ON person.id = invitation.person
 WHERE invitation.conference = :conference AND invitation.authority = :authority AND invitation.agency IS NULL
   AND (visible_conference(invitation.conference, READ_CONFERENCE) OR visible_conference(invitation.conference, CONTRIBUTE))
 ORDER BY person.id LIMIT 100;

-- option_plans: plans that run
-- :family FamilyId, returns many: id int, words Text, code Text, day Date
SELECT plan.id, person.given || ' ' || person.family_name AS words, '' AS code, plan.started AS day
  FROM plan JOIN person ON person.id = plan.child
 WHERE plan.family = :family AND plan.authority = :authority AND plan.ended IS NULL AND visible(plan.child, READ_PLAN)
 ORDER BY plan.started, plan.id LIMIT 50;

-- option_actions: what a plan says that somebody does; and of the brothers' and sisters' plans, what does not stand in this one too
-- :plan PlanId, returns many: id int, words Text, code Text, day Date
SELECT plan_action.id,
       CASE WHEN plan_action.plan = :plan THEN plan_action.what ELSE plan_action.what || ' (' || person.given || ')' END AS words,
       '' AS code, plan_action.by_when AS day
  FROM plan_action JOIN person ON person.id = plan_action.child
 WHERE plan_action.plan IN (SELECT sibling.id FROM plan JOIN plan AS sibling ON sibling.family = plan.family
                             WHERE plan.id = :plan AND sibling.ended IS NULL)
   AND plan_action.authority = :authority AND plan_action.until_version IS NULL AND visible(plan_action.child, READ_PLAN)
   AND (plan_action.plan = :plan OR NOT EXISTS (SELECT 1 FROM plan_action AS same WHERE same.plan = :plan
                                                   AND same.together = plan_action.together AND same.until_version IS NULL))
 ORDER BY CASE WHEN plan_action.plan = :plan THEN 0 ELSE 1 END, plan_action.id LIMIT 200;

-- option_meetings: core groups planned for a plan and not recorded yet, the first first
-- :plan PlanId, returns many: id int, words Text, code Text, day Date
SELECT meeting.id, '' AS words, meeting.kind AS code, meeting.planned AS day
  FROM plan JOIN meeting_child ON meeting_child.child = plan.child AND meeting_child.plan = plan.id JOIN meeting ON meeting.id = meeting_child.meeting
 WHERE plan.id = :plan AND +meeting.authority = :authority AND meeting.held IS NULL AND visible(meeting_child.child, READ_RECORD)
 ORDER BY meeting.planned, meeting.id LIMIT 50;

-- option_reports: reports for a conference
-- :conference ConferenceId, returns many: id int, words Text, code Text, day Date
SELECT report.id, COALESCE(agency.name, 'Children''s social care') AS words, report.state AS code, report.written AS day
  FROM report LEFT JOIN agency ON agency.id = report.agency
 WHERE report.conference = :conference AND report.authority = :authority AND visible_conference(report.conference, READ_CONFERENCE)
 ORDER BY report.written, report.id LIMIT 100;

-- option_measures: immediate protection that runs
-- :family FamilyId, returns many: id int, words Text, code Text, begins Instant
SELECT protection.id, person.given AS words, protection.kind AS code, protection.begins
  FROM child JOIN protection ON protection.child = child.id JOIN person ON person.id = child.id
 WHERE child.family = :family AND child.authority = :authority AND protection.ended IS NULL AND visible(child.id, READ_RECORD)
 ORDER BY protection.begins DESC, protection.id LIMIT 50;

-- target_plan_family: whose plan it is
-- :plan PlanId, returns maybe: family FamilyId, child ChildId
SELECT family, child FROM plan WHERE id = :plan AND authority = :authority AND visible(plan.child, KNOW_CHILD);

-- target_conference_family: whose conference it is
-- :conference ConferenceId, returns maybe: family FamilyId
SELECT family FROM conference WHERE id = :conference AND authority = :authority AND visible_conference(conference.id, KNOW_CHILD);

-- target_child_family: whose child it is
-- :child ChildId, returns maybe: family FamilyId
SELECT family FROM child WHERE id = :child AND authority = :authority AND visible(child.id, KNOW_CHILD);

-- target_person_family: the family a person belongs to, as an adult or as a child; one of them when there are several
-- :person PersonId, returns maybe: family FamilyId
SELECT family FROM child WHERE id = :person AND authority = :authority AND visible(child.id, KNOW_CHILD)
UNION ALL
SELECT family FROM adult WHERE id = :person AND authority = :authority AND visible_family(adult.family, KNOW_CHILD)
 ORDER BY 1 LIMIT 1;

-- family_name_of: what a family is called
-- :family FamilyId, returns maybe: name Text, reference Text
SELECT name, reference FROM family WHERE id = :family AND authority = :authority AND visible_family(family.id, KNOW_CHILD);

-- option_holidays: days that were added as holidays and not taken back, the newest day first
-- returns many: id int, words Text, code Text, day Date
-- scans: all of them are wanted, and they are few
SELECT id, name AS words, '' AS code, day FROM authority_holiday WHERE authority = :authority AND withdrawn IS NULL ORDER BY day DESC, id LIMIT 200;
