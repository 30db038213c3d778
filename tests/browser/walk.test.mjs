// One family from the first concern to the end of one plan and the going on of the others, through the pages, each part by who does it.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { startHearth, stopChromium } from './harness.mjs'
import { Walk } from './walk/hands.mjs'
import { DAYS_UNTIL, INITIAL, PRE_BIRTH, held, prepared } from './walk/conference.mjs'
import { FIRST_HALF } from './walk/first_half.mjs'
import { PLANS } from './walk/plan.mjs'

const WALKS = [{ name: 'with scripts', width: 1280, script: true }, { name: 'without scripts, on a phone', width: 375, script: false }]
const PARTS = [
  ...FIRST_HALF, ...prepared(INITIAL), ...prepared(PRE_BIRTH),
  ['the day of both conferences comes', walk => walk.later(DAYS_UNTIL)],
  ...held(INITIAL), ...held(PRE_BIRTH), ...PLANS
]
after(stopChromium)

for (const way of WALKS) {
  test(`a family's case, ${way.name}`, async t => {
    const hearth = await startHearth()
    t.after(() => hearth.stop())
    const walk = new Walk(t, hearth, way)
    for (const [name, part] of PARTS) {
      // Each part stands on the one before: the first that fails ends the walk.
      let done = false
      await t.test(name, async () => {
        await part(walk)
        done = true
        assert.deepEqual(walk.wrong.splice(0), [])
      })
      if (!done) return
    }
  })
}
