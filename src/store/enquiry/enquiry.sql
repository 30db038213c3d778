-- enquiry_last_of: a child's newest section 47 enquiry, running or concluded
-- :child ChildId, returns maybe: enquiry EnquiryId, started Date, concluded Date, outcome s47_outcome
-- unscoped: an act asks it of a child that act_concerns has let through
SELECT id AS enquiry, started, concluded, outcome FROM enquiry WHERE child = :child ORDER BY started DESC, id DESC LIMIT 1;

-- enquiry_open: an enquiry begins at a strategy discussion
-- :id EnquiryId, :child ChildId, :family FamilyId, :strategy StrategyId, :started Date
INSERT INTO enquiry (id, authority, child, family, strategy, started) VALUES (:id, :authority, :child, :family, :strategy, :started);

-- enquiry_conclude: what it found: the harm, why it is or isn't significant for this child, the outcome and why, what follows
-- :enquiry EnquiryId, :concluded Date, :outcome s47_outcome, :harm Text, :significant Text, :reason Text, :follows enquiry_next
UPDATE enquiry SET concluded = :concluded, outcome = :outcome, harm = :harm, significant = :significant, reason = :reason, follows = :follows
 WHERE id = :enquiry;

-- enquiries_of_child: a child's enquiries, newest first, with what they found (SC-01, SE-01)
-- :child ChildId, returns many: enquiry EnquiryId, started Date, concluded Date, outcome s47_outcome, harm Text, significant Text,
-- reason Text, follows enquiry_next
SELECT id AS enquiry, started, concluded, outcome, harm, significant, reason, follows FROM enquiry
 WHERE child = :child AND visible(enquiry.child, READ_RECORD) ORDER BY started DESC, id DESC LIMIT 100;
