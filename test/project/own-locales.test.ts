import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Block, newText, type Run } from '../../src/content/index.ts'
import { openFormat } from '../../src/formats/index.ts'
import { exportDocument, mergeDocument, openXliff } from '../../src/project/index.ts'
import { type InlineRun, readXliff, unitsOf, writeXliff } from '../../src/xliff/index.ts'
import { openTestProject, settings } from '../lint/open.ts'

const icu = await openFormat('icu')

const project = await openTestProject()
const bytes = (name: string) => readFileSync(new URL(`../../locales/${name}.json`, import.meta.url))
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

/** The translation of a message or branch, with the codes that the source has: choices by their argument, others by what they are. */
function translated(source: readonly InlineRun[], target: Block): Run[] {
  const key = (label: string) => /^\{\s*([\w.]+)\s*,\s*(?:plural|select)/.exec(label)?.[1] ?? label
  const waiting = source.filter(run => run.kind !== 'text')
  return target.runs.map(run => {
    if (run.kind === 'text') return newText(run.text)
    const at = waiting.findIndex(code => key(code.label) === key(run.label))
    expect(at, `${target.id} has no ${run.label}`).toBeGreaterThanOrEqual(0)
    return waiting.splice(at, 1)[0]!
  })
}

describe('the words of the program', () => {
  it.each(['uk', 'ru'] as const)('go to translators and come back as %s.json', async language => {
    const source = { path: 'locales/en.json', bytes: bytes('en') }
    const exported = await exportDocument(project, source, settings(), { from: 'en', to: [language] })
    const xliff = exported.files[0]!.text
    const { value } = readXliff(xliff)
    const targets = new Map(icu.read(text(bytes(language))).value.blocks.map(block => [block.id, block]))
    const changes = [...unitsOf(value)].flatMap(unit => {
      const segment = unit.segments[0]!
      const target = targets.get(unit.name!)
      // a plural that says the same of all numbers does without the forms that were offered
      return target ? [{ unit, segment, target: translated(segment.source.runs, target) as InlineRun[] }] : []
    })
    expect(changes.length).toBeGreaterThan(300)
    const filled = writeXliff(xliff, value, changes).value
    const opened = openXliff({ path: `en.${language}.xlf`, bytes: new TextEncoder().encode(filled) })
    const merged = await mergeDocument(project, opened, source, settings())
    expect(merged.problems.filter(({ code }) => code !== 'merge-untranslated')).toEqual([])
    expect(merged.result!.name).toBe(`${language}.json`)
    expect(text(merged.result!.bytes)).toBe(text(bytes(language)))
  })
})
