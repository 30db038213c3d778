-- entry_change: rows of the chain stay
-- :number int, :act Text
UPDATE entry SET act = :act WHERE number = :number;
