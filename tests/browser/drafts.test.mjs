// Nothing that is typed is lost in silence: the session ends, a button is pressed twice, two save the same, a tab is closed, Back, and somebody
// else at the same browser. As people meet it, in Chromium, with scripts and without.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { WIDTHS, hearthOfFile, looksRight, openPage, press, signIn } from './harness.mjs'

const hearth = hearthOfFile()
let ahead = 0 // days the clock of the record runs ahead

const SCRIPTS = [true, false].map(script => ({ script, name: script ? 'with scripts' : 'without scripts' }))
const button = page => page.locator('main form.hearth-draft .btns button[type=submit]')

async function looksRightAtBoth(page, name) {
  const size = page.viewportSize()
  for (const width of Object.values(WIDTHS)) {
    await page.setViewportSize({ width, height: 900 })
    await looksRight(page, name)
  }
  await page.setViewportSize(size)
}

// The address of the family all of this is about.
async function hallam(page) {
  await page.goto('/families')
  const href = await page.getByRole('link', { name: /Hallam/ }).first().getAttribute('href')
  return href.match(/^\/family\/\d+/)[0]
}

async function home(page, name) {
  await page.locator('#name').fill(name)
  await page.locator('[name=children]').first().check()
  for (const [part, value] of [['day', '1'], ['month', '3'], ['year', '2026']]) await page.locator(`[name="since-${part}"]`).fill(value)
}

// How many entries of the family's timeline say so.
async function recorded(page, family, words) {
  await page.goto(`${family}/timeline`)
  return page.locator('main .line .strong').filter({ hasText: words }).count()
}

async function another(page) {
  const tab = await page.context().newPage()
  tab.signIns = page.signIns
  tab.setDefaultTimeout(5000)
  return tab
}

async function someoneElse(tab, name) {
  await tab.goto('/')
  await press(tab, tab.locator('.me__out'))
  await signIn(tab, name)
}

async function draftOnMyWork(page, title) {
  await page.goto('/')
  await looksRightAtBoth(page, 'my work with a draft')
  await press(page, page.locator('section[aria-labelledby=drafts]').getByRole('link', { name: title }).first())
}

