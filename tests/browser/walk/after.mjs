// What the family reads, what comes after the plan, and what everybody else sees of this family: their own pages, and no more.
import assert from 'node:assert/strict'
import { press } from '../harness.mjs'
import { fill, rows } from './hands.mjs'
import { openPlan } from './plan.mjs'

const MOTHER = 'ifeoma.okafor'
const PASSWORD = 'quiet-mornings-at-home'
const BORN = { Ada: { day: '4', month: '5', year: '2017' } }

// The manager gives the mother a sign-in; her number stands in what can be done about her, and the administrator gives that number a password.
async function signInGiven(walk) {
  const page = await walk.as('manager')
  await walk.go(page, walk.family)
  await walk.act(page, 'Give a sign-in', { kind: 'PARENT', adult: 'Ifeoma', children: ['Ada', 'Ben', 'Unborn'] })
  await walk.follow(page, 'What can be done')
  const about = page.locator('details').filter({ has: page.locator('summary', { hasText: 'Ifeoma' }) })
  const person = (await about.locator('a[href^="/person/"]').first().getAttribute('href')).split('/')[2]
  await walk.later(7, () => walk.hearth.run(['user', MOTHER, person], PASSWORD + '\n'))
  walk.hearth.signIns.set(MOTHER, PASSWORD)
}

// Her home: the next meeting, and a copy of each plan that runs.
async function home(walk, meeting, children) {
  const page = await walk.as(MOTHER)
  await walk.go(page, '/my')
  assert.match(await page.locator('main').innerText(), meeting)
  assert.deepEqual((await page.getByRole('link', { name: /^The plan for/ }).allInnerTexts()).sort(), children.map(name => `The plan for ${name}`))
  return page
}

async function ownCopy(walk, page, child) {
  await walk.follow(page, `The plan for ${child}`)
  const text = await page.locator('main').innerText()
  assert.match(text, /Stay with his brother/)
  await walk.go(page, '/my')
}

async function motherBefore(walk) {
  const page = await home(walk, /Your next meeting[^]*10:00am: it starts[^]*Elmfield Centre/, ['Ada', 'Ben', 'Chidi'])
  await ownCopy(walk, page, 'Ada')
}

async function motherReadsPapers(walk) {
  const page = await home(walk, /Your next meeting[^]*Ruth Adeyinka runs the meeting[^]*2:00pm: it starts/, ['Ada', 'Ben', 'Chidi'])
  await walk.follow(page, 'Read the papers')
  const text = await page.locator('main').innerText()
  assert.match(text, /Ada laughs again[^]*Chidi grows as he should/)
}

async function motherAfter(walk) {
  const page = await home(walk, /There is no meeting planned/, ['Ben', 'Chidi'])
  await ownCopy(walk, page, 'Ben')
  await walk.go(page, walk.plans.Ada) // what she was given stays hers
  assert.match(await page.locator('main').innerText(), /This plan ended on/)
  await walk.look(page, 'family: a plan that ended')
}

async function onAPlan(walk, who, answer) {
  const page = await walk.as(who)
  await walk.go(page, '/on-a-plan')
  await fill(page, { name: 'Ada Okafor-Lane', born: BORN.Ada })
  await press(page, page.locator('main form button'))
  assert.match(await page.locator('.answer').innerText(), answer)
  await walk.look(page, `on a plan: ${answer}`)
}

// One plan ended and two go on: the family's page of plans says so.
async function planEnds(walk) {
  const page = await walk.as('social.worker')
  await walk.go(page, `${walk.family}/plan`)
  await walk.go(page, walk.plans.Ada)
  assert.match(await page.locator('main').innerText(), /ended/i)
  for (const child of ['Ben', 'Chidi']) {
    await openPlan(walk, page, child)
    assert.doesNotMatch(await page.locator('main h2').first().innerText(), /ended/i)
  }
  await walk.go(page, walk.family)
  await walk.act(page, 'Make a child in need plan', {
    starts_on: walk.day(), children: rows(['Ada'], { what: 'Somebody at school to talk to, each week until Christmas.', answer: 'ACCEPTED' })
  })
}

