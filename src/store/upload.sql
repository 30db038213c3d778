-- uploads_of: files that wait for the form of an address to be taken
-- :person PersonId, :address Text, returns many: blob Bytes, field Text, name Text, kind media_kind, size int, hash Bytes
SELECT upload.blob, upload.field, upload.name, upload.kind, upload.size, upload.hash FROM upload
 WHERE upload.person = :person AND upload.address = :address AND upload.authority = :authority
 ORDER BY upload.saved_at DESC, upload.blob LIMIT 100;

-- upload_put: one more
-- :blob Bytes, :person PersonId, :address Text, :field Text, :name Text, :kind media_kind, :size int, :hash Bytes
INSERT INTO upload (blob, authority, person, address, field, name, kind, size, hash, saved_at)
VALUES (:blob, :authority, :person, :address, :field, :name, :kind, :size, :hash, :now);

-- upload_drop: its form was taken, or its author took it away
-- :blob Bytes, :person PersonId
DELETE FROM upload WHERE blob = :blob AND person = :person AND authority = :authority;

-- upload_forget_old: what waited too long
-- :person PersonId, :before Instant
DELETE FROM upload WHERE person = :person AND saved_at < :before AND authority = :authority;

-- upload_keep_newest: of more than so many, the oldest go
-- :person PersonId, :most int
DELETE FROM upload WHERE person = :person AND authority = :authority
   AND blob NOT IN (SELECT kept.blob FROM upload AS kept WHERE kept.person = :person AND kept.authority = :authority
                     ORDER BY kept.saved_at DESC, kept.blob LIMIT :most);

-- blob_named: whether the record or a form that waits speaks of a sealed file
-- :blob Bytes, returns maybe: size int
-- unscoped: the sweep asks of every file in the folder, and shows nothing
SELECT attached_file.size FROM attached_file WHERE attached_file.blob = :blob
 UNION ALL SELECT upload.size FROM upload WHERE upload.blob = :blob LIMIT 1;
