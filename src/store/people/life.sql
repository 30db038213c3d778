-- person_names: what finds somebody, as it stands
-- :person PersonId, returns one: given Text, family_name Text, known_as Text, born Date, died Date, nhs_number Text
SELECT given, family_name, known_as, born, died, nhs_number FROM person WHERE id = :person AND authority = :authority;

-- person_change: what is known of somebody; what is nothing stays as it was
-- :person PersonId, :given Text, :family_name Text, :known_as Text, :sort_key Text, :born Date, :sex sex, :nhs_number Text, :upn Text,
-- :ethnicity ethnicity, :disabilities Text, :telephone Text, :email Text
UPDATE person SET given = COALESCE(:given, given), family_name = COALESCE(:family_name, family_name), known_as = COALESCE(:known_as, known_as),
       sort_key = COALESCE(:sort_key, ''), born = COALESCE(:born, born), sex = COALESCE(:sex, sex), nhs_number = COALESCE(:nhs_number, nhs_number),
       upn = COALESCE(:upn, upn), ethnicity = COALESCE(:ethnicity, ethnicity), disabilities = COALESCE(:disabilities, disabilities),
       telephone = COALESCE(:telephone, telephone), email = COALESCE(:email, email)
 WHERE id = :person;

-- child_change: a child's school and surgery; what is nothing stays as it was
-- :child ChildId, :school AgencyId, :surgery Text
UPDATE child SET school = COALESCE(:school, school), surgery = COALESCE(:surgery, surgery) WHERE id = :child;

-- alias_add: another name of somebody
-- :id PersonId, :person PersonId, :name Text, :why Text
INSERT INTO alias (id, authority, person, name, why) VALUES (:id, :authority, :person, :name, :why);

-- person_born: an unborn child has a name and a date of birth
-- :person PersonId, :given Text, :family_name Text, :sort_key Text, :born Date, :sex sex, :nhs_number Text
UPDATE person SET given = :given, family_name = :family_name, sort_key = COALESCE(:sort_key, ''), born = :born, sex = :sex,
       nhs_number = COALESCE(:nhs_number, nhs_number)
 WHERE id = :person;

-- child_is_born: the child is no unborn child any more
-- :child ChildId
UPDATE child SET unborn = 0 WHERE id = :child;

-- person_died: the day on which somebody died
-- :person PersonId, :died Date
UPDATE person SET died = :died WHERE id = :person;

-- family_messages_stop: nothing is sent to the family by itself any more
-- :family FamilyId
UPDATE family SET messages_stopped = 1 WHERE id = :family;
