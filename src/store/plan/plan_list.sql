-- Lists of children with a plan (SB-15). An authority can always list them all; a name stands there only for who may know the child, and a
-- restricted child's never for anybody who isn't named (SD-13).

-- plan_list: children with a plan, the longest plan first, after one
-- :after_started Date, :after PlanId, :most int, returns many: plan PlanId, child ChildId, family FamilyId, started Date, categories Text, state plan_state,
-- review_by Date, review_kind obligation_kind, review_start Date, review_due Date, reads bool, known bool, given Text, family_name Text, born Date, worker_given Text, worker_family_name Text, team Text
-- unscoped: the list of all children with a plan, by number, is asked by READ_WORKLOAD; what names a child asks visible
SELECT plan.id AS plan, plan.child, plan.family, plan.started, plan.categories, plan.state, plan.review_by,
       review.kind AS review_kind, review.start AS review_start, review.due AS review_due,
       CASE WHEN visible(plan.child, READ_RECORD) THEN 1 ELSE 0 END AS reads,
       CASE WHEN visible(plan.child, KNOW_CHILD) THEN 1 ELSE 0 END AS known,
       CASE WHEN visible(plan.child, KNOW_CHILD) THEN person.given ELSE '' END AS given,
       CASE WHEN visible(plan.child, KNOW_CHILD) THEN person.family_name ELSE '' END AS family_name,
       CASE WHEN visible(plan.child, KNOW_CHILD) THEN COALESCE(person.born, person.expected) ELSE NULL END AS born,
       CASE WHEN visible(plan.child, KNOW_CHILD) OR child.restricted = 0 THEN worker.given ELSE NULL END AS worker_given,
       CASE WHEN visible(plan.child, KNOW_CHILD) OR child.restricted = 0 THEN worker.family_name ELSE NULL END AS worker_family_name,
       team.name AS team
  FROM plan JOIN child ON child.id = plan.child JOIN person ON person.id = plan.child
  LEFT JOIN person AS worker ON worker.id = COALESCE(child.allocated, plan.lead_worker)
  LEFT JOIN worker AS account ON account.id = worker.id
  LEFT JOIN team ON team.id = account.team
  LEFT JOIN obligation AS review ON review.child = plan.child AND review.kind IN ('FIRST_REVIEW', 'NEXT_REVIEW', 'PRE_BIRTH_REVIEW') AND review.state = 'WAITING'
       AND NOT EXISTS (SELECT 1 FROM obligation AS sooner WHERE sooner.child = review.child AND sooner.kind IN ('FIRST_REVIEW', 'NEXT_REVIEW', 'PRE_BIRTH_REVIEW')
                          AND sooner.state = 'WAITING' AND (sooner.due, sooner.kind, sooner.start) < (review.due, review.kind, review.start))
 WHERE plan.authority = :authority AND plan.ended IS NULL AND (plan.started, plan.id) > (COALESCE(:after_started, ''), COALESCE(:after, 0))
 ORDER BY plan.started, plan.id LIMIT :most;

-- plan_started: where a plan stands in that list
-- :plan PlanId, returns maybe: started Date
-- unscoped: a day and nothing else, to go on with a list
SELECT started FROM plan WHERE id = :plan AND authority = :authority;

-- plans_counted: how many children have a plan, and since when the longest
-- returns one: plans int, longest Date
-- unscoped: a number
SELECT COUNT(*) AS plans, MIN(started) AS longest FROM plan WHERE authority = :authority AND ended IS NULL;

-- plan_return_list: the fields of the return about children with a plan now: numbers, dates and categories; no name, no words
-- :after_started Date, :after PlanId, :most int, returns many: plan PlanId, child ChildId, started Date, first_categories Text, categories Text,
-- plans_before int, last_review Date
-- unscoped: the fields of the statutory return, asked by READ_RETURN; no name and no narrative among them
SELECT plan.id AS plan, plan.child, plan.started, plan.first_categories, plan.categories,
       (SELECT COUNT(*) FROM plan AS before_it WHERE before_it.child = plan.child AND before_it.started < plan.started) AS plans_before,
       (SELECT MAX(conference.held_on) FROM conference_child JOIN conference ON conference.id = conference_child.conference
         WHERE conference_child.child = plan.child AND conference.kind = 'REVIEW' AND conference.ended IS NOT NULL AND conference.held_on >= plan.started) AS last_review
  FROM plan
 WHERE plan.authority = :authority AND plan.ended IS NULL AND (plan.started, plan.id) > (COALESCE(:after_started, ''), COALESCE(:after, 0))
 ORDER BY plan.started, plan.id LIMIT :most;
