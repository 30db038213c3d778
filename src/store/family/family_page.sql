-- The family page and the child's file: what they read, each piece through visible.

-- family_head: what a family is called, and what everybody who may know of it must know
-- :family FamilyId, returns maybe: name Text, reference Text, restricted bool, domestic_abuse bool, messages_stopped bool, safe_contact Text, opened Date
SELECT name, reference, restricted, domestic_abuse, messages_stopped,
       CASE WHEN visible_family(family.id, READ_CONFERENCE) THEN safe_contact ELSE NULL END AS safe_contact, opened
  FROM family WHERE id = :family AND authority = :authority AND visible_family(family.id, KNOW_CHILD);

-- family_children: the children of a family whom the reader may know, the eldest first
-- :family FamilyId, returns many: child ChildId, given Text, family_name Text, known_as Text, born Date, expected Date, died Date,
-- unborn bool, school Text, surgery Text, worker PersonId, worker_given Text, worker_family_name Text, worker_telephone Text, rights int
SELECT child.id AS child, person.given, person.family_name, person.known_as, person.born, person.expected, person.died, child.unborn,
       agency.name AS school, child.surgery, child.allocated AS worker, holder.given AS worker_given, holder.family_name AS worker_family_name,
       holder.telephone AS worker_telephone, rights_on(child.id) AS rights
  FROM child JOIN person ON person.id = child.id
  LEFT JOIN agency ON agency.id = child.school
  LEFT JOIN person AS holder ON holder.id = child.allocated
 WHERE child.family = :family AND child.authority = :authority AND visible(child.id, KNOW_CHILD)
 ORDER BY COALESCE(person.born, person.expected, '9999'), child.id LIMIT 100;

-- family_stages: where each child's open episode stands
-- :family FamilyId, returns many: child ChildId, stage stage, opened Date
SELECT episode.child, episode.stage, episode.opened FROM episode
 WHERE episode.family = :family AND episode.closed IS NULL AND +episode.authority = :authority AND visible(episode.child, READ_RECORD)
 ORDER BY episode.child LIMIT 100;

-- family_plans_now: plans that run
-- :family FamilyId, returns many: plan PlanId, child ChildId, started Date, categories Text, state plan_state, review_by Date, version int
SELECT plan.id AS plan, plan.child, plan.started, plan.categories, plan.state, plan.review_by, plan.version FROM plan
 WHERE plan.family = :family AND plan.ended IS NULL AND plan.authority = :authority
   AND (visible(plan.child, READ_PLAN) OR visible(plan.child, READ_PLAN_PART))
 ORDER BY plan.started, plan.id LIMIT 100;

-- family_plans_all: every plan there was, the newest first
-- :family FamilyId, returns many: plan PlanId, child ChildId, given Text, family_name Text, started Date, ended Date,
-- end_reason plan_end_reason, categories Text, state plan_state, review_by Date, version int
SELECT plan.id AS plan, plan.child, person.given, person.family_name, plan.started, plan.ended, plan.end_reason, plan.categories, plan.state,
       plan.review_by, plan.version
  FROM plan JOIN person ON person.id = plan.child
 WHERE plan.family = :family AND plan.authority = :authority AND (visible(plan.child, READ_PLAN) OR visible(plan.child, READ_PLAN_PART))
 ORDER BY plan.started DESC, plan.id LIMIT 200;

-- family_due: what is due to the family's children and not done, the first day first
-- :family FamilyId, returns many: child ChildId, given Text, kind obligation_kind, start Date, due Date
SELECT obligation.child, person.given, obligation.kind, obligation.start, obligation.due
  FROM child JOIN obligation ON obligation.child = child.id JOIN person ON person.id = child.id
 WHERE child.family = :family AND child.authority = :authority AND obligation.state IN ('WAITING', 'LATE') AND visible(child.id, READ_RECORD)
 ORDER BY obligation.due, obligation.kind, obligation.child LIMIT 200;

