// The room of a conference: who runs it, a phone with a joining code, the projected screen; two who type the same minutes; two sessions that know nothing
// of each other; the program killed and started again under their eyes. SB-07 SB-08 SC-09 SD-12 SD-09 SA-14
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { WIDTHS, looksRight, openPage, press, signIn, startHearth, stopChromium } from './harness.mjs'

const hearth = {}
before(async () => { Object.assign(hearth, await startHearth()) })
after(async () => {
  await stopChromium()
  await hearth.stop?.()
})

const WITHIN = 10000 // ms that a test waits for what comes within a second: a sanitized build on a busy machine

// The chair's conference of that family which is on its way; its room is opened with the answers given.
async function openRoom(page, family, split) {
  await page.goto('/conferences')
  await press(page, page.locator('tr', { hasText: family }).filter({ hasText: /Booked|Confirmed/ }).locator('a').first())
  await press(page, page.getByRole('link', { name: /^The room/ }))
  if (!page.url().endsWith('/room')) {
    await page.locator(`input[name=split][value=${split ? 'yes' : 'no'}]`).check()
    await page.locator('[name=quiet]').fill('Room 4')
    if (split) await split(page)
    await press(page, page.locator('main form button[type=submit]', { hasText: 'Open the room' }).and(page.locator('.govuk-button')))
  }
  return new URL(page.url()).pathname
}

// Codes for everybody; by name, as they stand on the slips.
async function giveCodes(page) {
  await press(page, page.getByRole('button', { name: 'Give codes, to print' }))
  await looksRight(page, 'room codes')
  const slips = await page.locator('.slip').evaluateAll(all => all.map(slip => [slip.querySelector('.strong').textContent, slip.querySelector('.slip__code').textContent]))
  return new Map(slips)
}

async function takeSeat(page, code) {
  await page.goto('/seat')
  await page.getByLabel('Your code').fill(code)
  await press(page, page.getByRole('button', { name: 'Take my seat' }))
  assert.equal(new URL(page.url()).pathname, '/seat/here')
}

