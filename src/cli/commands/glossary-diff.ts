import { type ConceptChange, diffConcepts } from '../../project/index.ts'
import type { Session } from '../session.ts'
import type { Run } from '../spec.ts'
import { openTermFile } from '../term-file.ts'

/** Status 1 where the glossaries differ. */
export const run: Run = async ([before = '', after = '', ...more], options, session) => {
  if (after === '' || more.length > 0) {
    session.refuse('usage.two-glossaries')
    return 2
  }
  const [a, b] = [await openTermFile(before, options, session), await openTermFile(after, options, session)]
  if (!a || !b) return 2
  const changes = diffConcepts(a.concepts, b.concepts)
  session.terminal.out(
    options.format === 'json'
      ? `${JSON.stringify({ version: 1, changes }, undefined, 2)}\n`
      : changes.map(change => lines(change, session)).join(''),
  )
  return session.status(changes.length > 0 ? 1 : 0)
}

function lines(change: ConceptChange, { paint }: Session): string {
  if (change.kind === 'added') return paint.good(`+ ${change.id}`).concat('\n')
  if (change.kind === 'removed') return paint.error(`- ${change.id}`).concat('\n')
  const keys = change.keys.flatMap(({ key, before, after }) => [
    ...(before === undefined ? [] : [paint.error(`  - ${key}: ${before}`)]),
    ...(after === undefined ? [] : [paint.good(`  + ${key}: ${after}`)]),
  ])
  return `${[paint.strong(`~ ${change.id}`), ...keys].join('\n')}\n`
}
