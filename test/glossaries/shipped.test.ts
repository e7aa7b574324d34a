import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Chooser, chooser, compile, match, originOf } from '../../src/glossary/index.ts'
import { type Concept, contradictions, readGlossary, toldIn } from '../../src/termbase/index.ts'

const folder = new URL('../../glossaries/', import.meta.url)
const files = readdirSync(folder).flatMap(name => (name.endsWith('.yaml') ? [name.slice(0, -'.yaml'.length)] : []))
const read = Object.fromEntries(
  files.map(file => [file, readGlossary(readFileSync(new URL(`${file}.yaml`, folder), 'utf8'))]),
)
const glossaries = files.map(file => read[file]!.value)
const concepts = glossaries.flatMap(g => g.concepts)
const compiled = compile(glossaries)
const index = (concept: Concept) => compiled.concepts.findIndex(c => c.id === concept.id)
/** What a chooser prefers in English for the parts of a name that an English text has. */
function english(choice: Chooser, concept: Concept) {
  const parts = concept.kind === 'person' ? (['given', 'family'] as const) : (['name'] as const)
  return parts.map(part => choice.preferred(index(concept), part, 'en'))
}
/** The ids of the concepts that do not pass. */
const failing = (passes: (concept: Concept) => boolean, list: readonly Concept[] = concepts) =>
  list.filter(concept => !passes(concept)).map(concept => concept.id)

describe('the shipped glossaries', () => {
  it.each(files)('%s: reads without a problem or a contradiction', file => {
    const { value, problems } = read[file]!
    expect(problems).toEqual([])
    expect(contradictions(value.concepts)).toEqual([])
  })

  it('hold the names they promise, each once', () => {
    const count = (file: string) => read[file]!.value.concepts.length
    expect(count('people')).toBeGreaterThanOrEqual(100)
    expect(count('places')).toBeGreaterThanOrEqual(100)
    expect(count('institutions')).toBeGreaterThanOrEqual(40)
    expect(new Set(concepts.map(c => c.id)).size).toBe(concepts.length)
  })

  it('name a source for every entry and a reason for every explicit spelling', () => {
    expect(failing(c => c.source !== undefined && c.source !== 'unverified')).toEqual([])
    expect(failing(c => c.terms.filter(t => t.lang === 'en').every(t => t.reason !== undefined))).toEqual([])
  })

  it('name everything in English, Ukrainian and Russian', () => {
    const choice = chooser(compiled)
    expect(failing(c => c.names.uk !== undefined && c.names.ru !== undefined)).toEqual([])
    // Of Belarusian names two families of spellings are admitted; which goes first is the style's to say.
    const chosen = concepts.filter(c => originOf(c) !== 'be')
    expect(failing(c => english(choice, c).every(s => s !== undefined), chosen)).toEqual([])
  })

  it('give a reason or an own spelling for each preferred form that no scheme yields', () => {
    const choice = chooser(compiled)
    const explicit = concepts.flatMap(concept =>
      english(choice, concept).flatMap(s => (s && s.basis !== 'scheme' ? [{ concept, spelling: s }] : [])),
    )
    const beyond = explicit.filter(({ spelling }) => !spelling.schemes?.length)
    expect(beyond.length).toBeGreaterThan(0)
    expect(beyond.filter(({ spelling: s }) => !s.reason && !s.source).map(({ concept }) => concept.id)).toEqual([])
  })

  it('say of no office that it is held, only when it began', () => {
    const office =
      /\b(president|prime minister|minister|mayor|head|chair|governor|secretary|ambassador|director|aide)/iu
    expect(failing(c => c.note === undefined || !office.test(c.note) || /\d{4}/u.test(c.note), people())).toEqual([])
  })

  it('tell each reason and the sources of uses in three languages, and nothing else', () => {
    const told = new Map(glossaries.flatMap(g => g.reasons ?? []).map(reason => [reason.en, reason]))
    const given = new Set(concepts.flatMap(c => [...c.terms, ...c.former]).flatMap(t => t.reason ?? []))
    expect([...given].filter(reason => typeof reason === 'string' && !told.has(reason))).toEqual([])
    const uses = concepts.flatMap(c => c.terms).flatMap(t => t.usedBy ?? [])
    expect(uses.map(({ source }) => source).filter(source => !told.has(source))).toEqual([])
    const said = new Set<unknown>([...given, ...uses.flatMap(({ who, source }) => [who, source])])
    expect([...told.keys()].filter(text => !said.has(text))).toEqual([])
    expect([...told.values()].filter(({ uk, ru }) => !/\p{Script=Cyrillic}/u.test(`${uk ?? ''}`) || !ru)).toEqual([])
    expect(told.size).toBe(glossaries.flatMap(g => g.reasons ?? []).length)
  })

  it('give neutral reasons and say nothing of who holds a place', () => {
    const loaded = /occup|annex|liberat|illegal|so-called|wrong|incorrect|oppress|coloni|propagand|control/iu
    const words = (c: Concept) =>
      [c.note, ...[...c.terms, ...c.former].map(t => toldIn(t.reason ?? '', 'en'))]
        .filter(w => w !== undefined)
        .join(' ')
    expect(failing(c => !loaded.test(words(c)))).toEqual([])
  })
})