test('a conference in its room: seats by code, turns, a question, numbers, the screen', async t => {
  const chair = await openPage(t, hearth)
  await signIn(chair, 'chair')
  const room = await openRoom(chair, 'Nwosu-Gray')
  await looksRight(chair, 'room')
  const codes = await giveCodes(chair)
  assert.ok(codes.size >= 4, `a code for each seat: ${codes.size}`)
  const [name, code] = [...codes].find(([who]) => /Nwosu|Gray/.test(who)) ?? [...codes][0]

  const seat = await openPage(t, hearth, { width: WIDTHS.phone })
  await seat.goto('/seat')
  await looksRight(seat, 'seat join')
  await seat.getByLabel('Your code').fill('2222-2222')
  await press(seat, seat.getByRole('button', { name: 'Take my seat' }))
  assert.match(await seat.locator('.govuk-error-summary').innerText(), /not right/)
  await takeSeat(seat, code.toLowerCase().replace('-', ' '))
  await looksRight(seat, 'seat before it begins')
  const beyond = await seat.request.get(room, { maxRedirects: 0 })
  assert.equal(beyond.status(), 303, 'a seat opens no page of staff')
  await press(seat, seat.getByRole('button', { name: 'I will keep it private' }))

  await chair.goto(room)
  await press(chair, chair.getByRole('button', { name: /^Begin: / }))
  await seat.getByText(/Step 1 of 11/).waitFor({ timeout: WITHIN })

  const screen = await openPage(t, hearth)
  await signIn(screen, 'chair')
  await screen.goto(room + '/screen')
  await screen.getByText('Who is here: 2').waitFor()

  // The turn is given: the phone and the screen say so without being touched.
  await chair.goto(room)
  await chair.getByLabel('Whose turn is it?').selectOption({ label: name })
  await press(chair, chair.getByRole('button', { name: 'Give the turn' }))
  await seat.getByText('You can speak now', { exact: false }).waitFor({ timeout: WITHIN })
  await screen.locator('.turn .big', { hasText: name }).waitFor({ timeout: WITHIN })

  // A question: it waits for the chair, then everybody reads it.
  await seat.getByLabel('In my words').fill('What if he <b>just</b> comes to the door?')
  await press(seat, seat.getByRole('button', { name: 'Send it' }))
  await chair.getByText('comes to the door?').waitFor({ timeout: WITHIN })
  await press(chair, chair.getByRole('button', { name: /^Put it to the meeting/ }))
  await seat.locator('#plain ~ ol', { hasText: 'What if he <b>just</b> comes to the door?' }).waitFor({ timeout: WITHIN })

  await seat.locator('#n4').check({ force: true })
  await press(seat, seat.getByRole('button', { name: 'Save my number' }))
  await screen.locator('table.scale').waitFor({ timeout: WITHIN })
  await press(seat, seat.getByRole('button', { name: 'I need a break' }))
  await screen.getByText('Somebody asked for a break.').waitFor({ timeout: WITHIN })
  await looksRight(seat, 'seat')

  // What goes well, what worries, what must change: everyone sees it grow; what is for professionals alone is on no screen.
  for (const [what, audience, words] of [['WELL', 'EVERYONE', 'Ella was at school every day.'], ['WORRY', 'EVERYONE', 'The door was broken in October.'],
    ['CHANGE', 'EVERYONE', 'Housing mends the door by Friday.'], ['WORRY', 'PROFESSIONALS', 'The police have been told where he is.']]) {
    await chair.locator('#what').selectOption(what)
    await chair.locator('#audience').selectOption(audience)
    await chair.locator('#words').fill(words)
    await chair.getByRole('button', { name: 'Add the line' }).click()
    await chair.locator('.desk__lines', { hasText: words }).waitFor({ timeout: WITHIN })
    await assert.doesNotReject(chair.waitForFunction(() => document.getElementById('words').value === ''))
  }
  await screen.getByText('Housing mends the door by Friday.').waitFor({ timeout: WITHIN })
  await screen.getByText('Ella was at school every day.').waitFor({ timeout: WITHIN })
  assert.doesNotMatch(await screen.content(), /where he is/)
  assert.doesNotMatch(await seat.content(), /where he is/)
  const high = await screen.evaluate(() => document.documentElement.scrollHeight)
  assert.ok(high <= 900, `the screen fits without scrolling: ${high} px`)
  await looksRight(screen, 'room screen')
  await looksRight(chair, 'room while it meets')
  await press(screen, screen.getByRole('link', { name: 'Cover the screen' }))
  assert.doesNotMatch(await screen.content(), /Ella/)
  await looksRight(screen, 'room screen covered')

  // Two chairs press 'next' on the same page: once.
  const second = await openPage(t, hearth)
  await signIn(second, 'chair')
  await second.goto(room)
  await second.evaluate(() => document.querySelector('[data-changes]').removeAttribute('data-part'))
  await press(chair, chair.getByRole('button', { name: /^Next: / }))
  await press(second, second.getByRole('button', { name: /^Next: |^Begin: / }).first())
  await second.goto(room)
  const at = await second.locator('li[aria-current=step]').innerText()
  assert.match(at, /What is said here stays here|Why we are meeting/)
  await looksRight(await phoneOf(t, room), 'room on a phone')
})

async function phoneOf(t, room) {
  const page = await openPage(t, hearth, { width: WIDTHS.phone, script: false })
  await signIn(page, 'chair')
  await page.goto(room + '/screen')
  await looksRight(page, 'room screen on a phone')
  await page.goto(room)
  return page
}

test('two who type the same minutes lose no word', async t => {
  const pages = []
  let room
  for (const who of ['chair', 'conference.admin']) {
    const page = await openPage(t, hearth)
    await signIn(page, who)
    room ??= await openRoom(page, 'Osei-Brook')
    await page.goto(room)
    pages.push(page)
  }
  const LINES = 20
  await Promise.all(pages.map(async (page, k) => {
    for (let i = 0; i < LINES; i++) {
      await page.locator('#words').pressSequentially(`Line ${i} of typist ${k}, as it was said.`)
      await page.getByRole('button', { name: 'Add the line' }).click()
      await page.waitForFunction(() => document.getElementById('words').value === '')
    }
  }))
  for (const page of pages) {
    await page.goto(room)
    const text = await page.locator('.desk__lines').innerText()
    for (let k = 0; k < 2; k++)
      for (let i = 0; i < LINES; i++)
        assert.equal(text.split(`Line ${i} of typist ${k}, as`).length, 2, `line ${i} of typist ${k}, once`)
  }
  // Both change the same line at once: both texts stand, and the page says so.
  await Promise.all(pages.map(page => page.locator('.desk__lines > li').first().locator('summary').click()))
  await pages[0].locator('.desk__lines > li').first().locator('textarea').fill('As the first one heard it.')
  await pages[1].locator('.desk__lines > li').first().locator('textarea').fill('As the second one heard it.')
  await press(pages[0], pages[0].locator('.desk__lines > li').first().getByRole('button', { name: 'Save the line' }))
  await press(pages[1], pages[1].locator('.desk__lines > li', { has: pages[1].locator('details[open]') }).first().getByRole('button', { name: 'Save the line' }))
  const line = pages[1].locator('.desk__twice')
  assert.match(await line.innerText(), /Two people changed this line at once/)
  assert.match(await line.innerText(), /As the first one heard it\.[^]*As the second one heard it\.|As the second one heard it\.[^]*As the first one heard it\./)
  await looksRight(pages[1], 'room, a line changed twice')

  // Half a line typed, and the page gone: it is kept as it stood.
  await pages[0].locator('#words').pressSequentially('Half a line, and then the')
  await pages[0].locator('[data-draft-state]', { hasText: 'Kept at' }).first().waitFor({ timeout: WITHIN })
  await pages[0].goto('about:blank')
  await pages[0].goto(room)
  assert.equal(await pages[0].locator('#words').inputValue(), 'Half a line, and then the')
})

