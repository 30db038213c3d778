// A conference as everybody lives it who has a part in it: called, prepared, held, decided.
import assert from 'node:assert/strict'
import { press } from '../harness.mjs'
import { fill, rows } from './hands.mjs'
import { PARENTS } from './first_half.mjs'

export const DAYS_UNTIL = 6 // from the call to the meeting: time for the parents to read the reports
const AGENCIES = ['Marlow Vale Children', 'Vale Community Health', 'Vale Police', 'Fernhill Academy']

// The conference's page, from a list that the person has.
export async function openConference(walk, page, kind) {
  if (await page.locator('.nav a[href="/families"]').count() > 0) {
    await walk.go(page, walk.family)
    await walk.follow(page, 'Conferences')
    await walk.follow(page, kind)
  } else { // an agency begins from the children it works with
    await walk.go(page, '/children')
    const row = page.getByRole('row').filter({ hasText: 'Okafor-Lane' }).filter({ hasText: kind }).first()
    await press(page, row.locator('a[href*="/conference/"]'))
    await walk.look(page)
  }
  assert.match(await page.locator('h1').innerText(), kind)
}

async function call(walk, name, meeting) {
  const page = await walk.as(name)
  await walk.go(page, walk.family)
  await walk.act(page, 'Call a conference', {
    kind: meeting.code, children: meeting.children, planned: walk.day(DAYS_UNTIL), why: meeting.why, ...(name === 'manager' ? {} : { manager: 'Colin Threadgold' })
  })
}

async function book(walk, meeting) {
  const page = await walk.as('conference.admin')
  await walk.go(page, '/')
  await openConference(walk, page, meeting.kind)
  await walk.act(page, 'Assign the chair', { chair: 'Ruth Adeyinka' })
  await walk.act(page, 'Book the conference', { held_on: walk.day(DAYS_UNTIL), time: meeting.time, place: 'Elmfield Centre', room: 'Room 3' })
}

async function invite(walk, meeting) {
  const page = await walk.as('conference.admin')
  await openConference(walk, page, meeting.kind)
  await walk.form(page, 'Invite people')
  await fill(page, {
    sent: walk.day(),
    invitations: { rows: {
      'Marlow Vale Children': { invited: 'yes' },
      'Vale Community Health': { invited: 'yes', professional: 'Carol Tiploft', knows: 'yes' },
      'Vale Police': { invited: 'yes', professional: 'Leon Abernethy' },
      ...(meeting.again ? { 'Fernhill Academy': { invited: 'yes', professional: 'Imran Sethi', knows: 'yes' } } : {}), // who came last time stands in the list
      Ifeoma: { invited: 'yes' },
      Declan: { invited: 'yes' }
    } },
    ...(meeting.again ? {} : { 'professionals-0-professional': 'Imran Sethi', 'professionals-0-knows': 'yes' })
  })
  await walk.send(page)
}

async function ready(walk, meeting) {
  const page = await walk.as('conference.admin')
  await openConference(walk, page, meeting.kind)
  await walk.act(page, 'Record what was asked and answered', {
    asked: walk.day(),
    // Nothing can be asked of a child who is not born.
    children: rows(meeting.children.filter(child => child !== 'Unborn'), { told: 'ASKED_YES', advocate: 'ASKED_NO', comes: 'ASKED_NO', comes_how: 'The worker reads out what the child wants said.', words: 'ASKED_NO' }),
    adults: rows(PARENTS, { told: 'ASKED_YES', advocate: 'ASKED_NO', needs: 'ASKED_NO', supporter: 'ASKED_NO', contact: 'ASKED_YES', contact_ways: ['TELEPHONE', 'TEXT'], contact_how: 'By telephone, on a weekday.', apart: 'ASKED_NO', chair_meets: 'ASKED_YES' }),
    invitations: rows(AGENCIES, { report: 'ASKED_YES' }),
    sharing_on: walk.day()
  })
}

// Social care's report says all of it; an agency what it knows.
const PLACES = ['SITUATION', 'NEEDS', 'CONCERNS', 'GOING_WELL', 'CHILD_VIEWS', 'SEEN', 'RECOMMENDATION'], OF_AGENCY = ['CONCERNS', 'GOING_WELL']

async function report(walk, meeting, who, agency, words) {
  const page = await walk.as(who)
  await openConference(walk, page, meeting.kind)
  await walk.form(page, 'Write a report')
  await fill(page, { invitation: agency })
  for (const [i, place] of (who === 'social.worker' ? PLACES : OF_AGENCY).entries()) {
    if (i > 0) await press(page, page.getByRole('button', { name: 'Add another' }))
    const paragraph = `paragraphs-${i}`
    await fill(page, { [`${paragraph}-place`]: place, [`${paragraph}-words`]: words, [`${paragraph}-audience`]: place === 'CHILD_VIEWS' ? 'PROFESSIONALS' : 'EVERYONE' })
  }
  await walk.send(page)
}

