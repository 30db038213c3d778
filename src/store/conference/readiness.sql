-- What was asked before a conference, and answered.

-- readiness_add: one answer; the newest of a question holds
-- :conference ConferenceId, :family FamilyId, :about PersonId, :question readiness_question, :answer asked_answer, :detail Text, :needs Text,
-- :ways Text, :other PersonId, :confirmed bool, :asked Date, :entry EntryNumber
INSERT INTO readiness (authority, conference, family, about, question, answer, detail, needs, ways, other, confirmed, asked, asked_by, entry)
VALUES (:authority, :conference, :family, :about, :question, :answer, :detail, :needs, :ways, :other, :confirmed, :asked, :actor, :entry);

-- readiness_of: every answer of a conference; a later one of the same question comes after
-- :conference ConferenceId, returns many: about PersonId, question readiness_question, answer asked_answer, detail Text, ways Text, other PersonId,
-- confirmed bool, asked Date, again bool
-- unscoped: an act on a conference; target_find has asked permission on its children
-- bounded: one conference's answers
SELECT about, question, answer, detail, ways, other, confirmed, asked, CASE WHEN again IS NULL THEN 0 ELSE 1 END AS again
  FROM readiness WHERE conference = :conference ORDER BY about, question, entry;

-- readiness_again: the conference moved: what was answered about the day it was booked for is asked once more
-- :conference ConferenceId, :about PersonId, :question readiness_question, :again EntryNumber
UPDATE readiness SET again = :again WHERE conference = :conference AND about = :about AND question = :question AND again IS NULL;

-- orders_apart: who must keep away from whom, by an order or bail that holds today
-- :family FamilyId, returns many: about PersonId, against PersonId
-- unscoped: an act on a conference; target_find has asked permission on its children
-- bounded: one family's orders
SELECT about, against FROM court_order
 WHERE family = :family AND against IS NOT NULL AND kind IN ('NON_MOLESTATION', 'OCCUPATION', 'DOMESTIC_ABUSE', 'BAIL', 'RESTRAINING')
   AND (ends IS NULL OR ends >= :today)
 ORDER BY id;
