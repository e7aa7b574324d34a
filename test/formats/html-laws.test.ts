import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { type Block, blockText, editRuns, newText, objectCharacter, type Run } from '../../src/content/index.ts'
import { openFormat } from '../../src/formats/index.ts'
import { htmlDocument } from '../support/html-documents.ts'
import { htmlSkeleton as skeleton } from '../support/html-skeleton.ts'
import { changed, checkLaws, checkMaps } from './format-laws.ts'
import { structure } from './show.ts'

const html = await openFormat('html')

/** The HTML files below folders, small enough to be read in a test. */
function htmlFiles(...folders: string[]): string[] {
  return folders.flatMap(folder => {
    try {
      return readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile() && /\.x?html?$/i.test(entry.name))
        .map(entry => `${entry.parentPath}/${entry.name}`)
    } catch {
      return []
    }
  })
}

const packages = fileURLToPath(new URL('../../node_modules', import.meta.url))
const all = htmlFiles(packages, '/usr/share/doc', '/usr/share/perl', '/usr/share/javascript', '/usr/lib/python3')
/** Some of all that are here; `TLUMACH_FILES=2000` reads more. */
const most = Number(process.env.TLUMACH_FILES ?? 120)
const found = all.filter((_, i) => i % Math.ceil(all.length / most) === 0)

/** Every letter another one: what pseudo-translation does. */
const pseudo = (runs: readonly Run[]): Run[] =>
  runs.map(run => (run.kind === 'text' ? newText(run.text.replace(/\p{L}/gu, 'ž')) : run))

function checkHtml(source: string): void {
  checkLaws(html, source)
  const { value: document } = html.read(source)
  const written = html.write(
    source,
    document,
    changed(document, block => pseudo(block.runs)),
  )
  expect(skeleton(written)).toEqual(skeleton(source))
  const meant = document.blocks.map(block => ({ ...block, runs: pseudo(block.runs) }))
  expect(structure(html.read(written).value)).toEqual(structure({ ...document, blocks: meant }))
}

describe('what is read is written back, and a translation keeps the tree', () => {
  it('200 generated documents', () => {
    for (let seed = 1; seed <= 200; seed++) checkHtml(htmlDocument(seed))
  })

  it.skipIf(found.length < 10)(
    found.length < 10 ? 'files of installed packages: too few are here' : 'files of installed packages',
    { timeout: 120_000 },
    () => {
      for (const file of found) {
        const source = readFileSync(file, 'utf8')
        if (source.length < 200_000) checkHtml(source)
      }
    },
  )

  it('any text', () => {
    const signs = fc.constantFrom(
      ...'aЇї <>&;/="\'!-?[]{}%#\n\r\t\u00a0\ufffc'.split(''),
      ...'<p> </p> <b> </b> <br> <div> </div> <!-- --> <li> <img alt= title=" <code> </code> <script> </script> {{ }} [x] [/x]'.split(
        ' ',
      ),
      ...[
        '&amp',
        '&#32;',
        '\n\n',
        '\r\n',
        '<title>',
        '<svg>',
        '</svg>',
        '<i lang=fr>',
        '<a translate=no>',
        '[embed]',
        '[/embed]',
        '<?php ',
      ],
    )
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 40 }), parts => {
        const source = parts.join('')
        const { value: document } = html.read(source)
        checkMaps(source, document)
        expect(
          html.write(
            source,
            document,
            changed(document, block => block.runs),
          ),
        ).toBe(source)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('text is what another parser finds', () => {
  /** All text of parse5's tree, without white space. */
  function textOf(source: string): string {
    let out = ''
    const visit = (node: DefaultTreeAdapterTypes.Node): void => {
      if (node.nodeName === '#text' && 'value' in node) out += node.value
      if ('childNodes' in node) for (const child of node.childNodes) visit(child)
    }
    visit(parse(source))
    return out.replace(/\s/g, '')
  }
  const signs = (...more: string[]) =>
    fc.array(fc.constantFrom(...'aї;=#&1x<>/!-?"\''.split(''), ' ', '\n', ...more), { maxLength: 30 })

  it('between tags', () => {
    const tags =
      '<p> </p> <b> </b> <div> <li> <h1> </h1> <br/> <i <a/b= title=" class=\'> <!-- --> <!-> --!> <!x </ </3 <3'.split(
        ' ',
      )
    fc.assert(
      fc.property(signs(...tags, '<img alt=', '<x y'), parts => {
        const source = `<body>${parts.join('')}`
        const own = html.read(source).value.blocks.filter(({ kind }) => kind !== 'alt-text' && kind !== 'title')
        expect(
          own
            .map(blockText)
            .join('')
            .replace(/[\s\ufffc\u200b]/g, ''),
        ).toBe(textOf(source))
      }),
      { numRuns: 3000 },
    )
  })

  it('in references', () => {
    const references =
      '&amp &not &notin; &lt &copy; &frac34 &AMP &#x41F &#1055; &#128; &#0; &#xD800; &#99999999; in it ; x'.split(' ')
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...references, '&', '&#', '=', 'a'), { minLength: 1, maxLength: 8 }),
        parts => {
          const text = parts.join('')
          const source = `<p title="y${text}">y${text}`
          const paragraph = (parse(source).childNodes[0] as DefaultTreeAdapterTypes.Element).childNodes[1]
          const [element] = (paragraph as DefaultTreeAdapterTypes.Element)
            .childNodes as DefaultTreeAdapterTypes.Element[]
          const [title, body] = html.read(source).value.blocks.map(blockText)
          expect(title).toBe(element!.attrs[0]!.value)
          expect(body!.replace(/\s/g, '')).toBe(textOf(source))
        },
      ),
      { numRuns: 3000 },
    )
  })
})