-- family_limits: every limit of the family's children, met or not, the newest first
-- :family FamilyId, returns many: child ChildId, kind obligation_kind, start Date, due Date, met Date, met_by event, stopped Date, stopped_by event,
-- state obligation_state
SELECT obligation.child, obligation.kind, obligation.start, obligation.due, obligation.met, obligation.met_by, obligation.stopped, obligation.stopped_by,
       obligation.state
  FROM child JOIN obligation ON obligation.child = child.id
 WHERE child.family = :family AND child.authority = :authority AND visible(child.id, READ_RECORD)
 ORDER BY obligation.due DESC, obligation.kind, obligation.child LIMIT 300;

-- family_seen: when each child was last seen, last seen alone, and when their bedroom was
-- :family FamilyId, returns many: child ChildId, last_seen Date, last_alone Date, last_bedroom Date
SELECT child.id AS child,
       (SELECT MAX(seen_on) FROM seen WHERE seen.child = child.id AND seen.how <> 'NOT_SEEN') AS last_seen,
       (SELECT MAX(seen_on) FROM seen WHERE seen.child = child.id AND seen.how = 'ALONE') AS last_alone,
       (SELECT MAX(seen_on) FROM seen WHERE seen.child = child.id AND seen.bedroom IS NOT NULL AND seen.bedroom <> '') AS last_bedroom
  FROM child
 WHERE child.family = :family AND child.authority = :authority AND visible(child.id, READ_RECORD)
 ORDER BY child.id LIMIT 100;

-- child_seen_times: each time a child was seen or should have been, the newest first, before a number
-- :child ChildId, :before int, :most int, returns many: id int, seen_on Date, how seen_how, others Text, why Text, place Text, bedroom Text,
-- words Text, given Text, family_name Text
SELECT seen.id, seen.seen_on, seen.how, seen.others, seen.why, seen.place, seen.bedroom, seen.words, person.given, person.family_name
  FROM seen JOIN person ON person.id = seen.seen_by
 WHERE seen.child = :child AND seen.id < :before AND visible(:child, READ_RECORD)
 ORDER BY seen.id DESC LIMIT :most;

-- family_relations: who is who to each child, now
-- :family FamilyId, returns many: child ChildId, person PersonId, given Text, family_name Text, kind relationship_kind,
-- parental_responsibility yes_no_unknown, restriction Text
SELECT relationship.child, relationship.person, person.given, person.family_name, relationship.kind, relationship.parental_responsibility,
       relationship.restriction
  FROM relationship JOIN person ON person.id = relationship.person
 WHERE relationship.family = :family AND relationship.authority = :authority AND relationship.ends IS NULL
   AND visible(relationship.child, READ_CONFERENCE)
 ORDER BY relationship.child, relationship.kind, person.sort_key LIMIT 500;

-- family_adults: the adults of a family
-- :family FamilyId, returns many: person PersonId, given Text, family_name Text, is_known_as Text, born Date, safe_contact Text,
-- contact_is_safe bool, telephone Text, email Text, language Text
SELECT adult.id AS person, person.given, person.family_name, adult.is_known_as, person.born, adult.safe_contact, adult.contact_is_safe,
       person.telephone, person.email, person.language
  FROM adult JOIN person ON person.id = adult.id
 WHERE adult.family = :family AND adult.authority = :authority AND visible_family(adult.family, READ_CONFERENCE)
   AND visible_person(adult.id, READ_CONFERENCE)
 ORDER BY person.sort_key, adult.id LIMIT 100;

