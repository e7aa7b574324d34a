import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Block, runsText } from '../../src/content/index.ts'
import {
  convertXliff,
  type ExportUnit,
  exportXliff,
  mergeXliff,
  readXliff,
  unitsOf,
  writeXliff,
} from '../../src/xliff/index.ts'
import { anyBlock, anySegments, blockOf, documentOf, notationOf } from './blocks.ts'

const exported = (...units: readonly ExportUnit[]) =>
  exportXliff({
    sourceLanguage: 'en',
    targetLanguage: 'uk',
    original: 'a.md',
    sourceHash: '0',
    format: 'markdown',
    markup: code => code.label,
    units,
  })

/** Each target of `targets` after the source at its place; undefined leaves that segment without one. */
function fill(xliff: string, targets: readonly (string | undefined)[]): string {
  let i = 0
  return xliff.replace(/(<segment[^>]*>\s*<source[^>]*>)([\s\S]*?)(<\/source>)/g, (all, open, source, close) => {
    const target = targets[i++]
    return target === undefined ? all : `${open}${source}${close}<target>${target.replace('$', source)}</target>`
  })
}

const filledWithSource = (xliff: string) =>
  xliff.replace(
    /<source([^>]*)>([\s\S]*?)<\/source>|<source\/>/g,
    (all, more = '', source = '') => `${all}<target${more}>${source}</target>`,
  )

interface Expected {
  readonly result?: string
  readonly statuses?: string
  readonly problems?: readonly string[]
}

/** Segments of the notation are parted by `|`; a space after it is a gap. */
function check(
  notation: string,
  targets: readonly (string | undefined)[],
  expected: Expected,
  change = (xliff: string) => xliff,
) {
  const parts = notation.split('|')
  const block = blockOf(parts.join(''))
  const segments: { start: number; end: number }[] = []
  let at = 0
  for (const part of parts) {
    const text = runsText(blockOf(part).runs)
    segments.push({ start: at + (text.length - text.trimStart().length), end: at + text.length })
    at += text.length
  }
  const xliff = change(fill(exported({ block, segments }), targets))
  const { value, problems } = mergeXliff(documentOf(block), readXliff(xliff).value)
  const runs = value.changes.get(block.id)
  expect({
    result: runs && notationOf(runs),
    statuses: value.segments.map(s => s.status).join(' '),
    problems: problems.map(p => `${p.code} ${xliff.slice(p.span.start, p.span.end)}`),
  }).toEqual({
    result: expected.result,
    statuses: expected.statuses ?? targets.map(t => (t === undefined ? 'untranslated' : 'translated')).join(' '),
    problems: expected.problems ?? [],
  })
}

