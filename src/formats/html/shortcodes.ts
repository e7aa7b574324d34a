/** A WordPress shortcode; `alone` ones have no content. */
export interface Shortcode {
  readonly kind: 'open' | 'close' | 'alone'
  readonly name: string
  readonly end: number
}

const form = /\[(\/?)([a-z][\w-]*)((?:\s+[\w-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>[\]]+))*)\s*(\/?)\]/y

/** WordPress' own that need neither attributes nor content. */
const own: ReadonlySet<string> = new Set('audio caption embed gallery playlist video wp_caption'.split(' '))

/** Reads shortcodes of a text. Brackets are one where WordPress knows the name, or it has attributes or a closing tag. */
export function shortcodesOf(source: string): (at: number) => Shortcode | undefined {
  const closed = new Set<string>()
  for (const match of source.matchAll(/\[\/([a-z][\w-]*)\]/g)) closed.add(match[1]!)
  return at => {
    form.lastIndex = at
    const match = form.exec(source)
    if (!match) return undefined
    const [, slash, name, attributes, selfClosing] = match as unknown as [string, string, string, string, string]
    if (!own.has(name) && !closed.has(name) && !attributes && !selfClosing) return undefined
    const kind = slash ? 'close' : selfClosing || !closed.has(name) ? 'alone' : 'open'
    return { kind, name, end: form.lastIndex }
  }
}

const likely = /\[(?:\/[a-z][\w-]*\]|[a-z][\w-]*(?:\s+[\w-]+\s*=|\s*\/\]))/y
const known = /\[([a-z_]+)\]/y

/** True where a text has what would be read as a shortcode in any source. */
export function isShortcode(text: string, at: number): boolean {
  likely.lastIndex = at
  known.lastIndex = at
  return likely.test(text) || own.has(known.exec(text)?.[1] ?? '')
}