-- family_orders: court orders that hold today
-- :family FamilyId, returns many: kind order_kind, made Date, ends Date, terms Text, about_given Text, about_family_name Text,
-- against_given Text, against_family_name Text
SELECT court_order.kind, court_order.made, court_order.ends, court_order.terms, about.given AS about_given, about.family_name AS about_family_name,
       against.given AS against_given, against.family_name AS against_family_name
  FROM court_order LEFT JOIN person AS about ON about.id = court_order.about LEFT JOIN person AS against ON against.id = court_order.against
 WHERE court_order.family = :family AND court_order.authority = :authority AND (court_order.ends IS NULL OR court_order.ends >= :today)
   AND visible_family(court_order.family, READ_CONFERENCE) AND visible_person(court_order.about, READ_CONFERENCE)
 ORDER BY court_order.made DESC, court_order.id LIMIT 50;

-- family_lives: who lives in which household now
-- :family FamilyId, returns many: household HouseholdId, name Text, person PersonId, given Text, family_name Text, note Text, begins Date
SELECT household.id AS household, household.name, household_member.person, person.given, person.family_name, household_member.note,
       household_member.begins
  FROM household JOIN household_member ON household_member.household = household.id JOIN person ON person.id = household_member.person
 WHERE household.family = :family AND household.authority = :authority AND household_member.ends IS NULL
   AND visible_family(household.family, READ_RECORD) AND visible_person(household_member.person, READ_RECORD)
 ORDER BY household.id, household_member.begins, household_member.person LIMIT 200;

-- family_addresses_open: addresses of now that are not protected
-- :family FamilyId, returns many: person PersonId, given Text, family_name Text, lines Text, postcode Text, begins Date
SELECT address.person, person.given, person.family_name, address.lines, address.postcode, address.begins
  FROM address JOIN person ON person.id = address.person
 WHERE address.family = :family AND address.authority = :authority AND address.protected = 0 AND address.ends IS NULL
   AND visible_family(address.family, READ_RECORD) AND visible_person(address.person, READ_RECORD)
 ORDER BY address.begins DESC, address.id LIMIT 50;

-- family_protected: whose address of now is protected, and from whom: never the address
-- :family FamilyId, returns many: person PersonId, given Text, family_name Text, not_to_given Text, not_to_family_name Text
SELECT address.person, person.given, person.family_name, away.given AS not_to_given, away.family_name AS not_to_family_name
  FROM address JOIN person ON person.id = address.person LEFT JOIN person AS away ON away.id = address.not_to
 WHERE address.family = :family AND address.authority = :authority AND address.protected = 1 AND address.ends IS NULL
   AND visible_family(address.family, KNOW_CHILD) AND visible_person(address.person, KNOW_CHILD)
 ORDER BY address.id LIMIT 20;

-- family_protected_address: the protected addresses themselves, for a page of its own
-- :family FamilyId, returns many: given Text, family_name Text, lines Text, postcode Text, begins Date, not_to_given Text, not_to_family_name Text
SELECT person.given, person.family_name, address.lines, address.postcode, address.begins, away.given AS not_to_given,
       away.family_name AS not_to_family_name
  FROM address JOIN person ON person.id = address.person LEFT JOIN person AS away ON away.id = address.not_to
 WHERE address.family = :family AND address.authority = :authority AND address.protected = 1 AND address.ends IS NULL
   AND visible_family(address.family, READ_PROTECTED) AND visible_person(address.person, READ_PROTECTED)
 ORDER BY address.begins DESC, address.id LIMIT 20;

-- family_workers: the people, teams and agencies with a part in the family's case now, and how to reach them
-- :family FamilyId, returns many: holder int, role role, given Text, family_name Text, job Text, telephone Text, email Text, agency Text
SELECT part.holder, part.role, person.given, person.family_name, worker.job, person.telephone, person.email, agency.name AS agency
  FROM (SELECT access.holder, MIN(access.role) AS role,
               MIN(CASE access.role WHEN 'CASE_HOLDER' THEN 1 WHEN 'CO_WORKER' THEN 2 WHEN 'CHAIR' THEN 3 ELSE 4 END) AS place
          FROM child JOIN access ON access.child = child.id
         WHERE child.family = :family AND child.authority = :authority AND access.begins <= :now AND access.ends > :now
           AND CASE access.role WHEN 'CASE_HOLDER' THEN 1 WHEN 'CO_WORKER' THEN 1 WHEN 'CHAIR' THEN 1 WHEN 'PARTNER' THEN 1 WHEN 'LEGAL' THEN 1
                    WHEN 'ADVOCATE' THEN 1 ELSE 0 END = 1
           AND visible(child.id, KNOW_CHILD)
         GROUP BY access.holder) AS part
  JOIN worker ON worker.id = part.holder JOIN person ON person.id = worker.id LEFT JOIN agency ON agency.id = worker.agency
 ORDER BY part.place, person.sort_key LIMIT 100;

