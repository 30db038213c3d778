-- My work: what waits for the reader, by their part in each case. Driven from their own roles, never from the whole table.

-- work_due: what is due, not done, up to a day, to children the reader holds or works with (with `members`: their team, too); the first day first
-- :members bool, :since Date, :until Date, :most int, returns many: child ChildId, given Text, family FamilyId, family_name Text, kind obligation_kind,
-- start Date, due Date, stage stage, categories Text
SELECT obligation.child, person.given, child.family, family.name AS family_name, obligation.kind, obligation.start, obligation.due,
       episode.stage, plan.categories
  FROM stands_for
  JOIN access ON access.holder = stands_for.holder
  JOIN obligation ON obligation.child = access.child
  JOIN child ON child.id = access.child
  JOIN person ON person.id = child.id
  JOIN family ON family.id = child.family
  LEFT JOIN episode ON episode.child = child.id AND episode.closed IS NULL
  LEFT JOIN plan ON plan.child = child.id AND plan.ended IS NULL
 WHERE stands_for.person = :actor AND (stands_for.standing IN ('SELF', 'COVER') OR (:members = 1 AND stands_for.standing = 'MEMBER')) AND stands_for.begins <= :now AND stands_for.ends > :now
   AND access.role IN ('CASE_HOLDER', 'CO_WORKER') AND access.begins <= :now AND access.ends > :now
   AND obligation.state IN ('WAITING', 'LATE') AND obligation.due >= :since AND obligation.due <= :until AND +obligation.authority = :authority
   AND visible(child.id, READ_RECORD)
 GROUP BY obligation.child, person.given, child.family, family.name, obligation.kind, obligation.start, obligation.due,
          episode.stage, plan.categories
 ORDER BY obligation.due, family.name, obligation.kind, obligation.child LIMIT :most;

-- work_due_of_team: the same for children that the people one manages hold
-- :since Date, :until Date, :most int, returns many: child ChildId, given Text, family FamilyId, family_name Text, kind obligation_kind,
-- start Date, due Date, stage stage, categories Text
SELECT obligation.child, person.given, child.family, family.name AS family_name, obligation.kind, obligation.start, obligation.due,
       episode.stage, plan.categories
  FROM stands_for
  JOIN access ON access.holder = stands_for.holder
  JOIN obligation ON obligation.child = access.child
  JOIN child ON child.id = access.child
  JOIN person ON person.id = child.id
  JOIN family ON family.id = child.family
  LEFT JOIN episode ON episode.child = child.id AND episode.closed IS NULL
  LEFT JOIN plan ON plan.child = child.id AND plan.ended IS NULL
 WHERE stands_for.person = :actor AND stands_for.standing = 'LINE' AND stands_for.begins <= :now AND stands_for.ends > :now
   AND access.role = 'CASE_HOLDER' AND access.begins <= :now AND access.ends > :now
   AND obligation.state IN ('WAITING', 'LATE') AND obligation.due >= :since AND obligation.due <= :until AND +obligation.authority = :authority
   AND visible(child.id, READ_RECORD)
 GROUP BY obligation.child, person.given, child.family, family.name, obligation.kind, obligation.start, obligation.due,
          episode.stage, plan.categories
 ORDER BY obligation.due, family.name, obligation.kind, obligation.child LIMIT :most;

-- work_conferences: conferences from a day to a day about children the reader has a part with
-- :since Date, :until Date, returns many: conference ConferenceId, family FamilyId, family_name Text, kind conference_kind, state conference_state,
-- held_on Date, starts Instant, place Text, room Text
SELECT conference.id AS conference, conference.family, family.name AS family_name, conference.kind, conference.state, conference.held_on,
       conference.starts, conference.place, conference.room
  FROM conference JOIN family ON family.id = conference.family
 WHERE conference.authority = :authority AND conference.state IN ('BOOKED', 'CONFIRMED', 'OPEN')
   AND conference.held_on >= :since AND conference.held_on <= :until
   AND (visible_conference(conference.id, READ_CONFERENCE) OR visible_conference(conference.id, READ_SHARED))
 ORDER BY conference.held_on, conference.starts, conference.id LIMIT 100;

