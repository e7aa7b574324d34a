import { casesAllowed } from './governed.ts'
import { wordBehind } from './neighbours.ts'
import { wordLists } from './word-lists.ts'

/** The gender, or the number, that a place's name shows by its last letter; names in ь are of two. */
function genderOf(name: string): string {
  const last = name.at(-1)!.toLowerCase()
  if ('ая'.includes(last)) return 'f'
  if ('оеєё'.includes(last)) return 'n'
  return 'иіїы'.includes(last) ? 'p' : last === 'ь' ? 'ь' : 'm'
}

/** Adjectives, and the pronouns that agree as they do. */
const attribute = {
  ru: /(?<!\p{L})(?!(?:его|ее|её|их|ей|ему|им|ней|ним|него|неё|нее)\s)(?:\p{L}{2,}(?:[ая]я|[оеыи]й|[ую]ю|[оеы]е|[оеё]го|[оеё]му|[ыи]м|[ыи]х)|[Вв]есь|[Вв]с[яю]|[Ээ]т[ау]|[Нн]аш[ау]?|[Вв]аш[ау]?|[Сс]ам[ау]?|[Оо]дин|[Оо]дн[ау])\s+$/u,
  uk: /(?<!\p{L})(?!(?:його|йому|ній|їй|їх|ним|ними)\s)(?:\p{L}{2,}(?:ої|ій|ий|ого|ому|им|их|[сц]ьк[аоуею]ю?|н[ау]|[оеєі]в[ау]|ою)|[Уу]?[Вв]есь|[ВвУу]с[яю]|[Цц](?:ей|я|ю)|[Нн]аш[ау]?|[Вв]аш[ау]?|[Сс]ам[ау]?)\s+$/u,
}
const pastVerb = {
  ru: /^\s+(?:(?:не|уже|ещё|еще|вновь|снова|его|её|ее|их|тогда|там)\s+){0,2}\p{Ll}{2,}л(?:[аои]?|ся|[аои]сь)(?!\p{L})/u,
  uk: /^\s+(?:(?:не|вже|ще|знову|його|її|їх|тоді|там)\s+){0,2}(?:\p{Ll}{2,}[аиіуяї]в(?:ся)?|\p{Ll}{2,}л[аои](?:ся|сь)?|бу(?:в|л[аои]))(?!\p{L})/u,
}

/** «В новом Цюрупинске»: behind other words an ending in -ом is a noun's, too. */
const locative = /(?<!\p{L})(?:во?|на|об?|при)\s+(?:\p{Ll}{2,}[оеё]м\s+){1,2}$/iu
/** «Цюрупинск, в котором»: what is said of the name behind a comma. */
const relative = {
  ru: /^,\s+(?:\p{Ll}{1,5}\s+)?котор(?:ый|ая|о[ейм]|ую|ого|ому|ые|ых|ыми?)(?!\p{L})/u,
  uk: /^,\s+(?:\p{Ll}{1,5}\s+)?(?:котр|як)(?:ий|[аеіу]|ої|ій|ою|ого|ому|их|ими?)(?!\p{L})/u,
}

/** A name that is an adjective, and none; an ending of it with those of the nouns that agree. */
const adjectival = /(?:[иы]й|[ео]й|[ая]я|[ео]е|[сц]ь?к[ае]|н[ае])$/u
const agreeing: readonly (readonly [adjective: RegExp, noun: RegExp])[] = [
  [/[оеь]го$/u, /[ая]$/u],
  [/[оеь]му$/u, /[уюіи]$/u],
  [/[оеі]м$/u, /[еиуюі]$/u],
  [/[иыі]м$/u, /[оеєа]м$/u],
  [/[ое]е$/u, /[ое]$/u],
  [/[иыі]й$/u, /[бвгджзйклмнпрстфхцчшщь]$/u],
  [/(?:[ая]я|а)$/u, /[аяь]$/u],
  [/(?:[ое]й|ої|ій|ою)$/u, /[еиыіїйюя]$/u],
  [/(?:ую|у)$/u, /[уюь]$/u],
]
const verb = /(?:[аеиоуыяії][влх](?:ся)?|л[аои](?:с[ья])?|т[ьи]|[еи]т|[аея]н[аоы]|[аяи]т[аоы])$/u

/** «Новгородского района»: the form is an adjective of what stands behind it, as the other name is none. */
function isAttribute(text: string, start: number, end: number, wanted: string, language: 'uk' | 'ru'): boolean {
  if (adjectival.test(wanted)) return false
  const behind = wordBehind(text, end)
  if (!behind || behind.capital || behind.end - behind.start < 4) return false
  const form = text.slice(start, end).toLowerCase()
  const { common } = wordLists(language)
  const [, noun] = agreeing.find(([ending]) => ending.test(form)) ?? []
  return noun?.test(behind.word) === true && !verb.test(behind.word) && !common.has(behind.word)
}

/**
 * Whether a word beside a place's name agrees with it, and would not with a name of another gender: древняя Эривань, Юзівка спала. Names
 * that begin alike are renderings of one (Запорожье, Запоріжжя).
 */
export function breaksAgreement(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  [written, wanted]: readonly [string, string],
  {
    language,
    gender,
    mayBeSubject,
  }: { readonly language: 'uk' | 'ru'; readonly gender: string | undefined; readonly mayBeSubject: boolean },
): boolean {
  if (adjectival.test(written) && isAttribute(text, start, end, wanted, language)) return true
  // Дніпро is masculine.
  const theirs = gender === 'm' && /[оО]$/u.test(wanted) ? 'm' : genderOf(wanted)
  if (genderOf(written) === theirs || written.slice(0, 3) === wanted.slice(0, 3)) return false
  const before = text.slice(Math.max(0, start - 40), start)
  if (attribute[language].test(before) || (language === 'ru' && locative.test(before))) return true
  if (relative[language].test(text.slice(end, end + 24))) return true
  return mayBeSubject && pastVerb[language].test(text.slice(end, end + 50)) && !casesAllowed(text, start, language)
}
