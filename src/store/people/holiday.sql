-- Days that were made holidays after this program was, as the authority's administrator added them.

-- holiday_add: from now on that day is a holiday here
-- :id HolidayId, :day Date, :name Text, :source Text, :entry EntryNumber
INSERT INTO authority_holiday (authority, id, day, name, source, added_on, added_by, entry)
VALUES (:authority, :id, :day, :name, :source, :today, :actor, :entry);

-- holiday_withdraw: it was a mistake: the day is counted again
-- :id HolidayId, :why Text, :entry EntryNumber, changes one
UPDATE authority_holiday SET withdrawn_on = :today, withdrawn_by = :actor, withdrawn_why = :why, withdrawn = :entry WHERE id = :id;

-- holidays_added: the days that are holidays here besides those of the program, in their order
-- returns many: id HolidayId, day Date, name Text
-- bounded: an act refuses more than store/practice.h allows
-- scans: all of them are wanted, and they are few
SELECT id, day, name FROM authority_holiday WHERE authority = :authority AND withdrawn IS NULL ORDER BY day, id;

-- holidays_kept: every day that was ever added, with who did it and who took it back, the newest day first
-- returns many: id HolidayId, day Date, name Text, source Text, added_on Date, by_given Text, by_family_name Text, withdrawn_on Date,
-- withdrawn_given Text, withdrawn_family_name Text, withdrawn_why Text
-- scans: all of them are wanted, and they are few
SELECT authority_holiday.id, authority_holiday.day, authority_holiday.name, authority_holiday.source, authority_holiday.added_on,
       person.given AS by_given, person.family_name AS by_family_name, authority_holiday.withdrawn_on,
       taker.given AS withdrawn_given, taker.family_name AS withdrawn_family_name, authority_holiday.withdrawn_why
  FROM authority_holiday LEFT JOIN person ON person.id = authority_holiday.added_by LEFT JOIN person AS taker ON taker.id = authority_holiday.withdrawn_by
 WHERE authority_holiday.authority = :authority ORDER BY authority_holiday.day DESC, authority_holiday.id DESC LIMIT 200;

-- holiday_of: a day that was added
-- :id HolidayId, returns maybe: day Date, name Text, withdrawn_on Date
SELECT day, name, withdrawn_on FROM authority_holiday WHERE id = :id AND authority = :authority;

-- profiles_kept: whose time limits hold from which day on, and who said so when; the newest first
-- returns many: since Date, profile Text, why Text, recorded_at Instant, given Text, family_name Text
-- scans: all of them are wanted, and they are few
SELECT authority_profile.since, authority_profile.profile, authority_profile.why, ledger.recorded_at, person.given, person.family_name
  FROM authority_profile LEFT JOIN ledger ON ledger.number = authority_profile.entry LEFT JOIN person ON person.id = ledger.actor
 WHERE authority_profile.authority = :authority ORDER BY authority_profile.since DESC LIMIT 100;

-- anything_happened: whether anything that time limits count from is recorded of any child
-- returns maybe: child ChildId
-- unscoped: whether there is one at all
-- scans: the first there is
SELECT child FROM obligation WHERE authority = :authority LIMIT 1;
