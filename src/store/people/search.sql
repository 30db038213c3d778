-- Finding a person: every word of a search must match a word of a name, how a name sounds, or a word of an address that isn't protected; a
-- date the date of birth, ten digits the NHS number. search.c makes the terms; the ranges are those of name_key's own key.

-- search_people: who matches every term and may be shown to the searcher, the best first, after one of them
-- :word_1 Text, :word_1_high Text, :sound_1 Text, :word_2 Text, :word_2_high Text, :sound_2 Text, :word_3 Text, :word_3_high Text, :sound_3
-- Text, :word_4 Text, :word_4_high Text, :sound_4 Text, :word_5 Text, :word_5_high Text, :sound_5 Text, :word_6 Text, :word_6_high Text,
-- :sound_6 Text, :born Text, :nhs Text, :terms int, :wide bool, :after_points int, :after_sort_key Text, :after_person PersonId, :after_family
-- FamilyId, :most int, returns many: person PersonId, family FamilyId, is_child bool, given Text, family_name Text, known_as Text, born Date,
-- seen bool, ring_name Text, ring_telephone Text, points int, sort_key Text
-- scans: the terms of one search are made in the statement; name_key is read by ranges of its key. CROSS JOIN: from who scored, never from all adults
WITH term AS (
    SELECT 1 AS place, 'WORD' AS kind, :word_1 AS low, :word_1_high AS high, 10 AS whole, 6 AS part WHERE :word_1 IS NOT NULL
    UNION ALL SELECT 1, 'PLACE', :word_1, :word_1_high, 3, 2 WHERE :word_1 IS NOT NULL
    UNION ALL SELECT 1, 'SOUND', :sound_1, :sound_1 || '!', 4, 4 WHERE :sound_1 IS NOT NULL
    UNION ALL SELECT 2, 'WORD', :word_2, :word_2_high, 10, 6 WHERE :word_2 IS NOT NULL
    UNION ALL SELECT 2, 'PLACE', :word_2, :word_2_high, 3, 2 WHERE :word_2 IS NOT NULL
    UNION ALL SELECT 2, 'SOUND', :sound_2, :sound_2 || '!', 4, 4 WHERE :sound_2 IS NOT NULL
    UNION ALL SELECT 3, 'WORD', :word_3, :word_3_high, 10, 6 WHERE :word_3 IS NOT NULL
    UNION ALL SELECT 3, 'PLACE', :word_3, :word_3_high, 3, 2 WHERE :word_3 IS NOT NULL
    UNION ALL SELECT 3, 'SOUND', :sound_3, :sound_3 || '!', 4, 4 WHERE :sound_3 IS NOT NULL
    UNION ALL SELECT 4, 'WORD', :word_4, :word_4_high, 10, 6 WHERE :word_4 IS NOT NULL
    UNION ALL SELECT 4, 'PLACE', :word_4, :word_4_high, 3, 2 WHERE :word_4 IS NOT NULL
    UNION ALL SELECT 4, 'SOUND', :sound_4, :sound_4 || '!', 4, 4 WHERE :sound_4 IS NOT NULL
    UNION ALL SELECT 5, 'WORD', :word_5, :word_5_high, 10, 6 WHERE :word_5 IS NOT NULL
    UNION ALL SELECT 5, 'PLACE', :word_5, :word_5_high, 3, 2 WHERE :word_5 IS NOT NULL
    UNION ALL SELECT 5, 'SOUND', :sound_5, :sound_5 || '!', 4, 4 WHERE :sound_5 IS NOT NULL
    UNION ALL SELECT 6, 'WORD', :word_6, :word_6_high, 10, 6 WHERE :word_6 IS NOT NULL
    UNION ALL SELECT 6, 'PLACE', :word_6, :word_6_high, 3, 2 WHERE :word_6 IS NOT NULL
    UNION ALL SELECT 6, 'SOUND', :sound_6, :sound_6 || '!', 4, 4 WHERE :sound_6 IS NOT NULL
    UNION ALL SELECT 7, 'BORN', :born, :born || '!', 12, 12 WHERE :born IS NOT NULL
    UNION ALL SELECT 8, 'NHS', :nhs, :nhs || '!', 30, 30 WHERE :nhs IS NOT NULL),
