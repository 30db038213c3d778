# source: Working Together to Safeguard Children 2023 and the local practice named in each row · 2023-12-15
# How a profile is written and checked: docs/profiles.md. Where guidance gives no number there is no row, and no practice without a source.
profile       england
title         England
division      england-and-wales
standing      statutory
in_force      since 2013-04-15
always_stops  DIED,PREGNANCY_LOST,TRANSFERRED

quorum         3 | local: social care and two other agencies; no national number
invited        SOCIAL_CARE,HEALTH,POLICE | SD-03: always invited to conferences, across the country
invited_unborn MIDWIFERY,HEALTH | Working Together 2023, unborn children: midwifery and health visiting are invited
early          30 minutes | local; SA-13 and SC: parents come 30 minutes early, to meet the chair first
lasts          120 minutes | local; SB-08: about two hours
supporter      SUPPORTER may LISTEN,ASK_FOR_BREAK | local; SD-07
supporter      SOLICITOR may LISTEN,CLARIFY | SA-11: helps, and is no full participant
supporter      REPRESENTATIVE may SPEAK | SC-05: for a parent who cannot come
step           APPEAL Talk to the chair of the conference | local; SD-16: first to the chair
step           APPEAL Ask for the appeals procedure | local; SD-16: then through the appeals procedure
step           COMPLAINT Ask the social worker how to make a formal complaint | local; SD-15
word           CHAIR Conference chair | SC-02
word           LEAD_WORKER Lead social worker | SE-04; SA: a lead social worker is appointed
word           PLAN_LIST Children with a plan | SB-15: there is no register any more

