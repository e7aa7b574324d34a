import type { Rule } from '../../check/index.ts'
import { isWordOf } from '../../glossary/index.ts'
import { isLetter, isWordUnit } from '../../language/index.ts'
import { fold, type LookAlike, readLookAlikes, redressed } from '../../normalize/index.ts'
import type { Problem } from '../../text/index.ts'
import { carriedOver } from '../carried.ts'
import { casesGoverned } from '../governed.ts'
import { editsTo } from '../inconsistency.ts'
import type { Passage } from '../passage.ts'
import type { Subject } from '../subject.ts'

/** Letters of the other script that look alike inside a word (a Latin i in a Ukrainian word). */
export const mixedScript: Rule<Subject> = {
  code: 'mixed-script',
  severity: 'warning',
  *check(subject) {
    for (const passage of subject.passages) if (hasBoth(passage)) yield* inPassage(subject, passage)
  },
}

const bothScripts = /(?=[\p{L}\p{M}'’ʼ]*\p{Script=Latin})(?=[\p{L}\p{M}'’ʼ]*\p{Script=Cyrillic})/u
const latinLetter = /\p{Script=Latin}/u

const hasBoth = ({ letters: { latin, cyrillic, other } }: Passage): boolean => latin + other > 0 && cyrillic + other > 0

function* inPassage(subject: Subject, passage: Passage): Generator<Problem> {
  const { block, text } = passage
  for (let i = 0; i < text.length; i++) {
    if (!isLetter(text.charCodeAt(i))) continue
    let end = i
    while (end < text.length && isWordUnit(text.charCodeAt(end))) end++
    const word = text.slice(i, end)
    const isMixed = bothScripts.test(word) && !isSign(text, i, word)
    const meant = isMixed ? readLookAlikes(word, scriptAround(passage, i, end)) : aloneIn(passage, i, word)
    if (meant && passage.isProse(i, end))
      yield problemOf(subject, block, i, word, inLanguage(subject, passage, i, word, meant))
    i = end
  }
}

/** “Fireworks Сo., ltd”: where the words on both sides are in Latin letters, the rest of the passage says nothing. */
function scriptAround({ text, letters }: Passage, start: number, end: number): 'cyrillic' | 'latin' | undefined {
  const isLatin =
    latinBefore.test(text.slice(Math.max(0, start - 4), start)) && latinBehind.test(text.slice(end, end + 4))
  return isLatin ? 'latin' : letters.cyrillic > letters.latin ? 'cyrillic' : undefined
}
const latinBefore = /\p{Script=Latin}\P{L}*$/u
const latinBehind = /^\P{L}*\p{Script=Latin}/u

/** Words behind which a Latin letter is the name of something. */
const namesLetter =
  /(?:змінн|переменн|індекс|индекс|пункт|варіант|вариант|літер|букв|клас|груп|точк|сторон|вісь|осі|ось|оси|параметр|функці|функци|число|значен|мов|язык|знач|символ|елемент|элемент)\p{L}*\s$/iu

/** A Latin i between Ukrainian words, which is the conjunction (Ізюм i Лиман); so is a Latin c between Russian ones the preposition. */
function aloneIn({ text, language }: Passage, at: number, word: string): LookAlike | undefined {
  if ((word !== 'i' || language !== 'uk') && (word !== 'c' || language !== 'ru')) return undefined
  const before = text.slice(Math.max(0, at - 24), at)
  const isBetween =
    /\p{Script=Cyrillic}[»”"]?,?\s$/u.test(before) &&
    /^\s[«“"]?\p{Script=Cyrillic}{2}/u.test(text.slice(at + 1, at + 6))
  if (!isBetween || namesLetter.test(before)) return undefined
  const letter = word === 'i' ? 'і' : 'с'
  return { word: letter, places: [0], letters: [letter], unsure: true }
}

/**
 * A Latin y may be heard, not seen (Кyїв), and behind a vowel a Latin i may well be a ї (Киiв, Украiна): a name of the glossary tells,
 * and where none does for the ї, nobody knows.
 */
function asHeard({ glossary }: Subject, word: string, meant: LookAlike): LookAlike {
  const isOpen = (place: number) => /^[аеиоуюяєі]i$/iu.test(`${meant.word[place - 1] ?? ''}${word[place]}`)
  const isName = (text: string) => isWordOf(glossary, fold(text))
  if (isName(meant.word)) return meant
  const heardAt = (place: number, letter: string) => {
    const heard = /y/i.test(word[place]!) ? 'и' : isOpen(place) ? 'ї' : undefined
    return heard === undefined || letter === letter.toLowerCase() ? (heard ?? letter) : heard.toUpperCase()
  }
  const letters = meant.places.map((place, i) => heardAt(place, meant.letters[i]!))
  const units = [...meant.word]
  meant.places.forEach((place, i) => {
    units[place] = letters[i]!
  })
  const heard = units.join('')
  if (isName(heard)) return { ...meant, letters, word: heard }
  return meant.places.some(isOpen) ? { ...meant, unsure: true } : meant
}

/** What the text's language makes of it. */
function inLanguage(subject: Subject, { text, language }: Passage, start: number, word: string, meant: LookAlike) {
  if (language === 'uk') return asHeard(subject, word, meant)
  return language === 'ru' ? inRussian(subject, text, start, meant) : meant
}

/** Russian has no і: «Черкасi» is the place in the other language's stem, or a word of which nobody knows how it came here. */
function inRussian({ glossary }: Subject, text: string, start: number, meant: LookAlike): Meant {
  if (!/[ії]/iu.test(meant.word)) return meant
  const place = carriedOver(glossary).ru(meant.word)
  if (!place) return { ...meant, unsure: true }
  const cases = casesGoverned(text, start, 'ru')
  return { ...meant, preferred: cases ? place.among(cases) : place.preferred, unsure: true }
}

/** БЛОКx512: a sign of multiplication. -AЧИСЛО: the letter of an option before its argument. \nДалі: a line's end as programs write it. */
function isSign(text: string, at: number, word: string): boolean {
  if (text[at - 1] === '\\' && !latinLetter.test(word.slice(1))) return true
  if (!latinLetter.test(word.replace(/x(?=\d)/u, ''))) return true
  return text[at - 1] === '-' && /^$|[\s([|]/u.test(text[at - 2] ?? '') && !latinLetter.test(word.slice(1))
}

interface Meant extends LookAlike {
  /** Where more than letters of the other script are to be changed. */
  readonly preferred?: string
}

function problemOf(subject: Subject, block: Passage['block'], start: number, word: string, meant: Meant): Problem {
  const edits =
    meant.preferred !== undefined
      ? editsTo(subject, block, start, word, redressed(word, meant.preferred))
      : meant.places.map((place, i) => ({
          span: subject.span(block, start + place, start + place + 1),
          insert: meant.letters[i]!,
        }))
  const letters = meant.places.map(place => word[place]).join(', ')
  return {
    code: 'mixed-script',
    span: subject.span(block, start, start + word.length),
    data: { text: word, preferred: meant.preferred ?? meant.word, letters, count: meant.places.length },
    fixes: [{ kind: meant.unsure ? 'unsafe' : 'safe', edits }],
  }
}
