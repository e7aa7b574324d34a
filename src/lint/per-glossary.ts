import type { Compiled } from '../glossary/index.ts'

/** What is made of a glossary when it is first asked for, and kept as long as the glossary is. */
export function perGlossary<T>(make: (glossary: Compiled) => T): (glossary: Compiled) => T {
  const known = new WeakMap<Compiled, { readonly made: T }>()
  return glossary => {
    const before = known.get(glossary)
    if (before) return before.made
    const made = make(glossary)
    known.set(glossary, { made })
    return made
  }
}
