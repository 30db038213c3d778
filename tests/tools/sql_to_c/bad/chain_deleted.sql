-- entry_drop: rows of the chain stay
-- :number int
DELETE FROM entry WHERE number = :number;