for (const { script, name } of SCRIPTS) {
  test(`the session ends while a long form is typed: ${name}`, async t => {
    const page = await openPage(t, hearth, { script })
    await signIn(page, 'social.worker')
    await page.goto(`${await hallam(page)}/do/strategy-discussion`)
    const typed = new Map()
    const boxes = page.locator('main form.hearth-draft').locator('textarea:visible, input[type=text]:visible')
    const half = Math.ceil(await boxes.count() / 2)
    assert.ok(half > 3)
    for (let i = 0; i < half; i++) {
      const box = boxes.nth(i)
      const words = /-(day|month|year)$/.test(await box.getAttribute('name')) ? '3' : `What was said, ${i}: “Ada & Ben” <b>`
      await box.fill(words)
      typed.set(await box.getAttribute('name'), words)
    }
    await hearth.restart({ HEARTH_PRACTICE_DAYS_AHEAD: String(++ahead) })
    await press(page, button(page))
    assert.equal(new URL(page.url()).pathname, '/sign-in')
    await page.getByText('What you typed is kept').waitFor()
    await looksRightAtBoth(page, 'sign-in after the session ended')
    await page.locator('input[autocomplete=username]').fill('social.worker')
    await page.locator('input[autocomplete=current-password]').fill(hearth.signIns.get('social.worker'))
    await press(page, page.locator('main button[type=submit]'))
    assert.match(new URL(page.url()).pathname, /\/do\/strategy-discussion$/)
    for (const [box, words] of typed) assert.equal(await page.locator(`main [name="${box}"]`).inputValue(), words, box)
    await looksRightAtBoth(page, 'a form that came back')
  })

  test(`a double click is one entry: ${name}`, async t => {
    const page = await openPage(t, hearth, { script })
    await signIn(page, 'social.worker')
    const family = await hallam(page)
    await page.goto(`${family}/do/household`)
    await home(page, `Twice ${name}`)
    const done = page.waitForURL(/recorded=/)
    await button(page).dblclick()
    await done
    assert.equal(await recorded(page, family, `Twice ${name}`), 1)
  })

  test(`two save the same: ${name}`, async t => {
    const worker = await openPage(t, hearth, { script })
    const manager = await openPage(t, hearth, { script })
    await signIn(worker, 'social.worker')
    await signIn(manager, 'manager')
    const family = await hallam(worker)
    for (const page of [worker, manager]) await page.goto(`${family}/do/household`)
    await home(worker, `Worker's home ${name}`)
    await home(manager, `Manager's home ${name}`)
    await press(worker, button(worker))
    await press(manager, button(manager))
    await manager.getByRole('heading', { name: 'saved this first' }).waitFor()
    assert.equal(await manager.locator('dd', { hasText: `Worker's home ${name}` }).count(), 1)
    assert.equal(await manager.locator('#name').inputValue(), `Manager's home ${name}`)
    await looksRightAtBoth(manager, 'somebody else saved first')
    await press(manager, button(manager))
    assert.match(manager.url(), /recorded=/)
    for (const who of ['Worker', 'Manager']) assert.equal(await recorded(manager, family, `${who}'s home ${name}`), 1)
  })

  test(`Back after sending, changed and sent again: ${name}`, async t => {
    const page = await openPage(t, hearth, { script })
    await signIn(page, 'social.worker')
    const family = await hallam(page)
    await page.goto(`${family}/do/household`)
    await home(page, `Before ${name}`)
    await press(page, button(page))
    await page.goBack()
    await home(page, `After ${name}`)
    await press(page, button(page))
    if (!page.url().includes('recorded=')) await press(page, button(page)) // a browser that keeps the page, and its key
    for (const when of ['Before', 'After']) assert.equal(await recorded(page, family, `${when} ${name}`), 1)
  })

  test(`sent, the answer never came, changed and sent again: ${name}`, async t => {
    const page = await openPage(t, hearth, { script })
    await signIn(page, 'social.worker')
    const family = await hallam(page)
    await page.goto(`${family}/do/household`)
    await home(page, `First words ${name}`)
    await page.evaluate(() => {
      const form = document.querySelector('form.hearth-draft')
      return fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), redirect: 'manual' })
    })
    await home(page, `Other words ${name}`)
    await press(page, button(page))
    await page.getByRole('heading', { name: 'You sent this form before' }).waitFor()
    assert.equal(await page.locator('dd', { hasText: `First words ${name}` }).count(), 1)
    assert.equal(await page.locator('#name').inputValue(), `Other words ${name}`)
    await looksRightAtBoth(page, 'sent before with other words')
    await press(page, page.getByRole('button', { name: 'Record this as well' }).last())
    assert.match(page.url(), /recorded=/)
    for (const words of ['First', 'Other']) assert.equal(await recorded(page, family, `${words} words ${name}`), 1)
  })

  test(`somebody else signs in at the same browser: ${name}`, async t => {
    const page = await openPage(t, hearth, { script })
    await signIn(page, 'social.worker')
    const family = await hallam(page)
    await page.goto(`${family}/do/household`)
    await home(page, `Mine alone ${name}`)
    const tab = await another(page)
    await someoneElse(tab, 'school')
    await press(page, button(page))
    assert.equal(await page.locator('h1').innerText(), 'This form was opened by somebody else in this browser')
    assert.ok(!(await page.content()).includes('Mine alone'))
    await looksRightAtBoth(page, 'a form of somebody else')
    await page.goto('/')
    assert.ok(!(await page.content()).includes('Set who lives together'))
    await someoneElse(page, 'social.worker')
    assert.equal(await recorded(page, family, `Mine alone ${name}`), 0)
    await draftOnMyWork(page, /Set who lives together/)
    assert.equal(await page.locator('#name').inputValue(), `Mine alone ${name}`)
    await press(page, button(page))
  })

  test(`signed out in one tab, sent from another: ${name}`, async t => {
    const page = await openPage(t, hearth, { script })
    await signIn(page, 'social.worker')
    const family = await hallam(page)
    await page.goto(`${family}/do/household`)
    await home(page, `Too late ${name}`)
    const tab = await another(page)
    await tab.goto('/')
    await press(tab, tab.locator('.me__out'))
    await press(page, button(page))
    await page.getByText('you had signed out').waitFor()
    await looksRightAtBoth(page, 'sign-in after signing out')
    await signIn(page, 'social.worker')
    await draftOnMyWork(page, /Set who lives together/)
    assert.equal(await page.locator('#name').inputValue(), `Too late ${name}`)
    await press(page, button(page))
  })
}

test('what is typed survives the closing of the tab', async t => {
  const page = await openPage(t, hearth)
  await signIn(page, 'social.worker')
  await page.goto(`${await hallam(page)}/do/household`)
  await page.locator('#name').fill('Half a na')
  await page.getByText(/^Kept at/).waitFor()
  const tab = await another(page)
  await page.close()
  await draftOnMyWork(tab, /Set who lives together/)
  assert.equal(await tab.locator('#name').inputValue(), 'Half a na')
  await tab.getByText('You began this before').waitFor()
  await looksRightAtBoth(tab, 'a draft opened again')
})

test('the page says it when somebody else has signed in while one types', async t => {
  const page = await openPage(t, hearth)
  await signIn(page, 'social.worker')
  await page.goto(`${await hallam(page)}/do/household`)
  await someoneElse(await another(page), 'manager')
  await page.locator('#name').fill('Who am I')
  await page.getByText(/^Somebody else has signed in/).waitFor()
  await looksRightAtBoth(page, 'a form while somebody else is signed in')
})
