import { describe, expect, it } from 'vitest'
import { lint, readConfig, settingsOf } from '../../src/project/index.ts'
import { openTestProject, source } from '../lint/open.ts'

const project = await openTestProject()

/** What is wrong with a configuration, as `code key: expected`, at the marked place «…». */
async function check(marked: string, want?: string): Promise<void> {
  const text = marked.replace(/[«»]/g, '')
  const { problems } = await readConfig(text)
  const shown = problems.map(({ code, data }) => `${code} ${data?.key}${data?.expected ? `: ${data.expected}` : ''}`)
  expect(shown).toEqual(want === undefined ? [] : [want])
  const [problem] = problems
  if (problem) expect(text.slice(problem.span.start, problem.span.end)).toBe(/«(.*)»/s.exec(marked)![1])
}

describe('settings of rules', () => {
  it('may be a severity, or an object', () =>
    check('rules:\n  mixed-script: off\n  deprecated-spelling: { severity: error, scopes: [headline] }\n'))
  it('name a rule that there is', () => check('rules:\n  «mixed-skript»: off\n', 'config-rule-unknown mixed-skript'))
  it('name an option that the rule has', () =>
    check('rules:\n  mixed-script: { «colour»: red }\n', 'config-unknown-key mixed-script.colour'))
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
