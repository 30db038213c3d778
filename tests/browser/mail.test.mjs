// What goes out about a conference, through a real mail server: each message once, what is refused or delayed tried again and shown, a killed program not
// sending twice, calendar files read back by another's parser, letters printed; and in no byte of any of it a name, a place or a child.
// SA-03 SC-03 SD-03 SD-08 SA-13 SC-10 SC-11 SD-23
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import ICAL from 'ical.js'
import { SMTPServer } from 'smtp-server'
import { WIDTHS, hearthOfFile, looksRight, openPage, press, signIn } from './harness.mjs'

const WITHIN = 30000 // ms; rounds of a sanitized program on a busy machine
const POLICE = 'protection@valepolice.example.org'
const HEALTH = 'health.visitors@valehealth.example.org'
const SCHOOL = 'office@fernhill.example.org'
const DEPUTY = 'deputy@fernhill.example.org'
const MOTHER = 'joanna@example.org'

// A mail server. What it does with a message to an address: 'take' it, 'refuse' or 'delay' the address, 'break' the line once it has all of the message,
// 'hold' the message without an answer. What it took, or heard to its end, is kept.
const post = { heard: [], does: {}, port: 0 }
const server = new SMTPServer({
  authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false,
  onRcptTo({ address }, session, done) {
    const what = post.does[address] ?? 'take'
    if (what === 'refuse') return done(Object.assign(new Error('no such mailbox'), { responseCode: 550 }))
    if (what === 'delay') return done(Object.assign(new Error('come back later'), { responseCode: 451 }))
    done()
  },
  onData(stream, session, done) {
    const chunks = []
    stream.on('data', chunk => chunks.push(chunk))
    stream.on('end', () => {
      const to = session.envelope.rcptTo.map(one => one.address)
      const what = post.does[to[0]] ?? 'take'
      post.heard.push({ to, words: Buffer.concat(chunks).toString('utf8') })
      if (what === 'break') for (const connection of server.connections) connection._socket.destroy()
      else if (what !== 'hold') done()
    })
  }
})
server.on('error', () => {}) // a line that was broken off

const heardBy = address => post.heard.filter(one => one.to.includes(address))
async function until(what, words, within = WITHIN) {
  for (const end = Date.now() + within; !await what(); await new Promise(done => setTimeout(done, 200)))
    assert.ok(Date.now() < end, `in time: ${words}`)
}

const listening = new Promise((done, failed) => server.once('error', failed).listen(0, '127.0.0.1', () => {
  post.port = server.server.address().port
  done()
}))
before(() => listening)
await listening
after(() => new Promise(done => server.close(done)))
const hearth = hearthOfFile(address => ({
  HEARTH_MAIL_HOST: '127.0.0.1', HEARTH_MAIL_PORT: String(post.port), HEARTH_MAIL_TLS: 'none', HEARTH_MAIL_FROM: 'post@hearth.example.org', HEARTH_MAIL_WAIT: '1',
  HEARTH_ORIGIN: address
}))