const people = () => concepts.filter(c => c.kind === 'person')

describe('the letters and forms of the entries', () => {
  const letters: Readonly<Record<string, RegExp>> = {
    uk: /^[АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯабвгґдеєжзиіїйклмнопрстуфхцчшщьюя’ -]+$/u,
    ru: /^[А-Яа-яЁё’ -]+$/u,
    be: /^[АБВГДЕЁЖЗІЙКЛМНОПРСТУЎФХЦЧШЫЬЭЮЯабвгдеёжзійклмнопрстуўфхцчшыьэюя’ -]+$/u,
    crh: /^[A-Za-zÂâÇçĞğIıİiÑñÖöŞşÜüQq -]+$/u,
  }

  it.each(Object.keys(letters))('%s: only letters of the language', lang => {
    const texts = (c: Concept) => [
      ...Object.values(c.names[lang] ?? {}),
      ...c.terms.filter(t => t.lang === lang).map(t => t.text),
      ...c.former.flatMap(f => f.names[lang] ?? []),
      ...Object.values(c.forms?.[lang] ?? {}).flatMap(byCase => Object.values(byCase).flat()),
      ...Object.values(c.derived?.[lang] ?? {}),
    ]
    expect(failing(c => texts(c).every(text => letters[lang]!.test(text)))).toEqual([])
  })

  it('English spellings are Latin', () => {
    expect(failing(c => c.terms.filter(t => t.lang === 'en').every(t => !/\p{Script=Cyrillic}/u.test(t.text)))).toEqual(
      [],
    )
  })

  it('patronymics agree with the language and the gender', () => {
    const ends: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
      uk: { m: /(?:ович|йович|ич)$/u, f: /(?:івна|ївна)$/u },
      ru: { m: /(?:ович|евич|ич)$/u, f: /(?:овна|евна|ична)$/u },
      be: { m: /(?:авіч|евіч|овіч|іч)$/u, f: /(?:аўна|еўна|оўна)$/u },
    }
    const fits = (c: Concept) =>
      Object.entries(ends).every(([lang, byGender]) => {
        const patronymic = c.names[lang]?.patronymic
        return patronymic === undefined || byGender[c.gender ?? '']?.test(patronymic) === true
      })
    expect(failing(fits, people())).toEqual([])
  })

  it('adjectives end as adjectives', () => {
    const ends: readonly (readonly [string, RegExp])[] = [
      ['uk', /[сцз]ький$/u],
      ['ru', /[сц]к(?:ий|ой)$/u],
    ]
    const fits = (c: Concept) =>
      ends.every(([lang, end]) => {
        const adjective = c.derived?.[lang]?.adjective
        return adjective === undefined || end.test(adjective)
      })
    expect(failing(fits)).toEqual([])
  })

  it('overriding forms are cases of the same name', () => {
    const cases = new Set(['gen', 'dat', 'acc', 'ins', 'loc', 'voc'])
    const fits = (c: Concept) =>
      Object.entries(c.forms ?? {}).every(([lang, parts]) =>
        Object.entries(parts).every(([part, byCase]) => {
          const name = c.names[lang]?.[part as 'name'] ?? ''
          const words = name.split(' ').length
          return Object.entries(byCase).every(
            ([key, forms]) =>
              cases.has(key) && forms.every(f => f.startsWith(name.slice(0, 2)) && f.split(' ').length === words),
          )
        }),
      )
    expect(failing(fits)).toEqual([])
  })

  it('former names end after they began', () => {
    expect(failing(c => c.former.every(f => !f.from || !f.to || f.from < f.to))).toEqual([])
  })
})

