-- protection_add: a child is protected at once, until the end the law sets; none for accommodation
-- :id MeasureId, :child ChildId, :family FamilyId, :kind protection_kind, :ground protection_ground, :begins Instant, :until_at Instant,
-- :by_agency agency_kind, :place Text, :note Text
INSERT INTO protection (id, authority, child, family, kind, ground, begins, until_at, by_agency, place, note)
VALUES (:id, :authority, :child, :family, :kind, :ground, :begins, :until_at, :by_agency, :place, :note);

-- protection_of: one protection, for ending it
-- :measure MeasureId, returns maybe: child ChildId, kind protection_kind, begins Instant, until_at Instant, ended Instant, extended Date
-- unscoped: ending it; act_concerns asks permission on the child
SELECT child, kind, begins, until_at, ended, extended FROM protection WHERE id = :measure AND authority = :authority;

-- protection_extend: the court made it longer
-- :measure MeasureId, :until_at Instant, :extended Date
UPDATE protection SET until_at = :until_at, extended = :extended WHERE id = :measure;

-- protection_end: when it ended, and why
-- :measure MeasureId, :ended Instant, :why Text
UPDATE protection SET ended = :ended, ended_why = :why WHERE id = :measure;

-- protections_open: the immediate protections of a family's children that haven't ended
-- :family FamilyId, returns many: measure MeasureId, child ChildId, kind protection_kind, begins Instant, until_at Instant
-- bounded: one family's open protections
SELECT protection.id AS measure, protection.child, protection.kind, protection.begins, protection.until_at FROM protection
 WHERE protection.family = :family AND protection.ended IS NULL AND visible(protection.child, READ_RECORD)
 ORDER BY protection.begins, protection.id;

-- protections_of_child: every immediate protection of a child, newest first
-- :child ChildId, returns many: measure MeasureId, kind protection_kind, ground protection_ground, begins Instant, until_at Instant,
-- ended Instant, ended_why Text, by_agency agency_kind, place Text, note Text
SELECT id AS measure, kind, ground, begins, until_at, ended, ended_why, by_agency, place, note FROM protection
 WHERE child = :child AND visible(protection.child, READ_RECORD) ORDER BY begins DESC, id DESC LIMIT 100;
