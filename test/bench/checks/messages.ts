/** Messages with plurals and choices (ICU), and subtitles: right ones, and ones with one error each. */
import type { Block, Limits } from '../../../src/content/index.ts'
import type { BilingualSegment } from '../../../src/qa/index.ts'
import type { Kind } from './seeds.ts'

type Message = (name: string) => { readonly en: string; readonly uk: string; readonly ru: string }

const messages: readonly Message[] = [
  name => ({
    en: `{${name}, plural, one {# file} other {# files}} in {folder}`,
    uk: `{${name}, plural, one {# файл} few {# файли} many {# файлів} other {# файлу}} у {folder}`,
    ru: `{${name}, plural, one {# файл} few {# файла} many {# файлов} other {# файла}} в {folder}`,
  }),
  name => ({
    en: `{${name}, select, yes {Saved} other {Not saved}} on {day, date, short}.`,
    uk: `{${name}, select, yes {Збережено} other {Не збережено}} {day, date, short}.`,
    ru: `{${name}, select, yes {Сохранено} other {Не сохранено}} {day, date, short}.`,
  }),
]

/** Three hundred of each, told apart by the names of their arguments. */
export function messageSegments(language: 'uk' | 'ru'): BilingualSegment[] {
  const all = messages.flatMap(message => Array.from({ length: 300 }, (_, i) => message(`value${i}`)))
  return all.map((message, i) => {
    const target = message[language]
    return {
      id: `${i}`,
      number: i + 1,
      source: blockOf(message.en, 'en'),
      target: blockOf(target, language),
      place: { start: 0, end: target.length },
    }
  })
}

const blockOf = (text: string, language: string, limits?: Limits): Block => ({
  id: language,
  kind: 'data',
  scope: 'body',
  span: { start: 0, end: text.length },
  language,
  runs: [{ kind: 'text', text, map: [] }],
  ...(limits && { limits }),
})

const change = (name: string, code: string, from: RegExp, to: string): Kind => ({
  name,
  code,
  seed(segment) {
    const [run] = segment.target!.runs
    if (run?.kind !== 'text' || !from.test(run.text)) return undefined
    return { ...segment, target: { ...segment.target!, runs: [{ ...run, text: run.text.replace(from, to) }] } }
  },
})

/** A brace, a category, an argument, its kind or a choice is lost or changed; a subtitle is too long for its time. */
export const messageKinds: readonly Kind[] = [
  change('icu-brace', 'icu-syntax', /\}(?=[^}]*$)/u, ''),
  change('icu-category', 'icu-syntax', /few \{[^}]*\} /u, ''),
  change('icu-argument', 'icu-syntax', /value/u, 'number'),
  change('icu-kind', 'icu-syntax', /, date, short/u, ''),
  change('icu-choice', 'icu-syntax', /yes/u, 'так'),
  {
    name: 'reading-speed',
    code: 'reading-speed',
    seed: segment => ({
      ...segment,
      target: { ...segment.target!, limits: { seconds: 1, charactersPerSecond: 17 } },
    }),
  },
]
