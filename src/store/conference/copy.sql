-- A reader's copy of a conference's papers. What of these rows is theirs, rules/readers says (store/conference/copy.c): no page reads them itself.

-- copy_place: whose conference it is and where, for who knows a child of it
-- :conference ConferenceId, returns maybe: family FamilyId, place Text
SELECT family, place FROM conference
 WHERE id = :conference AND authority = :authority AND visible_conference(conference.id, KNOW_CHILD);

-- copy_paragraphs: what the released reports say, as far as the reader has a part in the children it is about
-- :conference ConferenceId, returns many: paragraph ParagraphId, report ReportId, agency Text, place report_place, child ChildId, given Text,
-- author PersonId, author_team TeamId, author_agency AgencyId, audience audience, not_to PersonId, words Text, shared bool
SELECT paragraph.id AS paragraph, report.id AS report, agency.name AS agency, paragraph.place, paragraph.child, person.given, paragraph.author,
       worker.team AS author_team, worker.agency AS author_agency, paragraph.audience, paragraph.not_to, paragraph.words,
       CASE WHEN EXISTS (SELECT 1 FROM sharing WHERE sharing.report = report.id AND sharing.person = :actor AND sharing.how <> 'WITHHELD'
                  AND NOT EXISTS (SELECT 1 FROM sharing AS later WHERE later.report = report.id AND later.person = :actor AND later.how = 'WITHHELD'
                                     AND later.entry > sharing.entry)) THEN 1 ELSE 0 END AS shared
  FROM report JOIN paragraph ON paragraph.document = report.id LEFT JOIN agency ON agency.id = report.agency
  LEFT JOIN worker ON worker.id = paragraph.author LEFT JOIN person ON person.id = paragraph.child
 WHERE report.conference = :conference AND report.authority = :authority AND report.released IS NOT NULL
   AND (visible_conference(report.conference, READ_CONFERENCE) OR visible_conference(report.conference, READ_SHARED) OR visible_conference(report.conference, READ_OWN_COPY))
   AND (paragraph.child IS NULL OR visible(paragraph.child, KNOW_CHILD))
 ORDER BY report.id, paragraph.id LIMIT 2000;

-- copy_reader: who reads: what the account is for, and the team or agency behind it
-- returns maybe: duty duty, team TeamId, agency AgencyId
SELECT duty, team, agency FROM worker WHERE id = :actor AND authority = :authority;

-- copy_decisions: what was decided for the children the reader knows. The reasoning has no audience of its own: whoever was not in the meeting as
-- staff or professional gets the decision, and the reasons by the family's own copy, once somebody has released them
-- :conference ConferenceId, returns many: child ChildId, given Text, decision conference_decision, categories Text, harm Text, cause Text, reason Text,
-- recommends Text, recommends_why Text, considered Text, advised bool, decided Date
SELECT decision.child, person.given, decision.decision, decision.categories,
       CASE WHEN visible(decision.child, READ_CONFERENCE) OR visible(decision.child, READ_SHARED) THEN decision.harm ELSE NULL END AS harm,
       CASE WHEN visible(decision.child, READ_CONFERENCE) OR visible(decision.child, READ_SHARED) THEN decision.cause ELSE NULL END AS cause,
       CASE WHEN visible(decision.child, READ_CONFERENCE) OR visible(decision.child, READ_SHARED) THEN decision.reason ELSE NULL END AS reason,
       decision.recommends,
       CASE WHEN visible(decision.child, READ_CONFERENCE) OR visible(decision.child, READ_SHARED) THEN decision.recommends_why ELSE NULL END AS recommends_why,
       CASE WHEN visible(decision.child, READ_CONFERENCE) OR visible(decision.child, READ_SHARED) THEN decision.considered ELSE NULL END AS considered,
       decision.advised, decision.decided
  FROM decision JOIN person ON person.id = decision.child
 WHERE decision.conference = :conference AND decision.authority = :authority AND visible(decision.child, KNOW_CHILD)
 ORDER BY decision.child LIMIT 50;
