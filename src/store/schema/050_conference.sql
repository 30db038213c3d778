-- A conference, from being called to its notes. One conference can be about several children; decisions are one per child.

-- replayed
-- scope: family
CREATE TABLE conference (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    family BIGINT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    called TEXT NOT NULL,
    due TEXT,
    chair BIGINT,
    chair_why TEXT,
    held_on TEXT,
    starts BIGINT,
    place TEXT,
    room TEXT,
    link TEXT,
    reconvenes BIGINT,
    opened BIGINT,
    ended BIGINT,
    quorum_why TEXT,
    PRIMARY KEY (id)
);
CREATE INDEX conference_family ON conference (family, id);
CREATE INDEX conference_day ON conference (authority, state, held_on, id);
CREATE INDEX conference_chair ON conference (chair, held_on, id);

-- replayed
CREATE TABLE conference_child (
    authority BIGINT NOT NULL,
    conference BIGINT NOT NULL,
    child BIGINT NOT NULL,
    plan BIGINT,
    PRIMARY KEY (conference, child)
);
CREATE INDEX conference_child_child ON conference_child (child, conference);

-- replayed
-- scope: family
-- Who was thought of: an agency (with the professional who comes), a parent, carer, child, supporter, advocate, interpreter.
CREATE TABLE invitation (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    conference BIGINT NOT NULL,
    family BIGINT NOT NULL,
    agency BIGINT,
    person BIGINT,
    agency_kind TEXT,
    is_as TEXT NOT NULL,
    supports BIGINT,
    exclusion TEXT NOT NULL,
    exclusion_why TEXT,
    other_way TEXT,
    sent TEXT,
    answer TEXT,
    attendance TEXT,
    left_early BIGINT NOT NULL,
    confidentiality BIGINT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX invitation_conference ON invitation (conference, id);
CREATE INDEX invitation_person ON invitation (person, conference);
CREATE INDEX invitation_agency ON invitation (agency, conference);

-- replayed
-- scope: family
-- One question of readiness about one child, parent, carer or agency, and how it was answered. The newest row of a question holds.
CREATE TABLE readiness (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    conference BIGINT NOT NULL,
    family BIGINT NOT NULL,
    about BIGINT NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL,
    detail TEXT,
    asked TEXT,
    arranged_by BIGINT,
    confirmed BIGINT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX readiness_question ON readiness (conference, about, question, id);

-- replayed
-- scope: family
CREATE TABLE report (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    conference BIGINT NOT NULL,
    family BIGINT NOT NULL,
    agency BIGINT,
    author BIGINT NOT NULL,
    state TEXT NOT NULL,
    written TEXT NOT NULL,
    released TEXT,
    released_by BIGINT,
    PRIMARY KEY (id)
);
CREATE INDEX report_conference ON report (conference, id);

-- replayed
-- scope: family
-- Words that people wrote, each with its author and its readers. document is the report, conference, plan … they stand in.
CREATE TABLE paragraph (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    family BIGINT NOT NULL,
    child BIGINT,
    document BIGINT NOT NULL,
    place TEXT NOT NULL,
    author BIGINT NOT NULL,
    audience TEXT NOT NULL,
    not_to BIGINT,
    answers BIGINT,
    words TEXT NOT NULL,
    entry BIGINT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX paragraph_document ON paragraph (document, id);
CREATE INDEX paragraph_family ON paragraph (family, id);

-- replayed
-- scope: family
CREATE TABLE sharing (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    report BIGINT NOT NULL,
    conference BIGINT NOT NULL,
    family BIGINT NOT NULL,
    person BIGINT NOT NULL,
    shared_on TEXT,
    how TEXT,
    explained BIGINT NOT NULL,
    withheld_why TEXT,
    late_why TEXT,
    PRIMARY KEY (id)
);
CREATE INDEX sharing_report ON sharing (report, person);
CREATE INDEX sharing_conference ON sharing (conference, person);
CREATE INDEX sharing_person ON sharing (person, report);

-- replayed
-- One agency's view about one child. An absent agency's written view stands apart (written = 1).
CREATE TABLE agency_says (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    conference BIGINT NOT NULL,
    child BIGINT NOT NULL,
    invitation BIGINT NOT NULL,
    opinion TEXT NOT NULL,
    categories TEXT,
    reason TEXT NOT NULL,
    written BIGINT NOT NULL,
    dissent BIGINT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX agency_says_conference ON agency_says (conference, child, invitation, id);
CREATE INDEX agency_says_child ON agency_says (child, conference);

-- replayed
-- scope: family
CREATE TABLE family_says (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    conference BIGINT NOT NULL,
    family BIGINT NOT NULL,
    person BIGINT NOT NULL,
    how TEXT NOT NULL,
    words TEXT NOT NULL,
    asked TEXT,
    PRIMARY KEY (id)
);
CREATE INDEX family_says_conference ON family_says (conference, person, id);

-- replayed
CREATE TABLE decision (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    conference BIGINT NOT NULL,
    child BIGINT NOT NULL,
    decision TEXT NOT NULL,
    categories TEXT,
    harm TEXT,
    cause TEXT,
    significant TEXT,
    reason TEXT NOT NULL,
    who_decides TEXT NOT NULL,
    decided TEXT NOT NULL,
    decided_by BIGINT NOT NULL,
    plan BIGINT,
    PRIMARY KEY (id)
);
CREATE INDEX decision_conference ON decision (conference, child);
CREATE INDEX decision_child ON decision (child, decided);

-- replayed
-- scope: family
CREATE TABLE sent (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    conference BIGINT NOT NULL,
    family BIGINT NOT NULL,
    what TEXT NOT NULL,
    reader BIGINT NOT NULL,
    sent_on TEXT NOT NULL,
    how TEXT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX sent_conference ON sent (conference, id);
