-- A conference's decision after it is locked: its words amended, and what was told of the meeting outside it.

-- replayed
-- One part of one child's decision that was put right. The decision's own row has what stands now.
CREATE TABLE decision_amendment (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    conference BIGINT NOT NULL,
    child BIGINT NOT NULL,
    part TEXT NOT NULL,
    was TEXT,
    is_now TEXT,
    why TEXT,
    amended TEXT NOT NULL,
    amended_by BIGINT NOT NULL,
    entry BIGINT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX decision_amendment_conference ON decision_amendment (conference, id);

-- replayed
-- Something that was said in a conference, told to somebody who was not in it (SC-12).
CREATE TABLE told_outside (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    conference BIGINT NOT NULL,
    family BIGINT NOT NULL,
    child BIGINT NOT NULL,
    told_on TEXT NOT NULL,
    to_whom TEXT,
    what TEXT,
    ground TEXT NOT NULL,
    why TEXT,
    told_by BIGINT NOT NULL,
    PRIMARY KEY (id, child)
);
CREATE INDEX told_outside_conference ON told_outside (conference, id);
