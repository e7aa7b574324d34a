import type { Span } from '../../text/index.ts'

/** Marks of template languages: PHP and XML, ERB and ASP; Jinja, Liquid, Handlebars and the like. */
const closers: Readonly<Record<string, string>> = { '<?': '?>', '<%': '%>', '{{': '}}', '{%': '%}', '{#': '#}' }
const opening = /<[?%]|\{[{%#]/g

/** Longest expression between braces: what is longer is more likely a script with braces of its own. */
const longest = 2000

/** The stretches of a source that a template language fills in. PHP at the end needs no closing mark. Linear. */
export function templatesIn(source: string): readonly Span[] {
  const found: Span[] = []
  const next = new Map<string, number>()
  opening.lastIndex = 0
  for (let match = opening.exec(source); match; match = opening.exec(source)) {
    const mark = match[0]
    const start = match.index
    const closer = closers[mark]!
    let close = next.get(mark) ?? 0
    if (close >= 0 && close < start + 2) close = source.indexOf(closer, start + 2)
    next.set(mark, close)
    const end = close < 0 ? cutOff(source, start) : close + 2
    if (end === undefined || (mark[0] === '{' && !isExpression(source, start, end))) continue
    found.push({ start, end: mark === '{{' && source[start + 2] === '{' && source[end] === '}' ? end + 1 : end })
    opening.lastIndex = found.at(-1)!.end
  }
  return found
}

const cutOff = (source: string, start: number) => (source.startsWith('<?php', start) ? source.length : undefined)

const isExpression = (source: string, start: number, end: number) =>
  end - start <= longest && !source.slice(start, end).includes('</')

/** The source with its templates as signs that mean nothing to HTML: what stands in them is neither tag nor quote. */
export function withoutTemplates(source: string, templates: readonly Span[]): string {
  let out = ''
  let at = 0
  for (const { start, end } of templates) {
    out += source.slice(at, start) + '\ue000'.repeat(end - start)
    at = end
  }
  return out + source.slice(at)
}
