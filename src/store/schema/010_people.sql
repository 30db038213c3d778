-- The people: who works here, who works with us, and the families. Every human being is one row of person, whatever else they are;
-- a child's number is the person's number. Names, dates and numbers that find a person are also kept as keys in name_key.

-- replayed
-- authority: the council whose record this is; several may share a store later
CREATE TABLE authority_record (
    authority BIGINT NOT NULL,
    name TEXT NOT NULL,
    telephone TEXT NOT NULL,
    urgent_telephone TEXT NOT NULL,
    practice BIGINT NOT NULL,
    PRIMARY KEY (authority)
);

-- replayed
-- authority: whose time limits hold in the council, from which day on: the latest row that has begun
CREATE TABLE authority_profile (
    authority BIGINT NOT NULL,
    since TEXT NOT NULL,
    profile TEXT NOT NULL,
    why TEXT,
    entry BIGINT NOT NULL,
    PRIMARY KEY (authority, since)
);

-- replayed
-- authority: a time limit that the council set itself: from that day on that kind of limit is counted so, in the place of the row of the profile that was in
-- force then, until another profile is
CREATE TABLE authority_limit (
    authority BIGINT NOT NULL,
    since TEXT NOT NULL,
    kind TEXT NOT NULL,
    number BIGINT NOT NULL,
    unit TEXT NOT NULL,
    profile TEXT NOT NULL,
    source TEXT NOT NULL,
    entry BIGINT NOT NULL,
    PRIMARY KEY (authority, since, kind)
);

-- replayed
-- A day that was made a holiday after this program was: the authority counts it as it counts the program's own, until it says that it was a mistake.
CREATE TABLE authority_holiday (
    authority BIGINT NOT NULL,
    id BIGINT NOT NULL,
    day TEXT NOT NULL,
    name TEXT NOT NULL,
    source TEXT NOT NULL,
    added_on TEXT NOT NULL,
    added_by BIGINT NOT NULL,
    entry BIGINT NOT NULL,
    withdrawn_on TEXT,
    withdrawn_by BIGINT,
    withdrawn_why TEXT,
    withdrawn BIGINT,
    PRIMARY KEY (id)
);
CREATE INDEX authority_holiday_day ON authority_holiday (authority, day);
CREATE INDEX authority_holiday_entry ON authority_holiday (entry);
CREATE INDEX authority_holiday_withdrawn ON authority_holiday (withdrawn);

