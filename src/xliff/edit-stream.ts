import { applyEdits, type Edit, type Problem } from '../text/index.ts'
import { editUnit, languageEdit, type XliffChange } from './edit.ts'
import type { Source } from './start-tag.ts'
import { type PlacedUnit, unitReader } from './stream.ts'

export interface XliffEditing extends AsyncIterableIterator<string> {
  /** What was found and what was refused; complete when the iteration has ended. */
  readonly problems: readonly Problem[]
}

/** Says what is to change in a unit; nothing leaves it as it is. It may ask a memory or a machine first. */
export type EditUnit = (
  placed: PlacedUnit,
) => readonly XliffChange[] | undefined | Promise<readonly XliffChange[] | undefined>

/**
 * `writeXliff` for a file of any size: its text with the changes that `edit` makes to each unit, in pieces, one for each
 * piece that comes in. Nothing else differs by a byte; what follows a fault of well-formedness is passed on as it is. A
 * `targetLanguage` is written where the file says none, since its place comes before the first unit: give one only if there
 * will be targets. Memory: a piece and the unit that is being read. Linear.
 */
export function editXliffChunks(
  chunks: AsyncIterable<string> | Iterable<string>,
  edit: EditUnit,
  options: { readonly targetLanguage?: string } = {},
): XliffEditing {
  const problems: Problem[] = []
  return Object.assign(generate(chunks, edit, options.targetLanguage, problems), { problems })
}

async function* generate(
  chunks: AsyncIterable<string> | Iterable<string>,
  edit: EditUnit,
  targetLanguage: string | undefined,
  problems: Problem[],
): AsyncGenerator<string, undefined> {
  const reader = unitReader()
  const text = new Held()
  let unsaid = 0
  /** What may leave now, with the edits in it. */
  const pass = async (placed: readonly PlacedUnit[], until: number) => {
    const edits: Edit[] = []
    for (const { version, start } of targetLanguage === undefined ? [] : reader.unsaid.slice(unsaid)) {
      edits.push(languageEdit(text, version, start, targetLanguage!))
    }
    unsaid = reader.unsaid.length
    for (const each of placed) {
      const changed = editUnit(text, each.version, each.unit, (await edit(each)) ?? [])
      edits.push(...changed.value.edits)
      problems.push(...changed.problems)
    }
    return text.release(until, edits)
  }
  for await (const chunk of chunks) {
    text.add(chunk)
    const placed = reader.stopped ? [] : reader.write(chunk)
    const out = await pass(placed, reader.stopped ? text.end : reader.settled)
    if (out !== '') yield out
  }
  const end = reader.end()
  problems.push(...end.problems)
  yield await pass(end.last, text.end)
}

/** The part of a text that has come in and not gone out. */
class Held implements Source {
  private text = ''
  private base = 0

  get end(): number {
    return this.base + this.text.length
  }

  add(chunk: string): void {
    this.text += chunk
  }

  slice(start: number, end = this.end): string {
    return this.text.slice(Math.max(0, start - this.base), Math.max(0, end - this.base))
  }

  /** What stands before the offset, edited; it is held no longer. */
  release(until: number, edits: readonly Edit[]): string {
    const { base } = this
    if (until <= base) return ''
    const out = this.text.slice(0, until - base)
    this.text = this.text.slice(until - base)
    this.base = until
    const moved = edits.map(({ span, insert }) => ({
      span: { start: span.start - base, end: span.end - base },
      insert,
    }))
    return applyEdits(out, moved)
  }
}