// Everything in the demo that could give somebody away: who is in it, and where.
const NAMES = ['Hallam', 'Wilk', 'Maja', 'Oskar', 'Lena', 'Joanna', 'Darren', 'Tomasz', 'Elmfield', 'Room 3', 'Adeyinka', 'Oduya', 'Marlow', 'conference', 'child', 'protect', 'social']
function namesNobody(words, what) {
  const body = words.replace(/^(From|To|Message-ID|Date|Received):.*$/gim, '').replaceAll(/=\r?\n/g, '')
  const coded = [...body.matchAll(/base64\r?\n\r?\n([A-Za-z0-9+/=\r\n]+?)--/g)].map(found => Buffer.from(found[1], 'base64').toString('utf8'))
  const plain = body.replaceAll(/base64\r?\n\r?\n[A-Za-z0-9+/=\r\n]+?--/g, '') // what is coded is read decoded
  for (const part of [plain, ...coded])
    for (const name of NAMES) assert.ok(!new RegExp(`\\b${name}`, 'i').test(part), `${what} names ${name}:\n${part}`)
}
function calendarIn(words) {
  const found = words.match(/filename="([^"]+)"\r?\nContent-Transfer-Encoding: base64\r?\n\r?\n([A-Za-z0-9+/=\r\n]+?)--/)
  assert.ok(found, `a calendar file:\n${words}`)
  assert.equal(found[1], 'meeting.ics')
  return meetingOf(Buffer.from(found[2], 'base64').toString('utf8'))
}
function meetingOf(file) {
  const calendar = new ICAL.Component(ICAL.parse(file))
  const events = calendar.getAllSubcomponents('vevent')
  assert.equal(events.length, 1)
  const event = new ICAL.Event(events[0])
  assert.equal(event.summary, 'Meeting')
  for (const name of ['location', 'description', 'attendee', 'geo', 'url', 'comment']) assert.equal(events[0].getFirstProperty(name), null, name)
  return { method: calendar.getFirstPropertyValue('method'), uid: event.uid, sequence: event.sequence, starts: event.startDate.toJSDate(), ends: event.endDate.toJSDate() }
}

async function admin(t, width = WIDTHS.desk) {
  const page = await openPage(t, hearth, { width })
  await signIn(page, 'conference.admin')
  return page
}
let conference // its address: the review of the Hallam children, two working days ahead
async function findConference(page) {
  await page.goto('/conferences')
  const link = page.locator('main tr', { hasText: 'Hallam' }).filter({ hasText: /Booked|Confirmed/ }).locator('a[href*="/conference/"]').first()
  conference = await link.getAttribute('href')
}
// Another time on the same day: no limit is touched by it.
async function move(page, time) {
  await page.goto(`${conference}/do/move-conference`)
  await page.getByLabel('At what time?').fill(time)
  await page.getByLabel('Why does it move?').fill('The room is needed.')
  await press(page, page.getByRole('button', { name: 'Move it' }))
  if (await page.getByText('Say why').count() > 0 && page.url().includes('/do/')) {
    for (const box of await page.locator('textarea[name^="reason"]').all()) await box.fill('It cannot be later.')
    await press(page, page.getByRole('button', { name: 'Move it' }))
  }
  assert.ok(!page.url().includes('/do/'), `moved: ${await page.locator('main').innerText()}`)
}
const rowOf = (page, who) => page.locator('main tbody tr', { hasText: who }).filter(who.includes('deputy') ? {} : { hasNotText: 'deputy' }).first() // the newest
async function shows(page, who, words) {
  await until(async () => {
    await page.goto(`${conference}/post`)
    return (await rowOf(page, who).innerText()).includes(words)
  }, `${who}: ${words}`)
}

