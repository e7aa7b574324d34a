import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockText, type Document, editRuns, newText } from '../../src/content/index.ts'
import { openFormat } from '../../src/formats/index.ts'
import { markdownDocument } from '../support/markdown-documents.ts'
import { changed, checkLaws, checkMaps } from './format-laws.ts'
import { structure } from './show.ts'

const markdown = await openFormat('markdown')
const plain = await openFormat('plain')

const root = fileURLToPath(new URL('../..', import.meta.url))

function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.toLowerCase().endsWith(ending))
    .map(name => join(root, folder, name))
    .sort()
}

describe('what is read is written back', () => {
  it('200 generated Markdown documents', () => {
    for (let seed = 1; seed <= 200; seed++) checkLaws(markdown, markdownDocument(seed))
  })

  it('every Markdown file of the installed packages', () => {
    const files = filesBelow('node_modules', '.md')
    expect(files.length).toBeGreaterThanOrEqual(100)
    for (const file of files) checkLaws(markdown, readFileSync(file, 'utf8'))
  })

  it('the examples', () => {
    const files = [...filesBelow('examples', '.md'), ...filesBelow('examples', '.txt')]
    expect(files.length).toBeGreaterThanOrEqual(6)
    for (const file of files) checkLaws(file.endsWith('.md') ? markdown : plain, readFileSync(file, 'utf8'))
  })

  it('any text, as plain text and as Markdown', () => {
    const signs = fc.constantFrom(
      ...'aЇї *_`[]()!<>&;#-+=|~\\\n\r\t0.1:/@"\'^\u00ad\u00a0\ufffc'.split(''),
      '\n\n',
      '\r\n',
      '> ',
    )
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 60 }), parts => {
        const source = parts.join('')
        for (const format of [plain, markdown]) {
          const { value: document } = format.read(source)
          checkMaps(source, document)
          expect(
            format.write(
              source,
              document,
              changed(document, block => block.runs),
            ),
          ).toBe(source)
        }
      }),
      { numRuns: 1000 },
    )
  })
})

/** Every word of letters that stands in the source as it is, outside links whose text is their label. */
function* plainWords(document: Document): Generator<{ id: string; start: number; end: number; at: number }> {
  for (const block of document.blocks) {
    if (block.runs.some(run => run.kind === 'close' && /^\](?:\[\])?$/.test(run.label))) continue
    let offset = 0
    for (const run of block.runs) {
      if (run.kind === 'code') offset++
      if (run.kind !== 'text') continue
      for (const piece of run.map) {
        if (piece.length !== piece.end - piece.start) continue
        for (const word of run.text
          .slice(piece.at, piece.at + piece.length)
          .matchAll(/(?<![^\s])\p{L}{3,}(?![^\s])/gu)) {
          const start = offset + piece.at + word.index
          yield { id: block.id, start, end: start + word[0].length, at: piece.start + word.index }
        }
      }
      offset += run.text.length
    }
  }
}

describe('a word is changed and nothing else', () => {
  it('in generated Markdown documents', () => {
    let changes = 0
    for (let seed = 1000; seed < 1060; seed++) {
      const source = markdownDocument(seed)
      const { value: document } = markdown.read(source)
      for (const { id, start, end, at } of plainWords(document)) {
        const block = document.blocks.find(b => b.id === id)!
        const runs = editRuns(block.runs, [{ span: { start, end }, insert: 'Київ' }])
        const written = markdown.write(source, document, new Map([[id, runs]]))
        expect(written).toBe(`${source.slice(0, at)}Київ${source.slice(at + end - start)}`)
        changes++
      }
    }
    expect(changes).toBeGreaterThan(500)
  })
})

describe('new text means itself', () => {
  const places = [
    ['paragraph', (text: string) => text],
    ['heading', (text: string) => `## ${text}`],
    ['underlined heading', (text: string) => `${text}\n===`],
    ['list item', (text: string) => `- a\n- ${text}\n\n  more`],
    ['quotation', (text: string) => `> - ${text}\n> - b`],
    ['table cell', (text: string) => `| a | b |\n|---|---|\n| ${text} | c |`],
    ['image description', (text: string) => `See ![${text}](x.png) here`],
    ['link text', (text: string) => `See [${text}](x.html) here`],
    ['link title', (text: string) => `See [x](x.html "${text}") here`],
    ['caption', (text: string) => `![a](x.png)\n\n*${text}*`],
    ['footnote', (text: string) => `A[^1]\n\n[^1]: ${text}`],
    ['plain scalar', (text: string) => `---\ntitle: ${text}\n---\nA`],
    ['quoted scalar', (text: string) => `---\ntitle: '${text}'\n---\nA`],
    ['scalar in double quotes', (text: string) => `---\ntitle: "${text}"\n---\nA`],
  ] as const
  const signs = fc.constantFrom(
    ...'aЇї. *_`[]()!<>&;#-+=|~\\\n\t01:/@"\'^,'.split(''),
    ...[
      'www.',
      'https://x.y',
      'me@x.org',
      '&amp;',
      '[x]: y',
      '[^1]',
      '---',
      '  ',
      '1. ',
      '# ',
      '[ ] ',
      '```',
      '<b>',
      '**',
    ],
  )
  const texts = fc
    .array(signs, { minLength: 1, maxLength: 14 })
    .map(parts => parts.join(''))
    .filter(text => /\S/.test(text))

  for (const [name, wrap] of places) {
    it(name, () => {
      const source = wrap('Probe')
      const { value: document } = markdown.read(source)
      const probe = document.blocks.find(block => blockText(block).includes('Probe'))!
      fc.assert(
        fc.property(texts, text => {
          const runs = probe.runs.map(run =>
            run.kind === 'text' ? newText(run.text.replace('Probe', () => text)) : run,
          )
          const written = markdown.write(source, document, new Map([[probe.id, runs]]))
          const expected = { ...document, blocks: document.blocks.map(b => (b === probe ? { ...b, runs } : b)) }
          expect(structure(markdown.read(written).value)).toEqual(structure(expected))
        }),
        { numRuns: 300 },
      )
    })
  }
})
