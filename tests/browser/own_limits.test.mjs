// A new authority sets a time limit of its own: a looser one is refused beside its field, with everything that was typed still there; a stricter one is saved and
// listed. SE-02 SE-07
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { WAYS, hearthOfFile, looksRight, openPage, press, signIn } from './harness.mjs'
import { day, fill } from './walk/hands.mjs'

const hearth = hearthOfFile()

const SOURCE = 'Partnership, minutes of our last meeting'
// Each way its own limit: the second reader finds the first one's on the page.
const LIMITS = [
  { kind: 'FIRST_CORE_GROUP', called: 'Hold the first core group', loose: 15, law: 10, strict: 8 },
  { kind: 'INITIAL_CONFERENCE', called: 'Hold the initial conference', loose: 20, law: 15, strict: 12 }
]

for (const [i, way] of WAYS.entries()) {
  const { kind, called, loose, law, strict } = LIMITS[i % LIMITS.length]
  test(`a limit is loosened and refused, tightened and listed: ${way.name}`, async t => {
    const page = await openPage(t, hearth, way)
    await signIn(page, 'administrator')
    await page.goto('/holidays')
    await press(page, 'main a:has-text("Set a time limit of our own")')
    await looksRight(page, `own limits form ${way.name}`)
    assert.match(await page.locator('#kind').innerText(), new RegExp(`${called} – within ${law} working days, statutory`))
    const since = day(7)
    await page.locator('#kind').selectOption(kind)
    await page.locator('#number').fill(String(loose))
    await page.locator('input[name=unit][value=WORKING_DAYS]').check()
    await fill(page, { since })
    await page.locator('#source').fill(SOURCE)
    await press(page, 'main form .btns button:has-text("See which dates move")')

    const wrong = new RegExp(`${loose} working days would loosen the ${law} working days that are statutory in England: started on \\d+ \\w+ \\d{4} ` +
      'it would be due on \\d+ \\w+ \\d{4}, not by \\d+ \\w+ \\d{4}\\. You may make this limit stricter, not looser\\.')
    assert.match(await page.locator('.govuk-error-summary').innerText(), wrong)
    assert.match(await page.locator('#number-error').innerText(), wrong)
    assert.equal(await page.locator('#kind').inputValue(), kind)
    assert.equal(await page.locator('#number').inputValue(), String(loose))
    assert.ok(await page.locator('input[name=unit][value=WORKING_DAYS]').isChecked())
    assert.equal(await page.locator('#since-day').inputValue(), since.day)
    assert.equal(await page.locator('#source').inputValue(), SOURCE)
    await looksRight(page, `own limits refused ${way.name}`)

    await page.locator('#number').fill(String(strict))
    await press(page, 'main form .btns button:has-text("See which dates move")')
    assert.match(await page.locator('#moving').innerText(), /^(No date|\d+ dates?) will move$/)
    await looksRight(page, `own limits what would move ${way.name}`)
    await press(page, 'main form .btns button:has-text("Set this limit")')
    const listed = page.locator('section:has(#limits)')
    assert.match(await listed.innerText(), new RegExp(`${called}[^]*${strict} working days[^]*England: ${law} working days[^]*${SOURCE}`))
    await looksRight(page, `own limits listed ${way.name}`)
  })
}
