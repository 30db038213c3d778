-- Where what is due is done: the conferences and plans of one family that an act on a conference or a plan is done to.

-- step_conferences: the family's conferences, each with its children, the newest first
-- :family FamilyId, returns many: conference ConferenceId, child ChildId, state conference_state, held_on Date
SELECT conference.id AS conference, conference_child.child, conference.state, conference.held_on
  FROM conference JOIN conference_child ON conference_child.conference = conference.id
 WHERE conference.family = :family AND conference.authority = :authority AND visible_conference(conference.id, READ_CONFERENCE)
 ORDER BY conference.id DESC, conference_child.child LIMIT 300;
