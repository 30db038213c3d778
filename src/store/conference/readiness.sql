-- What was asked before a conference, and answered.

-- readiness_add: one answer; the newest of a question holds
-- :conference ConferenceId, :family FamilyId, :about PersonId, :question readiness_question, :answer asked_answer, :detail Text, :needs Text,
-- :other PersonId, :confirmed bool, :asked Date, :entry EntryNumber
INSERT INTO readiness (authority, conference, family, about, question, answer, detail, needs, other, confirmed, asked, asked_by, entry)
VALUES (:authority, :conference, :family, :about, :question, :answer, :detail, :needs, :other, :confirmed, :asked, :actor, :entry);

-- readiness_of: every answer of a conference; a later one of the same question comes after
-- :conference ConferenceId, returns many: about PersonId, question readiness_question, answer asked_answer, detail Text, other PersonId,
-- confirmed bool, asked Date
-- unscoped: an act on a conference; target_find has asked permission on its children
-- bounded: one conference's answers
SELECT about, question, answer, detail, other, confirmed, asked FROM readiness WHERE conference = :conference ORDER BY about, question, entry;
