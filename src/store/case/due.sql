-- One time limit of a child with all that explains it, for readers of the record: the page of its whole working. And which limit a conference or a
-- review's day comes from, for pages that show the day alone.

-- due_of_child: a limit as it stands, and whose it is
-- :child ChildId, :kind obligation_kind, :start Date, returns maybe: family FamilyId, given Text, family_name Text, born Date, unborn bool, due Date,
-- warn Date, met Date, met_by event, stopped Date, stopped_by event, state obligation_state, profile Text
SELECT child.family, person.given, person.family_name, COALESCE(person.born, person.expected) AS born, child.unborn, obligation.due, obligation.warn,
       obligation.met, obligation.met_by, obligation.stopped, obligation.stopped_by, obligation.state, obligation.profile
  FROM obligation JOIN child ON child.id = obligation.child JOIN person ON person.id = child.id
 WHERE obligation.child = :child AND obligation.kind = :kind AND obligation.start = :start AND obligation.authority = :authority
   AND visible(obligation.child, READ_RECORD);

-- due_events: what happened to a child on the day from which a limit counts, and on those on which it was met and stopped, with the entries that say
-- so, in the order in which they were recorded
-- :child ChildId, :start Date, :met Date, :stopped Date, returns many: event event, happened Date, number EntryNumber, act Text, version int,
-- recorded_at Instant, given Text, family_name Text, body Text
SELECT child_event.event, child_event.happened, child_event.entry AS number, ledger.act, ledger.version, ledger.recorded_at, person.given,
       person.family_name, ledger_body.body
  FROM child_event JOIN ledger ON ledger.number = child_event.entry JOIN ledger_body ON ledger_body.number = ledger.number
  LEFT JOIN person ON person.id = ledger.actor
 WHERE child_event.child = :child AND (child_event.happened = :start OR child_event.happened = :met OR child_event.happened = :stopped)
   AND visible(child_event.child, READ_RECORD)
 ORDER BY child_event.entry, child_event.place LIMIT 200;

-- due_brought_forward: who brought a child's review forward to that day, and why: the newest
-- :child ChildId, :by Date, returns maybe: why Text, number EntryNumber, act Text, version int, recorded_at Instant, given Text, family_name Text,
-- body Text
SELECT review_forward.why, review_forward.entry AS number, ledger.act, ledger.version, ledger.recorded_at, person.given, person.family_name,
       ledger_body.body
  FROM review_forward JOIN ledger ON ledger.number = review_forward.entry JOIN ledger_body ON ledger_body.number = ledger.number
  LEFT JOIN person ON person.id = ledger.actor
 WHERE review_forward.child = :child AND review_forward.review_by = :by AND visible(review_forward.child, READ_RECORD)
 ORDER BY review_forward.entry DESC LIMIT 1;

-- due_late_reasons: why it is late, each time somebody said it, the newest first
-- :child ChildId, :kind obligation_kind, :start Date, returns many: said_on Date, given Text, family_name Text, why Text, next Text, done_by Date
SELECT late_reason.said_on, person.given, person.family_name, late_reason.why, late_reason.next, late_reason.done_by
  FROM late_reason JOIN person ON person.id = late_reason.said_by
 WHERE late_reason.child = :child AND late_reason.kind = :kind AND late_reason.start = :start AND visible(late_reason.child, READ_RECORD)
 ORDER BY late_reason.entry DESC LIMIT 20;

-- due_alike: the other children of a family for whom the same is due on the same day
-- :family FamilyId, :kind obligation_kind, :due Date, returns many: child ChildId, given Text, start Date
SELECT obligation.child, person.given, obligation.start
  FROM child JOIN obligation ON obligation.child = child.id JOIN person ON person.id = child.id
 WHERE child.family = :family AND child.authority = :authority AND obligation.kind = :kind AND obligation.due = :due
   AND visible(child.id, READ_RECORD)
 ORDER BY obligation.child, obligation.start LIMIT 50;

