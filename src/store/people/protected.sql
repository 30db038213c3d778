-- What words that leave are asked against: the addresses of a family that must not reach everybody (SC-12).

-- protected_addresses: protected addresses of a family, and of its adults in other families, the telephones of who lives there, and whether the reader may read each. A refuge stays
-- secret when somebody has left it
-- :family FamilyId, returns many: lines Text, postcode Text, telephone Text, is_open bool
-- unscoped: words are asked against every one of them: what is found is told only as words that the reader wrote or may read
-- bounded: the addresses of one family
SELECT address.lines, address.postcode, person.telephone,
       CASE WHEN visible_family(address.family, READ_PROTECTED) AND visible_person(address.person, READ_PROTECTED) THEN 1 ELSE 0 END AS is_open
  FROM address JOIN person ON person.id = address.person
 WHERE address.authority = :authority AND address.protected = 1
   AND address.id IN (SELECT own.id FROM address AS own WHERE own.family = :family
                      UNION SELECT elsewhere.id FROM adult JOIN address AS elsewhere ON elsewhere.person = adult.id WHERE adult.family = :family)
   AND (address.ends IS NULL OR address.ends > :today OR address.kind = 'REFUGE')
 ORDER BY address.id;
