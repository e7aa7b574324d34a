import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openMemory } from '../../src/node/index.ts'
import { exportDocument, openXliff, profileOf, profiles, remember, type Source } from '../../src/project/index.ts'
import { readXliff, unitsOf, validateXliff, writeXliff, type XliffVersion } from '../../src/xliff/index.ts'
import { i18nextMessage, icuMessage, jsonCatalog } from '../formats/json-documents.ts'
import { openTestProject, settings } from '../lint/open.ts'
import { docxDocument } from '../support/docx-documents.ts'
import { htmlDocument } from '../support/html-documents.ts'
import { markdownDocument } from '../support/markdown-documents.ts'
import { odtDocument } from '../support/odt-documents.ts'
import { schemaFaults, schemasAbsent } from '../xliff/schemas.ts'

const project = await openTestProject()
const bytes = (text: string) => new TextEncoder().encode(text)
const lines = (seed: number) => markdownDocument(seed).replace(/[^\p{L}\p{N}\s.,?!<>&]/gu, ' ')

const documents: Readonly<Record<string, (seed: number) => Source>> = {
  Markdown: seed => ({ path: 'x.md', bytes: bytes(markdownDocument(seed)) }),
  HTML: seed => ({ path: 'x.html', bytes: bytes(htmlDocument(seed)) }),
  text: seed => ({ path: 'x.txt', bytes: bytes(lines(seed)) }),
  DOCX: seed => ({ path: 'x.docx', bytes: docxDocument(seed) }),
  ODT: seed => ({ path: 'x.odt', bytes: odtDocument(seed) }),
  ICU: seed => ({ path: 'x.json', bytes: bytes(jsonCatalog(seed, icuMessage, [''])) }),
  i18next: seed => ({ path: 'x.json', bytes: bytes(jsonCatalog(seed, i18nextMessage, ['', '_one', '_other'])) }),
  SRT: seed => ({ path: 'x.srt', bytes: bytes(subtitles(lines(seed))) }),
}

const subtitles = (text: string) =>
  text
    .split(/\n+/)
    .filter(line => /\p{L}/u.test(line))
    .map(
      (line, i) =>
        `${i + 1}\n00:00:${String(i % 60).padStart(2, '0')},000 --> 00:00:59,000\n<i>${line.trim().slice(0, 60)}</i>\n`,
    )
    .join('\n')

/** Generated documents of each format; TLUMACH_DOCUMENTS=40 is the full count. */
const each = Math.ceil(Number(process.env.TLUMACH_DOCUMENTS ?? 8) / Object.keys(documents).length)
const versions: readonly XliffVersion[] = ['1.2', '2.0', '2.1', '2.2']

const folder = mkdtempSync(join(tmpdir(), 'tlumach-valid-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

if (schemasAbsent) console.log(`schema tests skipped: ${schemasAbsent}`)

/** Every segment translated by its source, so that a memory has something to offer. */
function filled(xliff: string): string {
  const { value } = readXliff(xliff)
  const changes = [...unitsOf(value)].flatMap(unit =>
    unit.segments.map(segment => ({ unit, segment, target: segment.source.runs, state: 'final' as const })),
  )
  return writeXliff(xliff, value, changes).value
}

describe.each(Object.entries(documents))('exported %s with matches of a memory', (name, documentOf) => {
  it(`is valid in every version and for every program (${each} documents)`, { timeout: 1_200_000 }, async () => {
    const files = new Map<XliffVersion, string[]>(versions.map(version => [version, []]))
    let candidates = 0
    for (let seed = 1; seed <= each; seed++) {
      const document = documentOf(seed)
      const memory = await openMemory(join(folder, `${name}-${seed}.sqlite`))
      const base = { from: 'en', to: ['uk'] } as const
      const [plain] = (await exportDocument(project, document, settings(), base)).files
      // A generated catalog may be without text.
      if (!plain) continue
      await remember(memory, openXliff({ path: 'x.xlf', bytes: bytes(filled(plain.text)) }))
      for (const profile of [undefined, ...profiles.map(({ id }) => id)]) {
        for (const version of versions) {
          const options = { ...base, version, memory, ...(profile !== undefined && { profile }) }
          const [file] = (await exportDocument(project, document, settings(), options)).files
          const { value } = readXliff(file!.text)
          const found = [...unitsOf(value)].flatMap(({ matches }) => matches)
          if (profileOf(profile)?.matches === false) expect(found).toEqual([])
          candidates += found.length
          expect(validateXliff(file!.text, { strict: true }).problems, `${profile} ${version}`).toEqual([])
          files.get(version)!.push(file!.text)
        }
      }
      memory.close()
    }
    expect(candidates).toBeGreaterThan(0)
    if (schemasAbsent) return
    for (const [version, texts] of files) expect(schemaFaults(texts, version)).toEqual([])
  })
})

describe('a candidate in XLIFF 1.2', () => {
  it('is an alt-trans with its quality, its origin and both texts, unless the program takes it for the translation', async () => {
    const memory = await openMemory(join(folder, 'one.sqlite'))
    await memory.put([
      {
        ...{ sourceLanguage: 'en', targetLanguage: 'uk', origin: 'old.tmx' },
        source: [
          'They met near the ',
          { kind: 'open', id: '1', data: '<b>' },
          'river',
          { kind: 'close', id: '1', data: '</b>' },
          ' on Monday.',
        ],
        target: [
          'Вони зустрілися біля ',
          { kind: 'open', id: '1', data: '<b>' },
          'річки',
          { kind: 'close', id: '1', data: '</b>' },
          ' у понеділок.',
        ],
      },
    ])
    const document = { path: 'a.md', bytes: bytes('They met near the **river** on Friday.\n') }
    for (const { id, matches } of profiles) {
      const options = { from: 'en', to: ['uk'], version: '1.2', profile: id, memory } as const
      const text = (await exportDocument(project, document, settings(), options)).files[0]!.text
      const [candidate] = text.match(/<alt-trans[\s\S]*?<\/alt-trans>/) ?? []
      if (matches === false) expect([id, candidate]).toEqual([id, undefined])
      else
        expect([id, candidate]).toEqual([
          id,
          expect.stringMatching(
            /^<alt-trans[^>]* match-quality="\d\d"[\s\S]*<source[\s\S]*river[\s\S]*<target[\s\S]*річки/,
          ),
        ])
    }
    memory.close()
  })
})
