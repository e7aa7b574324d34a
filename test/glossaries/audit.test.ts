import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { faultsOf } from '../../scripts/glossaries/faults.ts'
import { differences, readReferences } from '../../scripts/glossaries/references.ts'
import { sampleOf } from '../../scripts/glossaries/sample.ts'
import { readShipped } from '../../scripts/glossaries/shipped.ts'

const shipped = readShipped(fileURLToPath(new URL('../../glossaries/', import.meta.url)))
const folder = mkdtempSync(join(tmpdir(), 'tlumach-audit-'))
afterAll(() => rmSync(folder, { recursive: true }))

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
}

describe('faults', () => {
  it('the shipped glossaries have none', () => expect(faultsOf(shipped)).toEqual([]))

  it('are found', () => {
    write(
      'glossaries/a.yaml',
      `- { id: a, kind: place, uk: { name: Київ }, source: x }
- { id: b, kind: organisation, uk: { name: Дім }, ru: { name: Дом }, source: x }
- { id: c, kind: term, uk: { name: Сир }, ru: { name: Сыр }, en: [Cheese], source: x }
- { id: d, kind: place, uk: { name: Львів }, ru: { name: Львов }, former: [{ uk: Лев }] }
- { id: e, kind: place, uk: { name: Суми }, ru: { name: Сумы }, variants: [{ text: Sumi, usedBy: [{ who: X, source: x }] }], source: x }
`,
    )
    write('glossaries/b.yaml', '- { id: d, kind: place, uk: { name: Львів }, ru: { name: Львов }, source: x }\n')
    const found = faultsOf(readShipped(join(folder, 'glossaries')))
    expect(found.map(({ file, id, fault }) => `${file} ${id}: ${fault}`)).toEqual([
      'a.yaml a: no name in ru',
      'a.yaml b: no English name',
      'a.yaml c: Cheese neither follows from a scheme nor says why',
      'a.yaml d: no source',
      'a.yaml d: a former name without date or reason',
      'a.yaml e: X uses Sumi, but when?',
      'b.yaml d: stands in a.yaml, too',
      'b.yaml d: has the names of d',
    ])
  })
})

describe('samples', () => {
  it('are the same for the same seed, and hold nothing twice', () => {
    const ids = (seed: number) => sampleOf(shipped.entries, 100, seed).map(({ concept }) => concept.id)
    expect(ids(1)).toEqual(ids(1))
    expect(ids(1)).not.toEqual(ids(2))
    expect(new Set(ids(1)).size).toBe(100)
  })
})

describe('reference works', () => {
  /** A catalog of gettext with one message. */
  function catalog(from: string, to: string): Uint8Array {
    const [a, b] = [from, to].map(text => Buffer.from(text))
    const head = Buffer.alloc(44)
    const texts = 44
    const numbers = [0x950412de, 0, 1, 28, 36, 0, 0, a!.length, texts, b!.length, texts + a!.length + 1]
    for (const [i, number] of numbers.entries()) head.writeUInt32LE(number, i * 4)
    return Buffer.concat([head, a!, Buffer.from([0]), b!, Buffer.from([0])])
  }

  it('are read where they are, and compared', () => {
    for (const [lang, name] of Object.entries({ en: 'France', uk: 'Франція', ru: 'Фрация' })) {
      const tree = { main: { [lang]: { localeDisplayNames: { territories: { FR: name, '001': 'x' } } } } }
      write(`cldr/main/${lang}/territories.json`, JSON.stringify(tree))
    }
    for (const [lang, name] of Object.entries({ uk: 'Відень', ru: 'Вена' })) {
      const tree = { zone: { Europe: { Vienna: { exemplarCity: name } } } }
      write(`cldr/main/${lang}/timeZoneNames.json`, JSON.stringify(tree))
    }
    write('iso/iso_3166-2.json', JSON.stringify({ '3166-2': [{ code: 'UA-46', name: 'Lvivska oblast' }] }))
    write('locale/uk/LC_MESSAGES/iso_3166-2.mo', catalog('Lvivska oblast', 'Львівська область'))
    write('locale/ru/LC_MESSAGES/iso_3166-2.mo', catalog('Lvivska oblast', 'Львовская область'))
    const references = readReferences(folder)
    expect(references.map(({ key, en, uk, ru }) => [key, en, uk, ru])).toEqual([
      ['FR', 'France', 'Франція', 'Фрация'],
      ['Vienna', undefined, 'Відень', 'Вена'],
      ['UA-46', undefined, 'Львівська область', 'Львовская область'],
    ])
    expect(differences(shipped.entries, references)).toEqual({
      agreeing: 2,
      differing: [{ id: 'france', here: 'Франція / Франция', there: 'Франція / Фрация', work: 'CLDR territories FR' }],
    })
  })
})
