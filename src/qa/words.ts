import { fold } from '../normalize/index.ts'
import { singularBasesOf } from './bases.ts'
import { namesOn } from './names.ts'
import type { Bitext, Side } from './pair.ts'
import { perSide } from './per-side.ts'
import { type Stretch, stretchesOf } from './stretch.ts'

/** A capitalised word that may be a name, or a part of one. */
export interface Word extends Stretch {
  readonly text: string
  /** The names of which it may be a form, the likelier ones first; one in English. */
  readonly bases: readonly string[]
  /** It begins the text or a sentence, where a capital says nothing. */
  readonly isFirst: boolean
  /** The capitalised word right before it. */
  readonly before?: Word
}

const patterns = {
  cyrillic: /(?<![\p{L}\p{M}\p{N}])\p{Lu}[\p{Script=Cyrillic}\p{M}’'ʼ-]{1,}[\p{L}\p{M}](?![\p{L}\p{M}\p{N}])/gu,
  latin: /(?<![\p{L}\p{M}\p{N}])\p{Lu}[\p{Script=Latin}\p{M}’'ʼ-]{1,}[\p{L}\p{M}](?![\p{L}\p{M}\p{N}])/gu,
}

/** The words of a side with a capital, in order; those of the glossary's names are left out. */
export const wordsOn = perSide(findWords)

function findWords(side: Side, bitext: Bitext): readonly Word[] {
  const { prose, language } = side
  if (language === 'other') return []
  const listed = namesOn(side, bitext)
  const words: Word[] = []
  for (const { start, end } of stretchesOf(prose, language === 'en' ? patterns.latin : patterns.cyrillic)) {
    if (listed.some(one => one.start < end && start < one.end)) continue
    const text = prose.slice(start, end).replace(/['’ʼ]s$/u, '')
    const last = words.at(-1)
    const before = last && /^[ \u00a0]$/u.test(prose.slice(last.end, start)) ? last : undefined
    const bases = language === 'en' ? [text] : everyBase(text, language)
    const isFirst = /(?:^|[.!?:…\n])[\s"«„“‘'([*_#>•–—-]*$/u.test(prose.slice(Math.max(0, start - 12), start))
    words.push({ start, end: start + text.length, text, bases, isFirst, ...(before && { before }) })
  }
  return words
}

/** Of a double name, one of each part. */
function everyBase(text: string, language: 'uk' | 'ru'): readonly string[] {
  return text
    .split('-')
    .map(part => [...singularBasesOf(part, language), ...stemOf(part)])
    .reduce<readonly string[]>(
      (all, parts) => (all.length === 0 ? parts : all.flatMap(a => parts.map(b => `${a}-${b}`))),
      [],
    )
}

/** A name may end in a consonant before whatever ending. */
const stemOf = (form: string): string[] => (ending.test(form) ? [form.replace(ending, '')] : [])
const ending = /(?<=.{2}[бвгґджзклмнпрстфхцчшщ])(?:[аиіеуы]|[оеаиы]м|[ое]ві|ою|ой)$/u

export const areEqual = (a: Word, b: Word): boolean => fold(a.text) === fold(b.text)
