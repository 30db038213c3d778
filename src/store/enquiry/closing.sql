-- closing_open: what is still open for a child: plans, enquiries, assessments
-- :child ChildId, returns one: plans int, enquiries int, assessments int
-- unscoped: closing an episode; act_concerns has asked permission
SELECT (SELECT COUNT(*) FROM plan WHERE plan.child = :child AND plan.ended IS NULL) AS plans,
       (SELECT COUNT(*) FROM enquiry WHERE enquiry.child = :child AND enquiry.concluded IS NULL) AS enquiries,
       (SELECT COUNT(*) FROM assessment WHERE assessment.child = :child AND assessment.finished IS NULL) AS assessments;

-- closing_death: the day somebody died, if they did
-- :child ChildId, returns maybe: died Date
SELECT died FROM person WHERE id = :child AND authority = :authority;

-- closing_add: why a child's case was closed, and how the child was then
-- :child ChildId, :entry EntryNumber, :reason closure_reason, :summary Text
INSERT INTO closing (authority, child, entry, closed, reason, summary) VALUES (:authority, :child, :entry, :today, :reason, :summary);

-- closings_of_child: each time a child's case was closed by a manager, newest first
-- :child ChildId, returns many: closed Date, reason closure_reason, summary Text
SELECT closed, reason, summary FROM closing
 WHERE child = :child AND visible(closing.child, READ_RECORD) ORDER BY closed DESC, entry DESC LIMIT 50;
