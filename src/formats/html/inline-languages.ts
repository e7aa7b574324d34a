import {
  type Changes,
  type Document,
  type Languages,
  type Run,
  retagged,
  translatedBlocks,
} from '../../content/index.ts'
import type { Edit } from '../../text/index.ts'
import { tokens } from './tokens.ts'

/**
 * Elements within a translated paragraph that say the source's language say the other one where what they hold is translated, as
 * Okapi's filters do; a phrase that was left as it is keeps its own. `edits` are those of the blocks.
 */
export function withInlineLanguages(
  source: string,
  document: Document,
  changes: Changes,
  languages: Languages,
  edits: readonly Edit[],
): readonly Edit[] {
  const asked = translatedBlocks(document, changes).flatMap(block => {
    const tags = retaggedCodes(source, block.runs, changes.get(block.id)!, languages)
    return tags.length > 0 ? [{ span: block.span, tags }] : []
  })
  if (asked.length === 0) return edits
  return edits.map(edit => {
    const tags = asked.flatMap(({ span, tags }) =>
      edit.span.start <= span.start && span.end <= edit.span.end ? tags : [],
    )
    const insert = tags.reduce((text, { from, to }) => text.replace(from, () => to), edit.insert)
    return { ...edit, insert }
  })
}

interface Retagged {
  readonly from: string
  readonly to: string
}

function retaggedCodes(
  source: string,
  before: readonly Run[],
  after: readonly Run[],
  languages: Languages,
): Retagged[] {
  return after.flatMap(run => {
    if (run.kind !== 'open') return []
    const from = source.slice(run.span.start, run.span.end)
    if (!/\slang\s*=/i.test(from)) return []
    const to = retaggedTag(from, languages)
    return to === undefined || textWithin(before, run.id) === textWithin(after, run.id) ? [] : [{ from, to }]
  })
}

function retaggedTag(tag: string, languages: Languages): string | undefined {
  for (const token of tokens(tag, false)) {
    if (token.kind !== 'start') continue
    const said = token.attributes.find(({ name }) => name === 'lang')
    const to = said && retagged(tag.slice(said.start, said.end).trim(), languages)
    if (said && to !== undefined) return tag.slice(0, said.start) + to + tag.slice(said.end)
  }
  return undefined
}

function textWithin(runs: readonly Run[], id: string): string {
  const start = runs.findIndex(run => run.kind === 'open' && run.id === id)
  const end = runs.findIndex(run => run.kind === 'close' && run.id === id)
  return runs
    .slice(start, end < 0 ? undefined : end)
    .map(run => (run.kind === 'text' ? run.text : ''))
    .join('')
}
