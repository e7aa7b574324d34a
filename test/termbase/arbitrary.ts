import fc from 'fast-check'
import type { Concept } from '../../src/termbase/index.ts'

/** Texts as cells hold them: any letters, quotes, separators and line ends inside, no white space around. */
const text = fc
  .string({
    unit: fc.constantFrom('К', 'и', 'a', 'ʼ', '"', ',', ';', '\t', '\n', ' ', '<', '&', '#', '{', '😀', '1'),
    minLength: 1,
    maxLength: 8,
  })
  .filter(s => s.trim() === s)
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const language = fc.constantFrom('uk', 'ru', 'en', 'be')
const part = fc.constantFrom('given', 'patronymic', 'family', 'full', 'name', 'short') as fc.Arbitrary<'given'>
const dropped = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T
const record = (shape: Record<string, fc.Arbitrary<unknown>>) => fc.record(shape).map(dropped)

/** A text, or one in each language. */
const told = fc.oneof(text, record({ en: text, uk: some(text), ru: some(text) }))

const term = record({
  lang: language,
  text,
  part,
  status: fc.constantFrom('preferred', 'admitted', 'deprecated', 'superseded'),
  styles: some(fc.array(fc.constantFrom('official', 'bgn-pcgn-2019'), { minLength: 1, maxLength: 2 })),
  reason: some(told),
  source: some(text),
  usedBy: some(
    fc.array(
      record({ who: text, source: text, from: some(fc.constant('2019')), to: some(fc.constant('2019-08-14')) }),
      {
        minLength: 1,
        maxLength: 2,
      },
    ),
  ),
})
const name = fc.oneof(
  text.map(one => ({ name: one })),
  record({ given: some(text), patronymic: some(text), family: text }),
)

const concept = record({
  kind: fc.constantFrom('person', 'place', 'organisation', 'work', 'term'),
  type: some(text),
  gender: some(fc.constantFrom('m', 'f', 'n', 'p')),
  origin: some(language),
  names: fc.dictionary(fc.constantFrom('uk', 'ru', 'be'), name, { minKeys: 1, noNullPrototype: true }),
  own: some(fc.record({ form: text, source: text, asOf: fc.constant('2024-01-01') })),
  terms: fc.array(term, { maxLength: 5 }),
  former: fc.array(
    record({
      names: fc.dictionary(language, fc.array(text, { minLength: 1, maxLength: 2 }), {
        minKeys: 1,
        noNullPrototype: true,
      }),
      from: some(fc.constant('1925')),
      to: some(fc.constant('2016-05-19')),
      reason: some(told),
      authority: some(text),
    }),
    { maxLength: 2 },
  ),
  forms: some(fc.constant({ uk: { family: { voc: ['Подоляче', 'Подоляку'] } } })),
  lowercase: some(fc.boolean()),
  surname: some(fc.boolean()),
  indeclinable: some(fc.constant({ ru: ['family'] })),
  derived: some(fc.constant({ uk: { adjective: 'київський' } })),
  except: fc.array(record({ text, styles: some(fc.constant(['official'])) }), { maxLength: 2 }),
  note: some(text),
  source: some(text),
}) as unknown as fc.Arbitrary<Concept>

export const concepts = fc
  .array(concept, { maxLength: 4 })
  .map(list => list.map((one, i): Concept => ({ ...one, id: `g${i}` })))

/** Without places, which are those of the file a concept was read from. */
export const bare = (list: readonly Concept[]): Concept[] =>
  list.map(({ span: _, ...one }) => ({ ...one, terms: one.terms.map(({ span: _, ...term }) => term) }))
