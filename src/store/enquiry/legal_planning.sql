-- legal_planning_add: a legal planning meeting was called
-- :id LegalPlanningId, :child ChildId, :meeting Date, :why Text
INSERT INTO legal_planning (id, authority, child, referred, meeting, why) VALUES (:id, :authority, :child, :today, :meeting, :why);

-- legal_planning_waiting: the meeting called for a child that has not been held
-- :child ChildId, returns maybe: planning LegalPlanningId
-- unscoped: recording the meeting; act_concerns has asked permission
SELECT id AS planning FROM legal_planning WHERE child = :child AND held IS NULL ORDER BY referred, id LIMIT 1;

-- legal_planning_decide: what the meeting decided, the advice, the letter to the parents and the application to court
-- :planning LegalPlanningId, :held Date, :outcome legal_outcome, :reason Text, :advice Text, :letter Text, :letter_on Date,
-- :family_group bool, :no_family_group_why Text, :sought order_sought, :applied Date
UPDATE legal_planning SET held = :held, outcome = :outcome, reason = :reason, advice = COALESCE(:advice, advice),
       letter = COALESCE(:letter, letter), letter_on = COALESCE(:letter_on, letter_on),
       family_group = :family_group, no_family_group_why = :no_family_group_why, sought = :sought, applied = :applied
 WHERE id = :planning;

-- legal_route_of: where a child's newest referral to legal stands
-- :child ChildId, returns maybe: planning LegalPlanningId, held Date, letter Text, letter_on Date, family_group bool, no_family_group_why Text
-- unscoped: an act on the legal route; act_concerns has asked permission
SELECT id AS planning, held, letter, letter_on, COALESCE(family_group, 0) AS family_group, no_family_group_why FROM legal_planning
 WHERE child = :child ORDER BY referred DESC, id DESC LIMIT 1;

-- legal_advise: what the adviser said, and when
-- :planning LegalPlanningId, :advised Date, :threshold yes_no_unknown, :advice Text
UPDATE legal_planning SET advised = :advised, advised_by = :actor, threshold = :threshold, advice = :advice WHERE id = :planning;

-- legal_send_letter: the letter to the parents has gone
-- :planning LegalPlanningId, :letter Text, :letter_on Date, :family_group bool, :no_family_group_why Text, :parents_meet Date
UPDATE legal_planning SET letter = :letter, letter_on = :letter_on, family_group = :family_group, no_family_group_why = :no_family_group_why,
       parents_meet = :parents_meet
 WHERE id = :planning;

-- legal_apply: an application was made to a court
-- :planning LegalPlanningId, :sought order_sought, :applied Date, :court Text, :case_number Text, :hearing Date
UPDATE legal_planning SET sought = :sought, applied = :applied, court = :court, case_number = :case_number, hearing = :hearing WHERE id = :planning;

-- legal_letters: what is written for the letter to the parents of each child of a family, of the newest referral
-- :family FamilyId, returns many: child ChildId, outcome legal_outcome, letter Text, letter_on Date, family_group bool, no_family_group_why Text
SELECT legal_planning.child, legal_planning.outcome, legal_planning.letter, legal_planning.letter_on, COALESCE(legal_planning.family_group, 0) AS family_group,
       legal_planning.no_family_group_why
  FROM child JOIN legal_planning ON legal_planning.child = child.id
 WHERE child.family = :family AND child.authority = :authority AND visible(child.id, READ_LEGAL)
   AND NOT EXISTS (SELECT 1 FROM legal_planning AS newer WHERE newer.child = child.id AND (newer.referred, newer.id) > (legal_planning.referred, legal_planning.id))
 ORDER BY legal_planning.child LIMIT 100;

-- legal_plannings_of_child: the legal route of a child, newest first: for those who may read it (SE-13, SB-17)
-- :child ChildId, returns many: planning LegalPlanningId, referred Date, meeting Date, why Text, held Date, outcome legal_outcome, reason Text,
-- advice Text, letter Text, letter_on Date, sought order_sought, applied Date, advised Date,
-- threshold yes_no_unknown, parents_meet Date, court Text, hearing Date
SELECT id AS planning, referred, meeting, why, held, outcome, reason, advice, letter, letter_on, sought, applied,
       advised, threshold, parents_meet, court, hearing
  FROM legal_planning
 WHERE child = :child AND visible(legal_planning.child, READ_LEGAL) ORDER BY referred DESC, id DESC LIMIT 50;
