// The plans: the core group, what is done, the visits, the birth, the review, the end of one and the going on of the others.
import assert from 'node:assert/strict'
import { press, rows } from './hands.mjs'

async function openPlan(walk, page, child) {
  await walk.go(page, walk.family)
  await press(page, page.locator('.sub').getByRole('link', { name: 'Plan', exact: true }))
  await walk.look(page)
  await press(page, page.locator('main tbody').getByRole('link', { name: new RegExp(child) }))
  await walk.look(page)
  assert.match(await page.locator('main h2').first().innerText(), new RegExp(child))
}

const ALSO = { Ada: ['Ben'], Unborn: [] }

async function coreGroup(walk, child, professionals) {
  const page = await walk.as('social.worker')
  await openPlan(walk, page, child)
  await walk.act(page, 'Say who is in the core group', {
    lead: 'Ngozi Farrell', professionals, family: ['Ifeoma'], begins: walk.day(), ...(ALSO[child].length ? { also: ALSO[child] } : {})
  })
  await walk.act(page, 'Record a core group', {
    held_on: walk.day(), place: 'Elmfield Centre', attendance: rows(['Ngozi', ...professionals, 'Ifeoma'], { came: 'PRESENT' }),
    views: rows(['Ifeoma'], { answer: 'ASKED_YES', words: 'I want it to be quiet.' }), family_group: 'ASKED_YES', family_group_note: 'Her sisters would come.',
    ...(ALSO[child].length ? { also: ALSO[child] } : {})
  })
  await walk.act(page, 'Set an action of the plan', {
    change: 'NEW', what: 'Stay with his brother and see the children at the family centre', owner: 'FAMILY', owner_words: 'Declan Lane', by_when: walk.day(70),
    measure: 'The family centre writes down each visit', aim: 'SAFE', ...(ALSO[child].length ? { also: ALSO[child] } : {})
  })
  await walk.act(page, 'Set an action of the plan', {
    change: 'NEW', what: 'Check Ada each morning and ring the same day', owner: 'PROFESSIONAL', owner_person: professionals[0], repeats: 'DAILY',
    measure: 'The attendance sheet', aim: 'WELFARE', ...(ALSO[child].length ? { also: ALSO[child] } : {})
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

export const PLANS = [
  ['a week later', walk => walk.later(7)],
  ['the core group of the brother and sister', walk => coreGroup(walk, 'Ada', ['Imran Sethi', 'Carol Tiploft'])],
  ['the core group of the baby who is not born', walk => coreGroup(walk, 'Unborn', ['Carol Tiploft'])],
  ['the full plans are written and published', async walk => { for (const child of ['Ada', 'Ben', 'Unborn']) await written(walk, child) }],
  ['the children are visited', walk => visit(walk, ['Ada', 'Ben', 'Unborn'])],
  ['the school sees its part of the plan only', partOfSchool],
  ['the baby is born', birth]
]
