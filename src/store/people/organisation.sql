-- authority_add: the council gets its row, once
-- :name Text, :profile Text, :telephone Text, :urgent_telephone Text, :practice bool
INSERT INTO authority_record (authority, name, profile, telephone, urgent_telephone, practice)
VALUES (:authority, :name, :profile, :telephone, :urgent_telephone, :practice);

-- team_add: a new team
-- :id TeamId, :name Text, :telephone Text, :email Text, :duty duty
INSERT INTO team (id, authority, name, telephone, email, duty) VALUES (:id, :authority, :name, :telephone, :email, :duty);

-- agency_add: a new agency
-- :id AgencyId, :kind agency_kind, :name Text, :telephone Text, :email Text, :place Text
INSERT INTO agency (id, authority, kind, name, telephone, email, place) VALUES (:id, :authority, :kind, :name, :telephone, :email, :place);