test('who is told that it moved: each mailbox once, with a calendar file and nobody’s name', async t => {
  const office = await openPage(t, hearth)
  await signIn(office, 'administrator')
  await office.goto('/do/set-mailbox')
  await office.getByLabel('Fernhill Academy').check()
  await office.getByLabel('Email address of who reads its mail').fill(SCHOOL)
  await office.getByLabel('Email address of the deputy').fill('not an address')
  await press(office, office.getByRole('button', { name: 'Save the mailbox' }))
  await looksRight(office, 'mailbox with a mistake')
  await office.getByLabel('Email address of the deputy').fill(DEPUTY)
  await press(office, office.getByRole('button', { name: 'Save the mailbox' }))
  post.does[POLICE] = 'refuse'
  post.does[HEALTH] = 'delay'

  const page = await admin(t)
  await findConference(page)
  await move(page, '11:00am')
  await until(() => heardBy(SCHOOL).length > 0 && heardBy(DEPUTY).length > 0, 'the school has it')
  const first = calendarIn(heardBy(SCHOOL)[0].words)
  assert.equal(first.method, 'PUBLISH')
  assert.equal(first.ends - first.starts, 2 * 60 * 60 * 1000)
  await move(page, '1:00pm')
  await until(() => heardBy(SCHOOL).length > 1, 'the school has the second')
  const second = calendarIn(heardBy(SCHOOL)[1].words)
  assert.equal(second.uid, first.uid)
  assert.ok(second.sequence > first.sequence)
  assert.equal(second.starts - first.starts, 2 * 60 * 60 * 1000)
  for (const { words, to } of post.heard) {
    namesNobody(words, to.join())
    assert.match(words, /^Subject: There is a message for you in Hearth\r?$/m)
    assert.match(words, /There is a message for you in Hearth\. Sign in to read it\./)
    assert.ok(words.includes(hearth.address))
  }
  assert.equal(heardBy(MOTHER).length, 0) // nobody asked her yet

  // Refused three times, then given up and shown; delayed ones go on waiting.
  await shows(page, 'Vale Police', 'Did not arrive')
  await shows(page, 'Vale Community Health', 'Waiting to be sent')
  assert.match(await rowOf(page, 'Vale Community Health').innerText(), /could not take it yet/)
  assert.match(await rowOf(page, 'Vale Police').innerText(), /3 times/)
  await looksRight(page, 'messages')
  await page.setViewportSize({ width: WIDTHS.phone, height: 812 })
  await looksRight(page, 'messages')
  await page.goto('/')
  await page.getByRole('link', { name: /did not arrive/ }).first().waitFor()
  assert.equal(heardBy(POLICE).length, 0)
})

test('sent again once the mailbox is mended; by post when somebody chooses it', async t => {
  const page = await admin(t)
  post.does[POLICE] = 'take'
  post.does[HEALTH] = 'take'
  await page.goto(`${conference}/post`)
  const told = heardBy(POLICE).length
  await press(page, rowOf(page, 'Vale Police').getByRole('link', { name: 'Send again, or use the post' }))
  assert.equal(await page.locator('input[name=mails]:checked').count(), 1)
  await looksRight(page, 'messages decided')
  await page.getByLabel('Send them again').check()
  await press(page, page.getByRole('button', { name: 'Do this' }))
  assert.equal(new URL(page.url()).pathname, `${conference}/post`)
  await until(() => heardBy(POLICE).length === told + 1, 'the police have it')
  await shows(page, 'Vale Police', 'Sent')
  await page.goto(`${conference}/post`)
  const other = page.locator('main tbody tr', { hasText: 'Vale Police' }).filter({ hasText: 'Did not arrive' })
  await press(page, other.first().getByRole('link', { name: 'Send again, or use the post' }))
  await page.getByLabel('Use the post instead').check()
  await press(page, page.getByRole('button', { name: 'Do this' }))
  await until(async () => {
    await page.goto(`${conference}/post`)
    return await page.getByText('Somebody chose the post instead').count() === 1
  }, 'by post')
  assert.equal(heardBy(POLICE).length, told + 1)
})

