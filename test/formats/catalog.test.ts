import { parse } from '@formatjs/icu-messageformat-parser'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockText, type Document, newText, type Run, type TextFormat } from '../../src/content/index.ts'
import { catalogOf, openFormat } from '../../src/formats/index.ts'
import { changed, checkLaws } from './format-laws.ts'
import { i18nextMessage, icuMessage, jsonCatalog } from './json-documents.ts'
import { showRuns, withoutMaps } from './show.ts'

const i18next = await openFormat('i18next')
const icu = await openFormat('icu')

const shown = (format: TextFormat, source: string) =>
  format.read(source).value.blocks.map(block => `${block.id}: ${showRuns(block.runs)}`)

/** The source with new texts by id. */
function rewrite(format: TextFormat, source: string, texts: Readonly<Record<string, string>>): string {
  const { value: document } = format.read(source)
  return format.write(source, document, new Map(Object.entries(texts).map(([id, text]) => [id, [newText(text)]])))
}

/** The document's texts as they are, as new text. */
const same = (document: Document) => changed(document, block => withoutMaps(block.runs))

describe('i18next', () => {
  const check = (value: unknown, ...expected: string[]) =>
    expect(shown(i18next, JSON.stringify(value))).toEqual(expected)

  it('reads nested and flat keys, arrays and codes', () => {
    check(
      { a: { b: 'Hi {{name, upper}}', 'c.d': ['x', { e: '$t(a.b, {"n": "{{x}}"})!' }] }, n: 1, z: '' },
      'a.b: Hi ⟨.{{name, upper}}⟩',
      'a.c.d.0: x',
      'a.c.d.1.e: ⟨.$t(a.b, {"n": "{{x}}"})⟩!',
    )
    check(
      { t: 'a < b <1>c <strong>d</strong></1><br/> <2>' },
      't: a < b ⟨<1>⟩c ⟨<strong>⟩d⟨/</strong>⟩⟨/</1>⟩⟨.<br/>⟩ ⟨.<2>⟩',
    )
  })

  it('knows the languages of a file that holds several', () => {
    const languages = (format: TextFormat, value: unknown) =>
      format.read(JSON.stringify(value)).value.blocks.map(({ language }) => language)
    const several = { en: { a: 'A {name}' }, 'pt-BR': { a: 'Ã' }, uk: { b: { c: 'ї' } } }
    for (const format of [i18next, icu]) {
      expect(languages(format, several)).toEqual(['en', 'pt-BR', 'uk'])
      expect(languages(format, { ui: { a: 'A' }, tv: { a: 'B' } })).toEqual([undefined, undefined])
      expect(languages(format, { en: { a: 'A' }, title: 'B' })).toEqual([undefined, undefined])
    }
  })

  it('keeps double keys apart', () => {
    expect(shown(i18next, '{"a": "1", "a": "2", "b": {"c": "3"}, "b.c": "4"}')).toEqual([
      'a: 1',
      'a (2): 2',
      'b.c: 3',
      'b.c (2): 4',
    ])
  })

  it('changes a value and nothing else', () => {
    const source = '{\n\t"a" : "It\\u2019s \\/ \\"x\\"",\r\n\t"b": [ "y" ] }'
    expect(rewrite(i18next, source, { 'b.0': 'ї "№" /\n' })).toBe(
      source.replace('"y"', '"\\u0457 \\"\\u2116\\" \\/\\n"'),
    )
  })

  const plural = (source: string, language: string) => {
    const format = i18next.forTarget!(language)
    const { value: document } = format.read(source)
    return format.write(source, document, same(document))
  }

  it('adds the plural forms of the target and drops others, in the style of the file', () => {
    const en = '{\n  "x": "y",\n  "file_one": "{{count}} file",\n  "file_other": "{{count}} files"\n}\n'
    const uk =
      '{\n  "x": "y",\n  "file_one": "{{count}} file",\n  "file_few": "{{count}} files",\n  "file_many": "{{count}} files",\n  "file_other": "{{count}} files"\n}\n'
    expect(plural(en, 'uk')).toBe(uk)
    expect(plural(uk, 'en')).toBe(en)
    expect(plural('{"f_few":"2","f_many":"5","f_one":"1","f_other":"0"}', 'en')).toBe('{"f_one":"1","f_other":"0"}')
    expect(
      plural('{"a_few": "1", "b_few": "2", "a_other": "3", "b_other": "4", "a_many": "5", "b_many": "6"}', 'ja'),
    ).toBe('{"a_other": "3", "b_other": "4"}')
    expect(plural('{"p_ordinal_one":"{{count}}st","p_ordinal_other":"{{count}}th"}', 'uk')).toBe(
      '{"p_ordinal_few":"{{count}}th","p_ordinal_other":"{{count}}th"}',
    )
    expect(plural('{"n_zero": "none", "n_one": "1", "n_other": "2"}', 'ru')).toBe(
      '{"n_zero": "none", "n_one": "1", "n_few": "2", "n_many": "2", "n_other": "2"}',
    )
    expect(plural('{"role_other": "Other", "f_other": "{{count}}"}', 'uk')).toBe(
      '{"role_other": "Other", "f_one": "{{count}}", "f_few": "{{count}}", "f_many": "{{count}}", "f_other": "{{count}}"}',
    )
  })

  it('leaves plurals alone of which nothing is translated', () => {
    const source = '{"x": "y", "file_one": "1", "file_other": "2"}'
    const format = i18next.forTarget!('uk')
    const { value: document } = format.read(source)
    expect(format.write(source, document, new Map([['x', [newText('з')]]]))).toBe(source.replace('"y"', '"з"'))
    expect(document.blocks.find(block => block.id === 'file_few')!.notes).toEqual([
      { category: 'context', text: 'count: few (2, 3, 4, 22, …)' },
    ])
  })

  it('says where JSON is broken', () => {
    const at = (source: string) => i18next.read(source).problems.map(({ code, span }) => `${code} ${span.start}`)
    expect(at('{"a": "b",}')).toEqual(['json-syntax 10'])
    expect(at('{"a": "b"')).toEqual(['json-syntax 9'])
    expect(at('["\\x"]')).toEqual(['json-syntax 1'])
    expect(at('{} {}')).toEqual(['json-syntax 3'])
    expect(at('')).toEqual(['json-syntax 0'])
    expect(at('['.repeat(100_000))).toEqual(['nesting-too-deep 500'])
  })
})

