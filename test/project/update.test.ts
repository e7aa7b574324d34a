import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runsText } from '../../src/content/index.ts'
import { exportDocument, mergeDocument, openXliff, update } from '../../src/project/index.ts'
import {
  type Content,
  readXliff,
  type Segment,
  unitsOf,
  validateXliff,
  writeXliff,
  type XliffVersion,
} from '../../src/xliff/index.ts'
import { openTestProject, settings, source } from '../lint/open.ts'

const project = await openTestProject()
const bytes = (text: string) => new TextEncoder().encode(text)
const text = (content: Content | undefined) => content && runsText(content.runs.filter(run => run.kind === 'text'))

type Translate = (source: string, nth: number) => string | undefined

async function exported(markdown: string, version: XliffVersion, embed = false): Promise<string> {
  const options = { from: 'en', to: ['uk'], version, embed } as const
  return (await exportDocument(project, source(markdown), settings(), options)).files[0]!.text
}

/** Targets as a translator writes them: the codes of the source, other words. */
function translated(xliff: string, translate: Translate): string {
  const { value } = readXliff(xliff)
  let nth = 0
  const changes = [...unitsOf(value)].flatMap(unit =>
    unit.segments.flatMap(segment => {
      if (segment.kind === 'ignorable') return []
      const said = translate(text(segment.source)!, nth++)
      if (said === undefined) return []
      const codes = segment.source.runs.filter(run => run.kind !== 'text')
      return [
        { unit, segment, target: [...codes, { kind: 'text' as const, text: said, map: [] }], state: 'final' as const },
      ]
    }),
  )
  return writeXliff(xliff, value, changes, { targetLanguage: 'uk' }).value
}

const segmentsOf = (xliff: string) =>
  [...unitsOf(readXliff(xliff).value)].flatMap(unit =>
    unit.segments.filter(({ kind }) => kind === 'segment').map(segment => ({ unit, segment })),
  )

const shown = ({ source, target, state, subState }: Segment) =>
  [text(source), text(target) ?? '–', state, ...(subState ? [subState.replace('xliff12:', '')] : [])].join(' | ')

async function updated(markdown: string, xliff: string) {
  const { result, problems } = await update(
    project,
    source(markdown),
    { path: 'x.uk.xlf', bytes: bytes(xliff) },
    settings(),
  )
  const now = new TextDecoder().decode(result!.bytes)
  expect(validateXliff(now, { strict: true }).problems.filter(p => p.severity === 'error')).toEqual([])
  return { ...result!, now, problems }
}

/** `before` translated (each target is its source in brackets), then carried over to `after`. */
async function check(before: string, after: string, expected: readonly string[], removed: readonly string[] = []) {
  for (const version of ['2.1', '2.0', '2.2'] as const) {
    const xliff = translated(await exported(before, version), said => `(${said})`)
    const { now, removed: gone } = await updated(after, xliff)
    expect(segmentsOf(now).map(({ segment }) => shown(segment))).toEqual(expected)
    expect(gone.map(({ target }) => target.filter(run => typeof run === 'string').join(''))).toEqual(removed)
  }
}

