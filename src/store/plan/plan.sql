-- A plan: begun by a conference, kept in versions, ended by a review or another end. conference/ calls plan_open, plan_version_open,
-- core_member_add and the like; what stands on a version that has been published never changes.

-- plan_open: a plan begins, as an outline (version 1)
-- :id PlanId, :child ChildId, :family FamilyId, :conference ConferenceId, :started Date, :categories Text, :lead_worker PersonId,
-- :review_by Date
INSERT INTO plan (id, authority, child, family, conference, started, state, categories, first_categories, lead_worker, review_by, version)
VALUES (:id, :authority, :child, :family, :conference, :started, 'OUTLINE', :categories, :categories, :lead_worker, :review_by, 1);

-- plan_version_open: the outline's sections, as the conference agreed them; it counts as published at once
-- :plan PlanId, :child ChildId, :made Date, :because Text, :harm Text, :cause Text, :risks Text, :cared_for Text, :contingency Text,
-- :entry EntryNumber
INSERT INTO plan_version (authority, plan, child, version, state, made, made_by, published, because, harm, cause, risks, cared_for,
                          contingency, entry)
VALUES (:authority, :plan, :child, 1, 'OUTLINE', :made, :actor, :made, :because, :harm, :cause, :risks, :cared_for, :contingency, :entry);

-- plan_recategorise: a review changed the categories
-- :id PlanId, :categories Text
UPDATE plan SET categories = :categories WHERE id = :id;

-- plan_review_by: the day by which the next review is to be held
-- :id PlanId, :review_by Date
UPDATE plan SET review_by = :review_by WHERE id = :id;

-- plan_lead: who leads the plan
-- :id PlanId, :lead_worker PersonId
UPDATE plan SET lead_worker = :lead_worker WHERE id = :id;

-- plan_end: a plan ends
-- :id PlanId, :ended Date, :reason plan_end_reason, :evidence Text
UPDATE plan SET state = 'ENDED', ended = :ended, end_reason = :reason, end_evidence = :evidence WHERE id = :id;

-- plan_received: the receiving authority's own conference, and its confirmation in writing
-- :id PlanId, :authority_name Text, :conference Date, :confirmed Date
UPDATE plan SET receiving_authority = :authority_name, receiving_conference = :conference, receiving_confirmed = :confirmed WHERE id = :id;

-- plan_open_of: the child's plan that has not ended
-- :child ChildId, returns maybe: plan PlanId, conference ConferenceId, started Date, state plan_state, categories Text, version int,
-- lead_worker PersonId, review_by Date
-- unscoped: an act asks it of a child that act_concerns lets through
SELECT id AS plan, conference, started, state, categories, version, lead_worker, review_by FROM plan
 WHERE child = :child AND ended IS NULL ORDER BY started DESC, id DESC LIMIT 1;

-- plan_of: what an act on a plan begins with
-- :plan PlanId, returns one: child ChildId, family FamilyId, started Date, ended Date, state plan_state, version int, lead_worker PersonId
-- unscoped: an act asks it of a plan whose child act_concerns lets through
SELECT child, family, started, ended, state, version, lead_worker FROM plan WHERE id = :plan AND authority = :authority;

-- core_member_add: somebody belongs to the core group from a day on
-- :id int, :plan PlanId, :child ChildId, :person PersonId, :agency AgencyId, :is_as core_role, :begins Date
INSERT INTO core_member (id, authority, plan, child, person, agency, is_as, begins)
VALUES (:id, :authority, :plan, :child, :person, :agency, :is_as, :begins);

-- core_members_leave: the core group as it was until a day
-- :plan PlanId, :ends Date
UPDATE core_member SET ends = :ends WHERE plan = :plan AND ends IS NULL;

-- core_members_of: who belongs to the core group now
-- :plan PlanId, returns many: person PersonId, agency AgencyId, is_as core_role
-- unscoped: an act asks it of a plan whose child act_concerns lets through
-- bounded: one core group
SELECT person, agency, is_as FROM core_member WHERE plan = :plan AND ends IS NULL ORDER BY id;
