// From the first concern to the end of the enquiry: two sisters and a brother who is not born yet.
import assert from 'node:assert/strict'
import { press } from '../harness.mjs'
import { fill, rows } from './hands.mjs'

export const CHILDREN = ['Ada', 'Ben', 'Unborn']
export const PARENTS = ['Ifeoma', 'Declan']

async function find(walk, page, words) {
  const box = page.locator('header input[name=q]')
  await box.fill(words)
  await press(page, page.locator('header .search button'))
  await walk.look(page)
}

export async function openFamily(walk) {
  const page = await walk.as('front.door')
  await find(walk, page, 'Okafor-Lane')
  assert.equal(await page.getByRole('link', { name: /Okafor-Lane/ }).count(), 0, 'nobody of that name is known')
  await walk.follow(page, /open a new family record/)
  await fill(page, { name: 'Okafor-Lane' })
  const children = [
    { given: 'Ada', family_name: 'Okafor-Lane', unborn: 'no', born: { day: '4', month: '5', year: '2017' } },
    { given: 'Ben', family_name: 'Okafor-Lane', unborn: 'no', born: { day: '5', month: '11', year: '2021' } },
    { family_name: 'Okafor-Lane', unborn: 'yes', expected: walk.day(60) }
  ]
  for (const [i, child] of children.entries()) {
    if (i > 0) await press(page, page.getByRole('button', { name: 'Add another' }))
    await fill(page, Object.fromEntries(Object.entries(child).map(([name, answer]) => [`children-${i}-${name}`, answer])))
  }
  await walk.send(page)
  assert.equal(await page.locator('h1').innerText(), 'Okafor-Lane family')
  walk.family = new URL(page.url()).pathname
  await find(walk, page, 'Okafor Lane')
  await walk.follow(page, /Ada/)
}

export async function addAdults(walk) {
  const page = await walk.as('front.door')
  await walk.go(page, walk.family)
  await walk.act(page, 'Add an adult', {
    given: 'Ifeoma', family_name: 'Okafor', is_known_as: 'Mum', telephone: '07700 900101',
    children: rows(CHILDREN, { kind: 'MOTHER', parental_responsibility: 'YES' })
  })
  await walk.act(page, 'Add an adult', {
    given: 'Declan', family_name: 'Lane', is_known_as: 'Dad', telephone: '07700 900102',
    children: rows(CHILDREN, { kind: 'FATHER', parental_responsibility: 'UNKNOWN' })
  })
}

export async function contact(walk) {
  const page = await walk.as('front.door')
  await walk.go(page, walk.family)
  await walk.act(page, 'Record a contact', {
    received_on: walk.day(), way: 'TELEPHONE', source: 'S2A', referrer: 'Imran Sethi', referrer_role: 'Designated safeguarding lead',
    involvement: 'Has known Ada for four years; saw her this morning.',
    concern: 'Ada has marks of a hand on her arm, and says that Dad was angry. Ben has stopped talking at nursery.',
    children: CHILDREN
  })
  await walk.act(page, 'Decide on a contact', {
    contact: 'Imran Sethi',
    children: rows(CHILDREN, { decision: 'REFERRAL', reason: 'Marks that a hand made, and a child who says whose.' })
  })
}

export async function notification(walk) {
  const page = await walk.as('front.door')
  await walk.go(page, walk.family)
  await walk.act(page, 'Attach a police notification', {
    children: CHILDREN, force_name: 'Vale Police', reference: 'VP/2026/1204', received_on: walk.day(),
    words: 'Called to the flat last night by a neighbour: shouting, a door broken. Two children awake.',
    plain: 'The police were called to your home and told us, because they were worried about your children.', not_to: 'Declan'
  })
}