async function closed(walk) {
  await walk.later(60)
  const page = await walk.as('manager')
  await walk.go(page, walk.family)
  await walk.refused(page, 'Close the case', { children: rows(['Ben'], { reason: 'RC7', summary: 'He sleeps.' }) }, /A plan, an enquiry or an assessment is still open/)
  await walk.go(page, walk.family)
  await walk.act(page, 'Close the case', { children: rows(['Ada'], { reason: 'RC7', summary: 'Ada is safe and well, and knows whom to ask.' }) })
  await walk.go(page, walk.family)
  assert.match(await page.locator('main').innerText(), /Ada Okafor-Lane\s[^]*?Status\s+No open case[^]*Ben Okafor-Lane\s[^]*?Status\s+Plan – emotional abuse/)
}

// Agencies work on with the children who have a plan; what was shared with them of the one whose plan ended is over.
async function partsEnded(walk) {
  for (const [who, goesOn] of [['school', ['Ben']], ['health.visitor', ['Ben', 'Chidi']], ['police', ['Ben', 'Chidi']]]) {
    const page = await walk.as(who)
    await walk.go(page, '/')
    await walk.go(page, '/children')
    const text = await page.locator('main').innerText()
    assert.doesNotMatch(text, /Ada Okafor-Lane/, who)
    for (const child of goesOn) {
      assert.match(text, new RegExp(`${child} Okafor-Lane`), who)
      await walk.go(page, walk.plans[child])
    }
    await walk.shut(page, walk.plans.Ada)
    for (const address of [walk.family, `${walk.family}/timeline`]) await walk.shut(page, address, 403)
  }
}

// Each account of the demo: the pages of their own work are there, and those of this family only for who works with it.
const OWN_PAGES = {
  manager: ['/', '/team', '/plans', '/families'],
  chair: ['/', '/conferences', '/families'],
  'conference.admin': ['/', '/conferences'],
  'front.door': ['/', '/search', '/on-a-plan'],
  'out.of.hours': ['/', '/search', '/on-a-plan'],
  legal: ['/', '/legal'],
  'data.officer': ['/', '/plans/return'],
  auditor: ['/', '/looks'],
  administrator: ['/', '/people', '/agencies'],
  parent: ['/', '/my'],
  'young.person': ['/', '/my'],
  advocate: ['/', '/my']
}
const WORKS_WITH = { manager: ['', '/timeline', '/plan', '/access'], chair: ['', '/conferences'], 'conference.admin': ['', '/conferences'] }

async function everyone(walk) {
  for (const [who, pages] of Object.entries(OWN_PAGES)) {
    const page = await walk.as(who)
    for (const address of pages) await walk.go(page, address)
    for (const tab of WORKS_WITH[who] ?? []) await walk.go(page, walk.family + tab)
    if (!WORKS_WITH[who]) for (const address of [walk.family, `${walk.family}/timeline`, ...Object.values(walk.plans)]) await walk.shut(page, address)
  }
}

export const SIGN_IN = [['the mother gets a sign-in, and a week goes by', signInGiven]]
export const WITH_PLANS = [
  ['the front door finds that Ada is on a plan', walk => onAPlan(walk, 'front.door', /On a plan/)],
  ['the mother reads when the next meeting is, and her copy of the plan', motherBefore]
]
export const BEFORE_THE_DAY = [['the mother reads the papers of the review', motherReadsPapers]]
export const AFTER = [
  ['one plan has ended, two go on', planEnds],
  ['out of hours finds that Ada is on no plan', walk => onAPlan(walk, 'out.of.hours', /Not on a plan/)],
  ['the mother reads what goes on', motherAfter],
  ['the agencies have their part of the plans that go on, and no more', partsEnded],
  ['everybody else has their own pages, and none of this family', everyone],
  ['the case of the one is closed, and not of the others', closed]
]
