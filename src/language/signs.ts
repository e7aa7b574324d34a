import type { Language } from './alphabet.ts'

/*
 * Words and endings that of Ukrainian and Russian only the one writes, though they have no letter of its own. Of words that begin large
 * only those that begin sentences are heeded: others may be the other language's names. “с.” is a Ukrainian village.
 */
const bothCases = (words: string): string => words.replaceAll(/(?<=^|\|)\p{Ll}/gu, c => `[${c}${c.toUpperCase()}]`)
const whole = (words: string): RegExp => new RegExp(`(?<![\\p{L}\\p{M}'’ʼ-])(?:${words})(?![\\p{L}\\p{M}'’ʼ-])`, 'u')

const russian = whole(
  `${bothCases('что|чтобы|как|или|если|после|также|только|когда|сейчас|его|еще|кто|она|они|этот|вчера|сегодня|это|эт[аиу]|этом|раньше|году|очень|может|прошл[аои]|прошел|встреч[аиеу]|встречей|город[аеу]?|городом|городов|стран[аеу]|человека?|шл[аио]|шел|он|где|из|теперь|затем|однако|даже|нет|надо|нужно|утром|вечером|ночью|снова|опять|хотя|здесь|сюда|куда|ему|меня|себя|тогда|всегда|против|вместе|вместо|согласно|около|возле|между|всех|всем|отсюда|откуда|почему|тоже|более|менее|больше|меньше|почти|от|под|позже|лишь|него')}|и|с(?!\\.)|ко?(?!\\.)|со|обо|но|лет|` +
    '\\p{Ll}{2,}(?:[аяу][ею]т(?:ся)?|[еуюия]тся|[нвртлкдмпс]ая|[нвртлкдмпс]ое)|\\p{Ll}{3,}(?:(?<!х)ил(?:ся|ись)?|[аея]лся|ировал[аи]?|(?<!ь)[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)|ни[еяюи]|нием|ци[яюи]|цией|ость|остью)',
)
const ukrainian = whole(
  `${bothCases('що|щоб|як|або|але|якщо|було|був|бути|буде|вона|вони|вже|проте|ми|ви|цей|ця|це|цю|цього|хто|коли|теж|його|каже|кажуть|лише|тепер|треба|можна|вчора|учора|дуже|може|майже|зараз|поки|адже|отже|аби|мене|понад|навколо|посеред|сюди|туди|куди|свого|мабуть|як(?:ий|а|е|их|им|ого|ому|ою|у)')}|й|з(?!\\.)|із|зі|року|чи|де(?! \\p{Lu})|нього|` +
    '\\p{Ll}{2,}[аяу]ють(?:ся)?|\\p{Ll}{3,}(?:[нвклдт]ою|ц(?:я|ю|ями|ях|ям)|[ую]вати(?:ся)?|[аиу]вся|ував|увал[аои]|(?:нн|тт|чч)я|[сцз]ьк(?:ий|ого|ому|им|ою|а|у|е))',
)

/** The language of a Cyrillic text without letters that tell, by a word or an ending of it; undefined where nothing or both show. O(n). */
export function languageBySigns(text: string): Language | undefined {
  const isRussian = russian.test(text)
  if (isRussian === ukrainian.test(text)) return undefined
  return isRussian ? 'ru' : 'uk'
}