describe('merge', () => {
  it('takes targets and keeps sources without one', () => {
    check('One.| Two.', ['Один.', 'Два.'], { result: 'Один. Два.' })
    check('One.| Two.', [undefined, 'Два.'], { result: 'One. Два.' })
    check('One.| Two.', [undefined, undefined], {})
    check('One.| Two.', ['', ' '], { statuses: 'untranslated untranslated' })
  })

  it('builds codes from the document by id', () => {
    check('<1>A</1> {2} b', ['Б <ph id="2"/> <pc id="1">В</pc>'], { result: 'Б {2} <1>В</1>' })
    check('<1>A</1> {2} b', ['<sc id="1"/>В<ec startRef="1"/> <ph id="2"/>'], { result: '<1>В</1> {2}' })
    check('<1>A.| B.</1>', ['<sc id="1"/>А.', 'Б.<ec startRef="1"/>'], { result: '<1>А. Б.</1>' })
    check('<1>A.| B.</1>', [undefined, 'Б.<ec startRef="1"/>'], { result: '<1>A. Б.</1>' })
  })

  it('leaves markers and remarks out', () => {
    check('A', ['<!-- x --><mrk id="m1" type="term">Б</mrk><sm id="m2"/>В<em startRef="m2"/><?x y?>'], { result: 'БВ' })
  })

  it.each<[attributes: string, status: string]>([
    ['', 'translated'],
    [' state="initial"', 'unreviewed'],
    [' state="translated"', 'translated'],
    [' state="reviewed"', 'translated'],
    [' state="translated" subState="xliff12:needs-review-translation"', 'unreviewed'],
    [' state="initial" subState="xliff12:needs-adaptation;q=fuzzy-match"', 'unreviewed'],
    [' state="initial" subState="xliff12:new"', 'translated'],
    [' state="final" subState="xliff12:needs-review-translation"', 'translated'],
  ])('takes a target with%s as %s', (attributes, status) => {
    const change = (xliff: string) => xliff.replace(/(<segment\b[^>]*)>/, `$1${attributes}>`)
    check('One.', ['Один.'], { result: 'Один.', statuses: status }, change)
  })

  it('refuses what waits for review where all must be done', () => {
    const block = blockOf('One.')
    const xliff = fill(exported({ block, segments: [{ start: 0, end: 4 }] }), ['Один.']).replace(
      /(<segment\b[^>]*)>/,
      '$1 state="initial">',
    )
    const { value } = mergeXliff(documentOf(block), readXliff(xliff).value, { strict: true })
    expect(value.changes.size).toBe(0)
  })

  it('follows the order of the targets', () => {
    const swap = (xliff: string) =>
      xliff.replace('<target>Один', '<target order="3">Один').replace('<target>Два', '<target order="1">Два')
    check('One.| Two.', ['Один.', 'Два.'], { result: 'Два. Один.' }, swap)
  })

  it('refuses codes that the document does not have', () => {
    check('A.| B.', ['Б <ph id="7"/>', 'В.'], {
      result: 'A. В.',
      statuses: 'invalid translated',
      problems: ['xliff-code-unknown <ph id="7"/>'],
    })
  })

  it('refuses the loss of an object, and remarks on that of a pair', () => {
    check('A {1}.| B.', ['Б', 'В.'], {
      result: 'A {1}. В.',
      statuses: 'invalid translated',
      problems: ['xliff-code-missing <target>Б</target>'],
    })
    check('<1>A</1>', ['Б'], {
      result: 'Б',
      problems: ['xliff-code-missing <target>Б</target>', 'xliff-code-missing <target>Б</target>'].slice(0, 1),
    })
  })

  it('refuses half a pair and pairs that cross', () => {
    check('<1>A</1>', ['<sc id="1"/>Б'], {
      statuses: 'invalid',
      problems: ['xliff-code-missing <target><sc id="1"/>Б</target>'],
    })
    check('<1>A <2>b</2></1>', ['<sc id="1"/>А <sc id="2"/>б<ec startRef="1"/><ec startRef="2"/>'], {
      statuses: 'invalid',
      problems: ['xliff-code-misnested <ec startRef="1"/>'],
    })
  })

  it('lets a pair be used twice and an object not', () => {
    check('<1>A</1>', ['<pc id="1">А</pc> <pc id="9" copyOf="1">Б</pc>'], { result: '<1>А</1> <1>Б</1>' })
    check('{1} a', ['<ph id="1"/> б <ph id="1"/>'], {
      statuses: 'invalid',
      problems: ['xliff-code-repeated <ph id="1"/>'],
    })
  })

  it('lets a code move to another segment', () => {
    check('A {1}.| B.', ['А.', 'Б <ph id="1"/>.'], { result: 'А. Б {1}.' })
  })

  it('understands files that another tool has laid out anew', () => {
    const again = (xliff: string) =>
      xliff
        .replaceAll(' xml:space="preserve"', '')
        .replace(/<(\/?)(?=\w)(?!\/?gls:|\/?mda:|\/?\?)/g, '<$1x:')
        .replace('xmlns=', 'xmlns:x=')
        .replaceAll('<x:source>', '<x:source>\n          ')
        .replaceAll('</x:source>', '\n        </x:source>')
        .replaceAll('<x:target>', '<x:target>\n          ')
        .replaceAll('</x:target>', '\n        </x:target>')
        .replace(/ name="b1"/, '')
    check('One\ntwo.| <1>Three.</1>', ['Один два.', undefined], { result: 'Один два. <1>Three.</1>' }, again)
    check('<1>One</1> two.| Three. ', [undefined, 'Три.'], { result: '<1>One</1> two. Три. ' }, again)
  })

  it('finds blocks by what they hold when the ids are gone', () => {
    check('<1>A</1> b', ['<pc id="1">А</pc> б'], { result: '<1>А</1> б' }, xliff =>
      xliff.replace(/<unit [^>]*>/, '<unit id="7">'),
    )
  })

  it('says which units the document no longer has', () => {
    const xliff = fill(exported({ block: blockOf('Old'), segments: [] }), ['Старе'])
    const { value, problems } = mergeXliff(documentOf(blockOf('New')), readXliff(xliff).value)
    expect(value).toMatchObject({ segments: [{ status: 'stale' }], uncovered: [{ id: 'b1' }] })
    expect(value.changes.size).toBe(0)
    expect(problems.map(p => p.code)).toEqual(['xliff-unit-stale'])
  })

  it('says which units could stand in several places', () => {
    const units = ['Same', 'Other', 'Same'].map((text, i) => ({ block: blockOf(text, String(i)), segments: [] }))
    const xliff = fill(exported(...units), ['Перше', 'Друге', 'Третє'])
    const { value, problems } = mergeXliff(documentOf(blockOf('Same')), readXliff(xliff).value)
    expect(value.changes.size).toBe(0)
    const ambiguous = 'xliff-unit-ambiguous'
    expect(problems.map(p => p.code)).toEqual([ambiguous, 'xliff-unit-stale', ambiguous])
    expect(value.uncovered).toEqual([])
  })

  it('tells equal blocks apart by their neighbours, wherever the units stand', () => {
    const texts = ['Alpha', 'Same', 'Beta', 'Same', 'Gamma']
    const units = texts.map((text, i) => ({ block: blockOf(text, `b${i}`), segments: [] }))
    const xliff = fill(exported(...units), ['А', 'по Альфі', 'Б', 'по Беті', 'Г'])
    const [head = '', ...rest] = xliff.split(/(?=<unit )/)
    const foot = rest.at(-1)!.slice(rest.at(-1)!.indexOf('</file>'))
    const reordered = head + [...rest.slice(0, -1), rest.at(-1)!.replace(foot, '')].reverse().join('') + foot
    const now = ['New', 'Beta', 'Same', 'Gamma', 'Alpha', 'Same'].map((text, i) => blockOf(text, `c${i}`))
    const { value } = mergeXliff(documentOf(...now), readXliff(reordered).value)
    expect([...value.changes].map(([id, runs]) => `${id} ${notationOf(runs)}`).sort()).toEqual([
      'c1 Б',
      'c2 по Беті',
      'c3 Г',
      'c4 А',
      'c5 по Альфі',
    ])
  })

  it('tells equal blocks apart', () => {
    const blocks = ['a', 'b', 'c'].map(id => ({ ...blockOf('Same', id), name: id }))
    const units = blocks.slice(1).map(block => ({ block, segments: [] }))
    const xliff = fill(exported(...units), ['Друге', 'Третє'])
    for (const text of [xliff, xliff.replace(/ name="\w"/g, '')]) {
      const { value } = mergeXliff(documentOf(...(text === xliff ? blocks : blocks.slice(1))), readXliff(text).value)
      expect([...value.changes].map(([id, runs]) => `${id} ${notationOf(runs)}`)).toEqual(['b Друге', 'c Третє'])
    }
  })

  it('changes nothing when it is strict and something is missing', () => {
    const block = blockOf('One. Two.')
    const xliff = exported({
      block,
      segments: [
        { start: 0, end: 4 },
        { start: 5, end: 9 },
      ],
    })
    const merged = (targets: (string | undefined)[]) =>
      mergeXliff(documentOf(block), readXliff(fill(xliff, targets)).value, { strict: true }).value.changes.size
    expect(merged(['Один.', undefined])).toBe(0)
    expect(merged(['Один.', 'Два.'])).toBe(1)
  })

  it('gives the block back where every target is its source', () => {
    const law = anyBlock.chain(block => fc.tuple(fc.constant(block), anySegments(block)))
    fc.assert(
      fc.property(law, ([block, segments]: readonly [Block, { start: number; end: number }[]]) => {
        const xliff = exported({ block, segments })
        const untouched = mergeXliff(documentOf(block), readXliff(xliff).value)
        expect([untouched.value.changes.size, untouched.problems]).toEqual([0, []])
        const { value, problems } = mergeXliff(documentOf(block), readXliff(filledWithSource(xliff)).value)
        expect(problems).toEqual([])
        const runs = value.changes.get(block.id)
        expect(value.segments.some(s => s.status === 'translated')).toBe(
          runs !== undefined && value.segments.length > 0,
        )
        if (runs) expect(notationOf(runs)).toBe(notationOf(block.runs))
        // nothing is new text: a format copies every unit from its source
        const mapped = (runs ?? []).flatMap(run => (run.kind === 'text' ? run.map : []))
        if (runs)
          expect(mapped.reduce((sum, piece) => sum + piece.length, 0)).toBe(
            runsText(runs.filter(run => run.kind === 'text')).length,
          )
      }),
      { numRuns: 300 },
    )
  })

  it('takes the way over 1.2, for tools that know no other', () => {
    const law = anyBlock.chain(block => fc.tuple(fc.constant(block), anySegments(block)))
    fc.assert(
      fc.property(law, ([block, segments]) => {
        // 1.2 has no word for characters that XML forbids, halves of characters among them
        const text = runsText(block.runs)
        fc.pre(
          segments.every(({ start, end }) => [start, end].every(at => !/[\ud800-\udbff]/.test(text[at - 1] ?? ''))),
        )
        fc.pre(
          !/[^\t\n\r -\ud7ff\ue000-\ufffd]/.test(runsText(block.runs).replace(/[\ud800-\udbff][\udc00-\udfff]/g, '')),
        )
        const xliff = exported({ block, segments })
        const old = convertXliff(xliff, readXliff(xliff).value, '1.2').value
        const { value } = readXliff(old)
        const changes = [...unitsOf(value)].flatMap(unit =>
          unit.segments.map(segment => ({ unit, segment, target: segment.source.runs })),
        )
        const translated = readXliff(writeXliff(old, value, changes).value)
        expect(translated.problems).toEqual([])
        const merged = mergeXliff(documentOf(block), translated.value)
        expect(merged.problems).toEqual([])
        const runs = merged.value.changes.get(block.id)
        if (runsText(block.runs).trim() !== '') expect(runs && notationOf(runs)).toBe(notationOf(block.runs))
      }),
      { numRuns: 150 },
    )
  })
})