-- due_of_conferences: from which limit each of a family's conferences has the day by which it must be held
-- :family FamilyId, returns many: conference ConferenceId, child ChildId, given Text, kind obligation_kind, start Date, due Date, state obligation_state,
-- met Date, reads bool
SELECT conference_child.conference, obligation.child, person.given, obligation.kind, obligation.start, obligation.due, obligation.state, obligation.met,
       CASE WHEN visible(obligation.child, READ_RECORD) THEN 1 ELSE 0 END AS reads
  FROM conference JOIN conference_child ON conference_child.conference = conference.id JOIN person ON person.id = conference_child.child
  JOIN obligation ON obligation.child = conference_child.child
   AND obligation.kind IN (CASE conference.kind WHEN 'REVIEW' THEN 'FIRST_REVIEW' WHEN 'TRANSFER_IN' THEN 'TRANSFER_IN_CONFERENCE' ELSE 'INITIAL_CONFERENCE' END,
                           CASE conference.kind WHEN 'REVIEW' THEN 'NEXT_REVIEW' WHEN 'TRANSFER_IN' THEN 'RECONVENE' ELSE 'PRE_BIRTH_CONFERENCE' END)
 WHERE conference.family = :family AND conference.authority = :authority AND visible(obligation.child, READ_CONFERENCE)
 ORDER BY conference.id DESC, obligation.due, obligation.child LIMIT 500;

-- due_of_called: the same for conferences that have no day yet, of every family in whose conferences the reader has a part
-- returns many: conference ConferenceId, child ChildId, given Text, kind obligation_kind, start Date, due Date, state obligation_state,
-- met Date, reads bool
SELECT conference_child.conference, obligation.child, person.given, obligation.kind, obligation.start, obligation.due, obligation.state, obligation.met,
       CASE WHEN visible(obligation.child, READ_RECORD) THEN 1 ELSE 0 END AS reads
  FROM conference JOIN conference_child ON conference_child.conference = conference.id JOIN person ON person.id = conference_child.child
  JOIN obligation ON obligation.child = conference_child.child
   AND obligation.kind IN (CASE conference.kind WHEN 'REVIEW' THEN 'FIRST_REVIEW' WHEN 'TRANSFER_IN' THEN 'TRANSFER_IN_CONFERENCE' ELSE 'INITIAL_CONFERENCE' END,
                           CASE conference.kind WHEN 'REVIEW' THEN 'NEXT_REVIEW' WHEN 'TRANSFER_IN' THEN 'RECONVENE' ELSE 'PRE_BIRTH_CONFERENCE' END)
 WHERE conference.family IN my_families(READ_CONFERENCE) AND +conference.authority = :authority AND conference.state IN ('CALLED', 'INQUORATE', 'ADJOURNED')
   AND visible(obligation.child, READ_CONFERENCE)
 ORDER BY conference.id DESC, obligation.due, obligation.child LIMIT 1000;

-- due_around_conference: what is due before and after the conference that is held on that day, for each of its children
-- :conference ConferenceId, :held_on Date, returns many: child ChildId, given Text, kind obligation_kind, start Date, due Date, state obligation_state,
-- met Date, reads bool
SELECT obligation.child, person.given, obligation.kind, obligation.start, obligation.due, obligation.state, obligation.met,
       CASE WHEN visible(obligation.child, READ_RECORD) THEN 1 ELSE 0 END AS reads
  FROM conference_child JOIN obligation ON obligation.child = conference_child.child AND obligation.start = :held_on
   AND obligation.kind IN ('NOTICE_OF_MEETING', 'REPORTS_INITIAL', 'REPORTS_REVIEW', 'DECISION_LETTER', 'CONFERENCE_NOTES')
  JOIN person ON person.id = conference_child.child
 WHERE conference_child.conference = :conference AND conference_child.authority = :authority AND visible(obligation.child, READ_CONFERENCE)
 ORDER BY obligation.due, obligation.kind, obligation.child LIMIT 200;
