import type { Language } from './alphabet.ts'

/*
 * Small words and endings that of Ukrainian and Russian only the one writes, though it uses no letter of its own in them. Words that
 * begin large are left out: they may be the other language's names. “с.” is a Ukrainian village.
 */
const russian =
  /(?<![\p{L}\p{M}'’ʼ-])(?:и|с(?!\.)|из|ко?(?!\.)|со|обо|что|чтобы|как|или|но|если|после|также|только|когда|сейчас|его|еще|кто|где|был[аи]?|он|она|они|этот|\p{Ll}{3,}(?:(?<!х)ил(?:ся|ись)?|[аея]лся|ировал[аи]?|(?<!ь)[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)|ни[еяюи]|нием|ци[яюи]|цией|ость|остью))(?![\p{L}\p{M}'’ʼ-])/u
const ukrainian =
  /(?<![\p{L}\p{M}'’ʼ-])(?:й|що|щоб|як|або|але|якщо|про|чи|де|було|був|бути|буде|вона|вони|вже|проте|ми|ви|цей|ця|це|цю|цього|хто|коли|теж|його|\p{Ll}{3,}(?:[аиу]вся|ував|увал[аои]|(?:нн|тт|чч)я|[сцз]ьк(?:ий|ого|ому|им|ою|а|у|е)))(?![\p{L}\p{M}'’ʼ-])/u

/** The language of a Cyrillic text without letters that tell, by a word or an ending of it; undefined where nothing or both show. O(n). */
export function languageBySigns(text: string): Language | undefined {
  const isRussian = russian.test(text)
  if (isRussian === ukrainian.test(text)) return undefined
  return isRussian ? 'ru' : 'uk'
}
