-- Who is thought of, invited, excluded and there.

-- known_agencies: the agencies that know a child: those that take part in its case now, and its school
-- :child ChildId, returns many: agency AgencyId, kind agency_kind
-- unscoped: an act asks it of a child that act_concerns has let through
-- bounded: the agencies round one child
SELECT agency.id AS agency, agency.kind FROM agency
 WHERE agency.id IN (SELECT access.holder FROM access WHERE access.child = :child AND access.role = 'PARTNER' AND access.begins <= :now AND access.ends > :now
                     UNION SELECT child.school FROM child WHERE child.id = :child AND child.school IS NOT NULL
                     UNION SELECT worker.agency FROM access JOIN worker ON worker.id = access.holder
                            WHERE access.child = :child AND access.role = 'PARTNER' AND access.begins <= :now AND access.ends > :now AND worker.agency IS NOT NULL)
 ORDER BY agency.id;

-- agency_of_kind: the authority's first agency of a kind
-- :kind agency_kind, returns maybe: agency AgencyId
SELECT id AS agency FROM agency WHERE authority = :authority AND kind = :kind ORDER BY name, id LIMIT 1;

-- known_adults: the parents and carers of a child, with or without parental responsibility
-- :child ChildId, returns many: person PersonId, kind relationship_kind, responsibility yes_no_unknown
-- unscoped: an act asks it of a child that act_concerns has let through
-- bounded: the adults round one child
SELECT relationship.person, relationship.kind, relationship.parental_responsibility AS responsibility
  FROM relationship JOIN person ON person.id = relationship.person
 WHERE relationship.child = :child AND relationship.ends IS NULL AND person.died IS NULL
   AND (relationship.parental_responsibility = 'YES'
     OR relationship.kind IN ('MOTHER', 'FATHER', 'PARENT', 'STEP_PARENT', 'CARER', 'GUARDIAN', 'FOSTER_CARER'))
 ORDER BY relationship.person, relationship.id;

-- invitations_of: everybody thought of for a conference
-- :conference ConferenceId, returns many: invitation InvitationId, is_as invited_as, agency AgencyId, agency_kind agency_kind, agency_name Text,
-- person PersonId, name Text, supports PersonId, knows bool, invited yes_no_unknown, exclusion exclusion_extent, exclusion_why Text, other_way Text, sent Date,
-- attendance attendance, met yes_no_unknown, to_tell bool
-- unscoped: an act on a conference; target_find has asked permission on its children
-- bounded: one conference's list
SELECT invitation.id AS invitation, invitation.is_as, invitation.agency, agency.kind AS agency_kind, agency.name AS agency_name, invitation.person, invitation.name,
       invitation.supports, invitation.knows, CASE invitation.invited WHEN 1 THEN 'YES' WHEN 0 THEN 'NO' END AS invited, invitation.exclusion,
       invitation.exclusion_why, invitation.other_way, invitation.sent, invitation.attendance, invitation.met,
       CASE WHEN invitation.again IS NULL THEN 0 ELSE 1 END AS to_tell
  FROM invitation LEFT JOIN agency ON agency.id = invitation.agency
 WHERE invitation.conference = :conference ORDER BY invitation.id;

-- invitation_children_of: for which children each of a conference's people is invited
-- :conference ConferenceId, returns many: invitation InvitationId, child ChildId
-- unscoped: an act on a conference; target_find has asked permission on its children
-- bounded: one conference's list
SELECT invitation_child.invitation, invitation_child.child
  FROM invitation JOIN invitation_child ON invitation_child.invitation = invitation.id
 WHERE invitation.conference = :conference ORDER BY invitation_child.invitation, invitation_child.child;

-- invitation_add: somebody is thought of
-- :id InvitationId, :conference ConferenceId, :family FamilyId, :is_as invited_as, :agency AgencyId, :person PersonId, :name Text,
-- :supports PersonId, :knows bool
INSERT INTO invitation (id, authority, conference, family, is_as, agency, person, name, supports, knows, confidentiality)
VALUES (:id, :authority, :conference, :family, :is_as, :agency, :person, :name, :supports, :knows, 0);

-- invitation_child_add: for this child
-- :invitation InvitationId, :child ChildId
INSERT INTO invitation_child (authority, invitation, child) VALUES (:authority, :invitation, :child) ON CONFLICT DO NOTHING;

-- invitation_children_all: for all the children of the conference
-- :invitation InvitationId, :conference ConferenceId
INSERT INTO invitation_child (authority, invitation, child)
SELECT conference_child.authority, :invitation, conference_child.child FROM conference_child WHERE conference_child.conference = :conference
    ON CONFLICT DO NOTHING;

-- invitation_children_clear: before it is said anew for whom
-- :invitation InvitationId
DELETE FROM invitation_child WHERE invitation = :invitation;

-- invitation_answer: invited or not, whole or in part
-- :invitation InvitationId, :invited bool, :exclusion exclusion_extent, :exclusion_why Text, :other_way Text, :sent Date
UPDATE invitation SET invited = :invited, exclusion = :exclusion, exclusion_why = :exclusion_why, other_way = :other_way, sent = :sent, again = NULL
 WHERE id = :invitation;

-- invitation_again: the conference moved, and they are to be told
-- :invitation InvitationId, :again EntryNumber
UPDATE invitation SET again = :again WHERE id = :invitation;

-- invitation_who: who comes for an agency
-- :invitation InvitationId, :person PersonId
UPDATE invitation SET person = :person WHERE id = :invitation;

-- invitation_knows: whether the agency knows the child itself
-- :invitation InvitationId, :knows bool
UPDATE invitation SET knows = :knows WHERE id = :invitation;

-- invitation_attend: how they attended
-- :invitation InvitationId, :attendance attendance, :confidentiality bool, :met yes_no_unknown
UPDATE invitation SET attendance = :attendance, confidentiality = :confidentiality, met = :met WHERE id = :invitation;
