-- A decision after it is locked: amended, told outside the meeting.

-- decision_of: what stands for a child, and how many conferences decided about the child after this one
-- :conference ConferenceId, :child ChildId, returns maybe: decision conference_decision, categories Text, harm_kinds Text, harm Text, cause Text,
-- reason Text, plan PlanId, later int
-- unscoped: an act on a conference; target_find has asked permission on its children
SELECT decision.decision, decision.categories, decision.harm_kinds, decision.harm, decision.cause, decision.reason, decision.plan,
       (SELECT COUNT(*) FROM decision AS after WHERE after.child = :child AND after.conference > :conference) AS later
  FROM decision WHERE decision.conference = :conference AND decision.child = :child AND decision.authority = :authority;

-- decision_amend: that part says this now
-- :conference ConferenceId, :child ChildId, :part decision_part, :words Text, changes one
UPDATE decision
   SET categories = CASE WHEN :part = 'CATEGORIES' THEN :words ELSE categories END,
       harm_kinds = CASE WHEN :part = 'HARM_KINDS' THEN :words ELSE harm_kinds END,
       harm = CASE WHEN :part = 'HARM' THEN :words ELSE harm END,
       cause = CASE WHEN :part = 'CAUSE' THEN :words ELSE cause END,
       reason = CASE WHEN :part = 'REASON' THEN :words ELSE reason END
 WHERE conference = :conference AND child = :child;

-- decision_amendment_add: what stood there, what stands now, and why
-- :id int, :conference ConferenceId, :child ChildId, :part decision_part, :was Text, :is_now Text, :why Text, :amended Date, :entry EntryNumber
INSERT INTO decision_amendment (id, authority, conference, child, part, was, is_now, why, amended, amended_by, entry)
VALUES (:id, :authority, :conference, :child, :part, :was, :is_now, :why, :amended, :actor, :entry);

-- decision_amendments: all of one conference, the newest first, for who may read the reasons
-- :conference ConferenceId, returns many: child ChildId, given Text, part decision_part, was Text, is_now Text, why Text, amended Date, by_given Text,
-- by_family_name Text
SELECT decision_amendment.child, child_is.given, decision_amendment.part, decision_amendment.was, decision_amendment.is_now, decision_amendment.why,
       decision_amendment.amended, chair_is.given AS by_given, chair_is.family_name AS by_family_name
  FROM decision_amendment JOIN person AS child_is ON child_is.id = decision_amendment.child
  JOIN person AS chair_is ON chair_is.id = decision_amendment.amended_by
 WHERE decision_amendment.conference = :conference AND decision_amendment.authority = :authority
   AND (visible(decision_amendment.child, READ_CONFERENCE) OR visible(decision_amendment.child, READ_SHARED))
 ORDER BY decision_amendment.id DESC LIMIT 100;

-- decision_old_words: who was given the decision before it was amended, and not since
-- :conference ConferenceId, returns many: reader PersonId, given Text, family_name Text, sent_on Date
SELECT sent.reader, person.given, person.family_name, MAX(sent.sent_on) AS sent_on
  FROM sent JOIN person ON person.id = sent.reader
 WHERE sent.conference = :conference AND sent.authority = :authority AND visible_conference(sent.conference, READ_CONFERENCE)
 GROUP BY sent.reader, person.given, person.family_name
HAVING MAX(sent.entry) < (SELECT MAX(decision_amendment.entry) FROM decision_amendment WHERE decision_amendment.conference = :conference)
 ORDER BY sent.reader LIMIT 100;

-- told_outside_add: something was told outside the meeting, about this child
-- :id int, :conference ConferenceId, :family FamilyId, :child ChildId, :told_on Date, :to_whom Text, :what Text, :ground disclosure_ground, :why Text
INSERT INTO told_outside (id, authority, conference, family, child, told_on, to_whom, what, ground, why, told_by)
VALUES (:id, :authority, :conference, :family, :child, :told_on, :to_whom, :what, :ground, :why, :actor);

-- told_outside_of: what was told outside one conference, the newest first, about children whose conference the reader may read
-- :conference ConferenceId, returns many: child ChildId, given Text, told_on Date, to_whom Text, what Text, ground disclosure_ground, why Text,
-- by_given Text, by_family_name Text
SELECT told_outside.child, child_is.given, told_outside.told_on, told_outside.to_whom, told_outside.what, told_outside.ground, told_outside.why,
       worker_is.given AS by_given, worker_is.family_name AS by_family_name
  FROM told_outside JOIN person AS child_is ON child_is.id = told_outside.child JOIN person AS worker_is ON worker_is.id = told_outside.told_by
 WHERE told_outside.conference = :conference AND told_outside.authority = :authority AND visible(told_outside.child, READ_CONFERENCE)
 ORDER BY told_outside.told_on DESC, told_outside.id DESC, told_outside.child LIMIT 200;