limit REFERRAL_DECISION      from REFERRAL_RECEIVED  due 1 working_days  ends REFERRAL_DECIDED  stops EPISODE_CLOSED  warn 0  statutory  since 2013-04-15 | Working Together 2023, chapter 3, response to a referral
limit ASSESSMENT             from REFERRAL_RECEIVED  due 45 working_days  ends ASSESSMENT_DONE  stops EPISODE_CLOSED  warn 7  statutory  since 2013-04-15 | Working Together 2023, chapter 3, timeliness of assessments
limit INITIAL_CONFERENCE     from ENQUIRY_STARTED  due 15 working_days  ends INITIAL_CONFERENCE,PRE_BIRTH_CONFERENCE,REVIEW_CONFERENCE  stops ENQUIRY_NO_CONFERENCE,EPISODE_CLOSED  warn 7  statutory  since 2013-04-15 | Working Together 2023, initial child protection conferences: from the strategy discussion that started the enquiry
limit TRANSFER_IN_CONFERENCE from TRANSFER_NOTIFIED  due 15 working_days  ends TRANSFER_IN_CONFERENCE  stops EPISODE_CLOSED  warn 7  local  since 2013-04-15 | local: 15 working days from written notification
limit REPORTS_INITIAL        from CONFERENCE_BOOKED  due 2 days before  ends REPORTS_SHARED  stops INITIAL_CONFERENCE,PRE_BIRTH_CONFERENCE,TRANSFER_IN_CONFERENCE,REVIEW_CONFERENCE,CONFERENCE_INQUORATE  warn 3  local  since 2013-04-15 | SD-06: at least two days before; two whole days lie between
limit REPORTS_REVIEW         from REVIEW_BOOKED  due 2 days before  ends REPORTS_SHARED  stops INITIAL_CONFERENCE,PRE_BIRTH_CONFERENCE,TRANSFER_IN_CONFERENCE,REVIEW_CONFERENCE,CONFERENCE_INQUORATE,PLAN_ENDED  warn 3  local  since 2013-04-15 | SD-06: at least two days before; two whole days lie between
limit DECISION_LETTER        from INITIAL_CONFERENCE,PRE_BIRTH_CONFERENCE,TRANSFER_IN_CONFERENCE,REVIEW_CONFERENCE  due 1 working_days  ends DECISION_SENT  warn 0  local  since 2013-04-15 | local; SD-11: a copy of the plan shortly after
limit CONFERENCE_NOTES       from INITIAL_CONFERENCE,PRE_BIRTH_CONFERENCE,TRANSFER_IN_CONFERENCE,REVIEW_CONFERENCE  due 10 working_days  ends NOTES_SENT  warn 3  local  since 2013-04-15 | SD-11: the notes within ten working days
limit FIRST_CORE_GROUP       from PLAN_STARTED  due 10 working_days  ends CORE_GROUP  stops PLAN_ENDED  warn 5  statutory  since 2013-04-15 | Working Together 2023, the core group; SE-02
limit NEXT_CORE_GROUP        from CORE_GROUP  due 6 weeks  ends CORE_GROUP  stops PLAN_ENDED  while PLAN_STARTED  warn 7  local  since 2013-04-15 | SC-15: every six weeks
limit FIRST_REVIEW           from PLAN_STARTED  due 3 months  ends REVIEW_CONFERENCE  stops PLAN_ENDED  warn 28  statutory  since 2013-04-15 | Working Together 2023, review conferences; SE-07
limit NEXT_REVIEW            from REVIEW_CONFERENCE  due 6 months  ends REVIEW_CONFERENCE  stops PLAN_ENDED  while PLAN_STARTED  warn 28  statutory  since 2013-04-15 | Working Together 2023, review conferences; SE-07
limit VISIT                  from PLAN_STARTED,VISIT  due 10 working_days  ends VISIT  stops PLAN_ENDED  while PLAN_STARTED  warn 3  local  since 2013-04-15 | local: every ten working days, from the last visit on which the child was seen
limit LONG_PLAN_15           from PLAN_STARTED  due 15 months  ends SENIOR_REVIEW  stops PLAN_ENDED  near  warn 28  local  since 2013-04-15 | SB-14: a flag for senior review, never a bar
limit LONG_PLAN_21           from PLAN_STARTED  due 21 months  ends SENIOR_REVIEW  stops PLAN_ENDED  near  warn 28  local  since 2013-04-15 | SB-14: a flag for senior review, never a bar
limit LONG_PLAN_24           from PLAN_STARTED  due 24 months  ends SENIOR_REVIEW  stops PLAN_ENDED  near  warn 28  local  since 2013-04-15 | SB-14: a flag for senior review, never a bar
limit INCIDENT_NOTICE        from INCIDENT  due 5 working_days  ends INCIDENT_NOTIFIED  goes_on_after_death  warn 1  statutory  since 2018-06-29 | Working Together 2023, chapter 5; Children Act 2004, section 16C
limit RAPID_REVIEW           from INCIDENT  due 15 working_days  ends RAPID_REVIEW_DONE  goes_on_after_death  warn 3  statutory  since 2018-06-29 | Working Together 2023, chapter 5, rapid reviews
limit STRATEGY_AT_ONCE      from POLICE_PROTECTION,EMERGENCY_ORDER  due 1 days  ends STRATEGY_DISCUSSION  stops EPISODE_CLOSED  warn 1  local  since 2013-04-15 | Working Together 2023, immediate protection: a strategy discussion follows at once; by the next day is local
limit POLICE_PROTECTION_ENDS from POLICE_PROTECTION  due 3 days  ends PROTECTION_ENDED  warn 1  statutory  since 1991-10-14 | Children Act 1989, section 46(6): 72 hours
limit EMERGENCY_ORDER_ENDS   from EMERGENCY_ORDER  due 8 days  ends PROTECTION_ENDED,EMERGENCY_EXTENDED  warn 2  statutory  since 1991-10-14 | Children Act 1989, section 45(1): eight days, which the court may extend once by seven
limit EMERGENCY_EXTENSION_ENDS from EMERGENCY_EXTENDED  due 7 days  ends PROTECTION_ENDED  warn 2  statutory  since 1991-10-14 | Children Act 1989, section 45(6): once, by seven days at most
