-- Messages about a conference: where they reach people, what waits to go, and what became of it.

-- mailbox_put: who reads an agency's mail
-- :agency AgencyId, :lead Text, :deputy Text, :entry EntryNumber
INSERT INTO mailbox (agency, authority, lead, deputy, entry) VALUES (:agency, :authority, :lead, :deputy, :entry)
ON CONFLICT (agency) DO UPDATE SET lead = excluded.lead, deputy = excluded.deputy, entry = excluded.entry;

-- mailbox_of: who reads an agency's mail; without a row its one address does
-- :agency AgencyId, returns maybe: lead Text, deputy Text, is_set bool
SELECT COALESCE(mailbox.lead, agency.email) AS lead, mailbox.deputy, CASE WHEN mailbox.agency IS NULL THEN 0 ELSE 1 END AS is_set
  FROM agency LEFT JOIN mailbox ON mailbox.agency = agency.id WHERE agency.id = :agency AND agency.authority = :authority;

-- safe_email_put: an address that somebody, asked alone, said is safe
-- :person PersonId, :family FamilyId, :address Text, :asked Date, :entry EntryNumber
INSERT INTO safe_email (person, authority, family, address, asked, asked_by, entry) VALUES (:person, :authority, :family, :address, :asked, :actor, :entry)
ON CONFLICT (person, family) DO UPDATE SET address = excluded.address, asked = excluded.asked, asked_by = excluded.asked_by, entry = excluded.entry;

-- safe_email_drop: it is not safe any more
-- :person PersonId, :family FamilyId
DELETE FROM safe_email WHERE person = :person AND family = :family;

-- safe_email_of: the address that is confirmed for somebody of the family, and by whom
-- :person PersonId, :family FamilyId, returns maybe: address Text, asked Date, given Text, family_name Text
SELECT safe_email.address, safe_email.asked, person.given, person.family_name FROM safe_email LEFT JOIN person ON person.id = safe_email.asked_by
 WHERE safe_email.person = :person AND safe_email.family = :family AND safe_email.authority = :authority
   AND visible_family(safe_email.family, READ_PROTECTED) AND visible_person(safe_email.person, READ_PROTECTED);

-- mail_reach: how a message reaches somebody on a conference's list; ways: those that an adult of the family said are safe, or a child before this
-- conference; lost: a child of a family of theirs has died, or a pregnancy was lost
-- :invitation InvitationId, returns maybe: conference ConferenceId, family FamilyId, is_as invited_as, agency AgencyId, person PersonId,
-- invited yes_no_unknown, lead Text, deputy Text, agency_email Text, own_email Text, safe_address Text, ways Text, child_ways Text, lost bool,
-- has_account bool, state conference_state
-- unscoped: the post, and an act that has asked permission: it is shown to nobody
SELECT invitation.conference, invitation.family, invitation.is_as, invitation.agency, invitation.person,
       CASE invitation.invited WHEN 1 THEN 'YES' WHEN 0 THEN 'NO' END AS invited,
       mailbox.lead, mailbox.deputy, agency.email AS agency_email, person.email AS own_email, safe_email.address AS safe_address, adult.safe_ways AS ways,
       (SELECT CASE WHEN readiness.answer = 'ASKED_YES' THEN readiness.ways END FROM readiness
         WHERE readiness.conference = invitation.conference AND readiness.about = invitation.person AND readiness.question = 'CONTACT'
         ORDER BY readiness.entry DESC LIMIT 1) AS child_ways,
       CASE WHEN family.messages_stopped = 1 OR EXISTS (SELECT 1 FROM adult AS elsewhere JOIN family AS other ON other.id = elsewhere.family
                 WHERE elsewhere.id = invitation.person AND other.messages_stopped = 1) THEN 1 ELSE 0 END AS lost,
       CASE WHEN EXISTS (SELECT 1 FROM worker WHERE worker.id = invitation.person AND (worker.ends IS NULL OR worker.ends >= :today)) THEN 1 ELSE 0 END AS has_account,
       conference.state
  FROM invitation JOIN family ON family.id = invitation.family JOIN conference ON conference.id = invitation.conference
  LEFT JOIN agency ON agency.id = invitation.agency LEFT JOIN mailbox ON mailbox.agency = invitation.agency
  LEFT JOIN person ON person.id = invitation.person LEFT JOIN adult ON adult.id = invitation.person AND adult.family = invitation.family
  LEFT JOIN safe_email ON safe_email.person = invitation.person AND safe_email.family = invitation.family
 WHERE invitation.id = :invitation;

-- mail_meeting: the meeting a message is about, as a calendar knows it: how often it was booked, moved or called off, and the beginning of it all
-- :conference ConferenceId, returns maybe: starts Instant, held_on Date, state conference_state, kind conference_kind, times int, salt Bytes
-- unscoped: the post, and pages that have asked whose copy it is: it names nobody
SELECT conference.starts, conference.held_on, conference.state, conference.kind,
       (SELECT COUNT(*) FROM ledger WHERE ledger.family = conference.family AND ledger.target = conference.id
           AND ledger.act IN ('CONFERENCE_BOOKED', 'CONFERENCE_MOVED', 'CONFERENCE_NOT_HELD')) AS times,
       (SELECT ledger.hash FROM ledger WHERE ledger.number = conference.id / 1024) AS salt
  FROM conference WHERE conference.id = :conference AND conference.authority = :authority;

