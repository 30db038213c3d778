-- A plan as its readers see it. The pieces give what the plan holds to whoever reads any copy of it; rules/plan_copy says what of that a copy
-- shows, and pages/plan asks it for every section and action.

-- plan_head: whose plan it is and how it stands
-- :plan PlanId, returns one: child ChildId, family FamilyId, given Text, family_name Text, born Date, started Date, ended Date,
-- end_reason plan_end_reason, state plan_state, categories Text, version int, review_by Date, lead PersonId, lead_given Text, lead_name Text,
-- lead_telephone Text, review_kind obligation_kind, review_start Date, review_due Date
SELECT plan.child, plan.family, person.given, person.family_name, person.born, plan.started, plan.ended, plan.end_reason, plan.state,
       plan.categories, plan.version, plan.review_by, plan.lead_worker, lead.given, lead.family_name, lead.telephone,
       review.kind AS review_kind, review.start AS review_start, review.due AS review_due
  FROM plan JOIN person ON person.id = plan.child LEFT JOIN person AS lead ON lead.id = plan.lead_worker
  LEFT JOIN obligation AS review ON review.child = plan.child AND review.kind IN ('FIRST_REVIEW', 'NEXT_REVIEW', 'PRE_BIRTH_REVIEW') AND review.state = 'WAITING'
       AND NOT EXISTS (SELECT 1 FROM obligation AS sooner WHERE sooner.child = review.child AND sooner.kind IN ('FIRST_REVIEW', 'NEXT_REVIEW', 'PRE_BIRTH_REVIEW')
                          AND sooner.state = 'WAITING' AND (sooner.due, sooner.kind, sooner.start) < (review.due, review.kind, review.start))
 WHERE plan.id = :plan AND plan.authority = :authority AND visible(plan.child, KNOW_CHILD);

-- plan_versions: every version, newest first, with its words
-- :plan PlanId, returns many: version int, state plan_state, made Date, made_by_given Text, made_by_name Text, published Date, because Text,
-- harm Text, cause Text, risks Text, why_needed Text, strengths Text, child_needs Text, parent_needs Text, cared_for Text, when_seen Text,
-- support Text, goals_short Text, goals_long Text, contingency Text, proceedings Text, safety Text
SELECT plan_version.version, plan_version.state, plan_version.made, person.given, person.family_name, plan_version.published,
       plan_version.because, plan_version.harm, plan_version.cause, plan_version.risks, plan_version.why_needed, plan_version.strengths,
       plan_version.child_needs, plan_version.parent_needs, plan_version.cared_for, plan_version.when_seen, plan_version.support,
       plan_version.goals_short, plan_version.goals_long, plan_version.contingency, plan_version.proceedings, plan_version.safety
  FROM plan_version JOIN person ON person.id = plan_version.made_by
 WHERE plan_version.plan = :plan
   AND (visible(plan_version.child, READ_PLAN) OR visible(plan_version.child, READ_PLAN_PART) OR visible(plan_version.child, READ_OWN_COPY))
 ORDER BY plan_version.version DESC LIMIT 100;

-- plan_page_actions: every action of a plan, of all its versions
-- :plan PlanId, returns many: action ActionId, line ActionId, what Text, owner action_owner, owner_person PersonId, owner_given Text,
-- owner_name Text, owner_agency AgencyId, agency_name Text, owner_words Text, by_when Date, repeats action_repeat, how_often Text, measure Text,
-- aim plan_aim, notices Text, because Text, kept_why Text, kept_given Text, kept_name Text, audience audience, not_to PersonId,
-- not_to_given Text, progress action_progress, progress_note Text, rolled int, since int, until int
SELECT plan_action.id AS action, plan_action.line, plan_action.what, plan_action.owner, plan_action.owner_person, owner.given, owner.family_name,
       worker.agency, agency.name, plan_action.owner_words, plan_action.by_when, plan_action.repeats, plan_action.how_often,
       plan_action.measure, plan_action.aim, plan_action.notices, plan_action.because, plan_action.kept_why, kept.given, kept.family_name,
       plan_action.audience, plan_action.not_to, other.given, plan_action.progress, plan_action.progress_note, plan_action.rolled,
       plan_action.since_version, COALESCE(plan_action.until_version, 0)
  FROM plan_action
  LEFT JOIN person AS owner ON owner.id = plan_action.owner_person
  LEFT JOIN worker ON worker.id = plan_action.owner_person
  LEFT JOIN agency ON agency.id = worker.agency
  LEFT JOIN person AS kept ON kept.id = plan_action.kept_by
  LEFT JOIN person AS other ON other.id = plan_action.not_to
 WHERE plan_action.plan = :plan
   AND (visible(plan_action.child, READ_PLAN) OR visible(plan_action.child, READ_PLAN_PART) OR visible(plan_action.child, READ_OWN_COPY))
 ORDER BY plan_action.aim, plan_action.line, plan_action.id LIMIT 1000;

-- plan_views: what the family says about the versions
-- :plan PlanId, returns many: version int, person PersonId, given Text, family_name Text, asked Date, answer asked_answer, words Text, ideas Text
SELECT plan_view.version, plan_view.person, person.given, person.family_name, plan_view.asked, plan_view.answer, plan_view.words, plan_view.ideas
  FROM plan_view JOIN person ON person.id = plan_view.person
 WHERE plan_view.plan = :plan AND visible(plan_view.child, READ_PLAN) ORDER BY plan_view.version DESC, plan_view.id LIMIT 200;

-- plan_reader_of: whose professional a reader is
-- returns maybe: agency AgencyId
SELECT agency FROM worker WHERE id = :actor AND authority = :authority;
