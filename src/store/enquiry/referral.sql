-- referral_add: a contact became a referral
-- :id ReferralId, :contact ContactId, :child ChildId, :received Date
INSERT INTO referral (id, authority, contact, child, received) VALUES (:id, :authority, :contact, :child, :received);

-- referral_waiting_of: the referral of a child that nobody has decided on
-- :child ChildId, returns maybe: referral ReferralId, received Date
-- unscoped: deciding on a referral; act_concerns asks permission on the child
SELECT id AS referral, received FROM referral WHERE child = :child AND decided IS NULL ORDER BY received, id LIMIT 1;

-- referral_decide: what was decided, by whom, and why
-- :referral ReferralId, :decision referral_decision, :reason Text
UPDATE referral SET decided = :today, decision = :decision, reason = :reason, decided_by = :actor WHERE id = :referral;

-- referral_last_of: when the newest referral of a child came
-- :child ChildId, returns maybe: received Date
-- unscoped: starting an enquiry; act_concerns asks permission on the child
SELECT received FROM referral WHERE child = :child ORDER BY received DESC, id DESC LIMIT 1;

-- referrals_of_child: a child's referrals, newest first
-- :child ChildId, returns many: referral ReferralId, received Date, decided Date, decision referral_decision, reason Text, decided_by PersonId
SELECT id AS referral, received, decided, decision, reason, decided_by FROM referral
 WHERE child = :child AND visible(referral.child, READ_RECORD) ORDER BY received DESC, id DESC LIMIT 200;
