// The plans up to the review: the core groups, what is done, the visits, the birth, what the family says looking back.
import assert from 'node:assert/strict'
import { press } from '../harness.mjs'
import { rows } from './hands.mjs'

export async function openPlan(walk, page, child) {
  await walk.go(page, walk.family)
  await press(page, page.locator('.sub').getByRole('link', { name: 'Plan', exact: true }))
  await walk.look(page)
  await press(page, page.locator('main tbody').getByRole('link', { name: new RegExp(child) }))
  await walk.look(page)
  assert.match(await page.locator('main h2').first().innerText(), new RegExp(child))
  walk.plans[child] = new URL(page.url()).pathname
}

const ALSO = { Ada: ['Ben'], Unborn: [], Chidi: [] }
const also = child => ALSO[child].length ? { also: ALSO[child] } : {}
const MEETS_AGAIN = 28 // days from one core group to the next

async function coreGroup(walk, child, professionals) {
  const page = await walk.as('social.worker')
  await openPlan(walk, page, child)
  await walk.act(page, 'Say who is in the core group', {
    lead: 'Ngozi Farrell', professionals, family: ['Ifeoma'], begins: walk.day(), ...also(child)
  })
  await walk.act(page, 'Record a core group', {
    held_on: walk.day(), place: 'Elmfield Centre', attendance: rows(['Ngozi', ...professionals, 'Ifeoma'], { came: 'PRESENT' }),
    views: rows(['Ifeoma'], { answer: 'ASKED_YES', words: 'I want it to be quiet.' }), family_group: 'ASKED_YES', family_group_note: 'Her sisters would come.',
    ...also(child)
  })
  await walk.act(page, 'Plan a core group', { planned: walk.day(MEETS_AGAIN), at: '10:00am', place: 'Elmfield Centre', ...also(child) })
  await walk.act(page, 'Set an action of the plan', {
    change: 'NEW', what: 'Stay with his brother and see the children at the family centre', owner: 'FAMILY', owner_words: 'Declan Lane', by_when: walk.day(70),
    measure: 'The family centre writes down each visit', aim: 'SAFE', ...also(child)
  })
  await walk.act(page, 'Set an action of the plan', {
    change: 'NEW', what: 'Check Ada each morning and ring the same day', owner: 'PROFESSIONAL', owner_person: professionals[0], repeats: 'DAILY',
    measure: 'The attendance sheet', aim: 'WELFARE', ...also(child)
  })
}

async function written(walk, child) {
  const page = await walk.as('social.worker')
  await openPlan(walk, page, child)
  await walk.act(page, 'Write the plan', {
    because: 'Agreed in the core group', harm: 'Being hit, and seeing their mother hit.', cause: 'Declan’s violence.', risks: 'That he comes back at night.',
    why_needed: 'Help offered before did not last.', strengths: 'Ifeoma rings when she is afraid.', child_needs: 'A home where nobody is hit.',
    parent_needs: 'For Ifeoma, advice; for Declan, a course.', cared_for: 'With their mother.', when_seen: 'Every ten working days, once in two without saying so before.',
    support: 'The school sees Ada each morning.', goals_short: 'Nobody is hit.', goals_long: 'The children are safe with both parents.',
    contingency: 'Ifeoma rings 999, then us.', proceedings: 'If it goes on we will ask our lawyers what the court could do.'
  })
  await walk.act(page, 'Publish the plan', { agreed_on: walk.day(), views: rows(['Ifeoma', 'Declan'], { answer: 'ASKED_NO' }) })
  assert.match(await page.locator('main').innerText(), /version \d in force/)
}

async function visit(walk, children) {
  const page = await walk.as('social.worker')
  await walk.go(page, walk.family)
  await walk.act(page, 'Record a visit', {
    made: walk.day(), kind: 'UNANNOUNCED', place: 'At home', took_place: 'yes', home_seen: 'yes', home: 'Warm, food in the cupboard.', adults: 'Ifeoma Okafor',
    children: { rows: Object.fromEntries(children.map(name => [name, name === 'Unborn' ? { how: 'NOT_SEEN', why_not_seen: 'Not born yet.' }
      : { how: 'ALONE', where_seen: 'In their room', bedroom: 'yes', bedroom_words: 'A bed of their own.', words: 'It is quiet now.' }])) }
  })
}

