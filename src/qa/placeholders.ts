import type { Dialect } from './dialect.ts'
import { printfIn } from './printf.ts'
import { apart, type Stretch, stretchesOf } from './stretch.ts'

/** What a program fills in. Two placeholders are the same where their keys are. */
export interface Placeholder extends Stretch {
  readonly key: string
}

/** Python's %(name)s, Ruby's %{name} and %<name>s, Qt's %1 and %n, %1 before a unit (%1pt), GCC's %qD. */
const named =
  /%\(\w+\)[-+#0]*\d*(?:\.\d+)?[a-zA-Z]|%\{\w+\}|%<(?!PRI)\w+>[-+#0]*\d*(?:\.\d+)?[a-z]|%(?:\d{1,2}|n)(?![\w$%])|%\d(?=(?:K|pt|px|mm|Hz|[kMG]i?B)(?!\w))|%q[+#]*[A-Z]/gu
/** Boost's %1% and %|1$d|. */
const enclosed = /(?<![\d%])%(?:\d{1,2}%|\|\d+\$[^|\s]*\|)/gu
/** Qt's and KDE's, in a file that has more of these than of C's. */
const numbered = /%(?:L?\d{1,2}|L?n)/gu
/** LibreOffice's %PRODUCTNAME. */
const capitals = /(?<![\d%])%[A-Z][A-Z_]{3,}(?![a-z])%?/gu
/** Lisp's ~a and ~%. */
const lisp = /~(?:%|a(?!\p{Ll}{2}))/gu
/** i18next's {{name, format}} and $t(key), then {name}, {name!r:>5}, {0[key]} and {0,10:N2} of ICU, Python and .NET, shell's ${name}. */
const braced =
  /\{\{[^{}]*\}\}|\$t\([^()]*\)|\$?\{(?:[\w$#][\w.$#]*)?(?:\[[^\]{}\s]*\])?(?:,-?\d+)?(?:[:!][^{}\s]*)?\}|\{\d+:[^{}]+\}/gu
/** Shell's, Perl's and Make's $name and $(name); the bar ends a name in Wesnoth. */
const variable = /(?<!\w)\$(?:[A-Za-z_]\w*\|?|\([\w.]+\))/gu
const dollar = /(?<!\w)\$\d{1,2}(?![\w.,]*\d)/gu
/** Drupal's @name, Texinfo's @command. */
const at = /(?<![\w.@/-])@[a-z]\w{3,}/gu
/** Entities that a program defines; those of HTML that stand for a character are text. */
const entity =
  /&(?!(?:amp|lt|gt|quot|apos|nbsp|shy|[mn]dash|hellip|[lr]aquo|[lrb]dquo|[lrs]?squo|copy|reg|trade|times|deg|euro);)[a-z][a-zA-Z0-9-]*;/gu
const tag = /<\/?([a-zA-Z][\w-]*)(?:\s[^<>]*)?\/?>/gu
/** Tags of HTML and Pango. */
const known =
  /^(?:a|abbr|b|big|blockquote|br|button|code|dd|div|dl|dt|em|font|h[1-6]|hr|i|img|kbd|li|ol|p|pre|s|small|span|strong|sub|sup|table|tbody|td|th|tr|tt|u|ul)$/iu

/** True of a break between lines or paragraphs, and of what only encloses the whole text. */
export const isLayout = ({ key }: Placeholder): boolean => /^<(?:br|nl|p|\/?(?:qt|html|body|head))>$/u.test(key)

/** Behind this mark KDE's translations have a script that makes another text of the same placeholders. */
const script = '|/|'

/** The placeholders of a text, in order. */
export function placeholdersIn(whole: string, { percent, hasDollars }: Dialect): Placeholder[] {
  const text = whole.split(script, 1)[0]!
  const patterns = [
    ...(percent === 'c' ? [named, enclosed] : [numbered]),
    ...(hasDollars ? [dollar] : []),
    ...[capitals, lisp, braced, variable, at, entity],
  ]
  const plain = patterns
    .flatMap(pattern => stretchesOf(text, pattern))
    .map(one => ({ ...one, key: keyOf(text.slice(one.start, one.end)) }))
  // a file may have both kinds
  const conversions = printfIn(text).filter(({ start }) => percent === 'c' || !/\d/u.test(text[start + 1]!))
  return apart([...conversions, ...plain, ...tagsIn(text)])
}

/** .NET's format of a time, which each language has of its own: {0:h tt}, {0:%H}. */
const timeFormat = /(?<=^\{\d+):(?![<>=^+\-# ,.]*\d*[,.]?\d*[a-zA-Z%]?\d*\})[^{}]+(?=\}$)/u

/** White space says nothing, and Gramps asks for a form of an argument's word by its index: {month.f[gen]}. */
const keyOf = (placeholder: string): string =>
  placeholder
    .replace(timeFormat, '')
    .replace(/\s+/gu, '')
    .replace(/\.f\[[^\]]*\]/u, '')

/** Known tags, and others that are closed: other words in angle brackets are for the reader, and translated. O(n). */
function tagsIn(text: string): Placeholder[] {
  if (!text.includes('<')) return []
  const found = [...text.matchAll(tag)]
  const closed = new Set(found.flatMap(([all, name]) => (/^<\/|\/>$/u.test(all) ? [name!] : [])))
  return found
    .filter(([, name]) => known.test(name!) || closed.has(name!))
    .map(({ 0: all, 1: name, index }) => ({
      start: index,
      end: index + all.length,
      key: `<${all[1] === '/' ? '/' : ''}${name}>`.toLowerCase(),
    }))
}