-- family_teams: teams and agencies with a part in the family's case now
-- :family FamilyId, returns many: holder int, role role, name Text, telephone Text, is_agency bool
SELECT part.holder, part.role, COALESCE(team.name, agency.name) AS name, COALESCE(team.telephone, agency.telephone) AS telephone,
       CASE WHEN team.id IS NULL THEN 1 ELSE 0 END AS is_agency
  FROM (SELECT access.holder, MIN(access.role) AS role
          FROM child JOIN access ON access.child = child.id
         WHERE child.family = :family AND child.authority = :authority AND access.begins <= :now AND access.ends > :now AND visible(child.id, KNOW_CHILD)
         GROUP BY access.holder) AS part
  LEFT JOIN team ON team.id = part.holder LEFT JOIN agency ON agency.id = part.holder
 WHERE team.id IS NOT NULL OR agency.id IS NOT NULL
 ORDER BY 5, 3, 1 LIMIT 100;

-- family_conferences: conferences, the newest first
-- :family FamilyId, returns many: conference ConferenceId, kind conference_kind, state conference_state, called Date, due Date, held_on Date,
-- starts Instant, place Text, room Text, chair_given Text, chair_family_name Text
SELECT conference.id AS conference, conference.kind, conference.state, conference.called, conference.due, conference.held_on,
       conference.starts, conference.place, conference.room, person.given AS chair_given, person.family_name AS chair_family_name
  FROM conference LEFT JOIN person ON person.id = conference.chair
 WHERE conference.family = :family AND conference.authority = :authority
   AND (visible_conference(conference.id, READ_CONFERENCE) OR visible_conference(conference.id, READ_SHARED))
 ORDER BY conference.id DESC LIMIT 100;

-- family_visits: visits, the newest first, before a number
-- :family FamilyId, :before int, :most int, returns many: visit VisitId, made Date, at_minutes int, kind visit_kind, given Text, family_name Text, place Text,
-- failed bool, failed_why Text, home Text, notes Text
SELECT visit.id AS visit, visit.made, visit.at_minutes, visit.kind, person.given, person.family_name, visit.place, visit.failed, visit.failed_why, visit.home, visit.notes
  FROM visit JOIN person ON person.id = visit.made_by
 WHERE visit.family = :family AND visit.id < :before AND visit.authority = :authority AND visible_family(visit.family, READ_RECORD)
 ORDER BY visit.id DESC LIMIT :most;

-- family_visit_days: the days somebody visited and was let in, since a day
-- :family FamilyId, :since Date, returns many: made Date
SELECT DISTINCT visit.made FROM visit
 WHERE visit.family = :family AND visit.made >= :since AND visit.failed = 0 AND visit.authority = :authority AND visible_family(visit.family, READ_RECORD)
 ORDER BY visit.made LIMIT 400;

-- family_alone_days: the days each child of a family was seen alone, since a day
-- :family FamilyId, :since Date, returns many: child ChildId, seen_on Date
SELECT DISTINCT seen.child, seen.seen_on
  FROM child JOIN seen ON seen.child = child.id
 WHERE child.family = :family AND child.authority = :authority AND seen.seen_on >= :since AND seen.how = 'ALONE' AND visible(child.id, READ_RECORD)
 ORDER BY seen.child, seen.seen_on LIMIT 2000;

