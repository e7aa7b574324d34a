import { apart, type Stretch, stretchesOf } from './stretch.ts'

/** What a program fills in. Two placeholders are the same where their keys are. */
export interface Placeholder extends Stretch {
  readonly key: string
}

/** C's printf (POSIX), without the flag of a space: “50 % of” is a text. %0A is a line break in an address. */
const conversion =
  "%(?!0A)(\\d+\\$)?[-+#0']*(?:\\*|\\d+)?(?:\\.(?:\\*|\\d+))?((?:hh?|ll?|[LqjztZ])?[diouxXeEfFgGaAcspm]|[@]|<PRI\\w+>)"
/** Behind a digit a percent sign with a word is mostly just that: 50%discount. */
const printf = new RegExp(`(?<![\\d~])${conversion}|${conversion}(?!\\p{L}{3})|(?<!~)%%`, 'gu')
/** Python's %(name)s, Ruby's %{name}, Qt's %1 and %n. */
const named = /%\(\w+\)[-+#0]*\d*(?:\.\d+)?[a-zA-Z]|%\{\w+\}|%(?:\d{1,2}|n)(?![\w$%])/gu
/** Boost's %1%. */
const enclosed = /(?<![\d%])%\d{1,2}%/gu
/** Lisp's ~a and ~%. */
const lisp = /~(?:%|a(?!\p{Ll}{2}))/gu
/** i18next's {{name, format}} and $t(key), then {name} of ICU, Python and .NET, shell's ${name}. */
const braced = /\{\{[^{}]*\}\}|\$t\([^()]*\)|\$?\{(?:[\w$#][\w.$#]*)?(?:[:!][^{}\s]*)?\}/gu
/** Entities that a program defines; those of HTML that stand for a character are text. */
const entity =
  /&(?!(?:amp|lt|gt|quot|apos|nbsp|shy|[mn]dash|hellip|[lr]aquo|[lrb]dquo|[lrs]?squo|copy|reg|trade|times|deg|euro);)[a-z][a-zA-Z0-9-]*;/gu
/** Tags of HTML and Pango; other words in angle brackets are for the reader, and translated. */
const tag =
  /<\/?(?:a|abbr|b|big|blockquote|br|button|code|dd|div|dl|dt|em|font|h[1-6]|hr|i|img|kbd|li|ol|p|pre|s|small|span|strong|sub|sup|table|tbody|td|th|tr|tt|u|ul)(?:\s[^<>]*)?\/?>/giu

/** Qt's and KDE's, in a file that has more of these than of C's. */
const numbered = /%(?:L?\d{1,2}|L?n)/gu

/** What a percent sign begins: in C's files %1d is a number one digit wide, in Qt's the first argument and a d. */
export type PercentSign = 'c' | 'qt'

/** What the percent signs of a file's texts begin: the way that more of them can be read in. O(n). */
export function percentSignIn(texts: readonly string[]): PercentSign {
  let [c, qt] = [0, 0]
  for (const text of texts) {
    if (/(?<!%)%(?:[1-9]\$)?[-+#0]?l?[sdiu](?!\p{L})/u.test(text)) c++
    if (/(?<!%)%[1-9](?![\w$%.])/u.test(text)) qt++
  }
  return qt > c ? 'qt' : 'c'
}

/** True of a break between lines or paragraphs. */
export const isBreak = ({ key }: Placeholder): boolean => key === '<br>' || key === '<p>'

/** The placeholders of a text, in order. */
export function placeholdersIn(text: string, percentSign: PercentSign = 'c'): Placeholder[] {
  const plain = [enclosed, percentSign === 'c' ? named : numbered, lisp, braced, entity].flatMap(pattern =>
    stretchesOf(text, pattern),
  )
  const others = plain.map(one => ({ ...one, key: text.slice(one.start, one.end).replace(/\s+/gu, '') }))
  const tags = stretchesOf(text, tag).map(one => ({ ...one, key: tagKey(text.slice(one.start, one.end)) }))
  // a file may have both kinds
  const conversions = printfIn(text).filter(({ start }) => percentSign === 'c' || !/\d/u.test(text[start + 1]!))
  return apart([...conversions, ...others, ...tags])
}

const tagKey = (tag: string): string => tag.replace(/^<(\/?)\s*(\w+)[\s\S]*$/u, '<$1$2>').toLowerCase()

function printfIn(text: string): Placeholder[] {
  if (dateFormat.test(text)) return []
  const keyOf = printfKeys()
  return Array.from(text.matchAll(printf), found => ({
    start: found.index,
    end: found.index + found[0].length,
    key: keyOf(found[0])!,
  }))
}

/** A format of strftime (POSIX), which each language orders in its own way: it has letters that are none of printf's. */
const dateFormat = /^(?!.*%[-+#0]*[siu]).*%[-_0^#EO]?[YBbHIMyPklTRjhV](?!\p{L})/su

const onePrintf = new RegExp(`^(?:${conversion}|%%)$`, 'u')

/** Tells what each of a text's conversions prints, taken in order: one without a position takes the next argument. */
export function printfKeys(): (conversion: string) => string | undefined {
  let next = 0
  return conversion => {
    const found = onePrintf.exec(conversion)
    if (!found || found[0] === '%%') return found?.[0]
    if (found[2] === 'm') return '%m'
    const stars = conversion.split('*').length - 1
    const argument = found[1] ? found[1].slice(0, -1) : String(next + 1 + stars)
    if (!found[1]) next += 1 + stars
    return `%${argument}$${found[2]!.replace('Z', 'z').replace('i', 'd')}`
  }
}
