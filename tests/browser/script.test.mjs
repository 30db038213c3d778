// assets/hearth.js by itself, on small pages with the same policy as the real ones: what it adds, and that nothing needs it.
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { after, before, test } from 'node:test'
import { WAYS, looksRight, openPage, stopChromium } from './harness.mjs'

const BUILD = resolve(process.env.HEARTH_BUILD ?? 'build-check')
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'"
const PARTS = {
  '/form': `<h1>A form</h1>
    <form method="post" action="/sent" class="hearth-draft">
    <input type="hidden" name="csrf" value="the-token">
    <div class="govuk-form-group"><label class="govuk-label" for="words">Words</label><textarea class="govuk-textarea" id="words" name="words"></textarea></div>
    <div class="govuk-form-group"><label class="govuk-label" for="secret">Secret</label><input class="govuk-input" type="password" id="secret" name="secret"></div>
    <fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend">Told?</legend><div class="govuk-radios">
    <div class="govuk-radios__item"><input class="govuk-radios__input" type="radio" name="told" value="yes" id="yes"><label class="govuk-label govuk-radios__label" for="yes">Yes</label></div>
    <div class="govuk-radios__item"><input class="govuk-radios__input" type="radio" name="told" value="no" id="no" data-aria-controls="why-part"><label class="govuk-label govuk-radios__label" for="no">No</label></div>
    <div class="govuk-radios__conditional" id="why-part"><label class="govuk-label" for="why">Why not?</label><input class="govuk-input" id="why" name="why"></div></div></fieldset>
    <div class="govuk-checkboxes"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" type="checkbox" name="same" value="1" id="same" data-hides="own"><label class="govuk-label govuk-checkboxes__label" for="same">The same as Maja</label></div></div>
    <div id="own"><label class="govuk-label" for="reason">Reason</label><input class="govuk-input" id="reason" name="reason"></div>
    <p role="status" data-draft-state data-saved="Saved at" data-failed="Not saved. Your words are still here." data-other="Somebody else has signed in."></p>
    <button class="govuk-button">Send</button></form>`,
  '/family': '<h1>Home</h1><p>Words.</p><a data-exit href="/left">Exit this page</a>',
  '/left': '<h1>Bins and library</h1>',
  '/session': `<h1>Reading</h1><dialog data-session data-ends="3" data-warn="2" data-keep="/keep" data-over="/over" aria-labelledby="s">
    <h2 id="s">You will be signed out soon</h2><p><span data-session-left>2</span> minutes left</p><button class="govuk-button" data-session-stay>Stay</button></dialog>`,
  '/over': '<h1>Signed out</h1>',
  '/wrong': '<div class="govuk-error-summary"><h2>There is a problem</h2></div><h1>A form</h1>',
  '/sent': '<h1>Sent</h1>'
}

let server, site, drafts, sent, kept, draftStatus
before(async () => {
  server = createServer((request, response) => {
    let body = ''
    request.on('data', chunk => { body += chunk })
    request.on('end', () => {
      const path = request.url
      if (path === '/draft') {
        drafts.push(Object.fromEntries(new URLSearchParams(body)))
        response.writeHead(draftStatus).end()
      } else if (path.startsWith('/assets/')) {
        const type = path.endsWith('.css') ? 'text/css' : 'text/javascript'
        response.writeHead(200, { 'Content-Type': type }).end(readFileSync(join(BUILD, path)))
      } else if (path === '/keep') {
        kept++
        response.writeHead(204).end()
      } else if (PARTS[path]) {
        if (path === '/sent') sent++
        const answer = () => response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': POLICY })
          .end(`<!DOCTYPE html><html lang="en-GB"><head><title>T</title><link rel="stylesheet" href="/assets/hearth.css"><script src="/assets/hearth.js" defer></script></head>
            <body class="hearth"><a href="#main" class="govuk-skip-link">Skip</a><main id="main" class="wrap">${PARTS[path]}</main></body></html>`)
        path === '/sent' ? setTimeout(answer, 400) : answer()
      } else {
        response.writeHead(404).end()
      }
    })
  })
  await new Promise(done => server.listen(0, '127.0.0.1', done))
  site = { address: `http://127.0.0.1:${server.address().port}`, signIns: new Map() }
})
after(async () => {
  await stopChromium()
  server.close()
})
const start = async (t, path, way) => {
  drafts = []
  sent = kept = 0
  draftStatus = 204
  const page = await openPage(t, site, way)
  await page.goto(path)
  return page
}

