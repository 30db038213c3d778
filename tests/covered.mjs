// Says which lines and branches of a folder's sources no test reached, from what gcc's --coverage counted while the tests ran. Each source is a case:
// it passes when every line of it ran and every branch was taken both ways. Sources are what people wrote: the .c files of the folder, and the .h and .def
// files beside them as far as code of the folder stands in them; what the build makes, and inline functions of other folders, don't count.
// usage: node tests/covered.mjs SOURCE_FOLDER BUILD_FOLDER TOTALS     both from where it is started; ends with 1 when anything is left
import { spawnSync } from 'node:child_process'
import { appendFileSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, normalize, relative, resolve } from 'node:path'

const [asked, build, totals] = process.argv.slice(2)
const folder = normalize(asked).replace(/\/$/, '')
const MEMORY = 256 * 1024 * 1024 // bytes of one answer of gcov

// gcc writes X.gcno beside X.o when it compiles, and the programs add X.gcda when they ran.
function notesBelow(path) {
  return readdirSync(path, { withFileTypes: true }).flatMap(entry => {
    const at = join(path, entry.name)
    return entry.isDirectory() ? notesBelow(at) : at.endsWith('.gcno') ? [at] : []
  })
}

// Meson names an object by its source's path, whole or in part, with '_' between: '_home_ada_hearth_src_rules_gates.c.gcno'.
function isOf(notes, path) {
  const name = basename(notes, '.gcno')
  return name === basename(path) || resolve(path).replaceAll('/', '_').endsWith(`_${name}`.replace(/^__/, '_'))
}

// gcov's own words about one object: the lines of every file that code of it came from. Without counts (it never ran), all are zero.
function counted(notes) {
  const answer = spawnSync('gcov', ['--branch-probabilities', '--json-format', '--stdout', notes], { encoding: 'utf8', maxBuffer: MEMORY })
  if (answer.error || answer.status !== 0) throw new Error(`gcov ${notes}: ${answer.error ?? answer.stderr}`)
  return answer.stdout.split('\n').filter(line => line.startsWith('{')).flatMap(line => JSON.parse(line).files)
}

// What stands in a header is compiled again for each source that includes it: the counts of one line and function are added up.
const files = new Map()
const objects = notesBelow(join(build, folder))
for (const notes of objects) {
  for (const { file, lines } of counted(notes)) {
    const path = relative('.', resolve(build, file))
    if (dirname(path) !== folder) continue
    if (!files.has(path)) files.set(path, new Map())
    const known = files.get(path)
    for (const line of lines) {
      const key = `${line.line_number} ${line.function_name ?? ''} ${line.branches.length}`
      const same = known.get(key) ?? { number: line.line_number, count: 0, branches: line.branches.map(branch => ({ count: 0, on: branch.fallthrough })) }
      same.count += line.count
      line.branches.forEach((branch, i) => { same.branches[i].count += branch.count })
      known.set(key, same)
    }
  }
}

// Which of a line's branches it was. An if, a loop, `?:`, `&&` and `||` have two ways for each condition: on, to what the code does next, or a jump.
function named(line, i) {
  const { branches } = line
  const pairs = branches.length % 2 === 0 && branches.every((branch, k) => k % 2 === 1 || branch.on !== branches[k + 1].on)
  if (!pairs) return `branch ${i + 1} of ${branches.length} never taken`
  const which = branches.length > 2 ? `condition ${Math.floor(i / 2) + 1} of ${branches.length / 2}` : 'the condition'
  return `${which} never ${branches[i].on ? 'went on' : 'jumped'}`
}

function missing(path, lines) {
  const text = readFileSync(path, 'utf8').split('\n')
  const found = []
  for (const line of lines) {
    const said = line.count === 0 ? ['never ran'] : line.branches.flatMap((branch, i) => branch.count === 0 ? [named(line, i)] : [])
    if (said.length) found.push({ number: line.number, said: said.join(', '), text: (text[line.number - 1] ?? '').trim() })
  }
  return found.sort((a, b) => a.number - b.number)
}

let passed = 0, failed = 0
const sources = readdirSync(folder).filter(name => name.endsWith('.c')).map(name => join(folder, name))
for (const path of [...new Set([...sources, ...files.keys()])].sort()) {
  const lines = [...(files.get(path)?.values() ?? [])]
  const branches = lines.reduce((sum, line) => sum + line.branches.length, 0)
  const left = missing(path, lines)
  // A source of rows alone has no code; one with code that isn't in the build has not been tested, whatever else was.
  const unbuilt = !files.has(path) && !objects.some(notes => isOf(notes, path))
  if (left.length === 0 && !unbuilt) {
    passed++
    if (lines.length > 0) console.log(`  ok     ${path}: ${lines.length} lines, ${branches} branches`)
    continue
  }
  failed++
  console.log(`  FAILED ${path}${unbuilt ? ' is not in the build' : `: ${left.length} lines of ${lines.length} have something no test reached`}`)
  for (const { number, said, text: words } of left) console.log(`    ${path}:${number}: ${said}:  ${words}`)
}
if (passed + failed === 0) {
  failed++
  console.log(`  FAILED no sources in ${folder}`)
}
appendFileSync(totals, `${passed} ${failed}\n`)
process.exitCode = failed ? 1 : 0
