import { describe, expect, it } from 'vitest'
import { align, openXliff } from '../../src/project/index.ts'
import { unitsOf } from '../../src/xliff/index.ts'
import { openTestProject, settings, source } from '../lint/open.ts'

const project = await openTestProject()

/** The pairs as `source | target`, `?` before those that a person should look at. */
async function check(left: string, right: string, want: readonly string[]): Promise<void> {
  const { result, problems } = await align(project, source(left, 'a.en.md'), source(right, 'a.uk.md'), () =>
    settings({}),
  )
  expect(problems).toEqual([])
  const { xliff } = openXliff(source(result!.text, 'a.uk.xlf'))
  const text = (runs: readonly { kind: string; text?: string; label?: string }[]) =>
    runs.map(run => (run.kind === 'text' ? run.text : run.label?.startsWith('#') ? '' : (run.label ?? ''))).join('')
  const shown = [...unitsOf(xliff!)].flatMap(unit =>
    unit.segments
      .filter(({ kind }) => kind === 'segment')
      .map(
        ({ source, target, state }) =>
          `${state === 'translated' ? '? ' : ''}${text(source.runs)} | ${target ? text(target.runs) : ''}`,
      ),
  )
  expect(shown).toEqual(want)
}

describe('align', () => {
  it('pairs paragraphs and their sentences', () =>
    check(
      '# The talks have ended\n\nThe sides met on 3 March. They agreed on corridors for people who leave the city.\n',
      '# Переговори завершилися\n\nСторони зустрілися 3 березня. Вони домовилися про коридори для людей, які виїжджають із міста.\n',
      [
        'The talks have ended | Переговори завершилися',
        'The sides met on 3 March. | Сторони зустрілися 3 березня.',
        'They agreed on corridors for people who leave the city. | Вони домовилися про коридори для людей, які виїжджають із міста.',
      ],
    ))

  it('keeps formatting, and leaves out what only one of them says', () =>
    check(
      'The **first** round took place in the south of the country, near the river.\n\nThis paragraph of the English text was never translated by anybody at all.\n\nIn 1986 the station was closed for ever.\n',
      '**Перший** раунд відбувся на півдні країни, недалеко від річки.\n\nУ 1986 році станцію закрили назавжди.\n',
      [
        '? The **first** round took place in the south of the country, near the river. | **Перший** раунд відбувся на півдні країни, недалеко від річки.',
        'This paragraph of the English text was never translated by anybody at all. | ',
        'In 1986 the station was closed for ever. | У 1986 році станцію закрили назавжди.',
      ],
    ))

  it('tells what only the rendering says', async () => {
    const left = 'The first round took place in the south of the country.\n\nIn 1986 the station was closed for ever.\n'
    const right =
      'Перший раунд відбувся на півдні країни.\n\nУ 1986 році станцію закрили назавжди.\n\nЦього довгого речення про щось зовсім інше в англійському тексті ніколи не було.\n'
    const { result, problems } = await align(project, source(left, 'a.en.md'), source(right, 'a.uk.md'), () =>
      settings({}),
    )
    expect(result).toMatchObject({ pairs: 2, unpaired: 0, added: 1 })
    expect(problems.map(({ code, span }) => [code, right.slice(span.start, span.end)])).toEqual([
      ['align-added', right.trim().split('\n').at(-1)],
    ])
  })

  it('refuses two texts of one language', async () => {
    const { problems } = await align(project, source('The one.', 'a.en.md'), source('The other.', 'b.en.md'), () =>
      settings({}),
    )
    expect(problems.map(({ code }) => code)).toEqual(['language-same'])
  })
})
