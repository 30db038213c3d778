-- seen_add: a child was seen, or should have been: alone or not, who else was there and why, by whom
-- :id SeenId, :child ChildId, :seen_on Date, :how seen_how, :others Text, :why Text, :place Text, :bedroom Text, :words Text,
-- :enquiry EnquiryId, :visit VisitId, :seen_by PersonId, :entry EntryNumber
INSERT INTO seen (id, authority, child, seen_on, how, others, why, place, bedroom, words, enquiry, visit, seen_by, entry)
VALUES (:id, :authority, :child, :seen_on, :how, :others, :why, :place, :bedroom, :words, :enquiry, :visit, :seen_by, :entry);

-- seen_of_child: each date on which a child was or wasn't seen, newest first (SB-05)
-- :child ChildId, returns many: seen_on Date, how seen_how, others Text, why Text, place Text, bedroom Text, words Text, enquiry EnquiryId,
-- visit VisitId, seen_by PersonId
SELECT seen_on, how, others, why, place, bedroom, words, enquiry, visit, seen_by FROM seen
 WHERE child = :child AND visible(seen.child, READ_RECORD) ORDER BY seen_on DESC, id DESC LIMIT 200;

-- seen_in_enquiry: each date on which a child was or wasn't seen in one enquiry, in order (SB-05; SB-06 prints them)
-- :enquiry EnquiryId, returns many: seen_on Date, how seen_how, others Text, why Text, place Text, seen_by PersonId
SELECT seen_on, how, others, why, place, seen_by FROM seen
 WHERE enquiry = :enquiry AND visible(seen.child, READ_RECORD) ORDER BY seen_on, id LIMIT 200;
