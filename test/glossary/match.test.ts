import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  buildAutomaton,
  type Compiled,
  chooser,
  compile,
  match,
  openScanner,
  readCompiled,
  scan,
  storeCompiled,
} from '../../src/glossary/index.ts'
import { fold } from '../../src/normalize/index.ts'
import { readGlossary } from '../../src/termbase/index.ts'

const yaml = readFileSync(new URL('../fixtures/glossary.yaml', import.meta.url), 'utf8')
const glossary = readGlossary(yaml).value
const compiled = compile([glossary])

/** Marks what is found: «text|concept,concept». */
function marked(text: string, language: string, from: Compiled = compiled): string {
  let out = ''
  let at = 0
  for (const mention of match(from, text, { language })) {
    const ids = [...new Set(mention.namings.map(n => from.concepts[n.concept]!.id))].join(',')
    out += `${text.slice(at, mention.start)}«${text.slice(mention.start, mention.end)}|${ids}»`
    at = mention.end
  }
  return out + text.slice(at)
}

function check(expected: string, language: string): void {
  expect(marked(expected.replaceAll(/«([^|»]*)\|[^»]*»/gu, '$1'), language)).toBe(expected)
}

describe('names in a text', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['«Kyiv|kyiv»’s streets, «KYIV|kyiv»-based', 'en'],
    ['«Mykhailo Podoliak|podoliak» and «Podoliak|podoliak»', 'en'],
    ['«Podoliak, Mykhailo|podoliak» and «PODOLIAK Mykhailo|podoliak»', 'en'],
    ['M. «Podoliak|podoliak», M.«Podoliak|podoliak», «Podoliak|podoliak» M.', 'en'],
    ["«Gomel|homel»'s and «Gomel'|homel» and «Gomel’|homel»", 'en'],
    ['Mykhailo alone is nobody', 'en'],
    ['kyiv in lower case and Kyivan and McKyiv are nothing', 'en'],
    ['«Ivano-Frankivsk|ivano-frankivsk» and «Ivano‑Frankivsk|ivano-frankivsk», not Ivano Frankivsk', 'en'],
    ['«Volodymyr\nZelenskyy|zelenskyi»', 'en'],
    ['«Михайлом Подоляком|podoliak», «Подоляка|podoliak», «Подолякові|podoliak»', 'uk'],
    ['«Михайлові Подоляку|podoliak»', 'uk'],
    ['Михайлом «Подоляка|podoliak» (cases disagree)', 'uk'],
    ['до «Києва|kyiv» й у «Києві|kyiv», «Ки́єва|kyiv»', 'uk'],
    ['«Івано-Франківська|ivano-frankivsk»', 'uk'],
    ['князі «Подоляки|podoliak»', 'uk'],
    ['в «Києві|kyiv» і в «Киеве|kyiv»', 'uk'],
  ]
  it.each(cases)('%s', (expected, language) => check(expected, language))
})