test('two sessions: the page of one never has the name of the other', async t => {
  const chair = await openPage(t, hearth)
  await signIn(chair, 'chair')
  let family = []
  const room = await openRoom(chair, 'Hallam and Wilk', async page => {
    const rows = page.locator('fieldset.row')
    let next = 0
    for (let i = 0; i < await rows.count(); i++) {
      const words = await rows.nth(i).locator('legend').first().innerText()
      const selects = rows.nth(i).locator('input[type=radio]')
      if (/Parent|Carer|Child|Wider family|Supporter|Advocate|Interpreter/i.test(words) || next === 0) { /* each says it below */ }
      const session = next++ % 2 === 0 ? 'ONE' : 'TWO'
      family.push([words, session])
      await selects.and(page.locator(`[value=${session}]`)).check()
    }
  })
  await chair.goto(room)
  const codes = await giveCodes(chair)
  const slips = [...codes]
  assert.ok(slips.length >= 2)
  const seats = new Map()
  for (const session of ['', '?session=TWO']) {
    await chair.goto(room + session)
    seats.set(session, await chair.locator('.desk__people .strong').allInnerTexts())
  }
  const only = session => seats.get(session).filter(name => !seats.get(session === '' ? '?session=TWO' : '')?.includes(name))
  const [mine] = only('')
  const hidden = only('?session=TWO')
  assert.ok(mine && hidden.length > 0, 'somebody in each session')

  const theirs = await openPage(t, hearth, { width: WIDTHS.phone, script: false })
  await takeSeat(theirs, codes.get(hidden[0]))
  await chair.goto(room + '?session=TWO')
  await press(chair, chair.getByRole('button', { name: /^Begin: / }))
  await chair.locator('#words').fill('Only for the second session.')
  await chair.getByRole('button', { name: 'Add the line' }).click()
  await chair.locator('.desk__lines', { hasText: 'Only for the second session.' }).waitFor()

  const seat = await openPage(t, hearth, { width: WIDTHS.phone, script: false })
  await takeSeat(seat, codes.get(mine))
  await seat.goto('/seat/here?session=TWO') // asked for all the same
  for (const name of [...hidden, 'Only for the second session', 'Second session', 'First session'])
    assert.ok(!(await seat.content()).includes(name), `the other session's page has '${name}'`)
  assert.match(await seat.content(), /The meeting has not begun/)
  await chair.goto(room + '/screen')
  for (const name of [...hidden, 'Only for the second session'])
    assert.ok(!(await chair.content()).includes(name), `the other session's screen has '${name}'`)
  await chair.goto(room + '/screen?session=TWO')
  assert.match(await chair.content(), /Who is here: 2/)
  await looksRight(seat, 'seat of one session')

  // A new code ends the seat that the old one opened.
  await chair.goto(room)
  await chair.locator('label', { hasText: mine }).and(chair.locator('.govuk-checkboxes__label')).click()
  await press(chair, chair.getByRole('button', { name: 'Give codes, to print' }))
  await seat.goto('/seat/here')
  assert.equal(new URL(seat.url()).pathname, '/seat')
})

test('the program is killed in mid-conference, and the room is back', async t => {
  const chair = await openPage(t, hearth)
  await signIn(chair, 'chair')
  const room = await openRoom(chair, 'Nwosu-Gray')
  await chair.goto(room)
  const before = await chair.locator('.desk__lines').innerText()
  await hearth.restart({})
  await chair.locator('#words').fill('Said after the restart.') // the page was not touched in between
  await chair.getByRole('button', { name: 'Add the line' }).click()
  await chair.locator('.desk__lines', { hasText: 'Said after the restart.' }).waitFor({ timeout: WITHIN })
  await chair.goto(room)
  assert.ok((await chair.locator('.desk__lines').innerText()).includes(before.slice(0, 60)))
})
