-- A small schema for the golden tests: the views and tables that macros name, and one of each kind.
-- version 1

-- replayed
CREATE TABLE child (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    family BIGINT NOT NULL,
    name TEXT NOT NULL,
    born TEXT,
    stage TEXT,
    visits BIGINT,
    PRIMARY KEY (id)
);
CREATE INDEX child_family ON child (family, id);
CREATE INDEX child_named ON child (authority, name);

-- replayed
-- scope: family
CREATE TABLE household (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    family BIGINT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (id)
);

-- replayed
-- scope: family
CREATE TABLE conference (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    family BIGINT NOT NULL,
    PRIMARY KEY (id)
);

-- replayed
CREATE TABLE conference_child (
    authority BIGINT NOT NULL,
    conference BIGINT NOT NULL,
    child BIGINT NOT NULL,
    PRIMARY KEY (conference, child)
);

-- replayed
-- scope: family
CREATE TABLE meeting (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    family BIGINT NOT NULL,
    PRIMARY KEY (id)
);

-- replayed
CREATE TABLE meeting_child (
    authority BIGINT NOT NULL,
    meeting BIGINT NOT NULL,
    child BIGINT NOT NULL,
    PRIMARY KEY (meeting, child)
);

-- replayed
CREATE TABLE note (
    child BIGINT NOT NULL,
    number BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (child, number)
);

-- replayed
-- unscoped: it is what visible is made of
CREATE TABLE access (
    authority BIGINT NOT NULL,
    actor BIGINT NOT NULL,
    child BIGINT NOT NULL,
    rights BIGINT NOT NULL,
    begins BIGINT NOT NULL,
    ends BIGINT NOT NULL,
    PRIMARY KEY (actor, child)
);

-- desk
CREATE TABLE draft (
    key BYTES NOT NULL,
    authority BIGINT NOT NULL,
    words TEXT,
    PRIMARY KEY (key)
);

-- chain
CREATE TABLE entry (
    number BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    act TEXT NOT NULL,
    PRIMARY KEY (number)
);

CREATE VIEW visible AS SELECT authority, actor, child, rights, begins, ends FROM access;
