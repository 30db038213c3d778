// What a page gains where scripts run. Every page works without this file: nothing here is the only way to do anything.
// Words people see come from the page (its language is the reader's); here are only actions.
// Loaded with `defer`; the policy allows own scripts only, so nothing here makes inline code or styles.
'use strict'

const DRAFT_WAIT = 1500 // ms after the last key before a draft is saved
const DRAFT_LONGEST = 2000 // ms that what is being typed waits at most
const DRAFT_AGAIN = 15000 // ms until a save that failed is tried again
const SENT_LOCK = 8000 // ms in which a second press of the same button does nothing
const EXIT_PRESSES = 3 // times Shift
const EXIT_WITHIN = 5000 // ms between the first and the last of them

const all = (selector, root = document) => Array.from(root.querySelectorAll(selector))

// The packages hide conditional answers only where this is said.
document.documentElement.classList.add('govuk-frontend-supported', 'has-script')

// ---- Exit this page: a link with data-exit, and Shift three times. The address it leads to ends the session. ----

const exit = document.querySelector('a[data-exit]')

function leave() {
  document.title = ' '
  document.body.hidden = true // covered at once, before the network has answered
  location.replace(exit.href) // Back doesn't come here again
}

if (exit) {
  let presses = []
  exit.addEventListener('click', event => {
    event.preventDefault()
    leave()
  })
  document.addEventListener('keyup', event => {
    if (event.key !== 'Shift') {
      presses = []
      return
    }
    presses = [...presses, event.timeStamp].slice(-EXIT_PRESSES)
    if (presses.length === EXIT_PRESSES && event.timeStamp - presses[0] < EXIT_WITHIN) leave()
  })
  // A page that comes back out of the browser's memory is asked for again: the session may be over.
  addEventListener('pageshow', event => {
    if (event.persisted) location.reload()
  })
}

// ---- A page made for paper: button[data-print] shows where it can do something. ----

all('button[data-print]').forEach(button => {
  button.hidden = false
  button.addEventListener('click', () => print())
})

// ---- A form is sent once. (The server has its own once-only key; this spares people the wait and the doubt.) ----

document.addEventListener('submit', event => {
  const form = event.target
  if (form.dataset.sent) {
    event.preventDefault()
    return
  }
  form.dataset.sent = 'yes'
  setTimeout(() => delete form.dataset.sent, SENT_LOCK)
})
addEventListener('pageshow', () => all('form[data-sent]').forEach(form => delete form.dataset.sent))

// ---- Answers that open others: data-aria-controls (the packages' own mark), and data-hides for the opposite. ----

function showWhatBelongs(root) {
  for (const input of all('input[data-aria-controls], input[data-hides]', root)) {
    const opened = document.getElementById(input.dataset.ariaControls)
    if (opened) {
      opened.classList.toggle('govuk-radios__conditional--hidden', !input.checked)
      opened.classList.toggle('govuk-checkboxes__conditional--hidden', !input.checked)
    }
    const hidden = document.getElementById(input.dataset.hides)
    if (hidden) hidden.hidden = input.checked
  }
  // A question that is asked only after some answers: data-when names the other question, data-when-values those answers.
  for (const asked of all('[data-when]', root)) {
    const values = asked.dataset.whenValues.split(' ')
    const given = all(`[name="${asked.dataset.when}"]`, root).filter(input => input.checked || input.tagName === 'SELECT')
    asked.hidden = !given.some(input => values.includes(input.value))
  }
}
showWhatBelongs(document)
document.addEventListener('change', event => {
  if (event.target.matches('input[type=radio], input[type=checkbox], select')) showWhatBelongs(event.target.form ?? document)
})
addEventListener('pageshow', () => showWhatBelongs(document)) // the browser may have put old answers back

// ---- What is wrong is read first. ----

const problems = document.querySelector('.govuk-error-summary')
if (problems) {
  problems.setAttribute('tabindex', '-1')
  problems.focus()
}

