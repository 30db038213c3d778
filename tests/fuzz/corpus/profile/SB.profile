# source: 'Child protection plans', guide for parents of a London borough, 2024 (seed document SB) · 2024-01-01
# A document says what holds when it was written, not since when: its rows stand from the day of England's that they stand beside.
profile   SB
title     As described in ‘Child protection plans’, 2024
standing  local
in_force  since 2013-04-15
like      england

lasts     120 minutes | SB, ‘What to expect at a child protection conference’: usually around two hours (SB-08)
word      LEAD_WORKER Key worker | SB, ‘How a child protection plan is created’: the key worker, usually the social worker (SB-10)
word      PLAN_LIST Children with a plan | SB, ‘What is a child protection plan’: the register no longer exists (SB-15)

# 'No longer than two years' is one flag, and nothing is said of 15 or 21 months.
without LONG_PLAN_15
without LONG_PLAN_21
limit FIRST_CORE_GROUP from PLAN_STARTED  due 2 weeks  ends CORE_GROUP  stops PLAN_ENDED  warn 5  local  since 2013-04-15 | SB, ‘How is the child protection plan made’: within two weeks of the conference (SE-02)
limit NEXT_CORE_GROUP  from CORE_GROUP  due 9 weeks  ends CORE_GROUP  stops PLAN_ENDED  while PLAN_STARTED  warn 21  local  since 2013-04-15 | SB, ‘How is the child protection plan made’: on a six to nine weekly cycle, so due after nine weeks and spoken of from six (SC-15)
limit LONG_PLAN_24     from PLAN_STARTED  due 24 months  ends SENIOR_REVIEW  stops PLAN_ENDED  near  warn 28  local  since 2013-04-15 | SB, ‘How long will my child have a child protection plan for’: usually no longer than two years; a flag, never a bar (SB-14)
