import { isMap, LineCounter, type Node, type Pair, parseDocument } from 'yaml'
import { z } from 'zod'
import { type OptionValue, type RuleOption, type RuleSettings, scopes } from '../check/index.ts'
import type { Problem, Reading } from '../text/index.ts'
import type { Config } from './config.ts'
import { readableAs } from './formats.ts'
import { nearestName } from './nearest.ts'
import { ruleDefinitions } from './rule-schema.ts'
import type { RuleInfo } from './rules.ts'

const languages = z.enum(['en', 'uk', 'ru'])
const treatment = z.enum(['skip', 'report', 'fix'])
const severity = z.enum(['error', 'warning', 'info', 'off'])
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const scope = z.enum(scopes)
const ruleSetting = z.looseObject({
  severity: severity.optional(),
  scopes: z.array(scope).min(1).optional(),
  except: z.array(z.string()).optional(),
})
const ruleSettings = z.record(z.string(), z.union([severity, ruleSetting]))
const places = z
  .strictObject({ quotation: treatment, headline: treatment, caption: treatment, handle: treatment })
  .partial()
  .describe('What names in a quotation, headline, caption or handle get.')

const perText = {
  language: languages.optional().describe('Language of texts that do not show it themselves.'),
  style: z.string().min(1).optional().describe('House style: every other spelling is a problem.'),
  date: isoDate.optional().describe('Date of the texts, for names that changed.'),
  rules: ruleSettings.optional(),
  places: places.optional(),
  suppressions: z
    .strictObject({ reason: z.enum(['required', 'optional']).optional() })
    .optional()
    .describe('Whether comments that silence findings must say why, after --.'),
  frontMatter: z.array(z.string()).optional().describe('Keys of the front matter that are text.'),
  readAs: z.enum(readableAs).optional().describe('The format of the files, where name and content do not tell it.'),
}

/** The configuration file; `configSchema` is its JSON Schema for editors. */
const configShape = z.strictObject({
  $schema: z.string().optional(),
  ...perText,
  glossaries: z.array(z.string()).optional().describe('Own glossaries; a later one overrides an earlier one.'),
  defaultGlossary: z.boolean().optional().describe('False leaves the shipped glossaries out.'),
  failOn: z.enum(['error', 'warning', 'info', 'never']).optional().describe('Lowest severity that ends with status 1.'),
  ignore: z.array(z.string()).optional().describe('Files that are never read, in the syntax of .gitignore.'),
  srx: z.string().min(1).optional().describe('Sentence rules (SRX 2.0), used where they know the language of a text.'),
  overrides: z
    .array(z.strictObject({ files: z.array(z.string()).min(1), ...perText }))
    .optional()
    .describe('Settings for some files; a later entry goes before an earlier one.'),
})

/** JSON Schema (draft 2020-12) of the configuration file; its rules are those that are listed. */
export function configSchema(listed: readonly RuleInfo[]): object {
  const { $schema, ...schema } = z.toJSONSchema(configShape, {
    io: 'input',
    override({ zodSchema, jsonSchema }) {
      if (zodSchema !== ruleSettings) return
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key]
      jsonSchema.$ref = '#/$defs/rules'
    },
  })
  return { $schema, title: 'tlumach configuration', ...schema, $defs: ruleDefinitions(listed) }
}

/** The options of every rule, by its code. */
export type KnownRules = ReadonlyMap<string, Readonly<Record<string, RuleOption>>>

/**
 * Reads a configuration in YAML or JSON (`key`: the field of a larger JSON file that holds it, as `tlumach` in package.json).
 * What is wrong is `config-syntax`, `config-unknown-key`, `config-value` or `config-rule-unknown`, at its place; nothing of a wrong
 * file is used. `knownRules` is asked only where the file names rules.
 */
export async function readConfigText(
  text: string,
  key: string | undefined,
  knownRules: () => Promise<KnownRules>,
): Promise<Reading<Config>> {
  const document = parseDocument(text, { lineCounter: new LineCounter() })
  const broken = document.errors[0]
  if (broken) {
    return wrong([{ code: 'config-syntax', severity: 'error', span: { start: broken.pos[0], end: broken.pos[1] } }])
  }
  const root = key === undefined ? document.contents : (document.get(key, true) as Node | undefined)
  const value: unknown = root?.toJS(document) ?? {}
  const result = configShape.safeParse(value)
  if (!result.success) return wrong(result.error.issues.flatMap(issue => problemsOf(issue, root ?? undefined)))
  const { rules, overrides, ...rest } = result.data
  const places = [['rules'], ...(overrides ?? []).map((_, i) => ['overrides', i, 'rules'])]
  const written = [rules, ...(overrides ?? []).map(one => one.rules)]
  if (written.every(each => each === undefined)) return { value: { ...rest, overrides } as Config, problems: [] }
  const known = await knownRules()
  const read = written.map((each, i) => readRules(each ?? {}, known, places[i]!, root ?? undefined))
  const problems = read.flatMap(each => each.problems)
  if (problems.length > 0) return wrong(problems)
  const [own, ...others] = read.map(each => each.value)
  const layers = overrides?.map((one, i) => ({ ...one, rules: others[i]! }))
  return { value: { ...rest, rules: own!, ...(layers && { overrides: layers }) }, problems: [] }
}

