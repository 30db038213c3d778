-- letter_of: a table
-- :id int, returns one: words Text
SELECT words FROM letter WHERE id = :id;
