-- household_of: marked with a scope
-- :id HouseholdId, returns one: name Text
SELECT name FROM household WHERE id = :id;
