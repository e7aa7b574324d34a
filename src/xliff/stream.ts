import type { Problem } from '../text/index.ts'
import { type OpenElement, xmlParser } from '../xml/index.ts'
import type { Unit, XliffVersion } from './model.ts'
import { pool } from './pool.ts'
import { isUnit, readUnit, unknown, versionOf } from './read.ts'
import { structureOf } from './structure.ts'

/** A unit with where it stands. */
export interface PlacedUnit {
  readonly version: XliffVersion
  /** The id of the file; in 1.2 its `original`. */
  readonly file: string
  readonly unit: Unit
}

export interface UnitStream extends AsyncIterableIterator<PlacedUnit> {
  /** What was found; complete when the iteration has ended. */
  readonly problems: readonly Problem[]
}

/**
 * The units of a file as it is read, each held no longer than the caller holds it. Spans are offsets from the first chunk.
 * Memory: one chunk and its units.
 */
export function units(chunks: AsyncIterable<string> | Iterable<string>): UnitStream {
  const problems: Problem[] = []
  return Object.assign(generate(chunks, problems), { problems })
}

async function* generate(
  chunks: AsyncIterable<string> | Iterable<string>,
  problems: Problem[],
): AsyncGenerator<PlacedUnit, undefined> {
  const known = pool()
  let ready: PlacedUnit[] = []
  let root: OpenElement | undefined
  let version: XliffVersion = '1.2'
  let file = ''
  const parser = xmlParser(
    structureOf({
      begin(element) {
        if (element.local === 'xliff') {
          root = element
          version = versionOf(element)
        } else if (element.local === 'file') file = nameOf(element)
      },
      end() {},
      child(element, inherited) {
        if (root && isUnit(element)) ready.push({ version, file, unit: readUnit(element, version, inherited, known) })
      },
    }),
  )
  for await (const chunk of chunks) {
    parser.write(chunk)
    const batch = ready
    ready = []
    yield* batch
    if (parser.stopped) break
  }
  problems.push(...parser.end())
  yield* ready
  if (!root && problems.length === 0) problems.push(unknown({ start: 0, end: 0 }))
}

function nameOf(element: OpenElement): string {
  const value = (name: string) => element.attributes.find(a => a.name === name)?.value
  return value('id') ?? value('original') ?? ''
}
