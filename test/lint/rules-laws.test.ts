import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rules } from '../../src/lint/index.ts'
import { lint } from '../../src/project/index.ts'
import { openTestProject, settings, source } from './open.ts'

const project = await openTestProject('./glossary.yaml')
const allOn = settings({ rules: Object.fromEntries(rules.map(({ code, severity }) => [code, severity])) })

const pieces = (
  'Kyiv Kiev Ukraine the The in to and Zelensky Zelenskyy Volodymyr ZELENSKYY Podoliak Mykhailo Ivan Maria Petrenko Klymenko Qirimoglu ' +
  'Київ Києва Україні Україна на в до росія Росія Росії Подоляком Михайлом Зеленський Володимир Клименко Сергій Іван Петренко ' +
  "п'ять п’ять сім'я из с Украине Украины Киев Зеленский это всё . , ! “ ” « » ( ) * - — @ \n\n # >"
).split(' ')

const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map(words => words.join(' '))

it('every finding stands inside the text, at the words that it names, and its edits inside its fix', async () => {
  await fc.assert(
    fc.asyncProperty(texts, async text => {
      const { problems } = await lint(project, source(text), allOn)
      for (const { span, data, fixes, related } of problems) {
        expect(span.start).toBeGreaterThanOrEqual(0)
        expect(span.end).toBeLessThanOrEqual(text.length)
        if (data?.text !== undefined)
          expect(text.slice(span.start, span.end)).toContain(String(data.text).split(/\s/u)[0])
        for (const edit of fixes?.flatMap(fix => fix.edits) ?? []) {
          expect(edit.span.end).toBeLessThanOrEqual(text.length)
          expect(edit.span.start).toBeLessThanOrEqual(edit.span.end)
        }
        for (const other of related ?? []) expect(other.span.end).toBeLessThanOrEqual(text.length)
      }
    }),
    { numRuns: 300 },
  )
})

it('a text is found the same again', async () => {
  await fc.assert(
    fc.asyncProperty(texts, async text => {
      const [first, second] = await Promise.all([1, 2].map(() => lint(project, source(text), allOn)))
      expect(second).toEqual(first)
    }),
    { numRuns: 50 },
  )
})

it.each([
  ['Volodymyr Zelensky spoke. Then Zelenskyy left.\n\n', 'in English'],
  ['Виступив Андрій Грищенко. Потім Гріщенко поїхав, і це бачили.\n\n', 'in Ukrainian'],
])('%j again and again names all other places once %s', async sentence => {
  const { problems } = await lint(project, source(sentence.repeat(60)), settings())
  const counts = problems.map(({ related }) => related?.length)
  expect(counts).toEqual([60, ...Array.from({ length: 59 }, () => 20)])
})
