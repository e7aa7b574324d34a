import type { Stretch } from './stretch.ts'

/**
 * C's printf (POSIX), with Python's %r; the flag of a space only before a width: “50 % of” is a text. %0A is a line break in an
 * address.
 */
const conversion =
  "%(?!0A)(\\d+\\$)?(?:[-+#0'I]| (?=\\d))*(?:\\*|\\d+)?(?:\\.(?:\\*|\\d+)?)?((?:hh?|ll?|[LqjztZ])?[diouxXeEfFgGaAcrspm]|[@]|<PRI\\w+>)"
/** Behind a digit a percent sign with a word is mostly just that: 50%discount. */
const printf = new RegExp(`(?<![\\d~])${conversion}|${conversion}(?!\\p{L}{3})|(?<!~)%%`, 'gu')
const onePrintf = new RegExp(`^(?:${conversion}|%%)$`, 'u')

/** The conversions of a text, each with what tells it to be the same elsewhere; of a format of dates its parts, each once. */
export function printfIn(text: string): (Stretch & { readonly key: string })[] {
  if (isDateFormat(text)) return datePartsIn(text)
  const keyOf = printfKeys()
  return Array.from(text.matchAll(printf), found => ({
    start: found.index,
    end: found.index + found[0].length,
    key: keyOf(found[0])!,
  }))
}

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

/** A format of strftime (POSIX), which each language orders in its own way: it has letters that are none of printf's. */
const isDateFormat = (text: string): boolean =>
  /^(?!.*%[-+#0]*[siu]).*%[-_0^#EO]?[YyBbHIMPklTRjhV](?!\p{L})/su.test(text) || /^%-?[de]\D{1,3}%-?m\D?$/u.test(text)

/** What of a date each conversion says; the weekday, the seconds and the half of a day are as each language likes. */
const dateParts = /%[-_0^#EO]?(?:(?<year>[YyGg])|(?<month>[mBbh])|(?<day>[dej])|(?<hour>[HIkl])|(?<minute>M))/gu
/** Whole dates and times. */
const wholeDate = /%[-_0^#EO]?[xXcDFTRr+]/u

function datePartsIn(text: string): (Stretch & { readonly key: string })[] {
  if (wholeDate.test(text)) return []
  const parts = Array.from(text.matchAll(dateParts), ({ 0: all, index, groups }) => {
    const part = Object.entries(groups ?? {}).find(([, letter]) => letter !== undefined)![0]
    return { start: index, end: index + all.length, key: `date ${part}` }
  })
  return parts.filter(({ key }, i) => parts.findIndex(other => other.key === key) === i)
}
