-- What goes out about a conference: where mail reaches people, the outbox, what became of each message, the letters as they were sent.

-- replayed
-- An agency is a mailbox that somebody reads, with a deputy: not one named teacher.
CREATE TABLE mailbox (
    agency BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    lead TEXT NOT NULL,
    deputy TEXT,
    entry BIGINT NOT NULL,
    PRIMARY KEY (agency)
);

-- replayed
-- scope: family
-- An address to which somebody of the family said, alone, that mail reaches nobody else; who asked them, and when.
CREATE TABLE safe_email (
    person BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    family BIGINT NOT NULL,
    address TEXT,
    asked TEXT NOT NULL,
    asked_by BIGINT NOT NULL,
    entry BIGINT NOT NULL,
    PRIMARY KEY (person, family)
);

-- replayed
-- scope: family
-- What became of a message, once that was known.
CREATE TABLE mail_result (
    mail BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    conference BIGINT NOT NULL,
    family BIGINT NOT NULL,
    invitation BIGINT,
    cause TEXT NOT NULL,
    outcome TEXT NOT NULL,
    entry BIGINT NOT NULL,
    PRIMARY KEY (mail, entry)
);

-- replayed
-- scope: family
-- What somebody chose to do about a message: the newest holds.
CREATE TABLE mail_choice (
    mail BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    conference BIGINT NOT NULL,
    family BIGINT NOT NULL,
    choice TEXT NOT NULL,
    entry BIGINT NOT NULL,
    PRIMARY KEY (mail, entry)
);

-- desk
-- How far the ledger was read for what is to be told. No row: nothing was, and what came before is not told any more.
CREATE TABLE outbox_read (
    authority BIGINT NOT NULL,
    number BIGINT NOT NULL,
    PRIMARY KEY (authority)
);

-- desk
-- scope: family
-- What is to be told, a row for each mailbox: id is the entry that caused it * 1024 and a count. No address stands here: it is looked up when the
-- message goes, with everything that could forbid it. chosen is the entry of the choice that was obeyed last.
CREATE TABLE outbox (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    conference BIGINT NOT NULL,
    family BIGINT NOT NULL,
    invitation BIGINT,
    person BIGINT,
    cause TEXT NOT NULL,
    box TEXT NOT NULL,
    state TEXT NOT NULL,
    why TEXT,
    reply TEXT,
    tries BIGINT NOT NULL,
    tried_at BIGINT,
    next_at BIGINT,
    chosen BIGINT NOT NULL,
    recorded BIGINT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX outbox_state ON outbox (authority, state, next_at, id);
CREATE INDEX outbox_recorded ON outbox (authority, recorded, state, id);
CREATE INDEX outbox_conference ON outbox (conference, id);
CREATE INDEX outbox_invitation ON outbox (invitation, id);

-- replayed
-- scope: family
-- A letter as it was sent: kind and way, and the words that stood in it.
CREATE TABLE letter (
    id BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    conference BIGINT NOT NULL,
    family BIGINT NOT NULL,
    invitation BIGINT NOT NULL,
    kind TEXT NOT NULL,
    how TEXT NOT NULL,
    sent_on TEXT NOT NULL,
    sent_by BIGINT NOT NULL,
    copy TEXT,
    entry BIGINT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX letter_conference ON letter (conference, id);
CREATE INDEX letter_invitation ON letter (invitation, id);
