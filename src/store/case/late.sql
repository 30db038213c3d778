-- Why something is late, in the words of who works on the case: beside it until it is done.

-- late_of_child: what of a kind is late for a child
-- :child ChildId, :kind obligation_kind, returns many: start Date
-- unscoped: an act explains it; act_concerns has asked permission
SELECT start FROM obligation WHERE child = :child AND kind = :kind AND state IN ('WAITING', 'LATE') AND due < :today ORDER BY start LIMIT 20;

-- late_of_family: the children of a family for whom something of a kind is late
-- :family FamilyId, :kind obligation_kind, returns many: child ChildId
SELECT DISTINCT child.id AS child FROM child JOIN obligation ON obligation.child = child.id
 WHERE child.family = :family AND child.authority = :authority AND obligation.kind = :kind AND obligation.state IN ('WAITING', 'LATE')
   AND obligation.due < :today AND visible(child.id, READ_RECORD)
 ORDER BY child.id LIMIT 100;

-- late_reason_add: why it is late, and what happens now
-- :child ChildId, :kind obligation_kind, :start Date, :entry EntryNumber, :why Text, :next Text, :done_by Date
INSERT INTO late_reason (authority, child, kind, start, entry, said_on, said_by, why, next, done_by)
VALUES (:authority, :child, :kind, :start, :entry, :today, :actor, :why, :next, :done_by);

-- late_reasons: why things are late for the children of a family, the newest first
-- :family FamilyId, returns many: child ChildId, kind obligation_kind, start Date, said_on Date, given Text, family_name Text, why Text, next Text, done_by Date
SELECT late_reason.child, late_reason.kind, late_reason.start, late_reason.said_on, person.given, person.family_name, late_reason.why, late_reason.next,
       late_reason.done_by
  FROM child JOIN late_reason ON late_reason.child = child.id JOIN person ON person.id = late_reason.said_by
 WHERE child.family = :family AND child.authority = :authority AND visible(child.id, READ_RECORD)
 ORDER BY late_reason.entry DESC, late_reason.child LIMIT 200;