hit AS (
    SELECT name_key.person, term.place, MAX(CASE WHEN name_key.value = term.low THEN term.whole ELSE term.part END) AS points
      FROM term JOIN name_key ON name_key.authority = :authority AND name_key.kind = term.kind AND name_key.value >= term.low
       AND name_key.value < term.high
     GROUP BY name_key.person, term.place),
scored AS (SELECT person, CAST(SUM(points) AS BIGINT) AS points FROM hit GROUP BY person HAVING COUNT(*) = :terms),
member AS (
    SELECT scored.person, child.family, 1 AS is_child, scored.points,
           CASE WHEN visible(child.id, KNOW_CHILD) THEN 1 ELSE 0 END AS seen
      FROM scored CROSS JOIN child WHERE child.id = scored.person AND child.authority = :authority
    UNION ALL
    SELECT scored.person, adult.family, 0, scored.points,
           CASE WHEN visible_family(adult.family, READ_CONFERENCE) OR visible_family(adult.family, READ_SHARED) THEN 1 ELSE 0 END
      FROM scored CROSS JOIN adult WHERE adult.id = scored.person AND adult.authority = :authority)
SELECT person.id AS person, member.family, member.is_child, person.given, person.family_name, person.known_as, person.born, member.seen,
       whom_to_ring.name AS ring_name, whom_to_ring.telephone AS ring_telephone, member.points, person.sort_key
  FROM member JOIN person ON person.id = member.person JOIN family ON family.id = member.family
  JOIN whom_to_ring ON whom_to_ring.family = member.family
 WHERE (member.seen = 1 OR (:wide = 1 AND family.restricted = 0))
   AND NOT EXISTS (SELECT 1 FROM child AS closed JOIN barred ON barred.child = closed.id
                    WHERE closed.family = member.family AND barred.person = :actor)
   AND (member.points < :after_points
     OR (member.points = :after_points AND (person.sort_key, person.id, member.family) 
         > (COALESCE(:after_sort_key, ''), COALESCE(:after_person, 0), COALESCE(:after_family, 0))))
 ORDER BY member.points DESC, person.sort_key, person.id, member.family LIMIT :most;

-- search_restricted: restricted families, unseen by the searcher, in which somebody's name matches every term: whom to ring, and nothing else
-- :word_1 Text, :sound_1 Text, :word_2 Text, :sound_2 Text, :word_3 Text, :sound_3 Text, :word_4 Text, :sound_4 Text, :word_5 Text, :sound_5
-- Text, :word_6 Text, :sound_6 Text, :born Text, :nhs Text, :terms int, returns many: family FamilyId, ring_name Text, ring_telephone Text
-- scans: name_key is read by its key; what matched is made in the statement
WITH hit AS (
    SELECT person, CASE value WHEN :word_1 THEN 1 WHEN :word_2 THEN 2 WHEN :word_3 THEN 3 WHEN :word_4 THEN 4 WHEN :word_5 THEN 5
                        WHEN :word_6 THEN 6 END AS place
      FROM name_key WHERE authority = :authority AND kind = 'WORD' AND value IN (:word_1, :word_2, :word_3, :word_4, :word_5, :word_6)
    UNION
    SELECT person, CASE value WHEN :sound_1 THEN 1 WHEN :sound_2 THEN 2 WHEN :sound_3 THEN 3 WHEN :sound_4 THEN 4 WHEN :sound_5 THEN 5 WHEN :sound_6 THEN 6 END
      FROM name_key WHERE authority = :authority AND kind = 'SOUND' AND value IN (:sound_1, :sound_2, :sound_3, :sound_4, :sound_5, :sound_6)
    UNION SELECT person, 7 FROM name_key WHERE authority = :authority AND kind = 'BORN' AND value = :born
    UNION SELECT person, 8 FROM name_key WHERE authority = :authority AND kind = 'NHS' AND value = :nhs),
