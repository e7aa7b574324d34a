import { expect, it } from 'vitest'
import { compile, match } from '../../src/glossary/index.ts'

function check(name: string, text: string, found: readonly string[]): void {
  const concept = {
    id: 'x',
    kind: 'person' as const,
    names: { ru: { given: name } },
    terms: [],
    former: [],
    except: [],
  }
  const compiled = compile([{ concepts: [concept], styles: [] }])
  expect(match(compiled, text, { language: 'ru' }).map(m => text.slice(m.start, m.end))).toEqual(found)
}

it.each<[string, string, readonly string[]]>([
  ['Коля', 'Слышишь, Коль, а Коля пришёл?', ['Коль', 'Коля']],
  ['Саша', 'Привет, Саш!', ['Саш']],
  ['Валентина', 'Это Валентин.', []],
  ['Мария', 'Там Мар и Марь.', []],
])('a given name as it is called in speech: %s in %s', check)