describe('new text means itself', () => {
  const places = [
    ['paragraph', (text: string) => `<p>${text}</p>`],
    ['loose text', (text: string) => `${text}`],
    ['beside codes', (text: string) => `<p>a <b>${text}</b><br>c`],
    ['after a break', (text: string) => `a<br> ${text} <i>b</i>`],
    ['title', (text: string) => `<title>${text}</title>`],
    ['description of an image', (text: string) => `<p>a <img alt="${text}"> b`],
    ['single quotes', (text: string) => `<p title='${text}'>a`],
    ['no quotes', (text: string) => `<img alt=${text}>`],
    ['with shortcodes', (text: string) => `[x]a[/x] ${text} [y b=c]`],
  ] as const
  const signs = fc.constantFrom(
    ...'aЇї. <>&;/="\'!-?[]{}%#\n\t\u00a0`'.split(''),
    ...[
      '&amp;',
      '&lt',
      '<b>',
      '</p>',
      '<!--',
      '-->',
      '{{',
      '}}',
      '{% x %}',
      '[x]',
      '[/x]',
      '[a b=c]',
      '[gallery]',
      '  ',
      '\n\n',
    ],
  )
  const texts = fc
    .array(signs, { minLength: 1, maxLength: 14 })
    .map(parts => parts.join(''))
    .filter(text => /\S/.test(text))
  for (const [name, wrap] of places) {
    it(name, () => {
      const source = wrap('Probe')
      const { value: document } = html.read(source)
      const probe = document.blocks.find(block => blockText(block).includes('Probe'))!
      fc.assert(
        fc.property(texts, text => {
          const at = blockText(probe).indexOf('Probe')
          const runs = editRuns(probe.runs, [{ span: { start: at, end: at + 5 }, insert: text }])
          const written = html.write(source, document, new Map([[probe.id, runs]]))
          const expected = { ...document, blocks: document.blocks.map(b => (b === probe ? { ...b, runs } : b)) }
          expect(structure(html.read(written).value)).toEqual(structure(expected))
        }),
        { numRuns: 300 },
      )
    })
  }
})

describe('edits in whole documents', () => {
  const texts = fc.array(
    fc.constantFrom(
      ...'aЇ. <>&;/="\'-[]{}\n\t\u00a0'.split(''),
      '&amp;',
      '</p>',
      '<!--',
      '\n\n',
      '{{',
      '}}',
      '[x]',
      '[/x]',
      '  ',
    ),
    { maxLength: 6 },
  )
  /** Where in a block (of 1), how many units, and what stands there then. */
  const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(6), texts })

  it('read back as they were meant and leave the tree alone', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.array(edit, { minLength: 1, maxLength: 8 }), (seed, edits) => {
        const source = htmlDocument(seed)
        const { value: document } = html.read(source)
        const blocks = document.blocks.map((block, i) => edited(block, edits[i % (edits.length + 1)]))
        const changes = new Map(blocks.filter((b, i) => b !== document.blocks[i]).map(b => [b.id, b.runs]))
        const written = html.write(source, document, changes)
        expect(structure(html.read(written).value)).toEqual(structure({ ...document, blocks }))
        const elements = (page: string) => skeleton(page).filter(line => !line.endsWith(' #text'))
        expect(elements(written)).toEqual(elements(source))
      }),
      { numRuns: 200 },
    )
  })

  /** The block with the edit made, as it is where a code would go, or come to the rim, where a comment is none of a block. */
  function edited(block: Block, edit: { at: number; length: number; texts: readonly string[] } | undefined): Block {
    if (!edit) return block
    const text = blockText(block)
    const start = Math.floor(edit.at * text.length)
    const span = { start, end: Math.min(text.length, start + edit.length) }
    if (text.slice(span.start, span.end).includes(objectCharacter)) return block
    const runs = editRuns(block.runs, [{ span, insert: edit.texts.join('') }])
    const kept = runs.filter(run => run.kind === 'text')
    const hasRims = [kept.at(0), kept.at(-1)].every(run => run !== undefined && /\S/.test(run.text))
    return hasRims ? { ...block, runs } : block
  }
})

describe('linear', () => {
  const long = (unit: string, count: number) => unit.repeat(count)
  const sources: readonly (readonly [string, string])[] = [
    ['nested blocks', `${long('<div>', 100_000)}a${long('</div>', 100_000)}`],
    ['nested inline elements', `${long('<b>', 100_000)}a${long('</b>', 100_000)}`],
    ['elements that nobody closes', long('<i>a', 100_000)],
    ['ends of nothing', `<p>${long('<i>', 50_000)}${long('</b>', 50_000)}a`],
    ['a long value', `<img alt="${long('a ', 5_000_000)}">`],
    ['a text without tags', long('слово за словом ', 70_000)],
    [
      'signs that open nothing',
      `${long('<', 100_000)}${long('&', 100_000)}${long('{{', 100_000)}${long('[a ', 100_000)}`,
    ],
    ['comments without end', `a${long('<!--', 100_000)}`],
    ['white space', `<p>a${long(' ', 500_000)}b${long('\n', 500_000)}`],
  ]
  for (const [name, source] of sources) {
    it(name, { timeout: 30_000 }, () => {
      const { value: document } = html.read(source)
      const unchanged = html.write(
        source,
        document,
        changed(document, block => block.runs),
      )
      expect(unchanged === source).toBe(true)
    })
  }
})
