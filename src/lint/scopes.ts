import type { ScopesOf } from '../check/index.ts'
import { type Block, innermost } from '../content/index.ts'
import type { Span } from '../text/index.ts'

/** A finding stands in the scope of its block, in a quotation where its rule says so, and in the text of a link. */
export function scopesIn(blocks: readonly Block[]): ScopesOf {
  let find: ReturnType<typeof innermost> | undefined
  return ({ span, data }) => {
    find ??= innermost(blocks)
    const block = blocks[find(span) ?? -1]
    const found = new Set<string>(block ? [block.scope] : [])
    if (data?.place === 'quotation') found.add('quotation')
    if (block && isLinked(block, span)) found.add('link-text')
    return found
  }
}

const link = /^(?:\[|<a\b|link)/i

function isLinked({ runs }: Block, span: Span): boolean {
  let open: string | undefined
  let start = 0
  for (const run of runs) {
    if (run.kind === 'open' && open === undefined && link.test(run.label)) {
      open = run.id
      start = run.span.end
    } else if (run.kind === 'close' && run.id === open) {
      if (span.start >= start && span.end <= run.span.start) return true
      open = undefined
    }
  }
  return false
}
