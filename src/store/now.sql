-- What the forms of changes begin with (acts/act_kind.h, `now`), for their reader: what stands there today.

-- now_person: what is known of somebody
-- :person PersonId, returns maybe: given Text, family_name Text, known_as Text, born Date, sex sex, nhs_number Text, upn Text, ethnicity ethnicity,
-- disabilities Text, telephone Text, email Text, school AgencyId, surgery Text
SELECT person.given, person.family_name, person.known_as, person.born, person.sex, person.nhs_number, person.upn, person.ethnicity, person.disabilities,
       person.telephone, person.email, child.school, child.surgery
  FROM person LEFT JOIN child ON child.id = person.id
 WHERE person.id = :person AND person.authority = :authority
   AND (visible(:person, READ_RECORD)
     OR EXISTS (SELECT 1 FROM adult WHERE adult.id = person.id AND visible_family(adult.family, READ_RECORD)));

-- now_needs: how the people of a family are understood and understand
-- :family FamilyId, returns many: person PersonId, is_child bool, language language, communication Text, culture Text
SELECT person.id AS person, 1 AS is_child, person.language, person.communication, person.culture FROM child JOIN person ON person.id = child.id
 WHERE child.family = :family AND child.authority = :authority AND visible(child.id, READ_RECORD)
UNION ALL
SELECT person.id AS person, 0 AS is_child, person.language, person.communication, person.culture FROM adult JOIN person ON person.id = adult.id
 WHERE adult.family = :family AND adult.authority = :authority AND visible_family(adult.family, READ_RECORD)
 ORDER BY 1 LIMIT 100;

-- now_safe_contact: what everyone knows who contacts the family
-- :family FamilyId, returns maybe: domestic_abuse bool, safe_contact Text
SELECT domestic_abuse, safe_contact FROM family WHERE id = :family AND authority = :authority AND visible_family(family.id, READ_RECORD);

-- now_household: who lives in a household of the family
-- :household HouseholdId, :family FamilyId, returns many: name Text, person PersonId, is_child bool, begins Date, note Text
SELECT household.name, household_member.person, CASE WHEN child.id IS NULL THEN 0 ELSE 1 END AS is_child, household_member.begins, household_member.note
  FROM household JOIN household_member ON household_member.household = household.id AND household_member.ends IS NULL
  LEFT JOIN child ON child.id = household_member.person AND visible(child.id, KNOW_CHILD)
 WHERE household.id = :household AND household.family = :family AND household.authority = :authority
   AND visible_family(household.family, READ_RECORD) AND visible_family(household_member.family, READ_RECORD)
 ORDER BY household_member.begins, household_member.person LIMIT 100;

-- now_relationship: who somebody is to a child
-- :child ChildId, :person PersonId, returns maybe: kind relationship_kind, parental_responsibility yes_no_unknown, restriction Text, begins Date, ends Date
SELECT kind, parental_responsibility, restriction, begins, ends FROM relationship
 WHERE child = :child AND person = :person AND authority = :authority AND ends IS NULL AND visible(relationship.child, READ_RECORD)
 ORDER BY begins DESC, id DESC LIMIT 1;

-- now_named: who may see a restricted family
-- :family FamilyId, returns many: person PersonId
SELECT DISTINCT named.person FROM child JOIN named ON named.child = child.id
 WHERE child.family = :family AND child.authority = :authority AND child.restricted = 1 AND named.begins <= :now AND named.ends > :now
   AND visible(child.id, GIVE_ACCESS)
 ORDER BY named.person LIMIT 200;

-- now_booking: when and where a conference is
-- :conference ConferenceId, returns maybe: chair PersonId, held_on Date, starts Instant, place Text, room Text, link Text
SELECT chair, held_on, starts, place, room, link FROM conference
 WHERE id = :conference AND authority = :authority AND visible_conference(conference.id, READ_CONFERENCE);

-- now_meeting: when and where a core group of a plan is planned
-- :meeting MeetingId, returns maybe: planned Date, starts Instant, place Text
SELECT planned, starts, place FROM meeting
 WHERE id = :meeting AND authority = :authority AND held IS NULL AND visible_meeting(meeting.id, READ_PLAN);

-- now_core_group: who is in the core group of a plan
-- :plan PlanId, returns many: person PersonId, is_as core_role
SELECT core_member.person, core_member.is_as FROM core_member
 WHERE core_member.plan = :plan AND core_member.authority = :authority AND core_member.ends IS NULL AND visible(core_member.child, READ_PLAN)
 ORDER BY core_member.id LIMIT 100;

-- now_action: an action as it stands
-- :action ActionId, returns maybe: together ActionId, what Text, owner action_owner, owner_person PersonId, owner_words Text, by_when Date,
-- repeats action_repeat, how_often Text, measure Text, aim plan_aim, notices Text, because Text, kept_why Text, audience audience, not_to PersonId
SELECT together, what, owner, owner_person, owner_words, by_when, repeats, how_often, measure, aim, notices, because, kept_why, audience, not_to
  FROM plan_action
 WHERE id = :action AND authority = :authority AND until_version IS NULL AND visible(plan_action.child, READ_PLAN);

-- now_action_plans: the other plans in which an action stands that was written for several
-- :together ActionId, :plan PlanId, returns many: plan PlanId
SELECT plan_action.plan FROM plan JOIN plan AS sibling ON sibling.family = plan.family JOIN plan_action ON plan_action.plan = sibling.id
 WHERE plan.id = :plan AND sibling.id <> :plan AND sibling.ended IS NULL AND plan_action.together = :together AND plan_action.until_version IS NULL
   AND plan_action.authority = :authority AND visible(plan_action.child, READ_PLAN)
 ORDER BY plan_action.plan LIMIT 12;
