-- Visits: one row each, and a row of `seen` for each child's part.

-- visit_add: a visit was made, or failed
-- :id VisitId, :family FamilyId, :made Date, :at_minutes int, :kind visit_kind, :place Text, :failed bool, :failed_why Text, :home_seen bool,
-- :home Text, :adults Text, :notes Text, :entry EntryNumber
INSERT INTO visit (id, authority, family, made, at_minutes, kind, made_by, place, failed, failed_why, home_seen, home, adults, notes, entry)
VALUES (:id, :authority, :family, :made, :at_minutes, :kind, :actor, :place, :failed, :failed_why, :home_seen, :home, :adults, :notes, :entry);

-- visit_child_add: a child's part of a visit
-- :id int, :child ChildId, :seen_on Date, :how seen_how, :others Text, :why Text, :place Text, :bedroom Text, :words Text, :visit VisitId,
-- :entry EntryNumber
INSERT INTO seen (id, authority, child, seen_on, how, others, why, place, bedroom, words, visit, seen_by, entry)
VALUES (:id, :authority, :child, :seen_on, :how, :others, :why, :place, :bedroom, :words, :visit, :actor, :entry);

-- visit_read: one visit, for its page
-- :visit VisitId, returns one: family FamilyId, made Date, at_minutes int, kind visit_kind, made_by_given Text, made_by_name Text, place Text,
-- failed bool, failed_why Text, home_seen bool, home Text, adults Text, notes Text, entry EntryNumber
SELECT visit.family, visit.made, visit.at_minutes, visit.kind, person.given, person.family_name, visit.place, visit.failed, visit.failed_why,
       visit.home_seen, visit.home, visit.adults, visit.notes, visit.entry
  FROM visit JOIN person ON person.id = visit.made_by
 WHERE visit.id = :visit AND visit.authority = :authority
   AND EXISTS (SELECT 1 FROM seen WHERE seen.visit = visit.id AND visible(seen.child, KNOW_CHILD));

-- visit_children: each child's part of a visit that the reader may see
-- :visit VisitId, returns many: child ChildId, given Text, family_name Text, how seen_how, others Text, why Text, place Text, bedroom Text,
-- words Text
-- bounded: the children of one visit
SELECT seen.child, person.given, person.family_name, seen.how, seen.others, seen.why, seen.place, seen.bedroom, seen.words
  FROM seen JOIN person ON person.id = seen.child
 WHERE seen.visit = :visit AND visible(seen.child, READ_RECORD) ORDER BY person.born, person.id;
