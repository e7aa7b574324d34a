import type { Block } from '../../content/index.ts'
import type { Flow, Slot } from './flow.ts'

/** A slot with the language (BCP 47) that its formatting says. */
interface SpokenSlot extends Slot {
  readonly language: string | undefined
}

type Languages = Pick<Block, 'language' | 'languages'>

/**
 * The language that the runs of a paragraph say, by most of its text, and the stretches in others. Only what a run or its style
 * says counts: the default of a document is the program's, not the writer's. A tag whose letters the text does not have (Cyrillic
 * typed under an English keyboard, a Ukrainian text under a Russian one) is passed over.
 */
export function languagesOf<S extends SpokenSlot>(flow: Flow<S, unknown>): Languages {
  const slots = placed(flow)
  const weights = new Map<string, number>()
  const stretches: { start: number; end: number; language: string }[] = []
  const whole = slots.map(({ slot }) => slot.text).join('')
  const letters: Letters = { isUkrainian: /[іїєґ]/iu.test(whole), isRussian: /[ыэъё]/iu.test(whole) }
  for (const { slot, at } of slots) {
    const count = slot.text.match(/\p{L}/gu)?.length ?? 0
    const { language } = slot
    if (count === 0 || language === undefined || !fits(language, slot.text, letters)) continue
    weights.set(language, (weights.get(language) ?? 0) + count)
    const last = stretches.at(-1)
    if (last?.language === language) last.end = at + slot.text.length
    else stretches.push({ start: at, end: at + slot.text.length, language })
  }
  const [best] = [...weights].sort((a, b) => b[1] - a[1])
  if (!best) return {}
  const others = stretches.filter(({ language }) => primary(language) !== primary(best[0]))
  return { language: best[0], ...(others.length > 0 && { languages: others }) }
}

const primary = (tag: string): string => tag.toLowerCase().split('-')[0]!

const cyrillicTags = new Set(['uk', 'ru', 'be', 'bg', 'mk', 'kk', 'ky', 'mn', 'tg', 'tt', 'ba', 'cv'])
/** Written in both. */
const eitherTags = new Set(['sr', 'bs', 'uz', 'az'])

/** Letters of a paragraph that only one of the two languages has. */
interface Letters {
  readonly isUkrainian: boolean
  readonly isRussian: boolean
}

function fits(tag: string, text: string, { isUkrainian, isRussian }: Letters): boolean {
  const language = primary(tag)
  if (eitherTags.has(language)) return true
  const isCyrillic = (text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0) * 2 >= (text.match(/\p{L}/gu)?.length ?? 0)
  if (isCyrillic !== cyrillicTags.has(language)) return false
  if (language === 'ru') return !isUkrainian || isRussian
  return language !== 'uk' || !isRussian || isUkrainian
}

/** The slots with their places in the block's text. */
function placed<S extends Slot>({ gaps, codes }: Flow<S, unknown>): { readonly slot: S; readonly at: number }[] {
  let at = 0
  return gaps.flatMap(({ slots }, i) => {
    const list = slots.map(slot => {
      const place = { slot, at }
      at += slot.text.length
      return place
    })
    if (codes[i]?.kind === 'code') at++
    return list
  })
}
