-- legal_planning_add: a legal planning meeting was called
-- :id LegalPlanningId, :child ChildId, :meeting Date, :why Text
INSERT INTO legal_planning (id, authority, child, referred, meeting, why) VALUES (:id, :authority, :child, :today, :meeting, :why);

-- legal_planning_waiting: the meeting called for a child that has not been held
-- :child ChildId, returns maybe: planning LegalPlanningId
-- unscoped: recording the meeting; act_concerns has asked permission
SELECT id AS planning FROM legal_planning WHERE child = :child AND held IS NULL ORDER BY referred, id LIMIT 1;

-- legal_planning_decide: what the meeting decided, the advice, the letter to the parents and the application to court
-- :planning LegalPlanningId, :held Date, :outcome legal_outcome, :reason Text, :advice Text, :letter Text, :letter_on Date,
-- :family_group bool, :no_family_group_why Text, :sought order_kind, :applied Date
UPDATE legal_planning SET held = :held, outcome = :outcome, reason = :reason, advice = :advice, letter = :letter, letter_on = :letter_on,
       family_group = :family_group, no_family_group_why = :no_family_group_why, sought = :sought, applied = :applied
 WHERE id = :planning;

-- legal_plannings_of_child: the legal route of a child, newest first: for those who may read it (SE-13, SB-17)
-- :child ChildId, returns many: planning LegalPlanningId, referred Date, meeting Date, why Text, held Date, outcome legal_outcome, reason Text,
-- advice Text, letter Text, letter_on Date, sought order_kind, applied Date
SELECT id AS planning, referred, meeting, why, held, outcome, reason, advice, letter, letter_on, sought, applied FROM legal_planning
 WHERE child = :child AND visible(legal_planning.child, READ_LEGAL) ORDER BY referred DESC, id DESC LIMIT 50;
