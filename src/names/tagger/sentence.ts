import { type Case, type Gender, type InflectedLanguage, lemmas } from '../../inflect/index.ts'
import { once } from '../model.ts'
import context from './context.json' with { type: 'json' }
import { hasNoObject, type Predicate, predicateOf, takesDative } from './verbs.ts'

/** A reading of a name: one of its nominatives. */
export interface Reading {
  readonly kind: 'person' | 'place'
  readonly gender: Gender
  /** In which the name would stand. */
  readonly cases: readonly Case[]
  /** How likely it is without its sentence. */
  readonly rank: number
  /** The same in all cases, where names like it are not: no evidence of any. */
  readonly odd: boolean
  /** It is in a list. */
  readonly known: boolean
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Cases that a preposition or such a phrase (на думку, по словам) asks for; what may also be Ukrainian or Russian of another meaning has the cases of both. */
const government: Readonly<Record<string, readonly Case[]>> = Object.fromEntries(
  (
    [
      [
        ['gen'],
        'до від од без для після біля коло крім окрім замість проти серед навколо от из изо после около возле кроме вместо против среди вокруг ради думку словами даними імені мнению словам данным имени',
      ],
      [['gen', 'ins'], 'з із зі'],
      [['gen', 'ins', 'acc'], 'с со'],
      [['gen', 'loc', 'acc'], 'у в'],
      [['loc', 'acc'], 'во на о об обо про'],
      [['loc', 'dat', 'acc'], 'по'],
      [['loc'], 'при'],
      [['dat'], 'к ко завдяки благодаря всупереч вопреки'],
      [['ins', 'acc'], 'над під под за перед'],
      [['ins', 'gen'], 'між между'],
      [['acc'], 'через'],
    ] as const
  ).flatMap(([cases, list]) => list.split(' ').map(word => [word, cases] as const)),
)

/** Of the readings of the name between two places those that its sentence allows, unless it allows none. */
export function allowed<R extends Reading>(
  readings: readonly R[],
  text: string,
  start: number,
  end: number,
  language: InflectedLanguage,
): readonly R[] {
  const before = clauseBefore(text, start)
  const preposition = prepositionOfRow(text, start, end) ?? before.last
  const fits = Object.hasOwn(government, preposition)
    ? governed(government[preposition]!, within.has(preposition))
    : (besideNoun(before, language) ?? agreement(before, text.slice(end, end + reach)))
  return among(readings, fits)
}

/** The readings that fit, unless none does; odd ones are no evidence that one does. */
function among<R extends Reading>(readings: readonly R[], fits: Fit | undefined): readonly R[] {
  const left = fits?.(readings.filter(({ odd }) => !odd)) ?? []
  return left.length > 0 ? left : readings
}

/** Behind them a place is rather meant than somebody of whom something is said: у Києві is of Київ, not of a Кий. */
const within = words('у в во')

const governed =
  (asked: readonly Case[], isWithin: boolean): Fit =>
  readings => {
    const fit = readings.filter(({ cases }) => cases.some(one => asked.includes(one)))
    const places = isWithin ? fit.filter(({ known, cases }) => known && cases.includes('loc')) : []
    return places.length > 0 ? places : fit
  }

/** A row of names before a name: “с Дэвисом и ” before Джонсоном. Two words a name at most. */
const row = /(?<!\p{L})(\p{L}{1,8})\s(?:\p{Lu}[\p{L}'’ʼ-]*(?:\s\p{Lu}[\p{L}'’ʼ-]*)?(?:,\s|,?\s(?:і|й|та|и)\s))+$/u
const rowReach = 80
const lastOfRow = /\s(?:і|й|та|и)\s$/u
/** «В Линце, Австрия» is no row. */
const goesOn = /^(?:,|\s(?:і|й|та|и)\s)/u

function prepositionOfRow(text: string, start: number, end: number): string | undefined {
  const joint = text.slice(Math.max(0, start - 4), start)
  if (!lastOfRow.test(joint) && !(joint.endsWith(', ') && goesOn.test(text.slice(end, end + 4)))) return undefined
  return row.exec(text.slice(Math.max(0, start - rowReach), start))?.[1]?.toLowerCase()
}

/** How far a verb may stand from its subject, in units. */
const reach = 60

/** What stands before a name, in lower case. */
interface Before {
  /** The words of the clause. */
  readonly words: readonly string[]
  /** It begins with the first of them. */
  readonly whole: boolean
  /** The name begins a sentence. */
  readonly first: boolean
  /** The word that only a space parts from the name; empty where there is none. */
  readonly last: string
}

