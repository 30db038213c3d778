-- What agencies and the family say in a conference, and what it decides.

-- agency_says_set: one view of an agency about a child; a later one takes its place
-- :conference ConferenceId, :child ChildId, :invitation InvitationId, :opinion agency_view, :categories Text, :reason Text, :evidence Text,
-- :written bool, :entry EntryNumber
INSERT INTO agency_says (authority, conference, child, invitation, opinion, categories, reason, evidence, written, dissent, entry)
VALUES (:authority, :conference, :child, :invitation, :opinion, :categories, :reason, :evidence, :written, 0, :entry)
ON CONFLICT (conference, child, invitation) DO UPDATE SET opinion = excluded.opinion, categories = excluded.categories,
  reason = excluded.reason, evidence = excluded.evidence, written = excluded.written, entry = excluded.entry;

-- agency_says_of: every agency's view about every child
-- :conference ConferenceId, returns many: child ChildId, invitation InvitationId, opinion agency_view, categories Text, reason Text,
-- evidence Text, written bool, dissent bool
-- unscoped: an act on a conference; target_find has asked permission on its children
-- bounded: one conference's views
SELECT child, invitation, opinion, categories, reason, evidence, written, dissent FROM agency_says WHERE conference = :conference ORDER BY child, invitation;

-- agency_dissents: the decision differs from this view, which is kept with its reason
-- :conference ConferenceId, :child ChildId, :invitation InvitationId
UPDATE agency_says SET dissent = 1 WHERE conference = :conference AND child = :child AND invitation = :invitation;

-- family_says_of: who of the family was heard, or offered to be
-- :conference ConferenceId, returns many: person PersonId, how heard_how
-- unscoped: an act on a conference; target_find has asked permission on its children
-- bounded: one conference's words
SELECT person, how FROM family_says WHERE conference = :conference ORDER BY person, entry;

-- decision_add: what is decided for a child
-- :conference ConferenceId, :child ChildId, :decision conference_decision, :categories Text, :harm_kinds Text, :harm Text, :cause Text, :reason Text,
-- :recommends Text, :recommends_why Text, :considered Text, :advised bool, :decided Date, :plan PlanId
INSERT INTO decision (authority, conference, child, decision, categories, harm_kinds, harm, cause, reason, recommends, recommends_why,
                      considered, advised, decided, decided_by, plan)
VALUES (:authority, :conference, :child, :decision, :categories, :harm_kinds, :harm, :cause, :reason, :recommends, :recommends_why, :considered, :advised,
        :decided, :actor, :plan);

-- support_offered_of: how often support after a plan was offered, whatever the answer
-- :plan PlanId, :child ChildId, returns one: times int
-- unscoped: a gate asks it of a child that act_concerns has let through
SELECT COUNT(*) FROM support_after WHERE child = :child AND plan = :plan AND answer <> 'NOT_OFFERED';

-- member_of_agency: how often the actor is a member of an agency now
-- :agency AgencyId, returns one: times int
SELECT COUNT(*) FROM stands_for WHERE person = :actor AND holder = :agency AND standing = 'MEMBER' AND begins <= :now AND ends > :now;

-- holds_case_of: how often somebody holds a child's case now
-- :person PersonId, :child ChildId, returns one: times int
-- unscoped: an act asks it of a child that act_concerns has let through
SELECT COUNT(*) FROM access WHERE child = :child AND role = 'CASE_HOLDER' AND holder = :person AND begins <= :now AND ends > :now;