matched AS (SELECT person FROM hit GROUP BY person HAVING COUNT(*) = :terms),
member AS (
    SELECT child.family FROM matched JOIN child ON child.id = matched.person
    UNION SELECT adult.family FROM matched JOIN adult ON adult.id = matched.person)
SELECT family.id AS family, whom_to_ring.team_name AS ring_name, whom_to_ring.team_telephone AS ring_telephone
  FROM member JOIN family ON family.id = member.family JOIN whom_to_ring ON whom_to_ring.family = member.family
 WHERE family.authority = :authority AND family.restricted = 1 AND NOT visible_family(family.id, KNOW_CHILD)
   AND NOT EXISTS (SELECT 1 FROM child AS closed JOIN barred ON barred.child = closed.id
                    WHERE closed.family = member.family AND barred.person = :actor)
 ORDER BY family.id LIMIT 10;

-- search_alike: who may be the same person: the same NHS number; the same birthday and a name that sounds the same; or both names by sound, with no
-- other birthday known. `besides`: in that family a birthday and the family name alone are a twin's
-- :given_sound Text, :family_sound Text, :born Text, :nhs Text, :besides FamilyId, :wide bool, returns many: person PersonId, given Text,
-- family_name Text, born Date, hidden bool, ring_name Text, ring_telephone Text, team_name Text, team_telephone Text
-- scans: name_key is read by its key; what matched is made in the statement
WITH alike AS (
    SELECT person, 0 AS by_family_name FROM name_key WHERE authority = :authority AND kind = 'NHS' AND value = :nhs
    UNION
    SELECT born.person, CASE sound.value WHEN :given_sound THEN 0 ELSE 1 END
      FROM name_key AS born JOIN name_key AS sound ON sound.authority = born.authority AND sound.kind = 'SOUND'
       AND sound.value IN (:given_sound, :family_sound) AND sound.person = born.person
     WHERE born.authority = :authority AND born.kind = 'BORN' AND born.value = :born
    UNION
    SELECT given.person, 0
      FROM name_key AS given JOIN name_key AS family_name ON family_name.authority = given.authority AND family_name.kind = 'SOUND'
       AND family_name.value = :family_sound AND family_name.person = given.person
      JOIN person ON person.id = given.person
     WHERE given.authority = :authority AND given.kind = 'SOUND' AND given.value = :given_sound
       AND (person.born IS NULL OR :born IS NULL)),
member AS (
    SELECT alike.person, child.family, MIN(alike.by_family_name) AS by_family_name FROM alike JOIN child ON child.id = alike.person
     GROUP BY alike.person, child.family
    UNION
    SELECT alike.person, adult.family, MIN(alike.by_family_name) FROM alike JOIN adult ON adult.id = alike.person
     GROUP BY alike.person, adult.family)
SELECT person.id AS person, person.given, person.family_name, person.born,
       CASE WHEN visible_family(family.id, KNOW_CHILD) OR (:wide = 1 AND family.restricted = 0) THEN 0 ELSE 1 END AS hidden,
       whom_to_ring.name AS ring_name, whom_to_ring.telephone AS ring_telephone, whom_to_ring.team_name, whom_to_ring.team_telephone
  FROM member JOIN person ON person.id = member.person JOIN family ON family.id = member.family
  JOIN whom_to_ring ON whom_to_ring.family = member.family
 WHERE family.authority = :authority AND (member.by_family_name = 0 OR family.id <> COALESCE(:besides, 0))
   AND NOT EXISTS (SELECT 1 FROM child AS closed JOIN barred ON barred.child = closed.id
                    WHERE closed.family = member.family AND barred.person = :actor)
 ORDER BY person.sort_key, person.id, family.id LIMIT 10;
