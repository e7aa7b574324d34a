import { childElements, type Element } from '../../xml/index.ts'
import type { Formatting } from '../package/tokens.ts'
import { isOn, wordAttribute, wordName } from './names.ts'

/** What says nothing of how Latin and Cyrillic text looks: languages, spelling marks, complex scripts, earlier formatting. */
const unseen = new Set(['lang', 'noProof', 'bCs', 'iCs', 'szCs', 'cs', 'rtl', 'rPrChange', 'webHidden', 'specVanish'])

const toggles: Readonly<Record<string, string>> = {
  i: 'i',
  b: 'b',
  strike: 's',
  dstrike: 's',
  smallCaps: 'small-caps',
  caps: 'caps',
  outline: 'outline',
  shadow: 'shadow',
  emboss: 'emboss',
  imprint: 'imprint',
  vanish: 'hidden',
}

const others: Readonly<Record<string, string>> = {
  color: 'color',
  highlight: 'mark',
  shd: 'mark',
  sz: 'size',
  rFonts: 'font',
  spacing: 'spacing',
  position: 'position',
  bdr: 'border',
}

const spaceShows = new Set(['u', 'highlight', 'shd', 'strike', 'dstrike', 'bdr'])

/** The formatting of a run by its `w:rPr`. `isTurnedOn`: its styles turn that property on, so that off says something. */
export function formattingOf(properties: Element | undefined, isTurnedOn: (name: string) => boolean): Formatting {
  const keys: string[] = []
  const marks: string[] = []
  let showsOnSpace = false
  for (const element of properties ? childElements(properties) : []) {
    const name = wordName(element)
    const isIdle = name !== undefined && name in toggles && !isOn(element) && !isTurnedOn(name)
    if (isIdle || (name !== undefined && unseen.has(name))) continue
    const key = keyOf(element)
    if (key === '') continue
    keys.push(key)
    const mark = markOf(element, name ?? element.local)
    if (mark !== undefined && !marks.includes(mark)) marks.push(mark)
    showsOnSpace ||= name !== undefined && spaceShows.has(name)
  }
  return { key: keys.sort().join(';'), marks: marks.sort(inOrder), showsOnSpace }
}

/** Emphasis first: it tells most. */
const order = ['i', 'b', 'u', 's', 'sup', 'sub']
const inOrder = (a: string, b: string) => rank(a) - rank(b)
const rank = (mark: string) => (order.includes(mark) ? order.indexOf(mark) : order.length)

function keyOf(element: Element): string {
  const attributes = element.attributes.flatMap(({ local, ns, value }) =>
    ns === 'http://www.w3.org/2000/xmlns/' || isHint(element, local) ? [] : [`${local}=${value}`],
  )
  if (wordName(element) === 'rFonts' && attributes.length === 0) return ''
  const isToggle = (wordName(element) ?? '') in toggles
  const value = isToggle ? [isOn(element) ? 'on' : 'off'] : attributes.sort()
  return `${element.local} ${value.join(' ')}${childElements(element).map(keyOf).join()}`
}

/** Which of the fonts a typist's program took, and fonts of scripts that are not here. */
const isHint = (element: Element, local: string): boolean =>
  wordName(element) === 'rFonts' && ['hint', 'eastAsia', 'eastAsiaTheme', 'cs', 'cstheme'].includes(local)

function markOf(element: Element, name: string): string | undefined {
  const value = wordAttribute(element, 'val')
  if (name in toggles) return isOn(element) ? toggles[name]! : `no-${toggles[name]}`
  if (name === 'u') return value === 'none' ? 'no-u' : 'u'
  if (name === 'vertAlign') return value === 'superscript' ? 'sup' : value === 'subscript' ? 'sub' : undefined
  return name === 'rStyle' ? value : others[name]
}
