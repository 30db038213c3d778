// A plan's copies, each built for its reader: the mother's, the girl's, and the father's as staff read it before it goes out. SD-13 SA-03
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { WAYS, hearthOfFile, looksRight, openPage, signIn } from './harness.mjs'

const hearth = hearthOfFile()

const follow = async (page, words, where) => {
  await page.locator('main').getByRole('link', { name: words }).first().click()
  await page.waitForURL(where)
}
const words = page => page.locator('main').innerText()

for (const way of WAYS) {
  test(`staff read the father's copy as he would: ${way.name}`, async t => {
    const page = await openPage(t, hearth, way)
    await signIn(page, 'social.worker')
    await page.goto('/families')
    await follow(page, /Hallam/, /\/family\/\d+$/)
    await page.goto(page.url() + '/plan')
    await follow(page, /Maja/, /\/plan\/\d+/)
    assert.match(await words(page), /Darren Hallam[^]*2 sections left out, 10 in words of their own/)
    await looksRight(page, 'plan with copies')
    await page.goto(page.url() + '/do/write-plan')
    await looksRight(page, 'write the plan, words for one reader')
    await page.goBack()
    await follow(page, 'Read as Darren would', /\/copy\/\d+/)
    const copy = await words(page)
    assert.match(copy, /Darren’s copy of version 3[^]*You stay away from Joanna/)
    for (const other of ['Tanyard', 'grandmother', 'Gran', 'boiler', 'low mood', 'ten working days']) assert.doesNotMatch(copy, new RegExp(other))
    await looksRight(page, 'copy of the father')
    await page.getByRole('link', { name: 'Back to the plan' }).click()
    await page.waitForURL(/\/plan\/\d+$/)
  })

  test(`the mother and the girl read their own: ${way.name}`, async t => {
    for (const [who, has, lacks] of [['parent', /Joanna's low mood/, /You stay away|Gran comes when you ring/],
      ['young.person', /None of this is your fault[^]*Time to be 13/, /You stay away from Joanna\. You do not ring|low mood/]]) {
      const page = await openPage(t, hearth, way)
      await signIn(page, who)
      await page.goto('/my')
      await follow(page, /Maja|plan/i, /\/plan\/\d+/)
      assert.match(await words(page), has)
      assert.doesNotMatch(await words(page), lacks)
      await looksRight(page, `copy of ${who}`)
    }
  })
}