describe('ICU', () => {
  const check = (message: string, ...expected: string[]) =>
    expect(shown(icu, JSON.stringify({ k: message }))).toEqual(expected)

  it('reads arguments, tags and quoting', () => {
    check("It''s '{'{n, number}'}' don't <b>x</b><br/>", "k: It's {⟨.{n, number}⟩} don't ⟨<b>⟩x⟨/</b>⟩⟨.<br/>⟩")
    check('command <file> {x}', 'k: command <file> ⟨.{x}⟩')
    check("# '#'", "k: # '#'")
    check('<a><b>x</b></a>', 'k: ⟨<a>⟩⟨<b>⟩x⟨/</b>⟩⟨/</a>⟩')
  })

  it('reads each branch under its path', () => {
    check('{n, plural, one {# file} other {# files}}', 'k/n.one: ⟨.#⟩ file', 'k/n.other: ⟨.#⟩ files')
    check(
      'In {n, plural, other {{g, select, f {her} other {their}} #}}!',
      'k: In ⟨.{n, plural, other {{g, select, f {her} other {their}} #}}⟩!',
      'k/n.other: ⟨.{g, select, f {her} other {their}}⟩ ⟨.#⟩',
      'k/n.other/g.f: her',
      'k/n.other/g.other: their',
    )
    check("{n, plural, other {'#' # '{'}}", 'k/n.other: # ⟨.#⟩ {')
  })

  it('reads what FormatJS extracts', () => {
    const source = JSON.stringify({ id: { defaultMessage: 'Hi', description: 'greeting', file: 'a.ts' } })
    expect(icu.read(source).value.blocks).toMatchObject([
      { id: 'id', notes: [{ category: 'description', text: 'greeting' }] },
    ])
    expect(rewrite(icu, source, { id: 'Ой' })).toBe(source.replace('Hi', 'Ой'))
  })

  it('says which message is broken and reads the others', () => {
    const source = '{"a": "{x", "b": "y"}'
    expect(icu.read(source).problems).toMatchObject([{ code: 'icu-syntax', span: { start: 7 } }])
    expect(shown(icu, source)).toEqual(['b: y'])
    expect(icu.read(JSON.stringify({ a: '{a,select,other{'.repeat(3000) })).problems).toMatchObject([
      { code: 'icu-syntax' },
    ])
  })

  const plural = (message: string, language: string) => {
    const source = JSON.stringify({ k: message })
    const format = icu.forTarget!(language)
    const { value: document } = format.read(source)
    return (JSON.parse(format.write(source, document, same(document))) as { k: string }).k
  }

  it('gives a plural the branches of the target', () => {
    const en = 'You have {n, plural, offset:1 =0 {none} one {# file} other {# {x}}}.'
    const uk = 'You have {n, plural, offset:1 =0 {none} one {# file} few {# {x}} many {# {x}} other {# {x}}}.'
    expect(plural(en, 'uk')).toBe(uk)
    expect(plural(uk, 'en')).toBe(en)
    expect(plural('{n,plural,other{#x}}', 'ru')).toBe('{n,plural,one{#x} few{#x} many{#x} other{#x}}')
    expect(plural('{g, select, a {{n, plural, one {1} other {2 b}}} other {c}}', 'uk')).toBe(
      '{g, select, a {{n, plural, one {1} few {2 b} many {2 b} other {2 b}}} other {c}}',
    )
    expect(plural('{n, plural, one {x} other {{g, select, a {y} other {z}}}}', 'uk')).toBe(
      '{n, plural, one {x} few {{g, select, a {y} other {z}}} many {{g, select, a {y} other {z}}} other {{g, select, a {y} other {z}}}}',
    )
  })

  const signs = fc.constantFrom(...'aЇ \'{}<>#|"\\/1.'.split(''), "''", '{x}', '<b>', '</b>', "'{")
  const texts = fc
    .array(signs, { minLength: 1, maxLength: 12 })
    .map(parts => parts.join(''))
    .filter(text => /\S/.test(text))

  it.each([
    ['a message', 'A {x} <b>y</b> Probe', 'k'],
    ['a plural', "{n, plural, one {Probe # it's} other {x}}", 'k/n.one'],
    ['a choice in a plural', '{n, plural, other {# {g, select, other {a {x} Probe}}}}', 'k/n.other/g.other'],
  ])('quotes new text in %s so that it means itself', (_, message, id) => {
    const source = JSON.stringify({ k: message })
    const { value: document } = icu.read(source)
    const block = document.blocks.find(block => block.id === id)!
    fc.assert(
      fc.property(texts, texts, (text, more) => {
        const runs = block.runs.map(run => (run.kind === 'text' ? newText(run.text.replace('Probe', () => text)) : run))
        const wanted = [...runs, newText(more)]
        const again = icu.read(icu.write(source, document, new Map([[id, wanted]])))
        expect(again.problems).toEqual([])
        expect(showRuns(again.value.blocks.find(block => block.id === id)!.runs)).toBe(showRuns(wanted))
      }),
      { numRuns: 1000 },
    )
  })

  it('copies what stays and quotes what is new beside it', () => {
    const source = JSON.stringify({ k: "it's '{'a'}' b''c users' {x}" })
    const { value: document } = icu.read(source)
    const { runs } = document.blocks[0]!
    const first = runs[0] as Run & { kind: 'text' }
    fc.assert(
      fc.property(texts, fc.nat(first.text.length), (text, at) => {
        const split: Run[] = [
          { kind: 'text', text: first.text.slice(0, at) + text + first.text.slice(at), map: [] },
          ...runs.slice(1),
        ]
        const written = icu.write(source, document, new Map([['k', split]]))
        expect(showRuns(icu.read(written).value.blocks[0]!.runs)).toBe(showRuns(split))
      }),
      { numRuns: 500 },
    )
  })
})

