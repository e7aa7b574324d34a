import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { importTerms } from '../../src/project/index.ts'
import { type Concept, entryOf, openTermFormat, readGlossary, termFormats } from '../../src/termbase/index.ts'

/**
 * Exchange of termbases: `lossless.FORMAT` is 1 where all glossaries of the data folder (default: those we ship) come back as they
 * were; `write` and `read` are microseconds a concept at 10,000 and 100,000 concepts made of them, `import` the same of an import into
 * an empty glossary file.
 */
export async function run({ data, flags }: { data: string | undefined; flags: ReadonlySet<string> }) {
  const concepts = glossaries(data ?? fileURLToPath(new URL('../../glossaries/', import.meta.url)))
  const figures: Record<string, number> = { concepts: concepts.length }
  const lossless = termFormats.filter(id => !lossy.has(id))
  for (const id of lossless) figures[`lossless.${id}`] = (await isKept(id, concepts)) ? 1 : 0
  for (const count of flags.has('--quick') ? [10_000] : [10_000, 100_000]) {
    const many = multiplied(concepts, count)
    for (const id of ['csv', 'tbx', 'xlsx'] as const) {
      const format = await openTermFormat(id)
      const [bytes, writing] = timed(() => format.write(many).value)
      const [, reading] = timed(() => format.read(bytes).value.length)
      figures[`${id}.write.us.${count}`] = each(writing, count)
      figures[`${id}.read.us.${count}`] = each(reading, count)
    }
    const [, importing] = timed(() => importTerms('', many).added.length)
    figures[`import.us.${count}`] = each(importing, count)
  }
  return figures
}

/** What these do not keep, they say. */
const lossy: ReadonlySet<string> = new Set(['omegat', 'deepl', 'utx', 'i18next'])

const each = (milliseconds: number, count: number): number => Math.round((milliseconds * 10_000) / count) / 10

function timed<T>(work: () => T): readonly [T, number] {
  const start = performance.now()
  const result = work()
  return [result, performance.now() - start]
}

const glossaries = (folder: string): Concept[] =>
  readdirSync(folder)
    .filter(name => name.endsWith('.yaml'))
    .sort()
    .flatMap(name => readGlossary(readFileSync(join(folder, name), 'utf8')).value.concepts)

async function isKept(id: (typeof termFormats)[number], concepts: readonly Concept[]): Promise<boolean> {
  const format = await openTermFormat(id)
  const again = format.read(format.write(concepts).value).value
  const entries = (list: readonly Concept[]) => JSON.stringify(list.map(entryOf))
  return entries(again) === entries(concepts)
}

/** So many concepts, each with an id and a name of its own. */
function multiplied(concepts: readonly Concept[], count: number): Concept[] {
  return Array.from({ length: count }, (_, i) => {
    const concept = concepts[i % concepts.length]!
    const names = Object.entries(concept.names).map(([lang, name]) => [
      lang,
      Object.fromEntries(Object.entries(name).map(([part, text]) => [part, `${text}-${i}`])),
    ])
    return { ...concept, id: `${concept.id}-${i}`, names: Object.fromEntries(names) }
  })
}
