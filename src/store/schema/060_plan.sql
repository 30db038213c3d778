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
-- One version of one plan's sections. The newest without `published` is being written.
CREATE TABLE plan_version (
    authority BIGINT NOT NULL,
    plan BIGINT NOT NULL,
    child BIGINT NOT NULL,
    version BIGINT NOT NULL,
    state TEXT NOT NULL,
    made TEXT NOT NULL,
    made_by BIGINT NOT NULL,
    published TEXT,
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
    parents_view TEXT,
    entry BIGINT NOT NULL,
    PRIMARY KEY (plan, version)
);
CREATE INDEX plan_version_child ON plan_version (child, plan);

-- replayed
CREATE TABLE plan_action (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    plan BIGINT NOT NULL,
    child BIGINT NOT NULL,
    what TEXT NOT NULL,
    owner TEXT NOT NULL,
    owner_person BIGINT,
    owner_words TEXT NOT NULL,
    by_when TEXT,
    repeats TEXT,
    measure TEXT,
    aim TEXT,
    notices TEXT,
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
CREATE TABLE meeting (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    family BIGINT NOT NULL,
    kind TEXT NOT NULL,
    planned TEXT,
    starts BIGINT,
    place TEXT,
    held TEXT,
    notes TEXT,
    parents_view TEXT,
    ideas TEXT,
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
    starts BIGINT,
    kind TEXT NOT NULL,
    made_by BIGINT NOT NULL,
    place TEXT,
    failed BIGINT NOT NULL,
    failed_why TEXT,
    home TEXT,
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
    what TEXT NOT NULL,
    answer TEXT NOT NULL,
    answered_by BIGINT,
    reason TEXT,
    effect TEXT,
    next_steps TEXT,
    PRIMARY KEY (id)
);
CREATE INDEX support_after_child ON support_after (child, offered);
