-- child_visits: a number that may be nothing
-- :id ChildId, returns one: visits int
SELECT child.visits FROM child WHERE child.id = :id AND visible(child.id, READ_RECORD);