export async function referral(walk) {
  const page = await walk.as('manager')
  await walk.go(page, '/')
  await walk.follow(page, 'Decide on the referral: Ada, Ben, Unborn child')
  await walk.act(page, 'Decide on a referral', {
    children: rows(CHILDREN, { decision: 'ASSESSMENT', reason: 'Three children in one house: the assessment begins now.' })
  })
  await walk.act(page, 'Allocate the case', { children: CHILDREN, worker: 'Ngozi Farrell', first: 'See Ada at school tomorrow.' })
}

export async function strategy(walk) {
  const page = await walk.as('social.worker')
  await walk.go(page, '/families')
  await walk.follow(page, /Okafor-Lane/)
  await walk.act(page, 'Start an assessment', { started_on: walk.day(), children: CHILDREN })
  await walk.act(page, 'Strategy discussion', {
    held_on: walk.day(), took_part: ['SOCIAL_CARE', 'POLICE', 'HEALTH', 'EDUCATION'],
    known: 'The police were called to the flat twice last year. Ifeoma told the midwife that she is afraid.',
    children: { rows: { Ada: { outcome: 'S47_JOINT', reason: 'Marks of a hand, and a father who was violent before.' }, Ben: 'same', Unborn: 'same' } },
    parents: { rows: {
      Ifeoma: { told: 'yes', told_on: walk.day(), said: 'What school saw, and that we will speak with Ada alone.' },
      Declan: { told: 'no', not_yet_why: 'The police speak with him first.' }
    } }
  })
}

export async function enquiry(walk) {
  const page = await walk.as('social.worker')
  await walk.go(page, walk.family)
  await walk.act(page, 'Parents told of the concern', {
    parents: { rows: { Declan: { told: 'yes', told_on: walk.day(), told_by: 'Ngozi Farrell', said: 'What school saw. He says that it was nothing.' } } }
  })
  await walk.act(page, 'Record seeing a child', {
    seen_on: walk.day(), place: 'Fernhill Academy',
    children: { rows: {
      Ada: { how: 'ALONE', words: 'He grabbed me and it burned. Mum cried.' },
      Ben: { how: 'WITH_OTHERS', others: 'His key person at nursery', why: 'He is five and did not want to let go of her hand.' }
    } }
  })
  await walk.act(page, 'Record what a child told you', {
    said_on: walk.day(), said_at: '9:30am', heard_by: 'Ngozi Farrell, social worker', place: 'Fernhill Academy, in the library',
    words: 'He said sorry after. It still burned.', asked: 'Tell me what happened then.', showed: 'Spoke quietly and held her arm.'
  }, /Ada/)
  await walk.go(page, walk.family)
  await walk.act(page, 'Finish an assessment', {
    finished_on: walk.day(), authorised_by: 'Colin Threadgold',
    children: rows(CHILDREN, {
      judgement: 'HARM_NOW', judgement_why: 'Ada was hurt by her father; Ben saw it.', needs: 'To be safe at home.',
      strengths: 'Ifeoma asked for help herself.', outcome: 'WITH_ENQUIRY'
    })
  })
  await walk.act(page, 'Conclude a section 47 enquiry', {
    concluded_on: walk.day(),
    children: rows(CHILDREN, {
      outcome: 'SUBSTANTIATED_RISK', harm: ['ILL_TREATMENT'],
      significant: 'Ada was hurt by her father; Ben saw it; the baby’s mother is hit while she carries it.',
      reason: 'Declan says that it was nothing. Without a change it goes on.'
    })
  })
  await walk.act(page, 'Make an interim safety plan', {
    made_on: walk.day(), agreed_with: 'Ifeoma Okafor and Declan Lane',
    children: rows(CHILDREN, { what: 'Declan stays with his brother until the conference. Ifeoma rings 999 if he comes.' })
  })
}

export const FIRST_HALF = [
  ['the front door searches and opens the record', openFamily],
  ['the adults are written down', addAdults],
  ['the contact is recorded and becomes a referral', contact],
  ['a police notification is attached', notification],
  ['the manager decides and allocates', referral],
  ['the strategy discussion decides for each child', strategy],
  ['the children are seen and the enquiry is concluded', enquiry]
]
