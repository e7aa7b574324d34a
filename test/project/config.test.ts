import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { configSchema, lint, readConfig, settingsOf } from '../../src/project/index.ts'
import { openTestProject, source } from '../lint/open.ts'

const project = await openTestProject()

/** What is wrong with a configuration, as `code key: expected`, at the marked place «…». */
async function check(marked: string, want?: string): Promise<void> {
  const text = marked.replace(/[«»]/g, '')
  const { problems } = await readConfig(text)
  const shown = problems.map(({ code, data }) => {
    const hint = data?.expected || (data?.nearest === 'none' ? '' : data?.nearest)
    return `${code} ${data?.key}${hint ? `: ${hint}` : ''}`
  })
  expect(shown).toEqual(want === undefined ? [] : [want])
  const [problem] = problems
  if (problem) expect(text.slice(problem.span.start, problem.span.end)).toBe(/«(.*)»/s.exec(marked)![1])
}

describe('settings of rules', () => {
  it('may be a severity, or an object', () =>
    check('rules:\n  mixed-script: off\n  deprecated-spelling: { severity: error, scopes: [headline] }\n'))
  it('name a rule that there is', () =>
    check('rules:\n  «mixed-skript»: off\n', 'config-rule-unknown mixed-skript: mixed-script'))
  it('name a rule by its letters in another order', () =>
    check('rules:\n  «nmae-order»: off\n', 'config-rule-unknown nmae-order: name-order'))
  it('name an option that the rule has', () =>
    check('rules:\n  mixed-script: { «colour»: red }\n', 'config-unknown-key mixed-script.colour'))
  it('give an option a value that it can have', () =>
    check(
      'rules:\n  name-order: { order: «backwards» }\n',
      'config-value name-order.order: given-family | family-given',
    ))
  it('give a list where one is due', () =>
    check(
      'rules:\n  country-preposition: { russianV: «ukraine» }\n',
      'config-value country-preposition.russianV: list',
    ))
  it('name a scope that there is', async () => {
    const { problems } = await readConfig('rules: { mixed-script: { scopes: [footer] } }')
    expect(problems.map(({ code }) => code)).toEqual(['config-value'])
  })
  it('are read in overrides', () =>
    check('overrides:\n  - files: ["*.md"]\n    rules: { «nope»: off }\n', 'config-rule-unknown nope'))
})

describe('scopes', () => {
  const found = async (scopes: string) => {
    const { value } = await readConfig(`rules: { deprecated-spelling: { scopes: [${scopes}] } }`)
    const text = '# In Kiev\n\nIn Kiev. In [Kiev](x).\n\n- Kiev\n\n| Kiev |\n| --- |\n\n“In Kiev,” he said.\n'
    const { problems } = await lint(project, source(text), settingsOf(value, {})('x.md'))
    return problems.map(({ span }) => span.start)
  }
  it.each([
    ['headline', [5]],
    ['body', [14, 24, 65]],
    ['link-text', [24]],
    ['list', [37]],
    ['table', [45]],
    ['quotation', [65]],
  ])('%s', async (scope, places) => expect(await found(scope)).toEqual(places))
})

describe('the schema for editors', () => {
  it('knows the rules and their options, and no others', async () => {
    const schema = z.fromJSONSchema((await configSchema()) as Parameters<typeof z.fromJSONSchema>[0])
    const isRight = (rules: object) =>
      schema.safeParse({ rules }).success && schema.safeParse({ overrides: [{ files: ['*.md'], rules }] }).success
    expect(isRight({ 'mixed-script': 'off', 'name-order': { severity: 'error', order: 'family-given' } })).toBe(true)
    expect(isRight({ 'country-preposition': { scopes: ['body'], withArticle: ['donbas'] } })).toBe(true)
    expect(isRight({ 'mixed-skript': 'off' })).toBe(false)
    expect(isRight({ 'name-order': { order: 'backwards' } })).toBe(false)
    expect(isRight({ 'mixed-script': { order: 'given-family' } })).toBe(false)
  })
})
