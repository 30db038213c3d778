// Hands for the walk: people who sign in once, find the form of an act by the links they see, fill it in by its questions, and send it.
import assert from 'node:assert/strict'
import { looksRight, openPage, press, signIn } from '../harness.mjs'

// A day from today, as its three boxes.
export const day = (from = 0) => boxesOf(new Date(Date.now() + from * 24 * 3600 * 1000))
export function boxesOf(at) {
  const [date, month, year] = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', day: 'numeric', month: 'numeric', year: 'numeric' })
    .format(at).split('/')
  return { day: String(Number(date)), month: String(Number(month)), year }
}

// Each kind of page is looked at once for each kind of reader: its name is its address without numbers. every_page.test.mjs looks at
// all of them at both widths; here the pages are full of what this family has.
async function kindOf(page) {
  const reader = await page.locator('.fam-head').count() > 0 ? 'family: ' : await page.locator('.nav a[href="/children"]').count() > 0 ? 'partner: ' : ''
  return reader + new URL(page.url()).pathname.replaceAll(/\d+/g, 'n')
}

export class Walk {
  constructor(t, hearth, way) {
    this.t = t
    this.hearth = hearth
    this.way = way
    this.people = new Map()
    this.seen = new Set()
    this.plans = {} // the address of each child's plan
    this.wrong = [] // what isn't right on the pages that were looked at; a part of the walk ends with none
    this.ahead = 0 // days that the record's clock runs ahead
  }

  // Somebody's own browser, signed in. The clock that was set ahead ends every session: then they sign in again.
  async as(name) {
    let page = this.people.get(name)
    if (!page) {
      page = await openPage(this.t, this.hearth, this.way)
      this.people.set(name, page)
      await signIn(page, name)
      await this.look(page, `my work of ${name}`)
    }
    return page
  }

  day(from = 0) {
    return day(this.ahead + from)
  }

  async later(days, between) {
    this.ahead += days
    await this.hearth.restart({ HEARTH_PRACTICE_DAYS_AHEAD: String(this.ahead) }, between)
    for (const page of this.people.values()) await page.context().close()
    this.people.clear()
  }

  // What must be true of every page: all of it for a kind of page seen the first time.
  async look(page, name) {
    const kind = name ?? await kindOf(page)
    assert.ok(!/^(You cannot see|There is no|Something|This page|Page)/.test(await page.locator('h1').first().innerText()), `${kind}: ${await page.title()}`)
    if (this.seen.has(kind)) return
    this.seen.add(kind)
    // An empty form with scripts is what every_page.test.mjs looks at, at both widths.
    if (this.way.script && !name && kind.includes('/do/')) return
    await looksRight(page, kind).catch(error => this.wrong.push(error.message))
  }

  async go(page, address) {
    const answer = await page.goto(address)
    assert.equal(answer.status(), 200, `${address}: ${await page.title()}`)
    await this.look(page)
  }

  // What must not be there for this person.
  async shut(page, address, status = 404) {
    const answer = await page.goto(address)
    assert.equal(answer.status(), status, `${address}: ${await page.title()}`)
  }

  // A link in the page, by its words, as somebody follows it who reads.
  async follow(page, words) {
    await press(page, page.locator('main').getByRole('link', { name: words }).first())
    await this.look(page)
  }

  // The form of an act: a link on the page, or one click further, under 'What can be done'. `about` is the group it stands in.
  async form(page, title, about) {
    const link = where => (about ? where.locator('details.fold').filter({ has: page.getByRole('heading', { name: about }) }) : where.locator('main'))
      .getByRole('link', { name: title, exact: true })
    if (about || await link(page).count() === 0) {
      await press(page, page.locator('main').getByRole('link', { name: 'What can be done' }).first())
      await this.look(page)
      for (const fold of await page.locator('details.fold > summary').all()) await fold.click()
    }
    assert.ok(await link(page).count() > 0, `${title}${about ? ` (${about})` : ''}: nothing leads there from ${page.url()}`)
    await press(page, link(page).first())
    assert.equal((await page.locator('h1').innerText()).split(': ')[0], title) // and whom it is about
    await this.look(page)
  }

  // Sends the form and expects that it was taken.
  async send(page) {
    const form = page.locator('main form.hearth-draft')
    const at = page.url()
    await press(page, form.locator('.btns button[type=submit]'))
    const wrong = await page.locator('.govuk-error-summary li, .gates > li').allInnerTexts()
    assert.deepEqual(wrong, [], at)
    assert.notEqual(page.url(), at, `${await page.locator('h1').innerText()}: sent, and nothing came of it`)
    await this.look(page)
  }

  // The same, and it is refused: the page says why, and keeps what was answered.
  async refused(page, title, answers, why) {
    await this.form(page, title)
    await fill(page, answers)
    await press(page, page.locator('main form.hearth-draft .btns button[type=submit]'))
    assert.match((await page.locator('.govuk-error-summary li, .gates > li').allInnerTexts()).join('\n'), why)
    await this.look(page, `refused: ${title}`)
  }

  // One act from a page of the family: its form found, filled and sent.
  async act(page, title, answers, about) {
    await this.form(page, title, about)
    await fill(page, answers)
    await this.send(page)
  }
}

// Answers by the names of the questions. A row of a list goes by whom it is about: rows('children', {Ada: {outcome: …}}).
export async function fill(page, answers) {
  for (const [name, answer] of Object.entries(answers)) {
    if (answer?.rows) await fillRows(page, name, answer.rows)
    else await fillOne(page, name, answer)
  }
}

export const rows = (names, answers) => ({ rows: Object.fromEntries(names.map(name => [name, answers])) })

async function fillRows(page, list, people) {
  for (const [who, answers] of Object.entries(people)) {
    const row = page.locator(`#${list} > .row`).filter({ has: page.locator('legend.row__name', { hasText: who }) }).first()
    const id = await row.getAttribute('id')
    if (answers === 'same') {
      await page.locator(`[id="${id}-same"]`).check()
      continue
    }
    for (const [name, answer] of Object.entries(answers)) await fillOne(page, `${id}-${name}`, answer)
  }
}

async function fillOne(page, name, answer) {
  if (answer?.day) {
    for (const part of ['day', 'month', 'year']) await page.locator(`main [name="${name}-${part}"]`).fill(answer[part])
    return
  }
  const box = page.locator(`main [name="${name}"]`)
  const type = await box.first().evaluate(element => element.type ?? '', undefined, { timeout: 3000 })
  if (type === 'select-one') return choose(box.first(), answer)
  if (type !== 'radio' && type !== 'checkbox') return box.first().fill(answer)
  for (const one of [answer].flat()) {
    const byValue = page.locator(`main [name="${name}"][value="${one}"]`)
    if (await byValue.count() > 0) {
      await byValue.check()
      continue
    }
    const label = page.locator(`main [name="${name}"] + label`).filter({ hasText: one }).first()
    await page.locator(`[id="${await label.getAttribute('for', { timeout: 3000 })}"]`).check()
  }
}

async function choose(select, answer) {
  const options = await select.locator('option').evaluateAll(all => all.map(option => ({ value: option.value, words: option.textContent })))
  const found = options.find(option => option.value === answer) ?? options.find(option => option.words.includes(answer))
  assert.ok(found, `'${answer}' is none of: ${options.map(option => option.words).join(' | ')}`)
  await select.selectOption(found.value)
}