-- family_enquiries: enquiries about the family's children that ended after a day, or run
-- :family FamilyId, :since Date, returns many: child ChildId, started Date, concluded Date
SELECT enquiry.child, enquiry.started, enquiry.concluded FROM enquiry
 WHERE enquiry.family = :family AND enquiry.authority = :authority AND (enquiry.concluded IS NULL OR enquiry.concluded >= :since)
   AND visible(enquiry.child, READ_RECORD)
 ORDER BY enquiry.started, enquiry.id LIMIT 100;

-- visit_seen: how each child was seen on a visit
-- :visit VisitId, returns many: given Text, how seen_how, others Text, why Text, bedroom Text, words Text
SELECT person.given, seen.how, seen.others, seen.why, seen.bedroom, seen.words
  FROM seen JOIN person ON person.id = seen.child
 WHERE seen.visit = :visit AND seen.authority = :authority AND visible(seen.child, READ_RECORD)
 ORDER BY seen.child LIMIT 100;

-- family_meetings: meetings other than conferences, the newest first
-- :family FamilyId, returns many: meeting MeetingId, kind meeting_kind, planned Date, starts Instant, place Text, held Date
SELECT meeting.id AS meeting, meeting.kind, meeting.planned, meeting.starts, meeting.place, meeting.held FROM meeting
 WHERE meeting.family = :family AND +meeting.authority = :authority
   AND (visible_meeting(meeting.id, READ_RECORD) OR visible_meeting(meeting.id, READ_PLAN_PART))
 ORDER BY COALESCE(meeting.held, meeting.planned) DESC, meeting.id LIMIT 100;

-- family_safety: what the newest version of each running plan says of harm, safety and what must change
-- :family FamilyId, returns many: plan PlanId, child ChildId, given Text, harm Text, strengths Text, goals Text, made Date, maker_given Text, maker_family_name Text
SELECT plan.id AS plan, plan.child, kid.given, plan_version.harm, plan_version.strengths, plan_version.goals_short AS goals, plan_version.made,
       maker.given AS maker_given, maker.family_name AS maker_family_name
  FROM plan JOIN plan_version ON plan_version.plan = plan.id JOIN person AS kid ON kid.id = plan.child JOIN person AS maker ON maker.id = plan_version.made_by
 WHERE plan.family = :family AND plan.authority = :authority AND plan.ended IS NULL AND visible(plan.child, READ_PLAN)
   AND plan_version.version = (SELECT MAX(newest.version) FROM plan_version AS newest WHERE newest.plan = plan.id AND newest.published IS NOT NULL)
 ORDER BY plan.id LIMIT 50;

-- family_safety_plans: interim safety plans that hold
-- :family FamilyId, returns many: child ChildId, what Text, agreed_with Text
SELECT safety_plan.child, safety_plan.what, safety_plan.agreed_with
  FROM child JOIN safety_plan ON safety_plan.child = child.id
 WHERE child.family = :family AND child.authority = :authority AND safety_plan.ended IS NULL AND visible(child.id, READ_RECORD)
 ORDER BY safety_plan.made DESC, safety_plan.id LIMIT 20;

-- family_stuck: actions of running plans that were put off at two core groups or more
-- :family FamilyId, returns many: what Text, rolled int
SELECT plan_action.what, plan_action.rolled
  FROM plan JOIN plan_action ON plan_action.plan = plan.id
 WHERE plan.family = :family AND +plan.authority = :authority AND plan.ended IS NULL AND plan_action.until_version IS NULL AND plan_action.rolled >= 2
   AND visible(plan.child, READ_PLAN)
 ORDER BY plan_action.rolled DESC, plan_action.id LIMIT 20;

