-- What an act is done to: the children it could be about and their family. One shape for every kind of target (acts/target.c).

-- target_child: a child and the family they belong to
-- :child ChildId, returns many: child ChildId, family FamilyId
-- unscoped: act_do asks may() about each child before anything is told
SELECT id AS child, family FROM child WHERE id = :child AND authority = :authority LIMIT 1;

-- target_family: a family's children
-- :family FamilyId, returns many: child ChildId, family FamilyId
-- unscoped: act_do asks may() about each child before anything is told
SELECT id AS child, family FROM child WHERE family = :family AND authority = :authority ORDER BY id LIMIT 200;

-- target_person: the child a person is, and the children of the families they belong to as an adult
-- :person PersonId, returns many: child ChildId, family FamilyId
-- unscoped: act_do asks may() about each child before anything is told
SELECT child.id AS child, child.family FROM child WHERE child.id = :person AND child.authority = :authority
UNION
SELECT child.id AS child, child.family FROM adult JOIN child ON child.family = adult.family AND child.authority = adult.authority
 WHERE adult.id = :person AND adult.authority = :authority
 ORDER BY 1 LIMIT 200;

-- target_conference: the children a conference is about
-- :conference ConferenceId, returns many: child ChildId, family FamilyId
-- unscoped: act_do asks may() about each child before anything is told
SELECT conference_child.child, conference.family
  FROM conference JOIN conference_child ON conference_child.conference = conference.id
 WHERE conference.id = :conference AND conference.authority = :authority ORDER BY conference_child.child LIMIT 200;

-- target_plan: the child a plan is for
-- :plan PlanId, returns many: child ChildId, family FamilyId
-- unscoped: act_do asks may() about each child before anything is told
SELECT child, family FROM plan WHERE id = :plan AND authority = :authority LIMIT 1;