test('the mother is told by email once she, alone, said that it is safe; nobody else of the family is', async t => {
  const worker = await openPage(t, hearth)
  await signIn(worker, 'social.worker')
  await worker.goto('/families')
  await press(worker, worker.getByRole('link', { name: /Hallam/ }).first())
  const family = new URL(worker.url()).pathname.match(/^\/family\/\d+/)[0]
  const today = new Date(Date.now())
  await worker.goto(`${family}/do/confirm-email`)
  await looksRight(worker, 'confirm email')
  await worker.getByLabel(/^Joanna/).first().check()
  await worker.locator('input[name=alone][value=yes]').check()
  await worker.getByLabel('Which address reaches nobody but them?').fill(MOTHER)
  for (const [part, value] of [['day', today.getDate()], ['month', today.getMonth() + 1], ['year', today.getFullYear()]]) await worker.locator(`input[name="asked-${part}"]`).fill(String(value))
  await press(worker, worker.getByRole('button', { name: 'Save the email address' }))
  assert.ok(!worker.url().includes('/do/'), await worker.locator('main').innerText())
  const page = await admin(t)
  await move(page, '2:00pm')
  await until(() => heardBy(SCHOOL).length > 2, 'the school has the third')
  await shows(page, 'Joanna Wilk', 'By letter or by hand') // confirmed, and yet not said to be safe
  assert.equal(heardBy(MOTHER).length, 0)

  await worker.goto(`${family}/do/safe-contact`)
  await worker.getByLabel(/^Joanna/).first().check()
  await worker.locator('input[name=safe][value=yes]').check()
  await worker.locator('input[name=ways][value=EMAIL]').check()
  await worker.getByLabel('How can they be reached safely?').fill('By email, in the morning.')
  await worker.locator('input[name=domestic_abuse][value=yes]').check()
  await press(worker, worker.getByRole('button', { name: 'Save safe contact' }))
  assert.ok(!worker.url().includes('/do/'), await worker.locator('main').innerText())
  await move(page, '3:00pm')
  await until(() => heardBy(MOTHER).length === 1, 'the mother has it')
  const [{ words }] = heardBy(MOTHER)
  namesNobody(words, 'the message to the mother')
  assert.ok(!words.includes('.ics') && !words.includes('calendar')) // a calendar is read over her shoulder
  for (const name of ['Darren', 'Tomasz']) await shows(page, name, 'By letter or by hand')

  // She puts it into her own calendar by her own hand: half an hour early.
  const mother = await openPage(t, hearth, { width: WIDTHS.phone })
  await signIn(mother, 'parent')
  await mother.goto('/my')
  await looksRight(mother, 'family home with a calendar')
  const [download] = await Promise.all([mother.waitForEvent('download'), mother.getByRole('link', { name: 'Put it in your calendar' }).first().click()])
  assert.equal(download.suggestedFilename(), 'meeting.ics')
  const file = readFileSync(await download.path(), 'utf8')
  namesNobody(file, 'her calendar file')
  const hers = meetingOf(file)
  assert.equal(hers.ends - hers.starts, 2.5 * 60 * 60 * 1000)
})

test('killed in the middle of sending, it does not send twice', async t => {
  const page = await admin(t)
  post.does[SCHOOL] = 'hold'
  const before = heardBy(SCHOOL).length
  await move(page, '12:00pm')
  await until(() => heardBy(SCHOOL).length === before + 1, 'the server heard it')
  await hearth.restart({ HEARTH_PRACTICE_DAYS_AHEAD: '1' }, () => { post.does[SCHOOL] = 'take' }, true)
  const again = await admin(t)
  await shows(again, 'Fernhill Academy', 'May have arrived')
  assert.equal(heardBy(SCHOOL).length, before + 1)
  await again.goto('/')
  await again.getByRole('link', { name: /did not arrive/ }).first().waitFor()
})

test('a server that breaks off after the last word is not asked again by itself', async t => {
  const page = await admin(t)
  post.does[DEPUTY] = 'break'
  const before = heardBy(DEPUTY).length
  await move(page, '12:30pm')
  await until(() => heardBy(DEPUTY).length === before + 1, 'the server heard it')
  await shows(page, 'Fernhill Academy (deputy)', 'May have arrived')
  assert.match(await rowOf(page, 'Fernhill Academy (deputy)').innerText(), /went away before it answered/)
  assert.equal(heardBy(DEPUTY).length, before + 1)
})

