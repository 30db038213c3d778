// A day is made a holiday: the numbers first, then it is saved; who holds the cases reads which dates moved and why; then it was a mistake. SE-02 SC-15 SD-13
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { WAYS, hearthOfFile, looksRight, openPage, press, signIn } from './harness.mjs'
import { boxesOf, fill } from './walk/hands.mjs'

const hearth = hearthOfFile()

// The n-th weekday from tomorrow on that the page doesn't name as a holiday.
async function workday(page, n) {
  const shown = await page.locator('main').innerText()
  const words = day => day.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  for (let day = new Date(), found = 0; ;) {
    day = new Date(day.getTime() + 24 * 60 * 60 * 1000)
    if (day.getUTCDay() % 6 !== 0 && !shown.includes(` ${words(day)}`) && ++found === n) return [day, words(day)]
  }
}

for (const way of WAYS) {
  test(`a holiday is added, read of, and taken back: ${way.name}`, async t => {
    const page = await openPage(t, hearth, way)
    await signIn(page, 'administrator')
    await page.goto('/holidays')
    await looksRight(page, `holidays before ${way.name}`)
    const [day, words] = await workday(page, 2)
    await press(page, 'main a:has-text("Add a holiday")')
    await fill(page, { day: boxesOf(day) })
    await page.locator('#name').fill('Founders’ Day')
    await page.locator('#source').fill('Proclamation read on the town hall steps')
    await press(page, 'main form .btns button:has-text("See which dates move")')
    assert.match(await page.locator('#moving').innerText(), /^\d+ dates will move$/)
    assert.doesNotMatch(await page.locator('main').innerText(), /Hallam|Maja/, 'who keeps the service reads no name')
    await looksRight(page, `holidays what would move ${way.name}`)
    await press(page, 'main form .btns button:has-text("Add this holiday")')
    assert.match(await page.locator('main').innerText(), new RegExp(`${words}[^]*Founders’ Day[^]*added here`))
    await looksRight(page, `holidays after ${way.name}`)

    const worker = await openPage(t, hearth, way)
    await signIn(worker, 'social.worker')
    await worker.goto('/')
    const news = worker.locator('section:has(#unread)')
    assert.match(await news.innerText(), new RegExp(`dates? moved: \\w+ ${words} was made a holiday`))
    await looksRight(worker, `holidays my work ${way.name}`)
    const moved = worker.locator(`ul.work li:has-text("${words} was made a holiday")`).first()
    assert.match(await moved.textContent(), new RegExp(`Moved from \\w+ .* to \\w+ .*: \\w+ ${words} was made a holiday`))
    await worker.goto(await moved.locator('.work__what a').getAttribute('href'))
    await looksRight(worker, `holidays family ${way.name}`)

    await page.goto('/holidays')
    await press(page, 'main a:has-text("Take it back")')
    await page.locator('#why').fill('Only the council’s offices are shut')
    await press(page, 'main form .btns button:has-text("See which dates move")')
    await looksRight(page, `holidays what would move back ${way.name}`)
    await press(page, 'main form .btns button:has-text("Take this holiday back")')
    assert.match(await page.locator('main').innerText(), /taken back/)
  })
}

test('a change of profile: what it says before it is saved', async t => {
  const page = await openPage(t, hearth)
  await signIn(page, 'administrator')
  await page.goto('/do/change-profile')
  await looksRight(page, 'holidays change profile')
  await page.locator('input[name=profile][value=england], select[name=profile]').first().evaluate(one => {
    if (one.tagName === 'SELECT') one.value = 'england'
    else one.checked = true
  })
  await fill(page, { since: { day: '1', month: '1', year: '2099' } })
  await page.locator('#why').fill('Nobody did')
  await press(page, 'main form .btns button:has-text("See which dates move")')
  assert.match(await page.locator('.govuk-error-summary').innerText(), /within two years/)
  await looksRight(page, 'holidays change profile refused')
})

test('counting the dates anew: what it says before it is done', async t => {
  const page = await openPage(t, hearth)
  await signIn(page, 'administrator')
  await page.goto('/do/count-dates-anew')
  await looksRight(page, 'count the dates anew')
})