// ---- Drafts: form.hearth-draft goes to /draft while people type. What was saved stands in its [data-draft-state]. ----

class Draft {
  constructor(form) {
    this.form = form
    this.state = form.querySelector('[data-draft-state]')
    this.saved = this.body()
    form.addEventListener('input', () => this.later(DRAFT_WAIT))
    form.addEventListener('change', () => this.later(DRAFT_WAIT))
    form.addEventListener('submit', () => clearTimeout(this.timer))
    // Leaving, or the phone going to the pocket.
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden' && !form.dataset.sent) this.save()
    })
  }

  // As the form would be sent, the page's token too, without files and secrets; and the address it would go to (web/draft.h).
  body() {
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(this.form)) {
      if (typeof value === 'string' && this.form.elements[name]?.type !== 'password') body.append(name, value)
    }
    body.set('draft-of', new URL(this.form.action, location.href).pathname)
    return body.toString()
  }

  // Whoever types without a pause is kept too: never more than DRAFT_LONGEST after the first key that isn't.
  later(wait) {
    clearTimeout(this.timer)
    this.since ??= Date.now()
    this.timer = setTimeout(() => this.save(), wait > DRAFT_WAIT ? wait : Math.max(0, Math.min(wait, this.since + DRAFT_LONGEST - Date.now())))
  }

  // A form that is sent without leaving its page: no draft of it comes after it, and the next words are a new one.
  async stop() {
    clearTimeout(this.timer)
    this.since = undefined
    this.saved = this.body()
    await this.saving
  }

  begin() {
    this.saved = undefined
    if (this.form.querySelector('textarea').value) this.later(DRAFT_WAIT)
    else this.saved = this.body()
  }

  async save() {
    clearTimeout(this.timer)
    this.since = undefined
    const body = this.body()
    if (body === this.saved) return
    this.saving = this.send(body)
    await this.saving
  }

  async send(body) {
    try {
      const answer = await fetch('/draft', {
        method: 'POST',
        body,
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        credentials: 'same-origin',
        redirect: 'error', // a redirect is the sign-in page: not saved
        keepalive: body.length < 60000
      })
      if (answer.status === 409) { // somebody else has signed in in this browser: the words are kept for the one who wrote them
        this.later = () => {}
        this.say('other')
        return
      }
      if (!answer.ok) throw new Error(String(answer.status))
      this.saved = body
      this.say('saved')
    } catch {
      this.say('failed')
      this.later(DRAFT_AGAIN)
    }
  }

  // <p role="status" data-draft-state data-saved="Saved at" data-failed="Not saved. …" data-other="Somebody else has signed in. …"></p>
  say(how) {
    if (!this.state) return
    const time = new Date().toLocaleTimeString(document.documentElement.lang || 'en-GB', { hour: 'numeric', minute: '2-digit' })
    this.state.textContent = how === 'saved' ? `${this.state.dataset.saved} ${time}` : this.state.dataset[how]
    this.state.classList.toggle('st--late', how !== 'saved')
  }
}
all('form.hearth-draft').forEach(form => { form.draft = new Draft(form) })

// ---- The end of a session is said before it comes. ----
// <dialog data-session data-ends="1800" data-warn="120" data-keep="/session" data-over="/sign-in">
//   … <span data-session-left></span> … <button data-session-stay>…</button></dialog>

const session = document.querySelector('dialog[data-session]')
if (session) {
  const seconds = name => Number(session.dataset[name])
  const left = session.querySelector('[data-session-left]')
  let ends = Date.now() + seconds('ends') * 1000
  let said = -1

  const stay = async () => {
    try {
      const answer = await fetch(session.dataset.keep, { method: 'GET', credentials: 'same-origin', redirect: 'error', cache: 'no-store' })
      if (!answer.ok) throw new Error(String(answer.status))
      ends = Date.now() + seconds('ends') * 1000
      session.close()
    } catch {
      location.replace(session.dataset.over)
    }
  }
  session.querySelector('[data-session-stay]').addEventListener('click', stay)
  session.addEventListener('cancel', event => {
    event.preventDefault()
    stay()
  })
  // The clock is looked at, not counted down: a phone that slept wakes up in the right place.
  setInterval(() => {
    const rest = Math.ceil((ends - Date.now()) / 1000)
    if (rest <= 0) {
      location.replace(session.dataset.over)
      return
    }
    if (rest > seconds('warn')) return
    if (!session.open) session.showModal()
    const minutes = Math.ceil(rest / 60)
    if (left && minutes !== said) left.textContent = String((said = minutes))
  }, 1000)
}