describe('update', () => {
  it('leaves what is the same byte for byte', async () => {
    for (const version of ['1.2', '2.1'] as const) {
      const before = translated(await exported('# One\n\nTwo **x**. Three.\n', version), said => `(${said})`)
      const { now, isChanged } = await updated('# One\n\nTwo **x**. Three.\n', before)
      expect([now, isChanged]).toEqual([before, false])
    }
  })

  it('keeps targets and states, asks for review where a source has changed, and gives back what has no place', () =>
    check(
      'First sentence stays as it is. The second sentence says four words.\n\nA paragraph that nobody wants.\n',
      'New beginnings everywhere.\n\nFirst sentence stays as it is. The second sentence says five words.\n',
      [
        'New beginnings everywhere. | – | initial',
        'First sentence stays as it is. | (First sentence stays as it is.) | final',
        'The second sentence says five words. | (The second sentence says four words.) | translated | needs-review-translation',
      ],
      ['(A paragraph that nobody wants.)'],
    ))

  it('tells what has changed, and offers the earlier pair', async () => {
    const xliff = translated(await exported('He said four words here.\n', '2.1'), () => 'Він сказав.')
    const { now } = await updated('He said five words here.\n', xliff)
    const [{ unit }] = segmentsOf(now) as [ReturnType<typeof segmentsOf>[number]]
    expect(unit.notes.map(note => [note.category, note.text])).toEqual([
      ['change', 'He said [-four-]{+five+} words here.'],
    ])
    expect(unit.matches.map(match => [text(match.source), text(match.target)])).toEqual([
      ['He said four words here.', 'Він сказав.'],
    ])
  })

  it('moves translations of equal paragraphs with their neighbours', () =>
    check('Alpha one.\n\nSame.\n\nBeta two.\n', 'Beta two.\n\nSame.\n\nAlpha one.\n\nSame.\n', [
      'Beta two. | (Beta two.) | final',
      'Same. | – | initial',
      'Alpha one. | (Alpha one.) | final',
      'Same. | (Same.) | final',
    ]))

  it('says where a translation could belong to several places', async () => {
    const xliff = translated(await exported('Same.\n\nOther.\n\nSame.\n', '2.1'), (said, nth) => `${said} ${nth}`)
    const { now, problems, removed } = await updated('Same.\n', xliff)
    expect(segmentsOf(now).map(({ segment }) => shown(segment))).toEqual([
      'Same. | Same. 0 | translated | needs-review-translation',
    ])
    expect(problems.map(p => p.code)).toEqual(['update-ambiguous'])
    expect(removed.map(({ target }) => target)).toEqual([['Other. 1'], ['Same. 2']])
  })

  it('keeps what tools have written into the file and into units that stay', async () => {
    const xliff = translated(await exported('One.\n\nTwo.\n', '2.1'), said => `(${said})`)
      .replace('<xliff ', '<xliff xmlns:t="urn:tool" ')
      .replace('</notes>', '</notes>')
      .replace(/<unit id="(u-[^"]*)" name="b1">/, '<unit id="$1" name="b1" t:seen="yes"><t:more>x</t:more>')
    const { now } = await updated('One.\n\nThree and more.\n', xliff)
    expect(now).toContain('t:seen="yes"><t:more>x</t:more>')
    expect(now).toContain('<target>(One.)</target>')
  })

  it('knows the source again: what was exported, updated and merged is the new document', async () => {
    for (const version of ['1.2', '2.1'] as const) {
      for (const embed of [false, true]) {
        const xliff = translated(await exported('One *a*.\n\nTwo.\n', version, embed), () => undefined)
        const after = 'Zero.\n\nOne *a*.\n\nTwo three.\n'
        const { now } = await updated(after, xliff)
        const opened = openXliff({ path: 'x.uk.xlf', bytes: bytes(now) })
        const merged = await mergeDocument(project, opened, source(after), settings())
        expect(merged.problems.map(p => p.code)).toEqual(Array(3).fill('merge-untranslated'))
        if (embed) expect(opened.origin.embedded).toBe(after)
      }
    }
  })
})

const word = fc.constantFrom('alpha', 'beta', 'gamma', 'delta', '**bold**', '*it*', 'Kyiv', '`x`', '[link](a)')
const sentence = fc.array(word, { minLength: 1, maxLength: 6 }).map(words => `The ${words.join(' ')}.`)
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 3 }).map(list => list.join(' '))
const paragraphs = fc.array(paragraph, { minLength: 1, maxLength: 6 })
type Step = { readonly at: number; readonly kind: 'drop' | 'double' | 'put' | 'swap' | 'word'; readonly text: string }
const step: fc.Arbitrary<Step> = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom('drop', 'double', 'put', 'swap', 'word'),
  text: sentence,
})

