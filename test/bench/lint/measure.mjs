// node measure.mjs DOORS FOLDER: what the linter does in a second, measured in a process of its own, as JSON.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { GFM, parser } from '@lezer/markdown'

const [doors, folder] = process.argv.slice(2)
const door = name => import(pathToFileURL(join(doors, `${name}.js`)).href)
const glossary = await door('glossary')
const project = await door('project')
const { fold } = await door('normalize')
const json = name => JSON.parse(readFileSync(join(folder, name), 'utf8'))
const settings = project.settingsOf({}, {})('')
async function speed() {
  const made = json('glossary.json')
  const stored = glossary.storeCompiled(glossary.compile([made]))
  const lint = linter(stored)
  const [md, txt] = ['md', 'txt'].map(format => sources(json(`${format}.json`), format))
  const reference = parser.configure(GFM)
  const words = wordsOf(made)
  const scanner = glossary.openScanner(glossary.buildAutomaton([...new Set(words.map(fold))].sort()))
  const text = txt.map(source => source.text)
  const [parsing, markdown, plain, matching] = await times(
    () => {
      for (const source of md) reference.parse(source.text)
    },
    () => each(md, lint),
    () => each(txt, lint),
    () => {
      for (const one of text) glossary.scan(scanner, one)
    },
  )
  writeFileSync(join(folder, 'words'), words.join('\n'))
  writeFileSync(join(folder, 'text'), text.join('\n'))
  const megabytes = list => list.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6
  return {
    terms: made.concepts.reduce(
      (sum, { names, terms }) => sum + terms.length + Object.values(names).flatMap(Object.values).length,
      0,
    ),
    markdownVsLezer: round(parsing / markdown),
    lezerMBps: round(megabytes(md) / parsing),
    markdownMBps: round(megabytes(md) / markdown),
    plainMBps: round(megabytes(txt) / plain),
    matchMBps: round(megabytes(txt) / matching),
    'relint50KB.p95Ms': await relint(lint, md),
    namesPerKB: await namesPerKilobyte(lint, md),
  }
}

function linter(stored) {
  const compiled = glossary.readCompiled(stored)
  const chooser = glossary.chooser(compiled)
  const opened = { glossary: compiled, chooserOf: () => chooser, knowsStyle: () => false }
  return (source, last) => project.lint(opened, source, settings, undefined, last)
}

const sources = (texts, format) =>
  texts.map((text, i) => ({ path: `${i}.${format}`, text, bytes: new TextEncoder().encode(text) }))

async function each(list, lint) {
  for (const source of list) await lint(source)
}

/** One word a term, each once; what the glossary derives is left out. */
function wordsOf({ concepts }) {
  const texts = concepts.flatMap(({ names, terms }) => [
    ...terms.map(({ text }) => text),
    ...Object.values(names).flatMap(name => Object.values(name)),
  ])
  return [...new Set(texts)]
}

/** A document of 50 KB, checked again after each of sixty keystrokes. */
async function relint(lint, md) {
  let text = ''
  for (let i = 0; text.length < 50_000; i++) text += `${md[i % md.length].text}\n`
  text = text.slice(0, 50_000)
  const taken = []
  const last = project.openRereading()
  for (let i = 0; i < 60; i++) {
    const at = (i * 7919) % text.length
    text = `${text.slice(0, at)}x${text.slice(at)}`
    const started = performance.now()
    await lint({ path: 'draft.md', bytes: new TextEncoder().encode(text) }, last)
    taken.push(performance.now() - started)
  }
  return round(taken.sort((a, b) => a - b)[Math.floor(taken.length * 0.95)])
}

/** Flagged names say how dense the rest are: every fifth is written as the glossary does not want it. */
async function namesPerKilobyte(lint, md) {
  let found = 0
  for (const source of md) found += (await lint(source)).problems.length
  return round((5 * found) / (md.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1000))
}

/** Seconds of the fastest of several runs of each, taken by turns. */
async function times(...runs) {
  const fastest = runs.map(() => Number.POSITIVE_INFINITY)
  for (let turn = 0; turn < 8; turn++) {
    for (const [i, run] of runs.entries()) {
      const started = performance.now()
      await run()
      fastest[i] = Math.min(fastest[i], (performance.now() - started) / 1000)
    }
  }
  return fastest
}

function round(number) {
  return Math.round(100 * number) / 100
}

process.stdout.write(JSON.stringify(await speed()))
