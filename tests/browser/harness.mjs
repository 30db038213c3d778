// What every browser test stands on: the real program with a fresh demo, and Chromium.
//
//   const hearth = hearthOfFile()                           // for all tests of a file; or await startHearth(), and hearth.stop() at the end
//   const page = await openPage(t, hearth, { width: WIDTHS.phone, script: false })
//   await signIn(page, 'ngozi.farrell')
//   await looksRight(page, 'family summary')               // axe, no sideways scroll, no error; a picture when HEARTH_SHOTS=1
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, before } from 'node:test'
import { chromium } from 'playwright-core'

const BUILD = resolve(process.env.HEARTH_BUILD ?? 'build-check')
const PROGRAM = join(BUILD, 'hearth')
const START_WITHIN = 20000 // ms; a sanitized build on a busy machine
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const AXE_RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

export const WIDTHS = { phone: 375, desk: 1280 }
// A phone with scripts and a desk without; the walk goes the other two ways, and every_page.test.mjs looks at every page at both widths.
export const WAYS = [{ name: 'phone, with scripts', width: WIDTHS.phone, script: true }, { name: 'desk, without scripts', width: WIDTHS.desk, script: false }]

function freePort() {
  return new Promise((done, failed) => {
    const server = createServer().on('error', failed).listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => done(port))
    })
  })
}

// What `hearth demo` says: 'Sign in with the password … as', then a line for each: sign-in name, two blanks or more, who it is.
function readSignIns(text) {
  const password = text.match(/with the password (\S+) as/)?.[1]
  const names = [...text.matchAll(/^ {2}([a-z.]+) {2,}\S/gm)].map(found => found[1])
  assert.ok(password && names.length > 0, `hearth demo names its sign-ins:\n${text}`)
  return new Map(names.map(name => [name, password]))
}

// hearth serve, until it answers. What it said is in the error when it doesn't.
async function serve(env, address) {
  let said = ''
  const child = spawn(PROGRAM, ['serve'], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  child.stderr.on('data', chunk => { said += chunk })
  const ended = new Promise(done => child.on('exit', (code, signal) => done(code ?? signal)))
  for (const until = Date.now() + START_WITHIN; ;) {
    const answer = await fetch(address + '/health').catch(() => null)
    if (answer?.ok) break
    if (Date.now() > until || child.exitCode !== null) {
      child.kill('SIGKILL')
      assert.fail(`hearth serve doesn't answer /health:\n${said}`)
    }
    await new Promise(done => setTimeout(done, 50))
  }
  return {
    said: () => said,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    end: async () => {
      child.kill('SIGTERM')
      const how = await ended
      assert.equal(how, 0, `hearth serve ended with ${how}:\n${said}`) // sanitizers speak here
    }
  }
}

// The program with a demo of its own; settings are words for its environment, or a function that makes them of the address. run(words, input) is a command of it; restart(settings) ends it and starts it again with
// those settings too, at the same address and on the same record: that is how the clock moves on.
export async function startHearth(settings = {}) {
  assert.ok(existsSync(PROGRAM), `${PROGRAM} isn't built`)
  const data = mkdtempSync(join(tmpdir(), 'hearth-browser-'))
  const port = await freePort()
  const address = `http://127.0.0.1:${port}` // by number: an older Node asks ::1 alone for localhost
  let env = { ...process.env, HEARTH_DATA: data, HEARTH_PORT: String(port), ...(typeof settings === 'function' ? settings(address) : settings) }
  const run = (words, input = '') => {
    const ran = spawnSync(PROGRAM, words, { env, input, encoding: 'utf8' })
    assert.equal(ran.status, 0, `hearth ${words[0]}: ${ran.stderr}`)
    return ran.stdout
  }
  const forget = () => [data, data + '.key'].forEach(path => rmSync(path, { recursive: true, force: true })) // and what seals its files
  let server
  try {
    const signIns = readSignIns(run(['demo']))
    server = await serve(env, address)
    return {
      address, data, port, signIns, run,
      said: () => server.said(),
      restart: async (more, between = () => {}, kill = false) => {
        await (kill ? server.kill() : server.end()) // killed: in the middle of whatever it did
        env = { ...env, ...more }
        between()
        server = await serve(env, address)
      },
      stop: async () => { await server.end().finally(forget) }
    }
  } catch (error) {
    forget()
    throw error
  }
}

let browser
async function chromiumRunning() {
  browser ??= await chromium.launch({
    // Debian's Chromium without its windows: docs/decisions/0027-chromium-without-windows.md
    executablePath: process.env.HEARTH_CHROMIUM ?? '/usr/bin/chromium-headless-shell',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
  })
  return browser
}
// Call it last in a test file: after(stopChromium).
export async function stopChromium() {
  await browser?.close()
  browser = undefined
}

// The program and its demo for all tests of a file: there before the first, gone after the last, with the browser.
export function hearthOfFile(settings) {
  const hearth = {}
  before(async () => { Object.assign(hearth, await startHearth(settings)) })
  after(async () => {
    await stopChromium()
    await hearth.stop?.()
  })
  return hearth
}

// A page in a new session. It closes with the test, which fails if the page broke its policy, lacked a file, or threw.
export async function openPage(t, hearth, { width = WIDTHS.desk, script = true } = {}) {
  const context = await (await chromiumRunning()).newContext({
    baseURL: hearth.address,
    viewport: { width, height: width < 600 ? 812 : 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce'
  })
  const page = await context.newPage()
  // Our pages have no code of their own in them, so without the file nothing runs; the checker of accessibility still can.
  if (!script) await context.route(/\.js$/, route => route.fulfill({ contentType: 'text/javascript', body: '' }))
  page.setDefaultTimeout(15000) // ms; a sanitized build on a busy machine
  page.signIns = hearth.signIns
  page.wrong = []
  page.on('pageerror', error => page.wrong.push(`threw: ${error.message}`))
  // A 4xx page we asked for logs an error too; what the page itself asked for is judged by its answer below.
  page.on('console', message => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) page.wrong.push(message.text())
  })
  page.on('response', response => {
    const isPage = response.request().isNavigationRequest() || response.request().resourceType() === 'fetch'
    if (response.status() >= 500 || (response.status() >= 400 && !isPage && !response.url().endsWith('/favicon.ico')))
      page.wrong.push(`${response.status()} ${response.url()}`)
  })
  t.after(async () => {
    await context.close()
    assert.deepEqual(page.wrong, [])
  })
  return page
}