-- replayed
-- unscoped: a name alone; what shows it asks visible through child, adult or worker
CREATE TABLE person (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    given TEXT NOT NULL,
    family_name TEXT NOT NULL,
    known_as TEXT,
    sort_key TEXT NOT NULL,
    born TEXT,
    expected TEXT,
    died TEXT,
    sex TEXT,
    nhs_number TEXT,
    upn TEXT,
    ethnicity TEXT,
    disabilities TEXT,
    language TEXT,
    communication TEXT,
    culture TEXT,
    telephone TEXT,
    email TEXT,
    entry BIGINT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX person_sorted ON person (authority, sort_key, id);
CREATE INDEX person_nhs ON person (authority, nhs_number);
CREATE INDEX person_born ON person (authority, born);

-- replayed
-- What finds a person: folded words of each name and alias (WORD), how they sound (SOUND), date of birth (BORN), NHS number (NHS),
-- words of addresses that are not protected (PLACE).
CREATE TABLE name_key (
    authority BIGINT NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    person BIGINT NOT NULL,
    source BIGINT NOT NULL,
    PRIMARY KEY (authority, kind, value, person, source)
);
CREATE INDEX name_key_person ON name_key (person);

-- replayed
CREATE TABLE alias (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    person BIGINT NOT NULL,
    name TEXT,
    why TEXT,
    PRIMARY KEY (id)
);
CREATE INDEX alias_person ON alias (person);

-- replayed
CREATE TABLE team (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    name TEXT NOT NULL,
    telephone TEXT NOT NULL,
    email TEXT,
    duty TEXT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX team_duty ON team (authority, duty);

-- replayed
-- Someone who signs in as staff, partner professional, family member or advocate: duty says as what.
CREATE TABLE worker (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    duty TEXT NOT NULL,
    team BIGINT,
    agency BIGINT,
    manager BIGINT,
    job TEXT NOT NULL,
    begins TEXT NOT NULL,
    ends TEXT,
    PRIMARY KEY (id)
);
CREATE INDEX worker_duty ON worker (authority, duty, id);
CREATE INDEX worker_team ON worker (team, id);
CREATE INDEX worker_agency ON worker (agency, id);
CREATE INDEX worker_manager ON worker (manager, id);

-- replayed
CREATE TABLE cover (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    worker BIGINT NOT NULL,
    covered_by BIGINT NOT NULL,
    begins TEXT NOT NULL,
    ends TEXT NOT NULL,
    why TEXT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX cover_worker ON cover (worker);

-- replayed
CREATE TABLE agency (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    telephone TEXT NOT NULL,
    email TEXT,
    place TEXT,
    PRIMARY KEY (id)
);
CREATE INDEX agency_kind ON agency (authority, kind, name, id);

-- replayed
-- scope: family
CREATE TABLE family (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    reference TEXT NOT NULL,
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    restricted BIGINT NOT NULL,
    restricted_why TEXT,
    domestic_abuse BIGINT NOT NULL,
    safe_contact TEXT,
    messages_stopped BIGINT NOT NULL,
    opened TEXT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX family_reference ON family (authority, reference);
CREATE INDEX family_sorted ON family (authority, sort_key, id);

-- replayed
CREATE TABLE child (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    family BIGINT NOT NULL,
    restricted BIGINT NOT NULL,
    unborn BIGINT NOT NULL,
    school BIGINT,
    surgery TEXT,
    allocated BIGINT,
    PRIMARY KEY (id)
);
CREATE INDEX child_family ON child (family, id);
CREATE INDEX child_allocated ON child (allocated, id);

-- replayed
-- scope: family
-- An adult of a family: parent, carer, relative, partner of a parent. One person can be in several families. safe_ways: the codes of the ways that they,
-- asked alone, said are safe; a letter goes by none of the others.
CREATE TABLE adult (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    family BIGINT NOT NULL,
    is_known_as TEXT NOT NULL,
    safe_contact TEXT,
    safe_ways TEXT,
    contact_is_safe BIGINT NOT NULL,
    PRIMARY KEY (id, family)
);
CREATE INDEX adult_family ON adult (family, id);

-- replayed
-- scope: family
CREATE TABLE household (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    family BIGINT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX household_family ON household (family, id);

-- replayed
-- scope: family
CREATE TABLE household_member (
    authority BIGINT NOT NULL,
    household BIGINT NOT NULL,
    family BIGINT NOT NULL,
    person BIGINT NOT NULL,
    begins TEXT NOT NULL,
    ends TEXT,
    note TEXT,
    PRIMARY KEY (household, person, begins)
);
CREATE INDEX household_member_family ON household_member (family, person);

-- replayed
-- Who somebody is to one child. Parental responsibility is a fact of its own: a step-parent may have it, a father may not.
CREATE TABLE relationship (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    family BIGINT NOT NULL,
    child BIGINT NOT NULL,
    person BIGINT NOT NULL,
    kind TEXT NOT NULL,
    parental_responsibility TEXT NOT NULL,
    restriction TEXT,
    begins TEXT NOT NULL,
    ends TEXT,
    PRIMARY KEY (id)
);
CREATE INDEX relationship_child ON relationship (child, person);
CREATE INDEX relationship_family ON relationship (family, person);
CREATE INDEX relationship_person ON relationship (person, child);

-- replayed
-- scope: family
CREATE TABLE court_order (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    family BIGINT NOT NULL,
    kind TEXT NOT NULL,
    about BIGINT NOT NULL,
    against BIGINT,
    made TEXT NOT NULL,
    ends TEXT,
    terms TEXT,
    PRIMARY KEY (id)
);
CREATE INDEX court_order_family ON court_order (family, id);

-- replayed
-- scope: family
-- Where somebody lives or lived. A protected address is read by its own piece, which asks READ_PROTECTED, and by nothing else.
CREATE TABLE address (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    family BIGINT NOT NULL,
    person BIGINT NOT NULL,
    kind TEXT NOT NULL,
    lines TEXT,
    postcode TEXT,
    protected BIGINT NOT NULL,
    not_to BIGINT,
    begins TEXT NOT NULL,
    ends TEXT,
    PRIMARY KEY (id)
);
CREATE INDEX address_family ON address (family, person, begins);
CREATE INDEX address_person ON address (person, begins);