async function reports(walk, meeting) {
  for (const [who, agency, words] of meeting.reports) await report(walk, meeting, who, agency, words)
  const agencies = meeting.reports.map(([, agency]) => agency)
  const page = await walk.as('conference.admin')
  await openConference(walk, page, meeting.kind)
  for (const agency of agencies) await walk.act(page, 'Release a report', { report: agency })
  await walk.act(page, 'Share reports with the family', {
    reports: agencies, shared_on: walk.day(), people: rows(PARENTS, { how: 'READ_WITH', explained: 'yes' })
  })
  await confirm(walk, page, meeting)
}

// Midwifery is no agency of its own here: for the unborn child it is said why it isn't invited.
async function confirm(walk, page, meeting) {
  if (!meeting.children.includes('Unborn')) return walk.act(page, 'Confirm the conference', { told: 'yes' })
  await walk.refused(page, 'Confirm the conference', { told: 'yes' }, /Invite every agency that is always invited here/)
  await page.locator('[name="reason-ALWAYS_INVITED_HERE"]').fill('The community midwife is one of Vale Community Health and comes for it.')
  await walk.send(page)
}

async function open(walk, meeting) {
  const page = await walk.as('chair')
  await openConference(walk, page, meeting.kind)
  await walk.act(page, 'Open the conference', {
    attendance: { rows: Object.fromEntries([
      ...AGENCIES.map(name => [name, { attendance: 'PRESENT', confidentiality: 'yes' }]),
      ...PARENTS.map(name => [name, { attendance: 'PRESENT', met: 'yes' }])
    ]) },
    introductions: 'yes', confidential: 'yes'
  })
}

async function views(walk, meeting) {
  for (const [who, agency] of [['school', 'Fernhill'], ['police', 'Vale Police'], ['health.visitor', 'Vale Community'], ['social.worker', 'Marlow Vale Children']]) {
    const page = await walk.as(who)
    await openConference(walk, page, meeting.kind)
    await walk.act(page, 'Record an agency\'s view', {
      invitation: agency,
      children: meeting.view
    })
  }
  const page = await walk.as('chair')
  await openConference(walk, page, meeting.kind)
  await walk.act(page, 'Record the family\'s views', {
    adults: { rows: {
      Ifeoma: { how: 'SAID', words: 'I want to do this, and I need help with it.' },
      Declan: { how: 'SAID', words: 'I will stay away until I am told that I may come.' }
    } },
    children: meeting.heard
  })
}

async function decide(walk, meeting) {
  const page = await walk.as('chair')
  const answers = { who_decides: 'CONFERENCE', children: meeting.decision(walk), core_group: meeting.core }
  await openConference(walk, page, meeting.kind)
  if (meeting.first) {
    await walk.refused(page, 'Record the decision', answers, meeting.first.refused)
    await meeting.first.then(walk)
    await openConference(walk, page, meeting.kind)
  }
  await walk.act(page, 'Record the decision', answers)
}

// What goes to the family, and with the notes the part of who came to the conference is over.
async function send(walk, meeting, what) {
  const page = await walk.as('conference.admin')
  await openConference(walk, page, meeting.kind)
  await walk.act(page, 'Record what was sent to the family', { what, sent_on: walk.day(), people: rows(PARENTS, { how: 'BY_HAND' }) })
}

export const prepared = meeting => [
  [`${meeting.name}: called`, walk => call(walk, meeting.by, meeting)],
  [`${meeting.name}: a chair, a day and a place`, walk => book(walk, meeting)],
  [`${meeting.name}: people are invited`, walk => invite(walk, meeting)],
  [`${meeting.name}: what was asked and answered`, walk => ready(walk, meeting)],
  [`${meeting.name}: reports, the family reads them, all is ready`, walk => reports(walk, meeting)]
]
export const held = meeting => [
  [`${meeting.name}: opened`, walk => open(walk, meeting)],
  [`${meeting.name}: each agency and the family say what they think`, walk => views(walk, meeting)],
  [`${meeting.name}: decided for each child`, walk => decide(walk, meeting)],
  [`${meeting.name}: the family gets the summary`, walk => send(walk, meeting, 'SUMMARY')]
]
export const notesOf = meeting => [`${meeting.name}: the family gets the notes`, walk => send(walk, meeting, 'NOTES')]

