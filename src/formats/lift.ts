import { cut, type OffsetMap, type Piece, type Run, type TextRun } from '../content/index.ts'

/** A stretch of the source decoded: escapes and line ends are gone, `map` leads back. */
export interface Decoded {
  readonly text: string
  readonly map: OffsetMap
}

/** A stretch of a decoded text: text (which may differ from what stands there, as `''` in ICU does), or a code. */
export type Token =
  | { readonly kind: 'text'; readonly text: string; readonly start: number; readonly end: number }
  /** An `open` and a `close` of one name pair where they nest. */
  | { readonly kind: 'code' | 'open' | 'close'; readonly name: string; readonly start: number; readonly end: number }

/** Tokens of a decoded text as runs that lead to the source. Tags without a partner are codes that stand alone. Linear but for a log. */
export function runsOf(tokens: readonly Token[], decoded: Decoded): Run[] {
  const partners = pair(tokens)
  const runs: Run[] = []
  let text = ''
  let map: Piece[] = []
  const flush = () => {
    if (text !== '') runs.push({ kind: 'text', text, map } satisfies TextRun)
    text = ''
    map = []
  }
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'text') {
      for (const piece of lift(token, decoded)) map.push({ ...piece, at: piece.at + text.length })
      text += token.text
      continue
    }
    flush()
    const partner = partners.get(index)
    const span = placeOf(token.start, token.end, decoded)
    const label = decoded.text.slice(token.start, token.end)
    const id = String(Math.min(partner ?? index, index) + 1)
    runs.push({ kind: partner === undefined ? 'code' : token.kind, id, span, label })
  }
  flush()
  return runs
}

/** The pieces of a text token: unit by unit where the token is what stands there, else one whole. */
function lift(token: Token & { kind: 'text' }, decoded: Decoded): Piece[] {
  const { text, start, end } = token
  if (text === '') return []
  const isVerbatim = text.length === end - start && decoded.text.startsWith(text, start)
  if (!isVerbatim) return [{ at: 0, length: text.length, ...placeOf(start, end, decoded) }]
  return cut(decoded.map, start, end).map(piece => ({ ...piece, at: piece.at - start }))
}

/** The source of a stretch of the decoded text. */
export function placeOf(start: number, end: number, decoded: Decoded): { start: number; end: number } {
  const pieces = cut(decoded.map, start, end)
  return { start: pieces[0]!.start, end: pieces.at(-1)!.end }
}

/** Opening and closing tokens of one name that nest, each by its partner's index. Of two that cross, the inner one is closed. */
function pair(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const partners = new Map<number, number>()
  const open: { name: string; index: number }[] = []
  const waiting = new Map<string, number>()
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'open') {
      open.push({ name: token.name, index })
      waiting.set(token.name, (waiting.get(token.name) ?? 0) + 1)
    }
    if (token.kind !== 'close' || !waiting.get(token.name)) continue
    for (let last = open.pop(); last; last = open.pop()) {
      waiting.set(last.name, waiting.get(last.name)! - 1)
      if (last.name !== token.name) continue
      partners.set(index, last.index).set(last.index, index)
      break
    }
  }
  return partners
}
