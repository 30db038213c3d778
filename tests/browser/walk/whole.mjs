// The whole walk, part after part: with scripts at a desk (walk.test.mjs), without them on a phone (walk_without.test.mjs).
// SA-01 SB-01 SC-01 SD-01 SE-01 SE-07 SE-11 SE-12 SD-14
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { startHearth, stopChromium } from '../harness.mjs'
import { Walk } from './hands.mjs'
import { AFTER, BEFORE_THE_DAY, SIGN_IN, WITH_PLANS } from './after.mjs'
import { DAYS_UNTIL, INITIAL, PRE_BIRTH, REVIEW, held, notesOf, prepared } from './conference.mjs'
import { FIRST_HALF } from './first_half.mjs'
import { BEFORE_REVIEW, PLANS } from './plan.mjs'

export const PARTS = [
  ...FIRST_HALF, ...prepared(INITIAL), ...prepared(PRE_BIRTH),
  ['the day of both conferences comes', walk => walk.later(DAYS_UNTIL)],
  ...held(INITIAL), ...held(PRE_BIRTH), ...SIGN_IN, ...PLANS, ...WITH_PLANS,
  ...BEFORE_REVIEW, ...prepared(REVIEW), ...BEFORE_THE_DAY,
  ['the day of the review comes', walk => walk.later(DAYS_UNTIL)],
  ...held(REVIEW), notesOf(REVIEW), ...AFTER
]

export function walkThrough(way) {
  after(stopChromium)
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
