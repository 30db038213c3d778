-- signed_in: who reads: their name and what they work as, for the top of every page
-- returns maybe: given Text, family_name Text, job Text, team TeamId, agency AgencyId
SELECT person.given, person.family_name, worker.job, worker.team, worker.agency
  FROM worker JOIN person ON person.id = worker.id
 WHERE worker.id = :actor AND worker.authority = :authority;

-- name_of: what somebody, a team, an agency, who was thought of for a conference, or an action of a plan is called. A name alone; who asks has been
-- shown the thing that names them.
-- :id int, returns maybe: given Text, family_name Text
SELECT given, family_name FROM person WHERE id = :id AND authority = :authority
UNION ALL SELECT '' AS given, name AS family_name FROM team WHERE id = :id AND authority = :authority
UNION ALL SELECT '' AS given, name AS family_name FROM agency WHERE id = :id AND authority = :authority
UNION ALL SELECT '' AS given, COALESCE(agency.name, person.given || ' ' || person.family_name, invitation.name, '') AS family_name
  FROM invitation LEFT JOIN agency ON agency.id = invitation.agency LEFT JOIN person ON person.id = invitation.person
 WHERE invitation.id = :id AND invitation.authority = :authority AND visible_conference(invitation.conference, READ_CONFERENCE)
UNION ALL SELECT '' AS given, plan_action.what AS family_name
  FROM plan_action WHERE plan_action.id = :id AND plan_action.authority = :authority AND visible(plan_action.child, READ_PLAN);

-- worker_name: what somebody who works with Hearth is called, and their job; nothing for an account of a family
-- :id PersonId, returns maybe: given Text, family_name Text, job Text
SELECT person.given, person.family_name, worker.job
  FROM worker JOIN person ON person.id = worker.id
 WHERE worker.id = :id AND worker.authority = :authority AND worker.duty NOT IN ('PARENT', 'YOUNG_PERSON', 'ADVOCATE');
