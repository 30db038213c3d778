-- The versions of a plan. Version 1 is the conference's outline; a version is written (`published` is NULL), then published, and never changes
-- again (SE-03).

-- plan_version_newest: the newest version, and the one in force
-- :plan PlanId, returns one: version int, state plan_state, made Date, published Date, in_force int
-- unscoped: an act asks it of a plan whose child act_concerns lets through
SELECT version, state, made, published,
       (SELECT COALESCE(MAX(before.version), 0) FROM plan_version AS before WHERE before.plan = :plan AND before.published IS NOT NULL) AS in_force
  FROM plan_version WHERE plan = :plan ORDER BY version DESC LIMIT 1;

-- plan_version_words: one version's sections, for the act that adds to it or publishes it
-- :plan PlanId, :version int, returns one: harm Text, cause Text, risks Text, why_needed Text, strengths Text, child_needs Text,
-- parent_needs Text, cared_for Text, when_seen Text, support Text, goals_short Text, goals_long Text, contingency Text, proceedings Text,
-- safety Text
-- unscoped: an act asks it of a plan whose child act_concerns lets through
SELECT harm, cause, risks, why_needed, strengths, child_needs, parent_needs, cared_for, when_seen, support, goals_short, goals_long,
       contingency, proceedings, safety
  FROM plan_version WHERE plan = :plan AND version = :version;

-- plan_version_draft: a new version to be written, with what stood in the one before
-- :plan PlanId, :version int, :because Text, :entry EntryNumber
INSERT INTO plan_version (authority, plan, child, version, state, made, made_by, because, harm, cause, risks, why_needed, strengths, child_needs,
                          parent_needs, cared_for, when_seen, support, goals_short, goals_long, contingency, proceedings, safety, entry)
SELECT before.authority, before.plan, before.child, :version, 'FULL', :today, :actor, :because, before.harm, before.cause, before.risks,
       before.why_needed, before.strengths, before.child_needs, before.parent_needs, before.cared_for, before.when_seen, before.support,
       before.goals_short, before.goals_long, before.contingency, before.proceedings, before.safety, :entry
  FROM plan_version AS before WHERE before.plan = :plan AND before.version = :version - 1;

-- plan_version_write: what was written; an empty section keeps what stood there
-- :plan PlanId, :version int, :because Text, :harm Text, :cause Text, :risks Text, :why_needed Text, :strengths Text, :child_needs Text,
-- :parent_needs Text, :cared_for Text, :when_seen Text, :support Text, :goals_short Text, :goals_long Text, :contingency Text,
-- :proceedings Text, :safety Text
UPDATE plan_version
   SET because = COALESCE(:because, because), harm = COALESCE(:harm, harm), cause = COALESCE(:cause, cause), risks = COALESCE(:risks, risks),
       why_needed = COALESCE(:why_needed, why_needed), strengths = COALESCE(:strengths, strengths),
       child_needs = COALESCE(:child_needs, child_needs), parent_needs = COALESCE(:parent_needs, parent_needs),
       cared_for = COALESCE(:cared_for, cared_for), when_seen = COALESCE(:when_seen, when_seen), support = COALESCE(:support, support),
       goals_short = COALESCE(:goals_short, goals_short), goals_long = COALESCE(:goals_long, goals_long),
       contingency = COALESCE(:contingency, contingency), proceedings = COALESCE(:proceedings, proceedings), safety = COALESCE(:safety, safety)
 WHERE plan = :plan AND version = :version;

-- plan_reader_words_carry: what stood for each reader in the version before
-- :plan PlanId, :version int
INSERT INTO plan_reader_words (authority, plan, child, version, section, person, standing, words, entry)
SELECT before.authority, before.plan, before.child, :version, before.section, before.person, before.standing, before.words, before.entry
  FROM plan_reader_words AS before WHERE before.plan = :plan AND before.version = :version - 1;

-- plan_reader_words_put: what stands for one reader in one section; it replaces what stood there
-- :plan PlanId, :child ChildId, :version int, :section own_section, :person PersonId, :standing own_words, :words Text, :entry EntryNumber
INSERT INTO plan_reader_words (authority, plan, child, version, section, person, standing, words, entry)
VALUES (:authority, :plan, :child, :version, :section, :person, :standing, :words, :entry)
ON CONFLICT (plan, version, person, section) DO UPDATE SET standing = excluded.standing, words = excluded.words, entry = excluded.entry;

-- plan_reader_words_take_back: nothing of their own stands there any more
-- :plan PlanId, :version int, :section own_section, :person PersonId
DELETE FROM plan_reader_words WHERE plan = :plan AND version = :version AND section = :section AND person = :person;

-- plan_reader_words_of: what stands for each reader in one version, for the act that publishes it
-- :plan PlanId, :version int, returns many: person PersonId, section own_section, standing own_words, words Text
-- unscoped: an act asks it of a plan whose child act_concerns lets through
-- bounded: the readers of one plan, once for each section
SELECT person, section, standing, words FROM plan_reader_words WHERE plan = :plan AND version = :version ORDER BY person, section;

-- plan_version_publish: what was written is the plan from now on
-- :plan PlanId, :version int, :published Date
UPDATE plan_version SET published = :published, published_by = :actor WHERE plan = :plan AND version = :version;

-- plan_in_force: the plan is a full one, of this version
-- :plan PlanId, :version int
UPDATE plan SET state = 'FULL', version = :version WHERE id = :plan;

-- plan_view_add: what somebody of the family says about a version, or that they were asked
-- :id int, :plan PlanId, :child ChildId, :version int, :person PersonId, :asked Date, :answer asked_answer, :words Text, :ideas Text,
-- :entry EntryNumber
INSERT INTO plan_view (id, authority, plan, child, version, person, asked, answer, words, ideas, entry)
VALUES (:id, :authority, :plan, :child, :version, :person, :asked, :answer, :words, :ideas, :entry);
