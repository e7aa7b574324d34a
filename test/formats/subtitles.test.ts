import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Format, newText, type Run } from '../../src/content/index.ts'
import { openFormat } from '../../src/formats/index.ts'
import { changed, checkLaws } from './format-laws.ts'
import { showRuns } from './show.ts'

const srt = await openFormat('srt')
const vtt = await openFormat('vtt')

const shown = (format: Format, source: string) => format.read(source).value.blocks.map(block => showRuns(block.runs))
const codes = (format: Format, source: string) => format.read(source).problems.map(problem => problem.code)

describe('SRT', () => {
  const check = (source: string, ...expected: string[]) => {
    expect(shown(srt, source)).toEqual(expected)
    expect(srt.write(source, srt.read(source).value, new Map())).toBe(source)
  }

  it('reads cues with their lines and codes', () => {
    check(
      '1\n00:00:01,000 --> 00:00:02,500\n<i>Good evening,</i>\nKyiv.\n\n2\n00:00:03,000 --> 00:00:04,000 X1:40 X2:600\n{\\an8}Yes &amp; no < 3\n',
      '⟨<i>⟩Good evening,⟨/</i>⟩\nKyiv.',
      '⟨.{\\an8}⟩Yes &amp; no < 3',
    )
  })

  it('reads what players read: CRLF, a mark at the start, no counters, no blank lines, dots, many hours', () => {
    check('\ufeff1\r\n00:00:01,000 --> 00:00:02,000\r\nA\r\nB\r\n', 'A\nB')
    check('00:00:01.000-->00:00:02.000\nA\n\n123:00:03.0 --> 123:00:04.0\nB', 'A', 'B')
    check('1\n00:00:01,000 --> 00:00:02,000\nA\n2\n00:00:03,000 --> 00:00:04,000\nB\n', 'A', 'B')
    check('1\n00:00:01,000 --> 00:00:02,000\n\n2\n00:00:03,000 --> 00:00:04,000\n42\n', '42')
  })

  it('takes a tag without a partner as it stands', () => {
    check(
      '00:00:01,000 --> 00:00:02,000\n<b>A</i> <font color="red">B</font>\n',
      '⟨.<b>⟩A⟨.</i>⟩ ⟨<font color="red">⟩B⟨/</font>⟩',
    )
  })

  it('says where it is damaged', () => {
    expect(codes(srt, '')).toEqual([])
    expect(codes(srt, 'Just a text.\n')).toEqual(['subtitle-no-cues'])
    expect(codes(srt, '1\n00:00:01,000 --> 00:00:02,000\nA\n\nstray\nlines\n')).toEqual(['subtitle-stray-text'])
    expect(codes(srt, '1\n00:00:05,000 --> 00:00:02,000\nA\n')).toEqual(['subtitle-timing'])
    expect(codes(srt, '1\n00:00 --> 00:00:02,000\nA\n')).toEqual(['subtitle-timing'])
  })

  it('tells how long a cue is shown, and the sentence it is a part of', () => {
    const source = '1\n00:00:01,000 --> 00:00:03,500\nHe came\n\n2\n00:00:04,000 --> 00:00:05,000\nand left.\n'
    const [first, second] = srt.forTarget!('uk').read(source).value.blocks
    expect(first!.limits).toEqual({ lines: 2, charactersPerLine: 42, charactersPerSecond: 17, seconds: 2.5 })
    expect(first!.notes).toEqual([{ category: 'context', text: 'He came and left.' }])
    expect(second!.notes).toEqual([{ category: 'context', text: 'He came and left.' }])
    expect(srt.forTarget!('en-GB').read(source).value.blocks[0]!.limits!.charactersPerSecond).toBe(20)
  })
})

