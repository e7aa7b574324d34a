import type { Rule } from '../../check/index.ts'
import type { Problem } from '../../text/index.ts'
import { type Bitext, isTranslated, problemAt, type Translated } from '../pair.ts'
import { stretchesOf } from '../stretch.ts'

/** Marks that stand for an apostrophe inside a word, and the same apostrophe in the whole file. */
export const apostrophe: Rule<Bitext> = {
  code: 'apostrophe',
  severity: 'warning',
  *check({ pairs }) {
    const translated = pairs.filter(isTranslated).filter(({ target }) => target.language !== 'other')
    const usual = usualIn(translated)
    for (const pair of translated) yield* inTarget(pair, usual)
  },
}

const right = /['’ʼ]/u
/** Ukrainian writes it between a consonant and я, ю, є, ї; other languages within a word. */
const inWord = {
  uk: /(?<=[бвгґджзйклмнпрстфхцчшщ])['’ʼ`´‘"*′](?=[яюєї])/giu,
  ru: /(?<=\p{Script=Cyrillic})[`´‘′](?=\p{Script=Cyrillic})/gu,
  en: /(?<=\p{Script=Latin})[`´′](?=\p{Script=Latin})/gu,
} as const

function usualIn(pairs: readonly Translated[]): string {
  const counts = new Map<string, number>()
  for (const { target } of pairs) {
    if (target.language === 'other') continue
    for (const { start } of stretchesOf(target.prose, inWord[target.language])) {
      const mark = target.prose[start]!
      if (right.test(mark)) counts.set(mark, (counts.get(mark) ?? 0) + 1)
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '’'
}

function* inTarget(pair: Translated, usual: string): Generator<Problem> {
  const { target } = pair
  if (target.language === 'other') return
  for (const place of stretchesOf(target.prose, inWord[target.language])) {
    const mark = target.prose[place.start]!
    if (mark === usual) continue
    const fixes = [{ kind: 'safe' as const, edits: [{ span: target.span(place.start, place.end), insert: usual }] }]
    const wrong = right.test(mark) ? 'mixed' : 'other'
    const severity = wrong === 'mixed' ? { severity: 'info' as const } : {}
    yield problemAt(pair, 'apostrophe', place, { ...severity, data: { wrong, preferred: usual }, fixes })
  }
}
