-- entries: without an end
-- :after int, returns many: number int
SELECT number FROM entry WHERE number > :after AND number IN (SELECT number FROM entry LIMIT 5);
