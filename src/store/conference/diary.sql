-- The diary of chairs and rooms: when they are taken. What the reader may not know of is a time that is taken, and no more.

-- diary_taken: conferences from one day to another; no family, and no place without a room, of those the reader may not know of
-- :first Date, :last Date, returns many: conference ConferenceId, kind conference_kind, held_on Date, starts Instant, place Text, room Text, chair PersonId,
-- chair_given Text, chair_family_name Text, family_name Text, sees bool
SELECT conference.id AS conference, conference.kind, conference.held_on, conference.starts,
       CASE WHEN visible_conference(conference.id, KNOW_CHILD) OR COALESCE(conference.room, '') <> '' THEN conference.place END AS place, conference.room, conference.chair, person.given AS chair_given,
       person.family_name AS chair_family_name, CASE WHEN visible_conference(conference.id, KNOW_CHILD) THEN family.name END AS family_name,
       CASE WHEN visible_conference(conference.id, KNOW_CHILD) THEN 1 ELSE 0 END AS sees
  FROM conference JOIN family ON family.id = conference.family LEFT JOIN person ON person.id = conference.chair
 WHERE conference.authority = :authority AND conference.state IN ('BOOKED', 'CONFIRMED', 'OPEN') AND conference.held_on >= :first AND conference.held_on <= :last
 ORDER BY conference.held_on, conference.starts, conference.id LIMIT 500;

-- diary_rooms: the rooms that conferences were booked in, since a day
-- :since Date, returns many: place Text, room Text
-- unscoped: a room of the authority's, and nothing that is in it
SELECT DISTINCT conference.place, conference.room FROM conference
 WHERE conference.authority = :authority AND conference.state IN ('BOOKED', 'CONFIRMED', 'OPEN', 'DECIDED', 'CLOSED') AND conference.held_on >= :since
   AND COALESCE(conference.room, '') <> '' ORDER BY conference.place, conference.room LIMIT 100;
