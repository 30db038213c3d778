-- Actions: rows of a plan from one version to another. Which of them stand in a version: since_version <= it, and until_version past it.

-- plan_action_add: an action stands in the plan from a version on
-- :id ActionId, :plan PlanId, :child ChildId, :line ActionId, :together ActionId, :what Text, :owner action_owner, :owner_person PersonId,
-- :owner_words Text, :by_when Date, :repeats action_repeat, :how_often Text, :measure Text, :aim plan_aim, :notices Text, :because Text,
-- :kept_why Text, :audience audience, :not_to PersonId, :progress action_progress, :rolled int, :since_version int
INSERT INTO plan_action (id, authority, plan, child, line, together, what, owner, owner_person, owner_words, by_when, repeats, how_often,
                         measure, aim, notices, because, kept_why, kept_by, audience, not_to, progress, rolled, since_version)
VALUES (:id, :authority, :plan, :child, :line, :together, :what, :owner, :owner_person, :owner_words, :by_when, :repeats, :how_often,
        :measure, :aim, :notices, :because, :kept_why, CASE WHEN :kept_why IS NULL THEN NULL ELSE :actor END, :audience, :not_to, :progress,
        :rolled, :since_version);

-- plan_action_until: an action no longer stands from this version on
-- :id ActionId, :until_version int
UPDATE plan_action SET until_version = :until_version WHERE id = :id;

-- plan_action_progress: how an action is going, in whatever version it stands
-- :plan PlanId, :line ActionId, :progress action_progress, :note Text, :rolled int
UPDATE plan_action SET progress = :progress, progress_note = :note, rolled = :rolled WHERE plan = :plan AND line = :line;

-- plan_action_together: the row of an action that was written for several plans, in one of them
-- :plan PlanId, :together ActionId, returns maybe: action ActionId, line ActionId, progress action_progress, rolled int
-- unscoped: an act asks it of a plan whose child act_concerns lets through
SELECT id AS action, line, progress, rolled FROM plan_action
 WHERE plan = :plan AND together = :together AND until_version IS NULL ORDER BY id DESC LIMIT 1;

-- plan_action_of: an action of a plan that still stands
-- :plan PlanId, :action ActionId, returns maybe: line ActionId, together ActionId
-- unscoped: an act asks it of a plan whose child act_concerns lets through
SELECT line, together FROM plan_action WHERE id = :action AND plan = :plan AND until_version IS NULL;

-- plan_actions_newest: the actions of the newest version, written or published
-- :plan PlanId, returns many: action ActionId, line ActionId, together ActionId, what Text, owner action_owner, owner_person PersonId,
-- owner_words Text, by_when Date, repeats action_repeat, how_often Text, measure Text, aim plan_aim, notices Text, because Text,
-- kept_why Text, audience audience, progress action_progress, rolled int
-- unscoped: an act asks it of a plan whose child act_concerns lets through
-- bounded: one plan's actions
SELECT id AS action, line, together, what, owner, owner_person, owner_words, by_when, repeats, how_often, measure, aim, notices, because, kept_why,
       audience, progress, rolled
  FROM plan_action WHERE plan = :plan AND until_version IS NULL ORDER BY line, id;

-- plan_actions_in_force: the actions of the published plan that are not done or dropped: what a core group goes through
-- :plan PlanId, :version int, returns many: action ActionId, line ActionId, together ActionId, what Text, by_when Date, rolled int
-- unscoped: an act asks it of a plan whose child act_concerns lets through
-- bounded: one plan's actions
SELECT id AS action, line, together, what, by_when, rolled FROM plan_action
 WHERE plan = :plan AND since_version <= :version AND (until_version IS NULL OR until_version > :version)
   AND progress IN ('NOT_STARTED', 'GOES_ON', 'LATE') ORDER BY line, id;