-- work_reports_owed: conferences to come for which the reader's agency was asked for a report and has handed in none
-- returns many: conference ConferenceId, family_name Text, kind conference_kind, held_on Date
SELECT DISTINCT conference.id AS conference, family.name AS family_name, conference.kind, conference.held_on
  FROM worker
  JOIN invitation ON invitation.agency = worker.agency
  JOIN conference ON conference.id = invitation.conference
  JOIN family ON family.id = conference.family
 WHERE worker.id = :actor AND worker.authority = :authority AND invitation.invited = 1 AND conference.state IN ('BOOKED', 'CONFIRMED')
   AND conference.held_on >= :today AND visible_conference(conference.id, READ_SHARED)
   AND NOT EXISTS (SELECT 1 FROM report WHERE report.conference = conference.id AND report.agency = worker.agency)
 ORDER BY conference.held_on, conference.id LIMIT 50;

-- work_conferences_to_book: conferences that were called and have no day yet
-- returns many: conference ConferenceId, family FamilyId, family_name Text, kind conference_kind, called Date, due Date
SELECT conference.id AS conference, conference.family, family.name AS family_name, conference.kind, conference.called, conference.due
  FROM conference JOIN family ON family.id = conference.family
 WHERE conference.authority = :authority AND conference.state IN ('CALLED', 'INQUORATE', 'ADJOURNED')
   AND visible_conference(conference.id, ARRANGE_CONFERENCE)
 ORDER BY conference.due, conference.id LIMIT 100;

-- work_meetings_planned: core groups and other meetings planned from a day to a day
-- :since Date, :until Date, returns many: meeting MeetingId, family FamilyId, family_name Text, kind meeting_kind, planned Date, starts Instant, place Text
SELECT meeting.id AS meeting, meeting.family, family.name AS family_name, meeting.kind, meeting.planned, meeting.starts, meeting.place
  FROM meeting JOIN family ON family.id = meeting.family
 WHERE meeting.authority = :authority AND meeting.held IS NULL AND meeting.planned >= :since AND meeting.planned <= :until
   AND (visible_meeting(meeting.id, READ_RECORD) OR visible_meeting(meeting.id, READ_PLAN_PART))
 ORDER BY meeting.planned, meeting.starts, meeting.id LIMIT 100;

-- work_contacts: contacts that nobody has decided on
-- returns many: contact ContactId, family FamilyId, family_name Text, source contact_source, received Date
SELECT contact.id AS contact, contact.family, family.name AS family_name, contact.source, contact.received
  FROM family JOIN contact ON contact.family = family.id
 WHERE family.id IN my_families(READ_RECORD) AND +family.authority = :authority AND contact.decided IS NULL
 ORDER BY contact.received, contact.id LIMIT 100;

-- work_disclosures: what children told since a day, recorded by somebody else, for who holds their case or manages it; the newest first
-- :since Date, returns many: child ChildId, given Text, family_name Text, said Date, recorded_at Instant, by_given Text, by_name Text
SELECT disclosure.child, person.given, family.name AS family_name, disclosure.said, ledger.recorded_at, author.given AS by_given,
       author.family_name AS by_name
  FROM disclosure JOIN ledger ON ledger.number = disclosure.entry JOIN person AS author ON author.id = ledger.actor
  JOIN child ON child.id = disclosure.child JOIN person ON person.id = child.id JOIN family ON family.id = child.family
 WHERE disclosure.child IN my_children(RECORD_CASE) AND disclosure.said >= :since AND ledger.actor <> :actor AND disclosure.authority = :authority
 ORDER BY disclosure.entry DESC LIMIT 20;

