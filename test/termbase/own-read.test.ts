import { describe, expect, it } from 'vitest'
import { contradictions, glossaryJsonSchema, readGlossary } from '../../src/termbase/index.ts'
import { lines } from '../../src/text/index.ts'

/** Reads a glossary and says each problem as "line:column code data…". */
function check(yaml: string, expected: readonly string[]): void {
  const { value, problems } = readGlossary(yaml)
  const at = lines(yaml)
  const all = [...problems, ...contradictions(value.concepts)]
  const said = all.map(p => {
    const place = at.at(p.span.start)
    return `${place.line}:${place.column} ${p.code} ${Object.values(p.data ?? {}).join(' | ')}`.trim()
  })
  expect(said).toEqual(expected)
}

const podoliak = `- id: podoliak-mykhailo
  kind: person
  uk: { given: Михайло, family: Подоляк }
  en: [{ text: Podoliak, part: family, status: preferred }]
`

describe('a reason', () => {
  const reasoned = (reason: string) => `${podoliak}  variants: [{ text: Podoliyak, part: family, reason: ${reason} }]\n`
  it('is a text, or one a language', () => {
    const { value, problems } = readGlossary(reasoned('{ en: mixes two schemes, uk: змішує дві системи }'))
    expect(problems).toEqual([])
    expect(value.concepts[0]!.terms[1]!.reason).toEqual({ en: 'mixes two schemes', uk: 'змішує дві системи' })
  })
  it('is needed in English', () =>
    check(reasoned('{ uk: змішує дві системи }'), [
      '5:55 glossary-schema variants.0.reason.en | Invalid input: expected string, received undefined',
    ]))
  it('in English is told in other languages for all entries', () => {
    const { value, problems } = readGlossary('reasons: [{ en: abbreviation, uk: абревіатура }]\nconcepts: []\n')
    expect(problems).toEqual([])
    expect(value.reasons).toEqual([{ en: 'abbreviation', uk: 'абревіатура' }])
  })
})

describe('a glossary file', () => {
  it('reads a person with parts, terms and variants', () => {
    const yaml = `${podoliak}  variants: [{ lang: en, text: Podoliyak, part: family, reason: mixes two schemes }]
  forms: { uk: { family: { voc: Подоляче } } }
  except: ["Podolyak & Sons", { text: X Y, styles: [official] }]
`
    const { value, problems } = readGlossary(yaml)
    expect(problems).toEqual([])
    expect(value.concepts[0]).toMatchObject({
      names: { uk: { given: 'Михайло', family: 'Подоляк' } },
      terms: [
        { text: 'Podoliak', status: 'preferred', part: 'family' },
        { text: 'Podoliyak', status: 'deprecated', part: 'family', reason: 'mixes two schemes' },
      ],
      forms: { uk: { family: { voc: ['Подоляче'] } } },
      except: [{ text: 'Podolyak & Sons' }, { text: 'X Y', styles: ['official'] }],
    })
  })

  it('reads who spells a name so, and when', () => {
    const yaml = `- id: kyiv
  kind: place
  uk: { name: Київ }
  en: [{ text: Kyiv, status: preferred, usedBy: [{ who: AP, from: 2019-08-14, source: AP Stylebook }, { who: X, source: x.org }] }]
`
    const { value, problems } = readGlossary(yaml)
    expect(problems).toEqual([])
    expect(value.concepts[0]!.terms[0]!.usedBy).toEqual([
      { who: 'AP', from: '2019-08-14', source: 'AP Stylebook' },
      { who: 'X', source: 'x.org' },
    ])
  })

  it('reads styles beside concepts', () => {
    const yaml = 'styles:\n  - { id: ap-2019, scheme: kmu-2010, asOf: 2019-08-27, prefer: { kyiv: Kyiv } }\n'
    expect(readGlossary(yaml).value.styles).toEqual([
      { id: 'ap-2019', asOf: '2019-08-27', schemes: { '*': 'kmu-2010' }, prefer: { kyiv: 'Kyiv' } },
    ])
  })

  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['an empty file', '', []],
    [
      'broken YAML',
      '- id: [a',
      ['1:9 glossary-yaml Flow sequence in block collection must be sufficiently indented and end with a ]'],
    ],
    ['no list', 'just words', ['1:1 glossary-shape']],
    [
      'an alias of nothing',
      '- *a',
      ['1:1 glossary-yaml Unresolved alias (the anchor must be set before the alias): a'],
    ],
    [
      'a user without a source',
      '- id: a\n  kind: place\n  uk: { name: А }\n  en: [{ text: A, usedBy: [{ who: B }] }]\n',
      ['4:28 glossary-schema en.0.usedBy.0.source | Invalid input: expected string, received undefined'],
    ],
    ['an unknown key', `${podoliak}  famly: x\n`, ['5:10 glossary-unknown-key famly']],
    [
      'a wrong kind',
      '- id: a\n  kind: human\n  uk: { name: А }\n',
      ['2:9 glossary-value kind | person, place, organisation, work, term'],
    ],
    ['no name at all', '- id: a\n  kind: place\n', ['1:3 glossary-no-name a']],
    ['an id twice', podoliak + podoliak, ['5:7 glossary-repeated-id podoliak-mykhailo']],
    [
      'two preferred forms',
      '- id: a\n  kind: place\n  en:\n    - { text: A, status: preferred }\n    - { text: B, status: preferred }\n',
      ['5:7 glossary-two-preferred a | A | B'],
    ],
    [
      'two preferred forms for two styles',
      '- id: a\n  kind: place\n  en:\n    - { text: A, styles: [x] }\n    - { text: B, styles: [y] }\n',
      [],
    ],
    [
      'one variant of two places',
      '- id: a\n  kind: place\n  uk: { name: А }\n  variants: [{ text: X }]\n- id: b\n  kind: place\n  uk: { name: Б }\n  variants: [{ text: x }]\n',
      ['8:14 glossary-shared-variant x | a | b'],
    ],
  ]
  it.each(cases)('%s', (_, yaml, expected) => check(yaml, expected))

  it('has a JSON Schema for editors', () => {
    expect(glossaryJsonSchema()).toMatchObject({ title: 'tlumach glossary' })
  })
})
