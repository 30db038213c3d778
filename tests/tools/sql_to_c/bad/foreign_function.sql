-- entry_day: a function of one engine
-- :number int, returns one: act Text
SELECT strftime('%Y', act) FROM entry WHERE number = :number;
