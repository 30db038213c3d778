-- Reports for a conference: written in paragraphs, released by another, shared with each parent.

-- reports_of: the reports for a conference
-- :conference ConferenceId, returns many: report ReportId, agency AgencyId, author PersonId, state report_state, written Date, released Date,
-- released_by PersonId
-- unscoped: an act on a conference; target_find has asked permission on its children
-- bounded: one conference's reports
SELECT id AS report, agency, author, state, written, released, released_by FROM report WHERE conference = :conference ORDER BY id;

-- sharings_of: which report reached whom, when and how
-- :conference ConferenceId, returns many: report ReportId, person PersonId, shared_on Date, how sharing_how, explained bool, withheld_why Text
-- unscoped: an act on a conference; target_find has asked permission on its children
-- bounded: one conference's reports and parents
SELECT report, person, shared_on, how, explained, withheld_why FROM sharing WHERE conference = :conference ORDER BY person, report, entry;

-- report_add: a report came
-- :id ReportId, :conference ConferenceId, :family FamilyId, :agency AgencyId, :written Date
INSERT INTO report (id, authority, conference, family, agency, author, state, written)
VALUES (:id, :authority, :conference, :family, :agency, :actor, 'RECEIVED', :written);

-- report_rewritten: written again before it was released; who wrote it last is its author
-- :id ReportId, :written Date
UPDATE report SET author = :actor, written = :written WHERE id = :id;

-- report_paragraphs_clear: before it is written again
-- :document int
DELETE FROM paragraph WHERE document = :document;

-- paragraph_add: words with their author and their readers
-- :id ParagraphId, :family FamilyId, :child ChildId, :document int, :place Text, :audience audience, :not_to PersonId, :words Text,
-- :entry EntryNumber
INSERT INTO paragraph (id, authority, family, child, document, place, author, audience, not_to, words, entry)
VALUES (:id, :authority, :family, :child, :document, :place, :actor, :audience, :not_to, :words, :entry);

-- report_words: what a report says, for the scan before it is released
-- :document int, returns many: words Text, audience audience
-- unscoped: an act on a conference; target_find has asked permission on its children
-- bounded: one report's paragraphs
SELECT words, audience FROM paragraph WHERE document = :document ORDER BY id;

-- report_paragraphs: a report as somebody reads it before it is released: each paragraph with its readers
-- :report ReportId, returns many: place report_place, child ChildId, given Text, audience audience, not_to PersonId, not_to_given Text,
-- not_to_family_name Text, words Text
SELECT paragraph.place, paragraph.child, about.given, paragraph.audience, paragraph.not_to, kept.given AS not_to_given,
       kept.family_name AS not_to_family_name, paragraph.words
  FROM report JOIN paragraph ON paragraph.document = report.id LEFT JOIN person AS about ON about.id = paragraph.child
  LEFT JOIN person AS kept ON kept.id = paragraph.not_to
 WHERE report.id = :report AND report.authority = :authority AND visible_conference(report.conference, READ_CONFERENCE)
 ORDER BY paragraph.id LIMIT 100;

-- report_release: it may go to its readers
-- :id ReportId, :released Date
UPDATE report SET released = :released, released_by = :actor WHERE id = :id;

-- report_is_shared: it is with the parents
-- :id ReportId
UPDATE report SET state = 'SHARED' WHERE id = :id;

-- sharing_add: how a report reached somebody, or why it was kept back
-- :report ReportId, :conference ConferenceId, :family FamilyId, :person PersonId, :shared_on Date, :how sharing_how, :explained bool,
-- :withheld_why Text, :added Text, :entry EntryNumber
INSERT INTO sharing (authority, report, conference, family, person, shared_on, how, explained, withheld_why, added, entry)
VALUES (:authority, :report, :conference, :family, :person, :shared_on, :how, :explained, :withheld_why, :added, :entry);

-- scan_name: how many people of other families have both of two words in their names
-- :first Text, :second Text, :family FamilyId, returns one: times int
-- unscoped: the scan before words leave: it tells a number, nobody's name
SELECT COUNT(*) FROM name_key AS one JOIN name_key AS two ON two.person = one.person
 WHERE one.authority = :authority AND one.kind = 'WORD' AND one.value = :first
   AND two.authority = :authority AND two.kind = 'WORD' AND two.value = :second
   AND (EXISTS (SELECT 1 FROM child WHERE child.id = one.person AND child.family <> :family)
     OR EXISTS (SELECT 1 FROM adult WHERE adult.id = one.person AND adult.family <> :family))
   AND NOT EXISTS (SELECT 1 FROM child WHERE child.id = one.person AND child.family = :family)
   AND NOT EXISTS (SELECT 1 FROM adult WHERE adult.id = one.person AND adult.family = :family);

-- safe_contact_of: how contact with an adult of a family is known to be safe
-- :person PersonId, :family FamilyId, returns maybe: ways Text, how Text
-- unscoped: a gate asks it; target_find has asked permission on the family's children
SELECT safe_ways AS ways, safe_contact AS how FROM adult WHERE id = :person AND family = :family;

-- contact_name: what somebody is called to whom words go
-- :person PersonId, returns one: given Text, family_name Text
-- unscoped: a gate asks it of somebody of the family; target_find has asked permission on its children
SELECT given, family_name FROM person WHERE id = :person;

-- family_says_add: what somebody of the family says, or that they were asked
-- :conference ConferenceId, :family FamilyId, :person PersonId, :how heard_how, :words Text, :asked Text, :audience audience, :entry EntryNumber
INSERT INTO family_says (authority, conference, family, person, how, words, asked, audience, entry)
VALUES (:authority, :conference, :family, :person, :how, :words, :asked, :audience, :entry);

-- sent_add: what was sent to whom after a conference
-- :conference ConferenceId, :family FamilyId, :what sent_what, :reader PersonId, :sent_on Date, :how sharing_how, :entry EntryNumber
INSERT INTO sent (authority, conference, family, what, reader, sent_on, how, entry)
VALUES (:authority, :conference, :family, :what, :reader, :sent_on, :how, :entry);
