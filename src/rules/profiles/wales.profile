# source: Wales Safeguarding Procedures; local practice as each row says · 2019-11-11
# What is local in Wales without a number (reports, reconvening, before birth, long plans, incidents) has no row: an authority adds its own.
profile       wales
title         Wales
division      england-and-wales
standing      statutory
in_force      since 2019-11-11
always_stops  DIED,PREGNANCY_LOST,TRANSFERRED

invited       SOCIAL_CARE,HEALTH,POLICE | SD-03: always invited to conferences, across the country
word          PLAN_LIST Child protection register | Wales Safeguarding Procedures: a register is kept

limit REFERRAL_DECISION      from REFERRAL_RECEIVED  due 1 working_days  ends REFERRAL_DECIDED  stops EPISODE_CLOSED  warn 0  lead  since 2019-11-11 | a lead: one working day as in England, not verified for Wales
limit ASSESSMENT             from ENQUIRY_STARTED  due 42 working_days  ends ASSESSMENT_DONE  stops EPISODE_CLOSED  warn 7  statutory  since 2019-11-11 | Wales Safeguarding Procedures: 42 working days from the start of the section 47 enquiry
limit INITIAL_CONFERENCE     from ENQUIRY_STARTED  due 15 working_days  ends INITIAL_CONFERENCE,PRE_BIRTH_CONFERENCE,REVIEW_CONFERENCE  stops ENQUIRY_NO_CONFERENCE,EPISODE_CLOSED  warn 7  statutory  since 2019-11-11 | Wales Safeguarding Procedures: within 15 working days of the strategy discussion
limit TRANSFER_IN_CONFERENCE from TRANSFER_NOTIFIED  due 15 working_days  ends TRANSFER_IN_CONFERENCE  stops EPISODE_CLOSED  warn 7  statutory  since 2019-11-11 | Wales Safeguarding Procedures: within 15 working days once the move is permanent
limit DECISION_LETTER        from INITIAL_CONFERENCE,PRE_BIRTH_CONFERENCE,TRANSFER_IN_CONFERENCE,REVIEW_CONFERENCE  due 5 working_days  ends DECISION_SENT  warn 1  statutory  since 2019-11-11 | Wales Safeguarding Procedures: outline plan and decisions circulated within 5 working days
limit CONFERENCE_NOTES       from INITIAL_CONFERENCE,PRE_BIRTH_CONFERENCE,TRANSFER_IN_CONFERENCE,REVIEW_CONFERENCE  due 10 working_days  ends NOTES_SENT  warn 3  local  since 2019-11-11 | local, as in England; SD-11: the notes within ten working days
limit FIRST_CORE_GROUP       from PLAN_STARTED  due 10 working_days  ends CORE_GROUP  stops PLAN_ENDED  warn 5  statutory  since 2019-11-11 | Wales Safeguarding Procedures: core group within 10 working days
limit NEXT_CORE_GROUP        from CORE_GROUP  due 6 weeks  ends CORE_GROUP  stops PLAN_ENDED  while PLAN_STARTED  warn 14  statutory  since 2019-11-11 | Wales Safeguarding Procedures: monthly, never more than 6 weeks apart
limit FIRST_REVIEW           from PLAN_STARTED  due 3 months  ends REVIEW_CONFERENCE  stops PLAN_ENDED  warn 28  statutory  since 2019-11-11 | Wales Safeguarding Procedures: first review within 3 months
limit NEXT_REVIEW            from REVIEW_CONFERENCE  due 6 months  ends REVIEW_CONFERENCE  stops PLAN_ENDED  while PLAN_STARTED  warn 28  statutory  since 2019-11-11 | Wales Safeguarding Procedures: then at most every 6 months
limit VISIT                  from PLAN_STARTED,VISIT  due 10 working_days  ends VISIT  stops PLAN_ENDED  while PLAN_STARTED  warn 3  local  since 2019-11-11 | local: every ten working days, from the last visit on which the child was seen
limit POLICE_PROTECTION_ENDS from POLICE_PROTECTION  due 3 days  ends PROTECTION_ENDED  warn 1  statutory  since 1991-10-14 | Children Act 1989, section 46(6), in England and Wales: 72 hours
limit EMERGENCY_ORDER_ENDS   from EMERGENCY_ORDER  due 8 days  ends PROTECTION_ENDED,EMERGENCY_EXTENDED  warn 2  statutory  since 1991-10-14 | Children Act 1989, section 45(1), in England and Wales: eight days, which the court may extend once by seven
limit EMERGENCY_EXTENSION_ENDS from EMERGENCY_EXTENDED  due 7 days  ends PROTECTION_ENDED  warn 2  statutory  since 1991-10-14 | Children Act 1989, section 45(6), in England and Wales: once, by seven days at most
