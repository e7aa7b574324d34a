import { expect } from 'vitest'
import { alignRuns, type Document, type Format } from '../../src/content/index.ts'
import { structure, withoutMaps } from './show.ts'

export const changed = (
  document: Document,
  change: (block: Document['blocks'][number]) => Document['blocks'][number]['runs'],
) => new Map(document.blocks.map(block => [block.id, change(block)]))

/** Every unit of every text run has its place, pieces of equal length are the source itself, spans lie in the source. */
export function checkMaps(source: string, document: Document): void {
  const starts = document.blocks.map(block => block.span.start)
  expect(starts).toEqual([...starts].sort((a, b) => a - b))
  for (const block of document.blocks) {
    expect(block.span.start).toBeLessThanOrEqual(block.span.end)
    for (const run of block.runs) {
      if (run.kind !== 'text') continue
      let at = 0
      for (const piece of run.map) {
        expect(piece.at).toBe(at)
        at += piece.length
        const read = run.text.slice(piece.at, at)
        const stands = source.slice(piece.start, piece.end)
        if (read.length === stands.length && !/^\s$/.test(read)) expect(stands).toBe(read)
      }
      expect(at).toBe(run.text.length)
    }
  }
}

/** Untouched, rewritten and aligned it is the source; written anew it says the same. */
export function checkLaws(format: Format, source: string): void {
  const { value: document, problems } = format.read(source)
  expect(problems).toEqual([])
  checkMaps(source, document)
  expect(new Set(document.blocks.map(block => block.id)).size).toBe(document.blocks.length)
  expect(format.write(source, document, new Map())).toBe(source)
  expect(
    format.write(
      source,
      document,
      changed(document, block => block.runs),
    ),
  ).toBe(source)
  const aligned = changed(document, block => alignRuns(block.runs, withoutMaps(block.runs)))
  expect(format.write(source, document, aligned)).toBe(source)
  const escaped = format.write(
    source,
    document,
    changed(document, block => withoutMaps(block.runs)),
  )
  expect(structure(format.read(escaped).value)).toEqual(structure(document))
}