describe('WebVTT', () => {
  const check = (source: string, ...expected: string[]) => {
    expect(shown(vtt, source)).toEqual(expected)
    expect(vtt.write(source, vtt.read(source).value, new Map())).toBe(source)
  }

  it('reads cues, entities, tags and timestamps', () => {
    check(
      'WEBVTT - news\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nNOTE for\nus\n\nintro\n00:01.000 --> 00:02.000 align:start\n<v Anna>Q&amp;A &lt;live&gt; Q&A</v> <c.loud>now</c>\n<00:00:01.500>then\n',
      '⟨<v Anna>⟩Q&A <live> Q&A⟨/</v>⟩ ⟨<c.loud>⟩now⟨/</c>⟩\n⟨.<00:00:01.500>⟩then',
    )
    expect(vtt.read('WEBVTT\n\nNOTE a\nb\n').value.comments.map(c => c.text)).toEqual([' a\nb'])
  })

  it('leaves an open voice alone', () =>
    check('WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna>Hello\n', '⟨.<v Anna>⟩Hello'))

  it('says where it is damaged', () => {
    expect(codes(vtt, '00:01.000 --> 00:02.000\nA\n')).toEqual(['subtitle-no-header'])
    expect(codes(vtt, 'WEBVTT\n\n00:01.000 --> 00:02.000\nA\n\nlost\n')).toEqual(['subtitle-stray-text'])
  })
})

const signs = fc.constantFrom(
  ...'aЇ <>&;.-{}\\/0:,"'.split(''),
  '-->',
  '&lt;',
  '00:00:01,000 --> 00:00:02,000',
  '\n',
  'слово',
  '<i>',
  '</i>',
)
const lineOf = fc
  .array(signs, { minLength: 1, maxLength: 8 })
  .map(parts => parts.join('').replace(/\n/g, ' ').trim() || 'x')
const clock = (seconds: number, sign: string) =>
  `${String(Math.floor(seconds / 3600)).padStart(2, '0')}:${String(Math.floor(seconds / 60) % 60).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}${sign}000`

/** Files whose lines are any that do not look like a timing. */
const files = (sign: string, head: string) =>
  fc
    .array(
      fc.array(
        lineOf.filter(line => !line.includes('-->')),
        { minLength: 1, maxLength: 3 },
      ),
      { minLength: 1, maxLength: 12 },
    )
    .chain(cues =>
      fc.constantFrom('\n', '\r\n').map(
        end =>
          head +
          cues
            .map((lines, i) => `${i + 1}\n${clock(i * 4, sign)} --> ${clock(i * 4 + 3, sign)}\n${lines.join('\n')}\n\n`)
            .join('')
            .replaceAll('\n', end),
      ),
    )

describe.each([
  ['SRT', srt, ',', ''],
  ['WebVTT', vtt, '.', 'WEBVTT\n\n'],
] as const)('%s', (_, format, sign, head) => {
  it('is written back as it was read, in 200 generated files', () => {
    fc.assert(
      fc.property(files(sign, head), source => checkLaws(format, source)),
      { numRuns: 200 },
    )
  })

  it('keeps timing and codes when every text changes', () => {
    fc.assert(
      fc.property(files(sign, head), source => {
        const { value: document } = format.read(source)
        const pseudo = (runs: readonly Run[]) =>
          runs.map(run => (run.kind === 'text' ? newText(run.text.replace(/\p{L}/gu, 'ї')) : run))
        const written = format.write(
          source,
          document,
          changed(document, block => pseudo(block.runs)),
        )
        const timings = (text: string) => text.match(/^.*-->.*$/gm)
        expect(timings(written)).toEqual(timings(source))
        expect(shown(format, written)).toEqual(document.blocks.map(block => showRuns(pseudo(block.runs))))
      }),
      { numRuns: 100 },
    )
  })

  it('never throws, whatever it reads', () => {
    fc.assert(fc.property(fc.array(signs, { maxLength: 60 }), parts => void checkRead(format, parts.join(''))))
  })

  it('takes new text of any kind into one cue', () => {
    const source = `${head}1\n${clock(0, sign)} --> ${clock(2, sign)}\nProbe\n\n2\n${clock(3, sign)} --> ${clock(4, sign)}\nNext\n`
    const { value: document } = format.read(source)
    fc.assert(
      fc.property(fc.array(signs, { minLength: 1, maxLength: 10 }), parts => {
        const written = format.write(source, document, new Map([['c1', [newText(parts.join(''))]]]))
        const again = format.read(written)
        expect(again.problems).toEqual([])
        expect(again.value.blocks.at(-1)).toMatchObject({ id: 'c2' })
      }),
    )
  })
})

const checkRead = (format: Format, source: string) => {
  const { value: document } = format.read(source)
  expect(
    format.write(
      source,
      document,
      changed(document, block => block.runs),
    ),
  ).toBe(source)
}
