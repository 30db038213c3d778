# source: 'What should happen after a child protection conference', a national charity for families' rights, without a year (seed document SE) · without a date
# A document says what holds when it was written, not since when: its rows stand from the day of England's that they stand beside.
profile   SE
title     As described in ‘What should happen after a child protection conference’, no year given
standing  local
in_force  since 2013-04-15
like      england

word      LEAD_WORKER Lead social worker | SE, part 1: the child's social worker organises the core group (SE-04)

limit FIRST_CORE_GROUP from PLAN_STARTED  due 10 days  ends CORE_GROUP  stops PLAN_ENDED  warn 5  local  since 2013-04-15 | SE, part 1: another meeting will be held within ten days (SE-02)
limit FIRST_REVIEW     from PLAN_STARTED  due 3 months  ends REVIEW_CONFERENCE  stops PLAN_ENDED  warn 28  local  since 2013-04-15 | SE, part 2: three months after the initial conference (SE-07)
