import { once } from '../model.ts'
import { type NameSpan, spansIn } from './name-spans.ts'
import { unpack } from './pack.ts'
import type { TaggedLanguage } from './view.ts'
import cyrillic from './weights-cyrillic.json' with { type: 'json' }
import latin from './weights-latin.json' with { type: 'json' }

const cyrillicWeights = once(() => unpack(cyrillic))
const latinWeights = once(() => unpack(latin))

/**
 * Names of persons and places in running text, whole (given and family name together), without a glossary. The tables are
 * decoded at the first call for a script.
 */
export function nameSpans(text: string, language: TaggedLanguage): readonly NameSpan[] {
  return spansIn(language === 'en' ? latinWeights() : cyrillicWeights(), text, language)
}
