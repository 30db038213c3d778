// The first page anybody sees, and the way in and out.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { WAYS, hearthOfFile, looksRight, openPage, signIn } from './harness.mjs'

const hearth = hearthOfFile()

test('the program says that it is well', async () => {
  const answer = await fetch(hearth.address + '/health')
  assert.equal(answer.status, 200)
  assert.equal((await answer.text()).trim(), 'ok')
})

for (const way of WAYS) {
  test(`sign-in page: ${way.name}`, async t => {
    const page = await openPage(t, hearth, way)
    await page.goto('/sign-in')
    await looksRight(page, 'sign-in')
  })

  test(`a wrong password says so and keeps the name: ${way.name}`, async t => {
    const page = await openPage(t, hearth, way)
    await page.goto('/sign-in')
    await page.locator('input[autocomplete=username]').fill('nobody.here')
    await page.locator('input[autocomplete=current-password]').fill('not this one')
    await page.locator('main button').first().click()
    await page.locator('.govuk-error-summary').waitFor()
    assert.equal(await page.locator('input[autocomplete=username]').inputValue(), 'nobody.here')
    assert.equal(await page.locator('input[autocomplete=current-password]').inputValue(), '')
    await looksRight(page, 'sign-in refused')
  })
}

test('in and out again', async t => {
  const page = await openPage(t, hearth)
  await signIn(page, [...hearth.signIns.keys()][0])
  await page.locator('.me__out').click()
  await page.goto('/')
  assert.equal(new URL(page.url()).pathname, '/sign-in')
})
