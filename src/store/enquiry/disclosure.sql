-- disclosure_add: what a child told somebody, word for word; `minute`: of the day in London, -1 when nobody knows
-- :id DisclosureId, :child ChildId, :said Date, :minute int, :heard_by Text, :place Text, :words Text, :asked Text, :showed Text,
-- :audience audience, :entry EntryNumber
INSERT INTO disclosure (id, authority, child, said, minute, heard_by, place, words, asked, showed, audience, entry)
VALUES (:id, :authority, :child, :said, :minute, :heard_by, :place, :words, :asked, :showed, :audience, :entry);

-- disclosures_of_child: what a child told, newest first, in the child's words (SB-04)
-- :child ChildId, returns many: said Date, minute int, heard_by Text, place Text, words Text, asked Text, showed Text, audience audience,
-- entry EntryNumber
SELECT said, minute, heard_by, place, words, asked, showed, audience, entry FROM disclosure
 WHERE child = :child AND visible(disclosure.child, READ_RECORD) ORDER BY said DESC, id DESC LIMIT 100;
