-- duty_now: what this person's account is for, today
-- returns maybe: duty duty
SELECT duty FROM worker WHERE id = :actor AND authority = :authority AND begins <= :today AND (ends IS NULL OR ends > :today);
