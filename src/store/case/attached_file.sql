-- attached_file_add: a file that came with what was recorded
-- :id DocumentId, :family FamilyId, :name Text, :kind media_kind, :size int, :hash Bytes, :blob Bytes, :entry EntryNumber
INSERT INTO attached_file (id, authority, family, name, kind, size, hash, blob, entry)
VALUES (:id, :authority, :family, :name, :kind, :size, :hash, :blob, :entry);

-- attached_file_child_add: a child it concerns
-- :document DocumentId, :child ChildId
INSERT INTO attached_file_child (authority, document, child) VALUES (:authority, :document, :child);

-- attached_file_of: a file, for who may read the record of every child it concerns: bytes can't be cut for their reader
-- :document DocumentId, returns one: family FamilyId, name Text, kind media_kind, size int, hash Bytes, blob Bytes
SELECT attached_file.family, attached_file.name, attached_file.kind, attached_file.size, attached_file.hash, attached_file.blob FROM attached_file
 WHERE attached_file.id = :document AND attached_file.authority = :authority AND visible_family(attached_file.family, READ_RECORD)
   AND NOT EXISTS (SELECT 1 FROM attached_file_child
                    WHERE attached_file_child.document = attached_file.id AND NOT visible(attached_file_child.child, READ_RECORD));

-- attached_file_children: the children it concerns
-- :document DocumentId, returns many: child ChildId
-- bounded: the children one entry is about
SELECT attached_file_child.child FROM attached_file_child
 WHERE attached_file_child.document = :document AND visible(attached_file_child.child, READ_RECORD) ORDER BY attached_file_child.child;

-- attached_files: a family's files, the newest first, with the entry each came with and who attached it
-- :family FamilyId, returns many: document DocumentId, name Text, kind media_kind, size int, number EntryNumber, act Text, version int, body Text,
-- given Text, family_name Text, at Instant
SELECT attached_file.id AS document, attached_file.name, attached_file.kind, attached_file.size, ledger.number, ledger.act, ledger.version,
       ledger_body.body, person.given, person.family_name, ledger.recorded_at AS at
  FROM attached_file JOIN ledger ON ledger.number = attached_file.entry JOIN ledger_body ON ledger_body.number = ledger.number
  LEFT JOIN person ON person.id = ledger.actor
 WHERE attached_file.family = :family AND attached_file.authority = :authority AND visible_family(attached_file.family, READ_RECORD)
   AND NOT EXISTS (SELECT 1 FROM attached_file_child
                    WHERE attached_file_child.document = attached_file.id AND NOT visible(attached_file_child.child, READ_RECORD))
 ORDER BY attached_file.id DESC LIMIT 100;

-- attached_files_after: every file the record names, in order, after a number: to ask whether its bytes are there
-- :after int, returns many: document DocumentId, size int, hash Bytes, blob Bytes
-- unscoped: verify compares bytes with hashes, and shows nothing
SELECT attached_file.id AS document, attached_file.size, attached_file.hash, attached_file.blob FROM attached_file
 WHERE attached_file.id > :after AND attached_file.authority = :authority ORDER BY attached_file.id LIMIT 100;
