import { type LanguageRules, languageRules } from './rules.ts'
import type { Srx, SrxRule } from './srx.ts'

const names = { uk: 'Ukrainian', ru: 'Russian', en: 'English' } as const
const closers = '[)\\]}»”"’\'“›]*'

/**
 * Our own rules as SRX 2.0, for tools that have none for Ukrainian. They say nearly the same as `sentences`: what SRX cannot
 * say (the remark in brackets, pictures after a sentence) is left out.
 */
export function ownSrx(): Srx {
  const languages = ['uk', 'ru', 'en'] as const
  return {
    cascade: false,
    segmentSubflows: true,
    formatHandles: [
      { type: 'start', include: false },
      { type: 'end', include: true },
      { type: 'isolated', include: false },
    ],
    languageRules: languages.map(language => ({ name: names[language], rules: ownRules(languageRules(language)) })),
    languageMaps: languages.map(language => ({ pattern: `${inAnyCase(language)}(?:[-_].*)?`, rule: names[language] })),
  }
}

/** Some programs hold patterns against EN-US as it is written. */
const inAnyCase = (tag: string): string => [...tag].map(letter => `[${letter.toUpperCase()}${letter}]`).join('')

function ownRules(rules: LanguageRules): SrxRule[] {
  const no = (before: string, after: string): SrxRule => ({ breaks: false, before, after })
  const starters = `(?:${[...rules.starters].map(anyCase).join('|')})\\b`
  const initial = '\\b(?:\\p{Lu}[.-])*\\p{Lu}\\.'
  const out = [
    { breaks: true, before: '\\n', after: '[ \\t]*\\n' },
    no(`[.…]${closers}`, '\\s+[«“„"(\\[—–-]*\\s*\\p{Ll}'),
    no(`[.?!…]${closers}`, '\\s+[—–-]\\s+\\p{Ll}'),
    no(`[?!…][)\\]}»”"’'“›]+`, '\\s+\\p{Ll}'),
  ]
  if (rules.never.size > 0) out.push(no(abbreviations(rules.never), '\\s'))
  if (rules.number.size > 0) out.push(no(abbreviations(rules.number), '\\s+[\\p{Nd}№]'))
  if (rules.often.size > 0) {
    out.push(no(abbreviations(rules.often), '\\s+[\\p{Nd}№]'))
    out.push({ breaks: true, before: abbreviations(rules.often), after: '\\s+[«“„"(\\[—–-]*\\s*\\p{Lu}' })
  }
  if (rules.place.size > 0) out.push(no(`(?<![\\p{Nd}IVXLC][ \\u00a0])${abbreviations(rules.place)}`, '\\s'))
  if (rules.maybe.size > 0) out.push(no(abbreviations(rules.maybe), `\\s+(?!${starters})`))
  if (rules.names.size > 0) out.push(no(`\\b(?:${[...rules.names].map(capital).join('|')})\\.`, `\\s+(?!${starters})`))
  out.push(no(initial, rules.starters.size > 0 ? `\\s+(?!${starters}(?!\\.))` : '\\s'))
  return [...out, { breaks: true, before: `[.?!…]+${closers}`, after: '\\s' }]
}

const abbreviations = (words: ReadonlySet<string>): string => `\\b(?:${[...words].map(anyCase).join('|')})\\.`

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1)

/** A word as a pattern: its first letter small or capital, points with white space after them or not. */
function anyCase(word: string): string {
  const first = word[0]!
  const rest = word.slice(1).replace(/[.\\]/g, '\\.\\s?')
  const upper = first.toUpperCase()
  return upper === first ? first + rest : `[${upper}${first}]${rest}`
}