const borders = '.!?…:;,()\\[\\]«»“”„"\n—–'
const clauseEnd = new RegExp(`[${borders}]`, 'u')
const sentenceEnd = /[.!?…\n]/u
const word = /[\p{L}'’ʼ-]+/gu

function clauseBefore(text: string, start: number): Before {
  const from = Math.max(0, start - reach)
  const part = text.slice(from, start).toLowerCase()
  let at = part.length
  while (at > 0 && !clauseEnd.test(part[at - 1]!)) at--
  const words = part.slice(at).match(word) ?? []
  return {
    words,
    whole: at > 0 || from === 0,
    first: words.length === 0 && (at > 0 ? sentenceEnd.test(part[at - 1]!) : from === 0),
    last: /[ \u00a0]$/u.test(part) && part.endsWith(words.at(-1) ?? '', part.length - 1) ? (words.at(-1) ?? '') : '',
  }
}

type Fit = <R extends Reading>(readings: readonly R[]) => readonly R[]

const isDirect = (one: Case): boolean => one === 'nom' || one === 'voc'
/** The subject of a verb in the singular. */
const subject =
  (...genders: readonly Gender[]): Fit =>
  readings =>
    readings.filter(({ gender, cases }) => cases.includes('nom') && genders.includes(gender))
const persons: Fit = readings => readings.filter(({ kind }) => kind === 'person')
/** All but a person of whom a verb of another gender or number cannot speak. */
const noSubject =
  (...genders: readonly Gender[]): Fit =>
  readings =>
    readings.filter(
      ({ kind, gender, cases }) => kind === 'place' || !genders.includes(gender) || !cases.every(isDirect),
    )

/** Behind an office in another case than the nominative a name is in that case, or says whose it is; behind what is done, no subject. */
function besideNoun({ last }: Before, language: InflectedLanguage): Fit | undefined {
  if (last === '') return undefined
  const cases = casesOfRole(last, language)
  if (cases.length > 0 && !cases.includes('nom')) return governed([...cases, 'gen'], false)
  const lady = ladies.has(last)
  if (lady || gentlemen.has(last)) return subject(lady ? 'f' : 'm')
  const woman = women.find(([ending]) => ending.test(last))?.[1]
  if (woman)
    return readings => persons(readings).filter(one => one.gender === 'f' && woman.some(c => one.cases.includes(c)))
  return deed.test(last) ? readings => readings.filter(({ cases }) => !cases.every(isDirect)) : undefined
}

/** Words before a name, in the nominative, that tell the gender. */
const ladies = words('госпожа панна мисс миссис місіс пані')
const gentlemen = words('господин пан мистер містер')

/** Cases of nouns in -ка that name women: христианку Асию Биби. */
const women: readonly (readonly [RegExp, readonly Case[]])[] = [
  [/[лнрст]ку$/u, ['acc']],
  [/[лнрст]ки$/u, ['gen']],
  [/[лнрст]ке$|[лрст]ці$/u, ['dat', 'loc']],
  [/[лнрст]к(?:ой|ою)$/u, ['ins']],
]

/** Nouns of what is done: назначение Доминика Рааба, под руководством. In the genitive they end titles (министр здравоохранения). */
const deed = /..(?:[нт]ием?|нням|ством)$/u

const roles = once(() => new Set([...context.role.uk, ...context.role.ru, ...context.kin.uk, ...context.kin.ru]))
/** The letters that all cases of a role have; they tell most words apart without a declension. */
const stemLetters = 4
const beginnings = once(() => new Set([...roles()].map(role => role.slice(0, stemLetters))))
/** So many words are remembered. */
const mostRoles = 5000
const knownRoles = new Map<string, readonly Case[]>()

/** The cases in which a word is a role; none if it is none. */
function casesOfRole(word: string, language: InflectedLanguage): readonly Case[] {
  if (!beginnings().has(word.slice(0, stemLetters))) return []
  const key = `${language} ${word}`
  const known = knownRoles.get(key)
  if (known) return known
  const found = lemmas(word, { language, kind: 'demonym' }).flatMap(({ lemma, cases }) =>
    roles().has(lemma) ? cases : [],
  )
  if (knownRoles.size >= mostRoles) knownRoles.clear()
  knownRoles.set(key, found)
  return found
}

/** What the verb beside a name says of it: what agrees with it is its subject, what does not is none. */
function agreement(before: Before, after: string): Fit | undefined {
  if (naming.has(before.last) || (before.first && alone.test(after))) return subject('m', 'f', 'n', 'p')
  const next = predicate(after)
  const first = opensClause(before)
  if (next === 'f' && first) return subject('f')
  if (next === 'f' && (isMan(before.last) || isWoman(before.last))) return readings => persons(subject('f')(readings))
  if (isWoman(before.last) && opensClause({ ...before, words: before.words.slice(0, -1) }))
    return readings => persons(subject('f')(readings))
  if (next === 'present' && first) return subject('m', 'f', 'n')
  if (next === 'm') return noSubject('f')
  if (next === 'p' && (first || !before.words.some(one => joining.has(one)))) return noSubject('m', 'f')
  return behindVerb(before, after)
}

/** A name that begins a sentence and ends its clause is its subject, or who is called: Кассандра, как и сестра, … */
const alone = /^\s*[,!?:;—–]/u

/** What names are told with: Это Оксана Литвинова; её зовут Александра Петрова. */
const naming = words('это це вот ось зовут звали звати')

/** A name behind one of these is one of several subjects. */
const joining = words('и і й та да с со з із зі')

/** The name is the first of its clause, or only words stand before it that govern nothing. */
const opensClause = ({ words, whole }: Before): boolean => whole && words.every(one => loose.has(one))

const loose = words(
  'и і й та а но але что що как як когда коли если якщо пока поки хотя хоча потому тому вчера учора вчора сегодня сьогодні завтра тогда тоді теперь тепер потом потім затем там тут здесь также також тоже ещё ще уже вже позже пізніше раньше раніше недавно нещодавно иногда іноді всегда завжди сначала спочатку она вона',
)

/** A noun of a man's gender: with «депутат Степанова заявила» the verb tells that the name is in the nominative. */
const isMan = (noun: string): boolean =>
  /..(?:[бвгґджзклмнпрстфхцчшщ]|[иыі]й)$/u.test(noun) &&
  !/[аяоеёиіы][мх]$|[оеёєі]в$/u.test(noun) &&
  predicateOf(noun) !== 'm'

/** A woman by what she does, not by whose she is. */
const isWoman = (noun: string): boolean => womanly.test(noun) && !kin().has(noun)
const womanly = /[лнрст]ка$|(?:[нв]иц|есс|ес|исс|ис)[ая]$|^(?:пані|госпожа|панна)$/u
const kin = once(() => new Set([...context.kin.uk, ...context.kin.ru]))

/** Words that stand between a subject and its verb. */
const between = words(
  'не ни ні уже вже ещё ще также також тоже потом потім тогда тоді сегодня сьогодні вчера вчора учора теперь тепер сразу одразу всегда завжди никогда ніколи часто рідко наконец нарешті лично сама снова знову затем там тут здесь лишь лише только тільки даже навіть впервые вперше себя себе ему йому ей їй им їм его його её її их їх нам вам мне мені',
)
const mostBetween = 3

/** The verb behind a name. */
function predicate(after: string): Predicate | undefined {
  const end = after.search(clauseEnd)
  const clause =
    end < 0 && after.length === reach ? after.replace(/\S*$/u, '') : after.slice(0, end < 0 ? undefined : end)
  let impersonal: Predicate | undefined
  for (const one of (clause.match(word) ?? []).slice(0, mostBetween + 1)) {
    if (one !== one.toLowerCase()) return impersonal
    const told = predicateOf(one)
    if (told && !one.endsWith('о')) return told
    impersonal ??= told
    if (!between.has(one) && !one.endsWith('о')) return impersonal
  }
  return impersonal
}

/** What the verb before a name says: that of it, or of another who does something to it. */
function behindVerb({ words, whole, last }: Before, after: string): Fit | undefined {
  const told = last && predicateOf(last)
  if (!told || told === 'present') return undefined
  if (told === 'f' && hasNoObject(last)) return subject('f')
  const object = takesDative(last) ? undefined : noReceiver
  if (told === 'm') return both(noSubject('f'), object)
  if (told === 'p') return /^(?:,| (?:и|і|й|та|да) )/u.test(after) ? object : both(noSubject('m', 'f'), object)
  const isObject = whole && words.slice(0, -1).some((one, i) => isSubject(one, words[i - 1]))
  return isObject ? both(noSubject('m', 'f'), object) : object
}

const both =
  (first: Fit, second: Fit | undefined): Fit =>
  readings =>
    second ? second(first(readings)) : first(readings)

/** Not to whom something is done: «встретил Марину Волкову» is of Марина, not of a Марин. */
const noReceiver: Fit = readings => {
  const best = Math.max(...readings.map(({ rank }) => rank))
  const others = readings.filter(({ cases }) => !cases.every(one => one === 'dat' || one === 'loc'))
  return others.some(({ rank }) => rank > best - slightly) ? others : readings
}
/** Within it a rank tells little. */
const slightly = 3

/** A word that a verb of the feminine gender may have as its subject. */
const isSubject = (one: string, before: string | undefined): boolean =>
  /[аяь]$/u.test(one) && !loose.has(one) && !(before && Object.hasOwn(government, before))