-- outbox_read_now: how far the ledger was read
-- returns maybe: number int
SELECT number FROM outbox_read WHERE authority = :authority;

-- outbox_read_set: it was read so far
-- :number int
INSERT INTO outbox_read (authority, number) VALUES (:authority, :number) ON CONFLICT (authority) DO UPDATE SET number = excluded.number;

-- outbox_add: something is to be told
-- :id MailId, :conference ConferenceId, :family FamilyId, :invitation InvitationId, :person PersonId, :cause mail_cause, :box mail_box, :state mail_state,
-- :why mail_why, :next_at Instant
INSERT INTO outbox (id, authority, conference, family, invitation, person, cause, box, state, why, tries, next_at, chosen, recorded)
VALUES (:id, :authority, :conference, :family, :invitation, :person, :cause, :box, :state, :why, 0, :next_at, 0, 0) ON CONFLICT (id) DO NOTHING;

-- outbox_last_told: what somebody was told last of where and when
-- :invitation InvitationId, returns maybe: cause mail_cause
-- unscoped: the post shows nothing to anybody
SELECT cause FROM outbox WHERE invitation = :invitation AND cause IN ('INVITED', 'EXCLUDED', 'MOVED', 'CALLED_OFF') ORDER BY id DESC LIMIT 1;

-- outbox_due: what is to be tried now
-- :most int, returns many: id MailId, conference ConferenceId, invitation InvitationId, cause mail_cause, box mail_box, tries int
-- unscoped: the post shows nothing to anybody
SELECT id, conference, invitation, cause, box, tries FROM outbox
 WHERE authority = :authority AND state = 'WAITING' AND next_at <= :now ORDER BY next_at, id LIMIT :most;

-- outbox_claim: one try begins; NOT_FOUND when another has begun it, or it waits no more
-- :id MailId, changes one
UPDATE outbox SET state = 'SENDING', tries = tries + 1, tried_at = :now WHERE id = :id AND state = 'WAITING' AND next_at <= :now;

-- outbox_settle: what came of it: of a try, or before one
-- :id MailId, :was mail_state, :state mail_state, :why mail_why, :reply mail_reply, :next_at Instant
UPDATE outbox SET state = :state, why = :why, reply = :reply, next_at = :next_at WHERE id = :id AND state = :was;

-- outbox_left: tries that began long ago and have no end
-- :before Instant, :most int, returns many: id MailId
-- unscoped: the post shows nothing to anybody
SELECT id FROM outbox WHERE authority = :authority AND state = 'SENDING' AND tried_at < :before ORDER BY id LIMIT :most;

-- outbox_left_behind: a try that began long ago, and of which nobody will say what came
-- :before Instant
UPDATE outbox SET state = 'UNSURE', reply = 'BROKEN_OFF', next_at = NULL WHERE authority = :authority AND state = 'SENDING' AND tried_at < :before;

-- outbox_to_record: whose end the ledger doesn't have yet
-- :most int, returns many: id MailId, conference ConferenceId, invitation InvitationId, cause mail_cause, state mail_state, chosen int
-- unscoped: the post shows nothing to anybody
SELECT id, conference, invitation, cause, state, chosen FROM outbox
 WHERE authority = :authority AND recorded = 0 AND state IN ('SENT', 'GIVEN_UP', 'UNSURE') ORDER BY state, id LIMIT :most;

-- outbox_recorded: the ledger has its end
-- :id MailId, :state mail_state
UPDATE outbox SET recorded = 1 WHERE id = :id AND state = :state;

-- outbox_chosen: a choice was read
-- :id MailId, :chosen EntryNumber
UPDATE outbox SET chosen = :chosen WHERE id = :id AND chosen < :chosen;

-- outbox_obey: a choice is obeyed, but not while it is being sent
-- :id MailId, :state mail_state, :why mail_why, :next_at Instant, :chosen EntryNumber
UPDATE outbox SET state = :state, why = :why, reply = NULL, next_at = :next_at, tries = 0, chosen = :chosen, recorded = 0
 WHERE id = :id AND chosen < :chosen AND state <> 'SENDING';

-- mail_result_add: what became of a message
-- :mail MailId, :conference ConferenceId, :family FamilyId, :invitation InvitationId, :cause mail_cause, :outcome mail_state, :entry EntryNumber
INSERT INTO mail_result (mail, authority, conference, family, invitation, cause, outcome, entry)
VALUES (:mail, :authority, :conference, :family, :invitation, :cause, :outcome, :entry);

-- mail_choice_add: what somebody chose to do about it
-- :mail MailId, :conference ConferenceId, :family FamilyId, :choice mail_choice, :entry EntryNumber
INSERT INTO mail_choice (mail, authority, conference, family, choice, entry) VALUES (:mail, :authority, :conference, :family, :choice, :entry);

-- mail_of: a message of this conference
-- :mail MailId, :conference ConferenceId, returns maybe: cause mail_cause, state mail_state
-- unscoped: an act on the conference; target_find has asked permission on its children
SELECT cause, state FROM outbox WHERE id = :mail AND conference = :conference;
