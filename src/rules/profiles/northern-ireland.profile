# source: told, and not verified against Northern Ireland's own policy and procedures: every row is a lead · 2026-04-01
# Only what was told is here. Check each row against the procedures in force before you work by it, and put them right in a profile of your own.
profile       northern-ireland
title         Northern Ireland
division      northern-ireland
standing      lead
in_force      since 2020-01-01
always_stops  DIED,PREGNANCY_LOST,TRANSFERRED

invited       SOCIAL_CARE,HEALTH,POLICE | a lead: SD-03 says 'across the country', not verified for Northern Ireland

limit INITIAL_CONFERENCE from ENQUIRY_STARTED  due 15 working_days  ends INITIAL_CONFERENCE,PRE_BIRTH_CONFERENCE,REVIEW_CONFERENCE  stops ENQUIRY_NO_CONFERENCE,EPISODE_CLOSED  warn 7  lead  since 2020-01-01 | a lead: initial case conference within 15 working days; not verified
limit FIRST_CORE_GROUP   from PLAN_STARTED  due 10 working_days  ends CORE_GROUP  stops PLAN_ENDED  warn 5  lead  since 2020-01-01 | a lead: first core group within 10 working days; not verified
limit FIRST_REVIEW       from PLAN_STARTED  due 3 months  ends REVIEW_CONFERENCE  stops PLAN_ENDED  warn 28  lead  since 2020-01-01 | a lead: first review after 3 months; not verified
limit NEXT_REVIEW        from REVIEW_CONFERENCE  due 6 months  ends REVIEW_CONFERENCE  stops PLAN_ENDED  while PLAN_STARTED  warn 28  lead  since 2020-01-01 | a lead: then every 6 months; not verified