// ---- A page that others change: [data-changes] is a stream of numbers, nothing else. When the number is another, the page asks for its own parts
// (data-part), as its own reader, and each [data-live] takes its new words. What somebody is typing in stays as it is. ----

const LIVE_AGAIN = 5000 // ms between questions where there is no stream

const live = document.querySelector('[data-changes]')
if (live) {
  let asking = false
  let again = false

  const typedIn = part => part.contains(document.activeElement) && document.activeElement.matches('textarea, select, input') ||
    all('textarea', part).some(area => area.value !== area.defaultValue) || all('details.desk__edit[open]', part).length > 0

  function lay(page) {
    let left = false
    for (const fresh of all('[data-live]', page)) {
      const old = document.querySelector(`[data-live="${fresh.dataset.live}"]`)
      if (!old || old.innerHTML === fresh.innerHTML) continue
      if (typedIn(old)) {
        layLines(old, fresh)
        left = true
      } else {
        const focused = old.contains(document.activeElement) ? document.activeElement.id : ''
        old.replaceWith(fresh)
        if (focused) document.getElementById(focused)?.focus()
        all('form.hearth-draft', fresh).forEach(form => { form.draft = new Draft(form) })
      }
    }
    return left
  }

  // Lines of minutes beside the one that is being changed: the new ones, and those nobody types in.
  function layLines(old, fresh) {
    const list = old.querySelector('ol.desk__lines')
    const lines = fresh.querySelector('ol.desk__lines')
    if (!list || !lines) return
    for (const line of Array.from(lines.children)) {
      const had = document.getElementById(line.id)
      if (!had) list.prepend(line)
      else if (!typedIn(had)) had.replaceWith(line)
    }
  }

  async function ask() {
    if (asking) {
      again = true
      return
    }
    asking = true
    try {
      const answer = await fetch(live.dataset.part, { credentials: 'same-origin', redirect: 'error', cache: 'no-store' })
      if (!answer.ok) throw new Error(String(answer.status))
      lay(new DOMParser().parseFromString(await answer.text(), 'text/html'))
    } catch {
      again = false // the stream, or the next question, comes back to it
    }
    asking = false
    if (again) {
      again = false
      ask()
    }
  }

  const stream = new EventSource(live.dataset.changes)
  stream.onmessage = ask
  setInterval(() => {
    if (stream.readyState === EventSource.CLOSED) ask()
  }, LIVE_AGAIN)
  addEventListener('pagehide', () => stream.close())

  // A line is sent without leaving the page: who types on loses neither place nor words. If anything is odd, the form is sent as always.
  all('form[data-quiet]').forEach(form => form.addEventListener('submit', async event => {
    event.preventDefault()
    if (form.dataset.sent) return // the line before is on its way
    const words = form.querySelector('textarea')
    const body = new URLSearchParams(new FormData(form))
    const sent = words.value
    await form.draft?.stop()
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        body,
        credentials: 'same-origin'
      })
      if (!answer.ok || !answer.redirected) throw new Error(String(answer.status))
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const fresh = page.getElementById(form.id)
      if (!fresh) throw new Error('no form')
      form.elements.once.value = fresh.elements.once.value
      words.value = words.value.startsWith(sent) ? words.value.slice(sent.length) : words.value
      words.defaultValue = ''
      lay(page)
      delete form.dataset.sent
      form.draft?.begin()
      words.focus()
    } catch {
      form.submit()
    }
  }))
}