function edited(list: readonly string[], steps: readonly Step[]): string[] {
  const out = [...list]
  for (const { at, kind, text } of steps) {
    const i = at % Math.max(1, out.length)
    if (kind === 'drop' && out.length > 1) out.splice(i, 1)
    if (kind === 'double') out.splice(i, 0, out[i]!)
    if (kind === 'put') out.splice(i, 0, text)
    if (kind === 'swap') out.push(...out.splice(i, 1))
    if (kind === 'word') out[i] = out[i]!.replace(/alpha|beta|Kyiv|\*\*bold\*\*/, 'omega')
  }
  return out
}

describe('whatever happens to the source', () => {
  it('no translation is lost', async () => {
    const run = fc.asyncProperty(
      paragraphs,
      fc.array(step, { maxLength: 5 }),
      fc.constantFrom<XliffVersion>('1.2', '2.0', '2.1', '2.2'),
      fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
      async (list, steps, version, done) => {
        const xliff = translated(await exported(`${list.join('\n\n')}\n`, version), (_, nth) =>
          done[nth % done.length] ? `переклад ${nth}` : undefined,
        )
        const { now, removed } = await updated(`${edited(list, steps).join('\n\n')}\n`, xliff)
        const had = segmentsOf(xliff).flatMap(({ segment }) => text(segment.target) ?? [])
        const has = segmentsOf(now).flatMap(({ segment, unit }) => [
          text(segment.target) ?? '',
          ...unit.matches.map(match => text(match.target) ?? ''),
        ])
        const all = [...has, ...removed.map(({ target }) => target.filter(run => typeof run === 'string').join(''))]
        for (const target of had.filter(said => said !== '')) expect(all).toContain(target)
      },
    )
    await fc.assert(run, { numRuns: 150 })
  })
})

describe('update of a file that parts its texts in its own way', () => {
  const before = 'They met in Kyiv. Nobody signed. The talks go on.\n\nIt rained.\n'
  const after = 'They met in Kyiv. Nobody signed. The talks go on.\n\nIt rained. It snowed.\n'
  const carried = async (how: object, markdown: string) => {
    const options = { from: 'en', to: ['uk'], ...how } as const
    const [file] = (await exportDocument(project, source(before), settings(), options)).files
    const xliff = translated(file!.text, (_, nth) => `Переклад ${nth}.`)
    const { result } = await update(project, source(markdown), { path: 'x.xlf', bytes: bytes(xliff) }, settings())
    return { ...result!, text: new TextDecoder().decode(result!.bytes), xliff }
  }

  it('keeps a segment a paragraph, whatever its profile has become', async () => {
    const { text: now, kept, changed, added } = await carried({ profile: 'poedit' }, after)
    expect([kept, changed, added]).toEqual([1, 1, 0])
    const without = now.replaceAll(/profile=\w+|poedit/g, '')
    const again = await update(project, source(before), { path: 'x.xlf', bytes: bytes(without) }, settings())
    expect(segmentsOf(new TextDecoder().decode(again.result!.bytes))).toHaveLength(2)
  })

  it('keeps sentences joined and parted as they were', async () => {
    const [file] = (await exportDocument(project, source(before), settings(), { from: 'en', to: ['uk'] })).files
    const segment = (text: string, id: string) =>
      `<segment id="${id}"><source>${text}</source><target>Переклад ${id}.</target></segment>`
    const parted = file!.text.replace(
      /<segment id="s1">[\s\S]*?<\/segment>\s*(?=<\/unit>)/,
      `${segment('They met', 's1')}<ignorable><source> </source></ignorable>${segment('in Kyiv.', 's2')}<ignorable><source> </source></ignorable>${segment('Nobody signed. The talks go on.', 's3')}`,
    )
    const document = source(before.replace('It rained', 'It snowed').replace('They', 'Yesterday they said: they'))
    const { result } = await update(project, document, { path: 'x.xlf', bytes: bytes(parted) }, settings())
    expect(segmentsOf(new TextDecoder().decode(result!.bytes)).map(({ segment }) => text(segment.source))).toEqual([
      'Yesterday they said: they met in Kyiv.',
      'Nobody signed. The talks go on.',
      'It snowed.',
    ])
    const longer = source(before.replace('on.', 'on. It rained.'))
    const second = await update(project, longer, { path: 'x.xlf', bytes: bytes(parted) }, settings())
    expect(
      segmentsOf(new TextDecoder().decode(second.result!.bytes)).map(({ segment }) => text(segment.source)),
    ).toEqual(['They met', 'in Kyiv.', 'Nobody signed. The talks go on.', 'It rained.', 'It rained.'])
  })

  it.each(['1.2', '2.1'] as const)('follows a document that has another name (%s)', async version => {
    const options = { from: 'en', to: ['uk'], version } as const
    const [file] = (await exportDocument(project, source(before), settings(), options)).files
    const renamed = { ...source(after), path: 'texts/new name.md' }
    const { result } = await update(project, renamed, { path: 'x.xlf', bytes: bytes(file!.text) }, settings())
    const now = new TextDecoder().decode(result!.bytes)
    expect(now).toContain('original="texts/new name.md"')
    expect(now).toContain('href="texts/new%20name.md"')
    expect(validateXliff(now).problems).toEqual([])
    const moved = { ...source(before), path: `elsewhere/${source(before).path}` }
    const same = await update(project, moved, { path: 'x.xlf', bytes: bytes(file!.text) }, settings())
    expect(same.result!.isChanged).toBe(false)
  })
})

