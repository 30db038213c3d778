-- authority_add: the council gets its row, once
-- :name Text, :telephone Text, :urgent_telephone Text, :practice bool
INSERT INTO authority_record (authority, name, telephone, urgent_telephone, practice)
VALUES (:authority, :name, :telephone, :urgent_telephone, :practice);

-- authority_now: the council: its name, the numbers to ring, and whether it is for practice
-- returns maybe: name Text, telephone Text, urgent_telephone Text, practice bool
SELECT name, telephone, urgent_telephone, practice FROM authority_record WHERE authority = :authority;

-- profile_begin: from that day on this profile's time limits hold
-- :since Date, :profile Text, :why Text, :entry EntryNumber
INSERT INTO authority_profile (authority, since, profile, why, entry) VALUES (:authority, :since, :profile, :why, :entry)
ON CONFLICT (authority, since) DO UPDATE SET profile = excluded.profile, why = excluded.why, entry = excluded.entry;

-- profiles_in_force: the profiles of the authority, in the order of their days
-- returns many: since Date, profile Text
-- bounded: a council changes its practice a few times in its life
-- scans: all of them are wanted, and they are few
SELECT since, profile FROM authority_profile WHERE authority = :authority ORDER BY since;

-- team_add: a new team
-- :id TeamId, :name Text, :telephone Text, :email Text, :duty duty
INSERT INTO team (id, authority, name, telephone, email, duty) VALUES (:id, :authority, :name, :telephone, :email, :duty);

-- agency_add: a new agency
-- :id AgencyId, :kind agency_kind, :name Text, :telephone Text, :email Text, :place Text
INSERT INTO agency (id, authority, kind, name, telephone, email, place) VALUES (:id, :authority, :kind, :name, :telephone, :email, :place);
