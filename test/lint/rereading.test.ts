import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rules } from '../../src/lint/index.ts'
import { lint, openRereading } from '../../src/project/index.ts'
import { openTestProject, settings, source } from './open.ts'

const project = await openTestProject('./glossary.yaml')
const allOn = settings({ rules: Object.fromEntries(rules.map(({ code, severity }) => [code, severity])) })

const pieces = (
  'Kyiv Kiev Zelensky Zelenskyy Volodymyr Podoliak Podolyak Karpinsky Karpinskyi Texas, Київ Києва Росія росія Киев Зеленский в до ' +
  'the in . , “ ” « » * _ ` <em> </em> [ ](x) # > - | x \n \n\n'
).split(/ (?!\n)/u)

const edit = fc.record({
  at: fc.nat(),
  drop: fc.nat({ max: 6 }),
  insert: fc.array(fc.constantFrom(...pieces), { maxLength: 3 }),
})

it('a text that is linted again after each edit has the findings of a text that is linted for the first time', async () => {
  const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map(words => words.join(' '))
  await fc.assert(
    fc.asyncProperty(texts, fc.array(edit, { minLength: 1, maxLength: 5 }), async (start, edits) => {
      const last = openRereading()
      let text = start
      for (const { at, drop, insert } of [{ at: 0, drop: 0, insert: [] }, ...edits]) {
        const from = at % (text.length + 1)
        text = text.slice(0, from) + insert.join(' ') + text.slice(from + drop)
        const again = await lint(project, source(text), allOn, undefined, last)
        expect(again).toEqual(await lint(project, source(text), allOn))
      }
    }),
    { numRuns: 150 },
  )
})

it('what is kept holds for one style and one treatment of quotations', async () => {
  const text = source('He said: “Kiev is Kyiv, and Zelensky is Zelenskyy.”')
  const last = openRereading()
  for (const own of [
    allOn,
    settings({ style: 'bgn-pcgn-2019' }),
    { ...allOn, places: { ...allOn.places, quotation: 'skip' as const } },
    allOn,
  ])
    expect(await lint(project, text, own, undefined, last)).toEqual(await lint(project, text, own))
})

it('the same words in another place, emphasis or company are looked at anew', async () => {
  const last = openRereading()
  const own = { ...allOn, places: { ...allOn.places, quotation: 'skip' as const, headline: 'skip' as const } }
  const texts = [
    'In Kiev.',
    '> In Kiev.',
    '# In Kiev.',
    'In <q>Kiev</q>.',
    '“In Kiev.\n\nKyiv.',
    '“In Kiev.\n\n“Kyiv.”',
  ]
  for (const text of [...texts, ...texts.toReversed()])
    expect(await lint(project, source(text), own, undefined, last)).toEqual(await lint(project, source(text), own))
})
