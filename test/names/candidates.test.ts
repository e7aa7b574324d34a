import { describe, expect, test } from 'vitest'
import { candidates, findInconsistent, fullMentions, slavicness } from '../../src/names/index.ts'

/** The mentions of a text in which they are marked «…», in order. */
function check(marked: string): void {
  const text = marked.replace(/[«»]/g, '')
  const expected = [...marked.matchAll(/«([^»]*)»/g)].map(match => match[1])
  const found = candidates(text).filter(mention => mention.slavic > 0.5)
  expect(found.map(mention => mention.text)).toEqual(expected)
  for (const { text: name, span } of found) expect(text.slice(span.start, span.end)).toBe(name)
}

describe('candidates', () => {
  test.each([
    'The adviser «Podolyak» met «Zelenskyy» in «Kyiv».',
    '«Podoliak’s» remarks were noted.'.replace('’s»', '»’s'),
    'Eight forces of the Defence Ministry affirmed the affairs.',
    'In «Kharkiv», Mr «Zaluzhnyi» said that the chief was heavy.',
    'PRESIDENT «ZELENSKYY» SPOKE TO THE PRESS',
    'the «Podolyak»-led and «Medvedev»-era talks, Anti-«Zelenskyy» and pro-«Lukashenko» rallies, «Nemyrovych-Danchenko»',
    'A talk with John Smith and Angela Merkel about Washington and London',
  ])('%s', check)

  test('titles and given names are told', () => {
    const [mention] = candidates('So said President Lukashenko.')
    expect(mention).toMatchObject({ text: 'Lukashenko', titled: true, first: false })
    const other = candidates('It was Mykhailo Podoliak.').find(m => m.text === 'Podoliak')
    expect(other?.before).toBe('Mykhailo')
  })
})

describe('slavicness', () => {
  test.each(['Podoliak', 'Zelenskyy', 'Shcherbakov', 'Kharkiv', 'Lukashenko', 'Medvedev'])('%s is', word => {
    expect(slavicness(word)).toBeGreaterThan(0.7)
  })
  test.each(['Anderson', 'chief', 'eight', 'Washington', 'Catherine', 'defence', 'affairs', 'Smith'])(
    '%s is not',
    word => {
      expect(slavicness(word)).toBeLessThan(0.3)
    },
  )
})

describe('inconsistent names', () => {
  test('two spellings of one name are found, with their places', () => {
    const text = 'Mykhailo Podoliak said so. Later Podolyak repeated it, and Zelenskyy agreed.'
    const found = findInconsistent(candidates(text))
    expect(found).toHaveLength(1)
    expect(found[0]?.cluster.original).toBe('Подоляк')
    expect(found[0]?.mentions.flat().map(m => text.slice(m.span.start, m.span.end))).toEqual(['Podoliak', 'Podolyak'])
  })

  test('clean prose and capitals give none', () => {
    const text = 'ZELENSKYY and Zelenskyy are one. Anderson met Andersen; Catherine met Katherine; John met Joan.'
    expect(findInconsistent(candidates(text))).toEqual([])
  })

  test('a capital within a name is no other spelling', () => {
    const text = 'McFaul-Petrenko said so. Mcfaul-Petrenko repeated it, and MCFAUL-PETRENKO agreed.'
    expect(findInconsistent(candidates(text))).toEqual([])
  })

  test('a country and its people are two words, a family name with and without -i one', () => {
    expect(findInconsistent(candidates('In Nepal the Nepali team won.'))).toEqual([])
    const family = 'Mr Bieletsk came. Later Mr Bieletski spoke.'
    expect(findInconsistent(candidates(family), { threshold: 0.01 })).toHaveLength(1)
  })

  test('the plural of a family name is no other spelling', () => {
    const text = 'Ivan Vasilchuk sang; two Vasilchuks danced. Olga Petkevich, and the Petkeviches.'
    expect(findInconsistent(candidates(text))).toEqual([])
  })

  test('a mention that stands for many shows the slips of the others', () => {
    const [, frequent, slip] = candidates('They met Kyrylenko and then Kyrlyenko there.')
    expect(findInconsistent([{ ...frequent!, count: 900 }, slip!])).toHaveLength(1)
  })
})

describe('given and family names side by side', () => {
  const shown = (text: string) =>
    fullMentions(text).map(({ given, family }) =>
      [given, family].map(({ start, end }) => text.slice(start, end)).join('|'),
    )

  test.each([
    ['Then Oleh Korikov’s car stopped.', ['Oleh|Korikov']],
    ['Ivan Petrovych Kotliarevsky wrote.', ['Ivan|Kotliarevsky']],
    ['Oleh, Korikov; Oleh  Korikov', []],
    ['oleh Korikov and Ivan Čapek-Chod', ['Ivan|Čapek-Chod']],
  ])('%s', (text, expected) => expect(shown(text)).toEqual(expected))
})