describe('the automaton', () => {
  const words = ['Ада', 'Адам', 'Kyiv', 'Kyi', 'Лук’ян', 'Ёлкин', 'Zoë', 'Krasnyi Lyman']
  const small = compile([
    {
      styles: [],
      concepts: words.map((text, i) => ({
        id: `c${i}`,
        kind: 'term',
        names: {},
        terms: [{ lang: 'en', text, part: 'name', status: 'preferred' }],
        former: [],
        except: [],
      })),
    },
  ])

  it('takes any alphabet', () => {
    const han = Array.from(
      { length: 2000 },
      (_, i) => String.fromCharCode(0x4e00 + i) + String.fromCharCode(0x5e00 + i),
    )
    const scanner = openScanner(buildAutomaton(['kyiv', 'київ', ...han].sort()))
    const text = `Kyiv, ${han[1999]} ${han[7]} Київ ${han[7]}x`
    const tokens = scan(scanner, text)
    const found = Array.from({ length: tokens.length / 3 }, (_, t) => text.slice(tokens[3 * t], tokens[3 * t + 1]))
    expect(found).toEqual(['Kyiv', han[1999], han[7], 'Київ'])
  })

  /** Slow and plain: every place, every word, the longest first. */
  function naive(text: string): string[] {
    const found: string[] = []
    const inWord = /[\p{L}\p{M}\p{N}\u00ad]/u
    for (let start = 0; start < text.length; ) {
      const starts =
        /\p{L}/u.test(text[start]!) &&
        !(
          start > 0 &&
          (inWord.test(text[start - 1]!) ||
            (/['’ʼ‘`´]/u.test(text[start - 1]!) && /\p{L}/u.test(text[start - 2] ?? '')))
        )
      const ends = starts ? words.flatMap(word => endsOf(text, start, word)) : []
      const end = Math.max(0, ...ends)
      if (end > 0) found.push(text.slice(start, end))
      start = end || start + 1
    }
    return found
  }

  function endsOf(text: string, start: number, word: string): number[] {
    const ends: number[] = []
    for (let end = start + 1; end <= text.length; end++) {
      const after = text.slice(end)
      const whole = !/^[\p{L}\p{M}\p{N}\u00ad]/u.test(after) && !/^['’ʼ‘`´]\p{L}/u.test(after)
      if (whole && fold(text.slice(start, end)) === fold(word) && /^\p{Lu}/u.test(text.slice(start))) ends.push(end)
    }
    return ends
  }

  it('finds what a plain search finds', () => {
    const piece = fc.constantFrom(
      ...words,
      ...words.map(w => w.normalize('NFD')),
      ...words.map(w => w.toUpperCase()),
      'а',
      'x',
      ' ',
      ' ',
      ', ',
      '’',
      '-',
      '\u00ad',
      '\u0301',
      '1',
      '\n',
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }).map(list => list.join('')),
        text => {
          expect(match(small, text, { language: 'en' }).map(m => text.slice(m.start, m.end))).toEqual(naive(text))
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe('a stored glossary', () => {
  const bytes = storeCompiled(compiled)
  it('is the same when read back', () => {
    const { concepts, spellings, exceptions, ...rest } = readCompiled(bytes)!
    const { concepts: before, spellings: known, exceptions: phrases, ...others } = compiled
    expect(rest).toEqual(others)
    expect([...spellings]).toEqual(known)
    expect([...exceptions]).toEqual(phrases)
    expect(concepts.map(c => c.id)).toEqual(before.map(c => c.id))
  })
  it('finds the same names, whatever the text asks first', () => {
    const text = 'Mykhailo Podoliak, Ivano-Frankivsk, Kyiv; Михайлові Подоляку, до Івано-Франківська, кияни'
    for (const language of ['en', 'uk', 'ru'])
      expect(match(readCompiled(bytes)!, text, { language })).toEqual(match(compiled, text, { language }))
  })
  it('is read from any place in a buffer', () => {
    const shifted = new Uint8Array(bytes.length + 3)
    shifted.set(bytes, 3)
    expect(readCompiled(shifted.subarray(3))?.automaton).toEqual(compiled.automaton)
  })
  it('is refused when it is damaged, cut or of another version', () => {
    expect(readCompiled(bytes.slice(0, bytes.length - 9))).toBeUndefined()
    expect(readCompiled(bytes.map((byte, i) => (i === 10 ? byte ^ 1 : byte)))).toBeUndefined()
    expect(readCompiled(new Uint8Array())).toBeUndefined()
  })
})

describe('the preferred spelling', () => {
  const concept = (id: string) => compiled.concepts.findIndex(c => c.id === id)
  const cases: readonly (readonly [
    style: string | undefined,
    id: string,
    part: 'family' | 'given' | 'name',
    lang: string,
    expected: string | undefined,
  ])[] = [
    [undefined, 'zelenskyi', 'family', 'en', 'Zelenskyy'],
    ['kmu-2010', 'zelenskyi', 'family', 'en', 'Zelenskyy'],
    ['plain-2020', 'zelenskyi', 'family', 'en', 'Zelensky'],
    [undefined, 'podoliak', 'family', 'en', 'Podoliak'],
    ['bgn-pcgn-1965', 'podoliak', 'family', 'en', 'Podolyak'],
    ['bgn-pcgn-1965', 'podoliak', 'given', 'en', 'Mykhaylo'],
    ['kmu-2010', 'medinsky', 'family', 'en', 'Medinsky'],
    ['bgn-pcgn-1947', 'medinsky', 'family', 'en', 'Medinskiy'],
    [undefined, 'medinsky', 'family', 'uk', 'Мединський'],
    [undefined, 'putin', 'given', 'en', 'Vladimir'],
  ]
  it.each(cases)('style %s: %s, %s, %s', (style, id, part, lang, expected) => {
    expect(chooser(compiled, style).preferred(concept(id), part, lang)?.text).toBe(expected)
  })
})

it('a later glossary overrides an earlier one concept by concept', () => {
  const own = readGlossary(
    '- { id: kyiv, kind: place, uk: { name: Київ }, en: [{ text: Kiew, status: preferred }] }',
  ).value
  const both = compile([glossary, own])
  expect(both.concepts.filter(c => c.id === 'kyiv')).toHaveLength(1)
  expect(marked('Kiew and Odesa', 'en', both)).toBe('«Kiew|kyiv» and «Odesa|odesa»')
})

describe('one given name of many', () => {
  const given = { uk: { given: 'Олег', family: '' }, ru: { given: 'Олег', family: '' } }
  const families = ['Бойко', 'Гнатюк', 'Дорош', 'Іваненко']
  const namesakes = compile([
    {
      styles: [],
      concepts: families.map(family => ({
        id: `p-${families.indexOf(family)}`,
        kind: 'person',
        gender: 'm',
        names: { uk: { ...given.uk, family }, ru: { ...given.ru, family } },
        terms: [],
        former: [],
        except: [],
      })),
    },
  ])
  it.each([
    ['«Олегові Гнатюку|p-1» й «Олега Дороша|p-2»', 'uk'],
    ['«Дорош Олег|p-2» і «Бойко, Олег|p-0»', 'uk'],
    ['«Oleh Hnatiuk|p-1», Oleh Hnatyuch and «Boiko|p-0»', 'en'],
  ])('%s', (expected, language) => {
    expect(marked(expected.replaceAll(/«([^|»]*)\|[^»]*»/gu, '$1'), language, namesakes)).toBe(expected)
  })
})