const HEARD = { how: 'THROUGH', words: 'I want it to be quiet at home.' }
const SMALL = { how: 'TOO_YOUNG' }
const REPORTS = [
  ['social.worker', 'Marlow Vale Children', 'Ada was hurt by her father. Ifeoma wants help.'],
  ['school', 'Fernhill Academy', 'Ada is tired and watches the door.']
]
const PLAN = {
  decision: 'PLAN', reason: 'All agencies think that the threshold is met.', categories: ['PHYSICAL', 'EMOTIONAL'], harm_kinds: ['ILL_TREATMENT'],
  harm: 'Hit, or hurt when the mother is hit. Likely to go on.', cause: 'Declan’s violence.', key_worker: 'Ngozi Farrell',
  cared_for: 'With Ifeoma. Declan stays with his brother.', contingency: 'If he comes, Ifeoma rings 999 and then us.'
}

export const INITIAL = {
  name: 'initial conference', time: '2:00pm', by: 'social.worker', kind: /Initial/, code: 'INITIAL', children: ['Ada', 'Ben'], why: 'The enquiry found that harm goes on.',
  reports: REPORTS, heard: rows(['Ada', 'Ben'], HEARD),
  view: rows(['Ada', 'Ben'], { opinion: 'PLAN', categories: ['PHYSICAL'], reason: 'Ada was hurt, and Ben saw it.' }),
  decision: walk => rows(['Ada', 'Ben'], { ...PLAN, review_on: walk.day(85) }),
  core: ['Ifeoma', 'Imran Sethi', 'Carol Tiploft']
}
export const PRE_BIRTH = {
  name: 'pre-birth conference', time: '4:30pm', by: 'manager', kind: /Pre-birth/, code: 'PRE_BIRTH', children: ['Unborn'], why: 'The baby will live in the same home.',
  reports: REPORTS, heard: rows(['Unborn'], SMALL),
  view: rows(['Unborn'], { opinion: 'PLAN', categories: ['PHYSICAL'], reason: 'The baby’s mother is hit while she carries it.' }),
  decision: walk => rows(['Unborn'], { ...PLAN, review_on: walk.day(85) }),
  core: ['Ifeoma', 'Carol Tiploft']
}

async function offerSupport(walk) {
  const page = await walk.as('social.worker')
  await walk.go(page, walk.family)
  await walk.act(page, 'Support after the plan', {
    offered: walk.day(), asked_for: 'no',
    children: rows(['Ada'], { what: 'Somebody at school to talk to, each week until Christmas.', answer: 'ACCEPTED', next_steps: 'Begins next week.' })
  })
}

const WITHOUT_ADA = { ...PLAN, harm: 'Seeing his mother hit. It can come back while the course goes on.', reason: 'The course goes on until October.' }
export const REVIEW = {
  name: 'review', time: '2:00pm', by: 'social.worker', kind: /Review/, code: 'REVIEW', children: ['Ada', 'Ben', 'Chidi'], why: 'Nobody was hurt since the plans began.', again: true,
  reports: [
    ['social.worker', 'Marlow Vale Children', 'Nobody was hurt since the plans began. Declan goes to his course.'],
    ['school', 'Fernhill Academy', 'Ada laughs again and has somebody to talk to.'],
    ['health.visitor', 'Vale Community Health', 'Chidi grows as he should.'],
    ['police', 'Vale Police', 'No calls to the home since April.']
  ],
  heard: { rows: { Ada: HEARD, Ben: HEARD, Chidi: SMALL } },
  view: { rows: {
    Ada: { opinion: 'ENDS', reason: 'She is safe, and says so.' },
    Ben: { opinion: 'GOES_ON', categories: ['EMOTIONAL'], reason: 'He wakes at night, still.' },
    Chidi: { opinion: 'GOES_ON', categories: ['PHYSICAL'], reason: 'Too small to say, and too soon to know.' }
  } },
  decision: walk => ({ rows: {
    Ada: { decision: 'ENDS', reason: 'Nobody hurt her since April. She has somebody to talk to and uses it.', after: 'CHILD_IN_NEED' },
    Ben: { ...WITHOUT_ADA, decision: 'CHANGED', categories: ['EMOTIONAL'], review_on: walk.day(170) },
    Chidi: { decision: 'GOES_ON', reason: WITHOUT_ADA.reason, key_worker: PLAN.key_worker, cared_for: PLAN.cared_for, contingency: PLAN.contingency, review_on: walk.day(170) }
  } }),
  core: ['Ifeoma', 'Imran Sethi', 'Carol Tiploft'],
  // No plan ends before its child was offered support for the time after it.
  first: { refused: /Offer support after the plan/, then: offerSupport }
}