for (const way of WAYS) {
  test(`the form is whole: ${way.name}`, async t => {
    const page = await start(t, '/form', way)
    await looksRight(page, 'script-form')
    assert.equal(await page.locator('#why').isVisible(), !way.script) // without scripts every question is there
    assert.equal(await page.locator('#reason').isVisible(), true)
  })
}

test('an answer opens what belongs to it, and another closes it', async t => {
  const page = await start(t, '/form')
  await page.check('#no')
  assert.equal(await page.locator('#why').isVisible(), true)
  await page.check('#yes')
  assert.equal(await page.locator('#why').isVisible(), false)
  await page.check('#same')
  assert.equal(await page.locator('#reason').isVisible(), false)
  await page.uncheck('#same')
  assert.equal(await page.locator('#reason').isVisible(), true)
})

test('what is typed is saved, without the password, and says when', async t => {
  const page = await start(t, '/form')
  await page.fill('#secret', 'swordfish')
  await page.fill('#words', 'Maja said: "no" & left')
  await page.getByText(/^Saved at /).waitFor()
  assert.equal(drafts.length, 1)
  assert.deepEqual(drafts[0], { csrf: 'the-token', words: 'Maja said: "no" & left', why: '', reason: '', 'draft-of': '/sent' })
})

test('a draft that could not be saved says so, and the words stay', async t => {
  const page = await start(t, '/form')
  draftStatus = 503
  await page.fill('#words', 'a visit')
  await page.getByText('Not saved. Your words are still here.').waitFor()
  assert.equal(await page.inputValue('#words'), 'a visit')
  page.wrong = page.wrong.filter(wrong => !wrong.startsWith('503'))
})

test('after somebody else has signed in, it is said, and nothing is saved again', async t => {
  const page = await start(t, '/form')
  draftStatus = 409
  await page.fill('#words', 'a visit')
  await page.getByText('Somebody else has signed in.').waitFor()
  await page.fill('#words', 'a visit and more')
  await page.waitForTimeout(2500)
  assert.equal(drafts.length, 1)
  assert.equal(await page.inputValue('#words'), 'a visit and more')
})

test('a double click sends a form once', async t => {
  const page = await start(t, '/form')
  await page.locator('button').dblclick()
  await page.getByRole('heading', { name: 'Sent' }).waitFor()
  assert.equal(sent, 1)
})

test('exit: the link leaves, and Back does not return', async t => {
  const page = await start(t, '/wrong')
  await page.goto('/family')
  await page.getByText('Exit this page').click()
  await page.getByRole('heading', { name: 'Bins and library' }).waitFor()
  await page.goBack()
  assert.equal(new URL(page.url()).pathname, '/wrong')
})

test('exit: Shift three times, and not when a word is typed', async t => {
  const page = await start(t, '/family')
  for (const key of ['Shift', 'Shift', 'a', 'Shift']) await page.keyboard.press(key)
  assert.equal(new URL(page.url()).pathname, '/family')
  for (const key of ['Shift', 'Shift']) await page.keyboard.press(key)
  await page.waitForURL('**/left')
})

test('exit without scripts is a link', async t => {
  const page = await start(t, '/family', { script: false })
  await page.getByText('Exit this page').click()
  await page.waitForURL('**/left')
})

test('the end of the session is said before, and staying puts it off', async t => {
  const page = await start(t, '/session')
  assert.equal(await page.locator('dialog').isVisible(), false)
  await page.locator('dialog').waitFor({ state: 'visible' })
  await page.getByRole('button', { name: 'Stay' }).click()
  await page.locator('dialog').waitFor({ state: 'hidden' })
  assert.equal(kept, 1)
  await page.waitForURL('**/over')
})

test('what is wrong is where reading begins', async t => {
  const page = await start(t, '/wrong')
  assert.equal(await page.evaluate(() => document.activeElement.className), 'govuk-error-summary')
})
