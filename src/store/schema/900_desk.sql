-- The desk: what people need while they work and the record does not: sessions, passwords, what was typed and not sent. Not replayed.

-- desk
-- Who is signed in. hash is of the cookie's token, proof of what this session's forms carry: what stands here opens nothing. A session that
-- is over stays a while: it says whose the form was that comes too late, or when somebody else has signed in there.
CREATE TABLE session (
    hash TEXT NOT NULL,
    proof TEXT NOT NULL,
    authority BIGINT NOT NULL,
    person BIGINT NOT NULL,
    begun BIGINT NOT NULL,
    last_seen BIGINT NOT NULL,
    ends BIGINT NOT NULL,
    PRIMARY KEY (hash)
);
CREATE INDEX session_person ON session (person, ends);
CREATE UNIQUE INDEX session_proof ON session (proof);

-- desk
-- How someone signs in: name as folded by web/sign_in.h, an argon2id hash, wrong passwords since the last right one, and until when
-- none is taken.
CREATE TABLE credential (
    person BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    name TEXT NOT NULL,
    hash TEXT NOT NULL,
    wrong BIGINT NOT NULL,
    locked_until BIGINT,
    changed BIGINT NOT NULL,
    PRIMARY KEY (person)
);
CREATE UNIQUE INDEX credential_name ON credential (authority, name);

-- desk
-- What someone typed into the form of an address and has not sent. body is the form, urlencoded.
CREATE TABLE draft (
    person BIGINT NOT NULL,
    address TEXT NOT NULL,
    authority BIGINT NOT NULL,
    body TEXT NOT NULL,
    saved_at BIGINT NOT NULL,
    PRIMARY KEY (person, address)
);
CREATE INDEX draft_saved ON draft (person, saved_at);

-- desk
-- A file that came with a form which was not taken yet, or came too late: it waits for its author, as a draft does. The bytes are sealed in
-- the blob.
CREATE TABLE upload (
    blob BYTES NOT NULL,
    authority BIGINT NOT NULL,
    person BIGINT NOT NULL,
    address TEXT NOT NULL,
    field TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    size BIGINT NOT NULL,
    hash BYTES NOT NULL,
    saved_at BIGINT NOT NULL,
    PRIMARY KEY (blob)
);
CREATE INDEX upload_person ON upload (person, saved_at);