describe('the house styles', () => {
  it('prefer what they say they prefer', () => {
    for (const style of compiled.styles) {
      const choice = chooser(compiled, style.id)
      for (const [id, wanted] of Object.entries(style.prefer)) {
        const concept = concepts.find(c => c.id === id)
        expect(concept, `${style.id}: ${id}`).toBeDefined()
        expect(
          english(choice, concept!)
            .map(s => s?.text)
            .join(' '),
          `${style.id}: ${id}`,
        ).toBe(wanted)
      }
    }
  })

  it('of schemes leave conventional English names alone', () => {
    const conventional = concepts.filter(
      c =>
        c.kind === 'place' &&
        c.terms.some(t => t.status === 'preferred' && /^conventional English/u.test(toldIn(t.reason ?? '', 'en'))),
    )
    expect(conventional.length).toBeGreaterThan(20)
    const kept = new Set(['rostov-on-don']) // romanized in full by BGN/PCGN
    for (const id of ['kmu-2010', 'bgn-pcgn-2019', 'bgn-pcgn-1965', 'bgn-pcgn-1947']) {
      const [plain, styled] = [chooser(compiled), chooser(compiled, id)]
      const same = (c: Concept) => english(plain, c)[0]?.text === english(styled, c)[0]?.text
      expect(
        failing(same, conventional).filter(c => !kept.has(c)),
        id,
      ).toEqual([])
    }
  })
})

describe('in running text', () => {
  /** `«…»` marks the names that are the glossary's; what stands outside is not. */
  function check(marked: string) {
    const text = marked.replaceAll(/[«»]/gu, '')
    const found = match(compiled, text, { language: 'en' }).filter(m => m.namings.length > 0)
    let out = text
    for (const { start, end } of [...found].reverse())
      out = `${out.slice(0, start)}«${out.slice(start, end)}»${out.slice(end)}`
    expect(out).toBe(marked)
  }

  it.each([
    'She ordered chicken Kiev in «Kyiv».',
    'Mussorgsky’s Great Gate of Kiev was played in «Kyiv».',
    'The cruiser Moskva was named after «Moscow».',
    'They watched Rossiya 1 in «Russia».',
    'The Odessa File is not about «Odesa».',
    'The Third Battle of Kharkov was fought near «Kharkiv».',
    'Shakhtar played at Donbass Arena, the largest in the «Donbas».',
    'He wrote on the Timoshenko beam; «Yulia Tymoshenko» did not.',
    'General Liman von Sanders never saw «Lyman».',
    'Poutine is a dish; «Putin» is not.',
    'The Kuba Kingdom lay far from «Cuba».',
    'Luck was with «Lutsk»; Rosia Montana is elsewhere.',
    'The «SBU» is the «Security Service of Ukraine».',
    '«Dnipropetrovsk Oblast» kept its name; «Dnipro» did not.',
    'The «Chernobyl» plant and the Chernobyl disaster.',
  ])('%s', check)
})
