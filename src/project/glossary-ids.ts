import { defaultScheme } from '../glossary/index.ts'
import { findScheme, romanize } from '../romanize/index.ts'

/** A Cyrillic name in Latin letters for a concept's id: by the usual table of its language. */
export function latinFor(text: string, lang: string): string | undefined {
  const scheme = findScheme(defaultScheme(lang) ?? '')
  return scheme && romanize(text, scheme).replace(/[ʹʺ’'ʼ`]/gu, '')
}
