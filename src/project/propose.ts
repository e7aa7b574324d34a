import { languageByLetters } from '../language/index.ts'
import { fitsLanguage, originLanguage } from '../names/index.ts'
import { latinFor } from './glossary-ids.ts'
import type { NameEntry, NameSpelling } from './verbs.ts'

/**
 * Glossary entries, as YAML, for the unlisted names of an inventory that are spelled in several ways: the most frequent spelling is
 * preferred, the others deprecated; the original is the engine's guess. What two languages make of a given name is proposed to nobody: it
 * may be two people. A person looks them over before they are used.
 */
export async function propose(entries: readonly NameEntry[]): Promise<string> {
  const used = new Set<string>()
  const concepts = entries
    .filter(e => e.concept === undefined && e.spellings.length > 1 && e.relation !== 'twin')
    .map(entry => conceptOf(entry, used))
  if (concepts.length === 0) return ''
  const { stringify } = await import('./yaml.ts')
  return stringify(concepts, { lineWidth: 0 })
}

type Part = 'given' | 'family'

function conceptOf(entry: NameEntry, used: Set<string>) {
  const [first, ...others] = [...entry.spellings].sort((a, b) => b.places.length - a.places.length)
  const { text, language } = first!
  const own = partsOf(text)
  return {
    id: idOf(latinOf(own.toReversed(), language), used),
    kind: 'person',
    ...(language === 'en'
      ? { ...originalOf(entry), en: own.map(one => ({ ...one, status: 'preferred' })) }
      : { [language]: Object.fromEntries(own.map(one => [one.part, one.text])) }),
    variants: variantsOf(others, own),
    note: noteOf(entry),
  }
}

/** A name of one word is a family name. */
function partsOf(text: string): readonly { readonly text: string; readonly part: Part }[] {
  const words = text.split(' ')
  return words.map((word, i) => ({ text: word, part: i < words.length - 1 ? 'given' : 'family' }))
}

const latinOf = (parts: ReturnType<typeof partsOf>, language: string): string =>
  parts.map(({ text }) => latinFor(text, language) ?? text).join(' ')

/** Each spelling of a part once: Девид Порт and Девид Портер share one. */
function variantsOf(others: readonly NameSpelling[], own: ReturnType<typeof partsOf>) {
  const variants = others.flatMap(({ text, language }) =>
    partsOf(text)
      .filter((other, i) => other.text !== own[i]?.text)
      .map(other => ({ lang: language, ...other, status: 'deprecated' })),
  )
  return [...new Map(variants.map(one => [`${one.lang} ${one.part} ${one.text}`, one])).values()]
}

function noteOf({ spellings, confidence }: NameEntry): string {
  const counts = spellings.map(s => `${s.text} × ${s.places.length}`).join(', ')
  return confidence === undefined ? counts : `${counts} (${Math.round(confidence * 100)} %)`
}

/** The Cyrillic name in the language that it is of; in both, where nothing tells. */
function originalOf({ original, origin, spellings }: NameEntry) {
  if (original === undefined) return {}
  const members = spellings.map(({ text, places }) => ({ text, count: places.length }))
  const letters = original.toLowerCase()
  const told = origin && fitsLanguage(letters, origin) ? origin : originLanguage(original, members)
  const language = languageByLetters(letters) ?? told
  if (language !== undefined) return { origin: language, [language]: { family: original } }
  const both = (['uk', 'ru'] as const).filter(one => fitsLanguage(letters, one))
  return Object.fromEntries(both.map(one => [one, { family: original }]))
}

/** A plain name of the concept that no other one has. */
function idOf(text: string, used: Set<string>): string {
  const plain = text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  let id = plain || 'name'
  for (let n = 2; used.has(id); n++) id = `${plain}-${n}`
  used.add(id)
  return id
}
