// Lists and questions as people meet them: each page of each sign-in on a phone with scripts and at a desk without. SB-15 SD-13 SD-14
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { WAYS, hearthOfFile, looksRight, openPage, press, signIn } from './harness.mjs'

const hearth = hearthOfFile()

const PAGES = {
  manager: ['/plans', '/team', '/team/nobody', '/accessibility', '/timeliness', '/timeliness/list', '/overdue'],
  'service.manager': ['/timeliness', '/timeliness?period=year', '/timeliness?from-day=31&from-month=2&from-year=2026&to-day=31', '/overdue', '/overdue?kind=VISIT'],
  'data.officer': ['/plans/return', '/timeliness/list?stands=LATE', '/overdue'],
  auditor: ['/looks', '/looks?refused=yes', '/looks?day=31&month=2&year=2026'],
  administrator: ['/people', '/agencies', '/about/rules', '/about/roles', '/about/pages', '/about/security'],
  legal: ['/legal'],
  school: ['/children']
}

// From the page of time limits: a number that is pressed opens a list of as many rows, and the way back leads to the same question.
async function eachNumberIsItsList(page) {
  await page.goto('/timeliness?period=year')
  for (const column of [1, 2, 3, 4]) {
    const number = page.locator(`#kinds tbody tr:first-child td:nth-child(${column + 1}) a`)
    if (await number.count() === 0) continue
    const said = Number(await number.innerText())
    await press(page, `#kinds tbody tr:first-child td:nth-child(${column + 1}) a`)
    await looksRight(page, `limits behind a number, ${column}`)
    const rows = await page.locator('#list tbody tr').count()
    assert.equal(rows, Math.min(said, 50), page.url())
    await press(page, 'main a.back')
    await page.locator('#kinds').waitFor()
  }
  await page.goto('/overdue')
  assert.match(await page.locator('#list h2').innerText(), /^(\d+ late, the first for \d+ days?|Nothing is late)$/)
}

// The day somebody was born, as search says it: the demo's children are as old on every day on which it is made.
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
async function bornOf(page, name) {
  await page.locator('header input[type=search]').fill(name)
  await press(page, 'header form[role=search] button')
  const [, day, month, year] = (await page.locator('#found').innerText()).match(/born (\d+) (\w+) (\d{4})/)
  return [day, String(MONTHS.indexOf(month) + 1), year]
}

for (const way of WAYS) {
  for (const [who, paths] of Object.entries(PAGES)) {
    test(`lists of ${who}: ${way.name}`, async t => {
      const page = await openPage(t, hearth, way)
      await signIn(page, who)
      for (const path of paths) {
        const answer = await page.goto(path)
        assert.equal(answer.status(), path.includes('-day=31') || path.includes('?day=31') ? 422 : 200, path)
        await looksRight(page, `lists ${who} ${path}`)
      }
      if (who === 'service.manager') await eachNumberIsItsList(page)
      if (who !== 'manager') return
      await page.goto('/team')
      await press(page, 'main table a')
      await looksRight(page, 'lists manager one worker')
    })
  }

  test(`search, then whom to ring: ${way.name}`, async t => {
    const page = await openPage(t, hearth, way)
    await signIn(page, 'front.door')
    await page.locator('header input[type=search]').fill('Halam')
    await press(page, 'header form[role=search] button')
    await page.locator('#found').waitFor()
    assert.equal(new URL(page.url()).search, '', 'no name stands in the address')
    assert.match(await page.locator('#found').innerText(), /Maja Hallam[^]*sounds like halam/)
    await looksRight(page, 'search found')
    await page.locator('main input[type=search]').fill('ma')
    await press(page, 'main form[role=search] button')
    await looksRight(page, 'search many')
    await page.locator('main input[type=search]').fill('')
    await press(page, 'main form[role=search] button')
    await page.locator('.govuk-error-summary').waitFor()
    await looksRight(page, 'search of nothing')
  })

  test(`is this child on a plan: ${way.name}`, async t => {
    const page = await openPage(t, hearth, way)
    const ask = async (name, day, month, year) => {
      await page.goto('/on-a-plan')
      await page.locator('#name').fill(name)
      await page.locator('#born-day').fill(day)
      await page.locator('#born-month').fill(month)
      await page.locator('#born-year').fill(year)
      await press(page, 'main form button')
    }
    await signIn(page, 'out.of.hours')
    await page.goto('/on-a-plan')
    await looksRight(page, 'on a plan, asked')
    await ask('Maja Halam', ...await bornOf(page, 'Maja Hallam'))
    assert.match(await page.locator('.answer').innerText(), /On a plan[^]*Ring out of hours/)
    await looksRight(page, 'on a plan, yes')
    await ask('Callum', ...await bornOf(page, 'Callum'))
    assert.match(await page.locator('.answer').innerText(), /Not on a plan/)
    await looksRight(page, 'on a plan, no')
    await ask('Zebulon', '1', '1', '2020')
    assert.match(await page.locator('main').innerText(), /We know no child who fits this/)
    await looksRight(page, 'on a plan, unknown')
    await ask('', '31', '2', '2020')
    await page.locator('.govuk-error-summary').waitFor()
    await looksRight(page, 'on a plan, not whole')
  })
}
