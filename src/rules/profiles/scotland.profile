# source: National Guidance for Child Protection in Scotland 2021, updated 2023, appendix D · 2023-08-31
# What is local in Scotland without a number (reports, decision letter, next core groups, long plans, incidents) has no row: an authority adds its own.
profile       scotland
title         Scotland
division      scotland
standing      statutory
in_force      since 2021-09-02
always_stops  DIED,PREGNANCY_LOST,TRANSFERRED

invited       SOCIAL_CARE,HEALTH,POLICE | SD-03: always invited to conferences, across the country
word          PLAN_LIST Child protection register | National Guidance 2021: a register is kept

limit REFERRAL_DECISION      from REFERRAL_RECEIVED  due 1 working_days  ends REFERRAL_DECIDED  stops EPISODE_CLOSED  warn 0  statutory  since 2021-09-02 | National Guidance 2021, appendix D: inter-agency referral discussion as soon as practical, normally the next working day
limit INITIAL_CONFERENCE     from CONCERN_RAISED  due 28 days  ends INITIAL_CONFERENCE,PRE_BIRTH_CONFERENCE,REVIEW_CONFERENCE  stops ENQUIRY_NO_CONFERENCE,EPISODE_CLOSED  warn 7  statutory  since 2021-09-02 | National Guidance 2021, appendix D: child protection planning meeting within 28 calendar days of the concern
limit PRE_BIRTH_CONFERENCE   from BIRTH_EXPECTED  due 12 weeks before  ends PRE_BIRTH_CONFERENCE  stops BORN,ENQUIRY_NO_CONFERENCE,EPISODE_CLOSED  while CONCERN_RAISED  warn 14  statutory  since 2021-09-02 | National Guidance 2021, appendix D: by 28 weeks of pregnancy, 12 weeks before the birth is expected
limit TRANSFER_IN_CONFERENCE from TRANSFER_NOTIFIED  due 21 working_days  ends TRANSFER_IN_CONFERENCE  stops EPISODE_CLOSED  warn 7  statutory  since 2021-09-02 | National Guidance 2021, appendix D: at most 21 working days
limit RECONVENE              from CONFERENCE_INQUORATE  due 10 working_days  ends INITIAL_CONFERENCE,PRE_BIRTH_CONFERENCE,TRANSFER_IN_CONFERENCE,REVIEW_CONFERENCE  stops PLAN_ENDED,EPISODE_CLOSED  warn 3  statutory  since 2021-09-02 | National Guidance 2021, appendix D: an inquorate meeting is reconvened within 10 working days
limit NOTICE_OF_MEETING      from CONFERENCE_BOOKED,REVIEW_BOOKED  due 5 days before  ends NOTICE_SENT  stops INITIAL_CONFERENCE,PRE_BIRTH_CONFERENCE,TRANSFER_IN_CONFERENCE,REVIEW_CONFERENCE,CONFERENCE_INQUORATE,EPISODE_CLOSED  warn 3  statutory  since 2021-09-02 | National Guidance 2021, appendix D: five calendar days' notice; five whole days lie between
limit CONFERENCE_NOTES       from INITIAL_CONFERENCE,PRE_BIRTH_CONFERENCE,TRANSFER_IN_CONFERENCE,REVIEW_CONFERENCE  due 10 working_days  ends NOTES_SENT  warn 3  statutory  since 2021-09-02 | National Guidance 2021, appendix D: the record within 10 working days
limit FIRST_CORE_GROUP       from PLAN_STARTED  due 15 working_days  ends CORE_GROUP  stops PLAN_ENDED  warn 5  statutory  since 2021-09-02 | National Guidance 2021, appendix D: core group within 15 working days
limit FIRST_REVIEW           from PLAN_STARTED  due 6 months  ends REVIEW_CONFERENCE  stops PLAN_ENDED  warn 28  statutory  since 2021-09-02 | National Guidance 2021, appendix D: review within 6 months
limit NEXT_REVIEW            from REVIEW_CONFERENCE  due 6 months  ends REVIEW_CONFERENCE  stops PLAN_ENDED  while PLAN_STARTED  warn 28  statutory  since 2021-09-02 | National Guidance 2021, appendix D: reviews at most 6 months apart
limit PRE_BIRTH_REVIEW       from PLAN_STARTED  due 3 months  ends REVIEW_CONFERENCE  stops PLAN_ENDED  while PRE_BIRTH_CONFERENCE  warn 28  statutory  since 2021-09-02 | National Guidance 2021, appendix D: within 3 months of the pre-birth meeting
limit VISIT                  from PLAN_STARTED,VISIT  due 10 working_days  ends VISIT  stops PLAN_ENDED  while PLAN_STARTED  warn 3  local  since 2021-09-02 | local: every ten working days, from the last visit on which the child was seen
