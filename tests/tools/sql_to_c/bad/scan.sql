-- households: no index on family
-- :family FamilyId, returns many: id HouseholdId
SELECT household.id FROM household WHERE household.family = :family AND visible_family(household.family, READ_RECORD) LIMIT 10;
