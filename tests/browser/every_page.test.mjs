// Every address of src/web/routes.def that gives a page, and the form of every act, as each account of the demo finds them: by following the links
// from where signing in leads to. A page is looked at once for each kind of reader, at both widths. What nobody finds fails with its name. SB-15 SD-14
import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { WIDTHS, hearthOfFile, looksRight, openPage, signIn } from './harness.mjs'

// These answer something else than a page: name → an address of it.
const NO_PAGES = { health: '/health', asset: '/assets/hearth.css', asset_image: '/assets/images/none.png', session: '/session', leave: '/leave', conference_calendar: '/conference/1/calendar' }
// Not in the demo: files.test.mjs attaches a file and reads it; a service is set up once, before anybody can sign in (tests/app/command.c); a holiday
// is taken back once one was added, and dates are counted anew once one is stale (holidays.test.mjs).
// Nobody has opened a room in the demo: its pages and what is done on them are room.test.mjs'. Letters are printed once some were made (mail.test.mjs); what
// became of a message the service alone records.
const ELSEWHERE = ['conference_letters_print', 'do/count-dates-anew', 'do/open-authority', 'do/record-message', 'do/take-holiday-back', 'file', 'do/asking-answered', 'do/minute-changed',
  'do/minute-written', 'do/room-break', 'do/room-closed', 'do/room-moved', 'do/scale-given', 'do/seat-acknowledged', 'do/seat-asked', 'do/seat-codes', 'do/seat-taken', 'do/turn-given',
  'room_changes', 'room_screen', 'seat_changes', 'seat_here'].sort()
const KIND_OF_READER = { school: 'partner', police: 'partner', 'health.visitor': 'partner', parent: 'family', 'young.person': 'family', advocate: 'family' }
// How many of a kind are read for their links, for each account: not every family has everything.
const ENOUGH = { family: 30, family_acts: 30, conference: 20, plan: 20, other: 2 }

const ROUTES = [...readFileSync('src/web/routes.def', 'utf8').matchAll(/^ROUTE\(GET, *(\w+), *"([^"]+)"/gm)].map(([, name, pattern]) => ({
  name, pattern, fits: new RegExp(`^${pattern.replaceAll(/:\w+/g, '([^/]+)')}$`), isAct: pattern.endsWith('/do/:act')
}))
const ACTS = readdirSync('src/acts', { recursive: true }).filter(file => file.endsWith('.act')).map(file => readFileSync(`src/acts/${file}`, 'utf8').match(/^address +(\S+)/m)[1])

// What an address shows: the name of its route, or the act; with the questions that stand in it.
function kindOf(address) {
  const url = new URL(address, 'http://hearth')
  const route = ROUTES.find(one => one.fits.test(url.pathname))
  if (!route) return null
  return { name: route.isAct ? `do/${url.pathname.split('/').at(-1)}` : route.name, asks: [...url.searchParams.keys()].sort().join(' ') }
}

const linksIn = html => [...html.matchAll(/\bhref="(\/[^"#]*)/g)].map(found => found[1].replaceAll('&amp;', '&'))

const hearth = hearthOfFile()
const looked = new Set() // 'kind of reader: kind'
const found = new Set() // routes and acts

async function look(page, address, name, status = 200) {
  const answer = await page.goto(address)
  assert.equal(answer.status(), status, `${name}, ${address}`)
  for (const width of Object.values(WIDTHS)) {
    await page.setViewportSize({ width, height: 900 })
    await looksRight(page, name)
  }
}

// Goes where the links lead, from the first page on. Each address is read once; one of a new kind is looked at.
async function goRound(page, reader, begin) {
  const waiting = [...begin], known = new Set(waiting), read = {}, wrong = []
  while (waiting.length > 0) {
    const address = waiting.shift()
    const kind = kindOf(address)
    if (!kind) {
      wrong.push(`a link leads to ${address}, which is no address`)
      continue
    }
    if (kind.name in NO_PAGES) continue
    const key = `${reader}: ${kind.name}${kind.asks && `?${kind.asks}`}`
    const isNew = !looked.has(key)
    read[kind.name] = (read[kind.name] ?? 0) + 1
    if (!isNew && (kind.asks || kind.name.startsWith('do/') || read[kind.name] > (ENOUGH[kind.name] ?? ENOUGH.other))) continue
    if (isNew) await look(page, address, key).catch(error => wrong.push(error.message))
    looked.add(key)
    found.add(kind.name)
    const html = isNew ? await page.content() : await (await page.request.get(address)).text()
    for (const link of linksIn(html)) {
      if (known.has(link)) continue
      known.add(link)
      waiting.push(link)
    }
  }
  assert.deepEqual(wrong, [])
}

test('who is not signed in', async t => {
  const page = await openPage(t, hearth)
  await goRound(page, 'nobody', ['/sign-in', '/accessibility'])
  for (const [name, address] of Object.entries(NO_PAGES)) {
    const answer = await page.request.get(address, { maxRedirects: 0 })
    assert.ok(answer.status() !== 200 || !answer.headers()['content-type'].startsWith('text/html'), `${name} is a page: look at it`)
    found.add(name)
  }
})

for (const who of ['social.worker', 'manager', 'chair', 'conference.admin', 'school', 'police', 'health.visitor', 'front.door', 'out.of.hours', 'legal',
  'data.officer', 'auditor', 'administrator', 'parent', 'young.person', 'advocate']) {
  test(`all that ${who} finds`, async t => {
    const page = await openPage(t, hearth)
    await signIn(page, who)
    const reader = KIND_OF_READER[who] ?? 'staff'
    await look(page, '/', `my work of ${who}`)
    await goRound(page, reader, ['/'])
    if (who === 'school') {
      await look(page, '/family/1', 'not there', 404)
      await look(page, '/plans', 'not for this account', 403)
    }
  })
}

test('nothing was left out', () => {
  const names = [...ROUTES.filter(route => !route.isAct).map(route => route.name), ...ACTS.map(address => `do/${address}`)]
  assert.deepEqual(names.filter(name => !found.has(name)).sort(), ELSEWHERE, 'nobody in the demo finds these by following links')
})
