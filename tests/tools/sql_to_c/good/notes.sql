-- note_add: writes one
-- :child ChildId, :number int, :words Text
INSERT INTO note (child, number, authority, words) VALUES (:child, :number, :authority, :words);

-- note_change: what stands in it,
-- said over two lines
-- :child ChildId, :number int, :words Text, changes one
UPDATE note SET words = :words WHERE child = :child AND number = :number;

-- note_one: one by its number
-- :child ChildId, :number int, returns one: words Text
SELECT note.words FROM note WHERE note.child = :child AND note.number = :number AND visible(note.child, READ_RECORD);

-- child_maybe: dates, codes, bytes and none
-- :id ChildId, :at_stage stage, :on Date, :seen Instant, returns maybe: id ChildId, born Date, stage stage,
-- older bool
SELECT child.id, child.born, child.stage, child.born < :on OR :seen > 0 -- a remark inside
  FROM child WHERE child.id = :id AND child.stage = :at_stage AND visible(:id, KNOW_CHILD);

-- children_mine: a list that starts from who is asking
-- returns many: id ChildId, name Text
SELECT child.id, child.name || ' ; "so called"' FROM child WHERE child.id IN my_children(READ_RECORD) ORDER BY child.id LIMIT 100;

-- household_seen: by one of its children
-- :family FamilyId, returns many: id HouseholdId
-- scans: the table is small in this test
-- bounded: so is the family
SELECT household.id FROM household WHERE household.family = :family AND visible_family(household.family, READ_RECORD);

-- conference_seen: by one of the children it is about
-- :conference ConferenceId, returns one: family FamilyId
SELECT conference.family FROM conference WHERE conference.id = :conference AND visible_conference(conference.id, READ_CONFERENCE);

-- meeting_seen: so too
-- :meeting MeetingId, returns one: family FamilyId
SELECT meeting.family FROM meeting WHERE meeting.id = :meeting AND visible_meeting(meeting.id, READ_PLAN);

-- draft_of: the desk's, by bytes
-- :key Bytes, returns maybe: words Text
SELECT words FROM draft WHERE key = :key;

-- entries_after: the chain has no child column
-- :after EntryNumber, :most int, returns many: number EntryNumber, act Text
SELECT number, act FROM entry WHERE number > :after ORDER BY number LIMIT :most;

-- notes_rights: every right on the child beside each note, and the LIMIT that SQLite's engine keeps
-- :child ChildId, returns many: words Text, rights int
SELECT note.words, rights_on(note.child) AS rights FROM note WHERE note.child = :child AND visible(note.child, READ_RECORD) ORDER BY note.words LIMIT 20;