-- work_referrals: referrals that wait for a decision
-- returns many: referral ReferralId, child ChildId, given Text, family FamilyId, family_name Text, received Date
SELECT referral.id AS referral, referral.child, person.given, child.family, family.name AS family_name, referral.received
  FROM referral JOIN child ON child.id = referral.child JOIN person ON person.id = child.id JOIN family ON family.id = child.family
 WHERE referral.authority = :authority AND referral.decided IS NULL AND visible(referral.child, READ_RECORD)
 ORDER BY referral.received, referral.id LIMIT 100;

-- work_unallocated: children with an open case whom nobody holds
-- returns many: child ChildId, given Text, family FamilyId, family_name Text, stage stage, opened Date
SELECT child.id AS child, person.given, child.family, family.name AS family_name, episode.stage, episode.opened
  FROM child JOIN episode ON episode.child = child.id AND episode.closed IS NULL
  JOIN person ON person.id = child.id JOIN family ON family.id = child.family
 WHERE child.authority = :authority AND child.id IN my_children(GIVE_ACCESS) AND child.allocated IS NULL
 ORDER BY episode.opened, child.id LIMIT 100;

-- work_reports_to_release: reports that somebody else wrote and that wait for release
-- returns many: report ReportId, conference ConferenceId, family FamilyId, family_name Text, agency Text, written Date
SELECT report.id AS report, report.conference, report.family, family.name AS family_name, agency.name AS agency, report.written
  FROM conference JOIN report ON report.conference = conference.id
  JOIN family ON family.id = report.family LEFT JOIN agency ON agency.id = report.agency
 WHERE conference.authority = :authority AND conference.state IN ('BOOKED', 'CONFIRMED') AND report.released IS NULL AND report.author <> :actor
   AND (visible_conference(report.conference, DECIDE_CASE) OR visible_conference(report.conference, ARRANGE_CONFERENCE))
 ORDER BY report.written, report.id LIMIT 100;

-- work_unread: entries by others about children the reader, or a team or agency of theirs, has a part with, after a number, the newest first.
-- Driven from those children: each is one look into the index of the ledger by child.
-- :after int, :most int, returns many: number EntryNumber, recorded_at Instant, act Text, version int, body Text, family FamilyId, family_name Text,
-- given Text, family_name_of Text
SELECT ledger.number, ledger.recorded_at, ledger.act, ledger.version, ledger_body.body, ledger.family, family.name AS family_name,
       person.given, person.family_name AS family_name_of
  FROM ledger JOIN ledger_body ON ledger_body.number = ledger.number JOIN family ON family.id = ledger.family JOIN person ON person.id = ledger.actor
 WHERE ledger.number IN (
        SELECT ledger_child.number
          FROM stands_for JOIN access ON access.holder = stands_for.holder JOIN ledger_child ON ledger_child.child = access.child
         WHERE stands_for.person = :actor AND stands_for.standing IN ('SELF', 'COVER', 'MEMBER') AND stands_for.begins <= :now AND stands_for.ends > :now
           AND access.role IN ('CASE_HOLDER', 'CO_WORKER', 'CHAIR', 'PARTNER', 'CONFERENCE_ADMIN', 'LEGAL')
           AND access.begins <= :now AND access.ends > :now AND ledger_child.number > :after AND visible(ledger_child.child, KNOW_CHILD))
   AND ledger.number > :after AND ledger.actor <> :actor AND ledger.authority = :authority
 ORDER BY ledger.number DESC LIMIT :most;

