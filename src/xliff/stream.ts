import {
  attributeValue,
  type OpenElement,
  type PieceReader,
  type PieceStream,
  pieceStream,
  xmlParser,
} from '../xml/index.ts'
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

/** Units as they are read. */
export type UnitStream = PieceStream<PlacedUnit>

/** Where a target language may be written: a root of 2.x or a file of 1.2 that says none. */
export interface Unsaid {
  readonly version: XliffVersion
  readonly start: number
}

/** Reads units from pieces of a text. */
export interface UnitReader extends PieceReader<PlacedUnit> {
  /** All before this offset has been told: no unit that begins there is still open. */
  readonly settled: number
  readonly unsaid: readonly Unsaid[]
}

export function unitReader(): UnitReader {
  const known = pool()
  const unsaid: Unsaid[] = []
  let ready: PlacedUnit[] = []
  let settled = 0
  let root: OpenElement | undefined
  let version: XliffVersion = '1.2'
  let file = ''
  /** The open elements that hold units. */
  const open: string[] = []
  const parser = xmlParser(
    structureOf({
      begin(element) {
        settled = element.openEnd
        open.push(element.local)
        const isRoot = element.local === 'xliff'
        if (isRoot) {
          root = element
          version = versionOf(element)
        } else if (element.local === 'file')
          file = attributeValue(element, 'id') ?? attributeValue(element, 'original') ?? ''
        else return
        if (isRoot === (version === '1.2')) return
        const language = attributeValue(element, isRoot ? 'trgLang' : 'target-language')
        if (language === undefined) unsaid.push({ version, start: element.span.start })
      },
      end(span) {
        settled = span.end
        open.pop()
      },
      child(element, inherited) {
        settled = element.span.end
        // a unit outside a file is none to `readXliff` either
        if (open.includes('file') && isUnit(element))
          ready.push({ version, file, unit: readUnit(element, version, inherited, known) })
      },
    }),
  )
  const take = () => {
    const batch = ready
    ready = []
    return batch
  }
  return {
    write(chunk) {
      parser.write(chunk)
      return take()
    },
    end() {
      const found = parser.end()
      return { last: take(), problems: root || found.length > 0 ? found : [unknown({ start: 0, end: 0 })] }
    },
    get settled() {
      return settled
    },
    unsaid,
    get stopped() {
      return parser.stopped
    },
  }
}

/**
 * The units of a file as it is read, each held no longer than the caller holds it. Spans are offsets from the first chunk.
 * Memory: one chunk and its units.
 */
export const units = (chunks: AsyncIterable<string> | Iterable<string>): UnitStream => pieceStream(chunks, unitReader())
