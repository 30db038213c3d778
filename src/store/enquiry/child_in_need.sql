-- child_in_need_add: support offered to a child in need, and the answer
-- :id NeedPlanId, :child ChildId, :started Date, :what Text, :answer support_answer, :answer_why Text
INSERT INTO child_in_need_plan (id, authority, child, started, what, answer, answer_why)
VALUES (:id, :authority, :child, :started, :what, :answer, :answer_why);

-- child_in_need_end: the plan that went on until now
-- :child ChildId, :ended Date
UPDATE child_in_need_plan SET ended = :ended WHERE child = :child AND ended IS NULL;

-- child_in_need_of_child: a child's plans as a child in need, newest first
-- :child ChildId, returns many: started Date, ended Date, what Text, answer support_answer, answer_why Text
SELECT started, ended, what, answer, answer_why FROM child_in_need_plan
 WHERE child = :child AND visible(child_in_need_plan.child, READ_RECORD) ORDER BY started DESC, id DESC LIMIT 50;