async function partOfSchool(walk) {
  const page = await walk.as('school')
  await walk.go(page, '/children')
  await walk.follow(page, /Ada/)
  const text = await page.locator('main').innerText()
  assert.match(text, /Check Ada each morning/)
  assert.doesNotMatch(text, /Stay with his brother/)
}

async function birth(walk) {
  const page = await walk.as('social.worker')
  await walk.go(page, walk.family)
  await walk.act(page, 'Record a birth', { born: walk.day(), given: 'Chidi', family_name: 'Okafor-Lane', sex: 'M' }, /Unborn/)
  await walk.go(page, walk.family)
  assert.match(await page.locator('main').innerText(), /Chidi/)
}

async function coreGroupAgain(walk, child, professionals) {
  const page = await walk.as('social.worker')
  await openPlan(walk, page, child)
  await walk.act(page, 'Record a core group', {
    meeting: 'Core group', held_on: walk.day(), attendance: rows(['Ngozi', ...professionals, 'Ifeoma'], { came: 'PRESENT' }),
    actions: { rows: { 'Stay with his brother': { progress: 'GOES_ON', note: 'He has not missed a visit at the centre.' }, 'Check Ada': { progress: 'GOES_ON' } } },
    views: rows(['Ifeoma'], { answer: 'ASKED_YES', words: 'It is quiet. I want him to finish the course.' }), family_group: 'ASKED_NO', ...also(child)
  })
}

async function lookBack(walk) {
  const page = await walk.as('social.worker')
  for (const child of ['Ada', 'Ben', 'Chidi']) {
    await openPlan(walk, page, child)
    await walk.act(page, 'Look back before the review', {
      asked: walk.day(), plan_works: 'Each action goes on.', family_works: 'Both parents come to each meeting.', worry: 'For Ada no; for her brothers while the course goes on.',
      adults: rows(['Ifeoma'], { answer: 'ASKED_YES', changed: 'He asks before he comes.', difference: 'Somebody answers when I ring.' }),
      ...(child === 'Chidi' ? { child_answer: 'NOT_NEEDED' } : { child_answer: 'ASKED_YES', child_words: 'I sleep now.' })
    })
  }
}

async function forward(walk) {
  const page = await walk.as('social.worker')
  await walk.go(page, walk.family)
  await walk.act(page, 'Bring the review forward', { children: ['Ada', 'Ben', 'Chidi'], review_by: walk.day(14), why: 'Ada is safe: nobody should wait for the summer.' })
}

export const BEFORE_REVIEW = [
  ['four weeks later', walk => walk.later(MEETS_AGAIN)],
  ['the children are visited again', walk => visit(walk, ['Ada', 'Ben', 'Chidi'])],
  ['the core groups meet again', async walk => {
    await coreGroupAgain(walk, 'Ada', ['Imran Sethi', 'Carol Tiploft'])
    await coreGroupAgain(walk, 'Chidi', ['Carol Tiploft'])
  }],
  ['each of the family looks back at what the plan has changed', lookBack],
  ['the review is brought forward', forward]
]

export const PLANS = [
  ['the core group of the brother and sister', walk => coreGroup(walk, 'Ada', ['Imran Sethi', 'Carol Tiploft'])],
  ['the core group of the baby who is not born', walk => coreGroup(walk, 'Unborn', ['Carol Tiploft'])],
  ['the full plans are written and published', async walk => { for (const child of ['Ada', 'Ben', 'Unborn']) await written(walk, child) }],
  ['the children are visited', walk => visit(walk, ['Ada', 'Ben', 'Unborn'])],
  ['the school sees its part of the plan only', partOfSchool],
  ['the baby is born', birth]
]
