-- 'Is this child on a plan?' (SB-15): who takes a call by day or night finds one child and learns yes or no, how to keep the child safe, and
-- whom to ring. Nothing of the record beyond that; of a restricted child, or one whose record is closed to the asker, only whom to ring.

-- check_by_sound: children born that day with a name that sounds so
-- :sound Text, :born Date, returns many: child ChildId
-- unscoped: the standing right CHECK_PLAN answers for every child; each answer is a look
SELECT DISTINCT child.id AS child
  FROM name_key JOIN child ON child.id = name_key.person JOIN person ON person.id = child.id
 WHERE name_key.authority = :authority AND name_key.kind = 'SOUND' AND name_key.value = :sound AND person.born = :born
 ORDER BY child.id LIMIT 20;

-- check_by_sound_about: children with a name that sounds so, whenever they were born within these days: for a birthday that was misheard
-- :sound Text, :earliest Date, :latest Date, returns many: child ChildId, born Date
-- unscoped: the standing right CHECK_PLAN answers for every child; each answer is a look
SELECT DISTINCT child.id AS child, person.born
  FROM name_key JOIN child ON child.id = name_key.person JOIN person ON person.id = child.id
 WHERE name_key.authority = :authority AND name_key.kind = 'SOUND' AND name_key.value = :sound AND person.born >= :earliest AND person.born <= :latest
 ORDER BY child.id LIMIT 2000;

-- check_unborn: unborn children of a family whose name sounds so, expected within six weeks of that day
-- :sound Text, :earliest Date, :latest Date, returns many: child ChildId
-- unscoped: the standing right CHECK_PLAN answers for every child; each answer is a look
SELECT DISTINCT child.id AS child
  FROM name_key JOIN child ON child.id = name_key.person JOIN person ON person.id = child.id
 WHERE name_key.authority = :authority AND name_key.kind = 'SOUND' AND name_key.value = :sound AND child.unborn = 1
   AND person.expected >= :earliest AND person.expected <= :latest
 ORDER BY child.id LIMIT 20;

-- check_by_nhs: the child with that NHS number
-- :nhs_number Text, returns many: child ChildId
-- unscoped: the standing right CHECK_PLAN answers for every child; each answer is a look
SELECT child.id AS child FROM person JOIN child ON child.id = person.id
 WHERE person.authority = :authority AND person.nhs_number = :nhs_number ORDER BY child.id LIMIT 20;

-- check_child: the answer for one child; hidden: only that there is a plan, and whom to ring
-- :child ChildId, returns maybe: hidden bool, given Text, family_name Text, born Date, unborn bool, plan PlanId, started Date, categories Text, harm Text, risks Text,
-- contingency Text, safe_contact Text, domestic_abuse bool, safety_plan Text, stage stage, protection protection_kind, protected_until Instant, worker_given Text, worker_family_name Text,
-- worker_telephone Text, team Text, team_telephone Text
-- unscoped: the standing right CHECK_PLAN answers for every child; each answer is a look
SELECT CASE WHEN (child.restricted = 1 AND NOT EXISTS (SELECT 1 FROM named WHERE named.child = child.id AND named.person = :actor
                    AND named.begins <= :now AND named.ends > :now))
              OR EXISTS (SELECT 1 FROM barred WHERE barred.child = child.id AND barred.person = :actor) THEN 1 ELSE 0 END AS hidden,
       person.given, person.family_name, COALESCE(person.born, person.expected) AS born, child.unborn, plan.id AS plan, plan.started, plan.categories,
       plan_version.harm, plan_version.risks, plan_version.contingency, family.safe_contact, family.domestic_abuse,
       (SELECT safety_plan.what FROM safety_plan WHERE safety_plan.child = child.id AND safety_plan.ended IS NULL
         ORDER BY safety_plan.made DESC, safety_plan.id DESC LIMIT 1) AS safety_plan,
       episode.stage, protection.kind AS protection, protection.until_at AS protected_until, worker.given AS worker_given, worker.family_name AS worker_family_name, worker.telephone AS worker_telephone,
       team.name AS team, team.telephone AS team_telephone
  FROM child JOIN person ON person.id = child.id JOIN family ON family.id = child.family
  LEFT JOIN plan ON plan.child = child.id AND plan.ended IS NULL
  LEFT JOIN plan_version ON plan_version.plan = plan.id AND plan_version.published IS NOT NULL
       AND plan_version.version = (SELECT MAX(newest.version) FROM plan_version AS newest WHERE newest.plan = plan.id AND newest.published IS NOT NULL)
  LEFT JOIN episode ON episode.child = child.id AND episode.closed IS NULL
  LEFT JOIN protection ON protection.child = child.id AND protection.ended IS NULL
       AND protection.id = (SELECT MAX(newest.id) FROM protection AS newest WHERE newest.child = child.id AND newest.ended IS NULL)
  LEFT JOIN person AS worker ON worker.id = COALESCE(child.allocated, plan.lead_worker)
  LEFT JOIN worker AS account ON account.id = worker.id
  LEFT JOIN team ON team.id = account.team
 WHERE child.id = :child AND child.authority = :authority
 ORDER BY plan.started DESC, episode.id DESC LIMIT 1;
