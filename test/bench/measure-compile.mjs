// node measure-compile.mjs DOOR compile CONCEPTS.json STORED | DOOR load STORED: one measurement in a process of its own, as JSON.
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const [door, what, from, to] = process.argv.slice(2)
const glossary = await import(pathToFileURL(door).href)
process.stdout.write(JSON.stringify(what === 'compile' ? compile() : load()))

function compile() {
  const concepts = JSON.parse(readFileSync(from, 'utf8'))
  const [compiled, seconds] = timed(() => glossary.compile([{ concepts, styles: [] }]))
  const compilePeak = peak()
  const [stored, storing] = timed(() => glossary.storeCompiled(compiled))
  writeFileSync(to, stored)
  return {
    compileSeconds: round(seconds),
    compilePeakMB: compilePeak,
    storeSeconds: round(storing),
    storePeakMB: peak(),
    storedMB: round(stored.length / 1e6),
  }
}

function load() {
  const bytes = readFileSync(from)
  const [compiled, seconds] = timed(() => glossary.readCompiled(bytes))
  if (!compiled) throw new Error('what was stored cannot be read back')
  return { loadMs: Math.round(1000 * seconds), loadPeakMB: peak() }
}

function timed(work) {
  const started = performance.now()
  const value = work()
  return [value, (performance.now() - started) / 1000]
}

/** Node gives kilobytes. */
function peak() {
  return Math.round(process.resourceUsage().maxRSS / 1000)
}

function round(number) {
  return Math.round(100 * number) / 100
}
