import { describe, expect, it } from 'vitest'
import { diskHost, shippedGlossaries } from '../../src/node/index.ts'
import { names, openProject } from '../../src/project/index.ts'
import { settings, source } from '../lint/open.ts'

const { project } = await openProject(diskHost, { glossaries: await shippedGlossaries(), version: 'test' })

/** The names of a text as “concept or –: spelling × places”. */
async function check(text: string, expected: readonly string[]): Promise<void> {
  const { entries } = await names(project!, [source(text, 'a.md')], () => settings())
  const shown = entries.flatMap(({ concept, spellings }) =>
    spellings.map(spelling => `${concept ?? '–'}: ${spelling.text} × ${spelling.places.length}`),
  )
  expect(shown).toEqual(expected)
}

describe('a family name of the glossary beside another given name', () => {
  it('is somebody else’s in every case', () =>
    check('Натальи Шевченко не было. Натальей Шевченко довольны.', ['–: Наталья Шевченко × 2']))

  it('leaves the glossary’s people what is theirs', () =>
    check('Поет Шевченко. Наталії Шевченко немає. Андрій Шевченко грав. Тараса Шевченка читали.', [
      'shevchenko-taras: Шевченко × 1',
      'shevchenko-taras: Тарас Шевченко × 1',
      'shevchenko-andrii: Андрій Шевченко × 1',
      '–: Наталія Шевченко × 1',
    ]))

  it('may stand behind its given name', () =>
    check('Поэт Тарас Григорьевич Шевченко и Шевченко Тарас. Площадь Шевченко.', [
      'shevchenko-taras: Тарас Григорьевич Шевченко × 1',
      'shevchenko-taras: Шевченко Тарас × 1',
      'shevchenko-taras: Шевченко × 1',
    ]))
})

it('a man’s family name in -ой is his', () =>
  check('Мэр Николаева Андрей Береговой выступил.', ['mykolaiv: Николаев × 1', '–: Андрей Береговой × 1']))
