import { paradigmOf } from '../../src/glossary/index.ts'
import { toldIn, wholeName } from '../../src/termbase/index.ts'
import { type Entry, english, type Shipped } from './shipped.ts'

/** Entries drawn by chance, the same ones for the same seed. O(n). */
export function sampleOf(entries: readonly Entry[], size: number, seed: number): Entry[] {
  const random = randomFrom(seed)
  const rest = [...entries]
  return Array.from({ length: Math.min(size, entries.length) }, () => {
    const at = Math.floor(random() * rest.length)
    return rest.splice(at, 1)[0]!
  })
}

/** Numbers from 0 to 1: a linear congruential generator with the constants of Numerical Recipes. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 0x100000000
  }
}

/** All of an entry that can be right or wrong, in a few lines. */
export function shown({ concept }: Entry, shipped: Shipped): string {
  const { id, kind, type, names, own, former, terms, derived, note, source } = concept
  const preferred = english(shipped, concept)
  const lines = [
    `${id}  ${[kind, type].filter(Boolean).join(', ')}`,
    `en ${preferred.map(one => one?.text ?? '?').join(' ')} (${own ? `own: ${own.source}` : preferred.map(one => (one?.reason && toldIn(one.reason, 'en')) ?? one?.basis ?? '').join(', ')})`,
    ...(['uk', 'ru'] as const).map(
      lang => `${lang} ${wholeName(names[lang] ?? {})}, genitive ${genitive(shipped, id, lang)}`,
    ),
    ...former.map(one => `former ${Object.values(one.names).flat().join(', ')} ${one.from ?? ''}–${one.to ?? ''}`),
    ...(terms.length > 0
      ? [`terms ${terms.map(({ text, lang, status }) => `${text} (${lang}, ${status})`).join('; ')}`]
      : []),
    ...(derived ? [`derived ${JSON.stringify(derived)}`] : []),
    ...(note ? [`note ${note}`] : []),
    `source ${source}`,
  ]
  return `${lines.join('\n   ')}\n`
}

function genitive({ compiled }: Shipped, id: string, lang: string): string {
  const number = compiled.concepts.findIndex(concept => concept.id === id)
  const forms: string[] = []
  for (let i = compiled.spellingStart[number]!; i < compiled.spellingStart[number + 1]!; i++) {
    const spelling = compiled.spellings[i]!
    if (spelling.lang !== lang || spelling.basis !== 'original' || spelling.part === 'patronymic') continue
    const first = paradigmOf(spelling, compiled.concepts[number]!)?.gen?.[0]
    if (first) forms.push(first)
  }
  return forms.join(' ')
}
