-- The core group: who belongs to it, its meetings, what was said and found there.

-- core_person: the agency somebody works for
-- :person PersonId, returns maybe: agency AgencyId, duty duty
SELECT agency, duty FROM worker WHERE id = :person AND authority = :authority;

-- core_group_plan: a core group is to meet
-- :id MeetingId, :family FamilyId, :planned Date, :starts Instant, :place Text
INSERT INTO meeting (id, authority, family, kind, planned, starts, place, organised_by)
VALUES (:id, :authority, :family, 'CORE_GROUP', :planned, :starts, :place, :actor);

-- core_group_move: it meets on another day, at another time or place
-- :id MeetingId, :planned Date, :starts Instant, :place Text, :moved EntryNumber, :moved_from Date
UPDATE meeting SET planned = :planned, starts = :starts, place = :place, moved = :moved, moved_from = :moved_from WHERE id = :id;

-- core_group_about: the children, and their plans, that a core group is about
-- :meeting MeetingId, :child ChildId, :plan PlanId
INSERT INTO meeting_child (authority, meeting, child, plan) VALUES (:authority, :meeting, :child, :plan)
ON CONFLICT (meeting, child) DO UPDATE SET plan = excluded.plan;

-- core_group_hold: it met
-- :id MeetingId, :held Date, :place Text, :notes Text, :family_group asked_answer, :family_group_note Text
UPDATE meeting SET held = :held, place = COALESCE(:place, place), notes = :notes, family_group = :family_group,
       family_group_note = :family_group_note
 WHERE id = :id;

-- core_group_came: whether a member came
-- :meeting MeetingId, :family FamilyId, :person PersonId, :attendance attendance, :why Text
INSERT INTO meeting_attendance (authority, meeting, family, person, attendance, why)
VALUES (:authority, :meeting, :family, :person, :attendance, :why);

-- core_group_says: what somebody of the family thinks of the plan
-- :meeting MeetingId, :family FamilyId, :person PersonId, :answer asked_answer, :words Text, :ideas Text
INSERT INTO meeting_says (authority, meeting, family, person, answer, words, ideas)
VALUES (:authority, :meeting, :family, :person, :answer, :words, :ideas);

-- action_review_add: how an action is going, as a core group found it
-- :meeting MeetingId, :action ActionId, :child ChildId, :progress action_progress, :note Text
INSERT INTO action_review (authority, meeting, action, child, progress, note)
VALUES (:authority, :meeting, :action, :child, :progress, :note);

-- core_group_of: a core group of a family
-- :meeting MeetingId, :family FamilyId, returns maybe: planned Date, held Date, starts Instant, place Text
-- unscoped: an act asks it of a family that its permission has let through
SELECT planned, held, starts, place FROM meeting WHERE id = :meeting AND family = :family AND kind = 'CORE_GROUP' AND authority = :authority;

-- core_group_children: the children a core group is about, and their plans
-- :meeting MeetingId, returns many: child ChildId, plan PlanId
-- unscoped: an act asks permission on each of them
-- bounded: one family's children
SELECT child, plan FROM meeting_child WHERE meeting = :meeting ORDER BY child;

-- action_together: what an action belongs together with, in any plan of the family
-- :action ActionId, :family FamilyId, returns maybe: together ActionId
-- unscoped: an act asks it of a family that its permission has let through
SELECT plan_action.together FROM plan_action JOIN plan ON plan.id = plan_action.plan
 WHERE plan_action.id = :action AND plan.family = :family AND plan.authority = :authority;