-- family_reports: reports for conferences, the newest first
-- :family FamilyId, returns many: report ReportId, conference ConferenceId, kind conference_kind, held_on Date, agency Text, state report_state,
-- written Date, released Date
SELECT report.id AS report, report.conference, conference.kind, conference.held_on, agency.name AS agency, report.state, report.written, report.released
  FROM conference JOIN report ON report.conference = conference.id LEFT JOIN agency ON agency.id = report.agency
 WHERE conference.family = :family AND conference.authority = :authority AND visible_conference(conference.id, READ_CONFERENCE)
 ORDER BY report.id DESC LIMIT 200;

-- family_sent: what was sent to whom after conferences
-- :family FamilyId, returns many: what sent_what, sent_on Date, how sharing_how, given Text, family_name Text, kind conference_kind
SELECT sent.what, sent.sent_on, sent.how, person.given, person.family_name, conference.kind
  FROM conference JOIN sent ON sent.conference = conference.id LEFT JOIN person ON person.id = sent.reader
 WHERE conference.family = :family AND conference.authority = :authority AND visible_conference(conference.id, READ_CONFERENCE)
 ORDER BY sent.sent_on DESC, sent.entry DESC, sent.what, sent.reader LIMIT 200;

-- family_notifications: what the police told us
-- :family FamilyId, returns many: force_name Text, reference Text, received Date, plain Text
SELECT notification.force_name, notification.reference, notification.received, notification.plain FROM notification
 WHERE notification.family = :family AND notification.authority = :authority AND visible_family(notification.family, READ_RECORD)
 ORDER BY notification.received DESC, notification.id LIMIT 100;

-- family_looks: who looked at the family's children, the newest first, before a number
-- :family FamilyId, :before int, :most int, returns many: number int, at Instant, duty Text, route Text, refused bool, given Text, family_name Text
SELECT look.number, look.at, look.duty, look.route, look.refused, person.given, person.family_name
  FROM look LEFT JOIN person ON person.id = look.actor
 WHERE look.number < :before
   AND look.number IN (SELECT look_child.number FROM child JOIN look_child ON look_child.child = child.id
                        WHERE child.family = :family AND visible(child.id, READ_LOOKS))
 ORDER BY look.number DESC LIMIT :most;

-- entry_rights: which of an entry's children the reader may do what its act's `seen` asks for
-- :number EntryNumber, returns many: child ChildId, rights int
-- unscoped: the page itself compares each right with the one the act asks for
SELECT ledger_child.child, rights_on(ledger_child.child) AS rights FROM ledger_child
 WHERE ledger_child.number = :number AND ledger_child.authority = :authority LIMIT 1000;

-- my_families_list: families with a child the reader may know, by name, after one of them (0: from the first)
-- :after FamilyId, :most int, returns many: family FamilyId, name Text, reference Text, restricted bool, domestic_abuse bool
SELECT family.id AS family, family.name, family.reference, family.restricted, family.domestic_abuse
  FROM family
 WHERE +family.authority = :authority AND family.id IN my_families(OPEN_CASE)
   AND (family.sort_key > COALESCE((SELECT last.sort_key FROM family AS last WHERE last.id = :after), '')
     OR (family.sort_key = COALESCE((SELECT last.sort_key FROM family AS last WHERE last.id = :after), '') AND family.id > :after))
 ORDER BY family.sort_key, family.id LIMIT :most;

-- then_reader: in a family's record as it stood: somebody who then saw the most of its children, whole
-- :family FamilyId, :right int, returns maybe: person PersonId, children int
-- unscoped: asked of a record made again in memory, after today's reader was asked about every child (pages/family_then.c)
SELECT visible.actor AS person, COUNT(DISTINCT visible.child) AS children
  FROM child JOIN visible ON visible.child = child.id
 WHERE child.family = :family AND child.authority = :authority AND (visible.rights & :right) <> 0
   AND visible.begins <= :now AND visible.ends > :now
 GROUP BY visible.actor ORDER BY COUNT(DISTINCT visible.child) DESC, visible.actor LIMIT 1;
