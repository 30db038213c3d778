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

-- team_of: one team
-- :id TeamId, returns maybe: name Text, telephone Text, email Text, duty duty
SELECT name, telephone, email, duty FROM team WHERE id = :id AND authority = :authority;

-- agency_of: one agency
-- :id AgencyId, returns maybe: kind agency_kind, name Text, telephone Text, email Text, place Text
SELECT kind, name, telephone, email, place FROM agency WHERE id = :id AND authority = :authority;

-- teams_all: every team, by name
-- returns many: id TeamId, name Text, telephone Text, duty duty
-- scans: the teams of one authority are few
SELECT id, name, telephone, duty FROM team WHERE authority = :authority ORDER BY name, id LIMIT 500;

-- agencies_all: the agencies after one, by kind and name
-- :after_kind agency_kind, :after_name Text, :after AgencyId, :most int, returns many: id AgencyId, kind agency_kind, name Text, telephone Text
SELECT id, kind, name, telephone FROM agency
 WHERE authority = :authority AND (kind, name, id) > (COALESCE(:after_kind, ''), COALESCE(:after_name, ''), COALESCE(:after, 0))
 ORDER BY kind, name, id LIMIT :most;
