import type { Chooser, Compiled } from '../glossary/index.ts'
import { derivativesOf } from '../inflect/index.ts'
import type { Language } from '../language/index.ts'
import { fold } from '../normalize/index.ts'
import { type Named, namesOn } from './names.ts'
import type { Bitext, SideLanguage, Translated } from './pair.ts'
import { blanked } from './stretch.ts'

/** How words derived from a name go on behind its stem: шевченківський, путинский; Ukrainian, Kyivan. */
const suffixes: Readonly<Record<Language, RegExp>> = {
  uk: /^\p{L}{0,3}(?:[сцз]ьк|[щч]ин|ець|ц[іяюе]|івк)/u,
  ru: /^\p{L}{0,3}(?:[сц]к|щин|ец|ц[аеыу]|овк)/u,
  en: /^\p{L}{0,3}(?:['’]s|n|ns|an|ian|ans|ians|ite|ites|er|ers|ese|i|ish|ist|ists|ism)?(?!\p{L})/u,
}

/**
 * True where the target has a word derived from a concept's name that renders the name, and not a derived word of the source: in
 * “Ukrainian (Ukraine)” one «українська» is not enough.
 */
export function rendersAsDerived({ source, target }: Translated, { concept }: Named, bitext: Bitext): boolean {
  const { glossary, chooser } = bitext
  const others = blanked(
    source.prose,
    namesOn(source, bitext).filter(({ concepts }) => concepts.includes(concept)),
  )
  const count = (text: string, language: SideLanguage) =>
    language === 'other' ? 0 : derivedWords(text, concept, language, glossary, chooser)
  return count(target.prose, target.language) > count(others, source.language)
}

/** How many words of a text are derived from a concept's name: the adjective or demonym of its entry, or what the language derives. */
function derivedWords(text: string, index: number, language: Language, glossary: Compiled, chooser: Chooser): number {
  const concept = glossary.concepts[index]!
  const words = fold(text).match(/\p{L}[\p{L}'-]*/gu) ?? []
  const listed = Object.values(concept.derived?.[language] ?? {}).map(word => fold(word).replace(endings[language], ''))
  const names = (['name', 'full', 'family', 'short'] as const).flatMap(
    part => chooser.preferred(index, part, language)?.text ?? [],
  )
  const tests = names.map(name => {
    if (concept.kind !== 'place' || language === 'en') return suffixed(fold(name), concept, language)
    return derivativesOf(concept.type === 'oblast' ? centreOf(name) : name, language)
  })
  const isDerived = (word: string) => listed.some(stem => word.startsWith(stem)) || tests.some(test => test(word))
  return words.filter(isDerived).length
}

/** What the listed words lose in other cases. */
const endings: Readonly<Record<Language, RegExp>> = { uk: /(?:[иі]й|ин|ь)$/u, ru: /(?:[иыо]й|ин)$/u, en: /(?!)/u }

/** The last word with a suffix instead of its last letter, or of up to three of them in the name of a place (Ukraine, Ukrainian). */
function suffixed(name: string, { kind, type }: Compiled['concepts'][number], language: Language) {
  const last = name.split(/[\s-]/u).at(-1)!
  const lost = kind === 'place' ? Math.min(3, last.length - 3) : 1
  const stem = type === 'oblast' ? centreOf(name) : last.slice(0, Math.max(2, last.length - lost))
  return (word: string) => stem.length > 2 && word.startsWith(stem) && suffixes[language].test(word.slice(stem.length))
}

/** The word by which an oblast is called: Харківська of Харківська область, Kharkiv of Kharkiv Oblast. */
const centreOf = (name: string): string => name.split(' ')[0]!
