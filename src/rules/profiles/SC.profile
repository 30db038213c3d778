# source: 'Child protection conferences', a council's page for parents, last updated 18 October 2019 (seed document SC) · 2019-10-18
# A document says what holds when it was written, not since when: its rows stand from the day of England's that they stand beside.
profile   SC
title     As described in ‘Child protection conferences’, 2019
standing  local
in_force  since 2013-04-15
like      england

early     30 minutes | SC, ‘At the meeting’: arrive 30 minutes early, to meet the chair and raise questions
audio     consent PARENT | SC, ‘Recording the conference’: an audio recording is made with the parents' consent (SC-10)
supporter SUPPORTER may LISTEN | SC, ‘Parents’ rights’: a friend or supporter may be brought
supporter SOLICITOR may LISTEN | SC, ‘Parents’ rights’: a supporter may be a solicitor
supporter REPRESENTATIVE may SPEAK | SC, ‘Parents’ rights’: sent by a parent who cannot attend, in hospital or custody for example (SC-05)

# The first core group meets 'soon after the conference': no number, so England's row stands.
limit NEXT_CORE_GROUP  from CORE_GROUP  due 6 weeks  ends CORE_GROUP  stops PLAN_ENDED  while PLAN_STARTED  warn 7  local  since 2013-04-15 | SC, ‘Core group’: every six weeks (SC-15)
