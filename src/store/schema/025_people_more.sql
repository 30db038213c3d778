-- More about people: who was told at once that a record was opened in an emergency, and whom to ring about a family.

-- replayed
-- unscoped: each row is addressed to one person, who reads their own alone
-- What somebody must be told at once, whether they see the child or not: it stands on the record that they were.
CREATE TABLE told_at_once (
    entry BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    person BIGINT NOT NULL,
    family BIGINT NOT NULL,
    told_as TEXT NOT NULL,
    opened_by BIGINT NOT NULL,
    reason TEXT NOT NULL,
    at BIGINT NOT NULL,
    ends BIGINT NOT NULL,
    PRIMARY KEY (entry, person)
);
CREATE INDEX told_at_once_person ON told_at_once (person, entry);
CREATE INDEX told_at_once_family ON told_at_once (family, entry);

-- Whom to ring about a family: who holds the case, else the team that does, else the authority. The team's own name and number stand apart:
-- they alone are told about a restricted family.
CREATE VIEW whom_to_ring AS
SELECT family.id AS family,
       family.authority AS authority,
       COALESCE(lead.given || ' ' || lead.family_name, team.name, authority_record.name, '') AS name,
       COALESCE(lead.telephone, team.telephone, authority_record.telephone, '') AS telephone,
       COALESCE(team.name, authority_record.name, '') AS team_name,
       COALESCE(team.telephone, authority_record.telephone, '') AS team_telephone
  FROM family
  LEFT JOIN worker AS holder ON holder.id = (SELECT MAX(child.allocated) FROM child WHERE child.family = family.id)
  LEFT JOIN person AS lead ON lead.id = holder.id
  LEFT JOIN team ON team.id = COALESCE(holder.team,
       (SELECT MAX(held_by.id) FROM child JOIN access ON access.child = child.id JOIN team AS held_by ON held_by.id = access.holder
         WHERE child.family = family.id AND access.role = 'CASE_HOLDER' AND access.ends = 9223372036854775807))
  LEFT JOIN authority_record ON authority_record.authority = family.authority;
