-- Days of what waits that became other days: by a holiday that was made or taken back, by other time limits, by an earlier day that people set.

-- dates_waiting: what waits to be done, of every child of the authority, the first day first, after one
-- :due Date, :child ChildId, :kind obligation_kind, :start Date, :most int, returns many: child ChildId, kind obligation_kind, start Date, due Date
-- unscoped: an act counts the dates anew; a page shows how many there are, and by name only what its reader may read
SELECT child, kind, start, due FROM obligation
 WHERE authority = :authority AND state = 'WAITING'
   AND (due, child, kind, start) > (COALESCE(:due, ''), COALESCE(:child, 0), COALESCE(:kind, ''), COALESCE(:start, ''))
 ORDER BY due, child, kind, start LIMIT :most;

-- children_booked_from: the children to whom something happened, or is booked, on that day or after it
-- :day Date, :most int, returns many: child ChildId
-- unscoped: an act computes what is due to them
SELECT DISTINCT child FROM child_event WHERE authority = :authority AND happened >= :day ORDER BY child LIMIT :most;

-- obligation_moved_add: what waited was due on another day before this entry. Only where it stands: one family's record can be replayed alone.
-- :child ChildId, :kind obligation_kind, :start Date, :entry EntryNumber, :was Date, :now Date, :why moved_why
INSERT INTO obligation_moved (authority, child, kind, start, entry, was, now, moved_on, why)
SELECT :authority, child, kind, start, :entry, :was, :now, :today, :why FROM obligation WHERE child = :child AND kind = :kind AND start = :start;

-- obligation_move: it waits for another day
-- :child ChildId, :kind obligation_kind, :start Date, :now Date, :warn Date, :entry EntryNumber
UPDATE obligation SET due = :now, warn = :warn, entry = :entry WHERE child = :child AND kind = :kind AND start = :start;

-- conference_due_again: a conference that was called and has not met is due when the first of its children's is
-- :child ChildId
UPDATE conference SET due = COALESCE((
        SELECT MIN(obligation.due) FROM conference_child JOIN obligation ON obligation.child = conference_child.child
         WHERE conference_child.conference = conference.id AND obligation.state = 'WAITING'
           AND ((conference.kind IN ('INITIAL', 'PRE_BIRTH') AND obligation.kind IN ('INITIAL_CONFERENCE', 'PRE_BIRTH_CONFERENCE'))
             OR (conference.kind = 'TRANSFER_IN' AND obligation.kind = 'TRANSFER_IN_CONFERENCE')
             OR (conference.kind = 'REVIEW' AND obligation.kind IN ('FIRST_REVIEW', 'NEXT_REVIEW', 'PRE_BIRTH_REVIEW')))), conference.due)
 WHERE conference.id IN (SELECT conference_child.conference FROM conference_child WHERE conference_child.child = :child)
   AND conference.due IS NOT NULL AND conference.state IN ('CALLED', 'BOOKED', 'CONFIRMED', 'INQUORATE', 'ADJOURNED');

-- plan_review_move: the plan says the same day for its next review
-- :child ChildId, :was Date, :now Date
UPDATE plan SET review_by = :now WHERE child = :child AND ended IS NULL AND review_by = :was;

-- moved_of: each time the day of one limit became another, the last time first, with the entry that says so; holiday: the day that was made one, or
-- taken back
-- :child ChildId, :kind obligation_kind, :start Date, returns many: was Date, now Date, moved_on Date, why moved_why, holiday Date, holiday_name Text,
-- number EntryNumber, act Text, version int, recorded_at Instant, given Text, family_name Text, body Text
SELECT obligation_moved.was, obligation_moved.now, obligation_moved.moved_on, obligation_moved.why, COALESCE(added.day, taken.day) AS holiday,
       COALESCE(added.name, taken.name) AS holiday_name, obligation_moved.entry AS number, ledger.act, ledger.version, ledger.recorded_at, person.given,
       person.family_name, ledger_body.body
  FROM obligation_moved JOIN ledger ON ledger.number = obligation_moved.entry JOIN ledger_body ON ledger_body.number = ledger.number
  LEFT JOIN person ON person.id = ledger.actor
  LEFT JOIN authority_holiday AS added ON added.entry = obligation_moved.entry
  LEFT JOIN authority_holiday AS taken ON taken.withdrawn = obligation_moved.entry
 WHERE obligation_moved.child = :child AND obligation_moved.kind = :kind AND obligation_moved.start = :start
   AND obligation_moved.authority = :authority AND visible(obligation_moved.child, READ_RECORD)
 ORDER BY obligation_moved.entry DESC LIMIT 50;

