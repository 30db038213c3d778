-- The page of what went out about a conference, and what of it stands on My work.

-- post_of: every message about a conference, the newest first; to_agency: which agency; the choice that was made and is not obeyed yet
-- :conference ConferenceId, returns many: id MailId, invitation InvitationId, agency_name Text, given Text, family_name Text, name Text, cause mail_cause, box mail_box,
-- state mail_state, why mail_why, reply mail_reply, tries int, tried_at Instant, next_at Instant, choice mail_choice
SELECT outbox.id, outbox.invitation, agency.name AS agency_name, person.given, person.family_name, invitation.name, outbox.cause, outbox.box, outbox.state, outbox.why,
       outbox.reply, outbox.tries, outbox.tried_at, outbox.next_at,
       (SELECT mail_choice.choice FROM mail_choice WHERE mail_choice.mail = outbox.id AND mail_choice.entry > outbox.chosen
         ORDER BY mail_choice.entry DESC LIMIT 1) AS choice
  FROM outbox LEFT JOIN invitation ON invitation.id = outbox.invitation LEFT JOIN agency ON agency.id = invitation.agency
  LEFT JOIN person ON person.id = COALESCE(invitation.person, outbox.person)
 WHERE outbox.conference = :conference AND outbox.authority = :authority AND visible_conference(outbox.conference, READ_CONFERENCE)
 ORDER BY outbox.id DESC LIMIT 300;

-- option_mails: messages about which something can be decided
-- :conference ConferenceId, returns many: id int, words Text, state Text, cause mail_cause
SELECT outbox.id, COALESCE(agency.name, person.given || ' ' || person.family_name, invitation.name) AS words, outbox.state, outbox.cause
  FROM outbox LEFT JOIN invitation ON invitation.id = outbox.invitation LEFT JOIN agency ON agency.id = invitation.agency
  LEFT JOIN person ON person.id = COALESCE(invitation.person, outbox.person)
 WHERE outbox.conference = :conference AND outbox.state IN ('WAITING', 'GIVEN_UP', 'UNSURE', 'BY_POST') AND outbox.authority = :authority
   AND visible_conference(outbox.conference, READ_CONFERENCE)
 ORDER BY outbox.id DESC LIMIT 300;

-- work_post: conferences of which a message did not arrive, for who arranges them
-- returns many: conference ConferenceId, family_name Text, kind conference_kind, held_on Date, given_up int
SELECT conference.id AS conference, family.name AS family_name, conference.kind, conference.held_on, COUNT(*) AS given_up
  FROM outbox JOIN conference ON conference.id = outbox.conference JOIN family ON family.id = conference.family
 WHERE outbox.authority = :authority AND outbox.state IN ('GIVEN_UP', 'UNSURE') AND visible_conference(outbox.conference, ARRANGE_CONFERENCE)
 GROUP BY conference.id, family.name, conference.kind, conference.held_on ORDER BY conference.held_on, conference.id LIMIT 50;
