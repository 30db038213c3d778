-- child_join: the view without its question
-- :id ChildId, returns one: name Text
SELECT child.name FROM child JOIN visible ON visible.child = child.id WHERE child.id = :id;
