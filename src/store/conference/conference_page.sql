-- What the pages of a conference show, each to who may read it.

-- conference_head: a conference whose children the reader may know of
-- :conference ConferenceId, returns one: family FamilyId, family_name Text, kind conference_kind, state conference_state, planned Date, due Date,
-- held_on Date, starts Instant, place Text, room Text, why Text, chair PersonId, chair_given Text, chair_family_name Text, who_decides who_decides,
-- moved_from Date
SELECT conference.family, family.name AS family_name, conference.kind, conference.state, conference.planned, conference.due, conference.held_on,
       conference.starts, conference.place, conference.room, conference.why, conference.chair, person.given AS chair_given,
       person.family_name AS chair_family_name, conference.who_decides, conference.moved_from
  FROM conference JOIN family ON family.id = conference.family LEFT JOIN person ON person.id = conference.chair
 WHERE conference.id = :conference AND conference.authority = :authority AND visible_conference(conference.id, KNOW_CHILD);

-- conference_page_children: its children the reader may know of
-- :conference ConferenceId, returns many: child ChildId, given Text, family_name Text
SELECT conference_child.child, person.given, person.family_name
  FROM conference_child JOIN person ON person.id = conference_child.child
 WHERE conference_child.conference = :conference AND conference_child.authority = :authority AND visible(conference_child.child, KNOW_CHILD)
 ORDER BY conference_child.child LIMIT 50;

-- conference_page_people: everybody thought of, by name
-- :conference ConferenceId, returns many: invitation InvitationId, is_as invited_as, agency AgencyId, agency_name Text, person PersonId, given Text,
-- family_name Text, name Text, invited yes_no_unknown, exclusion exclusion_extent, sent Date, attendance attendance,
-- confidentiality bool, to_tell bool
SELECT invitation.id AS invitation, invitation.is_as, invitation.agency, agency.name AS agency_name, invitation.person, person.given,
       person.family_name, invitation.name, CASE invitation.invited WHEN 1 THEN 'YES' WHEN 0 THEN 'NO' END AS invited, invitation.exclusion,
       invitation.sent, invitation.attendance, invitation.confidentiality, CASE WHEN invitation.again IS NULL THEN 0 ELSE 1 END AS to_tell
  FROM invitation LEFT JOIN agency ON agency.id = invitation.agency LEFT JOIN person ON person.id = invitation.person
 WHERE invitation.conference = :conference AND invitation.authority = :authority AND visible_conference(invitation.conference, READ_CONFERENCE)
 ORDER BY invitation.id LIMIT 200;

-- papers_handed_in: the reader's own reports to a conference
-- :conference ConferenceId, returns many: written Date, released Date
SELECT report.written, report.released FROM report
 WHERE report.conference = :conference AND report.author = :actor AND report.authority = :authority AND visible_conference(report.conference, READ_SHARED)
 ORDER BY report.id LIMIT 20;

-- conference_list: conferences the reader has a part in, by day and time, the latest first, after one of them (none: from the first)
-- :after ConferenceId, :most int, returns many: conference ConferenceId, family_name Text, kind conference_kind, state conference_state, held_on Date,
-- starts Instant, planned Date, due Date, place Text, chair_given Text, chair_family_name Text
SELECT conference.id AS conference, family.name AS family_name, conference.kind, conference.state, conference.held_on, conference.starts, conference.planned,
       conference.due, conference.place, person.given AS chair_given, person.family_name AS chair_family_name
  FROM conference JOIN family ON family.id = conference.family LEFT JOIN person ON person.id = conference.chair
 WHERE conference.family IN my_families(READ_CONFERENCE) AND +conference.authority = :authority AND visible_conference(conference.id, READ_CONFERENCE)
   AND (:after IS NULL OR EXISTS (
        SELECT 1 FROM conference AS last
         WHERE last.id = :after
           AND (COALESCE(conference.held_on, conference.planned) < COALESCE(last.held_on, last.planned)
             OR (COALESCE(conference.held_on, conference.planned) = COALESCE(last.held_on, last.planned)
                 AND (COALESCE(conference.starts, 0) < COALESCE(last.starts, 0)
                   OR (COALESCE(conference.starts, 0) = COALESCE(last.starts, 0) AND conference.id < last.id))))))
 ORDER BY COALESCE(conference.held_on, conference.planned) DESC, COALESCE(conference.starts, 0) DESC, conference.id DESC LIMIT :most;

-- conference_page_family_says: what the family said, to who reads the conference; words kept to the author's team or the child are not here
-- :conference ConferenceId, returns many: person PersonId, given Text, family_name Text, how heard_how, words Text, asked Text, audience audience
SELECT family_says.person, person.given, person.family_name, family_says.how, family_says.words, family_says.asked, family_says.audience
  FROM family_says JOIN person ON person.id = family_says.person
 WHERE family_says.conference = :conference AND family_says.authority = :authority AND family_says.audience IN ('EVERYONE', 'PROFESSIONALS')
   AND visible_conference(family_says.conference, READ_CONFERENCE)
 ORDER BY family_says.entry, family_says.person LIMIT 200;

-- invitation_name: whom an invitation is for, to who reads the conference or its own agency's part
-- :invitation InvitationId, returns maybe: name Text
SELECT COALESCE(agency.name, person.given || ' ' || person.family_name, invitation.name) AS name
  FROM invitation LEFT JOIN agency ON agency.id = invitation.agency LEFT JOIN person ON person.id = invitation.person
 WHERE invitation.id = :invitation AND invitation.authority = :authority
   AND (visible_conference(invitation.conference, READ_CONFERENCE)
        OR (visible_conference(invitation.conference, CONTRIBUTE)
            AND invitation.agency = (SELECT worker.agency FROM worker WHERE worker.id = :actor AND worker.authority = :authority)));
