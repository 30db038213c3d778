# source: 'Parents' Guide to Child Protection Plans and Child Protection Conferences', a south-west council, without a year (seed document SD) · without a date
# A document says what holds when it was written, not since when: its rows stand from the day of England's that they stand beside.
profile    SD
title      As described in ‘Parents’ Guide to Child Protection Plans and Child Protection Conferences’, no year given
standing   local
in_force   since 2013-04-15
like       england

invited    SOCIAL_CARE,HEALTH,POLICE | SD, ‘Who can come to the conference’: always invited, ‘also true across the country’ (SD-03)
supporters 1 | SD, ‘Who can come to the conference’: one adult may come to support the parent (SD-22)
supporter  SUPPORTER may LISTEN,ASK_FOR_BREAK | SD, ‘Who can come to the conference’: may listen and observe, not speak, and ask for a short break (SD-07)
supporter  ADVOCATE may LISTEN,ASK_FOR_BREAK | SD, ‘Who can come to the conference’: the supporter may be an advocate (SD-07)
supporter  SOLICITOR may LISTEN,ASK_FOR_BREAK | SD, ‘Who can come to the conference’: the supporter may be a solicitor (SD-07)
step       APPEAL Talk to the child protection chairperson | SD, ‘Who can I talk to about this’: initially the chairperson (SD-16)
step       APPEAL Use the appeals procedure, which has an information sheet of its own | SD, ‘Who can I talk to about this’ (SD-16)
step       COMPLAINT Make a formal complaint; the social worker says how | SD, ‘Who can I talk to about this’ (SD-15)
word       CHAIR Child protection chairperson | SD, ‘Who can I talk to about this’
word       LEAD_WORKER Case co-ordinator | SD, ‘What happens after a conference’: a social worker is appointed as the case co-ordinator (SB-10)

# 'A copy of the plan will be sent shortly after': no number.
without DECISION_LETTER
limit REPORTS_INITIAL  from CONFERENCE_BOOKED  due 2 days before  ends REPORTS_SHARED  stops INITIAL_CONFERENCE,PRE_BIRTH_CONFERENCE,TRANSFER_IN_CONFERENCE,REVIEW_CONFERENCE,CONFERENCE_INQUORATE  warn 3  local  since 2013-04-15 | SD, ‘What is a child protection conference’: the report at least two days prior to the day of the conference (SD-06); two whole days lie between
limit REPORTS_REVIEW   from REVIEW_BOOKED  due 2 days before  ends REPORTS_SHARED  stops INITIAL_CONFERENCE,PRE_BIRTH_CONFERENCE,TRANSFER_IN_CONFERENCE,REVIEW_CONFERENCE,CONFERENCE_INQUORATE,PLAN_ENDED  warn 3  local  since 2013-04-15 | SD, ‘What is a child protection conference’: the report at least two days prior to the day of the conference (SD-06); two whole days lie between
limit CONFERENCE_NOTES from INITIAL_CONFERENCE,PRE_BIRTH_CONFERENCE,TRANSFER_IN_CONFERENCE,REVIEW_CONFERENCE  due 10 working_days  ends NOTES_SENT  warn 3  local  since 2013-04-15 | SD, ‘What happens at a child protection conference’: the notes normally within ten working days (SD-11)
limit FIRST_REVIEW     from PLAN_STARTED  due 3 months  ends REVIEW_CONFERENCE  stops PLAN_ENDED  warn 28  local  since 2013-04-15 | SD, ‘What happens when a child has a child protection plan’: within three months of the initial conference (SE-07)
