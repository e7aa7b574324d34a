import type { Chooser, Compiled } from '../glossary/index.ts'
import type { Language } from '../language/index.ts'
import { fold } from '../normalize/index.ts'

/** How words derived from a name go on behind its stem: київський, Харківщина, киянин; Ukrainian, Kyivan. */
const suffixes: Readonly<Record<Language, RegExp>> = {
  uk: /^\p{L}{0,3}(?:ськ|зьк|цьк|щин|чин|чан|ян|ець|ц[іяюе]|івк)/u,
  ru: /^\p{L}{0,3}(?:ск|цк|щин|чан|ян|ец|ц[аеыу]|овк)/u,
  en: /^\p{L}{0,3}(?:['’]s|n|ns|an|ian|ans|ians|ite|ites|er|ers|ese|i|ish|ist|ists|ism)?(?!\p{L})/u,
}

/**
 * True where a text has a word derived from a concept's name: the adjective or demonym of its entry, or the name's stem with an
 * ending that the language derives with. A place name may lose up to three letters before it (Запоріжжя: запорізький).
 */
export function saysDerived(
  text: string,
  index: number,
  language: Language,
  glossary: Compiled,
  chooser: Chooser,
): boolean {
  const concept = glossary.concepts[index]!
  const words = fold(text).match(/\p{L}[\p{L}'-]*/gu) ?? []
  const listed = Object.values(concept.derived?.[language] ?? {}).map(word =>
    fold(word).slice(0, language === 'en' ? undefined : -2),
  )
  if (listed.some(stem => words.some(word => word.startsWith(stem)))) return true
  const names = (['name', 'full', 'family', 'short'] as const).flatMap(
    part => chooser.preferred(index, part, language)?.text ?? [],
  )
  return names.some(name => {
    const last = fold(name).split(/[\s-]/u).at(-1)!
    const lost = concept.kind === 'place' ? Math.min(3, last.length - 3) : 1
    const stem = last.slice(0, Math.max(2, last.length - lost))
    return (
      stem.length > 2 && words.some(word => word.startsWith(stem) && suffixes[language].test(word.slice(stem.length)))
    )
  })
}