-- moved_of_family: the same of every limit of a family's children, the last time first
-- :family FamilyId, returns many: child ChildId, kind obligation_kind, start Date, was Date, now Date, moved_on Date, why moved_why, holiday Date,
-- holiday_name Text
SELECT obligation_moved.child, obligation_moved.kind, obligation_moved.start, obligation_moved.was, obligation_moved.now,
       obligation_moved.moved_on, obligation_moved.why, COALESCE(added.day, taken.day) AS holiday, COALESCE(added.name, taken.name) AS holiday_name
  FROM child JOIN obligation_moved ON obligation_moved.child = child.id
  LEFT JOIN authority_holiday AS added ON added.entry = obligation_moved.entry
  LEFT JOIN authority_holiday AS taken ON taken.withdrawn = obligation_moved.entry
 WHERE child.family = :family AND child.authority = :authority AND visible(child.id, READ_RECORD)
 ORDER BY obligation_moved.entry DESC, obligation_moved.child, obligation_moved.kind, obligation_moved.start LIMIT 500;

-- moved_news: days that became others after an entry, of what waits for the children of the reader, a team of theirs or who they cover for, the last first.
-- What moved by an act on the family itself is told with that act.
-- :after int, returns many: entry EntryNumber, child ChildId, given Text, family FamilyId, family_name Text, kind obligation_kind, start Date, was Date,
-- now Date, moved_on Date, why moved_why, holiday Date, holiday_name Text
SELECT DISTINCT obligation_moved.entry, obligation_moved.child, person.given, child.family, family.name AS family_name, obligation_moved.kind, obligation_moved.start, obligation_moved.was, obligation_moved.now,
       obligation_moved.moved_on, obligation_moved.why, COALESCE(added.day, taken.day) AS holiday, COALESCE(added.name, taken.name) AS holiday_name
  FROM stands_for JOIN access ON access.holder = stands_for.holder JOIN obligation_moved ON obligation_moved.child = access.child
  JOIN obligation ON obligation.child = obligation_moved.child AND obligation.kind = obligation_moved.kind AND obligation.start = obligation_moved.start
  JOIN child ON child.id = access.child JOIN person ON person.id = child.id JOIN family ON family.id = child.family
  LEFT JOIN authority_holiday AS added ON added.entry = obligation_moved.entry
  LEFT JOIN authority_holiday AS taken ON taken.withdrawn = obligation_moved.entry
 WHERE stands_for.person = :actor AND stands_for.standing IN ('SELF', 'COVER', 'MEMBER') AND stands_for.begins <= :now AND stands_for.ends > :now
   AND access.role IN ('CASE_HOLDER', 'CO_WORKER') AND access.begins <= :now AND access.ends > :now
   AND obligation_moved.entry > :after AND obligation_moved.why IN ('HOLIDAY_ADDED', 'HOLIDAY_WITHDRAWN', 'PROFILE_CHANGED', 'LIMIT_SET', 'COUNTED_ANEW')
   AND obligation.state IN ('WAITING', 'LATE') AND obligation_moved.authority = :authority AND visible(child.id, READ_RECORD)
 ORDER BY obligation_moved.entry DESC, child.family, obligation_moved.kind, obligation_moved.now, obligation_moved.child LIMIT 500;

-- dates_due_after: what waits to be done after a day, counted by what it is and from when it counts: numbers alone
-- :after Date, returns many: kind obligation_kind, start Date, dates int
-- unscoped: how many there are
SELECT kind, start, COUNT(*) AS dates FROM obligation
 WHERE authority = :authority AND state IN ('WAITING', 'LATE') AND due > :after GROUP BY kind, start ORDER BY kind, start LIMIT 5000;

-- dates_moving_names: the children whose record the reader may read, by number: to show by name which dates would move
-- returns many: child ChildId, given Text, family FamilyId, family_name Text
SELECT child.id AS child, person.given, child.family, family.name AS family_name
  FROM child JOIN person ON person.id = child.id JOIN family ON family.id = child.family
 WHERE child.id IN my_children(READ_RECORD) AND child.authority = :authority ORDER BY child.id LIMIT 5000;
