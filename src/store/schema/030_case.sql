-- A child's episode, what happened in it, and what is due because of it. Every act that moves a child writes here through the
-- consequences it declared (acts/consequences.h); nobody else does.

-- replayed
CREATE TABLE episode (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    child BIGINT NOT NULL,
    family BIGINT NOT NULL,
    stage TEXT NOT NULL,
    opened TEXT NOT NULL,
    closed TEXT,
    reason TEXT,
    PRIMARY KEY (id)
);
CREATE INDEX episode_child ON episode (child, opened);
CREATE INDEX episode_family ON episode (family, closed);
CREATE INDEX episode_stage ON episode (authority, stage, closed, id);

-- replayed
-- What happened to a child on which day, in the words the obligations know (rules/codes/event.codes).
CREATE TABLE child_event (
    authority BIGINT NOT NULL,
    child BIGINT NOT NULL,
    entry BIGINT NOT NULL,
    place BIGINT NOT NULL,
    event TEXT NOT NULL,
    happened TEXT NOT NULL,
    PRIMARY KEY (child, entry, place)
);
CREATE INDEX child_event_day ON child_event (authority, happened, child);

-- replayed
-- What is due, was met, or is no longer needed. due and start come from rules/obligations.c by way of the entry's body. days_late: calendar
-- days after `due` on which it was met, or stopped being needed undone; 0 for every other state. A state of LATE is never kept: a day comes by itself.
CREATE TABLE obligation (
    authority BIGINT NOT NULL,
    child BIGINT NOT NULL,
    kind TEXT NOT NULL,
    start TEXT NOT NULL,
    due TEXT NOT NULL,
    warn TEXT NOT NULL,
    met TEXT,
    met_by TEXT,
    stopped TEXT,
    stopped_by TEXT,
    days_late BIGINT NOT NULL,
    state TEXT NOT NULL,
    profile TEXT NOT NULL,
    entry BIGINT NOT NULL,
    PRIMARY KEY (child, kind, start)
);
CREATE INDEX obligation_due ON obligation (authority, state, due, child, kind, start);

-- Whose team a child is counted for: that of the lead social worker; where nobody is named, the team that holds the case; 0 for neither.
CREATE VIEW case_team AS
SELECT child.id AS child, child.allocated AS worker,
       COALESCE(worker.team, (SELECT MIN(team.id) FROM access JOIN team ON team.id = access.holder
                               WHERE access.child = child.id AND access.role = 'CASE_HOLDER' AND access.ends = 9223372036854775807), 0) AS team
  FROM child LEFT JOIN worker ON worker.id = child.allocated;

-- replayed
-- Each time the day of something that waited became another: what it was, what it became, and why. A holiday that moved it is found by the entry.
CREATE TABLE obligation_moved (
    authority BIGINT NOT NULL,
    child BIGINT NOT NULL,
    kind TEXT NOT NULL,
    start TEXT NOT NULL,
    entry BIGINT NOT NULL,
    was TEXT NOT NULL,
    now TEXT NOT NULL,
    moved_on TEXT NOT NULL,
    why TEXT NOT NULL,
    PRIMARY KEY (child, kind, start, entry)
);
CREATE INDEX obligation_moved_entry ON obligation_moved (entry, child);

-- replayed
-- scope: family
-- A file that came with what somebody recorded. Its bytes are in the sealed file that `blob` names (store/blob.h), and in no table.
CREATE TABLE attached_file (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    family BIGINT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    size BIGINT NOT NULL,
    hash BYTES NOT NULL,
    blob BYTES NOT NULL,
    entry BIGINT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX attached_file_family ON attached_file (family, id);
CREATE INDEX attached_file_blob ON attached_file (blob);

-- replayed
CREATE TABLE attached_file_child (
    authority BIGINT NOT NULL,
    document BIGINT NOT NULL,
    child BIGINT NOT NULL,
    PRIMARY KEY (document, child)
);
CREATE INDEX attached_file_child_child ON attached_file_child (child, document);

-- replayed
-- Why something was late, each time somebody said it.
CREATE TABLE late_reason (
    authority BIGINT NOT NULL,
    child BIGINT NOT NULL,
    kind TEXT NOT NULL,
    start TEXT NOT NULL,
    entry BIGINT NOT NULL,
    said_on TEXT NOT NULL,
    said_by BIGINT NOT NULL,
    why TEXT,
    next TEXT,
    done_by TEXT,
    PRIMARY KEY (child, kind, start, entry)
);
