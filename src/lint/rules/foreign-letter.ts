import type { Rule } from '../../check/index.ts'
import { ru, uk } from '../../language/index.ts'
import type { Problem } from '../../text/index.ts'
import { inEmphasis } from '../emphasis.ts'
import type { Passage } from '../passage.ts'
import type { Subject } from '../subject.ts'

/** Letters that only the other language writes: ы, э, ё, ъ in Ukrainian text; і, ї, є, ґ in Russian text. */
export const foreignLetter: Rule<Subject> = {
  code: 'foreign-letter',
  severity: 'info',
  *check(subject) {
    for (const passage of subject.passages) if (hasForeign(passage)) yield* inPassage(subject, passage)
  },
}

const any = (letters: string) => new RegExp(`[${letters}]`, 'iu')
const only = { uk: any(uk.own), ru: any(ru.own) }
const other = { uk: 'ru', ru: 'uk' } as const

const words = /(?<![\p{L}\p{M}\p{N}_])\p{L}[\p{L}\p{M}'’ʼ]+/gu
const sentences = /[^.!?…\n]+/gu

function hasForeign({ language, letters }: Passage): boolean {
  if (language !== 'uk' && language !== 'ru') return false
  return letters[other[language]] + letters.names[other[language]] > 0
}

function* inPassage(subject: Subject, passage: Passage): Generator<Problem> {
  const { block, text, language } = passage
  if (language !== 'uk' && language !== 'ru') return
  const theirs = other[language]
  const foreign = only[theirs]
  const emphasised = inEmphasis(block)
  for (const { 0: sentence, index } of text.matchAll(sentences)) {
    const found = [...sentence.matchAll(words)].filter(m => foreign.test(m[0]))
    if (found.length > 1 && !only[language].test(sentence)) continue
    for (const { 0: word, index: at } of found) {
      const [start, end] = [index + at, index + at + word.length]
      if (!passage.isFree(start, end) || passage.placeAt(start, end) !== 'body') continue
      if (emphasised(start) || isMarked(block, start, end) || isSpokenOf(text, start)) continue
      const letters = [...new Set([...word].filter(letter => foreign.test(letter)))]
      const data = { text: word, letters: letters.join(', '), count: letters.length, language }
      yield { code: 'foreign-letter', span: subject.span(block, start, end), data }
    }
  }
}

/** The text itself says that the stretch is in another language. */
const isMarked = (block: Passage['block'], start: number, end: number): boolean =>
  block.languages?.some(range => range.start < end && start < range.end) ?? false

/** “(рос. объект)”: what stands behind the name of a language is a word of it. */
const isSpokenOf = (text: string, start: number): boolean =>
  /(?:рос|укр|русск|украинск)[\p{L}-]*\.?[\s:(]*$/iu.test(text.slice(Math.max(0, start - 20), start))
