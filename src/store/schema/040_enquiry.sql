-- From the first contact to the end of the enquiry. What people wrote is never NOT NULL: retention erases it, and the row stays.

-- replayed
-- scope: family
CREATE TABLE contact (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    family BIGINT NOT NULL,
    received TEXT NOT NULL,
    way TEXT NOT NULL,
    source TEXT NOT NULL,
    referrer TEXT,
    referrer_role TEXT,
    referrer_telephone TEXT,
    involvement TEXT,
    concern TEXT,
    perpetrator TEXT,
    perpetrator_place TEXT,
    perpetrator_work TEXT,
    decided TEXT,
    entry BIGINT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX contact_family ON contact (family, received, id);

-- replayed
CREATE TABLE contact_child (
    authority BIGINT NOT NULL,
    contact BIGINT NOT NULL,
    child BIGINT NOT NULL,
    decision TEXT,
    reason TEXT,
    PRIMARY KEY (contact, child)
);
CREATE INDEX contact_child_child ON contact_child (child, contact);

-- replayed
CREATE TABLE referral (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    contact BIGINT NOT NULL,
    child BIGINT NOT NULL,
    received TEXT NOT NULL,
    decided TEXT,
    decision TEXT,
    reason TEXT,
    decided_by BIGINT,
    PRIMARY KEY (id)
);
CREATE INDEX referral_child ON referral (child, received);
CREATE INDEX referral_waiting ON referral (authority, decided, received, id);

-- replayed
-- scope: family
CREATE TABLE notification (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    family BIGINT NOT NULL,
    contact BIGINT,
    force_name TEXT NOT NULL,
    reference TEXT NOT NULL,
    received TEXT NOT NULL,
    words TEXT,
    plain TEXT,
    not_to BIGINT,
    document BIGINT,
    PRIMARY KEY (id)
);
CREATE INDEX notification_document ON notification (document);
CREATE INDEX notification_family ON notification (family, received);

-- replayed
CREATE TABLE notification_child (
    authority BIGINT NOT NULL,
    notification BIGINT NOT NULL,
    child BIGINT NOT NULL,
    PRIMARY KEY (notification, child)
);
CREATE INDEX notification_child_child ON notification_child (child, notification);

-- replayed
CREATE TABLE disclosure (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    child BIGINT NOT NULL,
    said TEXT NOT NULL,
    minute BIGINT NOT NULL,
    heard_by TEXT,
    place TEXT,
    words TEXT,
    asked TEXT,
    showed TEXT,
    audience TEXT NOT NULL,
    entry BIGINT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX disclosure_child ON disclosure (child, said);

-- replayed
CREATE TABLE protection (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    child BIGINT NOT NULL,
    family BIGINT NOT NULL,
    kind TEXT NOT NULL,
    ground TEXT NOT NULL,
    begins BIGINT NOT NULL,
    until_at BIGINT,
    extended TEXT,
    ended BIGINT,
    ended_why TEXT,
    by_agency TEXT NOT NULL,
    place TEXT,
    note TEXT,
    PRIMARY KEY (id)
);
CREATE INDEX protection_child ON protection (child, begins);
CREATE INDEX protection_family ON protection (family, ended);

-- replayed
CREATE TABLE assessment (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    child BIGINT NOT NULL,
    started TEXT NOT NULL,
    finished TEXT,
    authorised_by BIGINT,
    family BIGINT NOT NULL,
    judgement TEXT,
    judgement_why TEXT,
    needs TEXT,
    strengths TEXT,
    child_words TEXT,
    outcome TEXT,
    PRIMARY KEY (id)
);
CREATE INDEX assessment_child ON assessment (child, started);
CREATE INDEX assessment_family ON assessment (family, finished);

-- replayed
-- scope: family
CREATE TABLE strategy (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    family BIGINT NOT NULL,
    held TEXT NOT NULL,
    took_part TEXT NOT NULL,
    known TEXT,
    PRIMARY KEY (id)
);
CREATE INDEX strategy_family ON strategy (family, held);

-- replayed
CREATE TABLE strategy_child (
    authority BIGINT NOT NULL,
    strategy BIGINT NOT NULL,
    child BIGINT NOT NULL,
    outcome TEXT NOT NULL,
    reason TEXT,
    PRIMARY KEY (strategy, child)
);
CREATE INDEX strategy_child_child ON strategy_child (child, strategy);

-- replayed
CREATE TABLE enquiry (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    child BIGINT NOT NULL,
    family BIGINT NOT NULL,
    strategy BIGINT NOT NULL,
    started TEXT NOT NULL,
    concluded TEXT,
    outcome TEXT,
    harm TEXT,
    significant TEXT,
    reason TEXT,
    follows TEXT,
    PRIMARY KEY (id)
);
CREATE INDEX enquiry_child ON enquiry (child, started);
CREATE INDEX enquiry_family ON enquiry (family, started);

-- replayed
-- scope: family
CREATE TABLE told (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    family BIGINT NOT NULL,
    person BIGINT NOT NULL,
    recorded TEXT NOT NULL,
    told_on TEXT,
    told_by BIGINT,
    said TEXT,
    not_yet_why TEXT,
    entry BIGINT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX told_family ON told (family, person, recorded);

-- replayed
-- Every time a child was seen, or should have been: in an enquiry, an assessment or on a visit. `enquiry` is the one that was running.
CREATE TABLE seen (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    child BIGINT NOT NULL,
    seen_on TEXT NOT NULL,
    how TEXT NOT NULL,
    others TEXT,
    why TEXT,
    place TEXT,
    bedroom TEXT,
    words TEXT,
    enquiry BIGINT,
    visit BIGINT,
    seen_by BIGINT NOT NULL,
    entry BIGINT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX seen_child ON seen (child, seen_on, id);
CREATE INDEX seen_enquiry ON seen (enquiry, seen_on);
CREATE INDEX seen_visit ON seen (visit, child);

-- replayed
-- The interim safety plan: it holds from the day it is made until `ended`, when a conference meets or a new one is made.
CREATE TABLE safety_plan (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    child BIGINT NOT NULL,
    made TEXT NOT NULL,
    what TEXT,
    agreed_with TEXT,
    ended TEXT,
    PRIMARY KEY (id)
);
CREATE INDEX safety_plan_child ON safety_plan (child, made);

-- replayed
CREATE TABLE transfer (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    child BIGINT NOT NULL,
    from_authority TEXT NOT NULL,
    notified TEXT NOT NULL,
    plan_since TEXT,
    categories TEXT,
    note TEXT,
    PRIMARY KEY (id)
);
CREATE INDEX transfer_child ON transfer (child, notified);

-- replayed
CREATE TABLE legal_planning (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    child BIGINT NOT NULL,
    referred TEXT NOT NULL,
    meeting TEXT,
    why TEXT,
    held TEXT,
    outcome TEXT,
    reason TEXT,
    advice TEXT,
    letter TEXT,
    letter_on TEXT,
    family_group BIGINT,
    no_family_group_why TEXT,
    sought TEXT,
    applied TEXT,
    advised TEXT,
    advised_by BIGINT,
    threshold TEXT,
    parents_meet TEXT,
    court TEXT,
    case_number TEXT,
    hearing TEXT,
    PRIMARY KEY (id)
);
CREATE INDEX legal_planning_child ON legal_planning (child, referred);

-- replayed
CREATE TABLE child_in_need_plan (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    child BIGINT NOT NULL,
    started TEXT NOT NULL,
    ended TEXT,
    what TEXT,
    answer TEXT NOT NULL,
    answer_why TEXT,
    PRIMARY KEY (id)
);
CREATE INDEX child_in_need_plan_child ON child_in_need_plan (child, started);

-- replayed
-- Why a manager closed a child's case, and how the child was then.
CREATE TABLE closing (
    authority BIGINT NOT NULL,
    child BIGINT NOT NULL,
    entry BIGINT NOT NULL,
    closed TEXT NOT NULL,
    reason TEXT NOT NULL,
    summary TEXT,
    PRIMARY KEY (child, entry)
);
