import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Case, decline, declineName, type InflectedLanguage, type Paradigm } from '../../src/inflect/index.ts'
import { normalize, openProject } from '../../src/project/index.ts'
import { type Concept, readGlossary } from '../../src/termbase/index.ts'
import { memoryHost, settings, source } from '../lint/open.ts'

/** Every so many-th name, so that the test takes a second or two; all names hold the laws. */
const stride = 25

const folder = new URL('../../glossaries/', import.meta.url)
const files = Object.fromEntries(
  readdirSync(folder)
    .filter(name => name.endsWith('.yaml'))
    .map(name => [name, readFileSync(new URL(name, folder), 'utf8')]),
)
const { project } = await openProject(memoryHost(files), { glossaries: Object.keys(files), version: 'test' })
/** Names that have the cases that the rules give them, in both languages, and one spelling in each. */
const concepts = Object.values(files)
  .flatMap(text => readGlossary(text).value.concepts)
  .filter(({ kind, names, forms }) => (kind === 'person' || kind === 'place') && names.uk && names.ru && !forms)
  .filter(({ terms }) => terms.every(({ lang }) => lang === 'en'))
  .filter((_, i) => i % stride === 0)

const frames: Readonly<Record<InflectedLanguage, Readonly<Partial<Record<Case, string>>>>> = {
  uk: {
    nom: 'Потім виступить X.',
    gen: 'Без X нічого не почнеться.',
    dat: 'Завдяки X усе вийшло добре.',
    acc: 'Учора згадували X у звіті.',
    ins: 'Пишаємося X завжди.',
    loc: 'Наголосили на X ще раз.',
    voc: 'X! Де ви були вчора?',
  },
  ru: {
    nom: 'Потом выступит X.',
    gen: 'Без X ничего не начнётся.',
    dat: 'Благодаря X всё вышло хорошо.',
    acc: 'Вчера вспоминали X в отчёте.',
    ins: 'Гордимся X всегда.',
    loc: 'Настаивали на X ещё раз.',
  },
}

/** The whole name of a place; of a person the family name and the full one. */
function paradigms({ kind, gender, names, indeclinable }: Concept, language: InflectedLanguage): readonly Paradigm[] {
  const { name, given, family } = names[language]!
  if (kind === 'place') return name ? [decline(name, { language, kind: 'place', gender })] : []
  const still = Object.fromEntries((indeclinable?.[language] ?? []).map(part => [part, true]))
  const { full, parts } = declineName({ given, family }, { language, gender, indeclinable: still })
  return parts.family && parts.given ? [parts.family, full] : []
}

async function changed(text: string, language: InflectedLanguage): Promise<string> {
  return (await normalize(project!, source(text), settings({ language }))).after
}

const plain = (text: string) => text.replaceAll('ё', 'е').replaceAll('’', "'")

describe.each(['uk', 'ru'] as const)('names of the shipped glossaries in %s', language => {
  it('stay as they are in every case of their own language', async () => {
    const wrong: string[] = []
    for (const paradigm of concepts.flatMap(c => paradigms(c, language))) {
      for (const [which, frame] of Object.entries(frames[language]) as [Case, string][]) {
        for (const form of paradigm[which] ?? []) {
          const text = frame.replace('X', form)
          const after = await changed(text, language)
          if (after !== text) wrong.push(`${text} → ${after}`)
        }
      }
    }
    expect(concepts.length).toBeGreaterThan(20)
    expect(wrong).toEqual([])
  })

  it('keep their case where they come from the other language, if they are changed at all', async () => {
    const other = language === 'uk' ? 'ru' : 'uk'
    let safe = 0
    const wrong: string[] = []
    for (const concept of concepts) {
      const own = paradigms(concept, language)
      for (const [i, paradigm] of paradigms(concept, other).entries()) {
        for (const [which, frame] of Object.entries(frames[language]) as [Case, string][]) {
          const form = paradigm[which]?.[0]
          const wanted = own[i]?.[which]?.map(plain)
          if (form === undefined || wanted === undefined) continue
          const text = frame.replace('X', form)
          const after = await changed(text, language)
          if (after === text) continue
          safe++
          if (!wanted.some(want => plain(after).includes(want))) wrong.push(`${text} → ${after}`)
        }
      }
    }
    expect(safe).toBeGreaterThan(100)
    expect(wrong).toEqual([])
  })
})

it.each([
  ['Приїхала О. Зеленская, її чекали.', 'Приїхала О. Зеленська, її чекали.'],
  ['Приїхала Е. Зеленская, її чекали.', 'Приїхала Е. Зеленская, її чекали.'],
])('an initial of another letter is left to the writer: %s', async (text, expected) => {
  expect(await changed(text, 'uk')).toBe(expected)
})
