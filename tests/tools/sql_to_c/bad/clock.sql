-- entry_now: reads the clock
-- :number int, returns one: act Text
SELECT CURRENT_TIMESTAMP FROM entry WHERE number = :number;
