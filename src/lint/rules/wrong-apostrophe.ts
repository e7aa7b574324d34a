import type { Rule, RuleOptions } from '../../check/index.ts'
import type { Problem } from '../../text/index.ts'
import type { Passage } from '../passage.ts'
import type { Subject } from '../subject.ts'

/** The characters that are written for the Ukrainian apostrophe. */
const marks = { typewriter: "'", quote: '’', letter: 'ʼ' } as const

/** The apostrophe in Ukrainian words: one character for a whole text, or the configured one. A text that has only one is right. */
export const wrongApostrophe: Rule<Subject> = {
  code: 'wrong-apostrophe',
  severity: 'warning',
  off: true,
  options: { use: { default: 'majority', choices: ['majority', ...Object.keys(marks)] } },
  *check(subject, options) {
    const found = subject.passages.flatMap(apostrophesIn)
    const wanted = wantedMark(found, options)
    for (const one of found) if (one.mark !== wanted) yield problemOf(subject, one, wanted)
  },
}

interface Apostrophe {
  readonly passage: Passage
  readonly at: number
  readonly mark: string
  readonly start: number
  readonly end: number
}

const between = /(?<=\p{Script=Cyrillic}\p{M}?)['’ʼ‘`´](?=\p{Script=Cyrillic})/gu
const wordStart = /[\p{L}\p{M}'’ʼ‘`´-]*$/u
const wordEnd = /^[\p{L}\p{M}'’ʼ‘`´-]*/u

/** A word is at most so long. */
const longest = 40

function apostrophesIn(passage: Passage): Apostrophe[] {
  const { text, language } = passage
  if (language !== 'uk') return []
  return [...text.matchAll(between)].flatMap(({ 0: mark, index: at }) => {
    const start = at - wordStart.exec(text.slice(Math.max(0, at - longest), at))![0].length
    const end = at + wordEnd.exec(text.slice(at, at + longest))![0].length
    return passage.isProse(start, end) ? [{ passage, at, mark, start, end }] : []
  })
}

/** Signs that are no apostrophe (‘ ` ´) are no vote. */
function wantedMark(found: readonly Apostrophe[], { use }: RuleOptions): string {
  if (use !== 'majority') return marks[use as keyof typeof marks]
  const count = (mark: string) => found.filter(one => one.mark === mark).length
  const [best] = Object.values(marks).sort((a, b) => count(b) - count(a) || firstOf(found, a) - firstOf(found, b))
  return best!
}

const firstOf = (found: readonly Apostrophe[], mark: string): number => {
  const index = found.findIndex(one => one.mark === mark)
  return index < 0 ? Number.POSITIVE_INFINITY : index
}

function problemOf(subject: Subject, { passage, at, mark, start, end }: Apostrophe, wanted: string): Problem {
  const { block, text } = passage
  const place = passage.placeAt(start, end)
  return {
    code: 'wrong-apostrophe',
    span: subject.span(block, start, end),
    data: {
      text: text.slice(start, end),
      preferred: text.slice(start, at) + wanted + text.slice(at + 1, end),
      place,
      sign: codePoint(mark),
      usual: codePoint(wanted),
    },
    fixes: [{ kind: 'safe', edits: [{ span: subject.span(block, at, at + 1), insert: wanted }] }],
  }
}

const codePoint = (sign: string): string => `U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