type WrittenRules = NonNullable<z.infer<typeof configShape>['rules']>

/** The settings of rules, their own options apart from what every rule has. */
function readRules(
  written: WrittenRules,
  known: KnownRules,
  path: readonly PropertyKey[],
  root: Node | undefined,
): Reading<RuleSettings> {
  const problems: Problem[] = []
  const value: Record<string, RuleSettings[string]> = {}
  for (const [code, setting] of Object.entries(written)) {
    const declared = known.get(code)
    if (!declared) {
      const span = spanAt(root, [...path, code], 'key')
      const data = { key: code, nearest: nearestName(code, known.keys()) ?? 'none' }
      problems.push({ code: 'config-rule-unknown', severity: 'error', span, data })
    } else if (typeof setting === 'string') value[code] = setting
    else {
      const { severity, scopes, except, ...options } = setting
      value[code] = { severity, scopes, except, options: options as Record<string, OptionValue> }
      for (const [name, given] of Object.entries(options)) {
        const expected = expectationOf(declared[name], given)
        if (expected === undefined) continue
        const where = expected === '' ? 'key' : 'value'
        const span = spanAt(root, [...path, code, name], where)
        const data = { key: `${code}.${name}`, expected }
        problems.push({ code: expected === '' ? 'config-unknown-key' : 'config-value', severity: 'error', span, data })
      }
    }
  }
  return { value, problems }
}

/** What an option should have been: undefined where it is right, empty where there is no such option. */
function expectationOf(option: RuleOption | undefined, given: unknown): string | undefined {
  if (!option) return ''
  const { default: usual, choices } = option
  if (choices) {
    const all = Array.isArray(usual) ? given : [given]
    return Array.isArray(all) && all.every(one => choices.includes(String(one))) ? undefined : choices.join(' | ')
  }
  if (Array.isArray(usual))
    return Array.isArray(given) && given.every(one => typeof one === 'string') ? undefined : 'list'
  return typeof given === typeof usual ? undefined : typeof usual
}

const wrong = (problems: readonly Problem[]): Reading<Config> => ({ value: {}, problems })

function problemsOf(issue: z.core.$ZodIssue, root: Node | undefined): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => ({
      code: 'config-unknown-key',
      severity: 'error',
      span: spanAt(root, [...issue.path, key], 'key'),
      data: { key: [...issue.path, key].join('.') },
    }))
  }
  const data = { key: issue.path.join('.') || '(root)', expected: expectation(issue) }
  return [{ code: 'config-value', severity: 'error', span: spanAt(root, issue.path, 'value'), data }]
}

/** What would have been right, in words that need no translation: the values of a choice, or the type. */
function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return issue.values.join(' | ')
  if (issue.code === 'invalid_union') return severity.options.join(' | ')
  if (issue.code === 'invalid_type') return issue.expected
  if (issue.code === 'invalid_format') return 'YYYY-MM-DD'
  return issue.code === 'too_small' ? '≥ 1' : issue.code
}

/** The place of a key or value; of the nearest thing that holds it where it is not there. */
function spanAt(root: Node | undefined, path: readonly PropertyKey[], want: 'key' | 'value'): Problem['span'] {
  let node: Node | null | undefined = root
  for (const [i, step] of path.entries()) {
    const pair: Pair | undefined = isMap(node) ? node.items.find(item => String(item.key) === String(step)) : undefined
    if (pair && want === 'key' && i === path.length - 1) return rangeOf(pair.key as Node)
    const next: unknown = pair ? pair.value : (node as { get?(key: unknown, keep: true): unknown })?.get?.(step, true)
    if (!next) return rangeOf((pair?.key as Node | undefined) ?? node)
    node = next as Node
  }
  return rangeOf(node)
}

const rangeOf = (node: Node | null | undefined): Problem['span'] => ({
  start: node?.range?.[0] ?? 0,
  end: node?.range?.[1] ?? 0,
})
