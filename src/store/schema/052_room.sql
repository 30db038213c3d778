-- The room of a conference while it runs: who sits where, where the agenda stands, whose turn it is, what was said. A conference that is
-- split has two sessions, of people who don't meet; one that isn't has only the first. Why: docs/decisions/0028-the-room.md

-- replayed
-- scope: family
-- lasts is in minutes; ends is when codes and seats stop being good, whatever was forgotten.
CREATE TABLE room (
    conference BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    family BIGINT NOT NULL,
    split BIGINT NOT NULL,
    quiet TEXT,
    lasts BIGINT NOT NULL,
    opened BIGINT NOT NULL,
    ends BIGINT NOT NULL,
    closed BIGINT,
    PRIMARY KEY (conference)
);

-- replayed
-- scope: family
-- Where one session stands. changes counts what its people would see; no time and no number of it comes from the other session.
CREATE TABLE room_part (
    conference BIGINT NOT NULL,
    session TEXT NOT NULL,
    authority BIGINT NOT NULL,
    family BIGINT NOT NULL,
    item TEXT,
    item_since BIGINT,
    began BIGINT,
    turn BIGINT,
    break_since BIGINT,
    breaks BIGINT NOT NULL,
    changes BIGINT NOT NULL,
    PRIMARY KEY (conference, session)
);

-- replayed
-- scope: family
-- One for each invitation that takes part. person acts in the ledger: the invitation's, or one made for who is only a name. shown and part are what
-- everyone in the room reads in the place of name and part, where those would give somebody away. code is the keyed hash of the joining code.
CREATE TABLE seat (
    invitation BIGINT NOT NULL,
    conference BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    family BIGINT NOT NULL,
    person BIGINT NOT NULL,
    session TEXT NOT NULL,
    shown TEXT,
    part TEXT,
    code TEXT,
    came BIGINT,
    gone BIGINT,
    acknowledged BIGINT,
    PRIMARY KEY (invitation)
);
CREATE INDEX seat_conference ON seat (conference, invitation);
CREATE INDEX seat_code ON seat (code);

-- replayed
-- scope: family
-- What somebody in the room asked for, or wrote for the meeting to hear.
CREATE TABLE asking (
    id BIGINT NOT NULL,
    conference BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    family BIGINT NOT NULL,
    session TEXT NOT NULL,
    invitation BIGINT NOT NULL,
    what TEXT NOT NULL,
    words TEXT,
    state TEXT NOT NULL,
    asked BIGINT NOT NULL,
    answered BIGINT,
    answered_by BIGINT,
    PRIMARY KEY (id)
);
CREATE INDEX asking_conference ON asking (conference, session, id);

-- replayed
-- scope: family
-- One line of the minutes: who said it, in which session, about what. Its words are in minute_text.
CREATE TABLE minute (
    id BIGINT NOT NULL,
    conference BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    family BIGINT NOT NULL,
    session TEXT NOT NULL,
    item TEXT,
    what TEXT NOT NULL,
    invitation BIGINT,
    audience TEXT NOT NULL,
    said BIGINT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX minute_conference ON minute (conference, session, id);

-- replayed
-- scope: family
-- What a line says, each time it was typed. Those that no later one replaces stand: two, when two people changed the line at once.
CREATE TABLE minute_text (
    minute BIGINT NOT NULL,
    entry BIGINT NOT NULL,
    conference BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    family BIGINT NOT NULL,
    words TEXT,
    typed_by BIGINT NOT NULL,
    typed BIGINT NOT NULL,
    replaced BIGINT,
    PRIMARY KEY (minute, entry)
);
CREATE INDEX minute_text_conference ON minute_text (conference, minute);

-- replayed
-- scope: family
-- How safe each person says it is, from 0 to 10. Each number is kept; there is no average. The newest of a seat holds.
CREATE TABLE scale (
    invitation BIGINT NOT NULL,
    entry BIGINT NOT NULL,
    conference BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    family BIGINT NOT NULL,
    number BIGINT NOT NULL,
    said BIGINT NOT NULL,
    PRIMARY KEY (invitation, entry)
);
CREATE INDEX scale_conference ON scale (conference, invitation);

-- desk
-- A phone that took a seat. hash is of its cookie, code the hash of the code that opened it (none: somebody who was signed in): a new code ends it.
CREATE TABLE seat_session (
    hash TEXT NOT NULL,
    authority BIGINT NOT NULL,
    invitation BIGINT NOT NULL,
    code TEXT,
    begun BIGINT NOT NULL,
    ended BIGINT,
    PRIMARY KEY (hash)
);
CREATE INDEX seat_session_seat ON seat_session (invitation);

-- desk
-- When somebody's look at a room was last kept: what refreshes itself under their eyes is one look, for a while.
CREATE TABLE room_look (
    person BIGINT NOT NULL,
    conference BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    looked BIGINT NOT NULL,
    PRIMARY KEY (person, conference)
);