test('letters: one for each reader, printed with a cover, kept as they were made', async t => {
  const page = await admin(t)
  await page.goto(`${conference}/letters`)
  await looksRight(page, 'letters')
  await press(page, page.getByRole('link', { name: 'Make the letters' }))
  const now = new Date(Date.now() + 24 * 60 * 60 * 1000)
  for (const [part, value] of [['day', now.getDate()], ['month', now.getMonth() + 1], ['year', now.getFullYear()]]) await page.locator(`input[name="sent-${part}"]`).fill(String(value))
  await press(page, page.getByRole('button', { name: 'Make the letters' }).last())
  assert.equal(new URL(page.url()).pathname, `${conference}/letters`, await page.locator('main').innerText())
  await page.getByText('Nobody is owed a letter now.').waitFor()
  await looksRight(page, 'letters made')
  await page.setViewportSize({ width: WIDTHS.phone, height: 812 })
  await looksRight(page, 'letters made')
  await press(page, page.getByRole('link', { name: 'Print those made together' }).first())
  await looksRight(page, 'letters to print')
  await page.setViewportSize({ width: WIDTHS.desk, height: 900 })
  await looksRight(page, 'letters to print')
  const letters = await page.locator('section.letter').allInnerTexts()
  const covers = await page.locator('section.cover').allInnerTexts()
  assert.equal(letters.length, covers.length)
  assert.ok(letters.length >= 3)
  letters.forEach((letter, i) => {
    assert.match(letter, /Another way to read this/)
    for (const name of ['Joanna', 'Darren', 'Tomasz']) assert.ok(covers[i].includes(name) || !letter.includes(name), `the letter to ${covers[i]} names ${name}`)
  })
  const of = who => letters[covers.findIndex(cover => cover.includes(who))]
  assert.ok(of('Joanna').includes('Maja') && of('Joanna').includes('Lena'))
  assert.ok(!of('Tomasz').includes('Maja') && !of('Darren').includes('Lena'), 'a father’s letter names no other father’s child')
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.locator('header').isVisible(), false)
  assert.equal(await page.locator('section.letter').first().evaluate(one => getComputedStyle(one).breakBefore), 'page')
})

test('called off: the same number in the calendar, and it is cancelled', async t => {
  const page = await admin(t)
  post.does[SCHOOL] = 'take'
  post.does[DEPUTY] = 'take'
  const before = heardBy(SCHOOL).length, uid = calendarIn(heardBy(SCHOOL)[0].words).uid
  await page.goto(`${conference}/do/not-held`)
  await page.getByLabel('Stood down').check()
  await page.getByLabel('Why?').fill('The chair is ill.')
  await press(page, page.getByRole('button', { name: 'Record it' }))
  await until(() => heardBy(SCHOOL).length === before + 1, 'the school is told')
  await until(() => heardBy(HEALTH).length > 0, 'what was delayed comes by itself', 2 * 64 * 1000) // the wait after the third try
  const off = calendarIn(heardBy(SCHOOL).at(-1).words)
  assert.equal(off.uid, uid)
  assert.equal(off.method, 'CANCEL')
  post.heard.forEach(({ words, to }) => namesNobody(words, to.join()))
})

test('the diary: what is taken, when chair and room are free, no family to who may not know of it', async t => {
  const page = await admin(t)
  await page.goto('/diary')
  await looksRight(page, 'diary')
  await page.setViewportSize({ width: WIDTHS.phone, height: 812 })
  await looksRight(page, 'diary')
  await page.setViewportSize({ width: WIDTHS.desk, height: 900 })
  await page.goto('/conferences')
  await press(page, page.locator('main tr', { hasText: 'Tanner' }).locator('a[href*="/conference/"]').first())
  await press(page, page.getByRole('link', { name: 'When chair and room are free' }))
  await looksRight(page, 'diary of one conference')
  await press(page, page.getByRole('link', { name: 'The week after' }))
  const free = page.locator('main ul.free a').first()
  const words = await free.innerText()
  await press(page, free)
  assert.equal(await page.getByLabel('At what time?').inputValue(), words)
  const worker = await openPage(t, hearth)
  await signIn(worker, 'school')
  await worker.goto('/diary')
  assert.equal(await worker.locator('main h2, main select').count(), 0)
})