-- work_seen: when each child the reader holds, works with or answers for was last seen, and last seen alone
-- returns many: child ChildId, last_seen Date, last_alone Date
SELECT access.child,
       (SELECT MAX(seen.seen_on) FROM seen WHERE seen.child = access.child AND seen.how <> 'NOT_SEEN') AS last_seen,
       (SELECT MAX(seen.seen_on) FROM seen WHERE seen.child = access.child AND seen.how = 'ALONE') AS last_alone
  FROM stands_for JOIN access ON access.holder = stands_for.holder JOIN child ON child.id = access.child
 WHERE stands_for.person = :actor AND stands_for.standing IN ('SELF', 'COVER', 'LINE') AND stands_for.begins <= :now AND stands_for.ends > :now
   AND access.role IN ('CASE_HOLDER', 'CO_WORKER') AND access.begins <= :now AND access.ends > :now
   AND child.unborn = 0 AND child.authority = :authority AND visible(child.id, READ_RECORD)
 GROUP BY access.child ORDER BY access.child LIMIT 2000;

-- work_last_look: when the reader last looked at a page before an instant
-- :route Text, :before Instant, returns maybe: at Instant
-- unscoped: the reader's own looks
SELECT look.at FROM look
 WHERE look.actor = :actor AND look.route = :route AND look.at < :before AND look.authority = :authority
 ORDER BY look.number DESC LIMIT 1;

-- work_entry_at: the last entry recorded by an instant: from the newest backwards
-- :at Instant, returns maybe: number int
SELECT ledger.number FROM ledger WHERE ledger.recorded_at <= :at AND ledger.authority = :authority
   AND ledger.number > COALESCE((SELECT number FROM ledger_head WHERE chain = 'LEDGER'), 0) - 20000
 ORDER BY ledger.number DESC LIMIT 1;

-- work_drafts: what the reader began and did not send, the newest first
-- returns many: address Text, saved_at Instant
SELECT address, saved_at FROM draft WHERE person = :actor AND authority = :authority ORDER BY saved_at DESC LIMIT 50;

-- work_load: how many children the reader holds, by where they stand
-- returns many: stage stage, children int, families int
SELECT episode.stage, COUNT(DISTINCT child.id) AS children, COUNT(DISTINCT child.family) AS families
  FROM child JOIN episode ON episode.child = child.id AND episode.closed IS NULL
 WHERE child.allocated = :actor AND child.authority = :authority AND visible(child.id, READ_RECORD)
 GROUP BY episode.stage ORDER BY COUNT(DISTINCT child.id) DESC, episode.stage LIMIT 50;

-- work_children: the children a partner has responsibility for, with their plan when there is one
-- returns many: child ChildId, given Text, family_name Text, born Date, family FamilyId, plan PlanId, started Date, categories Text, review_by Date,
-- review_kind obligation_kind, review_start Date, review_due Date
SELECT child.id AS child, person.given, person.family_name, person.born, child.family, plan.id AS plan, plan.started, plan.categories, plan.review_by,
       review.kind AS review_kind, review.start AS review_start, review.due AS review_due
  FROM child JOIN person ON person.id = child.id LEFT JOIN plan ON plan.child = child.id AND plan.ended IS NULL
  LEFT JOIN obligation AS review ON review.child = plan.child AND review.kind IN ('FIRST_REVIEW', 'NEXT_REVIEW', 'PRE_BIRTH_REVIEW') AND review.state = 'WAITING'
       AND NOT EXISTS (SELECT 1 FROM obligation AS sooner WHERE sooner.child = review.child AND sooner.kind IN ('FIRST_REVIEW', 'NEXT_REVIEW', 'PRE_BIRTH_REVIEW')
                          AND sooner.state = 'WAITING' AND (sooner.due, sooner.kind, sooner.start) < (review.due, review.kind, review.start))
 WHERE child.id IN my_children(CONTRIBUTE) AND child.authority = :authority
 ORDER BY person.sort_key, child.id LIMIT 200;

