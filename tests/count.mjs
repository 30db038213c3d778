// Counts test cases in what a runner wrote, shows what failed, and adds the numbers to a file of 'passed failed' lines.
// usage: node tests/count.mjs meson TESTLOG.json TOTALS   |   node tests/count.mjs node OUTPUT.tap TOTALS
import { appendFileSync, readFileSync } from 'node:fs'

const [kind, file, totals] = process.argv.slice(2)
const TAIL = 120 // lines of a failing program that are shown

function tail(text) {
  const lines = text.trimEnd().split('\n')
  return (lines.length > TAIL ? ['…', ...lines.slice(-TAIL)] : lines).map(line => '    ' + line).join('\n')
}

// The cases that failed come first: a long log would hide them.
function failures(output) {
  const lines = output.split('\n')
  const shown = lines.flatMap((line, at) => /^\s*not ok\b/.test(line) ? lines.slice(at, at + 8) : [])
  return shown.length ? shown.map(line => '    ' + line).join('\n') + '\n    ----\n' : ''
}

// One program. It says TAP lines, or nothing we know: then it counts as one case by how it ended.
function countProgram(test) {
  const output = (test.stdout ?? '') + '\n' + (test.stderr ?? '')
  let passed = 0, failed = 0, planned = 0
  for (const line of output.split('\n')) {
    // A case that was skipped has not shown anything: here everything a test needs is present, so it counts as failed.
    if (/^not ok\b/.test(line) || /^ok\b.*# *skip/i.test(line)) failed++
    else if (/^ok\b/.test(line)) passed++
    else if (/^1\.\.\d+/.test(line)) planned += Number(line.slice(3))
  }
  const ended = test.returncode === 0 && test.result === 'OK'
  if (passed + failed === 0 && planned === 0) ended ? passed++ : failed++
  failed += Math.max(0, planned - passed - failed) // it broke off
  if (!ended && failed === 0) failed++ // all cases passed, and then it crashed or leaked
  return { passed, failed, output }
}

let passed = 0, failed = 0
if (kind === 'meson') {
  let lines = []
  try {
    lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  } catch {
    console.log(`    no log was written: ${file}`)
    failed++
  }
  for (const line of lines) {
    const test = JSON.parse(line)
    const counted = countProgram(test)
    passed += counted.passed
    failed += counted.failed
    console.log(`  ${counted.failed ? 'FAILED' : 'ok    '} ${test.name}: ${counted.passed} passed, ${counted.failed} failed, ${test.duration.toFixed(1)} s`)
    if (counted.failed) console.log(failures(counted.output) + tail(counted.output) + `\n    (${test.result}, ended with ${test.returncode})`)
  }
} else {
  const output = readFileSync(file, 'utf8')
  const number = word => Number(output.match(new RegExp(`^# ${word} (\\d+)$`, 'm'))?.[1] ?? NaN)
  passed = number('pass')
  failed = number('fail') + number('cancelled') + number('skipped') + number('todo')
  if (Number.isNaN(passed + failed)) [passed, failed] = [0, 1]
  console.log(`  ${failed ? 'FAILED' : 'ok    '} browser: ${passed} passed, ${failed} failed`)
  if (failed) console.log(failures(output) + tail(output))
}
appendFileSync(totals, `${passed} ${failed}\n`)
