-- A conference, from being called to its notes. One conference can be about several children; decisions are one per child.

-- replayed
-- scope: family
-- planned is the day it was called for, held_on the day that was booked. last is the conference before this one, for a review. moved is the entry of its
-- last move, moved_from the day it was booked for until then.
CREATE TABLE conference (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    family BIGINT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    called TEXT NOT NULL,
    planned TEXT NOT NULL,
    due TEXT,
    agreed_by BIGINT NOT NULL,
    why TEXT,
    last BIGINT,
    chair BIGINT,
    held_on TEXT,
    starts BIGINT,
    place TEXT,
    room TEXT,
    link TEXT,
    moved BIGINT,
    moved_from TEXT,
    sharing_on TEXT,
    opened BIGINT,
    introduced BIGINT NOT NULL,
    confidential BIGINT NOT NULL,
    ended BIGINT,
    ended_why TEXT,
    who_decides TEXT,
    PRIMARY KEY (id)
);
CREATE INDEX conference_family ON conference (family, id);
CREATE INDEX conference_day ON conference (authority, state, held_on, id);
CREATE INDEX conference_chair ON conference (chair, held_on, id);

-- replayed
-- plan is the child's plan when the conference was called; none for an initial one.
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
-- Who was thought of: an agency (with the professional who comes), a parent, carer, child, supporter, advocate, interpreter. The list begins
-- with who is known to the children; invited is NULL until somebody decided, then 1 or 0. again is the entry of a move that they have not been told of.
CREATE TABLE invitation (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    conference BIGINT NOT NULL,
    family BIGINT NOT NULL,
    is_as TEXT NOT NULL,
    agency BIGINT,
    person BIGINT,
    name TEXT,
    supports BIGINT,
    knows BIGINT NOT NULL,
    invited BIGINT,
    exclusion TEXT,
    exclusion_why TEXT,
    other_way TEXT,
    sent TEXT,
    again BIGINT,
    attendance TEXT,
    met TEXT,
    confidentiality BIGINT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX invitation_conference ON invitation (conference, id);
CREATE INDEX invitation_person ON invitation (person, conference);
CREATE INDEX invitation_agency ON invitation (agency, conference);

-- replayed
-- For which of the children somebody is invited.
CREATE TABLE invitation_child (
    authority BIGINT NOT NULL,
    invitation BIGINT NOT NULL,
    child BIGINT NOT NULL,
    PRIMARY KEY (invitation, child)
);
CREATE INDEX invitation_child_child ON invitation_child (child, invitation);

-- replayed
-- scope: family
-- One question of readiness about one child, parent, carer or invited agency (about is the person or the invitation), and how it was answered.
-- The newest entry of a question holds. again is the entry of a move after which it is to be asked once more.
CREATE TABLE readiness (
    authority BIGINT NOT NULL,
    conference BIGINT NOT NULL,
    family BIGINT NOT NULL,
    about BIGINT NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL,
    detail TEXT,
    needs TEXT,
    ways TEXT,
    other BIGINT,
    confirmed BIGINT NOT NULL,
    asked TEXT NOT NULL,
    asked_by BIGINT NOT NULL,
    again BIGINT,
    entry BIGINT NOT NULL,
    PRIMARY KEY (conference, about, question, entry)
);

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
    words TEXT,
    entry BIGINT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX paragraph_document ON paragraph (document, id);
CREATE INDEX paragraph_family ON paragraph (family, id);

-- replayed
-- scope: family
-- How a report reached one parent, carer or young person; or that it was kept back, and on which ground.
CREATE TABLE sharing (
    authority BIGINT NOT NULL,
    report BIGINT NOT NULL,
    conference BIGINT NOT NULL,
    family BIGINT NOT NULL,
    person BIGINT NOT NULL,
    shared_on TEXT NOT NULL,
    how TEXT NOT NULL,
    explained BIGINT NOT NULL,
    withheld_why TEXT,
    added TEXT,
    entry BIGINT NOT NULL,
    PRIMARY KEY (report, person, entry)
);
CREATE INDEX sharing_conference ON sharing (conference, person);

-- replayed
-- One agency's view about one child. An absent agency's written view stands apart (written = 1). dissent says that the decision differed.
CREATE TABLE agency_says (
    authority BIGINT NOT NULL,
    conference BIGINT NOT NULL,
    child BIGINT NOT NULL,
    invitation BIGINT NOT NULL,
    opinion TEXT NOT NULL,
    categories TEXT,
    reason TEXT,
    evidence TEXT,
    written BIGINT NOT NULL,
    dissent BIGINT NOT NULL,
    entry BIGINT NOT NULL,
    PRIMARY KEY (conference, child, invitation)
);
CREATE INDEX agency_says_child ON agency_says (child, conference);

-- replayed
-- scope: family
CREATE TABLE family_says (
    authority BIGINT NOT NULL,
    conference BIGINT NOT NULL,
    family BIGINT NOT NULL,
    person BIGINT NOT NULL,
    how TEXT NOT NULL,
    words TEXT,
    asked TEXT,
    audience TEXT NOT NULL,
    entry BIGINT NOT NULL,
    PRIMARY KEY (conference, person, entry)
);

-- replayed
-- recommends: codes of recommendation, with why, what else was considered (SB-12), and whether the parents were told to take advice (SD-21).
CREATE TABLE decision (
    authority BIGINT NOT NULL,
    conference BIGINT NOT NULL,
    child BIGINT NOT NULL,
    decision TEXT NOT NULL,
    categories TEXT,
    harm_kinds TEXT,
    harm TEXT,
    cause TEXT,
    reason TEXT,
    recommends TEXT,
    recommends_why TEXT,
    considered TEXT,
    advised BIGINT NOT NULL,
    decided TEXT NOT NULL,
    decided_by BIGINT NOT NULL,
    plan BIGINT,
    PRIMARY KEY (conference, child)
);
CREATE INDEX decision_child ON decision (child, decided);

-- replayed
-- scope: family
CREATE TABLE sent (
    authority BIGINT NOT NULL,
    conference BIGINT NOT NULL,
    family BIGINT NOT NULL,
    what TEXT NOT NULL,
    reader BIGINT NOT NULL,
    sent_on TEXT NOT NULL,
    how TEXT NOT NULL,
    entry BIGINT NOT NULL,
    PRIMARY KEY (conference, what, reader, entry)
);
CREATE INDEX sent_reader ON sent (reader, sent_on);
