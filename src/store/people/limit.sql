-- Time limits that the authority set itself, in the place of its profile's.

-- limit_begin: from that day on limits of that kind are counted so; what was decided before for the same day is replaced
-- :since Date, :kind obligation_kind, :number int, :unit limit_unit, :profile Text, :source Text, :entry EntryNumber
INSERT INTO authority_limit (authority, since, kind, number, unit, profile, source, entry)
VALUES (:authority, :since, :kind, :number, :unit, :profile, :source, :entry)
ON CONFLICT (authority, since, kind) DO UPDATE
   SET number = excluded.number, unit = excluded.unit, profile = excluded.profile, source = excluded.source, entry = excluded.entry;

-- limits_set: the time limits that the authority set, in the order of their days
-- returns many: since Date, kind obligation_kind, number int, unit limit_unit, profile Text, source Text
-- bounded: an act refuses more than store/own_limits.h allows
-- scans: all of them are wanted, and they are few
SELECT since, kind, number, unit, profile, source FROM authority_limit WHERE authority = :authority ORDER BY since, kind;

-- limits_kept: the same with who set them when, the last day first
-- returns many: since Date, kind obligation_kind, number int, unit limit_unit, profile Text, source Text, recorded_at Instant, given Text, family_name Text
-- bounded: an act refuses more than store/own_limits.h allows
-- scans: all of them are wanted, and they are few
SELECT authority_limit.since, authority_limit.kind, authority_limit.number, authority_limit.unit, authority_limit.profile, authority_limit.source,
       ledger.recorded_at, person.given, person.family_name
  FROM authority_limit LEFT JOIN ledger ON ledger.number = authority_limit.entry LEFT JOIN person ON person.id = ledger.actor
 WHERE authority_limit.authority = :authority ORDER BY authority_limit.since DESC, authority_limit.kind;
