import type { OptionValue, Rule, RuleOptions } from '../../check/index.ts'
import { type Case, casesIn } from '../../glossary/index.ts'
import { isUpper } from '../../language/index.ts'
import { fold } from '../../normalize/index.ts'
import type { Problem } from '../../text/index.ts'
import { articleBefore, lacksArticle } from '../articles.ts'
import { isAccusative } from '../directed.ts'
import { within } from '../euphony.ts'
import { casesAllowed } from '../governed.ts'
import { clauseBefore } from '../neighbours.ts'
import type { Seen } from '../passage.ts'
import type { Subject } from '../subject.ts'

/**
 * The little word before the name of a country or region: “the” in English, в/у or на in Ukrainian and Russian. Which names go with
 * which word the options say. Of Russian nothing is said without them; Ukraine is spoken of as other states are in English and Ukrainian.
 */
export const countryPreposition: Rule<Subject> = {
  code: 'country-preposition',
  severity: 'warning',
  off: true,
  options: {
    withoutArticle: { default: ['ukraine'] },
    withArticle: { default: [] },
    ukrainianV: { default: ['ukraine'] },
    ukrainianNa: { default: [] },
    russianV: { default: [] },
    russianNa: { default: [] },
  },
  *check(subject, options) {
    for (const { mentions } of subject.passages) {
      for (const seen of mentions) {
        const naming = seen.mention.namings.find(n => n.lang === seen.language)
        const concept = naming && subject.glossary.concepts[naming.concept]!.id
        const lead = concept === undefined ? undefined : leadOf(seen, casesIn(naming!.mask), asked(options, concept))
        if (lead) yield problemOf(subject, seen, concept!, lead)
      }
    }
  },
}

type Asked = (option: string) => boolean

const asked =
  (options: RuleOptions, concept: string): Asked =>
  option =>
    (options[option] as Extract<OptionValue, readonly string[]>).includes(concept)

/** What stands before the name from `start` to `end`, and what should. */
interface Lead {
  readonly start: number
  readonly end: number
  readonly wanted: string
}

function leadOf(seen: Seen, cases: readonly Case[], isAsked: Asked): Lead | undefined {
  if (seen.language === 'en') return englishLead(seen, isAsked)
  if (seen.language === 'uk') return cyrillicLead(seen, cases, 'uk', isAsked)
  return seen.language === 'ru' ? cyrillicLead(seen, cases, 'ru', isAsked) : undefined
}

function englishLead({ text, mention: { start, end } }: Seen, isAsked: Asked): Lead | undefined {
  if (isAsked('withoutArticle')) {
    const article = articleBefore(text, start, end)
    return article === undefined ? undefined : { start: article, end: start, wanted: '' }
  }
  return isAsked('withArticle') && lacksArticle(text, start, end) ? { start, end: start, wanted: 'the ' } : undefined
}

/** A preposition with which the name is inside, the one with which it is a surface, and the case in which both say a place. */
interface Pair {
  readonly inside: readonly string[]
  readonly upon: readonly string[]
  readonly place: Case
  /** They also say whither, with the accusative. */
  readonly whither: boolean
}

interface Manners {
  readonly options: { readonly inside: string; readonly upon: string }
  readonly pairs: readonly Pair[]
  /** Words that ask for the preposition whatever the name is (увага на, вера в). */
  readonly governing: RegExp
  /** The form of a preposition that the sounds around it ask for. */
  readonly form: (word: string, previous: string, name: string) => string
}

const manners: Readonly<Record<'uk' | 'ru', Manners>> = {
  uk: {
    options: { inside: 'ukrainianV', upon: 'ukrainianNa' },
    pairs: [{ inside: ['в', 'у'], upon: ['на'], place: 'loc', whither: true }],
    governing:
      /(?:фокус|зосередж|зосеред|концентр|наголо|акцент|увага|уваги|увагу|познач|відби|окоши|заробл|зароб|нажи|помст|спекул|хрест|базу|ґрунт|трима|зациклен|зупин|випроб|тренує|відігр)\p{L}*\s(?:\p{L}+\s){0,2}$/iu,
    form: (word, previous, name) => (word === 'в' ? within(previous, name) : word),
  },
  ru: {
    options: { inside: 'russianV', upon: 'russianNa' },
    pairs: [
      { inside: ['в', 'во'], upon: ['на'], place: 'loc', whither: true },
      { inside: ['из', 'изо'], upon: ['с', 'со'], place: 'gen', whither: false },
    ],
    governing:
      /(?:фокус|сосредоточ|концентр|настаив|акцент|внимани|отраз|отраж|сказа|сказыв|заработ|зарабат|нажи|крест|основ|базиру|держ|зациклен|останов|испыт|уверен|сомнев|разочаров|участ|вер)\p{L}*\s(?:\p{L}+\s){0,2}$/iu,
    form: (word, _, name) => {
      if (word === 'с') return /^[сзшж][^аеиоуыэюяё]/iu.test(name) ? 'со' : word
      return word === 'в' && /^[вф][^аеиоуыэюяё]/iu.test(name) ? 'во' : word
    },
  },
}

function cyrillicLead(
  { text, mention }: Seen,
  cases: readonly Case[],
  language: 'uk' | 'ru',
  isAsked: Asked,
): Lead | undefined {
  const { options, pairs, governing, form } = manners[language]
  const [right, wrong] = isAsked(options.inside)
    ? (['inside', 'upon'] as const)
    : isAsked(options.upon)
      ? (['upon', 'inside'] as const)
      : []
  const written = right && casesAllowed(text, mention.start, language)?.preposition
  const pair = written && pairs.find(one => one[wrong].includes(fold(written.word)))
  if (!pair) return undefined
  const clause = clauseBefore(text, written.start)
  const isPlace = cases.includes(pair.place) && !governing.test(clause)
  const isWhither = pair.whither && cases.includes('acc') && isAccusative(text, mention.start, language)
  if (!isPlace && !isWhither) return undefined
  const wanted = form(pair[right][0]!, clause, text.slice(mention.start, mention.end))
  const { start, end } = written
  return { start, end, wanted: isUpper(written.word.charCodeAt(0)) ? capitalised(wanted) : wanted }
}

const capitalised = (word: string) => word[0]!.toUpperCase() + word.slice(1)

function problemOf(subject: Subject, seen: Seen, concept: string, { start, end, wanted }: Lead): Problem {
  const { text, block, mention, treatment, doubt, place } = seen
  const rest = text.slice(end, mention.end)
  const isReported = treatment === 'report' || doubt !== undefined
  const edit = { span: subject.span(block, start, end), insert: wanted }
  return {
    code: 'country-preposition',
    span: subject.span(block, start, mention.end),
    ...(isReported && { severity: 'info' as const }),
    data: {
      text: text.slice(start, mention.end),
      preferred: wanted + rest,
      concept,
      place,
      doubt: doubt ?? 'none',
    },
    fixes: [{ kind: isReported || seen.language !== 'en' ? 'unsafe' : 'safe', edits: [edit] }],
  }
}
