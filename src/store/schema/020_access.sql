-- Who may see whom. A right is never a fact of its own: it comes from what a holder (a person, agency or team) is to a child (access), how
-- somebody stands for that holder (stands_for), and the table of rights in rules/rights.c (right_of).

-- replayed
-- unscoped: it is what visible is made of
CREATE TABLE access (
    authority BIGINT NOT NULL,
    holder BIGINT NOT NULL,
    child BIGINT NOT NULL,
    role TEXT NOT NULL,
    begins BIGINT NOT NULL,
    ends BIGINT NOT NULL,
    entry BIGINT NOT NULL,
    PRIMARY KEY (holder, child, role, begins)
);
CREATE INDEX access_child ON access (child, holder, role, begins, ends);

-- replayed
-- How a person stands for a holder: everybody for themselves (SELF), as member of a team or agency, as manager, as cover.
CREATE TABLE stands_for (
    authority BIGINT NOT NULL,
    person BIGINT NOT NULL,
    holder BIGINT NOT NULL,
    standing TEXT NOT NULL,
    begins BIGINT NOT NULL,
    ends BIGINT NOT NULL,
    PRIMARY KEY (person, holder, standing, begins)
);
CREATE INDEX stands_for_holder ON stands_for (holder, person);

-- replayed
-- unscoped: it is what visible is made of
-- Who is named for a restricted child. Nobody else sees that child, whatever they are to the family.
CREATE TABLE named (
    authority BIGINT NOT NULL,
    child BIGINT NOT NULL,
    person BIGINT NOT NULL,
    begins BIGINT NOT NULL,
    ends BIGINT NOT NULL,
    PRIMARY KEY (child, person, begins)
);

-- replayed
-- unscoped: it is what visible is made of
-- Who has said that they are a relative or neighbour: the record of that child is closed to them.
CREATE TABLE barred (
    authority BIGINT NOT NULL,
    child BIGINT NOT NULL,
    person BIGINT NOT NULL,
    PRIMARY KEY (child, person)
);

-- replayed
-- unscoped: it says whose copy an advocate or supporter reads, nothing about the child
-- Beside which adult an advocate or supporter stands. Without a row it is the child.
CREATE TABLE stands_beside (
    authority BIGINT NOT NULL,
    person BIGINT NOT NULL,
    child BIGINT NOT NULL,
    beside BIGINT NOT NULL,
    PRIMARY KEY (person, child)
);

-- constant
-- RIGHTS of rules/rights.c: the set of permissions (1 << permission) a role gives to somebody with that standing.
CREATE TABLE right_of (
    authority BIGINT NOT NULL,
    role TEXT NOT NULL,
    standing TEXT NOT NULL,
    rights BIGINT NOT NULL,
    PRIMARY KEY (role, standing)
);

-- Every way in which an actor sees a child: from `begins` until just before `ends`. Pieces don't name this view, they write
-- visible(…, PERMISSION), which also asks for the actor, the moment and the right.
CREATE VIEW visible AS
SELECT access.authority AS authority,
       stands_for.person AS actor,
       stands_for.holder AS holder,
       access.child AS child,
       right_of.rights AS rights,
       CASE WHEN COALESCE(named.begins, 0) >= access.begins AND COALESCE(named.begins, 0) >= stands_for.begins THEN COALESCE(named.begins, 0)
            WHEN access.begins >= stands_for.begins THEN access.begins
            ELSE stands_for.begins END AS begins,
       CASE WHEN named.ends IS NOT NULL AND named.ends <= access.ends AND named.ends <= stands_for.ends THEN named.ends
            WHEN access.ends <= stands_for.ends THEN access.ends
            ELSE stands_for.ends END AS ends
  FROM stands_for
  JOIN access ON access.holder = stands_for.holder AND access.authority = stands_for.authority
  JOIN right_of ON right_of.role = access.role AND right_of.standing = stands_for.standing
  JOIN child ON child.id = access.child AND child.authority = access.authority
  LEFT JOIN named ON named.child = child.id AND named.person = stands_for.person AND child.restricted = 1
 WHERE (child.restricted = 0 OR named.person IS NOT NULL)
   AND NOT EXISTS (SELECT 1 FROM barred WHERE barred.child = access.child AND barred.person = stands_for.person);

-- Whom something about a person concerns: a child itself, an adult the children they are or were somebody to. Brothers and sisters can have
-- different fathers. An adult of whom nobody has said yet to which child they are whom concerns all children of the family. Pieces don't name
-- this view, they write visible_person(…, PERMISSION).
CREATE VIEW concerned AS
SELECT child.id AS person, child.id AS child FROM child
UNION ALL
SELECT relationship.person, relationship.child FROM relationship
UNION ALL
SELECT adult.id AS person, child.id AS child FROM adult JOIN child ON child.family = adult.family
 WHERE NOT EXISTS (SELECT 1 FROM relationship WHERE relationship.person = adult.id AND relationship.family = adult.family);