describe.each([
  ['i18next', i18next, i18nextMessage, ['_one', '_other']],
  ['ICU', icu, icuMessage, []],
] as const)('%s catalogs', (_, format, message, suffixes) => {
  const catalogs = Array.from({ length: 150 }, (_, seed) => jsonCatalog(seed, message, suffixes))

  it('are written back as they were read, in 150 generated files', () => {
    for (const source of catalogs) checkLaws(format, source)
  })

  it('are the same for a language of the same plurals, and back from another one', () => {
    for (const source of catalogs) {
      const [de, uk, en] = ['de', 'uk', 'en'].map(language => format.forTarget!(language))
      const filled = (format: TextFormat, source: string) => {
        const { value: document } = format.read(source)
        return format.write(source, document, same(document))
      }
      const translated = filled(uk!, source)
      expect(filled(uk!, translated)).toBe(translated)
      if (format !== i18next) continue
      expect(filled(de!, source)).toBe(source)
      expect(filled(en!, translated)).toBe(source)
    }
  })

  it('keep keys and codes when every text changes', () => {
    const keys = (json: string) => json.match(/"(?:[^"\\]|\\.)*"(?=\s*:)/g)
    for (const source of catalogs) {
      const { value: document } = format.read(source)
      const pseudo = changed(document, block =>
        block.runs.map(run => (run.kind === 'text' ? newText(run.text.replace(/\p{L}/gu, 'ї')) : run)),
      )
      const written = format.write(source, document, pseudo)
      expect(keys(written)).toEqual(keys(source))
      const again = format.read(written).value.blocks
      expect(again.map(block => block.id)).toEqual(document.blocks.map(block => block.id))
      expect(again.map(blockText)).toEqual([...pseudo.values()].map(runs => blockText({ runs } as never)))
      JSON.parse(written)
    }
  })

  it('are read with problems, never thrown at, when they are damaged', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...catalogs),
        fc.nat(),
        fc.constantFrom('', '"', '{', '\\', ',', '\u0000'),
        (source, at, sign) => {
          const cut = at % source.length
          const damaged = source.slice(0, cut) + sign + source.slice(cut + 1)
          const { value: document, problems } = format.read(damaged)
          expect(
            format.write(
              damaged,
              document,
              changed(document, block => block.runs),
            ),
          ).toBe(damaged)
          for (const { span } of problems) expect(span.end).toBeLessThanOrEqual(damaged.length)
        },
      ),
      { numRuns: 300 },
    )
  })
})

