-- episode_of_child: a child's newest episode, open or not
-- :child ChildId, returns maybe: id EpisodeId, family FamilyId, stage stage, opened Date, closed Date, reason closure_reason
-- unscoped: an act asks where the child stands before it asks what may be done; act_concerns has asked permission
SELECT id, family, stage, opened, closed, reason FROM episode WHERE child = :child ORDER BY opened DESC, id DESC LIMIT 1;

-- family_of_child: whose record a child is part of
-- :child ChildId, returns one: family FamilyId
-- unscoped: an act asks it of a child that act_concerns has let through
SELECT family FROM child WHERE id = :child;

-- case_events: everything that happened to a child as time limits see it, in the order in which it was recorded (a later booking replaces an earlier one)
-- :child ChildId, returns many: event event, happened Date
-- unscoped: an act computes what is due, or a page what would be; permission on the child was asked
-- bounded: one child's events
SELECT event, happened FROM child_event WHERE child = :child ORDER BY entry, place;

-- episode_open: begins an episode
-- :id EpisodeId, :child ChildId, :family FamilyId, :stage stage, :opened Date
INSERT INTO episode (id, authority, child, family, stage, opened) VALUES (:id, :authority, :child, :family, :stage, :opened);

-- episode_move: where the episode stands now
-- :id EpisodeId, :stage stage
UPDATE episode SET stage = :stage WHERE id = :id;

-- episode_close: ends an episode
-- :id EpisodeId, :stage stage, :closed Date, :reason closure_reason
UPDATE episode SET stage = :stage, closed = :closed, reason = :reason WHERE id = :id;

-- case_event_add: something happened to a child
-- :child ChildId, :entry EntryNumber, :place int, :event event, :happened Date
INSERT INTO child_event (authority, child, entry, place, event, happened) VALUES (:authority, :child, :entry, :place, :event, :happened);

-- case_obligations: what is due to a child, was met or is no longer needed
-- :child ChildId, returns many: kind obligation_kind, start Date, due Date, met Date, met_by event, stopped Date, stopped_by event,
-- state obligation_state, profile Text
-- unscoped: an act computes what is due, or a page what would be; permission on the child was asked
-- bounded: one child's obligations
SELECT kind, start, due, met, met_by, stopped, stopped_by, state, profile FROM obligation WHERE child = :child ORDER BY kind, start;

-- obligation_set: something is due, was met, or is no longer needed
-- :child ChildId, :kind obligation_kind, :start Date, :due Date, :warn Date, :met Date, :met_by event, :stopped Date, :stopped_by event,
-- :days_late int, :state obligation_state, :profile Text, :entry EntryNumber
INSERT INTO obligation (authority, child, kind, start, due, warn, met, met_by, stopped, stopped_by, days_late, state, profile, entry)
VALUES (:authority, :child, :kind, :start, :due, :warn, :met, :met_by, :stopped, :stopped_by, :days_late, :state, :profile, :entry)
ON CONFLICT (child, kind, start) DO UPDATE SET due = excluded.due, warn = excluded.warn, met = excluded.met, met_by = excluded.met_by,
  stopped = excluded.stopped, stopped_by = excluded.stopped_by, days_late = excluded.days_late, state = excluded.state,
  profile = excluded.profile, entry = excluded.entry;

-- obligation_remove: what happened no longer gives rise to it
-- :child ChildId, :kind obligation_kind, :start Date
DELETE FROM obligation WHERE child = :child AND kind = :kind AND start = :start;

-- access_grant: a holder has a role for a child from now on
-- :holder int, :child ChildId, :role role, :begins Instant, :ends Instant, :entry EntryNumber
INSERT INTO access (authority, holder, child, role, begins, ends, entry)
VALUES (:authority, :holder, :child, :role, :begins, COALESCE(:ends, 9223372036854775807), :entry)
ON CONFLICT (holder, child, role, begins) DO UPDATE SET ends = excluded.ends, entry = excluded.entry;

-- access_end: a holder no longer has the role
-- :holder int, :child ChildId, :role role, :at Instant
UPDATE access SET ends = :at WHERE child = :child AND role = :role AND holder = :holder AND ends > :at;

-- access_end_role: nobody has the role any more
-- :child ChildId, :role role, :at Instant
UPDATE access SET ends = :at WHERE child = :child AND role = :role AND ends > :at;
