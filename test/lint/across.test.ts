import { describe, expect, it } from 'vitest'
import { archiveOf, lint, type Settings } from '../../src/project/index.ts'
import { inTurn, openTestProject, settings, source } from './open.ts'

const project = await openTestProject('./glossary.yaml')

/** What is found in each text when all are compared, as “found→suggested (severity)”. */
async function check(texts: readonly string[], expected: readonly string[][], own: Settings = settings()) {
  const sources = texts.map((text, i) => source(text, `${i}.md`))
  const archive = await archiveOf(project, inTurn(sources), () => own)
  const found = await Promise.all(sources.map(each => lint(project, each, own, archive)))
  const shown = found.map(({ problems }) =>
    problems
      .filter(({ code }) => code === 'inconsistent-name')
      .map(({ data, severity }) => `${data?.text}→${data?.preferred} (${severity})`),
  )
  expect(shown).toEqual(expected)
}

describe('names over all texts of a run', () => {
  it('the preferred spelling wins if any text has it', () =>
    check(
      ['Zelensky spoke. Zelensky left.', 'Zelenskyy spoke.'],
      [['Zelensky→Zelenskyy (warning)', 'Zelensky→Zelenskyy (warning)'], []],
    ))

  it('an admitted spelling that all texts use is let be', () => check(['Zelensky spoke.', 'Zelensky left.'], [[], []]))

  it('the more frequent spelling wins where none is preferred', () =>
    check(['Zelensky spoke.', 'Zelenskyi spoke.', 'Zelenskyi left.'], [['Zelensky→Zelenskyi (warning)'], [], []]))

  it('a deprecated spelling is no vote', () => check(['Kiev is quiet.', 'Kyiv is quiet.'], [[], []]))

  it('unlisted names are one where a given name is', () =>
    check(
      ['Yevgeny Prigozhin spoke.', 'Yevgeny Prigozhyn left.', 'Yevgeny Prigozhin stayed.'],
      [[], ['Prigozhyn→Prigozhin (warning)'], []],
    ))

  it('given names are one before one family name of no glossary', () =>
    check(
      ['The mayor, Anatolii Fedoruk, spoke.', 'Anatoliy Fedoruk left.', 'Anatolii Fedoruk and Anton Fedoruk stayed.'],
      [[], ['Anatoliy→Anatolii (warning)'], []],
    ))

  it('the given names of two languages are information', () =>
    check(['Oleh Korikov spoke.', 'Oleg Korikov left.'], [[], ['Oleg→Oleh (info)']]))

  it('unlisted names without a common given name may be two people', () =>
    check(
      ['Sergei Prigozhin spoke. He met Prigozhin.', 'Then Yevgeny Prigozhyn left.'],
      [[], ['Prigozhyn→Prigozhin (info)']],
    ))

  it('a rule that is off says nothing', () =>
    check(['Zelensky spoke.', 'Zelenskyy spoke.'], [[], []], settings({ rules: { 'inconsistent-name': 'off' } })))
})

it('says how often each spelling stands in all texts', async () => {
  const texts = ['Zelensky spoke. Zelensky left.', 'Zelenskyy spoke.'].map((text, i) => source(text, `${i}.md`))
  const archive = await archiveOf(project, inTurn(texts), () => settings())
  const { problems } = await lint(project, texts[0]!, settings(), archive)
  expect(problems[0]?.data?.counts).toBe('Zelensky 2, Zelenskyy 1')
  expect(problems[0]?.related).toEqual([{ path: '1.md', span: { start: 0, end: 9 }, role: 'other-spelling' }])
})
