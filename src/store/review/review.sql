-- Reviews and what follows a plan.

-- plan_last_of: the child's newest plan, ended or not
-- :child ChildId, returns maybe: plan PlanId, ended Date
-- unscoped: an act asks it of a child that act_concerns lets through
SELECT id AS plan, ended FROM plan WHERE child = :child ORDER BY started DESC, id DESC LIMIT 1;

-- child_born_on: when a child was born
-- :child ChildId, returns one: born Date
-- unscoped: an act asks it of a child that act_concerns lets through
SELECT born FROM person WHERE id = :child AND authority = :authority;

-- review_forward_add: a review was brought forward
-- :id int, :plan PlanId, :child ChildId, :review_by Date, :why Text, :entry EntryNumber
INSERT INTO review_forward (id, authority, plan, child, asked, review_by, why, entry)
VALUES (:id, :authority, :plan, :child, :today, :review_by, :why, :entry);

-- support_after_add: support after a plan, and what came of it
-- :id int, :child ChildId, :plan PlanId, :offered Date, :what Text, :answer support_answer, :ground refusal_ground, :reason Text, :effect Text,
-- :next_steps Text, :asked_for bool, :entry EntryNumber
INSERT INTO support_after (id, authority, child, plan, offered, what, answer, ground, reason, effect, next_steps, asked_for, entry)
VALUES (:id, :authority, :child, :plan, :offered, :what, :answer, :ground, :reason, :effect, :next_steps, :asked_for, :entry);

-- support_answered_for: whether support after a plan was offered and answered, whatever the answer
-- :plan PlanId, returns maybe: answer support_answer
-- unscoped: an act asks it of a plan whose child act_concerns lets through
SELECT support_after.answer FROM support_after JOIN plan ON plan.child = support_after.child
 WHERE plan.id = :plan AND support_after.plan = plan.id AND support_after.answer <> 'NOT_OFFERED'
 ORDER BY support_after.offered DESC, support_after.id DESC LIMIT 1;

-- senior_review_add: a long plan was looked at
-- :id int, :plan PlanId, :child ChildId, :reviewed Date, :found Text, :changes Text, :entry EntryNumber
INSERT INTO senior_review (id, authority, plan, child, reviewed, reviewed_by, found, changes, entry)
VALUES (:id, :authority, :plan, :child, :reviewed, :actor, :found, :changes, :entry);

-- look_back_add: how a plan worked, before its review
-- :id int, :plan PlanId, :child ChildId, :asked Date, :plan_works Text, :family_works Text, :worry Text, :child_answer asked_answer,
-- :child_words Text, :entry EntryNumber
INSERT INTO look_back (id, authority, plan, child, asked, plan_works, family_works, worry, child_answer, child_words, entry)
VALUES (:id, :authority, :plan, :child, :asked, :plan_works, :family_works, :worry, :child_answer, :child_words, :entry);

-- look_back_says: what somebody of the family says has changed
-- :look_back int, :child ChildId, :person PersonId, :answer asked_answer, :changed Text, :difference Text
INSERT INTO look_back_view (authority, look_back, child, person, answer, changed, difference)
VALUES (:authority, :look_back, :child, :person, :answer, :changed, :difference);

-- look_back_newest: how a plan worked, as the chair reads it before the review
-- :plan PlanId, returns maybe: look_back int, child ChildId, asked Date, plan_works Text, family_works Text, worry Text,
-- child_answer asked_answer, child_words Text
SELECT id AS look_back, child, asked, plan_works, family_works, worry, child_answer, child_words FROM look_back
 WHERE plan = :plan AND visible(look_back.child, READ_PLAN) ORDER BY asked DESC, id DESC LIMIT 1;

-- look_back_views: what the family said has changed
-- :look_back int, returns many: person PersonId, given Text, family_name Text, answer asked_answer, changed Text, difference Text
-- bounded: one look back
SELECT look_back_view.person, person.given, person.family_name, look_back_view.answer, look_back_view.changed, look_back_view.difference
  FROM look_back_view JOIN person ON person.id = look_back_view.person
 WHERE look_back_view.look_back = :look_back AND visible(look_back_view.child, READ_PLAN) ORDER BY person.sort_key, person.id;