export async function signIn(page, name) {
  const password = page.signIns.get(name)
  assert.ok(password, `the demo has nobody called ${name}`)
  await page.goto('/sign-in')
  await page.locator('input[autocomplete=username]').fill(name)
  await page.locator('input[autocomplete=current-password]').fill(password)
  await page.locator('main button[type=submit], main button:not([type])').first().click()
  await page.waitForURL(url => url.pathname !== '/sign-in', { waitUntil: 'load' })
}

// Presses what a locator or a selector finds first, and waits for the page that follows, or the same one anew.
export async function press(page, what) {
  const loaded = page.waitForEvent('load')
  await (typeof what === 'string' ? page.locator(what).first() : what).click()
  await loaded
}

// In the browser: marks what is built as something beside it, and says nothing else: rows of a table, items of a list. Of those the checker is asked about
// the first alone; on a long list it would take longer than all other things here together.
function markAlike() {
  const LANDMARKS = ['main', 'nav', 'section', 'aside', 'form', 'header', 'footer']
  const built = node => {
    let says = node.localName + '.' + node.classList
    for (const { name, value } of node.attributes)
      if (/^(role|type|scope|hidden|disabled|open|tabindex|aria-(hidden|expanded|current|sort|live|invalid|required))$/.test(name)) says += ` ${name}=${value}`
      else if (/^(href|alt|title|for|aria-.*)$/.test(name)) says += ` ${name}${LANDMARKS.includes(node.localName) ? '=' + value : value === '' ? '' : '+'}`
    const before = new Set()
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE && child.data.trim() !== '') says += ' words'
      if (child.nodeType !== Node.ELEMENT_NODE) continue
      const one = built(child)
      if (before.has(one)) child.setAttribute('data-alike', '')
      before.add(one)
      says += `<${one}>`
    }
    return says
  }
  built(document.body)
}

// What a checker of accessibility finds, as sentences; [] is the only good answer.
export async function findings(page) {
  await page.evaluate(markAlike)
  if (!await page.evaluate(() => 'axe' in globalThis)) {
    // Asked this way the engine knows the words again and has them compiled: half a second of every page on a busy machine.
    page.debugger ??= await page.context().newCDPSession(page)
    await page.debugger.send('Runtime.evaluate', { expression: AXE })
  }
  const result = await page.evaluate(tags => globalThis.axe.run({ exclude: ['[data-alike]'] }, { runOnly: tags, resultTypes: ['violations'] }), AXE_RULES)
  return result.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${rule.help}: ${node.target.join(' ')}`))
}

export async function shoot(page, name) {
  if (process.env.HEARTH_SHOTS !== '1') return
  const folder = join(BUILD, 'screenshots')
  mkdirSync(folder, { recursive: true })
  const file = `${name.replaceAll(/[^a-zA-Z0-9]+/g, '-')}-${page.viewportSize().width}.png`
  await page.screenshot({ path: join(folder, file), fullPage: true })
}

// What must be true of every page, whoever sees it.
export async function looksRight(page, name) {
  await shoot(page, name)
  const seen = await page.evaluate(() => ({
    headings: document.querySelectorAll('h1').length,
    language: document.documentElement.lang,
    title: document.title,
    twice: [...document.querySelectorAll('[id]')].map(one => one.id).filter((id, i, all) => all.indexOf(id) < i),
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    styled: getComputedStyle(document.querySelector('.govuk-skip-link') ?? document.body).position
  }))
  assert.equal(seen.headings, 1, `${name}: one h1`)
  assert.notEqual(seen.language, '', `${name}: a language`)
  assert.notEqual(seen.title.trim(), '', `${name}: a title`)
  assert.deepEqual(seen.twice, [], `${name}: the same id twice`)
  assert.ok(seen.wide <= 0, `${name}: ${seen.wide} px wider than the screen`)
  assert.equal(seen.styled, 'absolute', `${name}: the styles have come`)
  assert.deepEqual(await findings(page), [], `${name}: accessibility`)
}
