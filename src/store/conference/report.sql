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