-- work_actions: actions of running plans that are the reader's, the first day first
-- returns many: action ActionId, plan PlanId, child ChildId, given Text, family FamilyId, family_name Text, what Text, by_when Date
SELECT plan_action.id AS action, plan_action.plan, plan_action.child, person.given, plan.family, family.name AS family_name, plan_action.what, plan_action.by_when
  FROM plan_action JOIN plan ON plan.id = plan_action.plan JOIN person ON person.id = plan_action.child JOIN family ON family.id = plan.family
 WHERE plan_action.owner_person = :actor AND plan_action.authority = :authority AND plan.ended IS NULL AND plan_action.until_version IS NULL
   AND plan_action.progress NOT IN ('DONE', 'DROPPED')
   AND (visible(plan_action.child, READ_PLAN) OR visible(plan_action.child, READ_PLAN_PART))
 ORDER BY plan_action.by_when, plan_action.id LIMIT 100;

-- work_actions_late: actions of running plans whose day has passed, of the children the reader holds, whose owner has no sign-in here or is of the family
-- returns many: action ActionId, plan PlanId, child ChildId, given Text, family FamilyId, family_name Text, what Text, by_when Date, owner_given Text,
-- owner_name Text, owner_words Text
SELECT plan_action.id AS action, plan_action.plan, plan_action.child, person.given, child.family, family.name AS family_name, plan_action.what,
       plan_action.by_when, owner.given AS owner_given, owner.family_name AS owner_name, plan_action.owner_words
  FROM child JOIN plan ON plan.child = child.id AND plan.ended IS NULL JOIN plan_action ON plan_action.plan = plan.id
  JOIN person ON person.id = child.id JOIN family ON family.id = child.family
  LEFT JOIN person AS owner ON owner.id = plan_action.owner_person
 WHERE child.allocated = :actor AND child.authority = :authority AND plan_action.by_when < :today AND plan_action.until_version IS NULL
   AND plan_action.progress NOT IN ('DONE', 'DROPPED') AND visible(child.id, READ_RECORD)
   AND NOT EXISTS (SELECT 1 FROM worker JOIN credential ON credential.person = worker.id
                    WHERE worker.id = plan_action.owner_person AND worker.duty NOT IN ('PARENT', 'YOUNG_PERSON', 'ADVOCATE')
                      AND (worker.ends IS NULL OR worker.ends > :today))
 ORDER BY plan_action.by_when, plan_action.id LIMIT 100;

-- work_legal: legal planning meetings about children referred to the reader: to come, or held without the letter or the application that was decided
-- returns many: planning LegalPlanningId, child ChildId, given Text, family FamilyId, family_name Text, meeting Date, held Date, outcome legal_outcome,
-- letter_on Date, applied Date
SELECT legal_planning.id AS planning, legal_planning.child, person.given, child.family, family.name AS family_name, legal_planning.meeting,
       legal_planning.held, legal_planning.outcome, legal_planning.letter_on, legal_planning.applied
  FROM child JOIN legal_planning ON legal_planning.child = child.id JOIN person ON person.id = child.id JOIN family ON family.id = child.family
 WHERE child.id IN my_children(READ_LEGAL) AND child.authority = :authority
   AND (legal_planning.held IS NULL
     OR (legal_planning.outcome = 'PRE_PROCEEDINGS' AND legal_planning.letter_on IS NULL)
     OR (legal_planning.outcome = 'APPLY_NOW' AND legal_planning.applied IS NULL))
 ORDER BY COALESCE(legal_planning.meeting, legal_planning.held, '9999'), legal_planning.id LIMIT 100;

-- work_given: entries by others since one that made the reader the holder of a child's case, and the child
-- :after int, returns many: number EntryNumber, child ChildId, given Text
SELECT access.entry AS number, access.child, person.given
  FROM access JOIN child ON child.id = access.child JOIN person ON person.id = child.id JOIN ledger ON ledger.number = access.entry
 WHERE access.holder = :actor AND access.role = 'CASE_HOLDER' AND access.entry > :after AND access.ends > :now AND ledger.actor <> :actor
   AND access.authority = :authority AND visible(child.id, KNOW_CHILD)
 ORDER BY access.entry, access.child LIMIT 200;
