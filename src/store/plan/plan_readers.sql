-- Who of a family can have a copy of a plan of their own, and what was written for them alone.

-- plan_readers: parents, carers and the child, and who stands beside one of them: whose words they read. A reader of the family: themselves alone
-- :child ChildId, returns many: person PersonId, words_of PersonId, given Text, family_name Text, signs_in bool
WITH reader AS (
    SELECT child.id AS person, child.id AS words_of FROM child WHERE child.id = :child AND child.unborn = 0
    UNION
    SELECT relationship.person, relationship.person FROM relationship
     WHERE relationship.child = :child AND relationship.ends IS NULL
       AND (relationship.parental_responsibility = 'YES'
         OR relationship.kind IN ('MOTHER', 'FATHER', 'PARENT', 'STEP_PARENT', 'CARER', 'GUARDIAN', 'FOSTER_CARER'))
    UNION
    SELECT access.holder, CASE WHEN access.role IN ('ADVOCATE', 'SUPPORTER') THEN COALESCE(stands_beside.beside, access.child) ELSE access.holder END
      FROM access LEFT JOIN stands_beside ON stands_beside.person = access.holder AND stands_beside.child = access.child
     WHERE access.child = :child AND access.role IN ('PARENT', 'CHILD', 'ADVOCATE', 'SUPPORTER') AND access.begins <= :now AND access.ends > :now
)
SELECT reader.person, reader.words_of, person.given, person.family_name,
       CASE WHEN EXISTS (SELECT 1 FROM access WHERE access.holder = reader.person AND access.child = :child AND access.begins <= :now
                            AND access.ends > :now AND access.role IN ('PARENT', 'CHILD', 'ADVOCATE', 'SUPPORTER')) THEN 1 ELSE 0 END AS signs_in
  FROM reader JOIN person ON person.id = reader.person
 WHERE +person.authority = :authority
   AND (visible(:child, READ_PLAN) OR (visible(:child, READ_OWN_COPY) AND reader.person = :actor))
 ORDER BY CASE WHEN reader.person = :child THEN 2 WHEN reader.words_of <> reader.person THEN 3 ELSE 1 END, person.sort_key, reader.person LIMIT 50;

-- plan_kept_apart: whether an address of the family is kept from somebody, or an order of today stands against them
-- :family FamilyId, :person PersonId, returns maybe: family FamilyId
-- unscoped: it says something of the reader alone, to make their own copy smaller
SELECT id AS family FROM family
 WHERE id = :family AND authority = :authority
   AND (EXISTS (SELECT 1 FROM address WHERE address.family = family.id AND address.protected = 1 AND address.not_to = :person
                   AND (address.ends IS NULL OR address.ends >= :today))
     OR EXISTS (SELECT 1 FROM court_order WHERE court_order.family = family.id AND court_order.against = :person
                   AND (court_order.ends IS NULL OR court_order.ends >= :today)));

-- plan_reader_words: what stands for one reader alone, in every version: of all readers for who reads the whole; else what is for the reader, or
-- for whom they stand beside
-- :plan PlanId, returns many: version int, person PersonId, given Text, section own_section, standing own_words, words Text
SELECT plan_reader_words.version, plan_reader_words.person, person.given, plan_reader_words.section, plan_reader_words.standing,
       plan_reader_words.words
  FROM plan_reader_words JOIN person ON person.id = plan_reader_words.person
 WHERE plan_reader_words.plan = :plan
   AND (visible(plan_reader_words.child, READ_PLAN)
     OR (visible(plan_reader_words.child, READ_OWN_COPY)
         AND plan_reader_words.person IN (
             SELECT CASE WHEN access.role IN ('ADVOCATE', 'SUPPORTER') THEN COALESCE(stands_beside.beside, access.child) ELSE access.holder END
               FROM access LEFT JOIN stands_beside ON stands_beside.person = access.holder AND stands_beside.child = access.child
              WHERE access.holder = :actor AND access.child = plan_reader_words.child
                AND access.role IN ('PARENT', 'CHILD', 'ADVOCATE', 'SUPPORTER') AND access.begins <= :now AND access.ends > :now)))
 ORDER BY plan_reader_words.version DESC, plan_reader_words.person, plan_reader_words.section LIMIT 5000;
