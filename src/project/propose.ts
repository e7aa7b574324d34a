import { languageByLetters } from '../language/index.ts'
import { originLanguage } from '../names/index.ts'
import type { NameEntry } from './verbs.ts'

/**
 * Glossary entries, as YAML, for the unlisted names of an inventory that are spelled in several ways: the most frequent spelling is
 * preferred, the others deprecated; the original is the engine's guess. A person looks them over before they are used.
 */
export async function propose(entries: readonly NameEntry[]): Promise<string> {
  const used = new Set<string>()
  const concepts = entries
    .filter(e => e.concept === undefined && e.spellings.length > 1)
    .map(entry => conceptOf(entry, used))
  if (concepts.length === 0) return ''
  const { stringify } = await import('./yaml.ts')
  return stringify(concepts, { lineWidth: 0 })
}

function conceptOf({ original, spellings, confidence }: NameEntry, used: Set<string>) {
  const [first, ...others] = [...spellings].sort((a, b) => b.places.length - a.places.length)
  const language = original === undefined ? undefined : languageOf(original, spellings)
  const counts = spellings.map(s => `${s.text} × ${s.places.length}`).join(', ')
  return {
    id: idOf(first!.text, used),
    kind: 'person',
    ...(language && { origin: language, [language]: { family: original } }),
    en: [{ text: first!.text, part: 'family', status: 'preferred' }],
    variants: others.map(({ text }) => ({ lang: 'en', text, part: 'family', status: 'deprecated' })),
    note: confidence === undefined ? counts : `${counts} (${Math.round(confidence * 100)} %)`,
  }
}

function languageOf(original: string, spellings: NameEntry['spellings']): string {
  const members = spellings.map(({ text, places }) => ({ text, count: places.length }))
  return languageByLetters(original.toLowerCase()) ?? originLanguage(original, members) ?? 'ru'
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
