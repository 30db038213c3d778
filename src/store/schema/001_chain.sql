-- The record itself: everything done (ledger) and everything looked at (look), each a chain of hashes. Rows are added and never changed:
-- only_add in sqlite_only.sql and postgres_only.sql refuses the rest. ledger_head alone moves on.

-- chain head
-- Where each chain stands: LEDGER and LOOK. The last number and hash tell when rows at the end are gone. A writer of PostgreSQL locks
-- this table first, so that two servers on one store write one after the other.
CREATE TABLE ledger_head (
    chain TEXT NOT NULL,
    authority BIGINT NOT NULL,
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    hash BYTES NOT NULL,
    PRIMARY KEY (chain)
);

-- chain
-- The header of one entry: who recorded what kind of act, when, on whom. No content: that is in ledger_body, and commitment says which.
-- target is the thing the act was done on (a child, conference, plan, …), 0 for the whole organisation.
CREATE TABLE ledger (
    number BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    actor BIGINT NOT NULL,
    act TEXT NOT NULL,
    version BIGINT NOT NULL,
    family BIGINT,
    target BIGINT NOT NULL,
    commitment BYTES NOT NULL,
    previous BYTES NOT NULL,
    hash BYTES NOT NULL,
    PRIMARY KEY (number)
);
CREATE INDEX ledger_family ON ledger (family, number);

-- chain
CREATE TABLE ledger_body (
    number BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    salt BYTES NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (number)
);

-- chain
-- The children an entry is about: part of the header's hash.
CREATE TABLE ledger_child (
    child BIGINT NOT NULL,
    number BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    PRIMARY KEY (child, number)
);
CREATE INDEX ledger_child_number ON ledger_child (number, child);

-- chain
-- One page shown, or refused: who, as what, which address by its name in routes.def, about which family. search is the keyed hash of the
-- words looked for, never the words.
CREATE TABLE look (
    number BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    at BIGINT NOT NULL,
    actor BIGINT NOT NULL,
    duty TEXT NOT NULL,
    route TEXT NOT NULL,
    family BIGINT,
    refused BIGINT NOT NULL,
    search BYTES,
    previous BYTES NOT NULL,
    hash BYTES NOT NULL,
    PRIMARY KEY (number)
);

-- chain
-- The children a page showed: part of the look's hash.
CREATE TABLE look_child (
    child BIGINT NOT NULL,
    number BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    PRIMARY KEY (child, number)
);
CREATE INDEX look_of_actor ON look (actor, route, number);
CREATE INDEX look_child_number ON look_child (number, child);

-- chain
-- A form's once-only key and what came of it: the same form sent twice is one act with one answer. sent: the hash of all that came with the
-- key. Other words under the same key (Back, changed, sent again) are not what was recorded.
CREATE TABLE once (
    key TEXT NOT NULL,
    authority BIGINT NOT NULL,
    actor BIGINT NOT NULL,
    number BIGINT NOT NULL,
    sent BYTES NOT NULL,
    address TEXT NOT NULL,
    PRIMARY KEY (key)
);
