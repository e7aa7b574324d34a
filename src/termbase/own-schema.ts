import { z } from 'zod'

/** The form of a glossary file (YAML or JSON): one list of concepts, or `{ styles, concepts }`. */

const date = z.preprocess(
  v => (v instanceof Date ? v.toISOString().slice(0, 10) : v),
  z.string().regex(/^\d{4}(-\d\d(-\d\d)?)?$/),
)
const status = z.enum(['preferred', 'admitted', 'deprecated', 'superseded'])
const part = z.enum(['given', 'patronymic', 'family', 'full', 'name', 'short'])
const text = z.string().min(1)
const told = z.strictObject({ en: text, uk: text.optional(), ru: text.optional() })
const reason = z
  .union([text, told])
  .describe('Why, for people: a text, or one in each language; the English one is needed.')
const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)

const name = z
  .strictObject({ given: text.optional(), patronymic: text.optional(), family: text.optional(), name: text.optional() })
  .describe('A name by its parts; places and institutions have only "name".')

const use = z.strictObject({ who: text, source: text, from: date.optional(), to: date.optional() })

const spelling = z.strictObject({
  text,
  part: part.optional(),
  status: status.optional(),
  styles: z.array(text).optional(),
  reason: reason.optional(),
  source: text.optional(),
  until: date.nullable().optional(),
  usedBy: z.array(use).optional().describe('Who spells it so: since and until when, and who says that.'),
})

const exception = z.union([text, z.strictObject({ text, styles: z.array(text).optional() })])
const oneOrMore = z.union([text, z.array(text)])

export const conceptSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .describe('Stable, lower case: the name of the concept.'),
  kind: z.enum(['person', 'place', 'organisation', 'work', 'term']),
  type: text.optional(),
  gender: z.enum(['m', 'f', 'n', 'p']).optional(),
  origin: text
    .optional()
    .describe('The language whose romanization the Latin name follows; none is derived where it has no name here.'),
  uk: name.optional(),
  ru: name.optional(),
  be: name.optional(),
  crh: name.optional(),
  names: z.record(language, name).optional().describe('Names in further languages.'),
  own: z.strictObject({ form: text, source: text, asOf: date }).optional(),
  en: z.array(z.union([text, spelling])).optional(),
  aliases: z.record(language, z.array(z.union([text, spelling]))).optional(),
  variants: z.array(z.strictObject({ ...spelling.shape, lang: language.optional() })).optional(),
  former: z
    .array(
      z.strictObject({
        uk: oneOrMore.optional(),
        ru: oneOrMore.optional(),
        be: oneOrMore.optional(),
        en: oneOrMore.optional(),
        from: date.optional(),
        to: date.optional(),
        reason: reason.optional(),
        authority: text.optional(),
      }),
    )
    .optional(),
  forms: z.record(language, z.partialRecord(part, z.record(text, oneOrMore))).optional(),
  indeclinable: z.record(language, z.array(part)).optional(),
  lowercase: z.boolean().optional().describe('The name is also written with a small first letter.'),
  surname: z.boolean().optional().describe('A place whose name is also a common family name.'),
  derived: z.record(language, z.record(text, text)).optional(),
  except: z.array(exception).optional(),
  note: text.optional(),
  source: text.optional(),
})

const styleSchema = z.strictObject({
  id: text,
  title: text.optional(),
  source: text.optional(),
  asOf: date.optional(),
  scheme: text.optional(),
  schemes: z.record(language, text).optional(),
  prefer: z.record(text, text).optional(),
  partial: z.boolean().optional().describe('Of names that "prefer" does not list the style says nothing.'),
  note: text.optional(),
})

export const fileSchema = z.union([
  z.array(conceptSchema),
  z.strictObject({
    styles: z.array(styleSchema).optional(),
    reasons: z.array(told).optional().describe('What English reasons are in the other languages.'),
    concepts: z.array(conceptSchema).optional(),
  }),
])

export type StyleEntry = z.infer<typeof styleSchema>
