-- assessment_running: a child's assessment that isn't finished
-- :child ChildId, returns maybe: assessment AssessmentId, started Date
-- unscoped: an act asks it of a child that act_concerns has let through
SELECT id AS assessment, started FROM assessment WHERE child = :child AND finished IS NULL ORDER BY started, id LIMIT 1;

-- assessments_running: the children of a family whose assessment isn't finished
-- :family FamilyId, returns many: child ChildId, assessment AssessmentId, started Date
-- unscoped: finishing an assessment; act_concerns asks permission on each child
-- bounded: one family's running assessments
SELECT child, id AS assessment, started FROM assessment WHERE family = :family AND finished IS NULL ORDER BY child, id;

-- assessment_finished_since: the last assessment of a child finished on that day or later
-- :child ChildId, :since Date, returns maybe: assessment AssessmentId, outcome assessment_outcome
-- unscoped: closing an episode; act_concerns has asked permission
SELECT id AS assessment, outcome FROM assessment WHERE child = :child AND finished >= :since ORDER BY finished DESC, id DESC LIMIT 1;

-- assessment_add: an assessment begins
-- :id AssessmentId, :child ChildId, :family FamilyId, :started Date
INSERT INTO assessment (id, authority, child, family, started) VALUES (:id, :authority, :child, :family, :started);

-- assessment_finish: what it found for this child
-- :assessment AssessmentId, :finished Date, :authorised_by PersonId, :judgement risk_judgement, :judgement_why Text, :needs Text,
-- :strengths Text, :child_words Text, :outcome assessment_outcome
UPDATE assessment SET finished = :finished, authorised_by = :authorised_by, judgement = :judgement, judgement_why = :judgement_why,
       needs = :needs, strengths = :strengths, child_words = :child_words, outcome = :outcome
 WHERE id = :assessment;

-- assessments_of_child: a child's assessments, newest first, with the judgement about this child (SA-01)
-- :child ChildId, returns many: assessment AssessmentId, started Date, finished Date, authorised_by PersonId, judgement risk_judgement,
-- judgement_why Text, needs Text, strengths Text, child_words Text, outcome assessment_outcome
SELECT id AS assessment, started, finished, authorised_by, judgement, judgement_why, needs, strengths, child_words, outcome FROM assessment
 WHERE child = :child AND visible(assessment.child, READ_RECORD) ORDER BY started DESC, id DESC LIMIT 100;