it('ICU messages stay ICU messages', () => {
  for (let seed = 0; seed < 100; seed++) {
    const source = jsonCatalog(seed, icuMessage, [])
    const { value: document } = icu.forTarget!('uk').read(source)
    const written = icu.forTarget!('uk').write(source, document, same(document))
    const visit = (value: unknown): void => {
      if (typeof value === 'string') parse(value)
      else if (value && typeof value === 'object') for (const inner of Object.values(value)) visit(inner)
    }
    visit(JSON.parse(written))
  }
})

it('a JSON file shows which catalog it is', async () => {
  const check = async (value: unknown, id?: string) => expect(await catalogOf(JSON.stringify(value))).toBe(id)
  await check({ a: 'Hi {{name}}' }, 'i18next')
  await check({ a_one: 'x', a_other: 'y' }, 'i18next')
  await check({ a: 'x $t(b)' }, 'i18next')
  await check({ a: 'Hi {name}' }, 'icu')
  await check({ a: '{n, plural, other {{x}}}' }, 'icu')
  await check({ a: { defaultMessage: 'Hi {{name}}' } }, 'icu')
  await check({ a: '{n, number}' }, 'icu')
  await check({ uk: { a: 'Гей' }, en: { a: 'Hi' } }, 'i18next')
  await check({ a: 'Hi' })
  await check([1, 2])
})
