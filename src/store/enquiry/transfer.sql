-- transfer_add: another authority told us that a child with a plan has moved here
-- :id TransferId, :child ChildId, :from_authority Text, :notified Date, :plan_since Date, :categories Text, :note Text
INSERT INTO transfer (id, authority, child, from_authority, notified, plan_since, categories, note)
VALUES (:id, :authority, :child, :from_authority, :notified, :plan_since, :categories, :note);

-- transfers_of_child: what other authorities told us about a child, newest first
-- :child ChildId, returns many: from_authority Text, notified Date, plan_since Date, categories Text, note Text
SELECT from_authority, notified, plan_since, categories, note FROM transfer
 WHERE child = :child AND visible(transfer.child, READ_RECORD) ORDER BY notified DESC, id DESC LIMIT 50;
