// Pictures of the demo for the README: node tests/browser/screenshots.mjs writes docs/pictures/*.png.
import { mkdirSync } from 'node:fs'
import { WIDTHS, openPage, signIn, startHearth, stopChromium } from './harness.mjs'

const FOLDER = 'docs/pictures'
const HEIGHT = { phone: 760, desk: 860 }
const link = (page, words) => page.locator('main').getByRole('link', { name: words }).first()
const family = async page => {
  await page.goto('/families')
  await link(page, /Hallam/).click()
  await page.waitForURL(/\/family\/\d+$/)
}
const plan = async page => {
  await family(page)
  await page.goto(page.url() + '/plan')
  await link(page, /Maja/).click()
  await page.waitForURL(/\/plan\/\d+/)
}
const ownPlan = async page => {
  await page.goto('/my')
  await page.locator('main a[href*="/plan/"]').first().click()
  await page.waitForURL(/\/plan\/\d+/)
}
const PICTURES = [
  ['my-work', 'social.worker', page => page.goto('/')],
  ['family', 'social.worker', family],
  ['form', 'social.worker', async page => {
    await family(page)
    await page.goto(page.url() + '/do/visit')
  }],
  ['plan', 'social.worker', plan],
  ['plan-of-father', 'social.worker', async page => {
    await plan(page)
    await link(page, 'Read as Darren would').click()
    await page.waitForURL(/\/copy\//)
  }],
  ['plan-of-mother', 'parent', ownPlan],
  ['plan-of-child', 'young.person', ownPlan],
  ['proof', 'social.worker', async page => {
    await family(page)
    await page.goto(await page.locator('a.due-day[href*="/due/ASSESSMENT/"]').first().getAttribute('href'))
  }],
  ['conference', 'chair', async page => {
    await page.goto('/conferences')
    await page.locator('main a[href*="/conference/"]').first().click()
    await page.waitForURL(/\/conference\/\d+/)
  }],
  ['family-home', 'parent', page => page.goto('/my')]
]

mkdirSync(FOLDER, { recursive: true })
const closing = []
const t = { after: work => closing.push(work) } // openPage closes with a test; here with the last picture
const hearth = await startHearth()
try {
  for (const [name, width] of Object.entries(WIDTHS)) {
    const pages = new Map()
    for (const [picture, who, go] of PICTURES) {
      if (!pages.has(who)) {
        pages.set(who, await openPage(t, hearth, { width }))
        await signIn(pages.get(who), who)
      }
      const page = pages.get(who)
      await go(page)
      await page.setViewportSize({ width, height: HEIGHT[name] })
      await page.screenshot({ path: `${FOLDER}/${picture}-${width}.png` })
    }
  }
} finally {
  for (const close of closing) await close()
  await stopChromium()
  await hearth.stop()
}
