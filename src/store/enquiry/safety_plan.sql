-- safety_plan_add: what keeps a child safe until a conference meets
-- :id SafetyPlanId, :child ChildId, :made Date, :what Text, :agreed_with Text
INSERT INTO safety_plan (id, authority, child, made, what, agreed_with) VALUES (:id, :authority, :child, :made, :what, :agreed_with);

-- safety_plan_end: the child's interim safety plan no longer holds: a new one was made, a conference met, or none is needed
-- :child ChildId, :ended Date
UPDATE safety_plan SET ended = :ended WHERE child = :child AND ended IS NULL;

-- safety_plan_now: the interim safety plan that holds for a child whose case is open
-- :child ChildId, returns maybe: plan SafetyPlanId, made Date, what Text, agreed_with Text
SELECT id AS plan, made, what, agreed_with FROM safety_plan
 WHERE child = :child AND ended IS NULL AND visible(safety_plan.child, READ_RECORD)
   AND EXISTS (SELECT 1 FROM episode WHERE episode.child = safety_plan.child AND episode.closed IS NULL)
 ORDER BY made DESC, id DESC LIMIT 1;
