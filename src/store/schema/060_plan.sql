-- The child protection plan: one per child, versions kept, actions with owner, date and measure; core groups, visits, what follows.

-- replayed
CREATE TABLE plan (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    child BIGINT NOT NULL,
    family BIGINT NOT NULL,
    conference BIGINT NOT NULL,
    started TEXT NOT NULL,
    ended TEXT,
    end_reason TEXT,
    end_evidence TEXT,
    receiving_authority TEXT,
    receiving_conference TEXT,
    receiving_confirmed TEXT,
    state TEXT NOT NULL,
    categories TEXT NOT NULL,
    first_categories TEXT NOT NULL,
    lead_worker BIGINT,
    review_by TEXT,
    version BIGINT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX plan_child ON plan (child, started);
CREATE INDEX plan_family ON plan (family, started, id);
CREATE INDEX plan_open ON plan (authority, ended, started, id);

-- replayed
-- One version of one plan's sections. The newest without `published` is being written; the others never change again (SE-03).
CREATE TABLE plan_version (
    authority BIGINT NOT NULL,
    plan BIGINT NOT NULL,
    child BIGINT NOT NULL,
    version BIGINT NOT NULL,
    state TEXT NOT NULL,
    made TEXT NOT NULL,
    made_by BIGINT NOT NULL,
    published TEXT,
    published_by BIGINT,
    because TEXT,
    harm TEXT,
    cause TEXT,
    risks TEXT,
    why_needed TEXT,
    strengths TEXT,
    child_needs TEXT,
    parent_needs TEXT,
    cared_for TEXT,
    when_seen TEXT,
    support TEXT,
    goals_short TEXT,
    goals_long TEXT,
    contingency TEXT,
    proceedings TEXT,
    safety TEXT,
    entry BIGINT NOT NULL,
    PRIMARY KEY (plan, version)
);
CREATE INDEX plan_version_child ON plan_version (child, plan);

-- replayed
-- Words of a section for one reader alone, or that it is left out of their copy. Carried from version to version as the sections are.
CREATE TABLE plan_reader_words (
    authority BIGINT NOT NULL,
    plan BIGINT NOT NULL,
    child BIGINT NOT NULL,
    version BIGINT NOT NULL,
    section TEXT NOT NULL,
    person BIGINT NOT NULL,
    standing TEXT NOT NULL,
    words TEXT,
    entry BIGINT NOT NULL,
    PRIMARY KEY (plan, version, person, section)
);
CREATE INDEX plan_reader_words_child ON plan_reader_words (child, plan);

-- replayed
-- What somebody of the family says about a version of the plan; or that they were asked (SE-17).
CREATE TABLE plan_view (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    plan BIGINT NOT NULL,
    child BIGINT NOT NULL,
    version BIGINT NOT NULL,
    person BIGINT NOT NULL,
    asked TEXT NOT NULL,
    answer TEXT NOT NULL,
    words TEXT,
    ideas TEXT,
    entry BIGINT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX plan_view_plan ON plan_view (plan, version, id);
CREATE INDEX plan_view_child ON plan_view (child, plan);

-- replayed
-- One action as it stands from one version on, until another. A changed action is a new row of the same `line`; what was written once for
-- brothers and sisters is a row in each plan, all of the same `together`.
CREATE TABLE plan_action (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    plan BIGINT NOT NULL,
    child BIGINT NOT NULL,
    line BIGINT NOT NULL,
    together BIGINT NOT NULL,
    what TEXT,
    owner TEXT,
    owner_person BIGINT,
    owner_words TEXT,
    by_when TEXT,
    repeats TEXT,
    how_often TEXT,
    measure TEXT,
    aim TEXT,
    notices TEXT,
    because TEXT,
    kept_why TEXT,
    kept_by BIGINT,
    audience TEXT NOT NULL,
    not_to BIGINT,
    progress TEXT NOT NULL,
    progress_note TEXT,
    rolled BIGINT NOT NULL,
    since_version BIGINT NOT NULL,
    until_version BIGINT,
    PRIMARY KEY (id)
);
CREATE INDEX plan_action_plan ON plan_action (plan, id);
CREATE INDEX plan_action_child ON plan_action (child, plan);
CREATE INDEX plan_action_owner ON plan_action (owner_person, by_when, id);

-- replayed
CREATE TABLE core_member (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    plan BIGINT NOT NULL,
    child BIGINT NOT NULL,
    person BIGINT,
    agency BIGINT,
    is_as TEXT NOT NULL,
    begins TEXT NOT NULL,
    ends TEXT,
    PRIMARY KEY (id)
);
CREATE INDEX core_member_plan ON core_member (plan, id);
CREATE INDEX core_member_child ON core_member (child, plan);
CREATE INDEX core_member_person ON core_member (person, ends);

-- replayed
-- scope: family
-- moved is the entry of its last move, moved_from the day it was planned for until then.
CREATE TABLE meeting (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    family BIGINT NOT NULL,
    kind TEXT NOT NULL,
    planned TEXT,
    starts BIGINT,
    place TEXT,
    organised_by BIGINT,
    moved BIGINT,
    moved_from TEXT,
    held TEXT,
    notes TEXT,
    family_group TEXT,
    family_group_note TEXT,
    PRIMARY KEY (id)
);
CREATE INDEX meeting_family ON meeting (family, planned, id);
CREATE INDEX meeting_planned ON meeting (authority, held, planned, id);

-- replayed
CREATE TABLE meeting_child (
    authority BIGINT NOT NULL,
    meeting BIGINT NOT NULL,
    child BIGINT NOT NULL,
    plan BIGINT,
    PRIMARY KEY (meeting, child)
);
CREATE INDEX meeting_child_child ON meeting_child (child, meeting);

-- replayed
-- scope: family
CREATE TABLE meeting_attendance (
    authority BIGINT NOT NULL,
    meeting BIGINT NOT NULL,
    family BIGINT NOT NULL,
    person BIGINT NOT NULL,
    attendance TEXT NOT NULL,
    why TEXT,
    PRIMARY KEY (meeting, person)
);

-- replayed
-- scope: family
-- What a parent or other member of the family said at a meeting: their view of the plan, their ideas for more support (SE-06).
CREATE TABLE meeting_says (
    authority BIGINT NOT NULL,
    meeting BIGINT NOT NULL,
    family BIGINT NOT NULL,
    person BIGINT NOT NULL,
    answer TEXT NOT NULL,
    words TEXT,
    ideas TEXT,
    PRIMARY KEY (meeting, person)
);

-- replayed
CREATE TABLE action_review (
    authority BIGINT NOT NULL,
    meeting BIGINT NOT NULL,
    action BIGINT NOT NULL,
    child BIGINT NOT NULL,
    progress TEXT NOT NULL,
    note TEXT,
    PRIMARY KEY (meeting, action)
);
CREATE INDEX action_review_action ON action_review (action, meeting);

-- replayed
-- scope: family
CREATE TABLE visit (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    family BIGINT NOT NULL,
    made TEXT NOT NULL,
    at_minutes BIGINT NOT NULL,
    kind TEXT NOT NULL,
    made_by BIGINT NOT NULL,
    place TEXT,
    failed BIGINT NOT NULL,
    failed_why TEXT,
    home_seen BIGINT NOT NULL,
    home TEXT,
    adults TEXT,
    notes TEXT,
    entry BIGINT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX visit_family ON visit (family, made, id);

-- replayed
CREATE TABLE support_after (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    child BIGINT NOT NULL,
    plan BIGINT NOT NULL,
    offered TEXT NOT NULL,
    what TEXT,
    answer TEXT NOT NULL,
    ground TEXT,
    reason TEXT,
    effect TEXT,
    next_steps TEXT,
    asked_for BIGINT NOT NULL,
    entry BIGINT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX support_after_child ON support_after (child, offered);

-- replayed
-- Why a review was brought forward, and to when (a child on a plan gets no second initial conference).
CREATE TABLE review_forward (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    plan BIGINT NOT NULL,
    child BIGINT NOT NULL,
    asked TEXT NOT NULL,
    review_by TEXT NOT NULL,
    why TEXT,
    entry BIGINT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX review_forward_child ON review_forward (child, plan);

-- replayed
-- A senior manager looked at a plan that has gone on for long (SB-14).
CREATE TABLE senior_review (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    plan BIGINT NOT NULL,
    child BIGINT NOT NULL,
    reviewed TEXT NOT NULL,
    reviewed_by BIGINT NOT NULL,
    found TEXT,
    changes TEXT,
    entry BIGINT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX senior_review_child ON senior_review (child, plan);

-- replayed
-- Before a review: how the plan works, and what the child says has changed (SE-10).
CREATE TABLE look_back (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    plan BIGINT NOT NULL,
    child BIGINT NOT NULL,
    asked TEXT NOT NULL,
    plan_works TEXT,
    family_works TEXT,
    worry TEXT,
    child_answer TEXT NOT NULL,
    child_words TEXT,
    entry BIGINT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX look_back_plan ON look_back (plan, asked, id);
CREATE INDEX look_back_child ON look_back (child, plan);

-- replayed
CREATE TABLE look_back_view (
    authority BIGINT NOT NULL,
    look_back BIGINT NOT NULL,
    child BIGINT NOT NULL,
    person BIGINT NOT NULL,
    answer TEXT NOT NULL,
    changed TEXT,
    difference TEXT,
    PRIMARY KEY (look_back, person)
);
CREATE INDEX look_back_view_child ON look_back_view (child, look_back);
