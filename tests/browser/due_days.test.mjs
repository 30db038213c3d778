// Every day on which something is due opens to its working, on every page of the demo and for every reader: a link to the whole working, or the short
// one beside it. What a reader finds behind a link is the proof of that same day. SE-02 SE-07
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hearthOfFile, openPage, signIn } from './harness.mjs'

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'
// Pages that show days, and how many of each are read for an account: not every family has everything.
const PAGES = [[/^\/$/, 1], [/^\/\?late=/, 2], [/^\/my$/, 1], [/^\/families$/, 1], [/^\/family\/\d+$/, 30], [/^\/family\/\d+\/(plan|conferences|visits|documents|people)$/, 40],
  [/^\/family\/\d+\/on\/day\?/, 0], [/^\/child\/\d+$/, 12], [/^\/children/, 1], [/^\/conferences/, 2], [/^\/conference\/\d+(\/papers)?$/, 12], [/^\/plan\/\d+$/, 12],
  [/^\/meeting\/\d+$/, 4], [/^\/plans/, 2], [/^\/team/, 8], [/^\/legal/, 1], [/^\/overdue/, 3],
  [/^\/timeliness\/list/, 4], [/^\/timeliness/, 1], [/^\/(conference|meeting)\/\d+\/move/, 4]]
const PROOFS = 25 // read behind the links of one account

const hearth = hearthOfFile()
const found = {} // kind of page → how many days it showed, over all accounts

// In the browser: the days of one page, and those that don't open. A day is found by how it is marked, by the status beside it ('3 days late'), by the
// words before it ('by 14 April'), and by its column ('Must be by').
function daysOf({ html, months }) {
  const page = new DOMParser().parseFromString(html, 'text/html').querySelector('main')
  const DAY = `(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day )?\\d{1,2} (?:${months})`
  const WAY = 'a[href*="/due/"], details.due-why'
  // Days that people chose, and no time limit gave: of actions in a plan and what changed in it, of what somebody promised, of an answer on the timeline.
  const chosen = node => node.closest('.act, .fam-do, .line, .work__late, [aria-labelledby="actions"], [aria-labelledby="lists"], [aria-labelledby="compare"]') ||
    node.closest('.news > li')?.querySelector('a[href$="/plan"]') || /\(said on /.test(node.textContent)
  const inside = node => node.closest('details.due-why')
  const block = node => node.closest('tr, li, dd, section, div, p') ?? page
  const shown = [], closed = []
  const see = (node, words, opens) => {
    shown.push(words)
    if (!opens) closed.push(`${words}: ${block(node).textContent.replaceAll(/\s+/g, ' ').trim().slice(0, 160)}`)
  }
  for (const day of page.querySelectorAll('.due-day')) see(day, day.textContent, day.matches('a[href*="/due/"]') || day.nextElementSibling?.matches('details.due-why'))
  for (const why of page.querySelectorAll('.fam-more.due-why')) see(why, why.textContent, true) // a page of the family: the day stands in it
  for (const status of page.querySelectorAll('.st')) {
    const words = status.textContent.trim()
    if (/^(\d+ days? late|in \d+ days|today|tomorrow)$/.test(words) && !chosen(status)) see(status, words, status.closest('tr, li, .act')?.querySelector(WAY))
  }
  const walker = page.ownerDocument.createTreeWalker(page, NodeFilter.SHOW_TEXT)
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const node = text.parentElement, words = text.data.match(new RegExp(`\\b([Bb]y|[Dd]ue|first since) ${DAY}(?!( \\d{4})? to )`))?.[0] // not a period
    if (words && !chosen(node) && !inside(node)) see(node, words, node.closest('a[href*="/due/"]') ?? block(node).querySelector(WAY) ?? block(node).parentElement.querySelector(':scope > details.due-why'))
  }
  for (const table of page.querySelectorAll('table')) {
    const heads = [...table.querySelectorAll('thead th')].map(head => head.textContent.trim())
    for (const row of table.querySelectorAll('tbody tr'))
      [...row.children].forEach((cell, place) => {
        if (/^(Must be by|Review by|Next review by|By|Due)$/.test(heads[place] ?? '') && new RegExp(DAY).test(cell.textContent) && !inside(table))
          see(cell, `${heads[place]} ${cell.textContent.trim().slice(0, 40)}`, cell.querySelector(WAY))
      })
  }
  // The lists are found in the navigation.
  const links = [...page.ownerDocument.querySelectorAll('a[href]')].map(link => link.getAttribute('href').split('#')[0])
  const proofs = [...page.querySelectorAll('a.due-day')].map(link => [link.getAttribute('href'), link.firstChild.data])
  return { shown: shown.length, closed, links, proofs }
}

const kindOf = address => PAGES.findIndex(([fits]) => fits.test(address))

async function read(page, address, reader) {
  const answer = await page.request.get(address)
  assert.equal(answer.status(), 200, `${address} for ${reader}`)
  return answer.text()
}

for (const who of ['social.worker', 'manager', 'chair', 'conference.admin', 'school', 'health.visitor', 'front.door', 'legal', 'auditor', 'parent', 'young.person', 'advocate']) {
  test(`the days that ${who} sees`, async t => {
    const page = await openPage(t, hearth)
    await signIn(page, who)
    const waiting = ['/'], known = new Set(waiting), times = {}, closed = [], proofs = new Map()
    while (waiting.length > 0) {
      const address = waiting.shift(), kind = kindOf(address)
      times[kind] = (times[kind] ?? 0) + 1
      if (times[kind] > PAGES[kind][1]) continue
      const days = await page.evaluate(daysOf, { html: await read(page, address, who), months: MONTHS })
      const name = PAGES[kind][0].source
      found[name] = (found[name] ?? 0) + days.shown
      closed.push(...days.closed.map(words => `${address}: ${words}`))
      for (const [link, words] of days.proofs) proofs.set(link, words)
      for (const link of days.links)
        if (!known.has(link) && kindOf(link) >= 0) {
          known.add(link)
          waiting.push(link)
        }
    }
    assert.deepEqual(closed, [], 'these days do not open')
    for (const [link, words] of [...proofs].slice(0, PROOFS)) {
      const title = (await read(page, link, who)).match(/<h1>Why (\d{1,2} \w+ \d{4})\?<\/h1>/)?.[1]
      assert.ok(title && (words.includes(title) || title.startsWith(words.match(/\d{1,2} \w+/)?.[0])), `${link} is the proof of ${title}, and stands under '${words}'`)
    }
  })
}

test('the pages that show days are all among them', () => {
  for (const part of ['^\\/$', '^\\/family\\/\\d+$', '(plan|conferences', '^\\/child', '^\\/conference\\/', '^\\/plan\\/', '^\\/plans', '^\\/team', '^\\/overdue', '^\\/timeliness\\/list'])
    assert.ok(Object.entries(found).some(([name, days]) => name.includes(part) && days > 0), `no day is shown on ${part}`)
})

test('a proof on paper: one or two sheets, whole, with whose record it is', async t => {
  const page = await openPage(t, hearth)
  await signIn(page, 'social.worker')
  await page.goto(await page.locator('a[href*="/due/"]').first().getAttribute('href'))
  assert.ok(await page.getByRole('button', { name: 'Print' }).isVisible())
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.locator('nav, header.top, .foot').filter({ visible: true }).count(), 0)
  assert.match(await page.locator('main').innerText(), /From the record of Marlow Vale Council \(practice\) as it stood on .* Printed for Ngozi Farrell/)
  const sheets = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g).length
  assert.ok(sheets <= 2, `${sheets} sheets`)
})