describe('what has changed', () => {
  const carry = async (before: string, after: string, path = 'x.md') => {
    const at = (text: string) => ({ ...source(text), path })
    const [file] = (await exportDocument(project, at(before), settings(), { from: 'en', to: ['uk'] })).files
    const xliff = { path: 'x.xlf', bytes: bytes(translated(file!.text, () => 'Переклад.')) }
    const { result } = await update(project, at(after), xliff, settings())
    const merged = await mergeDocument(project, openXliff(xliff), at(after), settings())
    const notes = segmentsOf(new TextDecoder().decode(result!.bytes)).flatMap(({ unit }) =>
      unit.notes.filter(({ category }) => category === 'change').map(note => note.text),
    )
    const { kept, changed, added, removed } = result!
    return {
      counts: [kept, changed, added, removed.length],
      notes,
      told: merged.problems.map(({ data }) => data?.change),
    }
  }

  it('under one key is one message, however much of it', async () => {
    const after = '{"pump": "{{count}} pumps in steady use"}'
    expect(await carry('{"pump": "{{count}} pumps"}', after, 'en.json')).toEqual({
      counts: [0, 1, 0, 0],
      notes: ['{{count}} pumps{+ in steady use+}'],
      told: [undefined, '{{count}} pumps{+ in steady use+}'],
    })
    expect(
      (await carry('{"pump": "{{count}} pumps"}', '{"pump": "Something else altogether"}', 'en.json')).counts,
    ).toEqual([0, 0, 1, 1])
  })

  it('leaves a file of 1.2 with its terms told once, and with the spaces between its segments', async () => {
    const [before, after] = [
      'He met Zelensky in Kyiv. Nobody signed.\n',
      'He met Zelensky in Kyiv. Nobody signed it.\n',
    ]
    const xliff = translated(await exported(before, '1.2'), () => 'Переклад.')
    const { result } = await update(project, source(after), { path: 'x.xlf', bytes: bytes(xliff) }, settings())
    const now = new TextDecoder().decode(result!.bytes)
    expect(now).toMatch(/<\/mrk> <mrk mtype="seg" mid="s2">[^<]*<\/mrk><\/target>/)
    const notes = now.match(/<note from="glossary".*/g)!
    expect(notes.length).toBeGreaterThan(0)
    expect(new Set(notes).size).toBe(notes.length)
  })

  it('may be the words that codes stand around', async () => {
    const { counts, notes } = await carry('It still *works* today.\n', 'It *still* works today.\n')
    expect([counts, notes]).toEqual([[0, 1, 0, 0], ['It still *works* today. → It *still* works today.']])
  })
})
